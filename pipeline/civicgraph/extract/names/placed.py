"""Outside organisations told by a place in their name: "Weir Council", "NHS Weir and Dale", "Carers NI"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.names.dealings import run_end
from civicgraph.extract.names.everyday import is_everyday
from civicgraph.extract.names.heads import any_of, word_list
from civicgraph.extract.names.phrases import BEFORE
from civicgraph.model import Mention, Span
from civicgraph.values.names import is_given_name
from civicgraph.values.text import squash

_NO_NAME = (
    r"(?!-|\s+(?!(?:had|has|was|to)\b)(?:[A-Z]|for\s[A-Z]|of\s[A-Z]|[Tt]ax\b))"  # "Weir Council Tax", "… for Arts"
)
COUNCIL = re.compile(
    r"(?<![\w'-])(?<!City of )(?<!Borough of )(?<!Vale of )(?<!County of )(?<!Isle of )"
    rf"(?P<name>(?:(?!Council\b)[A-Z][a-z][\w'-]*\s(?:(?:and|&|upon|on)\s)?){{1,3}})Council\b{_NO_NAME}"
    r"|\b(?:City|Borough|Vale|County) of [A-Z][a-z]{2,}(?:\s(?:and|&)\s[A-Z][a-z]{2,})?"
    r"(?:\sCouncil\b(?!\s[A-Z])|(?=\s(?:had|has|was|is|were)\b))"
    r"|\b(?:Scottish|Welsh|Irish|UK)\s(?:government|executive|parliament)\b"
)
# "Weir, Marsh and Dale Parish Councils": one each.
_PLACE = r"[A-Z][a-z][\w'-]*(?:\s(?:&\s)?[A-Z][a-z][\w'-]*){0,3}?"
COUNCILS = re.compile(
    rf"(?<![\w'-])(?P<places>{_PLACE}(?:,\s{_PLACE}){{0,6}},?\sand\s{_PLACE})\s"
    r"(?P<kind>(?:(?:County|City|Borough|District|Town|Parish|Community)\s)?)[Cc]ouncils\b"
)
PLACE = re.compile(_PLACE + r"(?=,|\sand\s|$)")
# The country says that it is no part of the council: not in "in Rural England", "England and Wales".
NATIONAL = re.compile(
    r"(?<![\w'-])(?<!in )(?<!of )(?<!across )(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]{2,}){0,2})"
    r"\s(?:England|Scotland|Wales|Cymru|NI|UK|Ireland)\b(?![\w'-]|\s(?:(?:and|&)\s)?[A-Z]|\s\()"
)
CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w'&-]*\s$")
HEALTH = re.compile(r"\bNHS\s(?=[A-Z][a-z])")
NOT_HEALTH = re.compile(rf"\b(?:{any_of('not_outside')}|{any_of('after_nhs')})\b")


def find_placed(text: str, offset: int = 0) -> Iterator[Mention]:
    """Councils, health boards and national bodies of a folded text; `offset` is added to the spans."""
    if "ouncil" in text or "overnment" in text or " of " in text:
        yield from _councils(text, offset)
    for found in NATIONAL.finditer(text):
        words = found["name"].split()
        if CAPITAL_BEFORE.search(text[max(0, found.start() - 30) : found.start()]):
            continue  # the end of a longer name
        if words[0] in BEFORE or words[-1] in word_list("compass") or is_given_name(words[0]):
            continue
        yield _mention(text, found.start(), found.end(), offset, "organisation-national")
    for found in HEALTH.finditer(text):
        end = run_end(text, found.end())
        if not is_everyday(text[found.end() : end]) and not NOT_HEALTH.search(text[found.end() : end]):
            yield _mention(text, found.start(), end, offset, "organisation-health")


def _councils(text: str, offset: int) -> Iterator[Mention]:
    for found in COUNCIL.finditer(text):
        if not found["name"] or _is_place(found["name"]):
            yield _mention(text, found.start(), found.end(), offset, "organisation-council")
    for found in COUNCILS.finditer(text) if "ouncils" in text else ():
        places = list(PLACE.finditer(found["places"]))
        if not all(_is_place(one.group()) for one in places):
            continue
        for one in places:
            start = found.start() + one.start()
            mention = _mention(text, start, start + len(one.group()), offset, "organisation-councils")
            yield replace(mention, name=f"{mention.name} {found['kind']}Council")


def _is_place(name: str) -> bool:
    """Is it no kind of council, "Youth", "Labour", and more than everyday words?"""
    words = name.split()
    return (
        words[0] not in BEFORE
        and words[-1] not in ("and", "&", "upon", "on")
        and not is_everyday(name)
        and not word_list("kinds_of_council") & set(words)
    )


def _mention(text: str, start: int, end: int, offset: int, rule: str) -> Mention:
    name = squash(text[start:end])
    return Mention(kind="organisation", name=name, span=Span(start=offset + start, end=offset + end), rule=rule)
