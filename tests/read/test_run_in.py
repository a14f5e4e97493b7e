import pytest

from civicgraph.read.run_in import cut_at


@pytest.mark.parametrize(
    ("title", "rest", "cut"),
    [
        ("7. Roads", " Councillor Lee asked for salt.", True),
        ("1989. Apologies", " Cllr Lee.", True),
        ("PC/12 Roads:", " salt was bought.", True),
        ("12. Next meeting", " Monday 8 April", True),
        ("7. Resolved", " That salt be bought.", False),
        ("7. Minutes of", " 4 May", False),
        ("7. Salt", " was bought.", False),
        ("(7) Roads", " Councillor Lee asked for salt.", False),
        ("7. Roads", "", False),
        ("7. Roads", ", Councillor Lee's report", False),
        ("Roads", " Councillor Lee asked for salt.", False),
    ],
)
def test_a_numbered_title_in_bold(title: str, rest: str, cut: bool) -> None:
    assert (cut_at(title + rest, len(title)) is not None) is cut
