"""Files of other formats made from documents that are there as Markdown: the same words in another dress.

A reader keeps a document whole when its blocks come back as they went in, and the facts found in both are the same.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from civicgraph.model import Block, Document
from civicgraph.read.compose import Piece
from civicgraph.values.text import squash

FURNITURE = re.compile(r"\n\s*(?:-{3,}|\d{1,4})\s*(?=\n|$)")  # a page's rule and number in the middle of a paragraph
COUNTED = re.compile(r"(?P<before>\(?|.*[./])(?P<count>\d{1,4}|[a-z]|[ivx]{1,5})(?P<after>[.):]?)$")
PAGE = 40  # pieces, after which a page ends in the middle of a sentence
HEAD, FOOT = "Anytown Council: for the record", "Printed for the library"


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """The blocks of a document as a reader would hand them on, each on one line.

    A number alone on its line, as web pages saved as text have it, comes to stand before the title below it.
    """
    out: list[Piece] = []
    number = ""
    for block in document.blocks:
        if block.kind == "rule":
            out.append(Piece(kind="rule"))
            continue
        piece = _piece(document, block)
        if piece.marker and not piece.words:
            number = piece.marker
            continue
        if number and not piece.marker and piece.kind == "paragraph":
            piece = replace(piece, kind="list", marker=number)
        number = ""
        out.append(piece)
    return tuple(out)


def _piece(document: Document, block: Block) -> Piece:
    def words(start: int, end: int) -> str:
        return squash(FURNITURE.sub("\n", document.text[start:end]).replace("\u00ad", ""))

    printed = squash(document.text[block.span.start : block.words.start])
    if block.marker and block.marker not in "-*•":
        printed = printed.lstrip("-*• ")  # converters put a numbered heading into the list of the clause before it
    return Piece(
        kind=block.kind,
        words="" if block.kind == "row" else words(block.words.start, block.words.end),
        marker=printed if block.marker else "",
        cells=tuple(words(cell.start, cell.end) for cell in block.cells),
        level=block.level,
        bold=block.bold,
    )


def docx_of(pieces: Sequence[Piece]) -> bytes:
    """A Word document that prints these pieces, most numbers counted by Word, with a running head and foot."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = HEAD
    word.sections[0].footer.paragraphs[0].text = FOOT
    numbers = _Numbers(word)
    count = 0
    for is_row, run in groupby(pieces, lambda piece: piece.kind == "row"):
        group = list(run)
        if is_row:
            _table(word, group)
            continue
        for piece in group:
            count += 1
            if piece.kind == "rule":
                word.add_page_break()
                continue
            if piece.kind == "heading":
                paragraph = word.add_heading(level=min(piece.level, 9) or 1)
            else:
                paragraph = word.add_paragraph()
            if piece.marker and not numbers.number(paragraph, piece):
                paragraph.add_run(f"{piece.marker}\t")
            before = ""
            for words in _runs(piece.words):
                if before.endswith(" ") and words[0].islower() and count >= PAGE:
                    paragraph.add_run().add_break(WD_BREAK.PAGE)
                    count = 0
                paragraph.add_run(words).bold = piece.bold
                before = words
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _runs(words: str) -> Iterator[str]:
    """Word cuts paragraphs into runs wherever somebody stopped to think."""
    for at in range(0, len(words), 70):
        yield words[at : at + 70]


def _table(word: WordDocument, rows: Iterable[Piece]) -> None:
    rows = list(rows)
    table = word.add_table(len(rows), max(len(row.cells) for row in rows))
    for row, piece in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, piece.cells, strict=False):
            cell.paragraphs[0].add_run(words).bold = piece.bold


class _Numbers:
    """Automatic numbering: an abstract list for each look of a number, an instance for each run of numbers."""

    def __init__(self, word: WordDocument) -> None:
        self._numbering = word.part.numbering_part.element
        self._lists: dict[tuple[str, str, str], int] = {}
        self._last: dict[tuple[str, str, str], tuple[int, int, int]] = {}  # look → (instance, number, level)
        self._next = 500

    def number(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Gives a paragraph its number; False where Word could not count it."""
        look, count = _look(piece.marker)
        if look is None:
            return False
        if look not in self._lists:
            self._lists[look] = self._abstract(look)
        instance, before, depth = self._last.get(look, (0, -1, -1))
        level = min(piece.level, 8) if piece.kind == "list" else 0
        if (count, level) != (before + 1, depth):
            instance = self._instance(self._lists[look], count)
        self._last[look] = (instance, count, level)
        properties = paragraph._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = instance
        properties.numPr.get_or_add_ilvl().val = level
        paragraph.paragraph_format.left_indent = Pt(24)
        return True

    def _abstract(self, look: tuple[str, str, str]) -> int:
        form, before, after = look
        self._next += 1
        text = before if form == "bullet" else "{}%{}{}"
        levels = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text.format(before, n + 1, after)}"/></w:lvl>'
            for n in range(9)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self._next}">{levels}</w:abstractNum>')
        self._numbering.insert(0, abstract)
        return self._next

    def _instance(self, abstract: int, start: int) -> int:
        self._next += 1
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="{start}"/></w:lvlOverride>' for n in range(9)
        )
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'
            )
        )
        return self._next


def _look(marker: str) -> tuple[tuple[str, str, str] | None, int]:
    """((form, what stands before, after), number): "(c)" → (("lowerLetter", "(", ")"), 3)."""
    if marker in "-•*":
        return ("bullet", marker, ""), 0
    found = COUNTED.match(marker)
    if not found or "&" in marker or "%" in marker:
        return None, 0
    count, before, after = found["count"], found["before"], found["after"]
    if count.isdigit():
        return (("decimal", before, after), int(count)) if count == str(int(count)) else (None, 0)
    if len(count) == 1 and count not in "ivx":
        return ("lowerLetter", before, after), ord(count) - 96
    romans = [None, "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
    return (("lowerRoman", before, after), romans.index(count)) if count in romans else (None, 0)
