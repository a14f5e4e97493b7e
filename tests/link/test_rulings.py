"""A person's word outranks what linking finds: for every kind, in any order, and only within a council."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest

from civicgraph.link.names import Met, Name, Names
from civicgraph.link.register import build
from civicgraph.model import Correction, MentionKind, Register

BASE = "https://e.org/"
BARSET, MERCIA = "Barset County Council", "Mercia County Council"


def document(key: str, *names: Name, council: str = BARSET, year: int = 0) -> Names:
    met = (Met(0, "", f"{year}-05-01", ""),) if year else ()
    return Names(f"sha/{key}", key, key, council, tuple(sorted(names, key=lambda n: (n.kind, n.name))), met)


def person(name: str, role: str = "councillor", place: str = "", **more: object) -> Name:
    return replace(Name("person", name, role=role, affiliation=place), **more)  # type: ignore[arg-type]


def say(act: str, kind: str, name: str, **cells: str) -> Correction:
    other = {"other_name" if act in ("same", "different") else "value": cells.pop("other")}
    given = {"council": BARSET, "by": "A Clerk", "on": "2026-01-31"} | other | cells
    return Correction(act=act, kind=kind, name=name, **given)  # type: ignore[arg-type]


def things(register: Register, kind: MentionKind) -> list[set[str]]:
    """The clusters of a kind: "E Harding a" is that name in document a."""
    found: dict[str, set[str]] = {}
    for (key, its, name), iri in register.links.items():
        if its == kind:
            found.setdefault(iri, set()).add(f"{name} {key.removeprefix('sha/')}")
    return sorted(found.values(), key=sorted)


# -- one kind after another: what linking keeps apart is joined, what it joins is parted ------------------------------


APART: dict[MentionKind, tuple[str, str]] = {
    "person": ("Councillor E Harding", "Councillor Eleanor Bold"),
    "body": ("Highways Committee", "Planning Committee"),
    "post": ("Town Clerk", "Head of Legal Services"),
    "directorate": ("Place Directorate", "People Directorate"),
    "ward": ("Plumstead", "Puddingdale"),
    "programme": ("Warm Homes Scheme", "Safer Streets Programme"),
    "organisation": ("Barset Wildlife Trust", "Puddingdale Nature Trust"),
}


@pytest.mark.parametrize("kind", APART)
def test_two_names_become_one_thing(kind: MentionKind) -> None:
    one, other = APART[kind]
    documents = [document("a", Name(kind, one)), document("b", Name(kind, other))]
    assert len(things(build(documents, BASE), kind)) == 2
    register = build(documents, BASE, [say("same", kind, one, other=other, why="I asked")])
    assert things(register, kind) == [{f"{one} a", f"{other} b"}]
    (outcome,) = register.corrected
    (iri,) = outcome.about
    assert not outcome.unfit
    assert {one, other} <= set(register.entities[iri].names)
    (join,) = register.entities[iri].joins
    assert (join.reasons[0].feature, join.reasons[0].value) == ("By the word of", "A Clerk on 2026-01-31: I asked")
    assert sum(entity.kind == kind for entity in register.entities.values()) == 1


@pytest.mark.parametrize("kind", APART)
def test_one_name_becomes_two_things(kind: MentionKind) -> None:
    name = APART[kind][0]
    documents = [document(key, Name(kind, name, role="councillor" if kind == "person" else "")) for key in "abc"]
    assert len(things(build(documents, BASE), kind)) == 1
    register = build(documents, BASE, [say("different", kind, name, other=name, document="a", other_document="b")])
    found = {frozenset(one) for one in things(register, kind)}
    assert not any({f"{name} a", f"{name} b"} <= one for one in found)
    (outcome,) = register.corrected
    assert len(outcome.about) == 2
    assert not any({left.left, left.right} == set(outcome.about) for left in register.unsure)


@pytest.mark.parametrize("kind", APART)
def test_a_label_and_a_further_name(kind: MentionKind) -> None:
    name = APART[kind][0]
    said = [say("rename", kind, name, other="The Chosen One"), say("add-name", kind, name, other="Chosen")]
    before, after = (build([document("a", Name(kind, name))], BASE, it) for it in ([], said))
    (iri,) = after.links.values()
    assert before.links == after.links, "an identifier stays"
    assert (after.entities[iri].label, after.entities[iri].chosen) == ("The Chosen One", "The Chosen One")
    assert {name, "Chosen", "The Chosen One"} <= set(after.entities[iri].names)
    assert {outcome.before for outcome in after.corrected} == {before.entities[iri].label, ""}


# -- what a ruling outranks --------------------------------------------------------------------------------------------


def test_a_word_outranks_vetoes() -> None:
    """Other initials, two entries of one list, two ids of the council's site."""
    documents = [
        document("a", person("Councillor E Harding", listed=(0,)), person("Cllr S Harding", listed=(0,)), year=2020),
        document("b", person("Eleanor Harding", identifier="UID=1"), person("Cllr S Harding", identifier="UID=2")),
    ]
    assert len(things(build(documents, BASE), "person")) > 1
    said = [say("same", "person", "E Harding", other=other) for other in ("S Harding", "Eleanor Harding")]
    assert len(things(build(documents, BASE, said), "person")) == 1


