"""What this service is, as triples (SPARQL 1.1 Service Description), for programs that look for one."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response

from civicgraph.vocab import CIV, DCTERMS, NAMESPACES, RDF, SD, VOID
from civicgraph.web.html import address
from civicgraph.web.sparql.formats import ROWS, TRIPLES, Form, headers
from civicgraph.web.sparql.job import FACTS

PREFIXES = {prefix: str(space) for prefix, space in {**NAMESPACES, "sd": SD, "void": VOID}.items()}
ABOUT = (
    "Queries only, no SERVICE. The default graph has what any graph states, each statement once, but for what people "
    "took back; each source document has a named graph with what it states and the words that say so, and so has each "
    f"rule that derives. The linked facts alone are the default graph {FACTS}."
)


def description(request: Request, form: Form) -> Response:
    base: str = request.app.state.settings.base
    written = form.written_as if isinstance(form.written_as, RdfFormat) else RdfFormat.TURTLE
    made = serialize(triples(address(request, "/sparql"), base), format=written, prefixes=PREFIXES)
    return Response(made, headers=headers(form.media[0]))


def triples(here: str, base: str) -> Iterator[Triple]:
    """About the service at this address, whose graph has things under `base`."""
    service, dataset, graph = NamedNode(here), NamedNode(f"{here}#dataset"), NamedNode(f"{here}#default-graph")

    def said(subject: NamedNode, predicate: str, value: NamedNode | str | Literal) -> Triple:
        return Triple(subject, NamedNode(predicate), NamedNode(value) if isinstance(value, str) else value)

    yield said(service, RDF.type, SD.Service)
    yield said(service, DCTERMS.description, Literal(ABOUT, language="en"))
    yield said(service, SD.endpoint, service)
    yield said(service, SD.supportedLanguage, SD.SPARQL11Query)
    yield said(service, SD.feature, SD.UnionDefaultGraph)
    for form in (*ROWS, *TRIPLES):
        yield said(service, SD.resultFormat, form.iri)
    yield said(service, SD.defaultDataset, dataset)
    yield said(dataset, RDF.type, SD.Dataset)
    yield said(dataset, RDF.type, VOID.Dataset)
    yield said(dataset, SD.defaultGraph, graph)
    yield said(graph, RDF.type, SD.Graph)
    yield said(dataset, VOID.uriSpace, Literal(base))
    yield said(dataset, VOID.vocabulary, str(CIV))
