"""A number in the form that a list is counted in: 3 → "c", "iii", "03", "3rd" (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
            "twelve": "twelfth"}  # fmt: skip
MOST = 780  # letters: Word stops at thirty z
ROMANS = 32_767  # and there with Roman numerals


def roman(number: int) -> str:
    """Small Roman numerals.

    >>> roman(4), roman(29)
    ('iv', 'xxix')
    """
    if not 0 < number <= ROMANS:
        return str(number)
    out = ""
    for worth, letters in ROMAN:
        out += letters * (number // worth)
        number %= worth
    return out


def letter(number: int) -> str:
    """Small letters, doubled after z as Word does.

    >>> letter(3), letter(27), letter(28)
    ('c', 'aa', 'bb')
    """
    if not 0 < number <= MOST:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    """
    >>> ordinal(1), ordinal(12), ordinal(23)
    ('1st', '12th', '23rd')
    """
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def words(number: int) -> str:
    """
    >>> words(7), words(42)
    ('Seven', 'Forty-two')
    """
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return ONES[number].capitalize()
    tens, ones = divmod(number, 10)
    return (TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")).capitalize()


def ordinal_words(number: int) -> str:
    """
    >>> ordinal_words(3), ordinal_words(21), ordinal_words(20)
    ('Third', 'Twenty-first', 'Twentieth')
    """
    lead, dash, last = words(number).lower().rpartition("-")
    if not last.isalpha():
        return ordinal(number)
    last = ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (lead + dash + last).capitalize()


def circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": words,
    "ordinalText": ordinal_words,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": circled,
    "hex": lambda number: f"{number:X}",
}


def counted(number: int, form: str, width: int = 0) -> str:
    """A number as a list prints it; a form that is not known is decimal, as in Word. `width`: digits at least."""
    return str(number).zfill(width) if width else FORMS.get(form, str)(number)
