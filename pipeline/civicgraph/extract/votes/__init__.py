"""Votes: outcome and counts where stated, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.scene import Scene, sentences
from civicgraph.extract.votes.ballots import Sides, find_own, find_sides, is_side
from civicgraph.extract.votes.tables import find_table
from civicgraph.extract.votes.tallies import Choice, Tally, find_tallies
from civicgraph.extract.votes.verdicts import PUT, Verdict, find_assent, find_counted, find_verdict, subject_of
from civicgraph.model import Ballot, Block, Item, Span, Vote
from civicgraph.values.dates import MONTHS

# No vote is told without one of these.
CUES = (
    "vote voting carried lost defeat unanim favour abst against dissent consent passed rejected agreed division".split()
)
CUE = re.compile(r"nem\.? ?con|\bfell\b|\bfails?\b|\bfor\b", re.I)
# What opens a new question: a vote told after it is not the one told before.
MOVED = re.compile(r"\b(?:moved|proposed|seconded|proposal from|put to the)\b", re.I)
# "At the December meeting the Council voted 4-3 to stay": not this one
EARLIER = re.compile(
    rf"\W*(?:At|In)\s+(?:the|our|its)\s+(?:last|previous|earlier|{MONTHS})\s+(?:\w+\s+){{0,2}}meeting\b"
)
AGREED = re.compile(r"^\W*(?:agreed|approved|all in favour|passed)(?:\s+(?:unanimously|by all))?\W*$", re.I)
OWN_CUE = re.compile(r"record|voted|abstain|voting")
PIECE = re.compile(r";\s+(?=[A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A vote with its ballots, before it gets its number within the item."""

    outcome: str
    counts: dict[Choice, int]
    motion: str
    span: Span
    first: int  # block that it begins in, of the item's
    block: int  # and ends in
    stated: bool = False  # the words say the outcome; else the counts
    ballots: tuple[Ballot, ...] = ()
    recorded: bool = False


def number_votes(scenes: list[Scene]) -> tuple[list[Vote], list[Ballot]]:
    """The votes of all records, numbered within their items (recorded votes by themselves), and their ballots."""
    rows: list[Vote] = []
    ballots: list[Ballot] = []
    for scene in scenes:
        if scene.part.kind not in ("minutes", "item", "decision-notice"):
            continue
        for n, item in enumerate((None, *scene.part.items), -1):  # None: what stands over the first item
            recorded = 0
            for division, found in enumerate(find_votes(scene, item), 1):
                recorded += found.recorded
                rows.append(
                    Vote(
                        item=scene.first_item + n if item is not None else None,
                        meeting=scene.meeting,
                        division=recorded if found.recorded else division,
                        outcome=found.outcome,
                        votes_for=found.counts.get("for"),
                        against=found.counts.get("against"),
                        abstain=found.counts.get("abstain"),
                        motion=found.motion,
                        span=found.span,
                        rule="vote-recorded" if found.recorded else "vote-told",
                    )
                )
                ballots += [replace(ballot, vote=len(rows) - 1) for ballot in found.ballots]
    return rows, ballots


def find_votes(scene: Scene, item: Item | None) -> Iterator[Division]:
    """The votes of an item, in order; ballots are those of a recorded vote, `vote` in them left 0."""
    blocks = _blocks(scene, item)
    out: list[Division] = []
    n = 0
    while n < len(blocks):
        block, text = blocks[n], scene.text(blocks[n].words)
        sides = (
            find_table(scene, blocks, n)
            if block.kind == "row"
            else find_sides(scene, blocks, n)
            if is_side(text)
            else None
        )
        if sides is not None:
            _add(scene, blocks, out, _recorded(scene, blocks, n, sides))
            n = sides.end
            if sides.rest is not None:
                for told in _told(scene, blocks, n - 1, sides.rest):
                    _add(scene, blocks, out, told)
            continue
        for told in _told(scene, blocks, n, block.words):
            _add(scene, blocks, out, told)
        own = tuple(find_own(scene, block.words)) if OWN_CUE.search(text) else ()
        if own and out:
            out[-1] = replace(out[-1], ballots=(*out[-1].ballots, *own))
        n += 1
    yield from out


def _blocks(scene: Scene, item: Item | None) -> list[Block]:
    """The blocks of the item, or those over the first; those of the minutes where a web page prints them behind the
    "Decision:"."""
    items = scene.part.items
    end = items[0].first if items and item is None else scene.part.last
    blocks = [b for at, b in scene.blocks(item) if at < end]
    labels = {scene.text(b.words).strip().lower(): n for n, b in enumerate(blocks) if b.words.end - b.words.start < 14}
    return blocks[labels["minutes:"] :] if {"decision:", "minutes:"} <= labels.keys() else blocks


