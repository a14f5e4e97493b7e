"""Which item a reference to a minute means: "Further to Minute 14/17", "Minute 15 above", "minute no. 98 of the meeting
of Cabinet on 20 December 2022".

A minute is known by its body, its number and its day or its municipal year, which runs from May to April. What the
words leave out is that of the record in which they stand. A number without a day means one minute only where the
numbers of the body's minutes run on from meeting to meeting; where they begin again each time, it stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from civicgraph.link.council import At, Council
from civicgraph.link.names import Cited, Names
from civicgraph.model import Reason, Reference, Work
from civicgraph.values.dates import municipal_year

_YEARED = re.compile(r"(?P<number>\d{1,4})/(?:20)?(?P<year>\d\d)")
_PART = re.compile(r"(?<=\d)\([a-z0-9]{1,3}\)$", re.I)  # "27/23(b)": a clause of the minute
_LATE = 5  # a record whose first number is above it goes on from an earlier one, whichever items were not read


@dataclass(frozen=True, slots=True)
class Number:
    """ "14/17": as printed, and as minute 14 of the year that begins in 2017."""

    printed: str
    plain: int | None  # None: nothing but the printed form is known, "C.123"
    year: int | None

    def fits(self, other: Number) -> bool:
        """Is this number, of a reference, that of a minute? One that prints no year is met by 14 of "14/17"."""
        return self.printed == other.printed or (
            self.plain is not None and other.year is None and self.plain == other.plain
        )


@dataclass(frozen=True, slots=True)
class Minute:
    """One item of a record; `date` is "" where its body or day is not known."""

    iri: str
    number: Number
    date: str = ""

    @property
    def label(self) -> str:
        return (
            f"minute {self.number.printed} of {self.date}"
            if self.date
            else f"item {self.number.printed} of this record"
        )


@dataclass(frozen=True, slots=True)
class Here:
    """Where a reference stands: the record, and its body and day where they are known."""

    own: tuple[Minute, ...] = ()  # of this very record
    body: str = ""  # IRI
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


def spelled(year: int) -> str:
    """
    >>> spelled(2017)
    '2017/18'
    """
    return f"{year}/{(year + 1) % 100:02}"


class Records:
    """The minutes of a council's documents, by the body whose they are, its days, its years and their numbers."""

    def __init__(self, council: Council) -> None:
        self._bodies = council.entities
        self._of_day: dict[tuple[str, str], dict[str, Minute]] = defaultdict(dict)  # (body, day) → IRI → minute
        self._of_year: dict[tuple[str, int], set[str]] = defaultdict(set)  # → days
        self._printed: dict[tuple[str, str], dict[str, Minute]] = defaultdict(dict)  # (body, number as printed) → …
        self._run_on: dict[tuple[str, int], bool] = {}
        self.slashed: set[str] = set()  # bodies whose numbers have strokes themselves
        for one in council.group:
            for n, item in enumerate(one.items):
                met = council.known.get((one.key, item.meeting))
                if met is None or item.planned or not item.number or len(met.met.date) != len("2017-10-12"):
                    continue
                body, iri = met.body, council.items[(one.key, n)]
                minute = Minute(iri, parse_number(item.number), met.met.date)
                self._of_day[(body, minute.date)][iri] = minute
                self._of_year[(body, municipal_year(minute.date))].add(minute.date)
                self._printed[(body, minute.number.printed)][iri] = minute
                if "/" in minute.number.printed:
                    self.slashed.add(body)

    def name(self, body: str) -> str:
        return self._bodies[body].label

    def of_day(self, body: str, day: str) -> list[Minute]:
        return _sorted(self._of_day.get((body, day), {}))

    def days(self, body: str, year: int, until: str) -> list[str]:
        """Of a municipal year, up to a day; to its end where that is ""."""
        return sorted(day for day in self._of_year.get((body, year), set()) if not until or day <= until)

    def printed(self, body: str, number: Number, until: str = "") -> list[Minute]:
        """The minutes of a body with this number as it is printed, up to a day."""
        return [m for m in _sorted(self._printed.get((body, number.printed), {})) if not until or m.date <= until]

    def bearing(self, number: Number) -> list[Minute]:
        """The minutes of any body with this number as it is printed."""
        return [minute for body in sorted({body for body, _ in self._of_day}) for minute in self.printed(body, number)]

    def run_on(self, body: str, year: int) -> bool:
        """Do the numbers go on from meeting to meeting through the year, so that each is given once?"""
        if (body, year) not in self._run_on:
            spans: list[tuple[int, int]] = []
            for day in self.days(body, year, ""):
                plain = [m.number.plain for m in self._of_day[(body, day)].values() if m.number.plain is not None]
                spans += [(min(plain), max(plain))] if plain else []
            rising = all(before[1] < after[0] for before, after in pairwise(spans))
            self._run_on[(body, year)] = bool(spans) and rising and (len(spans) > 1 or spans[0][0] > _LATE)
        return self._run_on[(body, year)]


def _sorted(minutes: Mapping[str, Minute]) -> list[Minute]:
    return sorted(minutes.values(), key=lambda minute: (minute.date, minute.iri))


