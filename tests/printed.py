"""How a number or bullet is printed before a block, with the punctuation that `Block.marker` leaves out."""

from __future__ import annotations

from civicgraph.model import Block, Document


def printed(document: Document, block: Block) -> str:
    """ "1." of "1. Apologies"."""
    return document.text[block.span.start : block.words.start].strip()
