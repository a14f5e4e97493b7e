"""Which names are one programme, and what an acronym means."""

from __future__ import annotations

import pytest

from civicgraph.link.entities import Linked, Open
from civicgraph.link.names import Name, Names
from civicgraph.link.programmes import link_programmes, programme_key

COUNCIL = "Coventry City Council"  # one that reference data knows, for its place name
SAFE = Name("programme", "Safer Streets Together", acronym="SST")
SWIM = Name("programme", "School Swim Training", acronym="SST")
SHORT = Name("programme", "SST")


def document(key: str, *found: Name) -> Names:
    return Names(key=key, path=key, file=key, council=COUNCIL, names=found, meetings=())


def programmes(*documents: Names) -> tuple[list[Linked], list[Open]]:
    found = list(link_programmes("https://e.org/c", list(documents)))
    return [one for one in found if not isinstance(one, Open)], [one for one in found if isinstance(one, Open)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("STEP Programme", "STEP"),
        ("Warm Homes scheme", "Warm Home Scheme"),
        ("Coventry STEP", "STEP"),
        ("Local Plan 2024-39", "Local Plan 2024-2039"),
        ("Priority Devolution Programme", "Devolution Priority Programme"),
    ],
)
def test_one_programme(a: str, b: str) -> None:
    assert programme_key(a, "Coventry") == programme_key(b, "Coventry")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Budget 2017/18", "Budget 2018/19"),
        ("Corporate Plan 2016-24", "Corporate Plan 2024-32"),
        ("Corporate Plan", "Corporate Plan 2016-24"),
        ("Coventry Plan", "Plan"),  # a place that is the name stays
    ],
)
def test_two_programmes(a: str, b: str) -> None:
    assert programme_key(a, "Coventry") != programme_key(b, "Coventry")


def test_an_acronym_means_what_the_documents_define_and_says_so() -> None:
    ((entity, uses),), unsure = programmes(
        document("a", SAFE, Name("programme", "SST Programme")), document("b", SHORT)
    )
    assert not unsure
    assert (entity.label, entity.acronym) == ("Safer Streets Together", "SST")
    assert {name for _, _, name in uses} == {"Safer Streets Together", "SST Programme", "SST"}
    assert {join.reasons[0].value for join in entity.joins} == {
        "SST: Safer Streets Together",
        "SST Programme: Safer Streets Together",
    }


def test_an_acronym_of_two_programmes_stays_open_with_both() -> None:
    found, unsure = programmes(document("a", SAFE, SWIM, SHORT))
    assert len(found) == 3
    assert {one.judgement.reasons[0].value for one in unsure} == {
        "SST: Safer Streets Together",
        "SST: School Swim Training",
    }


def test_a_document_means_what_it_defines_itself() -> None:
    found, unsure = programmes(document("a", SAFE, SHORT), document("b", SWIM, SHORT), document("c", SHORT))
    assert sorted(sorted(uses) for _, uses in found) == [
        [("a", "programme", "SST"), ("a", "programme", "Safer Streets Together")],
        [("b", "programme", "SST"), ("b", "programme", "School Swim Training")],
        [("c", "programme", "SST")],
    ]
    assert len(unsure) == 2


def test_a_plan_without_its_years_is_the_only_one_of_its_document() -> None:
    plain, first, second = (Name("programme", f"Local Plan{years}") for years in ("", " 2016-24", " 2024-32"))
    assert sorted(len(uses) for _, uses in programmes(document("a", plain, first))[0]) == [2]
    assert sorted(len(uses) for _, uses in programmes(document("a", plain, first, second))[0]) == [1, 1, 1]
    assert len(programmes(document("a", plain), document("b", first))[0]) == 2
