"""A person: names seen, posts over time, attendance, decisions moved, what was asked of them, votes, interests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.vocab import CIV, ORG
from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.page import Link, Page, Wanted, about
from civicgraph.web.pages.timeline import Span, spans

STRIPS = 6
"""Bodies whose meetings are drawn one by one."""


STATUSES = ("present", "apologies", "absent", "not recorded", "no minutes held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One meeting of a body. A person whom the minutes do not list is not recorded, which is not absent; of a meeting
    without minutes nobody can say who came."""

    date: str
    meeting: str
    status: str  # one of `STATUSES`


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    body: Link
    marks: tuple[Mark, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage(Page):
    attendance: Answer
    names: Answer
    posts: Answer
    held: tuple[Span, ...]
    strips: tuple[Strip, ...]
    owned: Answer
    moved: Answer
    votes: Answer
    interests: Answer


def person(wanted: Wanted, iri: str) -> PersonPage:
    listed = wanted.ask_where(CIV.person, name="person-attendance", this=iri)
    posts = wanted.ask_where(ORG.member, name="person-posts", this=iri)
    return PersonPage(
        about=about(wanted, iri),
        attendance=listed,
        names=wanted.ask("names", this=iri),
        posts=posts,
        held=spans((row.post_label, row.first, row.last) for row in posts),
        strips=tuple(_strips(wanted, listed)),
        owned=wanted.ask_where(CIV.target, ORG.member, name="owned", this=iri).once("decision"),
        moved=wanted.ask_where(CIV.mover, CIV.seconder, name="person-moved", this=iri),
        votes=wanted.ask_where(CIV.person, name="person-votes", this=iri).once("vote"),
        interests=wanted.ask_where(CIV.person, name="person-interests", this=iri),
    )


def _strips(wanted: Wanted, listed: Answer) -> Iterator[Strip]:
    """Between the first and the last meeting of a body that lists the person."""
    rows = [row for row in listed if row.body and row.date]
    for body, _ in sorted(Counter(row.body for row in rows).items(), key=lambda one: (-one[1], one[0]))[:STRIPS]:
        mine = {row.meeting: row for row in rows if row.body == body}
        first, last = min(row.date for row in mine.values()), max(row.date for row in mine.values())
        days = [day for day in wanted.ask("body-days", this=body).once("meeting") if first <= day.date <= last]
        marks = tuple(
            Mark(date=day.date, meeting=day.meeting, status=_status(day, mine.get(day.meeting)))
            for day in reversed(days)
        )
        label = next(iter(mine.values())).body_label
        counts = Counter(mark.status for mark in marks)
        yield Strip(
            body=Link(iri=body, label=label),
            marks=marks,
            counts=tuple((status, counts[status]) for status in STATUSES if counts[status]),
        )


def _status(day: Row, listed: Row | None) -> str:
    if listed is not None:
        return listed.status
    return "not recorded" if "minutes" in day.paper.split("; ") else "no minutes held"
