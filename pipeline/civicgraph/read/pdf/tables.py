"""Tables: which words stand in which cell, by the lines that are drawn, or by what stands above."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from civicgraph.read.pdf.glyphs import Word
from civicgraph.read.pdf.lines import Line
from civicgraph.read.pdf.rules import Rule

JOIN = 4.0  # points: lines that come so near to each other meet
LEAST = 12.0  # points: a cell is not narrower or lower
MOST = 4000  # lines of a page: more is a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of the rows from the top, and of the cells of each row from the left: cells may be merged in a row."""

    ys: tuple[float, ...]  # falling, one more than rows
    rows: tuple[tuple[float, ...], ...]

    def cell(self, word: Word) -> tuple[int, int] | None:
        """(row, column) of a word; None outside."""
        x, y = (word.x0 + word.x1) / 2, word.y + 0.25 * word.size
        row = bisect_right(self.ys, -y, key=lambda edge: -edge) - 1
        if not 0 <= row < len(self.rows) or not self.rows[row][0] <= x <= self.rows[row][-1]:
            return None
        return row, bisect_right(self.rows[row], x)


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables of a page: lines that meet, with two columns or more. A box around text is none."""
    if len(rules) > MOST:
        return []
    found = []
    for group in _meeting(rules):
        upright = [rule for rule in group if not rule.level and rule.y1 - rule.y0 >= LEAST]
        level = [rule.y0 for rule in group if rule.level and rule.x1 - rule.x0 >= LEAST]
        # Where a row goes on over the page, its lines do, and nothing is drawn under it, nor above on the next page.
        ends = [end for rule in upright for end in (rule.y0, rule.y1)] if level else []
        ys = _edges(level + [end for end in ends if not min(level) - LEAST < end < max(level) + LEAST])[::-1]
        rows = tuple(_row(upright, (top + bottom) / 2) for top, bottom in pairwise(ys))
        if rows and max(map(len, rows)) > 2 and all(len(row) > 1 for row in rows):
            found.append(Grid(tuple(ys), rows))
    return sorted(found, key=lambda grid: -grid.ys[0])


def _row(upright: list[Rule], y: float) -> tuple[float, ...]:
    """The edges of the cells at one height."""
    return tuple(_edges([rule.x0 for rule in upright if rule.y0 <= y <= rule.y1]))


def _edges(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] >= LEAST / 2:
            out.append(value)
    return out


def _meeting(rules: list[Rule]) -> list[list[Rule]]:
    """Groups of lines that touch one another, by sweeping from the left."""
    ordered = sorted(rules, key=lambda rule: rule.x0)
    parent = list(range(len(ordered)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    active: list[int] = []
    for n, rule in enumerate(ordered):
        active = [m for m in active if ordered[m].x1 >= rule.x0 - JOIN]
        for m in active:
            other = ordered[m]
            if other.y0 - JOIN <= rule.y1 and rule.y0 - JOIN <= other.y1:
                parent[root(n)] = root(m)
        active.append(n)
    groups: dict[int, list[Rule]] = {}
    for n, rule in enumerate(ordered):
        groups.setdefault(root(n), []).append(rule)
    return list(groups.values())


def set_columns(lines: Iterable[Line]) -> None:
    """Sets the cells of tagged tables under those of their full rows: some printers leave the empty ones out."""
    tables: dict[int, dict[int, dict[int, list[Line]]]] = {}
    for line in lines:
        if line.cell and line.leaf:
            table, r, k = line.cell
            tables.setdefault(table, {}).setdefault(r, {}).setdefault(k, []).append(line)
    for rows in tables.values():
        width = max(map(len, rows.values()))
        full = [row for row in rows.values() if len(row) == width]
        edges = [_extent(line for row in full for line in row.get(k, ())) for k in range(1, width + 1)]
        for row in rows.values():
            if sorted(row) == list(range(1, len(row) + 1)) and len(row) < width:
                _set_under(row, edges)


def _set_under(row: dict[int, list[Line]], edges: list[tuple[float, float]]) -> None:
    extents = [_extent(row[k]) for k in sorted(row)]
    at = [next((k for k, (a, b) in enumerate(edges, 1) if x0 < b and x1 > a), 0) for x0, x1 in extents]
    if all(a < b for a, b in pairwise([0, *at])):
        for k, column in zip(sorted(row), at, strict=True):
            for line in row[k]:
                if line.cell:
                    line.cell = (line.cell[0], line.cell[1], column)


def _extent(lines: Iterable[Line]) -> tuple[float, float]:
    found = [(line.x0, line.x1) for line in lines]
    return min((a for a, _ in found), default=0.0), max((b for _, b in found), default=0.0)
