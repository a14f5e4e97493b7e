"""GEXF 1.3, as Gephi reads it: dynamic by day, edges with a kind (else Gephi makes one of several), colours by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from civicgraph.export.graphs.kinds import BY_WORD
from civicgraph.export.graphs.model import Edge, Graph, Node, Spell
from civicgraph.export.text import text, xml

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>civicgraph</creator><description>{description}</description></meta>
<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="{edges}" idtype="string">
"""
TAIL = "</graph>\n</gexf>\n"


def write(graph: Graph, path: Path) -> tuple[Path, ...]:
    """One file. Raises `OSError`."""
    with text(path) as file:
        file.writelines(lines(graph))
    return (path,)


def lines(graph: Graph) -> Iterator[str]:
    about = f"{graph.title}: {graph.description}"
    yield HEAD.format(description=xml(about), edges="directed" if graph.directed else "undirected")
    on_nodes = _keys(("kind", *graph.node_attributes))
    on_edges = _keys(graph.edge_attributes)
    yield _declared("node", on_nodes)
    yield _declared("edge", on_edges)
    yield "<nodes>\n"
    yield from (_node(node, on_nodes) for node in graph.nodes())
    yield "</nodes>\n<edges>\n"
    yield from (_edge(edge, on_edges) for edge in graph.edges())
    yield "</edges>\n" + TAIL


def _keys(names: tuple[str, ...]) -> dict[str, str]:
    return {name: str(number) for number, name in enumerate(names)}


def _declared(kind: str, keys: Mapping[str, str]) -> str:
    each = "".join(f'<attribute id="{key}" title="{xml(name)}" type="string"/>' for name, key in keys.items())
    return f'<attributes class="{kind}">{each}</attributes>\n'


def _node(node: Node, keys: Mapping[str, str]) -> str:
    kind = BY_WORD[node.kind]
    red, green, blue = kind.colour
    start = f' start="{node.since}"' if node.since else ""
    return (
        f'<node id="{xml(node.iri)}" label="{xml(node.label)}"{start}>'
        f"{_values({'kind': node.kind, **node.attributes}, keys)}"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:shape value="{kind.shape}"/></node>\n'
    )


def _edge(edge: Edge, keys: Mapping[str, str]) -> str:
    one = _days(edge.spells[0]) if len(edge.spells) == 1 else ""
    many = "".join(f"<spell{_days(spell)}/>" for spell in edge.spells) if len(edge.spells) > 1 else ""
    return (
        f'<edge id="{edge.number}" source="{xml(edge.source)}" target="{xml(edge.target)}" kind="{xml(edge.kind)}" '
        f'label="{xml(edge.kind)}" weight="{edge.weight}"{one}>'
        f"{_values(edge.attributes, keys)}{f'<spells>{many}</spells>' if many else ''}</edge>\n"
    )


def _values(attributes: Mapping[str, str], keys: Mapping[str, str]) -> str:
    each = "".join(f'<attvalue for="{keys[name]}" value="{xml(value)}"/>' for name, value in attributes.items())
    return f"<attvalues>{each}</attvalues>"


def _days(spell: Spell) -> str:
    start, end = spell
    return (f' start="{start}"' if start else "") + (f' end="{end}"' if end else "")
