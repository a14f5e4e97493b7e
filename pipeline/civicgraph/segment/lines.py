"""A line of a document's head, and a value that stands in it."""

from __future__ import annotations

from civicgraph.model import Quoted, Span

Line = tuple[str, Span]  # folded, so that offsets into it are offsets into the span


def quoted(text: str, span: Span, start: int, end: int) -> Quoted:
    return Quoted(text=text, span=Span(start=span.start + start, end=span.start + end))
