"""To whom a decision speaks: targets, those to be consulted, on what ground."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.addressees import names_in
from civicgraph.extract.decisions.passing import NOUN_TO, passed_on
from civicgraph.extract.decisions.subjects import ADVERB, TASK
from civicgraph.model import Action, Mention, Quoted, Span
from civicgraph.values.text import squash

CONSULTED = re.compile(
    r"(?:,\s*)?(?:in|following|after|and)\s+(?:consultation|discussions?|conjunction|liaison)\s+with\s+", re.I
)
GROUND = re.compile(
    r"\b(?:on the grounds? that|on grounds that|under (?:Section|Sections|Schedule|the (?:provisions"
    r"|terms))|in accordance with|pursuant to|by virtue of|as (?:it|they) (?:involve|contain"
    r"|disclose)|because)\b",
    re.I,
)
SPEAKING: frozenset[Action] = frozenset(("refer", "recommend", "request", "delegate", "appoint", "schedule"))
ENDS_HOLDERS = re.compile(
    r"\bto\s+(?!the\b|[A-Z])[a-z]|[;.]|\bfor (?:the )?[a-z]+|\bsubject to\b|\bthat\b|\bwhich\b"
    r"|\bwho\b|\bin respect\b|\bas (?:set|outlined|detailed)\b|\bif\b|\bprovided\b"
)
TO_BE = re.compile(r"\s(?:be|is|are|have|has|should|to)\s")
# Authority: "the Clerk be authorised to …", "authority be delegated to the …", "authorises the …".
EMPOWERED = re.compile(
    r"(?:,[^,]{3,160},|\s*\([^)]{1,60}\))?\s+(?:and\s+(?:the\s+)?[A-Z][\w' &-]{3,60}\s+)?"
    rf"(?:be|is|are|was|were|have|has)\s+(?:{ADVERB}\s+|(?:full\s+)?delegated\s+)?(?:authoris|authoriz|delegat|empower|given|granted|mandat|authority|powers?\b)"
)
LISTED_EMPOWERED = re.compile(
    r"(?:\s*,\s*|\s+and\s+)(?:the\s+)?(?=[A-Z]).{3,120}?\b(?:be|are)\s+(?:authoris|delegat|given|granted)", re.S
)
HANDS = re.compile(
    r"\bdelegat\w*\s+(?:authority|powers?|responsibility)\s+for\s+(?:the\s+)?(?=(?-i:[A-Z])[^,;.]{3,100}?\bto\s+[a-z])"
    r"|\bdelegat\w*\b.{0,160}?(?<!prior )\bto\s+(?:the\s+)?|\b(?:authoris|authoriz|empower|mandat)\w*\s+(?:the\s+)?"
    r"|\b(?:authority|powers?)\s+(?:(?:be|was|were)\s+)?(?:\w+\s+)?to\s+(?:the\s+)?",
    re.I | re.S,
)
GIVES = re.compile(r"\b(?:gave|gives?|grants?|granted)\s+(?:the\s+)?$", re.I)
AUTHORITY = re.compile(r"\s+(?:full\s+|delegated\s+)*(?:authority|powers?)\s+to\b", re.I)
# Requests: "the Director be asked to …", "asks the …", "from the …", "the Clerk to write".
ASKED = re.compile(
    r"(?:\s*\([^)]{1,60}\))?(?:\s+and\s+(?:the\s+)?[A-Z][\w' &-]{3,80})?"
    r"(?:,?\s+at\s+(?:its|their|the)\s[^,;.]{3,60}?,?)?"
    r"\s+(?:be|is|are|was|were)\s+(?:also\s+)?(?:request|ask|instruct|invit|direct|requir|urg|task)"
)
ASKS = re.compile(
    r"\b(?:request|ask|instruct|invit|direct|requir|urg|task|expect|encourag|call(?=s?(?:ed)?\s+(?:up)?on))(?:s|ed|e|es|ing)?\s+(?:(?:up)?on\s+)?"
    r"(?:that\s+)?(?:the\s+)?$",
    re.I,
)
ASKS_FROM = re.compile(r"\b(?:request|sought|seek|ask|receive)\w*\b.{0,140}\bfrom\s+(?:the\s+)?$", re.I | re.S)
TAKEN_FROM = re.compile(
    r"\b(?:removed|deleted|excluded|withdrawn|omitted|moved|transferred)\s+from\s+(?:the\s+)?$", re.I
)
VIEWS_OF = re.compile(r"\b(?:views?|advice|comments|opinion)\s+of\s+(?:the\s+)?$")
SOUGHT = re.compile(r"\s+be\s+(?:sought|requested|obtained|asked)\b")
WRITES_TO = re.compile(
    r"\bcomments?\s+to\s+(?:the\s+)?$|\b(?:write|written|letter|report|representations?) (?:be sent )?to"
    r"\s+(?:the\s+)?$",
    re.I,
)
HAS_TASK = re.compile(
    rf"^(?:(?:,|\s+and|\s+&)\s+(?:the\s+)?[A-Z][\w.' -]{{2,60}}?)?"
    rf"\s+(?:(?:(?:(?:is|are|agreed|offered|undertook|volunteered)\s+)?to|should|will|would|shall)\s+[a-z]|{TASK}s?\b)"
)
# Referrals and recommendations: "be recommended to the …", "refers the report to the …".
ADVISED = re.compile(r"\s+(?:be|is|are)\s+(?:also\s+|formally\s+)?(?:recommended|advised|asked)\b", re.I)
# "RECOMMENDED that the Council approves the scheme"
DOES = re.compile(
    r"\s+(?:(?:approve|adopt|agree|endorse|accept|confirm|authorise|support|consider|note)s?|ratif(?:y|ies))\b"
)
SENDS = re.compile(
    r"\b(?:pass|refer|recommend|commend|forward|escalat|submit|remit|report|advis|propos|present)\w*\b", re.I
)
DIRECTLY = re.compile(r"(?=.{0,13}$)\s+(?:that\s+|to\s+)?(?:the\s+)?", re.I)
SENT_TO = re.compile(
    r"\b(?:to|TO)\s+(?:the\s+)?(?:(?:[a-z]+\s+)?[Cc]ouncil's\s+)?(?:next meeting of (?:the\s+)?)?$"
    r"|\bto (?:both )?(?:the\s+)?[A-Z][\w'() &-]{3,80}(?:,| and) (?:the\s+|to\s+(?:the\s+)?)?$"
)
TO_THE = re.compile(r"\bto\s+(?:the\s+)?$", re.I)
# "recommend to Council to delegate the details to the Director", "… the appointment of two members to the Board"
ANOTHER_ACT = re.compile(r"\b(?:delegat|appoint|authoris|authoriz)\w*", re.I)
MEETING_OF = re.compile(r"\b(?:to|meetings?\s+of|for|by|at)\s+(?:the\s+)?(?:next\s+)?(?:meeting of (?:the\s+)?)?$")
AHEAD_OF = re.compile(
    r"\b(?:prior\s+to|before|ahead\s+of)\b[^,;.]{0,80}$"
)  # "for approval prior to being put to Cabinet"
# "proposed by Cllr Reed, seconded by Cllr Lowe and appointed": these two are not.
REPLACED = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:place|stead|succession|absence)\s+(?:of|to)|replaces?|succeeds?|replacing|succeeding|vice"
    r"|instead\s+of|representing)\s+(?:the\s+)?(?:former|late|retiring|outgoing)?\s*$",
    re.I,
)
PROPOSER = re.compile(r"\b(?:proposed|seconded|moved|nominated)\s+(?:by\s+)?(?:the\s+)?$", re.I)
REPLACED_BY = re.compile(r"\breplaced\s+by\s+(?:the\s+)?")
# "That the Clerk be appointed as Proper Officer"
APPOINTS = re.compile(r"\bappoints?\s+(?:the\s+)?$", re.I)  # "(3) Appoints the Director of Roads as its shareholder"
APPOINTED = re.compile(rf"\s+be\s+(?:{ADVERB}\s+)?(?:re-?)?(?:appointed|nominated|elected|designated)\b")
SUBJECT_OF = re.compile(
    r"^(?:[\"'(]*)(?:[^.;:]{2,80}?\bagree[sd]?\s+for\s+)?(?:(?i:that)\s+)?(?:(?i:the)\s+)?"
    r"(?:[A-Z][\w.' -]{2,60}?\s(?:and|&)\s(?:the\s+)?(?=[A-Z][\w.' -]{1,60}$|$))?"
)


def find_targets(text: str, offset: int, action: Action) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """(targets, those to be consulted) of a clause; each a post, a person or a body, in the order of the text."""
    if action not in SPEAKING:
        return (), tuple(_consulted(text, offset)[0])
    consulted, spans = _consulted(text, offset)
    names = [m for m in names_in(text, offset, action) if not any(s.overlaps(m.span) for s in spans)]
    chosen = [m for m in names if _is_target(text, offset, m, action)]
    if action == "request":  # "the Clerk be asked to write to Mr Lee": he is asked nothing
        chosen = [m for m in chosen if not WRITES_TO.search(text[: m.span.start - offset])] or chosen
    if action in ("recommend", "refer"):
        for one in (passed.recipient for passed in passed_on(text, offset)):
            if not any(m.span.covers(one.span) for m in chosen):
                chosen = sorted([one, *(m for m in chosen if not m.span.overlaps(one.span))], key=lambda m: m.span)
    return tuple(_distinct(chosen)), tuple(consulted)


def _consulted(text: str, offset: int) -> tuple[list[Mention], list[Span]]:
    out: list[Mention] = []
    spans: list[Span] = []
    for cue in CONSULTED.finditer(text):
        stop = ENDS_HOLDERS.search(text, cue.end())
        end = stop.start() if stop else len(text)
        spans.append(Span(start=offset + cue.start(), end=offset + end))
        out += list(names_in(text[cue.end() : end], offset + cue.end()))
    return out, spans


def _is_target(text: str, offset: int, mention: Mention, action: Action) -> bool:
    """Does the clause speak to this one? What decides is where the name stands to the verb."""
    start, end = mention.span.start - offset, mention.span.end - offset
    before, after = text[:start], _past_consultation(text[end:])
    match action:
        case "delegate":
            return (
                bool(EMPOWERED.match(after))
                or _is_given(before, after)
                or _is_handed(text, start)
                or bool(LISTED_EMPOWERED.match(after))
            )
        case "request":
            return _is_asked(before, after)
        case "recommend" | "refer":
            if action == "recommend" and (ADVISED.match(after) or mention.kind == "body" and _does(before, after)):
                return True
            return not (mention.kind == "person" and action == "recommend") and _is_reached(text, start)
        case "appoint":
            if mention.kind == "post":
                return bool(APPOINTED.match(after) or APPOINTS.search(before))
            if (by := REPLACED_BY.search(text)) and by.end() != start:
                return False
            return mention.kind == "person" and not (PROPOSER.search(before) or REPLACED.search(before))
        case _:
            return mention.kind == "body" and bool(MEETING_OF.search(before)) and not AHEAD_OF.search(before)


def _does(before: str, after: str) -> bool:
    lead = SUBJECT_OF.match(before)
    return bool(lead and lead.end() == len(before) and DOES.match(after))


def _past_consultation(after: str) -> str:
    """What follows a name, without those who are to be consulted: "the Director, in consultation with X, be asked"."""
    cue = CONSULTED.match(after.lstrip(" (")) and CONSULTED.search(after)
    stop = TO_BE.search(after, cue.end()) if cue else None
    return after[stop.start() :] if stop else after


def _is_given(before: str, after: str) -> bool:
    """ "gives the Director (delegated authority to …)"."""
    return bool(GIVES.search(before) and AUTHORITY.match(after))


def _is_handed(text: str, start: int) -> bool:
    """Does a name stand among those to whom authority goes: "authority be delegated to the A and the B to …"?"""
    for cue in HANDS.finditer(text):
        if start >= cue.end() - 1:
            stop = ENDS_HOLDERS.search(text, cue.end())
            if start < (stop.start() if stop else len(text)):
                return True
    return False


def _is_asked(before: str, after: str) -> bool:
    if ASKED.match(after) or ASKS.search(before) or WRITES_TO.search(before):
        return True
    if ASKS_FROM.search(before) and not TAKEN_FROM.search(before):
        return True
    if VIEWS_OF.search(before) and SOUGHT.match(after):
        return True
    lead = SUBJECT_OF.match(before)
    return bool(lead and lead.end() == len(before) and HAS_TASK.match(after))


def _is_reached(text: str, start: int) -> bool:
    """Is it where a matter is sent: "refer the report to the A and the B", "recommend the Council that …"?"""
    cue = SENDS.search(text)
    if cue is None or start <= cue.start():
        return False
    if ANOTHER_ACT.search(text, cue.end(), start):
        return False
    to = TO_THE.search(text[:start])
    if to and NOUN_TO.search(text[: to.start()]):
        return False  # "recommend … in relation to the Director": it is no way that leads there
    return bool(DIRECTLY.fullmatch(text[cue.end() : start]) or SENT_TO.search(text[:start]))


def _distinct(mentions: list[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for m in mentions:
        if all(m.name.lower() != o.name.lower() for o in out):
            out.append(m)
    return out


def find_ground(text: str, offset: int) -> Quoted | None:
    """The ground on which the public is excluded, in the words used."""
    found = GROUND.search(text)
    if not found:
        return None
    end = re.search(r"\.(?:\s|$)", text[found.start() :])
    stop = found.start() + end.start() if end else len(text.rstrip())
    return Quoted(text=squash(text[found.start() : stop]), span=Span(start=offset + found.start(), end=offset + stop))
