"""Recorded votes: the sides with the names of those who voted, and a member's own vote put on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from civicgraph.extract.people import person_mention
from civicgraph.extract.scene import Scene, sentences
from civicgraph.extract.votes.sides import Label, read_label, read_named, split_labels
from civicgraph.extract.votes.tallies import Choice
from civicgraph.model import Ballot, Block, Mention, Span
from civicgraph.values.honorifics import MEMBER_S, MEMBERS
from civicgraph.values.people import find_people, split_people

TOTAL = re.compile(r"[:(.\s-]*\(?\b(?:total\s*[:-]?\s*)?(?P<n>\d{1,3})(?:\s+(?:votes?|members?))?\)?\s*\.?\s*$")
TELLS = re.compile(
    r"\b(?:the (?!deputy|lord|mayor|chair|convener|high|right|vice)|was|that|motion|amendment|resolved|carried|lost"
    r"|agreed|vote(?! of the))\b",
    re.I,
)
MEMBER = re.compile(rf"^\W{{0,4}}{MEMBER_S}\b")
HEADED = re.compile(rf"\b{MEMBERS}\b")
NOBODY = re.compile(r"^\W*(?:none|nil|n/?a|no[- ]?one|nobody|0)\W*$", re.I)
HONOURS = re.compile(r"^(?:[A-Z]{2,4}\.?,?\s*)+$")
# "Councillor Ashe asked that her vote against the decision be recorded"
OWN = re.compile(
    r"(?P<who>[A-Z][^.;:\n]{2,120}?)\s+(?:asked|requested|wished|wishes|asked for|requested for)\b[^.;]{0,80}?"
    r"(?:\brecorded\b[^.;]{0,60}?\b(?:voted|abstained|votes?)\s*(?P<first>against|for|in favour)?"
    r"|\b(?P<noun>vote|votes|abstention|opposition|dissent)\b\s*(?P<second>against|for"
    r"|in favour)?[^.;]{0,80}?\brecorded\b)",
)
PIECE = re.compile(r"(?:\([^()]{0,60}\)|[^\s,;])(?:[^,;()]|\([^()]{0,60}\)|,\s{0,2}(?=\())*")
AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])(?![^()]{0,60}\))")
IN_BRACKETS = re.compile(r",?\s*\([^()]{1,60}\)\s*$")
LAST_NAME = re.compile(r"(?<![A-Z][a-z] )\b[A-Z][a-z'-]+\s+[A-Z][A-Za-z'-]+$")

Named: TypeAlias = list[tuple[Mention, Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """A recorded vote as printed: counts and ballots; `end` is the block after its last."""

    counts: dict[Choice, int]
    ballots: tuple[Ballot, ...]
    span: Span
    end: int
    rest: Span | None = None  # what its last block goes on to tell
    thing: str = ""  # "motion", "amendment", where a label says it
    against_amendment: bool = False  # the motion's side against an amendment's


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line, or the part of one that one side has."""

    block: int
    span: Span
    label: Label | None


def is_side(text: str) -> bool:
    """May a recorded vote begin with this block?"""
    return any(read_label(text[a:b]) or read_named(text[a:b]) for a, b in split_labels(text))


def find_sides(scene: Scene, blocks: list[Block], n: int) -> Sides | None:
    """The sides that begin at block `n`; None where it is no recorded vote."""
    pieces = list(_pieces(scene, blocks, n))
    while pieces and pieces[0].label is None:
        pieces.pop(0)  # "On a division, there voted:-"
    counts: dict[Choice, int | None] = {}
    names: dict[Choice, Named] = {}
    listed: dict[Choice, int] = {}  # names and offices, read or not
    objects: set[str] = set()
    side: Choice | None = None
    taken: list[Piece] = []
    for piece in pieces:
        text, label = scene.text(piece.span), piece.label
        if label is not None:
            side = _side(label, names, objects)
            if side in names:
                break
            objects.add(_thing(label))
            words = text[label.start : label.end]
            total = None if label.count is not None or label.named_before else TOTAL.search(words)
            if total is not None and re.search(r"[A-Za-z]", total.group()):
                total = None
            counts[side] = label.count if label.count is not None else int(total.group("n")) if total else None
            cut = words[: total.start()] if total else words
            if TELLS.search(cut) and not label.named_before and len(names) == 0 and not find_people(cut):
                return None
            names[side] = [] if NOBODY.match(cut) else people_in(scene, piece.span.start + label.start, cut)
            listed[side] = 0 if NOBODY.match(cut) else len(list(_each(cut)))
        elif side and not TELLS.search(text) and len(text) < 1500:
            people, total = people_in(scene, piece.span.start, text), TOTAL.search(text)
            if not people and not total and not NOBODY.match(text) and not MEMBER.match(text):
                break
            if counts[side] is None and total:
                counts[side] = int(total.group("n"))
            names[side] += people
            listed[side] += 0 if NOBODY.match(text) else len(list(_each(text)))
        else:
            break
        taken.append(piece)
    named = sum(len(people) for people in names.values())
    if not taken or (len(names) < 2 and named < 3) or (named == 0 and len(names) < 2):
        return None
    if any(piece.label and piece.label.rival for piece in taken) and not (
        {"motion", "amendment"} <= objects and names.get("for") and names.get("against")
    ):
        return None  # "Motion", over its words
    stated = {side: listed[side] if count is None else count for side, count in counts.items()}
    return _closed(stated, names, taken, blocks, objects)


