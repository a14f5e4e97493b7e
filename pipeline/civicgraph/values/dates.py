"""Dates and times of day as councils print them, in British order (day before month), English and Welsh."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from civicgraph.values.text import fold


@dataclass(frozen=True, slots=True)
class DateFound:
    """A calendar date and where its words stand (half-open, with the weekday)."""

    iso: str  # YYYY-MM-DD
    start: int
    end: int
    year_given: bool  # False: the year is the caller's, or the one before that of the date it is joined to


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time of day and where its words stand."""

    iso: str  # HH:MM
    start: int
    end: int


# Their full names as printed, for patterns.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = (
    "january jan ionawr",
    "february feb chwefror",
    "march mar mawrth fawrth",
    "april apr ebrill",
    "may mai fai",
    "june jun mehefin fehefin",
    "july jul gorffennaf orffennaf",
    "august aug awst",
    "september sept sep medi fedi",
    "october oct hydref",
    "november nov tachwedd dachwedd",
    "december dec rhagfyr ragfyr",
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBER, key=lambda name: (-len(name), name))) + r")(?:\b|(?=20\d\d\b))\.?+"
_GAP = r"[ \n\r]{1,4}+"
# '19" JULY' and "16<sup>th</sup> October": a scanner's and a converter's way to write an ordinal.
_ORDINAL = (
    r"(?:[ ]?(?:<sup>)?(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)(?:</sup>)?(?-i:(?![a-z])|(?=of\b))"
    r"|[\"'*\u00b0\u00ba\u2122])"
)
# l, I and O for 1 and 0 are read only where an ordinal that fits them follows: "lst July", "2Oth May".
_DAY = r"(?:[0-3]?\d|(?=[lIO\d]{1,2}(?-i:st|nd|rd|th))[lI\d]?[lIO\d])"
_YEAR = r"(?:(?:19|20)\d\d(?![\d])|'\d\d(?!\w))"
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?|"
    r"(?:dydd|nos)[ ](?:llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul))(?:,[ ]?|[ ])(?:the[ ])?"
)

_DAY_FIRST = re.compile(
    rf"""
    (?: (?<![\w\u00a3\u20ac$%]) (?<!\d[./:,-]) | (?<=\d[ap]m) )   # web pages glue "4.00pm" to "1 July"
    (?:{_WEEKDAY}[ \n\r]{{0,3}}+)?
    (?P<days>(?:{_DAY}{_ORDINAL}?[ \n\r]{{0,2}}(?:,|and|a|&|-|to)[ \n\r]{{0,2}}(?:{_WEEKDAY})?){{0,6}})
    (?P<day>{_DAY}) (?P<ordinal>{_ORDINAL})?
    (?:(?<!\d),?{_GAP}|{_GAP}|-|\.|(?=[a-z]{{3}}|of\b))  (?:(?:day[ ])?(?:of|o){_GAP})?
    (?P<month>{_MONTH})
    (?: (?:[ ]?,?[ \n\r]{{0,3}}|-) (?P<year>{_YEAR}) | -(?P<short>\d\d)(?!\w) )?
    """,
    re.I | re.X,
)
_MONTH_FIRST = re.compile(
    rf"""
    (?<!\w)
    (?:{_WEEKDAY}[ \n\r]{{0,3}}+)?
    (?P<month>{_MONTH}) {_GAP} (?:the[ ])?
    (?P<day>[0-3]?\d) (?P<ordinal>{_ORDINAL})? (?![\w:%/]|[.,]\d)
    (?: [ ]?,?[ \n\r]{{1,3}} (?P<year>{_YEAR}) )?
    (?!{_GAP}(?:of{_GAP})?{_MONTH})
    """,
    re.I | re.X,
)
_NUMBERS = re.compile(
    r"(?<![\w\u00a3\u20ac$#]) (?<![\d][./-]) (?<!\w[/-])"
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    r"|(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\w%]|[./-]\d))",
    re.X,
)
_MINUTE_NUMBER = re.compile(r"[*.:]{0,3} {1,8}[*'\"(]{0,3}[A-Z]")
_DAY_NUMBER = re.compile(rf"(?P<day>{_DAY})(?P<ordinal>{_ORDINAL})?", re.I)
_JOINT = re.compile(r"[ \n\r]{0,3}(?:,|;|-|&|and\b|to\b|until\b|or\b|,[ \n\r]?and\b)[ \n\r]{0,3}", re.I)
# "5 May I thank": the verb, unless a year follows.
_VERB = re.compile(r" {1,2}(?:I|we|you|he|she|they|it|be|not|have|the|also|on|with|a|in)\b", re.I)
_NUMBERED = re.compile(r"\b(?:items?|minutes?|no\.?|nos\.?|sections?|paragraphs?|appendix|clauses?)\s?$", re.I)


