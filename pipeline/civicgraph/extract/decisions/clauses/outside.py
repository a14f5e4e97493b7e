"""What a block says outside a resolution: how a motion fares, a lead into clauses, a clause without marker, a story."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.appointed import find_named
from civicgraph.extract.decisions.clauses.reading import THAT, Reading, is_point, kind_of_point
from civicgraph.extract.decisions.elsewhere import is_led_by_others
from civicgraph.extract.decisions.labels import FIRST, label_of
from civicgraph.extract.decisions.motions.announced import announces, resumes
from civicgraph.extract.decisions.motions.seconded import LINE
from civicgraph.extract.decisions.motions.words import names_movers, quoted_until
from civicgraph.extract.decisions.openers import LEAD_END, body_led
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.proposals import is_passed_up
from civicgraph.extract.decisions.resolutions.adding import add_clause
from civicgraph.extract.decisions.resolutions.resolution import REASONS, Resolution
from civicgraph.extract.decisions.subjects import ALONE
from civicgraph.extract.decisions.told.paragraphs import find_told
from civicgraph.extract.decisions.unmarked import (
    is_unmarked,
)
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, DecisionStatus

BELOW = 8  # blocks below the vote on a motion, within which "RESOLVED" says what was carried
SETTLES = re.compile(
    r"^\W*(?:by\s(?:way\s+of\s|a\s+show\s)[^.;]{3,80}?\s)?"
    r"(?:(?:this|it|which|the (?:application|proposal|motion|recommendation)s?) (?:was|were) |all )?"
    r"(?:put to the vote and )?(?:unanimously )?(?:agreed|approved"
    r"|carried|accepted|in favour)\b.{0,40}$",
    re.I,
)
CARRIED_OVER = re.compile(r"^\W*(?:motion\s+)?(?-i:CARRIED|Carried)\b(?!\s+(?:forward|over|out)\b)[^.;]{0,60}$", re.I)
# "The motion was put to the vote and declared carried as follows:": its clauses are resolved, though no word says so.
CARRIED_AS = re.compile(
    r"\b(?:motion|recommendations?|proposals?|applications?)\b[^.;:]{0,160}?\b(?:put\s+to\s+the\s+vote|declared|voted)\b[^.;:]{0,60}?"
    r"\b(?<!not\s)(?:carried|granted|agreed|approved)(?:\s+as\s+follows|\s+that)?\s*[:-]+\s*$",
    re.I,
)
# What became of a report's own "RECOMMENDATION:" that the meeting did not take.
NOT_TAKEN = re.compile(
    r"\b(?:lost|defeated|withdrawn|deferred|rejected|refused|(?:not|nor)\s+(?:\w+\s+){0,2}(?:accept|agree|adopt|support)\w*|on\s+the\s+table)\b",
    re.I,
)
# Over a list of applications, each with what the council says of it.
APPLICATIONS = re.compile(r"\bapplications?\s+(?:was|were)\s+(?:discussed|considered|reviewed|looked\s+at)\W*$", re.I)
ACTION_LINE = re.compile(r"actions?\b", re.I)  # under a resolution: who is to do it
# "The Committee agreed:-" over clauses with labels is as formal as "RESOLVED:".
AGREES = frozenset(("agree", "decide", "approve", "determine"))
NOTED = re.compile(
    r"Note\s*:.{0,120}?\b(?P<told>(?:the\s+)?(?:Committee|Board|Panel|Council|Cabinet|Executive)\s+(?:also\s+)?resolved\s+(?:to|that)\b)",
    re.I,
)


def outside(reading: Reading, n: int, block: Block, text: str) -> list[Outcome]:
    """What ends a resolution or stands outside one."""
    ends = reading.opened is not None and not reading.opened.wants and REASONS.match(text)
    found = list(reading.close())
    if ends and not ACTION_LINE.match(text):
        reading.talk = ""
        if note := NOTED.match(text):  # "Note: the Committee also resolved to recommend …"
            at = note.start("told")
            found += find_told(reading.scene, reading.item, text[at:], block.words.start + at)
        return found
    if reading.moved and (n < reading.quoted or not (reading.quoted or resumes(text, block, reading.moved))):
        if reading.moved == "motion" and reading.floor.amendment is None:
            reading.floor.words.append(block)
        return found
    following = reading.scene.text(reading.blocks[n + 1][1].words) if n + 1 < len(reading.blocks) else ""
    if _passes_up(reading, n, text, following):
        reading.opened, reading.moved = Resolution(start=block.words.start, lead="recommend", status="resolved"), ""
        return found
    line = LINE.match(text)
    if line and (text.endswith((":", "-", " that")) or THAT.match(following)):
        formal = line["assent"].lower() == "resolved"
        reading.opened = Resolution(start=block.words.start, lead="agree", status="resolved" if formal else "recorded")
        return found  # "…, seconded by X and agreed:", "… and agreed -" / "That the plan be approved."
    if CARRIED_AS.search(text) and THAT.match(following):
        reading.opened = Resolution(start=block.words.start, lead="", status="resolved")
        return found
    reading.moved = announces(text) or ("motion" if names_movers(text, following) else "")
    settled = reading.floor.told  # by the proposal that was put
    on_floor = reading.on_floor(n, text)
    if reading.moved == "motion" and reading.floor.motion is None and names_movers(text, following):
        reading.floor.motion, reading.floor.words = block.words, []  # "Proposed by A" / "Seconded by B" / "That …"
    if CARRIED_OVER.match(text) and THAT.match(following):
        reading.opened = Resolution(start=block.words.start, lead="", status="resolved")
        return found  # "CARRIED: 6 for, 2 against" / "THAT the lease end"
    carried = bool(on_floor) and all(one.rule in ("motion-carried", "told-clause") for one in on_floor)
    if carried and reading.label_after(n) in ("", *FIRST) and THAT.match(following):
        # "The proposals were put to the vote and carried." / "(1) that …": a page that lost its "Resolved".
        reading.opened = Resolution(start=block.words.start, lead="", status="resolved")
        return found
    found += on_floor
    if reading.moved:
        reading.talk, reading.quoted = None, quoted_until(reading.scene, reading.blocks, n + 1) or 0
        return found
    settled = settled or bool(on_floor) or any(reading.openers[n + 1 : n + 1 + BELOW])
    return found + _told(reading, n, block, text, on_floor, settled=settled)


def _passes_up(reading: Reading, n: int, text: str, following: str) -> bool:
    """Is this the "RECOMMENDATION:" of the body that meets, and no report's that it took otherwise or lost?"""
    resolved = any(reading.openers[:n])
    if not is_passed_up(reading.scene, text, following, resolved=resolved) or any(reading.openers[n + 1 :]):
        return False
    return not any(NOT_TAKEN.search(reading.scene.text(below.words)) for _, below in reading.blocks[n + 2 :])


