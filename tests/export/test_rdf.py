"""RDF out is RDF in: the same quads, the same bytes, read by pyld and by the parser of the store."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from civicgraph.export import export
from civicgraph.export.jsonld import context, entity
from civicgraph.store import open_store

ODD = 'a "quote" \\ <b> & …\n\t\u2028 end .'


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


@pytest.fixture(scope="module")
def odd() -> Store:
    """What minutes hardly print: whatever characters, languages, numbers that are not as XSD writes them."""
    store, xsd = Store(), "http://www.w3.org/2001/XMLSchema#"
    values = [
        Literal(ODD),
        Literal("hawl", language="cy"),
        Literal("007", datatype=NamedNode(xsd + "integer")),
        Literal("7", datatype=NamedNode(xsd + "integer")),
        Literal("1", datatype=NamedNode(xsd + "boolean")),
        Literal("true", datatype=NamedNode(xsd + "boolean")),
        Literal("2018-02-30", datatype=NamedNode(xsd + "date")),
        Literal("2018-04-16", datatype=NamedNode(xsd + "date")),
        NamedNode("http://example.org/é?a=1#x"),
    ]
    names = ["http://purl.org/dc/terms/date", "http://www.w3.org/2004/02/skos/core#exactMatch", "http://example.org/p",
             "https://w3id.org/civicgraph/ontology#date", "https://w3id.org/civicgraph/ontology#name"]  # fmt: skip
    for graph in (DefaultGraph(), NamedNode("http://example.org/b"), NamedNode("http://example.org/a")):
        for name in names:
            store.extend(Quad(NamedNode("http://example.org/s"), NamedNode(name), one, graph) for one in values)
    return store


def facts(store: Store) -> set[Quad]:
    return set(store.quads_for_pattern(None, None, None, DefaultGraph()))


def by_pyld(path: Path) -> set[Quad]:
    lines = jsonld.to_rdf(json.loads(path.read_bytes()), {"format": "application/n-quads"})
    return set(parse(lines.encode(), format=RdfFormat.N_QUADS))


@pytest.mark.parametrize("name", ["store", "odd"])
def test_quads_out_are_quads_in(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(name)
    for form, syntax in (("nquads", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)):
        export(store, form, tmp_path / form)
        assert set(parse(path=str(tmp_path / form), format=syntax)) == set(store)
    for form, syntax in (("turtle", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)):
        export(store, form, tmp_path / form)
        assert set(parse(path=str(tmp_path / form), format=syntax)) == facts(store)
    assert by_pyld(tmp_path / "jsonld") == facts(store)


@pytest.mark.parametrize("form", ["nquads", "turtle", "trig", "jsonld"])
def test_the_same_quads_give_the_same_bytes_packed_or_not(odd: Store, tmp_path: Path, form: str) -> None:
    again = Store()
    again.extend(sorted(odd, key=str, reverse=True))
    for number, store in enumerate((odd, again)):
        export(store, form, tmp_path / f"{number}")
        export(store, form, tmp_path / f"{number}.gz")
    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()
    assert (tmp_path / "0.gz").read_bytes() == (tmp_path / "1.gz").read_bytes()
    assert gzip.decompress((tmp_path / "0.gz").read_bytes()) == (tmp_path / "0").read_bytes()


def test_jsonld_speaks_the_words_of_the_context(store: Store, tmp_path: Path) -> None:
    export(store, "jsonld", tmp_path / "graph.jsonld")
    read = json.loads((tmp_path / "graph.jsonld").read_bytes())
    assert read["@context"] == context()
    decision = next(one for one in read["@graph"] if "Decision" in one.get("type", ()))
    assert decision["date"].startswith("20") and decision["decisionStatus"]["id"].startswith("https://")
    assert any(one.get("type") == "Person" and one["name"] for one in read["@graph"])


def test_each_thing_has_a_tree_that_says_nothing_else(store: Store, tmp_path: Path) -> None:
    written = export(store, "entities", tmp_path)
    known = facts(store)
    assert len(written) == len(set(written)) > 200
    for path in written[::9]:
        assert by_pyld(path) <= known, path
    people = [path for path in written if "/person/" in str(path)]
    person = next(path for path in people if "Attendance" in path.read_text(encoding="utf-8"))
    tree = json.loads(person.read_bytes())
    assert {one["type"] for one in tree["@reverse"]["civ:person"]} >= {"Attendance"}
    assert tree["@reverse"]["civ:person"][0]["inMeeting"]["type"] == "Meeting"
    own = {quad for quad in known if quad.subject == NamedNode(tree["id"])}
    assert own <= by_pyld(person)
    framed = jsonld.frame(tree, {"@context": context(), "id": tree["id"]})
    assert framed["id"] == tree["id"] and framed["name"] == tree["name"]


def test_a_tree_of_a_thing_nobody_speaks_of(odd: Store) -> None:
    assert entity(odd, "http://example.org/none") == {"id": "http://example.org/none"}
