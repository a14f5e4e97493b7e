"""Projections of the graph as files for graph viewers, each written as it is read: memory does not grow with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Store

from civicgraph.export.graphs import cytoscape, edgelist, gexf, graphml, neo4j, obsidian
from civicgraph.export.graphs.model import Graph
from civicgraph.export.graphs.projecting import projected
from civicgraph.export.options import Options
from civicgraph.export.sheet import EXCEL, PLAIN

Write = Callable[[Store, Path, Options], tuple[Path, ...]]


def _of(written: Callable[[Graph, Path], tuple[Path, ...]]) -> Write:
    def write(store: Store, path: Path, options: Options) -> tuple[Path, ...]:
        with projected(store, options) as graph:
            return written(graph, path)

    return write


def _edgelist(store: Store, path: Path, options: Options) -> tuple[Path, ...]:
    with projected(store, options) as graph:
        return edgelist.write(graph, path, EXCEL if options.excel else PLAIN)


WRITERS: dict[str, Write] = {
    "gexf": _of(gexf.write),
    "graphml": _of(graphml.write),
    "yed": _of(graphml.write_yed),
    "cytoscape": _of(cytoscape.write),
    "neo4j": _of(neo4j.write),
    "obsidian": _of(obsidian.write),
    "edgelist": _edgelist,
}
