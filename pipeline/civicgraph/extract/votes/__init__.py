"""Votes: outcome and counts where stated, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.scene import Scene
from civicgraph.extract.votes.ballots import SIDE, find_own, find_sides
from civicgraph.model import Ballot, Block, Item, Span, Vote

NUMBERS = {
    w: i
    for i, w in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen six"
        "teen seventeen eighteen nineteen twenty".split()
    )
} | {"none": 0, "nil": 0, "zero": 0, "a": 1}
N = r"(?P<{0}>\d{{1,3}}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
COUNTS = (
    # "7 Votes for 1 Against", "35 votes for, 21 against and 2 abstentions", "by 6 votes to 3 with 1 abstention"
    re.compile(
        rf"\b{N.format('for')}\s+(?:members?\s+|councillors?\s+)?(?:votes?\s+)?(?:were\s+|voted\s+"
        rf"|voting\s+|votes\s+)?(?:cast\s+)?(?:in favour|for)\b(?:\s+of [^,;.]{{1,60}})?[,;:\s]*(?:and\s+"
        rf"|with\s+)?(?:{N.format('against')}\s+(?:members?\s+|votes?\s+)?(?:were\s+|voted\s+"
        rf"|voting\s+)?(?:cast\s+)?against)?(?:\s+(?:the )?(?:motion|proposal|amendment"
        rf"|recommendation))?[,;:\s]*(?:and\s+|with\s+|there (?:was"
        rf"|were)\s+)*(?:{N.format('abstain')}\s+(?:members?\s+|votes?\s+)?(?:abst\w+))?",
        re.I,
    ),
    re.compile(
        rf"\bby\s+{N.format('for')}\s+votes?\s+to\s+{N.format('against')}(?:[,;\s]*(?:and\s+"
        rf"|with\s+)?{N.format('abstain')}\s+abst\w+)?",
        re.I,
    ),
    re.compile(
        rf"\b(?:for|in favour)\s*[:=(-]?\s*{N.format('for')}\b[),;.\s]*(?:against"
        rf"|opposed)\s*[:=(-]?\s*{N.format('against')}\b(?:[),;.\s]*(?:abst\w+)\s*[:=(-]?\s*"
        rf"{N.format('abstain')}\b)?",
        re.I,
    ),
    re.compile(
        rf"\bvotes?\s+(?:cast\s+)?(?:for"
        rf"|in favour)\s*[:-]?\s*{N.format('for')}\b[,;.\s]*(?:votes?\s+)?against\s*[:-]?\s*"
        rf"{N.format('against')}\b",
        re.I,
    ),
)
# No vote is told without one of these.
CUE = re.compile(
    r"vote|voting|carried|lost|defeat|unanim|favour|nem\.? ?con|abst|against|dissent|consent|\bfell\b"
    r"|rejected|\bfor\b",
    re.I,
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\bwithout dissent\b"
    r"|\ball (?:members )?(?:were )?in favour\b|\bcarried by general consent\b",
    re.I,
)
CARRIED = re.compile(
    r"\b(?:motion|amendment|proposal|recommendations?|vote|resolution|it|which|substantive motion"
    r"|proposition)\b[^.;\n]{0,120}?\b(?:was|were|being"
    r"|declared)?\s*(?:declared\s+)?(?P<outcome>carried|lost|defeated|fell|not carried|rejected)\b"
    r"|^\W*(?:motion |amendment )?(?P<alone>carried|lost|defeated)\b",
    re.I,
)
AGREED = re.compile(r"^\W*(?:agreed|approved|all in favour)(?:\s+(?:unanimously|by all))?\W*$", re.I)
PUT = re.compile(
    r"\b(?:(?:be )?put to the\s+vote|recorded vote|on a vote|on being put|show of hands|voting was"
    r"|voted|vote was taken|votes? (?:were )?cast|voting|upon being put)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A vote with its ballots, before it gets its number within the item."""

    outcome: str
    votes_for: int | None
    against: int | None
    abstain: int | None
    motion: str
    span: Span
    ballots: tuple[Ballot, ...] = ()
    recorded: bool = False


