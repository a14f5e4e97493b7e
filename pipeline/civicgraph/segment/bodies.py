"""Which body met: the forms of words that name it at the head of minutes, agendas and notices."""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.model import Document, Quoted, Span
from civicgraph.segment.acting import BARE
from civicgraph.segment.lines import Line, quoted
from civicgraph.segment.trimming import DATED, HELD, KINDS, TAIL, trimmed
from civicgraph.values.attending import sent_by
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.dates import find_dates
from civicgraph.values.gazetteer import council_of
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import fold, squash

# "Minutes of (a meeting of) the Education Scrutiny Board held at …"
MINUTES_OF = re.compile(
    r"\b(?:draft ?|unconfirmed )?(?:minutes?|record|notes?|proceedings|agenda|notice|decisions"
    r"|summons)(?: of (?:the )?proceedings)?,?\s+"
    rf"(?:of|at|from|for)(?: the| a| an)?\s+{KINDS}"
    rf"(?:(?:meetings?|proceedings|decisions taken)(?:\s+(?:of|by|for|at))?\s*(?:the |a )?{KINDS}){{0,3}}",
    re.I,
)
# "You are summoned to attend a meeting of the Planning Committee to be held in …", of an agenda's letter.
CALLED_TO = re.compile(
    rf"\b(?:attend|this is|notice\b[^.\n]{{0,40}}?\bthat|there will be|convene)\s+(?:a|an"
    rf"|the)?\s*{KINDS}(?:meeting\s+of\s+)(?:the\s+)?|^(?:(?:an?"
    rf"|the)\s+)?{KINDS}meeting\s+of\s+(?:the\s+)?(?=[^\n]{{3,90}}\b(?:(?:will|is to) be |was )?held\b)"
    rf"|^at\s+(?:(?:an?|the)\s+)?{KINDS}meeting\s+of\s+(?:the\s+)?(?=[^\n]{{3,160}}\bheld\b)",
    re.I,
)
# "Anytown Community Council held their meeting remotely at 8.20pm on the 8th July 2020."
HELD_ITS = re.compile(
    rf"^(?:the )?(?P<body>[^.,:;]{{4,100}}?)\s+(?:held (?:its|their|an?|the)\s+(?:[\w-]+\s+){{0,3}}meeting\b"
    rf"|{KINDS}meeting\s+held\s+(?:at|on|in|via|by)\b"
    r"|met\s+(?:at|on|in|via|remotely|virtually)\b)",
    re.I,
)
# "Barset Community Council Minutes A meeting of the above Council was held in …"
TITLED = re.compile(
    r"^(?:minutes?\s+)?(?P<body>[^.,:;]{4,100}?)\s+(?:draft\s+)?minutes\s+"
    r"(?=(?:a|the)\s+(?:\w+\s+){0,3}meeting\b[^.;:]{2,80}\bheld\b)",
    re.I,
)
ALONE = re.compile(r"\s*(?:the\s+)?(?:Deputy\s+)?(?:Leader|(?:City\s+|Elected\s+)?Mayor)\s*", re.I)
FIELD = re.compile(r"[A-Z][\w ]{2,40}:")  # "Date and Time: Monday 3 July": a field of its own, below the name
BLANK = re.compile(r"\n\s{0,60}\n")
# What a web page calls one meeting, before its body: both end as a body's name does.
CALLED = re.compile(
    rf"[^,]{{3,80}}?(?:{HEAD.pattern}|Council|Meeting),\s+(?=[A-Z][^,]{{0,80}}?(?:{HEAD.pattern}|Council)\s*(?:,|$))"
)
MEETING_OF = re.compile(r"(?:the )?meeting of\s+(?:the\s+)?", re.I)
# No name has a verb: "to attend a meeting of the Board the Leader will nominate …".
VERB = re.compile(r"\b(?:will|shall|would|may|must|is|are|was|were|be)\b")
NO_NAME = re.compile(r"\d|following\b", re.I)
# In a name without capitals, what tells that it is none: "kept for the council".
AT_WORK = re.compile(r"\b(?:for|by|to|from|with|at|in)\b")
DASH_DATE = re.compile(
    r"^(?P<body>.{3,140}?)\s+-\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{4}",
    re.I,
)
OF_NOBODY = re.compile(r"(?:draft )?(?:minutes|notes) of (?:the )?(?:\w+ )?meeting\W*$", re.I)
OF_ITEM = re.compile(r"\s*\(Item\s[^()]{1,12}\)\s*$", re.I)
# Labels before the body's name, in a form too, where they may have no colon.
LABELS = (
    r"(?:name of (?:the )?)?(?:committee|meeting|body|decision[- ](?:maker|taker|making body))"
    r"|(?:decision|to be|decided) (?:to be )?(?:taken|made|considered) by|decision by|decided by|forum"
    r"|(?:decided|made) at(?: meeting)?"
)
BODY_LABEL = re.compile(
    rf"^\W{{0,4}}(?:\d{{1,2}}[.)]?\s{{1,9}})?(?:{LABELS})\s*:\s*"
    r"|^meeting\s+of\s+(?:the\s+)?(?=[^\n]{3,120}?,\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.I,
)
# What the page of a decision says last, and surest: its makers may be several ("Decision Maker: Cabinet, Council").
AT_MEETING = re.compile(r"^\W{0,4}(?:decided|made) at meeting\s*:", re.I)
# Lines that name bodies and are about somebody else: who is called, and where.
NOT_BODY = re.compile(
    rf"^(?:{TITLE_S}\s|to|present|officers?|clerk|in attendance|for the attention of|members? of|the members"
    r"|each member|you are here|home\s*>|council (?:and|&) democracy$|membership|all members|dear|contact"
    r"|venue|(?:to be )?held (?:at|in)|link|cc|(?:public|open) forum|(?:interim |deputy )?chief executive"
    r"|(?:corporate |executive |strategic )?director)\b"
    r"|\b(?:subject to|for|pending) (?:approval|confirmation|ratification)\b"
    r"|\bto be (?:approved|confirmed|ratified) (?:at|by)\b"
    r"|^(?:lead|responsible)\s+(?:cabinet\s+)?(?:member|councillor|director|officer)s?\s*:|\breports?\s+(?:of|by|from)\b"
    r"|\b(?:committee|board|panel|council) members$|\b(?:resolve[sd]|agreed|decided|recommends|recommended)\W*$"
    r"|\bcouncil (?:chambers?|offices?|house|headquarters|buildings?)\b|\b(?:room"
    r"|chamber|suite|house|offices?|hall|website|logo)$",
    re.I,
)
PARISH_MEETING = re.compile(
    r"\b(?:Annual\s+(?:Parish|Town|Community)|(?<!the\s)Parish)\s+(?:Meeting|Assembly)\b|\bANNUAL\s+(?:PARISH|TOWN)\s+(?:MEETING|ASSEMBLY)\b"
)
ANOTHER = re.compile(r"\b(?:last|previous|next|before|after|following)\b", re.I)
WHOLE = re.compile(r"full council", re.I)
FULL_COUNCIL = re.compile(r"\b(?:council|authority)$", re.I)


