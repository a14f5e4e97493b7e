"""What one person promised among the points of a list that speaks of him: "The Head of Parking: (a) said that …;
(b) agreed to supply the counts". Who it is stands over the list, and not in the point.
"""

from __future__ import annotations

import re

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.owners import OWNER, owners_in
from civicgraph.extract.decisions.subjects import DO, SUPPLY
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Span

SPEAKER = re.compile(rf"(?:^|[,;]\s+|\.\s+)(?P<who>{OWNER})(?:\s+(?:also|then|further))?\s*:\s*-?\s*$")
PROMISE = re.compile(
    rf"^(?:(?:also|kindly)\s+)?(?:(?:agreed|undertook|offered|promised)\s+to\s+{DO}|(?:would|will)\s+{SUPPLY})\b(?!\s+with\b)"
)


def speaker_of(scene: Scene, lead: Span) -> Span | None:
    """Where a paragraph that leads into points names the one whose points they are."""
    found = SPEAKER.search(scene.text(lead))
    return Span(start=lead.start + found.start("who"), end=lead.start + found.end("who")) if found else None


def find_promise(scene: Scene, item: Item | None, point: Span, speaker: Span) -> Outcome | None:
    """The task that a point says its speaker took on; None where it says none, or the speaker is nobody who could."""
    if not PROMISE.match(scene.text(point)):
        return None
    owners = owners_in(scene, scene.text(speaker), speaker.start)
    if owners is None:
        return None
    return Outcome(
        item=item, status="recorded", text=point, span=point, rule="told-promised", action="request", owners=owners
    )
