"""What a text cites: Acts and Regulations with their provisions, minutes of meetings, the council's own decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.model import Citation, Span
from civicgraph.values.gazetteer import act_of
from civicgraph.values.text import squash

TITLE = r"(?:[A-Z][\w'&-]*|\((?:[A-Z][\w'&-]*[\s,]*(?:(?:and|of|for|to|etc\.?|in|the|Access|on)\s+)*){1,10}(?:[A-Z][\w'&-]*)?\)|and|of|the|in|for|to|on|with|etc\.?|&)"
LEGISLATION = re.compile(
    rf"\b(?P<title>[A-Z][\w'&-]*,?(?:\s+{TITLE},?){{0,16}}?\s+(?:Act|Regulations|Order|Rules|Measure|Directive|Bill))(?:\s+\(?(?:Northern Ireland|Scotland|Wales|England)\)?)?,?\s+(?P<year>(?:19|20)\d{{2}})\b"
)
PROVISION_BEFORE = re.compile(
    r"(?P<provision>(?:(?:sub)?sections?|s\.|ss\.|schedules?|sch\.|part|paragraphs?|paras?\.?|regulations?|reg\.|articles?|chapter)\s*\d[\w()./,& -]{0,40}?(?:\s*(?:,|and|of|to)\s+(?:(?:section|schedule|part|paragraph)s?\s+)?\d[\w()./]*){0,4})\s*,?\s*(?:of|to|in|under)\s+(?:the\s+)?$",
    re.I,
)
MINUTE = re.compile(r"\b[Mm]inutes?\s+(?:(?:[Nn]o\.?s?|[Nn]umbers?|[Rr]ef(?:erence)?\.?)\s*)?(?P<first>[A-Z]{0,3}\d{1,4}(?:/\d{1,4})?(?:\([a-z0-9]\))?)(?P<more>(?:\s*(?:,|and|&|to|-)\s*\d{1,4}(?:/\d{2,4})?(?![\d:.]))*)(?=\s|[.,;:)\"']|$)(?!\s*(?:walk|drive|silence|video|presentation|slot|bus|journey|January|February|March|April|May|June|July|August|September|October|November|December))")
DECISION = re.compile(r"\b(?:[Dd]ecision(?:\s+(?:[Nn]o|[Nn]umber|[Rr]ef(?:erence)?)\.?:?)?\s+|(?<![\w/]))(?P<number>\d{2}/\d{5})\b")


def find_citations(text: str, offset: int = 0) -> Iterator[Citation]:
    """Citations in a folded text; a title is cut back to the Act that it names where reference data has it."""
    for found in LEGISLATION.finditer(text):
        title, act = _title(found.group("title"), found.group("year"))
        if not title:
            continue
        start = found.start() + len(found.group("title")) - len(title)
        before = PROVISION_BEFORE.search(text[max(0, start - 120) : start])
        yield Citation(
            kind="legislation",
            target=squash(f"{title} {found.group('year')}"),
            span=Span(start=offset + start, end=offset + found.end()),
            rule="citation-act",
            provision=squash(before.group("provision")) if before else "",
            iri=act,
        )
    for found in MINUTE.finditer(text):
        numbers = [(found.group("first"), found.start("first"), found.end("first"))]
        numbers += [(m.group(), found.start("more") + m.start(), found.start("more") + m.end()) for m in re.finditer(r"\d{1,4}(?:/\d{2,4})?", found.group("more"))]
        for number, start, end in numbers:
            yield Citation(kind="minute", target=number, span=Span(start=offset + start, end=offset + end), rule="citation-minute")
    for found in DECISION.finditer(text):
        yield Citation(
            kind="decision", target=found.group("number"), span=Span(start=offset + found.start("number"), end=offset + found.end("number")), rule="citation-decision"
        )


def _title(words: str, year: str) -> tuple[str, str]:
    """(title as printed, id URI or ""): the longest tail that is a known Act, else the tail from the last joining word."""
    parts = words.split(" ")
    for i in range(len(parts)):
        tail = " ".join(parts[i:])
        if tail[:1].isupper() and (act := act_of(f"{squash(tail)} {year}")):
            return tail, act.uri
    cut = re.search(r"(?:^|.*\b(?:under|of the|by the|with the|in the|and the|the|to the)\s+)(?P<tail>[A-Z(].*)$", words, re.S)
    tail = cut.group("tail") if cut else words
    tail = re.sub(r"^(?:The|Under|Section|Schedule|In|By|As)\s+", "", tail)
    return (tail, "") if len(tail.split()) > 1 else ("", "")
