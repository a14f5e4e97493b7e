"""The cases of W3C's test suite of the SPARQL 1.1 Protocol, by their names there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient

from civicgraph.store import replace_store
from served import graph, site

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
D0, D1, D2, D3 = (DATA.format(number) for number in range(4))
A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
ROWS = ("application/sparql-results+xml", "application/sparql-results+json", "text/csv", "text/tab-separated-values")
TRUTH = ROWS[:2]
TRIPLES = ("application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json")
BOTH = f"ASK {{ <{D1}> a ?type . <{D2}> a ?type . }}"
NAMED = f"ASK {{ GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }} }}"


@dataclass(frozen=True)
class Case:
    name: str
    method: str = "GET"
    parameters: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    truth: bool | None = None
    media: tuple[str, ...] = ()  # none: refused, by a status of 400 to 499


def default(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("default-graph-uri", iri) for iri in graphs)


def named(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("named-graph-uri", iri) for iri in graphs)


def posted(
    name: str, query: str, *dataset: tuple[str, str], truth: bool | None = True, media: tuple[str, ...] = TRUTH
) -> Case:
    return Case(name, "POST", dataset, DIRECT, query.encode(), truth, media)


CASES = (
    Case("query_post_form", "POST", default(D0), FORM, b"query=ASK%20%7B%7D", True, TRUTH),
    Case("query_dataset_default_graphs_get", "GET", (("query", BOTH), *default(D1, D2)), truth=True, media=TRUTH),
    posted("query_dataset_default_graphs_post", BOTH, *default(D1, D2)),
    posted("query_dataset_named_graphs_post", NAMED, *named(D1, D2)),
    Case("query_dataset_named_graphs_get", "GET", (("query", NAMED), *named(D1, D2)), truth=True, media=TRUTH),
    posted("query_dataset_full", f"ASK {{ <{D3}> a ?type {NAMED[5:-1]} }}", *default(D3), *named(D1, D2)),
    # The suite has the second parameter inside the first one's value, which no dataset answers with yes; this is meant.
    posted("query_multiple_dataset", f"ASK FROM <{D3}> {NAMED[4:]}", *named(D1, D2)),
    Case(
        "protocol_before_from",
        "GET",
        (("query", f"ASK FROM <{D1}> {{ <{D1}> ?p ?o }}"), *default(D2)),
        truth=False,
        media=TRUTH,
    ),
    Case("query_get", "GET", (("query", "ASK {}"), *default(D0)), truth=True, media=TRUTH),
    posted("query_content_type_select", "SELECT (1 AS ?value) {}", *default(D0), truth=None, media=ROWS),
    posted("query_content_type_ask", "ASK {}", *default(D0)),
    posted("query_content_type_describe", "DESCRIBE <http://example.org/>", *default(D0), truth=None, media=TRIPLES),
    posted("query_content_type_construct", "CONSTRUCT { <s> <p> 1 } WHERE {}", *default(D0), truth=None, media=TRIPLES),
    posted("query_post_direct", "ASK {}", *default(D0)),
    Case("bad_query_method", "PUT", (("query", "ASK {}"),)),
    Case("bad_multiple_queries", "GET", (("query", "ASK {}"), ("query", "SELECT * {}"))),
    Case("bad_query_wrong_media_type", "POST", headers={"Content-Type": "text/plain"}, body=b"ASK {}"),
    Case("bad_query_missing_form_type", "POST", body=b"query=ASK%20%7B%7D"),
    Case("bad_query_missing_direct_type", "POST", body=b"ASK {}"),
    Case(
        "bad_query_non_utf8",
        "POST",
        headers={"Content-Type": "application/sparql-query; charset=UTF-16"},
        body="ASK {}".encode("utf-16"),
    ),
    Case("bad_query_syntax", "GET", (("query", "ASK {"),)),
    Case("bad_update_get", "GET", (("update", "CLEAR ALL"),)),
    Case("bad_multiple_updates", "POST", headers=FORM, body=b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
    Case("bad_update_wrong_media_type", "POST", headers={"Content-Type": "text/plain"}, body=b"CLEAR NAMED"),
    Case("bad_update_missing_form_type", "POST", body=b"update=CLEAR%20NAMED"),
    Case(
        "bad_update_non_utf8",
        "POST",
        headers={"Content-Type": "application/sparql-update; charset=UTF-16"},
        body="CLEAR NAMED".encode("utf-16"),
    ),
    Case("bad_update_syntax", "POST", headers=FORM, body=b"update=CLEAR%20XYZ"),
    Case(
        "bad_update_dataset_conflict",
        "POST",
        (("using-named-graph-uri", "http://example/people"),),
        FORM,
        urlencode({"update": "WITH <http://example/addresses> DELETE {} WHERE {}"}).encode(),
    ),
    # Those of updates that are well-formed: this service takes none, and says so.
    Case("update_post_form", "POST", headers=FORM, body=b"update=CLEAR%20ALL"),
    Case("update_post_direct", "POST", headers=UPDATE, body=b"CLEAR ALL"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    document = "<http://xmlns.com/foaf/0.1/Document>"
    out = graph(tmp_path_factory.mktemp("graph"), *(f"<{d}> {A} {document} <{d}> ." for d in (D1, D2, D3)))
    with site(out) as client:
        yield client


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_of_w3c(client: TestClient, case: Case) -> None:
    address = "/sparql/?" + urlencode(case.parameters, quote_via=quote)
    got = client.request(case.method, address, headers=dict(case.headers), content=case.body or None)
    if not case.media:
        assert 400 <= got.status_code < 500
        assert got.headers["content-type"].startswith("text/plain")
        assert got.text.count("\n") == 1
        return
    assert got.status_code == 200, got.text
    assert got.headers["content-type"].partition(";")[0] in case.media
    if case.truth is not None:
        assert got.json()["boolean"] is case.truth


@pytest.mark.parametrize(
    ("status", "method", "address", "headers", "body"),
    [
        (400, "GET", "/sparql?query=", {}, b""),
        (400, "GET", "/sparql?query=%FF", {}, b""),
        (400, "POST", "/sparql", FORM, b"quarry=ASK%20%7B%7D"),
        (400, "POST", "/sparql", DIRECT, b"ASK {} # \xff"),
        (400, "GET", "/sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", {}, b""),
        (400, "GET", "/sparql?query=ASK%7B%7D&format=papyrus", {}, b""),
        (400, "GET", "/sparql?query=CLEAR+ALL", {}, b""),
        (403, "POST", "/sparql", UPDATE, b"CLEAR ALL"),
        (405, "DELETE", "/sparql?query=ASK%7B%7D", {}, b""),
        (406, "GET", "/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, b""),
        (406, "GET", "/sparql?query=ASK%7B%7D&format=turtle", {}, b""),
        (406, "GET", "/sparql?query=DESCRIBE+%3Cx:y%3E&format=csv", {}, b""),
        (413, "POST", "/sparql", DIRECT, b"#" * 1_000_001),
        (415, "POST", "/sparql", {"Content-Type": "multipart/form-data; boundary=x"}, b"--x--"),
    ],
)
def test_what_is_refused_has_a_status_and_a_sentence(
    client: TestClient, status: int, method: str, address: str, headers: dict[str, str], body: bytes
) -> None:
    got = client.request(method, address, headers=headers, content=body or None)
    assert got.status_code == status
    assert got.text.count("\n") == 1
    assert got.text.rstrip()[-1] in ".?"
    if status == 405:
        assert got.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_page_of_elsewhere_may_ask(client: TestClient) -> None:
    before = client.options(
        "/sparql", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert before.status_code == 204
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    got = client.get("/sparql?query=ASK%7B%7D", headers={"Origin": "https://example.org"})
    assert got.headers["access-control-allow-origin"] == "*"


def test_head_is_get_without_the_answer(client: TestClient) -> None:
    got, head = (client.request(method, "/sparql?query=ASK%7B%7D") for method in ("GET", "HEAD"))
    assert head.status_code == 200
    assert head.headers["content-length"] == got.headers["content-length"]
    assert client.head("/sparql?query=ASK%7B").status_code == 400


def test_who_only_looks_is_told_what_this_is(client: TestClient) -> None:
    got = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert got.headers["content-type"] == "text/turtle; charset=utf-8"
    assert "sd:supportedLanguage sd:SPARQL11Query" in got.text
    assert "sd:feature sd:UnionDefaultGraph" in got.text
    assert "sd:endpoint <http://testserver/sparql>" in got.text
    browser = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/query")


ALL = "SELECT ?s ?p ?o { ?s ?p ?o FILTER (STRSTARTS(STR(?s), 'urn:')) } ORDER BY ?s ?p ?o"
UNION, FACTS = "urn:x-arq:UnionGraph", "urn:x-arq:DefaultGraph"


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Two facts, each stated by two graphs; a claim of both; and what somebody took back."""
    fact = ("<urn:a> <urn:p> <urn:b>", '<urn:a> <urn:p> "in <urn:1> ."')
    stated = [f"{line} {graph}." for line in fact for graph in ("", "<urn:1> ", "<urn:2> ")]
    claims = [f'<urn:a> <urn:says> "words" <urn:{number}> .' for number in (1, 2)]
    out = tmp_path_factory.mktemp("several")
    replace_store(out, [*stated, *claims, '<urn:a> <urn:p> "never" <urn:apart> .'], apart="urn:apart")
    with site(out) as client:
        yield client


