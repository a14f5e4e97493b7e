"""What a body that received recommendations answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.elsewhere import is_other_day
from civicgraph.extract.names.bare import is_same
from civicgraph.extract.scene import Scene
from civicgraph.model import Answer, Decision, Mention, Referral, Response, Span

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
    received = [(n, one) for n, one in referrals if one.status == "received"]
    for n, referral in received:
        others = [other for _, other in received if other.item == referral.item]
        answered: list[Span] = []
        for d, decision in decisions:
            told = decision.item == referral.item and decision.status != "proposed" and decision.action in ANSWERS
            if told and _got_by(decision.body, referral, others):
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
            if said := ACCEPTED.search(text):
                span = Span(start=block.span.start + said.start(), end=block.span.start + said.end())
                if any(span.overlaps(other) for other in answered) or is_other_day(
                    scene, text[: said.end()], text[said.end() : said.end() + 120].partition(". ")[0]
                ):
                    continue
                word = said.group("answer").lower()
                answer: Answer = (
                    "noted" if word == "noted" else ("rejected" if word in ("rejected", "not accepted") else "accepted")
                )
                yield Response(
                    referral=n,
                    answer=answer,
                    span=span,
                    rule="response-told",
                )


def _got_by(body: Mention | None, referral: Referral, others: list[Referral]) -> bool:
    """Is it the body that got the matter which decides? Where an item tells the whole way that a matter took, from the
    executive to scrutiny and on to the council, the last step alone ends here."""

    def ends_here(one: Referral) -> bool:
        return bool(body and one.recipient and is_same(body, one.recipient))

    return ends_here(referral) or not any(map(ends_here, others))
