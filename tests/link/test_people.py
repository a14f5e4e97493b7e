"""Which names are one person: what may be joined, and what must stay open."""

from __future__ import annotations

import pytest

from civicgraph.link.entities import Open
from civicgraph.link.names import Met, Name, Names
from civicgraph.link.people import link_people


def document(key: str, *people: tuple[str, str, str]) -> Names:
    found = tuple(Name("person", name, role=role, affiliation=place) for name, role, place in sorted(people))
    return Names(key=key, path=key, file=key, council="Barset County Council", names=found, meetings=())


def people(*documents: Names) -> list[set[tuple[str, str]]]:
    found = link_people("https://e.org/barset", list(documents))
    return [{(d, n) for d, _, n in one[1]} for one in found if not isinstance(one, Open)]


def left_open(*documents: Names) -> list[set[str]]:
    found = link_people("https://e.org/barset", list(documents))
    return [{one.judgement.left[1], one.judgement.right[1]} for one in found if isinstance(one, Open)]


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
    iris = [one[0].iri for one in link_people("https://e.org/barset", [a, b]) if not isinstance(one, Open)]
    assert len(set(iris)) == 2


def test_the_order_of_documents_makes_no_difference() -> None:
    a = document("a", ("Councillor E Harding", "councillor", ""), ("Councillor Thorne", "councillor", ""))
    b = document("b", ("Cllr Eleanor Harding", "councillor", ""), ("Councillor W Thorne", "councillor", ""))
    assert sorted(map(sorted, people(a, b))) == sorted(map(sorted, people(b, a)))


def listed(key: str, *people: tuple[str, str], year: int = 2020) -> Names:
    """A document of that year whose list of those present has these people, each an entry."""
    found = tuple(Name("person", name, role=role, listed=(0,)) for name, role in sorted(people))
    return Names(key, key, key, "Barset County Council", found, (Met(0, "Cabinet", f"{year}-05-01", ""),))


def test_two_entries_of_one_list_are_two_people() -> None:
    found = people(listed("a", ("Councillor Jane Bold", "councillor"), ("J Bold", "councillor")))
    assert len(found) == 2


def test_other_given_names_keep_people_apart() -> None:
    a = document("a", ("Cllr Jo Bunce", "councillor", ""))
    b = document("b", ("Cllr John Bunce", "councillor", ""))
    assert len(people(a, b)) == 2


def test_a_surname_alone_does_not_reach_over_decades() -> None:
    old, new = (
        listed("a", ("Cllr A Bunce", "councillor"), year=1994),
        listed("b", ("Cllr Bunce", "councillor"), year=2024),
    )
    near = listed("c", ("Cllr Bunce", "councillor"), year=1996)
    assert len(people(old, new)) == 2
    assert len(people(old, near)) == 1


def test_who_stays_open_is_of_a_document_and_no_number() -> None:
    documents = [document(f"{n}/{n}.md", ("J Harding", "", "")) for n in "abc"]
    iris = {
        one[0].iri.rsplit("/", 1)[1]
        for one in link_people("https://e.org/barset", documents)
        if not isinstance(one, Open)
    }
    assert iris == {"j-harding", "j-harding-in-b-md-as-j-harding", "j-harding-in-c-md-as-j-harding"}


def test_an_initial_between_two_people_is_neither_and_both_are_told() -> None:
    """Every document that prints "E Thorne" alone stays apart: it may be either of the two each time."""
    known = document("a", ("Cllr Ed Thorne", "councillor", ""), ("Cllr Edna Thorne", "councillor", ""))
    alone = [document(key, ("Cllr E Thorne", "councillor", "")) for key in "bcd"]
    found = people(known, *alone)
    assert len(found) == 5
    either = [["Cllr E Thorne", "Cllr Ed Thorne"], ["Cllr E Thorne", "Cllr Edna Thorne"]]
    assert sorted(map(sorted, left_open(known, *alone))) == sorted(either * 3)


def test_a_ward_tells_which_of_two_is_meant() -> None:
    def seat(key: str, *people: tuple[str, str]) -> Names:
        found = tuple(Name("person", name, role="councillor", wards=(ward,)) for name, ward in sorted(people))
        return Names(key=key, path=key, file=key, council="Barset County Council", names=found, meetings=())

    both = seat("a", ("Cllr Ed Thorne", "Ullathorne"), ("Cllr Edna Thorne", "Plumstead"))
    found = people(both, seat("b", ("Cllr E Thorne", "Plumstead Ward")))
    assert {("a", "Cllr Edna Thorne"), ("b", "Cllr E Thorne")} in found


def test_an_officer_is_known_by_the_committee() -> None:
    """Two lists of one committee have "J Newby" among the officers; a third, of another, has other Newbys as well."""

    def officers(key: str, body: str, *names: str) -> Names:
        found = tuple(Name("person", name, role="officer", listed=(0,)) for name in names)
        return Names(key, key, key, "Barset County Council", found, (Met(0, body, "2020-05-01", ""),))

    found = people(
        officers("a", "Parks Committee", "J Newby"),
        officers("b", "Parks Committee", "J Newby"),
        officers("c", "Roads Committee", "J Newby"),
        officers("d", "Roads Committee", "S Newby"),
    )
    assert {("a", "J Newby"), ("b", "J Newby")} in found
    assert {("c", "J Newby")} in found


def test_an_officer_of_two_directorates_is_left_open() -> None:
    a = document("a", ("J Newby", "officer", "People Directorate"))
    b = document("b", ("Julia Newby", "officer", "Legal Services"))
    assert len(people(a, b)) == 2
    assert left_open(a, b) == [{"J Newby", "Julia Newby"}]


