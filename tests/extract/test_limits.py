import pytest

from civicgraph.extract.decisions.limits import find_limit
from record import found


@pytest.mark.parametrize(
    ("clause", "limit"),
    [
        ("delegate to the Clerk spending of up to £50,000, in consultation with the Chair", "up to £50,000"),
        ("that the Head of Roads be authorised to repair, not exceeding £2,000.", "not exceeding £2,000"),
        ("to the Director to award contracts within the approved budget after consultation with the Leader",
         "within the approved budget"),
        ("to the Clerk, subject to the agreement of the Chair; and that a report follow",
         "subject to the agreement of the Chair"),
        ("to the Solicitor, subject to consultation with the Leader", None),
        ("to the Director to bring the register up to date", None),
        ("to the Director of Housing to let the contract", None),
    ],
)  # fmt: skip
def test_how_far_an_authority_goes(clause: str, limit: str | None) -> None:
    told = find_limit(clause, 5)
    assert (told.text if told else None) == limit
    if told:
        assert clause[told.span.start - 5 : told.span.end - 5] == limit


def test_of_a_delegation_alone() -> None:
    record = found("RESOLVED that authority be delegated to the Clerk to spend up to £500 on the fence.")
    assert [d.limit.text for d in record.findings.decisions if d.limit] == ["up to £500 on the fence"]
    assert found("RESOLVED that a grant of up to £500 be approved.").findings.decisions[0].limit is None
