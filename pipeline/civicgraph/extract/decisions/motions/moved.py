"""What a block tells of motions, amendments and proposals: what was moved, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.motions.floor import Floor
from civicgraph.extract.decisions.motions.seconded import LINE, find_line, find_nominations, find_proposal
from civicgraph.extract.decisions.motions.verdicts import (
    ALONE,
    INLINE_MOTION,
    ITS,
    PROCEDURE,
    VERDICT,
    cast,
    decided,
    divided,
)
from civicgraph.extract.decisions.motions.words import quoted_above
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.scene import Scene, sentences
from civicgraph.extract.votes.verdicts import CASTING, MOVED_WORDS
from civicgraph.model import Block, Item, Span

MOVED = re.compile(r"\b(?:moved|proposed|proposals?|seconded|amendment|motion|recommendations?)\b", re.I)
STATES = re.compile(
    r"\b(?:[Mm]oved|[Pp]roposed|MOVED|PROPOSED)\b(?=.{0,200}\b(?:[Ss]econded|SECONDED)\b)|\b[Ss]econded\b"
    r"(?=.{0,80}\b(?:moved"
    r"|proposed)\b)|\b[Aa]s an amendment\b|\bmoved an amendment\b|\bproposed an amendment\b"
    r"|^\W*(?:Motion|Amendment)(?:\s+\d)?\s+by\s.{0,160}\bseconded\b"
    r"|^\W*[Ss]econded\s+by\s[^.;:]{3,60}?\sthat\s+\S"  # under "Moved by A"
    r"|\bfollowing amendment\b|\b[Mm]oved\s+by\b|\b(?:moved|proposed)\s+(?:the following|a)\s+motion\b",
    re.S,
)
PARTS = re.compile(
    r";\s+|,?\s+and\s+(?=(?:the\s+)?(?:\w+\s+)?(?:motion|amendment)\b[^.;]{0,120}\b(?:NOT )?(?:CARRIED|LOST|AGREED"
    r"|carried|lost)\b)"
)
AMENDMENT = re.compile(r"\bamendment\b", re.I)
# Who moved and seconded, behind the words
BEHIND = re.compile(r"(?:^|[\"\u201d\u2019']\s+)(?:Proposed|Moved|Seconded)\s+by\b[^.:]{3,120}\.?(?!.*\bthat\b)")
AMENDMENT_HEAD = re.compile(r"^\W*(?:\w+\s+)?amendment(?:\s+(?:no\.?\s*)?\d+)?\W*$", re.I)
MOVES_THAT = re.compile(r"\bthat\b", re.I)  # behind it are the words of the motion, which may speak of amendments


def find_moved(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, floor: Floor, scene: Scene
) -> Iterator[Outcome]:
    """The outcomes of motions and amendments that block `n` tells; `floor` remembers what was moved."""
    if not MOVED.search(text) and not ((floor.motion or floor.amendment) and (ALONE.match(text) or ITS.search(text))):
        return
    at = blocks[n][1].words.start
    yield from divided(item, blocks, n, floor, scene)
    if LINE.match(text):
        yield from find_line(item, blocks, n, scene)
        return
    if nominations := list(find_nominations(item, blocks, n, text, scene)):
        yield from nominations
        return
    if proposal := find_proposal(item, blocks, n, text, scene):
        yield proposal
        floor.told = True
        return
    if not floor.motion and BEHIND.search(text) and (words := quoted_above(scene, blocks, n)):
        floor.motion, floor.words = blocks[n][1].words, words  # "'This Council notes …' Seconded by B. CARRIED"
    for start, end in _parts(text):
        sentence = text[start:end].rstrip()
        span = Span(start=at + start, end=at + start + len(sentence))
        if MOVED_WORDS.match(sentence):
            continue
        if (casting := CASTING.search(sentence)) and (floor.amendment or floor.motion):
            yield from cast(item, casting, span, floor)
        elif verdict := VERDICT.search(sentence) or (
            ALONE.match(sentence) or ITS.search(sentence) if floor.motion or floor.amendment else None
        ):
            yield from decided(item, blocks, n, sentence, span, verdict, floor, scene)
        elif STATES.search(sentence) and len(sentence) < 1200 and not LINE.match(text):
            if AMENDMENT.search(MOVES_THAT.split(sentence, maxsplit=1)[0]) or _is_under_amendment(blocks, n, scene):
                floor.amendments.append(span)
            else:
                floor.words = quoted_above(scene, blocks, n) if BEHIND.match(sentence) else []
                floor.motion, floor.altered, floor.told = span, False, False
                floor.inline = bool(INLINE_MOTION.search(sentence)) and not PROCEDURE.search(sentence)


def _is_under_amendment(blocks: list[tuple[int, Block]], n: int, scene: Scene) -> bool:
    """ "AMENDMENT" / "Moved by A" / "Seconded by B that …": is it what the heading calls it?"""
    above = [scene.text(block.words) for _, block in blocks[max(0, n - 2) : n]]
    return any(AMENDMENT_HEAD.match(text) for text in above)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, and their parts that each tell of a vote: "the amendment was LOST and the motion CARRIED"."""
    for start, end in sentences(text):
        cuts = [m.end() for m in PARTS.finditer(text, start, end)]
        yield from zip([start, *cuts], [*cuts, end], strict=True)
