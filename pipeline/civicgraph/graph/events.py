"""Meetings, who attended, who holds which post."""

from __future__ import annotations

from civicgraph import ids
from civicgraph.graph.page import Page
from civicgraph.graph.triples import date, iri, text, time
from civicgraph.values.gazetteer import party_of
from civicgraph.vocab import CIV, DCTERMS, ORG, SKOS


def write_meetings(page: Page) -> None:
    findings, sink = page.findings, page.sink
    for meeting, at in zip(findings.meetings, page.meetings, strict=True):
        sink.type(at, CIV.Meeting)
        page.link(at, CIV.ofBody, page.entity(meeting.body))
        page.link(at, CIV.ofCouncil, page.council)
        page.concept(at, CIV.documentedAs, "part", meeting.part)
        if meeting.date:
            sink.fact(at, DCTERMS.date, date(meeting.date))
        if meeting.start:
            sink.fact(at, CIV.startTime, time(meeting.start))
        if meeting.end:
            sink.fact(at, CIV.endTime, time(meeting.end))
        if meeting.venue:
            sink.fact(at, CIV.venue, text(meeting.venue))
        if meeting.identifier:
            sink.fact(at, DCTERMS.identifier, text(meeting.identifier))
        page.evidence(at, meeting.span, "meeting-header")
    planned: dict[str, str] = {}
    for item, at in zip(findings.items, page.items, strict=True):
        sink.type(at, CIV.AgendaItem if item.planned else CIV.MinuteItem)
        page.link(at, CIV.inMeeting, page.meetings[item.meeting])
        if item.title:
            sink.fact(at, DCTERMS.title, text(item.title))
        if item.number:
            sink.fact(at, CIV.number, text(item.number))
        if item.agenda_number:
            sink.fact(at, CIV.agendaNumber, text(item.agenda_number))
        if item.identifier:
            sink.fact(at, DCTERMS.identifier, text(item.identifier))
        page.flag(at, CIV.private, item.private)
        page.flag(at, CIV.truncated, item.truncated)
        page.evidence(at, item.span, "item-heading")
        same = f"{page.meetings[item.meeting]} {item.title.casefold()}"
        if item.planned:
            planned[same] = at
        elif item.title:
            page.link(at, CIV.treats, planned.get(same))
    for approval in findings.approvals:
        at = ids.approval(page.meetings[approval.meeting], approval.minutes_of)
        sink.type(at, CIV.MinutesApproval)
        page.under(at, approval.item, approval.meeting)
        sink.fact(at, CIV.minutesOf, date(approval.minutes_of))
        page.link(at, CIV.minutesOfBody, page.entity(approval.body))
        page.evidence(at, approval.span, approval.rule)


def write_people(page: Page) -> None:
    findings, sink = page.findings, page.sink
    for row in findings.attendance:
        person = page.entity(row.person)
        if person is None:
            continue
        at = page.own(ids.attendance(page.meetings[row.meeting], person), (person, row.status))
        sink.type(at, CIV.Attendance)
        page.link(at, CIV.inMeeting, page.meetings[row.meeting])
        page.link(at, CIV.person, person)
        page.concept(at, CIV.attendanceStatus, "attendance", row.status)
        page.concept(at, CIV.attendeeKind, "attendee", row.kind or "")
        if row.role:
            sink.fact(at, CIV.role, text(row.role))
        page.link(at, CIV.onBehalfOf, page.entity(row.organisation))
        page.link(at, CIV.substituteFor, page.entity(row.substitute_for))
        page.evidence(at, row.span, row.rule)
    for held in findings.posts:
        person, post = page.entity(held.person), page.entity(held.post)
        if person is None or post is None:
            continue
        on, ward = page.date(held.meeting), page.entity(held.ward)
        at = ids.holding(person, post, on)
        if ward:
            at = ids.seat(person, ward)
        elif held.since or held.until:
            at = ids.term(person, held.since, held.until)
        sink.type(at, CIV.PostHolding)
        sink.fact(at, ORG.member, iri(person))
        sink.fact(at, CIV.post, iri(post))
        page.link(at, ORG.organization, page.entity(held.organisation))
        if on and not held.former:
            sink.fact(at, CIV.evidencedOn, date(on))
        page.link(at, CIV.ward, ward)
        _write_party(page, held.party, at)
        for day, told in ((CIV.startDate, held.since), (CIV.endDate, held.until)):
            if told:
                sink.fact(at, day, date(told))
        page.flag(at, CIV.former, held.former)
        page.evidence(at, held.span, held.rule)
    for declared in findings.declarations:
        person = page.entity(declared.person)
        if person is None:
            continue
        at = page.own(
            ids.declaration(page.place(None, declared.meeting), person, _number(page, declared.item)), declared.span
        )
        sink.type(at, CIV.DeclarationOfInterest)
        page.link(at, CIV.person, person)
        page.under(at, declared.item, declared.meeting)
        sink.fact(at, CIV.text, text(page.quote(declared.span)))
        page.evidence(at, declared.span, declared.rule)


def _write_party(page: Page, printed: str, at: str) -> None:
    """As printed beside the seat, and the registered party where it can be told."""
    if not printed:
        return
    page.sink.fact(at, CIV.party, text(printed))
    party = party_of(printed, page.nation)
    if party is None:
        return
    page.sink.type(party.iri, ORG.FormalOrganization)
    page.sink.fact(party.iri, SKOS.prefLabel, text(party.name))
    page.sink.fact(at, CIV.registeredParty, iri(party.iri))
    why = f"in the register of political parties: “{printed}” is a name of {party.name}, which stands in {page.nation}"
    page.sink.claim(at, CIV.linkReason, text(why))


def _number(page: Page, item: int | None) -> str:
    return page.findings.items[item].number if item is not None else ""
