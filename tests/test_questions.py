"""Every question has the answer that a person reads in the five sample documents; empty ones are answers too.

Expected rows were written down from the documents. A row may be named optional where a careful reader might leave it
out; every other row must be there, and no further one.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from civicgraph.answers import columns, rows
from civicgraph.queries import Question, ask, question, questions, run
from civicgraph.store import open_store
from sample import ROOT

PACK = "coventry-cabinet-member-cyp-2013-03-12-agenda-pack.md"
CABINET_MEMBER_2018 = "coventry-cabinet-member-cyp-2018-04-16-minutes.md"
BOARD_2017 = "coventry-scrutiny-board-2-2017-10-12-minutes.md"
BOARD_2023 = "coventry-scrutiny-board-2-2023-11-23-minutes.txt"
WORCESTERSHIRE = "worcestershire-panel-alternative-delivery-model.txt"

BOARD = "Education and Children's Services Scrutiny Board (2)"
OLD_BOARD = "Children and Young People Scrutiny Board (Scrutiny Board 2)"
MEMBER = "Cabinet Member for Children and Young People"
OLD_MEMBER = "Cabinet Member (Children and Young People)"
GROUP = f"{BOARD} Task and Finish Group on the Retention of Social Workers"
OLD_GROUP = "Scrutiny Task and Finish Group on Looked after Children and Apprenticeships"
SOCIAL_WORKERS = f"Recommendations from the {GROUP}"
APPRENTICES = "Report back from Scrutiny Task & Finish Group on Looked after Children and Apprenticeships"
MST = "Implementation of Multi Systemic Therapy and the KEEP Programme"
HOMES = "Homes for Looked After Children and Cost of Placements"

Rows = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def store(samples: Path) -> Store:
    return open_store(samples)


def answer(store: Store, name: str, wanted: str, **given: str) -> Rows:
    """The answer's rows in their order, cut to the columns wanted; typographic apostrophes made plain."""
    results = ask(store, question(name), {key: [value] for key, value in given.items()})
    assert isinstance(results, QuerySolutions)
    names = columns(results)
    cut = [[row[names.index(column)] for column in wanted.split()] for row in rows(results)]
    return [tuple(cell.replace("’", "'") for cell in row) for row in cut]


def has(found: Rows, expected: Collection[tuple[str, ...]], optional: Collection[tuple[str, ...]] = ()) -> None:
    """All that is expected, and nothing else but what is optional."""
    assert set(expected) - set(found) == set(), "a reader finds these, the graph does not"
    assert set(found) - set(expected) - set(optional) == set(), "the graph says these, a reader does not"


def starts(found: Rows, words: int = 3) -> Rows:
    """Rows whose last column is cut to its first words."""
    return [(*row[:-1], " ".join(row[-1].split()[:words])) for row in found]


# -- what a board passes on ------------------------------------------------------------------------------------------

ADOPTION = "Creation of a Regional Adoption Agency"  # "Cabinet would be asked": whether that is a referral is open

NAMES = [
    "Scrutiny Board 2",
    "scrutiny board (2)",
    "Education and Children's Services Scrutiny Board (2)",
    "Education & Childrens Services Scrutiny Board 2",
    "Education and Children's Scrutiny Board (2)",
    "Children and Young People Scrutiny Board (Scrutiny Board 2)",
    "CHILDREN AND YOUNG PEOPLE SCRUTINY BOARD",
]


@pytest.mark.parametrize("board", NAMES)
def test_referred_onward(store: Store, board: str) -> None:
    """One matter: the recommendations of its task group arrive at the cabinet member in 2018."""
    found = answer(store, "referred-onward", "board date what to status item document", board=board)
    has(
        found,
        {(GROUP, "2018-04-16", SOCIAL_WORKERS, MEMBER, "received", "25", CABINET_MEMBER_2018)},
        {(BOARD, "2017-10-12", ADOPTION, "Cabinet", status, "21", BOARD_2017) for status in ("planned", "recorded")},
    )


def test_no_scrutiny_board_2_resolves_to_refer_anything(store: Store) -> None:
    statuses = {row[0] for row in answer(store, "referred-onward", "status", board="Scrutiny Board 2")}
    assert "received" in statuses
    assert "resolved" not in statuses
    assert answer(store, "decisions", "text", body="Scrutiny Board 2", action="refer") == []


