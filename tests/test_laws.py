"""The laws find what pySHACL finds, say so in words, and true minutes are no fault."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store
from rdflib import RDF, Graph
from rdflib.namespace import SH

from civicgraph.run import build
from civicgraph.store import open_store, replace_store
from civicgraph.validate.laws import doubts, laws
from sample import DOCUMENTS, ROOT, civicgraph, nquads

CIV, CIVC = "https://w3id.org/civicgraph/ontology#", "https://w3id.org/civicgraph/concept#"
LAWS = ROOT / "ontology" / "laws.ttl"
BROKEN = ("one-attendance", "substitute", "private-item", "deciding-meeting", "decision-under-item", "due-once")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("laws") / "build"
    build([DOCUMENTS], out, jobs=2)
    return out


@pytest.fixture
def copy(graph: Path) -> Iterator[Store]:
    store = Store()
    store.extend(open_store(graph))
    yield store


def found(store: Store) -> set[tuple[str, str]]:
    """Thing and message."""
    return {(f.where.partition(">")[0][1:], f.what) for f in (*laws(store, Path()), *doubts(store))}


def by_pyshacl(store: Store) -> set[tuple[str, str]]:
    data = io.BytesIO()
    store.dump(data, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    said = Graph().parse(data=data.getvalue().decode(), format="nt")
    _, report, _ = pyshacl.validate(said, shacl_graph=Graph().parse(LAWS, format="turtle"))
    assert isinstance(report, Graph)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return {(str(report.value(r, SH.focusNode)), str(report.value(r, SH.resultMessage))) for r in results}


SPOILT = {
    "as it is": "",
    "no body": f"DELETE WHERE {{ ?m <{CIV}ofBody> ?b }} ; DELETE WHERE {{ ?d <{CIV}byBody> ?b }}",
    "no day": "DELETE WHERE { ?m <http://purl.org/dc/terms/date> ?day }",
    "no ground": f"DELETE WHERE {{ ?e <{CIV}ground> ?words }}",
    "no items": f"DELETE WHERE {{ ?d <{CIV}underItem> ?item }}",
    "everybody came": f"DELETE {{ ?a <{CIV}attendanceStatus> <{CIVC}attendance-apologies> }} "
    f"INSERT {{ ?a <{CIV}attendanceStatus> <{CIVC}attendance-present> }} "
    f"WHERE {{ ?a <{CIV}attendanceStatus> <{CIVC}attendance-apologies> }}",
}


@pytest.mark.parametrize("how", SPOILT)
def test_the_laws_find_what_pyshacl_finds(copy: Store, how: str) -> None:
    if SPOILT[how]:
        copy.update(SPOILT[how])
    assert found(copy) == by_pyshacl(copy)
    assert found(copy)


def test_a_substitute_for_one_who_came(copy: Store) -> None:
    """R Brown sat for D Kershaw on 12 October 2017, who is on no list: so nothing is said of it."""
    assert not any("substitute" in what for _, what in found(copy))
    meeting = "https://w3id.org/civicgraph/id/coventry-city-council/meeting/education-and-childrens-services-scrutiny-board-2/2017-10-12"
    copy.update(
        f"INSERT {{ <x:came> a <{CIV}Attendance> ; <{CIV}inMeeting> <{meeting}> ; <{CIV}person> ?member ; "
        f"<{CIV}attendanceStatus> <{CIVC}attendance-present> }} WHERE {{ ?a <{CIV}substituteFor> ?member }}"
    )
    (said,) = (what for _, what in found(copy) if "substitute" in what)
    assert said.startswith("The substitute sat for a member who is listed as present: https://w3id.org/")
    assert said.endswith("/d-kershaw.")


def test_what_may_be_so_is_no_fault(graph: Path) -> None:
    """The page of one item of Worcestershire prints neither body nor day, and is right."""
    done = civicgraph("check", "--graph", graph)
    assert done.returncode == 0
    said = [line for line in done.stdout.splitlines() if line.startswith("to look at: ")]
    assert len(said) == 2
    assert all("worcestershire" in line and "do not say" in line for line in said)
    assert done.stdout.endswith("no problems; 2 to look at; 1 left open\n")
    listed = json.loads(civicgraph("check", "--graph", graph, "--json").stdout)
    assert [one["check"] for one in listed].count("to look at") == 2


def test_a_person_who_was_there_and_was_not_is_a_fault(graph: Path, tmp_path: Path) -> None:
    lines = nquads(graph, tmp_path / "graph.nq").decode().splitlines()
    line = next(
        one for one in lines if "attendanceStatus> <https://w3id.org/civicgraph/concept#attendance-present" in one
    )
    here = line.split(" ")[0]
    again = [one.replace(here, "<https://example.org/again>") for one in lines if one.startswith(here)]
    again = [one.replace("attendance-present", "attendance-apologies") for one in again]
    replace_store(tmp_path, [*lines, *again])
    done = civicgraph("check", "--graph", tmp_path)
    assert done.returncode == 1
    assert f"{here[:-1]}" in done.stdout
    assert "as present at this meeting and, elsewhere, as not: https://example.org/again." in done.stdout


@pytest.mark.parametrize("name", BROKEN)
def test_each_law_finds_what_breaks_it(name: str) -> None:
    store = Store()
    store.load(path=ROOT / "tests" / "shapes" / f"{name}.ttl", format=RdfFormat.TURTLE)
    assert found(store) == by_pyshacl(store)
    assert found(store)


def test_every_law_has_a_file_that_breaks_it() -> None:
    shapes = Graph().parse(LAWS, format="turtle").subjects(RDF.type, SH.NodeShape)
    assert len(set(shapes)) == len(BROKEN)
