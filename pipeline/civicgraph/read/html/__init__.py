"""Web pages: councils' own, and those of the systems that publish their meetings."""

from __future__ import annotations

from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.html import moderngov
from civicgraph.read.html.content import content_of, furniture_of, outside
from civicgraph.read.html.page import characters, is_page
from civicgraph.read.html.style import sheet_of
from civicgraph.read.html.tree import parse
from civicgraph.read.html.walk import Walk
from civicgraph.read.raw import Raw


def is_html(raw: Raw) -> bool:
    """Is it a web page, or a piece of one?"""
    return is_page(raw)


def read(raw: Raw) -> Reading:
    """The words that the page shows as its content; what its site puts around them is dropped.

    Raises `DocumentError` for what is no text, and for pages beyond all bounds.
    """
    text, notes = characters(raw)
    root = parse(text, raw.path)
    furniture = furniture_of(root)
    page = moderngov.content(root)
    content = content_of(root, furniture, page)
    walk = Walk(sheet=sheet_of(root), marks=furniture if page is None else furniture | moderngov.marks(page))
    walk.through(content)
    return compose(walk.pieces, dropped=[*outside(root, content, furniture), *walk.dropped], notes=notes)


def pieces_of(fragment: str, path: str) -> list[Piece]:
    """The blocks of a piece of HTML that another format carries; `path` is only shown.

    >>> # '<p><b>RESOLVED:</b></p><ol><li>That the report be noted</li></ol>' → a paragraph and a list item "1."
    """
    root = parse(fragment, path)
    return Walk(sheet=sheet_of(root), marks={}).through(root)
