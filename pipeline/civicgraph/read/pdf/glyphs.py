"""Characters of a page, as PDFium places them → words: where each stands, how large, bold or not, under which tag."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

# PDFium's own signs for a hyphen at the end of a line, and the soft hyphen: Word breaks at hyphens that are there.
HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Where old TeX fonts have them (encodings T1 and OT1), which do not say so.
OF_TEX = {
    0x1B: "ff",
    0x1C: "fi",
    0x1D: "fl",
    0x1E: "ffi",
    0x1F: "ffl",
    0x0B: "ff",
    0x0C: "fi",
    0x0E: "ffi",
    0x0F: "ffl",
}
WRITTEN = {**LIGATURES, **OF_TEX, **dict.fromkeys(HYPHENS, "-"), 0x200C: "", 0x200D: ""}
BREAKS = frozenset((0x02, 0xFFFE))
BLANK = frozenset((0x00, 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x200B, 0x2060, 0xFEFF, *range(0x2000, 0x200A), 0x202F, 0x3000))
BOLD = ("bold", "black", "heavy", "semibold", "demi", "cmbx")
FORCED_BOLD = 1 << 18  # ISO 32000-1, table 123
INVISIBLE, STROKED = 3, 2  # text rendering modes, ISO 32000-1, table 106
ARTIFACT = -2
_ARTIFACT, _LAYER = "Artifact".encode("utf-16-le"), "OC".encode("utf-16-le")
MOST_MARKS = 20
PALE = 225  # of 255
EDGE = 2.0  # points: what reaches further over the edge of the page is not seen
RAISED = 0.8  # of the size: smaller signs within a word are raised or lowered
SHADOW = 0.3  # of the size
LEVEL = math.radians(8)


@dataclass(slots=True, eq=False)
class Word:
    """Characters without white space. Points from the lower left corner of the page as it is looked at."""

    text: str
    x0: float
    x1: float
    y: float  # of the baseline
    size: float  # of the font
    bold: bool
    tag: int  # marked-content identifier; -1 where it has none, ARTIFACT where the file calls it no content
    breaks: bool = False  # ends with a hyphen at which the line was broken
    glued: bool = False  # no space stands between it and the next word of the line
    struck: bool = False
    drawn: int = 0  # by which object of the file
    doubtful: bool = False  # drawn so that it may not be seen


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object share."""

    size: float
    bold: bool
    tag: int
    upright: bool
    unseen: bool
    doubtful: bool
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    words: tuple[Word, ...]  # in the order in which the file draws them
    sideways: str  # words that do not stand upright: a watermark, a spine
    unseen: int  # characters that are there to be searched and not to be seen: the layer over a scan
    unmapped: int  # characters of which the file does not say what they mean
    cut: bool  # there are more characters than were read


def words_of(page: pdfium.PdfPage, most: int) -> Glyphs:
    """The words of a page, of its first `most` characters."""
    text = page.get_textpage()
    pen = _Pen(text.raw, upright(page), math.radians(page.get_rotation()))
    out: list[Word] = []
    sideways: list[str] = []
    unseen = unmapped = 0
    before = -1  # where the word before ended, to see whether white space lies between
    for start, codes, style in pen.faces(_runs(text.raw, min(text.count_chars(), most))):
        sign = "".join(map(chr, codes)).translate(WRITTEN)
        unseen += len(codes) if style.unseen else 0
        unmapped += sum(
            code == 0xFFFD or code < 0x20 or 0x2E80 <= code < 0xF000 for code in codes if code not in WRITTEN
        )
        if style.upright:
            word = pen.word(sign, start, start + len(codes) - 1, style)
            word.breaks = codes[-1] in BREAKS
            if out and start == before:
                out[-1].glued = not out[-1].breaks and 0 <= word.x0 - out[-1].x1 + 0.5 * word.size < word.size
            out.append(word)
        else:
            sideways.append(sign if start == before else f" {sign}")
        before = start + len(codes)
    right, top = page.get_width() + EDGE, page.get_height() + EDGE
    return Glyphs(
        words=tuple(_once(w for w in out if w.x0 > -EDGE and w.x1 < right and -EDGE < w.y < top)),
        sideways="".join(sideways).strip(),
        unseen=unseen,
        unmapped=unmapped,
        cut=text.count_chars() > most,
    )


def _runs(text: object, count: int) -> Iterator[tuple[int, list[int]]]:
    """(index of the first, code points) of the characters that stand together, without white space."""
    read = c.FPDFText_GetUnicode
    run: list[int] = []
    for i in range(count):
        code = read(text, i)
        if code in BLANK:
            if run:
                yield i - len(run), run
                run = []
            continue
        run.append(code)
        if code in BREAKS:
            yield i + 1 - len(run), run
            run = []
    if run:
        yield count - len(run), run


