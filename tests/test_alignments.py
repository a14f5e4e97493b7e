"""What the alignments and the views say of other vocabularies was seen in a copy of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, SDO, SKOS, Graph, URIRef

from civicgraph import vocab
from sample import ROOT

ALIGNMENTS = ROOT / "ontology" / "alignments"
FILES = sorted(ALIGNMENTS.glob("*.ttl"))
VIEWS = sorted((ROOT / "ontology" / "views").glob("*.rq"))
MATCHES = {SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch}
VOCABULARIES: dict[str, dict[str, Any]] = tomllib.loads((ALIGNMENTS / "vocabularies.toml").read_text(encoding="utf-8"))


@cache
def verified() -> dict[str, str]:
    """IRI → class, property or concept, of every term that was seen."""
    kinds = {"classes": "class", "properties": "property", "concepts": "concept"}
    found = {
        said["namespace"] + name: kind
        for said in VOCABULARIES.values()
        for plural, kind in kinds.items()
        for name in said.get(plural, ())
    }
    oparl = VOCABULARIES["oparl"]
    for name, properties in oparl["types"].items():
        found[oparl["namespace"] + name] = "class"
        found |= {oparl["namespace"] + p: "property" for p in properties if p != "required"}
    return found


@cache
def ours() -> dict[str, str]:
    graph = Graph()
    for name in ("civicgraph", "concepts"):
        graph.parse(ROOT / "ontology" / f"{name}.ttl", format="turtle")
    kinds = {
        OWL.Class: "class",
        OWL.ObjectProperty: "property",
        OWL.DatatypeProperty: "property",
        SKOS.Concept: "concept",
    }
    return {str(term): name for kind, name in kinds.items() for term in graph.subjects(RDF.type, kind)}


def wrong(graph: Graph) -> list[str]:
    said: list[str] = []
    for term, how, other in graph:
        kind, theirs = ours().get(str(term)), verified().get(str(other))
        needed = {RDFS.subClassOf: "class", RDFS.subPropertyOf: "property"}.get(URIRef(str(how)))
        if kind is None:
            said.append(f"{term} is no term of ours")
        elif theirs is None:
            said.append(f"{other} is not in vocabularies.toml")
        elif kind != theirs or (needed or kind) != kind:
            said.append(f"{term} is a {kind}, {other} a {theirs}: not {how}")
        elif needed is None and how not in MATCHES:
            said.append(f"{how} is no way to align")
    return said


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_an_alignment_leads_from_a_term_of_ours_to_one_that_was_seen(path: Path) -> None:
    graph = Graph().parse(path, format="turtle")
    assert len(graph) > 5
    assert wrong(graph) == []


@pytest.mark.parametrize(
    "line",
    [
        "civ:Meting rdfs:subClassOf besluit:Zitting",
        "civ:Meeting rdfs:subClassOf besluit:Sitzung",
        "civ:Meeting rdfs:subClassOf besluit:openbaar",
        "civ:number rdfs:subClassOf besluit:Zitting",
        "civ:Meeting rdfs:subPropertyOf besluit:Zitting",
        "civ:Meeting rdfs:seeAlso besluit:Zitting",
    ],
)
def test_a_wrong_alignment_is_found(line: str) -> None:
    spaces = {"civ": str(vocab.CIV), "besluit": VOCABULARIES["besluit"]["namespace"], "rdfs": str(RDFS)}
    prefixes = "".join(f"@prefix {prefix}: <{space}> . " for prefix, space in spaces.items())
    assert len(wrong(Graph().parse(data=f"{prefixes}{line} .", format="turtle"))) == 1


def test_what_was_seen_is_said_where_and_used() -> None:
    for name, said in VOCABULARIES.items():
        assert said["title"] and said["licence"], name
        assert re.search(r"commit [0-9a-f]{40}|rdflib \d", said["source"]), name
    used = {str(term) for path in FILES for triple in Graph().parse(path, format="turtle") for term in triple}
    text = "".join(path.read_text(encoding="utf-8") for path in VIEWS)
    short = {said["namespace"]: prefix for prefix, said in VOCABULARIES.items()}
    for iri in verified().keys() - used:
        space = next(s for s in short if iri.startswith(s))
        if short[space] != "oparl":  # its properties are the interface; what is written of them is in the view's test
            assert re.search(rf"\b{short[space]}:{iri.removeprefix(space)}\b", text), f"{iri} is not used"


def test_schema_org_has_what_is_listed_of_it() -> None:
    said = VOCABULARIES["schema"]
    assert [
        name for name in (*said["classes"], *said["properties"]) if URIRef(said["namespace"] + name) not in SDO
    ] == []


def test_the_readme_names_each_file_and_counts_its_terms() -> None:
    readme = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    rows = {name: int(count) for name, count in re.findall(r"^\| `([\w-]+\.ttl)` .*\| (\d+) \|$", readme, re.MULTILINE)}
    assert rows == {p.name: len(set(Graph().parse(p, format="turtle").subjects())) for p in FILES}
