"""Keys of programmes, posts and organisations, and what their acronyms mean."""

from __future__ import annotations

import pytest

from civicgraph.link.names import Name, Names
from civicgraph.link.things import link_organisations, link_programmes, post_key, programme_key

COUNCIL = "Coventry City Council"  # one that reference data knows, for its place name


def document(*found: Name) -> Names:
    return Names(key="a", path="a", file="a", council=COUNCIL, names=found, meetings=())


@pytest.mark.parametrize(
    ("a", "b"), [("STEP Programme", "STEP"), ("Warm Homes scheme", "Warm Homes Scheme"), ("Coventry STEP", "STEP")]
)
def test_one_programme(a: str, b: str) -> None:
    assert programme_key(a, "Coventry") == programme_key(b, "Coventry")


def test_a_place_that_is_the_name_stays() -> None:
    assert programme_key("Coventry Plan", "Coventry") != programme_key("Plan", "Coventry")


def test_an_acronym_means_what_the_documents_define() -> None:
    programme = document(Name("programme", "Safer Streets Together", acronym="SST"), Name("programme", "SST Programme"))
    (entity, uses), *rest = link_programmes("https://e.org/c", [programme])
    assert not rest
    assert entity.label == "Safer Streets Together"
    assert entity.acronym == "SST"
    assert {name for _, _, name in uses} == {"Safer Streets Together", "SST Programme"}


def test_an_acronym_of_two_things_means_neither() -> None:
    programme = document(
        Name("programme", "Safer Streets Together", acronym="SST"),
        Name("programme", "School Swim Training", acronym="SST"),
        Name("programme", "SST"),
    )
    assert len(list(link_programmes("https://e.org/c", [programme]))) == 3


def test_posts_for_and_of_are_one() -> None:
    assert post_key("Director for Children's Services") == post_key("Director of Children’s Services")
    assert post_key("Director of Finance") != post_key("Assistant Director of Finance")


def test_reference_data_names_an_organisation_in_full() -> None:
    (entity, _), *_ = link_organisations(
        "https://e.org/", [document(Name("organisation", "Solihull Metropolitan Council"))]
    )
    assert entity.label == "Solihull Metropolitan Borough Council"
    assert any("E08000029" in iri for iri in entity.same_as)
