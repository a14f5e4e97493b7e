import pytest

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def approvals(text: str) -> list[str]:
    head = "Anytown Town Council\nMinutes of the Audit Committee held on 14 June 2021\n\nPresent: Cllr A Lee\n\n"
    document = read_bytes((head + text).encode(), path="minutes.txt", name="minutes.txt")
    return [row.minutes_of for row in extract(document, segment(document)).approvals]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("1. Minutes\n\nRESOLVED that the minutes of the meeting held on 4 May 2021 be approved.\n", ["2021-05-04"]),
        (
            "1. Minutes of the meeting held on 4 May 2021\n\nThese were agreed and signed by the Chair.\n",
            ["2021-05-04"],
        ),
        ("1. Minutes of AGM 4th May 2021. Minutes of this meeting were presented and agreed by all.\n", ["2021-05-04"]),
        ("1. Minutes\n\nThe minutes of the meeting held on 4th May were taken as read.\n", ["2021-05-04"]),
        ("1. Minutes\n\nThe minutes of the meeting held on 5 November were confirmed.\n", ["2020-11-05"]),
        ("1. Minutes\n\nRESOLVED:\n\nTo approve the minutes of the meeting held on 4 May 2021.\n", ["2021-05-04"]),
        (
            "1. Minutes\n\nthat the minutes of the meeting held on 4 May 2021 be received and approved.\n",
            ["2021-05-04"],
        ),
        (
            "1. Minutes\n\nThe minutes of the following meetings were received as a correct record:-\n\n"
            "(a) Ordinary Meeting - 4 May 2021\n",
            ["2021-05-04"],
        ),
        ("1. Minutes of 4 May 2021 (approved and signed on 1 June 2021).\n\nThese were noted.\n", ["2021-05-04"]),
        ("1. Minutes\n\nThe minutes of the last meeting were approved.\n", []),
        (
            "1. Minutes of the meeting held on 4 May 2021\n\nResolved to approve the minutes of the meeting of 4 May"
            " 2022.\n",
            ["2021-05-04"],
        ),
        ("1. Minutes\n\n04-05-21 approved\n", ["2021-05-04"]),
        ("1. Minutes\n\nApproval Tuesday 4th May: proposed by Cllr Lee and seconded by Cllr Shah.\n", ["2021-05-04"]),
        ("1. Minutes of the meeting of 4 May 2021\n\nIt was agreed that the workshop be in July.\n", []),
        ("1. Minutes of the meeting of 4 May 2021\n\nIt was agreed that they be signed.\n", ["2021-05-04"]),
        ("1. Minutes\n\nMembers agreed that the road had been dug up on 4 May 2021 by others.\n", []),
        ("1. Minutes\n\nThe fence of 4 May 2021, which cost more than we thought, was approved.\n", []),
        (
            "The minutes of the meeting held on 4 May 2021 were confirmed and signed.\n\n1. Roads\n\nNoted.\n\n"
            "2. Quays\n\nNoted.\n",
            ["2021-05-04"],
        ),
        (
            "1. Minutes\n\nTo confirm the minutes of the meeting held on 4 May 2021 Minutes: The minutes of the meeting"
            " held on 4 May 2021 were confirmed.\n",
            ["2021-05-04"],
        ),
        (
            "1. Minutes of the meeting held on 4 May 2021\n\nThe minutes of the meeting held on 3 August 2021 were"
            " taken as read.\n",
            [],
        ),
        ("1. Minutes\n\nTo approve the minutes of the meeting held on 4 May 2021.\n", []),
        (
            "1. To confirm the minutes of the meeting held on 4 May 2021 - RESOLVED: That the minutes of the meeting"
            " held on 4 May 2021 be approved.\n",
            ["2021-05-04"],
        ),
        (
            "1. Minutes of committees\n\nThe minutes of the Works Committee held on 4 May 2021 were presented.\n\n"
            "RESOLVED that the minutes be received.\n\nRESOLVED that the estimates be approved.\n",
            [],
        ),
        ("1. Minutes\n\nThe minutes of the meeting held on 4 May 2021 would be confirmed at the next meeting.\n", []),
        ("1. Minutes\n\nCllr Reed objected to the minutes of 4 May 2021 being confirmed.\n", []),
        ("1. Minutes\n\nREFUSED to approve the minutes of the meeting held on 4 May 2021.\n", []),
        ("1. Minutes\n\nRESOLVED that the minutes of the meeting held on 4 May 2021 be not approved.\n", []),
        ("1. Minutes\n\nThe minutes of the meeting held on 4 May 2021 were not agreed.\n", []),
        ("1. Minutes of the meeting held on 4 May 2021\n\nApproval of these was deferred; none were signed.\n", []),
        (
            "1. Minutes\n\nThe minutes of the meeting held on 4 May 2021 were approved. Item 5 had been deferred.\n",
            ["2021-05-04"],
        ),
        ("1. Minutes\n\nThe minutes of 3 May 2021, ratified by Council on 17 May 2021, were agreed.\n", ["2021-05-03"]),
        ("1. Minutes\n\nIf the minutes of the meeting of 3 May 2021 were adopted, that would be all.\n", []),
        ("1. Minutes\n\nThe minutes of the meeting held on 4 May 2021, to be approved.\n", []),
        ("1. Panels\n\nRESOLVED that the minutes of the Panel held on 4 May 2021 be noted.\n", []),
        (
            "1. Minutes\n\nIt was agreed that the following minutes be approved:\n\n(a) Audit Committee, 4 May 2021\n\n"
            "(b) Audit Committee, 11 May 2021\n",
            ["2021-05-04", "2021-05-11"],
        ),
        (
            "1. Minutes\n\nThe Committee resolved:-\n\nto approve the minute of the meeting held on 4 May 2021.\n",
            ["2021-05-04"],
        ),
        ("1. Minutes\n\nThe minutes of 4 May 2021 were agreed to be correct records.\n", ["2021-05-04"]),
    ],
)
def test_approvals(text: str, dates: list[str]) -> None:
    assert approvals(text + "\n2. Planning\n\nNo objection.\n") == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # Each set of minutes waits for the words that approve it.
        (
            "1. Minutes\n\nThe minutes of the meeting held on 4 May 2021 were tabled.\n\nAgreed.\n\n"
            "The minutes of the special meeting held on 11 May 2021 were tabled.\n\nAgreed.\n",
            ["2021-05-04", "2021-05-11"],
        ),
        ("1. Minute of Meeting of 4 May 2021\n\nThe Minute was submitted and approved.\n", ["2021-05-04"]),
        (
            "1. Audit Committee\n\nConsideration was given to the decisions of the meeting held on 4 May 2021.\n\n"
            "The Committee AGREED that these be accepted as a true record.\n",
            ["2021-05-04"],
        ),
        (
            "1. Minutes\n\nThe minutes of 4 May 2021 were signed as "
            "correct. They had been adopted by the Council, at its "
            "meeting on 1 June 2021.\n",
            ["2021-05-04"],
        ),
        (
            "1. Committees\n\nCouncil received the minutes of the meetings held between 4 May 2021 and 1 June 2021.\n\n"
            "RESOLVED that the policy be adopted.\n",
            [],
        ),
    ],
)
def test_approvals_told_apart(text: str, dates: list[str]) -> None:
    assert approvals(text + "\n2. Planning\n\nNo objection.\n") == dates


def test_the_words_of_the_record_and_not_of_the_agenda() -> None:
    text = (
        "1. Minutes\n\nMinutes of the meeting held on 4 May 2021 to be approved.\n\n"
        "RESOLVED that the minutes of the meeting held on 4 May 2021 be approved.\n"
    )
    head = "Anytown Town Council\nMinutes of the Audit Committee held on 14 June 2021\n\nPresent: Cllr A Lee\n\n"
    document = read_bytes((head + text).encode(), path="minutes.txt", name="minutes.txt")
    (row,) = extract(document, segment(document)).approvals
    assert document.quote(row.span) == "minutes of the meeting held on 4 May 2021 be approved"


def test_minutes_approved_by_clauses() -> None:
    text = "1. Minutes\n\nRESOLVED:\n\na) To approve the minutes of the Board held on 4 May 2021\n\nb) To note.\n"
    assert approvals(text) == ["2021-05-04"]
