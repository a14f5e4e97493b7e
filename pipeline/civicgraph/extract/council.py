"""Whose document it is."""

from __future__ import annotations

import re
from collections import Counter

from civicgraph.model import Document, Mention, Part, Span
from civicgraph.values.addresses import council_at
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import squash

NAME = re.compile(
    r"\b(?:[A-Z][\w'-]+|and|of|&|upon|under|the)"
    r"(?:\s+(?:[A-Z][\w'-]+|and|of|&|upon|under|with|the|in)){0,6}\s+(?:Council|COUNCIL|Combined\s+Authority)\b"
)
# Parishes, towns and communities are in no list: the head of the document names them.
KINDS = "County|City|Borough|District|Town|Parish|Community"
AUTHORITIES = "Fire and Rescue|Fire & Rescue|Fire|National Park|Waste|Waste Disposal|Transport"
UNLISTED = re.compile(
    r"\b(?P<name>(?!(?:The|Of|Draft|Minutes|Agenda|Meeting|Full|Annual|Budget|Extraordinary|Representing|Combined)\b)"
    r"(?!(?:THE|OF|MINUTES|AGENDA)\b)"
    r"[A-Z][\w'-]*(?:[ -](?:[A-Z][\w'-]*|and|of|the|in|upon|on|with|by|&|cum|le)){0,5}"
    rf"(?<! the) (?:(?:{KINDS}|{KINDS.upper()}) (?:Council|COUNCIL)"
    rf"|(?:{AUTHORITIES}|{AUTHORITIES.upper()}) (?:Authority|AUTHORITY)))\b"
)
# What runs into a council's name from the left: "Proceedings of Barset Town Council", "County Council Barset …".
BEFORE_NAME = re.compile(
    r"^(?:(?i:cyngor)\s+(?i:cymuned|cymdeithas|tref|sir|bwrdeistref|plwyf)\s+)?(?:.*\b(?:Council|Committee|Board|District|Meeting|Proceedings|Minutes|Agenda|COUNCIL|COMMITTEE|BOARD|DISTRICT|MEETING"
    r"|PROCEEDINGS|MINUTES|AGENDA|Mayor|Members|Clerk|Chairman)\s+(?=\S+\s)(?:(?:of|OF)\s+)?(?:(?:the|THE)\s+)?)?(?:(?:[A-Z]{2,4}\s+){1,3}(?=[A-Z][a-z]))?"
)
HEAD = 2000  # characters in which a document says whose it is
OFTEN = 3  # a council named once or twice may be a neighbour
DOMAIN = re.compile(r"(?:@|\bwww\.|//)((?:[\w-]+\.){0,3}?[\w-]+\.(?:gov\.uk|moderngov\.co\.uk))")
# "Councillor K Moss (Ashby District Council)", "a payment from Ashby Town Council": those of others.
ANOTHER = re.compile(r"(?:\(|\b(?:from|to|by|with|representing|and|(?:formerly|late)\s+of)\s+)(?:the\s+)?$")
SMALL = re.compile(r"\b(?:And|Of|The|In|On|With|Upon|By)\b")


def find_council(document: Document, folded: str, parts: tuple[Part, ...]) -> Mention | None:
    """The council whose document it is, None where it does not say.

    What says it, in this order: a header; the addresses of its officers and pages; the head of the document, for
    councils that no list has; the council that it names often, and at least twice as often as any other.
    """
    for part in parts:
        if part.council is not None:
            return _mention(part.council.text, part.council.span, "council-header")
    for found in DOMAIN.finditer(folded):
        council = council_at(found.group(1))
        if council:
            return _mention(council.name, Span(start=found.start(), end=found.end()), "council-address")
    # What a system exports has no head in which the council would name itself.
    heads = UNLISTED.finditer(folded[:HEAD]) if document.kind is None else iter(())
    unlisted = next((one for one in heads if not ANOTHER.search(folded[max(0, one.start() - 24) : one.start()])), None)
    if unlisted and (name := _listed_in(without_lead(unlisted.group("name"))))[0].isupper():
        span = Span(start=unlisted.end("name") - len(name), end=unlisted.end("name"))
        return _mention(_cased(name), span, "council-head")
    return _most_named(folded)


def _listed_in(name: str) -> str:
    """The listed council that a name ends in, behind another's: "Barset Water and Barchester City Council"."""
    ends = (name[found.end() :] for found in re.finditer(r"\sand\s+", name))
    return name if council_of(name) else next((end for end in ends if council_of(end)), name)


def without_lead(name: str) -> str:
    """A council's name without what ran into it: scraps of a crest ("ITY NTY"), words of a heading."""
    return BEFORE_NAME.sub("", name)


def _most_named(folded: str) -> Mention | None:
    names: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for found in NAME.finditer(folded):
        words = found.group().split()
        known = next((c for i in range(len(words) - 1) if (c := council_of(" ".join(words[i:])))), None)
        if known is not None:
            names[known.name] += 1
            first.setdefault(known.name, Span(start=found.start(), end=found.end()))
    ranked = names.most_common(2)
    if not ranked or ranked[0][1] < OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return _mention(ranked[0][0], first[ranked[0][0]], "council-named")


def _cased(name: str) -> str:
    """ "MILBURN PARISH COUNCIL" → "Milburn Parish Council"; other names as they are printed."""
    return SMALL.sub(lambda m: m.group().lower(), name.title()) if name.isupper() else name


def _mention(name: str, span: Span, rule: str) -> Mention:
    known = council_of(name)
    return Mention(kind="council", name=known.name if known else squash(name), span=span, rule=rule)
