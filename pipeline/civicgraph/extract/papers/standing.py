"""Titles of what every meeting takes: a paper that a web page offers beside one is no report."""

from __future__ import annotations

import re

from civicgraph.values.bodies import HEAD, is_body_name
from civicgraph.values.dates import find_dates

# The paper beside the title of a licence is what the applicant handed in.
STANDING = re.compile(
    r"(?:(?:to \w+ |the |draft |public ){0,3}(?:apolog|declarations?|disclosures?|membership|substitut|chair|mayor"
    r"|presentation of (?:petitions?|insignia|awards?)|public|questions?|petitions?|deputations?|motions?"
    r"|notices?|urgent|exclusion|announcements?|appointments?|election"
    r"|welcome(?: and\b|$)|communications$|(?:hearing|panel|committee|meeting) procedure|procedure (?:at|for)\b"
    r"|(?:list|schedule) of applications|applications?\b.{0,60}\blicen[cs]"
    r"|any other|dates?|(?:forward|work) (?:plan|programme)|matters arising|actions?|decision notice)"
    r"|(?:draft )?minute(?: of\b|$)|.{0,300}\b(?:minutes|previous meeting)\b)",
    re.I,
)
# "Roads Committee - 3 May 2022", "Cabinet", "Budget Meeting 4 March 2021": what is offered there are its minutes.
OF_DAY = re.compile(r"\s*(?:[-:,(]|\bof|\bon|\bheld(?:\s+on)?|\bdated)\s*$")
OF_BODY = re.compile(rf"(?:{HEAD.pattern})(?:\s+\(\d\))?$", re.I)
ABOUT = re.compile(r":|\b(?:from|to|by|of the|into)\b", re.I)  # "Appointments to the Roads Panel": a matter of its own
A_MEETING = re.compile(r"\bmeeting$", re.I)


def is_standing(title: str) -> bool:
    """Is a title of a kind that every agenda has, or does it name a body whose minutes are taken?

    >>> is_standing("Roads Committee - 3 May 2022"), is_standing("Roads Committee Annual Plan 2022")
    (True, False)
    """
    if STANDING.match(title):
        return True
    day = next((day for day in find_dates(title) if day.end == len(title.rstrip(" .)"))), None)
    name = OF_DAY.sub("", title[: day.start] if day else title).strip()
    of_body = OF_BODY.search(name) and is_body_name(name) and not ABOUT.search(name)
    return bool(of_body or day and A_MEETING.search(name))
