"""Where a report was to go, and whether minutes show it there."""

from __future__ import annotations

from pathlib import Path

from brackenfold import agenda, minutes, sheet, took
from civicgraph.store import open_store
from rules.followups import built, follow_ups

PLANNED = agenda("Cabinet", "1 July 2024", "5. Tram Lines to the Hospital\n\nReport of the Director of Transport")
ROUTE = "meeting/cabinet/2024-07-01/agenda/5/report/tram-lines-to-the-hospital/route/cabinet-2024-07-01"


def test_the_report_of_an_agenda_is_taken_at_the_meeting(tmp_path: Path) -> None:
    record = minutes("Cabinet", "1 July 2024", took("31", "Tram Lines to the Hospital"))
    (found,) = follow_ups(built({"agenda.md": PLANNED, "minutes.md": record}, tmp_path), "route")
    assert (found.of, found.by, found.state) == (ROUTE, "meeting/cabinet/2024-07-01/item/31", "found")
    assert found.reason == "item ‘Tram Lines to the Hospital’ of 2024-07-01 has the report before it"


def test_minutes_of_the_day_without_the_report_show_that_it_was_not_taken(tmp_path: Path) -> None:
    record = minutes("Cabinet", "1 July 2024", took("31", "Bus Fares"))
    (found,) = follow_ups(built({"agenda.md": PLANNED, "minutes.md": record}, tmp_path), "route")
    assert (found.by, found.state) == ("", "not-found")
    assert found.reason == "the minutes of Cabinet of 2024-07-01 are held, and no item of them is known to have it"


def test_minutes_of_another_day_do_not_show_it(tmp_path: Path) -> None:
    record = minutes("Cabinet", "5 August 2024", took("41", "Bus Fares"))
    (found,) = follow_ups(built({"agenda.md": PLANNED, "minutes.md": record}, tmp_path), "route")
    assert (found.state, found.reason) == ("not-held", "no minutes of Cabinet of 2024-07-01 are held")


def test_the_board_that_was_to_have_the_report_of_2013_has_left_no_minutes(samples: Path) -> None:
    routes = [one for one in follow_ups(open_store(samples), "route") if "multi-systemic" in one.of]
    board = "Children and Young People Scrutiny Board (Scrutiny Board 2)"
    assert f"no minutes of {board} of 2013-03-28 are held" in {one.reason for one in routes}
    assert {(one.state, one.by) for one in routes} == {("not-held", "")}


def test_a_report_of_every_month_is_found_with_the_minutes_of_its_own(tmp_path: Path) -> None:
    papers = {}
    for day in ("3 June 2024", "1 July 2024"):
        papers[f"{day}.md"] = minutes(
            "Planning Committee", day, took("4", "Tree Applications", author="Head of Planning")
        )
        papers[f"sheet {day}.md"] = sheet("Tree Applications", f"Planning Committee, {day}", "Author: Head of Planning")
    found = follow_ups(built(papers, tmp_path), "route")
    assert sorted(one.by.split("/")[2] for one in found) == ["2024-06-03", "2024-07-01"]
    assert all(one.of.endswith(one.by.split("/")[2]) and one.state == "found" for one in found)
