"""The ways in which councils pass matters on, in sentences of our own."""

import pytest

from record import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RECOMMENDED to Council that the fees be raised.", ("recommend", "Council")),
        ("RESOLVED TO RECOMMEND TO COUNCIL that the fees be raised.", ("recommend", "COUNCIL")),
        ("RESOLVED that Council be RECOMMENDED to:\n\n1. adopt the plan; and\n\n2. revoke the old one.", ("recommend", "Council")),
        ("RESOLVED to recommend the budget in Appendix 2 to February Council.", ("recommend", "Council")),
        ("RESOLVED that the draft plan be endorsed for adoption by Full Council.", ("recommend", "Full Council")),
        ("RESOLVED that the petition be referred, in the first instance, to the Roads Committee.", ("refer", "Roads Committee")),
        ("That the motion be referred directly to the Roads Committee for consideration.", ("refer", "Roads Committee")),
        ("RESOLVED that the Committee's comments be reported to the Cabinet.", ("report-up", "Cabinet")),
        ("RESOLVED that Cabinet be asked to reconsider the decision.", ("recommend", "Cabinet")),
        ("It was agreed that these be discussed at an Open Spaces Committee meeting.", ("refer", "Open Spaces Committee")),
    ],
)
def test_passed_on(text: str, expected: tuple[str, str]) -> None:
    assert [(kind, to) for kind, _, to in found(text).referrals()] == [expected]


@pytest.mark.parametrize(
    ("title", "text", "sender"),
    [
        ("Matters Referred to Cabinet by the Youth Scrutiny Panel", "The reviews were noted.", "Youth Scrutiny Panel"),
        ("Referral by a Committee - Reference from the Roads Committee", "These were noted.", "Roads Committee"),
        ("REPORT OF THE CABINET - BRIDGES", "Members spoke.", "CABINET"),
        ("Audit Committee Recommendations", "Members spoke.", "Audit Committee"),
        ("Savings", "To consider the recommendations of the Audit Committee from its meeting on 3 March 2014.", "Audit Committee"),
        (
            "Savings",
            "The clerk submitted a report to enable Members to give consideration to the recommendations of the Pay Panel.",
            "Pay Panel",
        ),
        ("Savings", "RESOLVED to endorse the recommendation of the Audit Committee that the policy be adopted.", "Audit Committee"),
        (
            "Audit Committee",
            "The minutes of the meeting of the Audit Committee held on 3 February 2014 were submitted.\n\n"
            "RESOLVED that the recommendation at minute no. 35 be approved.",
            "Audit Committee",
        ),
        ("Savings", "The Audit Committee agreed to recommend that the Council raise the fee.", "Audit Committee"),
        ("Savings", "The matter had been referred by the Audit Committee.", "Audit Committee"),
        ("Savings", "The Roads Panel had requested that the scheme be referred to the Council.", "Roads Panel"),
        (
            "Savings",
            "The Audit Committee considered the plan at its meeting on 3 February 2014 and were minded to recommend Council "
            "to approve it.",
            "Audit Committee",
        ),
    ],
)  # fmt: skip
def test_came_from(title: str, text: str, sender: str) -> None:
    assert [s for _, s, _ in found(f"# {title}\n{text}", body="Council").referrals()] == [sender]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("CALL-IN OF CABINET DECISION - MILL LANE", "The Committee considered the notice."),
        ("Mill Lane (Call-in)", "The matter had been considered by the Cabinet at its meeting held on 3 February 2014."),
        ("Mill Lane", "To review the decision of the Cabinet. It had been called in."),
    ],
)
def test_called_in(title: str, text: str) -> None:
    record = found(f"# {title}\n{text}", body="Roads Scrutiny Committee")
    assert [kind for kind, _, _ in record.referrals()] == ["call-in"]
    assert [to for _, _, to in record.referrals()] == ["Roads Scrutiny Committee"]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that no items be referred to Full Council.",
        "Councillor Hale requested that the petition be referred to Full Council.",
        "RESOLVED to recommend the appointment of Councillor Hale to the Roads Committee.",
        "RESOLVED that the report, as submitted to the Audit Committee, be noted.",
        "RESOLVED to recommend that the Audit Committee be abolished.",
        "RESOLVED that it be noted that the report will be considered by the Cabinet on 8 April 2014.",
        "# To receive the minutes of the Audit Committee\nRESOLVED that the minutes be noted.",
        "The report told of progress on the recommendations of the Audit Committee.",
        "“That the Motion be referred to the Council for debate.”",
        "Moved by Councillor Hale,\n\nThat the matter be referred to the Cabinet.\n\nThe motion was lost.",
    ],
)
def test_not_passed_on(text: str) -> None:
    assert found(text).referrals() == []


def test_what_two_clauses_recommend_to_one_body_is_one_referral() -> None:
    text = "RESOLVED to recommend to Council that\n\n(1) the fees be raised; and\n\n(2) the plan be adopted."
    assert len(found(text).referrals()) == 1


def test_recommendations_in_another_bodys_minutes() -> None:
    text = (
        "# Reports of Committees\n(i) Audit Committee\n\nMeeting held on 3 February 2014\n\nAC 12 Fraud Policy\n\n"
        "That Council be RECOMMENDED to adopt the policy."
    )
    (referral,) = found(text, body="Council").findings.referrals
    assert (referral.sender.name, referral.what.text) == ("Audit Committee", "AC 12 Fraud Policy")
