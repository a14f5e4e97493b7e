"""Lines that are drawn on a page: the borders of tables, and what strikes words through."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from civicgraph.read.pdf.glyphs import Word, upright

THIN = 2.5  # points: thicker is a box
MOST = 20_000  # drawn things of a page: more is a map
ALONG = 0.75  # of a word under the line


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level (y0 = y1) or upright (x0 = x1), in points."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.y0 == self.y1


def rules_of(page: pdfium.PdfPage) -> list[Rule]:
    """The straight lines of a page, thin boxes as lines, boxes as their four sides."""
    place = upright(page)
    bounds = tuple(ctypes.c_float() for _ in range(4))
    refs = tuple(ctypes.byref(value) for value in bounds)
    out: list[Rule] = []
    for drawn in _paths(page):
        if not c.FPDFPageObj_GetBounds(drawn, *refs):
            continue
        (ax, ay), (bx, by) = place(bounds[0].value, bounds[1].value), place(bounds[2].value, bounds[3].value)
        x0, x1, y0, y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        wide, tall = x1 - x0, y1 - y0
        if tall <= THIN < wide:
            out.append(Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        elif wide <= THIN < tall:
            out.append(Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
        elif wide > THIN and tall > THIN and c.FPDFPath_CountSegments(drawn) <= 6 and _is_drawn(drawn):
            out += [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]
    return out + list(_strike_out_marks(page))


def _strike_out_marks(page: pdfium.PdfPage) -> Iterator[Rule]:
    """The middle of what an editor marked with the strike-out tool (ISO 32000-1, 12.5.6.10)."""
    place, quad = upright(page), c.FS_QUADPOINTSF()
    for i in range(min(c.FPDFPage_GetAnnotCount(page), MOST)):
        mark = c.FPDFPage_GetAnnot(page, i)
        if c.FPDFAnnot_GetSubtype(mark) == c.FPDF_ANNOT_STRIKEOUT:
            for n in range(min(c.FPDFAnnot_CountAttachmentPoints(mark), MOST)):
                if c.FPDFAnnot_GetAttachmentPoints(mark, n, ctypes.byref(quad)):
                    corners = [place(getattr(quad, f"x{k}"), getattr(quad, f"y{k}")) for k in (1, 2, 3, 4)]
                    y = sum(corner[1] for corner in corners) / 4
                    yield Rule(min(x for x, _ in corners), y, max(x for x, _ in corners), y)
        c.FPDFPage_CloseAnnot(mark)


def _is_drawn(path: object) -> bool:
    """Is the outline of a box drawn, and not only its ground?"""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)) and stroke.value)


def _paths(page: pdfium.PdfPage) -> Iterator[object]:
    for i in range(min(c.FPDFPage_CountObjects(page), MOST)):
        drawn = c.FPDFPage_GetObject(page, i)
        if c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_PATH:
            yield drawn


def strike(words: tuple[Word, ...], rules: list[Rule]) -> None:
    """Marks the words that a level line runs through, not under."""
    level = sorted((rule for rule in rules if rule.level), key=lambda rule: rule.y0)
    for word in words if level else ():
        low = bisect_left(level, word.y + 0.16 * word.size, key=lambda rule: rule.y0)
        high = bisect_left(level, word.y + 0.45 * word.size, key=lambda rule: rule.y0)
        need = ALONG * (word.x1 - word.x0)
        word.struck = any(min(r.x1, word.x1) - max(r.x0, word.x0) >= need for r in level[low:high])
