"""Word (.docx, and with it .docm, .dotx and .dotm): Office Open XML, ECMA-376, and its strict form.

Word stores what was typed and works out what is printed: the numbers of lists, what a style makes bold, which version
of a changed sentence holds. So does this reader. Pages are not in the file: they are of the printer.
"""

from __future__ import annotations

from lxml import etree

from civicgraph.model import Dropped
from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.docx.heads import read_heads
from civicgraph.read.docx.numbering import Numbering
from civicgraph.read.docx.package import Package, W
from civicgraph.read.docx.pages import rejoined
from civicgraph.read.docx.story import Story
from civicgraph.read.docx.styles import Styles, value
from civicgraph.read.docx.tables import words_of
from civicgraph.read.raw import Raw
from civicgraph.read.signatures import WORD
from civicgraph.values.text import plain

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CONTENTS = "table of contents"
COUNTED_BY_FIELD = ("AUTONUM", "LISTNUM")


def is_docx(raw: Raw) -> bool:
    """Is it a Word document, whatever it is called?"""
    return raw.known is WORD


def read(raw: Raw) -> Reading:
    """The text as Word prints it with tracked changes accepted. Raises `DocumentError` for a broken or huge file."""
    package = Package(raw.data, raw.path)
    document = package.document()
    styles = Styles(package.one("styles"))
    lists = package.one("numbering")
    numbering = Numbering(lists, lambda style: _list_of(styles, style))
    notes = {
        (kind, note.get(f"{W}id", "")): note
        for kind in ("footnote", "endnote")
        if (root := package.one(f"{kind}s")) is not None
        for note in root.findall(W + kind)
    }
    story = Story(styles, numbering, notes)
    body = document.find(f"{W}body")
    pieces = rejoined(story.read(body, "/w:document/w:body")) if body is not None else []
    pieces, contents = _without_contents(pieces, story.contents)
    heads, running = read_heads(package, document, Story(styles, numbering), pieces)
    gone = [*story.gone, *contents, *running]
    return compose(
        [*heads, *pieces],
        dropped=[Dropped(words=" ".join(words.split()), why=why) for words, why in gone if words.strip()],
        notes=_notes(document, lists),
    )


def _list_of(styles: Styles, style: str) -> str:
    """The list that a numbering style names."""
    chain = styles.chain(style)
    return value(chain[0].find(f"{W}pPr/{W}numPr"), "numId") if chain else ""


def _without_contents(pieces: list[Piece], places: set[str]) -> tuple[list[Piece], list[tuple[str, str]]]:
    """Leaves a table of contents out where it repeats headings; an agenda made as one is all there is, and stays."""
    lines = [piece for piece in pieces if piece.place in places]
    others = {plain(piece.words) for piece in pieces if piece.place not in places and piece.words}
    known = [piece for piece in lines if plain(piece.words) in others]
    if not lines or 5 * len(known) < 4 * len(lines):
        return pieces, []
    return [p for p in pieces if p.place not in places], [(words_of(piece), CONTENTS) for piece in lines]


def _notes(document: etree._Element, lists: etree._Element | None) -> list[str]:
    notes = []
    if next(document.iter(f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"), None) is not None:
        notes.append("read with its tracked changes accepted")
    if lists is None and next(document.iter(f"{W}numId"), None) is not None:
        notes.append("the numbers of its lists are not known: the part that counts them is missing")
    if any(word in (i.text or "") for i in document.iter(f"{W}instrText") for word in COUNTED_BY_FIELD):
        notes.append("some numbers are counted by fields of Word (LISTNUM, AUTONUM), and are not read")
    if next(document.iter(f"{W}altChunk"), None) is not None:
        notes.append("holds another file in the middle of its text, which is not read")
    return notes
