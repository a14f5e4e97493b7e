"""What stands at the head of minutes, agendas and notices: council, body, date, times, place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from civicgraph.model import Block, Document, Quoted, Span
from civicgraph.segment.fields import labelled
from civicgraph.segment.stated import stated_head
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash

KINDS = (
    r"(?:(?:virtual|remote|hybrid|special|extraordinary|extra-ordinary|ordinary|annual|statutory|monthly|adjourned|quarterly"
    r"|public|informal|joint|full|budget)\s+){0,3}"
)
# "Minutes of (a meeting of) the Education Scrutiny Board held at …"
MINUTES_OF = re.compile(
    r"\b(?:draft |unconfirmed )?(?:minutes?|record|notes?|proceedings|agenda|notice|decisions"
    r"|summons)(?: of (?:the )?proceedings)?,?\s+"
    rf"(?:of|at|from|for)(?: the| a| an)?\s+{KINDS}"
    rf"(?:(?:meetings?|proceedings|decisions taken)(?:\s+(?:of|by|for|at))?\s*(?:the |a )?{KINDS}){{0,3}}",
    re.I,
)
# "You are summoned to attend a meeting of the Planning Committee to be held in …", of an agenda's letter.
CALLED_TO = re.compile(
    rf"\b(?:attend|notice\b[^.\n]{{0,40}}?\bthat|there will be|convene)\s+(?:a|an"
    rf"|the)?\s*{KINDS}(?:meeting\s+of\s+)(?:the\s+)?|^(?:a"
    rf"|the)\s+{KINDS}meeting\s+of\s+(?:the\s+)?(?=[^\n]{{3,90}}\b(?:will|is to) be held)",
    re.I,
)
# What may follow a body's name in the sentence that calls or records its meeting.
HELD = re.compile(
    r"(?:[,;]?\s{1,9}|\b)(?:which (?:was )?)?(?:held|taken|convened|meeting|that met|to be held|(?:will"
    r"|is to) be held|commencing|on\s{1,9}(?:\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)|at\s{1,9}\d)\b"
    r"|[,;]?\s{1,9}-\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)|[,;]?\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.I,
)
# "Anytown Community Council held their meeting remotely at 8.20pm on the 8th July 2020."
HELD_ITS = re.compile(
    r"^(?:the )?(?P<body>[^.,:;]{4,100}?)\s+(?:held (?:its|their|an?|the)\s+(?:[\w-]+\s+){0,3}meeting\b"
    r"|met\s+(?:at|on|in|via|remotely|virtually)\b)",
    re.I,
)
BLANK = re.compile(r"\n\s{0,60}\n")
LEAD = re.compile(
    r"\s*(?:(?:draft |unconfirmed )?(?:minutes?|notes?)\s*[-:]?\s*|reports? to\s+|(?:of )?(?:the |a )?meetings? of\s+"
    r"|the\s+"
    r"|a\s+|above\s+|agenda\s*[-:]\s*)*",
    re.I,
)
# "Boughton Parish Council Meeting, 24th July 2014 - Village Hall": the name ends where its meeting begins.
TAIL = re.compile(rf"(?<=\S)\s{{1,9}}{KINDS}(?:meetings?|agm)\b(?!\s+of\b).*$", re.I | re.S)
MEETING_OF = re.compile(r"(?:the )?meeting of\s+(?:the\s+)?", re.I)
# In a name without capitals, what tells that it is none: "kept for the council".
AT_WORK = re.compile(r"\b(?:for|by|to|from|with|at|in)\b")
AFTER = re.compile(r"(?:,| -|\s\(| of)\s{1,9}(?:the\s{1,9})?(?=[A-Z])")
DASH_DATE = re.compile(
    r"^(?P<body>.{3,140}?)\s+-\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{4}",
    re.I,
)
BODY_LABEL = re.compile(
    r"^(?:committee|meeting|body|name of (?:committee|meeting|body)|decision[- ]maker"
    r"|decision (?:to be )?(?:taken|made) by|forum)\s*:\s*",
    re.I,
)
# Lines that name bodies and are about somebody else: who is called, and where.
NOT_BODY = re.compile(
    r"^(?:to|for the attention of|members? of|the members|each member|membership|all members|dear|contact|venue"
    r"|cc|(?:interim |deputy )?chief executive|(?:corporate |executive |strategic )?director)\b|\b(?:room"
    r"|chamber|suite|house|offices?|hall|website)$",
    re.I,
)
FULL_COUNCIL = re.compile(r"\bcouncil$", re.I)
# Labels of a form, without colon, and what their value is.
FORM_BODY = re.compile(
    r"(?:name of )?(?:committee|meeting|body|decision[- ]maker)|decision (?:to be )?(?:taken|made) by|forum",
    re.I,
)
FORM_DATE = re.compile(
    r"date(?: (?:and time )?of (?:the )?(?:meeting|decision))?|(?:meeting|decision) date|date and time"
    r"|date (?:of )?decision (?:was )?(?:taken|made)",
    re.I,
)
FORM_VENUE = re.compile(r"venue|place|location", re.I)
DURATION = re.compile(r"^(?:\W|\d){0,8}(?:duration|times?) of (?:the )?meeting\W*$", re.I)
DATE_LABEL = re.compile(r"\b(?:date|held|on|meeting)\b", re.I)
CLOSED = re.compile(
    r"\b(?:meeting|proceedings|session|chair(?:man|person)?|business|council|committee)\b[^.\n]{0,80}?\b(?:clos|conclud|end|finish|ros|rise|terminat|adjourn)[a-z]*\b"
    r"|\b(?:clos|conclud|end|finish|ros|terminat)[a-z]{0,3}\b(?: of meeting)?\s*(?:at|:)"
    r"|\b(?:meeting )?(?:closed|ended|finished|concluded)\b|\bduration of (?:the )?meeting",
    re.I,
)
BEGAN = re.compile(
    r"\b(?:commenc|start|began|beg[iu]n|open)[a-z]*\b[^.\n]{0,30}?\bat\b|\bstart(?:ed)?(?: time)?\s*:|\btime\s*:"
    r"|\bcommenced\s*:",
    re.I,
)
VENUE_LABEL = re.compile(r"^(?:venue|place|location|held at|held in|where)\s*:?\s*", re.I)
VENUE_IN = re.compile(
    r"\bheld\s+(?:virtually\s+|remotely\s+)?(?:at|in|by|via|on(?=\s+(?:zoom|teams|microsoft|webex|skype)))\s+(?:the\s+)?(?P<venue>[A-Z(][^\n;]{3,160}?)(?=\s*,?\s+(?:on|at)\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun)|$)",
    re.I,
)


BEGAN_WITHIN = 30  # blocks below the header, over the lists of names


# Dates of a page, and of a decision's page, that are not the day of the meeting.
OTHER_DATE = re.compile(
    r"^(?:(?:posted|uploaded|added|created|modified|updated|reviewed|written)(?: on| by|:)"
    r"|(?:date )?(?:first )?(?:published|publication|last (?:updated|modified))(?: date| on)?"
    r"|effective from"
    r"|(?:decision|call-?in) (?:due|deadline|expires|expiry)(?: date)?"
    r"|(?:deadline|date|last date) for (?:call-?in|publication)|date of call-?in)\b",
    re.I,
)
TAKEN = re.compile(
    r"^(?:date (?:of (?:the )?)?(?:decision|taken)|decision (?:date|taken|made)|decided (?:at|on)|date)\b", re.I
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
    stated = stated_head(document, first, last)
    # What the format says is not guessed, and what it says of one thing is offered to no guess of another; but a page
    # has body and day in one title.
    blocks = [b for b in document.blocks[first:head] if b.kind != "rule" and b.role in ("", "head", "label", "body")]
    lines = [(fold(document.quote(at)), at) for b in blocks for at in _lines(document, b) if at.start < at.end]
    lines = [line for line in lines if not OTHER_DATE.match(line[0])]
    form = [(label, fold(document.quote(at)), at) for label, at in labelled(document, first, head)]
    date = stated.get("date") or _form_date(form) or _date(lines)
    headed = [(fold(document.quote(b.words)), b.words) for b in document.blocks[first:last] if b.role == "body"]
    body = _headed(headed) or _form_body(form) or _body(_sentences(document, lines), date)
    told = [
        (fold(document.quote(b.span)), b.span)
        for b in document.blocks[head : min(last, head + BEGAN_WITHIN)]
        if b.kind != "rule" and not b.role
    ]
    start = stated.get("start") or _start(lines, told)
    return Header(
        council=stated.get("council") or _council(lines),
        body=body,
        date=date,
        start=start,
        end=stated.get("end") or _end(document, first, last, start),
        venue=stated.get("venue") or _form_venue(form) or _venue(lines),
    )


def _form_body(form: list[tuple[str, str, Span]]) -> Quoted | None:
    for label, text, span in form:
        if FORM_BODY.fullmatch(label) and (HEAD.search(text) or SINGLE_MEMBER.search(text)) and len(text) < 200:
            return _trimmed(text, span, 0, len(text))
    return None


def _form_date(form: list[tuple[str, str, Span]]) -> Quoted | None:
    """The date that a form gives as that of the meeting or the decision, not as that of its publication."""
    for label, text, span in form:
        dates = [date for date in find_dates(text) if date.year_given] if FORM_DATE.fullmatch(label) else []
        if dates:
            return _quoted(dates[0].iso, span, dates[0].start, dates[0].end)
    return None


def _form_venue(form: list[tuple[str, str, Span]]) -> Quoted | None:
    for label, text, span in form:
        if FORM_VENUE.fullmatch(label) and 2 < len(text) < 200:
            return _quoted(squash(text), span, 0, len(text))
    return None


def _lines(document: Document, block: Block) -> tuple[Span, ...]:
    """A block, or the cells of a row that has no label with its value: "Barset Council | MINUTES"."""
    labelled = not block.cells or document.quote(block.cells[0]).rstrip().endswith(":")
    return (block.span,) if labelled else block.cells


def _sentences(document: Document, lines: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The lines, with the sentence that names the meeting in one piece where blank lines cut it in two."""
    out = list(lines)
    for n, ((text, span), (below, end)) in enumerate(pairwise(lines)):
        found = MINUTES_OF.search(text)
        if found and found.start() < 40 and not HELD.search(text, found.end()) and HELD.search(below, 0, 100):
            whole = Span(start=span.start, end=end.end)
            out[n] = (fold(document.quote(whole)), whole)
            break
    return out


