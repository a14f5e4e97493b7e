"""What the narrative tells: several outcomes in a sentence, who is given a task, words that stand alone."""

import pytest

from record import found

PRESENT = "Councillor A Reed (Chair)\n\nCouncillor J. Slater (JS)\n\nLynda Price Moss\n\nClerk: Jane Webb"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bin was full, the Clerk to ask for a larger one.", [("request", "the Clerk to ask")]),
        (
            "The quotation was accepted and it was agreed that the old fence be sold.",
            [("approve", "The quotation was accepted"), ("approve", "the old fence be")],
        ),
        (
            "It was agreed that the Clerk would write to the owner and Councillor Reed would speak to his agent.",
            [("request", "the Clerk would write"), ("request", "Councillor Reed would speak")],
        ),
        ("Cllr Reed and the Clerk to meet the owner.", [("request", "Cllr Reed and the")]),
        ("Footpaths: Cllr Reed requested that the stile be repaired.", [("request", "Cllr Reed requested that")]),
        ("It was agreed that the lamp be put on the agenda for the next meeting.", [("schedule", "the lamp be put")]),
        ("Members asked that a plan be drawn up. This was agreed.", [("request", "Members asked that a")]),
    ],
)
def test_several_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    got = [(action, words) for _, action, words in found(text).decided()]
    assert got == expected


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("JS to write to the landowner.", ["J. Slater"]),
        ("JS/Jane to write to the landowner.", ["J. Slater", "Jane"]),
        ("LPM would ring the school.", ["Lynda Price Moss"]),
        ("Jane to send the quotation.", ["Jane"]),
        ("The Clerk and Cllr Reed will inspect the wall.", ["Clerk", "Cllr Reed"]),
        ("It was agreed that JS would paint the gate.", ["J. Slater"]),
    ],
)
def test_owners(text: str, owners: list[str]) -> None:
    record = found(text, present=PRESENT)
    assert record.actions() == ["request"]
    assert record.targets() == owners


@pytest.mark.parametrize(
    "text",
    [
        "BT to dig up the road in May.",
        "Tom Archer to open the fair.",
        "Roads and Transport, the Housing Programme would offer homes.",
        "Clerk to write to the owner - Done",
        "Cllr Reed would like to see more trees.",
        "The Clerk will retire in May.",
    ],
)
def test_no_task(text: str) -> None:
    assert found(text, present=PRESENT).actions() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A letter had come from the school.\n\nNoted.", [("note", "A letter had come")]),
        ("The hedge hides the sign.\n\nAction: JS", [("request", "The hedge hides the")]),
        ("The hedge hides the sign. JS", [("request", "The hedge hides the")]),
        ("The Clerk will ring the school.\n\nJS", [("request", "The Clerk will ring")]),
        ("Cllr Reed asked for a key. The Clerk would action.", [("request", "Cllr Reed asked for")]),
        ("The minutes were read.\n\nAgreed.", []),
        ("JS", []),
    ],
)
def test_words_that_stand_alone(text: str, expected: list[tuple[str, str]]) -> None:
    got = [(action, words) for _, action, words in found(text, present=PRESENT).decided()]
    assert got == expected


def test_one_answer_to_each_planning_application() -> None:
    text = "#Planning\n14/0012 Shed at Hill Farm\n\nNo objection.\n\n14/0013 Garage at Mill Lane\n\nNo objection."
    assert found(text).actions() == ["approve", "approve"]


def test_a_notice_of_the_planning_authority_is_no_outcome() -> None:
    assert found("#Planning\nApplication for a shed at Hill Farm - Approved.").actions() == []


def test_a_later_meeting_on_which_all_agreed() -> None:
    assert found("Members agreed to discuss this at the next meeting.").actions() == ["schedule"]
    assert found("It was agreed to include the pond in the next agenda.").actions() == ["schedule"]


def test_sentences_whose_space_was_lost() -> None:
    text = "The bin was full.Deferred to the next meeting. a) The lamp was out. b) Clerk to report the kerb."
    assert found(text).actions() == ["defer", "request"]


def test_short_tasks_are_given_again_and_again() -> None:
    text = "Lamp in Mill Lane: Cllr Reed will report back.\n\nWall at the mill: Cllr Reed will report back."
    assert found(text).actions() == ["request", "request"]


def test_the_vote_on_what_was_resolved_decides_nothing_more() -> None:
    text = "RESOLVED that the gate be mended.\n\nOn a vote being taken the matter was approved unanimously."
    assert len(found(text).actions()) == 1
    assert found("# TO CONSIDER THE RECOMMENDED SITES\nThe Clerk had drawn up a list.").actions() == []


def test_what_is_told_behind_a_title_without_a_stop() -> None:
    got = found("# Election of a Chairman Mrs Ann Lowe was elected and signed the declaration of office.")
    assert got.actions() == ["appoint"]


