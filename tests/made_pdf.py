"""PDFs of known text: what a reader must give back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from civicgraph.model import Block, Document


def pdf_of(
    document: Document, *, justified: bool = False, font: str = "Helvetica", size: float = 11, gap: float = 6
) -> bytes:
    """The blocks of a document as a word processor prints them: wrapped, with hanging numbers, on numbered pages.

    `gap`: points between paragraphs. Untagged, as many printers leave them.
    """
    out = io.BytesIO()
    pages = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.6 * cm,
        bottomMargin=2.4 * cm,
        invariant=1,
    )
    story: list[object] = []
    rows: list[list[str]] = []
    for block, marker in printed_blocks(document):
        if rows and block.kind != "row":
            story += _table(rows, font, size)
            rows = []
        if block.kind == "row":
            rows.append([_plain(document.text[c.start : c.end]) for c in block.cells])
        else:
            story.append(_paragraph(document, block, marker, justified, font, size))
            story.append(Spacer(1, gap))
    story += _table(rows, font, size) if rows else []

    def furniture(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont(font, 9)
        canvas.drawString(2.5 * cm, A4[1] - 1.5 * cm, "Record of proceedings kept for the council")
        canvas.drawCentredString(A4[0] / 2, 1.2 * cm, f"{canvas.getPageNumber()}")

    pages.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def printed_blocks(document: Document) -> Iterator[tuple[Block, str]]:
    """Each block and the number or bullet before it; a number that stands alone goes to the words that it numbers."""
    alone = ""
    for block in document.blocks:
        printed = _plain(document.text[block.span.start : block.words.start])
        # Markdown puts a hyphen before a number that is printed without.
        printed = printed.split(" ", 1)[1] if printed[:2] in ("- ", "* ") and len(printed) > 2 else printed
        if block.kind == "rule":
            continue
        if block.words.start == block.words.end and printed:
            alone = printed
            continue
        yield block, f"{alone} {printed}".strip()
        alone = ""


def printed_words(document: Document) -> list[str]:
    """What is printed, a paragraph each: number and words on one line; tables left out."""
    return [
        _plain(f"{marker} {document.text[block.words.start : block.words.end]}")
        for block, marker in printed_blocks(document)
        if block.kind != "row"
    ]


def _plain(words: str) -> str:
    return " ".join(words.split())


def _paragraph(document: Document, block: Block, printed: str, justified: bool, font: str, size: float) -> Paragraph:
    bold = block.bold or block.kind == "heading"
    words = escape(_plain(document.text[block.words.start : block.words.end]))
    hang = size * 2.2 if printed and len(printed) < 5 else size * 3.6 if printed else 0
    style = ParagraphStyle(
        "block",
        fontName=f"{font}-Bold" if bold and font == "Helvetica" else ("Times-Bold" if bold else font),
        fontSize=size,
        leading=1.2 * size,
        alignment=TA_JUSTIFY if justified and not bold else TA_LEFT,
        leftIndent=hang + 18 * min(block.level if block.kind == "list" else 0, 3),
        bulletIndent=18 * min(block.level if block.kind == "list" else 0, 3),
    )
    return Paragraph(words or "&nbsp;", style, bulletText=printed or None)


def _table(rows: Sequence[Sequence[str]], font: str, size: float) -> list[object]:
    width = max(len(row) for row in rows)
    style = ParagraphStyle("cell", fontName=font, fontSize=size - 1, leading=1.2 * size)
    cells = [[Paragraph(escape(cell), style) for cell in [*row, *[""] * (width - len(row))]] for row in rows]
    table = Table(cells, colWidths=[16 * cm / width] * width)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return [table, Spacer(1, 6)]
