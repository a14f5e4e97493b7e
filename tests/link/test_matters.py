"""Items about one thing, meeting after meeting; and items whose titles only look like it."""

from __future__ import annotations

from itertools import permutations

import pytest

from brackenfold import BASE, COUNCIL, agenda, findings, linked, minutes, took
from civicgraph.graph import derived_quads
from civicgraph.link import link
from civicgraph.link.matters.subjects import subject
from civicgraph.model import Continuation, Register

BOARD, CABINET = "Transport Scrutiny Board", "Cabinet"
JUNE, JULY, OCTOBER, NEXT_YEAR = "3 June 2024", "1 July 2024", "7 October 2024", "9 June 2025"


def chain(register: Register) -> list[tuple[str, str, str]]:
    """(earlier, later, "found" or "possible") of every link: "transport-scrutiny-board 2024-06-03 item 4"."""
    return sorted(
        (_short(one.earlier), _short(one.later), "found" if one.stated else "possible")
        for matter in register.matters
        for one in matter.continued
    )


def _short(iri: str) -> str:
    return iri.removeprefix(f"{COUNCIL}/meeting/").replace("/", " ")


def only(register: Register) -> Continuation:
    [matter] = register.matters
    [found] = matter.continued
    return found


def two(
    a: str, b: str, *, bodies: tuple[str, str] = (BOARD, BOARD), days: tuple[str, str] = (JUNE, OCTOBER)
) -> Register:
    """What is made of two titles."""
    return linked(
        {
            "a.md": minutes(bodies[0], days[0], took("4", a), took("5", "Cycle Storage at Depots")),
            "b.md": minutes(bodies[1], days[1], took("14", b), took("15", "Pigeons on the Viaduct")),
        }
    )


# -- by their titles -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tram Stop Shelters", "Tram Stop Shelters"),
        ("Update on Tram Stop Shelters", "Creation of Tram Stop Shelters"),
        ("Tram Stop Shelters", "Tram Stop Shelters and Seating: Progress Report"),
        ("Tram Stop Shelters", "Recommendations from the Shelters Task and Finish Group on Tram Stop Shelters"),
        ("Access to GP Appointments", "Access to GP Appointments - Update"),
        ("Retention of Tram Drivers", "Tram Driver Recruitment and Retention"),
    ],
)
def test_titles_of_one_matter(a: str, b: str) -> None:
    assert [state for *_, state in chain(two(a, b))] == ["possible"]
    assert chain(two(b, a)), "whichever comes first"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tram Stop Shelters", "Taxi Licences"),
        ("Work Programme", "Work Programme"),
        ("Minutes of the Shelters Panel", "Minutes of the Shelters Panel"),
        ("Motion submitted by Councillor B Quill", "Question submitted by Councillor B Quill"),
        ("Tunnels and Viaducts Directorate", "Tunnels and Viaducts Directorate"),
        ("Flood Warnings since the last meeting", "Flood Warnings since the last meeting"),
        ("Road Safety Strategy", "Road Safety Budget"),  # words of many titles
        ("Parking Charges 2023/24", "Parking Charges 2024/25"),  # a year of a series
        ("Tram Fares Annual Report", "Tram Fares Annual Report"),  # before one body again
        ("Traffic Regulation Order: Oak Road", "Traffic Regulation Order: Elm Road"),
        ("Application for a Dropped Kerb at Oak Farm", "Application for a Dropped Kerb at Elm Farm"),
        ("Tram Depot Lighting", "Tram Depot Asbestos"),  # each has what the other has not
        ("Tram Fares", "Trams"),
    ],
)
def test_titles_of_two(a: str, b: str) -> None:
    assert chain(two(a, b)) == []
    assert chain(two(b, a)) == []


def test_a_title_that_names_the_body_whose_recommendation_it_is() -> None:
    """Two words in common are not enough by themselves; with the body that one names, they may be."""
    a = "Improving the Quality of Tram Drivers"
    b = f"Recommendations from the {BOARD} Task and Finish Group on the Retention of Tram Drivers"
    found = only(two(a, b, bodies=(BOARD, CABINET)))
    assert not found.stated
    assert found.doubt == (
        "no paper says that the one follows the other: of their titles they have \u2018tram driver\u2019 in common"
    )
    assert [reason.feature for reason in found.reasons] == [
        "Both titles have two words next to each other that few titles have",
        "The title of the one names the body of the other",
        "They are no more than a year apart",
    ]
    assert chain(two(a, "Retention of Tram Drivers", bodies=(BOARD, CABINET))) == []