def references(council: Council, works: Iterable[Work]) -> Iterator[tuple[At, Reference]]:
    """What every citation of a minute or a numbered decision in the documents of a council means."""
    records = Records(council)
    numbered = {work.reference: work.iri for work in works if work.reference}
    for one in council.group:
        for cited in one.cited:
            if cited.kind == "minute":
                here = _here(council, one, cited)
                body = council.body(one.key, cited.body) if cited.body else here.body
                yield (one.key, cited.index), minute_meant(records, cited, here, body)
            else:
                yield (one.key, cited.index), decision_meant(records, cited.target, numbered.get(cited.target, ""))


def _here(council: Council, one: Names, cited: Cited) -> Here:
    """The record that a citation stands in; outside of all items, that of a document of one meeting."""
    if cited.item is None and len(one.meetings) != 1:
        return Here()
    index = one.items[cited.item].meeting if cited.item is not None else 0
    own = tuple(
        Minute(council.items[(one.key, n)], parse_number(item.number))
        for n, item in enumerate(one.items)
        if item.meeting == index and item.number and not item.planned
    )
    met = council.known.get((one.key, index))
    return Here(own=own, body=met.body, date=met.met.date) if met else Here(own=own)


def minute_meant(records: Records, cited: Cited, here: Here, body: str) -> Reference:
    """The one minute that a reference can mean, or what is missing; `body` is the IRI of the one whose minute it is."""
    number = parse_number(cited.target)
    own = [minute for minute in here.own if number.fits(minute.number)]
    if cited.here:
        return _only(own, "the words say that it is of this record", f"this record has no item {cited.target}")
    if cited.elsewhere:
        return _open("the words beside the number leave open whose minute it is")
    if not body:
        whose = f"which body \u2018{cited.body}\u2019 is" if cited.body else "whose minutes are meant"
        return _open(f"the documents do not say {whose}", own)
    name = records.name(body)
    if cited.date:
        return _of_day(records, body, number, _with_year(cited.date, here.date))
    printed = records.printed(body, number, here.date)
    if printed and number.year is not None:
        return _only(printed, f"the minutes of {name} print the number with its year", "")
    year = number.year if number.year is not None else municipal_year(here.date) if len(here.date) > 6 else None
    if number.plain is None or year is None or (number.year is not None and body in records.slashed):
        return _only(
            printed, f"no other minute of {name} has it", f"no minute of {name} among the documents has this number"
        )
    return _of_year(records, body, number, year, here.date)


def _of_day(records: Records, body: str, number: Number, date: str) -> Reference:
    its = f"minutes of {records.name(body)} of {date}"
    there = records.of_day(body, date)
    if not there:
        return _open(f"no {its} are among the documents")
    fits = [minute for minute in there if number.fits(minute.number)]
    return _only(fits, f"the words give {records.name(body)} and the day", f"the {its} have no such number")


def _with_year(date: str, here: str) -> str:
    """The last such day up to the day of the record: "--06-03" is 2017-06-03 in one of March 2018."""
    if not date.startswith("--") or len(here) < len("2018-03-08"):
        return date
    year = int(here[:4]) - (date[2:] > here[5:])
    return f"{year}-{date[2:]}"


def _of_year(records: Records, body: str, number: Number, year: int, until: str) -> Reference:
    its = f"minutes of {records.name(body)} of {spelled(year)}"
    days = records.days(body, year, until)
    if not days:
        return _open(f"no {its} are among the documents")
    of_year = (minute for day in days for minute in records.of_day(body, day))
    fits = [m for m in of_year if m.number.plain == number.plain and m.number.year in (None, year)]
    if not records.run_on(body, year):
        return _open(
            f"the words give no day, and it is not certain that the {its} run on from meeting to meeting", fits
        )
    return _only(
        fits,
        f"the {its} run on from meeting to meeting",
        f"of the {its} only those of {', '.join(days)} are among the documents, without that number",
    )


def decision_meant(records: Records, target: str, work: str) -> Reference:
    """The report that bears the number of a decision, or the one minute that does."""
    if work:
        return Reference(iri=work, reason=Reason(feature=f"report {target}", value="its papers bear this number"))
    number = parse_number(target)
    fits = [] if number.printed.isdigit() else records.bearing(number)
    return _only(fits, "no other minute has this number", f"no paper with the number {target} is among the documents")


def _only(fits: list[Minute], found: str, missing: str) -> Reference:
    """The one minute that fits; where none or several do, the reference stays open."""
    if len(fits) == 1:
        return Reference(iri=fits[0].iri, reason=Reason(feature=fits[0].label, value=found))
    return _open("several minutes have this number" if fits else missing, fits)


def _open(missing: str, candidates: Iterable[Minute] = ()) -> Reference:
    several = sorted(candidates, key=lambda minute: (minute.date, minute.iri))
    may = f"; it may be {' or '.join(minute.label for minute in several)}" if several else ""
    return Reference(
        reason=Reason(feature="left open", value=f"{missing}{may}"), candidates=tuple(minute.iri for minute in several)
    )