def test_a_proposal_is_the_cabinet_members_and_no_more_than_proposed(store: Store) -> None:
    found = answer(store, "referred-onward", "date what kind to status document", board=MEMBER)
    has(found, {("2013-03-12", MST, "refer", OLD_BOARD, "proposed", PACK)})


@pytest.mark.parametrize(
    "board", ["Scrutiny Board 9", "Scrutiny Board 22", "Scrutiny Board", "Fostering Panel", "no such board", ""]
)
def test_referred_onward_by_nobody(store: Store, board: str) -> None:
    assert answer(store, "referred-onward", "what", board=board) == []


@pytest.mark.parametrize("board", NAMES[:1] + NAMES[-1:])
def test_referred_to(store: Store, board: str) -> None:
    """The report of 2013 is recommended to go to the board, and planned for 28 March; no minutes show that it came. In
    2023 the board brings an item forward to its own next meeting."""
    found = answer(store, "referred-to", "board date what kind from status due considered", board=board)
    has(
        found,
        {
            (OLD_BOARD, "2013-03-12", MST, "refer", OLD_MEMBER, "proposed", "", ""),
            (OLD_BOARD, "2013-03-12", MST, "route", "", "planned", "2013-03-28", ""),
            (BOARD, "2023-11-23", "School Place Sufficiency", "route", "", "planned", "", ""),
        },
        {
            (BOARD, "2023-11-23", "School Place Sufficiency", kind, BOARD, "planned", "", "")
            for kind in ("refer", "report-up")
        },
    )


def test_referred_to_the_cabinet_member(store: Store) -> None:
    found = answer(store, "referred-to", "date what status due", board=MEMBER)
    adoption = "Report on Coventry, Warwickshire and Solihull Adoption Conference on 21 January 2013"
    review = (
        "Update on the progress on the implementation of the Fundamental Service Review within the Children, Learning "
        "& Young People's Directorate"
    )
    has(
        found,
        {
            ("2013-01-22", APPRENTICES, "received", ""),
            ("2018-04-16", SOCIAL_WORKERS, "received", ""),
            ("2013-03-12", adoption, "planned", "2013-03-12"),
            ("2013-03-12", MST, "planned", "2013-03-12"),
            ("2013-03-12", review, "planned", "2013-03-12"),
        },
        {("2013-03-12", "Outstanding Issues Report", "planned", "2013-03-12")},
    )


def test_referred_to_nobody(store: Store) -> None:
    assert answer(store, "referred-to", "what", board="Scrutiny Board 9") == []


def test_recommendations(store: Store) -> None:
    """Eight recommendations accepted in 2013; those of 2018 noted, with two requests that follow from them."""
    found = answer(store, "recommendations", "date what status answer clauses document")
    has(
        found,
        {
            ("2013-01-22", APPRENTICES, "received", "accepted", "8", PACK),
            ("2018-04-16", SOCIAL_WORKERS, "received", "noted", "1", CABINET_MEMBER_2018),
        },
    )
    assert "other" not in {row[3] for row in found}, "the requests of 2018 are actions"
    assert set(answer(store, "recommendations", "answered state why", board="Scrutiny Board 2")) == {
        ("2018-04-16", "found", "item 25 of 2018-04-16: noted")
    }
    assert {row[0] for row in answer(store, "recommendations", "date", board="Scrutiny Board 2")} == {"2018-04-16"}
    assert answer(store, "recommendations", "date", board="Scrutiny Board 9") == []


def test_task_groups(store: Store) -> None:
    has(answer(store, "task-groups", "group parent passed_on"), {(OLD_GROUP, "", "1"), (GROUP, BOARD, "1")})
    assert answer(store, "task-groups", "group", council="Kent") == []


# -- decisions -------------------------------------------------------------------------------------------------------


