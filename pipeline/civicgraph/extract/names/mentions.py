"""Names of things all over a document: bodies, posts, organisations, programmes, and their acronyms wherever used."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.council import without_lead
from civicgraph.extract.names.acronyms import Defined, find_acronyms, initials_of
from civicgraph.extract.names.bodies import decides_alone, find_bodies
from civicgraph.extract.names.letters import TIER, find_letters, is_local, may_be_own
from civicgraph.extract.names.organisations import find_organisations
from civicgraph.extract.names.posts import find_posts
from civicgraph.extract.names.programmes import find_programmes
from civicgraph.model import Document, Mention, Span
from civicgraph.values.gazetteer import council_of, known_acronyms
from civicgraph.values.text import squash

PRIORITY = {"body": 0, "post": 1, "organisation": 2, "programme": 3}
# What may stand inside or beside a post: "Chair of the Board", "Chief Executive of Barnardo's".
BESIDE_POST = frozenset(("body", "organisation"))
JOINED = re.compile(r",\s+|\s+(?:and|&)\s+")
BEHIND = re.compile(r"\s?\(\s?[\"']?([A-Z][A-Za-z&]{1,8}[A-Z])[\"']?\s?\)")
OWN_KIND = re.compile(
    r"(?:the )?(?:(?:Annual|Full|City|County|Borough|District|Metropolitan|Town|Parish|Community)(?: and | ))+Council",
    re.I,
)
# "Weir CC" of Weir Community Council
LOCAL_LETTERS = re.compile(r"\b(?P<kind>[CPT])C$")
IN_FULL = {"C": "Community Council", "P": "Parish Council", "T": "Town Council"}
SCRUTINY = re.compile(r"Scrutiny (?:Board|Panel|Committee|Commission|Group|Forum)", re.I)


def find_mentions(document: Document, folded: str, own: str) -> list[Mention]:
    """All names, in the order of the text; where two overlap the longer stands, then the kind of PRIORITY.

    `own` is the document's own council, which is no outside organisation.
    """
    found: list[Mention] = []
    local = is_local(own, folded)
    letters = sorted(find_letters(folded, own, local=local), key=lambda m: m.span)
    starts = [m.span.start for m in letters]
    for span in _stretches(document):
        inside = letters[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found += _in_stretch(folded[span.start : span.end], span.start, inside)
    found = [m for m in found if not _is_own(m, own, local=local) and not _passing(m, folded)]
    found = _split_joined(_without_short_forms(_without_acronyms(found), own), folded)
    found += _uses(found, folded)
    return sorted(found, key=lambda m: (m.span, m.kind, m.name))


def _stretches(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.kind == "rule":
            continue
        yield from block.cells if block.kind == "row" else (block.span,)


def _in_stretch(text: str, offset: int, letters: list[Mention]) -> list[Mention]:
    """Names of one stretch of text that starts at `offset`; `letters` are those in it that are found by letters."""
    if not any(c.isupper() for c in text):
        return []
    every = [
        *find_bodies(text, offset),
        *find_posts(text, offset),
        *find_organisations(text, offset),
        *find_programmes(text, offset),
        *letters,
    ]
    kept: list[Mention] = []
    for m in sorted(every, key=lambda m: (m.span.start - m.span.end, PRIORITY[m.kind], m.span.start)):
        if not any(o.span.overlaps(m.span) and not _side_by_side(o, m) for o in kept):
            kept.append(m)
    defined = list(find_acronyms(text)) if "(" in text else []
    return [_with_acronym(m, text, offset, defined) for m in kept]


def _side_by_side(a: Mention, b: Mention) -> bool:
    return "post" in (a.kind, b.kind) and bool({a.kind, b.kind} & BESIDE_POST)


def _with_acronym(mention: Mention, text: str, offset: int, defined: list[Defined]) -> Mention:
    """Does an acronym stand right behind: "Department for Education (DfE)"?

    The letters of a name found already may come in another order, as slips do: "Minerals and Waste Plan (WMP)".
    """
    if mention.acronym or mention.kind == "post":
        return mention
    for one in defined:
        if abs(offset + one.end - mention.span.end) <= 1 and offset + one.start >= mention.span.start - 1:
            return replace(mention, acronym=one.short)
    behind = BEHIND.match(text, mention.span.end - offset)
    if behind and sorted(behind.group(1).upper()) == sorted(initials_of(mention.name)):
        return replace(mention, acronym=behind.group(1))
    return mention


def _is_own(mention: Mention, own: str, *, local: bool) -> bool:
    """Is it the document's own council taken for an outside one, or another council taken for the own full meeting?"""
    if mention.rule == "body-council":
        kind = mention.name.split()[-2:-1]
        return bool(own and kind and kind[0].lower() != "full" and kind[0].lower() not in own.lower())
    if mention.kind != "organisation":
        return False
    a, b = council_of(mention.name), council_of(own) if own else None
    named = (
        _plain(mention.name),
        _plain(without_lead(mention.name)),
        _plain(LOCAL_LETTERS.sub(_in_full, mention.name)),
    )
    same = _plain(own) in named or (a is not None and a == b)
    # "Fell, Weir and Dale Parish Council", "Full Weir Town Council"; "Dale PC" of Weir and Dale Parish Council
    more = [(named[0], _plain(own))] if own else []
    more += [(_plain(own), named[2])] if named[2] != named[0] else []
    same = same or any(re.search(rf"(?:,| and|^full|^annual) {re.escape(part)}$", whole) for whole, part in more)
    if mention.name.isupper() and " " not in mention.name and mention.rule != "organisation-listed":
        same = same or may_be_own(mention.name, own, local=local)
    if mention.rule == "organisation-tier":
        return same
    if mention.rule == "organisation-council" and not (own or local):
        return True  # whose the document is it does not say: rather the one that it names
    return same or OWN_KIND.fullmatch(mention.name) is not None