def test_a_report_that_goes_from_year_to_year_goes_from_body_to_body_in_one() -> None:
    a, b = "Tram Fares Annual Report", "Tram Fares Annual Report"
    assert chain(two(a, b, bodies=(BOARD, CABINET), days=(JUNE, JULY)))
    assert chain(two(a, b, bodies=(BOARD, CABINET), days=(JUNE, NEXT_YEAR))) == []


def test_a_title_that_a_body_always_takes_is_of_no_matter() -> None:
    days = (JUNE, JULY, OCTOBER, NEXT_YEAR)
    papers = {f"{n}.md": minutes(BOARD, day, took(f"{n}4", "Tram Stop Shelters")) for n, day in enumerate(days, 1)}
    assert chain(linked(papers)) == []


def test_each_item_leads_to_the_next() -> None:
    papers = {
        "a.md": minutes(BOARD, JUNE, took("4", "Tram Stop Shelters"), took("5", "Taxi Licences")),
        "b.md": minutes(CABINET, JULY, took("14", "Tram Stop Shelters")),
        "c.md": minutes(BOARD, OCTOBER, took("24", "Update on Tram Stop Shelters")),
        "d.md": minutes(BOARD, NEXT_YEAR, took("34", "Pigeons")),
    }
    board, cabinet = "transport-scrutiny-board", "cabinet"
    expected = [
        (f"{cabinet} 2024-07-01 item 14", f"{board} 2024-10-07 item 24", "possible"),
        (f"{board} 2024-06-03 item 4", f"{cabinet} 2024-07-01 item 14", "possible"),
    ]
    assert chain(linked(papers)) == expected
    read = findings(papers)
    quads = [list(derived_quads(link(list(order), base=BASE))) for order in permutations(read)]
    assert all(one == quads[0] for one in quads), "in whatever order they come"


def test_what_is_planned_and_what_was_held_are_one_occasion() -> None:
    register = linked(
        {
            "agenda.md": agenda(
                BOARD, f"Monday, {OCTOBER}", "1. Apologies", "2. Tram Stop Shelters", "3. Taxi Licences"
            ),
            "a.md": minutes(BOARD, JUNE, took("4", "Tram Stop Shelters")),
            "b.md": minutes(BOARD, OCTOBER, took("14", "Tram Stop Shelters"), took("15", "Taxi Licences")),
        }
    )
    [matter] = register.matters
    assert sorted(map(_short, matter.items)) == [
        "transport-scrutiny-board 2024-06-03 item 4",
        "transport-scrutiny-board 2024-10-07 agenda 2",
        "transport-scrutiny-board 2024-10-07 item 14",
    ]
    assert len(matter.continued) == 1


# -- by what papers state --------------------------------------------------------------------------------------------


def test_a_minute_that_is_cited() -> None:
    told = "Further to Minute 4 of the meeting of the Transport Scrutiny Board held on 3 June 2024, officers reported."
    register = linked(
        {
            "a.md": minutes(BOARD, JUNE, took("4", "Tram Stop Shelters"), took("5", "Taxi Licences")),
            "b.md": minutes(BOARD, OCTOBER, took("14", "Glass in the Park", told), took("15", "Pigeons")),
        }
    )
    found = only(register)
    assert (found.stated, found.doubt) == (True, "")
    assert found.reasons[0].feature == "The later cites the minute of the earlier"
    assert "Tram Stop Shelters" in found.reasons[0].value


def test_a_decision_that_is_cited_by_its_number_was_before_a_body_before_that() -> None:
    """And not after: what cites it stands between two meetings that had it."""
    had = "24/00108 - Seats at Tram Stops"
    papers = {
        "a.md": minutes(BOARD, JUNE, took("4", had), took("5", "Taxi Licences")),
        "b.md": minutes(
            CABINET, JULY, took("14", "Glass in the Park", "Decision 24/00108 was recalled."), took("15", "Pigeons")
        ),
        "c.md": minutes(BOARD, OCTOBER, took("24", f"{had} and Benches"), took("25", "Ponds")),
    }
    cited = [one for one in linked(papers).matters for one in one.continued if "cites" in one.reasons[0].feature]
    first, between = "transport-scrutiny-board 2024-06-03 item 4", "cabinet 2024-07-01 item 14"
    assert (first, between) in {(_short(one.earlier), _short(one.later)) for one in cited}


