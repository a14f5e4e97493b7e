"""What is planned for later meetings: the titles under a day, in the tables and lists of a work programme, and what
minutes say is brought to the next meeting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from civicgraph.extract.names.bare import is_same, named_bodies
from civicgraph.extract.papers.standing import is_standing
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Mention, Quoted, Route, Span
from civicgraph.values.bodies import HEAD
from civicgraph.values.dates import MONTHS, find_dates, find_times
from civicgraph.values.text import squash


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A row of `patterns/plans.toml`."""

    id: str
    pattern: re.Pattern[str]
    whole: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def fits(self, words: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(words) if self.whole else self.pattern.search(words)


@cache
def words() -> dict[str, Word]:
    """The rows, by their ids."""
    table = tomllib.loads((files("civicgraph.extract") / "patterns" / "plans.toml").read_text(encoding="utf-8"))
    return {
        row["id"]: Word(
            id=row["id"],
            pattern=re.compile(row["pattern"], re.I),
            whole=row.get("whole", False),
            yes=tuple(row["yes"]),
            no=tuple(row["no"]),
        )
        for row in table["word"]
    }


COLUMNS = ("date", "title", "body")
YEARS = re.compile(r"\b(20\d\d)\s?[/-]\s?(?:20)?\d\d\b")
LONGEST, CELL, TITLE = 100, 60, 160  # characters of a heading, of a column's heading, of a title
REACH = 300  # from a day to a title that is quoted with it
DASH = re.compile(r"\s{0,4}[-:\u2013\u2014]\s")
BULLETS = "-*\u2022\u25cf\u25aa\u2013\u00b7o"
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]+", re.I)
PARTED = re.compile(r"\n[ \t]{0,8}(?:[\u2022\u25cf\u25aa\u00b7*-]|\(?\d{1,2}[.)])[ \t]{1,8}|;\s|<br\s?/?>")
WHY = re.compile(r"\n[ \t]{0,8}(?:To\s|For\s|Purpose|Report\s+of|Lead\b)[^\n]*", re.I)  # said of it below a title


@dataclass(frozen=True, slots=True)
class _Under:
    """What is known where a title stands: whose programme it is, the day, and the year in its heading."""

    body: Mention | None = None
    day: str = ""
    year: int | None = None  # the first of "2023/24"
    since: int = 0  # where the words of the day begin


def find_plans(scene: Scene, held: str, item: int | None, meeting: int | None) -> Iterator[Route]:
    """What the part plans for days after `held`, the day of its meeting. `item` is that of a report in a pack.

    >>> # under "Work Programme": "12 March 2024", "• Bus Fares", "• Tram Lines"  → two, of the body that met
    """
    items = {entry.first: n for n, entry in enumerate(scene.part.items)}
    title = next((f.value.text for f in scene.part.fields if f.label.text == "title"), "")
    base = under = _headed(scene, title, scene.part.span.start) if scene.part.kind == "report" else None
    columns: dict[str, int] = {}
    led: _Under | None = None  # the line above brings what it lists to a meeting
    for index, block in scene.blocks():
        told: tuple[_Under, Span] | None = None  # what is known, and the words that may hold titles
        text = scene.text(block.words).strip()
        if index in items:
            item = scene.first_item + items[index]
            base = under = _headed(scene, scene.part.items[items[index]].title.text, block.words.start)
            columns, led = {}, None
        elif block.kind == "row":
            led = None
            if found := _columns(scene, block):
                columns = found
            elif columns and under is not None:
                under, told = _row(scene, block, columns, under, held)
        elif (lead := _lead(scene, block, held)) is not None:
            led, columns = lead, {}
        elif led is not None and _is_entry(block):
            told = led, block.words
        elif len(text) <= LONGEST and (heading := _headed(scene, text, block.words.start)):
            under, columns, led = heading, {}, None
        else:
            columns, led = {}, None
            under, told = _line(scene, block, under, base, held)
        for span in _titles(scene, told[1]) if told else ():
            known = told[0] if told else under
            if known is None or known.body is None:
                continue
            near = 0 <= span.start - known.since <= REACH
            yield Route(
                report=None,
                body=known.body,
                date=known.day,
                status="planned",
                span=Span(start=known.since if near else span.start, end=span.end),
                rule="route-planned-entry",
                entry=Quoted(text=squash(scene.document.quote(span)), span=span),
                item=item,
                meeting=meeting,
            )


def _line(
    scene: Scene, block: Block, under: _Under | None, base: _Under | None, held: str
) -> tuple[_Under | None, tuple[_Under, Span] | None]:
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


def _headed(scene: Scene, text: str, offset: int) -> _Under | None:
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
    return _Under(body=_whose(scene, named) or own, year=int(years[1]) if years else None)


def _whose(scene: Scene, named: Sequence[Mention]) -> Mention | None:
    """The one body of those named, in the words of the heading of the part where that is it."""
    if len(named) != 1:
        return None
    return scene.body if scene.body is not None and is_same(named[0], scene.body) else named[0]