def sentences(document: Document, lines: list[Line]) -> list[Line]:
    """The lines, with the sentence that names the meeting in one piece where blank lines cut it in two."""
    out = list(lines)
    for n, ((text, span), (below, end)) in enumerate(pairwise(lines)):
        found = MINUTES_OF.search(text)
        if FIELD.match(below) or CALLED_TO.match(below):
            continue
        if found and found.start() < 40 and not HELD.search(text, found.end()) and HELD.search(below, 0, 100):
            whole = Span(start=span.start, end=end.end)
            out[n] = (fold(document.quote(whole)), whole)
            break
    return out


def headed_body(lines: list[Line]) -> Quoted | None:
    """The body where the format says which block names it, with the day of its meeting behind it or not."""
    for text, span in lines:
        dash = DASH_DATE.match(text)
        lead = MEETING_OF.match(text)
        start = lead.end() if lead else 0
        stop = dash.end("body") if dash else min([_end_of_name(text, start), *(d.start for d in find_dates(text))])
        name = trimmed(text, span, start, stop) if start < stop else None
        if name is not None:
            return name
    return None


def named_body(lines: list[Line], date: Quoted | None) -> Quoted | None:
    """The body, by the form of words that names it; a line of its own is the last resort."""
    for text, span in sorted(lines, key=lambda line: not AT_MEETING.match(line[0])):
        if found := BODY_LABEL.match(text):
            rest = text[found.end() :]
            known = HEAD.search(rest) or SINGLE_MEMBER.search(rest) or ALONE.fullmatch(rest) or AT_MEETING.match(text)
            if rest.strip() and known:
                dated = DATED.match(rest)  # "Meeting: 05/10/2023 - Audit Panel (Item 7)"
                item = OF_ITEM.search(text)
                start = found.end() + (dated.end() if dated else 0)
                stop = item.start() if item else len(text)
                if (
                    not found.group().rstrip().endswith(":")
                ):  # "Meeting of the Audit Panel, Monday 3 July 2023 (Item 7)"
                    called = CALLED.match(text, start)  # "Meeting of Budget Council, Council, Thursday 13 …"
                    start = called.end() if called else start
                    stop = _end_of_name(text, start)
                return trimmed(text, span, start, stop)
    for text, span in lines:
        if (found := DASH_DATE.match(text)) and not (NOT_BODY.search(found["body"]) or OF_NOBODY.match(found["body"])):
            return trimmed(text, span, 0, found.end("body"))
    named = _in_sentences(lines)
    # "Record of proceedings kept for the council" over "Minutes of the Highways Committee": capitals tell a name.
    if name := next((one for one in named if not one.text[0].islower()), None):
        return name
    if name := next((one for one in named if not AT_WORK.search(one.text)), None):
        return name
    for text, span in lines:
        held = HELD_ITS.match(text) or TITLED.match(text)
        if held and HEAD.search(held["body"]) and find_dates(text):
            return trimmed(text, span, held.start("body"), held.end("body"))
    return _own_line(lines, date) or _parish_meeting(lines)


