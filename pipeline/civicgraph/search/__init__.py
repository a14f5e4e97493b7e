"""Search by words: names of things, what bodies did, and the documents' text, in a file beside the graph.

write(store, texts, place / FILE)     at the end of a build, before the graph counts
find(place / FILE, "social workers")  what has these words, with the numbers of each kind, body, council and year
"""

from __future__ import annotations

from civicgraph.search.find import (
    CLOSES,
    OPENS,
    Found,
    Hit,
    Labels,
    Wish,
    find,
    first,
    kept,
    newest,
    totals,
    unanswered,
)
from civicgraph.search.index import FILE, FORM, KEPT, write, writer

__all__ = [
    "CLOSES",
    "FILE",
    "FORM",
    "KEPT",
    "OPENS",
    "Found",
    "Hit",
    "Labels",
    "Wish",
    "find",
    "first",
    "kept",
    "newest",
    "totals",
    "unanswered",
    "write",
    "writer",
]
