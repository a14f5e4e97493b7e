"""What is supposed, recalled or only thought: words of deciding, and no outcome of this meeting."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts

# "If the plan were approved, the hedge would go", "Had it been referred, the Cabinet would reconsider it"
SUPPOSES = re.compile(r"\W*(?:If|Should|Had|Were|Unless|Whether|Until|Even\s+if)\b", re.I)
WOULD = re.compile(r"\b(?:would|might|could)\b", re.I)
# "He said that it was (agreed …)", "reminded members that the Council (resolved …)": the word stands right behind.
_TELLING = (
    r"\b(?:said|says|stated|reported|explained|advised|informed|reminded|recalled|told|heard|replied|responded|claimed"
    r"|commented|noted|pointed\s+out|understood|believed|thought|felt|remembered)\b[^.;:]{0,80}\bthat\s+"
)
_WHEN = r"(?:(?:on|at|in|back\s+in|last)\s[^,;.]{3,50}?,?\s+)?"
_BODY = r"(?:the|this|our)\s+(?:[\w'&-]+\s+){0,5}?(?:council|cabinet|committee|board|panel|executive|authority|group)"
REPORTED = re.compile(rf"{_TELLING}{_WHEN}(?:it\s+(?:was|had\s+been)\s+(?:\w+ly\s+)?|{_BODY}\s+(?:\w+ly\s+)?)$", re.I)
# "The minutes of the Cabinet contained the following: (RESOLVED …)"
QUOTES = re.compile(
    r"\b(?:minutes?|report|letter|e-?mail|record|notice|leaflet|article)\b[^.;]{0,120}?"
    r"\b(?:contain(?:ed|s|ing)|includ(?:ed|es|ing)|record(?:ed|s|ing)|stat(?:ed|es|ing)|said|says|reads?|quot(?:ed|es))\b"
    r"[^.;]{0,60}:\s*[\"']$",
    re.I,
)
# "agreed with the Chair" shares a view; "agreed with the recommendation" decides.
WITH = re.compile(
    r"\s+with\b(?!\s+(?:[\w'-]+\s+){0,5}?(?:recommend|propos|suggest|decision|approach|conclusion|finding|wording))"
)
# "referred to in the debate", "referred to as the Link"
SPOKEN_OF = re.compile(
    r"referred\s+to\s+(?:in|as|by|during|above|below|earlier|several|many|frequently|at\s+(?:the|length)\s+(?:start|debate))\b",
    re.I,
)
THINKS = re.compile(
    r"(?:that\s+)?[^,;.]{3,80}?\b(?P<is>(?:had|has|have)\s+been|had|has|was|were|is|are|needs?|wants?|reflected|represented)\b",
    re.I,
)
# "agreed that this was acceptable": a view that takes what was offered.
TAKES = re.compile(r"\b(?:acceptable|satisfactory|in\s+order|suitable|appropriate|the\s+(?:best|preferred))\b", re.I)
DIRECTS = re.compile(
    r"\b(?:be|to\s+(?!the\s|an?\s|[A-Z])|would|should|will|shall|must|can|could|may|no|not\s+(?:necessary|needed|required))\b"
)


def is_supposed(sentence: str, words: str) -> bool:
    """Do the words say what would follow, in a sentence that supposes something?"""
    return bool(SUPPOSES.match(sentence) and WOULD.search(words))


def is_reported(before: str) -> bool:
    """Do the words before a verb of deciding make it somebody's account, or a quotation, of another decision?"""
    return bool(REPORTED.search(before) or QUOTES.search(before))


def is_view(words: str) -> bool:
    """After "agreed": a view ("that winter had been mild", "with the Chair"), and nothing that is to be."""
    if WITH.match(words):
        return True
    thinks = THINKS.match(words.lstrip())
    if thinks is None or DIRECTS.search(words) or TAKES.search(words):
        return False
    return not find_acts(words.strip(), default=None)
