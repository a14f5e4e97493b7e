"""SHACL, with pySHACL, some thousand things at a time: so the memory it takes does not grow with the graph.

Every shape of ours looks at a thing, its own properties and the classes of their values, and no further; `targets`
refuses a shapes file for which that is not true.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, Store
from rdflib import RDF, RDFS, BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

from civicgraph.errors import UsageError
from civicgraph.resources import folder
from civicgraph.validate.corrections import Pattern, without_dropped
from civicgraph.validate.faults import Fault, stated_in
from civicgraph.validate.sieve import Term, Test, sieve
from civicgraph.vocab import CIV, short

BATCH = 2000
# Constraints that look at values further away, or at the whole graph.
_FAR = (SH.sparql, SH.node, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf, SH.target, SH.qualifiedValueShape)
_TYPE, _SUBCLASS = NamedNode(str(RDF.type)), NamedNode(str(RDFS.subClassOf))
_FILE_NAME = NamedNode(CIV.fileName)


def shapes(store: Store, texts: Path, *, batch: int = BATCH, quick: bool = True) -> Iterator[Fault]:
    """A fault for each violation of `ontology/shapes.ttl`, over all graphs merged but for what people dropped; `quick`:
    see `sieve`."""
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # "2018-02-31" is a fault to list, not a traceback
    path = folder("ontology") / "shapes.ttl"
    graph = Graph().parse(path, format="turtle")
    classes = targets(graph, str(path))
    schema = Graph()
    for quad in store.quads_for_pattern(None, _SUBCLASS, None, None):
        schema.add((_node(quad.subject), RDFS.subClassOf, _node(quad.object)))
    stated = without_dropped(store)
    things = _things(stated, sorted(_with_subclasses(classes, schema)))
    if quick:
        things = _doubtful(stated, things, sieve(graph), schema)
    while some := list(islice(things, batch)):
        yield from _batch(store, stated, graph, schema, some)


def _doubtful(
    stated: Pattern, things: Iterator[NamedNode], tests: dict[str, tuple[Test, ...]], schema: Graph
) -> Iterator[NamedNode]:
    """Those that do not pass the sieve."""
    above: dict[str, frozenset[str]] = {}

    def with_above(name: str) -> frozenset[str]:
        if name not in above:
            above[name] = frozenset(str(c) for c in schema.transitive_objects(URIRef(name), RDFS.subClassOf))
        return above[name]

    @lru_cache(maxsize=100_000)
    def types_of(iri: str) -> frozenset[str]:
        named = (q.object for q in stated(NamedNode(iri), _TYPE, None))
        return frozenset(c for n in named if isinstance(n, NamedNode) for c in with_above(n.value))

    def types(term: Term) -> frozenset[str]:
        return types_of(term.value) if isinstance(term, NamedNode) else frozenset()

    for thing in things:
        values: dict[str, dict[Term, None]] = {}  # each value once, whatever the number of graphs that state it
        for quad in stated(thing, None, None):
            values.setdefault(quad.predicate.value, {})[quad.object] = None
        known = {predicate: tuple(terms) for predicate, terms in values.items()}
        if not all(test(known, types) for name in types(thing) for test in tests.get(name, ())):
            yield thing


def targets(shapes: Graph, shown: str) -> set[URIRef]:
    """The classes that the shapes are for. Raises `UsageError` for a shape that has to be checked in another way."""
    for predicate in _FAR:
        if (None, predicate, None) in shapes:
            raise UsageError(f"{shown}: {short(str(predicate))} looks further than 'check' can; say it in another way")
    for path in shapes.objects(None, SH.path):
        if not isinstance(path, URIRef):
            raise UsageError(
                f"{shown}: a path of more than one property ({_path(shapes, path)}); say it in another way"
            )
    found = {c for c in shapes.objects(None, SH.targetClass) if isinstance(c, URIRef)}
    if not found:
        raise UsageError(f"{shown}: has no sh:targetClass, so it would find everything right; add one")
    return found


def _path(shapes: Graph, path: Node) -> str:
    return " / ".join(short(str(p)) for p in Collection(shapes, path))


def _with_subclasses(classes: set[URIRef], schema: Graph) -> set[str]:
    return {str(c) for top in classes for c in schema.transitive_subjects(RDFS.subClassOf, top)}


def _things(stated: Pattern, classes: list[str]) -> Iterator[NamedNode]:
    for name in classes:
        seen: set[str] = set()  # the same statement may be in several graphs
        for quad in stated(None, _TYPE, NamedNode(name)):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in seen:
                seen.add(quad.subject.value)
                yield quad.subject


def _batch(store: Store, stated: Pattern, shapes: Graph, schema: Graph, things: list[NamedNode]) -> Iterator[Fault]:
    data = Graph()
    for triple in schema:
        data.add(triple)
    values: set[NamedNode] = set()
    for thing in things:
        for quad in stated(thing, None, None):
            data.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
            if isinstance(quad.object, NamedNode) and quad.predicate != _TYPE:
                values.add(quad.object)
    for value in values.difference(t for t in things if isinstance(t, NamedNode)):
        for quad in stated(value, _TYPE, None):
            data.add((_node(quad.subject), RDF.type, _node(quad.object)))
    focus: list[str | URIRef] = [URIRef(thing.value) for thing in things]
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, focus_nodes=focus, inplace=True, allow_warnings=True)
    if not isinstance(report, Graph):
        raise UsageError(f"{folder('ontology') / 'shapes.ttl'}: cannot be used as shapes: {report}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Violation:
            yield _fault(store, stated, report, result)


def _fault(store: Store, stated: Pattern, report: Graph, result: Node) -> Fault:
    message = " ".join(sorted(str(m) for m in report.objects(result, SH.resultMessage)))
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    about = [short(str(path))] if path is not None else []
    if value is not None:
        about.append(f"is {value.n3() if isinstance(value, RdflibLiteral) else short(str(value))}")
    what = message + (f" ({' '.join(about)})" if about else "")
    thing = str(report.value(result, SH.focusNode))
    if report.value(result, SH.sourceConstraintComponent) == SH.MaxCountConstraintComponent:
        what += _disagreement(store, stated, NamedNode(thing), NamedNode(str(path)))
    return Fault(check="shapes", where=stated_in(store, thing), what=what)


def _disagreement(store: Store, stated: Pattern, thing: NamedNode, predicate: NamedNode) -> str:
    """Which document says what, "" when it is one document that says too much.

    : two documents disagree: minutes.md says civc:attendance-absent, page.md says civc:attendance-apologies
    """
    said: dict[str, set[str]] = {}
    for quad in stated(thing, predicate, None):
        if isinstance(quad.graph_name, NamedNode):
            value = short(quad.object.value) if isinstance(quad.object, NamedNode) else str(quad.object)
            said.setdefault(_document(store, quad.graph_name), set()).add(value)
    if len(said) < 2 or any(len(values) > 1 for values in said.values()):
        return ""
    many = "two" if len(said) == 2 else str(len(said))
    return f": {many} documents disagree: " + ", ".join(
        f"{document} says {value}" for document, (value,) in sorted(said.items())
    )


def _document(store: Store, graph: NamedNode) -> str:
    """Its file name and IRI: two folders may have a file of the same name."""
    named = (q.object for q in store.quads_for_pattern(graph, _FILE_NAME, None, graph))
    names = sorted(n.value for n in named if isinstance(n, Literal))
    return f"{names[0]} (<{graph.value}>)" if names else f"<{graph.value}>"


def _node(term: object) -> URIRef | BNode | RdflibLiteral:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        return RdflibLiteral(
            term.value,
            lang=term.language,
            datatype=None if term.language else URIRef(term.datatype.value),
            normalize=False,
        )
    if isinstance(term, BlankNode):
        return BNode(term.value)
    raise UsageError(f"{term}: a quoted triple, which the graph must not have")
