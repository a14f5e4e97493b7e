"""The graph on disk: switched in whole, and nothing else lying about."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.export.rdf import merged, nquads
from civicgraph.store import BATCH, UNION, claims, clear_partial, current, open_store, opened, replace_store

A = '<https://example.org/a> <http://purl.org/dc/terms/title> "A" .'
B = '<https://example.org/b> <http://purl.org/dc/terms/title> "B" <https://example.org/g> .'


def test_repeated_statements_are_stored_once(tmp_path: Path) -> None:
    once, twice = tmp_path / "once", tmp_path / "twice"
    assert replace_store(once, [A, B]) == replace_store(twice, [A, B, A, B, A])
    nquads(open_store(once), tmp_path / "1.nq")
    nquads(open_store(twice), tmp_path / "2.nq")
    assert (tmp_path / "1.nq").read_bytes() == (tmp_path / "2.nq").read_bytes()


def test_statements_repeated_far_apart_are_stored_once(tmp_path: Path) -> None:
    lines = [f'<https://example.org/{n}> <http://purl.org/dc/terms/title> "{n}" .' for n in range(BATCH)]
    once = replace_store(tmp_path / "once", lines)
    assert replace_store(tmp_path / "twice", [*lines, *lines, *lines[:10]]) == once
    store = open_store(tmp_path / "twice")
    assert len(store) == sum(1 for _ in store) == once


def construct(made: str, of: str, value: str = "?o") -> str:
    return (
        f"PREFIX dcterms: <http://purl.org/dc/terms/> CONSTRUCT {{ ?s dcterms:{made} ?v }} "
        f"WHERE {{ ?s dcterms:{of} ?o BIND ({value} AS ?v) }}"
    )


COPY = construct("description", "title")
SHOUT = construct("source", "description", "UCASE(?o)")


def test_a_rule_builds_on_the_one_before_it_and_writes_a_graph_of_its_own(tmp_path: Path) -> None:
    rules = [("https://example.org/rule/copy", COPY), ("https://example.org/rule/shout", SHOUT)]
    replace_store(tmp_path, [A.replace('"A"', '"a"')], rules)
    said = '<https://example.org/a> <http://purl.org/dc/terms/source> "A"'
    store = open_store(tmp_path)
    assert store.query(f"ASK {{ {said} GRAPH <https://example.org/rule/shout> {{ {said} }} }}")
    assert not store.query(f"ASK {{ GRAPH <https://example.org/rule/copy> {{ {said} }} }}")


def test_beside_the_graph_lies_the_union_of_its_graphs_with_each_statement_once(tmp_path: Path) -> None:
    lines = [
        f"<urn:s> <urn:p> {value} <urn:{graph}> ." for value in ("<urn:o>", '"a <b> ."', '"c"@en') for graph in "gh"
    ]
    replace_store(
        tmp_path, ['<urn:s> <urn:p> "c"@en .', *lines], [("urn:rule", "CONSTRUCT { ?s <urn:q> ?o } { ?s <urn:p> ?o }")]
    )
    store, union = open_store(tmp_path), opened(tmp_path / current(tmp_path) / UNION)
    facts = "SELECT ?p ?o { <urn:s> ?p ?o } ORDER BY ?p ?o"
    assert [row["o"].value for row in store.query(facts)] == ["c", "c"]
    assert [row["o"].value for row in union.query(facts)] == ["urn:o", "a <b> .", "c", "c"]
    assert {quad.triple for quad in store} == {quad.triple for quad in union}
    graphs = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    assert set(map(str, store.query(graphs))) == set(map(str, union.query(graphs)))


def test_what_stands_as_a_fact_beside_its_graph_is_no_claim() -> None:
    fact, claim = b"<urn:s> <urn:p> <urn:o>", b'<urn:s> <urn:p> "5"^^<urn:t>'
    lines = [fact + b" <urn:g> .\n", fact + b" .\n", claim + b" <urn:g> .\n", fact + b" .\n", fact + b" <urn:h> .\n"]
    assert b"".join(claims(lines)) == claim + b" .\n"
    assert b"".join(claims([claim + b" <urn:g> .\n", claim + b" <urn:h> .\n"], b"urn:g")) == claim + b" .\n"
    assert b"".join(claims([claim + b" .\n", b'<urn:s> <urn:p> "x <urn:g> ." .\n', fact + b" .\n"])) == b""


def test_another_rule_makes_another_graph(tmp_path: Path) -> None:
    before = replace_store(tmp_path, [A])
    assert replace_store(tmp_path, [A], [("https://example.org/rule/copy", COPY)]) > before
    assert replace_store(tmp_path, [A]) == before


def test_a_rule_that_is_no_construct_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="rule/none: a rule is a CONSTRUCT"):
        replace_store(tmp_path, [A], [("https://example.org/rule/none", "ASK {}")])
    assert not current(tmp_path)


def test_the_ontology_comes_along(tmp_path: Path) -> None:
    replace_store(tmp_path, [A])
    ask = "ASK {{ {} }}"
    one = "<https://w3id.org/civicgraph/ontology#Decision> a ?c"
    store = open_store(tmp_path)
    assert store.query(ask.format(one))
    assert store.query(ask.format(f"GRAPH <https://w3id.org/civicgraph/ontology> {{ {one} }}"))


def test_the_new_store_takes_the_place_of_the_old(tmp_path: Path) -> None:
    replace_store(tmp_path, [A])
    before = current(tmp_path)
    replace_store(tmp_path, [A, B])
    assert current(tmp_path) != before
    assert [p.name for p in tmp_path.glob("store*")] == [current(tmp_path)]


def test_lines_that_are_no_quads_leave_the_old_graph(tmp_path: Path) -> None:
    replace_store(tmp_path, [A])
    before = current(tmp_path)
    with pytest.raises(SyntaxError):
        replace_store(tmp_path, [A, "<nonsense> ."])
    assert current(tmp_path) == before
    assert [p.name for p in tmp_path.glob("store*")] == [before]
    assert open_store(tmp_path).query("ASK { <https://example.org/a> ?p ?o }")


def test_debris_of_a_killed_build_goes(tmp_path: Path) -> None:
    replace_store(tmp_path, [A])
    for name in ("store.partial", "store-0123456789abcdef"):
        (tmp_path / name / "store").mkdir(parents=True)
    clear_partial(tmp_path)
    assert [p.name for p in tmp_path.glob("store*")] == [current(tmp_path)]


def test_no_graph_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="civicgraph build"):
        open_store(tmp_path / "nowhere")
    (tmp_path / "current").write_text("store-gone\n1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="civicgraph build"):
        open_store(tmp_path)


def test_a_reader_keeps_its_graph_while_another_is_built(tmp_path: Path) -> None:
    replace_store(tmp_path, [A])
    store = open_store(tmp_path)
    replace_store(tmp_path, [B])
    assert store.query("ASK { <https://example.org/a> ?p ?o }")
    assert not open_store(tmp_path).query("ASK { <https://example.org/a> ?p ?o }")


def test_sorting_in_runs_is_sorting(tmp_path: Path) -> None:
    lines = [f"{n * 7919 % 1000:04}\n".encode() for n in range(1000)]
    assert list(merged(io.BytesIO(b"".join(lines)), tmp_path, size=64)) == sorted(lines)


def test_opening_a_graph_again_and_again_leaves_nothing_behind(tmp_path: Path) -> None:
    replace_store(tmp_path, ["<urn:a> <urn:b> <urn:c> ."])
    for _ in range(5):
        assert len(open_store(tmp_path))
    place = tmp_path / current(tmp_path)
    assert [path.name for path in place.glob("LOG*")] == ["LOG"]
