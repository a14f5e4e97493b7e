"""Whose minute a cited number is, by the words beside it: of which body, of which day, or of this very record."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from civicgraph.extract.names.bare import body_at, body_before
from civicgraph.model import Mention
from civicgraph.values.dates import MONTHS, DateFound, find_dates


@dataclass(frozen=True, slots=True)
class Place:
    """What the text says of where a cited minute stands; all empty where it says nothing."""

    body: Mention | None = None
    date: str = ""  # ISO; "--06-03" where the words give no year
    here: bool = False  # "Minute 15 above"
    elsewhere: bool = False  # of somebody who is named and not known as a body: "Minute 12 of the Harbour Users"


# "Minute 15 above", "Minute 20 (below)", "minute 3 of this meeting"
HERE = re.compile(
    r"\s*+(?:\([a-z0-9]{1,3}\)\s*+)?,?\s*+\(?(?:above|below|overleaf|of\s++(?:this|today's)\s++meeting|of\s++these\s++minutes)\b",
    re.I,
)
# What may stand between the number and the body or the day: "(ii) 'Bus Fares' of the special meeting of the". Without
# the "of" a day alone belongs to it: "(Minute 12, 4 May 2021)".
TO_BODY = re.compile(
    r"\s*+(?:\([a-z0-9]{1,4}\)\s*+)?,?\s*+(?:\(?(?P<quote>['\"])[^\n]{3,120}?(?P=quote)\)?(?=[\s,.;(]),?\s*+)?[(-]?\s*+"
    r"(?P<of>(?:of|from|in|at|by)\s+(?:(?:the|its|their|our)\s+){0,2}(?:minutes?\s+of\s+)?(?:the\s+)?"
    r"(?:(?:last|previous|special|ordinary|annual|extraordinary|adjourned)\s+)?(?:meetings?\s+)?(?:of\s+)?(?:the\s+)?)?",
    re.I,
)
TO_DAY = re.compile(
    r"(?:'s?)?\s*+,?\s*+[(-]?\s*+(?:(?:at|of|its|their|the|special|ordinary|meetings?|minutes|held|on|dated)\s++){0,6}",
    re.I,
)
# A name, but for one word that may mean the body that speaks: "of the Board's last meeting", and the month of a day.
NAMED = re.compile(
    rf"(?!(?:{MONTHS}|Board|Committee|Panel|Council|Cabinet|Executive|Forum|Commission|Assembly|Group)\b(?!\s+(?:of|for)?\s*[A-Z]))[A-Z]"
)
BY_NAME = re.compile(r"\bby\s+(?:the\s+)?(?:[A-Z][\w'&-]{0,40}\s+){1,6}$")
POSSESSIVE = re.compile(r"'s?\s")
FROM_DAY = re.compile(r"(?:\s*+,)?\s++(?:by|of|from)\s++(?:the\s++)?", re.I)
# Before "Minute 98", in brackets or not: "(the Cabinet on 3 March 2020) (Minute 98 refers)", "Cabinet Minute 27/23".
BEFORE = re.compile(r"[\s,]*+[(\[-]?\s*+(?:see|vide|at|under|in|and|their|its|ref\.?|reference)?\s*+$", re.I)
BEFORE_DAY = re.compile(r"(?:\s++(?:at|its|their|the|a|special|ordinary|meetings?|held|on|dated|of))*+\s++$", re.I)
REACH = 180  # characters on either side


def place_of(text: str, start: int, end: int, offset: int) -> Place:
    """What stands beside the citation `text[start:end]`; `offset` is added to the spans of a body.

    >>> text = "in minute no. 98 of the meeting of Cabinet on 20 December 2022"
    >>> place_of(text, 3, 16, 0).date
    '2022-12-20'
    """
    if HERE.match(text, end):
        return Place(here=True)
    after, before = _after(text, end, offset), _before(text, start, offset)
    if after.body or after.elsewhere:
        return after
    if not after.date:
        return before
    return Place(body=None if before.date else before.body, date=after.date, elsewhere=before.elsewhere)


def _after(text: str, end: int, offset: int) -> Place:
    lead = TO_BODY.match(text, end)
    if lead is None:
        return Place()
    if lead["of"] is None:
        day = _day_at(text, lead.end())
        return Place(date=day.iso if day else "")
    body = _body_at(text, lead.end(), offset)
    if body is None and NAMED.match(text, lead.end()) and _day_at(text, lead.end()) is None:
        return Place(elsewhere=True)
    to_day = TO_DAY.match(text, body.span.end - offset if body else lead.end())
    day = _day_at(text, to_day.end()) if to_day else None
    if day is not None and body is None and (more := FROM_DAY.match(text, day.end)):
        body = body_at(text, more.end(), offset)
    return Place(body=body, date=day.iso if day else "")


def _body_at(text: str, at: int, offset: int) -> Mention | None:
    """The body named there, also as whose the meeting is: "the Planning Committee's meeting"."""
    owner = POSSESSIVE.search(text, at, at + REACH)
    return body_at(text, at, offset) or (body_at(text[: owner.start()], at, offset) if owner else None)


def _before(text: str, start: int, offset: int) -> Place:
    lead = BEFORE.search(text, max(0, start - REACH), start)
    at = lead.start() if lead else start
    window = max(0, at - REACH)
    day = next((d for d in _days(text[window:at]) if window + d.end == at), None)
    if day is not None:
        found = BEFORE_DAY.search(text, 0, window + day.start)
        at = found.start() if found else window + day.start
    body = body_before(text, at, offset)
    if day is None and "," in text[at:start]:
        return Place(elsewhere=body is not None)  # "the Cabinet, Minute 98": its owner, or another matter
    if body is None and BY_NAME.search(text, max(0, at - REACH), at + 1):
        return Place(elsewhere=True)
    return Place(body=body, date=day.iso if day else "")


def _day_at(text: str, at: int) -> DateFound | None:
    found = _days(text[at : at + REACH])
    return next((replace(day, start=at, end=at + day.end) for day in found if day.start == 0), None)


def _days(text: str) -> list[DateFound]:
    """Days as `find_dates` gives them, and "--06-03" for a day without its year."""
    found = find_dates(text, default_year=2000)
    return [day if day.year_given else replace(day, iso=f"--{day.iso[5:]}") for day in found]
