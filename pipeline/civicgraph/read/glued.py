"""Items that came to stand on the line of the one before: "5. Vice-Chair Ann Lee. 6. The minutes were agreed.".

A number within a line is one of a list only where the lines that are numbered miss it: 6 between a line 5 and a line 7,
8.1 between 7 and 8.2, or the paragraphs of the item itself, 10.1 right behind the title of 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Number = tuple[int, int]  # 8.2 is (8, 2), 8 is (8, 0)

LED = re.compile(r"\s{0,20}(?P<item>\d{1,3})(?:\.(?P<sub>\d{1,2})\.?|\.)\s+(?=\S)")
STOPPED = r"(?:^|(?<=[.:;)!?\u2022]\s)|(?<=[.:;)!?]\s\s))"  # an item begins where a sentence ended
CITED = re.compile(
    r"\b(?:para(?:graph)?s?|sections?|items?|minutes?|clauses?|polic(?:y|ies)|and|to|or|see|at|of)\s+$", re.I
)
MOST = 6  # numbers that one gap hides
FAR = 40  # lines between two numbered ones
TITLE = 70  # characters before the first paragraph's number


def cuts(lines: Sequence[str]) -> dict[int, list[int]]:
    """Where lines begin within lines: by the line, the offsets in it."""
    out: dict[int, list[int]] = {}
    before: Number | None = None
    since: list[int] = []  # lines from the last that is numbered
    for n, line in enumerate(lines):
        found = LED.match(line)
        if not found:
            since += [n] if since and line.strip() else []
            continue
        number = (int(found["item"]), int(found["sub"] or 0))
        if before and len(since) < FAR:
            for at, start in _places(lines, since, list(_between(before, number))):
                out.setdefault(at, []).append(start)
        before, since = number, [n]
    for n, line in enumerate(lines):
        if (found := LED.match(line)) and not found["sub"] and n not in out:
            out[n] = _paragraphs(line, int(found["item"]), found.end())
    return {n: starts for n, starts in out.items() if starts}


def _between(a: Number, b: Number) -> Iterator[Number]:
    """The numbers that a list has between two of its own."""
    if a[0] < b[0]:
        yield from ((item, 0) for item in range(a[0] + 1, b[0] + bool(b[1])))
    if a[0] <= b[0]:
        yield from ((b[0], sub) for sub in range(a[1] + 1 if a[0] == b[0] else 1, b[1]))


def _places(lines: Sequence[str], since: list[int], missing: list[Number]) -> list[tuple[int, int]]:
    """Where the missing numbers stand, all of them and in order; nothing where one is not there."""
    out: list[tuple[int, int]] = []
    if not 0 < len(missing) <= MOST:
        return out
    left = [(n, 0) for n in since]
    for number in missing:
        place = next(((n, at) for n, start in left if (at := _place(lines[n], number, start)) is not None), None)
        if place is None:
            return []
        out.append(place)
        left = [(place[0], place[1] + 1), *((n, 0) for n in since if n > place[0])]
    return out


def _place(line: str, number: Number, start: int) -> int | None:
    item, sub = number
    form = rf"(?<=\s){item}\.{sub}\.?\s+(?=[A-Z]|\d\d/\d)" if sub else rf"{STOPPED}{item}\.\s+(?=[A-Z])"
    places = (found.start() for found in re.finditer(form, line) if found.start() >= max(start, 1))
    return next((at for at in places if not CITED.search(line, max(0, at - 20), at)), None)


def _paragraphs(line: str, item: int, start: int) -> list[int]:
    """The paragraphs of an item on its own line: one where it follows the title at once, or several that count on."""
    out: list[int] = []
    while (at := _place(line, (item, len(out) + 1), start)) is not None:
        out, start = [*out, at], at + 1
    return out if len(out) > 1 or out and out[0] < TITLE and not re.search(r"[a-z][.;]\s", line[4 : out[0]]) else []
