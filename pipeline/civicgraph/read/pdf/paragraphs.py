"""Lines → paragraphs: what was typed as one, put together again over line ends and page ends."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from civicgraph.read.markers import is_bare, split_marker
from civicgraph.read.pdf.lines import MARGIN_WORDS, Line
from civicgraph.read.pdf.rows import Row, begun, continues, distance_of, goes_on, row_of

PADDING = 4.0  # points between the words of a cell and its border
LOOSE, TIGHT = 1.25, 1.1  # of the commonest distance of lines: further apart, behind a full stop, they are paragraphs
FLUSH, FLUSH_LINES = 1.5, 4  # points, and how many lines that end at one edge are not so by chance
LABEL = 8  # words
ENTRY_WORDS = 6  # of a line of a cell: of text it has more
STOP = (".", ":", ";", "?", "!", ".”", '."', ".)")


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that were typed as one paragraph, or one row of several columns."""

    lines: list[Line]
    marker: str = ""
    columns: Row = field(default_factory=list)  # of a row
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
    margins, rows = _margins(lines), distance_of(lines)
    open_: Paragraph | None = None
    beside: list[Paragraph] = []  # what stands at the margin of the open one: it follows when that is complete
    for line in lines:
        if line.aside and open_ and line.cell == open_.last.cell:
            _add_beside(beside, line)
            continue
        columns, space = line.columns(), pitch.get(round(line.size), line.size * 1.2)
        if open_ and open_.columns and goes_on(open_.columns, line, space, rows):
            open_.lines.append(line)
            continue
        text: Line = line
        aside: Line | None = None
        if len(columns) == 2:
            text = Line(columns[0], line.page, line.leaf, line.cell)
            if line.edged or len(text.words) > MARGIN_WORDS or (open_ and _same(open_, text, margins, space)):
                aside = Line(columns[1], line.page, line.leaf, line.cell)
        single = len(columns) == 1 or aside is not None
        # A second entry at the margin, beside a new sentence, is beside a new paragraph.
        again = bool(aside and beside and open_ and open_.last.text.endswith(STOP))
        if open_ and single and not again and _same(open_, text, margins, space):
            open_.lines.append(text)
        else:
            row = [] if single else row_of(line)
            if open_ and row and not open_.columns and begun(open_.lines, row, space):
                row[0][:0] = open_.lines
                open_ = None
            yield from (*([open_] if open_ else ()), *beside)
            open_, beside = Paragraph([text if single else line], columns=row), []
        if aside:
            _add_beside(beside, aside)
    yield from (*([open_] if open_ else ()), *beside)


def _add_beside(beside: list[Paragraph], line: Line) -> None:
    """An entry at the margin, which may go on: "Director of" … "Place"."""
    last = beside[-1].last if beside else None
    if last and 0 < last.y - line.y < 1.6 * line.size and continues(last, line):
        beside[-1].lines.append(line)
    else:
        beside.append(Paragraph([line], beside=True))


