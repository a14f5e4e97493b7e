"""Which body "the Committee" or "it" is: the last one that an item has named under that head, and never its own."""

from __future__ import annotations

import re

from civicgraph.extract.names.bare import is_same, named_bodies
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Mention, Span

BARE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?P<head>Sub-?\s?Committee|[Cc]ommittee|Board|Panel|Forum|Commission|Group|Working\s+(?:Group|Party))\b"
    r"(?!\s+(?:[A-Z]|for\s+[A-Z]|of\s+(?:the\s+)?[A-Z]))"
)
IT = re.compile(r"\b[Ii]t\b")


def known_before(scene: Scene, item: Item, offset: int) -> list[Mention]:
    """The bodies that an item names before an offset, its title first."""
    known = named_bodies(scene.text(item.title.span), item.title.span.start)
    for _, block in scene.blocks(item):
        if block.words.start >= offset:
            break
        end = min(block.words.end, offset)
        known += named_bodies(scene.text(Span(start=block.words.start, end=end)), block.words.start)
    return known


def bare_at(text: str, at: int, offset: int, known: list[Mention], own: Mention) -> Mention | None:
    """The body that "the Committee" right there stands for.

    >>> # under "Allotments Committee", in a council's minutes: "the Committee had asked …" → Allotments Committee
    """
    found = BARE.match(text, at)
    return _meant(found, offset, known, own) if found else None


def bare_before(text: str, end: int, offset: int, known: list[Mention], own: Mention) -> list[tuple[Mention, int]]:
    """What the bare heads and the "it" of a text up to `end` stand for, with where they end; the last one first.

    "it" is a body only where one other than `own` was the last that the same text named.
    """
    out: list[tuple[Mention, int]] = []
    for found in BARE.finditer(text, 0, end):
        if body := _meant(found, offset, known, own):
            out.append((body, found.end()))
    named = [(m, m.span.end - offset) for m in named_bodies(text[:end], offset)]
    for it in IT.finditer(text, 0, end):
        before = [pair for pair in (*out, *named) if pair[1] <= it.start()]
        last = max(before, key=lambda pair: pair[1], default=None)
        if last is not None and not is_same(last[0], own):
            out.append((_at(last[0], Span(start=offset + it.start(), end=offset + it.end())), it.end()))
    return sorted(out, key=lambda pair: -pair[1])


def in_full(body: Mention, known: list[Mention]) -> Mention:
    """A body by the longer name that the same item gave it before: "Scrutiny Board" → "Roads Scrutiny Board"."""
    longer = [m for m in known if m.span.end <= body.span.start and m.name.endswith(f" {body.name}")]
    return _at(longer[-1], body.span) if longer else body


def _meant(found: re.Match[str], offset: int, known: list[Mention], own: Mention) -> Mention | None:
    head = _plain(found.group("head"))
    if _plain(own.name).endswith(head):
        return None  # the body that met speaks of itself
    here = offset + found.start()
    same = [m for m in known if m.span.end <= here and _plain(m.name).endswith(head) and not is_same(m, own)]
    if not same:
        return None
    return _at(same[-1], Span(start=offset + found.start("head"), end=offset + found.end()))


def _at(body: Mention, span: Span) -> Mention:
    return Mention(kind="body", name=body.name, span=span, rule="body-anaphor", detail=body.detail)


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "", name).lower()
