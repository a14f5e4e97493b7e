"""The people of one document: a surname alone is the one person of that surname, if there is one."""

from __future__ import annotations

from collections import defaultdict

from civicgraph.link.names import Names
from civicgraph.link.people.features import beginning_of_given_name, councillor_and_officer
from civicgraph.link.people.record import Person, people_of
from civicgraph.link.rulings import Rulings
from civicgraph.model import Judgement, Reason
from civicgraph.values.names import display, key, spellings, spelt_near

ONLY = Reason(feature="It fits one person of its document only", value="", score=1.0)


def within_document(document: Names, rulings: Rulings) -> list[Person]:
    """Full names first, then initials, then surnames alone, each joining the one that fits; two that fit: neither."""
    singles = sorted(people_of(document, rulings), key=lambda p: (-bool(p.best.given), -len(p.best.initials), p.uses))
    people: list[Person] = []
    named: dict[str, list[Person]] = defaultdict(list)
    for single in singles:
        fitting = [p for p in named[single.surname] if p.surname == single.surname and not _apart(p, single)]
        if not fitting and not single.best.initials:  # "Mr Whitfield", after Mr R G Whitfeild
            near = {id(p): p for one in spellings(single.best.surname) for p in named[one]}
            fitting = [
                p for p in near.values() if spelt_near(p.best.surname, single.best.surname) and not _apart(p, single)
            ]
        exact = [p for p in fitting if any(display(n) == display(single.best) for n in p.parsed)]
        if len(fitting) != 1 and len(exact) != 1:
            people.append(single)
            for known in spellings(single.best.surname):
                named[known].append(single)
            continue
        found = fitting[0] if len(fitting) == 1 else exact[0]
        if key(found.best) != key(single.best):
            found.joins.append(Judgement(left=found.uses[0], right=single.uses[0], score=1.0, reasons=(ONLY,)))
        found.take(single)
    return people


def _apart(a: Person, b: Person) -> bool:
    """Two people, as far as a document tells: names that contradict, "Jo" beside "John", councillor beside officer."""
    return bool(a.clashes(b) or beginning_of_given_name(a, b) or councillor_and_officer(a, b))
