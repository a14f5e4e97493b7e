"""A body and a council: names over time, members at a date, meetings, what it passed on, received and asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.vocab import CIV, ORG
from civicgraph.web.pages.asking import Answer
from civicgraph.web.pages.page import Page, Wanted, about


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPage(Page):
    meetings: Answer
    asked: Answer
    sent: Answer
    received: Answer
    seats: Answer
    posts: Answer
    names: Answer
    changes: Answer
    parts: Answer
    since: str
    until: str
    """Days between which the members were listed; "" for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPage(Page):
    bodies: Answer
    meetings: Answer
    names: Answer


def body(wanted: Wanted, iri: str) -> BodyPage:
    since, until = _period(wanted)
    return BodyPage(
        about=about(wanted, iri),
        meetings=wanted.ask_where(CIV.ofBody, name="body-days", this=iri).once("meeting"),
        asked=wanted.ask_where(CIV.byBody, name="body-asked", this=iri).once("decision"),
        sent=wanted.ask_where(CIV.fromBody, name="body-sent", this=iri).once("referral"),
        received=wanted.ask_where(CIV.toBody, name="body-received", this=iri).once("referral"),
        seats=wanted.ask_where(CIV.ofBody, name="body-seats", this=iri, **{"from": since, "till": until}),
        posts=wanted.ask("body-posts", this=iri),
        names=wanted.ask("names", this=iri),
        changes=wanted.ask_where(
            ORG.resultingOrganization, ORG.originalOrganization, name="body-changes", this=iri
        ).once("other"),
        parts=wanted.ask("body-parts", this=iri),
        since=since,
        until=until,
    )


def council(wanted: Wanted, iri: str) -> CouncilPage:
    return CouncilPage(
        about=about(wanted, iri),
        bodies=wanted.kept("council-bodies", this=iri),
        meetings=wanted.kept("council-meetings", this=iri),
        names=wanted.kept("names", this=iri),
    )


def _period(wanted: Wanted) -> tuple[str, str]:
    """What a form asks for: a year, or a day, which means the year that ends with it."""
    day = wanted.choice("on")
    if re.fullmatch(r"[12]\d{3}", day):
        return f"{day}-01-01", f"{day}-12-31"
    if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", day):
        return f"{int(day[:4]) - 1}{day[4:]}", day
    return "", ""
