"""Which item a reference to a minute means: "Further to Minute 14/17", "minute no. 98 of the meeting of Cabinet on 20
December 2022", "Minute 15 above".

A minute is known by its body, its number and its day or its municipal year, which runs from May to April. What the words
leave out is that of the record in which they stand. A number without a day means one minute only where the numbers of
the body's minutes run on from meeting to meeting; where they begin again each time, it may mean several, and stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from civicgraph.link.meetings import Known
from civicgraph.link.names import Cited, Names
from civicgraph.model import MentionKind, Reason, Reference, Work

At = tuple[str, int]
Links = Mapping[tuple[str, MentionKind, str], str]

_YEARED = re.compile(r"(?P<number>\d{1,4})/(?:20)?(?P<year>\d\d)")
_PART = re.compile(r"(?<=\d)\([a-z0-9]{1,3}\)$", re.I)  # "27/23(b)": a clause of the minute
_FIRST_MONTH = 5  # of a municipal year: councils hold their annual meeting in May


@dataclass(frozen=True, slots=True)
class Number:
    """ "14/17": as printed, and as minute 14 of the year that begins in 2017."""

    printed: str
    plain: int | None  # None: nothing but the printed form is known, "C.123"
    year: int | None

    def __str__(self) -> str:
        return self.printed


@dataclass(frozen=True, slots=True, order=True)
class Minute:
    """One item of a record whose body and day are known."""

    date: str
    iri: str
    number: str
    plain: int | None
    label: str  # "minute 14 of Cabinet, 2017-06-06"


@dataclass(frozen=True, slots=True)
class Here:
    """Where a reference stands: the record, and its body and day where they are known."""

    own: tuple[tuple[str, str], ...]  # (number, IRI) of the items of this very record
    body: str = ""
    name: str = ""
    date: str = ""


def parse_number(printed: str) -> Number:
    """
    >>> parse_number("14/17")
    Number(printed='14/17', plain=14, year=2017)
    """
    number = _PART.sub("", printed.strip().rstrip(".").casefold())
    if yeared := _YEARED.fullmatch(number):
        return Number(number, int(yeared["number"]), 2000 + int(yeared["year"]))
    return Number(number, int(number) if number.isdigit() and len(number) < 5 else None, None)


def municipal_year(date: str) -> int:
    """The year in which the municipal year of an ISO day begins: 2016 for 2017-04-30."""
    return int(date[:4]) - (int(date[5:7]) < _FIRST_MONTH)


def spelled(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


class Records:
    """The minutes of a council's documents, by body."""

    def __init__(self, group: Iterable[Names], known: Mapping[At, Known], items: Mapping[At, str]) -> None:
        self.of: dict[str, set[Minute]] = defaultdict(set)
        self.names: dict[str, str] = {}
        for one in group:
            for n, item in enumerate(one.items):
                met = known.get((one.key, item.meeting))
                if met is None or item.planned or not item.number or len(met.met.date) < 10:
                    continue
                name = min(filter(None, (self.names.get(met.body, ""), met.met.body)), default="", key=lambda s: (s.isupper(), s))
                self.names[met.body] = name
                number = parse_number(item.number)
                label = f"minute {item.number}, {met.met.date}"
                self.of[met.body].add(Minute(met.met.date, items[(one.key, n)], number.printed, number.plain, label))

    def days(self, body: str, year: int | None = None) -> list[str]:
        """The days of this body whose minutes are here, of one municipal year."""
        return sorted({m.date for m in self.of[body] if year in (None, municipal_year(m.date))})

    def run_on(self, body: str, year: int) -> bool:
        """Do the numbers go on from meeting to meeting through the year, so that each is given once?"""
        ranges: dict[str, list[int]] = defaultdict(list)
        for minute in self.of[body]:
            if minute.plain is not None and municipal_year(minute.date) == year:
                ranges[minute.date].append(minute.plain)
        spans = [(min(its), max(its)) for _, its in sorted(ranges.items())]
        rising = all(before[1] < after[0] for before, after in zip(spans, spans[1:], strict=False))
        return bool(spans) and rising and (len(spans) > 1 or spans[0][0] > 1)


