"""Further subjects of a clause, each with a verb of its own: "…; and that authority be delegated to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.denials import IN_BETWEEN
from civicgraph.extract.decisions.verbless import is_task
from civicgraph.extract.decisions.voices import EMPOWERED, voices

JOINT = re.compile(
    r"(?:;\s*(?:and\s+)?|,?\s+(?:and|but(?=\s+that\b))\s+(?!finish\b))(?:\([ivx]{1,4}\)\s+)?(?:accordingly,\s+)?(?:that\s+)?(?=\S)|,\s+that\s+(?=\S)|,\s+(?=the\s)|\.\s+(?=[A-Z])"
)
# What a subject may have within it: "a report on the size and shape of the board", "Councillors Lee, Reed and Boyd",
# "the Clerk, in consultation with the Chair,", "payments, as listed,".
OF_ONE_SUBJECT = re.compile(
    r"\band\b|,\s(?:or|and)\s[^,;.]{3,40},|,\s(?:in|following|after)\s(?:prior\s)?consultation\swith\s[^,;.]{3,80},|,\sas\s[^,;.]{3,60},"
    r"|(?<=[A-Za-z]),(?=\s(?:and\s)?(?:the\s)?[A-Z])"
)
# "…, and the Clerk is to find a contractor"; "…; the second was not accepted, …"
IS_TO = re.compile(r"[A-Z][^,;.]{2,60}?\s(?:is|are)\s+to\s+(?!be\b)[a-z]")
TOLD = re.compile(r"\s*(?:[,;.]|$)")
AFTER_THAT = re.compile(r"\bto\b")  # "and that a virement from reserves to social care be approved"
SAME_REQUEST = re.compile(r"\b(?:ensure|requested|asked|so|order|request|ask)\s+(?:\w+\s+){0,4}that\b")


def and_that(clause: str, at: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Further subjects with a passive of their own: "…; and that authority be delegated to …"; None for a task."""
    last = -1
    for found in JOINT.finditer(clause, at):
        that = "that" in found.group()
        if (
            that
            and is_task(clause[found.end() :])
            or IS_TO.match(clause, found.end())
            and is_task(clause[found.end() :])
        ):
            yield found.end(), None
            continue
        be = _first(voices().passive.search(clause, found.end()), EMPOWERED.search(clause, found.end()))
        if be is None or be.start() == last:
            continue
        between = clause[found.end() : be.start()]
        whole = OF_ONE_SUBJECT.sub(" ", between)
        if len(between.split()) > 14 or IN_BETWEEN.search(AFTER_THAT.sub(" ", whole) if that else whole):
            continue
        told = ";" in found.group() and TOLD.match(clause, be.end()) and len(between.split()) < 9
        if be.group().split()[0].lower() in ("was", "were", "been", "being") and not told:
            continue
        if that or ";" in found.group() or not SAME_REQUEST.search(clause[at : found.start()]):
            last = be.start()
            yield found.end(), be


def _first(one: re.Match[str] | None, other: re.Match[str] | None) -> re.Match[str] | None:
    """The match that stands first, of those there are."""
    found = [match for match in (one, other) if match is not None]
    return min(found, key=lambda match: match.start(), default=None)
