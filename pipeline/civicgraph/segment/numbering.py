"""What a printed number can count: "14/17" is minute 14 of 2017, or the 17th of a series 14; the run of all decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "Agenda Item 3", "Minute no. 4": the words before a number, which are no part of it.
WORD = re.compile(r"^(?:agenda\s+)?(?P<word>item|minute|min)\b\.?\s*(?:(?:no|number|ref)\b\.?\s*)?", re.I)
PREFIX = re.compile(r"^(?:[A-Za-z]{1,6}[/.-]?)?[A-Z]{0,5}\s?(?=\d)")
BRACKETED = "(#)"
DATED = "day "  # "03/12/20", the third minute of December 2020, where they count from one without a hole
DIGITS = re.compile(r"\d+")
ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One way to read a number: `value` rises through the part, all else of it stays as it is in `family`."""

    family: str  # "#/17", "14/#", "item #"
    number: str  # as printed, without the word before it and the signs after it
    value: int
    part: int = 0  # 1 for the a of "41a/19"


def counts_of(marker: str) -> tuple[Count, ...]:
    """The ways to read a printed marker as the number of an item; none for clause letters and bullets.

    Paragraphs under items count with the item before them: "8.4" is the fourth of 8, never the eighth of something; but
    "8.0" is the number of the item itself, and "8.19" may be the eighth minute of 2019.

    >>> [(count.family, count.value) for count in counts_of("14/17")]
    [('#/17', 14), ('14/#', 17)]
    """
    if letter := re.fullmatch(r"([A-Z]|[IVX]{2,5})[.)]", marker):
        return tuple(_letters(letter.group(1)))
    if marker and set(marker) <= ROMAN.keys():  # "II", before a title in capitals
        return tuple(count for count in _letters(marker) if count.family == "roman")
    if marker.startswith("("):  # "(27)", before a title; before a sentence it is a clause
        bracketed = re.fullmatch(r"\((\d{1,4})\)", marker)
        value = int(bracketed.group(1)) if bracketed else 0
        return (Count(family=BRACKETED, number=str(value), value=value),) if value else ()
    word = WORD.match(marker)
    number = marker[word.end() if word else 0 :].strip(" .):-\u2013")
    prefix = PREFIX.match(number)
    groups = list(DIGITS.finditer(number, prefix.end() if prefix else 0))
    if not groups or not re.fullmatch(r"\d+[a-z]?(?:[/.:_-]\d+|/[A-Z]{1,3}(?=/|$))*", number[groups[0].start() :]):
        return ()
    out = []
    for group in groups:
        after = number[group.end() :]
        dated = len(groups) == 3 and group is not groups[2] and re.fullmatch(r"\d\d/\d\d/\d\d", number)
        if dated and group is groups[1]:
            continue  # a list of days counts up in days and months
        if "." in after and not ("/" in number or re.fullmatch(r"\.(?:0|[1-9]\d)", after)):
            continue
        suffix = after[0] if after[:1].isalpha() else ""
        family = f"{_word(word)}{number[: group.start()].rstrip()}#{after[len(suffix) :]}"
        family = f"{DATED}{family}" if dated else family
        part = ord(suffix) - 96 if suffix else 0
        out.append(Count(family=family, number=number, value=int(group.group()), part=part))
    return tuple(out)


def _word(word: re.Match[str] | None) -> str:
    return f"{word['word'].lower()} " if word else ""


def _letters(letters: str) -> list[Count]:
    out = [Count(family="letter", number=letters, value=ord(letters) - 64)] if len(letters) == 1 else []
    if set(letters) <= ROMAN.keys():
        values = [ROMAN[one] for one in letters]
        total = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
        out.append(Count(family="roman", number=letters, value=total))
    return out