def _parish_meeting(lines: list[Line]) -> Quoted | None:
    """The electors of a parish who meet once a year, and are no council: "Minutes of the Annual Parish Meeting"."""
    for text, span in lines:
        if (found := PARISH_MEETING.search(text)) and found.start() < 60 and not ANOTHER.search(text, 0, found.start()):
            return quoted(squash(found.group()), span, *found.span())
    return None


def _in_sentences(lines: list[Line]) -> list[Quoted]:
    """What the sentences that record or call a meeting name as the body that met: a summons does so before it comes to
    the minutes that are to be approved."""
    out: list[Quoted] = []
    for text, span in lines:
        for form in (MINUTES_OF, CALLED_TO):
            found = form.search(text)
            if found and (found.start() < 120 or form is CALLED_TO):
                stop = _end_of_name(text, found.end())
                if HEAD.search(text, found.end(), stop) and stop - found.end() < 200:
                    name = trimmed(text, span, found.end(), stop)
                    out += [name] if name and not (VERB.search(name.text) or NO_NAME.match(name.text)) else []
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


def _own_line(lines: list[Line], date: Quoted | None) -> Quoted | None:
    """A line that is a body's name and no more; a council's own name only where no other body is named."""
    council: tuple[str, Span] | None = None
    known: tuple[str, Span] | None = None
    for text, span in lines:
        line = squash(text)
        if (tail := TAIL.search(line)) and line.endswith("."):
            line = line[: tail.start()]  # "Anytown Parish Council Extraordinary Meeting."
        elif tail and find_dates(line[tail.start() :]) and is_body_name(before := line[: tail.start()].rstrip(" -,")):
            # "Anytown Parish Council - Extraordinary Meeting 8 June 2017, Village Hall", and no "That, as set out at …"
            line = line if AT_WORK.search(before) else before
        line = line.rstrip(".")
        if NOT_BODY.search(line) or BARE.fullmatch(line.removesuffix(":").removeprefix("The ")):
            continue
        if council_of(line):
            known = known or (text, span)
        elif (
            is_body_name(line)
            and not sent_by(line)
            or (SINGLE_MEMBER.search(line) and len(line) < 120 and not line.endswith((".", ":")))
        ):
            name = trimmed(text, span, 0, len(text))
            if name and not FULL_COUNCIL.search(name.text):
                return name
            if name and WHOLE.fullmatch(name.text):
                return name
            council = council or (text, span)
    # A council that names no other body: its full council met.
    whole = council or (known if date else None)
    return trimmed(*whole, 0, len(whole[0])) if whole else None
