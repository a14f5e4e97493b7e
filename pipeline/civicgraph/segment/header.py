"""What stands at the head of minutes, agendas and notices: council, body, date, times, place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.model import Block, Document, Quoted, Span
from civicgraph.segment.bodies import LABELS, headed_body, named_body, sentences
from civicgraph.segment.fields import labelled
from civicgraph.segment.furniture import TELLS
from civicgraph.segment.lines import Line, quoted
from civicgraph.segment.stated import stated_head
from civicgraph.segment.times import OTHER_DATE, called_for, date_of, end_of, of_this_meeting, start_of, undrafted
from civicgraph.segment.trimming import trimmed
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER
from civicgraph.values.dates import find_dates
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash

# Labels of a form, without colon, and what their value is.
FORM_BODY = re.compile(LABELS, re.I)
FORM_DATE = re.compile(
    r"date(?: (?:and time )?of (?:the )?(?:meeting|decision))?|(?:meeting|decision) date|date and time"
    r"|date (?:of )?decision (?:was )?(?:taken|made)",
    re.I,
)
FORM_VENUE = re.compile(r"venue|place|location", re.I)
VENUE_LABEL = re.compile(r"^(?:venue|place|location|held at|held in|where)\s*:?\s*", re.I)
VENUE_IN = re.compile(
    r"\bheld\s+(?:virtually\s+|remotely\s+)?(?:at|in|by|via|on(?=\s+(?:zoom|teams|microsoft|webex|skype)))\s+(?:the\s+)?(?P<venue>(?-i:[A-Z(])[^\n;]{3,160}?)(?=\s*,?\s+(?:on|at)\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun)|$)",
    re.I,
)
NOTE = re.compile(r"(?P<note>[^,\n]{3,80}),\s+(?=[A-Z][^\n]{3,100}\s-\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)")
BEGAN_WITHIN = 30  # blocks below the header, over the lists of names


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
    stated = stated_head(document, first, last)
    # What the format says is not guessed, and what it says of one thing is offered to no guess of another; but a page
    # has body and day in one title.
    blocks = [b for b in document.blocks[first:head] if b.kind != "rule" and b.role in ("", "head", "label", "body")]
    lines = [(fold(document.quote(at)), at) for b in blocks for at in _lines(document, b) if at.start < at.end]
    lines = [_without_note((undrafted(text), at)) for text, at in lines if not OTHER_DATE.match(text)]
    form = [(label, fold(document.quote(at)), at) for label, at in labelled(document, first, head)]
    of_this = [of_this_meeting(line) for line in lines]
    date = stated.get("date") or called_for(lines) or _form_date(form) or date_of(of_this)
    headed = [(fold(document.quote(b.words)), b.words) for b in document.blocks[first:last] if b.role == "body"]
    body = headed_body(headed) or _form_body(form) or named_body(sentences(document, lines), date)
    told = [
        (fold(document.quote(b.span)), b.span)
        for b in document.blocks[head : min(last, head + BEGAN_WITHIN)]
        if b.kind != "rule" and not b.role
    ]
    start = stated.get("start") or start_of(of_this, told)
    return Header(
        council=stated.get("council") or _council(lines),
        body=body,
        date=date,
        start=start,
        end=stated.get("end") or end_of(document, first, last, start),
        venue=stated.get("venue") or _form_venue(form) or _venue(lines),
    )


def _without_note(line: Line) -> Line:
    """ "MOVED, Planning Committee - Thursday, 11 July 2024", "This meeting began late, Licensing Panel - Monday, …":
    a web page prints what became of the meeting before its body."""
    text, span = line
    note = NOTE.match(text)
    if note is None or not (note["note"].isupper() or TELLS.search(note["note"])):
        return line
    return text[note.end() :], Span(start=span.start + note.end(), end=span.end)


def _form_body(form: list[tuple[str, str, Span]]) -> Quoted | None:
    for label, text, span in form:
        if FORM_BODY.fullmatch(label) and (HEAD.search(text) or SINGLE_MEMBER.search(text)) and len(text) < 200:
            return trimmed(text, span, 0, len(text))
    return None


def _form_date(form: list[tuple[str, str, Span]]) -> Quoted | None:
    """The date that a form gives as that of the meeting or the decision, not as that of its publication."""
    for label, text, span in form:
        dates = [date for date in find_dates(text) if date.year_given] if FORM_DATE.fullmatch(label) else []
        if dates:
            return quoted(dates[0].iso, span, dates[0].start, dates[0].end)
    return None


def _form_venue(form: list[tuple[str, str, Span]]) -> Quoted | None:
    for label, text, span in form:
        if FORM_VENUE.fullmatch(label) and 2 < len(text) < 200:
            return quoted(squash(text), span, 0, len(text))
    return None


def _lines(document: Document, block: Block) -> tuple[Span, ...]:
    """A block, or the cells of a row that has no label with its value: "Barset Council | MINUTES"."""
    labelled = not block.cells or document.quote(block.cells[0]).rstrip().endswith(":")
    return (block.span,) if labelled else block.cells


def _council(lines: list[Line]) -> Quoted | None:
    for text, span in lines:
        council = council_of(squash(text).rstrip("."))
        if council is not None:
            return quoted(council.name, span, 0, len(text))
    return None


def _venue(lines: list[Line]) -> Quoted | None:
    for i, (text, span) in enumerate(lines):
        if found := VENUE_LABEL.match(text):
            if text[found.end() :].strip():
                end = re.search(r"\.\s+view directions|\s*view directions|$", text, re.I)
                stop = end.start() if end else len(text)
                return quoted(squash(text[found.end() : stop]), span, found.end(), stop)
            if found.group().strip() and i + 1 < len(lines) and len(lines[i + 1][0]) < 200:
                value, at = lines[i + 1]
                return quoted(squash(value), at, 0, len(value))
    for text, span in lines:
        if found := VENUE_IN.search(text):
            return quoted(squash(found.group("venue")), span, found.start("venue"), found.end("venue"))
    return None
