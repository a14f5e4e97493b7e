"""What a clause does: its operative verbs, each with its action and the words that are its own.

"noted the report and requested a review" does two things. Verbs within verbs: the inner one decides ("agrees to
exclude"). To authorise a post or person "to …" is to delegate; to authorise a thing is to approve it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from civicgraph.extract.verbs import by_form, forms, verb_of
from civicgraph.model import Action
from civicgraph.values.names import find_people

BODY = (
    r"(?:Sub-?\s?Committee|Committee|Board|Panel|Cabinet(?:\s+Member)?|Council|Executive(?:\s+Member)?|Group|Forum|Members?|Councillors|Authority|Commission|Assembly"
    r"|Partnership|Trustees|[Mm]eeting|Mayor|Leader|Governors|Portfolio Holder|Directors|District)"
)
SUBJECT = (
    rf"(?:[Tt]he\s+|[Tt]his\s+|[Aa]ll\s+)?(?:(?:[A-Z][\w'&/-]*|and|of|for|the)\s+){{0,9}}?(?:{BODY}|[Mm]embers|councillors)"
    r"(?:\s+for\s+(?:[A-Z][\w'&]*,?\s+|and\s+|the\s+){1,9}|\s+of\s+(?:the\s+)?(?:[A-Z][\w'&]*\s+){1,4})?(?:\s*\([^()\n]{1,80}\))?"
)
ADVERB = r"(?:also|then|further|unanimously|formally|hereby|therefore|accordingly|subsequently|duly|now|all|both|again|fully|warmly|strongly|each|jointly|thereby)"
PREAMBLE = re.compile(
    r"^(?:that,?\s+)?(?:after|having|following|subject to|in (?:the )?light of|further to|pursuant to|in accordance with|for the reasons|with (?:regard|reference|respect) to"
    r"|in respect of|in relation to|in particular|on the (?:recommendation|advice|proposal|motion) of|upon|in view of|in order to|with immediate effect|under|by .{2,40} votes|on being put to the vote)\b[^:;]{0,260}?,\s+(?=\S)",
    re.I | re.S,
)
START = re.compile(
    rf"^(?:[\"'(]*)(?:and\s+|also\s+)?(?:that,?\s+|to\s+)?(?:(?P<subject>{SUBJECT})\s*:?\s*-?\s*(?:,\s*)?(?:(?:should|shall|will|be recommended to|be asked to|is recommended to|are recommended to|do|does|did)\s+)?)?(?:{ADVERB}\s+){{0,2}}(?:to\s+)?",
    re.S,
)
BE = r"(?:be|is|are|was|were|been|being)"
INNER = frozenset(
    (
        "agree",
        "resolve",
        "decide",
        "determine",
        "accept",
        "propose",
        "continue",
        "proceed",
        "approve",
        "confirm",
        "endorse",
        "support",
    )
)
REPORTS = re.compile(
    r"\b(?:reports?|updates?|briefings?|papers?|information|details|data|presentations?|seminars?|training|responses?|letters?|copy|copies|figures|statistics|feedback|notes?)\b",
    re.I,
)
LATER = re.compile(
    r"\b(?:(?:next|future|later|subsequent|forthcoming|following|special|additional|first)\s+(?:\w+\s+){0,3}meetings?|work(?:ing)? (?:programme|plan)|forward (?:plan|planner|work programme)|agenda)\b",
    re.I,
)
OWNER_TO = re.compile(
    r"^(?:[\"'(]*)(?:that\s+)?(?:the\s+)?(?P<owner>(?:[A-Z][\w'&.-]*|and|of|for|the)(?:\s+(?:[A-Z][\w'&.-]*|and|of|for|the)){0,8}|officers|clerk|members|councillors)\s+(?:to|should|will|would|shall)\s+(?!be\b|note\b|the\b)(?:[a-z]+)",
    re.S,
)
DELEGATED = re.compile(
    r"\b(?:delegat\w+\s+(?:authority|powers?|responsibility|decisions?|approval)|authority\s+(?:be|is|was|to be)\s+(?:delegated|given|granted)|be\s+(?:given|granted)\s+(?:delegated\s+)?(?:authority|powers?))\b",
    re.I,
)
PUBLIC = re.compile(
    r"\b(?:exclu\w+\s+(?:the\s+)?(?:press|public)|(?:press|public)\b.{0,30}\b(?:be|are|is|were|was)\s+(?:now\s+)?(?:excluded|asked to leave|requested to leave))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Act:
    start: int  # offset into the clause
    end: int
    action: Action
    verb: str  # lemma


def find_acts(clause: str, *, lead: str = "", default: Action | None = "approve") -> list[Act]:
    """The acts of a clause, in order; `lead` is the lemma of the verb that led into it ("agreed:").

    A clause in which no verb decides is the `default` act of the verb that led in; with default None it is none.
    """
    found = list(_acts(clause, led=bool(lead)))
    if not found:
        action = _default(clause, lead, default)
        return [Act(0, len(clause), action, lead or action)] if action else []
    acts: list[Act] = []
    for start, action, verb in found:
        if acts and acts[-1].action == action:
            continue
        if acts:
            last = acts[-1]
            acts[-1] = Act(last.start, _trim(clause, last.start, start), last.action, last.verb)
        acts.append(Act(start, len(clause), action, verb))
    return acts


def _default(clause: str, lead: str, default: Action | None) -> Action | None:
    if PUBLIC.search(clause):
        return "exclude"
    owner = OWNER_TO.match(clause)
    if owner and not re.match(rf"^(?:that\s+)?(?:the\s+)?{BODY}\b", owner.group("owner")):
        return "request"
    verb = verb_of(lead) if lead else None
    return verb.action if verb else default


def _trim(clause: str, start: int, end: int) -> int:
    words = re.sub(r"(?:[,;.]|\s|\band\b|\bthat\b|\bto\b)+$", "", clause[start:end])
    return start + len(words)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    adverbs = rf"(?:(?:{ADVERB}|in principle|to)\s+){{0,2}}"
    return {
        "active": re.compile(rf"(?P<verb>{forms('base', 'third', 'past', 'participle')})\b(?!-)", re.I),
        "passive": re.compile(
            rf"\b{BE}\s+(?:(?:{ADVERB}|not|re|either|in principle|officially|retrospectively)\s+){{0,2}}(?P<verb>{forms('participle')})\b",
            re.I,
        ),
        "unknown": re.compile(
            rf"\b(?:be|should be|will be)\s+(?:{ADVERB}\s+){{0,2}}(?P<verb>[a-z]{{3,}}(?:ed|en|wn|pt|nt|de))\b"
        ),
        "to": re.compile(
            rf"\s+(?:(?:in principle|unanimously|also)\s+)?to\s+(?:{ADVERB}\s+)?(?P<verb>{forms('base')})\b", re.I
        ),
        "and_base": re.compile(
            rf"(?:,\s*|;\s*|\s+)(?:and|or)\s+{adverbs}(?P<verb>{forms('base')})\s+(?=that\b|the\b|an?\b|to\b|its?\b|their\b|his\b|her\b|any\b|all\b|further\b|officers\b|for\b|those\b|these\b|[A-Z\"'(])|;\s+{adverbs}(?P<verb2>{forms('base')})\s",
            re.I,
        ),
        "and_third": re.compile(
            rf"(?:,\s*|;\s*|\s+)(?:and\s+|;\s*){adverbs}(?P<verb>{forms('third')})\s+(?=that\b|the\b|an?\b|to\b|its?\b|their\b|any\b|all\b|further\b|officers\b|[A-Z\"'(])",
            re.I,
        ),
        "and_past": re.compile(
            rf"(?:,\s*|;\s*|\s+)(?:and\s+){adverbs}(?:(?:it was|was|were|had)\s+)?(?P<verb>{forms('past')})\s+(?=that\b|the\b|an?\b|to\b|its?\b|their\b|any\b|all\b|further\b|officers\b|information\b|[A-Z\"'(])",
            re.I,
        ),
        "and_part": re.compile(rf"^\s*(?:,|and|&)\s+(?:{ADVERB}\s+)?(?P<verb>{forms('participle')})\b", re.I),
    }


def _acts(clause: str, *, led: bool = False) -> Iterator[tuple[int, Action, str]]:
    """(start of the act's words, action, lemma); under a lead-in only "be" makes a passive an act of the body."""
    patterns = _patterns()
    offset = 0
    if preamble := PREAMBLE.match(clause):
        offset = preamble.end()
    opening = START.match(clause[offset:])
    at = offset + (opening.end() if opening else 0)
    first = patterns["active"].match(clause, at)
    if first and opening and (opening.group("subject") or _acts_on(clause, first, opening.group())):
        form = by_form()[_form(first.group("verb"))][1]
        start = (
            offset
            + (re.match(r"[\"'(]*(?:and\s+|also\s+)?(?:that,?\s+|to\s+)?", clause[offset:], re.I) or opening).end()
        )
        yield start, *_decide(clause, first)
        kind = {"base": "and_base", "third": "and_third"}.get(form, "and_past")
        at = first.end()
        while more := patterns[kind].search(clause, at):
            group = "verb" if more.groupdict().get("verb") else "verb2"
            begin = more.start(group)
            if not re.search(
                r"\b(?:to|which|who|that)\s+(?:\w+\s+){0,6}$", clause[max(0, more.start() - 3) : more.start()]
            ):
                yield begin, *_decide(clause, more, group)
            at = more.end(group)
        for begin, found in _and_that(clause, first.end()):
            yield begin, *_decide(clause, found)
        return
    passive = patterns["passive"].search(clause, offset)
    if passive and passive.group().split()[0].lower() != "be" and (led or len(clause[offset : passive.start()].split()) > 12):
        passive = None
    if passive is None:
        unknown = patterns["unknown"].search(clause, offset)
        if unknown and not OWNER_TO.match(clause):
            yield _own(clause, offset), _by_things(clause, unknown.group("verb"), "approve"), unknown.group("verb")
        elif PUBLIC.search(clause):
            yield _own(clause, offset), "exclude", "exclude"
        return
    yield _own(clause, offset), *_decide(clause, passive)
    beside = patterns["and_part"].match(clause[passive.end() :])
    if beside and (verb := verb_of(beside.group("verb"))):
        yield passive.end() + beside.start("verb"), verb.action, verb.lemma
    for begin, found in _and_that(clause, passive.end()):
        yield begin, *_decide(clause, found)


def _own(clause: str, offset: int) -> int:
    lead = re.match(r"[\"'(]*(?:and\s+|also\s+)?(?:that,?\s+)?", clause[offset:], re.I)
    return offset + (lead.end() if lead else 0)


def _acts_on(clause: str, first: re.Match[str], opening: str) -> bool:
    """Is a first word a verb and not a noun: "Support Services be …", "Notes of the meeting", "Place making"?"""
    rest = clause[first.end() :]
    if re.match(r"\s+(?:of|be|is|are|was|were|has|have|in respect)\b", rest) and not re.search(r"\bto\s*$", opening):
        return False
    return not re.match(r"\s+(?:[A-Z][a-z]+\s+){1,3}(?:be|is|are)\b", rest)


def _and_that(clause: str, at: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Further subjects with a passive of their own: "…; and that authority be delegated to …"."""
    joint = re.compile(r"(?:;\s*(?:and\s+)?|,?\s+and\s+)(?:that\s+)?(?=\S)|\.\s+(?=[A-Z])")
    passive = _patterns()["passive"]
    for found in joint.finditer(clause, at):
        be = passive.search(clause, found.end())
        if be is None:
            return
        between = clause[found.end() : be.start()]
        if len(between.split()) > 14 or re.search(
            r"\b(?:to|which|who|that|if|where|when|and|shall|will|would|having|being)\b|[;.,]", between
        ):
            continue
        if be.group().split()[0].lower() in ("was", "were", "been", "being"):
            continue
        that = "that" in found.group() or ";" in found.group()
        if that or not re.search(
            r"\b(?:ensure|requested|asked|so|order|request|ask)\s+(?:\w+\s+){0,4}that\b", clause[at : found.start()]
        ):
            yield found.end(), be


def _form(words: str) -> str:
    return " ".join(words.lower().split())


def _decide(clause: str, found: re.Match[str], group: str = "verb") -> tuple[Action, str]:
    """The action of a verb where it stands: what it acts on, and whether another verb hangs on it."""
    verb = by_form()[_form(found.group(group))][0]
    rest = clause[found.end(group) : found.end(group) + 400]
    around = clause[max(0, found.start() - 160) : found.end() + 200]
    if PUBLIC.search(around) and verb.lemma in ("exclude", "agree", "approve", "request", "ask", "resolve"):
        return "exclude", "exclude"
    if verb.lemma in INNER:
        inner = _patterns()["to"].match(rest)
        if inner:
            return _decide(rest, inner)
        that = re.match(r"\s*:?\s*(?:in principle\s+|unanimously\s+)?that\b\s*", rest)
        if that and (acts := list(_acts(rest[that.end() :]))):
            return acts[0][1], acts[0][2]
        if that and OWNER_TO.match(rest[that.end() :]):
            return "request", "request"
    if verb.lemma in ("authorise", "authorize", "empower", "delegate", "mandate"):
        if verb.lemma == "delegate" or DELEGATED.search(around):
            return "delegate", "delegate"
        passive = found.group().lower().split()[0] in ("be", "is", "are", "was", "were")
        holder = clause[: found.start()][-160:] if passive else re.split(r"\bto\b", rest, maxsplit=1)[0]
        to = (
            re.match(r"\s*(?:,[^,]{0,200},\s*)?to\s+[a-z]", rest)
            if passive
            else re.match(r".{3,250}?\bto\s+[a-z]", rest, re.S)
        )
        if to and _names_holder(holder):
            return "delegate", "authorise"
        return "approve", "authorise"
    if DELEGATED.search(around) and verb.action == "approve":
        return "delegate", "delegate"
    action = _by_things(clause, found.group(group), verb.action, start=found.start())
    return action, verb.lemma


def _names_holder(words: str) -> bool:
    from civicgraph.extract.posts import find_posts  # posts reads phrases, which reads nothing of this module

    return (
        bool(re.search(r"\b(?:officers?|clerk|Clerk|members|Chair|chair(?:man)?)\b", words))
        or next(find_posts(words), None) is not None
        or bool(find_people(words))
    )


def _by_things(clause: str, form: str, action: Action, start: int | None = None) -> Action:
    """Verbs of moving papers: reports that come to a later meeting are scheduled, what is to be supplied is requested."""
    form = form.lower()
    if form in (
        "brought",
        "submitted",
        "presented",
        "reported",
        "considered",
        "included",
        "added",
        "placed",
        "put",
        "scheduled",
        "tabled",
        "discussed",
        "bring",
        "add",
        "include",
    ):
        if LATER.search(clause):
            return "schedule"
        if REPORTS.search(clause[:start] if start else clause) and form in (
            "brought",
            "submitted",
            "presented",
            "reported",
            "tabled",
        ):
            return "request"
    if form in (
        "circulated",
        "shared",
        "provided",
        "supplied",
        "distributed",
        "prepared",
        "produced",
        "given",
        "sent",
    ) and REPORTS.search(clause[:start] if start else clause):
        return "undertake" if re.search(r"\bletters?\b", clause[:start] if start else clause, re.I) else "request"
    return action
