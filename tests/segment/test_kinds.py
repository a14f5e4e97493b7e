"""What kind of paper a part is, where its words speak for two."""

import pytest

from civicgraph.read import read_bytes
from civicgraph.segment import segment


@pytest.mark.parametrize(("outcome", "kind"), [("RESOLVED", "minutes"), ("To resolve", "agenda")])
def test_the_page_of_an_agenda_that_says_what_was_resolved_is_a_record(outcome: str, kind: str) -> None:
    text = (
        "Meeting Details\n\nFull Council\n\n4 May 2021\n\nAgenda\n\n1 Election of a Chair\n\nTo elect a Chair.\n\n"
        f"{outcome}\n\nThat Councillor Lee be elected as Chair.\n"
    )
    (part,) = segment(read_bytes(text.encode(), path="m.txt", name="m.txt"))
    assert part.kind == kind


@pytest.mark.parametrize(
    ("heading", "kind"), [("Agenda, decisions and minutes", "minutes"), ("Agenda, decisions to come", "agenda")]
)
def test_a_web_page_with_decisions_and_minutes_is_a_record(heading: str, kind: str) -> None:
    text = f"{heading}\n\nRoads Committee - Tuesday, 4th May, 2021 6.00 pm\n\nFees\n\nThe Committee met to set fees.\n"
    (part,) = segment(read_bytes(text.encode(), path="m.txt", name="m.txt"))
    assert part.kind == kind


def test_conditions_with_lists_of_their_own_are_no_items() -> None:
    text = (
        "Agenda, decisions and minutes\n\nLicensing Panel - Tuesday, 4th May, 2021 6.00 pm\n\nDecision \u2013\n\n"
        "That the licence be granted subject to the following conditions:\n\n1.   Hours of sale:\n\n"
        "Sunday to Monday\n\n2.   The doors are to be kept closed.\n\n3.   The staff are to watch the noise.\n"
    )
    (part,) = segment(read_bytes(text.encode(), path="m.txt", name="m.txt"))
    assert [item.number for item in part.items] == []
