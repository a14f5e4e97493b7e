"""Columns of text that stand side by side on a page, each read to its end: a letterhead beside the title, two columns
of a newsletter. Rows of a table are none: there a line goes across."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from civicgraph.read.pdf.lines import Line

GAP = 0.45  # of the size: wider than the space between words
GUTTER = 0.25  # of the size: the least that is left free between two columns, where several lines begin at one edge
LEAST, FEWEST = 4, 3  # lines on one side and the other
TRIED = 6  # edges of a page
RUNNING = 0.3  # of the lines of running text begin within a sentence
SHARED = 0.34  # of the lines of a list stand level with a line beside it: more, and they are rows
DEEPEST = 4  # columns


def flows_of(lines: Sequence[Line], depth: int = DEEPEST) -> list[list[Line]]:
    """The lines of a page in the order of reading, a list for each column of text: most pages are one."""
    if any(line.leaf is not None for line in lines):
        return _as_tagged(lines)
    if depth == 0 or len(lines) < LEAST + FEWEST:
        return [list(lines)]
    for edge in _edges(lines):
        for first, last in _stretches(lines, edge):
            left, right = _parted(lines[first:last], edge)
            if _are_flows(left, right, edge):
                parts = (lines[:first], left, right, lines[last:])
                return [flow for part in parts if part for flow in flows_of(part, depth - 1)]
    return [list(lines)]


def _as_tagged(lines: Sequence[Line]) -> list[list[Line]]:
    """The order is the file's own: a column ends where the next line stands higher, and to the right."""
    out: list[list[Line]] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        if before is None or (
            line.cell is None
            and before.cell is None
            and line.y > before.y + line.size
            and line.x0 > before.x0 + line.size
        ):
            out.append([])
        out[-1].append(line)
    return out


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where columns may begin: the left edges, not of the page, at which several lines begin or go on after a gap."""
    outer = min(line.x0 for line in lines)
    seen: Counter[int] = Counter()
    for line in lines:
        seen.update({round(x) for x in _starts(line) if x > outer + 6 * line.size})
    found = [x for x, _ in seen.most_common(4 * TRIED) if seen[x - 1] + seen[x] + seen[x + 1] >= LEAST]
    return [float(x) for x in found[:TRIED]]


def _stretches(lines: Sequence[Line], edge: float) -> Iterator[tuple[int, int]]:
    """(first, after the last) of the lines one under another that leave a gap before the edge free."""
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and not _crosses(lines[at], edge):
            at += 1
        right = [n for n in range(first, at) if lines[n].x1 > edge]
        # A line over the columns, or under them, may have the space between two words just there.
        while right and not _begins(lines[right[0]], edge):
            right.pop(0)
        while right and not _begins(lines[right[-1]], edge):
            right.pop()
        if right:
            # What is left under the last line on the right: the longer column, where the page ends with it.
            last = at if all(len(line.words) < 3 for line in lines[at:]) else right[-1] + 1
            yield right[0], last
        at += 1


def _begins(line: Line, edge: float) -> bool:
    return any(abs(x - edge) < 2 for x in _starts(line))


def _starts(line: Line) -> list[float]:
    """Where a line begins, and goes on after a gap."""
    return [line.x0, *(b.x0 for a, b in pairwise(line.words) if b.x0 - a.x1 > GAP * line.size)]


def _crosses(line: Line, edge: float) -> bool:
    if line.cell is not None:
        return True
    ends = max((word.x1 for word in line.words if word.x0 < edge - 2), default=-math.inf)
    return ends > edge + 0.5 - GUTTER * line.size  # the edge is known to half a point


def _parted(lines: Sequence[Line], edge: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        for side, words in (
            (left, [word for word in line.words if word.x0 < edge - 2]),
            (right, [word for word in line.words if word.x0 >= edge - 2]),
        ):
            if words:
                side.append(Line(words, line.page))
    return left, right


def _are_flows(left: Sequence[Line], right: Sequence[Line], edge: float) -> bool:
    few, many = sorted((len(left), len(right)))
    if few < FEWEST or many < LEAST or sum(line.x0 < edge + 2 for line in right) < 0.5 * len(right):
        return False
    if all(_is_running(side) for side in (left, right)):
        return True
    heights = sorted(line.y for line in left)
    shared = sum(any(abs(line.y - y) < 0.1 * line.size for y in heights) for line in right)
    even = not any(b.x0 - a.x1 > line.size for line in (*left, *right) for a, b in pairwise(line.words))
    return even and shared < SHARED * min(len(left), len(right))


def _is_running(lines: Sequence[Line]) -> bool:
    within = sum(line.text[0].islower() for line in lines)
    return within >= RUNNING * len(lines) and sum(len(line.words) for line in lines) >= 3 * len(lines)
