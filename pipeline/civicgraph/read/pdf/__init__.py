"""PDF: born-digital pages, with PDFium, which places every character; a page that is a picture is named, never guessed.

What the file says of its own structure (tags) goes before what can be seen. Without tags the layout tells, as it does a
person: a line that ends early ends a paragraph, a gap that goes on over several lines parts columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as c

from civicgraph.errors import DocumentError
from civicgraph.model import Dropped
from civicgraph.read.compose import Reading, compose
from civicgraph.read.pdf.columns import cut_columns
from civicgraph.read.pdf.flows import flows_of
from civicgraph.read.pdf.furniture import without_furniture
from civicgraph.read.pdf.pages import MAX_CHARACTERS, Page, State, page_of
from civicgraph.read.pdf.paragraphs import paragraphs_of
from civicgraph.read.pdf.pieces import pieces_of
from civicgraph.read.raw import Raw

MAX_PAGES = 2000
WRAPPER = 1500  # characters of a page that only says which program to open
READER = re.compile(r"Adobe|Acrobat|PDF viewer", re.I)
# What is said of pages that are not, or may not be, read right.
STATES: dict[State, str] = {
    "picture": "a picture without text, and not read",
    "damaged": "damaged, and not read",
    "unmapped": "set in type that does not say which letters it shows, and not read",
    "under a scan": "a scan with machine-read text under it, which may be misread",
    "cut": f"longer than {MAX_CHARACTERS:,} characters, of which the rest is not read",
}


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
    pages = [page_of(document, number, b"/OCProperties" in raw.data) for number in range(1, len(document) + 1)]
    notes = [
        f"{_are(numbers)} {says}"
        for state, says in STATES.items()
        if (numbers := [page.number for page in pages if page.state == state])
    ]
    notes += [*_of_hidden(pages), *_of_added(document, pages)]
    if not any(page.lines for page in pages):
        if any(page.state == "picture" for page in pages):
            raise DocumentError(
                raw.path,
                f"is scanned: {notes[0]}",
                do="make the text readable (OCR) first, or ask for the file that was printed",
            )
        what = f"has no text that can be read: {notes[0]}" if notes else "has no text on its pages"
        raise DocumentError(raw.path, what, do="fetch it again, or leave it out")
    _refuse_wrapper(raw, document, pages)
    _forget_common_bold(pages)
    kept, dropped = without_furniture([list(page.lines) for page in pages], [page.height for page in pages])
    flows = [flow for lines in kept for flow in flows_of(lines)]
    for lines in flows:
        cut_columns(lines)
    dropped += [
        Dropped(words=page.sideways, why="text that does not stand upright", page=page.number)
        for page in pages
        if page.sideways
    ]
    return compose(pieces_of(paragraphs_of(flows)), dropped=dropped, notes=notes)


def _refuse_wrapper(raw: Raw, document: pdfium.PdfDocument, pages: Sequence[Page]) -> None:
    """Raises `DocumentError` where the one page only says which program shows the paper that is within."""
    words = " ".join(line.text for page in pages for line in page.lines)
    if len(pages) > 1 or len(words) > WRAPPER or not READER.search(words):
        return
    if attached := document.count_attachments():
        raise DocumentError(
            raw.path,
            f"is a portfolio: its papers are {attached} attached file{'s' if attached > 1 else ''}",
            do="save and read those",
        )
    if document.get_formtype() in (c.FORMTYPE_XFA_FULL, c.FORMTYPE_XFA_FOREGROUND):
        raise DocumentError(raw.path, "is a form whose pages only Adobe's program makes", do="print it to a PDF there")


def _forget_common_bold(pages: Sequence[Page]) -> None:
    """Where nearly everything is bold, as some converters have it, bold says nothing."""
    words = [word for page in pages for line in page.lines for word in line.words]
    if sum(word.bold for word in words) > 0.8 * len(words):
        for word in words:
            word.bold = False


def _of_hidden(pages: Sequence[Page]) -> Iterator[str]:
    if hidden := sum(page.hidden for page in pages):
        words = "words are" if hidden > 1 else "word is"
        yield f"{hidden} {words} in the file that cannot be seen on {_named([p.number for p in pages if p.hidden])}"


def _of_added(document: pdfium.PdfDocument, pages: Sequence[Page]) -> Iterator[str]:
    """What stands beside the pages: notes and fields that somebody filled in, files that are attached."""
    if added := sum(page.added for page in pages):
        ones = "notes or filled fields stand" if added > 1 else "note or filled field stands"
        yield f"{added} {ones} on {_named([p.number for p in pages if p.added])}, not read"
    if attached := document.count_attachments():
        yield f"{attached} {'files are' if attached > 1 else 'file is'} attached, not read"


def _are(numbers: Sequence[int]) -> str:
    """ "page 3 is", "pages 3, 5 and 7 are"."""
    return f"{_named(numbers)} {'is' if len(numbers) == 1 else 'are'}"


def _named(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    shown = [str(n) for n in numbers[:12]]
    more = f" … ({len(numbers)} in all)" if len(numbers) > 12 else f" and {shown.pop()}"
    return f"pages {', '.join(shown)}{more}"