def test_decisions(store: Store) -> None:
    found = answer(store, "decisions", "date item action status", body="Scrutiny Board 2")
    has(
        found,
        {
            ("2017-10-12", "19", "request", "recorded"),
            ("2017-10-12", "20", "note", "resolved"),
            ("2017-10-12", "20", "request", "resolved"),
            ("2017-10-12", "21", "request", "recorded"),
            ("2017-10-12", "22", "note", "recorded"),
            ("2017-10-12", "23", "note", "recorded"),
            ("2023-11-23", "15", "exclude", "resolved"),
            ("2023-11-23", "18", "note", "recorded"),
            ("2023-11-23", "18", "schedule", "recorded"),
            ("2023-11-23", "20", "note", "recorded"),
        },
        {
            ("2017-10-12", "19", "approve", "recorded"),
            ("2017-10-12", "21", "note", "recorded"),
            ("2023-11-23", "14", "approve", "recorded"),
            *(("2017-10-12", "20", action, "recorded") for action in ("request", "approve", "undertake")),
        },
    )
    assert found.count(("2017-10-12", "22", "note", "recorded")) == 2
    assert found == sorted(found, key=lambda row: (row[0], int(row[1])))


def test_decisions_by_action_status_and_day(store: Store) -> None:
    found = answer(store, "decisions", "date item text", body="scrutiny board 2", action="request", status="resolved")
    assert found == [("2017-10-12", "20", "requested a further progress review in 6 months or earlier.")]
    assert {r[0] for r in answer(store, "decisions", "date", body="Scrutiny Board 2", **{"from": "2018-01-01"})} == {
        "2023-11-23"
    }
    assert answer(store, "decisions", "date", body="Scrutiny Board 2", to="2017-10-11") == []
    assert answer(store, "decisions", "date", body="Cabinet") == []


def test_proposals_are_no_decisions(store: Store) -> None:
    """The pack has the agenda of 12 March 2013 and what reports propose for it, and no decision of that day."""
    assert {row[0] for row in answer(store, "decisions", "date", body=MEMBER)} == {"2013-01-22", "2018-04-16"}
    proposed = answer(store, "decisions", "date item", body=MEMBER, status="proposed")
    assert {("2013-03-12", item) for item in ("4", "5", "6")} == set(proposed)
    assert len(proposed) == 12


def test_requests(store: Store) -> None:
    found = starts(answer(store, "requests", "date item owner due status text"))
    has(
        found,
        {
            ("2013-01-22", "28", "", "", "recorded", "requested that the"),
            ("2017-10-12", "19", "", "", "recorded", "members requested an"),
            ("2017-10-12", "20", "", "in 6 months or earlier", "resolved", "requested a further"),
            ("2017-10-12", "21", "", "", "recorded", "The Scrutiny Board"),
            ("2018-04-16", "25", "", "in September 2018", "resolved", "Requests a report"),
            ("2018-04-16", "25", "Director of Customer and Transformation", "", "resolved", "Requests that the"),
            ("", "", "Cabinet Member", "", "recorded", "The Panel requested"),
        },
        {("2017-10-12", "20", "", "", "recorded", "information about exit")},
    )
    assert len(answer(store, "requests", "text", owner="customer and trans")) == 1
    assert {row for row in answer(store, "requests", "due due_by") if row[1]} == {
        ("in 6 months or earlier", "2018-04-12"),
        ("in September 2018", "2018-09-30"),
    }
    # No minutes of the time in which they were due are among the five documents.
    assert set(answer(store, "requests", "state came_back")) == {("not-held", "")}
    assert {row[0] for row in answer(store, "requests", "date", body="Scrutiny Board 2")} == {"2017-10-12"}


def test_overdue(store: Store) -> None:
    """From the day after the last one; nobody can say that nothing came, for no minutes of the time after are held."""
    assert answer(store, "overdue", "date due_by owner", on="2018-04-12") == []
    assert answer(store, "overdue", "date due_by owner", on="2018-04-13") == [("2017-10-12", "2018-04-12", "")]
    assert answer(store, "overdue", "date item due_by state document", on="2019-01-01") == [
        ("2017-10-12", "20", "2018-04-12", "not-held", BOARD_2017),
        ("2018-04-16", "25", "2018-09-30", "not-held", CABINET_MEMBER_2018),
    ]
    ((why,),) = answer(store, "overdue", "why", on="2019-01-01", body="Scrutiny Board 2")
    held = f"no minutes of {BOARD} from 2017-10-12 to a hundred days after 2018-04-12 are held"
    assert why == f"{held}; the next are of 2023-11-23"
    assert answer(store, "overdue", "text", on="2019-01-01", council="Kent") == []


