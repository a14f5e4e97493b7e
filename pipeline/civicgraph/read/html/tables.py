"""Tables that list, told from tables that only lay a page out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree

from civicgraph.read.compose import Piece
from civicgraph.read.headings import lays_out
from civicgraph.read.html.tree import name

LONG = 300  # characters of a cell that is prose and no entry
NUMBER = re.compile(r"\(?(?:[A-Z]{1,4}[-/.]?)?\d{1,4}(?:[./]\d{1,4}){0,3}[a-z]?[.):]{0,2}|\(?[a-z][.)]", re.I)


def rows_of(table: etree._Element, pieces_of: Callable[[etree._Element], Sequence[Piece]]) -> list[Piece] | None:
    """The rows of a table that lists; None for a table that lays out blocks, each of which says what it is by itself.

    `pieces_of` reads one cell. Minutes set in columns (number, text, action) are laid out: a cell holds several
    paragraphs, or the first column is numbers.
    """
    if (table.get("role") or "").strip().lower() in ("presentation", "none"):
        return None
    if any(inner is not table for inner in table.iter("table")):
        return None
    rows = [
        (row, [(cell, list(pieces_of(cell))) for cell in row if name(cell) in ("td", "th")]) for row in table.iter("tr")
    ]
    rows = [(row, cells) for row, cells in rows if any(pieces for _, pieces in cells)]
    if not rows or not _lists(rows):
        return None
    out: list[Piece] = []
    for n, (row, cells) in enumerate(rows):
        said = [" ".join(_whole(piece) for piece in pieces) for _, pieces in cells]
        if len(cells) == 1:
            out += cells[0][1]  # a heading across the columns
            continue
        head = len(cells) > 1 and (_is_in_head(row) or (n == 0 and all(name(cell) == "th" for cell, _ in cells)))
        out.append(
            Piece(
                kind="row",
                cells=tuple(said),
                role="head" if head else "",
                bold=all(piece.bold for _, pieces in cells for piece in pieces),
                struck=_struck(cells),
                place=row.get("id") or "",
            )
        )
    return out


_Rows = list[tuple[etree._Element, list[tuple[etree._Element, list[Piece]]]]]


def _lists(rows: _Rows) -> bool:
    filled = [pieces for _, cells in rows for _, pieces in cells if pieces]
    if max(len(cells) for _, cells in rows) < 2 or max(sum(1 for _, p in cells if p) for _, cells in rows) < 2:
        return False
    several = sum(1 for pieces in filled if len(pieces) > 1)
    first, cells = rows[0]
    if lays_out([" ".join(_whole(piece) for piece in pieces) for _, pieces in cells]):
        return False
    if len(cells) > 1 and (_is_in_head(first) or all(name(cell) == "th" for cell, _ in cells)):
        return several <= 0.3 * len(filled) and len(rows) > 1
    if several or any(sum(len(_whole(piece)) for piece in pieces) > LONG for pieces in filled):
        return False
    if any(piece.kind == "heading" for pieces in filled for piece in pieces):
        return False
    return not _is_numbered(rows)


def _is_numbered(rows: _Rows) -> bool:
    """Is the first column the numbers of what stands in the second?"""
    firsts = [" ".join(_whole(piece) for piece in cells[0][1]) for _, cells in rows if len(cells) > 1]
    numbers = sum(1 for first in firsts if NUMBER.fullmatch(first))
    blank = sum(1 for first in firsts if not first)
    return numbers > 1 and numbers + blank > 0.6 * len(firsts)


def _is_in_head(row: etree._Element) -> bool:
    around = row.getparent()
    return around is not None and name(around) == "thead"


def _whole(piece: Piece) -> str:
    if piece.cells:
        return " ".join(piece.cells)
    return f"{piece.marker} {piece.words}" if piece.marker and piece.words else piece.marker + piece.words


def _struck(cells: list[tuple[etree._Element, list[Piece]]]) -> tuple[tuple[int, int], ...]:
    """What is struck through, as offsets into the cells with a tab between them."""
    out: list[tuple[int, int]] = []
    at = 0
    for _, pieces in cells:
        for piece in pieces:
            lead = len(_whole(piece)) - len(piece.words)
            out += [(at + lead + a, at + lead + b) for a, b in piece.struck]
            at += len(_whole(piece)) + 1
        at += 0 if pieces else 1
    return tuple(out)
