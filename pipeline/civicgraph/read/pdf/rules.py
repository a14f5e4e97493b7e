"""Lines that are drawn on a page: the borders of tables, and what strikes words through."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as c

from civicgraph.read.pdf.glyphs import Word, address_of, upright

THIN = 2.5  # points: thicker is a box
MOST = 20_000  # drawn things of a page: more is a map
MOST_COVERS = 2000
DEEPEST = 8  # forms within forms
ALONG = 0.75  # of a word under the line


# Kinds of annotation that show words, and where those are (ISO 32000-1, 12.5.6.6 and 12.7.3).
ADDED = {c.FPDF_ANNOT_FREETEXT: b"Contents", c.FPDF_ANNOT_WIDGET: b"V"}
Place = Callable[[float, float], tuple[float, float]]


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


@dataclass(frozen=True, slots=True)
class Cover:
    """A box that is filled, and how many things of the page are drawn before it."""

    x0: float
    y0: float
    x1: float
    y1: float
    after: int


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page beside its words."""

    rules: list[Rule] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    forms: bool = False  # some of it within forms
    order: dict[int, int] = field(default_factory=dict)  # of what is drawn: in which place

    def covered(self, words: Sequence[Word]) -> list[Word]:
        """The words over which a filled box was drawn."""
        out = []
        for word in words if self.covers else ():
            x, y, first = (word.x0 + word.x1) / 2, word.y + 0.25 * word.size, self.order.get(word.drawn, -1)
            if any(b.x0 < x < b.x1 and b.y0 < y < b.y1 and b.after > first for b in self.covers):
                out.append(word)
        return out


def drawing_of(page: pdfium.PdfPage) -> Drawing:
    """The straight lines of a page, thin boxes as lines, boxes as their four sides; and the boxes that are filled."""
    place = upright(page)
    bounds = tuple(ctypes.c_float() for _ in range(4))
    refs = tuple(ctypes.byref(value) for value in bounds)
    drawing = Drawing()
    out = drawing.rules
    for count, (drawn, within) in enumerate(_drawn(page)):
        if c.FPDFPageObj_GetType(drawn) != c.FPDF_PAGEOBJ_PATH:
            drawing.forms = drawing.forms or within is not _same
            drawing.order[address_of(drawn)] = count
            continue
        if not c.FPDFPageObj_GetBounds(drawn, *refs):
            continue
        corners = [within(bounds[i].value, bounds[j].value) for i, j in ((0, 1), (2, 3), (0, 3), (2, 1))]
        spots = [place(x, y) for x, y in corners]
        x0, x1, y0, y1 = (f(spot[k] for spot in spots) for k, f in ((0, min), (0, max), (1, min), (1, max)))
        wide, tall = x1 - x0, y1 - y0
        if tall <= THIN < wide:
            out.append(Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2))
        elif wide <= THIN < tall:
            out.append(Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1))
        elif wide > THIN and tall > THIN and c.FPDFPath_CountSegments(drawn) <= 6:
            filled, outlined = _how(drawn)
            if outlined:
                out += [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]
            if filled and len(drawing.covers) < MOST_COVERS:
                drawing.covers.append(Cover(x0, y0, x1, y1, count))
    out += _strike_out_marks(page)
    return drawing


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


def added_to(page: pdfium.PdfPage) -> int:
    """How many typed notes and filled fields are put on a page: they are drawn by other means than its words."""
    count = 0
    for i in range(min(c.FPDFPage_GetAnnotCount(page), MOST)):
        mark = c.FPDFPage_GetAnnot(page, i)
        key = ADDED.get(c.FPDFAnnot_GetSubtype(mark))
        count += key is not None and c.FPDFAnnot_GetStringValue(mark, key, None, 0) > 2  # more than its end
        c.FPDFPage_CloseAnnot(mark)
    return count


def _how(path: object) -> tuple[bool, bool]:
    """(is the ground of a box drawn, is its outline?)."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(known and fill.value), bool(known and stroke.value)


def _drawn(page: pdfium.PdfPage) -> Iterator[tuple[object, Place]]:
    """The things of a page in the order in which they are drawn, and how their places become those of the page."""
    top = ((c.FPDFPage_GetObject(page, i), _same) for i in range(c.FPDFPage_CountObjects(page)))
    return islice(_unfolded(top, DEEPEST), MOST)


def _unfolded(things: Iterable[tuple[object, Place]], depth: int) -> Iterator[tuple[object, Place]]:
    """The same with what forms are made of in the place of the forms: some printers put each page into one."""
    for drawn, within in things:
        yield drawn, within
        if depth and c.FPDFPageObj_GetType(drawn) == c.FPDF_PAGEOBJ_FORM:
            moved = _moved(drawn, within)
            inner = ((c.FPDFFormObj_GetObject(drawn, i), moved) for i in range(c.FPDFFormObj_CountObjects(drawn)))
            yield from _unfolded(inner, depth - 1)


def _same(x: float, y: float) -> tuple[float, float]:
    return x, y


def _moved(form: object, within: Place) -> Place:
    m = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(form, ctypes.byref(m))
    a, b, cc, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
    return lambda x, y: within(a * x + cc * y + e, b * x + d * y + f)


def strike(words: tuple[Word, ...], rules: list[Rule]) -> None:
    """Marks the words that a level line runs through, not under."""
    level = sorted((rule for rule in rules if rule.level), key=lambda rule: rule.y0)
    for word in words if level else ():
        low = bisect_left(level, word.y + 0.16 * word.size, key=lambda rule: rule.y0)
        high = bisect_left(level, word.y + 0.45 * word.size, key=lambda rule: rule.y0)
        need = ALONG * (word.x1 - word.x0)
        word.struck = any(min(r.x1, word.x1) - max(r.x0, word.x0) >= need for r in level[low:high])
