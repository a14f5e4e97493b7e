"""Each file for a viewer, read by a program that is not ours, says what the projection says."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import igraph
import networkx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from civicgraph.errors import UsageError
from civicgraph.export import export
from civicgraph.export.graphs import cytoscape, edgelist, gexf, graphml, neo4j, obsidian
from civicgraph.export.graphs.projecting import projected
from civicgraph.export.options import Options
from civicgraph.queries import projections
from civicgraph.store import open_store
from made_graph import Made
from sample import ROOT
from standards_of import gexf_faults

PRESETS = [one.name for one in projections()]
EVERYTHING = Options(preset="everything")
VENDOR = ROOT / "pipeline/civicgraph/web/static/vendor"  # with its version and hash
NODE = shutil.which("node")

REFUSED = {
    (("until", "2018"),): "'2018' is no day; write one like 2018-04-16",
    (("since", "2019-02-30"),): "'2019-02-30' is no day",
    (("since", "20190228"),): "'20190228' is no day",
    (("since", "2019-01-01"), ("until", "2018-01-01")): "--from 2019-01-01 is after --to 2018-01-01; turn them round",
    (("council", "Coventri"),): "no council in the graph is called 'Coventri'; .* Coventry City Council",
    (("body", "Scrutini"),): "no body in the graph is called 'Scrutini'; the names nearest to it are .*Scrutiny",
    (("since", "2031-01-01"),): "nothing of people-and-bodies is left with --from 2031-01-01; ask for less",
    (("council", "Coventry"), ("floor", 999)): "is left with --council Coventry --floor 999",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


@pytest.mark.parametrize("form", ["graphml", "yed"])
@pytest.mark.parametrize("preset", PRESETS)
def test_graphml_read_by_networkx_and_igraph(store: Store, tmp_path: Path, form: str, preset: str) -> None:
    export(store, form, tmp_path / "g.graphml", Options(preset=preset))
    with projected(store, Options(preset=preset)) as graph:
        nodes, edges, directed = list(graph.nodes()), list(graph.edges()), graph.directed
    read = networkx.read_graphml(tmp_path / "g.graphml")
    assert read.is_directed() == directed
    assert {iri: said["kind"] for iri, said in read.nodes(data=True)} == {node.iri: node.kind for node in nodes}
    assert sorted(read.edges(data="weight")) == sorted((e.source, e.target, e.weight) for e in edges)
    if form == "yed":
        labels = {said["label"] for _, said in read.nodes(data=True)}
        assert labels == {" ".join(node.label.split()) for node in nodes}
    again = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert again.is_directed() == directed
    assert set(again.vs["id"]) == {node.iri for node in nodes}
    assert sorted(again.es["kind"]) == sorted(edge.kind for edge in edges)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.skipif(NODE is None, reason="node is not installed; Cytoscape.js runs in it")
def test_cyjs_loaded_by_cytoscape_js(store: Store, tmp_path: Path, preset: str) -> None:
    export(store, "cytoscape", tmp_path / "g.cyjs", Options(preset=preset))
    script = (
        "const [library, file] = process.argv.slice(-2); const cytoscape = require(library);"
        "const {elements, data} = JSON.parse(require('fs').readFileSync(file));"
        "const cy = cytoscape({headless: true, elements, data});"
        "console.log(JSON.stringify({name: cy.data('name'), nodes: cy.nodes().map(n => [n.id(), n.data('kind')]),"
        " edges: cy.edges().map(e => [e.source().id(), e.data('interaction'), e.target().id()])}))"
    )
    command = [NODE or "", "-e", script, str(VENDOR / "cytoscape.min.js"), str(tmp_path / "g.cyjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout)
    with projected(store, Options(preset=preset)) as graph:
        assert seen["name"] == graph.title
        assert seen["nodes"] == [[node.iri, node.kind] for node in graph.nodes()]
        assert seen["edges"] == [[edge.source, edge.kind, edge.target] for edge in graph.edges()]


def test_lists_have_both_ends_of_every_edge(store: Store, tmp_path: Path) -> None:
    export(store, "edgelist", tmp_path, EVERYTHING)
    nodes, edges = ([*csv.DictReader(_opened(tmp_path / f"{name}.csv"))] for name in ("nodes", "edges"))
    assert {end for edge in edges for end in (edge["source"], edge["target"])} == {node["id"] for node in nodes}
    said = next(edge for edge in edges if edge["relation"] == "attended")
    assert said["document"] and said["quote"] and re.fullmatch(r"\d{4}-\d\d-\d\d", said["start"])


def test_neo4j_names_columns_and_types_as_the_import_does(store: Store, tmp_path: Path) -> None:
    export(store, "neo4j", tmp_path, EVERYTHING)
    nodes, edges = ([*csv.DictReader(_opened(tmp_path / name))] for name in ("nodes.csv", "relationships.csv"))
    iris = [node["iri:ID"] for node in nodes]
    assert len(iris) == len(set(iris))
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} == set(iris)
    assert all(re.fullmatch(r"Thing;[A-Z]\w*", node[":LABEL"]) for node in nodes)
    assert all(re.fullmatch(r"[A-Z][A-Z_]*", edge[":TYPE"]) for edge in edges)
    cypher = (tmp_path / "load.cypher").read_text(encoding="utf-8")
    assert cypher.startswith("// Neo4j 5.23") and "\nCREATE CONSTRAINT" in cypher
    for edge in edges:
        assert f"MERGE (a)-[r:{edge[':TYPE']}]->(b)" in cypher
    for name in re.findall(r"row\['([^']+)'\]", cypher):
        assert name in nodes[0] or name in edges[0]
    assert subprocess.run(["sh", "-n", tmp_path / "import.sh"], check=False).returncode == 0


def test_obsidian_links_lead_to_notes(store: Store, tmp_path: Path) -> None:
    export(store, "obsidian", tmp_path, EVERYTHING)
    notes = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    with projected(store, EVERYTHING) as graph:
        iris, edges = {node.iri for node in graph.nodes()}, list(graph.edges())
    heads = {name: yaml.safe_load(text.split("---\n")[1]) for name, text in notes.items()}
    assert {head["iri"] for head in heads.values()} == iris
    links = [(heads[name]["iri"], link) for name, text in notes.items() for link in re.findall(r"\[\[(.+?)\]\]", text)]
    assert sorted((source, heads[link]["iri"]) for source, link in links) == sorted((e.source, e.target) for e in edges)
    assert not [name for name in notes if re.search(r'[:/\\#^\[\]|?*"<>]', name)]


# Reading leaves no carriage return, and half a character is none.
@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=60))
def test_whatever_a_document_prints_the_files_are_read(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    made, place = Made(words), tmp_path_factory.mktemp("made")
    assert gexf_faults("".join(gexf.lines(made)).encode()) == []
    for one in (graphml.lines(made, drawn=False), graphml.lines(made, drawn=True)):
        ElementTree.fromstring("".join(one).encode())
    assert len(json.loads("".join(cytoscape.lines(made)))["elements"]["edges"]) == 3
    written = edgelist.write(made, place)
    assert [row["quote"] for row in csv.DictReader(_opened(written[1]))] == [words if words.strip() else ""] * 3
    neo4j.write(made, place / "neo4j")
    obsidian.write(made, place / "notes")
    assert len([*(place / "notes").rglob("*.md")]) == 2


@pytest.mark.parametrize("form", ["gexf", "graphml", "yed", "cytoscape", "edgelist", "neo4j", "obsidian"])
def test_the_same_graph_gives_the_same_bytes(store: Store, tmp_path: Path, form: str) -> None:
    first, second = (export(store, form, tmp_path / name, EVERYTHING) for name in ("one", "two"))
    assert len(first) == len(second) > 0
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(first, second, strict=True))


def test_options_are_refused_where_they_mean_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="turtle takes no --from"):
        export(store, "turtle", tmp_path / "x", Options(since="2018-01-01"))
    with pytest.raises(UsageError, match="the presets are co-attendance, decision-trail"):
        export(store, "gexf", tmp_path / "x", Options(preset="friends"))
    for asked, said in REFUSED.items():
        with pytest.raises(UsageError, match=said):
            export(store, "gexf", tmp_path / "x", Options(**dict(asked)))
    assert not list(tmp_path.iterdir())


def _opened(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from file
