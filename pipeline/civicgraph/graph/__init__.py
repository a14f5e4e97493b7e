"""Stage 5: findings and the register → triples. A document's graph holds its facts, each with the words that state it.

`document_triples` gives one document; `derived_quads` what follows from all of them together: names over the years,
bodies that continue others, why two names were taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph import __version__, ids
from civicgraph.graph.acts import write_decisions
from civicgraph.graph.describe import describe
from civicgraph.graph.events import write_meetings, write_people
from civicgraph.graph.page import Page
from civicgraph.graph.papers import write_papers
from civicgraph.graph.triples import iri, text
from civicgraph.graph.works import describe_works, open_works
from civicgraph.model import Findings, Reason, Register
from civicgraph.vocab import CIV, PROV, RDF

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


def derived_quads(register: Register) -> Iterator[str]:
    """What is known over all documents, in the default graph, and in a named graph a rule what was inferred, sorted."""
    lines: set[str] = set()
    identity = ids.rule_graph(register.base, "identity")
    for entity in register.entities.values():
        for line in describe(entity, register):
            lines |= {f"{line} .", f"{line} <{identity}> ."}
        for reason in entity.reasons:
            lines.add(_reason(entity.iri, reason, identity))
    for line in describe_works(register):
        lines |= {f"{line} .", f"{line} <{identity}> ."}
    for work in register.works:
        lines |= {_reason(work.iri, reason, identity) for reason in work.joins}
    lines |= {f"{line} <{identity}> ." for line in open_works(register)}
    for (document, _), known in register.identified.items():
        told = f"<{known.iri}> <{CIV.ofBody}> {iri(known.body)}"
        lines |= {f"{told} .", f"{told} <{identity}> ."}
        lines.add(_reason(register.documents[document], known.reason, identity))
    for document, reason in register.placed.items():
        lines.add(_reason(register.documents[document], reason, identity))
    for old, new in register.continued:
        line = f"<{old}> <{CIV.continuedBy}> {iri(new)}"
        lines |= {f"{line} .", f"{line} <{ids.rule_graph(register.base, 'body-succession')}> ."}
    agent = f"<{ids.software_agent(register.base, __version__)}> <{RDF.type}> {iri(PROV.SoftwareAgent)}"
    lines |= {f"{agent} .", f"{agent} <{identity}> ."}
    yield from sorted(lines)


def _reason(subject: str, reason: Reason, graph: str) -> str:
    return f"<{subject}> <{CIV.linkReason}> {text(f'{reason.feature}: {reason.value}')} <{graph}> ."
