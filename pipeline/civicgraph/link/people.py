"""Which names are one person of a council.

Within a document a surname alone is the one person of that surname. Across documents councillors are one where surname
and initial agree and nothing else fits; officers, whom initials alone do not tell apart, only where the directorate or
the full name agrees too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from civicgraph.values.names import PersonName, compatible, display, key, parse_person


@dataclass(slots=True)
class Person:
    """A person in the making: the names that were joined, and why."""

    uses: list[tuple[str, str]] = field(default_factory=list)  # (document key, name as printed)
    parsed: list[PersonName] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

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
        return all(compatible(a, b) for a in self.parsed for b in other.parsed)

    def take(self, other: Person, reason: str) -> None:
        self.uses += other.uses
        self.parsed += other.parsed
        self.roles |= other.roles
        self.affiliations |= other.affiliations
        self.reasons += [*other.reasons, reason]


def within_document(document: str, entries: list[tuple[str, str, str]]) -> list[Person]:
    """People of the document of that key from (name, role, affiliation): full names first, then initials, then surnames alone."""
    singles: list[Person] = []
    for name, role, affiliation in entries:
        parsed = parse_person(name, listed=True)
        if parsed is None:
            continue
        singles.append(Person([(document, name)], [parsed], {role} - {""}, {affiliation} - {""}))
    singles.sort(key=lambda p: (-bool(p.best.given), -len(p.best.initials), p.names))
    people: list[Person] = []
    for one in singles:
        fitting = [p for p in people if p.surname == one.surname and p.fits(one) and not _clash(p, one)]
        if len(fitting) == 1:
            same = key(fitting[0].best) == key(one.best)
            fitting[0].take(one, "" if same else f"“{one.names[0]}” fits one person of this document only")
        elif len(fitting) > 1 and one.best.initials and (exact := [p for p in fitting if any(key(n) == key(one.best) for n in p.parsed)]):
            exact[0].take(one, "")
        else:
            people.append(one)
    return people


def _clash(a: Person, b: Person) -> bool:
    """Councillor against officer: two people, as far as a document tells."""
    return {"councillor", "officer"} <= (a.roles | b.roles) and not (a.roles & b.roles)


def across(documents: list[list[Person]]) -> list[Person]:
    """People of a council from those of its documents, in a fixed order; each joins the one candidate that fits."""
    every = sorted((p for people in documents for p in people), key=_order)
    joined: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    for one in every:
        candidates = [p for p in by_surname.get(one.surname, []) if p.fits(one) and not _clash(p, one)]
        reasons = [(p, reason) for p in candidates if (reason := _reason(p, one))]
        if len(candidates) == 1 and len(reasons) == 1:
            reasons[0][0].take(one, reasons[0][1])
        elif len(reasons) > 1 and (exact := [r for r in reasons if any(display(n) == display(one.best) for n in r[0].parsed)]) and len(exact) == 1:
            exact[0][0].take(one, exact[0][1])
        else:
            joined.append(one)
            by_surname.setdefault(one.surname, []).append(one)
    return joined


def _order(person: Person) -> tuple[bool, int, str, list[str], list[str]]:
    best = person.best
    return (not best.given, -len(best.initials), display(best), sorted(person.affiliations), person.names)


def _reason(a: Person, b: Person) -> str:
    """Why two people of different documents are one, "" where that is not sure."""
    roles = a.roles | b.roles
    councillors = "councillor" in roles or all(any("ouncillor" in n.honorific for n in p.parsed) for p in (a, b))
    full = bool(a.best.given and b.best.given)
    if councillors and "officer" not in roles:
        if not (a.best.initials and b.best.initials):
            return "the only councillor of that surname" if "councillor" in a.roles and "councillor" in b.roles else ""
        return "councillors of the same council, surname and initial agree"
    if full:
        return "the same full name" if not _contradict(a, b) or a.best.given == b.best.given else ""
    if a.best.initials and b.best.initials and _agree(a.affiliations, b.affiliations):
        return "surname, initial and directorate agree"
    if a.best.initials and key(a.best) == key(b.best) and not a.affiliations and not b.affiliations and roles <= {"officer"} and roles:
        return "officers of the same council, surname and initials agree"
    return ""


def _words(affiliations: set[str]) -> set[str]:
    return {w for a in affiliations for w in a.lower().replace("'s", "").replace(",", " ").split() if len(w) > 3 and w != "directorate"}


def _agree(a: set[str], b: set[str]) -> bool:
    return bool(_words(a) & _words(b))


def _contradict(a: Person, b: Person) -> bool:
    return bool(a.affiliations and b.affiliations and not _agree(a.affiliations, b.affiliations))
