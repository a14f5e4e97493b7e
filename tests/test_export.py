"""Every format is written, can be read back, and says what the graph says."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store

from civicgraph.errors import UsageError
from civicgraph.export import FORMATS, export
from civicgraph.run import build
from civicgraph.store import open_store
from sample import DOCUMENTS, ROOT, civicgraph

# As the tables' contract has them; further columns may follow.
COLUMNS = {
    "meetings": "document council body date start end venue",
    "approvals": "document minutes_of",
    "attendance": "document body date person kind status role substitute_for",
    "posts": "document person post organisation",
    "bodies": "document label kind",
    "items": "document date number title",
    "reports": "document item title type author",
    "routes": "document report body date status",
    "decisions": "document date body item label status action text",
    "targets": "document item action target",
    "referrals": "document what from to status kind",
    "votes": "document item division motion outcome for against abstain",
    "ballots": "document item division person vote",
    "programmes": "document label acronym kind",
    "organisations": "document label acronym iri",
    "citations": "document item kind target provision iri",
    "people": "document name iri kind",
}
NO_TABLES = not list((ROOT / "queries" / "tables").glob("*.rq"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    out = tmp_path_factory.mktemp("export") / "build"
    build([DOCUMENTS], out, jobs=2)
    return open_store(out)


@pytest.mark.skipif(NO_TABLES, reason="queries/tables has no queries yet")
def test_tables_have_the_columns_that_are_promised(store: Store, tmp_path: Path) -> None:
    export(store, "tables", tmp_path)
    assert {p.stem for p in tmp_path.glob("*.csv")} >= COLUMNS.keys()
    for table, columns in COLUMNS.items():
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0][: len(columns.split())] == columns.split(), table
        assert all(len(row) == len(rows[0]) for row in rows)


@pytest.mark.skipif(NO_TABLES, reason="queries/tables has no queries yet")
def test_quotes_are_the_words_at_their_offsets(store: Store, tmp_path: Path) -> None:
    from civicgraph.read import read

    export(store, "tables", tmp_path)
    texts = {p.name: read(p).text for p in DOCUMENTS.iterdir()}
    seen = 0
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("quote"):
                    assert texts[row["document"]][int(row["start_char"]) : int(row["end_char"])] == row["quote"]
                    seen += 1
    assert seen > 50


def test_nquads_are_sorted_and_whole(store: Store, tmp_path: Path) -> None:
    export(store, "nquads", tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(store) == len(set(lines))
    assert not any(re.search(rb"(^| )_:", line) for line in lines)


@pytest.mark.parametrize(("name", "format"), [("turtle", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)])
def test_the_default_graph_reads_back_the_same(store: Store, tmp_path: Path, name: str, format: RdfFormat) -> None:
    export(store, name, tmp_path / "graph")
    back = Store()
    back.load(path=str(tmp_path / "graph"), format=format)
    facts = {str(q) for q in store.quads_for_pattern(None, None, None, DefaultGraph())}
    assert {str(q) for q in back} == facts


def test_jsonld_is_json(store: Store, tmp_path: Path) -> None:
    export(store, "jsonld", tmp_path / "graph.jsonld")
    assert json.loads((tmp_path / "graph.jsonld").read_bytes())


def test_an_unknown_format_lists_those_there_are(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        export(store, "xls", tmp_path)
    assert all(one.name in str(error.value) for one in FORMATS)


def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written"):
        export(store, "nquads", tmp_path / "file" / "graph.nq")


def test_the_command_writes_the_file_and_nothing_besides(tmp_path: Path) -> None:
    build([DOCUMENTS / "worcestershire-panel-alternative-delivery-model.txt"], tmp_path / "build", jobs=1)
    done = civicgraph("export", "turtle", "--out", tmp_path / "x" / "graph.ttl", "--graph", tmp_path / "build")
    assert done.returncode == 0, done.stderr
    assert [p.name for p in (tmp_path / "x").iterdir()] == ["graph.ttl"]


def test_files_of_an_earlier_export_are_told_of(tmp_path: Path) -> None:
    graph, notes = tmp_path / "graph", tmp_path / "notes"
    build([DOCUMENTS], graph)
    say = ("export", "obsidian", "--graph", graph, "--out", notes)
    assert "left" not in civicgraph(*say).stderr
    assert "left" not in civicgraph(*say).stderr  # the same files again
    part = civicgraph(*say, "--preset", "referrals")
    assert re.search(r"left \d+ other files below .*notes", part.stderr)


def test_minutes_of_one_number_and_two_days_are_two_citations(tmp_path: Path) -> None:
    paper = "Osmere District Council\n\nMinutes of the {} held on {}\n\n{}. Mill Lane\n\n{}\n"
    for name, *cells in (
        ("june.md", "Cabinet", "4 June 2018", 5, "The lane was closed."),
        ("july.md", "Cabinet", "2 July 2018", 5, "The lane was opened."),
        ("panel.md", "Roads Panel", "3 September 2018", 1, "The Panel recalled Minute 5 of the Cabinet on 4 June 2018"
         " and Minute 5 of the Cabinet on 2 July 2018. It noted Minute 5 of the Cabinet on 4 June 2018."),
    ):  # fmt: skip
        (tmp_path / name).write_text(paper.format(*cells), encoding="utf-8")
    build([tmp_path], tmp_path / "graph", jobs=1)
    export(open_store(tmp_path / "graph"), "tables", tmp_path / "tables")
    with (tmp_path / "tables" / "citations.csv").open(encoding="utf-8", newline="") as file:
        found = [(row["target"], row["iri"].split("/")[-3]) for row in csv.DictReader(file)]
    assert found == [("5", "2018-06-04"), ("5", "2018-07-02")]


def test_minutes_of_two_days_that_are_not_held_are_two_citations_too(tmp_path: Path) -> None:
    words = (
        "The Panel recalled Minute 5 of the Cabinet on 4 June 2018 and Minute 5 of the Cabinet on 2 July 2018. "
        "It noted Minute 5 of the Cabinet on 4 June 2018."
    )
    paper = (
        f"Osmere District Council\n\nMinutes of the Roads Panel held on 3 September 2018\n\n1. Mill Lane\n\n{words}\n"
    )
    (tmp_path / "panel.md").write_text(paper, encoding="utf-8")
    build([tmp_path], tmp_path / "graph", jobs=1)
    export(open_store(tmp_path / "graph"), "tables", tmp_path / "tables")
    with (tmp_path / "tables" / "citations.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["target"], row["iri"]) for row in csv.DictReader(file)] == [("5", ""), ("5", "")]
