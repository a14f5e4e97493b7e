"""Where a report was to go, and whether minutes show it there."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import QuerySolutions

from brackenfold import agenda, minutes, sheet, took
from civicgraph.answers import columns, rows
from civicgraph.queries import ask, of_pages, question
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


BOARD = "Transport Scrutiny Board"
PROGRAMME = minutes(
    BOARD, "1 July 2024",
    "31. Work Programme\n\n12 September 2024\n\n- Bus Fares\n- Tram Lines to the Hospital\n- School Crossings\n\n"
    "10 October 2024 - Libraries\n\nRESOLVED that it be noted.",
)  # fmt: skip


def _planned(papers: dict[str, str], folder: Path) -> dict[str, tuple[str, str, str]]:
    """Of each title that a programme plans: the item, the state, and the doubt or the reason."""
    found = follow_ups(built({"programme.md": PROGRAMME, **papers}, folder), "route")
    return {
        one.of.split("/plan/")[1].split("/")[0]: (one.by, one.state, one.doubt or one.reason)
        for one in found
        if "/plan/" in one.of
    }


def test_what_a_work_programme_plans_is_looked_for_in_the_minutes_of_the_day(tmp_path: Path) -> None:
    update = "41. Update on Tram Lines to the Hospital\n\nThe Board noted the update."
    found = _planned({"minutes.md": minutes(BOARD, "12 September 2024", took("40", "Bus Fares"), update)}, tmp_path)
    held = "meeting/transport-scrutiny-board/2024-09-12/item/"
    assert found == {
        "bus-fares": (f"{held}40", "found", "item ‘Bus Fares’ of 2024-09-12; planned: ‘Bus Fares’"),
        "tram-lines-to-the-hospital": (
            f"{held}41", "found", "item ‘Update on Tram Lines to the Hospital’ of 2024-09-12; planned: ‘Tram Lines "
            "to the Hospital’",
        ),
        "school-crossings": (
            "", "not-found", f"the minutes of {BOARD} of 2024-09-12 are held, and no item of them is known to have it",
        ),
        "libraries": ("", "not-held", f"no minutes of {BOARD} of 2024-10-10 are held"),
    }  # fmt: skip


def test_a_later_day_or_another_title_only_may_be_what_was_planned(tmp_path: Path) -> None:
    crossings = "42. Crossings on Mill Lane\n\nThe Board noted the report."
    papers = {
        "september.md": minutes(BOARD, "12 September 2024", crossings),
        "december.md": minutes(BOARD, "5 December 2024", took("50", "Bus Fares")),
        "years.md": minutes(BOARD, "4 December 2025", took("60", "Tram Lines to the Hospital")),
        "other.md": minutes("Harbour Board", "10 October 2024", took("3", "Libraries")),
    }
    found = _planned(papers, tmp_path)
    put_off = "it was planned for 2024-09-12, and no paper says that it was put off"
    assert {title: (state, why) for title, (_, state, why) in found.items() if state == "possible"} == {
        "bus-fares": ("possible", put_off),
        "school-crossings": ("possible", "its title is another, or not the only one that fits"),
    }
    assert (found["libraries"][1], found["tram-lines-to-the-hospital"][1]) == ("not-held", "not-found")


def test_the_quarter_of_another_paper_is_not_what_was_planned(tmp_path: Path) -> None:
    plan = minutes(BOARD, "1 July 2024", "31. Work Programme\n\n12 September 2024\n\n- Bus Punctuality Quarter 1")
    record = minutes(BOARD, "12 September 2024", took("40", "Bus Punctuality Quarter 2"))
    found = follow_ups(built({"plan.md": plan, "minutes.md": record}, tmp_path), "route")
    assert [one.state for one in found if "/plan/" in one.of] == ["not-found"]


def test_the_next_meeting_is_not_the_one_that_plans_it(tmp_path: Path) -> None:
    plan = "31. Any Other Business\n\nThe Board agreed to bring the following item to its next meeting:\n\n- Bus Fares"
    found = follow_ups(built({"plan.md": minutes(BOARD, "1 July 2024", plan)}, tmp_path), "route")
    assert [(one.state, one.reason) for one in found] == [
        ("not-held", f"no minutes of {BOARD} of the hundred days after 2024-07-01 are held")
    ]


def test_the_questions_show_what_was_planned(tmp_path: Path) -> None:
    papers = {
        "programme.md": PROGRAMME,
        "september.md": minutes(BOARD, "12 September 2024", took("40", "Bus Fares in the Villages")),
        "december.md": minutes(BOARD, "5 December 2024", took("50", "Bus Fares in the Villages")),
    }
    store = built({**papers, "programme.md": PROGRAMME.replace("Bus Fares", "Bus Fares in the Villages")}, tmp_path)

    def asked(name: str, wanted: str, **given: str) -> list[tuple[str, ...]]:
        one = of_pages()[name] if "this" in given else question(name)
        found = ask(store, one, {key: [value] for key, value in given.items()})
        assert isinstance(found, QuerySolutions)
        names = columns(found)
        return [tuple(row[names.index(column)] for column in wanted.split()) for row in rows(found)]

    title, held = "Bus Fares in the Villages", "2024-09-12"
    assert ("2024-07-01", title, "planned", held, held, "found") in asked(
        "referred-to", "date what status due considered receipt", board=BOARD
    )
    assert (held, BOARD, "planned", "31") in asked("report", "date body status item", report="Bus Fares")
    assert (held, "31", "planned: entry", title) in asked("matter", "date item kind what", words="bus fares")
    works = {work for (work,) in asked("report", "work", report="Bus Fares")}
    shown = [row for work in sorted(works) for row in asked("report-route", "date status state", this=work)]
    assert shown.count((held, "planned", "found")) == 1
