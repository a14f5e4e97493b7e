"""References to minutes: which item is meant, and what is missing where none can be."""

from __future__ import annotations

from itertools import permutations

import pytest

from brackenfold import BASE, COUNCIL, findings, linked, minutes, took
from civicgraph.graph import document_triples
from civicgraph.link import link
from civicgraph.link.minutes import parse_number, spelled
from civicgraph.model import Reference, Register
from civicgraph.vocab import CIV

BOARD, CABINET = "Transport Scrutiny Board", "Cabinet"
JUNE, SEPTEMBER, MARCH = "Tuesday, 6 June 2017", "Thursday, 7 September 2017", "Thursday, 8 March 2018"
HELD = {
    "june.md": minutes(BOARD, JUNE, took("1", "Bus Fares"), took("2", "Cycle Lanes"), took("3", "Kerbs")),
    "september.md": minutes(BOARD, SEPTEMBER, took("4", "Taxi Ranks"), took("5", "Street Lights"), took("6", "Verges")),
    "cabinet.md": minutes(CABINET, SEPTEMBER, took("31", "Road Tolls"), took("32", "Car Parks")),
}  # fmt: skip


def march(words: str, body: str = BOARD, day: str = MARCH) -> str:
    """A record in whose first item somebody refers to a minute."""
    return minutes(body, day, f"20. Matters Raised\n\n{words}", took("21", "Bridges"), took("22", "Drains"))


def meant(register: Register, file: str = "march.md") -> Reference:
    (reference,) = (one for (document, _), one in register.references.items() if document.endswith(f"/{file}"))
    return reference


def said(words: str, held: dict[str, str] = HELD, **there: str) -> str:
    """The item that is meant, from the meeting on; else what is missing."""
    reference = meant(linked(held | {"march.md": march(words, **there)}))
    return reference.iri.removeprefix(f"{COUNCIL}/meeting/") if reference.iri else reference.reason.value


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Further to Minute 2/17 the Clerk reported.", "transport-scrutiny-board/2017-06-06/item/2"),
        ("Further to Minute 5 the Clerk reported.", "transport-scrutiny-board/2017-09-07/item/5"),
        ("Further to Minute 22 below the Clerk reported.", "transport-scrutiny-board/2018-03-08/item/22"),
        ("Further to Minute 22 the Clerk reported.", "transport-scrutiny-board/2018-03-08/item/22"),
        ("As in minute no. 31 of the meeting of Cabinet on 7 September 2017.", "cabinet/2017-09-07/item/31"),
        ("The Cabinet on 7 September 2017 (Minute 32 refers) had agreed.", "cabinet/2017-09-07/item/32"),
        ("As in minute 31 of the Cabinet of 7 September.", "cabinet/2017-09-07/item/31"),
        ("Cabinet Minute 31/17 refers.", "cabinet/2017-09-07/item/31"),
        ("Further to Minute 3(b) of 6 June 2017 the Clerk reported.", "transport-scrutiny-board/2017-06-06/item/3"),
    ],
)
def test_a_minute_is_found_by_body_number_and_day_or_municipal_year(words: str, item: str) -> None:
    assert said(words) == item


BOARDS = "minutes of Transport Scrutiny Board of"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Further to Minute 14/16 the Clerk reported.", f"no {BOARDS} 2016/17 are among the documents"),
        (
            "Further to Minute 14/17 the Clerk reported.",
            f"of the {BOARDS} 2017/18 only those of 2017-06-06, 2017-09-07, 2018-03-08 are among the documents, "
            "without that number",
        ),
        (
            "Minute 98 of the meeting of Cabinet on 20 December 2022 refers.",
            "no minutes of Cabinet of 2022-12-20 are among the documents",
        ),
        (
            "Minute 98 of the meeting of Cabinet on 7 September 2017 refers.",
            "the minutes of Cabinet of 2017-09-07 have no such number",
        ),
        (
            "Minute 2 of the meeting of 7 September refers.",
            "the minutes of Transport Scrutiny Board of 2017-09-07 have no such number",
        ),
        ("Minute 2 of the Harbour Users refers.", "the words beside the number leave open whose minute it is"),
        ("Further to Minute 4 above the Clerk reported.", "this record has no item 4"),
        ("The Board took Decision 24/00093 as read.", "no paper with the number 24/00093 is among the documents"),
    ],
)
def test_what_dangles_says_what_is_missing(words: str, missing: str) -> None:
    assert said(words) == missing


