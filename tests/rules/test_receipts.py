"""What one body passes on, and whether it came before the other."""

from __future__ import annotations

from pathlib import Path

from brackenfold import minutes, took
from rules.followups import FollowUp, built, follow_ups

SENT = "meeting/transport-board/2024-06-03/item/4/referral/transport-board-to-cabinet/bus-fares"
REFERRED = "4. Bus Fares\n\nRESOLVED that the report be referred to Cabinet for consideration."
BOARD = minutes("Transport Board", "3 June 2024", REFERRED)

TAKEN = (
    "11. Bus Fares: Recommendations from the Transport Board\n\nCabinet considered a report on bus fares.\n\n"
    "RESOLVED that the report be noted."
)


def receipt(folder: Path, **papers: str) -> FollowUp:
    store = built({"board.md": BOARD, **{f"{name}.md": words for name, words in papers.items()}}, folder)
    (found,) = follow_ups(store, "receipt")
    assert found.of == SENT
    return found


def test_the_item_of_the_other_body_under_the_same_title_is_the_receipt(tmp_path: Path) -> None:
    found = receipt(tmp_path, cabinet=minutes("Cabinet", "1 July 2024", took("11", "Bus Fares")))
    assert (found.state, found.by) == ("found", "meeting/cabinet/2024-07-01/item/11")
    assert found.reason == "item ‘Bus Fares’ of 2024-07-01: its title says that it is this thing"


def test_minutes_of_the_other_body_without_it_show_that_none_is_found(tmp_path: Path) -> None:
    found = receipt(tmp_path, cabinet=minutes("Cabinet", "1 July 2024", took("11", "Tram Lines")))
    assert (found.state, found.by) == ("not-found", "")
    assert (
        found.reason == "minutes of Cabinet of 2024-07-01 are held, and no item of the year after is known to take it"
    )


def test_without_minutes_of_the_other_body_nobody_can_say(tmp_path: Path) -> None:
    found = receipt(tmp_path)
    assert (found.state, found.by) == ("not-held", "")
    assert found.reason == "no minutes of Cabinet of the hundred days after 2024-06-03 are held"


def test_minutes_of_years_later_do_not_show_that_it_never_came(tmp_path: Path) -> None:
    assert receipt(tmp_path, cabinet=minutes("Cabinet", "6 July 2026", took("11", "Tram Lines"))).state == "not-held"


def test_an_item_before_it_was_sent_and_one_of_another_body_are_no_receipt(tmp_path: Path) -> None:
    papers = {
        "before": minutes("Cabinet", "6 May 2024", took("9", "Bus Fares")),
        "other": minutes("Planning Committee", "1 July 2024", took("2", "Bus Fares")),
    }
    assert receipt(tmp_path, **papers).state == "not-held"


def test_minutes_of_the_day_itself_do_not_show_that_it_never_came(tmp_path: Path) -> None:
    assert receipt(tmp_path, cabinet=minutes("Cabinet", "3 June 2024", took("11", "Tram Lines"))).state == "not-held"


def test_what_goes_the_same_way_twice_arrives_each_time_once(tmp_path: Path) -> None:
    papers = {
        "board.md": BOARD,
        "again.md": minutes("Transport Board", "2 September 2024", REFERRED),
        "july.md": minutes("Cabinet", "1 July 2024", TAKEN),
        "october.md": minutes("Cabinet", "7 October 2024", TAKEN),
    }
    found = [one for one in follow_ups(built(papers, tmp_path), "receipt") if one.state == "found"]
    assert [(one.of.split("/")[2], one.by.split("/")[2]) for one in found] == [
        ("2024-06-03", "2024-07-01"),
        ("2024-09-02", "2024-10-07"),
    ]
