"""Blocks after which words follow that decide nothing: a motion's, or what is asked of the body."""

from __future__ import annotations

import re

from civicgraph.extract.decisions.openers import BODY_LED
from civicgraph.model import Block
from civicgraph.values.honorifics import TITLE_S

# A block after which the words of a motion follow.
ANNOUNCES = re.compile(
    r"\b(?:proposed|moved|seconded|submitted|tabled|put forward|suggested)\b.{0,260}\b(?:motion"
    r"|amendment(?!s?\s+of\b)|resolution|notice)\b"
    r"[^.]{0,100}?(?:\bthat\b\s*[:-]*|[:-])\s*$"
    r"|\bseconded\b[^.]{0,60}(?:\bthat\b\s*[:-]*|:\s*-?|\s-)\s*$|\b(?:motion|amendment(?!s?\s+of\b))\b[^.]{0,60}[:-]\s*$",
    re.S | re.I,
)
# "The report was adopted on the proposal of Cllr Lane, seconded by Cllr Reed, subject to these points:" is decided.
ADOPTED = re.compile(
    r"\b(?:was|were)\s+(?:\w+\s+)?(?:adopted|approved|agreed|noted|accepted)\b[^.;:]{0,160}\bseconded\b", re.I
)
# A block after which a report's recommendations follow, as they were put: "Council is RECOMMENDED to:-"
ASKED = re.compile(r"\b(?:is|are|was|were)\s+(?:asked|recommended|requested|invited)\s+(?:to|that)\s*:?\s*-?\s*$", re.I)
AFTER_ASKED = re.compile(rf"(?:The|Members|Council|Cabinet|Committee|{TITLE_S}|Following|After|In|On|It|A)\b")
# A block at which the telling goes on.
RESUMES = re.compile(
    r"\b(?:put\b.{0,120}\bvote|on a vote|vote (?:was|being) taken|on a division|\bvoted (?:for|against)\b"
    r"|finding of the|debate|(?:motion|amendment|proposal)\b.{0,160}\b(?:carried|lost|agreed|fell|defeated"
    r"|accepted|passed)|seconded|in (?:moving"
    r"|seconding)|spoke)\b|^\W*(?:moved|proposed)\s+by\b",
    re.I | re.S,
)


def announces(text: str) -> str:
    """Which words follow this block that decide nothing: of a "motion", what is "asked" of the body, or "" none."""
    if ASKED.search(text):
        return "asked"
    if ADOPTED.search(text):
        return ""
    return "motion" if ANNOUNCES.search(text) and not BODY_LED.search(text.rstrip(" :;-\n")) else ""


def resumes(text: str, block: Block, announced: str) -> bool:
    """Does the telling go on with this block, after the words of what was announced?"""
    if announced == "asked" and not block.marker and AFTER_ASKED.match(text):
        return True
    return bool(RESUMES.search(text))
