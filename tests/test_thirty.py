"""The questions of the thirty that test_questions.py leaves: what a reader finds in the five sample documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from civicgraph.store import open_store
from test_questions import (
    BOARD,
    BOARD_2017,
    BOARD_2023,
    CABINET_MEMBER_2018,
    HOMES,
    MEMBER,
    MST,
    OLD_MEMBER,
    PACK,
    answer,
    has,
    starts,
)  # fmt: skip
from thirty import README, THIRTY, table, written

CONFERENCE = "Report on Coventry, Warwickshire and Solihull Adoption Conference on 21 January 2013"
REVIEW = (
    "Update on the progress on the implementation of the Fundamental Service Review within the Children, Learning & "
    "Young People's Directorate"
)


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


@pytest.mark.parametrize("on", ["2013-01-22", "2013-03-31", "2018-06-30", "2023-12-31"])
@pytest.mark.parametrize("days", ["0", "61"])
def test_no_recommendation_is_unanswered(store: Store, on: str, days: str) -> None:
    """Both were answered at the meeting that took them: of 2013 accepted, of 2018 noted."""
    assert answer(store, "unanswered", "what", on=on, days=days) == []


def test_key_decisions(store: Store) -> None:
    """Three front sheets, all of one pack; of the meeting of 28 March we have nothing."""
    found = answer(store, "key-decisions", "date body item title key_decision scrutiny shown other_bodies to_council")
    briefing = "The last update was an all Member scrutiny briefing on 25 September 2012"
    assert found == [
        ("2013-03-12", OLD_MEMBER, "4", CONFERENCE, "No", "No", "", "No", "No"),
        (
            "2013-03-12",
            OLD_MEMBER,
            "5",
            MST,
            "No",
            "Yes, due to be presented on 28th March 2013",
            "not-held",
            "No",
            "No",
        ),
        ("2013-03-12", OLD_MEMBER, "6", REVIEW, "No", briefing, "", "No", "No"),
    ]
    assert answer(store, "key-decisions", "item", scrutiny="no") == [("4",)]
    assert answer(store, "key-decisions", "item", key="yes") == []
    ((quote,),) = answer(store, "key-decisions", "quote", scrutiny="yes")
    assert (
        quote.split()
        == "Has it been or will it be considered by Scrutiny? Yes, due to be presented on 28th March 2013".split()
    )


def test_no_resolution_departs_from_a_report(store: Store) -> None:
    """The pack's proposals are for 12 March 2013, whose minutes we do not have; of the other reports no text."""
    assert answer(store, "departures", "text") == []


def test_outstanding(store: Store) -> None:
    """Two entries were decided on in 2013; an agenda and the minutes of 2018 say that there were none."""
    title = "Outstanding Issues Report"
    found = starts(answer(store, "outstanding", "date item title action status document text"))
    has(
        found,
        {
            ("2013-01-22", "28", title, "note", "recorded", PACK, "The Cabinet Member"),
            ("2013-01-22", "28", title, "request", "recorded", PACK, "requested that the"),
            ("2013-01-22", "28", title, "amend", "resolved", PACK, "Item 1 headed"),
            ("2013-01-22", "28", title, "schedule", "resolved", PACK, "Item 2 headed"),
            ("2013-03-12", "7", title, "", "", PACK, ""),
            ("2017-10-12", "22", "Outstanding Issues", "note", "recorded", BOARD_2017, "The Scrutiny Board"),
            ("2018-04-16", "27", title, "", "", CABINET_MEMBER_2018, ""),
        },
    )
    assert len(found) == 8  # the board noted two things
    assert {row[0] for row in answer(store, "outstanding", "date", body="Scrutiny Board 2")} == {"2017-10-12"}
    assert {row[0] for row in answer(store, "outstanding", "date", body=MEMBER)} == {
        "2013-01-22",
        "2013-03-12",
        "2018-04-16",
    }


