"""Which names are one body: made-up councils, the faults that fuzzy matching makes."""

from __future__ import annotations

import pytest

from civicgraph.link.bodies import link_bodies
from civicgraph.link.bodynames import body_key, continues, same_body, short_name
from civicgraph.link.names import Met, Name, Names


def names(key: str, *bodies: str, date: str = "2020-01-01") -> Names:
    found = tuple(Name("body", body) for body in sorted(bodies))
    return Names(
        key=key,
        path=key,
        file=key,
        council="Barset County Council",
        names=found,
        meetings=(Met(0, bodies[0], date, ""),),
    )


def clusters(*documents: Names) -> list[set[str]]:
    return [{name for _, _, name in uses} for _, uses in link_bodies("https://e.org/barset", list(documents))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cabinet Member (Highways)", "Cabinet Member for Highways"),
        ("HEALTH SCRUTINY COMMITTEE", "Health Scrutiny Committee"),
        ("Health and Housing Panel", "Health & Housing Panel"),
        ("Council", "Full Council"),
        ("Children's Services Scrutiny Board (2)", "Children's Scrutiny Board (2)"),
        ("Task and Finish Group on Potholes", "Highways Scrutiny Board (3) Task & Finish Group on Potholes"),
    ],
)
def test_one_body_under_two_names(a: str, b: str) -> None:
    assert same_body(body_key(a), body_key(b), one_document=False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Scrutiny Board 2", "Scrutiny Board 3"),
        ("Highways Scrutiny Board (2)", "Highways Scrutiny Board (3)"),
        ("Cabinet", "Cabinet Member for Highways"),
        ("Cabinet Member for Highways", "Cabinet Member for Housing"),
        ("Planning Committee", "Planning Sub-Committee"),
        ("Health Scrutiny Committee", "Scrutiny Committee"),
        ("Task and Finish Group on Potholes", "Task and Finish Group on Parking"),
        ("Education Scrutiny Board (2)", "Education Scrutiny Board (2) Task and Finish Group on Truancy"),
    ],
)
def test_two_bodies(a: str, b: str) -> None:
    assert not same_body(body_key(a), body_key(b), one_document=False)


def test_a_short_name_is_understood_within_its_document_only() -> None:
    one = names("a", "Education Scrutiny Board (2)", "Scrutiny Board (2)")
    other = names("b", "Scrutiny Board (2)")
    assert clusters(one) == [{"Education Scrutiny Board (2)", "Scrutiny Board (2)"}]
    assert len(clusters(one, other)) == 2


def test_two_candidates_left_no_link() -> None:
    document = names("a", "Health Overview Board", "Health Scrutiny Board", "Health Board of Review")
    assert len(clusters(document)) == 3


def test_a_numbered_board_is_found_by_its_short_name() -> None:
    assert short_name(body_key("Education and Children's Services Scrutiny Board (2)")) == "Scrutiny Board 2"
    assert short_name(body_key("Planning Committee")) == ""


def test_a_board_of_the_same_number_continues_one_of_another_title() -> None:
    old, new = (
        body_key("Children and Young People Scrutiny Board (Scrutiny Board 2)"),
        body_key("Education Scrutiny Board (2)"),
    )
    assert continues(old, new)
    assert not continues(old, body_key("Education Scrutiny Board (3)"))
    assert not continues(old, body_key("Education Panel (2)"))


def test_the_parent_of_a_group_is_the_body_in_front_of_it() -> None:
    document = names("a", "Roads Scrutiny Board (4)", "Roads Scrutiny Board (4) Task and Finish Group on Kerbs")
    entities = [entity for entity, _ in link_bodies("https://e.org/barset", [document])]
    group = next(entity for entity in entities if entity.detail == "task-and-finish")
    assert group.parent == "https://e.org/barset/body/roads-scrutiny-board-4"


def test_an_acronym_is_the_body_that_defines_it() -> None:
    found = (Name("body", "Adoption Support Panel", acronym="ASP"), Name("body", "ASP"))
    document = Names("a", "a", "a", "Barset County Council", found, ())
    assert clusters(document) == [{"Adoption Support Panel", "ASP"}]


def test_a_working_party_on_a_theme_and_the_theme_s_working_party_are_one() -> None:
    on, of = body_key("Working Party on the Town Clock"), body_key("Town Clock Working Party")
    assert same_body(on, of, one_document=True)
    assert not same_body(on, body_key("Town Hall Working Party"), one_document=True)
