"""What minutes show of what a work programme planned: the items of that day, and of the year after it, by their titles.

One item of the day whose title says the same, or all that the entry does and more, is the one that was planned. What
only shares a telling word with it, or has its title on a later day, may be; so may each of two that fit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from civicgraph.link.council import At, Council
from civicgraph.link.matters.subjects import Subject, subject
from civicgraph.link.names import Planned
from civicgraph.link.reports.titles import contained, same
from civicgraph.model import Taken

YEAR = 366  # days after which what has the title is another turn of it


@dataclass(frozen=True, slots=True, order=True)
class _Minuted:
    """One item of minutes."""

    date: str
    iri: str
    title: str


def taken_of(council: Council, lines: Mapping[str, str]) -> Iterator[tuple[At, Taken]]:
    """(document, index of the route) of each entry of a work programme, with the items that it was, or may be.

    `lines` leads from a body to the first of those that followed each other.
    """
    wanted = [(one, plan) for one in council.group for plan in one.planned]
    minuted = _minuted(council, lines) if wanted else {}
    for one, plan in wanted:
        body = council.body(one.key, plan.body)
        met = council.known.get((one.key, plan.meeting)) if plan.meeting is not None else None
        found = _taken(plan, met.met.date if met else "", minuted.get(lines.get(body, body), []))
        if found:
            yield (one.key, plan.index), found


def _minuted(council: Council, lines: Mapping[str, str]) -> dict[str, list[_Minuted]]:
    """The items of minutes by their bodies, in the order of the days."""
    found: dict[str, set[_Minuted]] = defaultdict(set)
    for one in council.group:
        for n, item in enumerate(one.items):
            met = council.known.get((one.key, item.meeting))
            if met is not None and not item.planned and item.title and len(met.met.date) == len("2024-09-12"):
                at = _Minuted(met.met.date, council.items[(one.key, n)], item.title)
                found[lines.get(met.body, met.body)].add(at)
    return {body: sorted(its) for body, its in found.items()}


def _taken(plan: Planned, printed: str, items: list[_Minuted]) -> Taken | None:
    """What of these items the entry was, or may be; those of the planned day before later ones."""
    first = plan.date or printed
    entry = subject(plan.title)
    begin = bisect_left(items, first, key=lambda one: one.date) if first else len(items)
    of_the_day = [one for one in items[begin:] if one.date == plan.date]
    fit = sorted({one.iri for one in of_the_day if _says(entry, subject(one.title))})
    if len(fit) == 1:
        return Taken(item=fit[0])
    if not fit:
        fit = sorted({one.iri for one in of_the_day if _shares(entry, subject(one.title))})
    if not fit and not entry.serial and len(first) == len("2024-09-12"):
        later = [one for one in items[begin:] if one.date > first and _days(first, one.date) <= YEAR]
        again = [one for one in later if _says(entry, subject(one.title))]
        fit = sorted({one.iri for one in again if one.date == again[0].date})
    return Taken(candidates=tuple(fit)) if fit else None


def _says(entry: Subject, item: Subject) -> bool:
    """Does one of two titles say all that the other does?"""
    if _of_two(entry, item):
        return False
    if same(entry.title, item.title) or contained(entry.title, item.title):
        return True
    short, long = sorted((entry, item), key=lambda one: (len(one.words), one.core))
    return bool(short.words) and (short.words == long.words or (short.full and short.words < long.words))


def _shares(entry: Subject, item: Subject) -> bool:
    return bool(entry.telling & item.telling) and not _of_two(entry, item)


def _of_two(a: Subject, b: Subject) -> bool:
    """Do they differ in a number, a year, a quarter or a place?"""
    one, other = a.title.counts, b.title.counts
    places = a.places and b.places and not a.places & b.places
    return bool(places) or not (one <= other or other <= one)


def _days(since: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(since)).days
