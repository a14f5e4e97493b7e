"""Decisions, referrals and votes: the exact words first, then our reading, and the chain before and after."""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.vocab import CIV, DCTERMS, SDO, SKOS
from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.page import Link, Page, Wanted, about, head, link

ITEM = {
    "item": (CIV.underItem,),
    "item_number": (CIV.underItem, CIV.number),
    "item_label": (CIV.underItem, DCTERMS.title),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage(Page):
    head: Row
    after: Answer
    before: Answer
    people: Answer
    referrals: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPage(Page):
    head: Row
    sender: Link | None
    receiver: Link | None
    after: Answer
    before: Answer
    answered: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePage(Page):
    ballots: Answer
    said: Answer


def decision(wanted: Wanted, iri: str) -> DecisionPage:
    return DecisionPage(
        about=about(wanted, iri),
        head=head(
            wanted,
            iri,
            action=(CIV.decisionAction, SKOS.prefLabel),
            verb=(CIV.decisionVerb, SKOS.prefLabel),
            status=(CIV.decisionStatus, SKOS.notation),
            date=(DCTERMS.date,),
            body=(CIV.byBody,),
            body_label=(CIV.byBody, SKOS.prefLabel),
            meeting=(CIV.inMeeting,),
            due=(CIV.dueText,),
            due_by=(CIV.dueBy,),
            limit=(CIV.limit,),
            ground=(CIV.ground,),
            entry=(CIV.entry,),
            **ITEM,
        ),
        after=wanted.ask_where(CIV.followUpOf, name="chain-after", this=iri).once("follow"),
        before=wanted.ask_where(CIV.followedBy, name="chain-before", this=iri).once("follow"),
        people=wanted.ask("decision-people", this=iri),
        referrals=wanted.ask_where(CIV.byDecision, name="decision-referrals", this=iri),
    )


def referral(wanted: Wanted, iri: str) -> ReferralPage:
    ends = head(wanted, iri, sender=(CIV.fromBody,), receiver=(CIV.toBody,))
    return ReferralPage(
        about=about(wanted, iri),
        sender=link(wanted, ends.sender),
        receiver=link(wanted, ends.receiver),
        head=head(
            wanted,
            iri,
            what=(CIV.refersWhat,),
            status=(CIV.referralStatus, SKOS.notation),
            kind=(CIV.referralKind, SKOS.prefLabel),
            date=(DCTERMS.date,),
            meeting=(CIV.underItem, CIV.inMeeting),
            report=(CIV.refersReport,),
            work=(CIV.refersReport, SDO.exampleOfWork),
            decision=(CIV.byDecision,),
            decision_text=(CIV.byDecision, CIV.text),
            **ITEM,
        ),
        after=wanted.ask_where(CIV.followUpOf, name="chain-after", this=iri).once("follow"),
        before=wanted.ask_where(CIV.followedBy, name="chain-before", this=iri).once("follow"),
        answered=wanted.ask_where(CIV.respondsTo, name="chain-answers", this=iri).once("response"),
    )


def vote(wanted: Wanted, iri: str) -> VotePage:
    return VotePage(
        about=about(wanted, iri),
        ballots=wanted.ask("vote-ballots", this=iri),
        said=wanted.ask("thing", this=iri),
    )
