"""Web pages made of blocks: what a council's system would print for them, so that the reading of it can be compared."""

from __future__ import annotations

from html import escape
from itertools import groupby

from civicgraph.model import Block, Document

STYLE = "<style>body{font-family:Arial} .x{display:none}</style>"


def html_of(document: Document) -> bytes:
    """A page with the blocks of a document as its main content, between a menu and a footer."""
    body = "\n".join(
        _table(document, list(group)) if kind == "row" else "\n".join(_block(document, block) for block in group)
        for kind, group in groupby(document.blocks, key=lambda block: block.kind)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Minutes</title>{STYLE}</head><body>"
        "<a href='#content'>Skip to main content</a><nav><ul><li><a href='/'>Home</a></li></ul></nav>"
        f"<main id='content'>{body}</main><footer>&copy; Any Council</footer></body></html>"
    ).encode()


def _block(document: Document, block: Block) -> str:
    if block.kind == "rule":
        return "<hr>"
    words = escape(" ".join(document.quote(block.words).split()))
    if not words:
        return f"<p>{escape(block.marker)}</p>"
    lead = f"{escape(_printed(document, block))} " if block.marker else ""
    if block.kind == "heading":
        return f"<h{block.level or 2}>{lead}{words}</h{block.level or 2}>"
    if block.marker in ("-", "*", "•", "·"):
        return f"<ul><li>{words}</li></ul>"
    return f"<p>{lead}<b>{words}</b></p>" if block.bold else f"<p>{lead}{words}</p>"


def _printed(document: Document, block: Block) -> str:
    """The number with its stop, as it stands in the text."""
    return " ".join(document.text[block.span.start : block.words.start].split())


def _table(document: Document, rows: list[Block]) -> str:
    cells = (
        "".join(f"<td>{escape(' '.join(document.quote(cell).split()))}</td>" for cell in row.cells) for row in rows
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
