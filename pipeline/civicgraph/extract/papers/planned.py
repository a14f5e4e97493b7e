"""What the lines and the tables of a work programme have in common: their words, days, bodies and titles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from civicgraph.extract.names.bare import is_same
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.papers.standing import is_standing
from civicgraph.extract.scene import Scene
from civicgraph.model import Mention, Span
from civicgraph.values.dates import MONTHS, find_dates, find_times
from civicgraph.values.honorifics import CIVIL, MEMBER_S
from civicgraph.values.text import squash

TITLE = 160  # characters of a title
PARTED = re.compile(
    r"\n[ \t]{0,8}(?:[\u2022\u25cf\u25aa\u00b7*-]|\(?\d{1,2}[.)])[ \t]{1,8}|\s[\u2022\u25cf\u25aa]\s|;\s|<br\s?/?>"
)
LABELLED = re.compile(
    r"(?:lead|contact|report|author|officer|presented|purpose|portfolio|cabinet\s+member)\b[^:]{0,30}:"
    rf"|(?:{MEMBER_S}|{CIVIL})\.?\s+[A-Z]",
    re.I,
)
WHY = re.compile(r"\n[ \t]{0,8}(?:To\s|For\s|Purpose|Report\s+of|Lead\b)[^\n]*", re.I)  # said of it below a title


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


@dataclass(frozen=True, slots=True)
class Under:
    """What is known where a title stands: whose programme it is, the day, and the year in its heading."""

    body: Mention | None = None
    day: str = ""
    year: int | None = None  # the first of "2023/24"
    since: int = 0  # where the words of the day begin


def whose(scene: Scene, named: Sequence[Mention]) -> Mention | None:
    """The one body of those named, in the words of the heading of the part where that is it."""
    if len(named) != 1:
        return None
    return scene.body if scene.body is not None and is_same(named[0], scene.body) else named[0]


def only_day(scene: Scene, span: Span, under: Under, held: str) -> str | None:
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


def titles(scene: Scene, span: Span) -> Iterator[Span]:
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
    if LABELLED.match(title) or any(len(post.name) > 0.8 * len(title) for post in find_posts(title)):
        return False  # who leads on it
    return not re.fullmatch(rf"(?:{MONTHS}|\d|\W)+", title, re.I)
