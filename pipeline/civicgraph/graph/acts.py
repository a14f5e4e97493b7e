"""What was decided, passed on, answered and voted."""

from __future__ import annotations

from civicgraph import ids
from civicgraph.graph.page import Page
from civicgraph.graph.papers import report_iri
from civicgraph.graph.triples import date, integer, iri, text, typed
from civicgraph.model import Decision, Referral
from civicgraph.values.due import due
from civicgraph.values.titles import matter_key
from civicgraph.vocab import CIV, DCTERMS, XSD, concept, known

CLASSES = {
    "request": CIV.Request,
    "delegate": CIV.DelegationOfAuthority,
    "exclude": CIV.Exclusion,
    "defer": CIV.Deferral,
}


def write_decisions(page: Page) -> None:
    findings = page.findings
    decisions = [_decision_iri(page, n, d) for n, d in enumerate(findings.decisions)]
    for decision, at in zip(findings.decisions, decisions, strict=True):
        _write_decision(page, decision, at)
    referrals = [_referral_iri(page, n, r) for n, r in enumerate(findings.referrals)]
    for referral, made in zip(findings.referrals, referrals, strict=True):
        if made:
            _write_referral(page, referral, made, decisions)
    for response in findings.responses:
        to = referrals[response.referral]
        if to is None:
            continue
        at = page.own(ids.response(to, response.answer), (response.referral, response.decision))
        page.sink.type(at, CIV.Response)
        page.link(at, CIV.respondsTo, to)
        page.concept(at, CIV.answer, "answer", response.answer)
        if response.decision is not None:
            page.link(at, CIV.byDecision, decisions[response.decision])
        on = page.date(_meeting_of(page, findings.referrals[response.referral].item))
        if on:
            page.sink.fact(at, DCTERMS.date, date(on))
        page.evidence(at, response.span, response.rule)
    _write_votes(page)


def _decision_iri(page: Page, index: int, decision: Decision) -> str:
    place, words = page.place(decision.item, decision.meeting), page.quote(decision.text)
    return page.own(ids.decision(place, decision.status, decision.label, decision.action, words), ("decision", index))


def _write_decision(page: Page, decision: Decision, at: str) -> None:
    sink = page.sink
    sink.type(at, CIV.Decision, *((CLASSES[decision.action],) if decision.action in CLASSES else ()))
    sink.fact(at, CIV.decisionAction, iri(concept("action", decision.action)))
    if decision.verb != decision.action and known("action", decision.verb):
        sink.fact(at, CIV.decisionVerb, iri(concept("action", decision.verb)))
    page.concept(at, CIV.decisionStatus, "status", decision.status)
    if decision.label:
        sink.fact(at, CIV.label, text(decision.label))
    sink.fact(at, CIV.text, text(page.quote(decision.text)))
    page.under(at, decision.item, decision.meeting)
    page.link(at, CIV.byBody, page.entity(decision.body))
    if on := page.date(decision.meeting):
        sink.fact(at, DCTERMS.date, date(on))
    for target in decision.targets:
        page.link(at, CIV.target, page.entity(target))
    for consulted in decision.consulted:
        page.link(at, CIV.consulted, page.entity(consulted))
    if decision.due:
        sink.fact(at, CIV.dueText, text(decision.due.text))
        _write_due(page, at, decision.due.text, on)
    if decision.ground:
        sink.fact(at, CIV.ground, text(decision.ground.text))
    if decision.limit:
        sink.fact(at, CIV.limit, text(decision.limit.text))
    if decision.entry:
        sink.fact(at, CIV.entry, text(decision.entry.text))
    page.link(at, CIV.mover, page.entity(decision.mover))
    page.link(at, CIV.seconder, page.entity(decision.seconder))
    for span in (decision.span, *decision.again):
        page.evidence(at, span, decision.rule)
    if decision.resolution:
        block = page.own(
            ids.resolution(page.place(decision.item, decision.meeting)), ("resolution", decision.resolution)
        )
        sink.type(block, CIV.Resolution)
        page.link(block, CIV.underItem, page.item(decision.item))
        sink.fact(block, DCTERMS.hasPart, iri(at))
        page.evidence(block, decision.resolution, "resolution")