def find_dates(text: str, *, default_year: int | None = None) -> list[DateFound]:
    """Every date of the text in order: "Tuesday, 12th March, 2013", "15/02/13", "12th and 13th March 2013" (two).

    A date without a year takes that of a date it is joined to ("14th March and 18th April, 2013"), else
    `default_year`; without either it is left out, as is a day that does not exist. The weekday is not checked: clerks
    get it wrong more often than the date.
    """
    folded = fold(text)
    drafts = sorted(_named(folded) + _numbered(folded), key=lambda draft: (draft.start, -draft.end))
    kept: list[_Draft] = []
    for draft in drafts:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    found: list[DateFound] = []
    following: _Draft | None = None
    for draft in reversed(kept):
        year, given = draft.year, draft.year is not None
        if year is None and following is not None and following.year is not None:
            gap = folded[draft.end : following.start]
            if draft.listed or _JOINT.fullmatch(gap):
                later = (draft.month, draft.day) > (following.month, following.day)
                year, given = following.year - later, not later
        draft = _Draft(draft.day, draft.month, year, draft.start, draft.end, draft.listed)
        following = draft
        resolved = year if year is not None else default_year
        if resolved is None:
            continue
        try:
            day = date(resolved, draft.month, draft.day)
        except ValueError:
            continue  # 31 February: what is printed stays in the text, and no date is made of it
        found.append(DateFound(day.isoformat(), draft.start, draft.end, given))
    return found[::-1]


@dataclass(frozen=True, slots=True)
class _Draft:
    day: int
    month: int
    year: int | None
    start: int
    end: int
    listed: bool = False  # a day of "12th and 13th March", whose month and year come later


def _named(folded: str) -> list[_Draft]:
    found: list[_Draft] = []
    for match in _DAY_FIRST.finditer(folded):
        year = _year(match["year"] or match["short"])
        word = match["month"]
        verb = word[:3].lower() == "may" and _VERB.match(folded, match.end()) is not None
        if year is None and ((verb and word[0].isupper()) or (word[0].islower() and not match["ordinal"])):
            continue  # "no more than 5 may attend"
        day = _day(match["day"])
        if day is None:
            continue
        month = _MONTH_NUMBER[word.rstrip(".").lower()]
        end = match.end()
        if year is None and word.endswith("."):
            end -= 1
        start = match.start()
        listed: list[_Draft] = []
        if match["days"]:
            listed, start = _listed(folded, match, month, year)
        found += [*listed, _Draft(day, month, year, start, end)]
    for match in _MONTH_FIRST.finditer(folded):
        year = _year(match["year"])
        if year is None and (not match["ordinal"] or match["month"][0].islower()):
            continue
        month = _MONTH_NUMBER[match["month"].rstrip(".").lower()]
        found.append(_Draft(int(match["day"]), month, year, match.start(), match.end()))
    return found


def _listed(folded: str, match: re.Match[str], month: int, year: int | None) -> tuple[list[_Draft], int]:
    """The days before the last of "12th, 13th and 14th March", and where the last begins."""
    last_start, bare = match.start("day"), not match["ordinal"]
    numbered = _NUMBERED.search(folded, max(0, match.start() - 12), match.start())
    drafts: list[_Draft] = []
    for piece in _DAY_NUMBER.finditer(folded, match.start("days"), match.end("days")):
        day = _day(piece["day"])
        comma = "," in match["days"]
        # "items 5 and 12 March", "in 2012, 5, 12 March": without ordinals, only a plain pair of days is believed
        if day is None or (not piece["ordinal"] and (numbered or comma or not bare)):
            continue
        start = match.start() if piece.start() == match.start("days") else piece.start()
        drafts.append(_Draft(day, month, year, start, piece.end(), listed=True))
    return drafts, last_start


def _numbered(folded: str) -> list[_Draft]:
    found: list[_Draft] = []
    for match in _NUMBERS.finditer(folded):
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
        else:
            short = len(match["year"]) == 2
            if short and match["mark"] != "/" and not len(match["day"]) == len(match["month"]) == 2:
                continue  # "3.2.10" is a paragraph
            if short and match["mark"] == "." and _MINUTE_NUMBER.match(folded, match.end()) and _at_line(folded, match):
                continue  # "16.01.05 Lottery Update" heads a minute of January 2016
            day, month = int(match["day"]), int(match["month"])
            year = _year(match["year"]) or 0
        if 1 <= month <= 12 and 1 <= day <= 31:
            found.append(_Draft(day, month, year, match.start(), match.end()))
    return found


