"""Which entry of a list a clause is about: of a tracker, a work programme, a forward plan.

'that Item 2 headed "Bus Shelters" be deleted' → "Bus Shelters". The closing mark is often forgotten.
"""

from __future__ import annotations

import re

from civicgraph.model import Quoted, Span
from civicgraph.values.text import fold, squash

_ENTRY = re.compile(
    r"\b(?:items?|entry|entries|matters?|reports?|issues?)(?:\s+(?:no\.?\s*)?\d{1,3})?,?\s+"
    r"(?:headed|entitled|titled|listed as|on)\s+[\"'](?P<title>[^\"]{3,200}?)"
    r"(?:[\"']|,?)\s+(?:should\s+|to\s+)?be\s+(?:now\s+)?(?:deleted|removed|discharged|closed|scheduled|added|included"
    r"|retained|kept|deferred|amended|updated|moved|marked|carried|brought|placed|programmed)\b",
    re.I,
)


def find_entry(clause: str, offset: int) -> Quoted | None:
    """The title of the entry, and where it stands; None where the clause names none. `offset` is that of the clause."""
    found = _ENTRY.search(fold(clause))
    if found is None:
        return None
    title = found["title"].rstrip(" ,'")
    start = offset + found.start("title")
    return Quoted(
        text=squash(clause[start - offset : start - offset + len(title)]),
        span=Span(start=start, end=start + len(title)),
    )
