"""Which names are one person: what may be joined, and what must stay open."""

from __future__ import annotations

from civicgraph.link.names import Name, Names
from civicgraph.link.people import link_people


def document(key: str, *people: tuple[str, str, str]) -> Names:
    found = tuple(Name("person", name, role=role, affiliation=place) for name, role, place in sorted(people))
    return Names(key=key, path=key, file=key, council="Barset County Council", names=found, meetings=())


def people(*documents: Names) -> list[set[tuple[str, str]]]:
    return [{(d, n) for d, _, n in uses} for _, uses in link_people("https://e.org/barset", list(documents))]


def test_a_surname_alone_is_the_one_person_of_its_document() -> None:
    found = people(document("a", ("Councillor J Grantly", "councillor", ""), ("Councillor Grantly", "", "")))
    assert found == [{("a", "Councillor J Grantly"), ("a", "Councillor Grantly")}]


def test_a_surname_that_fits_two_is_neither() -> None:
    found = people(
        document("a", ("Cllr J Arabin", "councillor", ""), ("Cllr M Arabin", "councillor", ""), ("Cllr Arabin", "", ""))
    )
    assert len(found) == 3


def test_councillors_are_joined_across_documents_by_surname_and_initial() -> None:
    a = document("a", ("Councillor E Harding", "councillor", ""))
    b = document("b", ("Cllr Eleanor Harding", "councillor", ""))
    assert people(a, b) == [{("a", "Councillor E Harding"), ("b", "Cllr Eleanor Harding")}]


def test_initials_that_contradict_keep_people_apart() -> None:
    a = document("a", ("Councillor E Harding", "councillor", ""))
    b = document("b", ("Councillor S Harding", "councillor", ""))
    assert len(people(a, b)) == 2


def test_an_officer_needs_the_directorate_to_agree() -> None:
    a = document("a", ("J Newby", "officer", "People Directorate"))
    same = document("b", ("J Newby", "officer", "People"))
    other = document("c", ("Julia Newby", "officer", "Legal Services"))
    assert len(people(a, same)) == 1
    assert len(people(a, other)) == 2


def test_a_councillor_is_not_the_officer_of_the_same_name() -> None:
    a = document("a", ("Councillor P Quiverful", "councillor", ""), ("P Quiverful", "officer", "Place"))
    assert len(people(a)) == 2


def test_two_people_of_one_name_have_two_iris() -> None:
    a = document("a", ("U Plomacy", "officer", "Customer Services"))
    b = document("b", ("U Plomacy", "officer", "Resources"))
    iris = [entity.iri for entity, _ in link_people("https://e.org/barset", [a, b])]
    assert len(set(iris)) == 2


def test_the_order_of_documents_makes_no_difference() -> None:
    a = document("a", ("Councillor E Harding", "councillor", ""), ("Councillor Thorne", "councillor", ""))
    b = document("b", ("Cllr Eleanor Harding", "councillor", ""), ("Councillor W Thorne", "councillor", ""))
    assert sorted(map(sorted, people(a, b))) == sorted(map(sorted, people(b, a)))
