"""GEXF 1.3: by its grammar, which is seen to refuse; what no grammar sees; and as networkx reads it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

import networkx
import pytest
from lxml import etree
from pyoxigraph import Store

from civicgraph.export import export
from civicgraph.export.graphs import gexf
from civicgraph.export.graphs.kinds import BY_WORD
from civicgraph.export.graphs.model import Node
from civicgraph.export.graphs.projecting import projected
from civicgraph.export.options import Options
from civicgraph.queries import projections
from civicgraph.store import open_store
from made_graph import Made
from standards_of import gexf_faults

PRESETS = [one.name for one in projections()]
ASKED = {
    "all": {},
    "council": {"council": "Coventry"},
    "body": {"body": "Scrutiny Board"},
    "days": {"since": "2013-01-01", "until": "2018-12-31"},
    "often": {"floor": 2},
}
# Of the samples these leave nothing, and no file is written.
NOTHING = {("co-attendance", "body"), ("decision-trail", "often"), ("referrals", "often")}
SPACE = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


class EveryKind(Made):
    """With a node of each kind: all colours and shapes."""

    def nodes(self) -> Iterator[Node]:
        yield from super().nodes()
        for word in BY_WORD:
            yield Node(iri=f"urn:{word}", label=word, kind=word, since="2018-04-16", attributes={"name": word})


@pytest.mark.parametrize(("preset", "asked"), [both for both in product(PRESETS, ASKED) if both not in NOTHING])
def test_each_projection_and_option_is_of_the_grammar(store: Store, tmp_path: Path, preset: str, asked: str) -> None:
    export(store, "gexf", tmp_path / "g.gexf", Options(preset=preset, **ASKED[asked]))
    written = (tmp_path / "g.gexf").read_bytes()
    assert gexf_faults(written) == []
    graph = etree.fromstring(written).find("g:graph", SPACE)
    assert graph is not None
    # No grammar sees these: an edge joins nodes that are there, and a value is of a column that is declared.
    nodes = [node.get("id") for node in graph.iterfind("g:nodes/g:node", SPACE)]
    edges = graph.findall("g:edges/g:edge", SPACE)
    assert len(nodes) == len(set(nodes)) and len(edges) == len({edge.get("id") for edge in edges})
    assert {edge.get(end) for edge in edges for end in ("source", "target")} == set(nodes)
    for of in ("node", "edge"):
        columns = {one.get("id") for one in graph.iterfind(f"g:attributes[@class='{of}']/g:attribute", SPACE)}
        assert {one.get("for") for one in graph.iterfind(f"g:{of}s/g:{of}/g:attvalues/g:attvalue", SPACE)} <= columns
    for one in graph.iterfind(".//*[@end]", SPACE):
        assert one.get("start", "") <= one.get("end", "")


@pytest.mark.parametrize("directed", [True, False])
def test_each_kind_and_every_sort_of_days_is_of_the_grammar(directed: bool) -> None:
    made = EveryKind()
    made.directed = directed
    written = "".join(gexf.lines(made)).encode()
    assert gexf_faults(written) == []
    shapes = {one.get("value") for one in etree.fromstring(written).iterfind(".//v:shape", SPACE)}
    assert shapes == {kind.shape for kind in BY_WORD.values()}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('version="1.3"', 'version="1.2"'),
        ('xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"'),
        ('xmlns:viz="http://gexf.net/1.3/viz"', 'xmlns:viz="http://www.gexf.net/1.3/viz"'),
        ('defaultedgetype="directed"', 'defaultedgetype="both"'),
        ('mode="dynamic"', 'mode="moving"'),
        ('timeformat="date"', 'timeformat="day"'),
        ('timerepresentation="interval"', 'timerepresentation="spell"'),
        ('idtype="string"', 'idtype="string" name="x"'),
        ('class="node"', 'class="node" mode="static"'),
        ('class="edge"', 'class="arc"'),
        ('type="string"', 'type="text"'),
        (' title="name"', ""),
        ('<node id="urn:a"', '<node iri="urn:a"'),
        ('source="urn:a" ', ""),
        ('target="urn:b" ', ""),
        ('weight="1"', 'weight="often"'),
        ('kind="chairs"', 'sort="chairs"'),
        ('start="2018-04-16"', 'start="16 April 2018"'),
        ('start="2018-04-16"', 'start="2018-04-31"'),
        ('start="2018-04-16"', 'start=""'),
        ('start="2018-04-16"', 'start="2018-04-16" timestamp="2018-04-16"'),
        ("<spells>", "<spells/><spells>"),
        ('<spell start="2019-05-15"/>', '<spell from="2019-05-15"/>'),
        ('for="0"', 'of="0"'),
        ("<attvalues>", '<attvalues class="node">'),
        ('r="230"', 'r="256"'),
        ('g="159"', 'green="159"'),
        (' b="0"', ""),
        ("viz:color", "color"),
        ('<viz:shape value="square"/>', '<viz:shape value="rectangle"/>'),
        ('<viz:shape value="square"/>', '<viz:thickness value="1"/>'),
        ("</nodes>", "</nodes>and"),
        ("<meta>", "<meta><title>x</title>"),
        ("<nodes>", '<nodes count="two">'),
    ],
)
def test_the_grammar_refuses(good: str, bad: str) -> None:
    written = "".join(gexf.lines(EveryKind()))
    assert good in written
    assert gexf_faults(written.replace(good, bad, 1).encode())


def test_the_grammar_refuses_what_is_left_out_or_twice() -> None:
    whole = "".join(gexf.lines(EveryKind())).encode()
    for path in ("g:graph", "g:graph/g:nodes", "g:graph/g:edges"):
        for change in ("out", "twice"):
            root = etree.fromstring(whole)
            one = root.find(path, SPACE)
            assert one is not None
            parent = one.getparent()
            assert parent is not None
            if change == "out":
                parent.remove(one)
            else:
                parent.append(etree.fromstring(etree.tostring(one)))
            assert gexf_faults(etree.tostring(root)), (path, change)


def test_the_grammar_refuses_what_networkx_writes(store: Store) -> None:
    """Its GEXF 1.3 has a schemaLocation, `name` on the graph and `mode` on attributes: each is too much by itself."""
    with projected(store, Options(preset="referrals")) as graph:
        made = networkx.MultiDiGraph((edge.source, edge.target) for edge in graph.edges())
    networkx.set_edge_attributes(made, "refer", "kind")
    file = BytesIO()
    networkx.write_gexf(made, file, version="1.3")
    where = {"gexf": "{http://w3.org/2001/XMLSchema-instance}schemaLocation", "graph": "name", "attributes": "mode"}
    for left in (*where, None):
        root = etree.fromstring(file.getvalue())
        for element, attribute in where.items():
            for one in root.iter(f"{{{SPACE['g']}}}{element}"):
                if element != left:
                    del one.attrib[attribute]
        assert bool(gexf_faults(etree.tostring(root))) == (left is not None), left


@pytest.mark.parametrize("preset", PRESETS)
def test_gexf_read_by_networkx(store: Store, tmp_path: Path, preset: str) -> None:
    export(store, "gexf", tmp_path / "g.gexf", Options(preset=preset))
    read = networkx.read_gexf(tmp_path / "g.gexf", version="1.3")
    with projected(store, Options(preset=preset)) as graph:
        nodes, edges = list(graph.nodes()), list(graph.edges())
    assert len(nodes) > 3 and len(edges) > 2
    assert {(iri, said["label"], said["kind"]) for iri, said in read.nodes(data=True)} == {
        (node.iri, " ".join(node.label.split()), node.kind) for node in nodes
    }
    assert sorted(read.edges(data="weight")) == sorted((e.source, e.target, float(e.weight)) for e in edges)


def test_gexf_has_the_days_and_kinds_that_gephi_reads() -> None:
    root = etree.fromstring("".join(gexf.lines(Made())).encode())
    graph = root.find("g:graph", SPACE)
    assert graph is not None and graph.attrib == {
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
        "defaultedgetype": "directed",
        "idtype": "string",
    }
    chairs, of, asks = graph.findall("g:edges/g:edge", SPACE)
    assert [edge.get("kind") for edge in (chairs, of, asks)] == ["chairs", "is of", "asks"]
    assert [spell.attrib for spell in chairs.findall("g:spells/g:spell", SPACE)] == [
        {"start": "2015-05-20", "end": "2017-05-18"},
        {"start": "2019-05-15"},
    ]
    assert (of.get("start"), of.get("end"), asks.get("start")) == ("2019-05-15", None, None)
    assert graph.find("g:nodes/g:node/v:color", SPACE) is not None
