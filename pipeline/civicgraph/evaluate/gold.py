"""Gold: what a person says a document states, one JSON file a document.

    {"document": "minutes.pdf", "decisions": [{"item": "4", "action": "note", "text": "To note the…", …}], "votes": []}

A table that is left out was not annotated; an empty one was, and has nothing in it. A row with `"optional": true` is
right either way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from civicgraph.errors import UsageError
from civicgraph.evaluate.comparing import TABLES

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    document: str  # the file's name
    tables: dict[str, tuple[Row, ...]]


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """Every `*.json` of a folder, by name. Raises `UsageError`: which file, which table, which row, what to do."""
    places = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not places:
        raise UsageError(f"{folder}: no gold here; give a folder with one JSON file for each document")
    return tuple(_read(place) for place in places)


def _read(place: Path) -> Gold:
    try:
        written = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{place}: cannot be read ({error})") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{place}, line {error.lineno}: not JSON ({error.msg})") from error
    if not isinstance(written, dict) or not isinstance(written.get("document"), str):
        raise UsageError(f'{place}: an object with "document", the name of the file, is wanted')
    return Gold(
        document=Path(written["document"]).name,
        tables={table: _rows(place, table, written[table]) for table in TABLES if table in written},
    )


def _rows(place: Path, table: str, rows: object) -> tuple[Row, ...]:
    if not isinstance(rows, list):
        raise UsageError(f"{place}, {table}: a list of rows is wanted")
    for number, row in enumerate(rows, 1):
        wanted = ", ".join(TABLES[table])
        if not isinstance(row, dict):
            raise UsageError(f"{place}, {table}, row {number}: an object is wanted, with {wanted}")
        if not TABLES[table].keys() & row.keys():
            raise UsageError(f"{place}, {table}, row {number}: has none of the columns {wanted}")
    return tuple(rows)
