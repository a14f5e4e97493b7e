"""Amounts of money: "£850K", "£4.2M", "£2.5 million", "€5,000"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from civicgraph.values.text import fold


@dataclass(frozen=True, slots=True)
class MoneyFound:
    """An amount and where its words stand (half-open, with sign and unit)."""

    value: str  # exact decimal without exponent: "850000", "12.50"
    currency: str  # ISO 4217
    start: int
    end: int


_CURRENCY = {"\u00a3": "GBP", "\u20ac": "EUR", "$": "USD"}
_SCALE = {
    "k": 1_000, "thousand": 1_000,
    "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
    "b": 1_000_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}+|\d{1,12}+)(?:\.\d{1,4}+)?"
_UNIT = r"(?:[ \n\r]?(?:thousand|millions?|billion|mil|mn|bn)\b|[ ]?[kmb](?![\w']))"
_MONEY = re.compile(rf"(?<![A-Z])(?P<sign>[\u00a3\u20ac$])[ ]?(?P<number>{_NUMBER})(?P<unit>{_UNIT})?(?![\d])", re.I)
# "£1.2 - 1.5m", "£2 to £3 million": the unit stands once, after the last.
_RANGE = re.compile(rf"[ ]?(?:-|to|and)[ ]?[\u00a3\u20ac]?(?P<number>{_NUMBER})(?P<unit>{_UNIT})", re.I)


def find_money(text: str) -> list[MoneyFound]:
    """Every amount with a currency sign, in order. Percentages and bare numbers are none.

    The first of a range takes the unit of the second ("£2 to £3 million") where it has none and is below 1,000.
    """
    folded = fold(text)
    found: list[MoneyFound] = []
    for match in _MONEY.finditer(folded):
        unit = match["unit"]
        number = Decimal(match["number"].replace(",", ""))
        if unit is None and number < 1000:
            after = _RANGE.match(folded, match.end())
            unit = after["unit"] if after else None
        value = number * _SCALE[unit.strip().lower()] if unit else number
        found.append(MoneyFound(_written(value), _CURRENCY[match["sign"]], match.start(), match.end()))
    return found


def _written(value: Decimal) -> str:
    return str(value.quantize(Decimal(1))) if value == value.to_integral_value() else f"{value:f}"
