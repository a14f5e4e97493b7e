"""Titles of what every meeting takes: a paper that a web page offers beside one is no report."""

from __future__ import annotations

import re

from civicgraph.extract.scene import Scene
from civicgraph.model import Item
from civicgraph.values.bodies import HEAD, is_body_name
from civicgraph.values.dates import find_dates

# The paper beside the title of a licence is what the applicant handed in.
STANDING = re.compile(
    r"(?:(?:to \w+ |the |draft |public ){0,3}(?:apolog|declarations?|disclosures?|membership|substitut|chair|mayor"
    r"|presentation of (?:petitions?|insignia|awards?)|public|questions?|petitions?|deputations?|motions?"
    r"|notices?|urgent|exclusion|announcements?|appointments?|election"
    r"|welcome(?: and\b|$)|communications$|(?:hearing|panel|committee|meeting) procedure|procedure (?:at|for)\b"
    r"|(?:list|schedule) of applications|applications?\b.{0,60}\blicen[cs]"
    r"|any other|dates?|(?:forward|work) (?:plan|programme)|matters arising|actions?|decision notice"
    r"|records? of decisions?$)"
    r"|(?:draft )?minute(?: of\b|$)|.{0,300}\b(?:minutes|previous meeting)\b)",
    re.I,
)
# "Roads Committee - 3 May 2022", "Cabinet", "Budget Meeting 4 March 2021": what is offered there are its minutes.
OF_DAY = re.compile(r"\s*(?:[-:,(]|\bof|\bon|\bheld(?:\s+on)?|\bdated)\s*$")
OF_BODY = re.compile(rf"(?:{HEAD.pattern})(?:\s+\(\d\))?$", re.I)
ABOUT = re.compile(r":|\b(?:from|to|by|of the|into)\b", re.I)  # "Appointments to the Roads Panel": a matter of its own
A_MEETING = re.compile(r"\bmeeting$", re.I)
# What stands under "Matters referred by Scrutiny" at most meetings.
_IT = (
    r"(?:matters?|items?|issues?|references?|referrals?|recommendations?|reports?|petitions?|motions?|decisions?"
    r"|call-?ins?|business)"
)
NONE = re.compile(
    r"\W*(?:there\s+(?:were|was|are|is|being|have\s+been|had\s+been)\s+(?:no|none|nothing)\b"
    r"|(?:none|nil|nothing|n/a|not\s+applicable)\b"
    rf"|no\s+(?:[\w-]+\s+){{0,3}}?{_IT}\b(?=[^.;]{{0,80}}(?:\b(?:had|have|has)\s+been\b|\bwere\b|\bwas\b|\breceived\b|\breferred\b|$)))",
    re.I,
)
LABEL = re.compile(r"(?:to\s|for\s|(?:minutes|decisions?|(?:additional|supporting)\s+documents)\s*:?\s*$)", re.I)


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


def says_none(scene: Scene, item: Item) -> bool:
    """Does an item say that there was nothing under its title: "Issues referred by Scrutiny" / "There were none."?"""
    under = (block for _, block in scene.blocks(item) if block.words.start >= item.title.span.end)
    said = [text for block in under if (text := scene.text(block.words).strip()) and not LABEL.match(text)]
    return bool(said) and len(said) <= 2 and NONE.match(said[0]) is not None
