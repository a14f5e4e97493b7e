"""The number that a browser prints before an item of a list, which stands nowhere in the page."""

from __future__ import annotations

from lxml import etree

from civicgraph.read.html.tree import name

BULLET = "•"
TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 9999  # above it Roman numerals are none


class Numbering:
    """One <ol> as it is counted; an <ul> counts nothing."""

    def __init__(self, element: etree._Element, style: str) -> None:
        self.ordered = name(element) == "ol"
        self.type = style or TYPES.get(element.get("type") or "", "decimal" if self.ordered else "disc")
        self.step = -1 if element.get("reversed") is not None else 1
        start = _number(element.get("start"))
        if start is None:
            start = sum(1 for child in element if name(child) == "li") if self.step < 0 else 1
        self.at = start - self.step

    def marker(self, item: etree._Element, style: str) -> str:
        """What is printed before this item, which is the next one: "4.", "b.", "•"; "" where the list prints none."""
        value = _number(item.get("value"))
        self.at = value if value is not None and self.ordered else self.at + self.step
        kind = style or TYPES.get(item.get("type") or "", "") or self.type
        if kind == "none":
            return ""
        number = written(self.at, kind)
        return f"{number}." if number else BULLET


def written(number: int, kind: str) -> str:
    """The number in the list's own signs; "" for a bullet.

    >>> written(4, "lower-roman"), written(28, "upper-alpha"), written(7, "decimal"), written(1, "disc")
    ('iv', 'AB', '7', '')
    """
    lower, _, script = kind.partition("-")
    if lower == "decimal":
        return f"{number:02}" if script else str(number)
    if script in ("alpha", "latin") and 0 < number <= LARGEST:
        return _cased(_letters(number), lower)
    if script == "roman" and 0 < number <= LARGEST // 2:
        return _cased(_roman(number), lower)
    return str(number) if script else ""


def _cased(sign: str, lower: str) -> str:
    return sign if lower == "lower" else sign.upper()


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def _roman(number: int) -> str:
    out = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        out += sign * times
    return out


def _number(text: str | None) -> int | None:
    """An attribute's whole number; None where it is none or beyond what a list counts to."""
    stripped = (text or "").strip()
    digits = stripped.removeprefix("-")
    return int(stripped) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None
