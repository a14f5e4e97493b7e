"""The words of a clause that say by when it is to be done."""

from __future__ import annotations

import re

from civicgraph.model import Quoted, Span
from civicgraph.values.due import LIMITS
from civicgraph.values.text import squash

DUE = re.compile(
    rf"""\b(?:{LIMITS}
    | (?:annually|yearly|half-yearly|as\ soon\ as\ (?:possible|practicable)|in\ due\ course)\b
    | (?<!the\ )(?<!a\ )(?:weekly|monthly|quarterly)\b
      (?=\s*(?:$|[.,;:)]|(?:to|by|on|from|at|for|in|and|with|until|thereafter)\b))
    | (?:to|at|for|by)\ (?:the\ |its\ |their\ |a\ )?(?:next|future|following|subsequent|later|forthcoming)
      \ (?:\w+\ ){{0,4}}meetings?(?:\ of\ (?:the\ )?[A-Z][\w()\ ]{{3,60}}?(?=[,.;]|$))?
    )""",
    re.I | re.X,
)
# "the budget published in October", "which had been undertaken in March": when it was, not when it is due.
THEN = re.compile(r"(?:in|during|at|for|before|prior to)\s", re.I)
WAS = re.compile(r"\b(?!defer|postpon|adjourn)(?:\w{2,}ed|held|made|taken|undertaken|given|brought|sent)\s$", re.I)
WILL_BE = re.compile(r"\b(?:be|is|are)\s(?:\w+\s)?\w+\s$", re.I)
# "a report on the school to be built in September": when that is to be, and not the report.
OF_A_THING = re.compile(
    r"\b(?:on|of|about|regarding|concerning|into)\s(?:[^,.;:]*\s)?to\sbe\s(?!submitted|presented|brought|reported|provided"
    r"|considered|made|circulated|taken|received|held|completed|prepared)\w+\s$",
    re.I,
)
# "leases every 5 years" says what they are; "reports every 6 months" and "be inspected every week" what is to be done.
EVERY = re.compile(r"(?:every|each|twice)\s", re.I)
PLURAL = re.compile(r"\b\w{2,}[^\Ws]s\s$")
RECURS = re.compile(
    r"\b(?:be|to)\s[^,.;:]*\s$"
    r"|\b(?:report|updat|review|meet|brief|monitor|inspect|figures|information|feedback|back|audit|check)\w*(?:\s\S+){0,4}\s$",
    re.I,
)
COSTS = re.compile(r"(?:[\u00a3\u20ac]\S+|\b(?:million|thousand))\s$")  # "£40m annually" is a rate


def find_due(text: str, offset: int) -> Quoted | None:
    """The first of them in a clause that begins at an offset of the document; "in March" of what was done then is none.

    >>> find_due("requests a report in September 2018", 0).text
    'in September 2018'
    >>> find_due("notes the strategy published in September 2018", 0)
    """
    for found in DUE.finditer(text):
        before = text[max(0, found.start() - 160) : found.start()]
        past = THEN.match(found.group()) and WAS.search(before) and not WILL_BE.search(before)
        rate = EVERY.match(found.group()) and PLURAL.search(before) and not RECURS.search(before)
        if past or rate or OF_A_THING.search(before) or COSTS.search(before):
            continue
        return Quoted(text=squash(found.group()), span=Span(start=offset + found.start(), end=offset + found.end()))
    return None
