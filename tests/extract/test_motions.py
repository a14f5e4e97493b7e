import pytest

from record import found

MOTION = (
    'Councillor Amos moved, and Councillor Bray seconded, the following motion:\n\n"This Council notes the loss of '
    'buses.\n\nThis Council resolves to:\n\n1. Write to the operator.\n\n2. Ask the Director to report."\n\n'
)


def acts(text: str) -> list[tuple[str, str]]:
    """(label, action) of each decision at a council meeting."""
    return [(d.label, d.action) for d in found(text, body="Council").findings.decisions]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("On being put to the vote, the motion was CARRIED.", [("1", "undertake"), ("2", "request")]),
        ("On being put to the vote, the motion was declared LOST.", [("", "reject")]),
        ("The motion was withdrawn with the consent of the Council.", []),
    ],
)
def test_motion_in_full(outcome: str, expected: list[tuple[str, str]]) -> None:
    assert acts(MOTION + outcome) == expected


def test_a_proposal_and_its_vote_are_one() -> None:
    text = (
        "It was moved by Councillor Bray and seconded by Councillor Amos that item 9 be taken next.\n\n"
        "The motion was put to the vote and AGREED."
    )
    assert acts(text) == [("", "approve")]


def test_motion_said_again_is_decided_once() -> None:
    text = "The motion was then put and carried.\n\nRESOLVED:\n\nThis Council resolves to write to the operator."
    assert acts(MOTION + text) == [("", "undertake")]


def test_amendments_one_after_the_other() -> None:
    text = (
        'Councillor Cole proposed and Councillor Dunn seconded the following amendment:\n\n"That the fee be £5."\n\n'
        "The amendment was AGREED.\n\nCouncillor Eley proposed and Councillor Frith seconded an amendment:\n\n"
        '"That the fee be £6."\n\nThe amendment was LOST.'
    )
    assert acts(text) == [("", "approve"), ("", "reject")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Motion by Independent Group NOT CARRIED by 28 votes to 23.", ["reject"]),
        (
            "Amendment by Mr Lane NOT CARRIED by 28 votes to 20; motion by Mr Hall CARRIED by 34 votes to 6.",
            ["reject", "approve"],
        ),
        (
            "RESOLVED:\n\n1. That the motion on parking was lost.\n\n2. That the motion on parks be agreed.",
            ["reject", "approve"],
        ),
        ("RESOLVED: (For: 30, Against: 13)\n\nThat the scheme be approved.", ["approve"]),
        ("The Leader wished its recommendations carried into effect.", []),
        ("Councillor Amos moved an amendment. The Chair used his casting vote against the amendment.", ["reject"]),
    ],
)
def test_outcomes(text: str, expected: list[str]) -> None:
    assert [action for _, action in acts(text)] == expected


def test_division_between_motion_and_amendments() -> None:
    text = (
        "The Convener moved, seconded by Councillor Ames:-\n\nthat the grant be paid.\n\nCouncillor Dunn moved as an "
        "amendment, seconded by Councillor Eley:-\n\nthat no action be taken.\n\nOn a division, there voted:- "
        "For the motion "
        "(3) - Councillors Ames, Bird and Cole; For the amendment (2) - Councillors Dunn and Eley."
    )
    assert acts(text) == [("", "reject")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Proposed by Cllr Amos and seconded by Cllr Bray that the hedge be cut – agreed unanimously.",
            "that the hedge be",
        ),
        ("Cllr Amos proposed that the hedge be cut, Cllr Bray seconded. All agreed.", "that the hedge be"),
        (
            "To approve the payments on the list.\n\nProposed: Cllr Amos Seconded: Cllr Bray. All in favour.",
            "To approve the payments",
        ),
        (
            "To approve the payments on the list.\n\nProposed by Cllr Amos, seconded by Cllr Bray and "
            "unanimously approved.",
            "To approve the payments",
        ),
    ],
)
def test_seconded_and_agreed(text: str, words: str) -> None:
    assert found(text).decided() == [("", "approve", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Amos proposed to defer the item but the motion was not seconded.",
        "Cllr Amos proposed that the hedge be cut, seconded by Cllr Bray. The proposal was withdrawn.",
    ],
)
def test_proposed_in_vain(text: str) -> None:
    assert found(text).decided() == []


def test_motion_that_became_the_finding() -> None:
    text = (
        'Motion by Councillor Ames, seconded by Councillor Bird:-\n\n"That the grant be paid."\n\n'
        'Amendment by Councillor Cole, seconded by Councillor Dunn:-\n\n"That the grant be halved."\n\n'
        "On a division, 5 Members voted for the Motion and 3 Members voted for the Amendment.\n\n"
        "The Motion was accordingly declared to be the finding of the meeting."
    )
    assert "reject" in found(text).actions()


