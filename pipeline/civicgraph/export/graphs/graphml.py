"""GraphML: plain, for igraph, networkx, R and Cytoscape, and with the shapes and labels that yEd draws."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from civicgraph.export.graphs.kinds import BY_WORD, hexadecimal
from civicgraph.export.graphs.model import Edge, Graph, Node
from civicgraph.export.text import text, xml

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<desc>{description}</desc>
"""
ON_NODES = ("label", "kind", "since", "colour")
ON_EDGES = ("kind", "start", "end", "intervals")
SHAPES = {
    "disc": "ellipse",
    "square": "roundrectangle",
    "triangle": "triangle",
    "diamond": "diamond",
    "pentagon": "octagon",
    "hexagon": "hexagon",
    "star": "star5",
}
"""yEd's names for those of GEXF."""


def write(graph: Graph, path: Path) -> tuple[Path, ...]:
    """One file, without what only yEd reads. Raises `OSError`."""
    return _write(graph, path, drawn=False)


def write_yed(graph: Graph, path: Path) -> tuple[Path, ...]:
    """One file with labels, shapes and colours for yEd; the layout is its own. Raises `OSError`."""
    return _write(graph, path, drawn=True)


def _write(graph: Graph, path: Path, *, drawn: bool) -> tuple[Path, ...]:
    with text(path) as file:
        file.writelines(lines(graph, drawn=drawn))
    return (path,)


def lines(graph: Graph, *, drawn: bool) -> Iterator[str]:
    yield HEAD.format(description=xml(f"{graph.title}: {graph.description}"))
    on_nodes = (*ON_NODES, *graph.node_attributes)
    on_edges = (*ON_EDGES, *graph.edge_attributes)
    for element, names in (("node", on_nodes), ("edge", on_edges)):
        for name in names:
            yield f'<key id="{element}-{xml(name)}" for="{element}" attr.name="{xml(name)}" attr.type="string"/>\n'
    yield '<key id="edge-weight" for="edge" attr.name="weight" attr.type="int"/>\n'
    if drawn:
        yield '<key id="drawn-node" for="node" yfiles.type="nodegraphics"/>\n'
        yield '<key id="drawn-edge" for="edge" yfiles.type="edgegraphics"/>\n'
    yield f'<graph id="civicgraph" edgedefault="{"directed" if graph.directed else "undirected"}">\n'
    for node in graph.nodes():
        yield f'<node id="{xml(node.iri)}">{_data("node", _of_node(node))}{_shape(node) if drawn else ""}</node>\n'
    for edge in graph.edges():
        yield (
            f'<edge id="{edge.number}" source="{xml(edge.source)}" target="{xml(edge.target)}">'
            f'{_data("edge", _of_edge(edge))}<data key="edge-weight">{edge.weight}</data>'
            f"{_line(edge, graph.directed) if drawn else ''}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"


def _of_node(node: Node) -> dict[str, str]:
    colour = hexadecimal(BY_WORD[node.kind].colour)
    return {"label": node.label, "kind": node.kind, "since": node.since, "colour": colour, **node.attributes}


def _of_edge(edge: Edge) -> dict[str, str]:
    return {
        "kind": edge.kind,
        "start": edge.start,
        "end": edge.end,
        "intervals": edge.intervals,
        **edge.attributes,
    }


def _data(element: str, values: dict[str, str]) -> str:
    return "".join(f'<data key="{element}-{xml(k)}">{xml(v)}</data>' for k, v in values.items() if v)


def _shape(node: Node) -> str:
    kind = BY_WORD[node.kind]
    width = max(60, 7 * len(node.label))
    return (
        f'<data key="drawn-node"><y:ShapeNode><y:Geometry height="36" width="{width}"/>'
        f'<y:Fill color="{hexadecimal(kind.colour)}" transparent="false"/>'
        f"<y:NodeLabel{_ink(kind.colour)}>{xml(node.label)}</y:NodeLabel>"
        f'<y:Shape type="{SHAPES[kind.shape]}"/></y:ShapeNode></data>'
    )


def _ink(colour: tuple[int, int, int]) -> str:
    """White words on what is dark."""
    red, green, blue = colour
    return ' textColor="#ffffff"' if 0.299 * red + 0.587 * green + 0.114 * blue < 120 else ""


def _line(edge: Edge, directed: bool) -> str:
    arrow = '<y:Arrows source="none" target="standard"/>' if directed else '<y:Arrows source="none" target="none"/>'
    words = f"<y:EdgeLabel>{xml(edge.kind)}</y:EdgeLabel>"
    return f'<data key="drawn-edge"><y:PolyLineEdge>{arrow}{words}</y:PolyLineEdge></data>'
