"""The elements of a page, one after another → pieces of layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from civicgraph.model import BlockKind, Dropped
from civicgraph.read.compose import Piece
from civicgraph.read.html.lines import Entry, Run, entries
from civicgraph.read.html.lists import BULLET, Numbering
from civicgraph.read.html.marks import Mark, Marks
from civicgraph.read.html.style import UNSEEN, Look, Sheet, is_shown, look_of
from civicgraph.read.html.tables import rows_of
from civicgraph.read.html.tree import name, words_of
from civicgraph.read.markers import BULLET as TYPED_BULLET
from civicgraph.read.markers import marker_at
from civicgraph.read.run_in import cut_at
from civicgraph.values.text import seen, squash

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody
    td tfoot th thead tr ul""".split()
)
AS_BLOCK = re.compile(r"\bdisplay\s*:\s*(?:block|list-item|table|flex|grid)\b", re.I)
HEADING = re.compile(r"h([1-6])")
WORD_HEADING = re.compile(r"\bMso(?:Heading(?P<level>[1-6])|(?P<title>Title))\b")
# Word writes the number of a list item into the text, in a span that says so, or before spaces in seven points.
LIST_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.I)
LIST_GAP = re.compile(r"font\s*:\s*7(?:\.0)?pt\s+\W{0,3}Times New Roman", re.I)
NUMBER_LIKE = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,4}){0,5}[.):]{0,2}|[A-Za-z]{1,6}[.):]{1,2})")
SIGN = re.compile(r"[.):]+")
# What ModernGov's Word templates put around their sections: "<AI1>", "</TRAILER_SECTION>".
TEMPLATE = re.compile(r"(?:</?(?:AI\d{1,4}|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4})>\s?){1,10}")
DROPPED = 10_000  # characters of what is left out that are kept for whoever wants to look


@dataclass(slots=True, kw_only=True)
class _Frame:
    """An element that is open, and what it says of the words under it."""

    element: etree._Element
    children: Iterator[etree._Element]
    look: Look
    block: bool
    level: int = 0  # heading
    mark: Mark | None = None  # until its first words
    list_: Numbering | None = None
    depth: int = -1  # of the list around


