"""Whatever is thrown at it: a sentence that helps, the rest built, the last good graph untouched."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from civicgraph.run import build
from civicgraph.store import current
from sample import ROOT, civicgraph, minutes, nquads, start, with_reader, write


def failures(folder: Path, out: Path) -> dict[str, str]:
    done = civicgraph("build", folder, "--out", out, "--jobs", 2, "--json")
    report = json.loads(done.stdout)
    assert done.returncode == (1 if report["failed"] else 0)
    return {Path(f["path"]).name: f["what"] for f in report["failed"]}


def test_files_that_are_no_documents(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    (folder / "empty.md").touch()
    (folder / "blank.md").write_text(" \n\n ", encoding="utf-8")
    (folder / "binary.md").write_bytes(bytes(range(256)) * 40)
    (folder / "renamed.md").write_bytes(b"%PDF-1.7\n" + bytes(range(128)) * 4)
    (folder / "huge.md").write_bytes(b"Councillor A Smith noted the report.\n" * 1_400_000)
    (folder / "line.md").write_bytes(b"resolved that " * 150_000)
    found = failures(folder, tmp_path / "out")
    assert found.keys() == {"empty.md", "blank.md", "binary.md", "renamed.md", "huge.md", "line.md"}
    assert all(found.values())


def test_encodings_that_councils_use(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = minutes(1).replace("Coventry City Council", "Cyngor Sir Ynys Môn – the “Council”")
    (folder / "windows.md").write_bytes(text.encode("cp1252"))
    (folder / "utf16.md").write_bytes(text.encode("utf-16"))
    (folder / "bom.md").write_bytes(text.encode("utf-8-sig"))
    report = build([folder], tmp_path / "out", jobs=1)
    assert len(report.documents) == 3
    assert any("Windows-1252" in n for d in report.documents if d.name == "windows.md" for n in d.notes)
    assert "Môn – the “Council”" in next((tmp_path / "out" / "texts").iterdir()).read_text(encoding="utf-8")


def test_names_of_files_are_anything(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(
        ("a b.md", 'quo"te.md', "back\\slash.md", "new\nline.md", "-dash.md", "ü.md", "#?.md")
    ):
        (folder / name).write_text(minutes(number), encoding="utf-8")
    (folder / os.fsdecode(b"latin\xe9.md")).write_text(minutes(20), encoding="utf-8")
    found = failures(folder, tmp_path / "out")
    assert list(found.values()) == ["has a name that is not UTF-8"]
    assert civicgraph("check", "--graph", tmp_path / "out").returncode in (0, 1)


def test_what_is_neither_file_nor_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    os.mkfifo(folder / "pipe.md")
    (folder / "broken.md").symlink_to(folder / "gone.md")
    (folder / "loop.md").symlink_to(folder / "loop.md")
    assert failures(folder, tmp_path / "out").keys() == {"pipe.md", "broken.md", "loop.md"}


def test_a_path_that_vanishes_while_it_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1, 2, 3)
    (folder / "002.md").write_text(minutes(2) + "FAULTY", encoding="utf-8")
    environment = with_reader(tmp_path / "site", "os.unlink(path)")
    done = civicgraph("build", folder, "--out", tmp_path / "out", environment=environment)
    assert done.returncode == 1
    assert "002.md: cannot be read" in done.stderr
    assert "2 documents in the graph" in done.stdout


def test_a_document_that_takes_too_long_or_too_much_memory(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1, 2, 3, 4)
    (folder / "002.md").write_text(minutes(2) + "FAULTY", encoding="utf-8")
    (folder / "003.md").write_text(minutes(3) + "FAULTY", encoding="utf-8")
    fault = "sum(range(10**12)) if path.name == '002.md' else bytes(1 << 40)"
    environment = with_reader(tmp_path / "site", fault, also="import civicgraph.run.limits as l; l.SECONDS = 2")
    done = civicgraph("build", folder, "--out", tmp_path / "out", "--jobs", 1, environment=environment)
    assert done.returncode == 1
    assert "002.md: takes more than" in done.stderr
    assert "003.md: needs more memory" in done.stderr
    assert "Traceback" not in done.stderr
    assert "2 documents in the graph" in done.stdout
    assert not list((tmp_path / "out" / "cache").glob("*.part*"))


def test_no_document_at_all_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    done = civicgraph("build", tmp_path / "empty.md", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "empty.md" in done.stderr
    assert "no document could be read; there is no graph in" in done.stdout
    assert "there is no graph here" in civicgraph("query", "delegations", "--graph", tmp_path / "out").stderr


@pytest.mark.parametrize("place", ["/dev/null", "/dev/full/x", "/proc/civicgraph"])
def test_a_place_that_cannot_be_a_folder(tmp_path: Path, place: str) -> None:
    done = civicgraph("build", write(tmp_path / "in", 1), "--out", place)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert place in done.stderr


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1), tmp_path / "out"
    build([folder], out, jobs=1)
    before = nquads(out, tmp_path / "a.nq")
    write(folder, 2)
    # Root may write everywhere: without the capability that says so it is like anybody.
    as_anybody = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if as_anybody and shutil.which(as_anybody[0]) is None:
        pytest.skip("root may write everywhere, and there is no setpriv here")
    for place in (out, out / "cache", out / "texts"):
        place.chmod(0o555)
    try:
        done = civicgraph("build", folder, "--out", out, before=as_anybody)
    finally:
        for place in (out, out / "cache", out / "texts"):
            place.chmod(0o755)
    assert done.returncode == 2
    assert "may not be written to" in done.stderr
    assert nquads(out, tmp_path / "b.nq") == before


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1, 2)
    (folder / "002.md").chmod(0)
    write(folder / "closed", 3)
    (folder / "closed").chmod(0)
    as_anybody = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if as_anybody and shutil.which(as_anybody[0]) is None:
        pytest.skip("root may read everything, and there is no setpriv here")
    try:
        done = civicgraph("build", folder, "--out", tmp_path / "out", "--json", before=as_anybody)
    finally:
        (folder / "closed").chmod(0o755)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [Path(f["path"]).name for f in report["failed"]] == ["002.md", "closed"]
    assert len(report["documents"]) == 1


FILL = """
mount -t tmpfs -o size=4m tmpfs "$1" || exit 77
shift; disk=$1; few=$2; many=$3; python=$4; copy=$5
$python -m civicgraph build "$few" --out "$disk/out" >&2 || exit 78
$python -m civicgraph export nquads --graph "$disk/out" --out "$copy/before.nq" || exit 78
cat /dev/zero > "$disk/filler" 2>/dev/null
$python -m civicgraph build "$many" --out "$disk/out"; status=$?
$python -m civicgraph export nquads --graph "$disk/out" --out "$copy/after.nq" || exit 78
exit $status
"""


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """A file system of a few megabytes, where one can be mounted; the graph that was there stays."""
    few, many = write(tmp_path / "few", 1), write(tmp_path / "many", *range(1, 60))
    (tmp_path / "disk").mkdir()
    disk = str(tmp_path / "disk")
    if shutil.which("unshare") is None:
        pytest.skip("no file system can be mounted here")
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", FILL, "sh", disk, disk, few, many, sys.executable, tmp_path],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "pipeline")},
    )
    if done.returncode in (1, 77):
        pytest.skip("no file system can be mounted here")
    assert done.returncode == 2, done.stderr
    assert "the disk is full" in done.stderr
    assert (tmp_path / "after.nq").read_bytes() == (tmp_path / "before.nq").read_bytes()


def test_the_sentences_for_what_a_disk_refuses(tmp_path: Path) -> None:
    from civicgraph.run import _sentence

    assert "the disk is full" in _sentence(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert "the disk is full" in _sentence(tmp_path, OSError("IO error: No space left on device: x.sst"))
    assert "may not be written" in _sentence(tmp_path, OSError(errno.EROFS, "Read-only file system"))
    assert "untouched" in _sentence(tmp_path, OSError(errno.EIO, "Input/output error"))


def test_two_builds_in_one_folder(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "in", 1), tmp_path / "out"
    out.mkdir()
    held = os.open(out, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    try:
        done = civicgraph("build", folder, "--out", out)
    finally:
        os.close(held)
    assert done.returncode == 2
    assert "another build is writing here" in done.stderr
    assert civicgraph("build", folder, "--out", out).returncode == 0


def _while_reading(tmp_path: Path, kill: signal.Signals, *, group: bool) -> tuple[int, str, Path]:
    """Stops a second build over one document that takes long; gives (status, standard error, out)."""
    folder, out = write(tmp_path / "in", 1, 2, 3), tmp_path / "out"
    build([folder], out, jobs=1)
    (folder / "002.md").write_text(minutes(2) + "FAULTY", encoding="utf-8")
    mark = tmp_path / "reached"
    environment = with_reader(tmp_path / "site", f"open({str(mark)!r}, 'w').close(); time.sleep(30)")
    process = start("build", folder, "--out", out, "--jobs", 2, environment=environment)
    for _ in range(300):
        if mark.exists() or process.poll() is not None:
            break
        time.sleep(0.1)
    (os.killpg if group else os.kill)(process.pid, kill)
    began = time.monotonic()
    _, err = process.communicate(timeout=20)
    assert time.monotonic() - began < 10
    return process.returncode, err, out


def test_ctrl_c(tmp_path: Path) -> None:
    before_names = {"cache", "texts", "current", "report.json"}
    status, err, out = _while_reading(tmp_path, signal.SIGINT, group=True)
    assert status == 130
    assert "Traceback" not in err
    assert "last good graph is untouched" in err
    assert {p.name for p in out.iterdir()} == {*before_names, current(out)}
    assert not list(out.rglob("*.part*"))


def test_kill_leaves_the_last_good_graph(tmp_path: Path) -> None:
    status, _, out = _while_reading(tmp_path, signal.SIGKILL, group=False)
    assert status == -signal.SIGKILL
    after = nquads(out, tmp_path / "after.nq").decode()
    assert "FAULTY" not in after
    assert civicgraph("build", write(tmp_path / "in", 1, 2, 3), "--out", out).returncode == 0
    assert nquads(out, tmp_path / "again.nq").decode() == after


def test_kill_at_any_moment(tmp_path: Path) -> None:
    """The graph is the one before or the one after, and the next build is as if nothing had been."""
    folder, out = write(tmp_path / "in", *range(1, 7)), tmp_path / "out"
    build([folder], out, jobs=1)
    old = nquads(out, tmp_path / "old.nq")
    write(folder, 7, 8)
    began = time.monotonic()
    assert civicgraph("build", folder, "--out", tmp_path / "new", "--jobs", 1).returncode == 0
    whole = time.monotonic() - began
    new = nquads(tmp_path / "new", tmp_path / "new.nq")
    for step in range(8):
        process = start("build", folder, "--out", out, "--jobs", 1)
        time.sleep(whole * (step + 1) / 8)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert nquads(out, tmp_path / "now.nq") in (old, new)
    assert civicgraph("build", folder, "--out", out).returncode == 0
    assert nquads(out, tmp_path / "now.nq") == new
    assert [p.name for p in out.glob("store*")] == [current(out)]


def test_what_a_refusal_says_is_true(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 1)
    (folder / "zeros.txt").write_bytes(bytes(21_000_000))
    (folder / "data.txt").write_bytes(bytes(range(1, 256)) * 100_000)
    (folder / "nothing.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    os.mkfifo(folder / "pipe.txt")
    found = failures(folder, tmp_path / "out")
    assert found == {
        "zeros.txt": "is empty",
        "data.txt": "has 26 MB, more than the 20 MB that are read of text, pages and XML",
        "nothing.zip": "is a ZIP archive with nothing in it",
        "pipe.txt": "cannot be read (not a file)",
    }
    shown = civicgraph("show", folder / "pipe.txt")
    assert shown.returncode == 2 and "is no file that ends" in shown.stderr
