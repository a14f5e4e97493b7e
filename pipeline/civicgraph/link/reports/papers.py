"""The papers of a council: every report, and every item that may be one, with what tells it from others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from civicgraph.link.council import Council
from civicgraph.link.names import Names
from civicgraph.link.reports.titles import Title, parse
from civicgraph.model import Use

Kind = Literal["report", "item"]
At = tuple[str, Kind, int]  # document, and the index among its reports or items
Way = tuple[str, str]  # IRI of a body, date


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One report as one document has it, or an item of which it is not said that a report is before it."""

    at: At
    file: str
    iri: str  # of the item; "" of a report
    title: Title
    meeting: int | None  # index among those of its document
    met: str = ""  # IRI of the meeting, where its body and day are known
    way: Way = ("", "")  # the body and the day
    body: str = ""  # its name
    printed: str = ""  # number of its item
    number: str = ""  # on the agenda
    item: int | None = None
    planned: bool = False
    private: bool = False
    reference: str = ""
    author: str = ""
    ways: frozenset[Way] = frozenset()  # where it says that it came from or goes to
    generic: bool = False  # its title is that of papers of other meetings too

    @property
    def reported(self) -> bool:
        """Whether it is said to be a report, or bears the number of one."""
        return self.at[1] == "report" or bool(self.reference)

    @property
    def use(self) -> Use:
        """Its title in its document, with the item where a person finds it."""
        return self.at[0], f"{self.title.plain}, item {self.printed}" if self.printed else self.title.plain

    @property
    def place(self) -> str:
        """ "minutes.md, item 21"."""
        return f"{self.file}, item {self.printed}" if self.printed else self.file


def papers_of(council: Council) -> list[Paper]:
    """Every report of a council's documents, and every item that has none."""
    out: list[Paper] = []
    for one in council.group:
        taken = {printed.item for printed in one.papers}
        for index, printed in enumerate(one.papers):
            paper = _paper(council, one, ("report", index), printed.title, printed.meeting, printed.item)
            reached = {(council.body(one.key, body), date) for body, date in printed.routes}
            ways = frozenset(way for way in reached if all(way))
            reference = printed.reference or paper.reference
            out.append(replace(paper, reference=reference, author=printed.author, ways=ways))
        for index, item in enumerate(one.items):
            if index not in taken:
                out.append(_paper(council, one, ("item", index), item.title, item.meeting, index))
    return _with_generic(out)


def _paper(
    council: Council, one: Names, at: tuple[Kind, int], title: str, meeting: int | None, index: int | None
) -> Paper:
    """A paper by its title, its meeting and its place there."""
    item = one.items[index] if index is not None else None
    met = council.known.get((one.key, meeting)) if meeting is not None else None
    number = "" if item is None else item.number if item.planned else item.agenda_number
    parsed = parse(title)
    return Paper(
        at=(one.key, *at),
        file=one.file,
        iri=council.items[(one.key, index)] if at[0] == "item" and index is not None else "",
        title=parsed,
        meeting=meeting,
        met=council.meetings[(one.key, meeting)] if met is not None and meeting is not None else "",
        way=(met.body, met.met.date) if met is not None else ("", ""),
        body=council.entities[met.body].label if met is not None else "",
        printed=item.number if item else "",
        number=number,
        item=index,
        planned=item is not None and item.planned,
        private=item is not None and item.private,
        reference=parsed.reference or (parse(item.title).reference or item.reference if item else ""),
    )


def _with_generic(papers: list[Paper]) -> list[Paper]:
    """A title that recurs at a body's meetings is no one paper's: "Outstanding Issues". A report that a record says is
    put off to another day of the same body does not recur by that."""
    days: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for paper in papers:
        if paper.met:
            days[(paper.way[0], paper.title.key)].add(paper.way[1])
    for paper in papers:
        for body, day in paper.ways:
            if body == paper.way[0] and day != paper.way[1]:
                days[(body, paper.title.key)].discard(day)
    recurring = {title for (_, title), its in days.items() if len(its) > 1}
    return [replace(p, generic=True) if p.title.standing or p.title.key in recurring else p for p in papers]
