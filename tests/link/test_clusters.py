"""Joining records: the surest first, never two that exclude each other, and in no order of their coming."""

from __future__ import annotations

from itertools import permutations

import pytest

from civicgraph.link.clusters import Clusters, cluster
from civicgraph.link.features import SAME, UNSURE, Feature, Judged, explanation, judge


def joined(scores: dict[str, int], apart: str = "") -> Clusters[str]:
    """Of one-letter records: "ab": 90 is what a and b score; pairs in `apart` exclude each other."""
    records = sorted({letter for pair in (*scores, *apart.split()) for letter in pair})

    def excluded(a: str, b: str) -> bool:
        return "".join(sorted(a + b)) in apart.split()

    def judged(a: str, b: str) -> Judged:
        score = 0 if excluded(a, b) else scores.get("".join(sorted(a + b)), 0)
        return Judged("same" if score >= SAME else "unsure" if score >= UNSURE else "different", score, ())

    return cluster(records, keys=lambda record: ("all",), judge=judged, excluded=excluded)


def members(found: Clusters[str]) -> list[str]:
    return ["".join(group) for group in found.members]


def left_open(found: Clusters[str]) -> list[str]:
    return sorted(f"{pair.left}{pair.right}" for pair in found.unsure)


def test_what_is_the_same_is_joined_and_what_is_less_is_left_open() -> None:
    found = joined({"ab": 90, "cd": 60, "ef": 40})
    assert members(found) == ["ab", "c", "d", "e", "f"]
    assert left_open(found) == ["cd"]


def test_a_record_between_two_that_exclude_each_other_joins_neither() -> None:
    found = joined({"ax": 90, "bx": 90}, apart="ab")
    assert members(found) == ["a", "b", "x"]
    assert left_open(found) == ["ax", "bx"]
    assert found.torn == ("x",)


def test_one_of_two_that_is_surer_by_a_margin_is_taken() -> None:
    found = joined({"ax": 140, "bx": 90}, apart="ab")
    assert members(found) == ["ax", "b"]
    assert left_open(found) == []  # b and x now exclude each other


def test_a_weaker_candidate_counts_where_it_excludes_a_stronger_one() -> None:
    """A surname alone that would be the one on the same committee may be the other, whom no list has there."""
    found = joined({"ax": 100, "bx": 70}, apart="ab")
    assert members(found) == ["a", "b", "x"]


def test_no_two_of_a_cluster_exclude_each_other_however_long_the_chain() -> None:
    found = joined({"ab": 95, "bc": 90, "cd": 85}, apart="ad")
    assert members(found) == ["abc", "d"]


def test_two_clusters_are_left_open_once() -> None:
    found = joined({"ab": 90, "cd": 90, "ac": 60, "ad": 55, "bd": 70})
    assert left_open(found) == ["bd"]


def test_the_order_of_features_and_of_the_two_makes_no_difference() -> None:
    def same_end(a: str, b: str) -> str:
        """They end alike."""
        return a[-1] if a[-1] == b[-1] else ""

    def same_start(a: str, b: str) -> str:
        """They begin alike."""
        return a[0] if a[0] == b[0] else ""

    def numbers(a: str, b: str) -> str:
        """Their numbers differ."""
        return "numbers" if {*filter(str.isdigit, a)} != {*filter(str.isdigit, b)} else ""

    features = (Feature(50, same_end), Feature(30, same_start))
    for order in permutations(features):
        assert judge("board", "bread", order, (numbers,)).score == SAME
        assert judge("bread", "board", order, (numbers,)).verdict == "same"
    assert [reason.feature for reason in judge("board", "bread", features, ()).reasons] == [
        "They end alike",
        "They begin alike",
    ]
    vetoed = judge("board 2", "board 3", features, (numbers,))
    assert (vetoed.verdict, vetoed.reasons[0].feature) == ("different", "Their numbers differ")
    assert judge("board", "x", features, ()) == Judged("different", 0, ())


@pytest.mark.parametrize("record", ["a", "b"])
def test_a_feature_without_a_docstring_is_called_by_its_name(record: str) -> None:
    def other(a: str, b: str) -> str:
        return a + b + record

    assert explanation(other) == "other"