def _quoted(text: str, span: Span, start: int, end: int) -> Quoted:
    return Quoted(text=text, span=Span(start=span.start + start, end=span.start + end))


def _council(lines: list[tuple[str, Span]]) -> Quoted | None:
    for text, span in lines:
        council = council_of(squash(text).rstrip("."))
        if council is not None:
            return _quoted(council.name, span, 0, len(text))
    return None


def _headed(lines: list[tuple[str, Span]]) -> Quoted | None:
    """The body where the format says which block names it, with the day of its meeting behind it or not."""
    for text, span in lines:
        dash = DASH_DATE.match(text)
        lead = MEETING_OF.match(text)
        start = lead.end() if lead else 0
        stop = dash.end("body") if dash else min([_end_of_name(text, start), *(d.start for d in find_dates(text))])
        name = _trimmed(text, span, start, stop) if start < stop else None
        if name is not None:
            return name
    return None


def _body(lines: list[tuple[str, Span]], date: Quoted | None) -> Quoted | None:
    """The body, by the form of words that names it; a line of its own is the last resort."""
    for text, span in lines:
        if found := BODY_LABEL.match(text):
            rest = text[found.end() :]
            if rest.strip() and HEAD.search(rest):
                return _trimmed(text, span, found.end(), len(text))
    for text, span in lines:
        if (found := DASH_DATE.match(text)) and not NOT_BODY.search(found["body"]):
            return _trimmed(text, span, 0, found.end("body"))
    named = _in_sentences(lines)
    # "Record of proceedings kept for the council" over "Minutes of the Highways Committee": capitals tell a name.
    if name := next((one for one in named if not one.text[0].islower()), None):
        return name
    if name := next((one for one in named if not AT_WORK.search(one.text)), None):
        return name
    for text, span in lines:
        if (held := HELD_ITS.match(text)) and HEAD.search(held["body"]) and find_dates(text):
            return _trimmed(text, span, held.start("body"), held.end("body"))
    return _own_line(lines, date)


