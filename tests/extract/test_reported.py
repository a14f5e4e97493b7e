"""Words of deciding that tell no outcome of this meeting: supposed, recalled, quoted, or only a view."""

from __future__ import annotations

import pytest

from civicgraph.extract.decisions.reported import is_reported, is_supposed, is_view
from civicgraph.extract.names.bodies import find_bodies
from record import found


@pytest.mark.parametrize(
    ("before", "reported"),
    [
        ("Mr Reed said that it was ", True),
        ("The Chair reminded members that on 4 June 2019 the Council ", True),
        ('The minutes of the Finance Panel contained the following: "', True),
        ("The Clerk reported that the wall had fallen, and it was ", False),
        ("Following a discussion it was ", False),
        ('The Chair moved the following: "', False),
    ],
)
def test_an_account_of_another_decision(before: str, reported: bool) -> None:
    assert is_reported(before) is reported


@pytest.mark.parametrize(
    ("words", "view"),
    [
        (" that winter had been mild", True),
        (" that the report reflected the year", True),
        (" with the Chair", True),
        (" that the plan was sound", True),
        (" with the officer's recommendation", False),
        (" that the fee be five pounds", False),
        (" that the Clerk would write", False),
        (" that no action was needed", False),
        (" to pay the invoice", False),
    ],
)
def test_a_view_is_no_decision(words: str, view: bool) -> None:
    assert is_view(words) is view


def test_what_would_follow_is_supposed_and_a_task_is_not() -> None:
    assert is_supposed("If the panel sent it back, the Cabinet would think again.", "the Cabinet would think again.")
    assert not is_supposed("If the price is under £500, the Clerk is to pay.", "the Clerk is to pay.")


@pytest.mark.parametrize(
    "item",
    [
        "Mr Reed said that it was agreed years ago that the posts would be removed.",
        "If the plan were approved, the hedge would be removed.",
        "Members agreed that winter had been mild. Members agreed with the Chair.",
        'The minutes of the Licensing Panel contained the following: "RESOLVED that the fees be raised."',
        "The petition was referred to in the debate.",
        "Had it been sent back, the Cabinet would reconsider it within ten days.",
        "Members discussed whether the Council RESOLVED in 2011 to plant trees.",
        "Councillor Lee said that last year's motion was carried and nothing was done.",
    ],
)
def test_nothing_was_decided(item: str) -> None:
    findings = found(item).findings
    assert (findings.decisions, findings.votes) == ((), ())


def test_the_clauses_of_a_quoted_motion_that_was_lost_are_none() -> None:
    findings = found(
        'Councillor Page moved and Councillor Lowe seconded:\n\n"This Council resolves:\n\n'
        '1. to write to the owner;\n\n2. to establish a task group."\n\n'
        "Councillor Lee noted that last year's motion was carried.\n\n"
        "On being put to the vote the motion was declared lost."
    ).findings
    assert [decision.action for decision in findings.decisions] == ["reject"]
    assert [vote.outcome for vote in findings.votes] == ["lost"]


@pytest.mark.parametrize(
    "item",
    [
        "The second option was looked at. This was rejected by officers.",
        "There being no seconder, the motion fell.",
        "Councillor Lee asked whether the motion was carried.",
        "It was proposed that the item be brought forward, but this was not agreed.",
    ],
)
def test_no_vote_was_taken(item: str) -> None:
    assert found(item).findings.votes == ()


def test_minutes_of_others_that_are_read_out_are_not_approved() -> None:
    findings = found(
        "The minutes of the Cabinet meeting of 9 January 2014 spoke of charges. "
        "Councillor Lee asked why this was agreed."
    ).findings
    assert findings.approvals == ()


def test_a_house_a_street_and_a_man_of_that_name_are_no_bodies() -> None:
    text = "The sign at Abbey Committee House, the Cabinet Inn and Mr Cabinet were discussed by the Cabinet."
    assert [(m.name, m.span.start) for m in find_bodies(text)] == [("Cabinet", text.rindex("Cabinet"))]


@pytest.mark.parametrize(
    "item",
    [
        "Councillor Lee said that the day was sad, and the motion was carried.",
        "There was no seconder for the amendment, and the motion was carried.",
        "It was noted that the motion was carried.",
    ],
)
def test_a_vote_beside_what_was_said_is_told(item: str) -> None:
    assert [vote.outcome for vote in found(item).findings.votes] == ["carried"]
