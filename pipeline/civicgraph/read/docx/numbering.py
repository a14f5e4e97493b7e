"""The numbers that Word counts and does not store: "1.", "(a)", "14.2" (ECMA-376 part 1, 17.9).

Each paragraph of a list names an instance (`w:num`) and a level; an instance is of an abstract list, which says how
each level looks. The instances of one abstract list go on counting together, unless one says where it starts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from civicgraph.read.docx.numerals import counted
from civicgraph.read.docx.package import W
from civicgraph.read.docx.styles import on, value

LEVELS = 9
PLACE = re.compile(r"%([1-9])")
LONGEST = 60  # characters of a number with what stands around it: "Schedule %1, Part %2"
SILENT = frozenset(("bullet", "none"))  # levels that have no number
# Bullets that are signs of their own; all others are glyphs of Symbol or Wingdings for a dot, a square, an arrow.
DASHES = frozenset("-–—*")
CUSTOM = re.compile(r"(0\d*)(?:,|$)")  # "001, 002, 003, …"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""  # "%1.%2", "(%3)"; of a bullet the bullet
    restart: int | None = None  # None: after any level above; 0: never; n: after the first n levels
    legal: bool = False  # the levels above in figures, however they look there
    style: str = ""  # id of the paragraph style that is at this level
    width: int = 0  # figures at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    abstract: str
    levels: tuple[Level | None, ...]
    starts: dict[int, int]  # level → where this instance starts it


class Numbering:
    """The lists of one document. `list_of_style` gives the instance that a numbering style names."""

    def __init__(self, root: etree._Element | None, list_of_style: Callable[[str], str]) -> None:
        self._instances: dict[str, Instance] = {}
        # Where each abstract list is: the number of each level, None where it has not begun, or begins anew.
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        abstract = {a.get(f"{W}abstractNumId", ""): a for a in root.findall(f"{W}abstractNum")}
        named = {n.get(f"{W}numId", ""): value(n, "abstractNumId") for n in root.findall(f"{W}num")}
        levels: dict[str, tuple[Level | None, ...]] = {}
        for num in root.findall(f"{W}num"):
            key = _followed(value(num, "abstractNumId"), abstract, named, list_of_style)
            if key not in levels:
                levels[key] = _levels(abstract.get(key))
            self._instances.setdefault(num.get(f"{W}numId", ""), _instance(num, key, levels[key]))

    def level_of(self, instance: str, style: str) -> int | None:
        """The level that an instance links with a paragraph style."""
        known = self._instances.get(instance)
        for at, level in enumerate(known.levels if known else ()):
            if level is not None and style and level.style == style:
                return at
        return None

    def next(self, instance: str, at: int) -> str:
        """Counts one paragraph of an instance at a level; what Word prints before it, "" where that is nothing."""
        known = self._instances.get(instance)
        if known is None or not 0 <= at < LEVELS or known.levels[at] is None:
            return ""
        numbers = self._counts.setdefault(known.abstract, [None] * LEVELS)
        for above in range(at):
            # A level that was skipped counts as used: "1.1" without a "1", and then "2".
            if numbers[above] is None:
                numbers[above] = _start(known, above)
        now = numbers[at]
        if at in known.starts and (instance, at) not in self._started:
            numbers[at] = known.starts[at]
        else:
            numbers[at] = _start(known, at) if now is None else now + 1
        self._started.add((instance, at))
        for below in range(at + 1, LEVELS):
            level = known.levels[below]
            if level is None or level.restart is None or level.restart > below or at < level.restart:
                numbers[below] = None
        return _printed(known.levels, at, numbers)


def _printed(levels: tuple[Level | None, ...], at: int, numbers: list[int | None]) -> str:
    level = levels[at]
    if level is None:
        return ""
    if level.form == "bullet":
        sign = level.text.strip()
        return sign if sign in DASHES else ("•" if sign else "")

    def number(found: re.Match[str]) -> str:
        there = int(found.group(1)) - 1
        other = levels[there]
        count = numbers[there]
        if other is None or count is None or there > at or other.form in SILENT:
            return ""
        return counted(count, "decimal" if level.legal else other.form, 0 if level.legal else other.width)

    return " ".join(PLACE.sub(number, level.text).split())[:LONGEST]


def _start(instance: Instance, at: int) -> int:
    level = instance.levels[at]
    return instance.starts.get(at, level.start if level else 1)


def _followed(
    key: str, abstract: dict[str, etree._Element], named: dict[str, str], list_of_style: Callable[[str], str]
) -> str:
    """An abstract list that is only the name of a numbering style stands for the list of that style."""
    seen: set[str] = set()
    while key in abstract and key not in seen:
        seen.add(key)
        style = value(abstract[key], "numStyleLink")
        if not style:
            return key
        key = named.get(list_of_style(style), "") or next(
            (other for other, one in abstract.items() if value(one, "styleLink") == style), key
        )
    return key


def _instance(num: etree._Element, key: str, levels: tuple[Level | None, ...]) -> Instance:
    own, starts = list(levels), {}
    for override in num.findall(f"{W}lvlOverride"):
        at = _whole(override.get(f"{W}ilvl", ""), -1)
        if not 0 <= at < LEVELS:
            continue
        level = override.find(f"{W}lvl")
        if level is not None:
            new, before = _level(level), own[at]
            own[at] = new if new.style or before is None else replace(new, style=before.style)
        start = value(override, "startOverride")
        if start:
            starts[at] = _whole(start, 1)
    return Instance(abstract=key, levels=tuple(own), starts=starts)


def _levels(abstract: etree._Element | None) -> tuple[Level | None, ...]:
    out: list[Level | None] = [None] * LEVELS
    for level in abstract.findall(f"{W}lvl") if abstract is not None else ():
        at = _whole(level.get(f"{W}ilvl", ""), -1)
        if 0 <= at < LEVELS:
            out[at] = _level(level)
    return tuple(out)


def _level(element: etree._Element) -> Level:
    form, width = value(element, "numFmt"), 0
    if not form:
        # A form that old programs do not know stands beside one that they do.
        choice = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
        form = value(element.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt") or "decimal"
        zeros = CUSTOM.match(choice.get(f"{W}format", "")) if choice is not None else None
        width = len(zeros.group(1)) if zeros else 0
    text = element.find(f"{W}lvlText")
    restart = value(element, "lvlRestart")
    legal = element.find(f"{W}isLgl")
    empty = text is None or (text.get(f"{W}null") is not None and on(text))
    return Level(
        start=_whole(value(element, "start"), 0 if element.find(f"{W}start") is None else 1),
        form=form,
        text="" if empty or text is None else text.get(f"{W}val", "")[:LONGEST],
        restart=_whole(restart, 0) if restart else None,
        legal=legal is not None and on(legal),
        style=value(element, "pStyle"),
        width=min(width, 9),
    )


def _whole(text: str, otherwise: int) -> int:
    """A whole number of at most nine figures."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else otherwise
