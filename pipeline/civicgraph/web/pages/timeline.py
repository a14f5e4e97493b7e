"""Spells of time as bars: where each begins and ends on one line of years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

WIDTH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`x` and `width` of 1,000; at least wide enough to be seen."""

    label: str
    first: str
    last: str
    x: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    label: str
    x: int


def spans(rows: Iterable[tuple[str, str, str]]) -> tuple[Span, ...]:
    """Of (label, first day, last day); rows without a day are left away."""
    known = [(label, _day(first or last), _day(last or first), first, last) for label, first, last in rows]
    dated = [(label, a, b, first, last) for label, a, b, first, last in known if a and b]
    if not dated:
        return ()
    start = min(a for _, a, *_ in dated)
    length = max(max(b for _, _, b, *_ in dated) - start, 1)
    return tuple(
        Span(
            label=label,
            first=first,
            last=last,
            x=round((a - start) / length * (WIDTH - 12)),
            width=max(round((b - a) / length * (WIDTH - 12)), 12),
        )
        for label, a, b, first, last in dated
    )


def ticks(held: tuple[Span, ...]) -> tuple[Tick, ...]:
    """The first and the last year."""
    days = sorted(day for one in held for day in (one.first, one.last) if day)
    return (Tick(label=days[0][:4], x=0), Tick(label=days[-1][:4], x=WIDTH)) if days else ()


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0
