"""Minutes whose line feeds were lost on the way to a web page: one long line, in which the numbers still run.

The text is not touched; only where lines begin is found again.
"""

from __future__ import annotations

import re
from itertools import pairwise

LONG = 1500  # characters of a line that no clerk typed as one
LEAST = 4  # numbers in a row that make a run of items
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
NUMBER = re.compile(rf"(?<=\s)(?P<item>\d{{1,2}})(?:\.(?P<sub>\d{{1,2}}))?\.?\s(?=[A-Z\"'\u2018\u201c])(?!{MONTH}\b)")
OPENING = re.compile(
    r"(?<=\s)(?=(?:PRESENT|IN ATTENDANCE|APOLOGIES)\b|(?:Present|In attendance|Also present|Apologies)[ ]?:"
    r"|The (?:meeting|Chair(?:man)?) (?:closed|ended|finished|concluded|welcomed|opened)\b"
    r"|There being no (?:further|other)\b)"
)


def line_starts(raw: str) -> list[int]:
    """Offsets where the lost lines of a long line began, 0 first; only 0 where it is a paragraph after all.

    >>> # "… PRESENT: Ann Lee … 1. Apologies None … 2. Minutes …" → the offsets of PRESENT, 1 and 2
    """
    if len(raw) < LONG:
        return [0]
    starts: list[int] = []
    at = 1
    for found in NUMBER.finditer(raw):
        item, sub = int(found["item"]), found["sub"]
        if sub is None and item == at:
            starts.append(found.start())
            at += 1
        elif sub is not None and item == at - 1:
            starts.append(found.start())
    if at <= LEAST:
        return [0]
    starts += [found.start() for found in OPENING.finditer(raw) if found.start() not in starts]
    return [0, *(start for start in sorted(starts) if start > 0)]


def split(raw: str) -> list[tuple[int, str]]:
    """(offset, words) of each line that a long line was made of."""
    starts = line_starts(raw)
    return [(a, raw[a:b].rstrip()) for a, b in pairwise([*starts, len(raw)])]
