"""Which form an answer takes, by name and by what is accepted."""

from __future__ import annotations

import pytest

from civicgraph.web.accept import best
from civicgraph.web.sparql.formats import PAGE, chosen
from civicgraph.web.sparql.refused import Refused

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "a/x"),
        ("*/*", "a/x"),
        ("a/*", "a/x"),
        ("a/y", "a/y"),
        ("A/Y", "a/y"),
        ("a/x;q=0.5, a/y", "a/y"),
        ("a/x;q=0, */*", "a/y"),
        ("a/*;q=0.1, b/z;q=0.2", "b/z"),
        ("a/x;q=nonsense, b/z;q=0.1", "b/z"),
        ("c/c", None),
        ("*/*;q=0", None),
        ("a/x;charset=utf-8;q=0.2, a/y;q=0.1", "a/x"),
        (",,,", "a/x"),
    ],
)
def test_the_most_specific_range_counts(accept: str, wanted: str | None) -> None:
    assert best(accept, ["a/x", "a/y", "b/z"]) == wanted


@pytest.mark.parametrize(
    ("accept", "name", "rows", "triples"),
    [
        ("*/*", "", "application/sparql-results+json", "text/turtle"),
        (BROWSER, "", PAGE, PAGE),
        (BROWSER, "csv", "text/csv", ""),
        ("application/json", "", "application/json", "application/json"),
        ("text/csv", "", "text/csv", ""),
        ("application/rdf+xml", "", "", "application/rdf+xml"),
        ("*/*", "json", "application/sparql-results+json", "application/ld+json"),
        ("*/*", "xml", "application/sparql-results+xml", "application/rdf+xml"),
        ("*/*", "TTL", "", "text/turtle"),
        ("*/*", "application/n-triples", "", "application/n-triples"),
        (
            "application/sparql-results+xml;q=0.9, application/sparql-results+json;q=0.8",
            "",
            "application/sparql-results+xml",
            "",
        ),
    ],
)
def test_rows_and_triples_each_have_a_form(accept: str, name: str, rows: str, triples: str) -> None:
    found = chosen(accept, name, page=True)
    assert (found.rows_media, found.triples_media) == (rows, triples)


@pytest.mark.parametrize(("accept", "name", "status"), [("image/png", "", 406), ("*/*", "doc", 400)])
def test_what_there_is_not(accept: str, name: str, status: int) -> None:
    with pytest.raises(Refused) as refused:
        chosen(accept, name, page=True)
    assert refused.value.status == status
