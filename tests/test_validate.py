"""`check` finds nothing in a sound graph, and each fault that is put into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store
from rdflib import Graph

from civicgraph.errors import UsageError
from civicgraph.run import build
from civicgraph.store import open_store, replace_store
from civicgraph.validate import CHECKS, check
from civicgraph.validate.shapes import shapes, targets
from sample import DOCUMENTS, civicgraph, nquads

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
XSD = "<http://www.w3.org/2001/XMLSchema#"
CIV = "https://w3id.org/civicgraph/ontology#"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("check") / "build"
    build([DOCUMENTS / "coventry-scrutiny-board-2-2017-10-12-minutes.md"], out, jobs=1)
    return out


@pytest.fixture
def copy(graph: Path) -> Iterator[Store]:
    """The graph in memory, to be spoilt."""
    store = Store()
    store.extend(open_store(graph))
    yield store


def run(store: Store, graph: Path, name: str) -> list[str]:
    return [str(f) for f in check(store, graph / "texts", checks=[c for c in CHECKS if c.name == name])]


def test_our_own_documents_are_sound(tmp_path: Path) -> None:
    build([DOCUMENTS], tmp_path, jobs=2)
    done = civicgraph("check", "--graph", tmp_path)
    assert done.returncode == 0
    assert done.stdout.endswith("no problems; 2 to look at; 1 left open\n")
    assert "J Newman / Julie Newman" in done.stdout  # an officer of 2013 and one of 2017: the texts do not say


def test_a_term_that_nobody_defined(copy: Store, graph: Path) -> None:
    copy.update(f"INSERT DATA {{ <x:1> <{CIV}subsitute> <x:2> ; {RDF_TYPE} <{CIV}Meting> }}")
    found = run(copy, graph, "terms")
    assert len(found) == 2
    assert any("property is not defined" in f and "subsitute" in f for f in found)
    assert any("class is not defined" in f and "Meting" in f for f in found)


def test_a_shape_that_is_broken(copy: Store, graph: Path) -> None:
    copy.update(f"INSERT DATA {{ <https://example.org/v> {RDF_TYPE} <{CIV}Vote> }}")
    before = set(run(open_store(graph), graph, "shapes"))
    found = set(run(copy, graph, "shapes")) - before
    assert found
    assert all("<https://example.org/v>" in f for f in found)


def test_shapes_of_a_batch_are_those_of_the_whole(copy: Store, graph: Path) -> None:
    copy.update(f"INSERT DATA {{ <https://example.org/v> {RDF_TYPE} <{CIV}Vote> , <{CIV}Decision> }}")
    whole = set(shapes(copy, graph))
    assert whole
    assert set(shapes(copy, graph, batch=7)) == whole


SPOILT = (
    # (delete, insert), each for everything that fits: so that every kind of constraint finds something
    ("?s ?p ?o", ""),
    ("?s <http://www.w3.org/ns/oa#exact> ?o", ""),
    ("?s <http://www.w3.org/ns/oa#start> ?o", '?s <http://www.w3.org/ns/oa#start> "x", 3, 4'),
    ("?s <http://www.w3.org/ns/oa#start> ?o", "?s <http://www.w3.org/ns/oa#start> -1"),
    ("?s <http://www.w3.org/ns/oa#hasSource> ?o", "?s <http://www.w3.org/ns/oa#hasSource> ?s"),
    (f"?s <{CIV}person> ?o", f"?s <{CIV}person> ?o, <x:nobody>"),
    (f"?s <{CIV}textSha256> ?o", f'?s <{CIV}textSha256> "abc"'),
    (f"?s <{CIV}attendanceStatus> ?o", f"?s <{CIV}attendanceStatus> <x:asleep>"),
    ("?s <http://purl.org/dc/terms/date> ?o", f'?s <http://purl.org/dc/terms/date> "2017-02-30"^^{XSD}date>'),
    ("?s <http://purl.org/dc/terms/date> ?o", f'?s <http://purl.org/dc/terms/date> "1066-10-14"^^{XSD}date>'),
    ("?s <http://purl.org/dc/terms/title> ?o", '?s <http://purl.org/dc/terms/title> ""'),
    ("?s <http://xmlns.com/foaf/0.1/name> ?o", "?s <http://xmlns.com/foaf/0.1/name> <x:name>"),
)


@pytest.mark.parametrize(("old", "new"), SPOILT)
def test_the_quick_look_misses_nothing_that_pyshacl_finds(copy: Store, graph: Path, old: str, new: str) -> None:
    if new:
        copy.update(f"DELETE {{ {old} }} INSERT {{ {new} }} WHERE {{ {old} }}")
        copy.update(
            f"DELETE {{ GRAPH ?g {{ {old} }} }} INSERT {{ GRAPH ?g {{ {new} }} }} WHERE {{ GRAPH ?g {{ {old} }} }}"
        )
    elif old != "?s ?p ?o":
        copy.update(f"DELETE WHERE {{ GRAPH ?g {{ {old} }} }} ; DELETE WHERE {{ {old} }}")
    assert set(shapes(copy, graph)) == set(shapes(copy, graph, quick=False))


def test_a_shape_that_looks_too_far_is_refused() -> None:
    prefix = "@prefix sh: <http://www.w3.org/ns/shacl#> . "
    far = Graph().parse(data=prefix + "<x:s> sh:property [ sh:path ( <x:p> <x:q> ) ] ; sh:targetClass <x:c> .")
    with pytest.raises(UsageError, match="more than one property"):
        targets(far, "shapes.ttl")
    with pytest.raises(UsageError, match="everything right"):
        targets(Graph(), "shapes.ttl")


def test_a_fact_that_no_document_states(copy: Store, graph: Path) -> None:
    copy.update('INSERT DATA { <x:1> <http://xmlns.com/foaf/0.1/name> "Nobody" }')
    assert any("no graph states that <x:1>" in f for f in run(copy, graph, "trace"))


@pytest.mark.parametrize("fact", [f"a <{CIV}Decision>", f"<{CIV}decisionAction> ?o", f"<{CIV}fileName> ?o"])
def test_a_fact_of_a_document_that_the_graph_of_all_lacks(copy: Store, graph: Path, fact: str) -> None:
    assert run(copy, graph, "trace") == []
    before = len(copy)
    copy.update(f"DELETE WHERE {{ ?s {fact} }}")
    found = run(copy, graph, "trace")
    assert len(found) == before - len(copy) > 0
    assert all("/document/" in f and "and the default graph does not" in f for f in found)


def test_a_date_that_is_none_is_listed_and_nothing_else_is_said(graph: Path, tmp_path: Path) -> None:
    lines = nquads(graph, tmp_path / "graph.nq").decode().replace('"2017-10-12"^^', '"2018-02-31"^^').splitlines()
    replace_store(tmp_path, lines)
    done = civicgraph("check", "--graph", tmp_path)
    assert done.returncode == 1
    assert "2018-02-31" in done.stdout
    assert done.stderr.splitlines() == [c.about for c in CHECKS]


def test_documents_that_disagree_are_named(copy: Store, graph: Path) -> None:
    status = f"<{CIV}attendanceStatus>"
    one = _some(copy, CIV + "attendanceStatus")
    value = "<https://w3id.org/civicgraph/concept#attendance-absent>"
    assert isinstance(one.object, NamedNode) and str(one.object) != value
    page = "<https://example.org/page>"
    copy.update(f"INSERT DATA {{ {one.subject} {status} {value} }}")
    copy.update(
        f'INSERT DATA {{ GRAPH {page} {{ {page} <{CIV}fileName> "page.md" . {one.subject} {status} {value} }} }}'
    )
    said = [f for f in run(copy, graph, "shapes") if str(one.subject) in f]
    assert len(said) == 1
    assert ": two documents disagree: coventry-scrutiny-board-2-2017-10-12-minutes.md (<https://" in said[0]
    stated = one.object.value.replace("https://w3id.org/civicgraph/concept#", "civc:")
    assert said[0].endswith(f"says {stated}, page.md ({page}) says civc:attendance-absent")


def test_one_document_that_says_too_much_disagrees_with_none(copy: Store, graph: Path) -> None:
    one = _some(copy, CIV + "attendanceStatus")
    value = "<https://w3id.org/civicgraph/concept#attendance-absent>"
    document = next(
        q.graph_name
        for q in copy.quads_for_pattern(one.subject, one.predicate, None)
        if "document" in str(q.graph_name)
    )
    copy.update(f"INSERT DATA {{ GRAPH {document} {{ {one.subject} {one.predicate} {value} }} }}")
    said = [f for f in run(copy, graph, "shapes") if str(one.subject) in f]
    assert len(said) == 1
    assert "disagree" not in said[0]


def test_a_statement_without_evidence(copy: Store, graph: Path) -> None:
    copy.update(f"DELETE WHERE {{ GRAPH ?g {{ ?s <{CIV}evidence> ?e }} }}")
    assert any("has no evidence in any document" in f for f in run(copy, graph, "trace"))


def _some(store: Store, term: str) -> Quad:
    return next(q for q in store.quads_for_pattern(None, NamedNode(term), None, None))


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("exact", '"what nobody said"', "and the document says"),
        ("start", "99999999", "are not in a text of"),
        ("start", '"here"', "are not offsets"),
        ("end", None, "must have each part once, has 0 × end"),
        ("hasSource", "<x:other>", "quotes <x:other>"),
    ],
)
def test_evidence_that_is_wrong(copy: Store, graph: Path, part: str, value: str | None, said: str) -> None:
    assert run(copy, graph, "evidence") == []
    one = _some(copy, f"http://www.w3.org/ns/oa#{part}")
    copy.remove(one)
    if value is not None:
        copy.update(f"INSERT DATA {{ GRAPH {one.graph_name} {{ {one.subject} {one.predicate} {value} }} }}")
    found = run(copy, graph, "evidence")
    assert len(found) == 1
    assert said in found[0]
    assert str(one.subject) in found[0]


def test_evidence_that_is_not_there(copy: Store, graph: Path) -> None:
    one = _some(copy, CIV + "evidence")
    copy.add(Quad(one.subject, one.predicate, NamedNode("x:gone"), one.graph_name))
    assert re.search("x:gone.* is not there", run(copy, graph, "evidence")[0])


def test_a_text_that_was_changed(graph: Path, copy: Store, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    assert any("cannot be read" in f for f in run(copy, tmp_path, "evidence"))
    for text in (graph / "texts").iterdir():
        (folder / text.name).write_text(text.read_text(encoding="utf-8") + "!", encoding="utf-8")
    assert any("was changed" in f for f in run(copy, tmp_path, "evidence"))


def test_check_ends_with_one_when_something_is_wrong(tmp_path: Path) -> None:
    build([DOCUMENTS / "coventry-scrutiny-board-2-2017-10-12-minutes.md"], tmp_path, jobs=1)
    for text in (tmp_path / "texts").iterdir():
        text.write_text("another text", encoding="utf-8")
    done = civicgraph("check", "--graph", tmp_path)
    assert done.returncode == 1
    assert "was changed" in done.stdout
    assert '"check": "evidence"' in civicgraph("check", "--graph", tmp_path, "--json").stdout
