"""Reports as works, and the pairs of papers of which it was left open whether they are one; in the identity graph."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph import ids
from civicgraph.graph.triples import iri, text, typed
from civicgraph.model import Register
from civicgraph.vocab import CIV, DCTERMS, RDF, SKOS, XSD


def describe_works(register: Register) -> Iterator[str]:
    """Statements without their full stops: title, other forms of it, printed number, council."""
    for work in register.works:
        at = f"<{work.iri}>"
        yield f"{at} <{RDF.type}> {iri(CIV.ReportWork)}"
        yield f"{at} <{DCTERMS.title}> {text(work.title)}"
        yield f"{at} <{CIV.ofCouncil}> {iri(work.council)}"
        if work.reference:
            yield f"{at} <{DCTERMS.identifier}> {text(work.reference)}"
        for other in work.titles:
            if other != work.title:
                yield f"{at} <{SKOS.altLabel}> {text(other)}"


def open_works(register: Register) -> Iterator[str]:
    """Each pair that was left open: a node with its two sides, what speaks for it, and how much; without full stops."""
    for pair in register.open_works:
        at = f"<{ids.open_pair(pair.one, pair.other)}>"
        yield f"{at} <{RDF.type}> {iri(CIV.OpenPair)}"
        yield f"{at} <{CIV.between}> {iri(pair.one)}"
        yield f"{at} <{CIV.between}> {iri(pair.other)}"
        yield f"{at} <{CIV.score}> {typed(f'{min(pair.score, 1):.2f}', XSD.decimal)}"
        yield f"{at} <{CIV.linkReason}> {text(f'{pair.reason.feature}: {pair.reason.value}')}"