@dataclass(slots=True, kw_only=True)
class Walk:
    """Goes through a page once, without recursion, for pages nest as deep as they like."""

    sheet: Sheet
    marks: Marks
    pieces: list[Piece] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _stack: list[_Frame] = field(default_factory=list)
    _marked: list[_Frame] = field(default_factory=list)  # those of the stack whose first words are still to come
    _lists: list[Numbering] = field(default_factory=list)  # those that are open
    _number: str = ""  # printed before the words to come, by a list or in a cell of its own
    _alone: str = ""  # a number that stood alone in its block, as it was printed
    _place: str = ""

    def through(self, root: etree._Element) -> list[Piece]:
        """The pieces under an element, which may be read again from their beginning later."""
        self._open(root)
        while self._stack:
            frame = self._stack[-1]
            child = next(frame.children, None)
            if child is None:
                self._close(frame)
            elif not isinstance(child.tag, str) or self._is_left_out(child):
                self._say(child.tail)
            else:
                self._open(child)
        self._settle()
        return self.pieces

    # -- elements ----------------------------------------------------------------------------------------------------

    def _is_left_out(self, element: etree._Element) -> bool:
        """Does the page's reader not see it, or see that it is no part of the document? Notes what was left out."""
        mark = self.marks.get(element)
        if mark is not None and mark.silent:
            return True
        why = mark.out if mark is not None else ""
        if not why and not is_shown(element) and not (mark is not None and mark.opens):
            why = "" if name(element) in UNSEEN else "hidden"
            if not why:
                return True
        if not why and name(element) == "label" and element.get("for"):
            why = "form"
        if why and (words := words_of(element)):
            self.dropped.append(Dropped(words=words[:DROPPED], why=why))
        return bool(why)

    def _open(self, element: etree._Element) -> None:
        around = self._stack[-1] if self._stack else None
        tag, said = name(element), self.sheet.of(element)
        look = look_of(element, around.look if around else Look(), self.sheet)
        frame = _Frame(
            element=element, children=iter(element), look=look, block=tag in BLOCKS or bool(AS_BLOCK.search(said)),
            level=around.level if around else 0, mark=self.marks.get(element), depth=around.depth if around else -1,
        )  # fmt: skip
        if frame.block:
            self._flush()
        self._stack.append(frame)
        if frame.mark is not None and not frame.mark.out:
            self._marked.append(frame)
        if tag == "a" and element.get("name") or element.get("id"):
            self._place = element.get("id") or element.get("name") or ""
        if heading := HEADING.fullmatch(tag):
            frame.level = int(heading.group(1))
        elif element.get("role") == "heading":
            frame.level = _level(element.get("aria-level"))
        elif tag == "p" and (word := WORD_HEADING.search(element.get("class") or "")):
            frame.level = int(word["level"] or 1)
        if tag in ("ul", "ol", "menu", "dir"):
            frame.list_, frame.depth = Numbering(element, look.list_type), frame.depth + 1
            self._lists.append(frame.list_)
        elif tag == "li":
            self._settle()
            self._number = self._lists[-1].marker(element, look.list_type) if self._lists else ""
        elif tag == "dt" and frame.mark is None:
            frame.mark = Mark(role="label")
            self._marked.append(frame)
        elif tag == "br":
            self._runs.append(Run(text="\n"))
        elif tag == "hr":
            self._settle()
            self.pieces.append(Piece(kind="rule"))
        elif tag == "table" and not (frame.mark and frame.mark.laid_out) and self._table(element):
            frame.children = iter(())
            return
        if LIST_NUMBER.search(element.get("style") or ""):
            self._listed(words_of(element))
            frame.children = iter(())
            return
        if LIST_GAP.search(element.get("style") or "") and not words_of(element):
            lead = squash(seen("".join(run.text for run in self._runs)))
            if lead and len(lead) <= 12 and " " not in lead:
                self._listed(lead)
                self._runs.clear()
        self._say(element.text)

    def _close(self, frame: _Frame) -> None:
        if frame.block:
            self._flush()
        if name(frame.element) in ("li", "tr"):
            self._settle()
        self._stack.pop()
        if frame.list_ is not None:
            self._lists.pop()
        if self._marked and self._marked[-1] is frame:
            self._marked.pop()
        self._say(frame.element.tail)

    def _say(self, text: str | None) -> None:
        if not text or not self._stack:
            return
        look = self._stack[-1].look
        words = str(text) if look.keeps_lines else str(text).replace("\n", " ")
        self._runs.append(Run(text=words, bold=look.bold, struck=look.struck))

    def _listed(self, number: str) -> None:
        """The number or bullet that Word wrote before a list item: symbols of its picture fonts are bullets."""
        if number:
            self._number = number if NUMBER_LIKE.fullmatch(number) else BULLET

    def _table(self, table: etree._Element) -> bool:
        dropped: list[Dropped] = []

        def pieces_of(cell: etree._Element) -> list[Piece]:
            walk = Walk(sheet=self.sheet, marks=self.marks, dropped=dropped)
            return walk.through(cell)

        rows = rows_of(table, pieces_of)
        if rows is None:
            return False
        self._settle()
        self.dropped += dropped
        self.pieces += rows
        return True

    # -- words -------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """The words so far are a block, or several where its lines are entries."""
        found = entries(self._runs) if self._runs else []
        self._runs.clear()
        for entry in found:
            cut = None if self._marked or self._stack[-1].level else cut_at(entry.words, entry.opening())
            if cut:  # "<b>7. Roads</b> The Clerk reported …"
                self._piece(entry.part(0, cut[0]))
                self._piece(entry.part(cut[1], len(entry.words)))
            else:
                self._piece(entry)

    def _piece(self, entry: Entry) -> None:
        if TEMPLATE.fullmatch(entry.words):
            self.dropped.append(Dropped(words=entry.words, why="mark of a template"))
            return
        mark = self._marked.pop().mark if self._marked else None
        mark = mark or Mark()
        printed, at = ("", 0) if mark.marker else _typed(entry.words)
        if printed and at >= len(entry.words):
            self._settle()
            self._number = self._alone = entry.words
            return
        number, alone = self._number, self._alone
        self._number = self._alone = ""
        if alone and (printed or mark.marker):
            self.pieces.append(Piece(words=alone))
        elif printed and number and number != BULLET:
            printed, at = "", 0  # "1. (a)": the list's own number is the item's
        marker = mark.marker or printed or ("" if mark.bare else number)
        top = self._stack[-1]
        level = mark.level or top.level
        kind: BlockKind = mark.kind or ("heading" if level else ("list" if marker else "paragraph"))
        self.pieces.append(
            Piece(
                kind=kind,
                words=entry.words[at:],
                marker=marker,
                level=level if kind == "heading" else max(0, top.depth) if kind == "list" else 0,
                bold=entry.is_bold(at),
                role=mark.role,
                place=mark.place or self._place,
                identifier=mark.identifier,
                struck=tuple((max(0, a - at), b - at) for a, b in entry.struck if b > at),
            )
        )
        self._place = ""

    def _settle(self) -> None:
        """A number that stood alone and before nothing is words after all."""
        self._flush()
        if self._alone:
            self.pieces.append(Piece(words=self._alone))
        self._number = self._alone = ""


def _typed(words: str) -> tuple[str, int]:
    """(number or bullet as it is typed before the words, where they begin); ("", 0) where there is none.

    >>> _typed("2) Noted the publication"), _typed("12 March 2013")
    (('2)', 3), ('', 0))
    """
    bullet = TYPED_BULLET.match(words)
    found = marker_at(words, bullet.end() if bullet else 0)
    if found is None:
        return (bullet.group(1), bullet.end()) if bullet else ("", 0)
    marker, at = found
    sign = SIGN.match(words, words.find(marker) + len(marker))
    if sign and sign.end() <= at and marker[-1].isalnum():
        marker += sign.group()
    return marker, at


def _level(text: str | None) -> int:
    return int(text) if text and text.strip() in tuple("123456") else 2
