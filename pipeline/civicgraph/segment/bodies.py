"""Which body met: the forms of words that name it at the head of minutes, agendas and notices."""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.model import Document, Quoted, Span
from civicgraph.segment.lines import Line, quoted
from civicgraph.values.attending import sent_by
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.dates import find_dates
from civicgraph.values.gazetteer import council_of
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import fold, squash

KINDS = (
    r"(?:(?:virtual|remote|hybrid|special|extra[- ]?ordinary|ordinary|annual|statutory|monthly|adjourned|quarterly"
    r"|public|informal|joint|full|budget|general|scheduled|regular)\s+){0,3}"
)
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
    rf"\b(?:attend|notice\b[^.\n]{{0,40}}?\bthat|there will be|convene)\s+(?:a|an"
    rf"|the)?\s*{KINDS}(?:meeting\s+of\s+)(?:the\s+)?|^(?:(?:an?"
    rf"|the)\s+)?{KINDS}meeting\s+of\s+(?:the\s+)?(?=[^\n]{{3,90}}\b(?:(?:will|is to) be |was )?held\b)"
    rf"|^at\s+(?:(?:an?|the)\s+)?{KINDS}meeting\s+of\s+(?:the\s+)?(?=[^\n]{{3,160}}\bheld\b)",
    re.I,
)
# What may follow a body's name in the sentence that calls or records its meeting.
HELD = re.compile(
    r"(?:[,;]?\s{1,9}\(?|\b)(?:which (?:was )?)?(?:held|conducted|taken(?! by\b)|convened|meeting|that met|to be held"
    r"|(?:(?:will|is to) be|was) held|commencing|on\s{1,9}(?:\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)|at\s{1,9}\d)\b"
    r"|[,;]?\s{1,9}-\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)|[,;]?\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.I,
)
# "Anytown Community Council held their meeting remotely at 8.20pm on the 8th July 2020."
HELD_ITS = re.compile(
    rf"^(?:the )?(?P<body>[^.,:;]{{4,100}}?)\s+(?:held (?:its|their|an?|the)\s+(?:[\w-]+\s+){{0,3}}meeting\b"
    rf"|{KINDS}meeting\s+held\s+(?:at|on|in|via|by)\b"
    r"|met\s+(?:at|on|in|via|remotely|virtually)\b)",
    re.I,
)
# "… the minutes of the meeting of the Cabinet held on 3 March be approved", "The Parks Committee RESOLVED …".
ITS_MINUTES = re.compile(
    rf"\b[Mm]inutes\s+of\s+(?:the\s+)?(?i:(?:last\s+|previous\s+)?{KINDS}(?:meetings?\s+of\s+)?)(?:the\s+)?"
    r"(?P<body>[A-Z][\w&',\s-]{3,80}?)(?:\s+meetings?)?,?\s+(?:held|dated)\b"
)
RESOLVES = re.compile(
    r"^(?:That\s+(?:the\s+)?|The\s+)?(?P<body>(?!This\b)(?:[A-Z][\w&'-]*,?\s+(?:(?:and|of|for|the)\s+){0,2}){0,8}[A-Z][a-z]+)"
    r"(?:\s*:\s*-?\s*$|\s+(?:unanimously\s+)?(?:RESOLVED|AGREED|[Rr]esolved|agreed|approved|noted|received|considered|recommends|recommended|had\s+before\s+(?:it|them)|is\s+(?i:asked|recommended|invited|requested)\s+to)\b)"
)
# "To receive any apologies from Members of the Executive Cabinet"; "the Chairman of the Roads Committee, welcomed".
ITS_MEMBERS = re.compile(
    r"(?:\b(?i:apologies(?:\s+for\s+absence)?|declarations?\s+of\s+interests?)\s+from\s+(?:any\s+)?[Mm]embers\s+of\s+(?:the\s+)?"
    r"|\b[Cc]hair(?:man|person|woman)?\s+of\s+(?:the\s+)?(?=[A-Z][^,.;]{3,80},?\s+(?:welcomed|opened)\b))"
    r"(?P<body>[A-Z][\w&' -]{3,80}?)(?=[.,;]|\s+(?:in|welcomed|opened)\b|$)"
)
ALONE = re.compile(r"\s*(?:the\s+)?(?:Deputy\s+)?(?:Leader|(?:City\s+|Elected\s+)?Mayor)\s*", re.I)
BARE = re.compile(r"(?:sub-?\s?committee|committee|board|panel|group|forum|authority|commission)s?", re.I)
ENDS = re.compile(rf"{HEAD.pattern}$|^{SINGLE_MEMBER.pattern}", re.I)  # and no "Parish Council Vacancy"
APPROVED = re.compile(r"\b(?:approv|confirm|agree|sign|(?:correct|true|accurate)\b[^.]{0,30}\brecord)", re.I)
ACTS_WITHIN = 80  # blocks from the head in which it does
FIELD = re.compile(r"[A-Z][\w ]{2,40}:")  # "Date and Time: Monday 3 July": a field of its own, below the name
BLANK = re.compile(r"\n\s{0,60}\n")
LEAD = re.compile(
    r"[\s•·*]*(?:(?:draft |unconfirmed )?(?:minutes?|notes?)(?: of(?= [A-Z]))?\s*[-:]?\s*|reports? to\s+"
    # "Postponed from 9 October, Cabinet"
    r"|(?:(?:moved|postponed|rescheduled|adjourned|brought forward)\s+)?(?:from|to)\s+\d{1,2}(?:st|nd|rd|th)?"
    r"\s+[a-z]{3,9}(?:\s+\d{4})?,\s+"
    rf"|(?:of )?(?:the |an? )?{KINDS}meetings? of\s+"
    r"|the\s+|(?:draft|unconfirmed|unapproved)\s+(?=[A-Z])"
    r"|(?:(?:extra[- ]?ordinary|special|annual|ordinary|additional|reconvened|adjourned|emergency|budget|general"
    r"|informal|[ea]gm)\b\s*){1,3}"
    r"(?:(?:meeting|council)\b)?,\s+"  # "Extraordinary, Full Council": what meeting it was stands before the body
    r"|a\s+|above\s+|agenda\s*[-:]\s*)*",
    re.I,
)
# "Boughton Parish Council Meeting, 24th July 2014 - Village Hall": the name ends where its meeting begins.
TAIL = re.compile(
    rf"(?<=\S)\s{{1,99}}(?:{KINDS}(?:meetings?|agm|minutes|agenda(?!\s+[a-z]))\b(?!\s+of\s+(?:the|a|an)\b).*"
    r"|(?:to\s+be\s+)?held\b.*"  # "PARKS COMMITTEE HELD IN THE" over a line with the room
    r"|(?:(?:virtual|remote|hybrid|special|extraordinary|ordinary|annual|monthly)\s{0,9}){1,3})$",
    re.I | re.S,
)
OF_DAY = re.compile(r"\s+(?:from|of|on)\s*$", re.I)  # "Minutes of Full Council from 22 November 2023"
MEETING_OF = re.compile(r"(?:the )?meeting of\s+(?:the\s+)?", re.I)
# No name has a verb: "to attend a meeting of the Board the Leader will nominate …".
VERB = re.compile(r"\b(?:will|shall|would|may|must|is|are|was|were|be)\b")
NO_NAME = re.compile(r"\d|following\b", re.I)
# In a name without capitals, what tells that it is none: "kept for the council".
AT_WORK = re.compile(r"\b(?:for|by|to|from|with|at|in)\b")
AFTER = re.compile(r"(?:,| -|\s\(| of)\s{1,9}(?:the\s{1,9})?(?=[A-Z])")
DASH_DATE = re.compile(
    r"^(?P<body>.{3,140}?)\s+-\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{4}",
    re.I,
)
OF_NOBODY = re.compile(r"(?:draft )?(?:minutes|notes) of (?:the )?(?:\w+ )?meeting\W*$", re.I)
DATED = re.compile(r"\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+-\s+")
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
# Who decides alone, where no portfolio says which: "Notice of decision by an individual Cabinet Member".
ANY_MEMBER = re.compile(
    r"(?:.{0,40}\b(?:by|of)\s+)?(?:(?:an?|the|individual|single)\s+){0,3}"
    r"(?:(?:cabinet|executive|lead)\s+members?|portfolio\s+holders?)(?:\s+(?:decisions?|meetings?|record)){0,2}",
    re.I,
)
# Between a portfolio and its holder: "Councillor A Lee, Cabinet Member for Roads", "… for Roads (Councillor A Lee)".
BESIDE = re.compile(rf"\s*(?:,|\s-|\(|:|/)\s*(?={TITLE_S}\b)", re.I)
HOLDER = re.compile(rf"\s*+{TITLE_S}\b[^,(\n-]{{2,60}}(?:-\w[^,(\n-]{{1,30}})?\s*(?:,|\s-|\(|\band\b)\s*")
# Lines that name bodies and are about somebody else: who is called, and where.
NOT_BODY = re.compile(
    rf"^(?:{TITLE_S}\s|to|present|officers?|clerk|in attendance|for the attention of|members? of|the members"
    r"|each member|you are here|home\s*>|council (?:and|&) democracy$|membership|all members|dear|contact"
    r"|venue|cc|(?:public|open) forum|(?:interim |deputy )?chief executive"
    r"|(?:corporate |executive |strategic )?director)\b"
    r"|^(?:lead|responsible)\s+(?:cabinet\s+)?(?:member|councillor|director|officer)s?\s*:|\breports?\s+(?:of|by|from)\b"
    r"|\b(?:committee|board|panel|council) members$|\b(?:resolve[sd]|agreed|decided|recommends|recommended)\W*$"
    r"|\bcouncil (?:chambers?|offices?|house|headquarters|buildings?)\b|\b(?:room"
    r"|chamber|suite|house|offices?|hall|website|logo)$",
    re.I,
)
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


