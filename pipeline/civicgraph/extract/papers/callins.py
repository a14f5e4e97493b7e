"""The way that an item tells its matter came: taken by one body, called in by another, referred to this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.decisions.passing import VERB, given_to
from civicgraph.extract.names.bare import body_at, body_before, is_same, named_bodies
from civicgraph.extract.papers.anaphora import bare_at, bare_before
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Item, Mention, ReferralKind, Span

# A decision's way to this meeting, told before it is debated.
TAKEN = re.compile(
    r"\b(?:the|this|that|original|called[- ]in"
    r"|any)?\s*\bdecisions?\b(?:[^.;]{0,80}?\b(?:taken|made)\s+by|\s+of|\s+by)\s+(?:the\s+)?"
    r"|\bcall(?:ed|ing)?[- ]in\s+of\s+(?:the\s+)?(?=(?:Cabinet|Executive|CABINET|EXECUTIVE)\b)"
    r"|\bextract\s+(?:of|from)\s+(?:the\s+)?(?:draft\s+)?minutes?\s+of\s+(?:the\s+|a\s+)?(?:meeting\s+of\s+(?:the\s+)?)?"
    r"|\b(?:matter|decision|item|report)\s+(?:had\s+been|was)\s+(?:considered|taken|determined|agreed|approved)\s+by\s+(?:the\s+)?",
    re.I,
)
TITLED = re.compile(r"call(?:ed)?[- ]in\b|review\s+of\s+(?:a\s+)?decision", re.I)
NO_CALL_IN = re.compile(
    r"\b(?:call-?ins\b|arrangements?\b|(?:any|no)\s+(?:\w+\s+)?call|consideration\s+of\s+call|procedure|protocol|not\s+subject)",
    re.I,
)
CALLED_IN = re.compile(
    r"\b(?:had(?:\s+subsequently)?(?:\s+been)?|was|were|has\s+been|having\s+been)\s+(?:subsequently\s+)?called[- ]in\b"
    r"|\bdecision\s+called[- ]in\b|\bvia\s+the\s+call[- ]in\b|\breasons\s+(?:provided\s+)?for\s+the\s+call[- ]in\b"
    r"|\bcall[- ]in\s+(?:request|notice)\b|\bnotice\s+of\s+call[- ]in\b|\bcall(?:ing|ed)?[- ]in\s+the\s+decision\b",
    re.I,
)
WAS = re.compile(r"\b(?:was|were)\s+(?:\w+\s+)?$")
APPLICATION = re.compile(r"\bapplications?\b[^.;]{0,60}$", re.I)  # a ward's member calls it in, and no decision
PLANNERS = re.compile(r"\b(?:planning|development)\b", re.I)  # whom panels that are asked for their view advise
# Between who passes a thing on and the verb: "(The Panel), at its meeting on 4 May, had agreed to (recommend)".
BETWEEN = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:\s+(?:had|has|have)(?=,))?(?:,?\s+(?:held\s+|at\s+(?:its|their|the|a)\s+|on\s+)[^.;:]{2,80}?,?)?"
    r"\s+(?:(?:had|has|have)\s+)?(?:(?:also|then|subsequently|previously|unanimously|formally)\s+){0,2}"
    r"(?:(?:was|were)\s+minded\s+to\s+|(?:agreed|resolved|decided|voted|determined|RESOLVED|AGREED)\s+(?:unanimously\s+)?(?:to\s+)?)?$"
)
# "(The Panel had requested) that the scheme be (referred to the Committee)", "asked for it to be (referred)"
THAT_IT_BE = re.compile(
    r"\s(?P<verb>requested|asked|agreed|resolved|recommended)\s+(?:that\b|for\b(?=[^.;]{3,200}?\bto\s+be\s))[^.;]{3,200}?\bbe\s+(?:\w+\s+)?$"
)
# "(considered by the Panel) on 4 May, which had (recommended)", "… and was (recommended)"
WHICH = re.compile(
    r"(?:\s+(?:at|on|held)\s[^.;:,]{2,60})?,?\s+(?:(?:which|who)\s+(?:(?:had|has|have)\s+)?|and\s+(?:was|were|had\s+been)\s+)(?:\w+\s+)?$"
)
# "At the Council meeting on 4 May the motion was (referred to the Committee)"
AT_MEETING = re.compile(r"\W*At\s+(?:the|a|its)\s+(?:[a-z]+\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?=[A-Z])")
COUNCIL = re.compile(r"\W*(?:The\s+)?(?P<name>(?:[Ff]ull\s+)?Council)\b")
# Another body's recommendation of a stated meeting is to whoever reads of it now.
MET = re.compile(r"(?:\bat\s+(?:its|their|a)\s+(?:\w+\s+)?|\()meetings?\s+(?:held\s+)?(?:on|of)\b", re.I)
# "The Standards Committee have (recommended) that the code be adopted": what it did before is now considered here.
PERFECT = re.compile(r"\b(?:had|has|have)\s+$")
THAT = re.compile(r"\s+that\b")
CONSULTED = re.compile(r"\b(?:been|was|were)\s+consulted\b")  # what it recommends then is advice
# The first of two verbs, and the way to the second: "considered the plan … and had agreed to (recommend)".
JOINED = re.compile(
    r"^\s+(?:had\s+)?(?:considered|received|discussed|reviewed|debated|examined|scrutinised|supported|endorsed|noted)\b[^.;]{2,200}?,?\s+and"
    r"(?:\s+(?:had|has|have|then|also|subsequently|unanimously|were\s+minded\s+to|was\s+minded\s+to|agreed\s+to|resolved\s+to|decided\s+to))*\s+$"
)
# "The motion had been referred (to the Committee) by Council"
REFERRED_BY = re.compile(
    r"\b(?:had\s+been|was|were|has\s+been|been)\s+(?:\w+\s+)?(?P<verb>referred|recommended|remitted|submitted)\s+"
    r"(?P<to>(?:back\s+)?to\s+[^.;:]{2,70}?\s+)?(?:by|from)\s+(?:the\s+)?(?=\S)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A matter's step from one body to another, as the record of a later meeting tells it."""

    sender: Mention
    recipient: Mention
    kind: ReferralKind
    span: Span


