"""On which day a meeting was, when it began and when it closed."""

from __future__ import annotations

import re

from civicgraph.model import Document, Quoted, Span
from civicgraph.segment.bodies import DASH_DATE, MINUTES_OF
from civicgraph.segment.lines import Line, quoted
from civicgraph.segment.trimming import HELD
from civicgraph.values.bodies import HEAD
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.text import fold

DURATION = re.compile(r"^(?:\W|\d){0,8}(?:duration|times?) of (?:the )?meeting\W*$", re.I)
DATE_LABEL = re.compile(r"\b(?:date|held|on|meeting)\b", re.I)
CLOSED = re.compile(
    r"\b(?:meeting|proceedings|session|chair(?:man|person)?|business|council|committee)\b[^.\n]{0,80}?\b(?:clos|conclud|end|finish|ros|rise|terminat"
    r"|adjourn(?![a-z]* (?:for|from|to|so|while|whilst|briefly)\b))[a-z]*\b"
    r"|\b(?:clos|conclud|end|finish|ros|terminat)[a-z]{0,3}\b(?: of meeting)?\s*(?:at|:)"
    r"|\btime of (?:conclusion|closure|termination)\s*:"
    r"|\b(?:meeting )?(?:closed|ended|finished|concluded)\b|\bduration of (?:the )?meeting",
    re.I,
)
BEGAN = re.compile(
    r"(?<!\bwould )(?<!\bwill )(?<!\bto )\b(?:commenc|start|began|beg[iu]n|open)[a-z]*\b[^.\n]{0,30}?\bat\b"
    r"|\bstart(?:ed)?(?: time)?\s*:|\btime\s*:"
    r"|\b(?:commenced|time of commencement)\s*:",
    re.I,
)
# Dates of a page, and of a decision's page, that are not the day of the meeting.
OTHER_DATE = re.compile(
    r"^(?:(?:posted|uploaded|added|created|modified|updated|reviewed|written)(?: on| by|:)"
    r"|(?:date )?(?:first )?(?:published|publication|last (?:updated|modified))(?: date| on)?"
    r"|effective from"
    r"|(?:decision|call-?in) (?:due|deadline|expires|expiry)(?: date)?"
    r"|(?:deadline|date|last date) for (?:call-?in|publication)|date of call-?in)\b",
    re.I,
)
# What a head says of another day: earlier minutes, the next meeting, who came late, until when a law holds.
ELSEWHERE = re.compile(
    r"\b(?:correct|true|accurate)\b[^.]{0,20}\brecord\b|\b(?:previously|already) circulated\b"
    r"|\b(?:with effect|effective|rearranged|moved|postponed|adjourned|brought forward) from\b"
    r"|^\W{0,4}to (?:approve|confirm|sign|agree|receive|consider|note|authorise)\b"
    r"|\b(?:next|last|future|forthcoming|following) (?:\w+ ){0,2}meetings?\b"
    r"|\bprevious (?:\w+ )?meetings? (?:held|of|on)\b"
    r"|\bsubject to (?:confirmation|approval|agreement) (?:at|by) (?:the|a|its) (?:\w+ ){0,3}meeting\b"
    r"|\b(?:in|into) force (?:until|from|on)\b|\b(?:expires?|expired|valid|lasts?) (?:on|until)\b"
    r"|\b(?:joined|arrived|entered|left) (?:to )?(?:the|at)\b",
    re.I,
)
# What a draft says of itself over the words that name its meeting: "Minute subject to approval at the next meeting".
DRAFT = re.compile(
    r"\bsubject to (?:confirmation|approval|agreement|ratification)"
    r"(?: (?:at|by) (?:(?:the|a|its|our) )?(?:\w+ ){0,4}meeting)?+"
    r"\b(?![,\s]{1,3}(?:on|of|to|in|for|held|which|when|\d))",
    re.I,
)
# The verbs of a sentence that tells something; the day of the meeting stands before them.
TELLS = re.compile(
    r"\b(?:was|were|had|has|have|received|noted|asked|reported|said|informed|advised|thanked|welcomed"
    r"|(?<!are )(?:agreed|approved)(?! minu))"
    r"\b(?!\s+(?:held|convened|taken|made|called|opened)\b)",
    re.I,
)
# "Time: 10.30 - 19.55": behind that label, and as a range, a number with a full stop is a time.
SPAN = re.compile(
    r"^\W{0,4}time\s*:\s*(?P<start>[01]?\d[.:][0-5]\d)\s?(?:-|to|until)\s?(?P<end>(?:[01]?\d|2[0-3])[.:][0-5]\d)\W*$",
    re.I,
)
UNTIL = re.compile(r"\s?(?:-|to|until)\s?(?=\d)")
# "A meeting of the Council will be held in the Town Hall on …", which the next and the annual meeting are not.
CALLED = re.compile(
    r"^(?:[^.;]{0,80}?\b(?:an?|the|this)\s+(?:(?!next\b|annual\b)[\w-]+\s+){0,3}?|\W{0,4})"
    r"meeting\b[^.;]{0,200}\b(?:will|is to|to) be held\b",
    re.I,
)
SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z])")  # "… held on 3 May 2022. The next meeting is on …"
HELD_LINE = re.compile(r"\W{0,4}held\b", re.I)  # a line of its own, under the title
LINE = 300  # characters; a longer one has lost its line feeds
TAKEN = re.compile(
    r"^(?:date (?:of (?:the )?)?(?:decision|taken)|decision (?:date|taken|made)|(?:decided|made) (?:at|on)|date)\b",
    re.I,
)


