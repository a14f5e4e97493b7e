"""By when a thing is to be done: the words that say it, and the days that they mean, counted from the meeting."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from civicgraph.values.dates import MONTHS, find_dates
from civicgraph.values.text import fold

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_NUMBERS = {**{word: n for n, word in enumerate(_WORDS, 1)}, "a": 1, "an": 1, **_TENS}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_BEGINS = {"financial": 4, "municipal": 5}
_THIRDS = ("early", "mid", "late")
_OFTEN = {"day": "P1D", "week": "P7D", "fortnight": "P14D", "month": "P1M", "quarter": "P3M", "year": "P1Y"}
_ADVERBS = {
    "weekly": "P7D", "fortnightly": "P14D", "monthly": "P1M", "quarterly": "P3M", "six-monthly": "P6M",
    "half-yearly": "P6M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "twice": "P6M",
}  # fmt: skip

_SPELLED = rf"(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_WORDS[:9])})|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_COUNT = rf"(?P<count>\d{{1,3}}|{_SPELLED})(?:\s\((?:\d{{1,3}}|{_SPELLED})\))?"
_UNIT = r"(?P<working>(?:working|calendar|clear)\s)?(?P<unit>day|week|fortnight|month|year)s?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)"
_NEXT = r"new|next|following|coming|forthcoming"
_MONTH = rf"""(?:the\s)?(?:(?P<third>{"|".join(_THIRDS)})[\s-])?
    (?:(?P<month>{MONTHS})|(?P<season>{"|".join(_SEASONS)}))\b
    (?:(?:,|\sof)?\s(?P<month_year>(?:19|20)\d\d))?(?!\s(?:\d|recess|break|holiday|term|budget|statement))
    (?:\s(?P<meeting>(?:\w+\s){{0,3}}meeting))?"""
_PERIOD = rf"""(?:
    (?P<day>{_WEEKDAY}?\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{MONTHS})(?:,?\s\d{{4}})?
      |\d{{1,2}}[./]\d{{1,2}}[./](?:\d\d)?\d\d)
  | {_MONTH}
  | (?:the\s)?(?:(?:financial|municipal)\syear\s)?(?P<year>(?:19|20)\d\d)(?P<slash>[/-](?:20)?\d\d)?
    (?:\s(?:financial|municipal)\syear)?
  | (?:the|this)\s(?:(?P<coming>{_NEXT})\s|current\s|present\s)?(?P<kind>financial|municipal|calendar)\syear
  | (?:the|this|(?P<next>next))\s(?P<running>year|month|week)
  | (?P<christmas>christmas)
)\b"""
_BY = r"by|before|prior\sto|(?:no|not)\slater\sthan|on\sor\sbefore"
_IN = r"in|during|at|on|to|for"
_EDGE = r"(?:the\s)?(?P<edge>end|start|beginning)\sof\s"

_COUNTED = rf"""(?P<how>within|in|after)\s(?:(?:the\snext|a\sfurther|another|a\speriod\sof)\s)?{_COUNT}\s{_UNIT}
    (?:'?s?'?\stime\b|\s(?P<limit>or\s(?:earlier|sooner|less)\b))?"""
_EVERY = rf"""(?:every|each)\s(?:{_COUNT}\s)?(?P<unit>{"|".join(_OFTEN)})s?|(?P<twice>twice)\s(?:a|each|every)\syear
    |on\san?\s(?P<adjective>{"|".join(_ADVERBS)})\sbasis"""
_ADVERB = rf"(?P<adverb>{'|'.join(_ADVERBS)})"
_LED = rf"(?P<lead>{_BY}|{_IN}|from|after)\s(?:{_EDGE})?{_PERIOD}"
_FORMS = tuple(re.compile(form, re.I | re.X) for form in (_COUNTED, f"{_EVERY}|{_ADVERB}", _LED))

LIMITS = re.sub(
    r"\?P<\w+>",
    "?:",
    rf"{_COUNTED}|{_EVERY}|(?:{_BY})\s(?:{_EDGE})?{_PERIOD}|(?:in|during)\s{_MONTH}|(?:to|at|for)\s{_MONTH}(?<=meeting)",
)
"""Pattern (re.X, re.I) of the words in a sentence that say by when or how often, where nothing but them tells it."""


@dataclass(frozen=True, slots=True)
class Due:
    """Days as YYYY-MM-DD, both counted in; "" where the words set no such limit. No last day is before a first."""

    first: str = ""
    last: str = ""
    every: str = ""  # xsd:duration: P3M; twelve months are P1Y


def due(words: str, said: str) -> Due | None:
    """The days that words mean which were said on an ISO day; None when they name none ("at the next meeting").

    Of days and months without a year the next is meant, the running month included. What is counted in weeks or months
    is no more exact than a week or a month, unless it is a limit. A season has three months (winter from December), a
    financial year begins on 1 April and a municipal year on 1 May; working days are Mondays to Fridays, holidays or
    not. No time begins before the day on which it was said, unless it was over by then.

    >>> due("in 6 months or earlier", "2017-10-12")
    Due(first='2017-10-12', last='2018-04-12', every='')
    >>> due("in September 2018", "2018-04-16")
    Due(first='2018-09-01', last='2018-09-30', every='')
    >>> due("every 12 months", "2013-03-12")
    Due(first='2013-03-12', last='2014-03-12', every='P1Y')
    >>> due("within twenty-one (21) days", "2013-03-12")
    Due(first='2013-03-12', last='2013-04-02', every='')
    >>> due("in due course", "2013-03-12")
    """
    plain, day = " ".join(fold(words).split()).lower(), date.fromisoformat(said)
    for form, read in zip(_FORMS, (_counted, _repeated, _led), strict=True):
        match = form.fullmatch(plain)
        if match:
            try:
                return read(match, day)
            except (ValueError, OverflowError):
                return None  # 31 June; a year beyond all calendars
    return None


def _counted(match: re.Match[str], said: date) -> Due | None:
    count, unit = _number(match["count"]), match["unit"]
    if not count:
        return None  # "within 0 days"
    last = _working(said, count) if (match["working"] or "").startswith("working") else _later(said, count, unit)
    if match["how"] == "within" or match["limit"]:
        return Due(said.isoformat(), last.isoformat())
    first = last
    if unit in ("month", "year"):
        first, last = _months(last.year, last.month, 1)
    elif unit in ("week", "fortnight"):
        first, last = _week(last)
    return Due(max(first, said).isoformat(), last.isoformat())


def _repeated(match: re.Match[str], said: date) -> Due | None:
    if match["count"] and not _number(match["count"]):
        return None
    adverb = match["adverb"] or match["adjective"] or match["twice"]
    every = _ADVERBS[adverb] if adverb else _OFTEN[match["unit"]]
    if match["count"]:
        every = f"P{int(every[1:-1]) * _number(match['count'])}{every[-1]}"
    length, unit = int(every[1:-1]), {"D": "day", "M": "month", "Y": "year"}[every[-1]]
    if unit == "month" and length % 12 == 0:
        every = f"P{length // 12}Y"  # as stores write it
    return Due(said.isoformat(), _later(said, length, unit).isoformat(), every)


def _led(match: re.Match[str], said: date) -> Due:
    lead, edge = match["lead"], match["edge"]
    ahead = lead in ("before", "prior to") and edge != "end" or edge in ("start", "beginning")
    first, last = _period(match, said, ahead=ahead)
    if edge:
        first, last = (last, last) if edge == "end" else (first, first)
    if lead == "after":
        return Due(first=max(last + timedelta(days=1), said).isoformat())
    if lead == "from":
        return Due(first=max(first, said).isoformat())
    if lead in ("before", "prior to") and edge != "end":
        last = first - timedelta(days=1)
    if last < said:  # the words name a time that was over
        return Due(min(first, last).isoformat(), last.isoformat())
    within = re.fullmatch(_IN, lead)
    return Due(max(first, said).isoformat() if within else said.isoformat(), last.isoformat())


Days = tuple[date, date]


def _period(match: re.Match[str], said: date, *, ahead: bool) -> Days:
    """First and last day of what is named; with `ahead`, of one that begins after it was said."""
    if match["running"] in ("week", "month"):
        later = _later(said, 1 if match["next"] else 0, match["running"])
        return _week(later) if match["running"] == "week" else _months(later.year, later.month, 1)
    if match["year"] or match["kind"] or match["running"]:
        begins = next((month for kind, month in _BEGINS.items() if kind in match[0]), 4 if match["slash"] else 1)
        coming = match["coming"] or match["next"] or (ahead and match["kind"])
        running = said.year - (said.month < begins) + bool(coming)
        return _months(int(match["year"] or running), begins, 12)
    stated = find_dates(match["day"].title()) if match["day"] else []
    if stated:
        return (date.fromisoformat(stated[0].iso),) * 2

    def of(year: int) -> Days:
        if match["day"] or match["christmas"]:
            found = find_dates((match["day"] or "25 december").title(), default_year=year)
            if not found:
                raise ValueError(f"{year} has no {match['day']}")
            return (date.fromisoformat(found[0].iso),) * 2
        number = _SEASONS.get(match["season"]) or MONTHS.lower().split("|").index(match["month"]) + 1
        first, last = _months(year, number, 3 if match["season"] else 1)
        if match["third"]:
            days, third = (last - first).days + 1, _THIRDS.index(match["third"])
            first, last = (first + timedelta(days=days * (third + n) // 3 - n) for n in (0, 1))
        return first, last

    if match["month_year"]:
        return of(int(match["month_year"]))
    for year in (said.year - 1, said.year):
        try:
            days = of(year)
        except ValueError:
            continue  # 29 February
        if days[0] > said or days[1] >= said and not ahead:
            return days
    return of(said.year + 1)


def _months(year: int, month: int, length: int) -> Days:
    first = date(year, month, 1)
    return first, _later(first, length, "month") - timedelta(days=1)


def _week(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _later(day: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years later; 31 January and a month is the last of February."""
    if days := {"day": 1, "week": 7, "fortnight": 14}.get(unit):
        return day + timedelta(days=count * days)
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _working(day: date, count: int) -> date:
    for _ in range(count):
        day += timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
    return day


def _number(words: str) -> int:
    return int(words) if words.isdigit() else sum(_NUMBERS[word] for word in re.split(r"[\s-]", words))
