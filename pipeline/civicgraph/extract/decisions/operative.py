"""The operative verbs of one sentence, each with its action: active, joined, passive, or hung on another verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.deciding import PUBLIC, action_by_things, action_of, is_replaced
from civicgraph.extract.decisions.denials import NO_ACTION, NONE, NOT, is_denied, refused
from civicgraph.extract.decisions.further import and_that
from civicgraph.extract.decisions.subjects import ADVERB, PREAMBLE, START, TOGETHER, subject
from civicgraph.extract.decisions.verbless import is_task
from civicgraph.extract.decisions.verbs import Verb, by_form, forms, lemma_of, verb_of
from civicgraph.extract.decisions.voices import ASIDE, EMPOWERED, voices
from civicgraph.extract.names.bare import body_at
from civicgraph.model import Action

LEADING = re.compile(r"[\"'(\s]*(?:(?:and|also)\s+)?", re.I)
THAT = re.compile(rf"(?:{ASIDE},?)?" r"\s{0,4}:?\s{0,4}(?:in principle\s+|unanimously\s+)?that\b\s{0,4}")
TO_DO = re.compile(r"\bto\s+(?!the\b)[a-z]+\b|^\s+that\b")
NOUN_AFTER = re.compile(r"\s+(?:of|be|is|are|was|were|has|have|in respect)\b")
NAME_AFTER = re.compile(r"\s+(?:[A-Z][a-z]+\s+){1,3}(?:be|is|are)\b")
# Verbs that decide nothing where another hangs on them: "agree to exclude", "resolved that … be deferred".
INNER = frozenset("agree resolve decide determine accept propose proceed approve confirm endorse support".split())
# "agreed to the officer's recommendation to refuse permission"
TO_REFUSE = re.compile(
    r"\s+(?:(?:to|with)\s+)?(?:the\s+)?(?:[\w'-]+\s+){0,4}?recommendations?\s+(?:to|of|for|that\s[^;.]{3,60}?\sbe)\s+(?:refus|reject)",
    re.I,
)
ASKING = frozenset(("ask", "request", "invite"))
BESIDE = re.compile(r"^\s+and\s+[a-z]+ed\b")  # "(the results are noted) and considered"
NOT_TO = re.compile(r"\s+not\s+to\s+[a-z]")
FOR_ONE = re.compile(r"\s+for\s+(?=the\s|[A-Z])")
TO_NOTE = re.compile(r"\s+to\s+(?:also\s+)?note\b")
CONTINUED = frozenset(("monitor", "review"))
# "the talks should go on and that (the Director be authorised …)", "no action be taken and that …"
OTHER_AND = re.compile(
    r"(?:that\s+)?[^;:.]{3,160}?\s(?:(?:should|shall)\s(?!be\b)|be\s+(?:taken|made|held)\b)[^;:.]{0,160}?,?\s+and\s+that\s+(?=\S)",
    re.I,
)
# "…, after which a draft would be": what such a verb says belongs to the thing and is no act.
ASIDE_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose)\s(?:[^,;.]|(?<=\b[A-Z])\.){3,160},")
IN_RELATIVE = re.compile(r"\b(?:which|who|whom)\b[^,;.]{0,80}\b(?:would|will|should|could|can|may|might|must)\s+$")
AS_IT_WILL = re.compile(
    r"\b(?:(?:as|because|since)\s+(?:the|this|it|they|these)|on\s+the\s+(?:basis|grounds?|understanding)\s+that)\b[^,;.]{0,120}"
    r"\b(?:will|would)\s+$"
)
EMPOWERS = re.compile(
    r"(?:gave|gives?|grants?|granted)\s+(?:(?i:the\s+)?(?-i:[A-Z])[\w' &/-]{2,90}?\s+)?(?:full\s+|delegated\s+)*"
    r"(?:authority|powers?)\s+to\b",
    re.I,
)
# "Urgent action is required to protect the river": what is needed, and nobody is asked for it.
NEEDED = re.compile(
    r"\b(?:action|works?|changes?|investment|funding|money|reform|consent|permission|approval|licen[cs]e|legislation"
    r"|regulation|time|care)\s+(?:is|are)\s+(?:\w+\s+)?required\b",
    re.I,
)
# Under a lead-in these alone are acts in the present: "agreed: (a) officers are instructed to …".
INSTRUCTED = re.compile(
    r"(?:is|are)\s+(?:\w+\s+)?(?:instructed|requested|asked|authori[sz]ed|delegated|deferred|adjourned|brought\s+back)\b",
    re.I,
)
# "Having considered the application, the police's letter and the policy, (the Panel refuses it)": what led up to it may
# have many commas.
LED_UP = re.compile(r"(?:that,?\s+)?(?:having|after|following|taking|in\s+(?:the\s+)?light\s+of)\b", re.I)
BODY_ACTS = re.compile(rf"[,;]\s+(?={subject(TOGETHER)}\s+(?:{ADVERB}\s+)?(?:{forms('third', 'past')})\b)")
# "The motion was carried and the Council resolved to …": what it resolved decides.
CARRIED = re.compile(
    r"^(?:The\s+)?(?:substantive\s+)?(?:motion|amendment)\s+(?:was|being)\s+carried,?\s+(?:and\s+)?(?=the\s)", re.I
)
# "be approved and presented by the Chair to the Panel", "be approved for printing and referred to the Panel"
PRESENTED = re.compile(
    r"(?:\s+(?:for|as|in|at|on)\s[^,;:.]{2,80}?)?,?\s+and\s+(?P<verb>(?:then\s+)?(?:presented|referred|submitted|forwarded|remitted))"
    r"\s+(?:by\s+[^.;:]{3,100}?\s+)?(?:back\s+|on\s+)?to\s+(?:the\s+)?[A-Z]"
)
# "(agreed to go to tender) and delegate authority to the Director"
AND_DELEGATE = re.compile(
    r",?\s+and\s+(?:to\s+)?(?P<verb>delegates?|delegated)\s+(?:authority|powers?|responsibility)\b", re.I
)
# "(be granted,) with a report being brought to the Roads Panel in May"
TO_COME = re.compile(
    r",\s+(?:and\s+)?with\s+(?P<what>(?:an?|the|further)\s+(?:[\w-]+\s+){0,3}?(?:reports?|updates?|papers?|details)\s+(?:(?:to\s+be|being)\s+)?"
    r"(?:brought|submitted|presented|reported|made|provided|to\s+come)\s+(?:back\s+)?to\s+)"
)
NOTED_TOO = re.compile(r",?\s+and\s+(?:(?:it\s+)?(?:was\s+|be\s+)?)(?P<verb>noted)\s+that\b", re.I)
RECORD_OF = re.compile(r"(?:Record|Notice)\s+of\b")
# "(it be recommended) to Council, through the Panel, that (a change be made)": what is recommended is no other act
ADVISED_THAT = re.compile(r"[^;.]{0,160}?,\s+that\s")


# "(That the Board's request that a meeting be held) be noted": what the noun says is no act.
SAYING = re.compile(
    r"(?:[Tt]hat\s+)?(?:the|this|their|its)\s+(?:[\w']+\s+){0,5}?(?:requests?|decisions?|recommendations?|suggestions?|proposals?"
    r"|concerns?|views?|comments?|advice|assurances?)\s+(?:of\s+[^,;.]{3,60}\s+)?that\s[^;.]{5,300}?,\s+(?=be\s+(?:\w+\s+)?[a-z]+ed\b)"
)


def acts_of(clause: str, *, led: bool = False) -> Iterator[tuple[int, Action, str]]:
    """(start of the act's words, action, lemma); under a lead-in only "be" makes a passive an act of the body."""
    offset = carried.end() if (carried := CARRIED.match(clause)) else 0
    if LED_UP.match(clause, offset) and (body := BODY_ACTS.search(clause, offset)):
        offset = body.end()
    while preamble := PREAMBLE.match(clause[offset:]):
        offset += preamble.end()  # "Subject to the decision above, if the Board is so minded, recommend …"
    opening = START.match(clause[offset:])
    at = offset + (opening.end() if opening else 0)
    first = voices().active.match(clause, at)
    if first and opening and opening.group("subject") and RECORD_OF.match(clause, first.start()):
        return  # "Barset Council - Record of Decision"
    if is_replaced(clause, offset):
        yield _own(clause), "appoint", "replace"
    elif EMPOWERS.match(clause, at):
        yield _own(clause), "delegate", "delegate"
    elif first and opening and (opening.group("subject") or acts_on(clause, first, opening.group())):
        yield from _active(clause, first, denied=bool(opening.group("not")))
    else:
        yield from _passive(clause, offset, led=led)


def _active(clause: str, first: re.Match[str], *, denied: bool) -> Iterator[tuple[int, Action, str]]:
    """ "(the Board) notes the report and requests …": the first verb, those joined to it, further subjects."""
    rest = clause[first.end() :]
    decided = _decide(clause, first)
    denied = denied or decided[0] != "note" and bool(NONE.match(rest))  # "note that no interests were declared"
    yield _own(clause), *refused(decided, denied, rest)
    verb = verb_of(first.group("verb"))
    word = " ".join(first.group("verb").lower().split())
    form = "base" if verb and word == verb.base else ("third" if verb and word == verb.third else "past")
    at = first.end()
    while more := voices().joined[form].search(clause, at):
        group = "verb" if more.groupdict().get("verb") else "verb2"
        if more.group(group).istitle():
            at = more.end(group)
            continue  # "… Planning and Place to proceed": of a name
        hangs = form == "base" and more.group()[0] not in ",;" and TO_DO.search(clause[first.end() : more.start()])
        if not (hangs and verb and verb.action in ("request", "delegate")):
            denied = bool(NOT.search(clause[more.start() : more.start(group)]))
            yield more.start(group), *refused(_decide(clause, more, group), denied, clause[more.end(group) :])
        at = more.end(group)
    if form != "base" and verb and decided[0] not in ("request", "delegate"):
        for more in voices().and_to.finditer(clause, first.end()):
            yield more.start("verb"), *_decide(clause, more)
    if decided[0] != "delegate" and (handed := AND_DELEGATE.search(clause, first.end())):
        yield handed.start("verb"), "delegate", "delegate"
    for begin, found in and_that(clause, first.end()):
        yield begin, *_be_done(clause, begin, found)


def _passive(clause: str, offset: int, *, led: bool) -> Iterator[tuple[int, Action, str]]:
    """ "the report be noted and endorsed, and that authority be delegated …"."""
    own = _own(clause)
    if says := SAYING.match(clause, offset):
        offset = says.end()
    if is_task(clause[offset:]):
        yield own, "request", "request"
        for begin, found in and_that(clause, offset):
            yield begin, *_be_done(clause, begin, found)
        return
    passive = voices().passive.search(clause, offset)
    if passive and (aside := ASIDE_RELATIVE.search(clause, offset)) and aside.start() < passive.start() < aside.end():
        passive = voices().passive.search(clause, aside.end())  # "the motion, which had been moved by X, be referred"
    if passive and passive.group().split()[0].lower() != "be":
        told = led and not INSTRUCTED.match(clause, passive.start())
        if (
            told
            or len(clause[offset : passive.start()].split()) > 12
            and BESIDE.sub("", clause[passive.end() :]).strip(" .;")
        ):
            passive = None
    if passive is not None and IN_RELATIVE.search(clause, offset, passive.start()):
        return
    if passive is not None and any(one.end() == passive.end() for one in NEEDED.finditer(clause, offset)):
        passive = None
    if passive is not None and AS_IT_WILL.search(clause[: passive.start()]):
        passive = None  # "call-in does not apply as the report will be submitted to the Panel"
    empowered = EMPOWERED.search(clause, offset)
    if empowered and (passive is None or empowered.start() <= passive.start()):
        yield own, "delegate", "delegate"
        for begin, found in and_that(clause, empowered.end()):
            yield begin, *_be_done(clause, begin, found)
        return
    if passive is None:
        unknown = voices().unknown.search(clause, offset)
        if unknown and AS_IT_WILL.search(clause[: unknown.start()]):
            unknown = None
        if PUBLIC.search(clause):
            yield own, "exclude", "exclude"
        elif unknown and not is_task(clause):
            action = action_by_things(clause, unknown.group("verb"), "approve", start=unknown.start())
            denied = is_denied(clause, offset, unknown)
            yield own, *refused((action, unknown.group("verb")), denied, clause[offset : unknown.start()])
        return
    if parted := OTHER_AND.match(clause, offset, passive.start()):
        yield own, "note" if NO_ACTION.search(parted.group()) else "approve", "agree"
        yield parted.end(), *_be_done(clause, parted.end(), passive)
    else:
        yield own, *_be_done(clause, offset, passive)
    beside = voices().beside.match(clause[passive.end() :])
    if beside and (verb := verb_of(beside.group("verb"))):
        yield passive.end() + beside.start("verb"), *_beside(clause[passive.end() :], beside, verb)
    elif passed := PRESENTED.match(clause, passive.end()):
        yield passed.start("verb"), "refer", lemma_of(passed.group("verb")) or "present"
    if coming := TO_COME.search(clause, passive.end()):
        yield coming.start("what"), ("schedule" if body_at(clause, coming.end(), 0) else "request"), "bring"
    if noted := NOTED_TOO.search(clause, passive.end()):
        yield noted.start("verb"), "note", "note"
    advised = passive.group("verb").lower() == "recommended" and ADVISED_THAT.match(clause, passive.end())
    for begin, found in and_that(clause, advised.end() if advised else passive.end()):
        yield begin, *_be_done(clause, begin, found)


def _decide(clause: str, found: re.Match[str], group: str = "verb") -> tuple[Action, str]:
    """Action and lemma of a verb: of the one that hangs on it where that one decides ("agree to request" requests)."""
    lemma = by_form()[" ".join(found.group(group).lower().split())][0].lemma
    rest = clause[found.end(group) : found.end(group) + 400]
    if lemma in ASKING and TO_NOTE.match(rest):
        return "note", "note"
    if lemma in INNER:
        if TO_REFUSE.match(rest):
            return "reject", "refuse"
        if (somebody := FOR_ONE.match(rest)) and is_task(rest[somebody.end() :]):
            return "request", "request"  # "agreed for the Clerk to write"
        if NOT_TO.match(rest) and not voices().to.match(rest):
            return "reject", f"not {lemma}"  # "decided not to call in the decision"
        if inner := voices().to.match(rest):
            return refused(_decide(rest, inner), bool(inner.group("not")), rest[inner.end() :])
        if that := THAT.match(rest):
            if inside := next(acts_of(rest[that.end() :]), None):
                return inside[1], inside[2]
            if is_task(rest[that.end() :]):
                return "request", "request"
    if lemma == "continue" and (inner := voices().to.match(rest)):
        act = _decide(rest, inner)
        return act if act[1] in CONTINUED else ("approve", "continue")
    return action_of(clause, found, group)


def _beside(clause: str, found: re.Match[str], verb: Verb) -> tuple[Action, str]:
    """The act of a participle joined to a passive: "(be deferred) and passed to the Panel"."""
    return action_of(clause, found, "verb") if verb.lemma == "pass" else (verb.action, verb.lemma)


def _own(clause: str) -> int:
    """Offset at which a clause's own words begin."""
    lead = LEADING.match(clause)
    return lead.end() if lead else 0


def _be_done(clause: str, start: int, found: re.Match[str] | None) -> tuple[Action, str]:
    """The act of a passive whose subject begins at `start`: "the fees be raised", "the matter not be referred"; without
    one, of somebody's task: "that officers report back"."""
    if found is None:
        return "request", "request"
    if found.re is EMPOWERED:
        return "delegate", "delegate"
    return refused(_decide(clause, found), is_denied(clause, start, found), clause[start : found.start()])


def acts_on(clause: str, first: re.Match[str], opening: str) -> bool:
    """Is a first word a verb and not a noun: "Support Services be …", "Notes of the meeting", "Place making"?"""
    if NOUN_AFTER.match(clause, first.end()) and not re.search(r"\b[Tt]o\s*$", opening):
        return False
    return not NAME_AFTER.match(clause, first.end())
