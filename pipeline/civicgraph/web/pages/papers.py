"""What lies before bodies: items, reports with their route, programmes, matters over time, and documents."""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.vocab import CIV, DCTERMS, SKOS
from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.page import Page, Wanted, about, head, several
from civicgraph.web.pages.reading import Reading, reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage(Page):
    head: Row
    facts: Answer
    after: Answer
    before: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(Page):
    route: Answer
    papers: Answer
    proposals: Answer
    sheet: Answer
    names: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage(Page):
    head: Row
    items: Answer
    mentions: Answer
    names: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An item of a matter, why it is thought to be of it, and what was decided there."""

    row: Row
    link: Row | None
    decisions: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPage(Page):
    items: Answer
    decisions: Answer
    links: Answer
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage(Page):
    head: Row
    meetings: Answer
    problems: Answer
    text: Reading


def item(wanted: Wanted, iri: str) -> ItemPage:
    return ItemPage(
        about=about(wanted, iri),
        head=head(
            wanted,
            iri,
            number=(CIV.number,),
            meeting=(CIV.inMeeting,),
            date=(CIV.inMeeting, DCTERMS.date),
            body_label=(CIV.inMeeting, CIV.ofBody, SKOS.prefLabel),
        ).but(**several(wanted, iri, matter=(CIV.ofMatter,), matter_label=(CIV.ofMatter, DCTERMS.title))),
        facts=wanted.ask_where(CIV.underItem, name="item-facts", this=iri).once("fact"),
        after=wanted.ask_where(CIV.followUpOf, name="chain-after", this=iri).once("follow"),
        before=wanted.ask_where(CIV.followedBy, name="chain-before", this=iri).once("follow"),
    )


def report(wanted: Wanted, iri: str) -> ReportPage:
    return ReportPage(
        about=about(wanted, iri),
        route=wanted.ask("report-route", this=iri).once("route"),
        papers=wanted.ask("report-papers", this=iri).once("paper"),
        proposals=wanted.ask("report-proposals", this=iri).once("decision"),
        sheet=wanted.ask("report-sheet", this=iri),
        names=wanted.ask("names", this=iri),
    )


def programme(wanted: Wanted, iri: str) -> ProgrammePage:
    return ProgrammePage(
        about=about(wanted, iri),
        head=Row(several(wanted, iri, kind=(CIV.programmeKind, SKOS.prefLabel), acronym=(CIV.acronym,))),
        items=wanted.ask_where(CIV.mentions, name="programme-items", this=iri).once("item"),
        mentions=wanted.ask_where(CIV.mentions, name="mentions", this=iri),
        names=wanted.ask("names", this=iri),
    )


def matter(wanted: Wanted, iri: str) -> MatterPage:
    items = wanted.ask("matter-items", this=iri).once("item")
    decisions = wanted.ask("matter-decisions", this=iri).once("decision")
    links = wanted.ask("matter-links", this=iri)
    return MatterPage(
        about=about(wanted, iri),
        items=items,
        decisions=decisions,
        links=links,
        steps=tuple(
            Step(
                row=row,
                link=next(iter(links.where(to=row.item)), None),
                decisions=decisions.where(item=row.item),
            )
            for row in items
        ),
    )


def document(wanted: Wanted, iri: str) -> DocumentPage:
    at = wanted.choice("at")
    known = wanted.ask("document", this=iri).once("file").first
    return DocumentPage(
        about=about(wanted, iri),
        head=known,
        meetings=wanted.ask("document-meetings", this=iri),
        problems=wanted.ask("document-problems", this=iri),
        text=reading(wanted, iri, known, int(at) if at.isdecimal() else 0),
    )
