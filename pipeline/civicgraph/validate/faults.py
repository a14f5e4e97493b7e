"""One thing that is wrong with the graph, and how a graph's things are named to people."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Store

from civicgraph.vocab import NAMESPACES


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    check: str
    where: str  # a document, or the IRI of a thing
    what: str  # a sentence

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def short(iri: str) -> str:
    """civ:Meeting for a term of a vocabulary; other IRIs whole."""
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(str(namespace)):
            return f"{prefix}:{iri.removeprefix(str(namespace))}"
    return iri


def stated_in(store: Store, iri: str) -> str:
    """The thing and the graphs that speak of it: "<…/item/5>, stated in <…/document/x>"."""
    quads = store.quads_for_pattern(NamedNode(iri), None, None, None)
    graphs = sorted({q.graph_name.value for q in quads if not isinstance(q.graph_name, DefaultGraph | None)})
    return f"<{iri}>" + (", stated in " + ", ".join(f"<{g}>" for g in graphs[:3]) if graphs else "")
