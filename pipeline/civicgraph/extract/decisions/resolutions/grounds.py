"""Reasons and conditions listed under a clause, which decide nothing: "be REFUSED for the following reasons: 1. …"."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.labels import FIRST, inner_label, is_bullet, kind_of, label_of, next_of
from civicgraph.extract.decisions.resolutions.resolution import CLAUSE_START, REASONS, SIGNED, Resolution, next_label
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Span

# A clause is whole before these, and what is listed under it gives reasons or conditions and decides nothing.
LISTS_GROUNDS = re.compile(
    r"(?:\bfor\s+(?:the\s+)?(?:following\s+)?(?:\w+\s+)?reasons?(?:\s+(?:that|of|set\s+out\s+below|below))?"
    r"|\bon\s+(?:the\s+)?(?:following\s+)?grounds?(?:\s+(?:that|of))?|\bbecause(?:\s+of)?"
    r"|\bsubject\s+to(?:\s+[\w'-]+){0,9}|\b(?:the\s+)?following\s+(?:\w+\s+){0,2}(?:conditions|reasons|grounds|informatives|provisos|obligations|caveats)"
    r"|\b(?:with|including|and|by|as)\s+(?:the\s+)?following(?:\s+\w+){0,3}"
    r"(?:\s+(?:outlined|set\s+out|listed|detailed|contained|shown)\s+in\s+[^:;]{3,60})?"
    r"|,?\s+(?:including|namely|comprising|such\s+as))"
    r"\s*[:;]?\s*-?\s*$",
    re.I,
)
# "That Condition 18 be amended as follows:" / "18. All tables shall be …": the number that the condition has elsewhere.
QUOTES = re.compile(
    r"\b(?:amended|varied|replaced|reworded|revised|read)\s+(?:to\s+read\s+)?(?:as\s+follows)?\s*:\s*-?\s*$", re.I
)
CONDITIONS = re.compile(r"\b(?:except|unless|provided|if|where|when)(?:\s+(?:where|if|when|that))?\s*:\s*-?\s*$", re.I)


def opens_grounds(opened: Resolution, text: str) -> bool:
    """Does a whole clause end here with a lead into its reasons or conditions? From now on those are looked for."""
    opened.quotes = bool(QUOTES.search(text))
    found = LISTS_GROUNDS.search(text)
    whole = found and find_acts(text[: found.start()], lead=opened.lead, default=None)
    if not whole and not (CONDITIONS.search(text) and len(text.split()) > 6):
        return False
    opened.grounds = ""
    return True


def is_ground(opened: Resolution, block: Block, text: str) -> bool:
    """Is this block of the list of reasons or conditions under the last clause? If not, the list has ended."""
    if opened.quotes and label_of(block).isdigit() and label_of(block) not in FIRST:
        opened.quotes, opened.grounds = False, label_of(block)
        return True
    if opened.grounds is None or block.kind in ("heading", "row") or REASONS.match(text) or SIGNED.match(text):
        return False
    if is_bullet(block):
        return True
    label, last = label_of(block) or inner_label(text)[0], opened.grounds
    if not label:
        if text[:1].islower() or not last and not CLAUSE_START.match(text):
            return True
    elif label == next_of(last, "i" if kind_of(last) == "roman" else last) if last else label in FIRST:
        opened.grounds = label
        return True
    elif last and kind_of(label, last) != kind_of(last) and not next_label(opened, label):
        return True
    opened.grounds = None
    return False


def extend_ground(scene: Scene, opened: Resolution, block: Block) -> None:
    """The ground of an exclusion is part of its clause, also where it is a list."""
    last = opened.clauses[-1]
    acts = find_acts(scene.text(last.words), lead=last.lead)
    if acts and acts[0].action == "exclude":
        opened.clauses[-1] = last._replace(words=Span(start=last.words.start, end=block.words.end))
