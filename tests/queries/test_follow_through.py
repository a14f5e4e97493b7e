"""Questions of what became of things, over papers of a borough of our own making that answer them."""

from __future__ import annotations

import pytest
from pyoxigraph import QuerySolutions, Store

from brackenfold import agenda, minutes, sheet, took
from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question
from rules.followups import built

BOARD = "Transport Scrutiny Board"
ASKED = "RESOLVED that the Director of Transport be requested to report back by"
PAPERS = {
    # Recommended in June; answered in July, and the other one never.
    "board-june.md": minutes(
        BOARD, "3 June 2024",
        "4. Bus Fares on Market Days\n\nRESOLVED that Cabinet be recommended to freeze the fares.",
        "5. Tram Stop Shelters\n\nRESOLVED that Cabinet be recommended to repair the shelters.",
        f"6. Weir Lane Closure\n\n{ASKED} 30 September 2024.",
        f"7. Ferry Landing\n\n{ASKED} 31 December 2024.",
    ),
    "cabinet-july.md": minutes(
        "Cabinet",
        "1 July 2024",
        f"11. Bus Fares on Market Days: Recommendations from the {BOARD}\n\nThe Cabinet considered them.\n\n"
        "RESOLVED that the recommendations be accepted.",
    ),
    "board-november.md": minutes(
        BOARD,
        "4 November 2024",
        "21. Outstanding Issues\n\nRESOLVED that Item 1 headed \u201cWeir Lane Closure\u201d be deleted.",
        took("22", "Ferry Landing", "Further to Minute 7 of 3 June 2024, the Board heard the Director."),
        took("23", "Pigeons on the Viaduct"),
    ),
    # What a report proposed, and what was resolved on it.
    "sheet.md": sheet("Library Opening Hours", "Cabinet, 7 October 2024", "Author: Director of Culture").replace(
        "Wards affected: All", "Wards affected: Ullathorne and Mill Street"
    ),
    "agenda.md": agenda(
        "Cabinet", "7 October 2024", "1. Apologies", "2. Declarations of Interest",
        "3. Library Opening Hours\n\nThe Cabinet is recommended to:\n\n"
        "(a) approve the opening hours of all branches from January, in Appendix 1;\n\n"
        "(b) close the branch in Mill Street on Mondays.",
    ),
    "cabinet-october.md": minutes(
        "Cabinet",
        "7 October 2024",
        "31. Library Opening Hours\n\nThe Cabinet considered a report of the Director of Culture.\n\n"
        "RESOLVED that Cabinet:\n\n1. approves the opening hours of all branches from January, in Appendix 1;\n\n"
        "2. requests the Director of Culture to consult the friends of the branch.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return built(PAPERS, tmp_path_factory.mktemp("asked"))


def answer(store: Store, name: str, wanted: str, **params: str) -> list[tuple[str, ...]]:
    results = ask(store, question(name), {k: [v] for k, v in params.items()})
    assert isinstance(results, QuerySolutions)
    at = [columns(results).index(column) for column in wanted.split()]
    return [tuple(row[n] for n in at) for row in rows(results)]


def test_unanswered_is_what_nobody_answered_for_two_months(store: Store) -> None:
    assert answer(store, "unanswered", "date item to", on="2024-08-03") == [("2024-06-03", "5", "Cabinet")]
    assert answer(store, "unanswered", "date", on="2024-08-02") == [], "not two months yet"
    assert answer(store, "unanswered", "item", on="2024-06-30", days="20") == [("4",), ("5",)], "before the answer"


def test_overdue_until_it_came(store: Store) -> None:
    found = answer(store, "overdue", "item due_by state", on="2024-10-01")
    assert [row[:2] for row in found] == [("6", "2024-09-30")]
    assert answer(store, "overdue", "item", on="2024-09-30") == []
    assert answer(store, "overdue", "item", on="2025-01-01") == [("6",)], "item 7 came back in time"


def test_departures_are_what_was_not_taken_and_what_was_added(store: Store) -> None:
    found = answer(store, "departures", "change action text")
    assert [(change, action) for change, action, _ in found] == [("not taken", "approve"), ("added", "request")]
    assert "Mill Street on Mondays" in found[0][2]
    assert "friends of the branch" in found[1][2]


def test_a_ward_that_a_sheet_names_and_what_was_decided(store: Store) -> None:
    assert answer(store, "wards", "title decided", ward="Ullathorne") == [("Library Opening Hours", "approve; request")]
    assert answer(store, "wards", "title", ward="Puddingdale") == []


def test_outstanding_issues_and_what_became_of_them(store: Store) -> None:
    [(date, item, action, text)] = answer(store, "outstanding", "date item action text")
    assert (date, item) == ("2024-11-04", "21")
    assert action and "Weir Lane Closure" in text
