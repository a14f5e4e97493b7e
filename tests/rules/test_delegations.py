"""Authority that a body gave, and whether a later decision ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brackenfold import minutes, took
from civicgraph.store import open_store
from rules.followups import FollowUp, built, follow_ups

GIVEN = "4. Bus Lanes\n\nRESOLVED that authority be delegated to the Director of Transport to let the contract."
CABINET = minutes("Cabinet", "3 June 2024", GIVEN)


def ended(folder: Path, *papers: str) -> FollowUp:
    store = built({f"{n}.md": words for n, words in enumerate((CABINET, *papers))}, folder)
    [found] = [one for one in follow_ups(store, "end") if "2024-06-03" in one.of]
    return found


def later(words: str, body: str = "Cabinet") -> str:
    return minutes(
        body, "1 July 2024", f"9. Bus Lanes\n\nFurther to Minute 4 of Cabinet of 3 June 2024.\n\nRESOLVED that {words}."
    )


def test_a_decision_that_revokes_what_it_cites_ends_it(tmp_path: Path) -> None:
    found = ended(tmp_path, later("the authority delegated to the Director of Transport be revoked"))
    assert (found.state, found.doubt) == ("found", "")
    assert found.by.startswith("meeting/cabinet/2024-07-01/item/9/decision/")
    assert found.reason == "item 9 of 2024-07-01 cites the minute, and takes authority back"


def test_authority_given_anew_may_replace_it(tmp_path: Path) -> None:
    found = ended(tmp_path, later("authority be delegated to the Director of Transport to vary the contract"))
    assert (found.state, found.doubt) == ("possible", "whether the authority ended with it is not said")
    assert found.reason == "item 9 of 2024-07-01 cites the minute, and gives authority to the same holder"


def test_later_minutes_without_it_leave_it_in_force(tmp_path: Path) -> None:
    found = ended(tmp_path, minutes("Cabinet", "1 July 2024", took("9", "Tram Lines")))
    assert (found.state, found.by) == ("not-found", "")
    assert found.reason == "minutes of Cabinet are held of 2024-07-01; no later decision that we hold ends it"


def test_what_another_body_revokes_is_its_own(tmp_path: Path) -> None:
    assert ended(tmp_path, later("the delegated authority be revoked", "Council")).state == "not-held"


def test_a_decision_on_other_business_ends_nothing(tmp_path: Path) -> None:
    assert ended(tmp_path, later("the fares be increased")).state == "not-found"


def test_of_what_the_samples_delegate_no_later_minutes_are_here(samples: Path) -> None:
    [found] = follow_ups(open_store(samples), "end")
    assert (found.state, found.by) == ("not-held", "")
    assert found.reason == "no minutes of Cabinet Member for Children and Young People after 2018-04-16 are held"


@pytest.mark.parametrize("words", [
    "authority be delegated to the Director of Finance to terminate the contract",
    "the authority delegated to the Director of Transport be not withdrawn",
])  # fmt: skip
def test_what_is_terminated_must_be_the_authority(tmp_path: Path, words: str) -> None:
    assert ended(tmp_path, later(words)).state != "found"
