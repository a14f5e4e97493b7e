"""Acronyms that a document defines: "Family Drug and Alcohol Court (FDAC)".

Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text", from the
short form in brackets back over its long form; a last plural s and letters of joining words need not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORT = re.compile(
    r"\(\s*(?:the\s+|known as\s+|also known as\s+|or\s+)?[\"']?([A-Za-z][A-Za-z0-9&+/-]{1,9}?)[\"']?(?:'?s)?\s*\)"
)
JOINING = frozenset("and of the for in on to a an with by & at".split())


@dataclass(frozen=True, slots=True)
class Defined:
    short: str
    start: int  # of the long form
    end: int
    whole: int  # one past the bracket


def find_acronyms(text: str) -> Iterator[Defined]:
    """Definitions in a folded text, in order."""
    for found in SHORT.finditer(text):
        short = found.group(1).rstrip("s") if found.group(1)[:-1].isupper() else found.group(1)
        capitals = sum(c.isupper() for c in short)
        if capitals < 2 or capitals < len(short) / 2:
            continue
        long = _long_form(text[max(0, found.start() - 140) : found.start()], short)
        if long:
            start = found.start() - long
            end = found.start() - (long - len(text[start : found.start()].rstrip()))
            yield Defined(short, start, end, found.end())


def _long_form(before: str, short: str) -> int:
    """Length of the long form at the end of `before`, 0 where there is none."""
    before_words = [(m.group(), m.start()) for m in re.finditer(r"[^\s,;:.()\"]+", before)]
    if re.search(r"[.;:)\n]\s*$|\n\s*\n\s*$", before) or not before_words:
        return 0
    stop = max((m.end() for m in re.finditer(r"[.;:()]\s|\n\s*\n", before)), default=0)
    words = [(w, at) for w, at in before_words if at >= stop][-(len(short) + 5) :]
    letters = [c for c in short.upper() if c.isalnum() and not c.isdigit()]
    i, l = len(words) - 1, len(letters) - 1
    first = None
    while i >= 0 and l >= 0:
        parts = [p for p in re.split(r"[-/]", words[i][0]) if p]
        taken = False
        for part in reversed(parts):
            if l >= 0 and part[:1].upper() == letters[l]:
                l, taken = l - 1, True
        if not taken:
            inner = words[i][0].upper()
            if l > 0 and inner[:1] == letters[l - 1] and letters[l] in inner[1:] and inner.find(letters[l], 1) > 0:
                l, taken = l - 2, True  # "Children's" giving "CH"? "ICaSP": two letters of one word
            elif words[i][0].lower() not in JOINING and not (l == len(letters) - 1 and i == len(words) - 1):
                return 0
            elif words[i][0].lower() not in JOINING:
                return 0
        if taken:
            first = words[i][1]
        i -= 1
    if l >= 0 or first is None:
        return 0
    long = before[first:]
    if not any(w[0].isupper() for w in long.split()) or len(long.split()) < 2:
        return 0
    return len(before) - first
