"""What a body asked for, and whether it came back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from brackenfold import minutes, took
from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question
from civicgraph.store import open_store
from rules.followups import FollowUp, built, follow_ups

ASKED = "4. Bus Fares on Market Days\n\nRESOLVED that the Director of Transport be requested to report back {due}."
REQUEST = "meeting/transport-board/2024-06-03/item/4/decision"


def board(due: str = "in September 2024", *more: str) -> str:
    return minutes("Transport Board", "3 June 2024", ASKED.format(due=due), *more)


def back(folder: Path, *papers: str, due: str = "in September 2024") -> list[FollowUp]:
    store = built({f"{n}.md": words for n, words in enumerate((board(due), *papers))}, folder)
    return [one for one in follow_ups(store, "report-back") if one.of.startswith(REQUEST)]


def cites(day: str, number: str = "9") -> str:
    words = (
        f"{number}. Market Days\n\nFurther to Minute 4 of 3 June 2024, the Board considered a report of the Director."
    )
    return minutes("Transport Board", day, words, took("15", "Tram Lines"))


def test_a_minute_that_cites_the_request_is_what_came_back(tmp_path: Path) -> None:
    [found] = back(tmp_path, cites("2 September 2024"))
    assert (found.state, found.by, found.doubt) == ("found", "meeting/transport-board/2024-09-02/item/9", "")
    assert found.reason == "item 9 of 2024-09-02 cites minute 4"


def test_what_comes_late_says_so(tmp_path: Path) -> None:
    [found] = back(tmp_path, cites("7 October 2024"))
    assert found.reason == "item 9 of 2024-10-07 cites minute 4; after 2024-09-30, by which it was due"


def test_a_minute_of_two_requests_does_not_say_which_came_back(tmp_path: Path) -> None:
    two = "be requested to report back, and that the Clerk be requested to write to the bus company"
    paper = minutes("Transport Board", "3 June 2024", f"4. Bus Fares\n\nRESOLVED that the Director of Transport {two}.")
    store = built({"june.md": paper, "september.md": cites("2 September 2024")}, tmp_path)
    found = follow_ups(store, "report-back")
    assert {one.state for one in found} == {"possible"}
    assert {one.doubt for one in found} == {"that minute made 2 requests, and the reference does not say which"}
    assert len(found) == 2


def test_minutes_of_the_time_without_it_show_that_none_is_found(tmp_path: Path) -> None:
    later = (
        minutes("Transport Board", day, took("15", "Tram Lines")) for day in ("2 September 2024", "7 October 2024")
    )
    [found] = back(tmp_path, *later)
    assert (found.state, found.by) == ("not-found", "")
    held = "minutes of Transport Board are held of 2 meetings from 2024-09-02 to 2024-10-07"
    assert found.reason == f"{held}; no item is known to cite the minute or to be of the same matter"


@pytest.mark.parametrize("day", ["1 July 2024", "6 July 2026"])
def test_minutes_before_it_was_due_or_years_after_do_not_show_that_it_never_came(day: str, tmp_path: Path) -> None:
    [found] = back(tmp_path, minutes("Transport Board", day, took("15", "Tram Lines")))
    none = "no minutes of Transport Board from 2024-09-01 to a hundred days after 2024-09-30 are held"
    assert found.state == "not-held"
    assert found.reason == none + ("; the next are of 2026-07-06" if "2026" in day else "")


def test_minutes_of_another_body_show_nothing(tmp_path: Path) -> None:
    [found] = back(tmp_path, minutes("Cabinet", "2 September 2024", took("15", "Tram Lines")))
    assert found.state == "not-held"


def test_what_is_only_proposed_was_not_asked_for(tmp_path: Path) -> None:
    paper = (
        "Brackenfold Borough Council\n\nTo: Cabinet\n\nSubject: Bus Fares\n\nRecommendations:\n\nCabinet is recommended"
    )
    store = built({"report.md": f"{paper} to request a further report in September 2024."}, tmp_path)
    assert follow_ups(store, "report-back") == []


def overdue(store: Store, on: str, wanted: str = "due_by state came_back") -> list[tuple[str, ...]]:
    results = ask(store, question("overdue"), {"on": [on]})
    assert isinstance(results, QuerySolutions)
    names = columns(results)
    return [tuple(row[names.index(column)] for column in wanted.split()) for row in rows(results)]


def test_overdue_on_a_day(tmp_path: Path) -> None:
    """From the day after its last until the day on which it came."""
    store = built({"june.md": board(), "october.md": cites("7 October 2024")}, tmp_path)
    assert overdue(store, "2024-09-30") == []
    assert overdue(store, "2024-10-01") == [("2024-09-30", "found", "2024-10-07")]
    assert overdue(store, "2024-10-07") == []


def test_what_has_no_last_day_is_never_overdue(tmp_path: Path) -> None:
    store = built({"june.md": board("as soon as possible")}, tmp_path)
    assert overdue(store, "2030-01-01") == []


def test_what_the_samples_ask_for(samples: Path) -> None:
    """Nothing of the year after is among them: neither minutes of the board of 2018 nor of the Cabinet Member."""
    store = open_store(samples)
    assert {one.state for one in follow_ups(store, "report-back")} == {"not-held"}
    assert overdue(store, "2018-04-12") == []
    assert overdue(store, "2018-04-13", "due_by state owner") == [("2018-04-12", "not-held", "")]


@pytest.mark.parametrize("words", [
    "2. Minutes\n\nThe minutes of 3 June 2024 were agreed, subject to Minute 4 of 3 June 2024 being amended.",
    "3. Matters Arising\n\nFurther to Minute 4 of 3 June 2024, members regretted that nothing had been received.",
])  # fmt: skip
def test_an_item_of_many_things_that_cites_the_request_may_only_ask_after_it(tmp_path: Path, words: str) -> None:
    found = back(tmp_path, minutes("Transport Board", "7 October 2024", words, took("15", "Tram Lines")))
    assert "found" not in {one.state for one in found}


def test_another_body_that_cites_the_request_is_not_the_one_it_was_to_come_to(tmp_path: Path) -> None:
    words = "9. Market Days\n\nFurther to Minute 4 of the Transport Board of 3 June 2024, a report was considered."
    [found] = back(tmp_path, minutes("Planning Committee", "2 September 2024", words, took("15", "Tram Lines")))
    assert found.state == "possible"
    assert found.doubt == "it was before neither the body that asked nor one that was asked"


def test_what_cites_the_request_years_later_may_tell_of_something_else(tmp_path: Path) -> None:
    [found] = back(tmp_path, cites("7 September 2026"))
    assert (found.state, found.doubt) == ("possible", "it came more than a year after it was due")


def test_draft_and_approved_minutes_that_say_two_days_make_one_follow_up(tmp_path: Path) -> None:
    """The later day counts, whichever paper has it; the law has them looked at."""
    papers = {
        "draft.md": board("by 16 August 2024"),
        "final.md": board("by 30 September 2024"),
        "back.md": cites("2 September 2024"),
    }
    [found] = [one for one in follow_ups(built(papers, tmp_path), "report-back") if one.of.startswith(REQUEST)]
    assert (found.state, found.reason) == ("found", "item 9 of 2024-09-02 cites minute 4")


@pytest.mark.parametrize(("draft", "final"), [("16 August", "30 September"), ("30 September", "30 September")])
def test_a_request_of_draft_and_approved_minutes_is_one_row(draft: str, final: str, tmp_path: Path) -> None:
    papers = {"draft.md": board(f"by {draft} 2024"), "final.md": board(f"by {final} 2024", took("5", "Taxi Licences"))}
    store = built(papers, tmp_path)
    assert overdue(store, "2024-09-01", "document") == []
    assert overdue(store, "2024-10-01", "due_by due") == [("2024-09-30", f"by {final} 2024")]
    asked = ask(store, question("requests"), {})
    assert isinstance(asked, QuerySolutions)
    at = columns(asked).index("due_by")
    assert [row[at] for row in rows(asked)] == ["2024-09-30"]


def test_the_later_day_counts_whatever_the_papers_are_called(tmp_path: Path) -> None:
    papers = {"a.md": board("by 30 September 2024"), "b.md": board("by 16 August 2024")}
    assert overdue(built(papers, tmp_path), "2024-10-01", "due_by document") == [("2024-09-30", "a.md")]
