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
# What a clause passes on, where nothing stands over it: "that, subject to clause 2, the (Parking Strategy) be
# (recommended to …)", "to recommend to Council to adopt the revised (Parking Strategy) (with effect from …)"
PASSED = re.compile(
    r"(?:\bthat|,|:)\s+(?:the|a|an)\s+(?P<what>[^.,;:]{4,90}?)\s+be\s+(?:\w+\s+){0,2}"
    r"(?:recommended|commended|referred|submitted|remitted|forwarded|presented|reported|returned|passed)\b"
    r"|\b(?:recommend|adopt|approve|endorse|agree)\s+(?:the|an?)\s+(?:(?:proposed|revised|draft|new|amended|updated)\s+)*"
    r"(?P<what2>[A-Z][^.,;:]{3,90}?)(?=\s+(?:with|as|for|subject|attached|set|be|to)\b|[.,;:]|$)"
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
# Over a matter that the council takes from another body's minutes: "(1) Joint Plan (Minute 119)", "Minute 45 - Budget",
# "Minute 5 Catering Contract (page 172)"
MINUTED = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)]{1,2}\s*)?(?:(?P<what>[A-Z][^\n]{4,200}?)\s*[(\[-]\s*(?:Minutes?|Min|M)\b\.?\s*(?:No|Ref)?s?\b[.:]?\s*"
    r"[A-Z]{0,4}[/.]?\d[\w/.-]{0,11}[)\]]?|Minute\s+(?:No\.?\s+)?\d[\w/.]{0,8}(?:\s*[-:]\s*(?P<what2>[A-Z][^\n]{4,200}?)"
    r"|\s+(?P<what3>[A-Z][^\n.;]{4,120}?)(?:\s*\((?:pages?|pp?\.|item)\s[^()\n]{1,12}\))?))\W{0,3}"
)


def minuted(scene: Scene, item: Item, before: int) -> Quoted | None:
    """The title, of those with a number of another body's minutes, that stands last above an offset in an item."""
    lines = [block.span for _, block in scene.blocks(item) if item.title.span.end <= block.span.start < before]
    return next((titled for span in reversed(lines) if (titled := minute_titled(scene, span))), None)


def minute_titled(scene: Scene, line: Span) -> Quoted | None:
    """The title that a line has beside a number of another body's minutes."""
    return _group(MINUTED.fullmatch(scene.text(line).strip()), line.start)


def own_matter(scene: Scene, item: Item, clause: Span) -> Quoted | None:
    """What a clause passes on, by its own words, in an item that gathers matters; None in any other item."""
    if not GATHERED.match(fold(item.title.text)):
        return None
    return _group(PASSIVE.match(scene.text(clause)), clause.start) or matter_of(scene, item, clause)


def named_by(scene: Scene, clause: Span) -> Quoted | None:
    """What a clause that passes a thing on calls it."""
    return _group(PASSED.search(scene.text(clause)), clause.start)


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
