import pytest

from civicgraph.values.gazetteer import act_of, acts, council_of, councils, organisations


@pytest.mark.parametrize(
    ("name", "official"),
    {
        "Coventry City Council": "Coventry City Council",
        "COVENTRY CITY COUNCIL": "Coventry City Council",
        "Wolverhampton City Council": "City of Wolverhampton Council",
        "Solihull Metropolitan Council": "Solihull Metropolitan Borough Council",
        "Metropolitan Borough of Solihull": "Solihull Metropolitan Borough Council",
        "The Council of the City of Sheffield": "Sheffield City Council",
        "Camden London Borough Council": "London Borough of Camden",
        "London Borough of Camden Council": "London Borough of Camden",
        "Bath & North East Somerset Council": "Bath and North East Somerset Council",
        "The City of Edinburgh Council": "City of Edinburgh Council",
        "West of England Combined Authority": "West of England Combined Authority",
        "Stoke on Trent City Council": "Stoke-on-Trent City Council",
        "Dorset County Council": "Dorset County Council",
        "Dorset Council": "Dorset Council",
    }.items(),
)
def test_councils_by_any_name(name: str, official: str) -> None:
    council = council_of(name)
    assert council is not None
    assert council.name == official


def test_a_place_is_a_council_only_when_one_is_meant() -> None:
    assert council_of("Kent") is None
    assert council_of("City of Coventry") is None
    council = council_of("Kent", bare=True)
    assert council is not None and council.name == "Kent County Council"
    assert council_of("Buckinghamshire", bare=True) is None  # two councils of that name


@pytest.mark.parametrize(
    "name", ["Lichfield City Council", "Ayton Community Council", "City Council", "Council", "", "County Council"]
)
def test_other_councils_are_left_alone(name: str) -> None:
    assert council_of(name) is None


def test_every_council_is_found_by_its_own_name() -> None:
    assert len(councils()) == 470
    assert [council.name for council in councils() if council_of(council.name) != council] == []


def test_identifiers() -> None:
    council = council_of("Coventry City Council")
    assert council is not None
    assert council.gss == "E08000026"
    assert council.same_as[0] == "http://statistics.data.gov.uk/id/statistical-geography/E08000026"


@pytest.mark.parametrize(
    ("text", "title", "exact"),
    [
        ("Equality Act 2010", "Equality Act 2010", True),
        ("Equalities Act 2010", "Equality Act 2010", False),
        ("Childrens Act 1989", "Children Act 1989", False),
        ("Children\u2019s Act 1989", "Children Act 1989", False),
        ("Local Government Act, 1972", "Local Government Act 1972", True),
        ("the Localism Act 2011", "Localism Act 2011", True),
        ("Town & Country Planning Act 1990", "Town and Country Planning Act 1990", True),
        (
            "LOCAL GOVERNMENT (ACCESS TO INFORMATION) ACT 1985",
            "Local Government (Access to Information) Act 1985",
            True,
        ),
        ("Public Health Act 1936", "Public Health Act 1936", True),
    ],
)
def test_acts(text: str, title: str, exact: bool) -> None:
    act = act_of(text)
    assert act is not None
    assert (act.title, act.exact) == (title, exact)
    assert act.uri.startswith("http://www.legislation.gov.uk/id/uk")


@pytest.mark.parametrize("text", ["Act 1972", "Equality Act", "Foo Act 2010", "Equality Act 1972", ""])
def test_no_act(text: str) -> None:
    assert act_of(text) is None


def test_every_act_is_found_by_its_own_title() -> None:
    assert len(acts()) > 3200
    assert [title for title, _ in acts().values() if (act := act_of(title)) is None or act.title != title] == []


def test_organisations_have_iris_and_other_names() -> None:
    rows = [row for row in organisations() if row.name == "Department for Education"]
    assert [row.iri for row in rows] == ["https://www.gov.uk/government/organisations/department-for-education"]
    assert {row.kind for row in organisations()} == {"government", "nhs", "police"}
    assert any(row.name == "West Midlands Police" for row in organisations())
    assert not any(row.name.isupper() and " - " in row.name for row in organisations())
