"""What people said of the graph: corrections that fit nothing, and the facts that they dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from civicgraph.validate.faults import Fault
from civicgraph.vocab import CIV, DCTERMS

Pattern = Callable[[NamedNode | None, NamedNode | None, NamedNode | None], Iterator[Quad]]
Dropped = frozenset[tuple[str, str]]
_CORRECTS, _NOT_APPLIED = NamedNode(CIV.corrects), NamedNode(CIV.notApplied)


def corrections(store: Store, texts: Path) -> Iterator[Fault]:
    for quad in store.quads_for_pattern(None, _NOT_APPLIED, None, None):
        if not isinstance(quad.graph_name, DefaultGraph) and isinstance(quad.object, Literal):
            said, who, on = (
                _only(store, quad, predicate) for predicate in (DCTERMS.description, DCTERMS.creator, DCTERMS.created)
            )
            what = f"not applied ({who}, {on}): {quad.object.value}; mend its line of the corrections, or remove it"
            yield Fault(check="corrections", where=said, what=what)


def _only(store: Store, said: Quad, predicate: str) -> str:
    values = store.quads_for_pattern(said.subject, NamedNode(predicate), None, said.graph_name)
    return min((q.object.value for q in values if isinstance(q.object, Literal)), default="")


def without_dropped(store: Store) -> Pattern:
    """All quads of a pattern, whatever their graph, but for what stands in the graph of corrections as it was read."""
    taken = dropped(store)
    if not taken:
        return lambda subject, predicate, value: store.quads_for_pattern(subject, predicate, value, None)
    return lambda subject, predicate, value: (
        quad for quad in store.quads_for_pattern(subject, predicate, value, None) if not is_dropped(quad, taken)
    )


def dropped(store: Store) -> Dropped:
    """The graph of corrections, and each thing that one of them is about."""
    found = store.quads_for_pattern(None, _CORRECTS, None, None)
    return frozenset((str(q.graph_name), str(q.object)) for q in found if isinstance(q.graph_name, NamedNode))


def is_dropped(quad: Quad, taken: Dropped) -> bool:
    """Whether it was taken out of a document's graph; `taken` is what `dropped` gives."""
    if not taken or quad.predicate == _CORRECTS:
        return False
    graph = str(quad.graph_name)
    return (graph, str(quad.subject)) in taken or (graph, str(quad.object)) in taken