def references(
    group: Iterable[Names], links: Links, known: Mapping[At, Known], items: Mapping[At, str], works: Iterable[Work]
) -> Iterator[tuple[At, Reference]]:
    """What every citation of a minute or a numbered decision in these documents of one council means."""
    documents = list(group)
    records = Records(documents, known, items)
    numbered = {work.reference: work for work in works if work.reference}
    for one in documents:
        for cited in one.cited:
            if cited.kind == "minute":
                here = _here(one, cited, known, items)
                body = links.get((one.key, "body", cited.body), "") if cited.body else here.body
                yield (one.key, cited.index), minute_meant(records, cited, here, body)
            else:
                yield (one.key, cited.index), decision_meant(records, cited, numbered)


def _here(one: Names, cited: Cited, known: Mapping[At, Known], items: Mapping[At, str]) -> Here:
    """The record that a citation stands in; outside of all items, that of a document of one meeting."""
    index = one.items[cited.item].meeting if cited.item is not None else 0
    if cited.item is None and len(one.meetings) != 1:
        return Here(own=())
    own = tuple(
        (parse_number(item.number).printed, items[(one.key, n)])
        for n, item in enumerate(one.items)
        if item.meeting == index and item.number and not item.planned
    )
    met = known.get((one.key, index))
    return Here(own=own, body=met.body, name=met.met.body, date=met.met.date) if met else Here(own=own)


def minute_meant(records: Records, cited: Cited, here: Here, body: str) -> Reference:
    """The one minute that a reference can mean, or what is missing."""
    number = parse_number(cited.target)
    own = sorted({iri for printed, iri in here.own if printed in (number.printed, str(number.plain))})
    if cited.here:
        return _one(own, f"item {cited.target} of this record", f"this record has no item {cited.target}")
    if not body:
        whose = f"which body \u2018{cited.body}\u2019 is" if cited.body else "whose minutes are meant"
        return _dangling(f"the document does not say {whose}", own)
    name = cited.body or records.names.get(body) or here.name or "the body"
    if cited.date:
        return _of_day(records, body, name, number, cited.date)
    before = [m for m in records.of[body] if not here.date or m.date <= here.date]
    printed = [m for m in before if number.year is not None and m.number == number.printed]
    if printed:
        return _one(
            sorted({m.iri for m in printed}), f"{printed[0].label} of {name} bears the whole number", "several minutes bear it"
        )
    if number.plain is None or (number.year is None and not here.date):
        return _dangling(f"the words give no day, and no minute of {name} bears this number", own)
    year = municipal_year(here.date) if number.year is None else number.year
    return _of_year(records, body, name, number, year, before)


def _of_day(records: Records, body: str, name: str, number: Number, date: str) -> Reference:
    there = [m for m in records.of[body] if m.date == date]
    if not there:
        return _dangling(f"no minutes of {name} of {date} are here")
    fits = sorted({m.iri for m in there if m.number == number.printed or (number.plain is not None and m.plain == number.plain)})
    return _one(
        fits, f"number {number} of the minutes of {name} of {date}", f"the minutes of {name} of {date} have no number {number}"
    )


def _of_year(records: Records, body: str, name: str, number: Number, year: int, before: list[Minute]) -> Reference:
    days = records.days(body, year)
    if not days:
        return _dangling(f"no minutes of {name} of {spelled(year)} are here")
    fits = sorted({m.iri for m in before if m.plain == number.plain and municipal_year(m.date) == year})
    if not records.run_on(body, year):
        return _dangling(
            f"the words give no day, and it is not certain that the numbers of {name} run on through {spelled(year)}", fits
        )
    return _one(
        fits,
        f"number {number.plain} of the minutes of {name} of {spelled(year)}, which run on through the year",
        f"of the minutes of {name} of {spelled(year)} only those of {', '.join(days)} are here, without number {number.plain}",
    )


def decision_meant(records: Records, cited: Cited, numbered: Mapping[str, Work]) -> Reference:
    """The report that bears the number of a decision, or the one minute that does."""
    if work := numbered.get(cited.target):
        return Reference(iri=work.iri, reason=Reason(feature="the decision", value=f"a report bears the number {cited.target}"))
    printed = cited.target.casefold()
    fits = sorted({m.iri for its in records.of.values() for m in its if m.number == printed and not printed.isdigit()})
    return _one(fits, f"a minute bears the number {cited.target}", f"no paper with the number {cited.target} is here")


def _one(fits: list[str], found: str, missing: str) -> Reference:
    if len(fits) == 1:
        return Reference(iri=fits[0], reason=Reason(feature="the minute", value=found))
    return _dangling(f"{len(fits)} items have this number" if fits else missing, fits)


def _dangling(missing: str, candidates: Iterable[str] = ()) -> Reference:
    return Reference(reason=Reason(feature="left open", value=missing), candidates=tuple(candidates))
