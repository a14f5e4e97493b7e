"""A body's name, freed from what clerks hang on to it: the council in front, the kind of meeting, the day behind."""

from __future__ import annotations

import re

from civicgraph.model import Quoted, Span
from civicgraph.segment.lines import quoted
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER
from civicgraph.values.dates import MONTHS, find_dates
from civicgraph.values.gazetteer import council_of
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import squash

_KIND = (
    r"(?:virtual|remote|hybrid|special|extra[- ]?ordinary|ordinary|annual|statutory|monthly|adjourned|quarterly"
    r"|budget|scheduled|regular|bi-?monthly|weekly|fortnightly|inaugural|emergency)"
)
KINDS = rf"(?:(?:{_KIND}|public|informal|joint|full|general)\s+){{0,3}}"
# What may follow a body's name in the sentence that calls or records its meeting.
HELD = re.compile(
    r"(?:[,;]?\s{1,9}\(?|\b)(?:which (?:was )?)?(?:held|conducted|taken(?! by\b)|convened|meeting|that met|to be held"
    r"|(?:(?:will|is to) be|was) held|commencing|on\s{1,9}(?:\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)|at\s{1,9}\d)\b"
    r"|[,;]?\s{1,9}-\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)|[,;]?\s{1,9}(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.I,
)
LEAD = re.compile(
    r"[\s•·*]*(?:(?:draft |unconfirmed )?(?:minutes?|notes?)(?: of(?= [A-Z]))?\s*[-:]?\s*|reports? to\s+"
    # "Postponed from 9 October, Cabinet"
    r"|(?:(?:moved|postponed|rescheduled|adjourned|brought forward)\s+)?(?:from|to)\s+\d{1,2}(?:st|nd|rd|th)?"
    r"\s+[a-z]{3,9}(?:\s+\d{4})?,\s+"
    rf"|(?:of )?(?:the |an? )?{KINDS}(?:meetings?|[ea]gm) of\s+"
    r"|the\s+|(?:draft|unconfirmed|unapproved)\s+(?=[A-Z])"
    r"|(?:(?:extra[- ]?ordinary|special|annual|ordinary|additional|reconvened|adjourned|emergency|budget|general"
    r"|informal|call-?in|[ea]gm)\b\s*){1,3}"
    r"(?:(?:meeting|council)\b)?,\s+"  # "Extraordinary, Full Council": what meeting it was stands before the body
    r"|a\s+|above\s+|agenda\s*[-:]\s*|(?:and|of|&)\s+)*",  # "of the Parish Council": the line above was lost
    re.I,
)
# "MONTHLY COUNCIL MEETING": the meeting was the month's, and the body is the council.
OF_MEETING = re.compile(
    rf"(?:{_KIND}\s+){{1,3}}(?=(?:[\w']+\s+){{0,2}}council\s+meetings?\b)",
    re.I,
)
# "Boughton Parish Council Meeting, 24th July 2014 - Village Hall": the name ends where its meeting begins.
TAIL = re.compile(
    rf"(?<=\S)\s{{1,99}}(?:(?:- )?(?:draft )?{KINDS}"
    r"(?:meetings?|agm|minutes|agenda(?!\s+[a-z]))\b(?!\s+of\s+(?:the|a|an)\b).*"
    r"|(?:to\s+be\s+)?held\b.*"  # "PARKS COMMITTEE HELD IN THE" over a line with the room
    r"|(?:(?:virtual|remote|hybrid|special|extraordinary|ordinary|annual|monthly)\s{0,9}){1,3})$",
    re.I | re.S,
)
LISTED = re.compile(r"agenda\s+item\s+\d{1,2}[a-z]?\s*[-:]?\s+", re.I)  # minutes that are an item of the next agenda
# What a web site says of a body that is no more, and a clerk of a meeting that had no room.
NO_MORE = re.compile(
    r"\s*\((?:(?:no longer|not) active|inactive|disbanded|dissolved|abolished|archived?|ceased"
    r"|(?:hybrid|virtual|remote|online|via zoom|by zoom|on zoom)\b[^()]{0,60})\)$",
    re.I,
)
OF_DAY = re.compile(r"\s+(?:from|of|on)\s*$", re.I)  # "Minutes of Full Council from 22 November 2023"
AFTER = re.compile(r"(?:,| -|\s\(| of)\s{1,9}(?:the\s{1,9})?(?=[A-Z])")
A_COUNCIL = re.compile(r"(?:[A-Z][\w'-]+ ){1,5}(?:City|Borough|District|County|Metropolitan) Council")
# "Minutes of June 3rd Wrenmoor Parish Council": a day that leaves its year to the sentence below.
OF_A_DAY = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})"
    rf"|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?)\b[\s,-]+(?=[A-Z])",
    re.I,
)
DATED = re.compile(r"\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+-\s+")
# Who decides alone, where no portfolio says which: "Notice of decision by an individual Cabinet Member".
ANY_MEMBER = re.compile(
    r"(?:.{0,40}\b(?:by|of)\s+)?(?:(?:an?|the|individual|single)\s+){0,3}"
    r"(?:(?:cabinet|executive|lead)\s+members?|portfolio\s+holders?)(?:\s+(?:decisions?|meetings?|record)){0,2}",
    re.I,
)
# Between a portfolio and its holder: "Councillor A Lee, Cabinet Member for Roads", "… for Roads (Councillor A Lee)".
BESIDE = re.compile(rf"\s*(?:,|\s-|\(|:|/)\s*(?={TITLE_S}\b)", re.I)
HOLDER = re.compile(rf"\s*+{TITLE_S}\b[^,(\n-]{{2,60}}(?:-\w[^,(\n-]{{1,30}})?\s*(?:,|\s-|\(|\band\b)\s*")