def test_a_paragraph_that_is_its_own_title() -> None:
    got = found("# The Committee objected to the path, which was thought too narrow.\nThe Clerk was not there.")
    assert got.actions() == ["reject"]


def test_a_task_at_the_end_of_what_it_is_of() -> None:
    got = found("Litter was left by the van in the lane, clerk to action.")
    assert got.decided() == [("", "request", "Litter was left by")]


def test_what_he_will_do_who_spoke_before() -> None:
    got = found("Cllr Reed said that the tree was down. He had seen it. He will write to the owner.")
    assert got.decided() == [("", "request", "He will write to")]


def test_what_was_to_be_done_at_the_last_meeting() -> None:
    text = "Actions from last meeting: JS to ring the mill.\n\nClerk to write to the mill."
    assert found(text, present=PRESENT).decided() == [("", "request", "Clerk to write to")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was said before is of the thing and not of the day on which it was agreed
        (
            "Members agreed the purchase of a mower with a broad blade as described at the previous meeting.",
            ["approve"],
        ),
        ("Members agreed at the previous meeting to buy a mower.", []),
        ("There was no support for the closure of Low Lane.", ["reject"]),
        ("There were no matters arising.", []),
        ("A vote was taken and it was agreed by four to one to take the tender.", ["approve"]),
        ("It was agreed by the residents to take the tender.", []),
        ("Move the sign to the gate. Proposed Cllr Reed, seconded Cllr Lowe. Carried.", ["approve"]),
        ("Risk register: to be reviewed by the Clerk.", ["request"]),
        ("Risk register: to be safe is better.", []),
    ],
)
def test_told_in_a_word(text: str, expected: list[str]) -> None:
    assert found(text).actions() == expected


@pytest.mark.parametrize("council", ["District", "County", "Borough"])
def test_what_the_council_above_a_parish_did_is_not_its_own(council: str) -> None:
    text = f"The {council} Council refused permission for the barn. The Parish Council supported the appeal."
    assert found(text, body="Nether Pell Parish Council").actions() == ["endorse"]
    assert found("The Council refused permission for the barn.", body=f"Marshdale {council} Council").actions() == [
        "reject"
    ]


def test_what_one_says_is_said_by_no_body() -> None:
    assert found("The Leader of the Council welcomed Councillor Lane.").actions() == []
    assert found("The Chief Executive welcomed Councillor Lane.", body="Cabinet").actions() == []
    assert found("Members of the Committee welcomed Councillor Lane.").actions() == ["note"]
    text = "Following the debate on the Findings Report, the Committee agreed to publish it."
    (decision,) = (record := found(text)).findings.decisions
    assert record.document.quote(decision.text).startswith("the Committee agreed")


def test_a_scrutiny_committee_in_small_letters() -> None:
    text = "The overview and scrutiny committee agreed that the depot be visited."
    assert found(text, body="Overview and Scrutiny Committee").actions() != []


def test_referred_to_a_meeting_of_a_later_day() -> None:
    text = "The motion was moved by Cllr Ali and seconded by Cllr Lee and referred to the Executive on 8 May 2014."
    assert found(text, body="Council").actions() == ["refer"]
    assert found("The grant was approved by the owner on 8 May 2001.").actions() == []


def test_a_name_below_what_was_tabled_is_no_owner() -> None:
    assert found("A report on the motion was tabled.\n\nCouncillor Ali").actions() == []


def test_who_asked_is_of_the_outcome() -> None:
    record = found("The Chair asked Mr Ian Wills to look into this further.")
    (decision,) = record.findings.decisions
    assert record.document.quote(decision.text).startswith("The Chair asked")
    assert [target.name for target in decision.targets] == ["Mr Ian Wills"]


def test_what_was_noted_goes_on_with_somebody_else() -> None:
    text = (
        "Council noted that Councillor Barber would open the debate and Councillor Webber would speak for the others."
    )
    assert found(text, body="Council").actions() == ["note"]
    assert found("The report which asked\n\nMembers to determine an application was read.").actions() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members resolved that Cllr Bridge should chair the meeting.", ["appoint"]),
        ("Members resolved that Cllr Bridge should chair the talks.", ["request"]),
        ("It was agreed that we should request a second cut in May.", ["request"]),
        ("The premises licence was suspended with immediate effect.", ["approve"]),
        ("Community Councillors:\n\nBob Adams (Treasurer)\n\nAnn Hill", []),  # who was there, and no lead-in
        ("Sandra McRae will check the insurance.", ["request"]),
        ("Sandra McRuer will check the insurance.", []),
    ],
)
def test_as_community_councils_tell_it(text: str, expected: list[str]) -> None:
    assert found(text, present="Sandra McRae, Dan O'Hara").actions() == expected


def test_an_election_under_the_office_is_told_and_lists_nobody() -> None:
    present = "Councillor A Reed\n\nVICE CHAIRMAN: Councillor Ann Hale was re-elected as vice-chairman."
    assert found("Nothing was said.", present=present).actions() == ["appoint"]
