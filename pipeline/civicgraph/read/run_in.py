"""Titles of numbered paragraphs that are set in bold, with their text in another type on the same line."""

from __future__ import annotations

import re

from civicgraph.read.markers import LIKE_YEAR, marker_at

MOST = 12  # words of a title
SIGNS = " \t\u00a0:.\u2013\u2014-"  # between a title and its text
SAYS = re.compile(
    r"\b(?:of|to|for|from|in|on|at|with|by|and|or|the|a|an|that|was|were|is|are|has|have|had|be)\W*$|[,(&]\s*$"
    r"|^(?:it was )?(?:unanimously )?(?:resolved|agreed|decided|recommended|noted|approved|that|action)\b",
    re.I,
)


def cut_at(line: str, bold: int) -> tuple[int, int] | None:
    """(end of the title, start of its text) in a line whose first `bold` characters are set in bold, its number among
    them; None where they are no title, or nothing follows.

    >>> line = "7. Roads Councillor Lee asked for salt."
    >>> cut_at(line, 8)
    (8, 9)
    >>> cut_at("7. Resolved that salt be bought.", 11) is None
    True
    """
    number = LIKE_YEAR.match(line)
    at = number.end() if number else (marker_at(line) or ("", 0))[1]
    title = line[at:bold].rstrip(SIGNS)
    if not at or not any(map(str.isdigit, line[:at])) or line.lstrip()[:1] in "(|" or not title[:1].isupper():
        return None
    if sum(map(str.isalpha, title)) < 4 or len(title.split()) > MOST or SAYS.search(title) or "\t" in line:
        return None
    end = at + len(title)
    start = len(line) - len(line[end:].lstrip(SIGNS))
    text = line[start:].strip()
    signed = line[end:start].strip()
    if not text or text[0] in ",;)&/" or (text[0].islower() and not signed):
        return None
    return end, start