def trimmed(text: str, span: Span, start: int, end: int) -> Quoted | None:
    """A body's name without the council in front of it, the year and what else clerks hang on to it."""
    dated = DATED.match(text, start, end)
    start = dated.end() if dated else start
    if (day := next(iter(find_dates(text[start:end])), None)) and not day.start:
        start += day.end  # "11 July 2023 Allotments Committee"
    lead = LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    start = day_of.end() if (day_of := OF_A_DAY.match(text, start, end)) else start
    start = adjective.end() if (adjective := OF_MEETING.match(text, start, end)) else start
    start, end = _portfolio(text, start, end)
    tail = TAIL.search(text[start:end])
    if tail and HEAD.search(text, start, start + tail.start()):
        end = start + tail.start()
    if day := next((d for d in find_dates(text[start:end]) if HEAD.search(text, start, start + d.start)), None):
        end = start + day.start  # "Parish Council 22 November 2023", "Board (dissolved on 1 May 2023)"
        end = start + len(OF_DAY.sub("", text[start:end]))
        end = start + text[start:end].rindex("(") if text.count("(", start, end) > text.count(")", start, end) else end
        held = HELD.search(text, start, end)  # "… Council held on 22 November 2023"
        end = held.start() if held and HEAD.search(text, start, held.start()) else end
    end = len(text[:end].rstrip(" \n"))
    end = gone.start() if (gone := NO_MORE.search(text, start, end)) else end
    possessive = re.match(r"(.{4,60}?\b(?:council|authority))(?:'s|s')\s+(?=\S)", text[start:end], re.I)
    if possessive and HEAD.search(text, start + possessive.end(), end):
        start += possessive.end()
    for cut in range(start + 5, end):
        # "Coventry City Council Cabinet": the council first, then the body.
        if text[cut - 1] in " \n" and _is_council(squash(text[start:cut])) and HEAD.search(text, cut, end):
            start = cut
            item = LISTED.match(text, start, end)
            start = item.end() if item else start
            break
    # "Highways Committee, Coventry City Council": and the council after it.
    for after in AFTER.finditer(text, start + 3, end):
        behind = squash(text[after.end() : end]).strip(" -:,.;")
        if _is_council(behind) and HEAD.search(text, start, after.start()):
            end = after.start()
            break
    name = squash(text[start:end]).strip(" -:,.;")
    stop = start + len(text[start:end].rstrip(" -:,.;\n"))
    if not name or ANY_MEMBER.fullmatch(name) or name.endswith((" of", " the")):
        return None
    return quoted(name, span, start, stop)


def _is_council(words: str) -> bool:
    return bool(council_of(words) or A_COUNCIL.fullmatch(words.title() if words.isupper() else words))


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
