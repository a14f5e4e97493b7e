import pytest

from record import found


def test_mover_and_seconder() -> None:
    text = "It was moved by Councillor Lane, seconded by Councillor Reed, and\n\nRESOLVED that the plan be adopted."
    (decision,) = found(text).findings.decisions
    assert decision.mover is not None and decision.mover.name.endswith("Lane")
    assert decision.seconder is not None and decision.seconder.name.endswith("Reed")
    assert (decision.status, decision.action) == ("resolved", "approve")


def test_recorded_and_resolved() -> None:
    record = found("Members requested a briefing.\n\nRESOLVED that the report be noted.")
    assert [d.status for d in record.findings.decisions] == ["recorded", "resolved"]


def test_recommended_to_another_body() -> None:
    record = found("RECOMMENDED that the budget be approved.")
    assert record.actions() == ["recommend"]


def test_ground_of_exclusion() -> None:
    text = (
        "RESOLVED that under Section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting."
    )
    (decision,) = found(text).findings.decisions
    assert decision.action == "exclude" and decision.ground is not None


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the minutes of the meeting held on 4 February 2014 be approved as a correct record.",
        "RESOLVED: None.",
    ],
)
def test_no_decisions(text: str) -> None:
    assert found(text).actions() == []


def test_every_decision_is_a_quotation() -> None:
    record = found("RESOLVED that (1) the report be noted; and (2) the policy be adopted.")
    for decision in record.findings.decisions:
        assert decision.span.covers(decision.text)
        assert record.document.quote(decision.text).strip()


def test_movers_of_another_item_or_outcome() -> None:
    record = found(
        "It was moved by Councillor Lane, seconded by Councillor Reed, and\n\nRESOLVED that the plan be "
        "adopted.\n\nThe Committee noted the report.",
        "RESOLVED that the fees be raised.",
    )
    assert [(d.action, d.mover is not None) for d in record.findings.decisions] == [
        ("approve", True),
        ("note", False),
        ("approve", False),
    ]


ALIKE = (
    "authority be delegated to the Director of Operations, in consultation with the Leader, to award the funding for {}"
)


def test_two_clauses_that_begin_alike_are_two() -> None:
    clauses = f"(a) {ALIKE.format('adult skills')};\n\n(b) {ALIKE.format('new homes')}."
    assert found(f"RESOLVED that\n\n{clauses}").actions() == ["delegate", "delegate"]


def test_a_clause_that_breaks_off_is_none() -> None:
    record = found(
        "RESOLVED that\n\n(a) the report be noted;\n\n(b) the sum ... view the full minutes text for item 2."
    )
    assert record.decided() == [("a", "note", "the report be noted;")]
