"""What the graph says of the annotated documents against what a person says: the floors below which nothing lands."""

from __future__ import annotations

import json

import pytest

from civicgraph.evaluate import TABLES, Evaluation, Figures, evaluate, mean, scores
from civicgraph.read import read_bytes
from civicgraph.store import open_store
from sample import DOCUMENTS, ROOT, civicgraph

GOLD = ROOT / "data" / "gold"
WRITTEN = GOLD / "documents"  # minutes of our own making, in the styles of other councils
SAMPLES = frozenset(path.name for path in DOCUMENTS.iterdir())
MEAN, F1, PRECISION = 0.95, 0.80, 0.90
ELSEWHERE = 0.89  # mean over the papers of made-up councils
# The samples record no vote; the written minutes do.
SCORED = sorted(set(TABLES) - {"votes", "ballots"})


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    out = tmp_path_factory.mktemp("gold")
    assert civicgraph("build", DOCUMENTS, WRITTEN, "--out", out).returncode == 0
    print(civicgraph("evaluate", GOLD, "--graph", out, "--show", "all").stdout)  # pytest shows it on a failure
    return evaluate(open_store(out), GOLD)


@pytest.fixture(scope="module")
def figures(result: Evaluation) -> dict[str, Figures]:
    return scores(m for m in result.matched if m.document in SAMPLES)


def test_every_document_has_its_gold(result: Evaluation) -> None:
    assert len(SAMPLES) == 5
    documents = SAMPLES.union(path.name for path in WRITTEN.iterdir())
    gold = [json.loads(path.read_text(encoding="utf-8"))["document"] for path in GOLD.glob("*.json")]
    assert sorted(gold) == sorted(documents)
    assert result.absent == ()


def test_mean_of_all_tables(figures: dict[str, Figures]) -> None:
    assert mean(figures) >= MEAN


@pytest.mark.parametrize("table", SCORED)
def test_no_table_below_its_floor(figures: dict[str, Figures], table: str) -> None:
    assert figures[table].gold > 0
    assert figures[table].f1 >= F1
    assert figures[table].precision >= PRECISION


def test_the_samples_record_no_vote(figures: dict[str, Figures]) -> None:
    assert figures.keys() == set(SCORED)


def test_minutes_of_other_councils(result: Evaluation) -> None:
    elsewhere = scores(m for m in result.matched if m.document not in SAMPLES)
    assert elsewhere.keys() == set(TABLES)
    assert mean(elsewhere) >= ELSEWHERE


def test_every_text_of_the_gold_stands_in_its_document() -> None:
    """Gold that was mistyped would be missed for ever, and nobody would know why."""
    for path in sorted(GOLD.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        folder = DOCUMENTS if told["document"] in SAMPLES else WRITTEN
        name = told["document"]
        text = _words(read_bytes((folder / name).read_bytes(), path=name, name=name).text)
        for row in told.get("decisions", ()):
            readings = [_words(reading.rstrip("…")) for reading in row["text"].split("|")]
            assert any(reading in text for reading in readings), (path.name, row["text"])


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