def test_spellings_and_short_forms_of_a_given_name() -> None:
    a = document("a", ("Rachael Proudie", "officer", "Adult Services"), ("Cllr Bill Proudie", "councillor", ""))
    b = document("b", ("Rachel Proudie", "officer", "Adult Services"), ("Cllr William Proudie", "councillor", ""))
    assert sorted(sorted(name for _, name in one) for one in people(a, b)) == [
        ["Cllr Bill Proudie", "Cllr William Proudie"],
        ["Rachael Proudie", "Rachel Proudie"],
    ]


def test_the_same_words_of_many_documents_are_compared_once() -> None:
    """Two thousand documents, one councillor: by pairs of documents it would be two million comparisons."""
    documents = [listed(f"{n:04}", ("Cllr E Harding", "councillor"), year=2020 + n % 4) for n in range(2000)]
    assert len(people(*documents)) == 1


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        ("Mr R G Streathfeild", "Mr Streathfield", True),  # one document, the second name by itself
        ("Cllr T Hearty", "Cllr Harte", False),
        ("Cllr Joseph Moss", "Mrs J Moss", False),
        ("Cllr Joan Moss", "Cllr John Moss", False),
        ("Cllr Chris Moss", "Mrs C Moss", True),
    ],
)
def test_spellings_and_genders_in_one_document(a: str, b: str, together: bool) -> None:
    assert len(people(document("a", (a, "councillor", ""), (b, "councillor", "")))) == (1 if together else 2)


def test_a_name_joined_by_marriage_needs_a_second_sign() -> None:
    def seat(key: str, name: str, ward: str) -> Names:
        found = (Name("person", name, role="councillor", wards=(ward,) if ward else ()),)
        return Names(key, key, key, "Barset County Council", found, (Met(0, "Cabinet", "2020-05-01", ""),))

    moss = seat("a", "Cllr Ellen Moss", "Ullathorne")
    assert len(people(moss, seat("b", "Cllr Ellen Moss-Dale", "Ullathorne"))) == 1
    assert left_open(moss, seat("b", "Cllr E Moss-Dale", "")) == [{"Cllr Ellen Moss", "Cllr E Moss-Dale"}]
    assert left_open(moss, seat("b", "Cllr Peter Moss-Dale", "")) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cllr Tony Lorn", "Cllr Toby Lorn"),
        ("Cllr Jane Lorn", "Cllr June Lorn"),
        ("Cllr Frances Lorn", "Cllr Francis Lorn"),
        ("Cllr Helen Lorn", "Cllr Helena Lorn"),
        ("Cllr John Lorn Senior", "Cllr John Lorn Junior"),
        ("Cllr John Lorn (Snr)", "Cllr John Lorn (Jnr)"),
    ],
)
def test_names_of_two_people_that_are_nearly_one(a: str, b: str) -> None:
    assert len(people(document("a", (a, "councillor", "")), document("b", (b, "councillor", "")))) == 2
    assert len(people(document("a", (a, "councillor", ""), (b, "councillor", "")))) == 2
    assert len(people(listed("a", (a, "councillor")), listed("b", (b, "councillor")))) == 2  # of one committee and year


def test_an_initial_that_fits_two_of_its_document_is_neither() -> None:
    found = document(
        "a", ("Cllr Jane Lorn", "councillor", ""), ("Cllr John Lorn", "councillor", ""), ("Cllr J Lorn", "", "")
    )
    assert len(people(found)) == 3
    assert len(left_open(found)) == 2


def test_a_short_form_that_two_bear_is_neither() -> None:
    for short, one, other in (
        ("Alex", "Alexander", "Alexandra"),
        ("Ed", "Edward", "Edwin"),
        ("Sam", "Samuel", "Samantha"),
    ):
        both = document("a", (f"Cllr {one} Lorn", "councillor", ""), (f"Cllr {other} Lorn", "councillor", ""))
        assert len(people(both, document("b", (f"Cllr {short} Lorn", "councillor", "")))) == 3


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            ("Cllr J Lorn", "councillor", "Marsh District Council"),
            ("Cllr J Lorn", "councillor", "Allington Borough Council"),
        ),
        (("J Lorn", "officer", "Legal Services"), ("J Lorn", "officer", "Housing Services")),
        (("Cllr John Lorn", "councillor", ""), ("Mr John Lorn", "other", "")),
        (("Cllr John Lorn", "councillor", ""), ("Mr John Lorn", "", "")),
    ],
)
def test_one_name_and_two_walks_of_life(a: tuple[str, str, str], b: tuple[str, str, str]) -> None:
    assert len(people(document("a", a), document("b", b))) == 2


def test_two_wards_in_one_year_are_two_councillors() -> None:
    def seat(key: str, ward: str, year: int) -> Names:
        found = (Name("person", "Cllr John Lorn", role="councillor", wards=(ward,)),)
        return Names(key, key, key, "Barset County Council", found, (Met(0, "Cabinet", f"{year}-05-01", ""),))

    assert len(people(seat("a", "Upton", 2020), seat("b", "Lowton", 2020))) == 2
    assert left_open(seat("a", "Upton", 2020), seat("b", "Lowton", 2020)) == []
    assert left_open(seat("a", "Upton", 2020), seat("b", "Lowton", 2023)) == [{"Cllr John Lorn"}]


def test_who_is_printed_alike_everywhere_has_a_reason_too() -> None:
    found = link_people("https://e.org/barset", [listed(key, ("Cllr E Harding", "councillor")) for key in "abc"])
    (entity,) = [one[0] for one in found if not isinstance(one, Open)]
    assert entity.joins[0].reasons[0].feature == "The same surname and initials"