def _told(scene: Scene, blocks: list[Block], n: int, span: Span) -> Iterator[Division]:
    """The votes that a paragraph tells, sentence by sentence."""
    text = scene.text(span)
    if not has_cue(text):
        return
    put = bool(PUT.search(text) or (n and PUT.search(scene.text(blocks[n - 1].words))))
    for start, end in _clauses(text):
        clause = text[start:end].rstrip()
        if EARLIER.match(clause):
            continue
        where = Span(start=span.start + start, end=span.start + start + len(clause))
        tallies = find_tallies(clause)
        if len(tallies) > 1 and all(tally.counts.keys() == {"for"} for tally in tallies):
            tallies = [
                max(tallies, key=lambda one: one.counts["for"])
            ]  # "10 votes for Mr Lee and 8 votes for Mrs Hall"
        for at, tally in enumerate(tallies):
            a = tallies[at - 1].end if at else 0
            b = tallies[at + 1].start if at + 1 < len(tallies) else len(clause)
            yield _counted(clause[a:b], tally, where, n, find_counted(clause[: tally.start]))
        if tallies:
            continue
        verdict = find_verdict(clause)
        if verdict is None and (AGREED.match(clause) if put else False):
            verdict = Verdict(outcome="carried", start=0, end=len(clause))
        if verdict is None and put:
            verdict = find_assent(clause)
        if verdict is not None and (put or PUT.search(clause) or len(clause) < 300):
            yield Division(
                outcome=verdict.outcome, counts={}, motion=subject_of(clause), span=where, first=n, block=n, stated=True
            )


def has_cue(text: str) -> bool:
    """May a vote be told here?"""
    low = text.lower()
    return any(cue in low for cue in CUES) or bool(CUE.search(text))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, and what semicolons part within them where each part tells of a vote."""
    for start, end in sentences(text):
        cuts = [m.end() for m in PIECE.finditer(text, start, end) if find_verdict(text[start : m.start()])]
        yield from zip([start, *cuts], [*cuts, end], strict=True)


def _counted(words: str, tally: Tally, where: Span, n: int, behind: str) -> Division:
    """The vote of one tally among the words around it; `behind`: the outcome told right before the counts."""
    verdict = find_verdict(words)
    if verdict is None or behind not in ("", verdict.outcome):
        verdict = Verdict(outcome=behind, start=0, end=len(words)) if behind else verdict
    return Division(
        outcome=verdict.outcome if verdict else tally.winner,
        counts=tally.of(verdict.outcome) if verdict else tally.counts,
        motion=subject_of(words),
        span=where,
        first=n,
        block=n,
        stated=verdict is not None,
    )


def _recorded(scene: Scene, blocks: list[Block], n: int, sides: Sides) -> Division:
    above = " ".join(scene.text(b.words) for b in blocks[max(0, n - 2) : n])
    votes_for, against = sides.counts.get("for", 0), sides.counts.get("against", 0)
    return Division(
        outcome="" if votes_for == against else "carried" if votes_for > against else "lost",
        counts=sides.counts,
        motion=sides.thing or subject_of(above),
        span=sides.span,
        first=n,
        block=sides.end - 1,
        ballots=sides.ballots,
        recorded=bool(sides.ballots),
    )


def _add(scene: Scene, blocks: list[Block], out: list[Division], new: Division) -> None:
    """Adds a vote; what only says the outcome, or only the counts or names, of the one before goes to that one."""
    last = out[-1] if out else None
    if last is None or not _same(scene, blocks, last, new):
        out.append(new)
        return
    out[-1] = Division(
        outcome=last.outcome if last.stated else new.outcome or last.outcome,
        counts=last.counts | new.counts if new.recorded or not last.counts else last.counts,
        motion=last.motion or new.motion,
        span=last.span if last.recorded else new.span if new.recorded or new.counts else last.span,
        first=last.first,
        block=new.block,
        stated=last.stated or new.stated,
        ballots=last.ballots + new.ballots,
        recorded=last.recorded or new.recorded,
    )


def _same(scene: Scene, blocks: list[Block], last: Division, new: Division) -> bool:
    """Do two tellings tell of one vote?"""
    counted = bool(last.counts) and not last.stated and not new.counts and last.block == new.block
    if counted and last.outcome == new.outcome:
        return True  # "A vote was taken on the amendment, 4 in favour and 11 against. The motion was lost."
    if {last.motion, new.motion} == {"amendment", "motion"} and not last.recorded and not new.recorded:
        return False
    contrary = {last.outcome, new.outcome} == {"carried", "lost"} and not new.recorded
    if contrary and last.stated and new.counts and not last.counts:
        return False
    if (
        last.recorded
        and new.recorded
        or new.first - last.block > (8 if new.recorded and last.stated and not last.counts else 3)
    ):
        return False
    if last.stated and new.stated:
        return False
    if last.counts and new.counts and any(last.counts.get(side, n) != n for side, n in new.counts.items()):
        return False
    if last.counts and new.counts and not new.recorded:
        return False
    between = scene.document.text[last.span.end : new.span.start]
    return not MOVED.search(between) and (bool(last.counts) != bool(new.counts) or new.recorded)
