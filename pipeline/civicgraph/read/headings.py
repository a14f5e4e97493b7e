"""The headings of a table that only lays minutes out: "Item | Title | Minutes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

COUNTS = re.compile(
    r"(?:(?:agenda |minute )?items?|no|number|ref(?:erence)?|minutes?)\.?(?: (?:no|number|ref)\.?)?", re.I
)
NAMES = re.compile(r"(?:title|subject|topic|description|heading|(?:agenda )?items?)", re.I)
TELLS = re.compile(r"(?:minutes?|discussions?|proceedings|decisions?(?: made)?|resolutions?|notes|outcomes?)", re.I)


def lays_out(headings: Sequence[str]) -> bool:
    """Do the headings of columns say that a row is an item: its number, its title, and what was minuted?

    >>> lays_out(["Item", "Title", "Minutes"]), lays_out(["Ref", "Recommendation", "Response"])
    (True, False)
    """
    plain = [" ".join(heading.split()).strip(" :") for heading in headings]
    counts = COUNTS.fullmatch(plain[0]) if len(plain) > 2 else None
    return bool(counts) and any(map(NAMES.fullmatch, plain[1:])) and any(map(TELLS.fullmatch, plain[1:]))
