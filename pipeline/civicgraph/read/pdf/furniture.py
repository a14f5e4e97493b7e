"""Running heads and feet, page numbers: lines that stand on every page and belong to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from civicgraph.model import Dropped
from civicgraph.read.pdf.glyphs import ARTIFACT
from civicgraph.read.pdf.lines import Line

NUMBERED = 8  # lines
HEAD = 6  # lines in which a paper says what it is
EDGE = 0.1  # of the height of a page, above and below
OFTEN = 0.5  # of the pages
SPOT = 3.0  # points: a running head stands at one height
NUMBER = re.compile(
    r"(?:page\s{0,3})?[-–—(]{0,2}\s?(?:\d{1,4}|[ivx]{1,5})\s?[-–—)]{0,2}(?:\s{0,3}(?:of|/)\s{0,3}\d{1,4})?", re.I
)
PAGE_OF = re.compile(r"page\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?", re.I)
COUNCIL = re.compile(r"\b(?:Council|COUNCIL|Cyngor|CYNGOR|Authority|AUTHORITY)\b")
DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> tuple[list[list[Line]], list[Dropped]]:
    """(the lines of each page that belong to the text, what was left out).

    A running head that names a council is kept where it first stands, unless the text has it too: it may be all that
    says whose paper this is.
    """
    numbered = [_without_line_numbers(lines) for lines in pages]
    pages = [lines for lines, _ in numbered]
    seen: Counter[tuple[str, int]] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        spots = {(words, round(line.y / SPOT)) for line in lines if _at_edge(line, height) for words in _forms(line)}
        seen.update({(words, at + near) for words, at in spots for near in (-1, 0, 1)})
    least = max(2, round(OFTEN * len(pages)))
    body = {
        _masked(line)
        for lines, height in zip(pages, heights, strict=True)
        for line in lines
        if not _at_edge(line, height) and not _is_artifact(line)
    }
    kept: list[list[Line]] = []
    dropped = [left for _, numbers in numbered for left in numbers]
    for lines, height in zip(pages, heights, strict=True):
        rest = []
        again = _title_again(lines, pages[0]) if kept else None
        for line in lines:
            masked = _masked(line)
            why = ""
            edge = _at_edge(line, height)
            if (edge and NUMBER.fullmatch(line.text)) or PAGE_OF.fullmatch(line.text):
                why = "page number"
            elif _is_artifact(line) or (edge and any(seen[f, round(line.y / SPOT)] >= least for f in _forms(line))):
                why = "" if masked not in body and COUNCIL.search(line.text) else "running head"
                body.add(masked)
            elif edge and line is again:
                why = "running head"
            if why:
                dropped.append(Dropped(words=line.text, why=why, page=line.page))
            else:
                rest.append(line)
        kept.append(rest)
    return kept, dropped


def _title_again(lines: Sequence[Line], first: Sequence[Line]) -> Line | None:
    """The line of a later page that has the title of the paper again, above where the text of the first page begins.

    Most programs can leave the running head off the first page, and of two pages one is no rule.
    """
    words = [line for line in lines if not NUMBER.fullmatch(line.text)]
    top = max(words, key=lambda line: line.y, default=None)
    if not top or len(words) < 2 or not first or top.y < max(line.y for line in first) + SPOT:
        return None
    return top if _masked(top) in {_masked(line) for line in first[:HEAD]} else None


def _without_line_numbers(lines: list[Line]) -> tuple[list[Line], list[Dropped]]:
    """Drafts may number their lines: figures to the left of all other words, each one more than that above it."""
    figures = {line.words[0] for line in lines if line.words[0].text.isdecimal() and len(line.words[0].text) < 5}
    left = min((word.x0 for line in lines for word in line.words if word not in figures), default=0.0)
    numbers = {word for word in figures if word.x1 < left}
    first = [line.words[0] for line in lines if line.words[0] in numbers]
    steps = [int(b.text) - int(a.text) for a, b in pairwise(first)]
    if len(first) < max(NUMBERED, 0.7 * len(lines)) or steps.count(1) < 0.9 * len(steps):
        return lines, []
    kept = []
    for line in lines:
        words = [word for word in line.words if word not in numbers]
        if words:
            kept.append(Line(words, line.page, line.leaf, line.cell))
    page = lines[0].page
    return kept, [Dropped(words=" ".join(word.text for word in first), why="line numbers", page=page)]


def _forms(line: Line) -> set[str]:
    """The words without the number that changes from page to page, which is the first or the last of the line."""
    numbers = list(DIGITS.finditer(line.text))
    if not numbers:
        return {line.text}
    return {f"{line.text[: n.start()]}#{line.text[n.end() :]}" for n in (numbers[0], numbers[-1])}


def _masked(line: Line) -> str:
    return DIGITS.sub("#", line.text.casefold())


def _at_edge(line: Line, height: float) -> bool:
    return line.y > (1 - EDGE) * height or line.y < EDGE * height


def _is_artifact(line: Line) -> bool:
    return all(word.tag == ARTIFACT for word in line.words)
