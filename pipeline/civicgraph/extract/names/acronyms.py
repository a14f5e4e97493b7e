"""Acronyms that a document defines: "Family Drug and Alcohol Court (FDAC)".

Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text", from the
short form in brackets back over its long form; a last plural s and letters of joining words need not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.values.gazetteer import not_names
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import is_given_name, is_surname

SHORT = re.compile(
    r"\(\s?(?:the\s|(?:also\s)?known as\s|or\s|hereafter\s)?[\"']?"
    r"([A-Za-z][A-Za-z0-9&+/-]{1,9}?)[\"']?(?:'?s)?\s?\)"
)
WORDS = re.compile(r"[^\s,;:.()\"]++")
ENDS = re.compile(r"[.;:()]\s|\n\s*\n")
JOINING = frozenset("and of the for in on to a an with by & at".split())
TITLED = re.compile(rf"\b{TITLE_S}\.?\s+$")
INITIAL = re.compile(r"[A-Z]\.?")
LIST = 3  # names of people that stand together, each with its initials, as nothing else does


@dataclass(frozen=True, slots=True)
class Defined:
    short: str
    start: int  # of the long form
    end: int
    whole: int  # one past the bracket


def find_acronyms(text: str) -> Iterator[Defined]:
    """Definitions in a folded text, in order; the initials of a person, "Anna Reed (AR)", are none."""
    defined = list(_defined(text))
    people = [one for one in defined if is_initials(text[: one.start], text[one.start : one.end].rstrip(), one.short)]
    alike = [one for one in defined if one in people or _may_be_initials(text[one.start : one.end].rstrip(), one.short)]
    yield from (one for one in defined if one not in (alike if people and len(alike) >= LIST else people))


def _defined(text: str) -> Iterator[Defined]:
    for found in SHORT.finditer(text):
        short = found.group(1).rstrip("s") if found.group(1)[:-1].isupper() else found.group(1)
        capitals = sum(c.isupper() for c in short)
        if capitals < 2 or capitals < len(short) / 2:
            continue
        before = text[max(0, found.start() - 140) : found.start()]
        length = _long_form(before, short)
        start, end = found.start() - length, found.start() - (len(before) - len(before.rstrip()))
        if length:
            yield Defined(short, start, end, found.end())


def initials_of(name: str) -> str:
    """ "MWLP" of "Marlshire Waste and Land Plan": letters of the words with a capital."""
    return "".join(part[0] for word in name.split() for part in re.split(r"[-/]", word) if part[:1].isupper())


def is_initials(before: str, long: str, short: str) -> bool:
    """Are these the initials by which minutes go on to call a person?"""
    words = long.split()
    if TITLED.search(before[-20:]):
        return True
    if not _may_be_initials(long, short):
        return False
    if INITIAL.fullmatch(words[0]):
        return True  # "K Marsh (KM)"
    everyday = any(word.lower() in not_names() for word in words)
    known = is_given_name(words[0]) and (not everyday or is_surname(words[-1]))
    return known or (len(short) == 2 and is_surname(words[-1]))


def _may_be_initials(long: str, short: str) -> bool:
    words = long.split()
    return 2 <= len(words) <= 3 and len(short) <= 3 and all(word[:1].isupper() for word in words)


def _long_form(before: str, short: str) -> int:
    """Length of the long form at the end of `before`, 0 where there is none."""
    if re.search(r"[.;:)\n]\s*$", before):
        return 0
    stop = max((m.end() for m in ENDS.finditer(before)), default=0)
    words = [(m.group(), m.start()) for m in WORDS.finditer(before) if m.start() >= stop][-(len(short) + 5) :]
    letters = [c for c in short.upper() if c.isalpha()]
    at, left, first = len(words) - 1, len(letters), -1
    while at >= 0 and left > 0:
        word, start = words[at]
        taken = _letters_taken(word, letters, left)
        if not taken and word.lower() not in JOINING:
            return 0
        if taken:
            left, first = left - taken, start
        at -= 1
    if left or first < 0:
        return 0
    long = before[first:]
    if not any(word[0].isupper() for word in long.split()) or len(long.split()) < 2:
        return 0
    return len(before) - first


def _letters_taken(word: str, letters: list[str], left: int) -> int:
    """How many letters, of the first `left`, this word gives: 2 of "Multi-Systemic", 2 of "Case" for "Ca"."""
    taken = 0
    for part in reversed([p for p in re.split(r"[-/]", word) if p]):
        if taken < left and part[0].upper() == letters[left - 1 - taken]:
            taken += 1
    inner = word.upper()
    if not taken and left > 1 and inner[0] == letters[left - 2] and letters[left - 1] in inner[1:]:
        return 2
    return taken
