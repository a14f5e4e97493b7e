"""Whose minute a cited number is, by the words beside it: of which body, of which day, or of this very record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.extract.papers.bodies import body_at, body_before
from civicgraph.model import Mention
from civicgraph.values.dates import DateFound, find_dates


@dataclass(frozen=True, slots=True)
class Place:
    """What the text says of where a cited minute stands; all empty where it says nothing."""

    body: Mention | None = None
    date: str = ""  # ISO
    here: bool = False  # "Minute 15 above"


# "Minute 15 above", "Minute 20 (below)", "minute 3 of this meeting"
HERE = re.compile(
    r"\s*(?:\([a-z0-9]{1,3}\)\s*)?,?\s*\(?(?:above|below|overleaf|of\s+(?:this|today's)\s+meeting|of\s+these\s+minutes)\b",
    re.I,
)
# What may stand between the number and the body or the day: "(ii) 'Bus Fares', of the special meeting of the".
TO_BODY = re.compile(
    r"\s*(?:\([a-z0-9]{1,4}\)\s*)?,?\s*(?:refers?\s+)?(?:\(?(?P<quote>['\"])[^\n]{3,120}?(?P=quote)\)?(?=[\s,.;(]),?\s*)?"
    r"[(-]?\s*(?:(?:of|from|in|at|by)\s+)?(?:(?:the|its|their|our)\s+){0,2}(?:minutes?\s+of\s+)?(?:the\s+)?"
    r"(?:(?:last|previous|special|ordinary|annual|extraordinary|adjourned)\s+)?(?:meetings?\s+)?(?:of\s+)?(?:the\s+)?",
    re.I,
)
TO_DAY = re.compile(
    r"(?:'s?)?\s*,?\s*[(-]?\s*(?:(?:at|of|its|their|the|special|ordinary|meetings?|minutes|held|on|dated)\s+){0,6}", re.I
)
FROM_DAY = re.compile(r"\s*,?\s+(?:by|of|from)\s+(?:the\s+)?", re.I)
# Before "Minute 98", in brackets or not: "(the Cabinet on 3 March 2020) (Minute 98 refers)", "Cabinet Minute 27/23".
BEFORE = re.compile(r"[\s,]*[(\[-]?\s*(?:see|vide|at|under|in|and|their|its|ref\.?|reference)?\s*$", re.I)
BEFORE_DAY = re.compile(r"(?:\s+(?:at|its|their|the|a|special|ordinary|meetings?|held|on|dated|of))*\s+$", re.I)
REACH = 180  # characters on either side


def place_of(text: str, start: int, end: int, offset: int) -> Place:
    """What stands beside the citation `text[start:end]`; `offset` is added to the spans of a body.

    >>> text = "in minute no. 98 of the meeting of Cabinet on 20 December 2022"
    >>> place_of(text, 3, 16, 0).date
    '2022-12-20'
    """
    if HERE.match(text, end):
        return Place(here=True)
    after = _after(text, end, offset)
    return after if after.body or after.date else _before(text, start, offset)


def _after(text: str, end: int, offset: int) -> Place:
    lead = TO_BODY.match(text, end)
    at = lead.end() if lead else end
    body = body_at(text, at, offset) if at > end else None
    to_day = TO_DAY.match(text, body.span.end - offset if body else at)
    day = _day_at(text, to_day.end()) if to_day else None
    if day is not None and body is None and (more := FROM_DAY.match(text, day.end)):
        body = body_at(text, more.end(), offset)
    return Place(body=body, date=day.iso if day else "")


def _before(text: str, start: int, offset: int) -> Place:
    lead = BEFORE.search(text, max(0, start - REACH), start)
    at = lead.start() if lead else start
    window = max(0, at - REACH)
    day = next((d for d in find_dates(text[window:at]) if window + d.end == at), None)
    if day is not None:
        found = BEFORE_DAY.search(text, 0, window + day.start)
        at = found.start() if found else window + day.start
    elif at < start - 1:
        return Place()  # "the Cabinet, Minute 98": a list, and no owner
    return Place(body=body_before(text, at, offset), date=day.iso if day else "")


def _day_at(text: str, at: int) -> DateFound | None:
    found = find_dates(text[at : at + REACH])
    return next((_moved(day, at) for day in found if day.start == 0), None)


def _moved(day: DateFound, by: int) -> DateFound:
    return DateFound(iso=day.iso, start=day.start + by, end=day.end + by, year_given=day.year_given)
