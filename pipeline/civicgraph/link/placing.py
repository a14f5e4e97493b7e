"""Whose a document is that names no council: the one council whose documents share its ids, people, bodies or business.

A committee system's answer never says which council's it is, and minutes often name their committee alone. A list of
bodies, which shares nothing else, is the only council's of a build whose bodies met as the list has them. Documents
that nothing places are of one council that nobody names where the same people sit on the same body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from civicgraph import ids
from civicgraph.link.bodies.title import GENERIC, body_key
from civicgraph.link.business import Business, business, day_of, same_business
from civicgraph.link.names import Met, Names, said_together, sat_together
from civicgraph.model import Reason
from civicgraph.values.gazetteer import acts, bare, council_of, councils, not_names, organisations
from civicgraph.values.names import key, parse_person
from civicgraph.values.text import singular

COMMITTEES = 2  # committees of one id and name: a single one may be another council's by chance
ENOUGH = 30  # tenths of shared people; a surname alone is worth less than one with its initial
INITIAL, SURNAME = 10, 6
A_BODY = 15  # tenths more for a body that only this council has: by a word of its own, or the council's place
YEARS = 8  # two terms: people who all sat so long before or after are others of their names

Person = tuple[str, str]  # surname, initial or ""
Sat = dict[str, set[int]]  # initial or "" → years, 0 for one that nobody knows


@dataclass(slots=True)
class _Known:
    """What the documents have whose council is known."""

    signs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # sign → councils
    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # council → those that met
    hours: dict[tuple[str, str], list[tuple[str, Met]]] = field(default_factory=lambda: defaultdict(list))
    people: dict[str, dict[str, Sat]] = field(default_factory=dict)  # surname → council
    days: dict[tuple[str, ...], list[tuple[str, Met, Business]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, one: Names) -> None:
        self.bodies[one.council] |= _named((met.body for met in one.meetings), one.council)
        years = _years(one)
        for surname, initial in _people(one, listed=False):
            there = self.people.setdefault(surname, {}).setdefault(one.council, {})
            there.setdefault(initial, set()).update(years or (0,))
        for sign in _signs(one):
            self.signs[sign].add(one.council)
        for met in one.meetings:
            if met.there:
                self.hours[(met.date, met.start)].append((one.council, met))
            if (day := day_of(met, one.council)) and (its := business(one, met)):
                self.days[day].append((one.council, met, its))


def place(documents: list[Names]) -> tuple[list[Names], dict[str, Reason]]:
    """The documents, each that names no council with the one that it is of, where that can be told; and why."""
    documents = _one_spelling(documents)
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
    unnamed = dict(_unnamed(left))
    return (
        [
            replace(one, council=placed[one.key][0])
            if one.key in placed
            else replace(one, unnamed=unnamed.get(one.key, ""))
            for one in documents
        ],
        {document: reason for document, (_, reason) in placed.items()},
    )


def _one_spelling(documents: list[Names]) -> list[Names]:
    """ "Barset City & County Council" and "Barset City and County Council" are one."""
    spelling: dict[str, str] = {}
    for name in sorted({one.council for one in documents if one.council}):
        spelling.setdefault(ids.slug(name), name)
    return [replace(one, council=spelling[ids.slug(one.council)]) if one.council else one for one in documents]


def _unnamed(left: list[Names]) -> Iterator[tuple[str, str]]:
    """Documents of one council that none of them names: (document, the file of the first of them, told from others)."""
    known = _Known()
    taken: set[str] = set()
    for one in left:
        groups = [group for group, _ in _by_people(one, known)]
        folders = one.path.split("/")[:-1]
        names = ("/".join([*folders[depth:], one.file]) for depth in range(len(folders), -1, -1))
        file = groups[0] if len(groups) == 1 else next((n for n in names if n not in taken), f"{one.file} {one.key}")
        taken.add(file)
        known.take(replace(one, council=file))
        yield one.key, file


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
    if not sure:
        sure = dict(_by_people(one, known))
    if not sure:
        sure = dict(_by_business(one, known))
    if len(sure) != 1:
        return None
    ((council, why),) = sure.items()
    return council, Reason(feature="the council of other documents", value=f"{council}: {why}")


def _by_business(one: Names, known: _Known) -> Iterator[tuple[str, str]]:
    """The councils one of whose meetings has the business of one of its meetings; (council, why)."""
    for met in one.meetings:
        for council, other, others in known.days.get(day_of(met), ()):
            if both := same_business(met, business(one, met), other, others):
                longest = max(both, key=lambda title: (len(title), title))
                yield (
                    council,
                    f"{met.body} of {met.date} has {len(both)} of its items, “{longest}” among them",
                )


# -- people ----------------------------------------------------------------------------------------------------------


def _by_people(one: Names, known: _Known) -> Iterator[tuple[str, str]]:
    """The councils that share half of the people of its lists, a third where a body is shared too; (council, why).

    Members of a district sit in the county as well, so fewer would not tell the two apart.
    """
    people, years = _people(one, listed=True), _years(one)
    by_council: dict[str, dict[Person, int]] = defaultdict(dict)
    of_the_time: set[str] = set()
    for surname, initial in sorted(people):
        for council, sat in known.people.get(surname, {}).items():
            if initial and initial in sat:
                by_council[council][(surname, initial)] = INITIAL
            elif not initial or "" in sat:
                by_council[council][(surname, initial)] = SURNAME
            else:
                continue
            if any(_near(years, when) for when in sat.values()):
                of_the_time.add(council)
    for council, both in sorted(by_council.items()):
        body = _body_of(one, council, known.bodies[council])
        share = 3 if body else 2
        worth = sum(both.values()) + (A_BODY if body else 0)
        if council in of_the_time and worth >= ENOUGH and share * len(both) >= len(people) and len(both) > 1:
            names = ", ".join(f"{initial} {surname.title()}".strip() for surname, initial in sorted(both)[:3])
            too = f", and the name of {body}" if body else ""
            yield council, f"its documents have {len(both)} of the {len(people)} people listed, {names} among them{too}"


def _body_of(one: Names, council: str, bodies: set[str]) -> str:
    """A body of the document that no other council has: it shares a word of its own, or has the council's place.

    Every council has a planning committee.
    """
    own = sorted(_named((met.body for met in one.meetings), council))
    shared = (body for body in own for other in bodies if _within(body, other) or _within(other, body))
    known = council_of(council)
    place = bare(known.place) if known else bare(council.split(" ")[0])
    placed = (body for body in own if place not in _common() and place in map(bare, body.split()))
    return next((body for body in shared if _proper(body)), "") or next(placed, "")


def _proper(body: str) -> bool:
    """Whether it has a word that is no everyday one: "municipal district ashby vale", not "planning committee"."""
    return any(word.isalpha() and word not in _common() for word in body.split())


@cache
def _common() -> frozenset[str]:
    """Words of the lists that are no part of a name: subjects, functions, kinds of body; singular, without places."""
    texts = (*not_names(), *(one.name for one in organisations()), *acts())
    places = {word for one in councils() for word in _letters(one.place)} - set(map(singular, not_names()))
    return GENERIC | ({word for text in texts for word in _letters(text)} - places)


def _letters(text: str) -> Iterator[str]:
    yield from map(singular, re.findall(r"[a-z]+", text.lower()))


def _years(one: Names) -> frozenset[int]:
    return frozenset(int(met.date[:4]) for met in one.meetings if met.date)


def _near(years: frozenset[int], others: set[int]) -> bool:
    """Whether no more than `YEARS` lie between the nearest, or nobody knows."""
    return not years or 0 in others or min(abs(a - b) for a in years for b in others) <= YEARS


def _within(short: str, long: str) -> bool:
    """ "municipal district ashby vale" in "… ashby vale joint policing": two words or more, all of them."""
    return len(short.split()) > 1 and {*short.split()} <= {*long.split()}


def _people(one: Names, *, listed: bool) -> frozenset[Person]:
    parsed = (
        parse_person(name.name, listed=True)
        for name in one.names
        if name.kind == "person" and (name.listed or not listed)
    )
    return frozenset((key(name)[0], key(name)[1][:1]) for name in parsed if name and name.surname)


# -- ids and bodies --------------------------------------------------------------------------------------------------


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
