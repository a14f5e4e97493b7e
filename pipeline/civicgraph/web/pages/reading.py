"""The text of a document, with the words that facts stand on: a piece of it at a time, since some are whole books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from civicgraph.vocab import CIV, OA, RDF
from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.naming import KINDS
from civicgraph.web.pages.page import Wanted

PIECE = 10_000
"""Characters of a text that one page shows: the minutes of most evenings, and three printed pages of a pack."""

MENTIONED = frozenset({"person", "body", "council", "post", "directorate", "organisation", "programme", "Act", "ward"})
"""Kinds that words name; all others are what words state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What some words state or name."""

    iri: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A quotation with all that stands on it; `anchor` is the fragment of its IRI: "char=120,164"."""

    start: int
    end: int
    quote: str
    rules: tuple[str, ...]
    fragment: str
    facts: tuple[Fact, ...]
    around: tuple[str, ...]
    """Anchors of the wider quotations that it is in."""
    kind: str
    """What it is marked as: what is stated before what is named."""

    @property
    def anchor(self) -> str:
        return f"char={self.start},{self.end}"

    @property
    def card(self) -> str:
        """Where the page tells of it."""
        return f"fact-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters that the same quotations cover; `opens` are the anchors of those that begin here."""

    text: str
    words: Words | None
    """The narrowest of them: what a click shows."""
    opens: tuple[str, ...]
    within: str = ""
    """Kind of the narrowest of them that states something: a name inside a decision is marked as both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    document: str
    file: str
    format: str
    paragraphs: tuple[tuple[Stretch, ...], ...]
    words: tuple[Words, ...]
    start: int
    end: int
    length: int
    before: int | None
    """Where the piece before this one begins."""
    after: int | None
    pages: tuple[str, ...]
    """Pages of the file that the facts of this piece are on, as printed after # in an address: "page=7"."""
    missing: str
    """Why the text is not shown, "" when it is."""
    query: Answer


def reading(wanted: Wanted, document: str, row: Row, at: int = 0) -> Reading:
    """The piece of a document's text that the character `at` is in; `row` says what the document is."""
    try:
        text = (wanted.texts / f"{row.text_sha256}.txt").read_bytes().decode()
        missing = ""
    except OSError:
        text, missing = "", "Its text is not here any more; a newer build has replaced it. Load this page again."
    start, end = piece(text, at)
    facts = wanted.ask("document-facts", this=document, **{"from": str(start), "till": str(end)})
    found = tuple(_words(facts))
    return Reading(
        document=document,
        file=row.file,
        format=row.format,
        paragraphs=tuple(_paragraphs(stretches(text, start, end, found))),
        words=tuple(words for words in found if words.start < end and words.end > start),
        start=start,
        end=end,
        length=len(text),
        before=piece(text, start - 1)[0] if start else None,
        after=end if end < len(text) else None,
        pages=tuple(dict.fromkeys(words.fragment for words in found if words.fragment.startswith("page="))),
        missing=missing,
        query=facts,
    )


def piece(text: str, at: int) -> tuple[int, int]:
    """First and last character of the piece that a character is in: the same from wherever one comes.

    Cut where a line ends.
    """
    at = max(0, min(at, len(text) - 1))
    number = at // PIECE
    if _line(text, number * PIECE) > at:
        number = max(0, number - 1)
    return _line(text, number * PIECE), _line(text, (number + 1) * PIECE)


def _line(text: str, cut: int) -> int:
    """The next line's start at or after a place; the end of the text where it has none, or none that is near."""
    if cut <= 0:
        return 0
    if cut >= len(text):
        return len(text)
    found = text.find("\n", cut - 1, cut + PIECE // 2)
    return found + 1 if found >= 0 else cut


def stretches(text: str, start: int, end: int, words: Iterable[Words]) -> Iterator[Stretch]:
    """The text between two places, parted wherever a quotation begins or ends."""
    inside = [one for one in words if one.start < end and one.end > start]
    cuts = sorted({start, end, *(place for one in inside for place in (one.start, one.end) if start < place < end)})
    live: list[Words] = []
    waiting = sorted(inside, key=lambda one: one.start, reverse=True)
    for here, there in pairwise(cuts):
        opens: list[str] = []
        while waiting and waiting[-1].start <= here:
            opens.append(waiting[-1].anchor)
            live.append(waiting.pop())
        live = [one for one in live if one.end > here]
        narrowest = sorted(live, key=lambda one: (one.end - one.start, one.start))
        yield Stretch(
            text=text[here:there],
            words=narrowest[0] if narrowest else None,
            opens=tuple(opens),
            within=next((one.kind for one in narrowest if one.kind not in MENTIONED), ""),
        )


def _paragraphs(parts: Iterable[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """As the text has empty lines; a quotation may reach over several."""
    line: list[Stretch] = []
    for part in parts:
        if "\n\n" not in part.text:
            line.append(part)
            continue
        for number, text in enumerate(part.text.split("\n\n")):
            if number:
                yield tuple(line)
                line = []
            if text:
                line.append(replace(part, text=text, opens=part.opens if not number else ()))
            elif part.opens and not number:
                line.append(Stretch(text="", words=None, opens=part.opens))
    yield tuple(line)


def _words(said: Answer) -> Iterator[Words]:
    """A row of the answer is one thing that is said of words (no fact), or of a fact that stands on them."""
    places: dict[tuple[int, int], dict[str, dict[str, set[str]]]] = {}
    for row in said:
        facts = places.setdefault((int(row.start), int(row.end)), {})
        facts.setdefault(row.fact, {}).setdefault(row.says, set()).add(row.value)
    live: list[tuple[int, int]] = []
    for (start, end), facts in sorted(places.items(), key=lambda one: (one[0][0], -one[0][1])):
        live = [one for one in live if one[1] > start]
        around = tuple(f"char={a},{b}" for a, b in live if b >= end)
        live.append((start, end))
        own = facts.pop("", {})
        stated = tuple(_facts(facts))
        yield Words(
            start=start,
            end=end,
            quote=min(own.get(OA.exact, ("",))),
            rules=tuple(sorted(own.get(CIV.rule, ()))),
            fragment=min(own.get(CIV.fragment, ("",))),
            facts=stated,
            around=around,
            kind=min((fact.kind for fact in stated), key=lambda kind: (kind in MENTIONED, kind), default="words"),
        )


def _facts(said: Mapping[str, Mapping[str, set[str]]]) -> Iterator[Fact]:
    for iri, its in sorted(said.items()):
        types = its.get(RDF.type, set())
        label = min((value for says, values in its.items() if says != RDF.type for value in values), default="")
        if CIV.SourceDocument not in types:
            yield Fact(iri=iri, kind=next((kind for one, kind in KINDS.items() if one in types), "fact"), label=label)
