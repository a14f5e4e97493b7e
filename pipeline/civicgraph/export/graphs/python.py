"""The graph for Python: a networkx graph, where that package is installed (the extra `networkx`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicgraph.errors import UsageError
from civicgraph.export.graphs.model import Graph

if TYPE_CHECKING:
    from networkx import MultiGraph


def networkx(graph: Graph) -> MultiGraph:
    """A MultiDiGraph, or a MultiGraph where edges have no direction; nodes by IRI, edges keyed by their kind.

    Raises `UsageError` where networkx is not installed.
    """
    try:
        import networkx as library
    except ImportError as error:
        raise UsageError("networkx is not installed; run  pip install 'civicgraph[networkx]'") from error
    made: MultiGraph = (library.MultiDiGraph if graph.directed else library.MultiGraph)(name=graph.title)
    for node in graph.nodes():
        made.add_node(node.iri, label=node.label, kind=node.kind, since=node.since, **node.attributes)
    for edge in graph.edges():
        said = {"kind": edge.kind, "weight": edge.weight, "start": edge.start, "end": edge.end, **edge.attributes}
        made.add_edge(edge.source, edge.target, edge.kind, **said)
    return made