def undrafted(text: str) -> str:
    """A line of the head, as long as it was, without what a draft says of itself."""
    return DRAFT.sub(lambda found: " " * len(found.group()), text)


def of_this_meeting(line: Line) -> Line:
    """What of a line of the head may give the day or the hour of this meeting: its words up to the first that tell.

    >>> # "Minutes of the meeting held on 3 May 2022" → all of it; "Cllr Lee joined at 7.45pm" → "Cllr Lee "
    """
    text, span = line
    other = ELSEWHERE.search(text)
    if other and len(text) < LINE:
        before = [stop.end() for stop in SENTENCE.finditer(text, 0, other.start())]
        return text[: before[-1]] if before and HELD.search(text, 0, before[-1]) else "", span
    tells = TELLS.search(text)
    return text[: min(found.start() for found in (other, tells) if found)] if other or tells else text, span


def called_for(lines: list[Line]) -> Quoted | None:
    """The day for which a sentence calls the meeting; the letter before an agenda has a day of its own."""
    for text, span in lines:
        for date in find_dates(text):
            if date.year_given and CALLED.search(text, 0, date.start):
                return quoted(date.iso, span, date.start, date.end)
    return None


def date_of(lines: list[Line]) -> Quoted | None:
    """The day of the meeting or the decision: under its label, else by a body's name, else the first in the head."""
    found = [(text, span, date) for text, span in lines for date in find_dates(text) if date.year_given]
    for text, span, date in found:
        if TAKEN.match(text):
            return quoted(date.iso, span, date.start, date.end)
    for text, span, date in found:
        if MINUTES_OF.match(text) and HELD.search(text, 0, date.start + 1):
            return quoted(date.iso, span, date.start, date.end)
    for text, span, date in found:
        if HELD_LINE.match(text):
            return quoted(date.iso, span, date.start, date.end)
    for text, span, date in found:
        if is_day_and_hour(text):
            return quoted(date.iso, span, date.start, date.end)
    for text, span, date in found:
        if DASH_DATE.match(text) or DATE_LABEL.search(text, 0, date.start) or HEAD.search(text):
            return quoted(date.iso, span, date.start, date.end)
    return quoted(found[0][2].iso, found[0][1], found[0][2].start, found[0][2].end) if found else None


def is_day_and_hour(line: str) -> bool:
    """Is a line a day with its hour, and at most the place behind: "Monday 3 July 2023 at 6.30 pm, Town Hall"?"""
    days, hours = find_dates(line), find_times(line)
    if not days or not hours or len(days) > 1 or len(line) > 120:
        return False
    return not line[: days[0].start].strip() and 0 <= hours[0].start - days[0].end < 6


def start_of(lines: list[Line], told: list[Line]) -> Quoted | None:
    """The first time of day that is no time of ending; below the header only where the text says that it began."""
    for text, span in lines:
        if bare := SPAN.match(text):
            return quoted(f"{bare['start'].replace('.', ':'):0>5}", span, *bare.span("start"))
        for time in find_times(text):
            before = text[max(0, time.start - 40) : time.start]
            if not CLOSED.search(before):
                return quoted(time.iso, span, time.start, time.end)
    for text, span in told:
        for cue in BEGAN.finditer(text) if len(text) < 400 else ():
            for time in find_times(text):
                if cue.start() <= time.start < cue.end() + 20 and not CLOSED.search(text, cue.start(), time.start):
                    return quoted(time.iso, span, time.start, time.end)
    return None


def end_of(document: Document, first: int, last: int, start: Quoted | None) -> Quoted | None:
    """The last sentence that says that the meeting closed, and when."""
    below: tuple[str, Span] | None = None
    for block in reversed(document.blocks[first:last]):
        text = fold(document.quote(block.span))
        if below and DURATION.match(text) and (times := find_times(below[0])) and len(below[0]) < 80:
            return quoted(times[-1].iso, below[1], times[-1].start, times[-1].end)
        below = (text, block.span) if block.kind != "rule" else below
        if len(text) > 1500 and len(document.blocks[first:last]) > 3:
            text = ""
        found = list(CLOSED.finditer(text))
        for cue in reversed(found):
            times = [t for t in find_times(text) if cue.start() <= t.start < cue.end() + 60]
            if times:
                time = times[-1] if "duration" in cue.group().lower() else times[0]
                if start is None or start.span.start != block.span.start + time.start:
                    return quoted(time.iso, block.span, time.start, time.end)
    return _until(document, start) if start else None


def _until(document: Document, start: Quoted) -> Quoted | None:
    """The end of "10:00 to 16:00" in a head."""
    line = document.text.rfind("\n", 0, start.span.start) + 1
    if bare := SPAN.match(fold(document.text[line : line + LINE].partition("\n")[0])):
        whole = Span(start=line, end=line + bare.end())
        return quoted(f"{bare['end'].replace('.', ':'):0>5}", whole, *bare.span("end"))
    at = Span(start=start.span.end, end=min(start.span.end + 24, len(document.text)))
    text = fold(document.quote(at))
    to = UNTIL.match(text)
    time = next((t for t in find_times(text) if to and t.start == to.end()), None)
    return quoted(time.iso, at, time.start, time.end) if time else None
