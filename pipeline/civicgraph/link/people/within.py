"""The people of one document: a surname alone is the one person of that surname, if there is one."""

from __future__ import annotations

from civicgraph.link.names import Names
from civicgraph.link.people.record import Person, people_of
from civicgraph.link.rulings import Rulings
from civicgraph.model import Judgement, Reason
from civicgraph.values.names import key

ONLY = Reason(feature="It fits one person of its document only", value="", score=1.0)


def within_document(document: Names, rulings: Rulings) -> list[Person]:
    """Full names first, then initials, then surnames alone, each joining the one that fits; two that fit: neither."""
    singles = sorted(people_of(document, rulings), key=lambda p: (-bool(p.best.given), -len(p.best.initials), p.uses))
    people: list[Person] = []
    for single in singles:
        fitting = [p for p in people if p.surname == single.surname and not p.clashes(single) and not _roles(p, single)]
        exact = [p for p in fitting if single.best.initials and any(key(n) == key(single.best) for n in p.parsed)]
        if len(fitting) != 1 and not exact:
            people.append(single)
            continue
        found = fitting[0] if len(fitting) == 1 else exact[0]
        if key(found.best) != key(single.best):
            found.joins.append(Judgement(left=found.uses[0], right=single.uses[0], score=1.0, reasons=(ONLY,)))
        found.take(single)
    return people


def _roles(a: Person, b: Person) -> bool:
    """Councillor against officer: two people, as far as a document tells."""
    return {"councillor", "officer"} <= (a.roles | b.roles) and not (a.roles & b.roles)
