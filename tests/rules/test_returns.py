"""What was put off, and whether it came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from brackenfold import minutes, took
from rules.followups import FollowUp, built, follow_ups

DEFERRED = "4. Bus Fares on Market Days\n\nRESOLVED that consideration of the report be deferred to the next meeting."
BOARD = minutes("Transport Board", "3 June 2024", DEFERRED)


def returned(folder: Path, *papers: str) -> FollowUp:
    store = built({f"{n}.md": words for n, words in enumerate((BOARD, *papers))}, folder)
    [found] = follow_ups(store, "return")
    assert found.of.startswith("meeting/transport-board/2024-06-03/item/4/decision/resolved-defer")
    return found


def cites(body: str, day: str) -> str:
    return minutes(
        body, day, "9. Market Days\n\nFurther to Minute 4 of the Transport Board of 3 June 2024, it was noted."
    )


def test_a_minute_that_cites_the_deferral_is_the_return(tmp_path: Path) -> None:
    found = returned(tmp_path, cites("Transport Board", "1 July 2024"))
    assert (found.state, found.by) == ("found", "meeting/transport-board/2024-07-01/item/9")
    assert found.reason == "item 9 of 2024-07-01 cites minute 4"


def test_a_later_meeting_without_it_shows_that_none_is_found(tmp_path: Path) -> None:
    found = returned(tmp_path, minutes("Transport Board", "1 July 2024", took("9", "Tram Lines")))
    assert (found.state, found.by) == ("not-found", "")
    held = "minutes of Transport Board are held of 2024-07-01"
    looked_for = "to cite the minute, to have the same report before it or to be of the same matter"
    assert found.reason == f"{held}; no item is known {looked_for}"


@pytest.mark.parametrize("paper", [cites("Cabinet", "1 July 2024"), cites("Transport Board", "5 October 2026")])
def test_another_body_or_another_year_is_no_return(paper: str, tmp_path: Path) -> None:
    assert returned(tmp_path, paper).state == "not-held"


def test_a_matter_that_is_only_not_decided_was_not_put_off(tmp_path: Path) -> None:
    words = "4. Bus Fares\n\nMembers were told that no decision had been made yet."
    assert follow_ups(built({"june.md": minutes("Transport Board", "3 June 2024", words)}, tmp_path), "return") == []
