"""Made-up councils over sixteen years: who sat when, and the minutes as clerks print names. The same for every seed.

Surnames and initials collide on purpose. A clerk prints as much of a name as tells the members of that term apart:
"Councillor Wood"; where two Woods sit, "Councillor J Wood"; where two J Woods sit, "Councillor Jane Wood".
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

GIVEN = (
    "Jane John James Joan Judith Anne Alan Alice Andrew Amina Margaret Michael Mary Mohammed Martin Peter Patricia "
    "Paul Priya Susan Stephen Sarah David Diana Dorothy"
).split()
SURNAMES = (
    "Smith Jones Khan Patel Davies Evans Brown Taylor Wilson Ahmed Clarke Hughes Singh Lewis Walker Green Wood "
    "Harding Proudie Grantly Arabin Thorne Bold Quiverful"
).split()
PLACES = [
    start + end
    for start in ("Al", "Bar", "Cran", "Dun", "El", "Fram", "Grey", "Hod", "Ing", "Ket")
    for end in ("bury", "chester", "den", "ford", "ham", "ley", "mere", "stead", "thorpe", "wick")
]
COMMITTEES = ("Planning Committee", "Licensing Committee", "Audit Committee", "Housing Committee")
FIRST, TERMS, YEARS = 2008, 4, 4
STYLES = ("surname", "initial", "full")
KEPT = 0.5  # of the members sit another term


@dataclass(frozen=True, slots=True)
class Councillor:
    council: str
    given: str
    surname: str
    since: int  # the first of their terms

    @property
    def thing(self) -> str:
        return f"{self.council.split()[0].lower()}/{self.surname}-{self.given}-{self.since}".lower()


@dataclass(frozen=True, slots=True)
class Paper:
    """One meeting's minutes."""

    file: str
    council: str
    committee: str
    date: str
    year: int
    present: tuple[tuple[str, Councillor], ...]  # as printed in the list, without title
    spoke: tuple[tuple[str, Councillor], ...]  # as printed in the text

    @property
    def text(self) -> str:
        chair, *others = (f"Councillor {name}" for name, _ in self.present)
        listed = "\n".join([f"{chair} (Chair)", *others])
        mover, seconder = (name for name, _ in self.spoke)
        return f"""{self.council}

Minutes of the Meeting of the {self.committee} held at 6.00 pm on {self.date} {self.year}

Present:

{listed}

1. Apologies

There were none.

2. Programme of works

It was moved by Councillor {mover}, seconded by Councillor {seconder} and

RESOLVED that the report be noted.

(Meeting closed at 8.00 pm)
"""


def terms(council: str, seats: int, chance: random.Random) -> list[list[Councillor]]:
    """Who sat in each term; nobody sits beside a namesake."""
    sitting: list[list[Councillor]] = []
    for term in range(TERMS):
        members = [c for c in sitting[-1] if chance.random() < KEPT] if sitting else []
        while len(members) < seats:
            one = Councillor(council, chance.choice(GIVEN), chance.choice(SURNAMES), term)
            if all((one.given, one.surname) != (c.given, c.surname) for c in members):
                members.append(one)
        sitting.append(members)
    return sitting


def papers(councils: int, *, seats: int, meetings: int, seed: int) -> Iterator[Paper]:
    """`meetings` of each committee in each year."""
    for place in PLACES[:councils]:
        chance = random.Random(f"{seed} {place}")
        council = f"{place} Borough Council"
        style = STYLES[PLACES.index(place) % len(STYLES)]
        for term, members in enumerate(terms(council, seats, chance)):
            groups = [members[i :: len(COMMITTEES)] for i in range(len(COMMITTEES))]
            for year, number, at in product(range(YEARS), range(meetings), range(len(COMMITTEES))):
                here = style if chance.random() < 0.8 else chance.choice(STYLES)
                group = groups[at]
                there = chance.sample(group, max(2, len(group) * 3 // 4))
                present = tuple((printed(one, members, here), one) for one in there)
                spoke = tuple((printed(one, there, "surname"), one) for one in chance.sample(there, 2))
                yield Paper(
                    file=f"{place}-{FIRST + term * YEARS + year}-{COMMITTEES[at].split()[0]}-{number}.txt".lower(),
                    council=council,
                    committee=COMMITTEES[at],
                    date=f"{1 + number % 28} {('March', 'June', 'October')[number // 28 % 3]}",
                    year=FIRST + term * YEARS + year,
                    present=present,
                    spoke=spoke,
                )


def printed(one: Councillor, among: list[Councillor], style: str) -> str:
    """As much of the name as the style wants, or as tells it from the others."""
    namesakes = [c for c in among if c.surname == one.surname and c != one]
    if style == "full" or any(c.given[0] == one.given[0] for c in namesakes):
        return f"{one.given} {one.surname}"
    return f"{one.given[0]} {one.surname}" if style == "initial" or namesakes else one.surname


def left_open(every: list[Paper]) -> frozenset[frozenset[str]]:
    """The pairs that no paper tells apart: they never sat in the same year, and no names printed of them contradict."""
    names: dict[Councillor, set[str]] = defaultdict(set)
    years: dict[Councillor, set[int]] = defaultdict(set)
    for paper in every:
        for name, one in (*paper.present, *paper.spoke):
            names[one].add(name.removesuffix(one.surname).strip())
            years[one].add((paper.year - FIRST) // YEARS)
    alike: dict[tuple[str, str], list[Councillor]] = defaultdict(list)
    for one in names:
        alike[one.council, one.surname].append(one)
    pairs = (pair for group in alike.values() for pair in combinations(group, 2))
    return frozenset(
        frozenset((f"person {a.thing}", f"person {b.thing}"))
        for a, b in pairs
        if not years[a] & years[b] and not contradict(max(names[a], key=len), max(names[b], key=len))
    )


def contradict(one: str, other: str) -> bool:
    """ "Jane" and "John", "J" and "A"; not "J" and "Jane"."""
    return bool(one and other) and not (one.startswith(other) or other.startswith(one))
