"""The named questions as pages with forms, and as files; the editor; and one's own query on a page."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from civicgraph.queries import Question, ask, questions
from civicgraph.store import UNION, current, opened
from civicgraph.web.sparql.asking import EXAMPLE
from sample import civicgraph
from served import graph, site

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client(samples: Path) -> Iterator[TestClient]:
    with site(samples, query=30) as client:
        yield client


def test_every_question_is_on_the_list_and_has_a_form(client: TestClient) -> None:
    listed = client.get("/query", headers=HTML).text
    for one in questions():
        assert f'href="/query/{one.name}"' in listed
        form = client.get(f"/query/{one.name}", headers=HTML)
        assert form.status_code == 200, one.name
        for param in one.params:
            assert f'name="{param.name}"' in form.text
        if one.params:
            assert "<table>" not in form.text, "it is not answered before it is asked"


@pytest.mark.parametrize("one", questions(), ids=lambda one: one.name)
def test_a_question_has_the_same_answer_over_the_union_of_all_graphs(samples: Path, one: Question) -> None:
    """So that its text can be taken to the endpoint."""
    words = shlex.split(one.example)[4::2]
    given = {name: [value] for name, value in (word.split("=", 1) for word in words)}
    place = samples / current(samples)
    facts, union = (sorted(map(str, ask(opened(store), one, given))) for store in (place, place / UNION))
    assert facts == union


def test_the_example_of_the_editor_finds_something(client: TestClient) -> None:
    assert client.post("/sparql", data={"query": EXAMPLE}).json()["results"]["bindings"]
    policy = client.get("/query", headers=HTML).headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy


def test_an_answer_is_the_same_as_page_file_and_command(client: TestClient, samples: Path) -> None:
    asked = {"programme": "MST"}
    said = civicgraph("query", "programme", "--param", "programme=MST", "--format", "csv", "--graph", samples).stdout
    rows = list(csv.reader(io.StringIO(said)))
    assert len(rows) > 1
    got = client.get("/query/programme.csv", params=asked)
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(got.text, newline=""))) == list(csv.reader(io.StringIO(said, newline="")))
    found = client.get("/query/programme.json", params=asked)
    assert len(found.json()["results"]["bindings"]) == len(rows) - 1
    assert client.get("/query/programme", params={**asked, "format": "json"}).json() == found.json()
    assert client.get("/query/programme", params=asked).json() == found.json(), "a program that takes anything"
    page = client.get("/query/programme", params=asked, headers=HTML)
    assert page.text.count("<tr>") == len(rows)
    assert f"{len(rows) - 1} row" in page.text
    assert 'value="MST"' in page.text
    assert "SELECT" in page.text, "the query behind it"
    assert 'href="/query/programme.csv?programme=MST"' in page.text


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/query/overdue?on=", 200, "the day"),
        ("/query/overdue?on=someday", 400, "&#39;someday&#39; will not do for on; write one like 2019-01-01"),
        ("/query/overdue?body=x", 400, "a value is missing; write on=2019-01-01"),
        ("/query/overdue?on=2019-01-01&color=red", 400, "there is no parameter &#39;color&#39;"),
        ("/query/no-such-question", 404, "There is no question"),
        ("/query/overdue.papyrus?on=2019-01-01", 400, "There is no format"),
        ("/nowhere", 404, "There is nothing at this address."),
        ("/sparql?query=SELECT", 400, "This is not a SPARQL query"),
    ],
)
def test_what_is_wrong_is_said_on_a_page(client: TestClient, address: str, status: int, said: str) -> None:
    got = client.get(address, headers=HTML)
    assert got.status_code == status
    assert got.headers["content-type"].startswith("text/html")
    assert said in got.text


def test_a_query_of_ones_own_is_answered_on_a_page(client: TestClient) -> None:
    page = client.get("/sparql", params={"query": EXAMPLE, "format": "html"})
    assert page.headers["content-type"].startswith("text/html")
    assert re.search(r'<a href="/(?:id|page)/', page.text)
    assert "Yes." in client.get("/sparql", params={"query": "ASK {}"}, headers=HTML).text
    triples = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s a ?t } LIMIT 2"}, headers=HTML)
    assert triples.text.count("<tr>") == 3


def test_words_of_the_graph_stay_words(tmp_path: Path) -> None:
    out = graph(
        tmp_path,
        '<https://example.org/a> <https://example.org/p> "<script>alert(1)</script>" .',
        "<https://example.org/b> <https://example.org/p> <javascript:alert(1)> .",
    )
    with site(out) as client:
        query = "SELECT ?o { ?s <https://example.org/p> ?o } # </pre><script>"
        text = client.get("/sparql", params={"query": query}, headers=HTML).text
    assert "<script>alert" not in text
    assert "</pre><script>" not in text
    assert 'href="javascript' not in text


def test_behind_a_proxy_every_address_is_the_sites(samples: Path) -> None:
    from civicgraph.web import Settings, app

    settings = Settings(graph=samples, public="https://minutes.example.org/graph/")
    for path in ("/graph", ""):  # whether the proxy takes its part off or not
        with TestClient(app(settings)) as client:
            text = client.get(f"{path}/query", headers={**HTML, "Host": "evil.example"}).text
            description = client.get(f"{path}/sparql", headers={"Accept": "text/turtle"}).text
        assert 'href="/graph/query/overdue"' in text
        assert 'action="/graph/sparql"' in text
        assert not re.search(r'(?:href|src|action)="/(?!graph/)', text)
        assert "https://minutes.example.org/graph/sparql" in text
        assert "sd:endpoint <https://minutes.example.org/graph/sparql>" in description
        assert "evil.example" not in text


def test_what_is_said_twice_is_said_the_same(client: TestClient) -> None:
    query = {"query": "SELECT (NOW() AS ?now) {}"}
    assert "etag" not in client.get("/sparql", params=query).headers
    got = client.get("/sparql", params={"query": EXAMPLE})
    again = client.get("/sparql", params={"query": EXAMPLE}, headers={"If-None-Match": got.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert json.loads(got.text)


def test_csv_has_an_iri_with_a_comma_in_one_cell(client: TestClient) -> None:
    query = "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?words ?quote { GRAPH ?g { ?words oa:exact ?quote } } LIMIT 9"
    got = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    rows = list(csv.reader(io.StringIO(got.text, newline="")))
    known = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert rows == [["words", "quote"], *([one["words"]["value"], one["quote"]["value"]] for one in known)]
    assert all("#char=" in words and "," in words for words, _ in rows[1:])
