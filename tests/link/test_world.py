"""Which council or public body of the lists a name means: by day, by nation, by what the document defines."""

from __future__ import annotations

import pytest

from civicgraph.link.names import Met, Name, Names
from civicgraph.link.register import build
from civicgraph.link.world import Setting, meant_council, meant_organisation, setting
from civicgraph.values.gazetteer import nation_of

ENGLAND = Setting("2019-06-04", "England")
REGISTER = "https://www.gov.uk/government/organisations/"


def document(council: str, on: str, *organisations: str, key: str = "a") -> Names:
    met = (Met(index=0, body="Cabinet", date=on, start=""),) if on else ()
    names = tuple(Name("organisation", name) for name in organisations)
    return Names(key=key, path=key, file=key, council=council, names=names, meetings=met)


def linked(name: str, at: Setting = ENGLAND, **defined: str) -> tuple[str, tuple[str, ...]]:
    meant = meant_organisation(name, at, defined)
    return meant.label, meant.same_as


def test_a_link_says_why() -> None:
    meant = meant_organisation("Department of Health", ENGLAND, {})
    assert meant.same_as == (f"{REGISTER}department-of-health-and-social-care",)
    (reason,) = meant.reasons
    assert reason.feature == "in GOV.UK's register of organisations"
    assert reason.value == "“Department of Health” is a name of Department of Health and Social Care"


# -- by day ------------------------------------------------------------------------------------------------------------


def test_a_dissolved_council_has_no_identifiers_after_its_end() -> None:
    before = meant_council("Cumbria County Council", Setting("2022-11-01", "England"))
    after = meant_council("Cumbria County Council", Setting("2023-11-01", "England"))
    assert before and after
    assert before.same_as
    assert (after.same_as, after.identifiers) == ((), ())
    assert after.key == before.key  # the same council still


def test_a_council_has_none_before_it_began() -> None:
    meant = meant_council("West Northamptonshire Council", Setting("2019-02-05", "England"))
    assert meant is not None and meant.same_as == ()


def test_a_council_s_own_paper_without_a_day_is_of_its_time() -> None:
    register = build([document("Cumbria County Council", "")], "https://e.org/")
    (council,) = register.entities.values()
    assert any(iri.endswith("E10000006") for iri in council.same_as)
    assert council.identifiers == ("GB-LAE-CMA",)


@pytest.mark.parametrize(
    ("on", "ending"),
    [
        ("2019-06-04", "ministry-of-housing-communities-and-local-government"),
        ("2025-06-04", "ministry-of-housing-communities-local-government"),
        ("2023-06-04", None),  # it had another name then
    ],
)
def test_two_bodies_of_one_name_are_told_by_the_day(on: str, ending: str | None) -> None:
    _, same_as = linked("Ministry of Housing, Communities and Local Government", Setting(on, "England"))
    assert [iri.removeprefix(REGISTER) for iri in same_as if iri.startswith(REGISTER)] == ([ending] if ending else [])


def test_a_body_that_ended_is_not_linked_from_later_papers() -> None:
    assert linked("Public Health England", Setting("2020-03-01", "England"))[1]
    assert not linked("Public Health England", Setting("2024-03-01", "England"))[1]
    assert not linked("Public Health England", Setting("", "England"))[1]  # of what day, nobody knows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("City of Coventry", "Coventry City Council"),
        ("Ynys Môn County Council", "Isle of Anglesey County Council"),
        ("Cyngor Sir Ynys Môn", "Isle of Anglesey County Council"),
    ],
)
def test_a_council_s_own_papers_under_two_names(one: str, other: str) -> None:
    register = build([document(one, "2019-06-04"), document(other, "2019-06-04", key="b")], "https://e.org/")
    (council,) = register.entities.values()
    assert (council.label, set(council.names)) == (other, {one, other})
    assert council.same_as


# -- by nation ---------------------------------------------------------------------------------------------------------


