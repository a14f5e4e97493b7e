"""The measure itself: a check that nobody has seen fail is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.evaluate import Figures, Matched, match, mean, scores
from civicgraph.evaluate.comparing import agree, overlap
from civicgraph.evaluate.gold import read_gold
from sample import civicgraph


@pytest.mark.parametrize(
    ("table", "gold", "found", "right"),
    [
        ("approvals", {"minutes_of": "2017-09-14"}, {"minutes_of": "2017-09-14"}, True),
        ("approvals", {"minutes_of": "2017-09-14"}, {"minutes_of": "2017-09-15"}, False),
        ("posts", {"person": "J Hill", "post": "Chair|Leader"}, {"person": "Cllr. Jo Hill", "post": "Leader"}, True),
        ("posts", {"person": "J Hill", "post": "Chair"}, {"person": "K Hill", "post": "Chair"}, False),
        ("bodies", {"label": "Scrutiny Board 2"}, {"label": "Scrutiny Board 3"}, False),
        ("items", {"number": "4.", "title": "Bus lanes"}, {"number": "04", "title": "Bus Lanes"}, True),
        ("meetings", {"body": "Cabinet", "date": ""}, {"body": "Cabinet", "start": "10:00"}, True),
        ("meetings", {"body": "Cabinet", "date": "", "start": "09:00"}, {"body": "Cabinet", "start": "10:00"}, False),
        (
            "decisions",
            {"item": "1", "label": "", "status": "resolved", "action": "note", "text": "the report be…"},
            {"item": "1", "label": "b", "status": "resolved", "action": "note", "text": "That the report be noted"},
            True,
        ),
        (
            "decisions",
            {"item": "1", "label": "a", "status": "resolved", "action": "note", "text": "the report be…"},
            {"item": "1", "label": "b", "status": "resolved", "action": "note", "text": "That the report be noted"},
            False,
        ),
    ],
)  # fmt: skip
def test_when_a_found_row_agrees(table: str, gold: dict[str, object], found: dict[str, str], right: bool) -> None:
    assert agree(table, gold, found) is right


def test_overlap_counts_words_and_not_their_order() -> None:
    assert overlap("Director of Housing", "Housing Director") == 1
    assert overlap("Housing Board", "Planning Board") == 0.5
    assert overlap("", "Planning") == 0


def test_an_optional_row_is_neither_missed_nor_spurious() -> None:
    gold = [{"label": "Cabinet"}, {"label": "Forum", "optional": True}, {"label": "Panel", "optional": True}]
    right, missed, spurious = match("bodies", gold, [{"label": "Forum"}, {"label": "Board"}])
    assert (right, missed, spurious) == (0, [{"label": "Cabinet"}], [{"label": "Board"}])


def test_a_found_row_pairs_with_one_gold_row_only() -> None:
    gold = [{"label": "Cabinet"}, {"label": "Cabinet"}]
    assert match("bodies", gold, [{"label": "Cabinet"}])[0] == 1


def test_figures_and_their_mean() -> None:
    one = Matched(document="a", table="bodies", right=3, missed=({},), spurious=())
    two = Matched(document="b", table="items", right=1, missed=(), spurious=({},))
    none = Matched(document="b", table="votes", right=0, missed=(), spurious=())
    figures = scores([one, two, none])
    assert figures == {"bodies": Figures(gold=4, found=3, right=3), "items": Figures(gold=1, found=2, right=1)}
    assert (figures["bodies"].precision, figures["bodies"].recall) == (1, 0.75)
    assert mean(figures) == pytest.approx((6 / 7 + 2 / 3) / 2)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "not JSON"),
        ("[]", "the name of the file"),
        ('{"document": "a.md", "items": {}}', "items: a list"),
        ('{"document": "a.md", "items": [3]}', "items, row 1: an object is wanted, with number, title"),
        ('{"document": "a.md", "items": [{"number": "1"}, {"name": "x"}]}', "items, row 2: has none of the columns"),
    ],
)
def test_bad_gold_is_named_with_its_place(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "a.json").write_text(written, encoding="utf-8")
    with pytest.raises(UsageError, match=said) as error:
        read_gold(tmp_path)
    assert str(tmp_path / "a.json") in str(error.value)


def test_a_folder_without_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold here"):
        read_gold(tmp_path)


def test_a_document_that_is_not_in_the_graph_is_named_and_not_scored(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"document": "other.pdf", "items": [{"number": "1", "title": "Bins"}]}))
    done = civicgraph("evaluate", tmp_path, "--graph", samples)
    assert done.returncode == 1
    assert "other.pdf: has gold and is not in the graph" in done.stderr
    assert "items" not in done.stdout


def test_missed_and_spurious_rows_are_printed(samples: Path, tmp_path: Path) -> None:
    gold = {"document": "coventry-scrutiny-board-2-2017-10-12-minutes.md", "approvals": [{"minutes_of": "1999-01-01"}]}
    (tmp_path / "a.json").write_text(json.dumps(gold))
    done = civicgraph("evaluate", tmp_path, "--graph", samples, "--show", "approvals")
    assert done.returncode == 0
    assert "approvals, missed: minutes_of: 1999-01-01" in done.stdout
    assert "approvals, spurious: minutes_of: 20" in done.stdout


def test_an_unknown_table_is_refused(samples: Path, tmp_path: Path) -> None:
    done = civicgraph("evaluate", tmp_path, "--graph", samples, "--show", "verses")
    assert done.returncode == 2
    assert "no such table" in done.stderr
