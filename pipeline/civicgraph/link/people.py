"""Which names are one person of a council.

Within a document a surname alone is the one person of that surname. Across documents councillors are one where surname
and initial agree and nothing else fits; officers, whom initials alone do not tell apart, only where the directorate or
the full name agrees too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph import ids
from civicgraph.link.entities import Linked, Use, linked, names
from civicgraph.link.names import Names
from civicgraph.model import Entity, Reason
from civicgraph.values.names import PersonName, compatible, display, key, parse_person

SURNAME_YEARS = 8  # a surname alone may have passed to another after two terms
INITIAL_YEARS = 16


@dataclass(slots=True)
class Person:
    """A person in the making: the names that were joined, and why."""

    uses: list[Use] = field(default_factory=list)
    parsed: list[PersonName] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    listed: set[tuple[str, int]] = field(default_factory=set)  # (document key, meeting) of a list that has them
    years: set[int] = field(default_factory=set)  # in which documents name them
    uids: set[str] = field(default_factory=set)  # on the council's own site: "UID=12"

    @property
    def names(self) -> list[str]:
        return [name for _, name in self.uses]

    @property
    def best(self) -> PersonName:
        """The fullest of the names."""
        return max(self.parsed, key=lambda n: (bool(n.given), len(n.initials), len(display(n)), display(n)))

    @property
    def surname(self) -> str:
        return key(self.best)[0]

    def fits(self, other: Person) -> bool:
        """Nothing in the names contradicts, no list has both as entries of their own, and no site two ids."""
        if self.uids and other.uids and not self.uids & other.uids:
            return False
        return not self.listed & other.listed and all(compatible(a, b) for a in self.parsed for b in other.parsed)

    def take(self, other: Person, reason: str) -> None:
        self.uses += other.uses
        self.parsed += other.parsed
        self.roles |= other.roles
        self.affiliations |= other.affiliations
        self.listed |= other.listed
        self.years |= other.years
        self.uids |= other.uids
        self.reasons += [*other.reasons, reason]


def link_people(council: str, group: list[Names]) -> Iterator[Linked]:
    """The people whom the documents of a council name. Two of one name get IRIs that say what else is known of them."""
    taken: set[str] = set()
    joined = across([within_document(document) for document in group])
    for person in sorted(joined, key=lambda p: (display(p.best), sorted(p.affiliations), sorted(p.uses))):
        label = display(person.best)
        known = (label, *(f"{label} {more}" for more in (*sorted(person.affiliations), *sorted(person.roles))))
        # Last resort: the documents that name them, and how; a person that linking leaves open is of its document.
        known += tuple(f"{label} in {key.partition('/')[2]} as {name}" for key, name in sorted(person.uses))
        options = [ids.person(council, name) for name in known]
        options += [f"{options[-1]}~{number}" for number in range(2, len(joined) + 2)]
        iri = next(option for option in options if option not in taken)
        taken.add(iri)
        reasons = tuple(Reason(feature="identity", value=reason) for reason in sorted({*person.reasons} - {""}))
        yield linked(
            Entity(
                iri=iri,
                kind="person",
                label=label,
                names=names(person.uses),
                council=council,
                reasons=reasons,
                identifiers=tuple(sorted(person.uids)),
            ),
            person.uses,
        )


def within_document(document: Names) -> list[Person]:
    """People of one document: full names first, then initials, then surnames alone, each joining the one that fits."""
    singles: list[Person] = []
    for one in document.names:
        parsed = parse_person(one.name, listed=True) if one.kind == "person" else None
        if parsed is not None:
            roles, places = {one.role} - {""}, {one.affiliation} - {""}
            listed = {(document.key, meeting) for meeting in one.listed}
            years = {int(met.date[:4]) for met in document.meetings if met.date}
            uids = {one.identifier} - {""}
            singles.append(Person([(document.key, one.name)], [parsed], roles, places, [], listed, years, uids))
    singles.sort(key=lambda p: (-bool(p.best.given), -len(p.best.initials), p.names))
    people: list[Person] = []
    for single in singles:
        fitting = [p for p in people if p.surname == single.surname and p.fits(single) and not _clash(p, single)]
        exact = [p for p in fitting if single.best.initials and any(key(n) == key(single.best) for n in p.parsed)]
        if len(fitting) == 1:
            sure = key(fitting[0].best) == key(single.best)
            fitting[0].take(single, "" if sure else f"“{single.names[0]}” fits one person of its document only")
        elif exact:
            exact[0].take(single, "")
        else:
            people.append(single)
    return people


def _clash(a: Person, b: Person) -> bool:
    """Councillor against officer: two people, as far as a document tells."""
    return {"councillor", "officer"} <= (a.roles | b.roles) and not (a.roles & b.roles)


def across(documents: list[list[Person]]) -> list[Person]:
    """People of a council from those of its documents, in a fixed order; each joins the one candidate that fits."""
    joined: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    by_uid: dict[str, Person] = {}
    for one in sorted((p for people in documents for p in people), key=_order):
        if known := next((by_uid[uid] for uid in sorted(one.uids) if uid in by_uid), None):
            known.take(one, f"the same id on the council's site, {min(one.uids & known.uids)}")
            by_uid.update(dict.fromkeys(one.uids, known))
            continue
        candidates = [p for p in by_surname.get(one.surname, []) if p.fits(one) and not _clash(p, one)]
        reasons = [(p, reason) for p in candidates if (reason := _reason(p, one))]
        exact = [(p, reason) for p, reason in reasons if any(display(n) == display(one.best) for n in p.parsed)]
        if len(candidates) == 1 and reasons:
            found, reason = reasons[0]
        elif len(exact) == 1:
            found, reason = exact[0]
        else:
            joined.append(one)
            by_surname.setdefault(one.surname, []).append(one)
            by_uid.update(dict.fromkeys(one.uids, one))
            continue
        found.take(one, reason)
        by_uid.update(dict.fromkeys(one.uids, found))
    return joined


def _order(person: Person) -> tuple[bool, bool, int, str, list[str], list[Use]]:
    """Those who say most first; nothing in it depends on the order in which documents came."""
    best = person.best
    known = sorted(person.affiliations)
    return not person.roles, not best.given, -len(best.initials), display(best), known, sorted(person.uses)


def _reason(a: Person, b: Person) -> str:
    """Why two people of different documents are one, "" where that is not sure."""
    roles = a.roles | b.roles
    if a.best.given and b.best.given:
        if a.best.given.casefold() != b.best.given.casefold():
            return ""
        return "the same full name" if not _contradict(a, b) else ""
    titled = all(any("ouncillor" in name.honorific for name in person.parsed) for person in (a, b))
    if ("councillor" in roles or titled) and "officer" not in roles:
        initials = bool(a.best.initials and b.best.initials)
        if _apart(a.years, b.years) > (INITIAL_YEARS if initials else SURNAME_YEARS):
            return ""
        if not initials:
            return "the only councillor of that surname" if {"councillor"} == a.roles == b.roles else ""
        return "councillors of the same council, surname and initial agree"
    if not (a.best.initials and b.best.initials) or _apart(a.years, b.years) > INITIAL_YEARS:
        return ""
    if _agree(a.affiliations, b.affiliations):
        return "surname, initial and directorate agree"
    nothing_else = not a.affiliations and not b.affiliations and roles == {"officer"}
    if key(a.best) == key(b.best) and nothing_else:
        return "officers of the same council, surname and initials agree"
    return ""


def _apart(a: set[int], b: set[int]) -> int:
    """Years between the nearest documents of two people; 0 where a document has no date."""
    return min((abs(x - y) for x in a for y in b), default=0)


def _words(affiliations: set[str]) -> set[str]:
    words = " ".join(affiliations).lower().replace("'s", "").replace(",", " ").split()
    return {word for word in words if len(word) > 3} - {"directorate"}


def _agree(a: set[str], b: set[str]) -> bool:
    return bool(_words(a) & _words(b))


def _contradict(a: Person, b: Person) -> bool:
    return bool(a.affiliations and b.affiliations and not _agree(a.affiliations, b.affiliations))
