"""What the graph says of the five sample documents against what a person says: the floors below which nothing lands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import score
from sample import DOCUMENTS, ROOT, civicgraph

GOLD = ROOT / "data" / "gold"
MEAN = 0.93
F1 = 0.80
PRECISION = 0.90


@pytest.fixture(scope="module")
def figures(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("gold")
    done = civicgraph("export", "tables", "--graph", samples, "--out", folder / "tables")
    assert done.returncode == 0, done.stderr
    command = [sys.executable, str(Path(score.__file__)), str(GOLD), str(folder / "tables"), "--show", "all"]
    command += ["--json", str(folder / "figures.json")]
    scored = subprocess.run(command, capture_output=True, text=True, check=True)
    print(scored.stdout)  # pytest shows it when a floor is missed
    return dict(json.loads((folder / "figures.json").read_text(encoding="utf-8")))


def test_every_sample_document_has_its_gold() -> None:
    documents = sorted(path.name for path in DOCUMENTS.iterdir())
    assert len(documents) == 5
    assert sorted(json.loads(path.read_text(encoding="utf-8"))["document"] for path in GOLD.glob("*.json")) == documents


def test_mean_of_all_tables(figures: dict[str, dict[str, float]]) -> None:
    assert figures["mean"]["f1"] >= MEAN


# The samples record no vote, so that votes and ballots have no figure here; tests/extract has them.
SCORED = sorted(set(score.TABLES) - {"votes", "ballots"})


@pytest.mark.parametrize("table", SCORED)
def test_no_table_below_its_floor(figures: dict[str, dict[str, float]], table: str) -> None:
    assert figures[table]["gold"] > 0
    assert figures[table]["f1"] >= F1
    assert figures[table]["p"] >= PRECISION


def test_the_samples_record_no_vote(figures: dict[str, dict[str, float]]) -> None:
    assert "votes" not in figures
    assert "ballots" not in figures


def test_a_wrong_row_costs_precision() -> None:
    """The scorer itself: a check that nobody has seen fail is none."""
    gold = [{"minutes_of": "2017-09-14"}]
    hits, missed, spurious = score.match("approvals", gold, [{"minutes_of": "2017-09-15"}])
    assert (len(hits), len(missed), len(spurious)) == (0, 1, 1)