def test_a_word_parts_what_the_site_has_under_one_id() -> None:
    documents = [document(key, person("Councillor E Harding", identifier="UID=1")) for key in "ab"]
    assert len(things(build(documents, BASE), "person")) == 1
    said = say("different", "person", "E Harding", other="E Harding", document="a", other_document="b")
    assert len(things(build(documents, BASE, [said]), "person")) == 2


def test_a_word_parts_names_of_one_document() -> None:
    names = document("a", person("Councillor E Harding"), person("Councillor Harding"))
    assert len(things(build([names], BASE), "person")) == 1
    said = say("different", "person", "E Harding", other="Councillor Harding", document="a", other_document="a")
    assert len(things(build([names], BASE, [said]), "person")) == 2


def test_what_is_one_with_a_side_takes_that_side() -> None:
    """A is B by one's word and B is not C by another's: A is not C, though they have one name."""
    documents = [
        document("a", person("E Harding")),
        document("b", person("E Bold")),
        document("c", person("E Harding")),
    ]
    said = [
        say("same", "person", "E Harding", document="a", other="E Bold", other_document="b"),
        say("different", "person", "E Bold", document="b", other="E Harding", other_document="c"),
    ]
    for order in permutations(said):
        assert things(build(documents, BASE, order), "person") == [{"E Bold b", "E Harding a"}, {"E Harding c"}]


def test_who_fits_both_of_two_that_differ_is_left_open() -> None:
    documents = [document(key, person("Councillor E Harding")) for key in "abcd"]
    said = say("different", "person", "E Harding", other="E Harding", document="a", other_document="b")
    register = build(documents, BASE, [said])
    found = things(register, "person")
    assert {"Councillor E Harding a"} in found
    assert {"Councillor E Harding b"} in found
    assert len(register.unsure) == 4, "each of the other two may be either"


def test_one_document_is_set_apart_from_all_others() -> None:
    documents = [document(key, person("Councillor E Harding")) for key in "abcd"]
    said = say("different", "person", "E Harding", other="E Harding", document="a")
    register = build(documents, BASE, [said])
    assert [len(one) for one in things(register, "person")] == [1, 3]
    assert not register.unsure


def test_a_joined_body_keeps_the_places_of_both() -> None:
    """What hangs on the one that goes, hangs on the one that stays."""
    documents = [document("a", Name("body", "Highways Committee"), Name("body", "Roads Board"))]
    register = build(documents, BASE, [say("same", "body", "Highways Committee", other="Roads Board")])
    assert set(register.links.values()) <= set(register.entities)
    assert all(entity.parent in ("", *register.entities) for entity in register.entities.values())