def test_what_is_passed_on_to_the_body_that_takes_it() -> None:
    sent = "RESOLVED that the report on tram stop shelters be referred to the Cabinet."
    a = "4. Tram Stop Shelters\n\nThe Board considered a report of the Director of Transport.\n\n" + sent
    papers = {
        "a.md": minutes(BOARD, JUNE, a, took("5", "Taxi Licences")),
        "b.md": minutes(CABINET, JULY, took("14", "Tram Stop Shelters: Seating"), took("15", "Pigeons")),
    }
    assert only(linked(papers)).stated
    later = minutes(CABINET, "7 July 2025", took("14", "Tram Stop Shelters: Seating"), took("15", "Pigeons"))
    assert not only(linked({**papers, "b.md": later})).stated, "more than a year after"


@pytest.mark.parametrize(
    ("told", "others", "joined"),
    [
        ("the recommendation of the Transport Scrutiny Board of 3 June 2024", "", True),
        ("the recommendation of the Transport Scrutiny Board, at its meeting held on 3 June", "", True),
        ("the recommendation of the Transport Scrutiny Board of 6 May 2024", "", False),
        ("the recommendation of the Transport Scrutiny Board", "", False),
        ("the recommendation of the Transport Scrutiny Board of 3 June 2024", "reserve taxis for the ferry", False),
    ],
)
def test_what_is_taken_up_by_the_day_on_which_it_was_passed_on(told: str, others: str, joined: bool) -> None:
    """A day tells it where the titles say too little, and where one thing was passed on that day."""
    passed = "RESOLVED that the Cabinet be recommended to"
    sent = [f"4. Reserves Strategy\n\n{passed} hold two millions."]
    sent += [f"5. Reserves of Taxis\n\n{passed} {others}."] if others else []
    taken = f"14. Recommendation on Reserves\n\nThe Cabinet considered {told}.\n\n"
    register = linked(
        {
            "a.md": minutes(BOARD, JUNE, *sent, took("6", "Cycle Storage at Depots")),
            "b.md": minutes(
                CABINET, JULY, taken + "RESOLVED that the recommendation be approved.", took("15", "Pigeons")
            ),
        }
    )
    found = [("transport-scrutiny-board 2024-06-03 item 4", "cabinet 2024-07-01 item 14", "found")]
    assert chain(register) == (found if joined else [])


def test_one_that_is_taken_up_by_its_day_has_another_title() -> None:
    taken = (
        "14. Recommendation on Bridges\n\nThe Cabinet considered the recommendation of the Transport Scrutiny Board of "
        "3 June 2024.\n\nRESOLVED that the recommendation be approved."
    )
    sent = "4. Reserves Strategy\n\nRESOLVED that the Cabinet be recommended to hold two millions."
    papers = {
        "a.md": minutes(BOARD, JUNE, sent, took("5", "Taxi Licences")),
        "b.md": minutes(CABINET, JULY, taken, took("15", "Pigeons")),
    }
    assert chain(linked(papers)) == []


def test_an_entry_of_a_list_is_of_its_matter_and_the_list_is_not() -> None:
    listed = "28. Outstanding Issues\n\nRESOLVED that Item 1 headed \u201cTram Stop Shelters\u201d be deleted."
    register = linked(
        {
            "a.md": minutes(BOARD, JUNE, listed, took("29", "Taxi Licences")),
            "b.md": minutes(BOARD, JULY, took("34", "Tram Stop Shelters"), took("35", "Pigeons")),
        }
    )
    [matter] = register.matters
    assert chain(register) == [
        ("transport-scrutiny-board 2024-06-03 item 28", "transport-scrutiny-board 2024-07-01 item 34", "possible")
    ]
    assert list(map(_short, matter.items)) == ["transport-scrutiny-board 2024-07-01 item 34"]
    assert matter.title == "Tram Stop Shelters"


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("Report back from the Scrutiny Task & Finish Group on Trams", ("tram",)),
        ("Reference from the Transport Panel: Tram Stops", ("tram", "stop")),
        ("Update on the Progress of the Tram Stop Review 2024", ("tram", "stop")),
        ("Any Other Business", ()),
    ],
)
def test_what_a_title_is_about(title: str, core: tuple[str, ...]) -> None:
    assert subject(title).core == core


def test_matters_arising_that_cite_two_things_make_no_one_matter_of_them() -> None:
    arising = (
        "3. Matters Arising\n\nFurther to Minute 4 of 3 June 2024, the Board was told of the trams.\n\n"
        "Further to Minute 7 of 3 June 2024, the Board was told of the rents."
    )
    register = linked(
        {
            "june.md": minutes(BOARD, JUNE, took("4", "Tram Lines to the Hospital"), took("7", "Allotment Rents")),
            "july.md": minutes(BOARD, JULY, arising, took("5", "Tram Lines to the Hospital")),
        }
    )
    titles = {matter.title for matter in register.matters}
    assert len(register.matters) == len(titles) > 1
