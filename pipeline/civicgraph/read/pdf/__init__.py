"""PDF: born-digital pages, with PDFium, which places every character; a page that is a picture is named, never guessed.

What the file says of its own structure (tags) goes before what can be seen. Without tags the layout tells, as it does a
person: a line that ends early ends a paragraph, a gap that goes on over several lines parts columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as c

from civicgraph.errors import DocumentError
from civicgraph.model import Dropped
from civicgraph.read.compose import Reading, compose
from civicgraph.read.pdf.furniture import without_furniture
from civicgraph.read.pdf.glyphs import ARTIFACT, Word, words_of
from civicgraph.read.pdf.lines import Line, cut_columns, lines_of, tagged
from civicgraph.read.pdf.paragraphs import paragraphs_of, pieces_of
from civicgraph.read.pdf.rules import Rule, rules_of, strike
from civicgraph.read.pdf.tables import grids_of
from civicgraph.read.pdf.tags import leaves_of
from civicgraph.read.raw import Raw

MAX_PAGES = 2000
MAX_CHARACTERS = 100_000  # of a page: fifty times what is printed on one
TRUSTED = 0.9  # of the words of a page: fewer tagged, and the tags are not believed
FEW = 20  # characters: a page with less, and with a picture, was scanned


def is_pdf(raw: Raw) -> bool:
    """Readers take what stands before the signature for what a mail program or a server put there."""
    return b"%PDF-" in raw.data[:1024]


def read(raw: Raw) -> Reading:
    """The text of a PDF. Raises `DocumentError` where it is encrypted, damaged, too long, or all of it scanned."""
    document = _opened(raw)
    try:
        return _read(raw, document)
    finally:
        document.close()


def _opened(raw: Raw) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(raw.data)
        pages = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError(
                raw.path, "is encrypted and asks for a password", do="save it without one, or ask who published it"
            ) from error
        raise DocumentError(
            raw.path, "is damaged: it begins as a PDF and cannot be opened", do="fetch it again; it may be cut short"
        ) from error
    if pages > MAX_PAGES:
        document.close()
        raise DocumentError(raw.path, f"has {pages:,} pages, more than the {MAX_PAGES:,} that are read", do="split it")
    return document


def _read(raw: Raw, document: pdfium.PdfDocument) -> Reading:
    pages: list[list[Line]] = []
    heights: list[float] = []
    notes: list[str] = []
    dropped: list[Dropped] = []
    scanned: list[int] = []
    broken: list[int] = []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            broken.append(number)
            continue
        try:
            lines, picture, sideways = _page(page, number)
            heights.append(page.get_height())
        finally:
            page.close()
        pages.append(lines)
        if picture:
            scanned.append(number)
        if sideways:
            dropped.append(Dropped(words=sideways, why="text that does not stand upright", page=number))
    if not any(pages) and scanned:
        raise DocumentError(
            raw.path,
            f"is scanned: {_are(scanned)} a picture without text",
            do="make the text readable (OCR) first, or ask for the file that was printed",
        )
    if not any(pages):
        raise DocumentError(raw.path, "has no text on its pages", do="fetch it again, or leave it out")
    if scanned:
        notes.append(f"{_are(scanned)} a picture without text, and not read")
    if broken:
        notes.append(f"{_are(broken)} damaged, and not read")
    _forget_common_bold(pages)
    kept, furniture = without_furniture(pages, heights)
    for lines in kept:
        cut_columns(lines)
    return compose(pieces_of(paragraphs_of(kept)), dropped=[*furniture, *dropped], notes=notes)


def _forget_common_bold(pages: Sequence[Sequence[Line]]) -> None:
    """Where nearly everything is bold, as some converters have it, bold says nothing."""
    words = [word for lines in pages for line in lines for word in line.words]
    if sum(word.bold for word in words) > 0.8 * len(words):
        for word in words:
            word.bold = False


def _are(numbers: Sequence[int]) -> str:
    """ "page 3 is", "pages 3, 5 and 7 are"."""
    if len(numbers) == 1:
        return f"page {numbers[0]} is"
    shown = [str(n) for n in numbers[:12]]
    more = f" … ({len(numbers)} in all)" if len(numbers) > 12 else f" and {shown.pop()}"
    return f"pages {', '.join(shown)}{more} are"


def _page(page: pdfium.PdfPage, number: int) -> tuple[list[Line], bool, str]:
    """(its lines in the order of reading, whether it is a picture, words that do not stand upright)."""
    glyphs = words_of(page, MAX_CHARACTERS)
    if sum(len(word.text) for word in glyphs.words) < FEW and _has_picture(page):
        return [], True, glyphs.sideways
    rules = rules_of(page)
    strike(glyphs.words, rules)
    margin = lines_of((word for word in glyphs.words if word.tag == ARTIFACT), number)
    words = [word for word in glyphs.words if word.tag != ARTIFACT]
    leaves = leaves_of(page) if any(word.tag >= 0 for word in words) else {}
    if leaves and sum(word.tag in leaves for word in words) >= TRUSTED * len(words):
        lines = tagged(words, leaves, number)
    else:
        lines = _seen(words, rules, number)
    head = [line for line in margin if lines and line.y > lines[0].y]
    return [*head, *lines, *(line for line in margin if line not in head)], False, glyphs.sideways


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
        tables.append(
            [line for (r, k), within in sorted(cells.items()) for line in lines_of(within, number, cell=(table, r, k))]
        )
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
