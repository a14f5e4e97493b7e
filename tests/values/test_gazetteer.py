import csv
import re
from itertools import combinations, groupby

import pytest

from civicgraph.resources import folder
from civicgraph.values.gazetteer import (
    act_of,
    acts,
    council_of,
    councils,
    known_acronyms,
    known_names,
    organisations,
    party_of,
    wards,
)
from civicgraph.values.gazetteer.acts import near
from civicgraph.values.provisions import provision_paths


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


@pytest.mark.parametrize(
    ("on", "gss"),
    [("2017-05-02", "E10000009"), ("2021-05-02", "E06000059"), ("", None)],
    ids=["then", "now", "undated"],
)
def test_a_council_and_its_successor_share_a_name(on: str, gss: str | None) -> None:
    council = council_of("Dorset", bare=True, on=on)
    assert (council.gss if council else None) == gss


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
    assert council.org_id == "GB-LAE-COV"
    assert council.same_as == (
        "http://statistics.data.gov.uk/id/statistical-geography/E08000026",
        "http://www.wikidata.org/entity/Q5179058",
        "http://opendatacommunities.org/id/metropolitan-district-council/coventry",
        "https://www.gov.uk/find-local-council/coventry",
    )


def test_a_page_of_gov_uk_is_of_the_council_that_is_there_today() -> None:
    pages = [council.govuk for council in councils() if council.govuk]
    assert len(pages) > 300 and len(pages) == len(set(pages))
    assert not [council.name for council in councils() if council.ended and council.govuk]


def test_every_ward_is_of_a_council() -> None:
    assert wards().keys() <= {council.code for council in councils()}
    codes = [ward.gss for its in wards().values() for ward in its]
    assert len(codes) == len(set(codes)) > 15_000


def test_parties_by_nation() -> None:
    labour = party_of("(Lab)", "England")
    assert labour is not None and labour.iri.endswith("/PP53")
    for name, nation in (("Green", "Scotland"), ("Labour", "Ireland"), ("Labour", ""), ("Independent", "England")):
        assert party_of(name, nation) is None


def test_an_acronym_of_two_bodies_is_looked_for_and_means_neither() -> None:
    assert "HSE" in known_names() and "HSE" not in known_acronyms()


def test_the_glossary_s_statutes_exist() -> None:
    uris = {uri for _, uri in acts().values()}
    with (folder("data/reference") / "localgov_glossary.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["legal_uri"]]
    assert len(rows) > 60
    for row in rows:
        title, _, provision = row["legal_basis"].partition(", ") if " Act " in row["legal_basis"] else ("", "", "")
        while (
            act := act_of(title)
        ) is None and provision:  # "Local Democracy, Economic Development … Act 2009, s. 103"
            more, _, provision = provision.partition(", ")
            title = f"{title}, {more}"
        assert act is not None and act.exact and act.uri in uris, row["id"]
        under = "".join(f"/{path}" for path in provision_paths(provision))
        page = f"{act.uri}{under}".replace("http:", "https:").replace("/id/", "/")
        assert page == row["legal_uri"], row["id"]


@pytest.mark.parametrize(
    ("text", "title", "exact"),
    [
        ("Equality Act 2010", "Equality Act 2010", True),
        ("Equalities Act 2010", "Equality Act 2010", False),
        ("Childrens Act 1989", "Children Act 1989", False),
        ("Localsim Act 2011", "Localism Act 2011", False),
        ("Town and Contry Planning Act 1990", "Town and Country Planning Act 1990", False),
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


@pytest.mark.parametrize(
    "text",
    [
        "Act 1972", "Equality Act", "Foo Act 2010", "Equality Act 1972", "",
        "Children Act 1988",  # there is one of 1989
        "Roads Act 1984",  # "Rates Act 1984" is two letters away, in a short title
        "Health and Care Act 2012",  # a word is missing: nobody can know which
        "Finance (No. 9) Act 1975", "Local Government Act (Northern Ireland) 1972",
    ],
)  # fmt: skip
def test_no_act(text: str) -> None:
    assert act_of(text) is None


def test_two_acts_of_one_year_are_never_as_near_as_a_slip_of_the_pen() -> None:
    """So an Act that the list lacks is not taken for another by its title."""
    titles = sorted(acts(), key=lambda title: title[-4:])
    years = [tuple(its) for _, its in groupby(titles, key=lambda title: title[-4:])][::5]  # all of them take long
    assert sum(map(len, years)) > 600
    assert [pair for its in years for pair in combinations(its, 2) if near(*pair)] == []


def test_every_act_is_found_by_its_own_title() -> None:
    assert len(acts()) > 3200
    assert [title for title, _ in acts().values() if (act := act_of(title)) is None or act.title != title] == []


def test_organisations_have_iris_and_other_names() -> None:
    rows = [row for row in organisations() if row.name == "Department for Education"]
    assert [row.iri for row in rows] == ["https://www.gov.uk/government/organisations/department-for-education"]
    assert {row.kind for row in organisations()} == {"government", "nhs", "police"}
    assert any(row.name == "West Midlands Police" for row in organisations())
    assert not any(row.name.isupper() and " - " in row.name for row in organisations())


def test_the_table_of_reference_files_has_their_rows() -> None:
    text = (folder("data/reference").parent / "README.md").read_text(encoding="utf-8")
    said = {
        name: int(rows.replace(",", "")) for name, rows in re.findall(r"^\| `(\w+\.csv)` \| ([\d,]+) \|", text, re.M)
    }
    found = {}
    for path in folder("data/reference").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name] = sum(1 for _ in csv.DictReader(file))
    assert said == found