def test_requests_that_are_only_proposed(store: Store) -> None:
    found = starts(answer(store, "requests", "date item due text", status="proposed"))
    has(
        found,
        {
            ("2013-03-12", "4", "", "Ask officers to"),
            ("2013-03-12", "6", "after a further 6 months", "seek a further"),
        },
        {("2013-03-12", "5", "every 12 months", "Receive updates every")},
    )


def test_delegations(store: Store) -> None:
    found = answer(store, "delegations", "date body to consulted item status")
    posts = "City Solicitor; Director of Children's Services; Director of Finance and Corporate Services"
    assert found == [("2018-04-16", MEMBER, posts, "", "26", "resolved")]
    after = f"no minutes of {MEMBER} after 2018-04-16 are held"
    assert answer(store, "delegations", "ended state why") == [("", "not-held", after)]
    assert answer(store, "delegations", "to", body="Scrutiny Board 2") == []
    assert answer(store, "delegations", "to", status="proposed") == []


@pytest.mark.parametrize("name", ["votes", "ballots", "deferred", "councillors"])
def test_the_samples_have_none(store: Store, name: str) -> None:
    """No vote is recorded; "no decision had been made yet" is no deferral; no register of councillors is there."""
    assert answer(store, name, "document") == []


def test_private_items(store: Store) -> None:
    """Minute 15 excludes press and public for minute 20, whose public twin is 17; 21 is private by its heading."""
    found = answer(store, "private-items", "date item kind title public_item document")
    urgent = (
        "Any other items of private business which the Chair decides to take as matters of urgency because of the "
        "special circumstances involved"
    )
    has(
        found,
        {
            ("2023-11-23", "15", "exclusion", "Exclusion of Press and Public", "", BOARD_2023),
            ("2023-11-23", "20", "private item", HOMES, "17", BOARD_2023),
        },
        {("2023-11-23", "21", "private item", urgent, "", BOARD_2023)},
    )
    grounds = answer(store, "private-items", "ground", body="Scrutiny Board 2")
    assert all("Schedule 12A of the Local Government Act 1972" in ground for (ground,) in grounds)
    assert answer(store, "private-items", "item", body=MEMBER) == []


# -- people ----------------------------------------------------------------------------------------------------------


def test_attendance(store: Store) -> None:
    wanted = "date body status substitute_for"
    assert answer(store, "attendance", wanted, person="R Brown") == [
        ("2017-10-12", BOARD, "present", "Councillor D Kershaw")
    ]
    assert answer(store, "attendance", wanted, person="Kershaw") == [("2017-10-12", BOARD, "apologies", "")]
    assert answer(store, "attendance", wanted, person="Cllr Kaur") == [
        ("2017-10-12", BOARD, "present", ""),
        ("2018-04-16", MEMBER, "apologies", ""),
    ]
    assert answer(store, "attendance", "date role", person="O'Boyle") == [("2013-01-22", "Cabinet Member")]
    assert [row[0] for row in answer(store, "attendance", "date", person="Lepoidevin")] == [
        "2013-01-22",
        "2017-10-12",
        "2018-04-16",
    ]
    for nobody in ("Nobody Here", "Kersha", ""):
        assert answer(store, "attendance", "date", person=nobody) == []


def test_posts(store: Store) -> None:
    found = answer(store, "posts", "date person post", post="Chair")
    has(
        found,
        {
            ("2013-01-22", "Councillor Lakha", "Chair, Jobs, Skills and Growth Scrutiny Board"),
            ("2017-10-12", "Councillor M Mutton", "Chair"),
        },
        {("2017-10-12", "Councillor M Mutton", f"Chair of {BOARD}")},
    )
    assert {row[0] for row in answer(store, "posts", "date", post="Cabinet Member", person="Ruane")} == {"2018-04-16"}
    assert {row[0] for row in answer(store, "posts", "date", post="shadow cabinet member")} == {
        "2013-01-22",
        "2018-04-16",
    }
    assert answer(store, "posts", "person", post="Chief Whip") == []


