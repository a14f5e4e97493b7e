"""What a body that received recommendations answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.elsewhere import is_other_day
from civicgraph.extract.scene import Scene
from civicgraph.model import Answer, Decision, Referral, Response, Span

ACCEPTED = re.compile(
    r"\b(?:all (?:of )?the recommendations|the recommendations|recommendations?)\b[^.]{0,60}\b(?:were"
    r"|was|be|are)\s+(?:all\s+)?(?P<answer>accepted|agreed|approved|endorsed|supported|noted|rejected"
    r"|not accepted)\b",
    re.I,
)
ANSWERS: dict[str, Answer] = {
    "approve": "accepted",
    "endorse": "accepted",
    "note": "noted",
    "reject": "rejected",
    "request": "other",
    "defer": "other",
}


def find_responses(
    scene: Scene, referrals: list[tuple[int, Referral]], decisions: list[tuple[int, Decision]]
) -> Iterator[Response]:
    """What the receiving body did with what it received: each of its decisions under that item answers."""
    for n, referral in referrals:
        if referral.status != "received":
            continue
        answered: list[Span] = []
        for d, decision in decisions:
            if decision.item == referral.item and decision.status != "proposed" and decision.action in ANSWERS:
                answered.append(decision.span)
                yield Response(
                    referral=n,
                    answer=ANSWERS[decision.action],
                    span=decision.span,
                    rule="response-decision",
                    decision=d,
                )
        item = scene.part.items[referral.item - scene.first_item] if referral.item is not None else None
        for _, block in scene.blocks(item) if item else ():
            text = scene.text(block.span)
            if told := ACCEPTED.search(text):
                span = Span(start=block.span.start + told.start(), end=block.span.start + told.end())
                if any(span.overlaps(other) for other in answered) or is_other_day(
                    scene, text[: told.end()], text[told.end() : told.end() + 120].partition(". ")[0]
                ):
                    continue
                word = told.group("answer").lower()
                answer: Answer = (
                    "noted" if word == "noted" else ("rejected" if word in ("rejected", "not accepted") else "accepted")
                )
                yield Response(
                    referral=n,
                    answer=answer,
                    span=span,
                    rule="response-told",
                )
