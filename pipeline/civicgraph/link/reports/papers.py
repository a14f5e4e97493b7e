"""The papers of a council: every report, and every item that may be one, with what tells it from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from civicgraph.link.meetings import Known
from civicgraph.link.names import Item, Names
from civicgraph.link.names import Paper as Printed
from civicgraph.link.reports.titles import Title, parse
from civicgraph.model import MentionKind

Kind = Literal["report", "item"]
At = tuple[str, Kind, int]  # document, and the index among its reports or items
Links = Mapping[tuple[str, MentionKind, str], str]
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
    def place(self) -> str:
        """ "minutes.md, item 21": where a person finds it."""
        return f"{self.file}, item {self.printed}" if self.printed else self.file


def papers_of(
    group: Iterable[Names], links: Links, known: Mapping[tuple[str, int], Known], meetings: Mapping[tuple[str, int], str],
    items: Mapping[tuple[str, int], str],
) -> list[Paper]:  # fmt: skip
    """Every report of these documents, and every item that has none; `items` are the IRIs of items."""
    out: list[Paper] = []
    for one in group:
        taken: set[int] = set()
        for index, printed in enumerate(one.papers):
            item = one.items[printed.item] if printed.item is not None else None
            taken |= {printed.item} if printed.item is not None else set()
            paper = Paper(at=(one.key, "report", index), file=one.file, iri="", title=parse(printed.title), meeting=printed.meeting)
            out.append(_placed(_told(paper, printed, item, one, links), item, known, meetings))
        for index, item in enumerate(one.items):
            if index not in taken:
                iri = items[(one.key, index)]
                paper = Paper(at=(one.key, "item", index), file=one.file, iri=iri, title=parse(item.title), meeting=item.meeting)
                paper = replace(paper, item=index, reference=paper.title.reference or item.reference)
                out.append(_placed(paper, item, known, meetings))
    return _with_generic(out)


def _told(paper: Paper, printed: Printed, item: Item | None, one: Names, links: Links) -> Paper:
    """A report with what its own words say of it: its number, and where it goes."""
    reached = {(links.get((one.key, "body", body), ""), date) for body, date in printed.routes}
    headed = parse(item.title).reference if item else ""
    return replace(
        paper,
        item=printed.item,
        reference=printed.reference or paper.title.reference or headed,
        author=printed.author,
        ways=frozenset(way for way in reached if all(way)),
    )


def _placed(
    paper: Paper, item: Item | None, known: Mapping[tuple[str, int], Known], meetings: Mapping[tuple[str, int], str]
) -> Paper:
    """A paper with its meeting and its place on the agenda."""
    if item is not None:
        number = item.number if item.planned else item.agenda_number
        paper = replace(paper, printed=item.number, number=number, planned=item.planned, private=item.private)
    if paper.meeting is None or (met := known.get((paper.at[0], paper.meeting))) is None:
        return paper
    return replace(
        paper, met=meetings[(paper.at[0], paper.meeting)], way=(met.body, met.met.date), body=met.met.body or met.body
    )


def _with_generic(papers: list[Paper]) -> list[Paper]:
    """A title that recurs at a body's meetings is no one paper's: "Outstanding Issues"."""
    days: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for paper in papers:
        if paper.met:
            days[(paper.way[0], paper.title.key)].add(paper.way[1])
    recurring = {title for (_, title), its in days.items() if len(its) > 1}
    return [replace(p, generic=True) if p.title.standing or p.title.key in recurring else p for p in papers]
