"""One thing that is wrong with the graph, and where the graph speaks of it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Store


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    check: str
    where: str  # a document, or the IRI of a thing
    what: str  # a sentence

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def stated_in(store: Store, iri: str) -> str:
    """The thing and the graphs that speak of it: "<…/item/5>, stated in <…/document/x>"."""
    quads = store.quads_for_pattern(NamedNode(iri), None, None, None)
    graphs = sorted({q.graph_name.value for q in quads if not isinstance(q.graph_name, DefaultGraph | None)})
    return f"<{iri}>" + (", stated in " + ", ".join(f"<{g}>" for g in graphs[:3]) if graphs else "")