def test_officers(store: Store) -> None:
    found = answer(store, "officers", "officer directorate how times first", body="Scrutiny Board 2")
    people = ("J Gregg", "G Holmes", "J Newman", "L Pardy-McLaughlin", "M Rose", "P Smith")
    has(
        found,
        {
            ("Interim Director for Children's Services", "", "report", "3", "2023-11-23"),
            ("Deputy Chief Executive (People)", "", "report", "2", "2017-10-12"),
            ("Chief Legal Officer", "", "report", "1", "2023-11-23"),
            *((person, "People", "attended", "1", "2017-10-12") for person in people),
        },
    )
    assert answer(store, "officers", "officer", body="Scrutiny Board 9") == []


def test_declarations(store: Store) -> None:
    """Two members of the Fostering Panel, in one sentence."""
    found = answer(store, "declarations", "date item person")
    has(found, {("2023-11-23", "13", "Cllr A Tucker")}, {("2023-11-23", "13", "D Jackson")})
    assert answer(store, "declarations", "date", person="Mutton") == []


def test_both_who_declare_in_one_sentence(store: Store) -> None:
    assert answer(store, "declarations", "date", person="Jackson") == [("2023-11-23",)]


def test_names(store: Store) -> None:
    found = answer(store, "names", "name first last", body="Scrutiny Board 2")
    has(
        found,
        {
            (OLD_BOARD, "2013-01-22", "2013-03-12"),
            ("Children and Young People Scrutiny Board", "2013-01-22", "2013-03-12"),
            (BOARD, "2017-10-12", "2023-11-23"),
            ("Education and Children's Scrutiny Board (2)", "2018-04-16", "2018-04-16"),
            ("Scrutiny Board (2)", "2023-11-23", "2023-11-23"),
        },
        {
            (short, *days)
            for short in ("Scrutiny Board", "Scrutiny Board 2")
            for days in (("2013-01-22", "2013-03-12"), ("2017-10-12", "2017-10-12"))
        },
    )
    assert answer(store, "names", "name", body="Scrutiny Board 9") == []
    changed = answer(store, "names", "name continued_by changed_after changed_before", body="Scrutiny Board 2")
    assert (OLD_BOARD, BOARD, "2013-03-12", "2017-10-12") in changed
    assert (BOARD, "", "", "") in changed


# -- matters ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("programme", ["MST", "Multi Systemic Therapy", "multi-systemic therapy"])
def test_a_programme_under_all_its_names(store: Store, programme: str) -> None:
    found = starts(answer(store, "programme", "date item kind status document what", programme=programme))
    has(
        found,
        {
            ("2013-01-22", "28", "amend", "resolved", PACK, "Item 1 headed"),
            ("2013-03-12", "5", "agenda item", "", PACK, "Implementation of Multi-Systemic"),
            ("2013-03-12", "5", "report", "", PACK, "Implementation of Multi"),
            ("2013-03-12", "5", "endorse", "proposed", PACK, "Support the steps"),
            ("2013-03-12", "5", "referral: refer", "proposed", PACK, "Implementation of Multi"),
        },
        {
            *(("2013-03-12", "5", action, "proposed", PACK, "Receive updates every") for action in ("note", "request")),
            ("2013-01-22", "28", "minute", "", PACK, "Outstanding Issues Report"),
        },
    )


def test_a_programme_of_2018(store: Store) -> None:
    found = starts(answer(store, "programme", "date item kind document what", programme="FDAC"))
    court = "Family Drug and"
    has(
        found,
        {
            ("2018-04-16", "26", "minute", CABINET_MEMBER_2018, court),
            ("2018-04-16", "26", "report", CABINET_MEMBER_2018, court),
            ("2018-04-16", "26", "approve", CABINET_MEMBER_2018, "Approves the adoption"),
        },
    )


def test_keep_is_a_programme_and_to_keep_informed_is_none(store: Store) -> None:
    documents = {row[0] for row in answer(store, "programme", "document", programme="KEEP")}
    assert documents == {PACK}
    for nothing in ("no such programme", "", "-"):
        assert answer(store, "programme", "document", programme=nothing) == []


def test_timeline(store: Store) -> None:
    assert answer(store, "timeline", "date item document", words="social worker") == [
        ("2017-10-12", "20", BOARD_2017),
        ("2018-04-16", "25", CABINET_MEMBER_2018),
        ("2023-11-23", "16", BOARD_2023),
    ]
    assert answer(store, "timeline", "date item", words="children looked after") == [
        ("2013-01-22", "27"),
        ("2023-11-23", "17"),
        ("2023-11-23", "20"),
    ]
    assert answer(store, "timeline", "date", words="potholes") == []


