"""Where a line falls into columns: rows of a table without borders, entries at the margin."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from civicgraph.read.markers import is_bare
from civicgraph.read.pdf.lines import MARGIN_WORDS, Line, joined

WIDE = (
    1.2  # of the size: a gap that may part columns; between words there is a third of it, in justified text the whole
)
NARROW = 0.45  # of the size: a gap that parts columns where others begin just there
ALIGNED, EXACT = 3.0, 1.0  # points
FAR = 3.0  # of the size: a gap before what stands alone at the right margin
FLUSH = 1.5  # points
MARGIN_LINES = 3
FIGURE = re.compile(r"[-–(£€$]{0,3}\d[\d,.]{0,15}[%)]{0,2}|[-–£€$%]|£(?:m|[’']?000s?)")


def cut_columns(lines: list[Line]) -> None:
    """Finds the lines that fall into columns: wide gaps, behind which the lines above or below begin a column too.

    A wide gap alone is none: justified text has them anywhere, and a number or a label stands before its text.
    """
    right = max((line.x1 for line in lines), default=0.0)
    gaps = [[] if _is_spread(line, right) else _gaps(line) for line in lines]
    margin = _margin_column(lines, gaps, right)
    for n, line in enumerate(lines):
        line.aside = line.cell is None and _is_at_margin(line, right) and bool(_edges(line, 0) & margin)
        if not gaps[n]:
            continue
        near = [m for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(lines) and _near(line, lines[m])]
        if all(FIGURE.fullmatch(word.text) for word in line.words):
            line.cuts = gaps[n]  # of sums, that may stand far under what they add up
            continue
        cuts = [at for at in gaps[n] if any(_aligned(line, at, lines[m], gaps[m]) for m in near)]
        far = gaps[n][-1]
        line.edged = bool(_edges(line, far) & margin)
        if far not in cuts and (_stands_apart(line, far, right) or line.edged):
            cuts.append(far)
        line.cuts = cuts
    for n, line in enumerate(lines):
        around = [lines[m] for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(lines) and _near(line, lines[m])]
        line.cuts = sorted({*line.cuts, *_narrow(line, around)})


def _is_spread(line: Line, right: float) -> bool:
    """Is it a full line of justified text, with one space between all of its words?"""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.words)]
    return len(gaps) > 2 and max(gaps) - min(gaps) < 0.05 * line.size and line.x1 > right - FLUSH


def _gaps(line: Line) -> list[int]:
    """Indexes of the words behind a wide gap that does not just set a number or a label off."""
    out: list[int] = []
    figures = all(FIGURE.fullmatch(word.text) for word in line.words)
    for n, (a, b) in enumerate(pairwise(line.words), 1):
        if b.x0 - a.x1 >= WIDE * line.size:
            before = joined(line.words[out[-1] if out else 0 : n])
            if figures or not (before.endswith(":") or (is_bare(before) and not out)):
                out.append(n)
    return out


def _narrow(line: Line, near: list[Line]) -> list[int]:
    """The narrower gaps behind which two lines above or below begin a column exactly there."""
    begin = [other.words[at].x0 for other in near for at in other.cuts]
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.words)] if begin else []
    return [
        at
        for at, gap in enumerate(gaps, 1)
        if NARROW * line.size < gap < WIDE * line.size
        and gap > 1.6 * min(gaps)
        and sum(abs(line.words[at].x0 - x) < EXACT for x in begin) > 1
    ]


def _edges(line: Line, at: int) -> set[tuple[str, int]]:
    """Where what stands behind a gap begins and ends, to compare with other lines."""
    spots = {("x0", round(line.words[at].x0 / ALIGNED)), ("x1", round(line.x1 / ALIGNED))}
    return {(side, spot + near) for side, spot in spots for near in (-1, 0, 1)}


def _margin_column(lines: list[Line], gaps: list[list[int]], right: float) -> set[tuple[str, int]]:
    """Edges of a column at the margin, for actions or initials: short entries behind a gap, one under another."""
    seen: Counter[tuple[str, int]] = Counter()
    for line, found in zip(lines, gaps, strict=True):
        short = found and len(line.words) - found[-1] <= MARGIN_WORDS < found[-1]
        if short and _is_widest(line, found[-1]):
            seen.update(_edges(line, found[-1]))
        elif not found and _is_at_margin(line, right):
            seen.update(_edges(line, 0))
    return {edge for edge, count in seen.items() if count >= MARGIN_LINES}


def _is_widest(line: Line, at: int) -> bool:
    """Is the gap wider than those between the words before it, which in justified text are wide too?"""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(line.words[:at]))
    return line.words[at].x0 - line.words[at - 1].x1 > 2 * gaps[len(gaps) // 2]


def _is_at_margin(line: Line, right: float) -> bool:
    return len(line.words) <= MARGIN_WORDS and line.x0 > 0.7 * right


def _near(a: Line, b: Line) -> bool:
    return abs(a.y - b.y) < 4 * a.size and a.cell == b.cell


def _aligned(line: Line, at: int, other: Line, gaps: list[int]) -> bool:
    word = line.words[at]
    if abs(other.x0 - word.x0) <= ALIGNED:
        return True
    for n in gaps:
        begins = other.words[n]
        if abs(begins.x0 - word.x0) <= ALIGNED:
            return True
        if FIGURE.fullmatch(word.text) and FIGURE.fullmatch(begins.text) and abs(begins.x1 - word.x1) <= ALIGNED:
            return True
    return False


def _stands_apart(line: Line, at: int, right: float) -> bool:
    """Is what follows the last gap short and at the right margin: "… was agreed.            Clerk"?"""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(line.words))
    return (
        gaps[-1] >= FAR * line.size
        and (len(gaps) < 2 or gaps[-2] < gaps[-1] / 3)
        and line.words[at].x0 - line.words[at - 1].x1 == gaps[-1]
        and line.x1 > right - 2 * line.size
        and len(joined(line.words[at:])) <= 40
        and len(line.words) - at <= 6
        and at > 1
    )