def _closed(
    counts: dict[Choice, int], names: dict[Choice, Named], taken: list[Piece], blocks: list[Block], objects: set[str]
) -> Sides:
    last = taken[-1]
    rest = Span(start=last.span.end, end=blocks[last.block].words.end)
    return Sides(
        counts=counts,
        ballots=tuple(
            Ballot(vote=0, person=person, choice=side, span=where, rule="ballot-list")
            for side, people in names.items()
            for person, where in people
        ),
        span=Span(start=taken[0].span.start, end=last.span.end),
        end=last.block + 1,
        rest=rest if rest.end - rest.start > 3 else None,
        against_amendment={"motion", "amendment"} <= objects,
        thing=next(iter(objects - {""})) if len(objects - {""}) == 1 else "",
    )


def _pieces(scene: Scene, blocks: list[Block], n: int) -> Iterator[Piece]:
    for at in range(n, len(blocks)):
        # "45 Councillors voted against", where the count was taken for the number of a paragraph
        words = blocks[at].span if blocks[at].marker.isdigit() else blocks[at].words
        text = scene.text(words)
        for start, end in split_labels(text):
            span = Span(start=words.start + start, end=words.start + end)
            yield Piece(block=at, span=span, label=read_label(text[start:end]) or read_named(text[start:end]))


def _thing(label: Label) -> str:
    if label.candidate:
        return label.object
    return next((word for word in ("amendment", "motion") if word in label.object.lower()), "")


def _side(label: Label, before: dict[Choice, Named], objects: set[str]) -> Choice:
    """The side of a label; those for an amendment that was put against the motion are against it, and those for another
    candidate against the first."""
    other = _thing(label)
    return "against" if label.side == "for" and "for" in before and other and other not in objects else label.side


def find_own(scene: Scene, span: Span) -> Iterator[Ballot]:
    """Members of whom a sentence says how they voted, or who had their own vote put on record."""
    text = scene.text(span)
    for found in OWN.finditer(text):
        side = (
            found.group("first")
            or found.group("second")
            or ("abstain" if (found.group("noun") or "abst").startswith("abst") else "against")
        )
        choice: Choice = "against" if side == "against" else ("abstain" if side == "abstain" else "for")
        named = [(p.start, p.end) for p in find_people(found.group("who"))] or [
            m.span() for m in LAST_NAME.finditer(found.group("who"))
        ]
        whole = Span(start=span.start + found.start(), end=span.start + found.end())
        yield from _own(scene, span.start + found.start("who"), named, choice, whole)
    for start, end in sentences(text):
        if label := read_named(text[start:end]):
            whole = Span(start=span.start + start, end=span.start + start + len(text[start:end].rstrip()))
            words = text[start + label.start : start + label.end]
            for person, _ in people_in(scene, span.start + start + label.start, words):
                yield Ballot(vote=0, person=person, choice=label.side, span=whole, rule="ballot-own")


def _own(scene: Scene, at: int, named: list[tuple[int, int]], choice: Choice, span: Span) -> Iterator[Ballot]:
    for start, end in named:
        mention = person_mention(scene.folded, at + start, at + end, "ballot-own", listed=True)
        if mention is not None:
            yield Ballot(vote=0, person=mention, choice=choice, span=span, rule="ballot-own")


def people_in(scene: Scene, at: int, words: str) -> Named:
    """The people that a list of names has, each with where it stands."""
    headed = bool(HEADED.search(words))  # "Councillors Adam, May and Young"
    read = (
        person_mention(scene.folded, at + a, at + b, "ballot-list", listed=True, headed=headed) for a, b in _each(words)
    )
    return [(person, person.span) for person in read if person is not None]


def _each(words: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the names. Nobody has a post here, so that a comma always parts two members."""
    if words.count(")") > words.count("("):
        words = words.rstrip(" .;)")  # "(For the motion: Councillors Adam and May.)"
    for start, end in split_people(words):
        cuts = [m.span() for m in AND.finditer(words, start, end)]
        edges = [start, *(edge for cut in cuts for edge in cut), end]
        parts = zip(edges[::2], edges[1::2], strict=True)
        for a, b in [piece.span() for part in parts for piece in PIECE.finditer(words, *part)]:
            if (held := IN_BRACKETS.search(words, a, b)) and (people := find_people(held.group())):
                yield held.start() + people[0].start, held.start() + people[0].end  # "the Lord Mayor (Councillor Lee)"
                continue
            b = held.start() if held else b
            cut = re.compile(r"\s*\(?\d{1,3}\)?$").search(words, a, b)
            b = cut.start() if cut else b
            if words[a:b].strip() and not HONOURS.match(words[a:b].strip()):
                yield a, b
