"""Where an item says that its report goes on to or came from, on a stated day or by being remitted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from civicgraph.extract.names.bare import is_same, named_bodies
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Item, Mention, RouteStatus, Span
from civicgraph.values.bodies import SINGLE_MEMBER
from civicgraph.values.dates import DateFound, find_dates
from civicgraph.values.text import fold
from civicgraph.values.titles import title_key

# Another body or a stated day on which a report goes on: "Cabinet would be asked on the 31st October 2017".
GOES_ON = re.compile(
    r"\b(?:would|will|is|are|was|to) (?:then )?(?:be )?(?:asked|considered|submitted|presented"
    r"|reported|taken|referred|put|requested|invited|made|received|determined|recommended|discussed"
    r"|scheduled to be|going|go|due)\b|\bdue to be\b|\bscheduled\b"
    r"|\b(?:prior\s+to|before|ahead\s+of|in\s+advance\s+of|for)\s+(?:its|their|the)\s+(?:presentation|submission"
    r"|consideration)\b"
    r"|\b(?:will|would|is\s+to|was\s+to|due\s+to)\s+(?:re-?)?consider\b"
    r"|\bbe\s+(?:\w+\s+and\s+)?(?:submitted|presented|reported|referred|forwarded|taken)\s+(?:on\s+)?to\b",
    re.I,
)
_DONE = (
    r"(?:considered|endorsed|approved|agreed|discussed|supported|taken|presented|reported|noted|scrutinised|reviewed|received"
    r"|submitted|recommended)"
)
_ON = r"(?:,?\s+on\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+(?:,?\s+\d{4})?,?)?"
WENT = re.compile(
    rf"\b(?:had|has|have|was|were){_ON}\s+(?:been\s+|previously\s+|already\s+|also\s+){{0,2}}{_DONE}\b", re.I
)
# "The Panel considered the report at its meeting held on 25 February"
AT_ITS = re.compile(
    rf"\b{_DONE}\b[^.;]{{0,80}}?\bat\s+(?:its|their)\s+(?:\w+\s+)?meeting\b|^At\s+(?:its|their|a)\s+(?:\w+\s+)?meeting\b[^.;]{{5,80}}?\b{_DONE}\b",
    re.I,
)
# "Further to Minute 236 of the Cabinet meeting held on 3 March"
FURTHER = re.compile(
    r"^(?:further\s+to|with\s+reference\s+to|arising\s+from)\s+minutes?\b|\bconsidered\s+minutes?\s+(?:no\.?\s+)?[\w/.]{1,12}\s+of\b",
    re.I,
)
REMITTED = re.compile(
    r"(?<!had )(?<!has )(?<!have )\b(?:remit|refer|forward|submit)(?:ted|red|ed|s)?\s+(?:the"
    r"|this)\s+(?:report|strategy|plan)\s+(?:on\s+)?to\s+(?:the\s+)?",
    re.I,
)
PAPER = re.compile(
    r"\b(?:reports?|asked|proposals?|recommendations?|item|matter|decision|strategy|policy|plan|it|which)\b", re.I
)
PLACED = re.compile(r"^\W*(?:The\s+)?$|\b(?:to|by|at|before|from|of|that)\s+(?:the\s+)?$|,\s+(?:the\s+)?$")
# "Deferred to the meeting of (Cabinet) on 11 November"
PUT_OFF = re.compile(
    r"\b(?:deferred|adjourned|continued|postponed)\s+(?:to|until|for\s+consideration\s+at)\s+(?:the|a|its)\s+(?:next\s+)?meetings?\s+of\s+"
    r"(?:the\s+)?$",
    re.I,
)
PUT_OFF_TO = re.compile(r"\b(?:defer|adjourn|continu|postpon)(?:e|s|es|ed|red)?\b", re.I)
# "to continue the report to the meeting (on 7 December)": of the body that met
NEXT_MEETING = re.compile(
    rf"{PUT_OFF_TO.pattern}[^.;]{{0,90}}?\b(?:to|until)\s+(?:the|its|a)\s+(?:\w+\s+)?meeting(?:\s+to\s+be)?(?:\s+held)?"
    r"\s+(?:on|of)\s+(?:the\s+)?(?:\w+day,?\s+)?$",
    re.I,
)
MINUTES = re.compile(r"\bminutes\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}meetings?\b", re.I)  # of which no report is told
# "to be reported by 30 June", and on no day of a meeting
DUE = re.compile(r"\b(?:by|before|until|no\s+later\s+than)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
RECENT = 150  # days: what a body considered longer ago was another paper
NEAR = 110  # characters between a body and the day on which it met

Way = tuple[Mention, str, RouteStatus, Span, str]  # body, date, status, words, rule


def find_routes(scene: Scene, item: Item) -> Iterator[Way]:
    """Other bodies that an item says its report goes to or came from, on a stated day."""
    titled = {word for word in title_key(fold(item.title.text)).split() if len(word) > 3}
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        for sent in REMITTED.finditer(text):
            for body in named_bodies(text, block.words.start):
                if body.span.start - block.words.start == sent.end():
                    span = Span(start=block.words.start + sent.start(), end=body.span.end)
                    yield body, "", "recommended", span, "route-remitted"
        for start, end in sentences(text):
            at = block.words.start + start
            yield from _on_a_day(scene, text[start:end], Span(start=at, end=block.words.start + end), titled)


def _on_a_day(scene: Scene, sentence: str, span: Span, titled: set[str]) -> Iterator[Way]:
    planned, went = GOES_ON.search(sentence), _went(sentence)
    held = scene.part.date.text if scene.part.date else ""
    if not (planned or went or PUT_OFF_TO.search(sentence)) or MINUTES.search(sentence):
        return
    days = find_dates(sentence, default_year=int(held[:4]) if held else None)
    if not days or not (PAPER.search(sentence) or len(titled & set(title_key(sentence).split())) > 1):
        return
    later = next((day.iso for day in days if day.iso > held and NEXT_MEETING.search(sentence[: day.start])), "")
    if scene.body is not None and later:
        yield scene.body, later, "planned", span, "route-put-off"
    for body in named_bodies(sentence, span.start):
        at = body.span.start - span.start
        if scene.body is not None and is_same(body, scene.body):
            if again := _put_off(sentence, at, body.span.end - span.start, days, held):
                yield body, again, "planned", span, "route-put-off"
            continue
        if not PLACED.search(sentence[:at]):
            continue
        if SINGLE_MEMBER.search(body.name) and sentence[:at].endswith(", "):
            continue  # "Councillor Lee, Cabinet Member for Roads, presented the report"
        if went and (day := _nearest(days, at, body.span.end - span.start)) and (iso := _before(day, held)):
            yield body, iso, "considered", span, "route-came"
        when = next((d for d in days if d.iso > held and not DUE.search(sentence, 0, d.start)), None)
        if planned and not went and when is not None and at <= planned.start() + 80:
            yield body, when.iso, "planned", span, "route-goes-on"


def _put_off(sentence: str, start: int, end: int, days: list[DateFound], held: str) -> str:
    """The day of this body's own later meeting to which a report is put off; "" elsewhere."""
    if not PUT_OFF.search(sentence[:start]):
        return ""
    return next((d.iso for d in days if d.start >= end and d.start - end < 12 and d.iso > held), "")


def _went(sentence: str) -> re.Match[str] | None:
    return WENT.search(sentence) or AT_ITS.search(sentence) or FURTHER.search(sentence)


def _nearest(days: list[DateFound], start: int, end: int) -> DateFound | None:
    """The day that stands nearest to a body's name."""
    near = [(max(d.start - end, start - d.end, 0), d.start, d) for d in days]
    gap, _, day = min(near, key=lambda one: one[:2])
    return day if gap <= NEAR else None


def _before(day: DateFound, held: str) -> str:
    """The day, ISO, where it lies shortly before the meeting or on it; "" elsewhere."""
    iso = day.iso
    if not held:
        return ""
    if not day.year_given and iso > held:
        iso = f"{int(iso[:4]) - 1}{iso[4:]}"
    try:
        ago = (date.fromisoformat(held) - date.fromisoformat(iso)).days
    except ValueError:
        return ""  # "November 2019", or 29 February of another year
    return iso if 0 <= ago <= RECENT else ""
