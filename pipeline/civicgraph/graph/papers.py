"""Reports, where they go and what is attached to them, what is planned to come, what is cited, sums of money."""

from __future__ import annotations

from civicgraph import ids
from civicgraph.graph.page import Page
from civicgraph.graph.triples import date, iri, text, true, typed
from civicgraph.model import Attachment, Citation, Route, Taken
from civicgraph.values.gazetteer import Act, act_of
from civicgraph.values.provisions import provision_name, provision_paths
from civicgraph.values.titles import title_key
from civicgraph.vocab import CIV, DCTERMS, RDFS, SDO, SKOS, XSD, known


def report_iri(page: Page, index: int) -> str:
    report = page.findings.reports[index]
    return page.own(ids.report(page.place(report.item, report.meeting), report.title), ("report", index))


def write_papers(page: Page) -> None:
    findings, sink = page.findings, page.sink
    reports = [report_iri(page, n) for n in range(len(findings.reports))]
    for n, (report, at) in enumerate(zip(findings.reports, reports, strict=True)):
        sink.type(at, CIV.Report)
        page.link(at, SDO.exampleOfWork, page.register.reports.get((findings.key, n)))
        sink.fact(at, DCTERMS.title, text(report.title))
        page.concept(at, CIV.reportType, "report", report.type if known("report", report.type) else "other")
        page.link(at, CIV.author, page.entity(report.author))
        page.under(at, report.item, report.meeting)
        if report.key_decision is not None:
            sink.fact(at, CIV.keyDecision, true() if report.key_decision else typed("false", XSD.boolean))
        page.flag(at, CIV.allWards, report.all_wards)
        page.evidence(at, report.span, report.rule)
        for answer in report.answers:
            answered = ids.sheet_answer(at, answer.question)
            sink.type(answered, CIV.SheetAnswer)
            page.link(answered, CIV.report, at)
            page.concept(answered, CIV.sheetQuestion, "sheet", answer.question)
            sink.fact(answered, CIV.text, text(answer.text))
            page.evidence(answered, answer.span, report.rule)
    for n, at in enumerate(page.items):
        page.link(at, SDO.about, page.register.items.get((findings.key, n)))
    for n, route in enumerate(findings.routes):
        _write_route(page, n, route, reports)
    for attachment in findings.attachments:
        _write_attachment(page, attachment, reports)
    for key in findings.appended:
        sink.fact(page.iri, CIV.mayBeAttached, text(key))
    for n, citation in enumerate(findings.citations):
        _write_citation(page, n, citation)
    for amount in findings.amounts:
        at = ids.amount(page.place(amount.item, None), amount.value, amount.currency, amount.span.start)
        sink.type(at, SDO.MonetaryAmount)
        sink.fact(at, SDO.value, typed(amount.value, XSD.decimal))
        sink.fact(at, SDO.currency, text(amount.currency))
        if amount.role:
            page.concept(at, CIV.amountRole, "amount", amount.role)
        page.link(at, CIV.underItem, page.item(amount.item))
        page.evidence(at, amount.span, amount.rule)


def _write_route(page: Page, index: int, route: Route, reports: list[str]) -> None:
    body = page.entity(route.body)
    if body is None:
        return
    if route.report is not None:
        at = ids.route(reports[route.report], body, route.date)
        page.link(at, CIV.report, reports[route.report])
    elif route.entry is not None:
        said = route.entry.text
        at = page.own(
            ids.route(ids.plan(page.place(route.item, route.meeting), said), body, route.date), (said, body, route.date)
        )
        page.sink.fact(at, CIV.entry, text(said))
        page.under(at, route.item, route.meeting)
        taken = page.register.taken.get((page.findings.key, index), Taken())
        page.link(at, CIV.takenAs, taken.item)
        for item in taken.candidates:
            page.link(at, CIV.mayBeTakenAs, item)
    else:
        return
    page.sink.type(at, CIV.Route)
    page.link(at, CIV.atBody, body)
    if route.date:
        page.sink.fact(at, DCTERMS.date, date(route.date))
    page.concept(at, CIV.routeStatus, "route", route.status)
    page.evidence(at, route.span, route.rule)