# -- what fits nothing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (say("same", "person", "E Harding", other="P Proudie"), "the person “P Proudie” is not named in the documents"),
        (say("same", "person", "E Harding", other="S Thorne", document="x"), "there is no document x"),
        (say("same", "person", "S Thorne", other="E Harding", document="a"), "is not named in a of Barset County"),
        (say("same", "body", "E Harding", other="S Thorne"), "the body “E Harding” is not named"),
        (say("same", "person", "E Harding", other="E Harding", document="a", other_document="z", council=""),
         "the names are of two councils"),
        (say("same", "person", "E Harding", other="S Thorne", council="Nowhere"), "in the documents of Nowhere"),
        (say("different", "person", "E Harding", other="Councillor E Harding"), "both names mean “Councillor E Hard"),
    ],
)  # fmt: skip
def test_what_fits_nothing_is_said_and_changes_nothing(said: Correction, why: str) -> None:
    documents = [
        document("a", person("Councillor E Harding")),
        document("b", person("Councillor S Thorne")),
        document("z", person("Councillor E Harding"), council=MERCIA),
    ]
    register = build(documents, BASE, [said])
    (outcome,) = register.corrected
    assert why in outcome.unfit
    assert not outcome.about
    assert replace(register, corrected=()) == build(documents, BASE)


def test_words_that_contradict_are_all_left_out() -> None:
    documents = [document("a", person("E Harding")), document("b", person("S Thorne")), document("c", person("G Bold"))]
    said = [
        say("same", "person", "E Harding", other="S Thorne"),
        say("same", "person", "S Thorne", other="G Bold"),
        say("different", "person", "G Bold", other="E Harding", by="B Clerk"),
    ]
    for order in permutations(said):
        register = build(documents, BASE, order)
        assert [outcome.unfit for outcome in register.corrected] == ["others say the contrary"] * 3
        assert len(things(register, "person")) == 3


def test_two_labels_for_one_thing_are_both_left_out() -> None:
    said = [say("rename", "ward", "Plumstead", other=label) for label in ("Plumstead East", "Plumstead West")]
    register = build([document("a", Name("ward", "Plumstead"))], BASE, said)
    assert {outcome.unfit for outcome in register.corrected} == {"others give it another label"}
    assert [entity.label for entity in register.entities.values() if entity.kind == "ward"] == ["Plumstead"]


def test_a_name_of_two_things_takes_no_label() -> None:
    documents = [
        document("a", person("J Bold", role="officer", place="Legal Services")),
        document("b", person("J Bold", role="officer", place="Highways")),
    ]
    (outcome,) = build(documents, BASE, [say("rename", "person", "J Bold", other="Jo Bold")]).corrected
    assert outcome.unfit == "the name means 2 things there; say in which document"
    (outcome,) = build(documents, BASE, [say("rename", "person", "J Bold", other="Jo Bold", document="a")]).corrected
    assert not outcome.unfit


def test_an_outside_organisation_is_one_over_councils_and_two_councils_are_not() -> None:
    documents = [
        document("a", Name("organisation", "Barset Trust")),
        document("z", Name("organisation", "The B Trust"), council=MERCIA),
    ]
    said = say("same", "organisation", "Barset Trust", other="The B Trust", council="")
    assert len(things(build(documents, BASE, [said]), "organisation")) == 1
    names = [document("a", Name("organisation", "Kent County Council"), council="Coventry City Council"),
             document("b", Name("organisation", "Coventry City Council"), council="Kent County Council")]  # fmt: skip
    said = say("same", "organisation", "Kent County Council", other="Coventry City Council", council="")
    register = build(names, BASE, [said])
    assert register.corrected[0].unfit == "two councils are not one"
    assert set(register.councils.values()) <= set(register.entities)


def test_a_council_is_found_by_any_of_its_names() -> None:
    documents = [document("a", person("E Harding"), person("S Thorne"), council="Kent County Council")]
    register = build(documents, BASE, [say("same", "person", "E Harding", other="S Thorne", council="Kent CC")])
    assert len(things(register, "person")) == 1


# -- order -------------------------------------------------------------------------------------------------------------


def test_the_order_of_documents_and_corrections_makes_no_difference() -> None:
    documents = [document(key, *(Name(kind, name) for kind, pair in APART.items() for name in pair)) for key in "abc"]
    said = [say("same", kind, one, other=other) for kind, (one, other) in [*APART.items()][:4]]
    said += [
        say("different", kind, one, other=one, document="a", other_document="b")
        for kind, (one, _) in [*APART.items()][4:]
    ]
    said += [say("rename", "ward", "Puddingdale", other="Great Puddingdale")]
    first = build(documents, BASE, said)
    for seed in range(10):
        random.Random(seed).shuffle(documents)
        random.Random(seed).shuffle(said)
        assert build(documents, BASE, said) == first
