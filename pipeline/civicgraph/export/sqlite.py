"""The tables as one SQLite file, with what Datasette shows of them in a file beside it.

Two tables more say what the IRIs and file names of the others mean: `things` and `documents`; foreign keys lead there.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from pyoxigraph import Literal, QuerySolutions, Store

from civicgraph.export.columns import Column, Table, described
from civicgraph.export.graphs.describing import Describer
from civicgraph.export.tables import queries, rows
from civicgraph.export.whole import whole
from civicgraph.queries import run

DOCUMENTS = """
PREFIX civ: <https://w3id.org/civicgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?file (MIN(?council_name) AS ?council) (MIN(?form) AS ?format) (MIN(?length) AS ?characters)
       (MIN(?hash) AS ?sha256)
WHERE {
  ?document civ:fileName ?file ; civ:sha256 ?hash .
  OPTIONAL { ?document civ:ofCouncil/skos:prefLabel ?council_name }
  OPTIONAL { ?document dcterms:format ?form }
  OPTIONAL { ?document civ:characters ?length }
} GROUP BY ?file ORDER BY ?file"""
TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}  # else TEXT
SEARCHED = {
    "decisions": ("text", "quote"),
    "items": ("title",),
    "people": ("name",),
    "referrals": ("what",),
    "reports": ("title",),
    "things": ("label",),
}
"""Columns with an index of their words."""
NO_THINGS = ("document_iri", "class", "type_iri", "citation")
"""Columns of IRIs that do not lead to the table `things`."""


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """The database, and <name>.metadata.json beside it. Raises `UsageError`, `OSError`."""
    beside = path.with_name(f"{path.stem}.metadata.json")
    tables: list[Table] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "tables"
        with closing(sqlite3.connect(place)) as base:
            _fill(base, store, tables)
        with whole(path) as file, place.open("rb") as made:
            shutil.copyfileobj(made, file)
    with whole(beside) as file:
        file.write((json.dumps(_metadata(path.stem, tables), ensure_ascii=False, indent=1) + "\n").encode())
    return path, beside


def _fill(base: sqlite3.Connection, store: Store, tables: list[Table]) -> None:
    base.executescript("""
        PRAGMA journal_mode=OFF;
        CREATE TABLE documents (file TEXT PRIMARY KEY, council TEXT, format TEXT, characters INTEGER, sha256 TEXT);
        CREATE TABLE things (iri TEXT PRIMARY KEY, kind TEXT, label TEXT, council TEXT);
    """)
    base.executemany("INSERT INTO documents VALUES (?,?,?,?,?)", _documents(store))
    for query in queries():
        table = rows(store, query)
        tables.append(described(query.stem, next(table)))
        _create(base, tables[-1])
        marks = ",".join("?" * len(tables[-1].columns))
        base.executemany(f'INSERT INTO "{query.stem}" VALUES ({marks})', _cells(tables[-1], table))
    _things(base, store, tables)
    for name, columns in SEARCHED.items():
        these = ", ".join(columns)
        base.execute(f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({these}, content="{name}", tokenize="porter")')
        base.execute(f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (\'rebuild\')')
    base.commit()
    base.execute("VACUUM")


def _documents(store: Store) -> Iterator[tuple[str | None, ...]]:
    found = run(store, DOCUMENTS, where="documents")
    if isinstance(found, QuerySolutions):
        for row in found:
            yield tuple(cell.value if isinstance(cell, Literal) else None for cell in row)


def _create(base: sqlite3.Connection, table: Table) -> None:
    lines = [f'"{column.name}" {TYPES.get(column.type, "TEXT")}{_leads(column)}' for column in table.columns]
    base.execute(f'CREATE TABLE "{table.name}" ({", ".join(lines)})')
    for column in table.columns:
        if _leads(column):
            base.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _leads(column: Column) -> str:
    if column.name == "document":
        return " REFERENCES documents (file)"
    return " REFERENCES things (iri)" if _thing(column) else ""


def _thing(column: Column) -> bool:
    return column.type == "anyURI" and column.name not in NO_THINGS


def _cells(table: Table, found: Iterable[tuple[str, ...]]) -> Iterator[tuple[str | int | None, ...]]:
    """An empty cell is NULL, true is 1."""
    types = [column.type for column in table.columns]
    for row in found:
        yield tuple(_cell(cell, type) for cell, type in zip(row, types, strict=True))


def _cell(cell: str, type: str) -> str | int | None:
    if not cell:
        return None
    if type == "boolean":
        return int(cell in ("true", "1"))
    return int(cell) if type == "integer" else cell


def _things(base: sqlite3.Connection, store: Store, tables: Iterable[Table]) -> None:
    described_by = Describer(store)
    for table in tables:
        for name in (column.name for column in table.columns if _thing(column)):
            new = base.execute(
                f'SELECT DISTINCT "{name}" FROM "{table.name}" WHERE "{name}" NOT NULL'
                f' AND "{name}" NOT IN (SELECT iri FROM things) ORDER BY 1'
            ).fetchall()
            nodes = (described_by.node(iri) for (iri,) in new)
            said = ((node.iri, node.kind, node.label, node.attributes.get("council")) for node in nodes)
            base.executemany("INSERT INTO things VALUES (?,?,?,?)", said)


def _metadata(name: str, tables: Iterable[Table]) -> dict[str, object]:
    of_tables: dict[str, object] = {
        table.name: {
            "title": table.title,
            "description": table.about,
            "columns": {column.name: column.about for column in table.columns},
        }
        for table in tables
    }
    of_tables["documents"] = {"title": "Documents", "description": "What was read.", "label_column": "file"}
    of_tables["things"] = {
        "title": "Things",
        "description": "What the IRIs of the other tables are called.",
        "label_column": "label",
    }
    return {"databases": {name: {"tables": of_tables}}}
