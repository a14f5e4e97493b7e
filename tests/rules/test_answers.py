"""What became of a recommendation: the answer, and what it led to."""

from __future__ import annotations

from pathlib import Path

from brackenfold import minutes, took
from civicgraph.store import open_store
from rules.followups import built, follow_ups

SENT = minutes(
    "Transport Scrutiny Board",
    "3 June 2024",
    "4. Bus Fares on Market Days\n\nRESOLVED that Cabinet be recommended to freeze the fares.",
)
TITLE = "Bus Fares: Recommendations from the Transport Scrutiny Board"
NAMED = "The Cabinet considered them."


def taken(*clauses: str) -> str:
    resolved = "\n\n".join(("RESOLVED that Cabinet:", *(f"{n}. {words}" for n, words in enumerate(clauses, 1))))
    return minutes("Cabinet", "1 July 2024", f"11. {TITLE}\n\n{NAMED}\n\n{resolved}")


def test_the_samples_answers(samples: Path) -> None:
    """Eight accepted in 2013, each a clause and once told; noted in 2018, with two requests that follow."""
    store = open_store(samples)
    found = follow_ups(store, "answer")
    assert {one.state for one in found} == {"found"}
    reasons = [one.reason for one in found]
    assert reasons.count("item 27 of 2013-01-22: accepted") >= 8
    assert "item 25 of 2018-04-16: noted" in reasons
    assert len([one for one in follow_ups(store, "action") if "2013-01-22" in one.of]) == 8
    led = {one.by.rpartition("/")[2]: one.reason for one in follow_ups(store, "action") if "2018-04-16" in one.of}
    assert set(led) == {"resolved-2-request", "resolved-3-request"}
    assert led["resolved-2-request"] == "clause 2 of the resolution that answers it, 2018-04-16: request"


def test_an_answer_and_what_it_led_to(tmp_path: Path) -> None:
    store = built({"cabinet.md": taken("accepts the recommendations;", "requests a report in October 2024.")}, tmp_path)
    answers = [one for one in follow_ups(store, "answer") if one.of.startswith("meeting/cabinet/2024-07-01/item/11/")]
    assert {one.state for one in answers} == {"found"}
    assert "item 11 of 2024-07-01: accepted" in {one.reason for one in answers}
    assert [one.by.rpartition("/")[2] for one in follow_ups(store, "action")] == ["resolved-2-request"]


def test_minutes_that_take_it_and_do_not_answer(tmp_path: Path) -> None:
    told = minutes("Cabinet", "1 July 2024", f"11. {TITLE}\n\n{NAMED}")
    [found] = follow_ups(built({"cabinet.md": told}, tmp_path), "answer")
    assert (found.state, found.reason) == ("not-found", "the minutes take the matter, and no answer was read in them")


def test_without_minutes_of_the_body_nobody_can_say(tmp_path: Path) -> None:
    [found] = follow_ups(built({"board.md": SENT}, tmp_path), "answer")
    assert (found.state, found.by) == ("not-held", "")
    assert found.reason == "no minutes of Cabinet of the hundred days after 2024-06-03 are held"


def test_minutes_of_the_body_without_it_show_that_none_is_found(tmp_path: Path) -> None:
    cabinet = minutes("Cabinet", "1 July 2024", took("11", "Tram Lines"))
    [found] = follow_ups(built({"board.md": SENT, "cabinet.md": cabinet}, tmp_path), "answer")
    assert found.state == "not-found"
    assert found.reason == "minutes of Cabinet are held of 2024-07-01, and none gives an answer"


def test_recommendations_from_a_body_on_a_thing_are_what_it_sent_on_that_thing(tmp_path: Path) -> None:
    """One word is no title to know a matter by; the same thing, from the same body to the same, is."""
    sent = minutes(
        "Finance Committee", "3 June 2024", "4. Precept\n\nRESOLVED that Cabinet be recommended to raise it."
    )
    title = "Recommendations from the Finance Committee on the Precept"
    took_up = f"11. {title}\n\nRESOLVED that the recommendations be accepted."
    store = built({"sent.md": sent, "cabinet.md": minutes("Cabinet", "1 July 2024", took_up)}, tmp_path)
    [found] = [one for one in follow_ups(store, "answer") if "2024-06-03" in one.of]
    assert found.state == "found"
    assert found.reason == "item 11 of 2024-07-01: accepted; it takes up the same matter from the same body"
    [received] = follow_ups(store, "receipt")
    assert (received.state, received.by) == ("found", "meeting/cabinet/2024-07-01/item/11")


def test_a_later_item_under_the_same_title_may_answer_it(tmp_path: Path) -> None:
    cabinet = minutes("Cabinet", "1 July 2024", took("11", "Bus Fares on Market Days"))
    [found] = follow_ups(built({"board.md": SENT, "cabinet.md": cabinet}, tmp_path), "answer")
    assert (found.state, found.doubt) == ("possible", "the clause does not name the recommendation")
    assert found.by.startswith("meeting/cabinet/2024-07-01/item/11/decision/resolved-note")


def test_a_year_later_or_another_body_is_no_answer(tmp_path: Path) -> None:
    papers = {
        "late.md": minutes("Cabinet", "6 July 2026", took("11", "Bus Fares on Market Days")),
        "other.md": minutes("Planning Committee", "1 July 2024", took("2", "Bus Fares on Market Days")),
    }
    assert {one.state for one in follow_ups(built({"board.md": SENT, **papers}, tmp_path), "answer")} == {"not-held"}


def test_what_is_referred_for_information_awaits_no_answer(tmp_path: Path) -> None:
    words = "4. Bus Fares\n\nRESOLVED that the report be referred to Cabinet for information."
    assert follow_ups(built({"board.md": minutes("Transport Board", "3 June 2024", words)}, tmp_path), "answer") == []