def test_not_carried_with_its_count() -> None:
    text = (
        "Cllr Ames proposed and Cllr Bird seconded a term of 25 years. This was NOT CARRIED (3 in favour, 4 against)."
    )
    assert found(text).actions() == ["reject"]


def test_clauses_behind_a_carried_vote() -> None:
    text = (
        "The proposals were put to the vote and carried unanimously.\n\n(1) that the report be noted;\n\n"
        "(2) that the fee not be raised."
    )
    decisions = found(text).findings.decisions
    assert [(d.label, d.action, d.status) for d in decisions] == [
        ("1", "note", "resolved"),
        ("2", "reject", "resolved"),
    ]


def test_those_named_by_initial_and_surname() -> None:
    record = found("S. Hale proposed that the accounts be accepted; C. Marsh seconded and all agreed.")
    assert record.decided() == [("", "approve", "that the accounts be")]


def test_who_is_to_be_mayor_is_appointed() -> None:
    assert found("Agreed that Councillor Ann Hale be Mayor for the year.").actions() == ["appoint"]
    assert found("RESOLVED that Councillor Hale be thanked.").actions() == ["note"]


def test_what_is_told_under_a_decision_is_no_clause() -> None:
    told = "Decision:\n\nNo Member declared an interest.\n\nThe Leader made none.\n\nCabinet was asked to note it."
    assert found(told).actions() == []
    assert found("Decision:\n\nApproved.").actions() == ["approve"]


def test_bodies_with_an_ampersand_and_minutes_submitted() -> None:
    assert found("RESOLVED:\n\n1. That the Finch & Gold Area Committee noted the petition.").actions() == ["note"]
    assert found("The minute of the Roads Committee of 4 May was submitted and noted.").actions() == ["note"]
    assert found("RESOLVED/-\n\n1. That the Board record its gratitude to the staff.").actions() == ["note"]


PUT = "The Chair put the proposal to the vote. 8 Members voted For, 3 voted Against. The motion was declared carried."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # mover and seconder on lines of their own, as in Northern Ireland
        (
            f"Proposed by Councillor Lee\n\nSeconded by Alderman Reed\n\nThat the fee be cut.\n\n{PUT}",
            "That the fee be",
        ),
        ("Proposed by Cllr Lee, Seconded by Cllr Reed and resolved\n\nThat the fee be cut.", "That the fee be"),
        ("Cllr Lee proposed, seconded by Cllr Reed, that the fee be cut. The proposal was carried.", "that the fee be"),
        ("It was proposed by Cllr Lee, seconded by Cllr Reed and agreed that the fee be cut.", "that the fee be"),
        ("Resolved: (Proposed by Cllr Lee, seconded by Cllr Reed) That the fee be cut.", "the fee be cut."),
        (
            "AGREED: On the proposal of Cllr Lee, seconded by Cllr Reed, that the fee be cut.",
            "the fee be cut.",
        ),
    ],
)
def test_movers_before_what_was_moved(text: str, expected: str) -> None:
    assert [words for _, _, words in found(text).decided()] == [expected]


def test_a_motion_with_its_seconder_waits_for_its_vote() -> None:
    moved = "Cllr Lee moved, seconded by Cllr Reed, that the fee be cut."
    debate = "\n\n".join(f"Councillor {name} spoke of the fee." for name in ("Ames", "Gill", "Hale"))
    assert found(moved).actions() == []
    assert found(f"{moved}\n\n{debate}\n\nThe motion was put to the vote and lost.").actions() == ["reject"]


def test_the_words_of_an_amendment_stand_above_its_vote() -> None:
    moved = "Moved by Cllr Lee,\n\nSeconded by Cllr Reed,\n\nThat one sign be put up."
    lost = "Nine Members voted for the amendment and ten against and it was declared lost."
    assert found(f"{moved}\n\n{lost}").decided() == [("", "reject", "That one sign be")]
    aside = "Cllr Gill spoke.\n\nCllr Ames spoke.\n\nCllr Hale spoke."
    assert found(f"{moved}\n\n{aside}\n\n{lost}").decided() == [("", "reject", "Nine Members voted for")]


def test_a_recommendation_to_refuse_is_no_approval() -> None:
    assert found("The Committee agreed to the officer's recommendation to refuse permission.").actions() == ["reject"]
    assert found("The Committee agreed to the officer's recommendation to grant permission.").actions() == ["approve"]


