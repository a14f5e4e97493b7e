"""Neo4j: CSV for `neo4j-admin database import`, and the same as LOAD CSV for a server that is running, such as Aura."""

from __future__ import annotations

import re
from pathlib import Path

from civicgraph.export.graphs.model import Edge, Graph, Node
from civicgraph.export.sheet import PLAIN
from civicgraph.export.text import text

IMPORT = """#!/bin/sh
# Makes the database "civicgraph", which must not be there yet, from the CSV files beside this one. Neo4j 5.
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full civicgraph --multiline-fields=true --array-delimiter=";" \\
  --nodes=nodes.csv --relationships=relationships.csv
"""
CONSTRAINT = """\
// Neo4j 5.23 or later: cypher-shell -f load.cypher, with the CSV files in the server's folder for imports. Aura reads
// no files: put them on the web, and their address here for file:///. In the Browser, write :auto before each LOAD.
CREATE CONSTRAINT thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;
"""
NODES = """
LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
WITH row WHERE row[':LABEL'] = 'Thing;{label}'
CALL (row) {{
  MERGE (n:Thing {{iri: row['iri:ID']}}) SET n:{label}, n += {{{fields}}}
}} IN TRANSACTIONS OF 1000 ROWS;
"""
RELATIONSHIPS = """
LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row
WITH row WHERE row[':TYPE'] = '{type}'
CALL (row) {{
  MATCH (a:Thing {{iri: row[':START_ID']}}), (b:Thing {{iri: row[':END_ID']}})
  MERGE (a)-[r:{type}]->(b) SET r += {{{fields}}}
}} IN TRANSACTIONS OF 1000 ROWS;
"""


def write(graph: Graph, path: Path) -> tuple[Path, ...]:
    """`path`/nodes.csv, relationships.csv, import.sh and load.cypher. Raises `OSError`."""
    nodes, edges, shell, cypher = (
        path / name for name in ("nodes.csv", "relationships.csv", "import.sh", "load.cypher")
    )
    on_nodes = ("iri:ID", "label", "since:date", *graph.node_attributes, ":LABEL")
    on_edges = (":START_ID", ":END_ID", "weight:int", "start:date", "end:date", *graph.edge_attributes, ":TYPE")
    labels: set[str] = set()
    types: set[str] = set()
    with PLAIN.rows(nodes) as out:
        out(on_nodes)
        for node in graph.nodes():
            labels.add(label(node))
            said = (node.attributes.get(name, "") for name in graph.node_attributes)
            out((node.iri, node.label, node.since, *said, f"Thing;{label(node)}"))
    with PLAIN.rows(edges) as out:
        out(on_edges)
        for edge in graph.edges():
            types.add(kind(edge))
            said = (edge.attributes.get(name, "") for name in graph.edge_attributes)
            out((edge.source, edge.target, str(edge.weight), edge.start, edge.end, *said, kind(edge)))
    with text(shell) as file:
        file.write(IMPORT)
    shell.chmod(0o755)
    with text(cypher) as file:
        file.write(CONSTRAINT)
        file.writelines(NODES.format(label=one, fields=_fields(on_nodes)) for one in sorted(labels))
        file.writelines(RELATIONSHIPS.format(type=one, fields=_fields(on_edges)) for one in sorted(types))
    return nodes, edges, shell, cypher


def label(node: Node) -> str:
    """AgendaItem"""
    return "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", node.kind))


def kind(edge: Edge) -> str:
    """SENT_APOLOGIES_TO"""
    return "_".join(re.findall(r"[A-Z0-9]+", edge.kind.upper()))


def _fields(columns: tuple[str, ...]) -> str:
    """For a map in Cypher, each value of the type that its column has; an empty cell is null, and so no property."""
    casts = {"date": "date(nullIf(row['{}'], ''))", "int": "toInteger(row['{}'])", "": "nullIf(row['{}'], '')"}
    named = (column.partition(":") for column in columns)
    return ", ".join(
        f"{name}: {casts[form].format(name + colon + form)}" for name, colon, form in named if name and form != "ID"
    )
