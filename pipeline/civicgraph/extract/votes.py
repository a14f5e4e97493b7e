"""Votes: outcome and counts where stated, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.people import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Ballot, Block, Item, Mention, Span
from civicgraph.values.names import split_people

NUMBERS = {w: i for i, w in enumerate("no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())} | {"none": 0, "nil": 0, "zero": 0, "a": 1}
N = r"(?P<{0}>\d{{1,3}}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
COUNTS = (
    # "7 Votes for 1 Against", "35 votes for, 21 against and 2 abstentions", "by 6 votes to 3 with 1 abstention"
    re.compile(rf"\b{N.format('for')}\s+(?:members?\s+|councillors?\s+)?(?:votes?\s+)?(?:were\s+|voted\s+|voting\s+|votes\s+)?(?:cast\s+)?(?:in favour|for)\b(?:\s+of [^,;.]{{1,60}})?[,;:\s]*(?:and\s+|with\s+)?(?:{N.format('against')}\s+(?:members?\s+|votes?\s+)?(?:were\s+|voted\s+|voting\s+)?(?:cast\s+)?against)?(?:\s+(?:the )?(?:motion|proposal|amendment|recommendation))?[,;:\s]*(?:and\s+|with\s+|there (?:was|were)\s+)*(?:{N.format('abstain')}\s+(?:members?\s+|votes?\s+)?(?:abst\w+))?", re.I),
    re.compile(rf"\bby\s+{N.format('for')}\s+votes?\s+to\s+{N.format('against')}(?:[,;\s]*(?:and\s+|with\s+)?{N.format('abstain')}\s+abst\w+)?", re.I),
    re.compile(rf"\b(?:for|in favour)\s*[:=(-]?\s*{N.format('for')}\b[),;.\s]*(?:against|opposed)\s*[:=(-]?\s*{N.format('against')}\b(?:[),;.\s]*(?:abst\w+)\s*[:=(-]?\s*{N.format('abstain')}\b)?", re.I),
    re.compile(rf"\bvotes?\s+(?:cast\s+)?(?:for|in favour)\s*[:-]?\s*{N.format('for')}\b[,;.\s]*(?:votes?\s+)?against\s*[:-]?\s*{N.format('against')}\b", re.I),
)
UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\bwithout dissent\b|\ball (?:members )?(?:were )?in favour\b|\bcarried by general consent\b", re.I)
CARRIED = re.compile(r"\b(?:motion|amendment|proposal|recommendations?|vote|resolution|it|which|substantive motion|proposition)\b[^.;\n]{0,120}?\b(?:was|were|being|declared)?\s*(?:declared\s+)?(?P<outcome>carried|lost|defeated|fell|not carried|rejected)\b|^\W*(?:motion |amendment )?(?P<alone>carried|lost|defeated)\b", re.I)
PUT = re.compile(r"\b(?:put to the vote|recorded vote|on a vote|on being put|show of hands|voting was|voted|vote was taken|votes? (?:were )?cast|voting|upon being put)\b", re.I)
SIDE = re.compile(
    r"^\W*(?:(?:there )?(?:voted|voting|votes?|those voting|members voting|councillors? voting)?\s*)?(?:(?:cast\s+)?)(?P<side>for(?: the (?:motion|amendment|proposal|recommendation)s?)?|in favour(?: of .{3,60}?)?|against(?: the (?:motion|amendment|proposal|recommendation)s?)?|abstain(?:ed|ing)?|abstentions?|abstaining|opposed)\s*(?:\(\s*(?P<n>\d{1,3})\s*\))?\s*(?:[:=.-]+|\n|(?=\())\s*(?P<names>.*)$",
    re.I | re.S,
)
TOTAL = re.compile(r"[:(.\s-]*\(?\b(?:total\s*[:-]?\s*)?(?P<n>\d{1,3})\)?\s*\.?\s*$")


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


def find_votes(scene: Scene, item: Item | None) -> Iterator[Division]:
    """The votes of an item, in order; ballots are those of a recorded vote, `vote` in them left 0."""
    blocks = [b for _, b in scene.blocks(item)]
    n = 0
    while n < len(blocks):
        text = scene.text(blocks[n].words)
        if SIDE.match(text) and (found := _recorded(scene, blocks, n)):
            division, n = found
            yield division
            continue
        vote = _told(scene, blocks[n].words, text)
        if vote:
            # A count right before the names of a recorded vote, or right after them, is the same vote.
            yield vote
        n += 1


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else NUMBERS.get(words.lower())


def _told(scene: Scene, span: Span, text: str) -> Division | None:
    for pattern in COUNTS:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            votes_for, against, abstain = (_number(groups.get(k)) for k in ("for", "against", "abstain"))
            if against is None and abstain is None and not re.search(r"vot|carried|lost", text[max(0, found.start() - 80) : found.end() + 60], re.I):
                continue
            if groups.get("for", "").lower() == "a":
                continue
            near = CARRIED.search(text)
            outcome = _outcome(near) if near else ("carried" if votes_for is not None and votes_for > (against or 0) else ("lost" if against is not None else ""))
            return Division(
                outcome=outcome, votes_for=votes_for, against=against, abstain=abstain, motion=_motion(text), span=_around(span, text, found.start(), found.end())
            )
    unanimous = UNANIMOUS.search(text)
    near = CARRIED.search(text)
    if unanimous and (re.search(r"\b(?:resolved|agreed|carried|approved|vote|elected|decided|passed|recommended|adopted)\b", text, re.I)):
        return Division(outcome="carried", votes_for=None, against=None, abstain=None, motion=_motion(text), span=_around(span, text, unanimous.start(), unanimous.end()))
    if near and (PUT.search(text) or len(text) < 200):
        return Division(outcome=_outcome(near), votes_for=None, against=None, abstain=None, motion=_motion(text), span=_around(span, text, near.start(), near.end()))
    return None


def _outcome(found: re.Match[str]) -> str:
    word = (found.group("outcome") or found.group("alone")).lower()
    return "carried" if word == "carried" else "lost"


def _motion(text: str) -> str:
    return "amendment" if re.search(r"\bamendment\b", text, re.I) else ("motion" if re.search(r"\bmotion\b", text, re.I) else "")


def _around(span: Span, text: str, start: int, end: int) -> Span:
    """The sentence around a cue."""
    a = max(text.rfind(". ", 0, start) + 2, text.rfind("\n\n", 0, start) + 2, 0) if start else 0
    b = text.find(". ", end)
    return Span(start=span.start + a, end=span.start + (b + 1 if b >= 0 else len(text.rstrip())))


def _recorded(scene: Scene, blocks: list[Block], n: int) -> tuple[Division, int] | None:
    """A recorded vote: the sides with their names, from block `n`; and the block after it."""
    sides: dict[str, tuple[int | None, list[tuple[Mention, Span]]]] = {}
    first, at = n, n
    side = ""
    while at < len(blocks):
        text = scene.text(blocks[at].words)
        found = SIDE.match(text)
        if found:
            side = "for" if re.match(r"for|in favour", found.group("side"), re.I) else ("against" if re.match(r"against|opposed", found.group("side"), re.I) else "abstain")
            if side in sides:
                break
            total = TOTAL.search(found.group("names"))
            names_at = blocks[at].words.start + found.start("names")
            words = found.group("names")[: total.start() if total and not re.search(r"[A-Za-z]", total.group()) else None]
            count = _number(found.group("n")) if found.group("n") else (int(total.group("n")) if total else None)
            sides[side] = (count, _people(scene, names_at, words))
        elif side and not re.search(r"\b(?:the|was|that|motion|amendment|resolved|carried|lost)\b", text, re.I) and len(text) < 1500:
            people = _people(scene, blocks[at].words.start, text)
            total = TOTAL.search(text)
            if not people and not total:
                break
            count = sides[side][0] if sides[side][0] is not None else (int(total.group("n")) if total else None)
            sides[side] = (count, [*sides[side][1], *people])
        else:
            break
        at += 1
    named = sum(len(people) for _, people in sides.values())
    if len(sides) < 2 and named < 3:
        return None
    counts = {k: (c if c is not None else (len(p) if p else (0 if k in sides else None))) for k, (c, p) in sides.items()}
    outcome = ""
    for block in (*blocks[at : at + 2], *blocks[max(0, first - 2) : first]):
        if near := CARRIED.search(scene.text(block.words)):
            outcome = _outcome(near)
            break
    if not outcome and counts.get("for") is not None:
        outcome = "carried" if (counts["for"] or 0) > (counts.get("against") or 0) else "lost"
    span = Span(start=blocks[first].span.start, end=blocks[at - 1].span.end)
    ballots = tuple(
        Ballot(vote=0, person=person, choice=choice, span=where, rule="ballot-list")  # type: ignore[arg-type]
        for choice, (_, people) in sides.items()
        for person, where in people
    )
    skip = at
    if at < len(blocks) and CARRIED.search(scene.text(blocks[at].words)) and len(scene.text(blocks[at].words)) < 200:
        skip = at + 1  # "Motion carried." under the names is this vote
    return Division(
        outcome=outcome, votes_for=counts.get("for"), against=counts.get("against"), abstain=counts.get("abstain"),
        motion=_motion(" ".join(scene.text(b.words) for b in blocks[max(0, first - 2) : first])), span=span, ballots=ballots, recorded=bool(named),
    ), skip  # fmt: skip


def _people(scene: Scene, at: int, words: str) -> list[tuple[Mention, Span]]:
    out = []
    for start, end in split_people(words):
        piece = words[start:end]
        cut = re.match(r"^(.*?)\s*\(?\d{1,3}\)?$", piece, re.S)
        end = start + len(cut.group(1)) if cut else end
        person = person_mention(scene.folded, at + start, at + end, "ballot-list", listed=True)
        if person is not None:
            out.append((person, person.span))
    return out