def test_a_name_of_several_nations_means_the_council_s_own() -> None:
    label, same_as = linked("Department of Education", Setting("2019-06-04", "Northern Ireland"))
    assert label == "Department of Education (Northern Ireland)" and same_as
    for nation in ("England", "Scotland", "Ireland", ""):
        assert linked("Department of Education", Setting("2019-06-04", nation))[1] == ()
    assert linked("Northern Ireland Housing Executive")[1]  # it says so itself


def test_papers_of_another_country_name_its_own_bodies() -> None:
    at = Setting("2019-06-04", "Ireland")
    meant = meant_organisation("HM Prison Service", at, {})
    assert meant.same_as == ()
    assert not meant.listed and meant_organisation("HM Prison Service", ENGLAND, {}).listed


@pytest.mark.parametrize("nation", ["England", "Ireland", ""])
def test_a_namesake_of_another_nation_is_another_body(nation: str) -> None:
    own = meant_organisation("Social Security Agency", Setting("2019-06-04", "Northern Ireland"), {})
    other = meant_organisation("Social Security Agency", Setting("2019-06-04", nation), {})
    assert own.same_as and not other.same_as
    assert own.listed and not other.listed


@pytest.mark.parametrize(
    ("council", "named", "nation"),
    [
        ("Leeds City Council", (), "England"),
        ("Limerick City & County Council", (), "Ireland"),
        ("Moss End Parish Council", ("Eden District Council", "Cumbria County Council"), "England"),
        ("", ("Cork County Council", "Garda"), "Ireland"),
        ("Border Parish Council", ("Carlisle City Council", "Fife Council"), ""),
        ("Moss End Parish Council", (), ""),
    ],
)
def test_the_nation_of_a_paper(council: str, named: tuple[str, ...], nation: str) -> None:
    assert nation_of(council, named) == nation
    assert setting(document(council, "2019-06-04", *named)) == Setting("2019-06-04", nation)


# -- acronyms ----------------------------------------------------------------------------------------------------------


def test_an_acronym_is_linked_only_where_it_is_defined_or_safe() -> None:
    assert linked("HMRC") == ("HM Revenue & Customs", (f"{REGISTER}hm-revenue-customs",))
    assert linked("EA")[1] == ()  # the register has several
    assert linked("EA", EA="Environment Agency")[0] == "Environment Agency"
    assert linked("EA", EA="Elmfield Association") == ("Elmfield Association", ())


def test_an_acronym_of_two_bodies_means_neither() -> None:
    assert linked("HSE") == ("HSE", ())  # of Ireland's health, or of Britain's safety at work
    assert linked("DfE")[0] == "Department for Education"
    assert linked("DfE", Setting("2019-06-04", "Northern Ireland"))[1] == ()  # the Department for the Economy too


def test_what_the_document_defines_outranks_the_safe_list() -> None:
    assert linked("LGA", LGA="Leisure Grounds Association") == ("Leisure Grounds Association", ())


# -- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "main"),
    [
        ("Coventry and Warwickshire Partnership Trust", "Coventry and Warwickshire Partnership NHS Trust"),
        ("Berkshire Healthcare NHS Trust", "Berkshire Healthcare NHS Foundation Trust"),
        ("West Midlands Police", "West Midlands Police"),
    ],
)
def test_health_bodies_and_police(name: str, main: str) -> None:
    label, same_as = linked(name)
    assert label == main and len(same_as) == 1


@pytest.mark.parametrize("name", ["Sheffield Children's Trust", "Planning Service", "Moor Trust", "Trust", ""])
def test_everyday_names_and_likenesses_are_left_alone(name: str) -> None:
    assert linked(name)[1] == ()


def test_the_order_of_papers_does_not_matter() -> None:
    papers = [
        document("Leeds City Council", "2019-06-04", "Public Health England", "Dorset County Council", key="a"),
        document("Leeds City Council", "2024-06-04", "Public Health England", "Dorset County Council", key="b"),
        document("Galway City Council", "2019-06-04", "HM Prison Service", key="c"),
    ]
    assert build(papers, "https://e.org/").entities == build(papers[::-1], "https://e.org/").entities
