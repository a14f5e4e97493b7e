import pytest

from record import found

PRESENT = "Councillors A Reed (Chair), B Hale, C Marsh and D Lane"


@pytest.mark.parametrize(
    ("item", "movers"),
    [
        (
            "Moved by Councillor Hale, seconded by Councillor Marsh and\n\nRESOLVED that the fee be paid.",
            [("Councillor Hale", "Councillor Marsh")],
        ),
        (
            "1) Councillor Hale proposed, and Councillor Marsh seconded the motion that\n\n“the fee be paid”.\n\n"
            + "2) There was a long debate on it in which several members spoke for and some against, and the bridge, "
            "the ford, the mill and the history of the toll were gone into at length before the Chair ended it.\n\n"
            "3) RESOLVED that the fee be paid.",
            [("Councillor Hale", "Councillor Marsh")],
        ),
        (
            "RESOLVED that the fee be paid.\n\nProposed: Cllr Hale  Seconded: Cllr Marsh\n\nThe hall was cold.",
            [("Cllr Hale", "Cllr Marsh")],
        ),
        ("RESOLVED that the fee be paid.\n\nThe hall was cold.", [(None, None)]),
        (
            "Moved by Councillor Rowland and seconded by Councillor Marsh and\n\nRESOLVED that the fee be paid.",
            [("Councillor Rowland", "Councillor Marsh")],
        ),
        (
            "Councillor B Hale moved and Councillor C Marsh seconded a fee.\n\nRESOLVED: that the fee be paid.",
            [("Councillor Hale", "Councillor Marsh")],
        ),
        (
            "It was moved by Cllr. Mrs. Hale, seconded by Cllr. Mrs. Marsh and\n\nRESOLVED that the fee be paid.",
            [("Councillor Hale", "Councillor Marsh")],
        ),
        # two motions, and nobody says which one this is
        (
            "Councillor Hale moved and Councillor Marsh seconded the report.\n\nCouncillor Lane moved and Councillor "
            "Hale seconded another one.\n\n" + "Debate followed. " * 30 + "\n\nRESOLVED that the fee be paid.",
            [(None, None)],
        ),
    ],
)
def test_who_moved_and_seconded(item: str, movers: list[tuple[str | None, str | None]]) -> None:
    decided = [d for d in found(item, present=PRESENT).findings.decisions if d.status == "resolved"]
    named = [(d.mover.name if d.mover else None, d.seconder.name if d.seconder else None) for d in decided]
    assert [tuple(n and n.split()[-1] for n in pair) for pair in named] == [
        tuple(n and n.split()[-1] for n in pair) for pair in movers
    ]


def test_a_decision_printed_twice_is_one_with_both_places() -> None:
    record = found(
        "Decision:\n\nThat the fee be paid to the mill.\n\nMinutes:\n\nRESOLVED that the fee be paid to the mill."
    )
    (decision,) = record.findings.decisions
    assert len(decision.again) == 1
    assert record.document.quote(decision.again[0]).endswith("that the fee be paid to the mill.")
