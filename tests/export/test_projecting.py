"""What the projections make of a town of two bodies: nodes, edges, weights, days; and what each option leaves of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from civicgraph.errors import UsageError
from civicgraph.export.graphs.describing import Describer, middle, shortened
from civicgraph.export.graphs.model import Edge, Node
from civicgraph.export.graphs.projecting import projected
from civicgraph.export.options import Options
from civicgraph.queries import projections
from civicgraph.store import open_store

TOWN = Path(__file__).parent / "town.trig"


@pytest.fixture(scope="module")
def town() -> Store:
    store = Store()
    store.load(path=str(TOWN), format=RdfFormat.TRIG)
    return store


def drawn(town: Store, preset: str, **asked: str | int) -> tuple[dict[str, Node], list[Edge]]:
    with projected(town, Options(preset=preset, **asked)) as graph:  # type: ignore[arg-type]
        return {node.iri.rpartition("/")[2]: node for node in graph.nodes()}, list(graph.edges())


def short(edges: list[Edge]) -> list[tuple[str, str, str, int]]:
    return [(e.source.rpartition("/")[2], e.kind, e.target.rpartition("/")[2], e.weight) for e in edges]


def test_people_and_bodies(town: Store) -> None:
    nodes, edges = drawn(town, "")
    assert short(edges) == [  # by source, kind and target
        ("ada", "attended", "cabinet", 1),
        ("ada", "attended as councillor", "board", 2),
        ("ada", "holds a post of", "board", 2),
        ("ben", "attended", "board", 2),
        ("cyn", "attended", "cabinet", 1),
        ("cyn", "sent apologies to", "board", 1),
    ]
    by_kind = {(edge.kind, edge.target.rpartition("/")[2]): edge for edge in edges}
    ada = by_kind["attended as councillor", "board"]
    assert ada.spells == (("2017-05-04", "2018-06-07"),)
    assert ada.attributes == {
        "document": "a.md",
        "quote": "Councillor A Grey (Chair)",
        "statement": "http://town/a1",
        "role": "Chair",
    }
    chair = by_kind["holds a post of", "board"]
    assert chair.spells == (("2015-05-20", "2017-05-18"), ("2019-05-15", ""))
    assert (chair.start, chair.end, chair.intervals) == ("2015-05-20", "", "2015-05-20/2017-05-18; 2019-05-15/")
    assert by_kind["attended", "cabinet"].spells == ()
    assert {name: node.kind for name, node in nodes.items()} == {
        "ada": "person", "ben": "person", "cyn": "person", "board": "body", "cabinet": "body",
    }  # fmt: skip
    assert nodes["board"].attributes["other_names"] == "Highways Board 2"
    assert nodes["board"].attributes["council"] == "Brackenfold Borough Council"


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"council": "osmere"}, {("ada", "cabinet"), ("cyn", "cabinet")}),
        ({"body": "highways board (2)"}, {("ada", "board"), ("ben", "board"), ("cyn", "board")}),
        ({"since": "2018-01-01"}, {("ada", "board"), ("ben", "board"), ("cyn", "board")}),
        ({"since": "2015-01-01", "until": "2016-12-31"}, {("ada", "board")}),
        ({"since": "2030-01-01"}, {("ada", "board")}),  # a post that nobody says has ended
        ({"floor": 2}, {("ada", "board"), ("ben", "board")}),
    ],
)
def test_what_each_option_leaves(town: Store, asked: dict[str, str | int], left: set[tuple[str, str]]) -> None:
    nodes, edges = drawn(town, "people-and-bodies", **asked)
    assert {(source, target) for source, _, target, _ in short(edges)} == left
    assert nodes.keys() == {end for edge in left for end in edge}


@pytest.mark.parametrize("asked", [{"since": "2017-05-19", "until": "2018-01-01"}, {"council": "nowhere"}])
def test_where_nothing_is_left_it_says_so(town: Store, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=r"is left with --from 2017-05-19 --to 2018-01-01|is called 'nowhere'"):
        drawn(town, "people-and-bodies", **asked)


def test_referrals(town: Store) -> None:
    _, edges = drawn(town, "referrals")
    assert short(edges) == [("board", "refer", "cabinet", 1)]
    assert edges[0].attributes["status"] == "resolved" and edges[0].attributes["followed"] == "found"


def test_decision_trail(town: Store) -> None:
    nodes, edges = drawn(town, "decision-trail")
    assert sorted(short(edges)) == [
        ("board", "decided", "d1", 1),
        ("cabinet", "decided", "d2", 1),
        ("d1", "followed by: answer", "d2", 1),
        ("d1", "is addressed to", "chair", 1),
        ("d1", "passes on: refer", "cabinet", 1),
        ("i1", "led to", "d1", 1),
        ("r1", "was taken under", "i1", 1),
    ]
    assert nodes["i1"].label == "7 Mill Lane"
    assert nodes["d1"].label == "The closure of Mill Lane be approved"
    assert nodes["d1"].attributes["body"] == "Roads Board (2)"


def test_co_attendance_has_a_floor_and_no_direction(town: Store) -> None:
    _, edges = drawn(town, "co-attendance")
    assert short(edges) == [("ada", "attended with", "ben", 2)]
    _, edges = drawn(town, "co-attendance", floor=1)
    assert short(edges) == [("ada", "attended with", "ben", 2), ("ada", "attended with", "cyn", 1)]
    with projected(town, Options(preset="co-attendance")) as graph:
        assert not graph.directed
    with projected(town, Options(preset="referrals")) as graph:
        assert graph.directed


def test_everything_folds_relations_into_edges(town: Store) -> None:
    nodes, edges = drawn(town, "everything")
    assert {"a1", "h1", "w1", "e1", "paper", "answer"}.isdisjoint(nodes)
    said = {(source, kind, target) for source, kind, target, _ in short(edges)}
    assert said >= {
        ("ada", "attended", "m1"),
        ("cyn", "sent apologies to", "m2"),
        ("ada", "holds the post", "chair"),
        ("f1", "passes on to", "cabinet"),
        ("f1", "followed by: answer", "d2"),
        ("m1", "is a meeting of", "board"),
    }
    assert nodes["m1"].label == "Roads Board (2), 2017-05-04" and nodes["m1"].since == "2017-05-04"


@pytest.mark.parametrize("preset", [one.name for one in projections()])
def test_every_node_of_the_samples_is_of_a_known_kind(samples: Path, preset: str) -> None:
    with projected(open_store(samples), Options(preset=preset)) as graph:
        nodes = list(graph.nodes())
        edges = list(graph.edges())
    assert not [node for node in nodes if node.kind == "thing"]
    assert all(0 < len(node.label) <= 49 for node in nodes)
    assert not [(edge.kind, edge.source) for edge in edges if edge.source == edge.target]


def test_labels() -> None:
    title = "The Placement Sufficiency Strategy for Looked After Children"
    assert shortened(title, 40) == "The Placement Sufficiency Strategy for…"
    assert shortened("a" * 60, 10) == "aaaaaaaaa…"
    board = "Education and Children's Services Scrutiny Board (2)"
    assert middle(board) == "Education and Children's… Scrutiny Board (2)"
    assert middle("Cabinet") == "Cabinet"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("RESOLVED that the lane be approved", "The lane be approved"),
        ("That £500 be paid", "approve: £500 be paid"),
        ("£500 be paid", "approve: £500 be paid"),
        ("Thatched roofs be approved", "Thatched roofs be approved"),
        ("Agreed: to plant trees", "approve: to plant trees"),
    ],
)
def test_a_decision_is_called_by_what_it_says(text: str, label: str) -> None:
    store = Store()
    about = f"""@prefix civ: <https://w3id.org/civicgraph/ontology#> .
        @prefix civc: <https://w3id.org/civicgraph/concept#> .
        <urn:d> a civ:Decision ; civ:text "{text}" ; civ:decisionAction civc:approve .
        civc:approve <http://www.w3.org/2004/02/skos/core#notation> "approve" ."""
    store.load(about.encode(), format=RdfFormat.TURTLE)
    assert Describer(store).node("urn:d").label == label


def test_what_nobody_speaks_of_is_called_by_its_iri(town: Store) -> None:
    node = Describer(town).node("http://town/some-lane/vote/3")
    assert (node.label, node.kind, node.attributes) == ("vote 3", "thing", {"name": "vote 3"})
    assert [Describer(town).node(iri).label for iri in ("urn:mill", "http://town")] == ["urn:mill", "town"]