def _in_full(letters: re.Match[str]) -> str:
    return IN_FULL[letters["kind"]]


def _plain(name: str) -> str:
    return squash(name).casefold().replace(" & ", " and ").replace("mayoral ", "").removeprefix("the ")


def _passing(mention: Mention, folded: str) -> bool:
    """A cabinet member who is not named as deciding alone is a post, not a body."""
    return mention.rule == "body-member" and not decides_alone(folded, mention.span.start, mention.span.end)


def _without_acronyms(found: list[Mention]) -> list[Mention]:
    """Without acronyms ("DfE") of names that the document gives in full: `_uses` makes them mentions of those."""
    names = {_plain(m.name): n for n, m in enumerate(found) if m.kind == "organisation"}
    letters = {initials_of(m.name).upper(): n for n, m in reversed(list(enumerate(found))) if m.kind == "organisation"}
    out = list(found)
    for short in sorted({m.name for m in found if m.kind == "organisation" and " " not in m.name}):
        n = names.get(_plain(known_acronyms()[short])) if short in known_acronyms() else letters.get(short)
        if n is not None and not out[n].acronym and out[n].name != short:
            out[n] = replace(out[n], acronym=short)
    defined = {m.acronym for m in out if m.acronym}
    named = {m.name for m in found if m.kind in ("programme", "body")}
    return [m for m in out if m.name not in defined and not (m.rule.startswith("dealing") and m.name in named)]


def _without_short_forms(found: list[Mention], own: str) -> list[Mention]:
    """Without "Scrutiny Board", where the document also names one in full: "Housing Scrutiny Board".

    So too "the District Council" beside "Weir District Council", and "Safety Board" beside "Weir Safety Board", where
    Weir is the council's own place.
    """
    full = {_plain(m.name) for m in found if m.kind in ("body", "organisation")}
    place = "|".join(re.escape(word) for word in _plain(own).split())
    before = rf"(?:(?:{place}) )+" if place else r"(?!)"

    def is_short(m: Mention) -> bool:
        name = re.escape(_plain(m.name))
        if m.kind == "organisation":
            return TIER.fullmatch(m.name) is not None and any(re.search(rf"\w {name}$", one) for one in full)
        if m.kind != "body" or m.rule != "body-head":
            return False
        if SCRUTINY.fullmatch(m.name) and any(re.search(rf"(?<!and) {name}\b", one) for one in full):
            return True
        return any(re.fullmatch(before + name, one) for one in full)

    return [m for m in found if not is_short(m)]


def _split_joined(found: list[Mention], folded: str) -> list[Mention]:
    """ "MST and KEEP programmes" are two, where each is known by itself."""
    known = {m.acronym for m in found if m.acronym}
    known |= {m.name for m in found if m.kind == "programme" and not JOINED.search(m.name)}
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
                span = Span(start=start, end=start + len(part))
                out.append(replace(m, name=part, span=span, rule="programme-joined"))
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
    taken = sorted(m.span for m in found if m.kind in ("programme", "organisation", "body"))
    shorts = "|".join(sorted(map(re.escape, defined), key=lambda a: (-len(a), a)))
    out = []
    for use in re.finditer(rf"(?<![\w/-])(?:{shorts})(?![\w-])", folded):
        span = Span(start=use.start(), end=use.end())
        if not any(s.overlaps(span) for s in _near(taken, span)):
            what = defined[use.group()]
            out.append(Mention(kind=what.kind, name=use.group(), span=span, rule="acronym-use", detail=what.detail))
    return out


def _near(spans: list[Span], span: Span) -> list[Span]:
    """Spans that may overlap: names are no longer than a few hundred characters."""
    low = bisect_left(spans, Span(start=max(0, span.start - 400), end=0))
    return spans[low : bisect_right(spans, Span(start=span.end, end=span.end))]
