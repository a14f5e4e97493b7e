"""Characters of a page, as PDFium places them → words: where each stands, how large, bold or not, under which tag."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

# PDFium's own signs for a hyphen at the end of a line, and the soft hyphen: Word breaks at hyphens that are there.
HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
NOTHING = frozenset((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00, 0x0D, 0x0A))
SPACES = frozenset((0x20, 0xA0, 0x09, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
BOLD = ("bold", "black", "heavy", "semibold", "demi")
FORCED_BOLD = 1 << 18  # ISO 32000-1, table 123
INVISIBLE, STROKED = 3, 2  # text rendering modes, ISO 32000-1, table 106
GAP = 0.27  # of the size: a wider gap parts words even where no space is written
ARTIFACT = -2
_ARTIFACT = "Artifact".encode("utf-16-le")
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


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object share."""

    size: float
    bold: bool
    tag: int
    upright: bool
    unseen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    words: tuple[Word, ...]  # in the order in which the file draws them
    sideways: str  # words that do not stand upright: a watermark, a spine
    unseen: int  # characters that are there to be searched and not to be seen: the layer over a scan
    unmapped: int  # characters of which the file does not say what they mean


def words_of(page: pdfium.PdfPage, most: int) -> Glyphs:
    """The words of a page, of its first `most` characters."""
    text = page.get_textpage()
    place = upright(page)
    turn = math.radians(page.get_rotation())
    styles: dict[int, _Style] = {}
    out: list[Word] = []
    sideways: list[str] = []
    unseen = unmapped = 0
    word: Word | None = None
    spaced = True
    box, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    edge = 0.0
    for i in range(min(text.count_chars(), most)):
        code = c.FPDFText_GetUnicode(text, i)
        if code in SPACES or code in NOTHING:
            spaced = spaced or code not in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
            word = None if spaced else word
            continue
        drawn = c.FPDFText_GetTextObject(text, i)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text, i, drawn, turn)
        unmapped += code == 0xFFFD or 0xE000 <= code < 0xF000
        unseen += style.unseen
        sign = "-" if code in HYPHENS else LIGATURES.get(code) or chr(code)
        if not style.upright:
            sideways.append((" " if spaced else "") + sign)
            spaced, word = False, None
            continue
        c.FPDFText_GetLooseCharBox(text, i, at_box)  # as wide as the character goes on, not as its ink
        x0, x1 = sorted((place(box.left, box.bottom)[0], place(box.right, box.top)[0]))
        if (
            word is not None
            and style.tag == word.tag
            and -style.size < x0 - edge <= GAP * style.size
            and not word.breaks
        ):
            word.text += sign
            word.x1 = max(word.x1, x1)
            word.bold = word.bold and style.bold
        else:
            glued = not spaced and word is not None and -0.5 * style.size < x0 - edge <= GAP * style.size
            if word is not None:
                word.glued = glued and not word.breaks
            c.FPDFText_GetCharOrigin(text, i, at_x, at_y)
            word = Word(sign, x0, x1, place(x.value, y.value)[1], style.size, style.bold, style.tag)
            out.append(word)
        word.breaks = code in (0x02, 0xFFFE)
        edge, spaced = x1, False
    return Glyphs(words=tuple(_once(out)), sideways="".join(sideways).strip(), unseen=unseen, unmapped=unmapped)


def _once(words: list[Word]) -> Iterator[Word]:
    """Without the shadows of words: the same word drawn twice, a little aside."""
    seen: dict[str, list[Word]] = {}
    for word in words:
        others = seen.setdefault(word.text, [])
        near = SHADOW * word.size
        if not any(abs(other.x0 - word.x0) < near and abs(other.y - word.y) < near for other in others):
            others.append(word)
            yield word


def _style(text: pdfium.PdfTextPage, at: int, drawn: object, turn: float) -> _Style:
    if not drawn:
        return _Style(c.FPDFText_GetFontSize(text, at), False, -1, True, False)
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
    size = ctypes.c_float()
    c.FPDFTextObj_GetFontSize(drawn, ctypes.byref(size))
    scale = math.hypot(matrix.b, matrix.d) or 1.0
    angle = (math.atan2(matrix.b, matrix.a) - turn + math.pi) % (2 * math.pi) - math.pi
    mode = c.FPDFTextObj_GetTextRenderMode(drawn)
    return _Style(
        size=abs(size.value * scale) or 1.0,
        bold=_is_bold(c.FPDFTextObj_GetFont(drawn)) or mode == STROKED,
        tag=_tag(drawn),
        upright=abs(angle) < LEVEL,
        unseen=mode == INVISIBLE,
    )


def _tag(drawn: object) -> int:
    tag: int = c.FPDFPageObj_GetMarkedContentID(drawn)
    name, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for i in range(c.FPDFPageObj_CountMarks(drawn) if tag < 0 else 0):
        mark = c.FPDFPageObj_GetMark(drawn, i)
        if c.FPDFPageObjMark_GetName(mark, name, 64, ctypes.byref(length)) and bytes(name)[:16] == _ARTIFACT:
            return ARTIFACT
    return tag


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
    left, bottom, right, top = page.get_mediabox()
    turned: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, y - bottom),
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    return turned[page.get_rotation() % 360]
