"""One part of a document as the rules see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.model import Block, Document, Item, Mention, Part, Span

# A full stop that ends no sentence.
NO_STOP = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Cllrs|St|No|Nos|Ref|para|Para|i\.e|e\.g|ie|eg|vs|etc|approx|Rev|Hon|Prof|Sgt|Insp|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m|Ltd|Nb)|^\s*\d{1,3}|\s[ivx]{1,4})$"
)
STOP = re.compile(r"[.!?][\"')\]]{0,2}(?=\s+[\"'(\[]?[A-Z0-9])|;\s*\n|\n\s*\n(?=[A-Z(\"'])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A part, its document, and where its meeting and items stand in the findings."""

    document: Document
    folded: str  # the whole text, character for character
    part: Part
    meeting: int | None
    first_item: int  # index of the part's first item in Findings.items
    body: Mention | None  # the body that met

    def text(self, span: Span) -> str:
        return self.folded[span.start : span.end]

    def blocks(self, item: Item | None = None) -> list[tuple[int, Block]]:
        first, last = (item.first, item.last) if item else (self.part.first, self.part.last)
        return [(i, self.document.blocks[i]) for i in range(first, last) if self.document.blocks[i].kind != "rule"]

    def item_at(self, offset: int) -> int | None:
        """Index in Findings.items of the item that this offset stands in."""
        found = None
        for n, item in enumerate(self.part.items):
            if self.document.blocks[item.first].span.start <= offset:
                found = self.first_item + n
        return found


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a block."""
    out, start = [], 0
    for found in STOP.finditer(text):
        if found.group()[0] == "." and NO_STOP.search(text[max(start, found.start() - 12) : found.start()]):
            continue
        end = found.end()
        if text[start:end].strip():
            out.append((start, end))
        start = end
    if text[start:].strip():
        out.append((start, len(text)))
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in out]
