"""How somebody attended, as a cell says it: "Present", "Apologies given", a tick."""

from __future__ import annotations

import re

from civicgraph.model import AttendanceStatus
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import squash

# Before anything else: what is planned, unknown or a wish is no attendance.
OPEN = re.compile(r"(?:expected|invited|awaited|tbc|unknown|not (?:known|recorded|applicable)|n/?a|required)\b", re.I)
NO_APOLOGIES = re.compile(
    r"\b(?:no|without|nor) (?:an? )?apolog(?:y|ies)|\bapolog(?:y|ies) not (?:given|received|sent|tendered)\b", re.I
)
APOLOGIES = re.compile(r"\bapol(?:og(?:y|ies|ised|ized)|s?\b)", re.I)
ABSENT = re.compile(
    r"\b(?:absent|absence|not (?:present|in attendance)|did not attend|non-?attendance|no show)\b", re.I
)
PRESENT = re.compile(
    r"\b(?:present|(?:in|full|virtual|remote) attendance|attended|attending|virtual(?:ly)?|remote(?:ly)?|online"
    r"|in person|(?:by|via|on) (?:zoom|(?:microsoft |ms )?teams|video ?link|telephone|webex)"
    r"|(?:as )?(?:a )?substitute(?: member)?)\b",
    re.I,
)
SENT_ANOTHER = re.compile(
    r"\bsubstituted\b|\bsubstitute(?:d)? (?:by|sent|attended|was)\b|\bsent (?:a )?(?:substitute|representative)", re.I
)
# Over the members of a joint body, whom they sit for: "Representing Anyshire County Council:", "Anytown City Council".
_SENT_BY = re.compile(
    r"\s{0,60}+(?P<lead>(?:(?:[Rr]epresenting|[Oo]n\s+behalf\s+of|[Ff]rom|[Nn]ominated\s+by)\s+)?)(?:the\s+)?"
    r"(?P<body>(?!The\b|Full\b)[A-Z][\w'&.-]*(?:\s+(?:[A-Z][\w'&.-]*|of|and|upon|on|the)){0,7}?\s(?:Councils?|Borough|Authority|Corporation))"
    r"\s*(?P<colon>:?)[\s-]*"
)
TICK = frozenset("\u2713 \u2714 \u2611 \u221a y yes ✅ p present attended".split())
CROSS = frozenset("\u2717 \u2718 \u2612 \u274c n no".split())
DOUBTFUL = frozenset("x * • ● 1 \u00d7 +".split())  # marks that tick where nothing else in the table does
# What a cell says of one person; nothing else is taken for it.
STATES: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...] = (
    ("apologies", re.compile(r"(?:sent |gave )?(?:apologies|apology)(?: (?:given|received|sent|for absence))?", re.I)),
    ("absent", re.compile(r"absent|did not attend|not present|absence|no apologies|non-attendance", re.I)),
    ("present", re.compile(r"present|attended|in attendance|yes|attending|attendance|present \(?remotely\)?", re.I)),
)


def sent_by(line: str) -> re.Match[str] | None:
    """A line that says for which council those below it sit (group `body`); None for one that may name a person too.

    >>> bool(sent_by("Representing Anyshire County Council:")), sent_by("Ann Lee Anytown Borough Council")
    (True, None)
    """
    found = _SENT_BY.fullmatch(line)
    return found if found and (found["lead"] or found["colon"] or council_of(found["body"])) else None


def status_of(words: str) -> AttendanceStatus | None:
    """What the words of an attendance column say; None for what they leave open.

    >>> status_of("Present, virtually"), status_of("Absent with apologies"), status_of("Expected")
    ('present', 'apologies', None)
    """
    words = squash(words)
    if not words or len(words) > 80 or OPEN.match(words):
        return None
    if NO_APOLOGIES.search(words):
        return "absent"
    if APOLOGIES.search(words):
        return "apologies"
    if ABSENT.search(words) or words.lower() in CROSS:
        return "absent"
    if SENT_ANOTHER.search(words):
        return None
    return "present" if PRESENT.search(words) or words.lower() in TICK else None


def plain_status_of(words: str) -> AttendanceStatus | None:
    """The same of a cell that no heading explains: it says one of these and nothing else.

    >>> plain_status_of("Apologies received"), plain_status_of("Head of Attendance")
    ('apologies', None)
    """
    return next((status for status, form in STATES if form.fullmatch(words.rstrip(" .:"))), None)
