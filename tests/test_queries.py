"""Questions: what may be filled in, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from civicgraph.answers import columns, rows
from civicgraph.errors import UsageError
from civicgraph.queries import ask, bound, calls_out, question, questions, run

TEXT = """# title: Titles
# description: What has which title.
# param: title "Scrutiny" — a title
# param: least 3 (optional) — how long
# example: civicgraph query titles --param title="Scrutiny"
SELECT ?thing WHERE {
  VALUES ?title { $title }
  VALUES ?least { $least }
  ?thing <http://purl.org/dc/terms/title> ?title .
}
"""


@pytest.fixture
def store() -> Store:
    made = Store()
    made.update(
        'INSERT DATA { <x:1> <http://purl.org/dc/terms/title> "Scrutiny" . '
        '<x:2> <http://purl.org/dc/terms/title> "\\" } #" }'
    )
    return made


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "titles.rq").write_text(TEXT, encoding="utf-8")
    return str(tmp_path / "titles.rq")


def found(store: Store, file: str, **given: list[str]) -> list[tuple[str, ...]]:
    results = ask(store, question(file), given)
    assert isinstance(results, QuerySolutions)
    assert columns(results) == ("thing",)
    return list(rows(results))


def test_the_header(file: str) -> None:
    one = question(file)
    assert (one.title, one.description) == ("Titles", "What has which title.")
    assert [(p.name, p.example, p.optional, p.about) for p in one.params] == [
        ("title", '"Scrutiny"', False, "a title"),
        ("least", "3", True, "how long"),
    ]


def test_values_are_filled_in_and_never_run(store: Store, file: str) -> None:
    assert found(store, file, title=["Scrutiny"]) == [("x:1",)]
    assert found(store, file, title=['" } #']) == [("x:2",)]
    assert found(store, file, title=['x" } ?s ?p ?o #']) == []
    assert sorted(found(store, file, title=["Scrutiny", '" } #'])) == [("x:1",), ("x:2",)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, 'add --param title="Scrutiny"'),
        ({"titel": ["x"]}, "no parameter 'titel'; it takes title, least"),
        ({"title": ["x"], "least": ["many"]}, "'many' will not do for least; write one like 3"),
    ],
)
def test_wrong_parameters_are_named(file: str, given: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        bound(question(file), given)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service SILENT ?s { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b '#' . SERVICE<http://x/>{ ?s ?p ?o } }",
        'SELECT * { ?a ?b "it\'s" . SERVICE <http://x/> { ?s ?p "it\'s" } }',
        "SELECT * { FILTER(?a<?b)SERVICE?s{?x ?y ?z FILTER(?q>1)} }",
        "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE#>\n<http://x/>{ ?s ?p ?o } }",
        'SELECT * { ?s ?p ?o FILTER(?o<1)#>"""\nSERVICE <http://x/> { ?s ?p """c""" } }',
        "SELECT * { ?s ?p ?o # a comment ends at either end of line\rSERVICE <http://x/> { ?s ?p ?o }\n}",
        "SELECT * { BIND(<http://x/\u00a0#> AS ?x) SERVICE <http://x/> { ?s ?p ?o }\n}",
        "PREFIX : <http://x/> SELECT * { SERVICE:a{ ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { ?s ?p trueSERVICE:a{ ?s ?p ?o } }",
        "PREFIX : <http://x/> SELECT * { SERVICE :a\\,b\u0300 # and\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://x/>{ ?s ?p ?o } }",
        'SELECT * { BIND("\\u0022" AS ?x) SERVICE <http://x/> { ?a ?b """c""" } }',
        "SELECT * { SERVICE\n#\nSILENT\t<http://x/#>\n{ ?s ?p ?o } }",
    ],
)
def test_service_is_refused(store: Store, text: str) -> None:
    assert calls_out(text)
    with pytest.raises(UsageError, match="SERVICE"):
        run(store, text, where="x.rq")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <x>' } # SERVICE",
        "PREFIX e: <x:> SELECT * { ?s e:service ?v { ?v e:p e:Service . { ?v e:q 1 } UNION { ?v e:r 2 } } }",
        "SELECT * { GRAPH <http://x/service#1> { ?s ?p <http://x/a_(b)> FILTER(?p != <http://x/service>) } }",
        'PREFIX service: <http://x/SERVICE/> SELECT * { ?s service:service """a "SERVICE" b"""@en }',
    ],
)
def test_the_word_alone_is_not(store: Store, text: str) -> None:
    assert not calls_out(text)
    run(store, text, where="x.rq")


def test_what_is_no_sparql_is_said_with_its_place(store: Store) -> None:
    with pytest.raises(UsageError, match=r"x.rq: not a SPARQL query: error at 1:"):
        run(store, "SELECT ?x WHERE {", where="x.rq")


def test_every_question_of_ours_can_be_asked_with_its_examples() -> None:
    empty = Store()
    for one in (*questions(), *questions(tables=True)):
        assert one.title, f"{one.path} has no '# title:'"
        given = {p.name: [p.example.strip('"<>')] for p in one.params}
        assert all(p.example for p in one.params), f"{one.path}: give every parameter an example"
        ask(empty, one, given)
