"""Who moved and who seconded what was decided: in its own words, right above or below it, or once for the whole item.

"Moved by Councillor Hale, seconded by Councillor Marsh and RESOLVED …"; "Mr Hale proposed, and Mr Marsh seconded the
motion that"; "RESOLVED that … Proposed: Cllr Hale  Seconded: Cllr Marsh".
"""

from __future__ import annotations

import re

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Mention, Span
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.people import find_people
from civicgraph.values.text import squash

NEAR = 260  # characters above an outcome within which its mover is named
BELOW = 160  # characters of the line under it
WHO = (
    rf"(?P<who>(?:(?:{TITLE_S}\b\.?\s?){{1,3}}|the (?:Chair|Mayor|Leader)\s?)"
    r"(?:[^,;.()\n]|\n(?!\s{0,20}\n)|(?<=\b[A-Z])\.){0,60}?)"
)
ENDS = r"(?=\s*(?:,|;|\(|\.|\)|\n|$|(?<=\s)(?:and\b|that\b|to\b|it was|[Ss]econded)))"
BY = r"\s*(?:by|:)?\s*:?\s*"
MOVED = re.compile(rf"\b(?:[Pp]roposed|[Mm]oved|[Oo]n the (?:proposal|motion) of){BY}{WHO}{ENDS}")
SECONDED = re.compile(rf"\b[Ss]econded{BY}{WHO}{ENDS}")
# The name before the verb: "Mr Hale proposed, and Mr Marsh seconded the motion that".
HAS_MOVED = re.compile(rf"{WHO},?\s+(?:then\s+)?(?:proposed|moved)\b")
HAS_SECONDED = re.compile(rf"{WHO},?\s+seconded\b")
BEFORE = (HAS_MOVED, HAS_SECONDED)
# Where what stands above is of another matter.
EDGE = re.compile(r"(?:\n[^\S\n]{0,20}){2,4}\d{1,4}[.\s]|RESOLVED|Resolved:")
UNDER = re.compile(r"\W{0,6}\(?(?:[Pp]rop(?:osed)?|[Mm]oved)\b")
# Moved, and not what the item is about.
ASIDE = re.compile(r"\bamendment\b|\bput to the vote\b|\bstanding orders\b|\bclosure\b", re.I)

Pair = tuple[Mention | None, Mention | None]
NOBODY: Pair = (None, None)


def find_movers(scene: Scene, outcome: Outcome, above: int) -> Pair:
    """Mover and seconder of an outcome; what stands before offset `above` is of another one."""
    start = max(outcome.span.start - NEAR, scene.part.span.start, min(above, outcome.span.start))
    near = scene.folded[start : outcome.span.end]
    edge = max((m.end() for m in EDGE.finditer(near, 0, outcome.span.start - start)), default=0)
    pair = _pair(near, start, edge)
    if pair == NOBODY and outcome.status == "resolved":
        pair = _below(scene, outcome)
    if pair == NOBODY and outcome.status == "resolved" and outcome.item is not None:
        pair = _of_item(scene, outcome.item, outcome)
    return pair


def _below(scene: Scene, outcome: Outcome) -> Pair:
    end = outcome.text.end
    under = UNDER.match(scene.folded, end, end + 12)
    if under is None:
        return NOBODY
    line = scene.folded[under.start() : end + BELOW].lstrip()
    stop = line.find("\n\n")
    return _pair(line[:stop] if stop >= 0 else line, end + BELOW - len(line), 0)


def _of_item(scene: Scene, item: Item, outcome: Outcome) -> Pair:
    """Of the one motion that was moved in the item, where only one was."""
    pairs: list[Pair] = []
    for _, block in scene.blocks(item):
        if block.span.start >= outcome.span.start:
            break
        text = scene.text(block.words)
        if "econded" in text and not ASIDE.search(text):
            pairs.append(_pair(text, block.words.start, 0))
    told = [pair for pair in pairs if None not in pair]
    return told[0] if len(told) == 1 == len(pairs) else NOBODY


def _pair(text: str, offset: int, edge: int) -> Pair:
    if "econd" not in text and "ropos" not in text and "oved" not in text:
        return NOBODY
    return _one(text, offset, edge, MOVED, HAS_MOVED), _one(text, offset, edge, SECONDED, HAS_SECONDED)


def _one(text: str, offset: int, edge: int, *patterns: re.Pattern[str]) -> Mention | None:
    """The person that the last match of the first pattern that has one names."""
    for pattern in patterns:
        for found in reversed(list(pattern.finditer(text, edge))):
            if people := find_people(found.group("who")):
                # "Cllr Hale moved and Cllr Marsh seconded": the name right before the verb.
                one = people[-1 if pattern in BEFORE else 0]
                a, b = found.start("who") + one.start, found.start("who") + one.end
                span = Span(start=offset + a, end=offset + b)
                return Mention(kind="person", name=squash(text[a:b]), span=span, rule="mover")
    return None
