"""Decisions, referrals and votes: the exact words first, then our reading, and the chain before and after."""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.web.pages.asking import Answer, Row
from civicgraph.web.pages.page import Page, Wanted, about


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
        head=wanted.ask("decision", this=iri).first,
        after=wanted.ask("chain-after", this=iri).once("follow"),
        before=wanted.ask("chain-before", this=iri).once("follow"),
        people=wanted.ask("decision-people", this=iri),
        referrals=wanted.ask("decision-referrals", this=iri),
    )


def referral(wanted: Wanted, iri: str) -> ReferralPage:
    return ReferralPage(
        about=about(wanted, iri),
        head=wanted.ask("referral", this=iri).first,
        after=wanted.ask("chain-after", this=iri).once("follow"),
        before=wanted.ask("chain-before", this=iri).once("follow"),
        answered=wanted.ask("chain-answers", this=iri).once("response"),
    )


def vote(wanted: Wanted, iri: str) -> VotePage:
    return VotePage(
        about=about(wanted, iri),
        ballots=wanted.ask("vote-ballots", this=iri),
        said=wanted.ask("thing", this=iri),
    )
