"""Reading corrections.csv: what people say of the graph, a line each.

The first line names the columns, in any order; a column that is not there is empty in every line. What can be no
correction is said for each line at once, and nothing is built; what fits no document is found out later
(`link/rulings.py`, `graph/dropping.py`) and does not stop the build.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec

from civicgraph.errors import UsageError
from civicgraph.model import Act, Correction, FactTable
from civicgraph.values.text import squash

COLUMNS = tuple(field.name for field in fields(Correction))
KINDS = ("person", "body", "post", "directorate", "ward", "programme", "organisation")
ACTS: tuple[str, ...] = get_args(Act)
TABLES: tuple[str, ...] = get_args(FactTable)

# Of each act: the cells that it needs, and those that it may have besides.
_TWO = ("kind", "name", "other_name"), ("council", "document", "other_document")
_NAMED = ("kind", "name", "value"), ("council", "document")
CELLS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "same": _TWO,
    "different": _TWO,
    "rename": _NAMED,
    "add-name": _NAMED,
    "drop": (("document", "table", "quote"), ("council", "value")),
}
SIGNED = ("by", "on")  # who says so, and since when

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN = 20  # bad lines


def read(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, sorted, each once. Raises `UsageError`: a sentence for each line that is none."""
    found: set[Correction] = set()
    wrong: list[str] = []
    for line, cells in _lines(path):
        fault = _fault(cells)
        if fault:
            wrong.append(f"{path}, line {line}, {fault}")
        else:
            found.add(msgspec.convert(cells, Correction))
    if wrong:
        more = [f"{path}: and {len(wrong) - SHOWN} more lines"] if len(wrong) > SHOWN else []
        raise UsageError("\n".join([*wrong[:SHOWN], *more]))
    return tuple(sorted(found))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(number of the line it begins on, cells by column) of every line that is not empty."""
    try:
        text = path.read_bytes().decode("utf-8-sig")  # a spreadsheet may put a mark in front
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 ({error.reason}); save it as CSV in UTF-8") from error
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"{path}: cannot be read ({why}); give the file of corrections with --corrections") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        columns = _columns(path, next(rows, []))
        begins = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                if len(row) > len(columns):
                    what = f"has {len(row)} cells and the first line {len(columns)}; put a cell with a comma in quotes"
                    raise UsageError(f"{path}, line {begins}: {what}")
                filled = [*map(squash, row), *[""] * (len(columns) - len(row))]
                yield begins, dict.fromkeys(COLUMNS, "") | dict(zip(columns, filled, strict=True))
            begins = rows.line_num + 1
    except csv.Error as error:
        what = f"is not CSV ({error}); double a quotation mark within quotes"
        raise UsageError(f"{path}, line {begins}: {what}") from None


def _columns(path: Path, row: list[str]) -> list[str]:
    names = [cell.strip().lower() for cell in row]
    unknown = next((name for name in names if name not in COLUMNS), None)
    twice = next((name for name in names if names.count(name) > 1), None)
    lacking = next((name for name in ("act", *SIGNED) if name not in names), None)
    if unknown is not None or twice is not None or lacking is not None:
        what = f"'{unknown}' is no column" if unknown is not None else f"column {twice} is there twice"
        what = what if unknown is not None or twice is not None else f"there is no column {lacking}"
        raise UsageError(f"{path}, line 1: {what}; write {','.join(COLUMNS)}")
    return names


def _fault(cells: dict[str, str]) -> str:
    """Which column is wrong, how, and what to write; "" where the line is a correction."""
    act, kind, table = cells["act"], cells["kind"], cells["table"]
    if act not in ACTS:
        return f"column act: {_shown(act)} is no act; write {_either(ACTS)}"
    needed, also = CELLS[act]
    for column in (*needed, *SIGNED):
        if not cells[column]:
            return f"column {column}: is empty, and '{act}' needs it; {_HINTS[column]}"
    for column in COLUMNS:
        if cells[column] and column not in ("act", "why", *SIGNED, *needed, *also):
            return f"column {column}: '{act}' does not take it; leave it empty"
    if kind and kind not in KINDS:
        return f"column kind: {_shown(kind)} is no kind; write {_either(KINDS)}"
    if table and table not in TABLES:
        return f"column table: {_shown(table)} has no facts to drop; write {_either(TABLES)}"
    if not _is_day(cells["on"]):
        return f"column on: {_shown(cells['on'])} is no day; write it as 2026-01-31"
    return _place_fault(cells)


def _place_fault(cells: dict[str, str]) -> str:
    for column in ("document", "other_document"):
        if "/" in cells[column] or "\\" in cells[column]:
            return f"column {column}: {_shown(cells[column])} has folders; write the name of the file alone"
    placed = cells["council"] or cells["document"] or cells["other_document"]
    if cells["kind"] != "organisation" and not placed:
        return "column council: is empty, and so is document; write whose it is, or where it is printed"
    if cells["table"] == "targets" and not cells["value"]:
        return "column value: is empty; write which target of the decision is dropped"
    if cells["name"] and (cells["name"], cells["document"]) == (cells["other_name"], cells["other_document"]):
        return "column other_name: is the same name in the same place; write the other one, or their documents"
    return ""


_HINTS = {
    "kind": f"write {', '.join(KINDS)}",
    "name": "write the name as a document prints it",
    "other_name": "write the other name as a document prints it",
    "value": "write the name that it is to have",
    "document": "write the name of the file that states the fact",
    "table": f"write {', '.join(TABLES)}",
    "quote": "write the words that the table has as the quote of the fact",
    "by": "write who says so",
    "on": "write the day as 2026-01-31",
}


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _either(values: tuple[str, ...]) -> str:
    return f"{', '.join(values[:-1])} or {values[-1]}"


def _shown(cell: str) -> str:
    return f"'{cell[:60]}'" if cell else "an empty cell"
