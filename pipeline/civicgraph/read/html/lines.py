"""The words between two block elements: their lines, and which of these are entries of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicgraph.values.text import seen

STOP = (".", ":", ";", "!", "?")
SPACES = re.compile(r"\s+")
LEAST = 4  # lines from which a paragraph can be seen to be wrapped
WIDTH = 60  # characters that a wrapped line has at least
ROOM = 0.86  # of the width: a line that ends before had room for the next word


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that are set alike. A line feed is one that the page prints."""

    text: str
    bold: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of words with single spaces; `bold` and `struck` are half-open offsets into it."""

    words: str
    bold: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()

    def is_bold(self, start: int) -> bool:
        """Are all of its words from here on set in bold? A colon after them counts for nothing."""
        rest = len(self.words.rstrip(" :.-–"))
        at = start
        for a, b in self.bold:
            if a > at and self.words[at:a].strip():
                return False
            at = max(at, b)
        return bool(self.bold) and rest > start and not self.words[at:rest].strip()

    def opening(self) -> int:
        """How many of its first characters are set in bold?"""
        at = 0
        for a, b in self.bold:
            if self.words[at:a].strip():
                break
            at = max(at, b)
        return at

    def part(self, start: int, end: int) -> Entry:
        """Some of its words, as they look."""
        return Entry(
            words=self.words[start:end],
            bold=_within([(max(a - start, 0), b - start) for a, b in self.bold], end - start),
            struck=_within([(max(a - start, 0), b - start) for a, b in self.struck], end - start),
        )


def entries(runs: list[Run]) -> list[Entry]:
    """The entries that the lines of a block are.

    A name list or an address is an entry a line; a line that was broken because the next word did not fit, or in the
    middle of a sentence, goes on in the next.

    >>> [e.words for e in entries([Run(text="Cllr A Lee\\nCllr B Shah, who\\narrived late")])]
    ['Cllr A Lee', 'Cllr B Shah, who arrived late']
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(Run(text=first, bold=run.bold, struck=run.struck))
        lines += [[Run(text=text, bold=run.bold, struck=run.struck)] for text in more]
    if len(lines) == 1:
        entry = _joined(lines[0])
        return [entry] if entry.words else []
    plain = [_joined(line).words for line in lines]
    width = _width(plain)
    out: list[list[Run]] = []
    before = ""  # the line that may go on; "" after an empty one
    for line, words in zip(lines, plain, strict=True):
        if words and before and _goes_on(before, words, width):
            out[-1] += [Run(text=" "), *line]
        elif words:
            out.append(list(line))
        before = words
    return [_joined(line) for line in out]


def _goes_on(before: str, words: str, width: int) -> bool:
    if before.endswith(STOP):
        return False
    if words[0].islower() or words[0] in ",;)&":
        return len(before) > 12
    return bool(width) and len(before) + 1 + len(words.split(" ", 1)[0]) > ROOM * width


def _width(lines: list[str]) -> int:
    """Characters to which the lines were wrapped; 0 where they were not."""
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < LEAST or lengths[-1] < WIDTH or lengths[-1] > 160:
        return 0
    return lengths[-1] if lengths[len(lengths) // 2] > ROOM * lengths[-1] else 0


def _joined(runs: list[Run]) -> Entry:
    out: list[str] = []
    bold: list[tuple[int, int]] = []
    struck: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        text = SPACES.sub(" ", seen(run.text))
        if not out or out[-1].endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        out.append(text)
        if run.bold:
            bold.append((at, at + len(text)))
        if run.struck and text.strip():
            struck.append((at, at + len(text)))
        at += len(text)
    words = "".join(out).rstrip()
    return Entry(words=words, bold=_within(bold, len(words)), struck=_within(struck, len(words)))


def _within(spans: list[tuple[int, int]], end: int) -> tuple[tuple[int, int], ...]:
    """Spans that touch are one; none reaches beyond the words."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        b = min(b, end)
        if out and out[-1][1] >= a:
            out[-1] = (out[-1][0], b)
        elif a < b:
            out.append((a, b))
    return tuple(out)
