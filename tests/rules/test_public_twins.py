"""Which public item goes with an item that was taken in private."""

from __future__ import annotations

from pathlib import Path

from brackenfold import minutes, took
from civicgraph.store import open_store
from rules.followups import built, follow_ups


def test_an_item_of_the_same_title_taken_in_public_is_the_twin(samples: Path) -> None:
    [twin] = follow_ups(open_store(samples), "public-twin")
    board = "meeting/education-and-childrens-services-scrutiny-board-2/2023-11-23/item"
    assert (twin.of, twin.by, twin.state) == (f"{board}/20", f"{board}/17", "found")
    assert "Homes for Looked After Children and Cost of Placements" in twin.reason


def test_two_public_items_are_no_twins(tmp_path: Path) -> None:
    paper = minutes("Transport Board", "3 June 2024", took("4", "Bus Fares"), took("5", "Bus Fares"))
    assert follow_ups(built({"minutes.md": paper}, tmp_path), "public-twin") == []


def test_an_exclusion_that_cites_a_minute_of_another_meeting_makes_nothing_private(tmp_path: Path) -> None:
    june = minutes("Transport Board", "3 June 2024", took("4", "Bus Fares"), took("9", "Bus Fares"))
    exclusion = (
        "2. Exclusion\n\nFurther to Minute 4 of 3 June 2024, RESOLVED that the press and public be excluded from the "
        "meeting under Section 100A of the Local Government Act 1972."
    )
    july = minutes("Transport Board", "1 July 2024", exclusion, took("12", "Tram Lines"))
    assert follow_ups(built({"june.md": june, "july.md": july}, tmp_path), "public-twin") == []
