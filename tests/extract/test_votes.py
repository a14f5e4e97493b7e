import pytest

from record import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillor Lane proposed the fee be kept. 7 Votes for 1 Against - Carried.", ("carried", 7, 1, None)),
        ("The motion was LOST, three voting in favour and five against.", ("lost", 3, 5, None)),
        ("RESOLVED (by 5 votes to 3, with 1 abstention) that the plan be adopted.", ("carried", 5, 3, 1)),
        ("The recommendation was put to the vote and carried unanimously.", ("carried", None, None, None)),
        ("On being put to the vote the amendment was lost.", ("lost", None, None, None)),
        ("On a vote, nineteen Members voted for the motion and twenty-one against.", ("lost", 19, 21, None)),
        ("The result was as follows:\n\nFor: 26\n\nAgainst: 12\n\nAbstentions: 0", ("carried", 26, 12, 0)),
        ("Voting: For 7 Against 3 Abstain 1. The motion was carried.", ("carried", 7, 3, 1)),
        ("RESOLVED: (For: 30, Against: 13)\n\nThat the scheme be kept.", ("carried", 30, 13, None)),
        ("The vote on the proposal was carried by 22 votes to one, with two abstentions.", ("carried", 22, 1, 2)),
        ("14 members voted for the amendment and 8 members voted for the motion.", ("carried", 14, 8, None)),
        (
            "There were 4 votes for and 4 against, and the Chair used her casting vote against the motion.",
            ("lost", 4, 4, None),
        ),
        (
            "A motion to do nothing fell on the Chair's casting vote, 2 Members having voted in favour and 2 against.",
            ("lost", 2, 2, None),
        ),
        ("Members voted in favour of the proposal with no votes against and one abstention.", ("carried", None, 0, 1)),
        ("Cllr Amos proposed that the hedge be cut, Cllr Bray seconded. All in favour.", ("carried", None, None, None)),
        ("The amendment was put to the vote.\n\nThe amendment was AGREED.", ("carried", None, None, None)),
        ("A vote was taken on the amendment, 4 in favour, 11 against. The motion was lost.", ("lost", 4, 11, None)),
        # two words are one number
        ("On a recorded vote, thirty-two Members voted for the motion and six against.", ("carried", 32, 6, None)),
        (
            "A motion to sell was moved, seconded, put to the vote and declared to have fallen",
            ("lost", None, None, None),
        ),
        ("A motion to sell was put to the vote and declared to be lost.", ("lost", None, None, None)),
        ("Voting: Unanimous", ("carried", None, None, None)),
        ("There voted for the veto 2, against 4 and 1 abstained. The veto was not carried.", ("lost", 2, 4, 1)),
        ("With the Motion receiving 21 votes and the Amendment 12 votes, it was so done.", ("carried", 21, 12, None)),
        ("For the motion (as adjusted) - 7 votes\nFor Amendment 1 - 4 votes", ("carried", 7, 4, None)),
        ("Following a vote the list was kept by 24 votes, to 10 votes, with 1 abstention.", ("carried", 24, 10, 1)),
        ("Members unanimously supported the motion.", ("carried", None, None, None)),
        ("It was voted 6 - 2 that the precept remain at £3,000 for the year.", ("carried", 6, 2, None)),
    ],
)
def test_votes(text: str, expected: tuple[str, int | None, int | None, int | None]) -> None:
    assert found(text).votes() == [expected]


