"""The page of the ontology is complete, fetches nothing, and comes out the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from diagram import diagram
from page import CLASSES, page
from sample import ROOT

TERMS, CONCEPTS = ROOT / "ontology" / "civicgraph.ttl", ROOT / "ontology" / "concepts.ttl"
FETCHED = {
    "script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data", "embed": "src",
    "image": "href", "use": "href", "audio": "src", "video": "src",
}  # fmt: skip


class Page(HTMLParser):
    """Words and identifiers of a page, and what a browser would fetch for it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: set[str] = set()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if (address := given.get(FETCHED.get(tag, ""))) and not address.startswith("data:"):
            self.fetched.append(address)
        self.fetched += re.findall(r"url\((?!['\"]?data:)[^)]*\)", given.get("style", ""))
        if tag == "a" and given.get("href", "").startswith("#"):
            self.links.append(given["href"][1:])

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.lasttag == "style":
            self.fetched += re.findall(r"@import[^;]*|url\((?!['\"]?data:)[^)]*\)", data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@cache
def html() -> str:
    return page(TERMS, CONCEPTS)


def shown(text: object) -> str:
    return " ".join(str(text).split())


def test_every_term_and_every_concept_is_on_the_page() -> None:
    text = Page(html()).text
    terms, concepts = (Graph().parse(path, format="turtle") for path in (TERMS, CONCEPTS))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    said = [
        (str(term), str(term), terms.value(term, RDFS.label), terms.value(term, RDFS.comment))
        for kind in kinds
        for term in terms.subjects(RDF.type, kind)
    ]
    said += [
        (
            str(c),
            "civc:" + str(c).rpartition("#")[2],
            concepts.value(c, SKOS.prefLabel),
            concepts.value(c, SKOS.definition),
        )
        for c in concepts.subjects(RDF.type, SKOS.Concept)
    ]
    said += [
        (str(s), str(s), concepts.value(s, DCTERMS.title), concepts.value(s, DCTERMS.description))
        for s in concepts.subjects(RDF.type, SKOS.ConceptScheme)
    ]
    assert len(said) > 300
    assert [iri for iri, *wanted in said if any(shown(one) not in text for one in wanted)] == []


def test_the_page_fetches_nothing_and_its_links_lead_somewhere() -> None:
    found = Page(html())
    assert found.fetched == []
    assert set(found.links) - found.ids == set()
    bad = Page('<img src="https://x.org/a.png"><style>@import "b.css"; p { background: url(c.png) }</style>')
    assert bad.fetched == ["https://x.org/a.png", '@import "b.css"', "url(c.png)"]


def test_the_page_comes_out_the_same_each_time(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "page.py"), str(tmp_path)],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == html()
    assert (tmp_path / "diagram.svg").read_text(encoding="utf-8") == diagram(TERMS)
    assert CLASSES in html()


def test_the_picture_has_every_class_and_property() -> None:
    graph, svg = Graph().parse(TERMS, format="turtle"), diagram(TERMS)
    drawn = re.findall(r">([^<>]+)</text>", svg)
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        names = {str(term).rpartition("#")[2] for term in graph.subjects(RDF.type, kind)}
        assert names - set(drawn) == set()
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "<title>Meeting ofBody Body</title>" in svg


def test_a_class_without_a_section_stops_nothing(tmp_path: Path) -> None:
    """A term may be added before anybody thinks of the picture."""
    file = tmp_path / "small.ttl"
    file.write_text(
        "@prefix civ: <https://w3id.org/civicgraph/ontology#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "# == Things =====\nciv:Thing a owl:Class .\nciv:of a owl:ObjectProperty .\n",
        encoding="utf-8",
    )
    assert ">Thing</text>" in diagram(file)
    assert (URIRef("https://w3id.org/civicgraph/ontology#Thing"), RDF.type, OWL.Class) in Graph().parse(file)
