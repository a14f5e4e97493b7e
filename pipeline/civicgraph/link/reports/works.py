"""Joining papers into works. Nothing here depends on the order of documents: pairs are taken by weight, then by where
they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from civicgraph import ids
from civicgraph.link.reports.features import SAME, UNSURE, vetoed, weigh, why
from civicgraph.link.reports.papers import At, Paper
from civicgraph.model import OpenWork, Reason, Work

Pair = tuple[Paper, Paper]


@dataclass(slots=True)
class Works:
    """The works of a council: which report, and which item without one, is of which, and what was left open."""

    works: list[Work] = field(default_factory=list)
    of: dict[At, str] = field(default_factory=dict)  # IRI of a work
    open: list[OpenWork] = field(default_factory=list)


def link_reports(council: str, papers: Iterable[Paper]) -> Works:
    """Every report is of a work; an item is of one where it was joined to a report, or bears its number."""
    known = sorted(papers, key=_rank)
    weighed = {pair: weight for pair in candidates(known) if (weight := weigh(*pair)) >= UNSURE}
    joined, unsure = _decided(weighed)
    clusters, refused = _clusters(known, joined)
    out = Works()
    made: set[str] = set()
    for members, reasons in clusters:
        if any(paper.at[1] == "report" or paper.reference for paper in members):
            work = _work(council, members, reasons, made)
            out.works.append(work)
            out.of.update((paper.at, work.iri) for paper in members)
    for a, b in sorted({*unsure, *refused}, key=lambda pair: (_rank(pair[0]), _rank(pair[1]))):
        one, other = sorted((out.of.get(a.at, a.iri), out.of.get(b.at, b.iri)))
        if one != other:
            out.open.append(OpenWork(one=one, other=other, score=weighed[(a, b)], reason=why(a, b)))
    return out


def candidates(papers: list[Paper]) -> Iterator[Pair]:
    """Pairs that share a printed number, a title of their own, or a word or place on the agenda of one meeting, which
    either may only name; each once. Two items of which nothing says that a report is before them are no pair."""
    blocks: dict[tuple[str, ...], list[Paper]] = defaultdict(list)
    packs = {paper.at[0] for paper in papers if paper.meeting is None}
    for paper in papers:
        if paper.reference:
            blocks[("reference", paper.reference)].append(paper)
        for way in sorted({paper.way, *paper.ways} - {("", "")}):
            for shared in {*paper.title.words, f"item {paper.number}" if paper.number else ""} - {""}:
                blocks[("meeting", *way, shared)].append(paper)
        if not paper.generic:
            blocks[("title", *paper.title.key)].append(paper)
        if paper.at[0] in packs and (paper.meeting is None or paper.planned):
            blocks[("document", paper.at[0])].append(paper)
    seen: set[tuple[At, At]] = set()
    for _, block in sorted(blocks.items()):
        for a, b in combinations(block, 2):
            if (a.at, b.at) not in seen and (_reported(a) or _reported(b)):
                seen.add((a.at, b.at))
                yield a, b


def _reported(paper: Paper) -> bool:
    return paper.at[1] == "report" or bool(paper.reference)


def _decided(weighed: dict[Pair, float]) -> tuple[dict[Pair, float], set[Pair]]:
    """The pairs to join, and those left open: a paper whose two best candidates exclude each other joins neither."""
    sure = {pair: weight for pair, weight in weighed.items() if weight >= SAME}
    beside: dict[At, list[tuple[float, Paper, Pair]]] = defaultdict(list)
    for (a, b), weight in sure.items():
        beside[a.at].append((weight, b, (a, b)))
        beside[b.at].append((weight, a, (a, b)))
    left: set[Pair] = {pair for pair, weight in weighed.items() if weight < SAME}
    for rivals in beside.values():
        for (weight, one, pair), (its, other, second) in combinations(rivals, 2):
            if vetoed(one, other):
                left |= {pair} if weight <= its else set()
                left |= {second} if its <= weight else set()
    return {pair: weight for pair, weight in sure.items() if pair not in left}, left


def _clusters(
    papers: list[Paper], joined: dict[Pair, float]
) -> tuple[list[tuple[list[Paper], list[Reason]]], set[Pair]]:
    """(papers of one work, why) each, and the pairs that a veto between other papers of their works kept apart."""
    of: dict[At, list[Paper]] = {paper.at: [paper] for paper in papers}
    reasons: dict[At, list[Reason]] = defaultdict(list)
    refused: set[Pair] = set()
    for (a, b), _ in sorted(joined.items(), key=lambda one: (-one[1], _rank(one[0][0]), _rank(one[0][1]))):
        first, second = of[a.at], of[b.at]
        if first is second:
            continue
        if any(vetoed(x, y) for x in first for y in second):
            refused.add((a, b))
            continue
        reasons[first[0].at] += [*reasons.pop(second[0].at, ()), why(a, b)]
        first += second
        of.update((paper.at, first) for paper in second)
    whole = [(members, reasons[members[0].at]) for members in {id(one): one for one in of.values()}.values()]
    return sorted(((sorted(m, key=_rank), its) for m, its in whole), key=lambda one: _rank(one[0][0])), refused


def _work(council: str, members: list[Paper], reasons: list[Reason], made: set[str]) -> Work:
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
        joins=tuple(sorted(reasons, key=lambda reason: (reason.feature, reason.value))),
    )


def _rank(paper: Paper) -> tuple[str, str, At]:
    return paper.way[1], paper.file, paper.at
