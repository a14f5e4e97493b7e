"""Words → the lines of a page in the order of reading."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from civicgraph.read.markers import is_bare
from civicgraph.read.pdf.glyphs import Word
from civicgraph.read.pdf.tags import Leaf

BASELINE = 0.25  # of the size: how far the baselines of one line may lie apart
SPACED = 4  # letters that stand apart: fewer are initials
SHELF = 6.0  # points of height
MARGIN_WORDS = 5  # of an entry at the margin


@dataclass(slots=True, eq=False)
class Line:
    """Words on one baseline. `cell` is the table, row and column of a table that it stands in."""

    words: list[Word]
    page: int
    leaf: Leaf | None = None
    cell: tuple[int, int, int] | None = None
    cuts: list[int] = field(default_factory=list)  # indexes of the words that begin a column, without the first
    aside: bool = False  # stands at the margin, beside the text
    edged: bool = False  # its last column is an entry at the margin
    room: float = math.inf  # up to where it might have gone on: the border of its cell, or what stands beside it
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
        _close_up(row)
    return [Line(row, page, leaf, cell) for row in _with_raised(rows)]


def _close_up(row: list[Word]) -> None:
    """Letters that are set or typed apart are one word: "M I N U T E S", "P L A N N I N G   C O M M I T T E E"."""
    for single, group in groupby(row, key=lambda w: len(w.text) == 1 and w.text.isalpha()):
        letters = list(group) if single else []
        gaps = [b.x0 - a.x1 for a, b in pairwise(letters)]
        if len(letters) < SPACED or sorted(gaps)[len(gaps) // 2] > 0.8 * letters[0].size:
            continue
        for letter, gap in zip(letters, gaps, strict=False):
            letter.glued = gap < 1.7 * sorted(gaps)[len(gaps) // 2] + 0.1 * letter.size


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
    return any(
        -0.2 * size < word.x0 - other.x1 < 0.4 * size or -0.2 * size < other.x0 - word.x1 < 0.4 * size
        for other in row
        if other is not word
    )


def _columns(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a block, parted where it goes on at the top of the next column."""
    part: list[Word] = []
    for word in words:
        if part and word.y > part[-1].y + 1.5 * word.size and word.x0 > max(w.x1 for w in part[-9:]):
            yield part
            part = []
        part.append(word)
    yield part


def tagged(words: Sequence[Word], leaves: dict[int, Leaf], page: int) -> list[Line]:
    """The lines in the order of the file's own structure; words that it does not know stand where they are seen."""
    known = [(leaf, word) for word in words if (leaf := leaves.get(word.tag))]
    known.sort(key=lambda pair: pair[0].order)
    lines: list[Line] = []
    for _, group in groupby(known, key=lambda pair: pair[0].order):
        members = list(group)
        leaf = members[0][0]
        for part in _columns([word for _, word in members]):
            lines += lines_of(part, page, leaf, leaf.cell)
    for line in lines_of((word for word in words if word.tag not in leaves), page):
        below = next((n for n, other in enumerate(lines) if other.y < line.y), len(lines))
        lines.insert(below, line)
    return lines


def find_room(lines: Sequence[Line]) -> None:
    """Tells each line what stands to the right of it, at its height."""
    shelves: dict[int, list[Line]] = {}
    for line in sorted(lines, key=lambda line: line.x0):
        shelves.setdefault(round(line.y / SHELF), []).append(line)
    for line in lines:
        reach = min(line.size, 72.0)
        for at in range(round((line.y - reach) / SHELF), round((line.y + reach) / SHELF) + 1):
            shelf = shelves.get(at, [])
            beside = bisect_left(shelf, line.x1, key=lambda other: other.x0)
            if beside < len(shelf) and abs(shelf[beside].y - line.y) < reach:
                line.room = min(line.room, shelf[beside].x0)
