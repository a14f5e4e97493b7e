"""Words with what is marked in them, character for character: which are bold, which are struck through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from civicgraph.values.text import UNSEEN

BOLD, STRUCK = 1, 2
WORD = re.compile(r"\S+")
# What prints nothing, and bullets that Symbol and Wingdings draw.
PRINTED = {
    **dict.fromkeys(map(ord, UNSEEN)),
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF06E), "•"),
    0x2011: "-",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and one byte of marks for each of its characters."""

    text: str
    marks: bytes

    @classmethod
    def of(cls, text: str, marks: int = 0) -> Marked:
        text = text.translate(PRINTED)
        return cls(text, bytes((marks,)) * len(text))

    @classmethod
    def joined(cls, parts: list[Marked], between: str = "") -> Marked:
        gap = bytes(len(between))
        return cls(between.join(p.text for p in parts), gap.join(p.marks for p in parts))

    def __getitem__(self, part: slice) -> Marked:
        return Marked(self.text[part], self.marks[part])

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def split(self, sign: str) -> list[Marked]:
        """The parts between the signs, as `str.split` gives them."""
        out, at = [], 0
        for part in self.text.split(sign):
            out.append(self[at : at + len(part)])
            at += len(part) + len(sign)
        return out

    def squashed(self) -> Marked:
        """On one line: every run of white space is one space, none at the ends."""
        if self._is_even:
            text = " ".join(self.text.split())
            return Marked(text, self.marks[:1] * len(text))
        return Marked.joined([self[w.start() : w.end()] for w in WORD.finditer(self.text)], " ")._bridged()

    def _bridged(self) -> Marked:
        """A space has the marks that the characters on both sides share."""
        marks = bytearray(self.marks)
        for at, char in enumerate(self.text):
            if char == " " and 0 < at < len(marks) - 1:
                marks[at] = marks[at - 1] & marks[at + 1]
        return Marked(self.text, bytes(marks))

    @property
    def _is_even(self) -> bool:
        """Has it the same marks throughout, as most paragraphs have?"""
        return self.marks.count(self.marks[:1]) == len(self.marks)

    @property
    def bold(self) -> bool:
        """Are all of its words bold?"""
        if self._is_even:
            return bool(self.marks) and bool(self.marks[0] & BOLD) and any(char.isalnum() for char in self.text)
        words = [mark & BOLD for char, mark in zip(self.text, self.marks, strict=True) if char.isalnum()]
        return bool(words) and all(words)

    @property
    def struck(self) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of what is struck through."""
        if self._is_even and not (self.marks and self.marks[0] & STRUCK):
            return ()
        out, at = [], 0
        for struck, run in groupby(self.marks, lambda mark: bool(mark & STRUCK)):
            length = sum(1 for _ in run)
            if struck:
                out.append((at, at + length))
            at += length
        return tuple(out)
