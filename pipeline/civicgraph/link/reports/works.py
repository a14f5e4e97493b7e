"""Joining papers into works: which report, and which item without one, stands for the same paper as another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from civicgraph import ids
from civicgraph.link.clusters import Pair, cluster
from civicgraph.link.reports.features import excluded, judge
from civicgraph.link.reports.papers import At, Paper
from civicgraph.model import Judgement, Unsure, Work

MARGIN = 5  # hundredths: of two items of one agenda the one whose title says more is meant


@dataclass(slots=True)
class Works:
    """The works of a council: which report, and which item without one, is of which, and what was left open."""

    works: list[Work] = field(default_factory=list)
    of: dict[At, str] = field(default_factory=dict)  # IRI of a work
    unsure: list[Unsure] = field(default_factory=list)


def link_reports(council: str, papers: Iterable[Paper]) -> Works:
    """Every report is of a work; an item is of one where it was joined to a report, or bears its number."""
    known = sorted(papers, key=_rank)
    packs = {paper.at[0] for paper in known if paper.meeting is None}
    found = cluster(known, keys=lambda p: _keys(p, packs), judge=judge, excluded=excluded, margin=MARGIN)
    out = Works()
    made: set[str] = set()
    for members in found.members:
        if any(paper.reported for paper in members):
            joins = [_said(pair) for pair in found.joins if pair.left in members]
            work = _work(council, members, joins, made)
            out.works.append(work)
            out.of.update((paper.at, work.iri) for paper in members)
    told: set[tuple[str, str]] = set()
    for pair in found.unsure:
        left, right = sorted(out.of.get(paper.at, paper.iri) for paper in (pair.left, pair.right))
        if left != right and (left, right) not in told:
            told.add((left, right))
            out.unsure.append(Unsure(left=left, right=right, judgement=_said(pair)))
    return out


def _keys(paper: Paper, packs: set[str]) -> Iterator[Hashable]:
    """What two papers of one report share one of: a number, a title of their own, or a word or place on the agenda of
    a meeting, which either may only name."""
    if paper.reference:
        yield "reference", paper.reference
    for way in sorted({paper.way, *paper.ways} - {("", "")}):
        for shared in {*paper.title.words, f"item {paper.number}" if paper.number else ""} - {""}:
            yield "meeting", *way, shared
    if not paper.generic:
        yield "title", *paper.title.key
    if paper.at[0] in packs and (paper.meeting is None or paper.planned):
        yield "document", paper.at[0]


def _said(pair: Pair[Paper]) -> Judgement:
    left, right = pair.left.use, pair.right.use
    return Judgement(left=left, right=right, score=pair.judged.score / 100, reasons=pair.judged.reasons)


def _work(council: str, members: Sequence[Paper], joins: list[Judgement], made: set[str]) -> Work:
    """Named by its number, else by the report that came first."""
    first = min(members, key=lambda paper: (paper.at[1] == "item", not paper.met, paper.way[1], _rank(paper)))
    reference = next((paper.reference for paper in members if paper.reference), "")
    where = (first.way[0].rsplit("/", 1)[-1], first.way[1]) if first.met else (first.file,)
    iri = base = ids.work(council, *where, title=first.title.plain, reference=reference)
    number = 1
    while iri in made:
        number += 1
        iri = f"{base}~{number}"
    made.add(iri)
    return Work(
        iri=iri,
        title=first.title.plain,
        council=council,
        titles=tuple(sorted({paper.title.plain for paper in members})),
        reference=reference,
        joins=tuple(sorted(joins, key=lambda join: (-join.score, join.left, join.right))),
    )


def _rank(paper: Paper) -> tuple[str, str, At]:
    return paper.way[1], paper.file, paper.at