def _write_attachment(page: Page, attachment: Attachment, reports: list[str]) -> None:
    sink = page.sink
    whose = reports[attachment.report] if attachment.report is not None else None
    at = page.own(
        ids.attachment(whose or page.place(attachment.item, attachment.meeting), attachment.label), attachment.label
    )
    sink.type(at, CIV.Attachment)
    sink.fact(at, CIV.label, text(attachment.label))
    if attachment.title:
        sink.fact(at, DCTERMS.title, text(attachment.title))
    for key in {title_key(said) for said in (attachment.label, attachment.title)} - {""}:
        sink.fact(at, CIV.comparedAs, text(key))
    page.link(at, CIV.attachedTo, whose)
    page.link(at, CIV.ofCouncil, page.council)
    page.under(at, attachment.item, attachment.meeting)
    page.evidence(at, attachment.span, attachment.rule)


def _write_citation(page: Page, index: int, citation: Citation) -> None:
    sink = page.sink
    where = citation.provision or citation.date  # two minutes of one number, of two days, are two
    at = ids.citation(page.place(citation.item, None), citation.kind, citation.target, where)
    sink.type(at, CIV.Citation, *((CIV.MinuteReference,) if citation.kind == "minute" else ()))
    page.concept(at, CIV.citationKind, "citation", citation.kind)
    sink.fact(at, CIV.citedText, text(citation.target))
    if citation.provision:
        sink.fact(at, CIV.provision, text(citation.provision))
    if citation.kind == "minute" and citation.date:
        sink.fact(at, CIV.citedDate, typed(citation.date, XSD.gMonthDay if citation.date.startswith("-") else XSD.date))
    page.link(at, CIV.underItem, page.item(citation.item))
    page.entity(citation.body)
    if citation.kind == "legislation":
        _write_act(page, citation, at)
    elif meant := page.register.references.get((page.findings.key, index)):
        page.link(at, CIV.cites, meant.iri)
        sink.claim(at, CIV.linkReason, text(f"{meant.reason.feature}: {meant.reason.value}"))
        for candidate in meant.candidates:
            sink.claim(at, CIV.mayCite, iri(candidate))
    page.evidence(at, citation.span, citation.rule)


def _write_act(page: Page, citation: Citation, at: str) -> None:
    """The Act that is cited, its sections, and why it is the one; a council outside the United Kingdom cites others."""
    sink = page.sink
    meant = act_of(citation.target) if citation.iri and page.nation != "Ireland" else None
    title = meant.title if meant else citation.target
    act = ids.legislation(page.register.base, title, meant.uri if meant else "")
    sink.type(act, SDO.Legislation)
    sink.fact(act, SKOS.prefLabel, text(title))
    sink.claim(act, RDFS.label, text(citation.target))
    sink.fact(at, CIV.cites, iri(act))
    sink.claim(page.quotation(citation.span, citation.rule), CIV.mentions, iri(act))
    if meant is None:
        return
    sink.claim(at, CIV.linkReason, text(_why(meant, citation.target, page.quote(citation.span))))
    for path in provision_paths(citation.provision):
        within = ids.provision(act, path)
        sink.type(within, SDO.Legislation)
        sink.fact(within, SKOS.prefLabel, text(f"{title}, {provision_name(path)}"))
        sink.fact(within, DCTERMS.isPartOf, iri(act))
        sink.fact(at, CIV.citesProvision, iri(within))


def _why(meant: Act, cited: str, printed: str) -> str:
    if not meant.exact:
        return f"corrected: “{cited}” is printed, and of the Acts of that year “{meant.title}” alone is so near"
    if meant.title[-4:] not in printed:
        return f"in the list of Acts: “{printed}” has no year, and “{meant.title}” alone has that title"
    return f"in the list of Acts: “{meant.title}” is its short title"
