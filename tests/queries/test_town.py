"""Questions and tables over town.trig, a small graph made by hand for what the sample documents do not have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from civicgraph.answers import columns, rows
from civicgraph.queries import ask, question, rules
from civicgraph.store import ontology_lines
from civicgraph.vocab import CIV, OA, RDF, RDFS, SKOS, XSD

CLAIMS = {CIV.evidence, CIV.mentions, CIV.note, RDFS.label, SKOS.altLabel}
PLACE = re.compile(r"/\w#(\d+),(\d+)$")


@cache
def town() -> Store:
    """The graph as a build would leave it: facts in the default graph too, every piece of evidence written out."""
    store = Store()
    store.load("".join(f"{line}\n" for line in ontology_lines()).encode(), format=RdfFormat.N_QUADS)
    for quad in parse(path=str(Path(__file__).parent / "town.trig"), format=RdfFormat.TRIG):
        store.add(quad)
        if quad.graph_name == DefaultGraph() or not isinstance(quad.graph_name, NamedNode):
            continue
        terms = [term for term in (quad.subject, quad.object) if isinstance(term, NamedNode)]
        if quad.predicate.value not in CLAIMS and not any(
            "#problem" in t.value or PLACE.search(t.value) for t in terms
        ):
            store.add(Quad(quad.subject, quad.predicate, quad.object))
        for term in terms:
            if place := PLACE.search(term.value):
                write_words(store, term, quad.graph_name, int(place[1]), int(place[2]))
    for rule in rules():
        store.extend(Quad(t.subject, t.predicate, t.object) for t in list(store.query(rule.text)))
    return store


def write_words(store: Store, words: NamedNode, document: NamedNode, start: int, end: int) -> None:
    """Evidence at its place, whose quotation is "words at 220"."""
    for predicate, value in (
        (RDF.type, NamedNode(CIV.Evidence)),
        (OA.hasSource, document),
        (OA.start, Literal(str(start), datatype=NamedNode(XSD.integer))),
        (OA.end, Literal(str(end), datatype=NamedNode(XSD.integer))),
        (OA.exact, Literal(f"words at {start}")),
        (CIV.rule, Literal("by-hand")),
    ):
        store.add(Quad(words, NamedNode(predicate), value, document))


def answer(name: str, wanted: str, **given: str) -> list[tuple[str, ...]]:
    """The answer's rows, cut to the columns wanted."""
    results = ask(town(), question(name), {key: [value] for key, value in given.items()})
    assert isinstance(results, QuerySolutions)
    names = columns(results)
    return [tuple(row[names.index(column)] for column in wanted.split()) for row in rows(results)]


# -- referrals -------------------------------------------------------------------------------------------------------

TOWN = ("Housing & Planning Scrutiny Board (3)", "2024-03-07", "Damp and Mould", "refer", "Cabinet", "resolved", "m.md")
COPY = (
    "Housing and Planning Scrutiny Board (3)",
    "2024-03-07",
    "Damp and Mould",
    "refer",
    "the Cabinet",
    "resolved",
    "o.md",
)
OLD = ("Homes Scrutiny Board (3)", "2019-05-01", "Heating", "refer", "Cabinet", "recorded", "s.md")
CITY = ("Scrutiny Board (3)", "2024-02-01", "Buses", "recommend", "Cabinet", "resolved", "p.md")
ONWARD = "board date what kind to status document"


def test_a_board_that_does_resolve_to_refer() -> None:
    assert answer("referred-onward", ONWARD, board="scrutiny board 3") == [OLD, CITY, TOWN, COPY]


def test_a_number_belongs_to_its_council() -> None:
    assert answer("referred-onward", ONWARD, board="scrutiny board 3", council="town") == [OLD, TOWN, COPY]
    assert answer("referred-onward", ONWARD, board="scrutiny board 3", council="City Council") == [CITY]


@pytest.mark.parametrize(
    "board",
    ["Homes Scrutiny Board (3)", "housing and planning scrutiny board 3", "HOUSING & PLANNING SCRUTINY BOARD (3)"],
)
def test_any_name_it_has_had(board: str) -> None:
    """Before and after it was renamed, whichever of its names is given."""
    assert answer("referred-onward", ONWARD, board=board) == [OLD, TOWN, COPY]


@pytest.mark.parametrize("board", ["Scrutiny Board 33", "Scrutiny Board", "Board", "3", "", "Scrutiny Board 1"])
def test_what_is_no_name_of_it(board: str) -> None:
    assert answer("referred-onward", ONWARD, board=board) == []


def test_onward_is_not_to_the_board_itself() -> None:
    """The task group's findings go to its own board: a referral of the group, and no way out of the board."""
    assert {row[0] for row in answer("referred-onward", "what", board="Scrutiny Board 3", council="Town")} == {
        "Damp and Mould",
        "Heating",
    }
    assert answer("referred-onward", "what to", board="Damp Task and Finish Group") == [
        ("Interim findings", "Housing & Planning Scrutiny Board (3)")
    ]