def find_steps(scene: Scene, item: Item) -> Iterator[Step]:
    """The steps that an item tells, in the order in which its matter went."""
    own = scene.body
    if own is None:
        return
    title = item.title.text
    called = bool(TITLED.search(title)) and not NO_CALL_IN.search(title)
    places = [(title, item.title.span.start)]
    known = named_bodies(scene.text(item.title.span), item.title.span.start)
    steps: list[Step] = []
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        offset = block.words.start
        if not NO_CALL_IN.search(title):
            called = called or any(not APPLICATION.search(text, 0, its.start()) for its in CALLED_IN.finditer(text))
        places.append((text, offset))
        known += named_bodies(text, offset)
        if not VERB.search(text) or len(text) > 4000:
            continue
        for start, end in sentences(text):
            steps += _told(text[start:end], offset + start, own, known)
    scrutineer = next((s.sender for s in steps if s.kind == "refer" and not is_same(s.sender, own)), own)
    taker = next((one for place in places if (one := _taker(*place))), None) if called else None
    if taker is not None and not is_same(taker, scrutineer):
        yield Step(sender=taker, recipient=scrutineer, kind="call-in", span=taker.span)
    yield from steps


def _taker(text: str, offset: int) -> Mention | None:
    for found in TAKEN.finditer(text):
        if body := body_at(text, found.end(), offset):
            return body
    if TITLED.search(text) and (of := re.search(r"\b(?P<head>Cabinet|Executive)\s+decision", text, re.I)):
        return body_before(text[: of.end("head")], of.end("head"), offset)
    return None


