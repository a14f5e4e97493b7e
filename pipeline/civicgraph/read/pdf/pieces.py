"""Paragraphs → the pieces that a text is composed of: headings, paragraphs, list items, rows of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from civicgraph.read.compose import Piece
from civicgraph.read.markers import split_marker
from civicgraph.read.pdf.joins import Joiner
from civicgraph.read.pdf.paragraphs import Paragraph

INDENT = 18.0  # points of a step to the right
LARGE = 1.12  # of the size of the body: a heading
CELL = 160  # characters on average: a table with longer cells holds minutes and is no table of data
HEADING = 150  # characters
ENTRY = 80  # characters: longer is a paragraph of text, and no value of a table


def pieces_of(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """What `compose` makes text of: headings, paragraphs, list items, rows."""
    body = _body_size(paragraphs)
    joiner = Joiner.of(line for p in paragraphs for line in p.lines)
    left = min((p.first.x0 for p in paragraphs), default=0.0)
    for table, group in groupby(paragraphs, key=lambda p: p.first.cell and (p.first.page, p.first.cell[0])):
        members = list(group)
        if table is not None and _is_data(members):
            yield from _rows(members, joiner)
            continue
        for paragraph in members:
            yield _row(paragraph, joiner) if paragraph.columns else _piece(paragraph, body, left, joiner)


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[round(line.size, 1)] += len(line.words)
    return min(sizes, key=lambda s: (-sizes[s], s)) if sizes else 0.0


def _piece(paragraph: Paragraph, body: float, left: float, joiner: Joiner) -> Piece:
    words, struck = joiner.text(paragraph.lines)
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


def _row(paragraph: Paragraph, joiner: Joiner) -> Piece:
    cells = tuple(joiner.text(column)[0] for column in paragraph.columns)
    return Piece(
        kind="row",
        cells=cells,
        page=paragraph.first.page,
        bold=all(line.bold for cell in paragraph.columns for line in cell),
    )


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


def _rows(members: Sequence[Paragraph], joiner: Joiner) -> Iterator[Piece]:
    width = max(p.first.cell[2] for p in members if p.first.cell)
    for _, group in groupby(members, key=lambda p: p.first.cell and p.first.cell[1]):
        row = list(group)
        cells: list[list[str]] = [[] for _ in range(width)]
        for paragraph in row:
            if paragraph.first.cell:
                at = paragraph.first.cell[2] - 1
                words = joiner.text(paragraph.lines)[0]
                if paragraph.marker and at and not cells[at - 1]:
                    cells[at - 1].append(paragraph.marker)
                else:
                    words = f"{paragraph.marker} {words}".strip()
                cells[at].append(words)
        head = all(p.first.leaf is not None and p.first.leaf.head for p in row)
        for entries in _entries(cells):
            yield Piece(
                kind="row",
                cells=tuple(entries),
                page=row[0].first.page,
                bold=all(line.bold for p in row for line in p.lines),
                role="head" if head else "",
            )


def _entries(cells: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The row; row by row where lists run beside each other after a label.

    "Present:" | "Cllr A Lee", "Cllr B Shah" | "(Chair)", "(Vice-Chair)"
    """
    most = max(map(len, cells))
    labelled = len(cells[0]) == 1 and cells[0][0].endswith(":")
    if not labelled or any(1 < len(cell) < most for cell in cells):
        yield [" ".join(cell) for cell in cells]
        return
    for n in range(most):
        yield [cell[n] if n < len(cell) else "" for cell in cells]
