"""Words → the lines of a page in the order of reading, and where a line falls into columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from civicgraph.read.markers import is_bare
from civicgraph.read.pdf.glyphs import Word
from civicgraph.read.pdf.tags import Leaf

BASELINE = 0.25  # of the size: how far the baselines of one line may lie apart
WIDE = (
    1.2  # of the size: a gap that may part columns; between words there is a third of it, in justified text the whole
)
ALIGNED = 3.0  # points
FAR = 3.0  # of the size: a gap before what stands alone at the right margin
MARGIN_LINES, MARGIN_WORDS = 3, 5
FIGURE = re.compile(r"[-–(£€$]{0,3}\d[\d,.]*[%)]?")


@dataclass(slots=True, eq=False)
class Line:
    """Words on one baseline. `cell` is the table, row and column of a table that it stands in."""

    words: list[Word]
    page: int
    leaf: Leaf | None = None
    cell: tuple[int, int, int] | None = None
    cuts: list[int] = field(default_factory=list)  # indexes of the words that begin a column, without the first
    aside: bool = False  # stands at the margin, beside the text
    x0: float = field(init=False)
    x1: float = field(init=False)
    y: float = field(init=False)  # of the baseline of its largest word
    size: float = field(init=False)

    def __post_init__(self) -> None:
        largest = max(self.words, key=lambda word: word.size)
        self.x0, self.x1, self.y, self.size = self.words[0].x0, self.words[-1].x1, largest.y, largest.size

    @property
    def body(self) -> list[Word]:
        """Without the number or bullet that it begins with, which is often set in another face."""
        return self.words[1:] if len(self.words) > 1 and is_bare(self.words[0].text) else self.words

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.body if any(char.isalnum() for char in word.text))

    @property
    def text(self) -> str:
        return joined(self.words)

    def columns(self) -> list[list[Word]]:
        edges = [0, *self.cuts, len(self.words)]
        return [self.words[a:b] for a, b in pairwise(edges)]


def joined(words: Sequence[Word]) -> str:
    return "".join(word.text + ("" if word.glued or n == len(words) - 1 else " ") for n, word in enumerate(words))


def lines_of(
    words: Iterable[Word], page: int, leaf: Leaf | None = None, cell: tuple[int, int, int] | None = None
) -> list[Line]:
    """The lines that words stand on, from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.y, w.x0)):
        if rows and abs(rows[-1][0].y - word.y) <= BASELINE * max(rows[-1][0].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda w: w.x0)
    return [Line(row, page, leaf, cell) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small raised or lowered signs go to the line that they stand at: the "th" of "5th"."""
    out: list[list[Word]] = []
    for n, row in enumerate(rows):
        size = max(word.size for word in row)
        for other in (rows[n + 1] if n + 1 < len(rows) else None, out[-1] if out else None):
            if other is None:
                continue
            large = max(word.size for word in other)
            near = -0.35 * large < row[0].y - other[0].y < 0.65 * large
            if size <= 0.8 * large and near and all(_touches(word, other, large) for word in row):
                other += row
                other.sort(key=lambda w: w.x0)
                break
        else:
            out.append(row)
    return out


def _touches(word: Word, row: list[Word], size: float) -> bool:
    return any(-0.2 * size < word.x0 - other.x1 < 0.4 * size for other in row if other is not word)


def tagged(words: Sequence[Word], leaves: dict[int, Leaf], page: int) -> list[Line]:
    """The lines in the order of the file's own structure; words that it does not know stand where they are seen."""
    known = [(leaf, word) for word in words if (leaf := leaves.get(word.tag))]
    known.sort(key=lambda pair: pair[0].order)
    lines: list[Line] = []
    for _, group in groupby(known, key=lambda pair: pair[0].order):
        members = list(group)
        leaf = members[0][0]
        lines += lines_of((word for _, word in members), page, leaf, leaf.cell)
    for line in lines_of((word for word in words if word.tag not in leaves), page):
        below = next((n for n, other in enumerate(lines) if other.y < line.y), len(lines))
        lines.insert(below, line)
    return lines


def cut_columns(lines: list[Line]) -> None:
    """Finds the lines that fall into columns: wide gaps, behind which the lines above or below begin a column too.

    A wide gap alone is none: justified text has them anywhere, and a number or a label stands before its text.
    """
    gaps = [_gaps(line) for line in lines]
    right = max((line.x1 for line in lines), default=0.0)
    margin = _margin_column(lines, gaps, right)
    for n, line in enumerate(lines):
        line.aside = _is_at_margin(line, right) and bool(_edges(line, 0) & margin)
        if not gaps[n]:
            continue
        near = [m for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(lines) and _near(line, lines[m])]
        cuts = [at for at in gaps[n] if any(_aligned(line, at, lines[m], gaps[m]) for m in near)]
        far = gaps[n][-1]
        if far not in cuts and (_stands_apart(line, far, right) or _edges(line, far) & margin):
            cuts.append(far)
        line.cuts = cuts


def _gaps(line: Line) -> list[int]:
    """Indexes of the words behind a wide gap that does not just set a number or a label off."""
    out: list[int] = []
    for n, (a, b) in enumerate(pairwise(line.words), 1):
        if b.x0 - a.x1 >= WIDE * line.size:
            before = joined(line.words[out[-1] if out else 0 : n])
            if not is_bare(before) and not before.endswith(":"):
                out.append(n)
    return out


def _edges(line: Line, at: int) -> set[tuple[str, int]]:
    """Where what stands behind a gap begins and ends, to compare with other lines."""
    spots = {("x0", round(line.words[at].x0 / ALIGNED)), ("x1", round(line.x1 / ALIGNED))}
    return {(side, spot + near) for side, spot in spots for near in (-1, 0, 1)}


def _margin_column(lines: list[Line], gaps: list[list[int]], right: float) -> set[tuple[str, int]]:
    """Edges of a column at the margin, for actions or initials: short entries behind a gap, one under another."""
    seen: Counter[tuple[str, int]] = Counter()
    for line, found in zip(lines, gaps, strict=True):
        if found and len(line.words) - found[-1] <= MARGIN_WORDS and found[-1] > MARGIN_WORDS:
            seen.update(_edges(line, found[-1]))
        elif not found and _is_at_margin(line, right):
            seen.update(_edges(line, 0))
    return {edge for edge, count in seen.items() if count >= MARGIN_LINES}


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
