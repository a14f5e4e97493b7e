"""A body in the making: its names, and what the documents say beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from civicgraph.link.bodies.title import HEADS, BodyKey, body_key, without_place
from civicgraph.link.names import Met, Name, Names
from civicgraph.model import Judgement, Use
from civicgraph.values.dates import municipal_year

ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z&]{1,9}")
Person = tuple[str, str]  # surname and initial


@dataclass(slots=True)
class Body:
    """What one document says of a body, or several that say the same."""

    uses: list[Use]
    titles: dict[BodyKey, str] = field(default_factory=dict)  # how each was printed first
    letters: set[str] = field(default_factory=set)  # acronyms printed for it, "icasp"
    defined: set[str] = field(default_factory=set)  # acronyms that a document defines as it
    ids: set[str] = field(default_factory=set)  # on the council's own site: "CId=192"
    years: set[int] = field(default_factory=set)  # municipal years of the documents
    hours: set[tuple[str, str]] = field(default_factory=set)  # (day, hour) of its meetings
    there: set[Person] = field(default_factory=set)  # who attended them
    documents: int = 1
    loose: bool = False  # named by its number alone, where the council has had titles for that number
    joins: list[Judgement] = field(default_factory=list)

    @classmethod
    def of(cls, several: Iterable[Body]) -> Body:
        """All of them as one; they themselves stay as they are."""
        several = tuple(several)
        made = cls(uses=[], documents=0, loose=all(one.loose for one in several))
        for one in several:
            made.uses += one.uses
            for title, name in one.titles.items():
                made.titles.setdefault(title, name)
            made.letters |= one.letters
            made.defined |= one.defined
            made.ids |= one.ids
            made.years |= one.years
            made.hours |= one.hours
            made.there |= one.there
            made.documents += one.documents
            made.joins += one.joins
        return made

    @property
    def short(self) -> bool:
        """Whether all its names are a kind and a number, "Scrutiny Board (2)"."""
        return bool(self.titles) and all(title.short for title in self.titles)

    @property
    def role(self) -> bool:
        """Whether it is named as "the Sub-Committee" is, which may be any."""
        return bool(self.titles) and all(title.role for title in self.titles)

    def order(self) -> tuple[int, list[str], list[Use]]:
        """Those whose titles say most first; nothing in it depends on the order in which documents came."""
        return -max((len(t.own) for t in self.titles), default=0), sorted(self.titles.values()), sorted(self.uses)

    def says(self) -> tuple[object, ...]:
        """All that tells bodies apart by what a document says, but who met and when."""
        when = frozenset(self.years) if self.loose else frozenset()
        where = min(self.uses)[0] if self.role else ""
        return frozenset(self.titles), *map(frozenset, (self.letters, self.defined, self.ids)), when, where


def bodies_of(document: Names) -> Iterator[Body]:
    """Every name of a body of a document by itself."""
    years = {municipal_year(met.date) for met in document.meetings if met.date}
    for name in document.names:
        if name.kind == "body":
            yield _body(document, name, years, [met for met in document.meetings if met.body == name.name])


def _body(document: Names, name: Name, years: set[int], met: list[Met]) -> Body:
    key = body_key(name.name, document.council)
    key = key if key.words == ("council",) else body_key(without_place(name.name, document.council), document.council)
    acronym = bool(ACRONYM.fullmatch(name.name)) and not any(head in key.words for head in HEADS)
    return Body(
        uses=[(document.key, name.name)],
        titles={} if acronym else {key: name.name},
        letters={name.name.casefold()} if acronym else set(),
        defined={name.acronym.casefold()} if name.acronym else set(),
        ids={name.identifier, *(one.committee for one in met)} - {""},
        years=set(years),
        hours={(one.date, one.start) for one in met if one.date and one.start},
        there={person for one in met for person in one.there},
    )