def rows(client: TestClient, query: str, *dataset: tuple[str, str]) -> list[str]:
    got = client.get("/sparql", params=[("query", query), ("format", "csv"), *dataset])
    assert got.status_code == 200, got.text
    return got.text.splitlines()[1:]


def test_without_a_dataset_a_query_is_asked_of_what_all_graphs_state_each_statement_once(several: TestClient) -> None:
    facts = ["urn:a,urn:p,urn:b", "urn:a,urn:p,in <urn:1> ."]
    assert rows(several, ALL) == [*facts, "urn:a,urn:says,words"]
    assert rows(several, ALL, *default(UNION)) == rows(several, ALL)
    assert rows(several, ALL, *default(FACTS)) == facts
    assert rows(several, "SELECT (COUNT(*) AS ?n) { <urn:a> ?p ?o }") == ["3"]


def test_the_union_changes_nothing_of_what_a_dataset_or_a_graph_clause_asks(several: TestClient) -> None:
    graphs = "SELECT ?g { GRAPH ?g { <urn:a> <urn:p> <urn:b> } } ORDER BY ?g"
    assert rows(several, graphs) == ["urn:1", "urn:2"]
    assert rows(several, graphs, *default(FACTS)) == ["urn:1", "urn:2"]
    assert rows(several, graphs, *named("urn:2")) == ["urn:2"]
    assert rows(several, ALL, *named("urn:2")) == []
    assert rows(several, ALL, *default("urn:apart")) == ["urn:a,urn:p,never"]
    assert len(rows(several, ALL, *default("urn:1", "urn:apart"))) == 4
    assert rows(several, ALL.replace("{", "FROM <urn:apart> {", 1)) == ["urn:a,urn:p,never"]


def test_a_graph_of_before_the_union_says_what_to_do(tmp_path: Path) -> None:
    out = graph(tmp_path, "<urn:a> <urn:p> <urn:b> .")
    shutil.rmtree(next(out.glob("store-*")) / "union")
    with site(out) as client:
        got = client.get("/sparql", params={"query": "ASK {}"})
        assert (got.status_code, got.text.partition(";")[2]) == (503, " run 'civicgraph build' again.\n")
        assert client.get("/sparql", params=[("query", "ASK {}"), *default(FACTS)]).json()["boolean"] is True
