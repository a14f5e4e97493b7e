"""Lines → running words: what stands between the last word of a line and the first of the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from civicgraph.read.pdf.lines import Line

SOFT = "\u2010"  # what browsers draw where they break a word; keyboards have another
EDGES = ".,;:!?()[]'\"‘’“”"
BROKEN = re.compile(r"[(‘“'\"]?(?P<first>[^\W\d_]{2,30})[-\u2010]")
SURE = 2  # words that are known to be broken: then others are
ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|\S{1,200}@\S{0,200}", re.I)
OF_ADDRESS = re.compile(r"[\w.~-]{0,400}[/?&=%#_@][^\s,;]{0,1000}")


@dataclass(slots=True)
class Joiner:
    """Knows the words of a document, and so whether a hyphen at the end of a line is one of the word.

    "recom-" + "mended" is "recommended" where the document has that word elsewhere, "year-" + "end" is "year-end". A
    document that is known to break words breaks those too of which it has neither part; where nothing tells, the hyphen
    stays, as most word processors break at hyphens alone.
    """

    words: set[str] = field(default_factory=set)
    typed_soft: bool = False  # has the browser's hyphen within lines too, where somebody typed it
    breaks: bool = False

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Joiner:
        """Knows the words of these lines, in the order of reading."""
        known, ends = cls(), []
        before: Line | None = None
        for line in lines:
            texts = [word.text.casefold().strip(EDGES) for word in line.words]
            first = before is not None and bool(BROKEN.fullmatch(before.words[-1].text))
            known.words.update(texts[first : len(texts) - bool(BROKEN.fullmatch(line.words[-1].text))])
            known.typed_soft = known.typed_soft or any(SOFT in text[:-1] for text in texts)
            if before is not None and first:
                ends.append((before.words[-1].text, line.words[0].text))
            before = line
        sure = [known._told(*end) for end in ends]
        known.breaks = sure.count(True) >= SURE and sure.count(True) > 2 * sure.count(False)
        return known

    def text(self, lines: Sequence[Line]) -> tuple[str, list[tuple[int, int]]]:
        """(the words of lines as one line, which of them are struck through)."""
        text = ""
        struck: list[tuple[int, int]] = []
        for above, line in pairwise([None, *lines]):
            if line is None:
                continue
            if above is not None:
                text = self._joined(text, above, line)
            for n, word in enumerate(line.words):
                if word.struck:
                    begins = struck.pop()[0] if struck and struck[-1][1] >= len(text.rstrip()) else len(text)
                    struck.append((begins, len(text) + len(word.text)))
                text += word.text + ("" if word.glued or n == len(line.words) - 1 else " ")
        return text, struck

    def _joined(self, text: str, above: Line, line: Line) -> str:
        """The text so far, ready for the words of the next line."""
        end, begin = above.words[-1].text, line.words[0].text
        if ADDRESS.search(end):
            goes_on = end[-1] in "?&=_#%-@" or OF_ADDRESS.fullmatch(begin)
            return text if goes_on else f"{text} "
        if not text.endswith(("-", SOFT)) or len(text) < 2 or not text[-2].isalnum():
            return f"{text} "  # a dash has a space before it
        return text[:-1] if begin[0].islower() and self._is_broken(end, begin) else text

    def _is_broken(self, end: str, begin: str) -> bool:
        if end.endswith(SOFT) and not self.typed_soft:
            return True
        told = self._told(end, begin)
        if told is not None or not self.breaks:
            return bool(told)
        first, last = end.strip(EDGES).casefold()[:-1], begin.casefold().strip(EDGES)
        return BROKEN.fullmatch(end) is not None and not {first, last} & self.words

    def _told(self, end: str, begin: str) -> bool | None:
        """Does the document have the word elsewhere, without the hyphen (True) or with it (False)?"""
        first, last = end.casefold().lstrip(EDGES), begin.casefold().rstrip(EDGES)
        if f"{first}{last}" in self.words:
            return False
        return True if BROKEN.fullmatch(end) and first[:-1] + last in self.words else None
