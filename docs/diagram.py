"""The picture of the ontology: its classes as cards, grouped as the sections of civicgraph.ttl, and how they relate.

A card has a row for each property, with what its values are; where they are of one kind, a line leads to its card.
All of it is read from the Turtle. The same file gives the same bytes, and the SVG fetches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SDO, Graph, URIRef

ANYTHING = "anything"  # a property without a domain or range
CIV = "https://w3id.org/civicgraph/ontology#"
TITLE = re.compile(r"^# == (.+?) =+$")
TERM = re.compile(r"^civ:(\w+) a ")

COLUMNS, WIDTH, GAP, MARGIN = 4, 330, 70, 24  # pixels, as all below
LINE, HEAD, PAD = 17, 26, 8
CHARACTERS = 50  # that fit on a line of a card
TINTS = ("#1b6ca8", "#7a4b9a", "#2d7d46", "#a8571b", "#a81b4f", "#3f6b6b", "#6b5f1b", "#4b5a9a", "#8a3b3b", "#2b7a8c")
# Most things have these, and say so in a row: a line from each of them would hide the others.
WITHOUT_LINE = frozenset({"evidence", "underItem", "inMeeting", "ofCouncil"})


@dataclass(kw_only=True)
class Card:
    name: str  # civ:Meeting without its prefix, or org:ChangeEvent with it
    above: tuple[str, ...]
    rows: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)  # property, what its values are
    x: int = 0
    y: int = 0

    def lines(self) -> list[tuple[str, str, int]]:
        """Left text, right text, row: a row whose values do not fit beside its name goes on below it."""
        found: list[tuple[str, str, int]] = []
        for number, (name, ranges) in enumerate(self.rows):
            values = " | ".join(ranges)
            if len(name) + len(values) + 3 <= CHARACTERS:
                found.append((name, values, number))
                continue
            found.append((name, "", number))
            line = ""
            for one in ranges:
                if line and len(line) + len(one) + 3 > CHARACTERS - 2:
                    found.append(("", line + " |", -1))
                    line = ""
                line = f"{line} | {one}" if line else one
            found.append(("", line, -1))
        return found

    @property
    def height(self) -> int:
        return HEAD + (LINE if self.above else 0) + LINE * len(self.lines()) + PAD


def diagram(turtle: Path) -> str:
    """The SVG of an ontology file whose sections begin with lines such as `# == Meetings ====`."""
    graph = Graph().parse(turtle, format="turtle")
    sections = [(title, cards) for title, cards in _sections(graph, turtle.read_text(encoding="utf-8")) if cards]
    height = _place(sections)
    cards = {card.name: card for _, some in sections for card in some}
    tint = {card.name: TINTS[i % len(TINTS)] for i, (_, some) in enumerate(sections) for card in some}
    width = MARGIN + COLUMNS * (WIDTH + GAP)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-label="Classes of the ontology and how they relate" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    out += [_line(card, cards[value], number, tint[value]) for card, value, number in _related(cards)]
    for i, (title, some) in enumerate(sections):
        out.append(
            f'<text x="{some[0].x}" y="{some[0].y - 10}" font-size="15" font-weight="bold" '
            f'fill="{TINTS[i % len(TINTS)]}">{escape(title)}</text>'
        )
        out += [text for card in some for text in _card(card, tint[card.name])]
    return "\n".join([*out, "</svg>", ""])


def _sections(graph: Graph, text: str) -> list[tuple[str, list[Card]]]:
    names: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if opened := TITLE.match(line):
            names.append((opened[1], []))
        elif names and (begun := TERM.match(line)):
            names[-1][1].append(begun[1])
    home = {name: i for i, (_, terms) in enumerate(names) for name in terms}
    found: list[tuple[str, list[Card]]] = [(title, []) for title, _ in names]
    cards: dict[str, Card] = {}
    for title, terms in names:
        for name in terms:
            if (URIRef(CIV + name), RDF.type, OWL.Class) in graph:
                cards[name] = Card(name=name, above=_named(graph, URIRef(CIV + name), RDFS.subClassOf))
                dict(found)[title].append(cards[name])
    for _, terms in names:
        for name in terms:
            term = URIRef(CIV + name)
            if (term, RDF.type, OWL.Class) in graph:
                continue
            domains = _named(graph, term, RDFS.domain, SDO.domainIncludes)
            ranges = _named(graph, term, RDFS.range, SDO.rangeIncludes) or (ANYTHING,)
            for domain in domains or (ANYTHING,):
                if domain not in cards:  # a class of another vocabulary that we add to
                    cards[domain] = Card(name=domain, above=())
                    found[home[name]][1].append(cards[domain])
                cards[domain].rows.append((name, ranges))
    return found


def _named(graph: Graph, term: URIRef, *predicates: URIRef) -> tuple[str, ...]:
    """Names of what the term points to: ours without prefix first, others with theirs."""
    values = [str(o) for p in predicates for o in graph.objects(term, p) if isinstance(o, URIRef)]
    names = {v.removeprefix(CIV) if v.startswith(CIV) else graph.qname(v) for v in values}
    return tuple(sorted(names, key=lambda name: (":" in name, name)))


def _place(sections: list[tuple[str, list[Card]]]) -> int:
    """Puts the sections into columns, in their order and about equally full; gives the height of the picture."""
    sizes = [40 + sum(card.height + 14 for card in cards) for _, cards in sections]
    share, column, top, deepest, placed = sum(sizes) / COLUMNS, 0, MARGIN, 0, 0
    for (_, cards), size in zip(sections, sizes, strict=True):
        if column < COLUMNS - 1 and placed + size / 2 > share * (column + 1):
            column, top = column + 1, MARGIN
        placed += size
        y = top + 30
        for card in cards:
            card.x, card.y = MARGIN + column * (WIDTH + GAP), y
            y += card.height + 14
        top += size
        deepest = max(deepest, top)
    return deepest + MARGIN


def _related(cards: dict[str, Card]) -> list[tuple[Card, str, int]]:
    return [
        (card, value, number)
        for card in cards.values()
        for number, (name, ranges) in enumerate(card.rows)
        if name not in WITHOUT_LINE
        and len(ranges) == 1  # of six kinds of authors, six lines would say less than the row
        for value in ranges
        if value in cards and value not in (card.name, ANYTHING)
    ]


def _line(card: Card, to: Card, number: int, tint: str) -> str:
    offset = next(i for i, (_, _, row) in enumerate(card.lines()) if row == number)
    y = card.y + HEAD + (LINE if card.above else 0) + LINE * offset + LINE // 2 - 2
    end = to.y + HEAD // 2
    right = to.x >= card.x
    start = card.x + (WIDTH if right else 0)
    stop = to.x + (WIDTH if to.x <= card.x else 0)
    bend = 28 + abs(end - y) % 37  # so that lines to one card do not lie on one another
    first = start + (bend if right else -bend)
    last = stop + (bend if to.x <= card.x else -bend)
    path = f"M{start} {y}C{first} {y} {last} {end} {stop} {end}"
    return (
        f'<path d="{path}" fill="none" stroke="{tint}" stroke-opacity=".45" stroke-width="1.2">'
        f"<title>{escape(card.name)} {escape(card.rows[number][0])} {escape(to.name)}</title></path>"
        f'<circle cx="{stop}" cy="{end}" r="3" fill="{tint}"/>'
    )


def _card(card: Card, tint: str) -> list[str]:
    x, y, right = card.x, card.y, card.x + WIDTH - 8
    out = [
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{card.height}" rx="4" fill="#fff" stroke="{tint}"/>',
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEAD - 4}" rx="4" fill="{tint}"/>',
        f'<text x="{x + 8}" y="{y + 16}" fill="#fff" font-weight="bold">{escape(card.name)}</text>',
    ]
    y += HEAD + 9
    if card.above:
        out.append(
            f'<text x="{x + 8}" y="{y}" fill="#555" font-style="italic">is a {escape(", ".join(card.above))}</text>'
        )
        y += LINE
    for name, values, _ in card.lines():
        if name:
            out.append(f'<text x="{x + 8}" y="{y}">{escape(name)}</text>')
        if values:
            out.append(f'<text x="{right}" y="{y}" fill="#555" text-anchor="end">{escape(values)}</text>')
        y += LINE
    return out