def test_numbers_that_begin_again_at_each_meeting_leave_a_reference_without_a_day_open() -> None:
    held = {
        "june.md": minutes(BOARD, JUNE, took("1", "Bus Fares"), took("2", "Cycle Lanes")),
        "september.md": minutes(BOARD, SEPTEMBER, took("1", "Taxi Ranks"), took("2", "Street Lights")),
    }
    reference = meant(linked(held | {"march.md": march("Further to Minute 2 the Clerk reported.")}))
    assert reference.iri == ""
    assert [one.removeprefix(f"{COUNCIL}/meeting/") for one in reference.candidates] == [
        "transport-scrutiny-board/2017-06-06/item/2",
        "transport-scrutiny-board/2017-09-07/item/2",
    ]
    assert reference.reason.value.endswith("it may be minute 2 of 2017-06-06 or minute 2 of 2017-09-07")


def test_one_record_that_begins_at_1_does_not_show_that_numbers_run_on() -> None:
    one = minutes(BOARD, MARCH, "1. Matters Raised\n\nFurther to Minute 2 the Clerk reported.", took("2", "Kerbs"))
    reference = meant(linked({"march.md": one}))
    assert (reference.iri, len(reference.candidates)) == ("", 1)


def test_a_minute_of_a_later_day_is_not_meant() -> None:
    later = {"april.md": minutes(BOARD, "Thursday, 5 April 2018", took("30", "Bus Fares"), took("31", "Kerbs"))}
    assert "only those of 2018-03-08 are" in said("Further to Minute 30 the Clerk reported.", later)


def test_the_number_of_another_council_is_not_meant() -> None:
    there = {f"there-{name}": text.replace("Brackenfold", "Ashminster") for name, text in HELD.items()}
    assert said("Further to Minute 2/17 the Clerk reported.", there).startswith("of the minutes")


def test_numbers_printed_year_first_are_met_as_printed_alone() -> None:
    held = {"june.md": minutes(BOARD, JUNE, took("17/11", "Bus Fares"), took("17/12", "Kerbs"))}
    assert said("Further to Minute 17/12 the Clerk reported.", held) == "transport-scrutiny-board/2017-06-06/item/17-12"
    assert said("Further to Minute 17/19 the Clerk reported.", held).startswith("no minute of Transport Scrutiny Board")


def test_the_order_of_the_documents_makes_no_difference() -> None:
    read = findings(HELD | {"march.md": march("Further to Minute 2/17 and Minute 14/16 the Clerk reported.")})
    one, *others = (link(order, base=BASE).references for order in permutations(read))
    assert len(one) == 2
    assert all(one == other for other in others)


def test_the_graph_has_what_is_meant_and_why() -> None:
    (one,) = findings({"march.md": march("Further to Minute 22 below the Clerk reported.")})
    lines = [line for line, _ in document_triples(one, link([one], base=BASE), " " * one.characters)]
    assert any(
        f"<{CIV.cites}> <{COUNCIL}/meeting/transport-scrutiny-board/2018-03-08/item/22>" in line for line in lines
    )
    assert any(
        f'<{CIV.linkReason}> "item 22 of this record: the words say that it is of this record"' in line
        for line in lines
    )


def test_a_number_may_say_its_municipal_year() -> None:
    assert [spelled(year) for year in (2016, 2017, 1999)] == ["2016/17", "2017/18", "1999/00"]
    assert [parse_number(number).year for number in ("14/17", "14", "C.123", "24/117")] == [2017, None, None, None]
