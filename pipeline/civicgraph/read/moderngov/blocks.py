"""The HTML of a minute or a decision → pieces: paragraphs, lists and tables, without the furniture of a page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from lxml import etree

from civicgraph.read.compose import Piece
from civicgraph.read.markers import split_marker
from civicgraph.read.moderngov.fields import UNSEEN

BLOCKS = frozenset(
    "p div li ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre section article dl dt dd hr address center".split()
)
BOLD = frozenset("b strong th".split())
SKIPPED = frozenset("script style head title meta link template svg object iframe noscript".split())
ESCAPED = re.compile(r"&lt;(?:/?[a-z][a-z0-9]{0,10}|!--)[\s&/]", re.I)


def pieces_of(fragment: str) -> list[Piece]:
    """The blocks of a piece of HTML in order.

    >>> # '<p><b>RESOLVED:</b></p><ol><li>That the report be noted</li></ol>' → a paragraph and a list item "1."
    """
    for _ in range(2):
        if "<" in fragment or not ESCAPED.search(fragment):
            break
        fragment = html.unescape(fragment)  # escaped once more than the XML says
    parser = etree.HTMLParser(no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<html><body>{UNSEEN.sub('', fragment)}</body></html>", parser)
    return _Walk().over(root) if root is not None else []


@dataclass(slots=True)
class _Walk:
    """Where the walk is: what is open, and the words since the last break."""

    pieces: list[Piece] = field(default_factory=list)
    words: list[tuple[str, bool]] = field(default_factory=list)  # (text, bold)
    cells: list[str] | None = None
    lists: list[int | None] = field(default_factory=list)  # number of the last entry; None: bullets
    entry: str = ""  # marker of the list entry that begins
    bold: int = 0
    level: int = 0
    skip: int = 0

    def over(self, root: etree._Element) -> list[Piece]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                self._open(tag, element)
                self._take(element.text)
            else:
                self._close(tag)
                self._take(element.tail)
        self._break()
        return self.pieces

    def _take(self, text: str | None) -> None:
        if text and not self.skip:
            self.words.append((text, self.bold > 0))

    def _open(self, tag: str, element: etree._Element) -> None:
        self.skip += tag in SKIPPED
        self.bold += tag in BOLD
        if tag == "br" and self.cells is None:
            self._break()
        if self.cells is not None:
            if tag in ("td", "th"):
                self.words = []
            else:
                self._take(" " if tag in BLOCKS or tag == "br" else "")
            return
        if tag in BLOCKS:
            self._break()
        if tag == "tr":
            self.cells = []
        if tag in ("ul", "ol"):
            first = element.get("start") or ""
            self.lists.append((int(first) - 1 if first.isdigit() else 0) if tag == "ol" else None)
        if tag == "li":
            number = self.lists[-1] if self.lists else None
            self.entry = "•" if number is None else f"{number + 1}."
            if number is not None:
                self.lists[-1] = number + 1
        if re.fullmatch(r"h[1-6]", tag):
            self.level = int(tag[1])

    def _close(self, tag: str) -> None:
        if self.cells is not None:
            if tag in ("td", "th"):
                self.cells.append(self._line())
                self.words = []
            elif tag == "tr":
                if any(self.cells):
                    self.pieces.append(Piece(kind="row", cells=tuple(self.cells)))
                self.cells = None
        elif tag in BLOCKS:
            self._break()
        if tag in ("ul", "ol") and self.lists and self.cells is None:
            self.lists.pop()
        if tag == "li":
            self.entry = ""
        if re.fullmatch(r"h[1-6]", tag):
            self.level = 0
        self.skip -= tag in SKIPPED
        self.bold -= tag in BOLD

    def _line(self) -> str:
        return " ".join("".join(text for text, _ in self.words).split())

    def _break(self) -> None:
        words = self._line()
        bold = bool(words) and all(bold for text, bold in self.words if text.strip())
        self.words = []
        if not words:
            return
        marker, rest = split_marker(words)
        if self.entry and (not marker or not rest):
            marker, rest = self.entry, words
        self.entry = ""
        depth = max(0, len(self.lists) - 1)
        kind = "heading" if self.level else ("list" if marker else "paragraph")
        self.pieces.append(
            Piece(
                kind="heading" if kind == "heading" else ("list" if kind == "list" else "paragraph"),
                words=rest, marker=marker, bold=bold, level=self.level or (depth if marker else 0),
            )
        )  # fmt: skip