def test_a_motion_ends_where_the_next_is_moved() -> None:
    first = (
        "Moved by Cllr Gill,\n\nSeconded by Cllr Hale,\n\nThat the minutes be adopted.\n\nThe Director told of bins."
    )
    second = "Moved by Cllr Lee,\n\nSeconded by Cllr Reed,\n\nThat one sign be put up."
    lost = "Nine Members voted for the amendment and ten against and it was declared lost."
    assert found(f"{first}\n\n{second}\n\n{lost}").decided() == [("", "reject", "That one sign be")]


def test_a_nomination_after_a_sentence_that_ends_in_an_office() -> None:
    text = "We need a new Treasurer. Bob Reed was proposed by Jo Lowe and seconded by Dan Moss."
    assert found(text, present="Bob Reed, Jo Lowe, Dan Moss").targets() == ["Bob Reed"]


def test_a_motion_that_carried_against_an_amendment() -> None:
    text = (
        "Cllr Reed, seconded by Cllr Lowe, moved approval. Cllr Gill, seconded by Cllr Hale, moved as an amendment "
        "that the plan be refused. {} The motion was carried."
    )
    one = text.format("On a vote, 4 members voted for the motion and 3 for the amendment.")
    assert found(one).actions() == ["approve", "reject"]
    assert found(text.format("4 members voted for it.")).actions() == ["approve"]


def test_a_motion_whose_quotation_marks_never_close_ends_at_its_vote() -> None:
    text = (
        'Mr Lane proposed, and Mr Reed seconded the motion that\n\n"This Council resolves to:\n\n1. Buy the mill.\n\n'
        "Following the debate the Chairman put the motion to the vote and the voting was as follows.\n\nFor (4)\n\n"
        "Mr Lane, Mr Reed, Mr Ash and Mr Oak\n\nAgainst (5)\n\nMr Elm, Mr Fir, Mr Yew, Mr Box and Mr Bay\n\n"
        "Motion lost.\n\n"
        'Mr Elm said that it was "late".'
    )
    assert found(text, body="Council").actions() == ["reject"]
    assert found(text.replace("Motion lost.", "Motion carried."), body="Council").actions() == ["approve"]


def test_an_amendment_under_a_heading_of_its_own() -> None:
    text = (
        "Moved by Councillor Gray\n\nSeconded by Alderman Smith that the name Mill Rise be selected.\n\nAMENDMENT\n\n"
        "Moved by Councillor Hart\n\nSeconded by Councillor Moss that the matter be deferred for a month.\n\n"
        "On the amendment being put to the meeting, it was declared lost.\n\n"
        "On the proposal being put to the meeting it was declared carried and agreed accordingly."
    )
    assert sorted(found(text).actions()) == ["approve", "reject"]


def test_what_was_moved_last_is_what_is_put() -> None:
    text = (
        "Councillor Dale moved the report.\n\nCouncillor Lane moved and Councillor Ives seconded a amendment to "
        "refer it to the Roads Committee. Following debate it was put to the vote and was lost by 10 votes to 8."
    )
    (decision,) = found(text).decided()
    assert decision[1:] == ("reject", "Councillor Lane moved and")


def test_motion_and_amendment_receive_votes() -> None:
    text = (
        "Mr Gray MOVED the recommendations, seconded by Mr Hart.\n\nMrs Moss, seconded by Mr Lane, moved as "
        "an AMENDMENT that £200 be moved to the pier.\n\nOn a vote being taken, the MOTION received 4 votes and the "
        "AMENDMENT received 3 votes, and the MOTION was therefore CARRIED."
    )
    assert "reject" in found(text).actions()


def test_a_veto_is_lost() -> None:
    text = (
        "Councillor Dale moved that the Panel veto the precept, seconded by Councillor Boyd. The veto was not carried."
    )
    assert found(text, body="Police and Crime Panel").actions() == ["reject"]


def test_a_motion_in_quotation_marks_before_its_movers() -> None:
    words = '"This Council notes the rise in fares and asks the Clerk to write to the bus company."'
    moved = "Seconded by Councillor Clay."
    assert found(f"{words} {moved} CARRIED nem con.").actions() == ["note", "request"]
    below = f"{words}\n\nProposed by Councillor Dale, seconded by Councillor Clay.\n\nThe motion was put and "
    assert found(below + "CARRIED.").actions() == ["note", "request"]
    assert found(below + "LOST.").actions() == ["reject"]
