"""Matters that pass from one body to another: referred, recommended, reported up, called in, taken up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.decisions.passing import Passed, passed_on
from civicgraph.extract.names.bare import body_at, is_same, key, named_bodies
from civicgraph.extract.papers.callins import find_steps
from civicgraph.extract.papers.matters import matter_of, minute_titled, minuted, named_by, own_matter
from civicgraph.extract.papers.origins import find_origins
from civicgraph.extract.papers.own import UNNAMED, own_body
from civicgraph.extract.papers.sent import sent_on
from civicgraph.extract.papers.standing import says_none
from civicgraph.extract.scene import Scene
from civicgraph.model import (
    Block,
    Decision,
    DecisionStatus,
    Item,
    Mention,
    Quoted,
    Referral,
    ReferralStatus,
    Report,
    Span,
)
from civicgraph.values.dates import find_dates
from civicgraph.values.honorifics import TITLE

# "That the Motion be referred to the Council": an outcome that stands alone, under no word that opens one.
ALONE = re.compile(
    r"^(?:[*-]\s*)?(?:that\b|(?:[A-Z]\s+)?Recommended\s+to\b|RECOMMEND(?:ED|S)?\b|(?:the\s+)?(?:Full\s+)?(?:Council|Cabinet|Executive)\s+(?:be|is)\s+RECOMMENDED\b)",
    re.I,
)
FORMAL = re.compile(r"\b(?:RESOLVED|RECOMMENDED|AGREED)\b")
# An item in which somebody moved something says by a vote, and not by its words, what became of it.
MOVED = re.compile(r"\b(?:moved|seconded|amendment|substantive|lost|defeated|withdrawn)\b", re.I)
# What one of those present asks for is not what the body decides.
ONE_ASKS = re.compile(
    rf"^\W*(?:{TITLE}|(?:A|One|Another)\s+(?:Member|councillor|resident))\b[^.;]{{0,70}}?"
    r"\b(?:requested|asked|suggested|proposed|felt|queried|urged)\b"
)
# A line that may be the title of a matter on a page without items.
TITLE_LINE = re.compile(
    rf"(?!(?:Agenda|Decision|Minutes|Issue|It|The|That|Present|{TITLE})\b)[A-Z][\w'&/ -]{{2,40}} [^.,;:?]{{2,80}}[\w)]"
)
MATTER_LINE = re.compile(r"(?!Meeting|That\b)[A-Z\d(][^\n]{7,87}[^\W_](?<!\band)(?<!\bor)")
BULLET = re.compile(r"^\W*(?:[A-Za-z\d]{1,3}[.)]?\s+(?:-\s+)?)?(?=[A-Z])")
# "The motion would therefore proceed to Council"
GOES_ON = re.compile(
    r"\b(?:motion|petition)\s+(?:would|will|shall)\s+(?:(?:therefore|now|then|thus)\s+)?(?:proceed|go(?:\s+forward|\s+on)?"
    r"|be\s+(?:put|submitted|presented|returned|forwarded))\s+(?:back\s+)?to\s+(?:the\s+)?(?=[A-Z])",
    re.I,
)
RECORD = re.compile(r"^(?:minutes|decisions?)\s*:\s*$", re.I)
# To a parish the county's council is another authority, and no body of its own.
PARISH, UPPER = re.compile(r"\b(?:Parish|Town|Community)\b"), re.compile(r"(?:County|District|Borough) Council")
LEAD = 600  # characters: what leads into clauses is no longer
ABOVE = 12  # blocks over a recommendation in which the body whose it is may head it


def find_referrals(
    scene: Scene, decisions: list[tuple[int, Decision]], reports: list[tuple[int, Report]]
) -> Iterator[Referral]:
    """From the outcomes that pass something on, and from items that take up what another body sent.

    A matter that goes one way is one referral, in however many clauses and words the record says so; an item in which
    the council takes up another body's minutes has a matter under each of their titles.
    """
    seen: set[tuple[int | None, str, str, int]] = set()
    for referral in _find(replace(scene, body=own_body(scene)), decisions, reports):
        sender, recipient = referral.sender or UNNAMED, referral.recipient or UNNAMED
        minute = _minute(scene, referral)
        way = (referral.item, key(sender.name), key(recipient.name), minute)
        outside = PARISH.search(sender.name) and UPPER.fullmatch(recipient.name)
        if way not in seen and not outside and not is_same(sender, recipient):
            seen.add(way)
            yield replace(
                referral, sender=sender.name and sender or None, recipient=recipient.name and recipient or None
            )


def _minute(scene: Scene, referral: Referral) -> int:
    """Where the title stands, of another body's minutes, under which a referral is told; -1 for all others."""
    items = {scene.first_item + n: item for n, item in enumerate(scene.part.items)}
    item = items.get(referral.item) if referral.item is not None else None  # of a report it is another part's
    titled = minuted(scene, item, referral.span.start) if item else None
    return titled.span.start if titled else -1


