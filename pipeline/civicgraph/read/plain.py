"""Plain text: the words are the file's own, untouched; only the layout is read."""

from __future__ import annotations

from civicgraph.model import Block
from civicgraph.read.layout import Line, blocks_of


def lines(text: str) -> tuple[str, tuple[Block, ...]]:
    """(text, blocks); the text is what came in."""
    out, at, page = [], 0, 1
    for raw in text.split("\n"):
        page += raw.count("\f")
        out.append(Line(start=at, raw=raw.replace("\f", " "), page=page if page > 1 or "\f" in text else 0))
        at += len(raw) + 1
    return text, blocks_of(text, out)
