"""One paper in four formats: the same facts from each, and one meeting of all in the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from civicgraph.answers import rows
from civicgraph.read import read, read_bytes
from civicgraph.run import build
from civicgraph.store import open_store
from made_docx import docx_of, pieces_of
from made_html import html_of
from made_pdf import pdf_of
from same_facts import facts_of
from sample import ROOT

SAMPLES = sorted((ROOT / "data/documents").glob("*.[mt][dx]*"))


def printed(path: Path) -> dict[str, bytes]:
    """The sample as it is, and as Word, a web page and PDF have it; by suffix."""
    document = read(path)
    return {
        path.suffix: path.read_bytes(),
        ".docx": docx_of(pieces_of(document)),
        ".html": html_of(document),
        ".pdf": pdf_of(document),
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_format_gives_the_same_facts(path: Path) -> None:
    wanted = facts_of(read(path))
    assert wanted["decisions"] or wanted["reports"]
    for suffix, data in printed(path).items():
        found = facts_of(read_bytes(data, path=f"paper{suffix}", name=f"paper{suffix}"))
        for kind, lines in wanted.items():
            assert found[kind] == lines, (suffix, kind)


def test_four_files_of_one_meeting_are_one_meeting_with_four_sources(tmp_path: Path) -> None:
    path = next(p for p in SAMPLES if "scrutiny-board-2-2017" in p.name)
    folder = tmp_path / "in"
    folder.mkdir()
    for suffix, data in printed(path).items():
        (folder / f"minutes{suffix}").write_bytes(data)
    build([folder], tmp_path / "four", jobs=1)
    build([path], tmp_path / "one", jobs=1)
    things = """PREFIX civ: <https://w3id.org/civicgraph/ontology#>
        SELECT ?class (COUNT(DISTINCT ?one) AS ?number) WHERE { ?one a ?class
          FILTER (?class IN (civ:Meeting, civ:MinuteItem, civ:Attendance, civ:Decision, civ:Referral)) }
        GROUP BY ?class ORDER BY ?class"""
    sources = """PREFIX civ: <https://w3id.org/civicgraph/ontology#>
        SELECT (COUNT(DISTINCT ?paper) AS ?papers) WHERE { ?paper civ:describes ?meeting }"""
    assert answer(tmp_path / "four", things) == answer(tmp_path / "one", things)
    assert answer(tmp_path / "four", sources) == [("4",)]


def answer(graph: Path, question: str) -> list[tuple[str, ...]]:
    results = open_store(graph).query(question)
    assert isinstance(results, QuerySolutions)
    return list(rows(results))
