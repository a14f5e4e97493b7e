"""What passes between bodies where an item gathers many matters: "Minutes and recommendations of committees"."""

from __future__ import annotations

import re

from civicgraph.extract.names.bare import named_bodies
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Quoted, Span
from civicgraph.values.dates import find_dates
from civicgraph.values.text import fold, squash

# A title that names no matter of its own.
GATHERED = re.compile(
    r"^(?:(?:to\s+receive\s+)?(?:the\s+)?(?:minutes|reports|recommendations|referrals|proceedings)"
    r"(?:\s*(?:,|and|&)\s*(?:minutes|reports|recommendations|referrals))*\s+(?:of|from)\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:committees|boards|panels|bodies)(?:\s+and\s+[\w -]{3,40})?"
    r"|committee\s+(?:minutes|reports|recommendations)(?:\s+and\s+(?:minutes|reports|recommendations))?)\W*$",
    re.I,
)
# "(That the) Parking Strategy (be referred back to …)"
PASSIVE = re.compile(
    r"^\W*(?:that\s+)?the\s+(?P<what>[^.,;:]{4,90}?)\s+be\s+\w+",
    re.I,
)
# "had commended to the Council a (Parking Strategy for High Street)"
OBJECT = re.compile(
    r"\b(?:recommended|commended|referred|submitted|remitted)\s+(?:to\s+[^.;]{2,70}?\s)(?:an?|the)\s+(?P<what>[A-Z][^.,;:]{3,90}?)(?=[.,;:]|$)"
)
# Over a matter that the council takes from another body's minutes: "(1) Joint Plan (Minute 119)", "Minute 45 - Budget"
MINUTED = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)]{1,2}\s*)?(?:(?P<what>[A-Z][^\n]{4,200}?)\s*[(\[-]\s*(?:Minutes?|Min|M)\b\.?\s*(?:No|Ref)?s?\b[.:]?\s*"
    r"[A-Z]{0,4}[/.]?\d[\w/.-]{0,11}[)\]]?|Minute\s+(?:No\.?\s+)?\d[\w/.]{0,8}\s*[-:]\s*(?P<what2>[A-Z][^\n]{4,200}?))\W{0,3}"
)


def minuted(scene: Scene, item: Item, before: int) -> Quoted | None:
    """The title, of those with a number of another body's minutes, that stands last above an offset in an item."""
    lines = [block.span for _, block in scene.blocks(item) if item.title.span.end <= block.span.start < before]
    found = (group for span in reversed(lines) if (group := _group(MINUTED.fullmatch(scene.text(span)), span.start)))
    return next(found, None)


def own_matter(scene: Scene, item: Item, clause: Span) -> Quoted | None:
    """What a clause passes on, by its own words, in an item that gathers matters; None in any other item."""
    if not GATHERED.match(fold(item.title.text)):
        return None
    return _group(PASSIVE.match(scene.text(clause)), clause.start) or matter_of(scene, item, clause)


def matter_of(scene: Scene, item: Item, span: Span) -> Quoted | None:
    """What a gathered matter is called: the thing that the sentence names, else the line above it that names a body."""
    if titled := minuted(scene, item, span.start):
        return titled
    if not GATHERED.match(fold(item.title.text)):
        return None
    above: Quoted | None = None
    for _, block in scene.blocks(item):
        if block.words.start > span.start:
            break
        text = scene.text(block.words)
        if block.words.end >= span.end:
            told = OBJECT.search(text, max(0, span.start - block.words.start - 80))
            return _group(told, block.words.start) or above
        first = next(iter(named_bodies(text, block.words.start)), None)
        if first is not None and len(text) < 120 and (find_dates(text) or len(first.name) > 0.6 * len(text)):
            above = Quoted(text=squash(text), span=block.words)
    return above


def _group(found: re.Match[str] | None, offset: int) -> Quoted | None:
    if found is None:
        return None
    name = found.lastgroup or "what"
    start, end = found.span(name)
    return Quoted(text=squash(found.group(name)), span=Span(start=offset + start, end=offset + end))
