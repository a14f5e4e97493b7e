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
    ],
)
def test_votes(text: str, expected: tuple[str, int | None, int | None, int | None]) -> None:
    assert found(text).votes() == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The lottery was carried on by volunteers.",
        "The case for a bridge was lost on nobody.",
        "There were two votes of thanks.",
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