def _find(scene: Scene, decisions: list[tuple[int, Decision]], reports: list[tuple[int, Report]]) -> Iterator[Referral]:
    by_item = {report.item: n for n, report in reports if report.item is not None}
    for n, decision in decisions:
        for passed in _passed(scene, decision, [d for _, d in decisions]):
            status: ReferralStatus = decision.status
            sender, what = scene.body or UNNAMED, None
            above = _headed_by(scene, _over(scene, decision.span.start), sender)
            others = above is not None and (above.dated or sender is UNNAMED) and passed.kind == "recommend"
            its = others or is_same(passed.recipient, sender)
            if above is not None and its and not is_same(passed.recipient, above.body):
                sender, what, status = above.body, above.titled, "received"
            yield Referral(
                what=what or _what(scene, decision, reports),
                sender=sender,
                recipient=passed.recipient,
                status=status,
                kind=passed.kind,
                span=decision.span,
                rule=f"referral-{passed.kind}",
                report=by_item.get(decision.item) if decision.item is not None else None,
                item=decision.item,
                decision=n,
            )
    if scene.part.kind == "report":
        return
    for n, item in enumerate(scene.part.items):
        index = scene.first_item + n
        yield from _of_item(scene, item, index, [d for _, d in decisions if d.item == index], reports)


def _passed(scene: Scene, decision: Decision, every: list[Decision]) -> Iterator[Passed]:
    """The bodies to which a decision passes its matter on, in its own words or in the words that lead in."""
    if decision.action == "reject":
        return
    if ONE_ASKS.match(_words(scene, decision.span.start, decision.text.end)):
        return
    yield from passed_on(_words(scene, decision.span.start, decision.text.end), decision.span.start, scene.body)
    if (whole := decision.resolution) is not None:
        over = (d.text.end for d in every if d.resolution == whole and d.text.end <= decision.text.start)
        above = max(over, default=whole.start)
        if 0 < decision.span.start - above < LEAD:
            yield from passed_on(_words(scene, above, decision.text.end), above, scene.body)


def _words(scene: Scene, start: int, end: int) -> str:
    return scene.text(Span(start=start, end=end))


def _of_item(
    scene: Scene, item: Item, index: int, decisions: list[Decision], reports: list[tuple[int, Report]]
) -> Iterator[Referral]:
    """What an item tells of its matter's way: here from others, on from here in clauses that stand alone."""
    own = scene.body
    if own is None or says_none(scene, item):
        return
    number, report = next(((r, one) for r, one in reports if one.item == index), (None, None))
    title = Quoted(text=item.title.text, span=item.title.span)
    for sender, recipient, status, what, passed in _alone(scene, item, decisions):
        yield Referral(
            what=what or title, sender=sender, recipient=recipient, status=status, kind=passed.kind,
            span=passed.verb, rule="referral-alone", report=number, item=index,
        )  # fmt: skip
    steps = list(find_steps(scene, item))
    for step in steps:
        yield Referral(
            what=matter_of(scene, item, step.span) or title, sender=step.sender, recipient=step.recipient,
            status="received", kind=step.kind, span=step.span, rule="referral-told", report=number, item=index,
        )  # fmt: skip
    if any(step.kind == "call-in" for step in steps):
        return
    for body in _goes_on(scene, item):
        yield Referral(
            what=title, sender=own, recipient=body, status="recorded", kind="refer",
            span=body.span, rule="referral-goes-on", report=number, item=index,
        )  # fmt: skip
    taken: ReferralStatus = "planned" if scene.part.kind == "agenda" else "received"
    for origin in find_origins(scene, item, report, decisions, titled=bool(steps)):
        yield Referral(
            what=matter_of(scene, item, origin.span) or title, sender=origin.sender, recipient=own, status=taken,
            kind=origin.kind, span=origin.span, rule="referral-taken-up", report=number, item=index,
            sent_on=sent_on(scene, item, origin.sender),
        )  # fmt: skip


