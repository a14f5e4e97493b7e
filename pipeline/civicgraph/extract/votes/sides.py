"""The label over one side of a recorded vote: "For (12):", "Votes against the amendment - 9", "YES", "Councillors A and
B voted against". A side is known by its word at the head of a line, or behind the names that it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.votes.tallies import SIDES, Choice, N, number, side_of
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.people import find_people

THING = (
    r"(?:motions?|amendments?|proposals?|propositions?|recommendations?|resolutions?|decisions?|applications?|budget"
    r"|approval"
    r"|refusal|granting|change|report|above|notice)"
)
GAP = r"\s{1,3}+"
OBJECT = (
    rf"(?:{GAP}(?:of{GAP})?(?P<object>(?:[\w'’-]{{1,24}}+{GAP}){{0,4}}?{THING}\b(?:\s?\(\w{{1,3}}\)"
    rf"(?=\s?[:=\u2013-]\s?\d)|{GAP}\d{{1,2}}(?=\s?[:=(\u2013-])|\s?\((?:as{GAP})?(?:adjusted|amended)\))?"
    rf"(?:{GAP}(?:as|by|of|from|on|to|in{GAP}the{GAP}name)\b[^:;(\n\u2013]{{1,50}}?)?))?"
)
# "The following members voted", "There voted", "Votes cast"
VOTERS = (
    r"(?:(?:the|following|those|there|members?|councillors?|aldermen|present|who|were|voted|voting|votes?|names|cast)\b"
    r"[\s:-]{1,4}+){0,6}+"
)
WORDS = "|".join((*SIDES.values(), rf"no(?!\.|{GAP}(?:\w{{1,20}}+{GAP})?(?:members?|councillors?|one|votes?)\b)"))
TOTAL = r"(?:[\s:=(\[\u2013-]{0,4}(?:votes?\s?)?(?P<n>\d{1,3}|none|nil)\b(?:\s?(?:votes?|members?))?\s?[)\]]?)?"
# "On a division, (there voted for the motion - …); and (for the amendment - …)"
LEAD = rf"(?:and{GAP}|(?:up)?on{GAP}(?:[\w'’-]{{1,20}}+{GAP}){{0,5}}?[\w'’-]{{1,20}}+,{GAP})?"
LABEL = re.compile(
    rf"^[^\w\n]{{0,12}}+(?:\(?[a-z0-9]{{1,2}}[).]{GAP})?{LEAD}{VOTERS}(?P<side>{WORDS})\b"
    rf"(?:{GAP}from{GAP}voting)?{OBJECT}{TOTAL}"
    r"\s{0,6}(?:[:=.\u2013-]{1,3}|\n|$|(?=\()|(?<=[)\d])|(?=\s(?:Members|"
    rf"{TITLE_S})\b))\s*+(?P<names>.*)$",
    re.I | re.S,
)
# "There voted for the Minutes being a correct record:": whatever it was for
VOTED = re.compile(
    rf"^\W{{0,4}}(?:(?:there|those|the{GAP}following|members|councillors)\b{GAP})(?:[a-z]+{GAP}){{0,3}}?(?:voted|voting){GAP}"
    rf"(?P<side>in{GAP}favour|for|against)\b{GAP}(?:of{GAP})?(?P<object>[^:;,.()\n]{{3,80}}?)\s?:-?\s*(?P<names>.*)$",
    re.I | re.S,
)
# "Motion:" over "Mr Ames, Mrs Bird", "Amendment: Ms Cole": the sides of a vote between the two
RIVAL = re.compile(
    rf"^\W{{0,4}}(?:the{GAP})?(?P<object>motion|amendment)(?:\s?\(\s?(?P<n>\d{{1,3}})(?:{GAP}votes?)?\s?\))?"
    r"\s?(?:[:\u2013-]\s*|\n\s*|$)(?P<names>.*)$",
    re.I | re.S,
)
# "48 Councillors voted in favour of the amendment.", the names in the next paragraph; "10 For"
COUNTED = re.compile(
    rf"^\W{{0,4}}(?P<n>{N}){GAP}(?:(?:members?|councillors?|votes?){GAP})?(?:(?:were|voted|voting|cast){GAP})?"
    rf"(?P<side>{'|'.join(SIDES.values())})\b{OBJECT}(?:{GAP}from{GAP}voting)?"
    rf"(?:{GAP}against{GAP}the{GAP}\w{{1,20}}+)?\W{{0,3}}$",
    re.I,
)
# "For Councillor Ames (24 votes)", "Votes for Mr Dunn:": one of those whom one may elect; the names of who voted so may
# follow, and those for another are against the first.
CANDIDATE = re.compile(
    rf"^\W{{0,4}}(?i:votes\s+)?(?i:for)\s+(?P<object>{TITLE_S}\b[^:,(\n]{{2,60}}?)\s?"
    r"(?:\(\s?(?P<n>\d{1,3})(?:\s+votes?)?\s?\)\s*(?:[:.-]+\s*|$|(?<=votes\)))|:\s*(?!\d)|(?=\n))\s*"
)
# "Councillors Ames, Bird and Cole voted FOR the motion (17)"
NAMED = re.compile(
    rf"^\W{{0,4}}(?P<names>(?=[A-Z]|the\s).{{3,1500}}?){GAP}(?:(?:all|both|then|having){GAP})?(?:(?:voted|voting){GAP}"
    rf"(?P<side>(?i:in{GAP}favour|for|against))|(?P<abstain>abstain(?:ed|ing)|declined{GAP}to{GAP}vote))\b{OBJECT}"
    rf"(?:{GAP}from{GAP}(?:the{GAP})?vot(?:ing|e))?{TOTAL}",
    re.S,
)
BOUNDARY = re.compile(r"(?:[.;:]-?|\n)\s{1,6}+(?=\S)")
# "(16) - Mr Ames being absent when the vote was taken": what is said behind the total of a side
SAYS = re.compile(r"(?<=\d\))\s+[-\u2013]\s+(?=[a-z])")
GLUE = re.compile(r"\b(?:the|and|with|only|van|de|von|of)\b|\([^()]{0,60}\)", re.I)
SAID = re.compile(r"(?<![\w'’-])[a-z]{2}|[.:]\s+[A-Z][a-z]+\s+[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A side, its count where printed, and where its names stand in the text, half-open; `object` is what it is for."""

    side: Choice
    count: int | None
    object: str
    start: int
    end: int
    rival: bool = False  # the label says only which of two was voted for
    candidate: bool = False  # what it is for is somebody to be elected
    named_before: bool = False  # the names stand before the word of the side


