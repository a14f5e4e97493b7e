"""A meeting: what comes before and after it, its items with what was decided, who was there, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.vocab import CIV, DCTERMS, SKOS
from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.naming import said
from civicgraph.web.pages.page import Link, Page, Wanted, about, head, several
from civicgraph.web.pages.reading import Reading, reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item, with the decisions, reports, referrals and votes under it."""

    row: Row
    decisions: tuple[Row, ...]
    reports: tuple[Row, ...]
    referrals: tuple[Row, ...]
    votes: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPage(Page):
    head: Row
    before: Link | None
    after: Link | None
    agenda: tuple[Item, ...]
    decisions: Answer
    items: Answer
    present: Answer
    reports: Answer
    referrals: Answer
    votes: Answer
    documents: Answer
    loose: tuple[Row, ...]
    """Decisions under no item."""
    text: Reading | None


def meeting(wanted: Wanted, iri: str) -> MeetingPage:
    known = head(wanted, iri, date=(DCTERMS.date,), start=(CIV.startTime,), end=(CIV.endTime,), venue=(CIV.venue,)).but(
        **several(
            wanted,
            iri,
            body=(CIV.ofBody,),
            body_label=(CIV.ofBody, SKOS.prefLabel),
            paper=(CIV.documentedAs, SKOS.prefLabel),
        )
    )
    items = wanted.ask("meeting-items", this=iri).once("item")
    decisions = wanted.ask("meeting-decisions", this=iri).once("decision")
    reports = wanted.ask("meeting-reports", this=iri).once("report")
    referrals = wanted.ask("meeting-referrals", this=iri).once("referral")
    votes = wanted.ask("meeting-votes", this=iri).once("vote")
    documents = wanted.ask("meeting-documents", this=iri)
    under = {row.item for row in items}
    return MeetingPage(
        about=about(wanted, iri, ", ".join(filter(None, (known.body_label, said(known.date)))) or "Meeting"),
        head=known,
        before=_link(wanted.ask("meeting-before", this=iri)),
        after=_link(wanted.ask("meeting-after", this=iri)),
        agenda=tuple(
            Item(
                row=row,
                decisions=decisions.where(item=row.item),
                reports=reports.where(item=row.item),
                referrals=tuple(one for one in referrals if one.referral.startswith(f"{row.item}/")),
                votes=votes.where(item=row.item),
            )
            for row in _in_order(items)
        ),
        decisions=decisions,
        items=items,
        present=wanted.ask("meeting-present", this=iri).once("record"),
        reports=reports,
        referrals=referrals,
        votes=votes,
        documents=documents,
        loose=tuple(row for row in decisions if row.item not in under),
        text=_text(wanted, documents),
    )


def _text(wanted: Wanted, documents: Answer) -> Reading | None:
    """Of the document that is asked for, else of the first; from where the meeting begins in it."""
    if not documents:
        return None
    asked = wanted.choice("document")
    row = next((row for row in documents if row.document == asked), documents.first)
    at = wanted.choice("at") or row.begin or "0"
    return reading(wanted, row.document, row, int(at) if at.isdecimal() else 0)


def _link(answer: Answer) -> Link | None:
    return Link(iri=answer.first.meeting, label=said(answer.first.date)) if answer else None


def _in_order(items: Answer) -> Iterator[Row]:
    """Minutes as they are numbered; and what is only planned, after them."""
    treated = {one for row in items for one in row.treats.split("; ")}
    shown = [row for row in items if row.item not in treated]
    yield from sorted(shown, key=lambda row: (row.planned, _number(row.number or "~"), row.item), reverse=False)


def _number(text: str) -> tuple[tuple[int, str], ...]:
    """So that 2 comes before 10."""
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in re.findall(r"\d+|\D+", text))
