"""Writing the file: SQLite with its full-text index FTS5. The same graph gives the same entries in the same order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from civicgraph.errors import UsageError
from civicgraph.queries import Question, ask, of_pages, of_search

T = TypeVar("T")

FILE = "search.sqlite"
FORM = "search 2"
"""Another after each change to what the file holds: a build then makes it anew."""

PASSAGE = 700
"""Characters after which a passage of a text ends, at a paragraph."""

_BATCH = 5_000
_KINDS = {
    "Council": "council", "Body": "body", "Person": "person", "Post": "post", "Directorate": "directorate",
    "Organisation": "organisation", "Programme": "programme", "ReportWork": "report", "Matter": "matter",
    "Legislation": "Act", "AdministrativeArea": "ward", "AgendaItem": "item", "MinuteItem": "item",
    "Decision": "decision", "Referral": "referral", "Meeting": "meeting",
}  # fmt: skip
KEPT = ("quality-gaps", "quality-problems", "quality-follow", "quality-not-held", "quality-documents")
"""Queries of `queries/pages` whose answers are about the whole graph: asked once a build, and kept."""

OF_COUNCILS = ("council-bodies", "council-meetings", "names")
"""The same of each council: few things, to which much leads."""

# The rarer a kind, the nearer to the front: of too many hits the first ones are looked at.
_ORDER = {kind: place for place, kind in enumerate((
    "council", "body", "person", "programme", "organisation", "directorate", "Act", "ward", "post", "matter", "report",
    "meeting", "referral", "item", "decision",
))}  # fmt: skip
# Of several states, which tells most.
_STATES = ("found", "possible", "not-found", "not-held")
_MADE = """
CREATE TABLE found (iri TEXT, kind TEXT, title TEXT, text TEXT, council TEXT, body TEXT, date TEXT, meeting TEXT);
CREATE TABLE state (iri TEXT, state TEXT);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, iri TEXT, kind TEXT, council TEXT, body TEXT, date TEXT, start INTEGER, state TEXT
);
CREATE TABLE label (iri TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TABLE answer (name TEXT, this TEXT, text TEXT, PRIMARY KEY (name, this));
CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
"""
_PLACED = """
CREATE TABLE place AS SELECT iri, MIN(council) AS council, MIN(body) AS body, MIN(date) AS date FROM found
WHERE kind = 'meeting' GROUP BY iri;
CREATE UNIQUE INDEX place_iri ON place (iri);
CREATE INDEX state_iri ON state (iri);
"""
_ENTRIES = """
SELECT one.iri, one.kind, one.title, one.text, COALESCE(NULLIF(one.council, ''), place.council),
  COALESCE(NULLIF(one.body, ''), place.body), COALESCE(NULLIF(one.date, ''), place.date) AS day,
  (SELECT MIN(state.state) FROM state WHERE state.iri = one.iri)
FROM (
  SELECT iri, MIN(kind) AS kind, MIN(title) AS title, GROUP_CONCAT(text, ' · ') AS text, MIN(council) AS council,
    MIN(body) AS body, MIN(date) AS date, MAX(meeting) AS meeting
  FROM (SELECT DISTINCT * FROM found ORDER BY iri, title, text, council, body, date) GROUP BY iri
) AS one LEFT JOIN place ON place.iri = one.meeting
ORDER BY PLACE_OF(one.kind), day DESC, one.iri
"""


def writer(texts: Path) -> Callable[[Store, Path], None]:
    """Writes the search of a store into the store's folder."""
    return lambda store, place: write(store, texts, place / FILE)


def write(store: Store, texts: Path, file: Path) -> None:
    """Makes the file. Holds some thousand entries at a time, and one document's text.

    Raises `OSError` when it cannot be written, and when a text is not there.
    """
    file.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file)) as db:
            # Nobody reads it before it is whole, so nothing of it need survive a fault.
            db.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_MADE}")
            db.create_function("PLACE_OF", 1, lambda kind: _ORDER.get(kind, len(_ORDER)), deterministic=True)
            for name in ("things", "acts", "meetings"):
                _gather(db, store, name)
            for batch in _batches((iri, f"{_STATES.index(state)} {state}") for iri, state in _rows(store, "states")):
                db.executemany("INSERT INTO state VALUES (?, ?)", batch)
            db.executescript(_PLACED)
            _settle(db)
            things = db.execute("SELECT COUNT(*) FROM entry").fetchone()[0]
            db.execute(f"PRAGMA user_version = {int(things)}")  # entries after it are passages of text
            _read(db, store, texts)
            for lines in _batches(_said(store)):
                db.executemany("INSERT OR REPLACE INTO label VALUES (?, ?)", lines)
            councils = db.execute("SELECT iri FROM entry WHERE kind = 'council'").fetchall()
            for this, names in (("", KEPT), *((iri, OF_COUNCILS) for (iri,) in councils)):
                for name in names:
                    rows = json.dumps(list(_answers(store, of_pages()[name], this)), ensure_ascii=False)
                    db.execute("INSERT INTO answer VALUES (?, ?, ?)", (name, this, rows))
            db.executescript(
                "CREATE INDEX entry_kind ON entry (kind, date); CREATE INDEX entry_state ON entry (state, date);"
                "INSERT INTO words (words) VALUES ('optimize');"
                "DROP TABLE found; DROP TABLE state; DROP TABLE place;"
            )
            db.commit()
            db.execute("VACUUM")
    except sqlite3.Error as error:
        raise OSError(f"{file}: the search cannot be written ({error})") from error


