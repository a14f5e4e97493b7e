"""Running heads and feet, which are furniture; and the letterhead of the first page, which is not.

A head that only the first page has says once whose document it is and of what day. One that every page has is left
out, since clerks forget to change the date in it; only a council's name in it counts where nothing else names one.
"""

from __future__ import annotations

from lxml import etree

from civicgraph.read.compose import Piece
from civicgraph.read.docx.package import RELATION_ID, Package, W
from civicgraph.read.docx.story import Story
from civicgraph.read.docx.styles import on
from civicgraph.read.docx.tables import words_of
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import plain

RUNNING = {"headerReference": "running head", "footerReference": "running foot"}


def read_heads(
    package: Package, body: etree._Element, story: Story, text: list[Piece]
) -> tuple[list[Piece], list[tuple[str, str]]]:
    """(pieces that stand over the text, (words, why) of what is left out), from all headers and footers."""
    said = {plain(words_of(piece)) for piece in text}
    heads: list[Piece] = []
    gone: list[tuple[str, str]] = []
    seen: set[str] = set()
    for n, section in enumerate(body.iter(f"{W}sectPr")):
        first_differs = (mark := section.find(f"{W}titlePg")) is not None and on(mark)
        for reference in section:
            name = str(reference.tag).removeprefix(W)
            identifier = reference.get(RELATION_ID, "")
            kind = reference.get(f"{W}type", "default")
            if name not in RUNNING or identifier in seen or (kind == "first" and not first_differs):
                continue
            seen.add(identifier)
            root = package.related(identifier)
            pieces = [p for p in story.read(root, f"/{name}[{identifier}]") if words_of(p)] if root is not None else []
            letterhead = n == 0 and name == "headerReference" and kind == "first"
            for piece in pieces:
                words = words_of(piece)
                new = plain(words) not in said and any(char.isalpha() for char in words)
                if new and (letterhead or (name == "headerReference" and _names_council(words, text))):
                    heads.append(piece)
                    said.add(plain(words))
                else:
                    gone.append((words, RUNNING[name]))
    return heads, gone


def _names_council(words: str, text: list[Piece]) -> bool:
    """Does a running head name a council whose name the text does not have?"""
    council = council_of(words.strip(" .,-"))
    return council is not None and not any(words.lower() in words_of(piece).lower() for piece in text)