def test_each_count_has_the_outcome_told_right_before_it() -> None:
    text = (
        "A proposal by Councillor Lane, seconded by Councillor Reed, that a grant of £500 be made was carried 9-0 with "
        "1 abstention after amendments that the society should have the promise of help but be told of the sum only "
        "when the roof was finished, and that the sum be £300 were defeated 8-5 and 11-2 respectively."
    )
    assert found(text).votes() == [("carried", 9, 0, 1), ("lost", 5, 8, None), ("lost", 2, 11, None)]
    assert found("The motion to mend the roof 2-3 times was carried 8-5.").votes() == [("carried", 8, 5, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The lottery was carried on by volunteers.",
        "The case for a bridge was lost on nobody.",
        "There were two votes of thanks.",
        "That the report be adopted and its recommendations carried into effect.",
        "Two for the school and one for the hall were ordered.",
        '"That the motion be rejected and the park be kept open."',
        "For the avoidance of doubt: the Chair spoke.",
        "RESOLVED that recommendation 3 be rejected on grounds of cost.",
        "The Clerk informed members that the motion was carried.",
        "To wait a year. This was rejected as the roof would not last.",
        "She advised that this was sensible as lost interest would be less than the cost of a loan.",
        "An amendment similar to one previously rejected was circulated.",
    ],
)
def test_no_votes(text: str) -> None:
    assert found(text).votes() == []


RECORDED = """The Chairman put the motion to the vote and the voting was as follows:

For (3)

Mr Baker, Mrs Binks MBE, Mr Lane

Against (1)

Ms Mead

Abstain (0)

Motion carried.
"""


def test_recorded_vote() -> None:
    record = found(RECORDED, body="Council")
    assert record.votes() == [("carried", 3, 1, 0)]
    assert [(b.person.name.split()[-1], b.choice) for b in record.findings.ballots if "Binks" not in b.person.name] == [
        ("Baker", "for"),
        ("Lane", "for"),
        ("Mead", "against"),
    ]
    assert len(record.findings.ballots) == 4


def test_sides_that_are_headings_with_their_totals_below() -> None:
    record = found(
        "(A motion to amend it was the subject of a named vote:\n\nMembers voting FOR the amendment to the motion:\n\n"
        "Councillors Ames, Bird and Cole.\n\n(3 votes)\n\nMembers voting AGAINST the amendment to the motion:\n\n"
        "Councillors East, Ford, Grey and Hill.\n\n(4 votes)\n\nAccordingly, the amendment to the Motion fell.)"
    )
    assert record.votes() == [("lost", 3, 4, None)]
    assert len(record.findings.ballots) == 7


def test_those_for_another_candidate_are_against_the_first() -> None:
    text = "For Councillor Ames (4 votes)\n\nCouncillors Ames, Bird, Cole and Hill\n\nFor Councillor Dunn (3 votes)\n\n"
    record = found(text + "Councillors Dunn, Ewart and Ford\n\nCouncillor Ames was elected.")
    assert record.votes() == [("carried", 4, 3, None)]
    assert len(record.findings.ballots) == 7


def test_motion_and_amendment() -> None:
    text = (
        "On a vote being taken, there voted:-\n\nFor the motion: Provost Hume, Councillors Reed and Sim "
        "(3)\n\nFor the amendment: Councillors Gray and Peel (2)\n\nAbstained: Mrs Bain "
        "(1)\n\nAccordingly, the motion was declared carried."
    )
    record = found(text)
    assert record.votes() == [("carried", 3, 2, 1)]
    assert sorted(b.choice for b in record.findings.ballots) == ["abstain", "against", "against", "for", "for", "for"]


def test_own_vote_put_on_record() -> None:
    text = (
        "The motion was put to the vote and carried.\n\nCouncillor Ashe asked that her vote against the "
        "decision be recorded."
    )
    record = found(text)
    assert [(b.person.name.split()[-1], b.choice) for b in record.findings.ballots] == [("Ashe", "against")]


def test_agreed_after_it_was_put() -> None:
    assert found("Mr Brady proposed that the motion be put to the vote.\n\nAgreed.").votes() == [
        ("carried", None, None, None)
    ]


def test_several_votes_of_one_paragraph() -> None:
    text = (
        "Amendment by the Green Group NOT CARRIED by 28 votes to 20; amendment by Mr Lane CARRIED by 33 votes "
        "to 11 and "
        "AGREED as the substantive motion by 40 votes to 4."
    )
    assert found(text).votes() == [("lost", 20, 28, None), ("carried", 33, 11, None), ("carried", 40, 4, None)]


