"""People of several documents of whom all say the same: compared with others once, however many documents there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from civicgraph.link.features import Judged
from civicgraph.link.people.record import NEAR, Person

Judge = Callable[[Person, Person], Judged]
Excluded = Callable[[Person, Person], bool]


@dataclass(frozen=True, slots=True)
class Alike:
    """`person` is what all `parts` say; `loose`: that is too little to be one, and `doubts` has pairs of them."""

    person: Person
    parts: tuple[Person, ...]
    loose: bool = False
    doubts: tuple[tuple[Person, Person, Judged], ...] = ()


def alike(found: Iterable[Person], judge: Judge, excluded: Excluded) -> Iterator[Alike]:
    """The people of all documents, together who says the same; marks those whose surname nobody else bears."""
    groups = _grouped(found, Person.says)
    _mark_alone(groups, excluded)
    for group in groups:
        if _one([replace(person, sat=set()) for person in group[:2]], judge):
            yield Alike(Person.of(group), tuple(group))
            continue
        # Too little to tell by itself; who sits on the same bodies may be told by that.
        left: list[Person] = []
        for same in _grouped(group, lambda person: tuple(sorted(person.sat))):
            if _one(same, judge):
                yield Alike(Person.of(same), tuple(same))
            else:
                left += same
        if left:
            left.sort(key=_by_year)
            doubts = ((a, b, judge(a, b)) for a, b in pairwise(left))
            unsure = tuple(doubt for doubt in doubts if doubt[2].verdict == "unsure")
            yield Alike(replace(Person.of(left), sat=set()), tuple(left), loose=True, doubts=unsure)


def _grouped(found: Iterable[Person], key: Callable[[Person], tuple[object, ...]]) -> list[list[Person]]:
    """By key; a gap of years parts a group, and so does a list that has two of it."""
    groups: dict[tuple[object, ...], list[Person]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    runs: list[list[Person]] = []
    for group in groups.values():
        group.sort(key=_by_year)
        listed: set[tuple[str, int]] = set()
        for number, one in enumerate(group):
            before = group[number - 1]
            gap = bool(before.years and one.years) and min(one.years) - max(before.years) > NEAR
            if not number or gap or one.listed & listed:
                runs.append([])
                listed = set()
            runs[-1].append(one)
            listed |= one.listed
    return runs


def _by_year(person: Person) -> tuple[int, list[tuple[str, str]]]:
    return min(person.years, default=0), sorted(person.uses)


def _one(group: Sequence[Person], judge: Judge) -> bool:
    return len(group) == 1 or judge(group[0], group[1]).verdict == "same"


def _mark_alone(groups: Sequence[Sequence[Person]], excluded: Excluded) -> None:
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for group in groups:
        one = Person.of(group)
        for surname in one.surnames:
            by_surname[surname].append(one)
    crowded = {surname for surname, people in by_surname.items() if _crowd(people, excluded)}
    for group in groups:
        for one in group:
            one.alone = not one.surnames & crowded


def _crowd(people: Sequence[Person], excluded: Excluded) -> bool:
    """Whether one list has two of a surname, or two of it exclude each other; who has one name is looked at once."""
    listed = [at for one in people for at in one.listed]
    if len(listed) > len({*listed}):
        return True
    by_name: dict[tuple[object, ...], Person] = {}
    for one in people:
        by_name.setdefault((*one.says()[:2], bool(one.wards) and min(one.wards)), one)
    return any(excluded(a, b) for a, b in combinations(by_name.values(), 2))
