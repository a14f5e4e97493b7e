"""What stands at the head of minutes, agendas and notices: council, body, date, times, place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.model import Document, Quoted, Span
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash

# "Minutes of (a meeting of) the Education Scrutiny Board held at …"
MINUTES_OF = re.compile(
    r"\b(?:draft |unconfirmed )?(?:minutes|record|notes|proceedings|agenda|notice|decisions|summons)(?: of proceedings)?,?\s+"
    r"(?:of|at|from|for)(?: the| a| an)?\s+(?:(?:virtual|remote|hybrid|special|extraordinary|extra-ordinary|ordinary|annual|monthly|adjourned|quarterly|public|informal|joint)\s+){0,3}"
    r"(?:(?:meetings?|proceedings|decisions taken)(?: (?:of|by|for))?\s*(?:the |a )?)?",
    re.I,
)
BODY_END = re.compile(
    r"[,;]?\s+(?:which (?:was )?)?(?:held|taken|convened|meeting|that met|to be held|will be held|commencing|on\s+(?:\d|mon|tue|wed|thu|fri|sat|sun)|at\s+\d)\b"
    r"|[,;]?\s+-\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)|[,;]?\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|\n\s*\n",
    re.I,
)
DASH_DATE = re.compile(
    r"^(?P<body>.{3,140}?)\s+-\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{4}",
    re.I,
)
BODY_LABEL = re.compile(
    r"^(?:committee|meeting|body|name of (?:committee|meeting|body)|decision[- ]maker|decision taken by|forum)\s*:\s*",
    re.I,
)
DATE_LABEL = re.compile(r"\b(?:date|held|on|meeting)\b", re.I)
CLOSED = re.compile(
    r"\b(?:meeting|proceedings|session|chair(?:man|person)?|business|council|committee)\b[^.\n]{0,80}?\b(?:clos|conclud|end|finish|ros|rise|terminat|adjourn)[a-z]*\b"
    r"|\b(?:clos|conclud|end|finish|ros|terminat)[a-z]{0,3}\b(?: of meeting)?\s*(?:at|:)|\b(?:meeting )?(?:closed|ended|finished|concluded)\b|\bduration of (?:the )?meeting",
    re.I,
)
BEGAN = re.compile(
    r"\b(?:commenc|start|began|beg[iu]n|open)[a-z]*\b[^.\n]{0,30}?\bat\b|\bstart(?:ed)?(?: time)?\s*:|\btime\s*:|\bcommenced\s*:",
    re.I,
)
VENUE_LABEL = re.compile(r"^(?:venue|place|location|held at|held in|where)\s*:?\s*", re.I)
VENUE_IN = re.compile(
    r"\bheld\s+(?:virtually\s+)?(?:at|in|on|via)\s+(?:the\s+)?(?P<venue>[A-Z(][^\n;]{3,160}?)(?=\s*,?\s+(?:on|at)\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun)|$)",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    council: Quoted | None = None
    body: Quoted | None = None
    date: Quoted | None = None
    start: Quoted | None = None
    end: Quoted | None = None
    venue: Quoted | None = None


def find_header(document: Document, first: int, head: int, last: int) -> Header:
    """The header that stands between blocks `first` and `head`; the end of the meeting is looked for up to `last`."""
    blocks = [b for b in document.blocks[first:head] if b.kind != "rule"]
    lines = [(fold(document.quote(b.span)), b.span) for b in blocks]
    date = _date(lines)
    body = _body(lines, date)
    start = _start(lines)
    return Header(
        council=_council(lines),
        body=body,
        date=date,
        start=start,
        end=_end(document, first, last, start),
        venue=_venue(lines),
    )


def _quoted(text: str, span: Span, start: int, end: int) -> Quoted:
    return Quoted(text=text, span=Span(start=span.start + start, end=span.start + end))


def _council(lines: list[tuple[str, Span]]) -> Quoted | None:
    for text, span in lines:
        council = council_of(squash(text).rstrip("."))
        if council is not None:
            return _quoted(council.name, span, 0, len(text))
    return None


def _body(lines: list[tuple[str, Span]], date: Quoted | None) -> Quoted | None:
    """The body, by the form of words that names it; a line of its own is the last resort."""
    for text, span in lines:
        if found := BODY_LABEL.match(text):
            rest = text[found.end() :]
            if rest.strip() and HEAD.search(rest):
                return _trimmed(text, span, found.end(), len(text))
    for text, span in lines:
        if found := DASH_DATE.match(text):
            return _trimmed(text, span, 0, found.end("body"))
    for text, span in lines:
        found = MINUTES_OF.search(text)
        if found and found.start() < 120:
            end = BODY_END.search(text, found.end())
            stop = end.start() if end else len(text)
            if HEAD.search(text, found.end(), stop) and stop - found.end() < 200:
                return _trimmed(text, span, found.end(), stop)
    council = None
    for text, span in lines:
        line = squash(text)
        if council_of(line.rstrip(".")):
            council = council or (text, span)
        elif is_body_name(line) or (SINGLE_MEMBER.search(line) and len(line) < 120 and not line.endswith((".", ":"))):
            return _trimmed(text, span, 0, len(text))
    # A council that names no other body: its full council met.
    return _trimmed(*council, 0, len(council[0])) if council and date else None


def _trimmed(text: str, span: Span, start: int, end: int) -> Quoted | None:
    """A body's name without the council in front of it, the year and what else clerks hang on to it."""
    words = text[start:end]
    lead = re.match(r"\s*(?:(?:draft |unconfirmed )?minutes\s*[-:]?\s*|the\s+|a\s+|agenda\s*[-:]\s*)*", words, re.I)
    start += lead.end() if lead else 0
    possessive = re.match(r"(.{4,60}?\b(?:council|authority))(?:'s|s')\s+(?=\S)", text[start:end], re.I)
    if possessive and HEAD.search(text, start + possessive.end(), end):
        start += possessive.end()
    for cut in range(start + 5, end):
        # "Coventry City Council Cabinet": the council first, then the body.
        if text[cut - 1] in " \n" and council_of(squash(text[start:cut])) and HEAD.search(text, cut, end):
            start = cut
            break
    name = squash(text[start:end]).strip(" -:,.;")
    stop = start + len(text[start:end].rstrip(" -:,.;\n"))
    return _quoted(name, span, start, stop) if name else None


