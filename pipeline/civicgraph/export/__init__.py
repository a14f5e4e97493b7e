"""The graph for other programs: one row of `FORMATS` a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph.errors import UsageError
from civicgraph.export import jsonld, oparl, oparl_api, popolo, rdf, sqlite, tables
from civicgraph.export.graphs import WRITERS
from civicgraph.export.options import FLAGS, GRAPH, SHEET, Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    name: str
    about: str
    write: Callable[..., tuple[Path, ...]]
    """Of a store and a path, and of `Options` where it takes any: writes to or below the path, whole or not at all, and
    gives the files written."""
    takes: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    Format(name="tables", about="a folder of CSV files, one a table", write=tables.write, takes=SHEET),
    Format(name="nquads", about="all graphs with their evidence, sorted N-Quads", write=rdf.nquads),
    Format(name="sqlite", about="the tables as one SQLite file, for Datasette", write=sqlite.write),
    Format(name="turtle", about="the linked facts as Turtle", write=rdf.turtle),
    Format(name="trig", about="all graphs with their evidence, as TriG", write=rdf.trig),
    Format(name="jsonld", about="the linked facts as JSON-LD", write=jsonld.write),
    Format(name="entities", about="a folder with a tree of JSON-LD for each thing", write=jsonld.write_entities),
    Format(name="gexf", about="a projection for Gephi, day by day", write=WRITERS["gexf"], takes=GRAPH),
    Format(name="graphml", about="a projection as GraphML", write=WRITERS["graphml"], takes=GRAPH),
    Format(name="yed", about="a projection as GraphML that yEd draws", write=WRITERS["yed"], takes=GRAPH),
    Format(name="cytoscape", about="a projection as .cyjs", write=WRITERS["cytoscape"], takes=GRAPH),
    Format(name="neo4j", about="a folder with a projection for Neo4j", write=WRITERS["neo4j"], takes=GRAPH),
    Format(name="edgelist", about="nodes.csv and edges.csv", write=WRITERS["edgelist"], takes=(*GRAPH, *SHEET)),
    Format(name="obsidian", about="a folder of linked notes", write=WRITERS["obsidian"], takes=GRAPH),
    Format(name="oparl", about="bodies, people, meetings and papers as OParl 1.1 has them", write=oparl.write),
    Format(name="oparl-api", about="the same as a folder that is an API of OParl 1.1", write=oparl_api.write),
    Format(
        name="popolo", about="people, bodies, posts, meetings, motions and votes as Popolo JSON", write=popolo.write
    ),
)


def known(name: str) -> Format:
    """The format of that name. Raises `UsageError`, which lists them."""
    for one in FORMATS:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in FORMATS)
    raise UsageError(f"there is no format '{name}'; the formats are {names}")


def export(store: Store, name: str, path: Path, options: Options | None = None) -> tuple[Path, ...]:
    """Writes the graph in that format; gives the files written. Raises `UsageError`."""
    one, options = known(name), options or Options()
    for option in options.asked():
        if option not in one.takes:
            raise UsageError(f"the format {name} takes no --{FLAGS.get(option, option)}; leave it out")
    try:
        return one.write(store, path, options) if one.takes else one.write(store, path)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"{path}: cannot be written ({why}); give another --out") from error
