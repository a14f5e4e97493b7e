"""Which meeting a document is of that does not name its body.

A committee system gives a meeting's id, day and hour, and seldom more. It is a meeting that another document names when
they share the id, when a list of the system says whose that id is, or when the same people sat at the same hour: nobody
is in two rooms at once. Two bodies left: none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from civicgraph.link.names import Met, Names, said_together, sat_together
from civicgraph.model import Entity, MentionKind

Links = dict[tuple[str, MentionKind, str], str]
At = tuple[str, int]  # document key, index of its meeting


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting by its body, day and hour, and why it is that one."""

    met: Met
    body: str  # IRI
    why: str  # "" where the document itself says all of it


class _Papers:
    """The meetings of a council's documents, by what may tell them."""

    def __init__(self, group: list[Names], links: Links, entities: Iterable[Entity]) -> None:
        self.all: list[tuple[At, Met]] = []
        self.bodies: dict[At, str] = {}
        self.by_id: dict[str, list[tuple[At, Met]]] = defaultdict(list)
        self.by_hour: dict[tuple[str, str], list[tuple[At, Met]]] = defaultdict(list)
        self.lists: dict[str, list[tuple[str, str, str]]] = defaultdict(list)  # MId → (date, body's IRI, CId)
        self.committees: dict[str, set[str]] = defaultdict(set)  # CId → IRIs
        for document in group:
            for met in document.meetings:
                at = (document.key, met.index)
                self.all.append((at, met))
                self.bodies[at] = links.get((document.key, "body", met.body), "")
                self.by_hour[(met.date, met.start)].append((at, met))
                if met.identifier:
                    self.by_id[met.identifier].append((at, met))
            for line in document.listed:
                body = links.get((document.key, "body", line.body), "")
                self.lists[line.identifier].append((line.date, body, line.committee))
        for entity in entities:
            for identifier in entity.identifiers:
                self.committees[identifier].add(entity.iri)


def known_meetings(group: list[Names], links: Links, entities: Iterable[Entity]) -> Iterator[tuple[At, Known]]:
    """The meetings of a council's documents whose body and day are known."""
    papers = _Papers(group, links, entities)
    for at, met in papers.all:
        body = papers.bodies[at]
        same = [(other, m) for other, m in papers.by_id.get(met.identifier, ()) if not _contradict(met, m)]
        date = met.date or _only(m.date for _, m in same)
        start = _agreed(m.start for _, m in same) or met.start
        why = ""
        if not body:
            body, why = _body(papers, met, same)
        elif date != met.date or start != met.start:
            why = f"other papers have its id, {met.identifier}"
        if body and date:
            yield at, Known(met=replace(met, date=date, start=start), body=body, why=why)


def _body(papers: _Papers, met: Met, same: list[tuple[At, Met]]) -> tuple[str, str]:
    """(IRI, why) of the body, by the first kind of sign that leaves one; ("", "") where none does."""
    if body := _only(papers.bodies[other] for other, _ in same):
        return body, f"other papers have its id, {met.identifier}, and name the body"
    lines = [line for line in papers.lists.get(met.identifier, ()) if not (met.date and line[0] != met.date)]
    ids = {met.committee, *(committee for _, _, committee in lines)} - {""}
    if body := _only([*(iri for _, iri, _ in lines), *(iri for one in ids for iri in papers.committees.get(one, ()))]):
        return body, f"the council's lists have {' and '.join(sorted({*ids, met.identifier} - {''}))} as its ids"
    seated = {
        papers.bodies[other]: said_together(met, both)
        for other, its in papers.by_hour.get((met.date, met.start), ())
        if papers.bodies[other] and (both := sat_together(met, its))
    }
    return next(iter(seated.items())) if len(seated) == 1 else ("", "")


def _contradict(a: Met, b: Met) -> bool:
    return bool(a.date and b.date and a.date != b.date)


def _only(found: Iterable[str]) -> str:
    several = {*found} - {""}
    return several.pop() if len(several) == 1 else ""


def _agreed(starts: Iterable[str]) -> str:
    """The hour that most papers of a meeting give; "" where none does."""
    counted = Counter(start for start in starts if start)
    return min(counted, key=lambda start: (-counted[start], start), default="")
