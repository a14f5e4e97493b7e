"""The examples of docs/take-it-away.md say what they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from civicgraph import to_networkx
from civicgraph.cli import cli
from civicgraph.errors import UsageError
from civicgraph.queries import projections
from sample import ROOT, civicgraph

PAGE = (ROOT / "docs" / "take-it-away.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```\n\n```\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("code, printed", EXAMPLES)
def test_the_example_prints_what_stands_below_it(samples: Path, tmp_path: Path, code: str, printed: str) -> None:
    (tmp_path / "build").symlink_to(samples)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "pipeline"), "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-X", "utf8", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (printed, "")


def test_every_preset_and_option_is_told() -> None:
    assert len(EXAMPLES) == 3
    for one in projections():
        assert one.title and one.description and f"`{one.name}`" in PAGE
    told = set(re.findall(r"--[a-z]+", civicgraph("export", "--help").stdout))
    assert told - {"--help", "--out", "--graph"} <= set(re.findall(r"--[a-z]+", PAGE))


def test_every_command_of_the_readme_writes_something(samples: Path, tmp_path: Path) -> None:
    chapter = (ROOT / "README.md").read_text(encoding="utf-8").split("### Take it away")[1].split("\n##")[0]
    commands = re.findall(r"`civicgraph (export .*?)`", chapter)
    assert len(commands) > 8
    for line in commands:
        *words, out = shlex.split(line)
        place = tmp_path / out
        cli.main([*words, str(place), "--graph", str(samples)], standalone_mode=False)
        assert place.stat().st_size if place.is_file() else any(place.iterdir()), line


def test_without_networkx_it_says_what_to_install(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(UsageError, match=r"pip install 'civicgraph\[networkx\]'"):
        to_networkx(samples)
