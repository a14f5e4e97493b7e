"""Councillors whose surnames and initials collide: what their minutes tell apart is never joined."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

import shires
from civicgraph.evaluate.identity import Identity, score
from civicgraph.evaluate.things import Named, Things
from civicgraph.extract import extract
from civicgraph.link import link
from civicgraph.model import Findings
from civicgraph.read import read
from civicgraph.segment import segment

JANE, JOHN, JACK = (shires.Councillor("Barset Borough Council", given, "Wood", 0) for given in ("Jane", "John", "Jack"))
ANNE = shires.Councillor("Barset Borough Council", "Anne", "Thorne", 0)


def paper(number: int, *present: tuple[str, shires.Councillor], year: int = 2012) -> shires.Paper:
    return shires.Paper(
        file=f"{number}.txt",
        council="Barset Borough Council",
        committee="Planning Committee",
        date=f"{number} March",
        year=year,
        present=(*present, ("Anne Thorne", ANNE)),
        spoke=(("Thorne", ANNE), ("Anne Thorne", ANNE)),
    )


def findings(papers: Sequence[shires.Paper], folder: Path) -> list[Findings]:
    out = []
    for one in papers:
        path = folder / one.file
        path.write_text(one.text, encoding="utf-8")
        document = read(path)
        out.append(extract(document, segment(document)))
    return out


def people(papers: Sequence[shires.Paper], every: Sequence[Findings]) -> Identity:
    named = [
        Named(document=one.file, kind="person", name=name, thing=who.thing)
        for one in papers
        for name, who in (*one.present, *one.spoke)
    ]
    file = {one.key: one.source.name for one in every}
    found = [
        Named(document=file[key], kind=kind, name=name, thing=iri)
        for (key, kind, name), iri in link(every).links.items()
        if kind == "person"
    ]
    (scored,) = score(Things(mentions=tuple(named), open=shires.left_open(list(papers))), found)
    return scored


@pytest.mark.parametrize(
    "papers",
    [
        (paper(1, ("Jane Wood", JANE)), paper(2, ("John Wood", JOHN))),
        (paper(1, ("J Wood", JANE)), paper(2, ("Jane Wood", JANE), ("John Wood", JOHN))),
        (paper(1, ("Wood", JANE)), paper(2, ("Jane Wood", JANE), ("John Wood", JOHN)), paper(3, ("Jack Wood", JACK))),
        (paper(1, ("J Wood", JANE)), paper(2, ("John Wood", JOHN)), paper(3, ("Jane Wood", JANE))),
    ],
)
def test_two_who_sat_together_stay_two_in_any_order(papers: tuple[shires.Paper, ...], tmp_path: Path) -> None:
    every = findings(papers, tmp_path)
    for order in permutations(every):
        assert people(papers, order).joined == ()


def test_one_who_is_printed_in_three_ways_is_one(tmp_path: Path) -> None:
    papers = (paper(1, ("J Wood", JANE)), paper(2, ("Jane Wood", JANE)), paper(3, ("Wood", JANE)))
    assert people(papers, findings(papers, tmp_path)).parted == ()


def test_no_false_merge_where_minutes_tell_apart(tmp_path: Path) -> None:
    papers = list(shires.papers(2, seats=60, meetings=1, seed=0))
    scored = people(papers, findings(papers, tmp_path))
    assert scored.mentions > 1000
    assert [[name.thing for name in wrong.names] for wrong in scored.joined] == []