def _columns(scene: Scene, row: Block) -> dict[str, int]:
    """The columns of a row of headings, {} of any other row: a title, and a day or whose decision it is."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        heading = squash(scene.text(cell)).rstrip(" :?*")
        if len(heading) > CELL or words()["done"].fits(heading):
            return {}
        name = next((name for name in COLUMNS if name not in found and words()[name].fits(heading)), "")
        if name:
            found[name] = at
    return found if "title" in found and len([c for c in row.cells if c.start < c.end]) > 1 else {}


def _row(
    scene: Scene, row: Block, columns: dict[str, int], under: _Under, held: str
) -> tuple[_Under, tuple[_Under, Span] | None]:
    """What a row plans; an empty cell under the day goes on with the day above."""
    full = [cell for cell in row.cells if scene.text(cell).strip()]
    if len(full) == 1 and (day := _only_day(scene, full[0], under, held)) is not None:
        return replace(under, day=day, since=row.span.start), None
    cells = {name: row.cells[at] for name, at in columns.items() if at < len(row.cells)}
    full_in = {name: cell for name, cell in cells.items() if scene.text(cell).strip()}
    if "date" in full_in:
        under = replace(under, day=_only_day(scene, full_in["date"], under, held) or "", since=row.span.start)
    body = under.body
    if "body" in full_in:
        body = _whose(scene, named_bodies(scene.text(full_in["body"]), full_in["body"].start))
    if "title" not in full_in or not under.day or body is None:
        return under, None
    return under, (replace(under, body=body), full_in["title"])


def _only_day(scene: Scene, span: Span, under: _Under, held: str) -> str | None:
    """The one later day that the words give; None where they give no day or several, "" where it is over."""
    days = _days(scene.text(span), under.year)
    if len(days) != 1:
        return None
    return days[0] if days[0] > held else ""


def _days(text: str, year: int | None) -> list[str]:
    """The days of a text, ISO; without a year they are of the municipal year that begins in May of `year`."""
    out = []
    for day in find_dates(text, default_year=year):
        late = not day.year_given and day.iso[5:7] < "05"
        out.append(f"{int(day.iso[:4]) + 1}{day.iso[4:]}" if late else day.iso)
    return out


def _day_over(scene: Scene, block: Block, under: _Under, held: str) -> _Under | None:
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
    day = _only_day(scene, block.words, under, held) or ""
    return replace(under, day=day, since=block.words.start, body=_whose(scene, named) or under.body)


def _dated(scene: Scene, block: Block, under: _Under, held: str) -> tuple[_Under, Span] | None:
    """What a line plans that begins with its day: "12 March 2024 - Bus Fares; Tram Lines"."""
    text = scene.text(block.words)
    days = find_dates(text, default_year=under.year)
    lead = DASH.match(text, days[0].end) if len(days) == 1 else None
    if lead is None or not words()["around"].fits(text[: days[0].start]):
        return None
    known = replace(under, day=_only_day(scene, block.words, under, held) or "", since=block.words.start)
    span = Span(start=block.words.start + (lead.end() if known.day else len(text)), end=block.words.end)
    return known, span


def _lead(scene: Scene, block: Block, held: str) -> _Under | None:
    """What a line says of the titles listed below it: "… agreed to bring these items to the next meeting:"."""
    text = scene.text(block.words).rstrip()
    if not text.endswith((":", ":-")):
        return None
    start, end = (sentences(text) or [(0, len(text))])[-1]
    said = text[start:end]
    if not (words()["listed"].fits(said) and words()["next"].fits(said)) or words()["only"].fits(said):
        return None
    named = named_bodies(said, block.words.start + start)
    body = _whose(scene, named) if named else scene.body
    found = find_dates(said, default_year=int(held[:4]) if held else None)
    days = [d.iso if d.year_given or d.iso > held else f"{int(d.iso[:4]) + 1}{d.iso[4:]}" for d in found]
    if len(days) > 1 or (days and days[0] <= held):
        return None
    return _Under(body=body, day=days[0] if days else "", since=block.words.start + start)


def _is_entry(block: Block) -> bool:
    marker = block.marker.strip()
    return block.kind == "list" or bool(marker) and (marker in BULLETS or bool(NUMBERED.fullmatch(marker)))


def _titles(scene: Scene, span: Span) -> Iterator[Span]:
    """The titles in a cell or a line, each without what is said of it."""
    text = scene.text(span)
    start = 0
    for end, on in [*((p.start(), p.end()) for p in PARTED.finditer(text)), (len(text), len(text))]:
        piece = WHY.sub(lambda why: " " * len(why.group()), text[start:end])
        lead = re.match(r"\s*(?:[\u2022\u25cf\u25aa\u00b7*-]\s+|\(?\d{1,2}[.)]\s+)?", piece)
        first = start + (lead.end() if lead else 0)
        last = start + len(piece.rstrip(" \n\t,;."))
        if _is_title(squash(text[first:last])):
            yield Span(start=span.start + first, end=span.start + last)
        start = on


def _is_title(title: str) -> bool:
    if not 4 <= len(title) <= TITLE or not re.match(r"['\"(]?[A-Z0-9]", title):
        return False
    if words()["nothing"].fits(title) or words()["says"].fits(title) or is_standing(title) or find_times(title):
        return False
    return not re.fullmatch(rf"(?:{MONTHS}|\d|\W)+", title, re.I)
