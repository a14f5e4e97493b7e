"""Lines → paragraphs: what was typed as one, put together again over line ends and page ends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from civicgraph.read.compose import Piece
from civicgraph.read.markers import is_bare, split_marker
from civicgraph.read.pdf.glyphs import Word
from civicgraph.read.pdf.lines import MARGIN_WORDS, Line, joined

LOOSE, TIGHT = 1.25, 1.1  # of the commonest distance of lines: further apart, behind a full stop, they are paragraphs
FLUSH = 1.5  # points
INDENT = 18.0  # points of a step to the right
STOP = (".", ":", ";", "?", "!", ".”", '."', ".)")
LARGE = 1.12  # of the size of the body: a heading
CELL = 160  # characters on average: a table with longer cells holds minutes and is no table of data
HEADING = 150  # characters
ENTRY = 80  # characters: longer is a paragraph of text, and no value of a table


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that were typed as one paragraph, or one row of several columns."""

    lines: list[Line]
    marker: str = ""
    columns: list[list[Word]] = field(default_factory=list)  # of a row
    beside: bool = False  # stands at the margin

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of a document, in order; `pages`: the lines of each page, without furniture."""
    pitch = _pitches(pages)
    out: list[Paragraph] = []
    for lines in pages:
        here = _with_markers(_grouped(lines, pitch))
        last = next((p for p in reversed(out) if not p.beside), None)
        if here and last and _goes_over(last, here[0], _margins(lines), _is_justified(lines)):
            last.lines += here.pop(0).lines
        out += here
    return out


def _pitches(pages: Iterable[Sequence[Line]]) -> dict[float, float]:
    """The distance of two lines within a paragraph, for each size of type: the smallest of those that are common."""
    seen: dict[float, Counter[float]] = {}
    for lines in pages:
        for a, b in pairwise(lines):
            if 0.9 * a.size < a.y - b.y < 3 * a.size and abs(a.size - b.size) < 0.5:
                seen.setdefault(round(a.size), Counter())[round(a.y - b.y, 0)] += 1
    return {size: min(d for d, n in counts.items() if n >= 0.2 * max(counts.values())) for size, counts in seen.items()}


def _grouped(lines: Sequence[Line], pitch: dict[float, float]) -> Iterator[Paragraph]:
    margins = _margins(lines)
    open_: Paragraph | None = None
    beside: list[Paragraph] = []  # what stands at the margin of the open one: it follows when that is complete
    for line in lines:
        if line.aside and open_ and line.cell == open_.last.cell:
            beside.append(Paragraph([line], beside=True))
            continue
        columns, space = line.columns(), pitch.get(round(line.size), line.size * 1.2)
        text, aside = line, None
        if len(columns) == 2:
            text = Line(columns[0], line.page, line.leaf, line.cell)
            if len(text.words) > MARGIN_WORDS or (open_ and _same(open_, text, margins, space)):
                aside = Paragraph([Line(columns[1], line.page, line.leaf, line.cell)], beside=True)
        single = len(columns) == 1 or aside is not None
        # A second entry at the margin, beside a new sentence, is beside a new paragraph.
        again = bool(aside and beside and open_ and open_.last.text.endswith(STOP))
        if open_ and single and not again and _same(open_, text, margins, space):
            open_.lines.append(text)
        else:
            yield from (*([open_] if open_ else ()), *beside)
            open_, beside = Paragraph([text if single else line], columns=[] if single else columns), []
        beside += [aside] if aside else []
    yield from (*([open_] if open_ else ()), *beside)


def _margins(lines: Sequence[Line]) -> dict[object, float]:
    """Where the lines of a page, of a cell and of a tagged block end that are full: their right edge."""
    edges: dict[object, list[float]] = {}
    for line in lines:
        words = line.columns()[0]
        if len(words) > 5 or line.cell:
            edges.setdefault(line.cell, []).append(words[-1].x1)
        if line.leaf:
            edges.setdefault(line.leaf.order, []).append(words[-1].x1)
    # Of many lines one or two run over; of a block of two lines there is no telling.
    return {
        key: sorted(found)[-1 - len(found) // 10]
        for key, found in edges.items()
        if len(found) > 2 or not isinstance(key, int)
    }


def _same(open_: Paragraph, line: Line, margins: dict[object, float], pitch: float) -> bool:
    """Does the line go on with the paragraph?"""
    last = open_.last
    if line.cell != last.cell or open_.columns:
        return False
    right = margins.get(line.cell, math.inf)
    if line.leaf is not None and last.leaf is not None and line.leaf.order == last.leaf.order:
        open_ended = last.text.endswith((",", "&", " and", "-", "–"))
        forced = not (line.text[0].islower() or open_ended) and _fits(last, line, margins.get(line.leaf.order, right))
        return last.y - line.y < 2.2 * pitch and not forced
    loose = LOOSE if not last.text.endswith(STOP) else TIGHT
    if not 0 < last.y - line.y <= loose * pitch or abs(line.size - last.size) > 0.12 * last.size:
        return False
    cut = _cut(last, line) and len(last.words) > 6
    if line.leaf is not None and last.leaf is not None:
        # Two paragraphs to the file: one to the reader where somebody ended every line by hand.
        full = len(last.words) > 6 and not last.text.endswith(STOP) and not _fits(last, line, right)
        return line.bold == last.bold and not _is_marked(line) and (cut or full)
    if line.words[0].bold != last.words[-1].bold and (line.bold or last.bold) and not cut:
        return False
    if _is_marked(line) and not (cut and line.x0 > open_.first.x0 + 2) and not _runs_on(open_, line, right):
        return False
    if abs(line.x0 - last.x0) > 2 and len(open_.lines) > 1 and not cut:
        return False
    return not _fits(last, line, right)


def _runs_on(open_: Paragraph, line: Line, right: float) -> bool:
    """Is what looks like a number part of the sentence: "… the Scrutiny Board / (2) agreed", "… at / 3.30 pm"?"""
    last = open_.last
    ended = last.text.endswith((*STOP, ",", " and", " or"))
    at = last.x0 if len(open_.lines) > 1 else last.body[0].x0
    return not ended and abs(line.x0 - at) < 2 and not _fits(last, line, right)


def _fits(last: Line, line: Line, right: float) -> bool:
    """Would the first word have had room on the line above? Then the line was ended on purpose."""
    first = line.words[0]
    return last.x1 + 0.3 * line.size + (first.x1 - first.x0) < right - 0.6 * line.size


def _cut(last: Line, line: Line) -> bool:
    """Is it a sentence that goes on?"""
    return not last.text.endswith(STOP) and (line.text[0].islower() or line.text[0] in ",;)&")


def _is_marked(line: Line) -> bool:
    return bool(split_marker(line.text)[0])


def _with_markers(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """A number that stands alone in a column of its own goes to the text beside it."""
    out: list[Paragraph] = []
    for paragraph in paragraphs:
        before = out[-1] if out else None
        if before and _is_number(before) and not paragraph.columns:
            beside = abs(before.first.y - paragraph.first.y) < 0.5 * before.first.size
            if beside and before.first.x1 <= paragraph.first.x0 + 1:
                paragraph.marker = before.first.text
                out.pop()
        out.append(paragraph)
    return out


def _is_number(paragraph: Paragraph) -> bool:
    if paragraph.first.cell and paragraph.first.cell[2] > 1:
        return False
    labelled = paragraph.first.leaf is not None and paragraph.first.leaf.label
    return len(paragraph.lines) == 1 and not paragraph.columns and (is_bare(paragraph.first.text) or labelled)


def _is_justified(lines: Sequence[Line]) -> bool:
    """Do the lines of a page mostly end at one edge? Then a line that does is not the last of its paragraph."""
    ends = [line.x1 for line in lines if len(line.words) > 5 and line.cell is None]
    return len(ends) > 5 and sum(max(ends) - end < FLUSH for end in ends) > 0.5 * len(ends)


def _goes_over(last: Paragraph, first: Paragraph, margins: dict[object, float], justified: bool) -> bool:
    """Does a paragraph go on over the end of the page?"""
    if last.columns or first.columns or first.marker or _is_number(last):
        return False
    a, b = last.last, first.first
    if a.leaf is not None and b.leaf is not None:
        if a.leaf.goes_on and b.leaf.went_on:
            return a.cell is None or b.cell is None or a.cell[2] == b.cell[2]
        if b.leaf.label:
            return False
    if a.cell or b.cell or _is_marked(b) or a.bold != b.bold or abs(a.size - b.size) > 0.12 * a.size:
        return False
    right = margins.get(None, math.inf)
    if _cut(a, b):
        return True
    if a.text.endswith(STOP):
        return justified and abs(a.x1 - right) < FLUSH and a.text.endswith(".")
    at = a.x0 if len(last.lines) > 1 else a.body[0].x0
    return abs(b.x0 - at) < 3 and not _fits(a, b, right) and len(a.words) > 4


# -- paragraphs → pieces ---------------------------------------------------------------------------------------------


def pieces_of(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """What `compose` makes text of: headings, paragraphs, list items, rows."""
    body = _body_size(paragraphs)
    left = min((p.first.x0 for p in paragraphs), default=0.0)
    for table, group in groupby(paragraphs, key=lambda p: p.first.cell and (p.first.page, p.first.cell[0])):
        members = list(group)
        if table is not None and _is_data(members):
            yield from _rows(members)
            continue
        for paragraph in members:
            yield _row(paragraph) if paragraph.columns else _piece(paragraph, body, left)


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[round(line.size, 1)] += len(line.words)
    return min(sizes, key=lambda s: (-sizes[s], s)) if sizes else 0.0


def _piece(paragraph: Paragraph, body: float, left: float) -> Piece:
    words, struck = _words(paragraph.lines)
    marker = paragraph.marker
    if not marker:
        marker, rest = split_marker(words)
        cut = len(words) - len(rest) if marker else 0
        words, struck = words[cut:], [(max(a - cut, 0), b - cut) for a, b in struck if b > cut]
    bold = all(line.bold for line in paragraph.lines)
    leaf = paragraph.first.leaf
    size = max(line.size for line in paragraph.lines)
    large = size >= LARGE * body or bool(leaf and leaf.level)
    heading = large and words and len(words) <= HEADING and not words.endswith((".", ";", ","))
    indent = int(max(0.0, paragraph.first.x0 - left) // INDENT)
    level = (leaf.level if leaf and leaf.level else 0) if heading else (indent if marker else 0)
    return Piece(
        kind="heading" if heading else ("list" if marker else "paragraph"),
        words=words,
        marker=marker,
        level=level,
        bold=bold,
        page=paragraph.first.page,
        struck=tuple(struck),
    )


def _words(lines: Sequence[Line]) -> tuple[str, list[tuple[int, int]]]:
    """The words of lines as one line, and which of them are struck through."""
    text = ""
    struck: list[tuple[int, int]] = []
    for line in lines:
        if text and not _is_hyphenated(text):
            text += " "
        for n, word in enumerate(line.words):
            if word.struck:
                begins = struck.pop()[0] if struck and struck[-1][1] >= len(text.rstrip()) else len(text)
                struck.append((begins, len(text) + len(word.text)))
            text += word.text + ("" if word.glued or n == len(line.words) - 1 else " ")
    return text, struck


def _is_hyphenated(text: str) -> bool:
    """Does a line end within a word that has a hyphen: "Pardy-", "2026-"? A dash has a space before it."""
    return text.endswith("-") and len(text) > 1 and text[-2].isalnum()


def _row(paragraph: Paragraph) -> Piece:
    cells = tuple(joined(column) for column in paragraph.columns)
    return Piece(kind="row", cells=cells, page=paragraph.first.page, bold=paragraph.first.bold)


def _is_data(members: Sequence[Paragraph]) -> bool:
    """Is it a table of short values, and not minutes that were laid out in columns?"""
    cells: dict[tuple[int, int, int], int] = {}
    several = 0
    for paragraph in members:
        cell = paragraph.first.cell
        if cell is None:
            continue
        length = sum(len(line.text) for line in paragraph.lines)
        several += cell in cells and length > ENTRY
        cells[cell] = cells.get(cell, 0) + length
    columns = {cell[2] for cell in cells}
    rows = {cell[1] for cell in cells}
    return (
        len(columns) > 1 and len(columns) + len(rows) > 3 and not several and sum(cells.values()) / len(cells) <= CELL
    )


def _rows(members: Sequence[Paragraph]) -> Iterator[Piece]:
    width = max(p.first.cell[2] for p in members if p.first.cell)
    for _, group in groupby(members, key=lambda p: p.first.cell and p.first.cell[1]):
        row = list(group)
        cells = [""] * width
        for paragraph in row:
            if paragraph.first.cell:
                at = paragraph.first.cell[2] - 1
                words = _words(paragraph.lines)[0]
                if paragraph.marker and at and not cells[at - 1]:
                    cells[at - 1] = paragraph.marker
                else:
                    words = f"{paragraph.marker} {words}".strip()
                cells[at] = f"{cells[at]} {words}".strip()
        head = all(p.first.leaf is not None and p.first.leaf.head for p in row)
        yield Piece(
            kind="row",
            cells=tuple(cells),
            page=row[0].first.page,
            bold=all(line.bold for p in row for line in p.lines),
            role="head" if head else "",
        )
