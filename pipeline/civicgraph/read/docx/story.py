"""The text of a Word file from its first paragraph to its last: paragraphs, tables, text boxes and notes in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from civicgraph.read.compose import Piece
from civicgraph.read.docx.lists import list_of
from civicgraph.read.docx.marked import Marked
from civicgraph.read.docx.numbering import MC, Numbering
from civicgraph.read.docx.package import W
from civicgraph.read.docx.paragraphs import pieces_of
from civicgraph.read.docx.runs import PLACEHOLDER, branch, shows_placeholder, words_of
from civicgraph.read.docx.styles import Styles, on, value
from civicgraph.read.docx.tables import Cell, Row, pieces_of_table

# Wrappers around paragraphs, tables, rows and cells.
CLEAR = frozenset(W + name for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
MOST_COLUMNS = 63  # of a table, in Word
MOST_CELLS = 300_000  # of all tables, those that a wide cell covers with them
DELETED = "deleted in tracked changes"
LEADERS = frozenset(("dot", "hyphen", "underscore", "middleDot", "heavy"))


class Story:
    """Reads what holds paragraphs: the body, a header, a note. The numbers of its lists go on from one to the next.

    `notes` has the footnotes and endnotes by ("footnote", id).
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: dict[tuple[str, str], etree._Element] | None = None
    ) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes or {}
        self._noted: list[Piece] = []  # notes whose place in the text is not reached yet
        self._numbers: Counter[str] = Counter()
        self._cells = 0
        self.gone: list[tuple[str, str]] = []  # words that are not of the text, and why
        self.contents: set[str] = set()  # places of the lines of a table of contents

    def read(self, container: etree._Element, place: str, *, inside: bool = False) -> list[Piece]:
        """The pieces of a body, a cell, a text box. Notes follow the paragraph or the table that refers to them."""
        pieces: list[Piece] = []
        held: list[Marked] = []  # words of paragraphs whose end was deleted: they run into the next
        for element, where in self._blocks(container, place):
            if element.tag == W + "tbl":
                pieces += pieces_of_table(self._rows(element, where))
            else:
                pieces += self._paragraph(element, where, held, inside=inside)
            if not inside:
                pieces += self._noted
                self._noted = []
        if any(held):
            pieces += pieces_of(Marked.joined(held))[0]
        return pieces

    def _blocks(self, parent: etree._Element, place: str) -> Iterator[tuple[etree._Element, str]]:
        counts: Counter[str] = Counter()
        for child in parent:
            counts[child.tag] += 1
            where = f"{place}/w:{etree.QName(child).localname}[{counts[child.tag]}]"
            if child.tag in (W + "p", W + "tbl"):
                yield child, where
            elif child.tag in CLEAR:
                yield from self._blocks(child, where)
            elif child.tag == W + "sdt":
                yield from self._control(child, where)
            elif child.tag == MC + "AlternateContent":
                yield from self._blocks(branch(child), place)
            elif child.tag in (W + "del", W + "moveFrom"):
                self._leave(child, DELETED)

    def _control(self, control: etree._Element, place: str) -> Iterator[tuple[etree._Element, str]]:
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        if shows_placeholder(control):
            self._leave(content, PLACEHOLDER)
        else:
            yield from self._blocks(content, f"{place}/w:sdtContent")

    def _paragraph(self, paragraph: etree._Element, place: str, held: list[Marked], *, inside: bool) -> list[Piece]:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.of(properties)
        words = words_of(paragraph, style, self._styles)
        self.gone += words.gone
        for kind, identifier in words.notes:
            self._note(kind, identifier)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        boxes = [piece for n, box in enumerate(words.boxes, 1)
                 for piece in self.read(box, f"{place}//w:txbxContent[{n}]", inside=True)]  # fmt: skip
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            held += words.parts
            return boxes
        text = Marked.joined([*held, *words.parts])
        held.clear()
        hidden = not text and self._styles.toggled("vanish", style, mark)
        instance, depth = list_of(properties, style, self._styles, self._numbering)
        marker = self._numbering.next(instance, depth) if instance and not hidden else ""
        if not text and marker and inside:
            # In a cell a number without words is the number of what stands beside it; elsewhere nobody meant it.
            return [Piece(kind="list", marker=marker, level=depth, place=place), *boxes]
        contents = self._styles.name(style).startswith("toc ")
        if contents:
            self.contents.add(place)
        pieces, gone = pieces_of(
            text,
            marker=marker,
            depth=depth,
            heading=self._styles.heading(properties),
            place=place,
            leader=contents or self._has_leader(properties, style),
        )
        self.gone += gone
        rule = Piece(kind="rule", place=place)
        before = [rule] if self._starts_page(properties, style) else []
        after = [rule] if _ends_section(properties) or (not text and _is_line(properties)) else []
        return before + pieces + after + boxes

    def _starts_page(self, properties: etree._Element | None, style: str) -> bool:
        found = self._styles.nearest(style, "pageBreakBefore", properties)
        return found is not None and on(found)

    def _has_leader(self, properties: etree._Element | None, style: str) -> bool:
        tabs = self._styles.nearest(style, "tabs", properties)
        return tabs is not None and any(tab.get(f"{W}leader") in LEADERS for tab in tabs)

    def _note(self, kind: str, identifier: str) -> None:
        note = self._notes.pop((kind, identifier), None)
        if note is None:
            return
        self._numbers[kind] += 1
        number = str(self._numbers[kind])
        for at, piece in enumerate(self.read(note, f"/w:{kind}s/w:{kind}[@w:id='{identifier}']", inside=True)):
            first = at == 0 and piece.kind == "paragraph" and not piece.marker
            self._noted.append(replace(piece, marker=number) if first else piece)

    def _rows(self, table: etree._Element, place: str) -> list[Row]:
        rows: list[Row] = []
        for n, row in enumerate(_inside(table, "tr"), 1):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._leave(row, DELETED)
                continue
            where = f"{place}/w:tr[{n}]"
            cells: list[Cell] = []
            column = min(_whole(value(properties, "gridBefore"), 0), MOST_COLUMNS)
            for m, cell in enumerate(_inside(row, "tc"), 1):
                about = cell.find(f"{W}tcPr")
                merged = about.find(f"{W}vMerge") if about is not None else None
                gone = about is not None and about.find(f"{W}cellDel") is not None
                below = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                room = MOST_COLUMNS - column if self._cells < MOST_CELLS else 1
                width = max(1, min(_whole(value(about, "gridSpan"), 1), room))
                self._cells += width
                if gone:
                    self._leave(cell, DELETED)
                pieces = [] if gone or below else self.read(cell, f"{where}/w:tc[{m}]", inside=True)
                words = tuple(piece for piece in pieces if piece.words or piece.marker or any(piece.cells))
                if len(words) == 1 and words[0].marker and not words[0].words:
                    # A number alone in its cell is all that the cell says: "2.10", "250", or the number of an item.
                    words = (replace(words[0], kind="paragraph", words=words[0].marker, marker=""),)
                cells.append(Cell(pieces=words, column=column, width=width))
                column += width
            rows.append((tuple(cells), where))
        return rows

    def _leave(self, element: etree._Element, why: str) -> None:
        for paragraph in element.iter(f"{W}p"):
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t", f"{W}delText"))
            self.gone += [(text, why)] if text.strip() else []


def _ends_section(properties: etree._Element | None) -> bool:
    """Is it the last paragraph of a section, after which another page begins?"""
    section = properties.find(f"{W}sectPr") if properties is not None else None
    return section is not None and value(section, "type") != "continuous"


def _is_line(properties: etree._Element | None) -> bool:
    """Has an empty paragraph a border above or below, which is what Word makes of three dashes?"""
    borders = properties.find(f"{W}pBdr") if properties is not None else None
    return borders is not None and any(value(borders, side) not in ("", "nil", "none") for side in ("top", "bottom"))


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those in wrappers too."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in CLEAR:
            yield from _inside(child, name)
        elif child.tag == W + "sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _inside(content, name)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