def _gather(db: sqlite3.Connection, store: Store, name: str) -> None:
    """The rows of a query of `queries/search`, as they come: in no order."""
    places = name == "acts"
    for batch in _batches(_rows(store, name)):
        db.executemany(
            "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(r[0], _kind(r[1]), r[2], r[3], *(("", "", "", r[4]) if places else (*r[4:], ""))) for r in batch],
        )


def _settle(db: sqlite3.Connection) -> None:
    """One entry a thing, with all of its names; what an item or decision does not say, its meeting does."""
    for batch in _batches(db.execute(_ENTRIES)):
        for iri, kind, title, text, council, body, date, state in batch:
            shown = " · ".join(filter(None, (title, date if kind == "meeting" else "")))
            _add(db, (iri, kind, council, body, date, None, (state or "")[2:]), shown, text or "")


def _read(db: sqlite3.Connection, store: Store, texts: Path) -> None:
    """The passages of each document, those of the latest days first."""
    db.execute("DELETE FROM found")
    for batch in _batches(_rows(store, "documents")):
        db.executemany("INSERT INTO found (iri, title, kind, council, body, date) VALUES (?, ?, ?, ?, ?, ?)", batch)
    # A pack holds older minutes too: it is of its latest day.
    files = db.execute(
        "SELECT iri, kind, MIN(title) AS file, MIN(council), body, MAX(date) AS day FROM "
        "(SELECT * FROM found ORDER BY date DESC, body) GROUP BY iri ORDER BY day DESC, file, iri"
    ).fetchall()
    for iri, sha256, title, council, body, date in files:
        text = (texts / f"{sha256}.txt").read_bytes().decode()
        for start, passage in passages(text):
            _add(db, (iri, "text", council, body, date, start, ""), title, passage)


def passages(text: str) -> Iterator[tuple[int, str]]:
    """Where each begins, and its words: paragraphs together until they have `PASSAGE` characters."""
    start = end = 0
    while start < len(text):
        cut = text.find("\n\n", max(end, start))
        end = len(text) if cut < 0 else cut + 2
        if end - start >= PASSAGE or end == len(text):
            if words := text[start:end].strip():
                yield start + len(text[start:end]) - len(text[start:end].lstrip()), words
            start = end


def _add(db: sqlite3.Connection, entry: tuple[object, ...], title: str, text: str) -> None:
    made = db.execute(
        "INSERT INTO entry (iri, kind, council, body, date, start, state) VALUES (?, ?, ?, ?, ?, ?, ?)", entry
    )
    db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (made.lastrowid, title, text))


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    walk = iter(rows)
    while batch := list(islice(walk, _BATCH)):
        yield batch


def _said(store: Store) -> Iterator[tuple[str, str]]:
    """Things with what is said of them, as JSON; one of two classes comes twice."""
    for iri, rows in groupby(_rows(store, "labels"), key=lambda row: row[0]):
        said: dict[str, list[str]] = {}
        for _, says, value in sorted(rows):
            said.setdefault(says, []).append(value)
        yield iri, json.dumps(said, ensure_ascii=False)


def _rows(store: Store, name: str) -> Iterator[tuple[str, ...]]:
    return _answers(store, of_search()[name])


def _answers(store: Store, asked: Question, this: str = "") -> Iterator[tuple[str, ...]]:
    results = ask(store, asked, {"this": [this]} if this else {})
    if not isinstance(results, QuerySolutions):
        raise UsageError(f"{asked.path}: the search needs a SELECT query")
    width = len(results.variables)
    for one in results:
        yield tuple(cell.value if isinstance(cell := one[i], NamedNode | Literal) else "" for i in range(width))


def _kind(iri: str) -> str:
    return _KINDS[iri.rpartition("#")[2].rpartition("/")[2]]
