"""What work programmes, and lists of business for later meetings, plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brackenfold import agenda, findings, minutes, sheet
from civicgraph.extract import extract
from civicgraph.extract.papers.planned import Word, words
from civicgraph.read import read_bytes
from civicgraph.segment import segment

BOARD, HELD = "Transport Scrutiny Board", "1 July 2024"


def planned(*items: str, body: str = BOARD, day: str = HELD) -> list[tuple[str, str, str]]:
    return _plans(minutes(body, day, *items))


def rows(*lines: str) -> str:
    """A table: "Date | Item", "12 September 2024 | Bus Fares"."""
    head, *rest = lines
    return "\n".join(f"| {line} |" for line in (head, "|".join("-" * (head.count("|") + 1)), *rest))


def _plans(text: str) -> list[tuple[str, str, str]]:
    (one,) = findings({"paper.md": text})
    return [(r.date, r.body.name, r.entry.text) for r in one.routes if r.entry and r.status == "planned"]


@pytest.mark.parametrize("word", words().values(), ids=lambda word: word.id)
def test_examples(word: Word) -> None:
    assert [s for s in word.yes if not word.fits(s)] == []
    assert [s for s in word.no if word.fits(s)] == []


def test_titles_under_their_days() -> None:
    found = planned(
        "31. Scrutiny Work Programme\n\nThe Board noted it.\n\n12 September 2024\n\n- Bus Fares\n- Tram Lines\n\n"
        "Meeting of the Board on Thursday, 10 October 2024 at 2.00 pm:\n\n1. Bridges over the Bracken\n\n"
        "14 November 2024 - School Places; Road Salt\n\nRESOLVED that the programme be noted."
    )
    assert found == [
        ("2024-09-12", BOARD, "Bus Fares"),
        ("2024-09-12", BOARD, "Tram Lines"),
        ("2024-10-10", BOARD, "Bridges over the Bracken"),
        ("2024-11-14", BOARD, "School Places"),
        ("2024-11-14", BOARD, "Road Salt"),
    ]


def test_a_table_goes_on_with_the_day_above() -> None:
    table = rows(
        "Meeting date | Item | Lead officer",
        "12 September 2024 | Bus Fares | Head of Roads",
        " | Tram Lines | Head of Roads",
        "3 June 2024 | Ferry Tolls | Head of Roads",
        "TBC | Road Salt | Head of Roads",
    )
    found = planned(f"32. Work Programme\n\n{table}")
    assert found == [("2024-09-12", BOARD, "Bus Fares"), ("2024-09-12", BOARD, "Tram Lines")]


def test_a_cell_for_a_whole_meeting_is_no_title() -> None:
    """The titles of a day stand one below the other in it, and read like one."""
    table = rows("Date | Items", "12 September 2024 | Bus Fares Ferry Tolls", "10 October 2024 | Trams Mill Lane")
    assert planned(f"32. Work Programme\n\n{table}") == []
    marked = table.replace("Fares Ferry", "Fares \u2022 Ferry").replace("Trams Mill", "Trams; Mill")
    assert [title for *_, title in planned(f"32. Work Programme\n\n{marked}")] == [
        "Bus Fares", "Ferry Tolls", "Trams", "Mill Lane",
    ]  # fmt: skip


def test_a_line_of_a_cell_that_the_table_lost_is_no_title() -> None:
    table = rows(
        "Date | Items | By", "12 September 2024 | Review of the | Roads", " | Ferry Tolls | ", " | Trams | Roads"
    )
    assert [title for *_, title in planned(f"32. Work Programme\n\n{table}")] == ["Trams"]


def test_a_page_without_lines_between_its_cells_plans_nothing() -> None:
    table = rows("Date | Item | By", "12 September | Review of the | Roads", "2024 | Fares", " | Trams | Roads")
    text = minutes(BOARD, HELD, f"31. Work Programme 2024/25\n\n{table}")
    document = read_bytes(text.encode(), path="p.md", name="p.md")
    printed = replace(document, blocks=tuple(replace(block, page=1) for block in document.blocks))
    for one, some in ((document, True), (printed, False)):
        assert any(r.entry for r in extract(one, segment(one)).routes) is some


def test_a_web_page_leaves_the_cell_of_the_day_away() -> None:
    page = (
        f"<h1>Brackenfold Borough Council</h1><h2>Minutes of the {BOARD} held on {HELD} at 2.00 pm</h2>"
        "<p>Present: Councillor A Thorne (Chair)</p><p><b>12. Work Programme</b></p><table>"
        "<tr><th>Date</th><th>Item</th><th>By</th></tr>"
        "<tr><td rowspan='2'>12 September 2024</td><td>Bus Fares</td><td>Roads</td></tr>"
        "<tr><td>Trams</td><td>Roads</td></tr></table>"
    )
    document = read_bytes(f"<html><body>{page}</body></html>".encode(), path="p.html", name="p.html")
    found = [(r.date, r.entry.text) for r in extract(document, segment(document)).routes if r.entry]
    assert found == [("2024-09-12", "Bus Fares"), ("2024-09-12", "Trams")]


def test_a_row_that_is_a_day_alone_is_over_those_below() -> None:
    table = rows("Topic | Purpose", "12 September 2024 | ", "Bus Fares | To hear of the new fares")
    assert planned(f"32. Work Programme\n\n{table}") == [("2024-09-12", BOARD, "Bus Fares")]


def test_a_plan_of_decisions_says_who_takes_them() -> None:
    table = rows(
        "Decision maker | Title | Date decision to be taken",
        "Cabinet | Sale of Bracken Mill | 9 September 2024",
        "Cabinet Member for Roads | Ferry Tolls | 4 September 2024",
        "Head of Roads | Gritting | 4 September 2024",
    )
    assert planned(f"33. Forward Plan of Key Decisions\n\n{table}") == [
        ("2024-09-09", "Cabinet", "Sale of Bracken Mill"),
        ("2024-09-04", "Cabinet Member for Roads", "Ferry Tolls"),
    ]


def test_the_cabinets_plan_is_not_that_of_the_board_that_looks_at_it() -> None:
    dated = "9 September 2024\n\n- Sale of Bracken Mill"
    assert planned(f"33. Forward Plan\n\n{dated}") == []
    assert planned(f"33. Cabinet Forward Plan\n\n{dated}") == [("2024-09-09", "Cabinet", "Sale of Bracken Mill")]
    assert planned(f"33. Forward Plan\n\n{dated}", body="Harbour Board") == [
        ("2024-09-09", "Harbour Board", "Sale of Bracken Mill")
    ]


def test_who_leads_on_it_is_no_title() -> None:
    dated = (
        "12 September 2024\n\nBus Fares\n\nHead of Roads\n\nLead officer: A Lee\n\nCouncillor B Thorne\n\nFerry Tolls"
    )
    assert [title for *_, title in planned(f"31. Work Programme\n\n{dated}")] == ["Bus Fares", "Ferry Tolls"]


def test_a_day_without_a_year_is_of_the_year_in_the_heading() -> None:
    dated = "12 September\n\n- Bus Fares\n\n6 February\n\n- Tram Lines"
    assert planned(f"31. Work Programme 2024/25\n\n{dated}") == [
        ("2024-09-12", BOARD, "Bus Fares"),
        ("2025-02-06", BOARD, "Tram Lines"),
    ]
    assert planned(f"31. Work Programme\n\n{dated}") == []


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("The Board agreed to bring the following items forward to the next meeting:", ""),
        ("It was noted that these reports would come to the meeting to be held on 12 September:", "2024-09-12"),
    ],
)
def test_what_is_brought_to_the_next_meeting(lead: str, day: str) -> None:
    found = planned(f"31. Any Other Business\n\n{lead}\n\n- Bus Fares\n- Tram Lines\n\n32. Trees\n\n- Oak Lane")
    assert found == [(day, BOARD, "Bus Fares"), (day, BOARD, "Tram Lines")]


@pytest.mark.parametrize(
    "item",
    [
        "31. Any Other Business\n\nThe following items were suggested for the next meeting:\n\n- Bus Fares",
        "31. Highways Work Programme\n\n12 September 2024\n\n- Resurfacing of Mill Lane",
        "31. Dates of Future Meetings\n\n12 September 2024\n\n- Village Hall\n\n10 October 2024 - Full Council",
        "31. Work Programme\n\n12 September 2024\n\n- Apologies for Absence\n- TBC\n- 7.30 pm",
        "31. Work Programme\n\nThe Clerk wrote on 12 September 2024 about the wall.\n\n- Mill Lane",
        "31. Work Programme\n\n3 June 2024\n\n- Bus Fares",
        f"31. Work Programme\n\n{rows('Item | Action | Due date', 'Bus Fares | To write | 12 September 2024')}",
        "31. Bus Fares\n\n12 September 2024\n\n- Bus Fares",
    ],
)
def test_no_plan(item: str) -> None:
    assert planned(item) == []


def test_the_programme_of_a_pack_is_planned_from_the_day_of_its_meeting() -> None:
    table = rows("Date | Report", "1 July 2024 | Ferry Tolls", "12 September 2024 | Bus Fares", " | Trams")
    programme = sheet("Work Programme 2024/25", f"{BOARD}, {HELD}", "Author: Clerk", "Recommendations: To note it.")
    text = f"{agenda(BOARD, HELD, '5. Work Programme 2024/25')}\n\n---\n\n{programme}\n\nAppendix A\n\n{table}"
    assert ("2024-09-12", BOARD, "Bus Fares") in _plans(text)
    assert "Ferry Tolls" not in {title for _, _, title in _plans(text)}


def test_the_words_of_a_plan_begin_with_its_day() -> None:
    text = minutes(BOARD, HELD, "31. Work Programme\n\n12 September 2024\n\n- Bus Fares")
    document = read_bytes(text.encode(), path="paper.md", name="paper.md")
    (route,) = [r for r in extract(document, segment(document)).routes if r.entry]
    assert " ".join(document.quote(route.span).split()) == "12 September 2024 - Bus Fares"
    assert (route.report, route.item, route.meeting) == (None, 0, 0)