def _margins(lines: Sequence[Line]) -> dict[object, float]:
    """Where the lines of a page, of a cell and of a tagged block end that are full: their right edge."""
    edges: dict[object, list[float]] = {}
    for line in lines:
        words = line.columns()[0]
        if len(words) > 5 or line.cell:
            edges.setdefault(line.cell, []).append(words[-1].x1)
        if line.leaf:
            edges.setdefault(line.leaf.order, []).append(words[-1].x1)
    if None not in edges:  # short lines that end at one edge are full too
        ends = Counter(round(line.x1) for line in lines if line.cell is None)
        edges[None] = [float(x) for x, n in ends.items() if n >= FLUSH_LINES and n > 0.3 * ends.total()]
    # Of many lines one or two run over; of a block of two lines there is no telling.
    return {
        key: sorted(found)[-1 - len(found) // 10]
        for key, found in edges.items()
        if len(found) > 2 or (found and not isinstance(key, int))
    }


def _right(line: Line, margins: dict[object, float]) -> float:
    """Where the line would be full."""
    if line.cell and line.leaf is None and len(line.words) <= ENTRY_WORDS and line.room < math.inf:
        return line.room - PADDING  # the border of the cell
    return min(margins.get(line.cell, math.inf), line.room - PADDING)


def _right_of_block(line: Line, margins: dict[object, float], right: float) -> float:
    """The same for a line of a tagged block, which may be narrower than what stands around it."""
    own = margins.get(line.leaf.order, right) if line.leaf else right
    if not line.cell or len(line.words) > ENTRY_WORDS:
        return own
    return max(own, min(line.room - 2 * PADDING, margins.get(None, own)))


def _same(open_: Paragraph, line: Line, margins: dict[object, float], pitch: float) -> bool:
    """Does the line go on with the paragraph?"""
    last = open_.last
    if line.cell != last.cell or open_.columns:
        return False
    right = _right(last, margins)
    if line.cell and _are_entries(last, line):
        return False
    if line.leaf is not None and last.leaf is not None and line.leaf.order == last.leaf.order:
        open_ended = last.text.endswith((",", "&", " and", "-", "–"))
        full = _right_of_block(last, margins, right)
        forced = not (line.text[0].islower() or open_ended) and full < math.inf and _fits(last, line, full)
        return last.y - line.y < 2.2 * pitch and not forced
    loose = LOOSE if not last.text.endswith(STOP) else TIGHT
    if not 0 < last.y - line.y <= loose * pitch or abs(line.size - last.size) > 0.12 * last.size:
        return False
    cut = _cut(last, line) and (len(last.words) > ENTRY_WORDS or _is_word(line))
    if line.leaf is not None and last.leaf is not None:
        # Two paragraphs to the file: one to the reader where somebody ended every line by hand.
        run_out = len(last.words) > 6 and not last.text.endswith(STOP) and not _fits(last, line, right)
        beneath = line.x0 < max(each.x1 for each in open_.lines) and line.x1 > min(each.x0 for each in open_.lines)
        return beneath and line.bold == last.bold and not _is_marked(line) and (cut or run_out)
    if line.words[0].bold != last.words[-1].bold and (line.bold or last.bold) and not cut:
        return False
    if _is_labelled(line) and not last.words[-1].bold:
        return False
    if _is_marked(line) and not (cut and line.x0 > open_.first.x0 + 2) and not _runs_on(open_, line, right):
        return False
    if abs(line.x0 - last.x0) > 2 and len(open_.lines) > 1 and not cut:
        return False
    return (cut and (_is_word(line) or last.text.endswith("-"))) or not _fits(last, line, right)


def _are_entries(last: Line, line: Line) -> bool:
    """Do two short lines of a cell begin alike: "Councillor A Lee", "Councillor B Shah"; "(Chair)", "(Vice-Chair)"?"""
    first = line.words[0].text
    alike = first == last.words[0].text and first[0].isupper() and first.strip(".").isalpha()
    return (
        (alike or all(each.text[0] == "(" and each.text[-1] == ")" for each in (last, line)))
        and max(len(last.words), len(line.words)) <= ENTRY_WORDS
        and not last.text.endswith((",", "&", " and"))
    )


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


def _is_labelled(line: Line) -> bool:
    """Does a line begin with a label in bold: "Apologies: Councillor A Lee"?"""
    bold = list(takewhile(lambda word: word.bold, line.words[:LABEL]))
    return bool(bold) and len(bold) < len(line.words) and bold[-1].text.endswith(":")


def _is_word(line: Line) -> bool:
    """Does a line of a cell begin with a word in lower case? An address does not go on with a sentence."""
    return line.cell is not None and line.words[0].text.rstrip(",.;").isalpha()


def _is_marked(line: Line) -> bool:
    return bool(split_marker(line.text)[0])


def _with_markers(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """A number that stands alone in a column of its own goes to the text beside it."""
    out: list[Paragraph] = []
    for paragraph in paragraphs:
        before = out[-1] if out else None
        if before and _is_number(before) and not paragraph.columns:
            beside = abs(before.first.y - paragraph.first.y) < 0.5 * before.first.size
            if (beside or _next_cell(before, paragraph)) and before.first.x1 <= paragraph.first.x0 + 1:
                paragraph.marker = before.first.text
                out.pop()
        out.append(paragraph)
    return out


def _next_cell(before: Paragraph, paragraph: Paragraph) -> bool:
    """Do they begin neighbouring cells of a row? Cells may be set in the middle, and not level with one another."""
    a, b = before.first.cell, paragraph.first.cell
    return bool(a and b and before.first.page == paragraph.first.page and b == (a[0], a[1], a[2] + 1))


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
        if a.page == b.page and a.leaf.order == b.leaf.order:
            return True  # from one column to the next
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