def test_the_matter_of_social_workers(store: Store) -> None:
    """Over three meetings, two bodies and six years; that the first two belong together no paper says."""
    found = answer(store, "matter", "date item kind link document", words="social workers")
    assert found == [
        ("2017-10-12", "20", "minute", "", BOARD_2017),
        ("2017-10-12", "20", "recorded: request", "", BOARD_2017),
        ("2017-10-12", "20", "resolved: note", "", BOARD_2017),
        ("2017-10-12", "20", "resolved: request", "", BOARD_2017),
        ("2018-04-16", "25", "minute", "possible", CABINET_MEMBER_2018),
        ("2018-04-16", "25", "received: referral", "", CABINET_MEMBER_2018),
        ("2018-04-16", "25", "resolved: note", "", CABINET_MEMBER_2018),
        ("2018-04-16", "25", "resolved: request", "", CABINET_MEMBER_2018),
        ("2018-04-16", "25", "resolved: request", "", CABINET_MEMBER_2018),
        ("2023-11-23", "16", "minute", "possible", BOARD_2023),
    ]
    doubts = answer(store, "matter", "doubt quote", words="retention social worker")
    follows = "no paper says that the one follows the other: of their titles they have"
    assert [doubt for doubt, _ in doubts if doubt] == [
        f"{follows} \u2018social worker' in common",
        f"{follows} \u2018retention social worker' in common",
    ]
    assert all(quote for _, quote in doubts)


def test_the_matter_of_mst_and_keep(store: Store) -> None:
    """Listed as done, on the agenda, due at the scrutiny board; minutes of neither day are among the documents."""
    found = answer(store, "matter", "date item kind body", words="multi-systemic therapy")
    assert found == [
        ("2013-01-22", "28", "listed", MEMBER),
        ("2013-03-12", "5", "agenda item", MEMBER),
        ("2013-03-12", "5", "planned: route", MEMBER),
        ("2013-03-12", "5", "proposed: endorse", MEMBER),
        ("2013-03-12", "5", "proposed: note", MEMBER),
        ("2013-03-12", "5", "proposed: note", MEMBER),
        ("2013-03-12", "5", "proposed: refer", MEMBER),
        ("2013-03-12", "5", "proposed: referral", MEMBER),
        ("2013-03-28", "5", "planned: route", OLD_BOARD),
    ]
    [(listed, quote)] = answer(store, "matter", "what quote", words="multi-systemic therapy")[:1]
    assert listed == "Implementation of Multi-Systemic Therapy and Keep"
    assert "be deleted as this was launched last year" in quote
    routes = answer(store, "matter", "kind what", words="KEEP programme")
    assert {what for kind, what in routes if kind == "planned: route"} == {
        "minutes of that day are not among the documents"
    }
    assert answer(store, "matter", "date", words="potholes") == []


def test_money(store: Store) -> None:
    found = answer(store, "money", "amount role quote document", least="1000000")
    millions = {"4200000", "8400000", "2000000", "4000000", "5200000", "1500000", "1100000", "7000000"}
    assert {row[0] for row in found} == millions
    assert {row[3] for row in found} == {PACK}
    assert {row[0] for row in found if row[1] == "overspend"} == {"4200000", "1500000"}
    assert ("915", "cost") in answer(store, "money", "amount role", role="cost")
    assert ("200000",) in answer(store, "money", "amount", role="grant")
    assert ("1200", "27") in answer(store, "money", "amount item")
    assert answer(store, "money", "amount", least="100000000") == []


def test_acts(store: Store) -> None:
    """A slip in the document stands as printed, beside the Act that is meant."""
    uri = "http://www.legislation.gov.uk/id/ukpga"
    found = answer(store, "acts", "act provision item document legislation")
    has(
        found,
        {
            ("Local Government Act 1972", "Sections 100(A)(4)", "15", BOARD_2023, f"{uri}/1972/70"),
            ("Local Government Act 1972", "Schedule 12A", "15", BOARD_2023, f"{uri}/1972/70"),
            ("Equality Act 2010", "section 149", "", PACK, f"{uri}/2010/15"),
            ("Children Act 1989", "", "", PACK, f"{uri}/1989/41"),
        },
        {
            ("Equality Act 2010", "section 149", "5", PACK, f"{uri}/2010/15"),
            ("Children Act 1989", "", "6", PACK, f"{uri}/1989/41"),
        },
    )
    assert [row[0] for row in answer(store, "acts", "cited", act="Equalities Act")] == ["Equalities Act 2010"]
    assert answer(store, "acts", "cited", act="Human Rights Act") == []


