"""Outcomes that are none beside another: a report merely received, what was noted on the way, a vote told again."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.verbs import verb_of
from civicgraph.extract.scene import Scene

MEMBERS_NOTED = re.compile(
    r"(?:Members|Councillors)\s+(?:\w+\s+)?noted\b(?!\s+the\s+(?:\w+\s+)?(?:reports?|updates?)\b)"
)
# "(RESOLVED: that the gate be mended.) On a vote being taken the matter was approved unanimously."
ITS_VOTE = re.compile(
    r"(?:On\s+(?:a|the)\s+vote\s+being\s+taken,?\s+)?(?:[Tt]he|[Tt]his)\s+(?:matter|motion|proposal|resolution)\s+was\s+"
    r"(?:then\s+)?(?:unanimously\s+)?(?:agreed|approved|accepted|carried|passed)(?:\s+unanimously)?\W*$"
)
DEALT = frozenset(("note", "approve", "endorse", "recommend", "reject", "refer", "defer"))


def without_received(scene: Scene, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes of an item; a report merely received is one only where nothing more was done with it, and what
    members noted on the way to a resolution is talk, as its vote is part of it."""
    if any(one.status == "resolved" for one in outcomes):
        outcomes = [one for one in outcomes if one.told != "note" or not MEMBERS_NOTED.match(scene.text(one.text))]
        outcomes = [one for one in outcomes if one.status == "resolved" or not ITS_VOTE.match(scene.text(one.text))]
    received = [one for one in outcomes if one.rule == "told-received"]
    others = [one for one in outcomes if one.rule != "told-received"]
    verbs = (verb_of(one.told or one.lead) for one in others)
    more = any(one.status == "resolved" for one in others) or any(v and v.action in DEALT for v in verbs)
    return others if received and more else outcomes
