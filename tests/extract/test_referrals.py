import pytest

from record import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RESOLVED that the matter be referred to the Audit Committee.",
            ("refer", "Planning Committee", "Audit Committee"),
        ),
        ("RESOLVED that Cabinet be recommended to adopt the plan.", ("recommend", "Planning Committee", "Cabinet")),
    ],
)
def test_decided(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text).referrals() == [expected]


def test_call_in() -> None:
    text = (
        "# Call-in: Sale of Mill Lane\nThe decision taken by the Cabinet on 4 February had been called "
        "in.\n\nRESOLVED that the decision be referred back to the Cabinet."
    )
    assert found(text, body="Scrutiny Committee").referrals() == [
        ("refer", "Scrutiny Committee", "Cabinet"),
        ("call-in", "Cabinet", "Scrutiny Committee"),
    ]


def test_the_way_to_the_meeting() -> None:
    text = (
        "# Review of Decision 14/7\nThe decision was taken by the Executive and considered by the "
        "Scrutiny Committee via the call-in procedure. Scrutiny Committee had referred the matter to "
        "Full Council."
    )
    assert found(text, body="Council").referrals() == [
        ("call-in", "Executive", "Scrutiny Committee"),
        ("refer", "Scrutiny Committee", "Full Council"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Members referred to the report of the Audit Committee.",
        "# Consideration of any call-ins\nThe Committee may call in any decision made by Cabinet.",
        "No referral had been made to the Audit Committee.",
    ],
)
def test_none(text: str) -> None:
    assert found(text).referrals() == []


def test_taken_up() -> None:
    record = found(
        "# Allotments: Recommendations from the Audit Committee\nThe Committee considered "
        "them.\n\nRESOLVED that the recommendations be accepted."
    )
    assert record.referrals() == [("take-up", "Audit Committee", "Planning Committee")]
    assert [r.answer for r in record.findings.responses] == ["accepted"]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the petition not be referred to the Audit Committee.",
        "RESOLVED (by 2 votes to 5) not to refer the fees to the Audit Committee.",
        "RESOLVED that Cabinet not be recommended to adopt the plan.",
    ],
)
def test_not_referred(text: str) -> None:
    record = found(text)
    assert (record.actions(), record.referrals(), record.targets()) == (["reject"], [], [])


def test_no_answer_of_an_earlier_meeting() -> None:
    record = found(
        "# Allotments: Recommendations from the Audit Committee\nThe recommendations were not accepted by the "
        "Committee at its last meeting."
    )
    assert record.findings.responses == ()
