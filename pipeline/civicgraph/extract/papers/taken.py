"""Where an item takes the minutes of another body, and what those recommend is decided on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.names.bare import bodies_at, named_bodies, without_theme
from civicgraph.extract.scene import Scene
from civicgraph.model import Decision, Item, Mention, ReferralKind, Span
from civicgraph.values.text import squash

# "The minutes of the Scrutiny Board were submitted … RESOLVED that the recommendation at minute 35 be approved"
MINUTES_OF = re.compile(
    r"\bminutes\s+of\s+(?:the\s+)?(?:(?:last|previous|special|ordinary|extraordinary)\s+)?(?:meetings?\s+of\s+(?:the\s+)?)?",
    re.I,
)
RECEIVES = re.compile(
    r"\bto\s+(?:receive|note|consider|receive\s+and\s+note)\s+(?:the\s+)?(?:draft\s+|confidential\s+)?minutes\s+of\s+(?:the\s+)?"
    r"(?:(?:last\s+|special\s+)?meetings?\s+of\s+(?:the\s+)?)?",
    re.I,
)
CONSIDERS = re.compile(
    r"\b(?:consider|agree|approve|adopt|determine)\s+(?:the\s+|any\s+|its\s+)?(?:following\s+)?recommendations?\b", re.I
)
THEIR_RECOMMENDATIONS = re.compile(
    r"\b(?:(?:all|the|any|its|their)\s+)*recommendations?\b(?:[^;\n]{0,120}?\b(?:be\s+)?(?:approved|adopted|accepted|endorsed|agreed)\b)"
    r"|\b(?:approv|adopt|accept|endors|agree)\w*\s+(?:all\s+)?(?:the\s+)?recommendations?\s+(?:contained|set\s+out|made|therein|at|in)\b",
    re.I,
)
# Behind "the minutes of the" whatever has met is a body: "Capital Monitoring meeting held on 2 September".
MET = re.compile(r"(?P<name>[A-Z][\w&'-]*(?:\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w&'-]*){1,8})\s+meetings?\s+held\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A body from which a matter comes, and the words that say so."""

    sender: Mention
    kind: ReferralKind
    span: Span


def in_minutes(scene: Scene, item: Item, decisions: list[Decision]) -> Iterator[Origin]:
    """The body whose minutes an item takes, where what those recommend is decided on. An item may take the minutes of
    several: an answer is to those named since the decision before it."""
    answers = [d for d in decisions if THEIR_RECOMMENDATIONS.search(scene.text(d.span))]
    for answer in answers:
        above = (d.span.end for d in decisions if d.resolution != answer.resolution)
        since = max((end for end in above if end <= answer.span.start), default=0)
        for _, block in scene.blocks(item):
            text = scene.text(block.words)
            for found in MINUTES_OF.finditer(text):
                if since <= block.words.start + found.start() < answer.span.end:
                    for body in senders_in(scene, text, found.end(), block.words.start):
                        yield Origin(sender=body, kind="take-up", span=answer.span)
    if not answers:
        yield from _to_be_decided(scene, item)


def _to_be_decided(scene: Scene, item: Item) -> Iterator[Origin]:
    """ "To receive the minutes of the Audit Committee and consider the recommendation at item 9", of an agenda."""
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        asked = RECEIVES.search(text)
        if asked is None or not CONSIDERS.search(text, asked.end(), asked.end() + 250):
            continue
        span = Span(start=block.words.start + asked.start(), end=block.words.end)
        for body in senders_in(scene, text, asked.end(), block.words.start):
            yield Origin(sender=body, kind="take-up", span=span)


def senders_in(scene: Scene, text: str, at: int, offset: int) -> Iterator[Mention]:
    """The bodies that words at an offset name as those whose matter it is."""
    bodies = bodies_at(text, at, offset)
    if not bodies:  # "the meeting of 4 May of the Audit Committee"
        bodies = [m for m in named_bodies(text, offset) if at - 1 <= m.span.start - offset <= at + 2]
    if not bodies and (met := MET.match(text, at)):
        span = Span(start=offset + at, end=offset + met.end("name"))
        bodies = [Mention(kind="body", name=squash(met["name"]), span=span, rule="body-met")]
    for body in bodies:
        yield without_theme(body, scene.folded)