NAMED_SIDES = [
    # names before the side
    "Councillors Ames, Bird and Cole voted FOR the motion (3);\n\nCouncillors Dunn and Eley abstained from voting.",
    # the side above, its count behind a dash
    "YES - 3\n\nAmes, Bird, Cole\n\nABSTAIN - 2\n\nDunn, Eley",
    # the count before the side
    "3 Councillors voted in favour of the motion.\n\nCouncillors Ames, Bird and Cole.\n\nNo Members voted against the "
    "motion.\n\n2 Members abstained.\n\nCouncillors Dunn and Eley.",
    # all in one paragraph
    "On a division, there voted:- For the motion (3) - Councillors Ames, Bird and Cole; Declined to vote (2) "
    "Councillors "
    "Dunn and Eley.",
    # names one to a line
    "Votes for the motion: (3 votes)\nCllr Ames\nCllr Bird\nCllr Cole (Convener)\n\nAbstentions (2)\nCllr "
    "Dunn\nCllr Eley",
    # a row for each side, a column for each side, a row for each member
    "| Vote | Councillors | Count |\n|---|---|---|\n| For | A Ames, B Bird and C Cole | 3 |\n| Against | None | 0 |\n"
    "| Abstain | D Dunn and E Eley | 2 |",
    "| For 3 | Against 0 | Abstain 2 |\n|---|---|---|\n| Councillors Ames, Bird and Cole | None | Councillors "
    "Dunn and Eley |",
    "| Councillor | For | Against | Abstain |\n|---|---|---|---|\n| A Ames | X | | |\n| B Bird | X | | |\n| C "
    "Cole | X | | |\n"
    "| D Dunn | | | X |\n| E Eley | | | X |",
    "| Councillor | Vote |\n|---|---|\n| A Ames | For |\n| B Bird | For |\n| C Cole | For |\n| D Dunn | "
    "Abstained |\n| E Eley | Abstained |",
]


@pytest.mark.parametrize("text", NAMED_SIDES)
def test_who_voted_how(text: str) -> None:
    record = found("The motion was put to the vote.\n\n" + text)
    assert [(v[0], v[1], v[3]) for v in record.votes()] == [("carried", 3, 2)]
    assert [(b.person.name.split()[-1], b.choice) for b in record.findings.ballots] == [
        ("Ames", "for"),
        ("Bird", "for"),
        ("Cole", "for"),
        ("Dunn", "abstain"),
        ("Eley", "abstain"),
    ]


def test_outcome_above_the_names_is_of_the_same_vote() -> None:
    text = (
        "It was moved by Councillor Ames that the meeting be adjourned.\n\nUpon being put to the vote, the motion was "
        "declared lost.\n\nThe voting was recorded as follows:\n\nYES - 1\n\nAmes\n\nNO - 2\n\nBird, Cole"
    )
    assert found(text).votes() == [("lost", 1, 2, None)]


def test_amendment_put_against_the_motion() -> None:
    text = (
        "Councillor Ames moved approval.\n\nCouncillor Dunn moved as an amendment, seconded by Councillor "
        "Eley, refusal."
        "\n\nOn a division, there voted:- For the motion (3) - Councillors Ames, Bird and Cole; For the "
        "amendment (2) - "
        "Councillors Dunn and Eley."
    )
    record = found(text)
    assert record.votes() == [("carried", 3, 2, None)]
    assert [b.choice for b in record.findings.ballots] == ["for", "for", "for", "against", "against"]


def test_abstentions_named_in_a_sentence() -> None:
    text = (
        "It was proposed to move on and the majority were in favour. Councillors Dunn and Eley abstained from voting."
    )
    record = found(text)
    assert record.votes() == [("carried", None, None, None)]
    assert [b.choice for b in record.findings.ballots] == ["abstain", "abstain"]


