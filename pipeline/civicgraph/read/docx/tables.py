"""A table → rows where it holds data, and its cells one after another where it only arranges text on the page.

Councils set whole agendas in tables (number | item | who acts), lists of those present (label | names), and notices of
decisions (question | answer). A row would hide the headings, labels and clauses in them; so the number comes to stand
before its item and the label over its value, as they do on pages without tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from civicgraph.read.compose import Piece
from civicgraph.read.markers import marker_at

SHORT = 60  # characters of a label, or of a name with what its bearer is
SENTENCE = 120  # of text that is more than a value
# Heads of the narrow columns at the right of minutes, which make no table of data of them.
ASIDE = re.compile(
    r"^(?:actions?(?: (?:by|required|owner|point))?|by whom|who|owner|lead(?: officer)?|officers?|pages?(?: nos?\.?)?"
    r"|time|timings?|report(?:er)?|presenter|led by|initials|decision|outcome|for|purpose)\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with its pieces, none where it is merged into the cell above it; `column` and `width` in the grid."""

    pieces: tuple[Piece, ...]
    column: int
    width: int = 1

    @property
    def text(self) -> str:
        """On one line, numbers with it."""
        return " ".join(filter(None, (words_of(piece) for piece in self.pieces)))

    @property
    def short(self) -> bool:
        return len(self.pieces) == 1 and self.pieces[0].kind != "row" and len(self.text) <= SHORT


Row = tuple[tuple[Cell, ...], str]  # the cells, empty ones too, and where the row is in the file


def words_of(piece: Piece) -> str:
    words = " ".join(filter(None, piece.cells)) if piece.kind == "row" else piece.words
    return f"{piece.marker} {words}".strip()


def pieces_of_table(rows: list[Row]) -> Iterator[Piece]:
    """The pieces of a table in the order in which it is read."""
    rows = [(cells, place) for cells, place in rows if any(cell.pieces for cell in cells)]
    columns = max((cell.column + cell.width for cells, _ in rows for cell in cells), default=0)
    filled = sorted({cell.column for cells, _ in rows for cell in cells if cell.pieces and cell.width < columns})
    if len(filled) < 2:
        for cells, _ in rows:
            yield from (piece for cell in cells for piece in cell.pieces)
    elif (number := _number_column(rows, filled)) is not None:
        for cells, place in rows:
            yield from _numbered(cells, number, place)
    elif len(filled) == 2 and _is_sheet(rows, filled):
        for cells, _ in rows:
            yield from _answered(cells, filled[0])
    elif _is_text_with_asides(rows, filled):
        for at, (cells, place) in enumerate(rows):
            if at == 0 and len([c for c in cells if c.pieces]) > 1 and all(c.short for c in cells if c.pieces):
                yield _row(cells, place)  # its head: "Minute | Action"
            else:
                yield from (piece for cell in cells for piece in cell.pieces)
    else:
        yield from _rows(rows, columns)


def _number_column(rows: list[Row], filled: list[int]) -> int | None:
    """The column that holds the numbers of items, and nothing else; None in a table of data with numbered rows."""
    column = filled[0]
    numbers = [cell for cells, _ in rows for cell in cells if cell.column == column and cell.pieces]
    alone = [_is_number(cell) for cell in numbers]
    # Its head says "No." or "Item"; below it nothing but numbers.
    if not any(alone) or not all(alone[1:]) or not _rise([cell.text for cell in numbers[not alone[0] :]]):
        return None
    head = {c.column: c.text for c in rows[0][0]} if not alone[0] else {}
    texts = [c for c in filled if c != column and not ASIDE.match(head.get(c, ""))]
    below = [cell for cells, _ in rows[not alone[0] :] for cell in cells if cell.pieces]
    beside = [[cell for cell in below if cell.column == c] for c in texts]
    wide = [cells for cells in beside if any(len(cell.pieces) > 1 or len(cell.text) > SENTENCE for cell in cells)]
    often = [cells for cells in beside if 2 * len(cells) > sum(alone)]
    return column if len(often) == 1 or len(wide) == 1 else None


def _rise(numbers: list[str]) -> bool:
    """Do they count on, as items do and amounts do not? Letters and numbers within numbers count as rising."""
    whole = [int(text.rstrip(".)")) for text in numbers if text.rstrip(".)").isdecimal()]
    return all(a < b for a, b in pairwise(whole))


def _is_number(cell: Cell) -> bool:
    text = cell.text
    found = marker_at(text)
    return found is not None and found[1] >= len(text)


