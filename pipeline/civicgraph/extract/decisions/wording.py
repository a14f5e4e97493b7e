"""What one outcome is by the words of the others: the formula that a record keeps to, and what is told in passing."""

from __future__ import annotations

from dataclasses import replace

from civicgraph.extract.decisions.openers import body_led
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.verbs import verb_of
from civicgraph.extract.scene import Scene

DEALT = frozenset(("note", "approve", "endorse", "recommend", "reject", "refer", "defer"))


def as_worded(scene: Scene, every: list[list[Outcome]]) -> list[list[Outcome]]:
    """The outcomes of each item; where a record prints "The Committee agreed" instead of RESOLVED, that is formal
    wherever a paragraph begins with it."""
    if not _agrees_formally(scene, every):
        return every
    return [[_as_formal(scene, outcome) for outcome in outcomes] for outcomes in every]


def without_received(outcomes: list[Outcome]) -> list[Outcome]:
    """A report merely received is an outcome where nothing more was done with it."""
    received = [one for one in outcomes if one.rule == "told-received"]
    others = [one for one in outcomes if one.rule != "told-received"]
    verbs = (verb_of(one.told or one.lead) for one in others)
    more = any(one.status == "resolved" for one in others) or any(v and v.action in DEALT for v in verbs)
    return others if received and more else outcomes


def _agrees_formally(scene: Scene, every: list[list[Outcome]]) -> bool:
    """Is "The Committee agreed" what this record prints instead of RESOLVED: over its clauses, and no other word?"""
    formal = [one for outcomes in every for one in outcomes if one.rule == "resolution-clause"]
    return bool(formal) and all(
        one.led_by is not None and (len(one.label) > 1 or body_led(scene.text(one.led_by)) == "agree") for one in formal
    )


def _as_formal(scene: Scene, outcome: Outcome) -> Outcome:
    """ "The Committee agreed that …" at the head of a paragraph, in a record where these words are the formal ones."""
    head = outcome.rule == "told-together" and outcome.told == "agree"
    if head and scene.folded[: outcome.span.start].rstrip(" ").endswith("\n"):
        return replace(outcome, status="resolved")
    return outcome
