"""The words of a motion: where they begin and end, and its clauses where it was carried as it was moved.

What a motion notes and believes leads up to what it resolves; once it is carried, only that was decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.openers import opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.resolutions.adding import add_clause
from civicgraph.extract.decisions.resolutions.closing import close_resolution
from civicgraph.extract.decisions.resolutions.resolution import Resolution
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Span

# A line that names who moved and seconded, and nothing else; the motion's words follow.
MOVERS = re.compile(
    r"^\W{0,4}(?:\(?\d\)\s+)?(?:(?:it was\s+|an amendment was\s+)?(?:moved|proposed|seconded)\s*(?:by|:)?\s+|"
    r"(?=[A-Z][^.:;]{3,80}?\b(?:moved|proposed"
    r"|seconded)\b))[^.:;\u201c\"]{3,160}[,:;.-]?\s*(?:and\s*)?$",
    re.I,
)
OPENS = re.compile(r"^\s*[\"\u201c\u2018']|^\W*That\b")
QUOTED = re.compile(
    r"^(?P<words>[\"\u201c\u2018'](?:This|That|The|Council)\s[^\"\u201d]{20,3000}[\"\u201d\u2019'])\s+(?=(?:Proposed|Moved|Seconded)\b)"
)
QUOTES = "\"\u201c\u2018'"
CLOSES = re.compile(r"[\"\u201d\u2019'][.;,]?\s*$")
PUT = re.compile(r"\bput\b[^.;]{0,120}\bto the vote\b|\b(?:upon|on) being put\b", re.I)
LONGEST = 40  # blocks of one motion
OPERATIVE = re.compile(
    r"^\W{0,4}(?:and\s+)?(?:(?:(?:this|the|that the|that this)\s+)?(?:council|committee|assembly|authority|members"
    r"|board)\s+)?(?:also\s+|hereby"
    r"\s+|further\s+|therefore\s+|accordingly\s+){0,3}(?:resolves?|agrees?|calls?\s+(?:up)?on|requests?|instructs?"
    r"|asks?|commits|undertakes"
    r"|pledges|mandates)\b",
    re.I,
)


def names_movers(text: str, follows: str) -> bool:
    """Does a line only say who moved and seconded what the line after it has in its words?"""
    return len(text) < 220 and bool(MOVERS.match(text) and OPENS.match(follows))


def quoted_until(scene: Scene, blocks: list[tuple[int, Block]], n: int) -> int | None:
    """One past the last block of a motion whose words begin in quotation marks at block `n`; None without marks."""
    if n >= len(blocks) or scene.text(blocks[n][1].words)[:1] not in QUOTES:
        return None
    for at in range(n, min(n + LONGEST, len(blocks))):
        text = scene.text(blocks[at][1].words)
        if at > n and opener_in(text, blocks[at][1]):
            return None
        if CLOSES.search(text):
            return at + 1
        if at > n and PUT.search(text):
            return at  # a page that never closed the marks
    return None


def quoted_above(scene: Scene, blocks: list[tuple[int, Block]], n: int) -> list[Block]:
    """The words of a motion in quotation marks, over or before "Proposed by A, seconded by B" at block `n`."""
    block = blocks[n][1]
    if before := QUOTED.match(scene.text(block.words)):
        return [replace(block, words=Span(start=block.words.start, end=block.words.start + before.end("words")))]
    if not n or not CLOSES.search(scene.text(blocks[n - 1][1].words)):
        return []
    for at in range(n - 1, max(-1, n - 1 - LONGEST), -1):
        if scene.text(blocks[at][1].words)[:1] in QUOTES:
            return [above for _, above in blocks[at:n]]
    return []


def put_just_above(words: list[Block], blocks: list[tuple[int, Block]], n: int) -> Span | None:
    """The words under "Moved by A, seconded by B", where these are right above block `n`, which tells of an amendment:
    it is they that were put."""
    near = {block.words for _, block in blocks[max(0, n - 2) : n]}
    if not words or words[-1].words not in near:
        return None
    return Span(start=words[0].words.start, end=words[-1].words.end)


def clauses_of(scene: Scene, item: Item | None, words: list[Block]) -> Iterator[Outcome]:
    """The clauses of a motion that was carried as moved, from what it resolves on."""
    texts = [scene.text(block.words) for block in words]
    first = next((n for n, text in enumerate(texts) if OPERATIVE.match(text)), 0)
    opened = Resolution(start=words[first].words.start, lead="", status="recorded")
    for block, text in zip(words[first:], texts[first:], strict=True):
        if text.strip(" \"\u201c\u201d'."):
            add_clause(opened, block, text)
    yield from close_resolution(scene, item, opened)
