"""The report that a part is, from its front sheet: title, author, and where the sheet says it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from civicgraph.extract.names.bodies import find_bodies
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.papers.authors import Found, author_in
from civicgraph.extract.scene import Scene
from civicgraph.model import Field, Mention, Report, RouteStatus, SheetAnswer, SheetQuestion, Span
from civicgraph.values.dates import find_dates
from civicgraph.values.text import squash
from civicgraph.values.titles import title_key

# "Decision no: 24/00109", "Report Ref: CAB/24/07", "Key Decision Reference: KD5609"
REFERENCE = re.compile(
    r"^\W*(?:(?:key|executive|proposed)\s+)?(?:decision|report|forward\s+plan)\s+(?:no|number|ref(?:erence)?)\b\.?"
    r"(?:\s+(?:no|number))?\.?\s*[:\n]\s*(?P<number>[A-Z]{0,6}[/-]?\d{1,5}(?:[/-][A-Z0-9]{1,6}){1,3}|[A-Z]{2,4}\d{3,5})(?![\w/])",
    re.I | re.M,
)
FRONT = 1500  # characters of a front sheet
# "All", "All wards", "City-wide", "All wards in the borough"; "All Saints" is a ward, and "All but two" not all.
ALL_WARDS = re.compile(
    r"\W*(?:all(?:\s+(?:of\s+)?(?:the\s+)?(?:electoral\s+)?(?:wards?|divisions?))?"
    r"|(?:city|borough|district|county|town|parish|council)[\s-]?wide)"
    r"(?:\s+(?:in|of|across)\s+the\s+\w+)?\W*",
    re.I,
)
YES_DUE = re.compile(r"^\s*yes\b|\bdue\b|\bwill be\b|\bto be\b|\bscheduled\b", re.I)


def find_sheet_report(scene: Scene) -> Found | None:
    """The report that a part is, from its front sheet."""
    fields = {f.label.text: f for f in reversed(scene.part.fields) if f.value.text}
    title = fields.get("title")
    if title is None:
        return None
    words = _first_line(scene, title)
    author = None
    for name in ("by", "director", "author"):
        if name in fields and author is None:
            text = scene.text(fields[name].value.span)
            author = author_in(text, fields[name].value.span.start) or _first_post(text, fields[name].value.span.start)
    key = fields.get("key-decision")
    report = Report(
        title=squash(scene.document.quote(words)),
        span=words,
        type="report",
        rule="report-front-sheet",
        author=author,
        key_decision=None if key is None else bool(re.match(r"\s*(?:yes|key)\b", key.value.text, re.I)),
        reference=_reference(scene),
        all_wards="wards" in fields and bool(ALL_WARDS.fullmatch(fields["wards"].value.text)),
        answers=tuple(_answers(fields)),
    )
    return Found(report=report, routes=tuple(_sheet_routes(scene, fields)))


def _answers(fields: dict[str, Field]) -> Iterator[SheetAnswer]:
    question: SheetQuestion
    for question in get_args(SheetQuestion):
        if field := fields.get(question):
            span = Span(start=field.label.span.start, end=field.value.span.end)
            yield SheetAnswer(question=question, text=squash(field.value.text), span=span)


def _reference(scene: Scene) -> str:
    """The number that the sheet gives the report or its decision; "" where it prints none, or two."""
    front = Span(start=scene.part.span.start, end=min(scene.part.span.end, scene.part.span.start + FRONT))
    printed = {found.group("number").upper() for found in REFERENCE.finditer(scene.text(front))}
    return printed.pop() if len(printed) == 1 else ""


def _first_post(text: str, offset: int) -> Mention | None:
    return next(iter(find_posts(text, offset)), None)


def _first_line(scene: Scene, field: Field) -> Span:
    """The title without the label that a converter glued to its end."""
    span = field.parts[0]
    text = scene.text(span)
    cut = re.search(
        r"\n?\s*(?:Classification|Past Pathway|Key [Dd]ecision|Electoral Divisions?|Wards?|Decision)\b[^:\n]{0,30}:",
        text,
    )
    return Span(start=span.start, end=span.start + (cut.start() if cut else len(text)))


def _sheet_routes(scene: Scene, fields: dict[str, Field]) -> Iterator[tuple[Mention, str, RouteStatus, Span, str]]:
    """Where the sheet says that the report goes: bodies and dates listed over it, "To:", and its scrutiny questions."""
    head = [
        b
        for b in scene.document.blocks[scene.part.first : scene.part.first + 14]
        if b.kind != "rule" and (not scene.part.fields or b.span.start < scene.part.fields[0].label.span.start)
    ]
    bodies: list[Mention] = []
    dates: list[tuple[str, Span]] = []
    for block in head:
        text = scene.text(block.span)
        for line in re.finditer(r"[^\n]+", text):
            found = list(find_bodies(line.group(), block.span.start + line.start()))
            if found:
                bodies.append(max(found, key=lambda m: m.span.end - m.span.start))
            dates += [
                (
                    d.iso,
                    Span(start=block.span.start + line.start() + d.start, end=block.span.start + line.start() + d.end),
                )
                for d in find_dates(line.group())
            ]
    bodies = [b for i, b in enumerate(bodies) if all(b.name.lower() != o.name.lower() for o in bodies[:i])]
    for body, date in zip(bodies, dates, strict=False):
        yield (
            body,
            date[0],
            "planned",
            Span(start=body.span.start, end=max(body.span.end, date[1].end)),
            "route-sheet-head",
        )
    if to := fields.get("to"):
        for part in to.parts:
            text = scene.text(part)
            for body in list(find_bodies(text, part.start))[:1]:
                when = find_dates(text)
                yield body, when[0].iso if when else "", "planned", part, "route-sheet-to"
    for name, status in (("other-bodies", "considered"), ("council", "planned"), ("scrutiny", "planned")):
        field = fields.get(name)
        if field is None or re.match(r"^\s*(?:no\b|none|n/?a)", field.value.text, re.I):
            continue
        text = scene.text(field.value.span)
        for start, end in (m.span() for m in re.finditer(r"[^\n;]+", text)):
            line_text = text[start:end]
            when = find_dates(line_text)
            named = list(find_bodies(line_text, field.value.span.start + start))
            if named:
                planned = status == "planned" and (name != "scrutiny" or YES_DUE.search(line_text))
                yield (
                    named[0],
                    when[0].iso if when else "",
                    "planned" if planned else "considered",
                    Span(start=field.value.span.start + start, end=field.value.span.start + end),
                    "route-sheet-question",
                )


def same_title(a: str, b: str) -> bool:
    """Do two titles name one report? Most of the words of each must be in the other."""
    first, second = set(title_key(a).split()), set(title_key(b).split())
    if not first or not second:
        return False
    common = len(first & second)
    return common >= 0.75 * len(first | second) or (common == min(len(first), len(second)) and common >= 5)