class _Pen:
    """Where the characters of a page stand, and in which style.

    Asking PDFium is what costs time: a word is asked for its first and last character, and each text object once.
    """

    def __init__(self, text: object, place: Callable[[float, float], tuple[float, float]], turn: float) -> None:
        self.text, self.place, self.turn = text, place, turn
        self.styles: dict[int, _Style] = {}
        self.box, self.x, self.y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def style(self, at: int) -> _Style:
        drawn = c.FPDFText_GetTextObject(self.text, at)
        key = address_of(drawn)
        style = self.styles.get(key)
        if style is None:
            style = self.styles[key] = _style(self.text, at, drawn, self.turn, key)
        return style

    def faces(self, runs: Iterable[tuple[int, list[int]]]) -> Iterator[tuple[int, list[int], _Style]]:
        """The runs, cut where the size of the type changes: the raised "1" of a footnote is no letter of the word."""
        for start, codes in runs:
            last = self.style(start + len(codes) - 1) if len(codes) > 1 else None
            style, first = self.style(start), 0
            if last and last is not style and min(last.size, style.size) < RAISED * max(last.size, style.size):
                for n in range(1, len(codes)):
                    other = self.style(start + n)
                    if min(other.size, style.size) < RAISED * max(other.size, style.size):
                        yield start + first, codes[first:n], style
                        first, style = n, other
            yield start + first, codes[first:], style

    def word(self, sign: str, first: int, last: int, style: _Style) -> Word:
        c.FPDFText_GetCharOrigin(self.text, first, ctypes.byref(self.x), ctypes.byref(self.y))
        return Word(
            text=sign,
            x0=self._edges(first)[0],
            x1=self._edges(last)[1],
            y=self.place(self.x.value, self.y.value)[1],
            size=style.size,
            bold=style.bold,
            tag=style.tag,
            drawn=style.drawn,
            doubtful=style.doubtful,
        )

    def _edges(self, at: int) -> tuple[float, float]:
        """From where to where a character goes: wider than its ink, so that "11" is one number."""
        c.FPDFText_GetLooseCharBox(self.text, at, ctypes.byref(self.box))
        x0, x1 = self.place(self.box.left, self.box.bottom)[0], self.place(self.box.right, self.box.top)[0]
        return min(x0, x1), max(x0, x1)


def address_of(drawn: object) -> int:
    """What tells the things that PDFium knows from one another."""
    return ctypes.c_void_p.from_buffer(drawn).value or 0  # type: ignore[arg-type]


def _once(words: Iterable[Word]) -> Iterator[Word]:
    """Without the shadows of words: the same word drawn twice, a little aside."""
    seen: set[tuple[str, int, int]] = set()
    for word in words:
        near = SHADOW * word.size
        x, y = round(word.x0 / near), round(word.y / near)
        if not any((word.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            yield word
        seen.add((word.text, x, y))


def _style(text: pdfium.PdfTextPage, at: int, drawn: object, turn: float, key: int) -> _Style:
    if not drawn:
        return _Style(c.FPDFText_GetFontSize(text, at), False, -1, True, False, False, 0)
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
    size = ctypes.c_float()
    c.FPDFTextObj_GetFontSize(drawn, ctypes.byref(size))
    scale = math.hypot(matrix.b, matrix.d) or 1.0
    angle = (math.atan2(matrix.b, matrix.a) - turn + math.pi) % (2 * math.pi) - math.pi
    mode = c.FPDFTextObj_GetTextRenderMode(drawn)
    tag, layered = _marks(drawn)
    return _Style(
        size=abs(size.value * scale) or 1.0,
        bold=_is_bold(c.FPDFTextObj_GetFont(drawn)) or mode == STROKED,
        tag=tag,
        upright=abs(angle) < LEVEL,
        unseen=mode == INVISIBLE,
        doubtful=layered or mode == INVISIBLE or _is_pale(drawn),
        drawn=key,
    )


def _marks(drawn: object) -> tuple[int, bool]:
    """(marked-content identifier, does it belong to a layer that may be off?)."""
    tag: int = c.FPDFPageObj_GetMarkedContentID(drawn)
    layered = False
    name, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for i in range(min(c.FPDFPageObj_CountMarks(drawn), MOST_MARKS)):
        mark = c.FPDFPageObj_GetMark(drawn, i)
        if c.FPDFPageObjMark_GetName(mark, name, 64, ctypes.byref(length)):
            layered = layered or bytes(name)[: length.value - 2] == _LAYER
            if tag < 0 and bytes(name)[:16] == _ARTIFACT:
                tag = ARTIFACT
    return tag, layered


def _is_pale(drawn: object) -> bool:
    """Is it nearly white, or let through?"""
    red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
    found = c.FPDFPageObj_GetFillColor(drawn, *(ctypes.byref(value) for value in (red, green, blue, alpha)))
    return bool(found) and (min(red.value, green.value, blue.value) > PALE or alpha.value < 255 - PALE)


def _is_bold(font: object) -> bool:
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    c.FPDFFont_GetBaseFontName(font, name, 128)
    plain = name.value.decode("latin-1").lower()
    return (
        any(word in plain for word in BOLD)
        or c.FPDFFont_GetWeight(font) >= 600
        or bool(c.FPDFFont_GetFlags(font) & FORCED_BOLD)
    )


def upright(page: pdfium.PdfPage) -> Callable[[float, float], tuple[float, float]]:
    """From the coordinates of the file to those of the page as it is looked at."""
    left, bottom, right, top = page.get_bbox()  # what is cropped is not seen
    turned: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, y - bottom),
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    return turned[page.get_rotation() % 360]
