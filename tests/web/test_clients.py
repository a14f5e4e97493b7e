"""Programs that people ask with: SPARQLWrapper and curl."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from served import graph, server

SELECT = "SELECT ?o { <https://example.org/a> <https://example.org/p> ?o }"
CONSTRUCT = "CONSTRUCT WHERE { <https://example.org/a> <https://example.org/p> ?o }"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = graph(
        tmp_path_factory.mktemp("graph"),
        '<https://example.org/a> <https://example.org/p> "é, \\"one\\"" .',
        '<https://example.org/a> <https://example.org/q> "two" <https://example.org/g> .',
    )
    with server(out) as (address, _):
        yield f"{address}/sparql"


def wrapper(endpoint: str, query: str, form: str) -> Any:
    asked = SPARQLWrapper(endpoint)
    asked.setQuery(query)
    asked.setReturnFormat(form)
    asked.setTimeout(20)
    return asked


@pytest.mark.parametrize(("method", "encoding"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
@pytest.mark.parametrize("conneg", [True, False])
def test_sparqlwrapper_selects(endpoint: str, method: str, encoding: str, conneg: bool) -> None:
    asked = wrapper(endpoint, SELECT, JSON)
    asked.setMethod(method)
    asked.setRequestMethod(encoding)
    asked.setOnlyConneg(conneg)
    found = asked.query().convert()["results"]["bindings"]
    assert [row["o"]["value"] for row in found] == ['é, "one"']


@pytest.mark.parametrize("form", [XML, CSV, TSV])
def test_sparqlwrapper_takes_rows_in_every_form(endpoint: str, form: str) -> None:
    found = wrapper(endpoint, SELECT, form).query().convert()
    text = found.toxml() if form == XML else found.decode()
    assert "é" in text


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_sparqlwrapper_takes_triples_in_every_form(endpoint: str, form: str) -> None:
    found = wrapper(endpoint, CONSTRUCT, form).query().convert()
    assert "é" in found.decode() if isinstance(found, bytes) else len(found) == 1


def test_sparqlwrapper_names_graphs_and_hears_of_faults(endpoint: str) -> None:
    asked = wrapper(endpoint, "SELECT ?o { <https://example.org/a> ?p ?o }", JSON)
    asked.addDefaultGraph("https://example.org/g")
    assert [row["o"]["value"] for row in asked.query().convert()["results"]["bindings"]] == ["two"]
    with pytest.raises(QueryBadFormed, match="This is not a SPARQL query"):
        wrapper(endpoint, "SELECT ?o {", JSON).query()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_curl(endpoint: str) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", *arguments], capture_output=True, check=True).stdout.decode()

    assert "sd:Service" in curl(endpoint)
    assert json.loads(curl("-G", endpoint, "--data-urlencode", f"query={SELECT}"))["head"]["vars"] == ["o"]
    assert curl(endpoint, "--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv") == 'o\r\n"é, ""one"""\r\n'
    direct = curl(
        endpoint, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/turtle", "-d", CONSTRUCT
    )
    assert '<https://example.org/p> "é, \\"one\\""' in direct
    assert curl("--compressed", "-G", endpoint, "--data-urlencode", "query=ASK {}", "-d", "format=xml").startswith(
        "<?xml"
    )
    assert curl("-I", endpoint).startswith("HTTP/1.1 200")
