"""A thousand made-up councillors whose initials and surnames collide, from the text of their minutes: who is who.

python bench/councillors.py [--councils 5 --seats 80]

False merges must be none: clerks print as much of a name as tells the members of a term apart. Pairs that no paper
tells apart ("J Wood" of 2009, "J Wood" of 2021) are neither right nor wrong.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import shires
from civicgraph import terminal
from civicgraph.evaluate.identity import score
from civicgraph.evaluate.things import Named, Things
from civicgraph.extract import extract
from civicgraph.link import link
from civicgraph.model import Findings
from civicgraph.read import read
from civicgraph.segment import segment


def main() -> None:
    parser = argparse.ArgumentParser(description="who is who among councillors with colliding names")
    parser.add_argument("--councils", type=int, default=5)
    parser.add_argument("--seats", type=int, default=80)
    given = parser.parse_args()
    papers = list(shires.papers(given.councils, seats=given.seats, meetings=1, seed=0))
    things = Things(mentions=tuple(mentions(papers)), open=shires.left_open(papers))
    every = list(findings(papers))
    file = {one.key: one.source.name for one in every}
    links = link(every).links
    named = [Named(document=file[k], kind=kind, name=name, thing=iri) for (k, kind, name), iri in links.items()]
    (people,) = score(things, [row for row in named if row.kind == "person"])
    count = len({mention.thing for mention in things.mentions})
    print(f"{count:,} councillors of {given.councils} councils in {len(papers)} minutes")
    print(f"{len(things.open):,} pairs of them that no paper tells apart, {len(people.joined)} false merges")
    terminal.wrong(replace(people, parted=()))
    terminal.identities([people])


def mentions(papers: Iterable[shires.Paper]) -> Iterator[Named]:
    for paper in papers:
        for name, one in (*paper.present, *paper.spoke):
            yield Named(document=paper.file, kind="person", name=name, thing=one.thing)


def findings(papers: Iterable[shires.Paper]) -> Iterator[Findings]:
    with tempfile.TemporaryDirectory(prefix="civicgraph-councillors-") as folder:
        for paper in papers:
            path = Path(folder) / paper.file
            path.write_text(paper.text, encoding="utf-8")
            document = read(path)
            yield extract(document, segment(document))


if __name__ == "__main__":
    main()
