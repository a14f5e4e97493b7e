"""The command as users meet it: exit statuses, sentences, formats; never a traceback."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sample import DOCUMENTS, ROOT, civicgraph, write

FILE = "coventry-scrutiny-board-2-2017-10-12-minutes.md"
ASK = f"""# title: Documents
# param: name "{FILE}" — a file name
PREFIX civ: <https://w3id.org/civicgraph/ontology#>
SELECT ?name WHERE {{ VALUES ?name {{ $name }} ?document civ:fileName ?name }}
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph") / "build"
    done = civicgraph("build", DOCUMENTS, "--out", out, "--jobs", 2)
    assert done.returncode == 0, done.stderr
    assert "5 documents in the graph (5 read)" in done.stdout
    assert "reading: 5 of 5 documents" in done.stderr
    return out


def test_build_reports_as_json(tmp_path: Path) -> None:
    write(tmp_path / "in", 1)
    (tmp_path / "in" / "empty.md").touch()
    done = civicgraph("build", tmp_path / "in", "--out", tmp_path / "out", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [d["status"] for d in report["documents"]] == ["read"]
    assert report["failed"][0]["path"].endswith("empty.md")


@pytest.mark.parametrize("stage", ["read", "segment", "extract", "link", "graph"])
def test_show_has_a_view_of_every_stage(stage: str) -> None:
    file = DOCUMENTS / "coventry-scrutiny-board-2-2017-10-12-minutes.md"
    done = civicgraph("show", file, "--stage", stage)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 5
    if stage != "graph":
        assert json.loads(civicgraph("show", file, "--stage", stage, "--json").stdout)


def test_query_formats(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "documents.rq").write_text(ASK, encoding="utf-8")
    own = ("query", tmp_path / "documents.rq", "--graph", graph, "--param", f"name={FILE}")
    plain = civicgraph(*own)
    assert plain.stdout.splitlines() == ["name", FILE]
    assert "1 row" in plain.stderr
    assert list(csv.reader(io.StringIO(civicgraph(*own, "--format", "csv").stdout))) == [["name"], [FILE]]
    bindings = json.loads(civicgraph(*own, "--format", "json").stdout)["results"]["bindings"]
    assert [b["name"]["value"] for b in bindings] == [FILE]
    triples = civicgraph(*own, "--format", "ttl")
    assert triples.returncode == 2
    assert "rows, not triples" in triples.stderr


def test_construct_is_turtle(graph: Path, tmp_path: Path) -> None:
    term = "<https://w3id.org/civicgraph/ontology#fileName>"
    (tmp_path / "all.rq").write_text(f"CONSTRUCT WHERE {{ ?s {term} ?n }}", encoding="utf-8")
    done = civicgraph("query", tmp_path / "all.rq", "--graph", graph)
    assert "civ:fileName" in done.stdout
    assert civicgraph("query", tmp_path / "all.rq", "--graph", graph, "--format", "csv").returncode == 2


def test_query_without_a_name_lists_the_questions(graph: Path) -> None:
    done = civicgraph("query", "--graph", graph)
    names = {path.stem for path in (ROOT / "queries").glob("*.rq")}
    assert {line.split()[0] for line in done.stdout.splitlines()} == names
    if names:
        assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("biuld",), "No such command 'biuld'"),
        (("build", "--jobs", "0"), "--jobs"),
        (("build", "--base", "not an iri"), "--base"),
        (("build", "no/such/place"), "no/such/place: no such file or folder"),
        (("show", "no.md"), "no.md: no such file"),
        (("show", "data/documents"), "data/documents: is a folder, and 'show' takes one document; name a file"),
        (("show", "README.md", "--stage", "guess"), "'guess' is not one of"),
        (("query", "no-such-question"), "there is no question 'no-such-question'"),
        (("query", "no.rq"), "no.rq: no such file"),
        (("check", "--graph", "no/graph"), "no/graph: there is no graph here; run 'civicgraph build"),
        (("export", "papyrus", "--out", "x"), "there is no format 'papyrus'; the formats are tables, nquads"),
        (("export", "nquads"), "--out"),
    ],
)
def test_what_is_wrong_is_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    done = civicgraph(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("civicgraph: ")
    assert said in done.stderr


def test_a_reader_that_stops_reading_is_no_fault(graph: Path) -> None:
    command = f"{sys.executable} -m civicgraph show {DOCUMENTS}/*2013*.md --stage read | head -1"
    environment = {"PYTHONPATH": str(ROOT / "pipeline"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("arguments", ["query", "show {file}", "check --json", "build {file} --json", "--version"])
def test_output_that_cannot_be_written_is_no_fault_of_ours(graph: Path, tmp_path: Path, arguments: str) -> None:
    folder = {"query": f"--graph {graph}", "check": f"--graph {graph}", "build": f"--out {tmp_path}"}
    words = arguments.format(file=DOCUMENTS / FILE) + " " + folder.get(arguments.split()[0], "")
    command = f"{sys.executable} -m civicgraph {words} > /dev/full"
    environment = {"PYTHONPATH": str(ROOT / "pipeline"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("civicgraph: standard output cannot be written (No space left")
    assert "fault" not in done.stderr


@pytest.mark.parametrize(("closed", "status"), [(">&-", 0), ("2>&-", 0), ("2>/dev/full", 0), (">&- 2>&-", 0)])
def test_streams_that_are_closed(closed: str, status: int) -> None:
    command = f"{sys.executable} -m civicgraph show {DOCUMENTS / FILE} --stage read {closed}"
    environment = {"PYTHONPATH": str(ROOT / "pipeline"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (status, "")


def test_a_fault_of_ours_is_a_sentence_too(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import civicgraph.queries\ncivicgraph.queries.questions = 1\n")
    done = civicgraph("query", environment={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 2
    assert "a fault in civicgraph itself (TypeError" in done.stderr


def test_help_names_every_command() -> None:
    done = civicgraph("--help")
    assert done.returncode == 0
    for command in ("build", "show", "query", "explain", "check", "export"):
        assert f"  {command} " in done.stdout
        assert civicgraph(command, "--help").returncode == 0