def _write_due(page: Page, at: str, words: str, on: str) -> None:
    """The days that the words mean, from the meeting's; none of a time that was over, when nothing can be due."""
    window = due(words, on) if on else None
    if window is None or (window.last and window.last < on):
        return
    if window.first:
        page.sink.fact(at, CIV.dueFrom, date(window.first))
    if window.last:
        page.sink.fact(at, CIV.dueBy, date(window.last))
    if window.every:
        page.sink.fact(at, CIV.dueEvery, typed(window.every, XSD.duration))


def _meeting_of(page: Page, item: int | None) -> int | None:
    return page.findings.items[item].meeting if item is not None else None


def _referral_iri(page: Page, index: int, referral: Referral) -> str | None:
    ends = [page.entity(body) for body in (referral.sender, referral.recipient) if body]
    if None in ends:
        return None
    sender, recipient = (page.entity(body) or "unnamed-body" for body in (referral.sender, referral.recipient))
    return page.own(
        ids.referral(page.place(referral.item, None), sender, recipient, referral.what.text), ("referral", index)
    )


def _write_referral(page: Page, referral: Referral, at: str, decisions: list[str]) -> None:
    sink = page.sink
    recommendation = referral.kind in ("recommend", "take-up")
    sink.type(at, CIV.Referral, *((CIV.Recommendation,) if recommendation else ()))
    sink.fact(at, CIV.refersWhat, text(referral.what.text))
    if key := matter_key(referral.what.text):
        sink.fact(at, CIV.comparedAs, text(key))
    if referral.report is not None:
        page.link(at, CIV.refersReport, report_iri(page, referral.report))
    page.link(at, CIV.fromBody, page.entity(referral.sender))
    page.link(at, CIV.toBody, page.entity(referral.recipient))
    page.concept(at, CIV.referralStatus, "referral", referral.status)
    page.concept(at, CIV.referralKind, "referral-kind", referral.kind)
    page.link(at, CIV.underItem, page.item(referral.item))
    if referral.decision is not None:
        page.link(at, CIV.byDecision, decisions[referral.decision])
    on = page.date(_meeting_of(page, referral.item))
    if on:
        sink.fact(at, DCTERMS.date, date(on))
    page.evidence(at, referral.span, referral.rule)


def _write_votes(page: Page) -> None:
    findings, sink = page.findings, page.sink
    votes: list[str] = []
    for n, vote in enumerate(findings.votes):
        at = page.own(ids.vote(page.place(vote.item, vote.meeting), vote.division), ("vote", n))
        votes.append(at)
        sink.type(at, CIV.Vote)
        page.under(at, vote.item, vote.meeting)
        sink.fact(at, CIV.division, integer(vote.division))
        page.concept(at, CIV.outcome, "outcome", vote.outcome)
        for predicate, count in (
            (CIV.votesFor, vote.votes_for),
            (CIV.votesAgainst, vote.against),
            (CIV.abstentions, vote.abstain),
        ):
            if count is not None:
                sink.fact(at, predicate, integer(count))
        if vote.motion:
            sink.fact(at, CIV.motion, text(vote.motion))
        page.evidence(at, vote.span, vote.rule)
    for ballot in findings.ballots:
        person = page.entity(ballot.person)
        if person is None:
            continue
        at = page.own(ids.ballot(votes[ballot.vote], person), (ballot.vote, person, ballot.choice))
        sink.type(at, CIV.Ballot)
        page.link(at, CIV.inVote, votes[ballot.vote])
        page.link(at, CIV.person, person)
        page.concept(at, CIV.choice, "choice", ballot.choice)
        page.evidence(at, ballot.span, ballot.rule)
