"""What the READMEs tell a reader to type runs, and what they name is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from civicgraph.cli import cli
from civicgraph.export import FORMATS
from sample import ROOT, civicgraph, write

README = (ROOT / "README.md").read_text(encoding="utf-8")
PIPELINE = (ROOT / "pipeline" / "README.md").read_text(encoding="utf-8")
COMMAND = ".venv/bin/civicgraph "

CODE = re.compile(r"^```.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
TICKED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
ENDING = re.compile(r"\.(?:py|toml|ttl|csv|json|md|rq)$")
# A path may be said from the folder that the README speaks of.
TOPS = (ROOT, ROOT / "pipeline", ROOT / "pipeline/civicgraph", ROOT / "pipeline/civicgraph/extract")
# By the first build, by make docs, and by publish.
WRITTEN = {"build/", "build/docs", "civicgraph.toml", "oparl/system.json", "catalog.ttl", "data.json", "SHA256SUMS"}


def commands(text: str) -> list[str]:
    lines = [line.strip() for block in CODE.findall(text) for line in block.splitlines()]
    return [line.removeprefix(COMMAND) for line in lines if line.startswith(COMMAND)]


def paths(text: str) -> list[str]:
    ticked = {name for name in TICKED.findall(CODE.sub("", text)) if PATH.fullmatch(name)}
    return sorted(name for name in ticked - WRITTEN if "/" in name or ENDING.search(name))


def test_every_command_runs(samples: Path, tmp_path: Path) -> None:
    """In the order in which they are typed; `~` is a folder of the test, and the graph that of the samples."""
    typed = commands(README)
    assert len(typed) > 3
    write(tmp_path / "minutes", 1, 2)
    for line in typed:
        words = [re.sub(r"^~(?=/)", str(tmp_path), word) for word in shlex.split(line)]
        if words[0] == "build" and "--out" not in words:
            words += ["--out", str(tmp_path / "build")]
        elif words[0] in ("query", "explain", "check", "export") and "--graph" not in words:
            words += ["--graph", str(samples)]
        done = civicgraph(*words)
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert done.stdout or words[0] == "export", f"{line}: says nothing"
        if words[0] == "query":
            assert not done.stderr.startswith("0 rows"), f"{line}: finds nothing"


def test_every_command_and_format_is_named() -> None:
    ticked = " ".join(TICKED.findall(CODE.sub("", README)))
    for name in cli.commands:
        assert f"civicgraph {name}" in ticked
    for one in FORMATS:
        assert re.search(rf"\b{one.name}\b", ticked)


@pytest.mark.parametrize("text", [README, PIPELINE], ids=["README.md", "pipeline/README.md"])
def test_every_path_is_there(text: str) -> None:
    assert len(paths(text)) > 5
    assert [name for name in paths(text) if not any((top / name).exists() for top in TOPS)] == []
