"""Matters that pass from one body to another: referred, recommended, reported up, called in, taken up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.elsewhere import is_other_day
from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.scene import Scene
from civicgraph.model import (
    Answer,
    Decision,
    Item,
    Mention,
    Quoted,
    Referral,
    ReferralKind,
    ReferralStatus,
    Report,
    Response,
    Span,
)
from civicgraph.values.text import fold

FROM_BODY = re.compile(
    r"\b(?P<what>recommendations?|referrals?|references?|reports?|minutes|resolutions?|findings"
    r"|report back|matters? referred|items? referred|referred|call-?in)\b(?:\s+(?:report|back"
    r"|received|made|arising|referred))*\s+(?P<link>from|of|by)\s+(?:the\s+)?(?:meeting of (?:the )?)?",
    re.I,
)
# A decision's way to this meeting, told before it is debated.
TAKEN = re.compile(r"\b(?:the|this|original) decision\b[^.;]{0,80}?\b(?:taken|made)\s+by\s+(?:the\s+)?", re.I)
CALL_IN_OF = re.compile(
    r"(?:call[- ]in|called[- ]in|review of (?:a )?decision|[^\n]{0,80}?\bcall[- ]in of\b)\b\W+\w", re.I
)
CALLED_IN = re.compile(
    r"\b(?:had been|was|were|has been) called[- ]in\b|\bvia the call[- ]in\b"
    r"|\breasons (?:provided )?for the call[- ]in\b|\bcall[- ]in (?:request|notice)\b",
    re.I,
)
HAD_REFERRED = re.compile(
    r"\s+(?:had\s+|has\s+|have\s+)(?:then\s+|subsequently\s+)?referred\s+(?:the\s+)?(?:matter"
    r"|decision|issue|item|report|motion)?\s*(?:back\s+)?to\s+(?:the\s+)?",
    re.I,
)
# Bodies that a council has one of, named without more.
ONLY = re.compile(
    r"\b(?:[Ff]ull Council|County Council|Executive(?!\s+[A-Z])|(?:Metropolitan|Municipal) District"
    r"|Scrutiny Committee|Cabinet(?!\s+(?:Member|Committee))|(?<=[Tt]he )Council(?!\s+[A-Z]))\b"
)
GROUPS = re.compile(
    r"task\s*(?:and|&)\s*finish|working (?:group|party)|task group|review group|sub-?\s?committee"
    r"|scrutiny|panel|overview|select|board|committee|forum|commission|district",
    re.I,
)
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


def find_referrals(
    scene: Scene, decisions: list[tuple[int, Decision]], reports: list[tuple[int, Report]]
) -> Iterator[Referral]:
    """From the decisions that refer or recommend, and from items that take up what another body sent."""
    by_item = {report.item: n for n, report in reports if report.item is not None}
    for n, decision in decisions:
        if decision.action not in ("refer", "recommend") or scene.body is None:
            continue
        for target in decision.targets:
            if target.kind != "body":
                continue
            kind: ReferralKind = "refer" if decision.action == "refer" else "recommend"
            yield Referral(
                what=_what(scene, decision, reports),
                sender=scene.body,
                recipient=target,
                status=decision.status,
                kind=kind,
                span=decision.span,
                rule=f"referral-{kind}",
                report=by_item.get(decision.item) if decision.item is not None else None,
                item=decision.item,
                decision=n,
            )
    if scene.body is None or scene.part.kind in ("report", "decision-notice"):
        return
    for n, item in enumerate(scene.part.items):
        index = scene.first_item + n
        report = next((r for _, r in reports if r.item == index), None)
        if told := list(_told(scene, item, index, by_item.get(index))):
            yield from told
            continue
        sender = _sender(scene, item, report)
        if sender is None or sender[0].name.lower() == scene.body.name.lower():
            continue
        status: ReferralStatus = "planned" if scene.part.kind == "agenda" else "received"
        yield Referral(
            what=Quoted(text=item.title.text, span=item.title.span),
            sender=sender[0],
            recipient=scene.body,
            status=status,
            kind=sender[1],
            span=item.title.span,
            rule="referral-taken-up",
            report=by_item.get(index),
            item=index,
        )


def _told(scene: Scene, item: Item, index: int, report: int | None) -> Iterator[Referral]:
    """The way that an item tells its matter came: taken by one body, called in by another, referred to this one."""
    if scene.body is None:
        return
    taker: Mention | None = None
    called = bool(CALL_IN_OF.match(item.title.text))
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        called = called or bool(CALLED_IN.search(text))
        for found in TAKEN.finditer(text):
            taker = taker or _body_at(text, found.end(), block.words.start)
        for found in HAD_REFERRED.finditer(text):
            sender = _body_before(text, found.start(), block.words.start)
            recipient = _body_at(text, found.end(), block.words.start)
            if sender is None or recipient is None:
                continue
            if taker is not None and called and taker.name.lower() != sender.name.lower():
                yield _matter(item, index, report, taker, sender, "call-in")
            yield _matter(item, index, report, sender, recipient, "refer")
            return
    if taker is not None and called and taker.name.lower() != scene.body.name.lower():
        yield _matter(item, index, report, taker, scene.body, "call-in")


def _matter(
    item: Item, index: int, report: int | None, sender: Mention, recipient: Mention, kind: ReferralKind
) -> Referral:
    return Referral(
        what=Quoted(text=item.title.text, span=item.title.span),
        sender=sender,
        recipient=recipient,
        status="received",
        kind=kind,
        span=sender.span,
        rule="referral-told",
        report=report,
        item=index,
    )


def _body_at(text: str, at: int, offset: int) -> Mention | None:
    """The body named right there: "by the Cabinet"."""
    return next((m for m in named_bodies(text, offset) if at <= m.span.start - offset <= at + 4), None)


def _body_before(text: str, at: int, offset: int) -> Mention | None:
    near = [m for m in named_bodies(text, offset) if at - 3 <= m.span.end - offset <= at]
    return near[-1] if near else None


def named_bodies(text: str, offset: int) -> list[Mention]:
    """Bodies with a name of their own, and those that a council has one of: "Full Council", "the Executive"."""
    named = list(find_bodies(text, offset))
    for found in ONLY.finditer(text):
        span = Span(start=offset + found.start(), end=offset + found.end())
        if not any(m.span.overlaps(span) for m in named):
            named.append(Mention(kind="body", name=" ".join(found.group().split()), span=span, rule="body-only"))
    return sorted(named, key=lambda m: m.span)


def _what(scene: Scene, decision: Decision, reports: list[tuple[int, Report]]) -> Quoted:
    report = next((r for _, r in reports if r.item == decision.item and r.item is not None), None)
    if report is not None:
        return Quoted(text=report.title, span=report.span)
    for n, item in enumerate(scene.part.items):
        if scene.first_item + n == decision.item:
            return Quoted(text=item.title.text, span=item.title.span)
    return Quoted(text=" ".join(scene.document.quote(decision.text).split()), span=decision.text)


def _sender(scene: Scene, item: Item, report: Report | None) -> tuple[Mention, ReferralKind] | None:
    """The body that an item says its matter comes from: in the title, else as the author of its report."""
    title = fold(item.title.text)
    if re.match(r"^(?:minutes|to (?:approve|confirm|agree|sign|receive) the minutes)", title, re.I):
        return None
    found = FROM_BODY.search(title)
    if found:
        bodies = [
            m
            for m in named_bodies(title, item.title.span.start)
            if m.span.start - item.title.span.start <= found.end() + 2
            and m.span.end - item.title.span.start > found.end()
        ]
        if bodies:
            kind: ReferralKind = (
                "take-up" if re.match(r"recommend|refer|call|matter|item", found.group("what"), re.I) else "report-up"
            )
            if "call" in found.group("what").lower():
                kind = "call-in"
            return max(bodies, key=lambda m: m.span.end - m.span.start), kind
    if (
        report is not None
        and report.author is not None
        and report.author.kind == "body"
        and GROUPS.search(report.author.name)
    ):
        return report.author, "report-up"
    return None


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
