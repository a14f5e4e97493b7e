"""Whose a document is that names no council: the one council whose documents share its ids, or its people at an hour.

A committee system's answer never says which council's it is. A list of bodies, which shares nothing else, is the only
council's of a build whose bodies met as the list has them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from civicgraph.link.bodynames import body_key
from civicgraph.link.names import Met, Names, said_together, sat_together
from civicgraph.model import Reason
from civicgraph.values.names import key, parse_person

COMMITTEES = 2  # committees of one id and name: a single one may be another council's by chance


@dataclass(slots=True)
class _Known:
    """What the documents have whose council is known."""

    signs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # sign → councils
    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # council → those that met
    hours: dict[tuple[str, str], list[tuple[str, Met]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, one: Names) -> None:
        self.bodies[one.council] |= _named((met.body for met in one.meetings), one.council)
        for sign in _signs(one):
            self.signs[sign].add(one.council)
        for met in one.meetings:
            if met.there:
                self.hours[(met.date, met.start)].append((one.council, met))


def place(documents: list[Names]) -> tuple[list[Names], dict[str, Reason]]:
    """The documents, each that names no council with the one that it is of, where that can be told; and why."""
    known = _Known()
    for one in documents:
        if one.council:
            known.take(one)
    placed: dict[str, tuple[str, Reason]] = {}
    left = [one for one in documents if not one.council]
    while found := {one.key: where for one in left if (where := _whose(one, known))}:
        placed |= found
        for one in left:
            if one.key in found:
                known.take(replace(one, council=found[one.key][0]))
        left = [one for one in left if one.key not in found]
    return (
        [replace(one, council=placed[one.key][0]) if one.key in placed else one for one in documents],
        {document: reason for document, (_, reason) in placed.items()},
    )


def _whose(one: Names, known: _Known) -> tuple[str, Reason] | None:
    """(council, why) where the documents of exactly one council have what this one has."""
    shared: dict[str, set[str]] = defaultdict(set)
    for sign in _signs(one):
        for council in known.signs.get(sign, ()):
            shared[council].add(sign)
    sure = {council: min(signs) for council, signs in shared.items() if _enough(signs)}
    if not sure:
        sure = {
            council: said_together(met, both)
            for met in one.meetings
            for council, its in known.hours.get((met.date, met.start), ())
            if (both := sat_together(met, its))
        }
    if not sure and len(known.bodies) == 1 and any(name.identifier.startswith("CId=") for name in one.names):
        ((council, met),) = known.bodies.items()
        listed = _named((name.name for name in one.names if name.kind == "body"), council) & met
        if listed and 2 * len(listed) >= len(met):
            sure = {council: f"the only one of the build, and the list has {len(listed)} of the {len(met)} that met"}
    if len(sure) != 1:
        return None
    ((council, why),) = sure.items()
    return council, Reason(feature="the council of other documents", value=f"{council}: {why}")


def _signs(one: Names) -> set[str]:
    """The ids of a document, each with what it is the id of, so that another site's same number is no match."""
    ids = [*((met.identifier, met.date) for met in one.meetings), *((m.identifier, m.date) for m in one.listed)]
    signs = {f"{identifier} of {date}" for identifier, date in ids if identifier and date}
    for name in one.names:
        if not name.identifier:
            continue
        person = parse_person(name.name, listed=True) if name.kind == "person" else None
        if person is not None:
            signs.add(f"{name.identifier} of {' '.join(key(person))}")
        elif name.kind == "body":
            signs.add(f"{name.identifier} of {' '.join(body_key(name.name).words)}")
    return signs


def _named(bodies: Iterable[str], council: str) -> set[str]:
    """Bodies by words of their own: "Cabinet" and "Council" are everybody's."""
    keys = (body_key(name, council) for name in bodies if name)
    return {" ".join(key.words) for key in keys if key.own}


def _enough(signs: set[str]) -> bool:
    committees = [sign for sign in signs if sign.startswith("CId=")]
    return len(committees) < len(signs) or len(committees) >= COMMITTEES