def test_cited_minutes(store: Store) -> None:
    assert answer(store, "cited-minutes", "date item cited means of") == [
        ("2017-10-12", "19", "14/17", "", ""),
        ("2023-11-23", "15", "20", HOMES, "2023-11-23"),
        ("2023-11-23", "20", "15", "Exclusion of Press and Public", "2023-11-23"),
    ]
    (missing, *found) = answer(store, "cited-minutes", "why")
    here = "of 2017/18 only those of 2017-10-12 are among the documents, without that number"
    assert missing == (f"left open: of the minutes of {BOARD} {here}",)
    assert found == [(f"item {n} of this record: the words say that it is of this record",) for n in ("20", "15")]


def test_where_a_report_has_been(store: Store) -> None:
    assert answer(store, "report", "report date body status item document", report="regional adoption agency") == [
        (ADOPTION, "2017-10-12", BOARD, "considered", "21", BOARD_2017),
        (ADOPTION, "2017-10-31", "Cabinet", "planned", "21", BOARD_2017),
    ]
    assert answer(store, "report", "date body status", report="KEEP programme") == [
        ("2013-03-12", OLD_MEMBER, "planned"),
        ("2013-03-28", OLD_BOARD, "planned"),
    ]
    # One title, twice at one meeting: what was said in public, and what was said in private.
    assert len({work for (work,) in answer(store, "report", "work", report=HOMES)}) == 2
    assert answer(store, "report", "report", report="24/00096") == []


# -- evidence, and what is not there ---------------------------------------------------------------------------------


def test_evidence_of_words(store: Store) -> None:
    found = answer(store, "evidence", "document quote kind", words="made eight recommendations for the Cabinet Member")
    assert found
    assert {row[0] for row in found} == {PACK}
    assert all("eight recommendations" in row[1] for row in found)
    assert "Response" in {row[2] for row in found}
    assert answer(store, "evidence", "quote", words="words that nobody wrote") == []
    assert answer(store, "evidence", "quote") == []


def test_evidence_of_every_answer(store: Store) -> None:
    """The IRI in a row of an answer leads to the words that stand beside it."""
    ((iri, document, quote),) = answer(store, "delegations", "iri document quote")
    assert (document, quote) in answer(store, "evidence", "document quote", iri=iri)


def test_missing(store: Store) -> None:
    found = answer(store, "missing", "kind date what document")
    wanted = {
        ("item broken off", "2023-11-23", "Social Worker Recruitment and Retention - Workforce Proposals", BOARD_2023),
        ("item broken off", "2023-11-23", HOMES, BOARD_2023),
        ("meeting not held", "2013-03-28", MST, PACK),
        ("meeting not held", "2017-10-31", ADOPTION, BOARD_2017),
        ("meeting not held", "2018-03-29", "Alternative Delivery Model", WORCESTERSHIRE),
        ("minutes not held", "2013-03-12", "", PACK),
        ("body not named", "", "", WORCESTERSHIRE),
        ("date not given", "", "", WORCESTERSHIRE),
        ("minute not held", "2017-10-12", "minute 14/17", BOARD_2017),
        ("attachment not held", "2018-04-16", "Appendices", CABINET_MEMBER_2018),
        ("minutes not held", "2012-10-16", "", PACK),
        ("minutes not held", "2017-09-14", "", BOARD_2017),
        ("minutes not held", "2017-10-09", "", CABINET_MEMBER_2018),
        ("minutes not held", "2023-10-05", "", BOARD_2023),
    }
    assert wanted - set(found) == set()
    # Words that were not understood are listed too, and fewer every month.
    assert {row[0] for row in set(found) - wanted} <= {"not understood", "note of the reader", "report not held"}
    # Of the reports that were taken, the pack has three, and of none of them minutes.
    reports = answer(store, "missing", "date what", kind="report not held")
    assert ("2018-04-16", SOCIAL_WORKERS) in reports
    assert MST not in {what for _, what in reports}
    assert answer(store, "missing", "kind", council="Kent") == []


