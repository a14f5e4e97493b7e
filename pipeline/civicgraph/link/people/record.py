"""A person in the making: the names that were joined, and what the documents say of who bears them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from civicgraph.link.bodies.title import body_key
from civicgraph.link.names import Name, Names
from civicgraph.link.posts import post_key
from civicgraph.link.rulings import Rulings, Side, apart
from civicgraph.link.wards import ward_key
from civicgraph.model import Judgement, Use
from civicgraph.values.gazetteer import bare
from civicgraph.values.names import PersonName, compatible, display, key, parse_person, spellings, spelt_near

NEAR = 8  # years: two terms of office
# What members are elected to for a year, and tells none of them from another: the key of a post, or its beginning.
OFFICE = re.compile(
    r"(?:an )?(?:(?:vice|deputy|lord|leas|interim|acting)[ -])*"
    r"(?:chair|chairperson|cathaoirleach|mayor|provost|convener|president|councillor|member|alderman)\b.*"
)


@dataclass(slots=True)
class Person:
    """What one document says of a person, or several that say the same."""

    uses: list[Use]
    parsed: list[PersonName]
    roles: set[str] = field(default_factory=set)  # councillor, officer, co-opted, other
    affiliations: set[str] = field(default_factory=set)  # directorates and organisations, as printed
    posts: set[str] = field(default_factory=set)  # keys
    wards: set[str] = field(default_factory=set)  # keys
    sat: set[str] = field(default_factory=set)  # keys of the bodies whose lists have them
    listed: set[tuple[str, int]] = field(default_factory=set)  # (document, meeting) of those lists
    years: set[int] = field(default_factory=set)  # of the documents that name them
    uids: set[str] = field(default_factory=set)  # on the council's own site: "UID=12"
    sides: frozenset[Side] = frozenset()  # of those whom a person says are different
    alone: bool = True  # nobody else of the surname is named in the council's documents
    joins: list[Judgement] = field(default_factory=list)
    _best: PersonName | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, several: Iterable[Person]) -> Person:
        """All of them as one; they themselves stay as they are."""
        made = cls(uses=[], parsed=[])
        for one in several:
            made.take(one)
        return made

    @property
    def best(self) -> PersonName:
        """The fullest of the names."""
        if self._best is None:
            self._best = max(self.parsed, key=lambda n: (bool(n.given), len(n.initials), len(display(n)), display(n)))
        return self._best

    @property
    def surname(self) -> str:
        return key(self.best)[0]

    @property
    def surnames(self) -> set[str]:
        """More than one where a site's id, or a person's word, joined two: somebody who married."""
        return {key(name)[0] for name in self.parsed}

    @property
    def keys(self) -> set[str]:
        """What two names of one person share at least one of."""
        surnames = [name.surname for name in self.parsed]
        parts = {bare(part) for surname in surnames for part in surname.replace("-", " ").split() if len(part) > 3}
        return parts.union(*map(spellings, surnames))

    @property
    def councillor(self) -> bool:
        """By a list of members, or by the title that every document gives."""
        return "councillor" in self.roles or all("ouncillor" in name.honorific for name in self.parsed)

    def clashes(self, other: Person) -> str:
        """What excludes that the two are one, "" where nothing does: a person's word, ids, two entries of one list,
        the names."""
        if ruled := apart(self.sides, other.sides):
            return ruled
        if self.uids and other.uids:
            return "" if self.uids & other.uids else f"{min(self.uids)} / {min(other.uids)}"
        if self.listed & other.listed:
            return f"{display(self.best)} / {display(other.best)}"
        pairs = [(a, b) for a in self.parsed for b in other.parsed]
        pairs = [(a, b) for a, b in pairs if key(a)[0] == key(b)[0]] or pairs
        return next((f"{display(a)} / {display(b)}" for a, b in pairs if not _fit(a, b)), "")

    def take(self, other: Person) -> None:
        self.uses += other.uses
        self.parsed += [name for name in other.parsed if name not in self.parsed]
        self._best = None
        self.roles |= other.roles
        self.affiliations |= other.affiliations
        self.posts |= other.posts
        self.wards |= other.wards
        self.sat |= other.sat
        self.listed |= other.listed
        self.years |= other.years
        self.uids |= other.uids
        self.sides |= other.sides
        self.alone = self.alone and other.alone
        self.joins += other.joins

    def order(self) -> tuple[bool, bool, int, str, list[str], list[Use]]:
        """Those who say most first; nothing in it depends on the order in which documents came."""
        best, known = self.best, sorted(self.affiliations)
        return not self.roles, not best.given, -len(best.initials), display(best), known, sorted(self.uses)

    def says(self) -> tuple[object, ...]:
        """All that counts of one document's person but where and when they sat."""
        names = frozenset((name.honorific, display(name)) for name in self.parsed)
        said = (self.roles, self.affiliations, self.posts, self.wards, self.uids, self.sides)
        return names, *map(frozenset, said)


def _fit(a: PersonName, b: PersonName) -> bool:
    """Whether the names may be of one person, surnames that are spelt alike or joined by marriage included."""
    return compatible(a, b) or (related(a, b) and compatible(a, replace(b, surname=a.surname)))


def related(a: PersonName, b: PersonName) -> bool:
    """Surnames that differ, and are spelt alike or one a part of the other: "Moss" and "Moss-Dale"."""
    one, other = ({bare(part) for part in name.surname.replace("-", " ").split()} for name in (a, b))
    differ = key(a)[0] != key(b)[0]
    return differ and (spelt_near(a.surname, b.surname) or one < other or other < one)


def person(document: Names, name: Name, parsed: PersonName, rulings: Rulings) -> Person:
    """One name of one document."""
    years = {int(met.date[:4]) for met in document.meetings if met.date}
    bodies = {met.index: met.body for met in document.meetings}
    return Person(
        uses=[(document.key, name.name)],
        parsed=[parsed],
        roles={name.role} - {""},
        affiliations={name.affiliation} - {""},
        posts={key for key in map(post_key, name.posts) if not OFFICE.fullmatch(key)},
        wards={ward_key(ward) for ward in name.wards},
        sat={" ".join(body_key(bodies[at], document.council).words) for at in name.listed if bodies[at]},
        listed={(document.key, at) for at in name.listed},
        years=years,
        uids={name.identifier} - {""},
        sides=rulings.sides("person", [(document.key, name.name)]),
    )


def people_of(document: Names, rulings: Rulings) -> Iterator[Person]:
    """Every name of a person of a document by itself."""
    for name in document.names:
        # "Councillors Ames, Ward and Place": what was read as a name there is no everyday word here
        parsed = parse_person(name.name, listed=True, headed=True) if name.kind == "person" else None
        if parsed is not None:
            yield person(document, name, parsed, rulings)