def _at_line(folded: str, match: re.Match[str]) -> bool:
    """Whether only white space and marks of a list or heading stand before it on its line."""
    line = folded.rfind("\n", 0, match.start()) + 1
    return not folded[line : match.start()].strip(" #*-")


def _day(text: str) -> int | None:
    day = int(text.replace("l", "1").replace("I", "1").replace("O", "0"))
    return day if 1 <= day <= 31 else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text.lstrip("'"))
    return year if year > 99 else year + (2000 if year < 70 else 1900)


# -- times -----------------------------------------------------------------------------------------------------------

_HALF = r"(?:[ap]\.[ ]?m\b\.?+|[ap]m(?![a-z])|y\.[hbp]\b\.?+|y[hbp]\b)"
_TIME = re.compile(
    rf"""
    (?<![\w\u00a3\u20ac$.,:-])(?<!\d[-/])
    (?:
      (?:12(?:[.:]00)?[ ]?)? (?P<word>noon|midday|midnight)\b
    | (?P<hour>[01]?\d|2[0-3]) (?:[.:](?P<minute>[0-5]\d))? [ \n\r]? (?P<half>{_HALF})
    | (?P<hour24>[01]\d|2[0-3]) [.:]? (?P<minute24>[0-5]\d) [ ]? (?:hours|hrs?|h)\b
    | (?P<clock>(?:[01]\d|2[0-3]):[0-5]\d) (?::[0-5]\d)? (?![\w:%]|\.\d)
    | (?<=at[ ]) (?P<dotted>(?:1\d|2[0-3])\.[0-5][05]) (?![\w%]|[.:,]\d|[ ]?(?:per|million|%))
    )
    """,
    re.I | re.X,
)
# "10.00 - 11.30 am", "2-4pm": the first time of a range borrows the half of the day from the second.
_BORROWER = re.compile(
    r"(?<![\w\u00a3\u20ac$.,:-])(?P<hour>[01]?\d)(?:[.:](?P<minute>[0-5]\d))?[ ]?(?P<joint>-|to|until|and)[ ]?$", re.I
)


def find_times(text: str) -> list[TimeFound]:
    """Every time of day in order: "2.00 pm", "10.00 a.m.", "14:00", "1400 hours", "12 noon".

    A number with a full stop is a time only beside am or pm, or after "at" where the hour is 10 or later.
    """
    folded = fold(text)
    found: list[TimeFound] = []
    # The dash of a range must not hide the time after it.
    for match in _TIME.finditer(folded.replace("-", " ")):
        hour, minute = _clock(match)
        if hour is None:
            continue
        if match["half"]:
            first = _BORROWER.search(folded, max(0, match.start() - 16), match.start())
            if first and (first["minute"] or first["joint"] in ("-", "to")):
                begin = _borrowed(first, hour, minute)
                if begin is not None and not (found and found[-1].end > first.start()):
                    end = first.end("minute") if first["minute"] else first.end("hour")
                    found.append(TimeFound(begin, first.start(), end))
        found.append(TimeFound(f"{hour:02}:{minute:02}", match.start(), match.end()))
    return found


def _clock(match: re.Match[str]) -> tuple[int | None, int]:
    if match["word"]:
        return (0, 0) if match["word"].lower() == "midnight" else (12, 0)
    if match["half"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = match["half"].lower().replace(".", "").replace(" ", "")
        morning = half in ("am", "yb")
        if hour > 12 or hour == 0:  # "14.00 pm" says it twice; "14.00 am" says nothing
            return (None, 0) if morning and hour else (hour, minute)
        return (hour % 12 + (0 if morning else 12), minute)
    if match["clock"]:
        return int(match["clock"][:2]), int(match["clock"][3:])
    if match["dotted"]:
        return int(match["dotted"][:2]), int(match["dotted"][3:])
    return int(match["hour24"]), int(match["minute24"])


def municipal_year(day: str) -> int:
    """The year of an ISO day as councils count, from May, when they elect and appoint: 2016 for 2017-04-30."""
    return int(day[:4]) - (day[5:7] < "05")


def _borrowed(first: re.Match[str], hour: int, minute: int) -> str | None:
    begin, begin_minute = int(first["hour"]), int(first["minute"] or 0)
    if not 1 <= begin <= 12:
        return None
    for candidate in (begin % 12 + 12, begin % 12) if hour >= 12 else (begin % 12,):
        if (candidate, begin_minute) < (hour, minute):
            return f"{candidate:02}:{begin_minute:02}"
    return None