def _told(
    reading: Reading, n: int, block: Block, text: str, on_floor: list[Outcome], *, settled: bool
) -> list[Outcome]:
    """A lead-in ("The Committee agreed to:"), a clause that lost its marker, or an outcome told in a sentence."""
    start = block.words.start
    if named := find_named(reading.scene, reading.item, block, text):
        return [named]
    unmarked = is_unmarked(reading.scene, reading.item, block, text, [b for _, b in reading.blocks[:n]])
    if reading.talk is not None and is_point(block, reading.talk) and not (unmarked and label_of(block) in FIRST):
        told = list(find_told(reading.scene, reading.item, text, start, discussion=True, above=reading.last))
        reading.settled = reading.settled or bool(told)
        reading.above = None if reading.settled else block.words
        return told
    reading.talk = None
    if led := body_led(text, alone=_decides_alone(reading.scene)):
        lead, by = led
        if is_led_by_others(reading.scene, text):
            reading.talk = kind_of_point(block)
            return []
        formal = by == "resolve" or by in AGREES and reading.label_after(n) not in ("", "-")
        status: DecisionStatus = "resolved" if formal else "recorded"
        reading.opened = Resolution(start=start, lead=lead, status=status, led_by={"": block.words})
        return []
    if unmarked:
        reading.opened = Resolution(start=start, lead="", status="resolved")
        add_clause(reading.opened, block, text)
        return []
    if LEAD_END.search(text) and len(text) < 600 and not APPLICATIONS.search(text):
        reading.talk = kind_of_point(block)
    # What a motion's outcome says is not told again by the sentence that says it.
    told = [
        outcome
        for outcome in find_told(reading.scene, reading.item, text, start, above=reading.last)
        if not (settled and SETTLES.match(reading.scene.text(outcome.span)))
        and not any(one.span.overlaps(outcome.span) for one in on_floor)
    ]
    reading.settled = reading.settled or bool(told) or bool(on_floor)
    reading.above = None if reading.settled or block.kind == "heading" else block.words
    return told


def _decides_alone(scene: Scene) -> bool:
    """May one member have decided alone here? Not in the minutes of those who sit together."""
    return scene.body is None or re.match(ALONE, scene.body.name) is not None
