"""Names of things all over a document: bodies, posts, organisations, programmes, and their acronyms wherever used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.acronyms import find_acronyms
from civicgraph.extract.bodies import find_bodies
from civicgraph.extract.nlp import find_known
from civicgraph.extract.organisations import find_organisations
from civicgraph.extract.posts import find_posts
from civicgraph.extract.programmes import find_programmes
from civicgraph.model import Document, Mention, Span
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import squash

PRIORITY = {"body": 0, "post": 1, "organisation": 2, "programme": 3}
JOINED = re.compile(r",\s+|\s+(?:and|&)\s+")


def find_mentions(document: Document, folded: str, own: str) -> list[Mention]:
    """All names, in the order of the text; where two overlap the longer stands, then the kind of PRIORITY.

    `own` is the document's own council, which is no outside organisation.
    """
    found: list[Mention] = []
    for span in _stretches(document):
        found += _in_stretch(folded[span.start : span.end], span.start)
    found = [m for m in found if not (m.kind == "organisation" and _is_own(m.name, own))]
    found = _split_joined(found, folded)
    found += _uses(found, folded)
    return sorted(found, key=lambda m: (m.span, m.kind, m.name))


def _stretches(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.kind == "rule":
            continue
        yield from block.cells if block.kind == "row" else (block.span,)


def _in_stretch(text: str, offset: int) -> list[Mention]:
    if not any(c.isupper() for c in text):
        return []
    every = [
        *find_bodies(text, offset), *find_posts(text, offset), *find_known(text, offset),
        *find_organisations(text, offset), *find_programmes(text, offset),
    ]  # fmt: skip
    kept: list[Mention] = []
    for m in sorted(every, key=lambda m: (m.span.start - m.span.end, PRIORITY[m.kind], m.span.start)):
        clash = [o for o in kept if o.span.overlaps(m.span)]
        # A post and the body that it belongs to stand side by side: "Cabinet Member for X", "Chair of the Board".
        if any(not ({o.kind, m.kind} == {"body", "post"}) for o in clash) or any(o.kind == m.kind for o in clash):
            continue
        kept.append(m)
    return [_with_acronym(m, text, offset) for m in kept]


def _with_acronym(mention: Mention, text: str, offset: int) -> Mention:
    """Does an acronym stand right behind: "Department for Education (DfE)"?"""
    if mention.acronym:
        return mention
    for defined in find_acronyms(text):
        end = offset + defined.end
        if abs(end - mention.span.end) <= 1 and offset + defined.start >= mention.span.start - 1:
            return replace(mention, acronym=defined.short)
    return mention


def _is_own(name: str, own: str) -> bool:
    if not own:
        return False
    a, b = council_of(name), council_of(own)
    return squash(name).casefold() == squash(own).casefold() or (a is not None and a == b) or re.fullmatch(r"(?:the )?(?:City|County|Borough|District|Town|Parish|Community) Council", name, re.I) is not None


def _split_joined(found: list[Mention], folded: str) -> list[Mention]:
    """ "MST and KEEP programmes" are two, where each is known by itself."""
    known = {m.acronym for m in found if m.acronym} | {m.name for m in found if m.kind == "programme" and not JOINED.search(m.name)}
    out: list[Mention] = []
    for m in found:
        parts = JOINED.split(m.name) if m.kind == "programme" else [m.name]
        if len(parts) < 2 or not all(p in known or p.isupper() for p in parts[:-1]):
            out.append(m)
            continue
        at = m.span.start
        for part in parts:
            start = folded.find(part, at, m.span.end)
            if start >= 0:
                out.append(replace(m, name=part, span=Span(start=start, end=start + len(part)), rule="programme-joined"))
                at = start + len(part)
    return out


def _uses(found: list[Mention], folded: str) -> list[Mention]:
    """Acronyms of this document wherever they stand alone, as mentions of what they stand for."""
    defined: dict[str, Mention] = {}
    for m in found:
        if m.acronym and m.kind in ("programme", "organisation", "body"):
            defined.setdefault(m.acronym, m)
    if not defined:
        return []
    taken = [m.span for m in found if m.kind in ("programme", "organisation", "body")]
    starts = sorted(taken)
    pattern = re.compile(r"(?<![\w/-])(?:" + "|".join(sorted(map(re.escape, defined), key=lambda a: (-len(a), a))) + r")(?![\w-])")
    out = []
    for use in pattern.finditer(folded):
        span = Span(start=use.start(), end=use.end())
        if any(s.overlaps(span) for s in _near(starts, span)):
            continue
        what = defined[use.group()]
        out.append(Mention(kind=what.kind, name=use.group(), span=span, rule="acronym-use", detail=what.detail))
    return out


def _near(spans: list[Span], span: Span) -> list[Span]:
    """Spans that may overlap: names are no longer than a few hundred characters."""
    from bisect import bisect_left, bisect_right

    low = bisect_left(spans, Span(start=max(0, span.start - 400), end=0))
    return spans[low : bisect_right(spans, Span(start=span.end, end=span.end))]
