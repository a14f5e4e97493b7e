"""nodes.csv and edges.csv: what Kumu, Flourish, R, Gephi's table import, OpenRefine and spreadsheets take."""

from __future__ import annotations

from pathlib import Path

from civicgraph.export.graphs.model import Edge, Graph, Node
from civicgraph.export.sheet import PLAIN, Dialect

ON_NODES = ("id", "label", "type", "since")
ON_EDGES = ("id", "source", "target", "relation", "weight", "start", "end", "intervals")


def write(graph: Graph, path: Path, dialect: Dialect = PLAIN) -> tuple[Path, ...]:
    """`path`/nodes.csv and `path`/edges.csv, in that form of CSV. Raises `OSError`."""
    nodes, edges = path / "nodes.csv", path / "edges.csv"
    with dialect.rows(nodes) as out:
        out((*ON_NODES, *graph.node_attributes))
        for node in graph.nodes():
            out(_node(node, graph.node_attributes))
    with dialect.rows(edges) as out:
        out((*ON_EDGES, *graph.edge_attributes))
        for edge in graph.edges():
            out(_edge(edge, graph.edge_attributes))
    return nodes, edges


def _node(node: Node, names: tuple[str, ...]) -> tuple[str, ...]:
    return (node.iri, node.label, node.kind, node.since, *(node.attributes.get(name, "") for name in names))


def _edge(edge: Edge, names: tuple[str, ...]) -> tuple[str, ...]:
    days = (edge.start, edge.end, edge.intervals)
    ends = (str(edge.number), edge.source, edge.target, edge.kind, str(edge.weight))
    return (*ends, *days, *(edge.attributes.get(name, "") for name in names))
