"""Tables that are typed with upright strokes: "| 33 | Town Clock | Clerk |".

Minutes are set in such tables as in those of Word: a number, the text, who acts. There the cells are read one under
another, as everywhere; a table that holds data keeps its rows.
"""

from __future__ import annotations

from itertools import pairwise

from civicgraph.read.headings import lays_out
from civicgraph.read.markers import is_bare

STROKE = "|"
RULED = frozenset("|-: =")  # "|---|:--|": the line under the headings of a table


def laid_out(raws: list[str]) -> dict[int, list[tuple[int, str]]]:
    """Index of a line → (offset, words) of each of its cells, for the lines of tables that only lay minutes out, and
    for a paragraph in a table of one cell: "The Chair welcomed everyone. |".

    >>> laid_out(["| 1 | Apologies | |", "| | None. | |", "| 2 | Minutes | Clerk |"])[0]
    [(2, '1'), (6, 'Apologies')]
    """
    headed = _headed(raws)
    out = dict(headed)
    table: list[int] = []
    for n, raw in enumerate([*raws, ""]):
        if n not in headed and raw.count(STROKE) > 1 and raw.strip().endswith(STROKE):
            table.append(n)
            if set(raw.strip()) <= RULED:
                out[n] = []
            continue
        if table and _is_numbered([raws[i] for i in table]):
            out |= {i: cells_of(raws[i]) for i in table}
        table = []
        if n in headed:
            continue
        if STROKE in raw and set(raw.strip()) <= RULED:
            out[n] = []
        elif raw.rstrip().endswith(" |") and raw.count(STROKE) == 1:
            out[n] = cells_of(raw)
    return out


def _headed(raws: list[str]) -> dict[int, list[tuple[int, str]]]:
    """The lines of a table under "Item | Title | Minutes |", whose cells may go on over many lines: a row ends where it
    has as many strokes as the line of headings.

    >>> list(_headed(["Item | Title | Minutes |", "1 | APOLOGIES |", "There were none.", "All came. |", "Page 2"]))
    [0, 1, 2, 3]
    """
    out: dict[int, list[tuple[int, str]]] = {}
    columns = strokes = 0
    for n, raw in enumerate(raws):
        if STROKE in raw and lays_out([words for _, words in cells_of(raw)]):
            # some sites close every row with a stroke, but not this one
            columns, strokes = raw.count(STROKE) + (not raw.rstrip().endswith(STROKE)), 0
            out[n] = []
        elif columns and (strokes or STROKE in raw):
            cells = cells_of(raw)
            # "Parks | Parks": some sites print a title under two headings
            out[n] = cells[:1] + [cell for before, cell in pairwise(cells) if cell[1] != before[1]]
            strokes += raw.count(STROKE)
            strokes = 0 if strokes >= columns else strokes
        elif raw.strip():
            columns = 0
    return out


def cells_of(raw: str) -> list[tuple[int, str]]:
    """(offset, words) of the cells of a line that are not empty; none of a ruled line."""
    if set(raw.strip()) <= RULED:
        return []
    out, at = [], 0
    for cell in raw.split(STROKE):
        if words := cell.strip():
            out.append((at + len(cell) - len(cell.lstrip()), words))
        at += len(cell) + 1
    return out


def _is_numbered(rows: list[str]) -> bool:
    """Is the first column the numbers of what stands in the second?"""
    firsts = [row.strip().strip(STROKE).split(STROKE)[0].strip() for row in rows if cells_of(row)]
    numbers = sum(1 for first in firsts if first and is_bare(first))
    return numbers > 1 and numbers + sum(1 for first in firsts if not first) > 0.6 * len(firsts)
