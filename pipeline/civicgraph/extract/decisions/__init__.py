"""Decisions: outcomes taken apart into acts, with who is to do what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.actions import Act, find_acts
from civicgraph.extract.decisions.clauses import find_outcomes
from civicgraph.extract.decisions.clauses.within import TO_DO
from civicgraph.extract.decisions.due import find_due
from civicgraph.extract.decisions.limits import find_limit
from civicgraph.extract.decisions.listed import find_entry
from civicgraph.extract.decisions.movers import find_movers
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.proposals import find_asked, find_proposed, is_ahead
from civicgraph.extract.decisions.received import without_received
from civicgraph.extract.decisions.repeats import proposed_once, without_repeats
from civicgraph.extract.decisions.targets import find_ground, find_targets
from civicgraph.extract.decisions.verbs import lemma_of, verb_of
from civicgraph.extract.scene import Scene
from civicgraph.extract.votes.tallies import is_only_count
from civicgraph.model import Decision, Item, Mention, Span
from civicgraph.values.honorifics import TITLE

APPROVES_MINUTES = re.compile(
    r"^(?:to\s+)?(?:approve|adopt|accept|confirm|sign)\s+the\s+(?:draft\s+)?minutes?\b(?!\s+of\s+(?:the\s+)?[^.;]{0,40}\b(?:sub-?committee|panel)\b)"
    r"|^(?:that,?\s+)?(?:subject\s+to\s[^,;:]{3,80},\s+)?(?:the\s+)?(?:Chair\w*\s+(?:(?:be\s+)?(?:authorised\s+)?to\s+)?sign\b.{0,40}\bminutes\b"
    r"|(?:public |open |exempt |private |non-public |draft "
    r"|confidential )?(?:minutes?|record)\b(?!\s+of (?:the )?(?:.{0,40})\b(?:sub-?committee"
    r"|panel)\b.{0,40}\bbe (?:noted|received))(?:(?!\bbe\s+(?:received|noted)\s+and\b"
    r"(?!\s+(?:confirmed|approved|adopted|agreed|signed)\s+(?:as\b|and\s+signed))).){0,300}?"
    r"\b(?:approved|agreed|signed|confirmed|adopted|accepted|correct|true|taken as read|accurate)\b)",
    re.I | re.S,
)
# "be approved, subject to item 3.6 being referred back to the Committee": that item is.
RESERVED = re.compile(
    r"\b(?:subject\s+to|with\s+the\s+exception\s+of|except(?:ing)?(?:\s+for)?|save\s+(?:for|that)|apart\s+from)\s+(?:that\s+)?"
    r"(?P<what>[^;.]{0,20}?(?:items?|minutes?|paragraphs?|recommendations?|resolutions?)\b(?:[^;]|(?<=\d)\.(?=\d)){2,160}?\b(?:being|be|was|were|is|which\s+was)\s+"
    r"(?:referred|remitted|sent)\s+(?:back\s+)?to\s.{3,160})",
    re.I | re.S,
)
OPENER = 60  # characters: the words that open a resolution, and whom they speak to
NOTHING = re.compile(
    r"^\W*(?:(?:decided|agreed|resolved)\s+as\s+(?:set\s+out|follows|below|detailed)\b.{0,40}|none"
    r"|nil|n/?a|not applicable|no(?:ne)? (?:at this time|required)|there (?:were|was"
    r"|are) no\b(?! support for).{0,80}|(?:that )?no (?:\w+ )?(?:items?|matters?|business|declarations?)\b.{0,160}"
    r"|as (?:a|an) (?:true|correct|accurate)\b.{0,60})\W*$"
    rf"|^\W*(?-i:{TITLE})\b[^.;]{{2,60}}?\b(?:(?:gave|made)\s+an?\s+declaration|declared\s+an?)\b"
    # what was told under "Decision:" with a number of its own
    rf"|^\W*(?-i:(?:The\s+)?(?:Chair\w*|Mayor|{TITLE}))\b[^.;]{{0,60}}?\s(?:highlighted|outlined|introduced|presented|explained"
    r"|reported|stated|commented|announced)\b"
    r"|^\W*(?:the\s+)?(?:\w+\s+){1,4}received\s+(?:an?\s+|the\s+following\s+)?(?:deputations?|representations?|questions?|petitions?)\b"
    r"|^\W*(?:no )?apolog(?:y|ies)\b[^.;]{0,60}\b(?:was|were|had been)\b",
    re.I,
)
# "Item withdrawn", "The application was withdrawn by the applicant": nothing was decided.
WITHDRAWN = re.compile(
    r"^\W*(?:(?:that\s+)?(?:(?:this|the)\s+)?(?:[\w/()-]+\s+){0,8}?(?:(?:was|were|is|has\s+been|had\s+been)\s+)?)?(?<!be\s)"
    r"withdrawn(?:\s+(?:by|from|prior|before|at)\b[^.]{0,80})?\W*$",
    re.I,
)

# "Decision: granted by the District Council", of an application: a parish is told of it, and decides nothing.
OF_THEIRS = re.compile(
    r"^\W*(?:was\s+|has\s+been\s+)?(?:approved|granted|permitted|refused|allowed|dismissed)\s+by\s+(?:the\s+)?(?:(?:[A-Z][\w'-]+\s+){0,3}"
    r"(?:Borough|District|County|City|Unitary)\b|planning\s+(?:authority|inspector\w*)|Planning\s+Inspector|LPA\b|Secretary\s+of\s+State)"
)

# "That Councillor Lane be Mayor for the year"
IS_TO_BE = re.compile(
    rf"^\W*(?:(?i:agreed|resolved)\s+)?(?:(?i:that)\s+)?(?:{TITLE}\b|[A-Z][a-z]+\s[A-Z])[^,;:]{{2,60}}?\s+(?:(?:(?:will|would|should)\s+)?be|(?:(?:should|to|would|will)\s+)?(?:serve|act|continue|become|remain)(?:\s+as)?)\s+(?:the\s+)?(?:(?:Lord|Deputy|Vice|Acting|Interim)[\s-]+)*"
    r"(?:Mayor|Chair(?:man|woman|person)?|Leader|Provost|Convener|Convenor|Sheriff|Cathaoirleach)\b"
)
# "The Committee NOTED the report.": its verb is printed as those of formal outcomes are.
IN_CAPITALS = re.compile(
    r"\b(?:RESOLVED|AGREED|NOTED|APPROVED|DECIDED|ENDORSED|RECOMMENDED|ADOPTED|REMITTED|INSTRUCTED)\b"
)
# Under "The Panel:", in a list of what it did: "heard from the Director", "asked why it took long".
TALKS = re.compile(
    r"\W*(?:also\s+)?(?:heard|considered|discussed|debated|questioned|queried|commented|enquired|inquired|explored|learn(?:ed|t)|was|were"
    r"|asked\s+(?:why|whether|what|how|when|where|who|if|about|for\s+clarification))\b",
    re.I,
)
# "That the motion on parking was lost"
VOTED_DOWN = re.compile(
    r"^\W*(?:that\s+)?(?:the\s+)?(?:\w+\s+){0,2}(?:amendment|motion)\b[^.;:]{0,160}?\b(?:was|were|be|is)\s+(?:declared\s+)?(?:lost|defeated"
    r"|rejected|not\s+(?:carried|agreed|supported))\W*$",
    re.I,
)
# A web page prints the beginning of a long item and links to the rest: the clause that breaks off may say anything.
BROKEN_OFF = re.compile(r"(?:\.{3}|\u2026)\s*view the full (?:minutes|agenda|decision|item) text", re.I)


FOLLOWING_BE = re.compile(r"\bfollowing\b[^:;]{0,120}\bbe\s+[a-z]{3,20}\W*$", re.I)
# "Chairs should not be members of the Cabinet", which is approved, has none.
BE = re.compile(r"(?<!not )(?<!will )(?<!would )(?<!should )(?<!must )(?<!may )(?<!can )(?<!to )\bbe\b", re.I)


def find_decisions(scene: Scene) -> Iterator[Decision]:
    """The decisions of a record, item by item; of the whole part where it has no items."""
    if before := _before_items(scene):
        yield from find_decisions(before)
    items = scene.part.items or (None,)
    for n, item in enumerate(items):
        outcomes = [o for o in find_outcomes(scene, item) if not BROKEN_OFF.search(scene.text(o.text))]
        outcomes = without_received(scene, outcomes)
        index = scene.first_item + n if item is not None else None
        printed = (
            decision
            for at, outcome in enumerate(outcomes)
            for decision in decide(scene, outcome, index, _end_above(scene, item, outcomes, at))
        )
        yield from without_repeats(scene, item, printed)


def _before_items(scene: Scene) -> Scene | None:
    """What a record tells between its head and its first item, as of a meeting without items."""
    part = scene.part
    if not part.items or part.kind != "minutes":
        return None
    told = [q.span.end for q in (part.body, part.date, part.start, part.venue) if q is not None]
    edge = max([*told, *(line.end for names in part.names for line in names.lines)], default=part.span.start)
    last = part.items[0].first
    blocks = scene.document.blocks
    first = next((n for n in range(part.first, last) if blocks[n].span.start >= edge), last)
    return replace(scene, part=replace(part, first=first, last=last, items=())) if first < last else None


def _end_above(scene: Scene, item: Item | None, outcomes: list[Outcome], at: int) -> int:
    """Where what stands above an outcome is of another item or another outcome; these are in the order of the text."""
    outcome = outcomes[at]
    for n in range(at - 1, -1, -1):
        other = outcomes[n]
        apart = outcome.resolution is None or other.resolution != outcome.resolution
        if apart and other.text.end <= outcome.span.start:
            return other.text.end
    return scene.document.blocks[item.first].span.start if item is not None else 0


def decide(scene: Scene, outcome: Outcome, item: int | None, above: int = 0) -> Iterator[Decision]:
    """One outcome of the item of index `item`, as its decisions; its mover stands after offset `above`."""
    text = scene.text(outcome.text).rstrip()
    if APPROVES_MINUTES.match(text) and (reserved := RESERVED.search(text)):
        begin = outcome.text.start + reserved.start("what")
        outcome = replace(outcome, text=Span(start=begin, end=outcome.text.end), action="refer", told="refer")
        text = scene.text(outcome.text).rstrip()
    if len(text) < 200 and is_only_count(text):
        return
    minutes = APPROVES_MINUTES.match(text)
    if (
        NOTHING.match(text)
        or WITHDRAWN.match(text)
        or OF_THEIRS.match(text)
        or minutes
        and " not " not in minutes.group()
        or len(text) < 4
    ):
        return
    lead = outcome.lead
    if lead == "agree" and TALKS.match(text) and all(act.action == "request" for act in find_acts(text, default=None)):
        return
    capitals = frozenset() if text.isupper() else {lemma_of(word.lower()) for word in IN_CAPITALS.findall(text)}
    led_by = scene.text(outcome.led_by) if outcome.led_by is not None else ""
    if APPROVES_MINUTES.match(led_by):
        return  # the meetings under "that the following minutes be approved:"
    for act in _acts(outcome, text, led_by):
        words = Span(start=outcome.text.start + act.start, end=outcome.text.start + act.end)
        clause = text[act.start : act.end]
        action = "recommend" if lead == "recommend" else act.action
        targets, consulted = find_targets(clause, words.start, action)
        if outcome.led_by is not None and not targets:
            targets, _ = find_targets(led_by, outcome.led_by.start, action)
        if lead == "recommend" and (act.verb != "recommend" or not targets):
            targets = _recommended_to(scene, outcome) or targets
        if outcome.owners and action == "request":
            known = {owner.name.lower() for owner in outcome.owners}
            targets = (*outcome.owners, *(t for t in targets if t.name.lower() not in known))
        elif outcome.owners and action == "appoint":
            targets = outcome.owners
        mover, seconder = find_movers(scene, outcome, above)
        yield Decision(
            meeting=scene.meeting,
            item=item,
            label=outcome.label,
            status="resolved" if outcome.status == "recorded" and act.verb in capitals else outcome.status,
            action=action,
            verb=act.verb,
            text=words,
            span=Span(start=min(outcome.span.start, words.start), end=words.end),
            rule=outcome.rule,
            body=scene.body,
            targets=tuple(
                t
                for t in targets
                if scene.body is None or t.name.lower() != scene.body.name.lower() or action == "schedule"
            ),
            consulted=consulted,
            due=find_due(clause, words.start),
            ground=find_ground(text, outcome.text.start) if action == "exclude" else None,
            limit=find_limit(clause, words.start) if action == "delegate" else None,
            entry=find_entry(clause, words.start),
            mover=mover,
            seconder=seconder,
            resolution=outcome.resolution,
        )


def _recommended_to(scene: Scene, outcome: Outcome) -> tuple[Mention, ...]:
    """ "RECOMMENDED to Council that …": whom the words that lead in address with each clause, whomever it names."""
    begin = (outcome.resolution or outcome.span).start
    opener = Span(start=begin, end=min(outcome.text.start, begin + OPENER))
    leads = (find_targets(scene.text(span), span.start, "recommend")[0] for span in (outcome.led_by, opener) if span)
    return next((found for found in leads if found), ())


def _acts(outcome: Outcome, text: str, led_by: str) -> list[Act]:
    """The acts of an outcome; clauses under "requests the Director to:" are requested, whatever their verb, and things
    under "that the following be noted:" noted, whatever their name."""
    led, told = verb_of(outcome.lead), verb_of(outcome.told)
    if VOTED_DOWN.match(text):
        return [Act(0, len(text), "reject", "reject")]
    if outcome.action is not None:
        return [Act(0, len(text), outcome.action, outcome.told or outcome.action)]
    if IS_TO_BE.match(text):
        return [Act(0, len(text), "appoint", "appoint")]
    listed = outcome.label or outcome.led_by is not None and TO_DO.match(text)
    if led is not None and led.action in ("request", "delegate") and listed:
        return [Act(0, len(text), led.action, led.lemma)]
    if led is not None and FOLLOWING_BE.search(led_by) and not BE.search(text):
        return [Act(0, len(text), led.action, led.lemma)]
    return find_acts(text, lead=outcome.lead, default=told.action if told else "approve")


def find_planned(scene: Scene) -> Iterator[Decision]:
    """What an agenda asks its body to decide, item by item."""
    for n, item in enumerate(scene.part.items):
        yield from _proposals(scene, find_asked(scene, item), scene.first_item + n)


def find_proposals(scene: Scene, item: int | None) -> Iterator[Decision]:
    """What a report recommends, from its front sheet: proposed, not decided. Printed twice, it is proposed once."""
    return _proposals(scene, find_proposed(scene), item)


def _proposals(scene: Scene, outcomes: Iterator[Outcome], item: int | None) -> Iterator[Decision]:
    return proposed_once(scene, (decision for outcome in outcomes for decision in decide(scene, outcome, item)))


def find_noticed(scene: Scene) -> Iterator[Decision]:
    """The clauses of a notice of decisions; where it says that they are still to be taken, they are proposed, and what
    it tells of earlier days is no part of them."""
    ahead = is_ahead(scene)
    for decision in find_decisions(scene):
        if not ahead:
            yield decision
        elif decision.status == "resolved":
            yield replace(decision, status="proposed")
