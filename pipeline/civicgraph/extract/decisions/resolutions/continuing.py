"""Whether a block still belongs to the resolution above it, as a clause or as a title over further ones."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.labels import FIRST, inner_label, is_bullet, kind_of, label_of, next_of
from civicgraph.extract.decisions.openers import LEAD_END
from civicgraph.extract.decisions.resolutions.resolution import (
    CLAUSE_START,
    REASONS,
    SIGNED,
    TELLS,
    Resolution,
    follows_on,
    next_label,
)
from civicgraph.extract.decisions.subjects import is_present, is_subject
from civicgraph.model import Block

# Labels that a web page prints between the halves of an item.
LABEL = re.compile(
    r"^\s*(?:minutes|decisions?|reasons?(?: for (?:the )?decisions?)?|(?:additional"
    r"|supporting) documents|notes?|contact)\s*:\s*$",
    re.I,
)
# What an agenda asks for, which a page that lost its labels prints below the minute before: no clause is so put.
AGENDA_LINE = re.compile(
    r"To\s+(?:consider|discuss|determine|hear|receive\s+(?:and\s+consider\s+)?(?:any|apologies|details|declarations|questions|petitions"
    r"|notice|an?\s)|(?:approve|confirm|agree|sign)\s+(?:and\s+sign\s+|as\s+an?\s+\w+\s+record\s+)?the\s+minutes)\b"
)
ADDS = re.compile(r"(?:In addition|In particular|Additionally|Furthermore|Further)\s*[:-]", re.I)


def continues(opened: Resolution, block: Block, text: str) -> bool:
    """Does this block still belong to the resolution?"""
    if block.kind in ("heading", "row") or SIGNED.match(text) or LABEL.match(text):
        return False
    if REASONS.match(text) and not opened.wants:
        return False
    if opened.wants:
        return True
    if not block.marker and AGENDA_LINE.match(text):
        return False
    last = opened.clauses[-1].label if opened.clauses else None
    listing = not block.marker and last is not None and last in opened.parents and len(text) < 200
    if listing and (last or not TELLS.search(text)):
        return True  # a line of what the clause lists: "Planning - Councillor Marsh"
    if block.marker and not is_bullet(block):
        return next_label(opened, label_of(block))
    if is_bullet(block):
        led = bool(opened.clauses) and opened.clauses[-1].label in ("-", *opened.parents)
        return bool(opened.parents) and not opened.levels or led
    if opened.clauses and opened.clauses[-1].label and text[:1].islower():
        return True
    last_label = opened.levels[-1][1] if opened.levels else ""
    if last_label and inner_label(text)[0] == (next_of(last_label, last_label) or "none"):
        return True  # "B. Repairs Policy", whose label reads as an initial
    if opened.levels:
        return is_present(text) and bool(LEAD_END.search(text))
    return bool(CLAUSE_START.match(text)) or is_present(text)


def is_subheading(opened: Resolution, block: Block, text: str, follows: str) -> bool:
    """Is it a title over further clauses: "Housing Revenue Account" / "3. That the budget be agreed"? `follows` is the
    label of the block after it."""
    if block.marker or block.kind == "row" or not 1 < len(text.split()) < 14 or text.rstrip().endswith((".", ";", ",")):
        return False
    if not follows or CLAUSE_START.match(text) or LABEL.match(text) or REASONS.match(text) or TELLS.search(text):
        return False
    if is_subject(text) or LEAD_END.search(text) and not (ADDS.match(text) and follows_on(opened, follows)):
        return False
    if not opened.clauses:
        return opened.wants and follows in FIRST
    if opened.clauses[-1].label in opened.parents and follows not in FIRST:
        return False  # "Planning - Councillor Marsh", of a list that the clause leads into
    if not opened.levels:
        return follows in FIRST and next_label(opened, follows)
    kind, last = opened.levels[0]
    return kind_of(follows, last) == kind and next_label(opened, follows)
