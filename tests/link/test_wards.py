"""Which ward of the lists a name means: the one of that council, of that day, where one alone fits."""

from __future__ import annotations

import pytest

from civicgraph.link.names import Met, Name, Names
from civicgraph.link.wards import link_wards, ward_key
from civicgraph.values.gazetteer import ward_lists, wards

OLD = tuple(ward.name for ward in wards()["HAR"] if ward.year == 2016)  # one council drew all its wards anew …
NEW = tuple(ward.name for ward in wards()["HAR"] if ward.year == 2024)  # … and kept some of their names


def codes(council: str, on: str, *named: str) -> dict[str, str]:
    met = (Met(index=0, body="Council", date=on, start=""),) if on else ()
    names = tuple(Name("ward", name) for name in named)
    document = Names(key="a", path="a", file="a", council=council, names=names, meetings=met)
    found = (entity for entity, _ in link_wards("https://e.org/c", [document]))
    return {entity.label: iri.rsplit("/", 1)[1] for entity in found for iri in entity.same_as}


def test_the_lists_have_what_these_tests_stand_on() -> None:
    assert "Bush Fair" in OLD and "Bush Fair" in NEW and "Toddbrook" not in NEW
    assert ward_lists()[0] == 2016


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2019-05-20", "E05004179"),
        ("2025-06-12", "E05015680"),
        ("2024-03-01", None),  # before or after the change of that year: the lists do not tell
        ("2016-03-01", None),  # the first list does not say since when
        ("2009-06-04", None),
    ],
)
def test_the_day_tells_which_ward_of_a_name(on: str, code: str | None) -> None:
    assert codes("Harlow District Council", on, "Bush Fair").get("Bush Fair") == code


def test_a_ward_that_went_is_not_linked_from_later_papers() -> None:
    assert codes("Harlow District Council", "2019-05-20", "Toddbrook")
    assert not codes("Harlow District Council", "2025-05-20", "Toddbrook")


def test_one_name_in_two_councils() -> None:
    abbey = {
        codes(council, "2019-05-20", "Abbey").get("Abbey")
        for council in ("Reading Borough Council", "Derby City Council")
    }
    assert len(abbey) == 2 and None not in abbey
    assert not codes("Moss End Parish Council", "2019-05-20", "Abbey")  # no list has the council


def test_a_list_of_councillors_without_a_day_is_known_by_all_its_wards() -> None:
    assert codes("Harlow District Council", "", *OLD)["Bush Fair"] == "E05004179"
    assert codes("Harlow District Council", "", *NEW)["Bush Fair"] == "E05015680"


def test_without_a_day_a_few_wards_tell_nothing() -> None:
    assert not codes("Harlow District Council", "", "Bush Fair", "Toddbrook")
    both = {*OLD} & {*NEW}
    assert not codes("Harlow District Council", "", *both)
    assert not codes("Harlow District Council", "", *OLD, "Moss Side")  # a ward of no list


def test_the_printed_name_stays_and_the_link_says_why() -> None:
    names = (Name("ward", "Bush Fair Ward"),)
    met = (Met(index=0, body="Council", date="2019-05-20", start=""),)
    document = Names(key="a", path="a", file="a", council="Harlow District Council", names=names, meetings=met)
    ((entity, _),) = link_wards("https://e.org/c", [document])
    assert (entity.label, entity.iri) == ("Bush Fair Ward", "https://e.org/c/ward/bush-fair-e05004179")
    (reason,) = entity.reasons
    assert "the only ward of that name of Harlow District Council on 2019-05-20" in reason.value


def test_a_ward_and_its_successor_of_one_name_are_two() -> None:
    papers = [
        Names(
            key=on, path=on, file=on, council="Harlow District Council", names=(Name("ward", "Bush Fair"),),
            meetings=(Met(index=0, body="Council", date=on, start=""),),
        )
        for on in ("2019-05-20", "2025-05-20", "2024-03-01")
    ]  # fmt: skip
    assert len(list(link_wards("https://e.org/c", papers))) == 3  # and one that is left open


def test_ward_key() -> None:
    assert ward_key("St. Mary's & Park Ward") == ward_key("St Marys and Park")
    assert ward_key("Upper Stoke") != ward_key("Lower Stoke")