def _told(sentence: str, offset: int, own: Mention, known: list[Mention]) -> Iterator[Step]:
    """ "The Scrutiny Panel had referred the matter to Full Council": what other bodies did."""
    for found in VERB.finditer(sentence):
        if not found.group().lower().endswith("ed") and not re.search(r"\bto\s+$", sentence[: found.start()]):
            continue
        if found.group().lower() == "reported" and not PERFECT.search(sentence, 0, found.start()):
            continue  # "that the Audit Committee reported to Council", as it always does
        asked = THAT_IT_BE.search(sentence[: found.start()])
        at = asked.start("verb") if asked else found.start()
        sender = _subject(sentence, at, offset, bare_before(sentence, at, offset, known, own), own)
        sender = (
            sender or _carried_on(sentence, found.start(), offset, known, own) or _met(sentence, found.start(), offset)
        )
        if sender is None or is_same(sender, own):
            continue
        given = list(given_to(sentence, found, offset, own))
        before, after = sentence[: found.start()], sentence[found.end() :]
        told = (
            MET.search(before)
            or WHICH.search(before)
            or sender.rule == "body-anaphor"
            or PERFECT.search(before)
            and THAT.match(after)
        )
        if not given and found.group("recommend") and told and not CONSULTED.search(before):
            yield Step(sender=sender, recipient=own, kind="recommend", span=sender.span)
        for passed in given:
            if not is_same(passed.recipient, sender):
                span = Span(start=min(sender.span.start, passed.recipient.span.start), end=passed.recipient.span.end)
                yield Step(sender=sender, recipient=passed.recipient, kind=passed.kind, span=span)
    for found in REFERRED_BY.finditer(sentence):
        sender = body_at(sentence, found.end(), offset)
        if sender is None or is_same(sender, own):
            continue
        to = re.match(r"(?:back\s+)?to\s+", found.group("to")) if found.group("to") else None
        recipient = body_at(sentence, found.start("to") + to.end(), offset, own) if to else own
        if recipient is not None and not is_same(recipient, sender):
            kind: ReferralKind = "recommend" if found.group("verb") == "recommended" else "refer"
            yield Step(
                sender=sender,
                recipient=recipient,
                kind=kind,
                span=Span(start=offset + found.start(), end=sender.span.end),
            )


def _met(sentence: str, at: int, offset: int) -> Mention | None:
    """The body at whose meeting, as a sentence begins, a thing was done to a matter."""
    begin = AT_MEETING.match(sentence)
    return body_at(sentence, begin.end(), offset) if begin and WAS.search(sentence, begin.end(), at) else None


def _carried_on(sentence: str, at: int, offset: int, known: list[Mention], own: Mention) -> Mention | None:
    """The body that begins a sentence and does two things: "The Panel considered the plan and (recommended) …"."""
    begin = re.match(r"\W*(?:The\s+)?", sentence)
    body = body_at(sentence, begin.end() if begin else 0, offset) or bare_at(sentence, 0, offset, known, own)
    if body is None or not JOINED.search(sentence[body.span.end - offset : at]):
        return None
    return body


def _subject(sentence: str, at: int, offset: int, bare: list[tuple[Mention, int]], own: Mention) -> Mention | None:
    """The body whose act the verb at `at` is: named before it, with no more than its auxiliaries between."""
    window = max(0, at - 200)
    for body in reversed(named_bodies(sentence[window : at + 1], offset + window)):
        end = body.span.end - offset
        if WHICH.fullmatch(sentence[end:at]) and not PLANNERS.search(own.name):
            return body
        if end < at and BETWEEN.fullmatch(sentence[end:at]):
            before = sentence[: body.span.start - offset]
            if re.search(r"\b(?:by|of|to|from|at|with|in|for|on|and)\s+(?:the\s+)?$", before):
                return None
            return body
    if (named := COUNCIL.match(sentence)) and BETWEEN.fullmatch(sentence[named.end() : at]):
        start, end = (offset + edge for edge in named.span("name"))
        return Mention(kind="body", name=named["name"], span=Span(start=start, end=end), rule="body-only")
    return next((body for body, end in bare if BETWEEN.fullmatch(sentence[end:at])), None)
