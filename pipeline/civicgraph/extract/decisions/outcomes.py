"""An outcome: one clause or sentence that tells what was decided, before its verbs are taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.model import Action, DecisionStatus, Item, Mention, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    item: Item | None
    status: DecisionStatus
    text: Span  # the clause's own words
    span: Span  # with the lead-in
    rule: str
    label: str = ""
    lead: str = ""  # lemma of the verb that led in
    led_by: Span | None = None  # the words of that lead-in: "requests the Clerk to:"
    told: str = ""  # lemma of the verb that tells it within its words
    resolution: Span | None = None  # the clauses that stand under one marker
    action: Action | None = None  # where the rule says it and not the verbs: a motion lost, a task given
    owners: tuple[Mention, ...] = ()  # who is to do it, where the rule says it
