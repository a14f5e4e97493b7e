"""CSV on the Web to RDF, as the W3C's csv2rdf says it (minimal mode), of what the library csvw reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import csvw
from pyoxigraph import Literal, NamedNode, Triple

XSD = "http://www.w3.org/2001/XMLSchema#"


def triples(metadata: Path, only: str = "") -> Iterator[tuple[str, Triple]]:
    """Each statement of all tables, or of one, with the name of the table that makes it."""
    for table in csvw.CSVW(str(metadata)).tables:
        if only in ("", str(table.url)):
            for number, row in enumerate(table.iterdicts(), 1):
                yield from ((str(table.url), triple) for triple in _of_row(table, number, row))


def _of_row(table: csvw.Table, number: int, row: dict[str, Any]) -> Iterator[Triple]:
    for column in table.tableSchema.columns:
        cell = None if column.virtual else row[column.header]
        if column.suppressOutput or (cell is None and not column.virtual):
            continue
        about, name, value = (
            template and NamedNode(table.expand(template, row, _row=number, _name=column.header))
            for template in (column.aboutUrl or table.inherit("aboutUrl"), column.propertyUrl, column.valueUrl)
        )
        yield Triple(about, name, value or _literal(cell, column.datatype.base))


def _literal(cell: object, base: str) -> Literal:
    """In the canonical form of its type."""
    if isinstance(cell, bool):
        words = str(cell).lower()
    elif isinstance(cell, datetime) and base == "time":
        words = cell.time().isoformat()
    elif isinstance(cell, datetime) and base == "date":
        words = cell.date().isoformat()
    elif isinstance(cell, date | time):
        words = cell.isoformat()
    else:
        words = str(cell)
    return Literal(words, datatype=NamedNode(XSD + base))