def _numbered(cells: tuple[Cell, ...], column: int, place: str) -> Iterator[Piece]:
    """A row of an agenda or of minutes: its number before the first words beside it."""
    number = next((cell.text for cell in cells if cell.column == column and cell.pieces and _is_number(cell)), "")
    others = [piece for cell in cells if not (number and cell.column == column) for piece in cell.pieces]
    if not number and len(others) > 1 and all(cell.short for cell in cells if cell.pieces):
        yield _row(cells, place)  # its head: "Item | Subject | Action"
        return
    for at, piece in enumerate(others):
        if at or not number:
            yield piece
        elif piece.marker or piece.kind == "row":
            yield Piece(words=number, place=place)
            yield piece
        else:
            yield replace(piece, kind="heading" if piece.kind == "heading" else "list", marker=number)


def _is_sheet(rows: list[Row], filled: list[int]) -> bool:
    """Is it a sheet of labels and values: labels with colons, or a value at least that is more than a word or two?

    A table of names and posts is none; nor is one whose first column holds text.
    """
    labels = [cell for cells, _ in rows for cell in cells if cell.column == filled[0] and cell.pieces]
    values = [cell for cells, _ in rows for cell in cells if cell.column == filled[1] and cell.pieces]
    long = [cell for cell in values if len(cell.pieces) > 1 or len(cell.text) > SENTENCE]
    colons = [cell for cell in labels if cell.text.endswith(":")]
    return (bool(long) or 2 * len(colons) > len(labels)) and all(cell.short for cell in labels)


def _is_text_with_asides(rows: list[Row], filled: list[int]) -> bool:
    """Does the first column hold the text, paragraphs of it in most cells, and the others a name or a date?"""
    texts = [cell for cells, _ in rows for cell in cells if cell.column == filled[0] and cell.pieces]
    others = [cell for cells, _ in rows for cell in cells if cell.column != filled[0] and cell.pieces]
    told = [
        cell
        for cell in texts
        if len(cell.pieces) > 1
        and any(len(piece.words) > SENTENCE or piece.words.endswith((".", ":")) for piece in cell.pieces)
    ]
    return 2 * len(told) >= len(texts) and all(len(cell.text) <= SHORT for cell in others)


def _answered(cells: tuple[Cell, ...], column: int) -> Iterator[Piece]:
    """A label over its value."""
    for cell in cells:
        for piece in cell.pieces:
            label = cell.column == column and sum(bool(c.pieces) for c in cells) > 1
            yield replace(piece, role="label") if label and piece.kind != "row" else piece


def _rows(rows: list[Row], columns: int) -> Iterator[Piece]:
    """Row by row; where lists stand side by side, each under its own head."""
    head: Row | None = None
    for cells, place in rows:
        some = [cell for cell in cells if cell.pieces]
        lists = [cell for cell in some if len(cell.pieces) > 1]
        if len(some) == 1 and (some[0].width >= columns or len(some[0].pieces) > 1):
            yield from _row_of(head)
            head = None
            yield from some[0].pieces
        elif lists and all(len(p.words) <= SHORT and p.kind != "row" for cell in lists for p in cell.pieces):
            above = {cell.column: cell for cell in head[0]} if head else {}
            for cell in some:
                over = above.pop(cell.column, None)
                yield from (replace(piece, role="label") for piece in (over.pieces if over else ()))
                yield from cell.pieces
            head = None
        elif any(piece.kind == "row" for cell in some for piece in cell.pieces) or (
            lists and max(len(cell.text) for cell in lists) > 1000
        ):
            yield from _row_of(head)
            head = None
            yield from (piece for cell in some for piece in cell.pieces)
        else:
            yield from _row_of(head)
            head = (cells, place)
    yield from _row_of(head)


def _row_of(row: Row | None) -> Iterator[Piece]:
    if row is not None:
        yield _row(*row)


def _row(cells: tuple[Cell, ...], place: str) -> Piece:
    """One row, a cell of several columns once and the others of them empty."""
    texts: list[str] = []
    struck: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        texts += [""] * (cell.column - len(texts))
        at = sum(len(text) + 1 for text in texts)
        for piece in cell.pieces:
            lead = len(piece.marker) + 1 if piece.marker and piece.kind != "row" else 0
            struck += [(at + lead + a, at + lead + b) for a, b in piece.struck]
            at += len(words_of(piece)) + 1
        texts += [cell.text, *[""] * (cell.width - 1)]
    pieces = [piece for cell in cells for piece in cell.pieces]
    return Piece(
        kind="row", cells=tuple(texts), bold=all(piece.bold for piece in pieces), struck=tuple(struck), place=place
    )
