"""Keys of organisations, and what their acronyms mean."""

from __future__ import annotations

from itertools import permutations

import pytest

from civicgraph.link.entities import Open, unique
from civicgraph.link.names import Name, Names
from civicgraph.link.register import build
from civicgraph.link.things import link_organisations
from civicgraph.model import MentionKind, Register

BASE = "https://e.org/"
COUNCIL = "Coventry City Council"  # one that reference data knows, for its place name
BARSET, ALLINGTON = "Barset County Council", "Allington Borough Council"
LONG = "Sustainable Urban Regeneration and Housing and Employment and Skills and Transport Investment"


def document(*found: Name, key: str = "a", council: str = COUNCIL) -> Names:
    return Names(key=key, path=key, file=key, council=council, names=found, meetings=())


def iris(register: Register, kind: MentionKind) -> set[str]:
    return {iri for (_, its, _), iri in register.links.items() if its == kind}


def test_reference_data_names_an_organisation_in_full() -> None:
    found = [*link_organisations(BASE, BASE, [document(Name("organisation", "Solihull Metropolitan Council"))])]
    ((entity, _),) = (one for one in found if not isinstance(one, Open))
    assert entity.label == "Solihull Metropolitan Borough Council"
    assert any("E08000029" in iri for iri in entity.same_as)


# -- whose it is -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("St Mary's Primary School", 2),
        ("Community Trust", 2),
        ("Police", 2),
        ("HSE", 2),  # of two bodies that a list has
        ("Department of Education", 2),  # in the list for another nation
        ("Environment Agency", 1),
        ("Public Health England", 1),  # in the list, though not of the day
        ("Sustrans", 1),
        ("Limerick City & County Council", 1),
        ("Kent County Council", 1),
    ],
)
def test_two_councils_name_one_organisation_only_where_a_list_has_it(name: str, things: int) -> None:
    papers = [
        document(Name("organisation", name), key="a", council=BARSET),
        document(Name("organisation", name), key="b", council=ALLINGTON),
    ]
    assert len(iris(build(papers, BASE), "organisation")) == things


def test_an_organisation_that_no_list_has_is_minted_under_its_council() -> None:
    register = build([document(Name("organisation", "Community Trust"), council=BARSET)], BASE)
    assert iris(register, "organisation") == {f"{BASE}barset-county-council/organisation/community-trust"}


# -- acronyms ----------------------------------------------------------------------------------------------------------


def test_an_acronym_that_is_defined_as_two_stays_open_with_both() -> None:
    marsh, other = (Name("organisation", name, acronym="MT") for name in ("Marsh Trust", "Mediation Trust"))
    register = build([document(marsh, other, Name("organisation", "MT"))], BASE)
    assert len(iris(register, "organisation")) == 3
    assert {one.judgement.reasons[0].value for one in register.unsure} == {"MT: Marsh Trust", "MT: Mediation Trust"}


def test_an_acronym_of_two_spellings_of_one_means_it() -> None:
    spelt = (Name("organisation", name, acronym="MT") for name in ("Marsh Trust", "The Marsh Trust"))
    register = build([document(*spelt, Name("organisation", "MT"))], BASE)
    assert len(iris(register, "organisation")) == 1
    assert not register.unsure


def test_an_acronym_of_two_is_not_looked_up() -> None:
    found = (Name("organisation", f"{name} Grounds Association", acronym="LGA") for name in ("Leisure", "Larkfield"))
    register = build([document(*found, Name("organisation", "LGA"))], BASE)
    assert not any(entity.same_as for entity in register.entities.values() if entity.kind == "organisation")


# -- one IRI, one thing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["programme", "directorate", "organisation", "post", "ward"])
def test_names_that_are_cut_to_one_iri_stay_two(kind: MentionKind) -> None:
    words = {"programme": "Programme", "directorate": "Directorate", "organisation": "Trust", "post": "Manager"}
    names = [f"{LONG} {side} {words.get(kind, '')}".strip() for side in ("North", "South")]
    papers = [document(Name(kind, name), key=key) for name, key in zip((*names, names[0]), "abc", strict=True)]
    registers = [build(list(order), BASE) for order in permutations(papers)]
    assert len(iris(registers[0], kind)) == 2
    assert all(register.links == registers[0].links for register in registers)
    assert all(register.entities == registers[0].entities for register in registers)


def test_papers_without_a_council_whose_files_have_one_long_beginning() -> None:
    papers = [document(key=f"{LONG} {side}.md", council="") for side in ("North", "South")]
    assert len(set(build(papers, BASE).councils.values())) == 2


def test_an_iri_of_its_own() -> None:
    taken = {"a", "b", "b~2"}
    assert unique(["a", "c"], lambda iri: iri not in taken) == "c"
    assert unique(["a", "b"], lambda iri: iri not in taken) == "b~3"
