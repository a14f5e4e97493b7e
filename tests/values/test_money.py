import pytest

from civicgraph.values.money import find_money


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("\u00a3850K", "850000", "GBP"),
        ("\u00a34.2M", "4200000", "GBP"),
        ("\u00a31.1m", "1100000", "GBP"),
        ("\u00a31200", "1200", "GBP"),
        ("\u00a310,000", "10000", "GBP"),
        ("\u00a32.5 million", "2500000", "GBP"),
        ("\u00a35million", "5000000", "GBP"),
        ("\u00a31,530.9m", "1530900000", "GBP"),
        ("\u00a33bn", "3000000000", "GBP"),
        ("\u00a312.50", "12.50", "GBP"),
        ("\u00a30.1m", "100000", "GBP"),
        ("\u20ac5,000", "5000", "EUR"),
        ("\u20ac0.5m", "500000", "EUR"),
    ],
)
def test_one_amount(text: str, value: str, currency: str) -> None:
    (found,) = find_money(f"a cost of \u201c{text}\u201d.")
    assert (found.value, found.currency) == (value, currency)
    assert (found.start, found.end) == (11, 11 + len(text))


@pytest.mark.parametrize("text", ["5.2%", "10,000 residents", "\u00a3", "pounds", "\u00a3x", "24/00109"])
def test_no_amount(text: str) -> None:
    assert find_money(text) == []


def test_units_of_words_that_follow_are_not_taken() -> None:
    assert [found.value for found in find_money("\u00a35 members, \u00a3400 bursary, \u00a33 k\u0142os")] == [
        "5",
        "400",
        "3",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("\u00a32 to \u00a33 million", ["2000000", "3000000"]),
        ("\u00a35m-\u00a36m", ["5000000", "6000000"]),
        ("from \u00a3500 to \u00a32 million", ["500000000", "2000000"]),
        ("\u00a380,000 and \u00a31.2m", ["80000", "1200000"]),
    ],
)
def test_ranges(text: str, values: list[str]) -> None:
    assert [found.value for found in find_money(text)] == values