def test_what_comes_to_a_board_and_whether_it_came() -> None:
    assert answer("referred-to", "date kind what from status due considered", board="Homes Scrutiny Board 3") == [
        ("2024-02-08", "route", "Drains", "", "recommended", "", ""),
        ("2024-02-08", "route", "Rents: a review", "", "planned", "2024-03-07", "2024-03-07"),
        ("2024-03-07", "report-up", "Interim findings", "Damp Task and Finish Group", "received", "", ""),
    ]


def test_a_recommendation_without_an_answer_stands_without_one() -> None:
    assert answer("recommendations", "what answer clauses", board="Scrutiny Board 3", council="City") == [
        ("Buses", "", "0")
    ]


# -- decisions -------------------------------------------------------------------------------------------------------


def test_a_delegation_names_its_posts_and_who_is_consulted() -> None:
    assert answer("delegations", "date to consulted item") == [
        ("2024-03-07", "Borough Solicitor; Director of Homes", "Councillor O’Neil", "5")
    ]
    assert answer("delegations", "to", body="Cabinet") == []


def test_a_deferred_item_may_come_back_as_one_of_the_same_matter() -> None:
    (found,) = answer("deferred", "title due returned state")
    assert found == ("Parking – Permits", "to the next meeting", "2024-04-04", "possible")
    assert answer("deferred", "title", body="Homes Scrutiny Board 3") == [("Parking – Permits",)]
    assert answer("deferred", "title", body="Cabinet") == []


def test_decisions_by_action_and_day() -> None:
    assert answer("decisions", "action text", body="Scrutiny Board 3", action="Defer") == [("defer", "defer the item")]
    for outside in ({"from": "2024-03-08"}, {"to": "2024-03-06"}, {"status": "proposed"}):
        assert answer("decisions", "text", body="Scrutiny Board 3", **outside) == []


def test_a_private_item_and_its_public_twin() -> None:
    """Another private item of that title is no public twin."""
    assert answer("private-items", "item kind public_item ground") == [
        ("8", "private item", "5", ""),
        ("10", "private item", "5", ""),
    ]


# -- votes -----------------------------------------------------------------------------------------------------------


def test_two_votes_under_one_item() -> None:
    assert answer("votes", "item division motion outcome for against abstain named") == [
        ("7", "1", "the amendment", "lost", "1", "2", "0", "2"),
        ("7", "2", "", "carried", "", "", "", "0"),
    ]
    assert answer("votes", "item", body="Scrutiny Board 3") == [("7",), ("7",)]
    assert answer("votes", "item", body="Cabinet") == []


@pytest.mark.parametrize("person", ["o'neil", "Ann O’Neil", "Cllr O'Neil", "Councillor Ann O'Neil"])
def test_how_a_person_voted(person: str) -> None:
    assert answer("ballots", "division person vote outcome", person=person) == [
        ("1", "Councillor O’Neil", "for", "lost")
    ]


def test_part_of_a_word_is_no_name() -> None:
    assert answer("ballots", "vote", person="Neil") == []
    assert len(answer("ballots", "vote")) == 2


def test_attendance_is_one_row_at_the_first_of_its_places() -> None:
    assert answer("attendance", "date status role quote start_char", person="O'Neil") == [
        ("2024-03-07", "present", "Chair", "words at 95", "95")
    ]


# -- names and words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("programme", ["DHF", "dry homes", "Dry Homes Fund"])
def test_a_programme_by_any_of_its_names(programme: str) -> None:
    """The item's heading does not name it, its text does; and the clause does."""
    assert answer("programme", "kind what", programme=programme) == [
        ("minute", "Damp and Mould"),
        ("delegate", "delegate authority to the officers to spend the Dry Homes Fund"),
    ]


def test_keep_is_a_programme_only_in_capitals() -> None:
    assert answer("programme", "what", programme="keep") == []


def test_names_and_their_days() -> None:
    assert answer("names", "name first documents", body="Scrutiny Board 3", council="Town") == [
        ("Homes Scrutiny Board (3)", "2019-05-01", "1"),
        ("Scrutiny Board 3", "2024-02-08", "2"),
        ("Housing & Planning Scrutiny Board (3)", "2024-03-07", "1"),
        ("Housing and Planning Scrutiny Board (3)", "2024-03-07", "1"),
    ]


def test_words_of_a_title_in_any_order_and_number() -> None:
    assert answer("timeline", "date item", words="permits parking") == [("2024-03-07", "6"), ("2024-04-04", "3")]
    assert answer("timeline", "item", words="parking fines") == []
    assert answer("timeline", "item", words=" ") == []


def test_one_act_with_two_provisions() -> None:
    assert answer("acts", "act provision", act="housing act") == [
        ("Housing Act 1985", "sections 8 and 12"),
        ("Housing Act 1985", "section 9"),
    ]


