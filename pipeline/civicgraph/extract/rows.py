"""What the cells of a table say whose headings are understood, by the columns that the headings name."""

from __future__ import annotations

from dataclasses import replace

from civicgraph.extract.scene import Scene, identifier_of
from civicgraph.model import Block, Column, Mention, Span, Table
from civicgraph.values.text import squash


def cell_of(scene: Scene, table: Table, row: Block, column: Column) -> Span | None:
    """Where a row's cell of this column stands; None where it is empty or there is none."""
    at = table.column(column)
    if at is None or at >= len(row.cells) or not scene.text(row.cells[at]).strip():
        return None
    return row.cells[at]


def said_in(scene: Scene, table: Table, row: Block, column: Column) -> str:
    """The words of that cell on one line, "" where it is empty.

    >>> # of "Councillor A Lee | Chair | Present", column "status" → "Present"
    """
    cell = cell_of(scene, table, row, column)
    return squash(scene.text(cell)) if cell else ""


def identified(mention: Mention, row: Block, name: str) -> Mention:
    """The mention with the row's id of this name: "UID=12" of a row that a committee system made."""
    return replace(mention, identifier=identifier_of(row.identifier, name))
