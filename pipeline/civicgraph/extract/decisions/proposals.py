"""What a report recommends, from its front sheet, and what an agenda asks of its body: proposed, not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.openers import opener_in, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.resolutions.adding import add_clause
from civicgraph.extract.decisions.resolutions.closing import close_resolution
from civicgraph.extract.decisions.resolutions.continuing import continues
from civicgraph.extract.decisions.resolutions.grounds import is_ground
from civicgraph.extract.decisions.resolutions.opening import open_resolution
from civicgraph.extract.decisions.resolutions.resolution import Resolution
from civicgraph.extract.decisions.subjects import TOGETHER, subject
from civicgraph.extract.decisions.verbs import forms
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Span

# "Proposed record of decision", "Decision to be taken by": what the form says is not decided yet.
AHEAD = re.compile(
    r"\b(?:proposed|intended|draft|forthcoming)\b[^.\n]{0,40}\bdecisions?\b|\bdecisions?\s+(?:(?:that is|is)\s+)?to be"
    r" (?:taken|made)\b|\bnotice of (?:an )?intention\b",
    re.I,
)
PUT_TO = re.compile(
    r"(?:[Tt]he\s+)?(?P<who>[Mm]embers|Committee|Board|Panel|Cabinet|Council|Executive|Assembly|Authority)\b(?!\s+[A-Z])"
)
RECOMMENDATION = re.compile(
    r"\W*(?:RECOMMENDATIONS?|Recommendations?(?=\s+to\s))(?:\s+(?i:to\s+(?:the\s+)?"
    r"(?:(?:full|county|city|borough|district|town)\s+)?(?P<whom>council)))?\s*[:.-]*\s*$"
)
TO_HIGHER = re.compile(
    rf"\W*(?:[Tt]hat|THAT)\s+(?:the\s+)?(?:[Ff]ull\s+|(?:County|City|Borough|District|Town)\s+)?(?P<who>Council|Cabinet|Executive)"
    rf"\s+(?:be\s+(?:recommended|asked|invited)\s+to\b|(?:{forms('base', 'third')})\s+(?:the|that|an?|its|this|to)\b)"
)
BELOW_COUNCIL = re.compile(r"\b(?:committee|panel|board|cabinet|executive|forum|commission|working (?:group|party))\b")
TITLES = 4  # blocks in which a form says what it is
# Who is asked, before what is asked of them: "The Cabinet is recommended to:".
ASKED = re.compile(
    r"^(?:that\s+)?(?:(?:the\s+)?.{3,120}?\b(?:is|are)\s+(?:asked|recommended|requested|invited)|it is recommended)"
    r"(?:\s+that\s+(?:it|they)(?=\s+[a-z]))?\s*(?:to|that)?\s*(?::\s*-?|-|(?=\s)|$)\s*",
    re.I | re.S,
)
# The same on an agenda, where a sentence begins; over a list it may be a label: "RECOMMENDED:".
_ASKED = (
    rf"(?:(?i:(?:(?:and|that|accordingly|therefore),? ){{0,2}}it is (?:recommended|proposed))|{subject(TOGETHER)}"
    r"\s+(?:is|are),?\s+(?:(?:therefore|accordingly|now|also),?\s+)?(?:asked|recommended|requested|invited))\b\s*(?::\s*-?|-)?"
)
ON_AGENDA = re.compile(
    r"(?:^(?:[A-Z][\w&'-]*+ (?:(?:and|of|for|the|&) ){0,2}){1,7}Recommendations?\s*:\s*(?=\n|$)"
    r"|^(?i:(?:officers?'? |draft )?recommendations?(?:\(s\))?(?: to [a-z ]{3,40})?|recommended"
    rf"|proposed (?:decision|resolution))\s*(?::\s*-?|-(?=\s)|$|(?=\s+that\b))\s*(?:{_ASKED})?|(?:^|[.;,]\s+){_ASKED})"
    r"\s*(?:(?i:that|to)\b\s*(?::\s*-?|-(?=\s))?\s*)?"
)
# What a standing item asks of everybody: "to receive any questions", "to consider whether they have an interest".
STANDING = re.compile(
    r"^(?:to )?(?:\w+ (?:and \w+ )?)?any\b|^(?:to )?(?:declare|disclose|consider|indicate|inform|contact|give notice"
    r"|submit|bring|ensure|raise|ask|attend|comment|discuss|address|notify)\b|\b(?:record(?:ed|ing)|filmed|webcast|broadcast)\b",
    re.I,
)


def is_put(scene: Scene, text: str, below: list[Block]) -> bool:
    """Is what follows "RECOMMENDED that" put to this very body, which decides on it further down: "RECOMMENDED that the
    Committee: (a) …" … "AGREED: (a) …"? `text` is what stands behind those words."""
    who = PUT_TO.match(text)
    if who is None or scene.body is None:
        return False
    ours = who.group("who").lower()
    if ours != "members" and ours not in scene.body.name.lower():
        return False
    openers = (opener_in(scene.text(block.words), block) for block in below)
    return any(opener is not None and word_of(opener) != "recommended" for opener in openers)