def _in_sentences(lines: list[tuple[str, Span]]) -> list[Quoted]:
    """What the sentences that record or call a meeting name as the body that met."""
    out: list[Quoted] = []
    for form in (MINUTES_OF, CALLED_TO):
        for text, span in lines:
            found = form.search(text)
            if found and (found.start() < 120 or form is CALLED_TO):
                stop = _end_of_name(text, found.end())
                if HEAD.search(text, found.end(), stop) and stop - found.end() < 200:
                    name = _trimmed(text, span, found.end(), stop)
                    out += [name] if name else []
    return out


def _end_of_name(text: str, start: int) -> int:
    """Where the name of a body ends. A blank line ends it unless the sentence goes on beyond, as in double spacing.

    >>> # "Minutes of the Meeting of Anytown's Travel and Transport / (blank) / Policy Committee held on …" → at "held"
    """
    held = HELD.search(text, start)
    blank = BLANK.search(text, start)
    if held and (blank is None or held.start() < blank.start()):
        return held.start()
    if held and blank and len(BLANK.findall(text)) > 1 and not BLANK.search(text, blank.end(), held.start()):
        return held.start()
    if (
        held
        and blank
        and text[blank.end() :][:1].isupper()
        and held.start() - blank.end() < 80
        and "." not in text[start : held.start()]
    ):
        return held.start()
    return blank.start() if blank else len(text)


