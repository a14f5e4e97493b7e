"""Plain text: the words are the file's own, untouched; only the layout is read."""

from __future__ import annotations

from civicgraph.read.compose import Reading
from civicgraph.read.layout import Line, blocks_of
from civicgraph.read.raw import Raw


def read(raw: Raw) -> Reading:
    """The text is what came in. Raises `DocumentError` for what is no text."""
    out, at, page = [], 0, 1
    for line in raw.lines():
        page += line.count("\f")
        out.append(Line(start=at, raw=line.replace("\f", " "), page=page if page > 1 or "\f" in raw.text else 0))
        at += len(line) + 1
    return Reading(text=raw.text, blocks=blocks_of(raw.text, out), notes=raw.notes)
