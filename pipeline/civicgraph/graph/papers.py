"""Reports and where they go, what is cited, sums of money."""

from __future__ import annotations

from civicgraph import ids
from civicgraph.graph.page import Page
from civicgraph.graph.triples import date, iri, text, true, typed
from civicgraph.model import Citation
from civicgraph.values.gazetteer import act_of
from civicgraph.vocab import CIV, DCTERMS, RDFS, SDO, SKOS, XSD, known


def report_iri(page: Page, index: int) -> str:
    report = page.findings.reports[index]
    return page.own(ids.report(page.place(report.item, report.meeting), report.title), ("report", index))


def write_papers(page: Page) -> None:
    findings, sink = page.findings, page.sink
    reports = [report_iri(page, n) for n in range(len(findings.reports))]
    for report, at in zip(findings.reports, reports, strict=True):
        sink.type(at, CIV.Report)
        sink.fact(at, DCTERMS.title, text(report.title))
        page.concept(at, CIV.reportType, "report", report.type if known("report", report.type) else "other")
        page.link(at, CIV.author, page.entity(report.author))
        page.under(at, report.item, report.meeting)
        if report.key_decision is not None:
            sink.fact(at, CIV.keyDecision, true() if report.key_decision else typed("false", XSD.boolean))
        page.evidence(at, report.span, report.rule)
    for route in findings.routes:
        body = page.entity(route.body)
        if body is None:
            continue
        at = ids.route(reports[route.report], body, route.date)
        sink.type(at, CIV.Route)
        page.link(at, CIV.report, reports[route.report])
        page.link(at, CIV.atBody, body)
        if route.date:
            sink.fact(at, DCTERMS.date, date(route.date))
        page.concept(at, CIV.routeStatus, "route", route.status)
        page.evidence(at, route.span, route.rule)
    for citation in findings.citations:
        _write_citation(page, citation)
    for amount in findings.amounts:
        at = ids.amount(page.place(amount.item, None), amount.value, amount.currency, amount.span.start)
        sink.type(at, SDO.MonetaryAmount)
        sink.fact(at, SDO.value, typed(amount.value, XSD.decimal))
        sink.fact(at, SDO.currency, text(amount.currency))
        if amount.role:
            page.concept(at, CIV.amountRole, "amount", amount.role)
        page.link(at, CIV.underItem, page.item(amount.item))
        page.evidence(at, amount.span, amount.rule)


def _write_citation(page: Page, citation: Citation) -> None:
    sink = page.sink
    at = ids.citation(page.place(citation.item, None), citation.kind, citation.target, citation.provision)
    sink.type(at, CIV.Citation, *((CIV.MinuteReference,) if citation.kind == "minute" else ()))
    page.concept(at, CIV.citationKind, "citation", citation.kind)
    sink.fact(at, CIV.citedText, text(citation.target))
    if citation.provision:
        sink.fact(at, CIV.provision, text(citation.provision))
    page.link(at, CIV.underItem, page.item(citation.item))
    if citation.kind == "legislation":
        known_act = act_of(citation.target)
        title = known_act.title if known_act else citation.target
        act = ids.legislation(page.register.base, title, known_act.uri if known_act else "")
        sink.type(act, SDO.Legislation)
        sink.fact(act, SKOS.prefLabel, text(title))
        sink.claim(act, RDFS.label, text(citation.target))
        sink.fact(at, CIV.cites, iri(act))
        quoted = page.quotation(citation.span, citation.rule)
        sink.claim(quoted, CIV.mentions, iri(act))
    elif citation.kind == "minute" and (item := _same_meeting(page, citation)):
        sink.fact(at, CIV.cites, iri(item))
    page.evidence(at, citation.span, citation.rule)


def _same_meeting(page: Page, citation: Citation) -> str | None:
    """The item of the same meeting that "Minute 15 above" names; a reference into another meeting stays open."""
    here = page.findings.items[citation.item].meeting if citation.item is not None else None
    fits = [
        page.items[n]
        for n, item in enumerate(page.findings.items)
        if item.number == citation.target and item.meeting == here and not item.planned
    ]
    return fits[0] if len(fits) == 1 else None
