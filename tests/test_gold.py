"""What the graph says of the five sample documents against what a person says: the floors below which nothing lands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from civicgraph.evaluate import TABLES
from sample import DOCUMENTS, ROOT, civicgraph

GOLD = ROOT / "data" / "gold"
MEAN = 0.95
F1 = 0.80
PRECISION = 0.90

Figures = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def result(samples: Path) -> dict[str, object]:
    done = civicgraph("evaluate", GOLD, "--graph", samples, "--json")
    print(civicgraph("evaluate", GOLD, "--graph", samples, "--show", "all").stdout)  # pytest shows it on a failure
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def figures(result: dict[str, object]) -> Figures:
    tables = result["tables"]
    assert isinstance(tables, dict)
    return tables


def test_every_sample_document_has_its_gold() -> None:
    documents = sorted(path.name for path in DOCUMENTS.iterdir())
    assert len(documents) == 5
    assert sorted(json.loads(path.read_text(encoding="utf-8"))["document"] for path in GOLD.glob("*.json")) == documents


def test_mean_of_all_tables(result: dict[str, object]) -> None:
    assert isinstance(result["mean_f1"], float)
    assert result["mean_f1"] >= MEAN


# The samples record no vote, so that votes and ballots have no figure here; tests/extract has them.
SCORED = sorted(set(TABLES) - {"votes", "ballots"})


@pytest.mark.parametrize("table", SCORED)
def test_no_table_below_its_floor(figures: Figures, table: str) -> None:
    assert figures[table]["gold"] > 0
    assert figures[table]["f1"] >= F1
    assert figures[table]["precision"] >= PRECISION


def test_the_samples_record_no_vote(figures: Figures) -> None:
    assert "votes" not in figures
    assert "ballots" not in figures
