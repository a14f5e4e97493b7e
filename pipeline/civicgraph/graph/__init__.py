"""Stage 5: findings and the register → triples. A document's graph holds its facts, each with the words that state it.

`document_triples` gives one document; `derived_quads` what follows from all of them together (`graph/identity.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.graph.acts import write_decisions
from civicgraph.graph.events import write_meetings, write_people
from civicgraph.graph.identity import derived_quads
from civicgraph.graph.page import Page
from civicgraph.graph.papers import write_papers
from civicgraph.model import Findings, Register

__all__ = ["derived_quads", "document_triples"]

WRITERS = (write_meetings, write_people, write_papers, write_decisions)


def document_triples(findings: Findings, register: Register, words: str) -> Iterator[tuple[str, bool]]:
    """(N-Triples statement without its full stop, is it a fact for the default graph) of one document, sorted.

    `words` is the document's text, from which every quotation is cut.
    """
    page = Page(findings, register, words)
    page.write_document()
    for write in WRITERS:
        write(page)
    page.write_names()
    page.write_problems()
    page.write_candidates()
    for line in sorted(page.sink.lines):
        yield line, page.sink.lines[line]
