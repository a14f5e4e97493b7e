"""Rows of tables without borders: their cells may go on over several lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from civicgraph.read.markers import is_bare
from civicgraph.read.pdf.lines import Line

NEAR = 1.25  # of the distance of lines
TIGHT = 0.85  # of the distance of rows: nearer, and it is a line of the same row
OPEN = ("and", "or", "of", "the", "to", "for", "in", "with", "&")  # no entry ends with these

Row = list[list[Line]]  # the lines of each cell


def row_of(line: Line) -> Row:
    """The cells of a line that falls into columns."""
    return [[Line(words, line.page, line.leaf, line.cell)] for words in line.columns()]


def distance_of(lines: Sequence[Line]) -> float:
    """How far apart the rows of a page stand; 0.0 where it has none."""
    found = sorted(a.y - b.y for a, b in pairwise(lines) if a.cuts and b.cuts and 0 < a.y - b.y < 4 * a.size)
    return found[len(found) // 2] if len(found) > 2 else 0.0


def goes_on(row: Row, line: Line, pitch: float, rows: float) -> bool:
    """Adds a line to the cells that it goes on with: "Director of Education and" … "Skills". False where it does not.

    `pitch`: the distance of lines within a paragraph; `rows`: of the rows of the page.
    """
    above = max((cell[-1] for cell in row), key=lambda cell: -cell.y)
    down = above.y - line.y
    if line.cell != above.cell or not 0 < down <= NEAR * pitch or abs(line.size - above.size) > 0.12 * above.size:
        return False
    parts = row_of(line)
    last = row[-1][-1]
    if len(parts) == 1 and last.words[-1].text.casefold() in OPEN and line.x0 < last.x0 and line.x1 < last.x1:
        row[-1] += parts[0]  # a line set with tabs, which goes on at the left margin
        return True
    at = [_beneath(row, part[0]) for part in parts]
    if None in at or len(set(at)) < len(at):
        return False
    tight = down < TIGHT * rows and len(parts) < len(row)
    if not tight and not all(
        continues(row[k][-1], part[0]) for k, part in zip(at, parts, strict=True) if k is not None
    ):
        return False
    for k, part in zip(at, parts, strict=True):
        if k is not None:
            row[k] += part
    return True


def begun(lines: Sequence[Line], row: Row, pitch: float) -> bool:
    """Do the lines above begin the first cell of a row whose other cells stand level with its last line?"""
    first, last = row[0][0], lines[-1]
    return (
        len(row) > 1
        and len(lines) <= 3
        and all(not line.cuts and line.x1 < row[1][0].x0 for line in lines)
        and abs(last.x0 - first.x0) < 2
        and 0 < last.y - first.y <= NEAR * pitch
        and last.cell == first.cell
        and continues(last, first)
    )


def _beneath(row: Row, part: Line) -> int | None:
    """The one cell that a part of the next line stands under."""
    found = [
        k
        for k, cell in enumerate(row)
        if part.x0 < max(line.x1 for line in cell) + 1 and part.x1 > min(line.x0 for line in cell) - 1
    ]
    return found[0] if len(found) == 1 else None


def continues(above: Line, part: Line) -> bool:
    """Does a line of a cell go on in the next: after "and", in lower case, with a bracket that is no number?"""
    text = part.text
    if above.text.endswith((".", ";", ":")) or part.bold != above.bold:
        return False
    opened = above.words[-1].text.casefold() in OPEN or above.text.endswith((",", "-", "–", "/"))
    bracket = text[0] == "(" and not is_bare(part.words[0].text) and not text[1:2].isdigit()
    return opened or bracket or text[0].islower() or not any(char.isalnum() for char in text)