# -- the files themselves --------------------------------------------------------------------------------------------

OURS = (*questions(), *questions(tables=True))


def named(one: Question) -> str:
    return one.name


@pytest.mark.parametrize("one", OURS, ids=named)
def test_each_file_says_what_it_asks(one: Question) -> None:
    assert one.title
    assert one.description.endswith(".")
    assert all(p.example and p.about for p in one.params)
    assert "ORDER BY" in one.text
    if not one.name.startswith("tables/"):
        assert one.example.startswith(f"civicgraph query {one.name}")


@pytest.mark.parametrize("one", questions(), ids=named)
def test_each_example_runs(store: Store, one: Question) -> None:
    _, _, name, *rest = shlex.split(one.example)
    pairs = [value.partition("=") for flag, value in zip(rest[::2], rest[1::2], strict=True) if flag == "--param"]
    results = ask(store, question(name), {key: [value] for key, _, value in pairs})
    assert isinstance(results, QuerySolutions)
    assert {"document", "quote"} <= set(columns(results)) or one.name in ("names", "task-groups")
    assert list(results) or one.name in ("votes", "ballots", "deferred", "councillors", "unanswered", "departures")


@pytest.mark.parametrize("one", OURS, ids=named)
def test_each_answers_in_one_order_only(store: Store, one: Question) -> None:
    """What ORDER BY leaves open the store may turn round: no two rows are alike in all that they are sorted by."""
    results = ask(store, one, {p.name: [p.example.strip('"<>')] for p in one.params if not p.optional})
    assert isinstance(results, QuerySolutions)
    names = columns(results)
    keys = [k for k in re.findall(r"\?(\w+)", one.text.rpartition("ORDER BY")[2]) if k in names]
    sorted_by = [tuple(row[names.index(k)] for k in keys) for row in rows(results)]
    assert len(sorted_by) == len(set(sorted_by))


@pytest.mark.parametrize("one", questions(tables=True), ids=named)
def test_each_table_shows_its_evidence_once_a_thing(store: Store, one: Question) -> None:
    """The promised columns are in test_export; besides them the node and its words, and one row for each node."""
    node = {"tables/citations": "citation", "tables/targets": "iri agent", "tables/identities": "iri name"}.get(
        one.name, "iri"
    )
    found = answer(store, one.name, f"document {node}")
    assert len(found) == len(set(found))
    evidence = answer(store, one.name, "iri quote start_char end_char")
    assert all(quote and int(start) < int(end) for _, quote, start, end in evidence)


def test_the_readme_lists_every_question_and_table() -> None:
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    for one in questions():
        assert f"| `{one.name}` |" in text
    for one in questions(tables=True):
        assert one.name.removeprefix("tables/") in text


def test_the_question_that_the_readme_writes_runs(store: Store, tmp_path: Path) -> None:
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"```sparql\n(.*?)```", text, flags=re.DOTALL)
    place = tmp_path / "mine.rq"
    place.write_text(written, encoding="utf-8")
    found = answer(store, str(place), "date action document", word="commissioning")
    assert ("2018-04-16", "approve", CABINET_MEMBER_2018) in found


def test_prefixes_of_the_readme_are_those_of_the_project(store: Store) -> None:
    text = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
    prefixes = re.findall(r"^\| `(\w+:)` \| `(\S+)` \|$", text, flags=re.MULTILINE)
    head = "".join(f"PREFIX {prefix} <{iri}>\n" for prefix, iri in prefixes)
    some = "?m a civ:Meeting ; dcterms:date ?day . ?p a person:Person ; foaf:name ?n . ?b org:unitOf/skos:prefLabel ?l"
    assert store.query(f"{head} ASK {{ {some} }}")
    for one in OURS:
        bare = re.sub(r"^PREFIX .*\n", "", one.text, flags=re.MULTILINE)
        run(store, head + re.sub(r"VALUES \?(\w+) \{ \$\w+ \}", r"VALUES ?\1 { UNDEF }", bare), where=one.name)
