"""Words that open a formal outcome ("RESOLVED:", "The Committee agreed:-") and verbs that lead into a list."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.subjects import ADVERB, ALONE, TOGETHER, subject
from civicgraph.extract.decisions.verbs import verb_of
from civicgraph.model import Block

# In capitals anywhere, else at the start of a block or line.
CAPITALS = ("RESOLVED", "AGREED", "DECIDED", "RECOMMENDED", "RECOMMENDS", "ORDERED", "PENDERFYNWYD", "R E S O L V E D")
CAPS = "|".join((*CAPITALS, "RECOMMEND(?= (?:TO|to) )"))
VOTE = (
    r"(?:\s*[,(]?\s*(?:UNANIMOUSLY|[Uu]nanimously|nem\.? ?con\.?|by (?:a )?majority(?: vote)?|on (?:a"
    r"|the) (?:show of hands|casting vote of the Chair(?:man)?)"
    r"|without dissent|by general consent|\((?=[^()]{0,60}\b(?:votes?|against|majority)\b)[^()]{1,80}\)"
    r"|(?:by )?\d{1,2} (?:votes? )?(?:to|for)[^:.()\n]{0,40}?"
    r"(?=\)|[:.\n]|\s+(?:that|to|not)\s+[a-z]|$)"
    # how or under what it was decided, up to the word that leads in: "on a majority vote (A and B against), to",
    # "by affirmation to:", "under the Meetings Act that"
    r"|(?:by|on|with|without|under|in|following|after|upon|pursuant)\s(?:[^:;.()\n]|\([^()\n]{1,120}\)){2,160}?,?"
    r"(?=\s+(?:that\s|to\s*:|to\s+(?!the\b|an?\b|its\b|this\b|that\b|these\b|all\b)[a-z])))\)?)?"
)
THAT = r"(?:that|to|TO|THAT|That|To|T\s?H\s?A\s?T)\b"
AFTER = (
    rf"\s*(?:[:;,/]\s*[-]?|[-]+)?\s*(?:(?i:accordingly"
    rf"|unanimously),?\s+(?={THAT}))?(?:{THAT}\s*(?:[:;,]\s*-?|-(?=\s))?\s*)?"
)
OPENER = re.compile(
    rf"(?P<caps>(?:PENDERFYNWYD\s*/\s*)?(?:(?:IT WAS|It was|it was|was|were|and|WAS)\s+)?(?:(?:UNANIMOUSLY|unanimously"
    rf"|Unanimously|accordingly|therefore|also|then|further)\s+)?\b(?:{CAPS})(?:\b|(?=that\b)))"
    rf"(?!\s+(?:MINUTES|ITEMS?|ACTIONS?|by the (?:Board|Panel)))(?P<tail>{VOTE}){AFTER}"
    # "Seconded by Councillor Ryan; And Resolved: …"
    rf"|(?:(?<=[;,\n])|\b(?=and))\s*(?P<caps2>(?i:and\s+(?:it\s+was\s+)?(?:unanimously\s+)?resolved))"
    rf"\b(?P<tail2>{VOTE})(?=\s*[:;-]){AFTER}"
    # "Council resolved to: 1. Note the report. 2. Adopt the plan."
    r"|\b(?P<caps3>resolved(?=\s+(?:that|to)\s*:\s*\(?[1ai][.)]\s+\S))\s+(?:that|to)\s*:\s*"
)
# "Resolved minutes be received": a clause without "that", by its "be" that no verb of telling leads into.
BARE_CLAUSE = (
    r"(?=(?!(?:by|to|in|at|on|with|issues?|matters?|disputes?)\b)(?:(?!\b(?:would|will|should|shall|could|can|may|must|might|to|was|were"
    r"|had|has|have|is|are|needs?|needed|ought|not|never)\b)[^.;:]){2,120}?\sbe\s+[a-z]+(?:ed|en)\b)"
)
SECONDED = r"seconded\s+by\s+[^.,;:]{3,60}?"
OTHER_TONGUE = r"[^\W\d_]{4,20}"  # "DECISION / PENDERFYNIAD"
START = re.compile(
    rf"^(?:[\"'*(]*)(?P<marker>(?:\d{{1,3}}(?:\.\d{{1,3}})?[.)]?|\([a-z\d]{{1,3}}\))\s+)?(?:{OTHER_TONGUE}\s*/\s*)?"
    # "Proposed by Councillor Lane" / "Seconded by Councillor Ryan and agreed that …"
    rf"(?P<caps>(?:{SECONDED},?\s+and\s+)?(?:arising\s+(?:therefrom|from\s+(?:this|the\s+discussion)|out\s+of\s+this),?\s+)?"
    r"(?:(?:and )?it was\s+)?(?:(?:also|further|then|therefore|accordingly|unanimously|formally|and)\s+){0,3}"
    r"(?:resolved|agreed|decided|recommended|resolution|decisions?(?:\s+(?:made|taken))?|outcome|agreement"
    r"|the (?:committee|board|council|cabinet|panel)'?s? decision|(?:committee|council) decision))\b"
    rf"(?:\s*/\s*{OTHER_TONGUE}\b)?"
    r"(?!\s+to\s+(?:be\s+(?:taken|made)|differ|disagree)\b)"
    rf"(?P<tail>{VOTE})\s*(?P<mark>[:;]\s*-?|-+(?=\s|$)|\.?\s*$|\s+(?=(?:unanimously\s+)?(?:that"
    rf"|to)\b)|(?<=resolved)\s+{BARE_CLAUSE})\s*(?:(?:that|to|t\s?h\s?a\s?t)\b\s*(?:[:;,]\s*-?|-)?\s*)?",
    re.I,
)
SECONDS = re.compile(SECONDED, re.I)
LEADS_ON = re.compile(
    r"^\W*(?:that|to)\b|^\s*(?::|-+\s*\S)", re.I
)  # a clause, here or below, and not the end of the story
RECOMMENDING = re.compile(r"^recommends?$")
IT_WAS = re.compile(r"^it was\b", re.I)
DENIED = re.compile(r"\b(?:not|previously|had|been|be|is|are)\s+$", re.I)
# What is quoted, drafted or offered for choice before a word that would open an outcome.
QUOTED = re.compile(
    r"(?:(?<![:\s])\s*[\"']|\b(?:draft|proposed|suggested|alternative)\s+(?:form\s+of\s+)?(?:resolution|motion|decision|minute"
    r"|wording|text)\b[^.;]{0,60}|\b(?:words|wording|worded|reads?|reading|recommendations?)\s*(?:as\s+follows\s*)?:\s*-?"
    r"|\b(?:words|wording)|\b(?:words|wording|reads?|reading|recommendations?|resolution|motion)\W*[\"']"
    r"|\boptions?\b[^.]{0,60}\([a-z]\))\s*$",
    re.I,
)
OF_A_MOTION = re.compile(r"\b(?:amendments?|motions?|proposition)\b[^.;:]{0,100}$", re.I)
# "Accounts AGREED by all": the thing stands before the word that says what became of it, and nothing but assent behind.
OF_A_THING = re.compile(
    r"(?:^|[.;:\n]\s+)(?!(?:It|This|The\s+(?:\w+\s+)?(?:Committee|Council|Board|Panel|Cabinet)|Members|Councillors|All)\b)"
    r"[A-Z][^.;:]{2,120}\s$"
)
ASSENTED = re.compile(
    r"\s+(?:by\s+(?:(?:all|everyone|those)(?:\s+present)?|(?:all\s+)?(?:members|councillors))|unanimously|and\s+signed)\b\W*",
    re.I,
)
SPACED = re.compile(r"(?<=\b[A-Z])\s(?=[A-Z]\b)")  # "R E S O L V E D"
SAYS_NO_MORE = re.compile(r"\s*(?:[.,;)]|$|(?:by|with|as|on|without|unanimously|nem|to\s+be)\b)", re.I)
OR_ELSE = re.compile(r"\bor\s+\(?(?:b|ii|2)\)\s", re.I)
FIRST = re.compile(r"\(?(?:a|i|1)\)\s*$", re.I)
# "Agreed that -", "Decided to:", and no more: its clauses are below.
SAYS_MORE_BELOW = re.compile(r"\b(?:that|to)\s*[:-]+\s*$", re.I)
UNREAL = re.compile(r"^\s*+,?\s*+(?:had|were)\s+(?:it|this|that|the\s+\w+)\s+(?:been|to)\b", re.I)
# "Recommended to full Council (Budget): …"
TO_BODY = re.compile(r"\s+to\s+(?:the\s+|full\s+)?[A-Z][\w &'-]{2,60}(?:\([^()\n]{1,60}\)\s*)?:")
HEADING_WORDS = frozenset(("resolved", "decision", "decisions", "recommended", "agreed", "resolution", "outcome"))
LEAD_END = re.compile(r"(?:[:;]\s*-?|\bthat\s*[:,-]*|\bto\s*[:-]*|-)\s*$", re.I)
LED_VERB = re.compile(
    r"\b(?P<verb>agreed|agrees|resolved|resolves|recommended|recommends|requested|requests|asked"
    r"|noted|notes|approved|approves|decided|endorsed|endorses|delegated|authorised|note|agree"
    r"|approve|recommend|endorse|request)"
    rf"\s*(?:,\s*)?(?:(?:{ADVERB})\s+)?(?:(?:to\s+)?the following(?: \w+){{0,2}}\s*)?(?:that|to)?\s*[:;-]*\s*-?\s*$",
    re.I,
)
# What may stand between that verb and its clauses.
LEADING_ON = (
    r"(?:[\s,]+(?:that|to|as follows|accordingly|unanimously|the following(?!\s+(?:points|comments"
    r"|issues|concerns|questions|amendment|motion|[Aa]pologies|[Ii]nterests|(?:\w+\s+)?(?:[Dd]eclarations?|[Ss]tatements?)))(?:\s+\w+){0,3}))*\s*"
)
# "… agreed to recommend to the Assembly:", "… resolved to ask the Clerk to": the verb within leads.
WITHIN = (
    r"(?<=to\s)(?P<inner>recommend|advise|request|ask|instruct|invite|delegate|authorise)\b"
    r"(?:\s+(?:authority\s+)?(?:to\s+)?(?:the\s+|full\s+){0,2}[A-Z][^.;:]{2,100}?)?(?:\s+(?:to|that))?"
)
# A lead-in of the narrative: the body acts, and what it does follows in clauses.
BODY_LED = re.compile(
    rf"(?:^|[,;.]\s+|\band\s+){subject(TOGETHER)}\s*:?-?\s+(?:(?:{ADVERB}|having [^:;]{{3,200}},"
    rf"|considered[^:;]{{0,60}}\band)\s+){{0,2}}"
    rf"(?P<verb>(?i:agreed|agrees|resolved|resolves|decided|approved|endorsed|noted|recommended"
    rf"|delegated|authorised|instructed|requested|asked))\b{LEADING_ON}(?:{WITHIN})?$"
    rf"|\b[Ii]t was\s+(?:(?:{ADVERB})\s+){{0,2}}(?P<verb2>agreed|resolved|decided)\b{LEADING_ON}$"
    # "… the Chief Executive, having considered the report, resolved, under delegated powers, to approve:"
    rf"|(?:,|\b(?:has|have|and))\s+(?:resolved|decided)(?:\s*,[^,:;]{{3,80}},)?\s+(?:that|to)(?:\s+(?P<verb3>[a-z]+))?\s*$"
    # "On 4 May the Leader of the Council made the following decisions:"
    rf"|\b(?:{TOGETHER}|{ALONE})\b[^.;:]{{0,120}}?\b(?:made|took|has\s+taken)\s+the\s+following\s+(?:\w+\s+)?(?P<decisions>decisions?)\s*$"
    # "The recommendations in the report were agreed as follows:", "The following priorities were agreed (unanimously):"
    r"|\b(?i:recommendations?|proposals?|resolutions?"
    r"|the\s+following(?![^.:;]{0,60}\s(?:applications?|plans|minutes|accounts|payments|invoices"
    r"|cheques|observations|comments|responses)\b))\b[^.:;]{0,160}?\b(?:was|were)"
    r"\s+(?P<verb4>agreed|approved|resolved|endorsed|accepted)(?:\s+\(?(?:unanimously|as\s+follows)\)?)*\s*$",
    re.S,
)
# The same of a member who decides alone, in a record of that: "As Cabinet Member for Roads, I agree to:".
ALONE_LED = re.compile(
    rf"(?:^|,\s)(?:{subject(ALONE)}|I)\s*,?\s*"
    rf"(?:(?:{ADVERB}|in consultation with [^:;]{{3,120}}?|having [^:;]{{3,200}}?),?\s+){{0,2}}"
    rf"(?:(?:has|have)\s+)?(?P<verb>(?i:agreed?|agrees|resolved?|decided?|approved?|approves))\b{LEADING_ON}$"
)
# "The Council:-", "Following discussion, the Council:-" over clauses in the past ("Noted the report")
BODY_ALONE = re.compile(
    r"(?:^|\.\s+)(?:(?:At|After|Following|Having|Upon)\s[^.:;]{3,400}?,\s+|At\s+(?:the|its|this)\s+meeting\s+"
    r"|(?:After|Following)\s+(?:\w+\s+){0,2}(?:discussion|consideration|debate)\s+|(?:Thereafter|Accordingly),?\s+)?"
    rf"{subject(TOGETHER)}\s*(?::\s*-?|-)\s*$"
)

LISTED = re.compile(r"(?:members|councillors|cllrs)\W*$", re.I)  # over the names of those who were there


def _may_open(text: str) -> bool:
    """Has it one of the words of `OPENER`?"""
    return any(word in text for word in (*CAPITALS, "RECOMMEND ")) or "resolved" in text.lower()


def opener_in(text: str, block: Block) -> re.Match[str] | None:
    """The words that open a formal outcome in a block."""
    if block.kind == "row":
        return None
    start = START.match(text)
    start = start if start and _is_formal(start, text, block) else None
    if start:
        if _is_unreal(text, start, block.marker or text[: start.start("caps")]):
            return None
        if not word_of(start).startswith("decision"):
            return start
    # "Decision: The motion was moved and it was RESOLVED that …": the second word opens.
    for found in OPENER.finditer(text, start.end() if start else 0) if _may_open(text) else ():
        before = text[: found.start()]
        if not (
            _is_predicate(text, found)
            or DENIED.search(before)
            or QUOTED.search(before[-160:])
            or before.strip()
            and text.isupper()  # "TO CONSIDER THE RECOMMENDED SITES": a title
            or _is_unreal(text, found, before or block.marker)
        ):
            return found
    return start


def _is_predicate(text: str, opener: re.Match[str]) -> bool:
    """ "The amendment was AGREED by 9 votes to 2", "Accounts AGREED by all": said of what stands before, and no clause
    follows."""
    after = opener.end("caps") if opener.group("caps") else opener.end()
    before = text[: opener.start()]
    if assented := ASSENTED.match(text, after):
        return bool(
            OF_A_MOTION.search(before)
            or OF_A_THING.search(before)
            or assented.end() == len(text)
            and not LEAD_END.search(text)
        )
    return bool(OF_A_MOTION.search(before) and SAYS_NO_MORE.match(text, after))


def _is_unreal(text: str, opener: re.Match[str], before: str) -> bool:
    """ "RESOLVED that, had it been necessary, …" and "(a) RESOLVED to approve; or (b) to refuse" decide nothing."""
    offered = FIRST.search(before) and OR_ELSE.search(text[opener.end() :].partition(".")[0])
    return bool(offered or UNREAL.match(text[opener.end() :]))


def _is_formal(start: re.Match[str], text: str, block: Block) -> bool:
    caps = start.group("caps")
    resolved = "resolved" in caps.lower()
    if IT_WAS.match(caps) and not caps.isupper() and not resolved:
        return False
    if SECONDS.match(caps):
        return bool(LEADS_ON.search(text[start.end("tail") :]))
    word = _last_word(caps)
    if word.lower() == "recommended" and TO_BODY.match(text, start.end("tail")):
        return True
    if SAYS_MORE_BELOW.search(text) and not text[start.end() :].strip():
        return True
    if not (word.isupper() or block.bold or start.group("mark").strip()[:1] in (":", "-", ";") or resolved):
        return word.lower() in ("decision", "decisions") and text.strip() == caps
    if start.group("mark").strip(" .") or text[start.end() :].strip():
        return True
    return word.lower() in HEADING_WORDS and len(text) < 40


def word_of(opener: re.Match[str]) -> str:
    """ "resolved", "agreed", "recommended": the verb that opens."""
    caps = opener.group("caps") or opener.groupdict().get("caps2") or opener.groupdict().get("caps3") or ""
    return RECOMMENDING.sub("recommended", _last_word(caps).lower()) if caps else ""


def _last_word(caps: str) -> str:
    """ "RESOLVED" of "It was unanimously RESOLVED", "Decision" of "Decision made"."""
    caps = SPACED.sub("", caps)
    return next((word for word in reversed(caps.split()) if word.lower() not in ("made", "taken")), "")


def body_led(text: str, *, alone: bool = False) -> tuple[str, str] | None:
    """(lemma of the verb that leads into the clauses, lemma of the one by which the body decides): ("recommend",
    "agree") of "The Committee agreed to recommend to Council:"; None for talk."""
    if not LEAD_END.search(text) or len(text) > 600:
        return None
    if BODY_ALONE.search(text):
        return None if LISTED.search(text) else ("agree", "agree")
    words = text.rstrip(" :;-\n")
    found = BODY_LED.search(words) or (ALONE_LED.search(words) if alone else None)
    if not found:
        return None
    if found.groupdict().get("decisions"):
        return "agree", "resolve"
    verbs = [word.lower() for word in found.groupdict().values() if word] or ["agree"]
    known = [verb_of(verb) for verb in (verbs[-1], verbs[0])]
    return (known[0].lemma, known[1].lemma) if known[0] and known[1] else None