def test_ballot_for_candidates_is_one_vote() -> None:
    text = (
        "A ballot took place and there were 10 votes for Ann Lee and 8 votes for Mr Hall, and it "
        "was\n\nRESOLVED – That Ann Lee be elected."
    )
    assert found(text).votes() == [("carried", 10, None, None)]


@pytest.mark.parametrize(
    ("item", "counts"),
    [
        ("The motion was lost by 28 votes to 24.", (24, 28)),
        ("The motion was lost by 24 votes to 28.", (24, 28)),
        ("The motion was carried by 30 votes to 9.", (30, 9)),
        ("The motion was lost, with 9 for and 8 against, for want of two thirds.", (9, 8)),
    ],
)
def test_of_a_bare_pair_the_outcome_says_which_side_is_which(item: str, counts: tuple[int, int]) -> None:
    assert [(vote.votes_for, vote.against) for vote in found(item).findings.votes] == [counts]


def test_surnames_that_are_everyday_words_count_under_councillors() -> None:
    text = "On a division, there voted:-\n\nFor the motion (3) - Councillors Adam, May and Young.\n\n"
    record = found(f"{text}Against the motion (1) - Councillor Penny.\n\nThe Council resolved to adopt the motion.")
    assert [b.person.name.split()[-1] for b in record.findings.ballots] == ["Adam", "May", "Young", "Penny"]
    record = found("The result was as follows:\n\nFor: Ashe, Binks\n\nAgainst: None present\n\nThe motion was carried.")
    assert [b.person.name for b in record.findings.ballots] == ["Ashe", "Binks"]


def test_counts_a_line_each_and_a_decision_that_was_unanimous() -> None:
    text = "Decision\n\nThat the report be noted.\n\nVoting Record\n\n8 For\n\n1 Against\n\n2 Abstentions"
    assert found(text).votes() == [("carried", 8, 1, 2)]
    text = (
        "The application was deferred. The Committee wished it to be recorded that the decision to defer was unanimous."
    )
    assert [outcome for outcome, *_ in found(text).votes()] == ["carried"]
    assert found("The item was deferred. The views of residents were unanimous.").votes() == []


@pytest.mark.parametrize(
    "text",
    [
        "Motion:\nMs M Bain, Mr D Gunn, Mr R Lowe\n\nAmendment:\nMr H Hale, Mrs I Reay",
        "There voted for the Minutes being a correct record:\n\nCouncillors Bain, Gunn and Lowe ...... 3\n\n"
        "There voted against the Minutes being a correct record:\n\nCouncillors Hale and Reay ...... 2",
        "(For the motion (as adjusted): Councillors Bain, Gunn and Lowe.\n\n"
        "For Amendment 1: Councillors Hale and Ray.)",
    ],
)
def test_sides_under_what_they_were_for(text: str) -> None:
    findings = found("The votes were cast as follows:-\n\n" + text).findings
    assert [ballot.choice for ballot in findings.ballots] == ["for"] * 3 + ["against"] * 2
    assert [(vote.votes_for, vote.against) for vote in findings.votes] == [(3, 2)]


def test_a_vote_of_another_day_is_no_vote_of_today() -> None:
    text = (
        "The minutes of the meeting were approved. Councillor Orr asked to note that he had voted against the motion."
    )
    assert found(text).votes() == []
    assert found("Motion: Councillor Adam, seconded by Councillor Bell.").votes() == []


def test_a_division_told_in_one_sentence_over_the_first_item() -> None:
    record = found(
        "MOTION TO PUT OFF THE MEETING\n\nOn a division, there voted for the motion - Bailies Hume and Reed, and "
        "Councillors Sim and Bain (4); and for the amendment - Provost Dunn, Bailie Gray and Councillors East, Ford "
        "and Peel (5) - Councillor Lowe being absent when the vote was taken - whereupon the amendment was carried.\n\n"
        "I  LEASES\n\nThe Committee noted the report."
    )
    assert [vote[1:3] for vote in record.votes()] == [(4, 5)]
    assert len(record.findings.ballots) == 9