def test_all_sections_that_one_citation_names() -> None:
    act = "http://www.legislation.gov.uk/id/ukpga/1985/68"
    assert answer("acts", "within") == [(f"{act}/section/12 {act}/section/8",), ("",)]


def test_what_is_missing() -> None:
    """The agenda of 8 February is here, its minutes are not; of 7 March there are both."""
    assert answer("missing", "kind date what why document") == [
        ("body not named", "", "", "the document does not name it", "q.md"),
        ("date not given", "", "", "the document does not give it", "q.md"),
        ("minutes not held", "2024-02-08", "", "a later meeting approved them", "n.md"),
        ("minutes not held", "2024-02-08", "", "we have its agenda alone", "q.md"),
        ("not understood", "", "moved closure", "no outcome is told", "m.md"),
        ("note of the reader", "", "", "decoded as Windows-1252", "m.md"),
    ]
    assert answer("missing", "kind", council="City") == []


def test_money_without_a_role() -> None:
    assert answer("money", "amount role item") == [("2500.5", "", "5")]
    assert answer("money", "amount", role="cost") == []
    assert answer("money", "amount", least="2501") == []


def test_evidence_of_a_statement_with_three_places() -> None:
    iri = "https://w3id.org/civicgraph/id/town/meeting/1/a/1"
    assert answer("evidence", "kind start_char rule", iri=iri) == [
        ("Attendance", n, "by-hand") for n in ("95", "900", "1000")
    ]
    assert answer("evidence", "kind document", words="words at 242") == [("Citation", "m.md")]
    assert answer("evidence", "fact") == []


def test_evidence_of_a_thing_is_where_it_is_named() -> None:
    iri = "https://w3id.org/civicgraph/id/town/programme/dry-homes"
    assert answer("evidence", "kind start_char", iri=iri) == [("Programme", n) for n in ("275", "800", "810")]


# -- tables ----------------------------------------------------------------------------------------------------------


def test_posts_drop_what_another_post_of_the_person_says_in_full() -> None:
    """Of two posts in the same words one stays."""
    assert answer("tables/posts", "person post") == [
        ("Councillor O’Neil", "Deputy Leader and Cabinet Member (Housing)"),
        ("Councillor B Lee", "Cabinet Member, Housing"),
    ]


def test_a_body_that_only_a_statement_names_has_its_row() -> None:
    assert answer("tables/bodies", "document label kind start_char")[:3] == [
        ("m.md", "Housing & Planning Scrutiny Board (3)", "scrutiny", "1"),
        ("m.md", "Cabinet", "cabinet", "220"),
        ("m.md", "Damp Task and Finish Group", "task-and-finish", "250"),
    ]


def test_people_without_an_attendance_have_no_kind() -> None:
    assert answer("tables/people", "name kind start_char") == [
        ("Councillor O’Neil", "councillor", "95"),
        ("Councillor B Lee", "", "170"),
    ]


def test_a_programme_is_at_its_first_mention() -> None:
    assert answer("tables/programmes", "label acronym kind start_char") == [("Dry Homes Fund", "DHF", "fund", "275")]


def test_an_act_cited_twice_is_one_row() -> None:
    assert answer("tables/citations", "kind target provision start_char") == [
        ("legislation", "Housing Act 1985", "sections 8 and 12", "242")
    ]


def test_a_meeting_with_two_printed_times_is_one_row_and_a_report_none() -> None:
    assert answer("tables/meetings", "document date start") == [
        ("m.md", "2024-03-07", "18:00"),
        ("n.md", "2024-04-04", ""),
        ("n.md", "2024-03-07", ""),
        ("p.md", "2024-02-01", ""),
        ("q.md", "2024-02-08", ""),
        ("s.md", "2019-05-01", ""),
    ]


def test_another_council_is_an_organisation_and_the_own_is_none() -> None:
    assert answer("tables/organisations", "document label start_char") == [("m.md", "City Council", "820")]


def test_a_decision_with_two_places_is_one_row_at_the_first() -> None:
    assert answer("tables/decisions", "action start_char") == [("refer", "220"), ("delegate", "270"), ("defer", "290")]


def test_ballots_have_the_division_of_their_vote() -> None:
    assert answer("tables/ballots", "item division person vote") == [
        ("7", "1", "Councillor O’Neil", "for"),
        ("7", "1", "Councillor B Lee", "against"),
    ]


def test_each_target_is_a_row() -> None:
    assert answer("tables/targets", "item action target") == [
        ("5", "refer", "Cabinet"),
        ("5", "delegate", "Borough Solicitor"),
        ("5", "delegate", "Director of Homes"),
    ]


def test_a_referral_in_two_documents_is_a_row_in_each() -> None:
    assert answer("tables/referrals", "document what to") == [
        ("m.md", "Damp and Mould", "Cabinet"),
        ("m.md", "Interim findings", "Housing & Planning Scrutiny Board (3)"),
        ("o.md", "Damp and Mould", "the Cabinet"),
        ("p.md", "Buses", "Cabinet"),
        ("s.md", "Heating", "Cabinet"),
    ]
