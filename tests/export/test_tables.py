"""The tables for spreadsheets, CSVW, Frictionless and Datasette, each read by that program."""

from __future__ import annotations

import asyncio
import csv
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import csvw
import frictionless
import pytest
from datasette.app import Datasette
from pyoxigraph import NamedNode, Store, Triple

from civicgraph.errors import UsageError
from civicgraph.export import columns, export
from civicgraph.export.columns import described
from civicgraph.export.options import Options
from civicgraph.export.sheet import guarded
from civicgraph.export.tables import queries
from civicgraph.store import open_store
from civicgraph.vocab import CIV
from csvw_rdf import triples


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


@pytest.fixture(scope="module")
def tables(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tables")
    export(store, "tables", place)
    return place


SHARES = {
    "AgendaItem": 1, "Attendance": 1, "MinuteItem": 1, "MinutesApproval": 1,
    "Report": 0.97, "Route": 0.93, "Decision": 0.94, "Organisation": 0.87, "PostHolding": 0.81, "Body": 0.77,
    "Meeting": 0.77, "Referral": 0.76, "Programme": 0.75, "Citation": 0.62, "Evidence": 0.37,
}  # fmt: skip
"""What of the statements of documents about such things the tables give back, at least."""


def header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file)))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csvw_is_the_graph_again(store: Store, tables: Path) -> None:
    """Nothing that the graph does not state; and how much of what documents state about the things of each table."""
    assert csvw.CSVW(str(tables / "csv-metadata.json")).is_valid
    stated = {quad.triple for quad in store}
    back: set[Triple] = set()
    for table, triple in triples(tables / "csv-metadata.json"):
        assert triple in stated, f"{table}: {triple}"
        back.add(triple)
    of_documents = {quad.triple for quad in store if "/document/" in getattr(quad.graph_name, "value", "")}
    kinds = {name: {t.subject for t in stated if t.object == NamedNode(getattr(CIV, name))} for name in SHARES}
    shares = {
        name: len(back & said) / len(said)
        for name, things in kinds.items()
        if (said := {triple for triple in of_documents if triple.subject in things})
    }
    assert {name: share for name, share in shares.items() if share < SHARES[name]} == {}
    assert shares.keys() == SHARES.keys()


def test_csvw_of_another_cell_is_not_in_the_graph(store: Store, tables: Path, tmp_path: Path) -> None:
    """Of each column that gives statements, a changed cell gives one that is false."""
    stated = {quad.triple for quad in store}
    shutil.copytree(tables, tmp_path, dirs_exist_ok=True)
    for path in tmp_path.glob("*.csv"):
        table, lines = described(path.stem, header(path)), rows(path)[:1]
        for column in table.columns if lines else ():
            cell = lines[0][column.name]
            if cell and column.property:
                other = {"integer": "9999999", "date": "1999-12-31", "boolean": "false", "time": "03:33"}
                wrong = {**lines[0], column.name: other.get(column.type, f"{cell}-x")}
                with path.open("w", encoding="utf-8", newline="") as file:
                    out = csv.DictWriter(file, wrong, lineterminator="\n")
                    out.writeheader()
                    out.writerow(wrong)
                said = {triple for _, triple in triples(tmp_path / "csv-metadata.json", only=path.name)}
                assert said - stated, f"{path.stem}: {column.name}"


def test_columns_that_give_no_statement_say_why(tables: Path) -> None:
    all_of_them = [described(path.stem, header(path)) for path in tables.glob("*.csv")]
    mute = {(table.name, column.name) for table in all_of_them for column in table.columns if column.why}
    assert mute == {
        *((table, "iri") for table in ("bodies", "identities", "organisations", "people", "programmes")),
        ("citations", "provision_iri"),
        ("identities", "kind"),
        ("identities", "name"),
        ("items", "kind"),
        ("organisations", "same_as"),
        ("people", "kind"),
    }
    metadata = json.loads((tables / "csv-metadata.json").read_bytes())
    said = [column for table in metadata["tables"] for column in table["tableSchema"]["columns"]]
    assert all(("propertyUrl" in one) != ("suppressOutput" in one) for one in said)
    assert all("rdfs:comment" in one for one in said if "suppressOutput" in one)


def test_a_column_without_a_meaning_ends_the_export(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_said", lambda: {"every": {}, "items": {"number": {"about": "As it is printed."}}})
    with pytest.raises(UsageError, match=r"columns.toml: number needs a property, or says why it has none"):
        described("items", ("number",))


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
        ("(1)", "'(1)"),
        ("(a)", "(a)"),
        ("14/17", "'14/17"),
        ("15/12/01", "'15/12/01"),
        ("10-12", "'10-12"),
        ("2018-04-16", "2018-04-16"),
        ("19:30", "19:30"),
        ("8.10", "'8.10"),
        ("8.4", "8.4"),
        ("25", "25"),
        ("007", "'007"),
        ("0", "0"),
        ("12E3", "'12E3"),
        ("12A", "12A"),
        ("March 2018", "'March 2018"),
        ("3 May", "'3 May"),
        ("Sept 2017", "'Sept 2017"),
        ("May", "May"),
        ("by March 2018", "by March 2018"),
        ("24-00109", "24-00109"),
        ("24/00109/FUL", "24/00109/FUL"),
    ],
)
def test_what_a_spreadsheet_would_run_or_read_as_something_else(cell: str, safe: str) -> None:
    assert guarded(cell) == safe


def test_every_column_is_told(tables: Path) -> None:
    for path in tables.glob("*.csv"):
        table = described(path.stem, header(path))
        assert table.title and table.about and all(column.about for column in table.columns)
        assert table.subject in header(path)
    with pytest.raises(UsageError, match=r"columns.toml: the column 'wheather' of the table items is not there"):
        described("items", ("document", "wheather"))


def test_datasette_opens_the_file(store: Store, tables: Path, tmp_path: Path) -> None:
    base, beside = export(store, "sqlite", tmp_path / "graph.db")
    limits = {"num_sql_threads": 0, "sql_time_limit_ms": 60000}
    shown = Datasette([str(base)], metadata=json.loads(beside.read_bytes()), settings=limits)

    def get(path: str) -> Any:
        answer = asyncio.run(shown.client.get(path))
        assert answer.status_code == 200, path
        return answer.json() if ".json" in path else answer.text

    names = [table["name"] for table in get("/graph.json")["tables"] if not table["hidden"]]
    counts = {name: get(f"/graph/{name}.json?_size=1")["filtered_table_rows_count"] for name in names}
    assert counts == {
        **{path.stem: len(rows(path)) for path in tables.glob("*.csv")},
        "documents": 5,
        "things": counts["things"],
    }
    assert counts["things"] > 100
    found = get("/graph/decisions.json?_search=foster&_shape=objects")["rows"]
    assert found and all("foster" in (row["text"] + row["quote"]).lower() for row in found)
    keys = {(one["column"], one["other_table"]) for one in _foreign_keys(base, "decisions")}
    assert keys == {
        ("document", "documents"),
        *((name, "things") for name in ("iri", "meeting_iri", "body_iri", "item_iri")),
    }
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
