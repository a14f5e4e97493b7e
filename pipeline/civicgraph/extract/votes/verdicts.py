"""What became of a vote, as the words tell it: carried, lost, unanimous; and what was voted on."""

from __future__ import annotations

import re
from dataclasses import dataclass

THINGS = (
    r"(?:motions?|amendments?|proposals?|propositions?|recommendations?|resolutions?|votes?|changes?|it|which|this"
    r"|suggestion)"
)
WON = r"(?:carried|passed)(?!\s+(?:into|out|forward|over|through|away)\b)"
LOST = (
    r"lost(?!\s+(?:interest|income|revenue|time|ground|opportunit))|defeated|fell|fallen|fails?|failed|rejected"
    r"|not\s+(?:carried|agreed|approved|passed|adopted|supported|accepted)"
)
# Of a vote only where the sentence says that there was one.
ASSENTED = r"agreed|approved|adopted|accepted|supported|upheld"
CARRIED = re.compile(
    rf"\b{THINGS}\b[^.;\n]{{0,120}}?\b(?:(?:was|were|being|is|declared|status|therefore|accordingly)\b[:\s]*)?"
    rf"(?P<verdict>{LOST}|{WON})\b"
    rf"|^\W*(?:motion |amendment |proposal )?(?P<alone>not carried|carried|lost|defeated)\b"
    rf"|\b(?P<declared>(?:declared(?:\s+to\s+(?:be|have))?|voting)\s+(?:{LOST}|{WON}|granted(?=\s+as\s+follows)))\b",
    re.I,
)
ASSENT = re.compile(
    rf"\b(?:motions?|amendments?|proposals?|recommendations?|resolution|vote|council|committee|meeting)\b"
    rf"(?:(?!\b(?:which|that|who)\b)[^.;:]){{0,60}}?\b(?:was|were|being|and)\s+(?:then\s+|therefore\s+|accordingly"
    rf"\s+|duly\s+){{0,2}}(?P<verdict>not\s+(?:agreed|approved|accepted|adopted)|{ASSENTED})\b(?!\s+(?:to|that"
    rf"|by the|at|in|on)\b)",
    re.I,
)
# Right before its counts: "… were defeated 9-4 and 11-2 respectively".
COUNTED = re.compile(rf"\b(?P<verdict>{LOST}|{WON})\s+(?:by\s+)?(?:\d{{1,3}}\s?[\u2013-]\s?\d{{1,3}}\s+and\s+)?$", re.I)
CASTING = re.compile(
    r"\b(?:casting|deciding|second)\s+vote\b[^.,;\d]{0,60}?\b(?P<side>in\s+favour|for|against)\b", re.I
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\bwithout (?:dissent|division|a vote)\b|\bcarried by general consent\b"
    r"|\b(?:all|everyone)(?: (?:the )?(?:members|councillors|those))?(?: present)?(?: and voting)?(?: (?:were|was"
    r"|voted|voting|being))?"
    r" in favour\b|\bmajority\s+(?:(?:of\s+)?(?:those|members|councillors)\s+)?(?:present\s+)?(?:were\s+|voted\s+"
    r"|voting\s+)?in\s+favour\b"
    r"|\bby\s+(?:a\s+)?(?:\w+\s+)?majority\b(?!\s+of\s+\d)",
    re.I,
)
ASSENTING = re.compile(
    r"\b(?:resolved|agreed|carried|approved|votes?|voted|voting|elected|appointed|decided|passed|recommended|adopted|seconded"
    r"|accepted|granted|co-opted|supported"
    r"|(?:council|committee|board|panel|cabinet|members|councillors|all)\s+(?:was|were)\s+unanimously\s+in\s+favour"
    r"|majority|decision\b[^.;]{0,60}\bwas\s+(?=unanimous)|all\b[^.;]{0,40}\bin\s+favour)\b",
    re.I,
)
PUT = re.compile(
    r"\b(?:(?:be |was |were |then |being )?put to (?:the|a)\s+(?:vote|meeting|council|committee)|recorded vote"
    r"|on a vote"
    r"|(?:up)?on being put|show of hands|voting was|(?<!\bhad\s)voted"
    r"|vote was taken|vote on|votes? (?:were )?cast|voting"
    r"|division)\b",
    re.I,
)
# The words of a motion, which tell nothing that happened: "That the motion be rejected".
MOVED_WORDS = re.compile(r"^[\W_]{0,4}that\b(?![^.]{0,200}\b(?:was|were)\s+(?:put|carried|lost|declared))", re.I)
SUPPOSED = re.compile(r"\b(?:if|whether|should|would|unless|had|until|cannot|when)\b[^.;]{0,80}$", re.I)
# "Councillor Lane said that last year's motion was carried", "The offer was rejected by officers": no vote of today.
RECALLED = re.compile(
    r"(?<!\bit was )\b(?:said|noted|asked|reminded|explained|felt|argued|thought|recalled|commented|reported"
    r"|inform(?:s|ed)?|pointed out)\b[^.;,]{0,40}\b(?:that|why|if|whether)\s(?:(?!and\b)[^.;,]){0,60}$"
    r"|\b(?:last\s+(?:year|month|week|meeting)|previous|earlier)(?:'s)?\s+(?:\w+\s+)?$",
    re.I,
)
BY_OTHERS = re.compile(
    r"\s+by\s+(?:the\s+)?(?:officers?|applicants?|owners?|residents?|tenants?|government|minister|department|county|district"
    r"|inspector|developers?|contractors?|company)\b",
    re.I,
)
NO_SECONDER = re.compile(
    r"\bno\s+seconder\b|\b(?:want|lack)\s+of\s+a\s+seconder\b|\bnot\s+(?:been\s+)?seconded\b", re.I
)
# "This was not agreed" tells of a vote where there was one.
OF_A_VOTE = re.compile(r"\b(?:motion|amendment|proposition|resolution|vote)", re.I)
# "that recommendation 3 be rejected": what is resolved, and no outcome of a vote on it.
TO_BE = re.compile(r"(?<!declared to )\bbe\s+$", re.I)
# "An amendment similar to one previously rejected": said of something else.
OF_ANOTHER = re.compile(r"\b(?:previously|already|earlier|of|the|any|such)\s+$", re.I)
# "This was rejected, as it would cost too much" says nothing of a vote, unless one was taken.
POINTING = re.compile(r"(?:it|which|this|changes?|suggestion)\b", re.I)
SUBSTANTIVE = re.compile(r"\b(?:substantive|amended)\s+motion\b|\bmotion,?\s+as\s+amended\b", re.I)
SUBJECT = re.compile(r"\b(amendment|motion)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An outcome and where its words stand in the text."""

    outcome: str  # "carried", "lost"
    start: int
    end: int


def find_verdict(text: str) -> Verdict | None:
    """What a sentence says became of a vote; None where it says nothing.

    >>> # "On being put to the vote, the amendment was declared LOST." → lost
    """
    if MOVED_WORDS.match(text):
        return None
    if casting := CASTING.search(text):
        outcome = "lost" if casting.group("side").lower() == "against" else "carried"
        return Verdict(outcome=outcome, start=casting.start(), end=casting.end())
    told = CARRIED.search(text)
    if told and not SUPPOSED.search(text[: told.end()]) and _is_of_today(text, told):
        word = " ".join((told.group("verdict") or told.group("alone") or told.group("declared")).lower().split())
        return Verdict(
            outcome="carried" if word.endswith(("carried", "passed", "granted")) and "not " not in word else "lost",
            start=told.start(),
            end=told.end(),
        )
    if (unanimous := UNANIMOUS.search(text)) and ASSENTING.search(text):
        return Verdict(outcome="carried", start=unanimous.start(), end=unanimous.end())
    return None


def find_counted(text: str) -> str:
    """ "carried" or "lost", as the words at the end of `text` say of the counts behind them; "" where they do not.

    >>> # "The motion was carried after amendments were defeated (9-4)" → lost
    """
    told = COUNTED.search(text[-60:])
    return "" if told is None else "carried" if told["verdict"].lower() in ("carried", "passed") else "lost"


def _is_of_today(text: str, told: re.Match[str]) -> bool:
    """Is a vote told that this meeting took?"""
    if (
        RECALLED.search(text[: told.start()])
        or TO_BE.search(text[: _verdict_start(told)])
        or OF_ANOTHER.search(text[: _verdict_start(told)])
        or BY_OTHERS.match(text, told.end())
    ):
        return False
    word = (told.group("verdict") or "").lower()
    if NO_SECONDER.search(text) and word not in ("carried", "passed"):
        return False
    doubtful = word.startswith("not ") or word == "rejected" and POINTING.match(told.group())
    return not doubtful or bool(OF_A_VOTE.search(told.group()) or PUT.search(text))


def _verdict_start(told: re.Match[str]) -> int:
    return next(told.start(name) for name in ("verdict", "alone", "declared") if told.group(name))


def find_assent(text: str) -> Verdict | None:
    """Agreed or not, where a vote is known to have been taken: "The amendment was AGREED"."""
    told = ASSENT.search(text)
    if told is None or MOVED_WORDS.match(text):
        return None
    return Verdict(
        outcome="lost" if told.group("verdict").lower().startswith("not") else "carried",
        start=told.start(),
        end=told.end(),
    )


def subject_of(text: str) -> str:
    """What was voted on: "amendment", "motion", "" where the words do not say; of both, the first."""
    if SUBSTANTIVE.search(text):
        return "motion"  # "the amendment, now the substantive motion, was put"
    found = SUBJECT.search(text)
    return found.group().lower() if found else ""
