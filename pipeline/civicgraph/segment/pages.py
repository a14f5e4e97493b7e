"""Web pages printed one after another, and pages of one matter or of decisions that go on to another meeting."""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.segment.times import is_day_and_hour
from civicgraph.values.bodies import is_body_name
from civicgraph.values.dates import find_dates

OF_MATTER = re.compile(r"^Meeting:\s{0,9}\d{1,2}/\d{1,2}/\d{4}\s{1,9}-\s{1,9}\S")
# "18/02/2020 - Parking charges ref: 271": the head of each decision on a page that lists those of many meetings.
LISTED_DECISION = re.compile(r"^(?P<day>\d{1,2}/\d{1,2}/\d{4})\s{1,9}-\s{1,9}\S.{2,300}?\s{1,9}ref:\s{0,9}\d")
MAKER = re.compile(r"^Decision Maker:\s*(?P<maker>\S.*)", re.I)
# What a page of a meeting is called, and what stands below: "Agenda and draft minutes" / "Venue: …" / "No. Item".
PAGE = re.compile(
    r"agenda,?(?: (?:and|&))?(?: (?:draft|printed))? (?:minutes|decisions)(?: and (?:draft |printed )?minutes)?$", re.I
)
DAY_OF_BODY = re.compile(r".{3,140}\s-\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
ON_PAGE = re.compile(r"(?:venue|contact|media)\s*:?|items?$|(?:note\s+)?no\.?\s*\|?\s*item\b", re.I)
ROLL = re.compile(r"(?:councillors?|cllrs?)\b.+[,;].+[,;]", re.I)
RECORDED = re.compile(r"\b(?:resolved|agreed|noted|approved|decided)\b", re.I)
BELOW = 7  # lines below a page's heading in which it shows what it is
LISTED = re.compile(r"(?:(?:recent|published)\s+)?decisions(?:\s+published)?$", re.I)


def further_meetings(lines: list[str]) -> list[int]:
    """Where the page of one matter goes on to its next meeting: "Meeting: 04/05/2023 - Audit Panel (Item 7)"."""
    heads = [n for n, line in enumerate(lines) if OF_MATTER.match(line)]
    return [*heads[1:], *_decided(lines)]


def further_pages(lines: list[str]) -> list[int]:
    """Where, below what one page records, the page of another meeting begins.

    >>> # "… RESOLVED that …" / "Agenda and minutes" / "Roads Panel - Monday, 3 July 2023" / "Venue: …" → at "Agenda"
    """
    out: list[int] = []
    for n in range(1, len(lines)):
        before = out[-1] if out else 0
        if n - before > BELOW and _heads_a_page(lines, n) and any(RECORDED.search(line) for line in lines[before:n]):
            out.append(n)
    return out


def _heads_a_page(lines: list[str], n: int) -> bool:
    line, below = lines[n], lines[n + 1 : n + 1 + BELOW]
    if PAGE.match(line):
        return any(ON_PAGE.match(text) for text in below)
    if DAY_OF_BODY.match(line) and find_dates(line) and len(line) < 200:
        return sum(1 for text in below if ON_PAGE.match(text)) > 1
    if below and is_body_name(line) and is_day_and_hour(below[0]):
        return any(
            ROLL.match(text) for text in below
        )  # "Planning Committee" / "Monday, 3 July 2023 6.00 pm" / who was there
    return bool(LISTED.match(line)) and any(LISTED_DECISION.match(text) for text in below)


def _decided(lines: list[str]) -> list[int]:
    """Where a list of decisions goes on to those of another day or another maker."""
    known: list[tuple[int, str, str]] = []
    for n, line in enumerate(lines):
        if head := LISTED_DECISION.match(line):
            known.append((n, head["day"], next((m["maker"] for at in lines[n : n + 8] if (m := MAKER.match(at))), "")))
    return [one[0] for before, one in pairwise(known) if before[1:] != one[1:]]