def acting_body(document: Document, first: int, last: int) -> Quoted | None:
    """The body of a page that lost its heading: the one that approved its minutes, or resolved; None for several."""
    for form in (ITS_MEMBERS, ITS_MINUTES, RESOLVES):
        found: dict[str, Quoted] = {}
        for block in document.blocks[first : min(last, first + ACTS_WITHIN)]:
            text = fold(document.quote(block.words))
            its = form.search(text) if form is not ITS_MINUTES or APPROVED.search(text) else None
            name = trimmed(text, block.words, *its.span("body")) if its else None
            if name and form is RESOLVES and not ENDS.search(name.text):
                continue
            if name and is_body_name(name.text) and not BARE.fullmatch(name.text):
                found.setdefault(name.text.lower(), name)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _portfolio(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the portfolio of one who decides alone stands, without the name of its holder.

    >>> # "Councillor A Lee, Deputy Leader and Cabinet Member for Roads" → "Cabinet Member for Roads"
    """
    single = SINGLE_MEMBER.search(text, start, end)
    if single is None:
        return start, end
    if HOLDER.match(text, start, single.start()):
        start = single.start()
    behind = BESIDE.search(text, single.end(), end)
    return start, behind.start() if behind else end


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
                if not found.group().rstrip().endswith(":"):
                    stop = _end_of_name(text, start)  # "Meeting of the Audit Panel, Monday 3 July 2023 (Item 7)"
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
        if (held := HELD_ITS.match(text)) and HEAD.search(held["body"]) and find_dates(text):
            return trimmed(text, span, held.start("body"), held.end("body"))
    return _own_line(lines, date)


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
            council = council or (text, span)
    # A council that names no other body: its full council met.
    whole = council or (known if date else None)
    return trimmed(*whole, 0, len(whole[0])) if whole else None


def trimmed(text: str, span: Span, start: int, end: int) -> Quoted | None:
    """A body's name without the council in front of it, the year and what else clerks hang on to it."""
    dated = DATED.match(text, start, end)
    start = dated.end() if dated else start
    if (day := next(iter(find_dates(text[start:end])), None)) and not day.start:
        start += day.end  # "11 July 2023 Allotments Committee"
    lead = LEAD.match(text[start:end])
    start, end = _portfolio(text, start + (lead.end() if lead else 0), end)
    tail = TAIL.search(text[start:end])
    if tail and HEAD.search(text, start, start + tail.start()):
        end = start + tail.start()
    if day := next((d for d in find_dates(text[start:end]) if HEAD.search(text, start, start + d.start)), None):
        end = start + day.start  # "Parish Council 22 November 2023", "Board (dissolved on 1 May 2023)"
        end = start + len(OF_DAY.sub("", text[start:end]))
        end = start + text[start:end].rindex("(") if text.count("(", start, end) > text.count(")", start, end) else end
        held = HELD.search(text, start, end)  # "… Council held on 22 November 2023"
        end = held.start() if held and HEAD.search(text, start, held.start()) else end
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
    if not name or ANY_MEMBER.fullmatch(name) or name.endswith((" of", " the")):
        return None
    return quoted(name, span, start, stop)