def _goes_on(scene: Scene, item: Item) -> Iterator[Mention]:
    """The body to which a motion goes from here, whatever was thought of it."""
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        for found in GOES_ON.finditer(text):
            if body := body_at(text, found.end(), block.words.start, scene.body):
                yield body


# who passes on, to whom, whether decided or received, a title of its own, how
Alone = tuple[Mention, Mention, ReferralStatus, Quoted | None, Passed]


def _alone(scene: Scene, item: Item, decisions: list[Decision]) -> Iterator[Alone]:
    """Clauses that pass a matter on without a word that opens an outcome; what another body says to this one is its."""
    own = scene.body
    if own is None or scene.part.kind not in ("minutes", "item"):
        return
    blocks = _record(scene, item)
    if any(MOVED.search(scene.text(block.words)) for block in blocks):
        return
    for n, block in enumerate(blocks):
        text = scene.text(block.words)
        if not ALONE.match(text) or any(d.span.overlaps(block.words) for d in decisions):
            continue
        for passed in passed_on(text, block.words.start):
            if not is_same(passed.recipient, own):
                status: DecisionStatus = "resolved" if FORMAL.search(text) else "recorded"
                yield own, passed.recipient, status, None, passed
            elif above := _headed_by(scene, blocks[max(0, n - ABOVE) : n], own):
                yield above.body, passed.recipient, "received", above.titled, passed


def _record(scene: Scene, item: Item) -> list[Block]:
    """The blocks of an item that tell what happened: those after "Minutes:" where it says so."""
    blocks = [block for _, block in scene.blocks(item) if block.kind != "row"]
    at = next((n for n, block in enumerate(blocks) if RECORD.match(scene.text(block.words))), -1)
    return blocks[at + 1 :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whose recommendation stands below, and the title between."""

    body: Mention
    titled: Quoted | None
    dated: bool  # "B - Cabinet 20 December 2019": of that meeting, and of no other


def _over(scene: Scene, at: int) -> list[Block]:
    """The blocks over an offset in which the body whose recommendation stands there may head it."""
    return [block for _, block in scene.blocks() if block.words.end <= at][-ABOVE:]


def _headed_by(scene: Scene, above: list[Block], own: Mention) -> Head | None:
    """The body that a line of its own names, with a day or without, over a recommendation of its minutes."""
    titled: Quoted | None = None
    for block in reversed(above):
        text = scene.text(block.words).strip()
        days = find_dates(text)
        name = BULLET.sub("", text[: days[0].start] if days else text).strip(" -,(")
        body = next(iter(named_bodies(text, block.words.start)), None)
        if body is not None and len(body.name) > 0.6 * len(name) and not is_same(body, own):
            return Head(body=body, titled=titled, dated=bool(days) and days[-1].end == len(text))
        if titled is None:
            titled = minute_titled(scene, block.words)
        if titled is None and MATTER_LINE.fullmatch(text):
            titled = Quoted(text=" ".join(text.split()), span=block.words)
    return None


def _what(scene: Scene, decision: Decision, reports: list[tuple[int, Report]]) -> Quoted:
    report = next((r for _, r in reports if r.item == decision.item and r.item is not None), None)
    if report is not None:
        return Quoted(text=report.title, span=report.span)
    for n, item in enumerate(scene.part.items):
        if scene.first_item + n == decision.item:
            return own_matter(scene, item, decision.text) or Quoted(text=item.title.text, span=item.title.span)
    over = (block for _, block in reversed(scene.blocks()) if block.words.end <= decision.span.start)
    titled = next((block.words for block in over if TITLE_LINE.fullmatch(scene.text(block.words).strip())), None)
    if titled is None:
        named = named_by(scene, decision.span) or named_by(scene, decision.resolution or decision.span)
        if named is not None:
            return named
        titled = decision.text
    return Quoted(text=" ".join(scene.document.quote(titled).split()), span=titled)
