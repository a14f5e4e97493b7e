"""What is read again, what comes out the same, and what a worker that dies costs."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.run import build
from civicgraph.run.sources import collect
from sample import DOCUMENTS, civicgraph, minutes, nquads, with_reader, write


def test_a_second_run_reads_only_what_changed(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1, 2, 3), tmp_path / "out"
    first = build([folder], out, jobs=2)
    assert (first.read, first.unchanged) == (3, 0)
    (folder / "002.md").write_text(minutes(7), encoding="utf-8")
    second = build([folder], out, jobs=2)
    assert (second.read, second.unchanged) == (1, 2)
    assert [d.status for d in second.documents] == ["unchanged", "read", "unchanged"]
    third = build([folder], out, jobs=2)
    assert (third.read, third.unchanged) == (0, 3)


def test_step_by_step_gives_the_bytes_of_all_at_once(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1, 2, 3), tmp_path / "out"
    build([folder], out, jobs=1)
    (folder / "001.md").unlink()
    (folder / "002.md").write_text(minutes(9), encoding="utf-8")
    write(folder, 4)
    report = build([folder], out, jobs=2)
    assert report.removed == ((folder / "001.md").as_posix(),)
    build([folder], tmp_path / "anew", jobs=2)
    assert nquads(out, tmp_path / "a.nq") == nquads(tmp_path / "anew", tmp_path / "b.nq")
    assert "001.md" not in (tmp_path / "a.nq").read_text(encoding="utf-8")


def test_order_workers_and_hash_seed_leave_no_trace(tmp_path: Path) -> None:
    files = sorted(DOCUMENTS.iterdir())
    seen = set()
    for seed in range(3):
        random.Random(seed).shuffle(files)
        out = tmp_path / f"out{seed}"
        done = civicgraph(
            "build", *files, "--out", out, "--jobs", seed + 1, environment={"PYTHONHASHSEED": str(seed * 7)}
        )
        assert done.returncode == 0, done.stderr
        seen.add((nquads(out, tmp_path / "graph.nq"), (out / "current").read_text(encoding="utf-8")))
    assert len(seen) == 1


def test_nothing_is_left_of_an_earlier_graph(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1, 2), tmp_path / "out"
    build([folder], out, jobs=1)
    (folder / "001.md").unlink()
    build([folder], out, jobs=1)
    assert len(list(out.glob("store*"))) == 1
    assert len(list((out / "cache").iterdir())) == 1
    assert len(list((out / "texts").iterdir())) == 1


def test_when_no_document_can_be_read_the_graph_before_stays(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1, 2), tmp_path / "out"
    build([folder], out, jobs=1)
    before = nquads(out, tmp_path / "a.nq")
    paths = tuple((folder / name).as_posix() for name in ("001.md", "002.md"))
    for path in paths:
        Path(path).write_bytes(b"")
    for _ in range(2):
        done = civicgraph("build", folder, "--out", out)
        assert done.returncode == 1
        assert "no document could be read; the graph before is untouched" in done.stdout
        assert "001.md: " in done.stderr
        report = json.loads((out / "report.json").read_bytes())
        assert (report["kept"], report["documents"], len(report["failed"])) == (list(paths), [], 2)
    assert nquads(out, tmp_path / "b.nq") == before
    assert civicgraph("check", "--graph", out).stdout == "no problems\n"  # its texts are there still
    Path(paths[1]).unlink()
    write(folder, 1)
    assert build([folder], out, jobs=1).removed == paths[1:]


def test_copies_are_read_once_and_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    write(folder / "archive", 1)
    shutil.copy(folder / "001.md", folder / "copy.md")
    report = build([folder], tmp_path / "out", jobs=1)
    assert len(report.documents) == 1
    assert len(report.documents[0].copies) == 2
    assert "copy.md" in nquads(tmp_path / "out", tmp_path / "graph.nq").decode()


def test_equal_names_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    one, other = write(tmp_path / "in" / "a", 1), write(tmp_path / "in" / "b", 2)
    (other / "002.md").rename(other / "001.md")
    report = build([one, other], tmp_path / "out", jobs=1)
    assert [d.name for d in report.documents] == ["001.md", "001.md"]
    quads = nquads(tmp_path / "out", tmp_path / "graph.nq").decode().splitlines()
    typed = [q for q in quads if "-syntax-ns#type> " in q and q.endswith("#SourceDocument> .")]
    assert len(typed) == 2


def test_a_file_reached_twice_is_one_document(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    assert len(collect([folder, folder / "001.md", folder / ".." / "in"], tmp_path / "out")) == 1


def test_hidden_files_and_the_build_itself_are_no_sources(tmp_path: Path) -> None:
    folder = write(tmp_path, 1)
    write(folder / ".git", 2)
    (folder / ".DS_Store").write_bytes(b"\0\0\0\1")
    build([folder], folder, jobs=1)
    report = build([folder], folder, jobs=1)
    assert [d.name for d in report.documents] == ["001.md"]
    assert not report.failed


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "ended the process that read it"),
        ("raise ZeroDivisionError('by zero')", "ZeroDivisionError: by zero"),
    ],
)
def test_one_document_that_breaks_its_worker(tmp_path: Path, fault: str, said: str) -> None:
    folder = write(tmp_path / "in", *range(1, 40))
    (folder / "017.md").write_text(minutes(17) + "FAULTY", encoding="utf-8")
    environment = with_reader(tmp_path / "site", fault)
    done = civicgraph("build", folder, "--out", tmp_path / "out", "--jobs", 2, "--json", environment=environment)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [Path(f["path"]).name for f in report["failed"]] == ["017.md"]
    assert said in report["failed"][0]["what"]
    assert len(report["documents"]) == 38


def test_a_damaged_cache_is_read_again(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1, 2), tmp_path / "out"
    build([folder], out, jobs=1)
    before = nquads(out, tmp_path / "a.nq")
    kept = sorted((out / "cache").iterdir())
    kept[0].write_bytes(b"\xc1")
    next((out / "texts").iterdir()).unlink()
    report = build([folder], out, jobs=1)
    assert report.read >= 1
    assert nquads(out, tmp_path / "b.nq") == before


def test_the_report_places_what_was_not_understood(tmp_path: Path) -> None:
    report = build([DOCUMENTS], tmp_path / "out", jobs=2)
    assert json.loads((tmp_path / "out" / "report.json").read_bytes())["statements"] == report.statements
    assert sum(report.statements.values()) > 0
    assert report.cues.seen - report.cues.understood == len(report.problems)  # the samples have no register
    assert 0 < len(report.problems) < report.cues.seen
    for problem in report.problems:
        text = next(p for p in DOCUMENTS.iterdir() if p.name == problem.document).read_text(encoding="utf-8")
        assert problem.place.startswith("line ")
        assert problem.quote.split()[0] in text


def test_memory_of_the_link_pass_is_one_document(tmp_path: Path) -> None:
    """The findings are streamed: what `link` is given is an iterator that holds one at a time."""
    from civicgraph.run import _Entry, _findings
    from civicgraph.run.cache import Cache

    folder, out = write(tmp_path / "in", 1, 2), tmp_path / "out"
    build([folder], out, jobs=1)
    keys = sorted(p.stem for p in (out / "cache").iterdir())
    entries = [_Entry(f, "", k) for f, k in zip(collect([folder], out), keys, strict=True)]
    stream = _findings(entries, Cache(out), "link", lambda stage, done, total: None)
    assert iter(stream) is stream


def test_no_source_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        build([tmp_path / "nowhere"], tmp_path / "out")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no documents"):
        build([tmp_path / "empty"], tmp_path / "out")
    assert not os.path.lexists(tmp_path / "out")