def read_label(text: str) -> Label | None:
    """The label that a line is or begins with; None where it is none.

    >>> # "For the motion (9) - Councillors Ames and Bird" → for, 9, the motion, the names after the dash
    """
    if found := CANDIDATE.match(text):
        return Label(
            side="for",
            count=int(found.group("n")) if found.group("n") else None,
            object=found.group("object"),
            start=found.end(),
            end=len(text),
            candidate=True,
        )
    if found := COUNTED.match(text):
        return Label(
            side=side_of(found.group("side")),
            count=number(found.group("n")),
            object=found.group("object") or "",
            start=len(text),
            end=len(text),
        )
    if (rival := RIVAL.match(text)) and (not rival.group("names") or _only_names(rival.group("names"))):
        return Label(
            rival=True,
            side="for",
            count=int(rival.group("n")) if rival.group("n") else None,
            object=rival.group("object"),
            start=rival.start("names"),
            end=len(text),
        )
    if voted := VOTED.match(text):
        return Label(
            side=side_of(voted.group("side")),
            count=None,
            object=voted.group("object"),
            start=voted.start("names"),
            end=len(text),
        )
    found = LABEL.match(text)
    if found is None:
        return None
    word = found.group("side")
    count = found.group("n")
    return Label(
        side="against" if word.lower() == "no" else side_of(word),
        count=None if not count else 0 if not count.isdigit() else int(count),
        object=found.group("object") or "",
        start=found.start("names"),
        end=found.end("names"),
    )


def read_named(text: str) -> Label | None:
    """A sentence that says of nothing but names how they voted: "Councillor Ames abstained from voting"."""
    found = NAMED.match(text)
    if found is None or not _only_names(found.group("names")):
        return None
    count = found.group("n")
    return Label(
        side=side_of(found.group("side") or "abstained"),
        count=int(count) if count and count.isdigit() else None,
        object=found.group("object") or "",
        start=found.start("names"),
        end=found.end("names"),
        named_before=True,
    )


def split_labels(text: str) -> Iterator[tuple[int, int]]:
    """A paragraph cut where a side begins: "there voted:- For the motion (2) - A and B; For the amendment (1) - C"."""
    start = 0
    for found in sorted((*BOUNDARY.finditer(text), *SAYS.finditer(text)), key=lambda one: one.start()):
        if found.re is SAYS or read_label(text[found.end() :]) or read_named(text[found.end() :]):
            yield start, found.start() + 1
            start = found.end()
    yield start, len(text)


def _only_names(words: str) -> bool:
    """Names, one with its title at least, and nothing that is said of them."""
    return bool(find_people(words)) and not SAID.search(GLUE.sub(" ", words))
