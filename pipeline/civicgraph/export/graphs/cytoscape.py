"""Cytoscape's .cyjs: the desktop program opens it as a network, Cytoscape.js takes it as `elements`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from civicgraph.export.graphs.kinds import BY_WORD, hexadecimal
from civicgraph.export.graphs.model import Edge, Graph, Node
from civicgraph.export.text import text

Values = dict[str, str | int]


def write(graph: Graph, path: Path) -> tuple[Path, ...]:
    """One file. Raises `OSError`."""
    with text(path) as file:
        file.writelines(lines(graph))
    return (path,)


def lines(graph: Graph) -> Iterator[str]:
    about = {"name": graph.title, "shared_name": graph.title, "description": graph.description}
    yield '{"format_version": "1.0", "generated_by": "civicgraph", "target_cytoscapejs_version": "~3.30",\n'
    yield f'"data": {_json(about)},\n"elements": {{"nodes": ['
    yield from _joined(_node(node) for node in graph.nodes())
    yield '],\n"edges": ['
    yield from _joined(_edge(edge) for edge in graph.edges())
    yield "]}}\n"


def _node(node: Node) -> Values:
    name = {"name": node.label, "shared_name": node.label, "kind": node.kind}
    full = {"full_name" if key == "name" else key: value for key, value in node.attributes.items()}
    since = {"since": node.since} if node.since else {}
    return {"id": node.iri, **name, "colour": hexadecimal(BY_WORD[node.kind].colour), **since, **full}


def _edge(edge: Edge) -> Values:
    kind = {"name": edge.kind, "shared_name": edge.kind, "interaction": edge.kind, "shared_interaction": edge.kind}
    days = {"start": edge.start, "end": edge.end, "intervals": edge.intervals}
    said = {key: value for key, value in days.items() if value}
    ends = {"source": edge.source, "target": edge.target}
    return {"id": f"e{edge.number}", **ends, **kind, "weight": edge.weight, **said, **edge.attributes}


def _joined(elements: Iterator[Values]) -> Iterator[str]:
    before = "\n"
    for data in elements:
        yield f'{before}{{"data": {_json(data)}}}'
        before = ",\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