def number_votes(scenes: list[Scene]) -> tuple[list[Vote], list[Ballot]]:
    """The votes of all records, numbered within their items (recorded votes by themselves), and their ballots."""
    rows: list[Vote] = []
    ballots: list[Ballot] = []
    for scene in scenes:
        if scene.part.kind not in ("minutes", "item", "decision-notice"):
            continue
        for n, item in enumerate(scene.part.items or (None,)):
            recorded = 0
            for division, found in enumerate(find_votes(scene, item), 1):
                recorded += found.recorded
                rows.append(
                    Vote(
                        item=scene.first_item + n if item is not None else None,
                        meeting=scene.meeting,
                        division=recorded if found.recorded else division,
                        outcome=found.outcome,
                        votes_for=found.votes_for,
                        against=found.against,
                        abstain=found.abstain,
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
        text = scene.text(blocks[n].words)
        if SIDE.match(text) and (found := _recorded(scene, blocks, n)):
            division, n = found
            out.append(division)
            continue
        own = tuple(find_own(scene, blocks[n].words)) if "record" in text else ()
        if own and out:
            out[-1] = replace(out[-1], ballots=(*out[-1].ballots, *own))
        elif vote := _told(blocks[n].words, text) or _put(scene, blocks, n, text):
            out.append(vote)
        n += 1
    yield from out


def _blocks(scene: Scene, item: Item | None) -> list[Block]:
    """The item's blocks; where a web page prints both "Decision:" and "Minutes:", those of the minutes."""
    blocks = [b for _, b in scene.blocks(item)]
    labels = {scene.text(b.words).strip().lower(): n for n, b in enumerate(blocks) if b.words.end - b.words.start < 14}
    return blocks[labels["minutes:"] :] if {"decision:", "minutes:"} <= labels.keys() else blocks


def _put(scene: Scene, blocks: list[Block], n: int, text: str) -> Division | None:
    """ "Agreed." after a block that puts a motion to the vote."""
    alone = AGREED.match(text)
    if not alone or not n or not PUT.search(scene.text(blocks[n - 1].words)):
        return None
    return Division(outcome="carried", votes_for=None, against=None, abstain=None, motion="", span=blocks[n].span)


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else NUMBERS.get(words.lower())


def _told(span: Span, text: str) -> Division | None:
    """The vote that a paragraph tells: its counts, or that it was unanimous, carried or lost."""
    if not CUE.search(text):
        return None
    for pattern in COUNTS:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            votes_for, against, abstain = (_number(groups.get(k)) for k in ("for", "against", "abstain"))
            if (
                against is None
                and abstain is None
                and not re.search(r"vot|carried|lost", text[max(0, found.start() - 80) : found.end() + 60], re.I)
            ):
                continue
            if groups.get("for", "").lower() == "a":
                continue
            near = CARRIED.search(text)
            outcome = (
                _outcome(near)
                if near
                else (
                    "carried"
                    if votes_for is not None and votes_for > (against or 0)
                    else ("lost" if against is not None else "")
                )
            )
            return Division(
                outcome=outcome,
                votes_for=votes_for,
                against=against,
                abstain=abstain,
                motion=_motion(text),
                span=_around(span, text, found.start(), found.end()),
            )
    unanimous = UNANIMOUS.search(text)
    near = CARRIED.search(text)
    if unanimous and (
        re.search(
            r"\b(?:resolved|agreed|carried|approved|vote|elected|decided|passed|recommended|adopted)\b", text, re.I
        )
    ):
        return Division(
            outcome="carried",
            votes_for=None,
            against=None,
            abstain=None,
            motion=_motion(text),
            span=_around(span, text, unanimous.start(), unanimous.end()),
        )
    if near and (PUT.search(text) or len(text) < 200):
        return Division(
            outcome=_outcome(near),
            votes_for=None,
            against=None,
            abstain=None,
            motion=_motion(text),
            span=_around(span, text, near.start(), near.end()),
        )
    return None


def _outcome(found: re.Match[str]) -> str:
    word = (found.group("outcome") or found.group("alone")).lower()
    return "carried" if word == "carried" else "lost"


def _motion(text: str) -> str:
    return (
        "amendment"
        if re.search(r"\bamendment\b", text, re.I)
        else ("motion" if re.search(r"\bmotion\b", text, re.I) else "")
    )


def _around(span: Span, text: str, start: int, end: int) -> Span:
    """The sentence around a cue."""
    a = max((at + 2 for cue in (". ", "\n\n") if (at := text.rfind(cue, 0, start)) >= 0), default=0)
    b = text.find(". ", end)
    return Span(start=span.start + a, end=span.start + (b + 1 if b >= 0 else len(text.rstrip())))


def _recorded(scene: Scene, blocks: list[Block], n: int) -> tuple[Division, int] | None:
    """A recorded vote from block `n`, with its outcome as the blocks around it state it; and the block after it."""
    sides = find_sides(scene, blocks, n)
    if sides is None:
        return None
    counts, outcome, after = sides.counts, "", sides.end
    for at in (*range(sides.end, min(sides.end + 3, len(blocks))), *range(max(0, n - 2), n)):
        text = scene.text(blocks[at].words)
        if at >= sides.end and (SIDE.match(text) or PUT.search(text)):
            break
        if near := CARRIED.search(text):
            outcome = _outcome(near)
            # "Motion carried." under the names is this vote.
            after = at + 1 if at >= sides.end and len(text) < 300 else after
            break
    if not outcome and "for" in counts:
        outcome = "carried" if counts["for"] > counts.get("against", 0) else "lost"
    above = " ".join(scene.text(b.words) for b in blocks[max(0, n - 2) : n])
    return Division(
        outcome=outcome,
        votes_for=counts.get("for"),
        against=counts.get("against"),
        abstain=counts.get("abstain"),
        motion=_motion(above),
        span=sides.span,
        ballots=sides.ballots,
        recorded=bool(sides.ballots),
    ), after