def test_organisations(store: Store) -> None:
    found = {row[0]: row[1:] for row in answer(store, "organisations", "organisation documents programmes bodies")}
    assert found["Department for Education"] == (
        "2",
        "Alternative Delivery Models; KEEP Programme; Multi Systemic Therapy",
        MEMBER,
    )
    assert found["Bridges Fund Management"] == ("1", "Family Drug and Alcohol Court; Life Chances Fund", MEMBER)
    assert found["Coventry and Warwickshire Partnership NHS Trust"] == ("1", "Multi Systemic Therapy", MEMBER)
    assert found["Ofsted"] == ("2", "", f"{MEMBER}; {BOARD}")
    assert {row[0] for row in answer(store, "organisations", "organisation", least="2")} == {
        "Department for Education",
        "Ofsted",
    }
    assert len(answer(store, "organisations", "organisation", organisation="DfE")) == 1
    assert answer(store, "organisations", "organisation", organisation="Bridge") == []


def test_joint_work(store: Store) -> None:
    """The agency of four councils. The conference of three in 2013 and the partners of the Worcestershire page are
    named by place alone ("Warwickshire and Solihull"), and a place is not taken for its council."""
    councils = "Solihull Metropolitan Borough Council; Warwickshire County Council; Worcestershire County Council"
    assert answer(store, "joint-work", "kind date item title councils document") == [
        ("item", "2017-10-12", "21", "Creation of a Regional Adoption Agency", councils, BOARD_2017)
    ]
    assert answer(store, "joint-work", "title", words="potholes") == []


@pytest.mark.parametrize("ward", ["", "Radford"])
def test_wards(store: Store, ward: str) -> None:
    """All three front sheets say "All"; of the meeting that they are for we have no minutes."""
    found = answer(store, "wards", "date item title wards decided document", **({"ward": ward} if ward else {}))
    items = {"4": CONFERENCE, "5": MST, "6": REVIEW}
    assert found == [("2013-03-12", item, title, "All", "", PACK) for item, title in items.items()]


def test_executive_record(store: Store) -> None:
    """Of all that the cabinet member resolved we have day, item and report; reasons are not read."""
    found = answer(store, "executive-record", "date item label report conflicts lacks not_read")
    counted = {key: sum(row[:2] == key for row in found) for key in {row[:2] for row in found}}
    assert counted == {
        ("2013-01-22", "25"): 1,
        ("2013-01-22", "26"): 2,
        ("2013-01-22", "27"): 8,
        ("2013-01-22", "28"): 2,
        ("2018-04-16", "25"): 3,
        ("2018-04-16", "26"): 2,
    }
    assert {row[4:] for row in found} == {("", "", "reasons; alternatives; dispensations")}
    assert all(row[3] for row in found)
    assert answer(store, "executive-record", "date", to="2012-12-31") == []
    assert answer(store, "executive-record", "date", body="Scrutiny Board 2") == []


def test_noted_only(store: Store) -> None:
    """Under minutes 20 and 21 of 2017 and 18 of 2023 the board also asked or agreed something."""
    found = starts(answer(store, "noted-only", "date item title document text", body="Scrutiny Board 2"))
    has(
        found,
        {
            ("2017-10-12", "22", "Outstanding Issues", BOARD_2017, "The Scrutiny Board"),
            ("2017-10-12", "23", "Work Programme", BOARD_2017, "The Board noted"),
            ("2023-11-23", "20", HOMES, BOARD_2023, "the Board noted"),
        },
    )
    assert len(found) == 4  # two clauses of minute 22
    assert answer(store, "noted-only", "date", body=MEMBER) == []
    within = {"from": "2018-01-01", "to": "2023-12-31"}
    assert answer(store, "noted-only", "date item", **within) == [("2023-11-23", "20")]


def test_the_table_of_the_readme_is_what_the_graph_says(store: Store) -> None:
    """Where it is not: python tests/thirty.py."""
    text = README.read_text(encoding="utf-8")
    assert text == written(text, store)


def test_the_table_asks_thirty_questions_and_says_why_there_is_no_answer(store: Store) -> None:
    lines = table(store).splitlines()[2:]
    assert len(lines) == 30
    assert all(line.rpartition("| none: ")[2].strip(" |") for line in lines)
    empty = [one.name for one, line in zip(THIRTY, lines, strict=True) if "| none: " in line]
    assert empty == ["unanswered", "departures", "deferred"]
    assert [one.name for one in THIRTY if one.empty] == empty