def _date(lines: list[tuple[str, Span]]) -> Quoted | None:
    found = [(text, span, date) for text, span in lines for date in find_dates(text) if date.year_given]
    for text, span, date in found:
        if DATE_LABEL.search(text, 0, date.start) or HEAD.search(text):
            return _quoted(date.iso, span, date.start, date.end)
    return _quoted(found[0][2].iso, found[0][1], found[0][2].start, found[0][2].end) if found else None


def _start(lines: list[tuple[str, Span]]) -> Quoted | None:
    """The first time of day that is no time of ending."""
    for text, span in lines:
        for time in find_times(text):
            before = text[max(0, time.start - 40) : time.start]
            if not CLOSED.search(before):
                return _quoted(time.iso, span, time.start, time.end)
    return None


def _end(document: Document, first: int, last: int, start: Quoted | None) -> Quoted | None:
    """The last sentence that says that the meeting closed, and when."""
    for block in reversed(document.blocks[first:last]):
        text = fold(document.quote(block.span))
        if len(text) > 1500:
            continue
        found = list(CLOSED.finditer(text))
        for cue in reversed(found):
            times = [t for t in find_times(text) if cue.start() <= t.start < cue.end() + 60]
            if times:
                time = times[-1] if "duration" in cue.group().lower() else times[0]
                if start is None or start.span.start != block.span.start + time.start:
                    return _quoted(time.iso, block.span, time.start, time.end)
    return None


def _venue(lines: list[tuple[str, Span]]) -> Quoted | None:
    for i, (text, span) in enumerate(lines):
        if found := VENUE_LABEL.match(text):
            if text[found.end() :].strip():
                end = re.search(r"\.\s+view directions|\s*view directions|$", text, re.I)
                stop = end.start() if end else len(text)
                return _quoted(squash(text[found.end() : stop]), span, found.end(), stop)
            if found.group().strip() and i + 1 < len(lines) and len(lines[i + 1][0]) < 200:
                value, at = lines[i + 1]
                return _quoted(squash(value), at, 0, len(value))
    for text, span in lines:
        if found := VENUE_IN.search(text):
            return _quoted(squash(found.group("venue")), span, found.start("venue"), found.end("venue"))
    return None
