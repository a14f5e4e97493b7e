"""The occasions on which a council deals with things: the items of its meetings, each with what joins it to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from civicgraph.link.council import Council
from civicgraph.link.matters.subjects import Subject, subject
from civicgraph.link.names import Item, Names
from civicgraph.link.reports.papers import At
from civicgraph.model import Entity, Reference, Succession

# An item about one thing; an entry of an item that lists several, by its title; an item that every meeting has, which
# may cite a minute and is else about nothing.
Kind = Literal["item", "entry", "standing"]
WorkOf = Mapping[At, str]  # IRIs of works
CitedOf = Mapping[tuple[str, int], Reference]

LEAST = 3  # days on which a body takes a title before it may be one that it always takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One item of one meeting, planned and held, or one that a list of items names."""

    iri: str  # of the minute; of the agenda's item where no minute is held
    items: tuple[str, ...]  # both
    subject: Subject
    number: str
    date: str
    meeting: str  # IRI
    body: str  # IRI of the first of the bodies that followed each other
    place: str  # "Transport Board, 2024-06-03"
    planned: bool
    kind: Kind = "item"
    bodies: frozenset[str] = frozenset()  # that the title names, and those that they are groups of
    programmes: frozenset[str] = frozenset()  # IRIs of those named in the title
    told: frozenset[str] = frozenset()  # and in the text of the item
    works: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()  # IRIs of minutes and works
    passed_to: frozenset[str] = frozenset()  # bodies
    came_from: frozenset[str] = frozenset()
    sent_on: frozenset[tuple[str, str]] = frozenset()  # bodies and the days of their meetings that passed it on
    deferred: bool = False

    @property
    def order(self) -> tuple[str, str, str, str]:
        return self.date, self.iri, self.kind, self.subject.title.text

    @property
    def named(self) -> str:
        item = f"item {self.number} of {self.place}" if self.number else self.place
        return f"\u2018{self.subject.title.plain}\u2019 ({'listed in ' if self.kind == 'entry' else ''}{item})"


@dataclass(frozen=True, slots=True)
class _Known:
    """What else is known of a council."""

    council: Council
    works: WorkOf
    cited: CitedOf
    lines: Mapping[str, str]  # body → the first of those that followed each other
    labels: Mapping[str, str]  # programme → its label

    def body(self, document: str, name: str) -> str:
        iri = self.council.body(document, name)
        return self.lines.get(iri, iri)

    def named(self, document: str, names: Iterable[str]) -> frozenset[str]:
        return frozenset(filter(None, (self.body(document, name) for name in names)))


def occasions_of(
    council: Council, works: WorkOf, cited: CitedOf, successions: Iterable[Succession] = ()
) -> list[Occasion]:
    """The items of a council of which day and body are known, in the order of the days; not those that a body always
    takes, unless they cite a minute or list items by their titles."""
    known = _Known(council, works, cited, lines_of(successions), {})
    made: dict[tuple[str, object], Occasion] = {}
    for one in council.group:
        for found in _of_document(known, one):
            at = (found.meeting, (found.subject.title.key, found.kind))
            made[at] = _merged(made[at], found) if at in made else found
    return _without_recurring(sorted(made.values(), key=lambda o: o.order))


def lines_of(successions: Iterable[Succession]) -> dict[str, str]:
    """Every body that followed another → the first of them."""
    before = {one.newer: one.older for one in sorted(successions, key=lambda s: (s.newer, s.older), reverse=True)}
    out: dict[str, str] = {}
    for body in before:
        first, passed = body, {body}
        while before.get(first, first) not in passed:
            first = before[first]
            passed.add(first)
        out[body] = first
    return out


def _of_document(known: _Known, one: Names) -> Iterator[Occasion]:
    cites: dict[int, set[str]] = defaultdict(set)
    for citation in one.cited:
        meant = known.cited.get((one.key, citation.index))
        if meant and meant.iri and citation.item is not None:
            cites[citation.item].add(meant.iri)
    reports: dict[int, set[str]] = defaultdict(set)
    for n, paper in enumerate(one.papers):
        if paper.item is not None and (work := known.works.get((one.key, "report", n))):
            reports[paper.item].add(work)
    bodies = [name.name for name in one.names if name.kind == "body" and len(name.name.split()) > 1]
    for n, item in enumerate(one.items):
        met = known.council.known.get((one.key, item.meeting))
        if met is None or not item.title or len(met.met.date) != len("2017-10-12"):
            continue
        iri, body = known.council.items[(one.key, n)], known.council.entities[met.body]
        whole = Occasion(
            iri=iri,
            items=(iri,),
            subject=subject(item.title, tuple(name for name in body.names if " " in name)),
            number=item.number,
            date=met.met.date,
            meeting=known.council.meetings[(one.key, item.meeting)],
            body=known.lines.get(met.body, met.body),
            place=f"{body.label}, {met.met.date}",
            planned=item.planned,
            cites=frozenset(cites[n]),
        )
        for entry in item.entries:
            yield replace(whole, subject=subject(entry), kind="entry", cites=frozenset())
        if whole.subject.standing:
            yield replace(whole, kind="standing")
        else:
            work = known.works.get((one.key, "item", n))
            yield _full(
                known, one, item, replace(whole, works=frozenset(reports[n] | ({work} if work else set()))), bodies
            )


def _full(known: _Known, one: Names, item: Item, occasion: Occasion, bodies: Iterable[str]) -> Occasion:
    title = item.title.casefold()
    named = known.named(one.key, (name for name in bodies if name.casefold() in title))
    entities = known.council.entities
    parents = {known.lines.get(p, p) for body in named if (p := _parent(entities, body))}
    told = {name: known.council.links.get((one.key, "programme", name), "") for name in item.programmes}
    return replace(
        occasion,
        bodies=frozenset({*named, *parents}),
        programmes=frozenset(iri for name, iri in told.items() if iri and name.casefold() in title),
        told=frozenset(iri for name, iri in told.items() if iri and subject(name).telling),
        passed_to=known.named(one.key, item.passed_to),
        came_from=known.named(one.key, item.came_from),
        sent_on=frozenset((known.body(one.key, name), day) for name, day in item.sent_on),
        deferred=item.deferred,
    )


def _parent(entities: Mapping[str, Entity], body: str) -> str:
    return entities[body].parent if body in entities else ""


def _merged(a: Occasion, b: Occasion) -> Occasion:
    """One item as two papers of its meeting have it: the minute before the agenda."""
    first, other = sorted((a, b), key=lambda o: (o.planned, o.iri))
    return replace(
        first,
        items=tuple(sorted({*a.items, *b.items})),
        number=first.number or other.number,
        bodies=a.bodies | b.bodies,
        programmes=a.programmes | b.programmes,
        told=a.told | b.told,
        works=a.works | b.works,
        cites=a.cites | b.cites,
        passed_to=a.passed_to | b.passed_to,
        came_from=a.came_from | b.came_from,
        sent_on=a.sent_on | b.sent_on,
        deferred=a.deferred or b.deferred,
    )


def _without_recurring(occasions: list[Occasion]) -> list[Occasion]:
    """A title that a body takes at more than half of its meetings is no one matter's; it may still cite a minute."""
    days: dict[str, set[str]] = defaultdict(set)
    taken: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in occasions:
        days[one.body].add(one.date)
        taken[one.body, one.subject.title.key] += one.kind == "item"
    out: list[Occasion] = []
    for one in occasions:
        times = taken[one.body, one.subject.title.key]
        always = times >= LEAST and 2 * times > len(days[one.body])
        out.append(replace(one, kind="standing") if always and one.kind == "item" else one)
    return out
