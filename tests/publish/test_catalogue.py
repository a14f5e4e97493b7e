"""The catalogue: DCAT-AP by its shapes, JSON-LD by a processor that is not ours, and as CKAN's harvester reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from pyld import jsonld
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from civicgraph.publish import About
from published import BASE
from standards_of import STANDARDS

SHAPES = Graph().parse(STANDARDS / "dcat-ap.ttl")
CKAN = "CIVICGRAPH_CKAN_PYTHON"
READ = """
import json, sys
from ckanext.dcat.processors import RDFParser
parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(open(sys.argv[1], encoding="utf-8").read(), sys.argv[2])
print(json.dumps(list(parser.datasets())))
"""


def conforms(graph: Graph) -> tuple[bool, str]:
    found, _, text = pyshacl.validate(graph, shacl_graph=SHAPES)
    return bool(found), str(text)


def test_dcat_ap_has_nothing_against_it(site: Path) -> None:
    graph = Graph().parse(site / "catalog.ttl")
    fine, text = conforms(graph)
    assert fine, text
    assert {str(one) for one in graph.subjects(RDF.type, DCAT.Dataset)} == {BASE + "#dataset"}
    assert not any(node for node in graph.all_nodes() if not str(node)), "no blank nodes"


@pytest.mark.parametrize("gone", [DCTERMS.title, DCTERMS.description, DCAT.accessURL, DCTERMS.publisher])
def test_what_is_taken_away_is_missed(site: Path, gone: URIRef) -> None:
    graph = Graph().parse(site / "catalog.ttl")
    graph.remove((None, gone, None))
    assert not conforms(graph)[0]


def test_each_file_is_a_distribution(site: Path, about: About) -> None:
    graph = Graph().parse(site / "catalog.ttl")
    said = {str(graph.value(one, DCAT.downloadURL)) for one in graph.subjects(RDF.type, DCAT.Distribution)}
    assert said == {about.url(file) for file in about.files}
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        assert str(graph.value(one, DCTERMS.license)) == about.text("licence")
    for property in (DCAT.distribution, DCAT.contactPoint, DCTERMS.temporal, DCTERMS.spatial, DCAT.service):
        assert all((thing, RDF.type, None) in graph for thing in graph.objects(None, property)), property


def test_json_ld_says_the_same(site: Path) -> None:
    document = json.loads((site / "catalog.jsonld").read_bytes())
    lines = jsonld.to_rdf(document, {"format": "application/n-quads"})
    assert isomorphic(Graph().parse(data=lines, format="nt"), Graph().parse(site / "catalog.ttl"))


def harvester() -> str:
    """A Python that has ckanext-dcat: that of the environment, or this one; it is never imported here."""
    for python in (os.environ.get(CKAN, ""), sys.executable):
        if (
            python
            and subprocess.run([python, "-c", "import ckanext.dcat"], capture_output=True, check=False).returncode == 0
        ):
            return python
    pytest.skip(
        f"no ckanext-dcat: pip install -r tests/publish/ckan.txt in another environment, and name its Python in {CKAN}"
    )


@pytest.mark.parametrize(("file", "form"), [("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld")])
def test_ckan_s_harvester_reads_it(site: Path, about: About, file: str, form: str) -> None:
    done = subprocess.run([harvester(), "-c", READ, site / file, form], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (dataset,) = json.loads(done.stdout.splitlines()[-1])
    extras: dict[str, Any] = {one["key"]: one["value"] for one in dataset["extras"]}
    assert (dataset["title"], dataset["notes"]) == (about.text("title"), about.text("description"))
    assert {one["name"] for one in dataset["tags"]} == {"council minutes", "decisions"}
    assert (extras["identifier"], extras["uri"]) == (about.dataset, about.dataset)
    assert extras["temporal_start"] == about.census.first and extras["contact_email"] == "committees@barset.example"
    assert (extras["publisher_name"], extras["frequency"][-8:]) == ("Barset County Council", "/MONTHLY")
    resources = {one["download_url"]: one for one in dataset["resources"]}
    for one in about.files:
        found = resources[about.url(one)]
        assert (int(found["size"]), found["hash"]) == (one.bytes, one.sha256)
        assert found["license"] == about.text("licence")
