"""What a paragraph or a run has from its styles: its number, its rank as a heading, bold, hidden, struck through.

ECMA-376 part 1, 17.7: a style has what the one that it is based on has, unless it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from civicgraph.read.docx.package import W

LONGEST = 32  # styles based on one another
HEADING = re.compile(r"heading ([1-9])$")
OFF = frozenset(("0", "false", "off", "none"))


class Styles:
    """The styles of one document, by their ids; `root` is None where it has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._usual = ""  # of a paragraph that names no style
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        self._toggles: dict[tuple[str, str], bool] = {}
        self._nearest: dict[tuple[str, str], etree._Element | None] = {}
        self._ranks: dict[str, int] = {}
        self._names: dict[str, str] = {}
        for style in root.findall(f"{W}style") if root is not None else ():
            self._styles.setdefault(style.get(f"{W}styleId", ""), style)
            if style.get(f"{W}type") == "paragraph" and said(style.get(f"{W}default", "0")):
                self._usual = style.get(f"{W}styleId", "")
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None

    def of(self, properties: etree._Element | None) -> str:
        """Id of the style of a paragraph with these properties."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._usual

    def name(self, style: str) -> str:
        """The name that Word gives it in every language: "heading 1", "title", "toc 2"; their ids differ."""
        if style not in self._names:
            self._names[style] = value(self._styles.get(style), "name").lower()
        return self._names[style]

    def nearest(self, style: str, name: str, properties: etree._Element | None) -> etree._Element | None:
        """A property of a paragraph: its own, or that of the nearest style that has it."""
        own = properties.find(W + name) if properties is not None else None
        if own is not None:
            return own
        if (style, name) not in self._nearest:
            found = (one.find(f"{W}pPr/{W}{name}") for one in self.chain(style))
            self._nearest[style, name] = next((one for one in found if one is not None), None)
        return self._nearest[style, name]

    def chain(self, style: str) -> tuple[etree._Element, ...]:
        """The style and those that it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._based(style))
        return self._chains[style]

    def heading(self, properties: etree._Element | None) -> int:
        """1 to 9 for a heading, 0 for text: by an outline level, which headings have in any language, or by name."""
        direct = value(properties, "outlineLvl")
        if direct:
            return _level(direct)
        style = self.of(properties)
        if style not in self._ranks:
            self._ranks[style] = self._rank(style)
        return self._ranks[style]

    def _rank(self, style: str) -> int:
        for one in self.chain(style):
            name = value(one, "name").lower()
            if found := HEADING.match(name):
                return int(found.group(1))
            if name == "title":
                return 1
            if own := value(one.find(f"{W}pPr"), "outlineLvl"):
                return _level(own)
        return 0

    def toggled(self, name: str, paragraph: str, run: etree._Element | None) -> bool:
        """Is a run bold ("b"), hidden ("vanish"), struck ("strike")?

        What it says itself holds; else both its own style and the paragraph's switch it, so that a bold style within a
        bold paragraph is not bold (17.7.3).
        """
        own = run.find(W + name) if run is not None else None
        if own is not None:
            return on(own)
        default = self._defaults.find(W + name) if self._defaults is not None else None
        if default is not None and on(default):
            return True
        return self._toggle(paragraph, name) != self._toggle(value(run, "rStyle"), name)

    def _toggle(self, style: str, name: str) -> bool:
        key = (style, name)
        if key not in self._toggles:
            found = (one.find(f"{W}rPr/{W}{name}") for one in self.chain(style))
            self._toggles[key] = next((on(one) for one in found if one is not None), False)
        return self._toggles[key]

    def _based(self, style: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < LONGEST:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")


def value(parent: etree._Element | None, name: str) -> str:
    """The `w:val` of a child element; "" where there is none."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def said(word: str) -> bool:
    return word.lower() not in OFF


def on(element: etree._Element) -> bool:
    """Is a switch on? It is where it stands without a value."""
    return said(element.get(f"{W}val", "true"))


def _level(outline: str) -> int:
    return int(outline) + 1 if outline in "012345678" else 0
