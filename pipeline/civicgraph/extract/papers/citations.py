"""What a text cites: Acts and Regulations with their provisions, minutes of meetings, the council's own decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from civicgraph.extract.papers.cited import place_of
from civicgraph.model import Citation, Span
from civicgraph.values.dates import MONTHS
from civicgraph.values.gazetteer import act_of, act_without_year
from civicgraph.values.provisions import PROVISION_NUMBER, PROVISION_WORDS
from civicgraph.values.text import squash

_SMALL = r"and|of|the|in|for|to|on|with|etc\.?|&|under|from|by"
_BRACKET = r"\((?:No\.?\s?\d{1,3}|[A-Z][\w'&,\s-]{1,100})\)"
_WORD = r"[A-Z][\w'&-]*+"
_KINDS = ("Act", "Regulations", "Order", "Rules", "Measure", "Directive", "Bill")
_KIND = rf"(?:{'|'.join(_KINDS)})"
# "Local Government Act (Northern Ireland) 1972" is another Act than the one of England and Wales.
_NATION = r"(?:\s+(?P<nation>\(?(?:Northern Ireland|N\.?I\.?|Scotland|Wales|England)\)?))?"
LEGISLATION = re.compile(
    rf"\b(?P<title>{_WORD},?(?:\s+(?:{_WORD}|{_BRACKET}|{_SMALL}),?){{0,16}}?\s+{_KIND}){_NATION},?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b"
)
YEAR_FIRST = re.compile(
    rf"\b(?P<year>(?:19|20)\d\d)\s+(?P<title>{_WORD}(?:\s+(?:{_WORD}|and|of)){{0,8}}?\s+Act)\b(?!\s+(?:19|20)\d\d)"
)
NO_YEAR = re.compile(
    rf"\b(?P<title>{_WORD}(?:,?\s+(?:{_WORD}|\([A-Z][A-Za-z ]{{2,40}}\)|and|of)){{0,8}}?\s+Act)\b"
    r"(?!,?\s+(?:of\s+)?(?:19|20)\d\d|\s+\(|\s+[A-Z])"
)
LEAD = re.compile(
    r"^(?:(?:The|Under|Section|Schedule|Part|In|By|As|This|That|Since|Although|While|Unlike|Like|With|For|Following|Where|When|If|Per|Both|From|Given)\s+)+"
)
PROVISION_BEFORE = re.compile(
    r"(?P<provision>(?:(?:sub)?sections?|s\.|ss\.|schedules?|sch\.|part|paragraphs?|paras?\.?|regulations?|reg\.|articles?|chapter)"
    r"\s*\d[\w()./,& -]{0,40}?(?:\s*(?:,|and|of|to)\s+(?:(?:section|schedule|part|paragraph)s?\s+)?\d[\w()./]*){0,4})"
    r"\s*,?\s*(?:of|to|in|under)\s+(?:the\s+)?$",
    re.I,
)
# "the Local Government Act 1972, Section 137"; not "the Act, section 4 of this report"
PROVISION_AFTER = re.compile(
    rf"\s?[,(]?\s?(?P<provision>(?:{PROVISION_WORDS['section']}|{PROVISION_WORDS['schedule']})\s?{PROVISION_NUMBER}"
    rf"(?:,?\s(?:{PROVISION_WORDS['paragraph']})\s\d{{1,3}}(?:\s(?:to|and)\s\d{{1,3}})?)?)(?![\w(])(?!\s+(?:of|to|in|above|below|and)\b)",
    re.I,
)
# "Minutes 5 - 10" in an agenda gives pages: the plural needs a word before it that leads to a reference.
MINUTE = re.compile(
    r"(?:\b[Mm]inute\s{1,2}(?:[Ii]tem\s)?|\b[Mm]inutes\s(?=[Nn])|(?<=\b(?:to|of|in|by)\s)[Mm]inutes\s|(?<=\b(?:see|and|the)\s)[Mm]inutes\s"
    r"|(?<=\b(?:from|with)\s)[Mm]inutes\s|(?<=\bunder\s)[Mm]inutes\s|(?<=\()[Mm]inutes\s)"
    r"(?:(?:[Nn]os?\.?|[Nn]umbers?|[Rr]ef(?:erence)?s?\.?)\s*)?(?P<first>(?:[A-Z]{1,4}(?:[./-]?|\s(?=\d{1,4}/)))?(?=[1-9])\d{1,5}[a-z]?(?:[/.]\d{1,4})?(?:\((?:[a-z0-9]{1,2}|[ivx]{1,4})\))?)(?P<more>(?:\s*(?:,|and|&|to|-)\s*\d{1,4}(?:/\d{2,4})?(?![\d:.]))*)"
    rf"(?=[\s.,;:)\"'-]|$)(?!\s*(?:walk|drive|silence|video|presentation|slot|bus|journey|late|past|before|after|per|a|each|{MONTHS})\b)"
)
# "paragraph 9 of the Minute of 3 June", "(min. 103)", "Min 124/16: Trees" at the start of a line
MINUTE_OTHERWISE = re.compile(
    r"\b(?:paragraph|item|article|para\.?)\s+(?P<of>[1-9]\d{0,2}(?:\.\d{1,2})?)\s+of\s+(?:the|its|their)\s+(?:\w+\s+){0,2}?[Mm]inutes?\s+of\b"
    r"|(?:\((?:see\s+|ref\.?\s+)?|^)[Mm]ins?(?:\.\s?|\s)(?:[Nn]o\.?\s?|[Rr]ef\.?:?\s?)?"
    r"(?P<short>[1-9]\d{0,3}[a-z]?(?:/\d{1,4}(?:[ivx]{1,4}|[a-z])?)?)(?=\)|\s?:\s)",
    re.M,
)
NUMBER = re.compile(r"\d{1,4}(?:/\d{2,4})?")
# A number that the text calls a decision ("Decision CAB/18/77"), or one of a decision register ("24/00093").
_DECISION_NUMBER = r"(?:[A-Z]{1,6}[/-]?)?\d{1,5}(?:[/-]\d{1,5}){1,2}"
DECISION = re.compile(
    rf"\b[Dd]ecision\s+(?:(?:[Nn]o|[Nn]umber|[Rr]ef(?:erence)?)\.?\s*:?\s*)?(?P<said>{_DECISION_NUMBER})(?![\w/])(?!\s*(?:{MONTHS}))"
    r"|(?<![\w/.-])(?P<listed>\d{2}/\d{5})(?![\w/])"
)
APPLICATION = re.compile(
    r"\b(?:applications?|planning|apps?|appeals?|permission|premises|licence|proposal|ref)\b[^.]{0,60}$", re.I
)


def find_citations(text: str, offset: int = 0) -> Iterator[Citation]:
    """Citations in a folded text; a title is cut back to the Act that it names where reference data has it.

    `target` is "Children Act 1989", "14/17" or "24/00093", a minute's with the body and day beside it; an Act named
    without its year ("the Care Act") gets the year where only one Act has that title. `offset` is added to the spans.
    """
    for found in LEGISLATION.finditer(text) if any(kind in text for kind in _KINDS) else ():
        year = f"{found['nation']} {found['year']}" if found["nation"] else found["year"]
        title, act = _title(found.group("title"), year)
        if title:
            start = found.start() + len(found.group("title")) - len(title)
            yield _legislation(text, start, found.end(), f"{title} {year}", act, offset)
    for found in YEAR_FIRST.finditer(text) if "Act" in text else ():
        title, act = _title(found.group("title"), found.group("year"))
        if act:
            yield _legislation(text, found.start(), found.end(), f"{title} {found.group('year')}", act, offset)
    for found in NO_YEAR.finditer(text) if "Act" in text else ():
        if not re.search(r"(?:19|20)\d\d\s+$", text[max(0, found.start() - 6) : found.start()]):
            yield from _without_year(text, found, offset)
    for found in MINUTE.finditer(text) if "inute" in text else ():
        places = [(found.start("first"), found.end("first"))]
        more = found.start("more")
        places += [(more + m.start(), more + m.end()) for m in NUMBER.finditer(found.group("more"))]
        for start, end in places:
            yield _minute(text, start, end, found, offset)
    for found in MINUTE_OTHERWISE.finditer(text):
        start, end = found.span("of" if found.group("of") else "short")
        yield _minute(text, start, end, found, offset)
    for found in DECISION.finditer(text) if "/" in text or "ecision" in text else ():
        name = "said" if found.group("said") else "listed"
        start, end = found.span(name)
        if name == "said" or not APPLICATION.search(text[max(0, start - 80) : start]):
            yield _numbered("decision", text, start, end, offset)


def _without_year(text: str, found: re.Match[str], offset: int) -> Iterator[Citation]:
    """ "the Care Act": with the year of the one Act of that title; as printed where reference data has none."""
    title = LEAD.sub("", found.group("title"))
    start = found.end() - len(title)
    acts = act_without_year(squash(title))
    if len(acts) == 1:
        yield _legislation(text, start, found.end(), acts[0].title, acts[0].uri, offset)
    if acts:
        return  # "the Local Government Act": several, and the text does not say which
    if len(title.split()) > 2 and re.search(r"\b(?:the|under|of|The)\s+$", text[max(0, start - 8) : start]):
        yield _legislation(text, start, found.end(), title, "", offset)


def _legislation(text: str, start: int, end: int, target: str, iri: str, offset: int) -> Citation:
    provision = PROVISION_BEFORE.search(text[max(0, start - 120) : start]) or PROVISION_AFTER.match(text, end, end + 80)
    return Citation(
        kind="legislation",
        target=squash(target),
        span=Span(start=offset + start, end=offset + end),
        rule="citation-act",
        provision=squash(provision.group("provision")) if provision else "",
        iri=iri,
    )


def _minute(text: str, start: int, end: int, whole: re.Match[str], offset: int) -> Citation:
    """A minute's number, with the body and the day that the words beside the whole reference give it."""
    place = place_of(text, whole.start(), whole.end(), offset)
    cited = _numbered("minute", text, start, end, offset)
    return replace(cited, body=place.body, date=place.date, here=place.here, elsewhere=place.elsewhere)


def _numbered(kind: Literal["minute", "decision"], text: str, start: int, end: int, offset: int) -> Citation:
    span = Span(start=offset + start, end=offset + end)
    return Citation(kind=kind, target=text[start:end], span=span, rule=f"citation-{kind}")


def _title(words: str, year: str) -> tuple[str, str]:
    """(title as printed, id URI or ""): the longest tail that is a known Act, else what follows the last "of the"."""
    words = LEAD.sub("", words)
    parts = words.split(" ")
    for i in range(len(parts)):
        tail = " ".join(parts[i:])
        if tail[:1].isupper() and (act := act_of(f"{squash(tail)} {year}")):
            return tail, act.uri
    if under := re.search(r".*\bunder\s+(?:the\s+)?(?=[A-Z])", words, re.S):
        words = words[under.end() :]
    cut = re.search(
        r"(?:^|.*\b(?:under|of the|by the|with the|in the|and the|the|to the)\s+)(?P<tail>[A-Z(].*)$", words, re.S
    )
    tail = cut.group("tail") if cut else words
    tail = LEAD.sub("", tail)
    return (tail, "") if len(tail.split()) > 1 else ("", "")
