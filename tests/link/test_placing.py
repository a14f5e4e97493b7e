"""Whose a paper is that names no council."""

from __future__ import annotations

from dataclasses import replace

import pytest

from civicgraph.link.names import Item, Met, Name, Names
from civicgraph.link.placing import place

SIX = ("Cllr A Arabin", "Cllr B Bold", "Cllr C Crawley", "Cllr D Dale", "Cllr E Eames", "Cllr F Fothergill")
OTHERS = ("Cllr G Grantly", "Cllr H Harding", "Cllr J Jupp", "Cllr K Kimble")


def paper(file: str, council: str, body: str, *people: str, year: int = 2024) -> Names:
    found = tuple(Name("person", name, role="councillor", listed=(0,)) for name in sorted(people))
    return Names(file, file, file, council, found, (Met(0, body, f"{year}-05-07", ""),))


def council_of(found: list[Names], file: str) -> str:
    return next(one.council for one in found if one.file == file)


@pytest.mark.parametrize(
    ("body", "people", "council"),
    [
        ("Parenting Panel", (*SIX[:3], *OTHERS[:3]), "Barset County Council"),  # half of them
        ("Parenting Panel", (*SIX[:3], *OTHERS), ""),  # three of seven: they may sit in the district as well
        ("Ullathorne Area Committee", (*SIX[:2], *OTHERS[:3]), "Barset County Council"),  # the body is known too
        ("Barset Roads Panel", (*SIX[:2], *OTHERS[:3]), "Barset County Council"),  # the place is in its name
        ("Ullathorne Area Committee", SIX[:1], ""),  # one man proves nothing
        ("Cabinet", (*SIX[:2], *OTHERS[:3]), ""),  # everybody has a cabinet
        ("Parenting Panel", (), ""),
    ],
)
def test_by_the_people_whom_it_lists(body: str, people: tuple[str, ...], council: str) -> None:
    papers = [
        paper("council.md", "Barset County Council", "Council", *SIX),
        paper("area.md", "Barset County Council", "Ullathorne Area Committee"),
        paper("cabinet.md", "Loamshire County Council", "Cabinet", "Cllr M Moss"),
        paper("panel.md", "", body, *people),
    ]
    found, why = place(papers)
    assert council_of(found, "panel.md") == council
    assert bool(why) == bool(council)


@pytest.mark.parametrize(
    ("body", "shared", "council"),
    [
        ("Planning Committee", 3, ""),  # every council has one, and a Smith
        ("Licensing and Regulatory Sub-Committee", 4, ""),
        ("Allotments Committee", 4, ""),
        ("Planning Committee", 5, "Allington Borough Council"),  # half of the list
        ("Ullathorne Area Committee", 3, "Allington Borough Council"),
    ],
)
def test_surnames_alone(body: str, shared: int, council: str) -> None:
    known = ("Smith", "Jones", "Brown", "Vane", "Kemp", "Lorn", "Marl", "Quill", "Stubbs")
    others = ("Ruddle", "Fitch", "Grote", "Hale", "Thrupp", "Yarrow")
    papers = [
        paper("a.md", "Allington Borough Council", body, *known, year=2018),
        paper("b.md", "", body, *known[:shared], *others[: 9 - shared]),
    ]
    assert council_of(place(papers)[0], "b.md") == council


@pytest.mark.parametrize(("year", "council"), [(2016, "Barset County Council"), (2015, "")])
def test_people_of_another_time_are_others_of_their_names(year: int, council: str) -> None:
    papers = [
        paper("a.md", "Barset County Council", "Council", *SIX, year=year),
        paper("b.md", "", "Parenting Panel", *SIX),
    ]
    assert council_of(place(papers)[0], "b.md") == council


def test_two_councils_that_share_the_people_leave_it_open() -> None:
    papers = [
        paper("county.md", "Barset County Council", "Council", *SIX),
        paper("district.md", "Ullathorne District Council", "Council", *SIX),
        paper("panel.md", "", "Parenting Panel", *SIX),
    ]
    assert council_of(place(papers)[0], "panel.md") == ""


def test_and_and_the_sign_for_it_are_one_council() -> None:
    papers = [
        paper("a.md", "Barset City & County Council", "Council"),
        paper("b.md", "Barset City and County Council", "Council"),
    ]
    assert len({one.council for one in place(papers)[0]}) == 1


def test_papers_of_one_council_that_none_names() -> None:
    papers = [
        paper("a.md", "", "Council", *SIX),
        paper("b.md", "", "Council", *SIX[1:]),
        paper("c.md", "", "Council", *OTHERS),
    ]
    assert {one.file: one.unnamed for one in place(papers)[0]} == {"a.md": "a.md", "b.md": "a.md", "c.md": "c.md"}


def test_two_files_of_one_name_are_of_two_councils() -> None:
    first, second = paper("minutes.md", "", "Council", *SIX), paper("minutes.md", "", "Council", *OTHERS)
    papers = [replace(first, key="a", path="north/minutes.md"), replace(second, key="b", path="south/minutes.md")]
    assert {one.unnamed for one in place(papers)[0]} == {"minutes.md", "south/minutes.md"}


LONG = "Capital Programme 2031-41 and Revenue Budget 2031-32 (including Council Tax Setting)"


def business(file: str, council: str, *titles: str, start: str = "", body: str = "County Council") -> Names:
    items = tuple(Item(0, str(n), title, planned=not council) for n, title in enumerate(titles, 1))
    return Names(file, file, file, council, (), (Met(0, body, "2031-02-13", start),), items=items)


@pytest.mark.parametrize(
    ("titles", "start", "council"),
    [
        (("Apologies", "Statement of the Chief Finance Officer", LONG), "", "Barset County Council"),
        (
            ("Statement of the Chief Finance Officer", LONG, "Motions", "Roads of Ullathorne"),
            "",
            "Barset County Council",
        ),
        (("Apologies", LONG), "", ""),  # one title may be another council's
        (("Statement of the Chief Finance Officer", "Pay Policy"), "", ""),  # and so may a few words
        (
            ("Statement of the Chief Finance Officer", LONG, "Roads of Puddingdale", "Town Weirs", "Honey Bees"),
            "",
            "",
        ),  # not half
        (("Statement of the Chief Finance Officer", LONG), "14:00", ""),  # another hour
    ],
)
def test_an_agenda_by_the_business_of_its_minutes(titles: tuple[str, ...], start: str, council: str) -> None:
    told = ("Apologies", "Statement of the Chief Finance Officer", LONG, "Pay Policy", "Local Plan", "School Meals")
    papers = [
        business("minutes.md", "Barset County Council", *told, start="10:00"),
        business("cabinet.md", "Loamshire County Council", *told, body="Cabinet"),
        business("agenda.md", "", *titles, start=start),
    ]
    found, why = place(papers)
    assert council_of(found, "agenda.md") == council
    assert bool(why) == bool(council)


def test_two_councils_with_the_same_business_leave_it_open() -> None:
    told = ("Statement of the Chief Finance Officer", LONG)
    papers = [business(f"{name}.md", name, *told) for name in ("Barset County Council", "Loamshire County Council", "")]
    assert council_of(place(papers)[0], ".md") == ""