def _own_line(lines: list[tuple[str, Span]], date: Quoted | None) -> Quoted | None:
    """A line that is a body's name and no more; a council's own name only where no other body is named."""
    council: tuple[str, Span] | None = None
    known: tuple[str, Span] | None = None
    for text, span in lines:
        line = squash(text)
        if NOT_BODY.search(line):
            continue
        if council_of(line.rstrip(".")):
            known = known or (text, span)
        elif is_body_name(line) or (SINGLE_MEMBER.search(line) and len(line) < 120 and not line.endswith((".", ":"))):
            name = _trimmed(text, span, 0, len(text))
            if name and not FULL_COUNCIL.search(name.text):
                return name
            council = council or (text, span)
    # A council that names no other body: its full council met.
    whole = council or (known if date else None)
    return _trimmed(*whole, 0, len(whole[0])) if whole else None


def _trimmed(text: str, span: Span, start: int, end: int) -> Quoted | None:
    """A body's name without the council in front of it, the year and what else clerks hang on to it."""
    lead = LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    tail = TAIL.search(text[start:end])
    if tail and HEAD.search(text, start, start + tail.start()):
        end = start + tail.start()
    possessive = re.match(r"(.{4,60}?\b(?:council|authority))(?:'s|s')\s+(?=\S)", text[start:end], re.I)
    if possessive and HEAD.search(text, start + possessive.end(), end):
        start += possessive.end()
    for cut in range(start + 5, end):
        # "Coventry City Council Cabinet": the council first, then the body.
        if text[cut - 1] in " \n" and council_of(squash(text[start:cut])) and HEAD.search(text, cut, end):
            start = cut
            break
    # "Highways Committee, Coventry City Council": and the council after it.
    for after in AFTER.finditer(text, start + 3, end):
        if council_of(squash(text[after.end() : end]).strip(" -:,.;")) and HEAD.search(text, start, after.start()):
            end = after.start()
            break
    name = squash(text[start:end]).strip(" -:,.;")
    stop = start + len(text[start:end].rstrip(" -:,.;\n"))
    return _quoted(name, span, start, stop) if name else None


def _date(lines: list[tuple[str, Span]]) -> Quoted | None:
    found = [(text, span, date) for text, span in lines for date in find_dates(text) if date.year_given]
    for text, span, date in found:
        if TAKEN.match(text):
            return _quoted(date.iso, span, date.start, date.end)
    for text, span, date in found:
        if DASH_DATE.match(text) or DATE_LABEL.search(text, 0, date.start) or HEAD.search(text):
            return _quoted(date.iso, span, date.start, date.end)
    return _quoted(found[0][2].iso, found[0][1], found[0][2].start, found[0][2].end) if found else None


def _start(lines: list[tuple[str, Span]], told: list[tuple[str, Span]]) -> Quoted | None:
    """The first time of day that is no time of ending; below the header only where the text says that it began."""
    for text, span in lines:
        for time in find_times(text):
            before = text[max(0, time.start - 40) : time.start]
            if not CLOSED.search(before):
                return _quoted(time.iso, span, time.start, time.end)
    for text, span in told:
        for cue in BEGAN.finditer(text) if len(text) < 400 else ():
            for time in find_times(text):
                if cue.start() <= time.start < cue.end() + 20 and not CLOSED.search(text, cue.start(), time.start):
                    return _quoted(time.iso, span, time.start, time.end)
    return None


def _end(document: Document, first: int, last: int, start: Quoted | None) -> Quoted | None:
    """The last sentence that says that the meeting closed, and when."""
    below: tuple[str, Span] | None = None
    for block in reversed(document.blocks[first:last]):
        text = fold(document.quote(block.span))
        if below and DURATION.match(text) and (times := find_times(below[0])) and len(below[0]) < 80:
            return _quoted(times[-1].iso, below[1], times[-1].start, times[-1].end)
        below = (text, block.span) if block.kind != "rule" else below
        if len(text) > 1500 and len(document.blocks[first:last]) > 3:
            text = ""
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
