"""Stage 5: findings and the register → triples. A document's graph holds its facts, each with the words that state it.

`document_triples` gives one document; `derived_quads` what follows from all of them together (`graph/identity.py`), and
`overlay_quads` what people said of it (`graph/overlay.py`), `rule_quads` what the graphs of derived facts are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.graph.acts import write_decisions
from civicgraph.graph.dropping import Dropped, drop
from civicgraph.graph.events import write_meetings, write_people
from civicgraph.graph.identity import derived_quads
from civicgraph.graph.overlay import outcomes, overlay_quads, unfit
from civicgraph.graph.page import Page
from civicgraph.graph.papers import write_papers
from civicgraph.graph.rules import rule_quads
from civicgraph.model import Findings, Register

__all__ = [
    "Dropped", "Written", "derived_quads", "document_triples", "outcomes", "overlay_quads", "rule_quads", "unfit",
    "written",
]  # fmt: skip

WRITERS = (write_meetings, write_people, write_papers, write_decisions)


@dataclass(frozen=True, slots=True)
class Written:
    """`lines`: N-Triples statements without their full stops, sorted, each with whether it is a fact for the default
    graph; `dropped`: what a person took out of them."""

    lines: tuple[tuple[str, bool], ...]
    dropped: tuple[Dropped, ...]


def written(findings: Findings, register: Register, words: str) -> Written:
    """One document. `words` is its text, from which every quotation is cut."""
    page = Page(findings, register, words)
    page.write_document()
    for write in WRITERS:
        write(page)
    page.write_names()
    page.write_problems()
    page.write_candidates()
    dropped = tuple(drop(page))
    return Written(lines=tuple(sorted(page.sink.lines.items())), dropped=dropped)


def document_triples(findings: Findings, register: Register, words: str) -> Iterator[tuple[str, bool]]:
    """The lines of one document, as `written` gives them."""
    yield from written(findings, register, words).lines
