"""What is planned for later meetings: the titles under a day, in the tables and lists of a work programme, and what
minutes say is brought to the next meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from civicgraph.extract.names.bare import named_bodies
from civicgraph.extract.papers.planned import Under, only_day, titles, whose, words
from civicgraph.extract.papers.timetables import columns_of, planned_rows
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Quoted, Route, Span
from civicgraph.values.bodies import HEAD
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.text import squash

YEARS = re.compile(r"\b(20\d\d)\s?[/-]\s?(?:20)?\d\d\b")
LONGEST = 100  # characters of a heading
REACH = 300  # from a day to a title that is quoted with it
DASH = re.compile(r"\s{0,4}[-:\u2013\u2014]\s")
BULLETS = "-*\u2022\u25cf\u25aa\u2013\u00b7o"
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]+", re.I)


def find_plans(scene: Scene, held: str, item: int | None, meeting: int | None) -> Iterator[Route]:
    """What the part plans for days after `held`, the day of its meeting. `item` is that of a report in a pack.

    >>> # under "Work Programme": "12 March 2024", "• Bus Fares", "• Tram Lines"  → two, of the body that met
    """
    for at, under, cell in _planned(scene, held):
        if under.body is None:
            continue
        for span in titles(scene, cell):
            near = 0 <= span.start - under.since <= REACH
            yield Route(
                report=None,
                body=under.body,
                date=under.day,
                status="planned",
                span=Span(start=under.since if near else span.start, end=span.end),
                rule="route-planned-entry",
                entry=Quoted(text=squash(scene.document.quote(span)), span=span),
                item=item if at is None else at,
                meeting=meeting,
            )


def _planned(scene: Scene, held: str) -> Iterator[tuple[int | None, Under, Span]]:
    """The item, what is known, and the words that may hold titles."""
    items = {entry.first: n for n, entry in enumerate(scene.part.items)}
    title = next((f.value.text for f in scene.part.fields if f.label.text == "title"), "")
    base = under = _headed(scene, title, scene.part.span.start) if scene.part.kind == "report" else None
    at: int | None = None
    led: Under | None = None  # the line above brings what it lists to a meeting
    blocks = scene.blocks()
    for n, (index, block) in enumerate(blocks):
        text = scene.text(block.words).strip()
        if index in items:
            at, led = scene.first_item + items[index], None
            base = under = _headed(scene, scene.part.items[items[index]].title.text, block.words.start)
        elif block.kind == "row":
            led = None
            if under is not None and (columns := columns_of(scene, block)):
                below = [row for _, row in takewhile(lambda one: one[1].kind == "row", blocks[n + 1 :])]
                yield from ((at, known, cell) for known, cell in planned_rows(scene, columns, below, under, held))
        elif (lead := _lead(scene, block, held)) is not None:
            led = lead
        elif led is not None and _is_entry(block):
            yield at, led, block.words
        elif len(text) <= LONGEST and (heading := _headed(scene, text, block.words.start)):
            under, led = heading, None
        else:
            led = None
            under, told = _line(scene, block, under, base, held)
            if told:
                yield at, *told


def _line(
    scene: Scene, block: Block, under: Under | None, base: Under | None, held: str
) -> tuple[Under | None, tuple[Under, Span] | None]:
    """What a line of a programme is: a day for what stands below, a day with its titles, or a title under a day."""
    text = scene.text(block.words).strip()
    if under is None:
        return base, None
    if (day := _day_over(scene, block, under, held)) is not None:
        return day, None
    if (dated := _dated(scene, block, under, held)) is not None:
        return replace(under, day=""), dated
    if block.kind == "heading":
        return base, None
    if under.day and (_is_entry(block) or (len(text) <= LONGEST and not text.endswith((".", ":")))):
        return under, (under, block.words)
    return replace(under, day=""), None


def _headed(scene: Scene, text: str, offset: int) -> Under | None:
    """Whose programme a heading announces; None where it announces none."""
    found = words()["programme"].fits(text)
    if found is None:
        return None
    before = text[: found.start()]
    named = named_bodies(text, offset)
    if not words()["whose"].fits(before) and not (named and HEAD.search(before)):
        return None
    others = words()["executive"].fits(text) and scene.body is not None and scene.body.detail == "scrutiny"
    own = None if others else scene.body
    years = YEARS.search(text)
    return Under(body=whose(scene, named) or own, year=int(years[1]) if years else None)


def _day_over(scene: Scene, block: Block, under: Under, held: str) -> Under | None:
    """The day that a line gives for what stands below; None of a line that says more."""
    text = scene.text(block.words)
    days = find_dates(text, default_year=under.year)
    if len(text) > LONGEST or len(days) != 1:
        return None
    named = named_bodies(text, block.words.start)
    taken = [(body.span.start - block.words.start, body.span.end - block.words.start) for body in named]
    taken += [(day.start, day.end) for day in days] + [(time.start, time.end) for time in find_times(text)]
    rest = "".join(" " if any(a <= n < b for a, b in taken) else letter for n, letter in enumerate(text))
    if not words()["around"].fits(rest):
        return None
    day = only_day(scene, block.words, under, held) or ""
    return replace(under, day=day, since=block.words.start, body=whose(scene, named) or under.body)


def _dated(scene: Scene, block: Block, under: Under, held: str) -> tuple[Under, Span] | None:
    """What a line plans that begins with its day: "12 March 2024 - Bus Fares; Tram Lines"."""
    text = scene.text(block.words)
    days = find_dates(text, default_year=under.year)
    lead = DASH.match(text, days[0].end) if len(days) == 1 else None
    if lead is None or not words()["around"].fits(text[: days[0].start]):
        return None
    known = replace(under, day=only_day(scene, block.words, under, held) or "", since=block.words.start)
    span = Span(start=block.words.start + (lead.end() if known.day else len(text)), end=block.words.end)
    return known, span


def _lead(scene: Scene, block: Block, held: str) -> Under | None:
    """What a line says of the titles listed below it: "… agreed to bring these items to the next meeting:"."""
    text = scene.text(block.words).rstrip()
    if not text.endswith((":", ":-")):
        return None
    start, end = (sentences(text) or [(0, len(text))])[-1]
    said = text[start:end]
    if not (words()["listed"].fits(said) and words()["next"].fits(said)) or words()["only"].fits(said):
        return None
    named = named_bodies(said, block.words.start + start)
    body = whose(scene, named) if named else scene.body
    found = find_dates(said, default_year=int(held[:4]) if held else None)
    days = [d.iso if d.year_given or d.iso > held else f"{int(d.iso[:4]) + 1}{d.iso[4:]}" for d in found]
    if len(days) > 1 or (days and days[0] <= held):
        return None
    return Under(body=body, day=days[0] if days else "", since=block.words.start + start)


def _is_entry(block: Block) -> bool:
    marker = block.marker.strip()
    return block.kind == "list" or bool(marker) and (marker in BULLETS or bool(NUMBERED.fullmatch(marker)))
