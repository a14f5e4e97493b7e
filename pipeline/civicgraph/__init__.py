"""civicgraph: from council minutes to a knowledge graph in which every fact shows the words it came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import MultiGraph

__version__ = "0.1.0"


def to_networkx(
    graph: str | Path = "build",
    preset: str = "people-and-bodies",
    *,
    council: str = "",
    body: str = "",
    since: str = "",
    until: str = "",
    floor: int = 0,
) -> MultiGraph:
    """A projection of the graph that `civicgraph build --out GRAPH` wrote, as a networkx graph.

    A node is the IRI of a thing, with label, kind, name and what else is known; an edge has its kind, a weight (how
    many statements say so), the first and last day, and document and quote that it came from. The parameters are those
    of `civicgraph export`; days are "2018-04-16". Raises `civicgraph.errors.UsageError` where there is no such graph or
    preset, and where networkx is not installed (the extra `networkx`).
    """
    from civicgraph.export.graphs import projecting, python
    from civicgraph.export.options import Options
    from civicgraph.store import open_store

    options = Options(preset=preset, council=council, body=body, since=since, until=until, floor=floor)
    with projecting.projected(open_store(Path(graph)), options) as projection:
        return python.networkx(projection)
