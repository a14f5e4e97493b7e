"""The tables for spreadsheets, CSVW, Frictionless and Datasette, each read by that program."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import csvw
import frictionless
import pytest
from datasette.app import Datasette
from pyoxigraph import Literal, NamedNode, Store

from civicgraph.errors import UsageError
from civicgraph.export import export
from civicgraph.export.columns import described
from civicgraph.export.options import Options
from civicgraph.export.sheet import guarded
from civicgraph.export.tables import queries
from civicgraph.store import open_store
from civicgraph.vocab import DCTERMS, NAMESPACES, RDF, XSD


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


@pytest.fixture(scope="module")
def tables(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    export(store, "tables", place)
    return place


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stated(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The statements of one thing in the JSON that CSVW makes: about, property, cell."""
    for name, value in said.items():
        if name not in ("@id", "@type"):
            for one in value if isinstance(value, list) else [value]:
                yield said["@id"], whole(name), str(one).lower() if isinstance(one, bool) else str(one)
    if "@type" in said:
        yield said["@id"], RDF.type, whole(said["@type"])


def whole(name: str) -> str:
    """rdfs:label → its IRI, with the prefixes that CSVW knows from the start."""
    prefix, _, local = name.partition(":")
    spaces = {**NAMESPACES, "dc": DCTERMS}
    return f"{spaces[prefix]}{local}" if prefix in spaces else name


def test_csvw_gives_statements_that_are_in_the_graph(store: Store, tables: Path) -> None:
    read = csvw.CSVW(str(tables / "csv-metadata.json"))
    assert read.is_valid
    types = {
        (column["propertyUrl"], table["url"]): column.get("datatype", "string")
        for table in json.loads((tables / "csv-metadata.json").read_bytes())["tables"]
        for column in table["tableSchema"]["columns"]
        if "propertyUrl" in column and "valueUrl" not in column
    }
    seen: dict[str, int] = {}
    for table in read.to_json()["tables"]:
        file = Path(table["url"]).name
        for row in table["row"]:
            for said in row["describes"]:
                for about, name, cell in stated(said):
                    graph = _in_graph(store, about, name, cell, types.get((name, file)))
                    assert graph, f"{file}: {about} {name} {cell}"
                    seen[file] = seen.get(file, 0) + 1
    assert seen.keys() == {path.name for path in tables.glob("*.csv") if rows(path)} - {"identities.csv"}
    assert sum(seen.values()) > 800


def _in_graph(store: Store, about: str, name: str, cell: str, type: Any) -> bool:
    if type is None:
        term: NamedNode | Literal = NamedNode(cell)
    else:
        base = type["base"] if isinstance(type, dict) else type
        term = Literal(cell, datatype=NamedNode(getattr(XSD, base)))
    return any(store.quads_for_pattern(NamedNode(about), NamedNode(name), term, None))


@pytest.mark.parametrize("excel", [False, True])
def test_frictionless_finds_nothing_wrong(store: Store, tmp_path: Path, excel: bool) -> None:
    export(store, "tables", tmp_path, Options(excel=excel))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])[:3]
    assert len(report.tasks) == len(queries())
    changed = tmp_path / "items.csv"
    changed.write_bytes(changed.read_bytes() + b"one cell\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_for_excel_formulas_are_text_and_the_encoding_is_told(store: Store, tables: Path, tmp_path: Path) -> None:
    export(store, "tables", tmp_path, Options(excel=True))
    plain, safe = (sorted(place.glob("*.csv")) for place in (tables, tmp_path))
    assert [path.name for path in plain] == [path.name for path in safe]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in safe)
    assert not any(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in plain)
    for one, other in zip(plain, safe, strict=True):
        with other.open(encoding="utf-8-sig", newline="") as file:
            changed = list(csv.DictReader(file))
        assert changed == [{name: guarded(cell) for name, cell in row.items()} for row in rows(one)]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("- that the report be noted", "'- that the report be noted"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("-3", "-3"),
        ("+1.5", "+1.5"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run(cell: str, safe: str) -> None:
    assert guarded(cell) == safe


def test_every_column_is_told(tables: Path) -> None:
    for path in tables.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header = tuple(next(csv.reader(file)))
        table = described(path.stem, header)
        assert table.title and table.about and all(column.about for column in table.columns)
        assert table.subject in header
    with pytest.raises(UsageError, match=r"columns.toml: the column 'wheather' of the table items is not there"):
        described("items", ("document", "wheather"))


def test_datasette_opens_the_file(store: Store, tables: Path, tmp_path: Path) -> None:
    base, beside = export(store, "sqlite", tmp_path / "graph.db")
    shown = Datasette([str(base)], metadata=json.loads(beside.read_bytes()), settings={"num_sql_threads": 0})

    def get(path: str) -> Any:
        answer = asyncio.run(shown.client.get(path))
        assert answer.status_code == 200, path
        return answer.json() if ".json" in path else answer.text

    counts = {table["name"]: table["count"] for table in get("/graph.json")["tables"] if not table["hidden"]}
    assert counts == {
        **{path.stem: len(rows(path)) for path in tables.glob("*.csv")},
        "documents": 5,
        "things": counts["things"],
    }
    assert counts["things"] > 100
    found = get("/graph/decisions.json?_search=foster&_shape=objects")["rows"]
    assert found and all("foster" in (row["text"] + row["quote"]).lower() for row in found)
    keys = {(one["column"], one["other_table"]) for one in _foreign_keys(base, "decisions")}
    assert keys == {("document", "documents"), ("iri", "things")}
    assert "One row for each clause with one main verb" in get("/graph/decisions")


def test_the_database_keeps_its_keys_types_and_bytes(store: Store, tables: Path, tmp_path: Path) -> None:
    base, _ = export(store, "sqlite", tmp_path / "one.db")
    with sqlite3.connect(base) as opened:
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for path in tables.glob("*.csv"):
            have = [tuple(row) for row in opened.execute(f'SELECT * FROM "{path.stem}"')]
            assert [tuple("" if cell is None else str(cell) for cell in row) for row in have] == [
                tuple({"true": "1", "false": "0"}.get(cell, cell) for cell in row.values()) for row in rows(path)
            ]
        assert opened.execute("SELECT typeof(start_char) FROM decisions").fetchone() == ("integer",)
    again, _ = export(store, "sqlite", tmp_path / "two.db")
    assert base.read_bytes() == again.read_bytes()


def _foreign_keys(base: Path, table: str) -> list[dict[str, str]]:
    with sqlite3.connect(base) as opened:
        found = opened.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return [{"column": row[3], "other_table": row[2]} for row in found]
