"""The words of a paragraph: its runs in order, with the results of fields and without what is deleted or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from civicgraph.read.docx.marked import BOLD, STRUCK, Marked
from civicgraph.read.docx.numbering import MC
from civicgraph.read.docx.package import W
from civicgraph.read.docx.styles import Styles, on, value

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TAB, BREAK, PAGE_BREAK = "\t", "\n", "\f"
# What stands for one character. A hyphen that does not break a line is a hyphen; one that only breaks it is nothing.
SIGNS = {W + "tab": TAB, W + "ptab": TAB, W + "br": BREAK, W + "cr": BREAK, W + "noBreakHyphen": "-"}
# Wrappers whose content counts as if it stood there; a moved passage is read where it was moved to.
CLEAR = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
GONE = {W + "del": "deleted in tracked changes", W + "moveFrom": "moved in tracked changes"}
PLACEHOLDER = "placeholder of a form"
HIDDEN = "hidden text"
# Glyphs of Wingdings and Symbol that say something in a form or a table of who was there.
GLYPHS = {0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0xB7: "•", 0xA7: "•", 0x78: "☒"}


@dataclass(slots=True, kw_only=True)
class Words:
    """What a paragraph holds."""

    parts: list[Marked] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)  # words that are not of the text, and why
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes that are anchored in it
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", id), in order

    def text(self) -> Marked:
        return Marked.joined(self.parts)


def words_of(paragraph: etree._Element, style: str, styles: Styles) -> Words:
    """The words of a `w:p` of a paragraph style."""
    return _Reader(style, styles).read(paragraph)


class _Reader:
    def __init__(self, style: str, styles: Styles) -> None:
        self._style, self._styles = style, styles
        self._words = Words()
        self._fields: list[bool] = []  # of each field that is open: are we in its instruction?

    def read(self, paragraph: etree._Element) -> Words:
        self._inline(paragraph)
        return self._words

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag == W + "r":
                self._run(child)
            elif child.tag in CLEAR:
                self._inline(child)
            elif child.tag == W + "sdt":
                self._control(child)
            elif child.tag in GONE:
                self._leave(child, GONE[child.tag])
            elif child.tag == MC + "AlternateContent":
                self._inline(branch(child))
            elif child.tag == W + "ruby":
                for base in child.findall(f"{W}rubyBase"):
                    self._inline(base)
            elif child.tag == M + "r":
                self._words.parts += [Marked.of(text.text or "") for text in child.findall(f"{M}t")]
            elif child.tag.startswith(M):
                self._inline(child)

    def _control(self, control: etree._Element) -> None:
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        if shows_placeholder(control):
            self._leave(content, PLACEHOLDER)
        else:
            self._inline(content)

    def _leave(self, element: etree._Element, why: str) -> None:
        text = "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))
        if text.strip():
            self._words.gone.append((text, why))

    def _run(self, run: etree._Element) -> None:
        properties = run.find(f"{W}rPr")
        if self._on("vanish", properties):
            self._leave(run, HIDDEN)
            return
        struck = self._on("strike", properties) or self._on("dstrike", properties)
        marks = (BOLD if self._on("b", properties) else 0) | (STRUCK if struck else 0)
        text: list[str] = []
        self._signs_of(run, text)
        if text:
            self._words.parts.append(Marked.of("".join(text), marks))

    def _signs_of(self, run: etree._Element, text: list[str]) -> None:
        for child in run:
            if child.tag == W + "fldChar":
                text.append(self._field(child))
            elif any(self._fields):
                continue
            elif child.tag == W + "t":
                text.append(re.sub(r"[\t\n\f]", " ", child.text or ""))
            elif child.tag == W + "br" and child.get(f"{W}type") == "page":
                text.append(PAGE_BREAK)
            elif child.tag in SIGNS:
                text.append(SIGNS[child.tag])
            elif child.tag == W + "sym":
                text.append(_glyph(child))
            elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
                kind = "footnote" if child.tag == W + "footnoteReference" else "endnote"
                self._words.notes.append((kind, child.get(f"{W}id", "")))
            elif child.tag == MC + "AlternateContent":
                self._signs_of(branch(child), text)
            elif child.tag in (W + "drawing", W + "pict", W + "object"):
                self._words.boxes += _boxes(child)

    def _field(self, sign: etree._Element) -> str:
        kind = sign.get(f"{W}fldCharType", "")
        if kind == "begin":
            self._fields.append(True)
            return _form_value(sign) if not any(self._fields[:-1]) else ""
        if kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
        return ""

    def _on(self, name: str, properties: etree._Element | None) -> bool:
        return self._styles.toggled(name, self._style, properties)


def branch(alternate: etree._Element) -> etree._Element:
    """The one branch of an `mc:AlternateContent` that is read: all say the same, the first in the newest way."""
    for child in alternate:
        if any(True for _ in child.iter(f"{W}t", f"{W}sym", f"{W}p")):
            return child
    return alternate[0] if len(alternate) else alternate


def shows_placeholder(control: etree._Element) -> bool:
    """Is a content control empty, so that "Click here to enter text" stands in it?"""
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shown is not None and on(shown)


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing; a box in a box is found when its own paragraphs are read."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        if element.tag == W + "txbxContent":
            yield element
        elif element.tag == MC + "AlternateContent":
            stack.append(branch(element))
        else:
            stack.extend(reversed(element))


def _glyph(sign: etree._Element) -> str:
    """A character by its place in a font: one of Symbol or Wingdings by what it shows, else by its number."""
    code = sign.get(f"{W}char", "")
    number = int(code, 16) if 0 < len(code) <= 4 and all(c in "0123456789abcdefABCDEF" for c in code) else 0
    if 0xF000 <= number <= 0xF0FF:
        return GLYPHS.get(number - 0xF000, "")
    return chr(number) if number >= 0x20 and not 0xD800 <= number < 0xE000 else ""


def _form_value(begin: etree._Element) -> str:
    """What was ticked or chosen in a field of a form, which stands in no run."""
    data = begin.find(f"{W}ffData")
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = state if state is not None else box.find(f"{W}default")
        return "☒" if state is not None and on(state) else "☐"
    choices = data.find(f"{W}ddList")
    if choices is not None:
        entries = choices.findall(f"{W}listEntry")
        chosen = value(choices, "result") or value(choices, "default") or "0"
        if chosen.isdecimal() and int(chosen[:4]) < len(entries):
            return entries[int(chosen[:4])].get(f"{W}val", "")
    return ""