def is_passed_up(scene: Scene, text: str, following: str, *, resolved: bool) -> bool:
    """Does "RECOMMENDATION:" stand over what this body recommends to a higher one: "That the Council adopt the code" in
    a committee's minutes, or anything where it says "RECOMMENDATION TO COUNCIL:"? What a report recommends to the very
    body is headed the same way, and names none or that one. Of a body that met unnamed, only its recommendation below
    what it `resolved` tells the two apart."""
    head = RECOMMENDATION.match(text) if scene.part.kind == "minutes" else None
    to = TO_HIGHER.match(following)
    higher = head and (head["whom"] or to and to["who"])
    if not higher or scene.body is None:
        return bool(higher) and resolved
    ours, who = scene.body.name.lower(), higher.lower()
    return BELOW_COUNCIL.search(ours) is not None and who not in ours and not (who != "council" and "cabinet" in ours)


def is_ahead(scene: Scene) -> bool:
    """Does a notice say of itself that its decision is still to be taken?"""
    return any(AHEAD.search(scene.text(block.span)[:200]) for _, block in scene.blocks()[:TITLES])


def find_proposed(scene: Scene) -> Iterator[Outcome]:
    """The recommendations of a report, one outcome each."""
    blocks = {b.span: b for _, b in scene.blocks()}
    for field in scene.part.fields:
        if field.label.text != "recommendations":
            continue
        opened = Resolution(start=field.label.span.start, lead="", status="proposed")
        for span in field.parts:
            block = blocks.get(span) or Block(kind="paragraph", span=span, words=span)
            block = _without_asked(scene, block)
            text = scene.text(block.words)
            if not text.strip() or is_ground(opened, block, text):
                continue
            if not block.marker and not text[:1].islower() and opened.clauses:
                continue  # what it says of its own recommendations
            add_clause(opened, block, text)
        for outcome in close_resolution(scene, None, opened):
            yield replace(outcome, rule="report-recommendation", resolution=None)


def find_asked(scene: Scene, item: Item | None) -> Iterator[Outcome]:
    """What an agenda prints under an item as asked of the body: "The Council is asked to:- 1. Approve … 2. Agree …"."""
    asked: list[Resolution] = []
    opened: Resolution | None = None
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        found = ON_AGENDA.search(text) if block.kind != "row" else None
        if opened is not None and (opened.wants or not found):
            if is_ground(opened, block, text):
                continue
            if continues(opened, block, text):
                add_clause(opened, block, text)
                continue
        opened = open_resolution(text, block, found, asked=True) if found else None
        asked += [opened] if opened is not None else []
    for outcome in (outcome for one in asked for outcome in close_resolution(scene, item, one)):
        text = scene.text(outcome.text)
        if not STANDING.search(text) and (outcome.lead or outcome.label or find_acts(text, default=None)):
            yield replace(outcome, status="proposed", rule="agenda-asked", resolution=None)


def _without_asked(scene: Scene, block: Block) -> Block:
    asked = ASKED.match(scene.text(block.words))
    return replace(block, words=Span(start=block.words.start + asked.end(), end=block.words.end)) if asked else block
