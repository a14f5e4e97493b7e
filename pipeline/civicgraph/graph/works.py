"""Reports as works."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.graph.triples import iri, text
from civicgraph.model import Register
from civicgraph.vocab import CIV, DCTERMS, RDF, SKOS


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
