"""What a tagged PDF says of its own structure: which words are one paragraph, a heading, a cell of a table.

Word and the printing service of ModernGov write these tags (ISO 32000-1, 14.7 and 14.8). PDFium shows the structure
page by page: of an element that goes over a page break, the kids on the other page are there without a number.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as c

# Elements within a line; every other one is a block of its own.
INLINE = frozenset("Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Em Strong Sub Formula Form".split())
# Grouping without a meaning of its own: within a block of text it is a run of words.
GROUPING = frozenset(("NonStruct", "Private"))
TEXT = frozenset(("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Lbl", "LBody", "TD", "TH", "Caption", "TOCI"))
HEADING = re.compile(r"H([1-6])?|Title")
MOST = 50_000  # elements of a page: ten times what a full page of a table has
DEEPEST = 200
MOST_ATTRIBUTES, MOST_SPANNED = 20, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """The block that a word belongs to, in the order of reading."""

    order: int
    level: int = 0  # of a heading
    label: bool = False  # the number or bullet of a list item
    cell: tuple[int, int, int] | None = None  # table, row and column, each counted on the page
    head: bool = False  # a cell that heads others
    goes_on: bool = False  # on the next page
    went_on: bool = False  # from the page before


def leaves_of(page: pdfium.PdfPage) -> dict[int, Leaf]:
    """The block of each marked-content identifier of a page; empty where the file has no tags."""
    tree = c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        return _Walk().leaves(tree)
    finally:
        c.FPDF_StructTree_Close(tree)


@dataclass(slots=True, kw_only=True)
class _Table:
    """Where in a table the walk is; cells may span several columns and rows."""

    number: int
    row: int = 0
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # column → the last row that a cell from above reaches into

    def next_row(self) -> None:
        self.row, self.column = self.row + 1, 0

    def next_cell(self, across: int = 1, down: int = 1) -> tuple[int, int, int]:
        self.column += 1
        while self.taken.get(self.column, 0) >= self.row:
            self.column += 1
        cell = (self.number, self.row, self.column)
        if down > 1:
            self.taken.update(dict.fromkeys(range(self.column, self.column + across), self.row + down - 1))
        self.column += across - 1
        return cell


class _Walk:
    def __init__(self) -> None:
        self.found: dict[int, Leaf] = {}
        self.blocks = self.tables = self.seen = 0
        self.table = _Table(number=0)

    def leaves(self, tree: object) -> dict[int, Leaf]:
        root = Leaf(order=0)
        for i in range(c.FPDF_StructTree_CountChildren(tree)):
            self._element(c.FPDF_StructTree_GetChildAtIndex(tree, i), root, 0, text=False)
        return self.found

    def _element(self, element: object, above: Leaf, depth: int, *, text: bool) -> None:
        self.seen += 1
        if not element or depth > DEEPEST or self.seen > MOST:
            return
        kind = _text(c.FPDF_StructElement_GetType, element)
        kids = c.FPDF_StructElement_CountChildren(element)
        inline, around = kind in INLINE or (text and kind in GROUPING), self.table
        leaf = above if inline else self._leaf(kind, above, element)
        text = kind in TEXT or (text and inline)
        numbers = [
            0
            if c.FPDF_StructElement_GetChildAtIndex(element, i)
            else c.FPDF_StructElement_GetChildMarkedContentID(element, i)
            for i in range(kids if kids < MOST else 0)
        ]
        if leaf is not above and numbers and depth > 0:
            leaf = replace(leaf, went_on=numbers[0] == -1, goes_on=numbers[-1] == -1)
        inside = leaf
        for i in range(len(numbers)):
            child = c.FPDF_StructElement_GetChildAtIndex(element, i)
            if child:
                before = self.blocks
                self._element(child, inside, depth + 1, text=text)
                if self.blocks != before:  # a block within: what follows in this element stands after it
                    self.blocks += 1
                    inside = replace(leaf, order=self.blocks)
            elif numbers[i] >= 0:
                self.found.setdefault(numbers[i], inside)
            elif kind == "TR":
                self.table.next_cell()  # empty on this page
        if kind == "Table":
            self.table = around

    def _leaf(self, kind: str, above: Leaf, element: object) -> Leaf:
        self.blocks += 1
        cell, head = above.cell, above.head
        if kind == "Table":
            self.tables += 1
            self.table, cell = _Table(number=self.tables), None
        elif kind == "TR":
            self.table.next_row()
        elif kind in ("TD", "TH"):
            cell, head = self.table.next_cell(_span(element, b"ColSpan"), _span(element, b"RowSpan")), kind == "TH"
        heading = HEADING.fullmatch(kind)
        return Leaf(
            order=self.blocks,
            level=int(heading.group(1) or 1) if heading else above.level,
            label=kind == "Lbl",
            cell=cell,
            head=head,
        )


def _span(element: object, name: bytes) -> int:
    """How many columns or rows a cell covers."""
    number = ctypes.c_float(1.0)
    for i in range(min(c.FPDF_StructElement_GetAttributeCount(element), MOST_ATTRIBUTES)):
        value = c.FPDF_StructElement_Attr_GetValue(c.FPDF_StructElement_GetAttributeAtIndex(element, i), name)
        if value and c.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)):
            break
    return int(number.value) if 1 <= number.value <= MOST_SPANNED else 1


def _text(read: Callable[..., int], element: object) -> str:
    size = read(element, None, 0)
    if size <= 2 or size > 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
