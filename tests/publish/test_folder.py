"""The folder that `publish` writes: what it says of each file is so, and the same graph gives the same bytes."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from rocrate.rocrate import ROCrate

from civicgraph.errors import UsageError
from civicgraph.publish import About, publish
from civicgraph.store import open_store
from published import BASE, config
from sample import nquads
from standards_of import faults


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_graph_and_settings_give_the_same_bytes(site: Path, samples: Path, tmp_path: Path) -> None:
    first = contents(site)
    out = tmp_path / "again"
    publish(open_store(samples), config(tmp_path), out)
    assert contents(out) == first
    publish(open_store(samples), config(tmp_path), out)
    assert contents(out) == first, "and again into the same folder"


def test_the_day_is_the_command_s_or_that_of_the_last_meeting(about: About, samples: Path, tmp_path: Path) -> None:
    assert about.on == about.census.last == "2023-11-23"
    settings = config(tmp_path, more='[files]\nformats = ["popolo"]')
    later = publish(open_store(samples), settings, tmp_path / "site", "2026-01-31")
    assert later.on == "2026-01-31"
    assert (later.census.first, later.census.last) == (about.census.first, about.census.last)
    assert b"2026-01-31" in (tmp_path / "site" / "catalog.ttl").read_bytes()
    assert [file.place for file in later.files] == ["data/popolo.json"]
    assert not later.api and not (tmp_path / "site" / "oparl").exists()


def test_sizes_and_sums_are_those_of_the_files(site: Path, about: About) -> None:
    assert len(about.files) > 20
    for file in about.files:
        content = (site / file.place).read_bytes()
        assert (file.bytes, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    lines = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [f"{file.sha256}  {file.place}" for file in about.files]
    on_disk = {f"data/{path.relative_to(site / 'data').as_posix()}" for path in (site / "data").rglob("*.*")}
    assert on_disk == {file.place for file in about.files}


def test_the_packed_graph_is_the_graph(site: Path, samples: Path, tmp_path: Path) -> None:
    packed = gzip.decompress((site / "data/graph.nq.gz").read_bytes())
    assert packed == nquads(samples, tmp_path / "graph.nq")
    assert (site / "data/graph.nq.gz").read_bytes()[4:8] == bytes(4), "no time in it"


def written(*names: str) -> Callable[[Store, Path], tuple[Path, ...]]:
    """Writes a folder of such files, each with its name in it."""

    def write(store: Store, path: Path) -> tuple[Path, ...]:
        for name in names:
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_text(name, encoding="utf-8")
        return tuple(path / name for name in names)

    return write


def test_a_folder_of_tables_stays_and_any_other_is_one_archive(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from civicgraph import export

    folders = {
        "lists": ("edges.csv", "package.json"), "neo4j": ("import.sh", "a.csv"), "notes": ("notes/b.md", "a.md"),
        "trees": ("a.json", "b.json"),
    }  # fmt: skip
    formats = tuple(
        export.Format(name=name, about=f"as {name}", write=written(*files)) for name, files in folders.items()
    )
    monkeypatch.setattr(export, "FORMATS", formats)
    about = publish(open_store(samples), config(tmp_path), tmp_path / "site")
    assert [(file.place, file.media, file.title) for file in about.files] == [
        ("data/lists/edges.csv", "text/csv", "as lists (edges.csv)"),
        ("data/lists/package.json", "application/json", "as lists (package.json)"),
        ("data/neo4j.zip", "application/zip", "as neo4j"),
        ("data/notes.zip", "application/zip", "as notes"),
        ("data/trees.zip", "application/zip", "as trees"),
    ]
    with zipfile.ZipFile(tmp_path / "site/data/notes.zip") as archive:
        assert [(one.filename, one.date_time[0]) for one in archive.infolist()] == [
            ("a.md", 1980),
            ("notes/b.md", 1980),
        ]
        assert archive.read("notes/b.md") == b"notes/b.md"
    assert not (tmp_path / "site/data/notes").exists()


def test_a_format_may_write_a_file_and_what_goes_with_it(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from civicgraph import export

    def write(store: Store, path: Path) -> tuple[Path, ...]:
        path.parent.mkdir(parents=True, exist_ok=True)
        both = (path, path.with_suffix(".metadata.json"))
        for one in both:
            one.write_text(one.name, encoding="utf-8")
        return both

    monkeypatch.setattr(export, "FORMATS", (export.Format(name="sqlite", about="one database", write=write),))
    about = publish(open_store(samples), config(tmp_path), tmp_path / "site")
    assert [(file.place, file.title) for file in about.files] == [
        ("data/tables.sqlite", "one database"),
        ("data/tables.metadata.json", "one database (tables.metadata.json)"),
    ]


def test_what_is_no_longer_published_leaves_the_folder_and_what_is_not_ours_stays(
    samples: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    (out / "data/tables").mkdir(parents=True)
    (out / "data/tables/mine.csv").touch()
    for formats in ('["tables", "oparl-api"]', '["popolo", "oparl-api"]'):
        settings = config(tmp_path, more=f"[files]\nformats = {formats}")
        about = publish(open_store(samples), settings, out)
    assert sorted(p.relative_to(out).as_posix() for p in (out / "data").rglob("*.*")) == [
        "data/popolo.json", "data/tables/mine.csv",
    ]  # fmt: skip
    assert [file.place for file in about.files] == ["data/popolo.json"]
    (out / "oparl/old.json").touch()
    publish(open_store(samples), settings, out)
    assert not (out / "oparl/old.json").exists()
    (out / "oparl/system.json").unlink()
    with pytest.raises(UsageError, match="publish did not write it"):
        publish(open_store(samples), settings, out)
    assert not list(out.glob(".part*"))


def test_sums_that_lead_elsewhere_take_nothing_away(samples: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    for name in ("kept.txt", "site/kept.txt"):
        (tmp_path / name).touch()
    (out / "SHA256SUMS").write_text("0  ../kept.txt\n0  data/../kept.txt\n0  kept.txt\n", encoding="utf-8")
    publish(open_store(samples), config(tmp_path, more='[files]\nformats = ["popolo"]'), out)
    assert (tmp_path / "kept.txt").exists() and (out / "kept.txt").exists()


def test_a_file_of_somebody_else_is_not_replaced(samples: Path, tmp_path: Path) -> None:
    settings, mine = config(tmp_path, more='[files]\nformats = ["popolo"]'), tmp_path / "README.md"
    mine.write_text("How to run the site", encoding="utf-8")
    with pytest.raises(UsageError, match=r"README.md: is there, and publish did not write it; give another --out"):
        publish(open_store(samples), settings, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "civicgraph.toml"]
    mine.unlink()
    for _ in range(2):
        publish(open_store(samples), settings, tmp_path)
    assert "How to run" not in mine.read_text(encoding="utf-8")


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.record, self.words, self.inside = "", "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.inside = "record" if values.get("type") == "application/ld+json" and tag == "script" else tag
        if tag == "a":
            self.links.append(values["href"] or "")
        if "src" in values or (tag == "link" and values.get("rel") != "alternate"):
            self.fetched.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "record":
            self.record += data
        elif self.inside != "style":
            self.words += data


def test_the_page_opens_from_a_disk(site: Path, about: About) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.fetched == [] and "url(" not in text and "@import" not in text
    inside = [link for link in page.links if not re.match(r"https?:|mailto:", link)]
    assert all((site / link).is_file() for link in inside)
    assert {file.place for file in about.files} < set(inside)
    assert "Minutes <and> decisions" in page.words and "Coventry City Council" in page.words
    assert "One row for each clause with one main verb" in page.words and "minute item" in page.words


def test_the_page_has_a_record_for_search_engines(site: Path, about: About) -> None:
    record = json.loads(Page((site / "index.html").read_text(encoding="utf-8")).record)
    assert (record["@type"], record["@id"]) == ("Dataset", BASE + "#dataset")
    assert 50 <= len(record["description"]) <= 5000
    assert record["temporalCoverage"] == f"{about.census.first}/{about.census.last}"
    assert {one["name"] for one in record["spatialCoverage"]} == {"Coventry City Council"}
    assert {one["contentUrl"] for one in record["distribution"]} == {about.url(file) for file in about.files}


def test_rocrate_reads_the_crate(site: Path, about: About) -> None:
    crate = ROCrate(site)
    assert crate.root_dataset["datePublished"] == about.on
    assert {one.id for one in crate.root_dataset["hasPart"]} == {file.place for file in about.files}
    for file in about.files:
        entity = crate.dereference(file.place)
        assert (entity["sha256"], entity["encodingFormat"]) == (file.sha256, file.media)
    assert crate.dereference("ro-crate-metadata.json")["about"] == crate.root_dataset
    graph = json.loads((site / "ro-crate-metadata.json").read_bytes())["@graph"]
    known = {one["@id"] for one in graph} | {"https://w3id.org/ro/crate/1.2"}
    refers = {one["@id"] for entity in graph for one in walk(list(entity.values())) if set(one) == {"@id"}}
    assert refers - known == set()


def walk(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return [one for inner in value for one in walk(inner)] if isinstance(value, list) else []


def test_the_citation_is_as_the_format_wants_it(site: Path, about: About, tmp_path: Path) -> None:
    said = yaml.safe_load((site / "CITATION.cff").read_text(encoding="utf-8"))
    assert faults("cff.json", "schema", said) == []
    assert (said["license"], said["version"], said["authors"][0]["name"]) == (
        "OGL-UK-3.0", about.on, "Barset County Council",
    )  # fmt: skip
    assert faults("cff.json", "schema", {**said, "authors": []}) and faults("cff.json", "schema", {**said, "day": "x"})


def test_another_licence_is_given_by_its_address(samples: Path, tmp_path: Path) -> None:
    place = config(tmp_path, more='[files]\nformats = ["popolo"]')
    text = place.read_text(encoding="utf-8")
    place.write_text(re.sub('licence = ".*"', 'licence = "https://barset.example/terms"', text), encoding="utf-8")
    publish(open_store(samples), place, tmp_path / "site")
    said = yaml.safe_load((tmp_path / "site/CITATION.cff").read_text(encoding="utf-8"))
    assert faults("cff.json", "schema", said) == []
    assert said["license-url"] == "https://barset.example/terms" and "license" not in said


def test_the_uk_record_has_what_its_model_requires(site: Path, about: About) -> None:
    dataset, *files = json.loads((site / "uk-metadata.json").read_bytes())
    required = (
        "title", "description", "identifier", "publisher", "creator", "contactPoint", "licence", "accessRights",
        "securityClassification", "modified", "version", "updateFrequency",
    )  # fmt: skip
    assert [key for key in required if not dataset.get(key)] == []
    assert (dataset["accessRights"], dataset["updateFrequency"]) == ("OPEN", "freq:monthly")
    assert re.fullmatch(r"\S+@[\S+\.]+\S+", dataset["contactPoint"]["email"])
    assert [one["downloadURL"] for one in files] == dataset["distribution"] == [about.url(file) for file in about.files]


def test_without_an_organisation_there_is_no_uk_record(samples: Path, tmp_path: Path) -> None:
    place = config(tmp_path, without="organisation", more='[files]\nformats = ["popolo"]')
    place.write_text(place.read_text(encoding="utf-8").replace('security_classification = "OFFICIAL"', ""))
    publish(open_store(samples), place, tmp_path / "site")
    assert not (tmp_path / "site/uk-metadata.json").exists()


def test_data_json_has_what_its_schema_requires(site: Path) -> None:
    (dataset,) = json.loads((site / "data.json").read_bytes())["dataset"]
    required = (
        "title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel",
    )  # fmt: skip
    assert [key for key in required if not dataset.get(key)] == []
    assert all(one["downloadURL"].startswith(BASE) and one["mediaType"] for one in dataset["distribution"])


def test_void_counts_what_the_graph_has(site: Path, samples: Path, about: About) -> None:
    described = Store()
    described.extend(parse((site / "void.ttl").read_bytes(), format=RdfFormat.TURTLE))
    assert (site / ".well-known/void").read_bytes() == (site / "void.ttl").read_bytes()
    store = open_store(samples)
    ontology = NamedNode("https://w3id.org/civicgraph/ontology")
    own = {str(q.triple) for q in store.quads_for_pattern(None, None, None, ontology)}
    facts = {str(q.triple) for q in store.quads_for_pattern(None, None, None, DefaultGraph())} - own

    def numbers(query: str) -> dict[str, int]:
        found = described.query(f"PREFIX void: <http://rdfs.org/ns/void#> {query}")
        return {row[0].value: int(row[1].value) for row in found}  # type: ignore[union-attr]

    whole = "SELECT ?d ?n { ?d void:triples ?n ; void:classPartition ?any }"
    assert numbers(whole) == {about.dataset: len(facts)}
    properties = numbers("SELECT ?p ?n { ?d void:propertyPartition [ void:property ?p ; void:triples ?n ] }")
    assert sum(properties.values()) == len(facts)
    classes = numbers("SELECT ?c ?n { ?d void:classPartition [ void:class ?c ; void:entities ?n ] }")
    with (site / "data/tables/meetings.csv").open(encoding="utf-8", newline="") as file:
        meetings = {row["iri"] for row in csv.DictReader(file)}
    assert classes["https://w3id.org/civicgraph/ontology#Meeting"] >= len(meetings) > 4
    assert classes["https://w3id.org/civicgraph/ontology#SourceDocument"] == 5
    to = "?l a void:Linkset ; void:triples ?n ; void:objectsTarget/void:uriSpace ?site"
    links = numbers(f"SELECT ?site (SUM(?n) AS ?all) {{ {to} }} GROUP BY ?site")
    laws = [fact for fact in facts if "> <http://www.legislation.gov.uk/" in fact]
    assert links["http://www.legislation.gov.uk/"] == len(laws) > 3
    assert not any(site.startswith("https://w3id.org/") for site in links)


def test_what_cannot_be_published_is_said(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written"):
        publish(open_store(samples), config(tmp_path), tmp_path / "file")
    with pytest.raises(UsageError, match="there is no format 'xls'"):
        publish(open_store(samples), config(tmp_path, more='[files]\nformats = ["xls"]'), tmp_path / "site")
    with pytest.raises(UsageError, match="nothing to publish"):
        publish(Store(), config(tmp_path), tmp_path / "site")
    undated = Store()
    civ = "https://w3id.org/civicgraph/ontology#"
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    undated.add(Quad(NamedNode("https://x.org/id/document/a"), kind, NamedNode(civ + "SourceDocument")))
    with pytest.raises(UsageError, match="--on 2026-01-31"):
        publish(undated, config(tmp_path), tmp_path / "site")
    assert not (tmp_path / "site").exists()
