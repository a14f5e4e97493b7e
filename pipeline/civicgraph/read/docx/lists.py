"""Which list a paragraph is in, and at which level: by what it says itself, else by its style."""

from __future__ import annotations

from lxml import etree

from civicgraph.read.docx.numbering import Numbering
from civicgraph.read.docx.package import W
from civicgraph.read.docx.styles import Styles, value

OFF = "0"  # the instance by which a paragraph, or a style, is taken out of a list
LEVELS = tuple("012345678")


def list_of(properties: etree._Element | None, style: str, styles: Styles, numbering: Numbering) -> tuple[str, int]:
    """(instance, level) of a paragraph with these properties and style; ("", 0) of one outside of all lists."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    instance, level = value(own, "numId"), value(own, "ilvl")
    if not instance:
        passed: list[tuple[str, str]] = []
        for one in styles.chain(style):
            found = one.find(f"{W}pPr/{W}numPr")
            passed.append((one.get(f"{W}styleId", ""), value(found, "ilvl")))
            if instance := value(found, "numId"):
                break
        level = level or _level_of(instance, passed, numbering)
    if instance in ("", OFF):
        return "", 0
    return instance, int(level) if level in LEVELS else 0


def _level_of(instance: str, styles: list[tuple[str, str]], numbering: Numbering) -> str:
    """The level of a paragraph by its styles, nearest first: a level that names a style is the style's."""
    for key, level in styles:
        linked = numbering.level_of(instance, key)
        if linked is not None or level:
            return level if linked is None else str(linked)
    return ""
