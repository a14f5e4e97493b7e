"""Recorded votes: the sides with the names of those who voted, and a member's own vote put on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from civicgraph.extract.people import person_mention
from civicgraph.extract.scene import Scene
from civicgraph.model import Ballot, Block, Mention, Span
from civicgraph.values.people import find_people, split_people

Choice = Literal["for", "against", "abstain"]
SIDE = re.compile(
    r"^\W{0,20}+(?:(?:there )?(?:voted|voting|votes?|those voting|members voting"
    r"|councillors? voting)?\s*)?(?:(?:cast\s+)?)(?P<side>for(?: the (?:motion|amendment|proposal"
    r"|recommendation)s?)?|in favour(?: of .{3,60}?)?"
    r"|against(?: the (?:motion|amendment|proposal|recommendation)s?)?|abstain(?:ed|ing)?"
    r"|abstentions?|abstaining|opposed)\s*(?:\(\s*(?P<n>\d{1,3})\s*\))?\s*(?:[:=.-]+|\n"
    r"|(?=\())\s*(?P<names>.*)$",
    re.I | re.S,
)
TOTAL = re.compile(r"[:(.\s-]*\(?\b(?:total\s*[:-]?\s*)?(?P<n>\d{1,3})\)?\s*\.?\s*$")
TELLS = re.compile(r"\b(?:the|was|that|motion|amendment|resolved|carried|lost|agreed|vote)\b", re.I)
HONOURS = re.compile(r"^(?:[A-Z]{2,4}\.?,?\s*)+$")
# "Councillor Ashe asked that her vote against the decision be recorded"
OWN = re.compile(
    r"(?P<who>[A-Z][^.;:\n]{2,120}?)\s+(?:asked|requested|wished|wishes|asked for|requested for)\b[^.;]{0,80}?"
    r"(?:\brecorded\b[^.;]{0,60}?\b(?:voted|abstained|votes?)\s*(?P<first>against|for|in favour)?"
    r"|\b(?P<noun>vote|votes|abstention|opposition|dissent)\b\s*(?P<second>against|for"
    r"|in favour)?[^.;]{0,80}?\brecorded\b)",
)


LAST_NAME = re.compile(r"(?<![A-Z][a-z] )\b[A-Z][a-z'-]+\s+[A-Z][A-Za-z'-]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """A recorded vote as printed: counts and ballots; `end` is the block after its last."""

    counts: dict[Choice, int]
    ballots: tuple[Ballot, ...]
    span: Span
    end: int


def find_sides(scene: Scene, blocks: list[Block], n: int) -> Sides | None:
    """The sides that begin at block `n`; None where it is no recorded vote."""
    counts: dict[Choice, int | None] = {}
    names: dict[Choice, list[tuple[Mention, Span]]] = {}
    side: Choice | None = None
    at = n
    while at < len(blocks):
        text = scene.text(blocks[at].words)
        start = blocks[at].words.start
        if found := SIDE.match(text):
            side = _side(found.group("side"), names)
            if side in names:
                break
            words = found.group("names")
            total = TOTAL.search(words)
            bare = total is not None and not re.search(r"[A-Za-z]", total.group())
            counts[side] = (
                int(found.group("n") or 0) if found.group("n") else (int(total.group("n")) if total else None)
            )
            names[side] = _people(
                scene, start + found.start("names"), words[: total.start()] if total and bare else words
            )
        elif side and not TELLS.search(text) and len(text) < 1500:
            people, total = _people(scene, start, text), TOTAL.search(text)
            if not people and not total:
                break
            if counts[side] is None and total:
                counts[side] = int(total.group("n"))
            names[side] += people
        else:
            break
        at += 1
    named = sum(len(people) for people in names.values())
    if len(names) < 2 and named < 3:
        return None
    ballots = tuple(
        Ballot(vote=0, person=person, choice=choice, span=where, rule="ballot-list")
        for choice, people in names.items()
        for person, where in people
    )
    stated = {
        choice: count if (count := counts[choice]) is not None else len(people) for choice, people in names.items()
    }
    return Sides(
        counts=stated, ballots=ballots, span=Span(start=blocks[n].span.start, end=blocks[at - 1].span.end), end=at
    )


def _side(words: str, before: dict[Choice, list[tuple[Mention, Span]]]) -> Choice:
    """ "for", "against" or "abstain"; votes for an amendment, put against the motion, are against it."""
    if re.match(r"for\b.*\bamendment|in favour of .*\bamendment", words, re.I) and "for" in before:
        return "against"
    if re.match(r"for|in favour", words, re.I):
        return "for"
    return "against" if re.match(r"against|opposed", words, re.I) else "abstain"


def find_own(scene: Scene, span: Span) -> Iterator[Ballot]:
    """Members who had their own vote put on record."""
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
        at = span.start + found.start("who")
        for start, end in named:
            mention = person_mention(scene.folded, at + start, at + end, "ballot-own", listed=True)
            if mention is not None:
                yield Ballot(
                    vote=0,
                    person=mention,
                    choice=choice,
                    span=Span(start=span.start + found.start(), end=span.start + found.end()),
                    rule="ballot-own",
                )


def _people(scene: Scene, at: int, words: str) -> list[tuple[Mention, Span]]:
    """The people that a list of names has, each with where it stands."""
    out = []
    for start, end in split_people(words):
        piece = words[start:end]
        cut = re.match(r"^(.*?)\s*\(?\d{1,3}\)?$", piece, re.S)
        end = start + len(cut.group(1)) if cut else end
        if HONOURS.match(words[start:end].strip()):
            continue
        person = person_mention(scene.folded, at + start, at + end, "ballot-list", listed=True)
        if person is not None:
            out.append((person, person.span))
    return out
