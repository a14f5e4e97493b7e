"""One page → its lines in the order of reading, and what is the matter with it where something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pypdfium2 as pdfium
import pypdfium2.raw as c

from civicgraph.read.pdf.glyphs import ARTIFACT, Glyphs, Word, words_of
from civicgraph.read.pdf.lines import Line, find_room, lines_of, tagged
from civicgraph.read.pdf.rules import Drawing, Rule, added_to, drawing_of, strike
from civicgraph.read.pdf.seen import unseen
from civicgraph.read.pdf.tables import grids_of, set_columns
from civicgraph.read.pdf.tags import leaves_of

MAX_CHARACTERS = 50_000  # of a page: twenty times what is printed on one
TRUSTED = 0.9  # of the words of a page: fewer tagged, and the tags are not believed
FEW = 20  # characters: a page with less, and with a picture, was scanned
UNMAPPED = 0.3  # of the characters: the fonts do not say which letters they draw
State = Literal["", "picture", "damaged", "unmapped", "under a scan", "cut"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    number: int  # from 1
    height: float = 0.0  # points
    lines: tuple[Line, ...] = ()
    state: State = ""
    sideways: str = ""  # words that do not stand upright
    added: int = 0  # notes and filled fields that are put on it
    hidden: int = 0  # words that cannot be seen, and are not read


def page_of(document: pdfium.PdfDocument, number: int, layers: bool = False) -> Page:
    """The page of this number; a damaged one too. `layers`: parts of the pages may be switched off."""
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return Page(number=number, state="damaged")
    try:
        return _page(page, number, layers)
    finally:
        page.close()


def _page(page: pdfium.PdfPage, number: int, layers: bool) -> Page:
    glyphs = words_of(page, MAX_CHARACTERS)
    height, characters = page.get_height(), sum(len(word.text) for word in glyphs.words)
    if characters < FEW and _has_picture(page):
        return Page(number=number, height=height, state="picture", sideways=glyphs.sideways)
    if glyphs.unmapped > UNMAPPED * max(characters, 1):
        return Page(number=number, height=height, state="unmapped")
    drawing = drawing_of(page)
    strike(glyphs.words, drawing.rules)
    hidden = unseen(page, _in_doubt(glyphs, drawing, characters, layers))
    margin = lines_of((word for word in glyphs.words if word.tag == ARTIFACT and word not in hidden), number)
    words = [word for word in glyphs.words if word.tag != ARTIFACT and word not in hidden]
    leaves = leaves_of(page) if any(word.tag >= 0 for word in words) else {}
    if leaves and sum(word.tag in leaves for word in words) >= TRUSTED * len(words):
        lines = tagged(words, leaves, number)
        set_columns(lines)
    else:
        lines = _seen(words, drawing.rules, number)
    above = [line for line in margin if lines and line.y > lines[0].y]
    below = [line for line in margin if not lines or line.y <= lines[0].y]
    state: State = "cut" if glyphs.cut else "under a scan" if glyphs.unseen > characters / 2 else ""
    find_room(lines)
    return Page(
        number=number,
        height=height,
        lines=(*above, *lines, *below),
        state=state,
        sideways=glyphs.sideways,
        hidden=len(hidden),
        added=added_to(page),
    )


def _in_doubt(glyphs: Glyphs, drawing: Drawing, characters: int, layers: bool) -> list[Word]:
    """The words that may not be seen. The layer over a scan is not to be seen, and says what the picture shows."""
    if glyphs.unseen > characters / 2:
        return []
    if layers and drawing.forms:
        return list(glyphs.words)  # a form may belong to a layer, and does not tell its words
    covered = set(drawing.covered(glyphs.words))
    return [word for word in glyphs.words if word.doubtful or word in covered]


def _seen(words: Sequence[Word], rules: list[Rule], number: int) -> list[Line]:
    """The lines as they are seen: from the top, those of a table cell by cell."""
    rest = list(words)
    tables: list[list[Line]] = []
    for table, grid in enumerate(grids_of(rules), 1):
        cells: dict[tuple[int, int], list[Word]] = {}
        outside = []
        for word in rest:
            place = grid.cell(word)
            if place is None:
                outside.append(word)
            else:
                cells.setdefault(place, []).append(word)
        rest = outside
        found = []
        for (r, k), within in sorted(cells.items()):
            for line in lines_of(within, number, cell=(table, r, k)):
                line.room = grid.rows[r][k]
                found.append(line)
        tables.append(found)
    lines = lines_of(rest, number)
    for table_lines in (t for t in tables if t):
        top = max(line.y for line in table_lines)
        below = next((n for n, line in enumerate(lines) if line.cell is None and line.y < top), len(lines))
        lines[below:below] = table_lines
    return lines


def _has_picture(page: pdfium.PdfPage) -> bool:
    count = c.FPDFPage_CountObjects(page)
    kinds = {c.FPDFPageObj_GetType(c.FPDFPage_GetObject(page, i)) for i in range(min(count, 2000))}
    return bool(kinds & {c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_FORM}) or count > 200
