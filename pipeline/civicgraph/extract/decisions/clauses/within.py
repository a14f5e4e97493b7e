"""What a block says that belongs to the resolution above it, or stands under "Decision:" before there is a clause."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.clauses.reading import Reading, is_point, kind_of_point
from civicgraph.extract.decisions.elsewhere import is_other_body
from civicgraph.extract.decisions.motions.announced import announces
from civicgraph.extract.decisions.motions.words import quoted_until
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.record import IN_MINUTES
from civicgraph.extract.decisions.resolutions.adding import add_clause
from civicgraph.extract.decisions.resolutions.continuing import continues, is_subheading
from civicgraph.extract.decisions.resolutions.grounds import extend_ground, is_ground
from civicgraph.extract.decisions.resolutions.resolution import CLAUSE_START, REASONS, follows_on
from civicgraph.extract.decisions.subjects import is_subject
from civicgraph.extract.decisions.told.paragraphs import find_told
from civicgraph.extract.decisions.unmarked import (
    OPTIONS,
    TITLE_CASE,
    decided_by_maker,
    is_story,
    says_more,
)
from civicgraph.model import Block, Span

# What an agenda has the body do: "The Panel will receive the reply of the owners."
ASKED_TO = re.compile(
    r"The\s+(?:[\w'-]+\s+){0,4}?(?:Committee|Panel|Board|Council|Cabinet|Forum|Commission|Members?)\s+(?:will|(?:is|are)\s+(?:asked|invited"
    r"|requested)\s+to)\s+(?:receive|consider|discuss|hear|note|be\s+asked)\b"
)
NARROW = re.compile(r"^\W*(?:and|or|&)\W*$", re.I)
VOTED_ON = re.compile(r"^\W*(?!that\b)(?:the )?(?:\w+ ){0,2}(?:amendment|motion)\b", re.I)
LINES = 8  # of a clause, where a page sets them apart
BRACKETED = re.compile(r"\((?:[^()]|\([^()]{0,200}\)){3,400}\)\W*$")
AS_PUT = re.compile(r"It\s+is\s+(?:therefore\s+)?recommended\s+(?=that\b)", re.I)
TO_DO = re.compile(r"To\s+[a-z]")  # "Officers were requested to do the following:" / "• To find out the cost"


def within(reading: Reading, n: int, block: Block, text: str) -> list[Outcome] | None:
    """What belongs to the resolution that is open: a ground, a sub-heading, a story under "Decision:", a clause."""
    opened = reading.opened
    if opened is None:
        return None
    if is_ground(opened, block, text):
        extend_ground(reading.scene, opened, block)
        return []
    if not opened.wants and REASONS.match(text) and follows_on(opened, reading.label_after(n)):
        return []  # "(1) …" / "Reason: to keep the law." / "(2) …"
    if is_subheading(opened, block, text, reading.label_after(n, over=2)):
        return []
    if ASKED_TO.match(text):
        return [] if opened.wants else None
    if not opened.wants and TO_DO.match(text) and _is_over_minutes(reading, n):
        return None  # of the next item: "To note the attendance" / "Minutes:"
    if _goes_on(reading, n, block):
        last = opened.clauses[-1]
        opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))
        return []
    if opened.wants and BRACKETED.match(text) and not find_acts(text.strip("() "), default=None):
        return []  # "(Report of the Director of Roads)", "(6 Members voted in favour and 1 abstained)"
    if opened.form and opened.wants and (found := _under_label(reading, n, block, text)) is not None:
        return found
    # A decision list of what became of each motion: these are no clauses.
    if VOTED_ON.match(text) and (votes := reading.on_floor(n, text)):
        opened.wants = False
        return [] if reading.again else votes
    if continues(opened, block, text):
        add_clause(opened, block, text)
        return [] if reading.again else [o for o in reading.on_floor(n, text) if o.rule == "motion-amendment"]
    return [] if NARROW.match(text) else None


def _is_over_minutes(reading: Reading, n: int) -> bool:
    below = reading.blocks[n + 1 : n + 2]
    return any(IN_MINUTES.match(reading.scene.text(block.words).strip()) for _, block in below)


def _goes_on(reading: Reading, n: int, block: Block) -> bool:
    """Does a clause without a stop go on in this block, over the next label, on a page whose lines stand alone?"""
    opened = reading.opened
    if opened is None or not opened.levels or block.marker or block.kind != "paragraph":
        return False
    said = reading.scene.text(opened.clauses[-1].words).rstrip()
    return said[-1:] not in ".;:,?!" and follows_on(opened, reading.label_after(n, over=LINES))


def _under_label(reading: Reading, n: int, block: Block, text: str) -> list[Outcome] | None:
    """What a form tells under "Decision:" before the clauses."""
    if REASONS.match(text):
        return []  # "Decision maker: Cabinet"
    if done := decided_by_maker(reading.scene, reading.item, block, text):
        words = Span(start=block.words.start, end=block.words.start + len(text.rstrip()))
        return [
            Outcome(item=reading.item, status="resolved", text=words, span=words, rule="decision-by-maker", told=done)
        ]
    put = AS_PUT.match(text)
    if put and is_subject(text[put.end() :]) and not is_other_body(reading.scene, text[put.end() :]):
        return []  # the report's recommendation, which is printed as the decision of the body that it speaks to
    if n < reading.quoted or reading.talk is not None and is_point(block, reading.talk):
        return []
    reading.talk = None
    if announces(text) == "motion" and (quoted := quoted_until(reading.scene, reading.blocks, n + 1)):
        reading.quoted = quoted  # what was moved, before what was resolved
        return []
    below = [(b, reading.scene.text(b.words)) for _, b in reading.blocks[n + 1 : n + 2]]
    if not block.marker and TITLE_CASE.match(text) and any(says_more(b, words) for b, words in below):
        return []  # "Parking Strategy" / "The Head of Roads to report back."
    # What is above "RESOLVED" only leads up to it.
    leads_up = not block.marker and not CLAUSE_START.match(text) and reading.opens_below[n]
    if not leads_up and not is_story(block, text):
        return None
    reading.talk = kind_of_point(block) if OPTIONS.search(text) else None
    on_floor = [] if reading.again else reading.on_floor(n, text)
    return on_floor or list(find_told(reading.scene, reading.item, text, block.words.start))
