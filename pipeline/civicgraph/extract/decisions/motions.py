"""Motions, amendments and proposals: what was moved, and what became of it.

The clauses of a motion as moved decide nothing. An amendment has one outcome, lost or carried; a motion carried is an
outcome only where no resolution under a marker follows that says it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicgraph.extract.decisions.openers import BODY_LED, opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.told import INITIALS, PERSON
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Action, Block, Item, Span
from civicgraph.values.honorifics import TITLE_S

# A block after which the words of a motion follow.
ANNOUNCES = re.compile(
    r"\b(?:proposed|moved|seconded|submitted|tabled|put forward|suggested)\b.{0,260}\b(?:motion"
    r"|amendment|resolution|notice)\b"
    r"[^.]{0,100}?(?:\bthat\b\s*[:-]*|[:-])\s*$"
    r"|\bseconded\b[^.]{0,60}\bthat\b\s*[:-]*\s*$|\b(?:motion|amendment)\b[^.]{0,60}[:-]\s*$",
    re.S | re.I,
)
# A block after which a report's recommendations follow, as they were put: "Council is RECOMMENDED to:-"
ASKED = re.compile(r"\b(?:is|are|was|were)\s+(?:asked|recommended|requested|invited)\s+(?:to|that)\s*:?\s*-?\s*$", re.I)
AFTER_ASKED = re.compile(rf"(?:The|Members|Council|Cabinet|Committee|{TITLE_S}|Following|After|In|On|It|A)\b")
# A block at which the telling goes on.
RESUMES = re.compile(
    r"\b(?:put\b.{0,120}\bvote|on a vote|vote (?:was|being) taken|debate|(?:motion|amendment"
    r"|proposal)\b.{0,60}\b(?:carried|lost|agreed|fell|defeated|accepted)|seconded|in (?:moving"
    r"|seconding)|spoke)\b",
    re.I | re.S,
)
MOVED = re.compile(r"\b(?:moved|proposed|proposals?|seconded|amendment|motion|recommendations?)\b", re.I)
STATES = re.compile(
    r"\b(?:moved|proposed)\b(?=.{0,200}\bseconded\b)|\bseconded\b(?=.{0,80}\b(?:moved"
    r"|proposed)\b)|\b[Aa]s an amendment\b|\bmoved an amendment\b|\bproposed an amendment\b"
    r"|\bfollowing amendment\b|\bmoved\s+by\b",
    re.S,
)
VERDICT = re.compile(
    r"\b(?P<what>(?:(?:substantive|original|amended|first|second|third|further)\s+)?(?:motion"
    r"|amendment|proposition|recommendations?|proposals?))\b(?:\s+\((?:as amended"
    r"|[^()]{1,40})\))?(?:[^.;:]{0,100}?\b(?:was|were|is|being|therefore"
    r"|accordingly)\b(?!\s+to\b)[^.;:]{0,60}?|\s+)"
    r"(?:declared\s+)?(?P<verdict>not\s+carried|carried|lost|defeated|rejected|fell|approved|agreed"
    r"|accepted)\b(?!\s+to\b)"
    r"|\b(?:agreed\s+to|accepted)\s+(?:the|this|that)\s+(?:following\s+)?(?P<what2>amendment)\b",
    re.I,
)
AS_AMENDMENT = re.compile(r"As an amendment\b", re.I)
LOST = frozenset(("lost", "defeated", "rejected", "fell", "not carried"))
PROCEDURE = re.compile(r"\b(?:be (?:now )?put(?: to the vote)?|question be put|closure|next business)\b", re.I)
INLINE_MOTION = re.compile(r"\bseconded,?\s+that,?\s+(?=\S)(?!the motion\b)|\bmoved\b[^.]{0,120}\bthat\s+(?=\S)", re.I)
ALONE = re.compile(
    r"^\W*(?:(?:this|it|which) was\s+)?(?P<verdict>not carried|carried|agreed|approved|lost|defeated"
    r"|all in favour|unanimous)\b(?:\s+(?:by all|unanimously|nem\.? con\.?|on a show of hands))?\W*$",
    re.I,
)
# A member's proposal with what came of it, as parish minutes tell it.
PROPOSED = re.compile(
    rf"(?:^|\.\s+|\*\*)(?:{PERSON}|{INITIALS}|(?:[A-Z][\w'-]+\s+){{2,3}}|It\s+was\s+)\s*(?:then\s+"
    rf"|therefore\s+)?(?:proposed|moved)\s+(?:by\s+[^,.]{{3,40}},?\s*)?"
    r"(?P<what>(?:that\s+|to\s+|the\s+(?:parish\s+|town\s+)?council\s+|(?:[a-z]+ing|approval"
    r"|acceptance|adoption)\s+)[^.]{6,400}?)"
    r"(?=,?\s*(?:and\s+|this\s+)?(?:was\s+|were\s+)?seconded\b|[.;*]|$)(?P<after>.*)$",
    re.S,
)
ACCEPTED = re.compile(
    r"\b(?:agreed|carried|all (?:were )?in favour|unanimous(?:ly)?|approved|\d{1,2} (?:votes? )?(?:for|in favour))\b",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:lost|defeated|not (?:carried|agreed|seconded|approved)|no seconder|withdrawn|withdrew|rejected)\b", re.I
)
SECONDED = re.compile(r"\bseconded\b", re.I)
SETTLED = re.compile(
    r"\b[Ii]t was (?:\w+ )?(?:agreed|resolved)\b|\b(?:[Mm]embers|[Cc]ouncillors|Council"
    r"|Committee) (?:agreed|resolved)\b"
)


@dataclass(slots=True)
class Floor:
    """What has been moved in an item and not yet been decided."""

    motion: Span | None = None  # the sentence that moved it, for its words
    amendment: Span | None = None
    inline: bool = False  # the motion's words stand in that sentence


def announces(text: str) -> str:
    """Which words follow this block that decide nothing: of a "motion", what is "asked" of the body, or "" none."""
    if ASKED.search(text):
        return "asked"
    return "motion" if ANNOUNCES.search(text) and not BODY_LED.search(text.rstrip(" :;-\n")) else ""


def resumes(text: str, block: Block, announced: str) -> bool:
    """Does the telling go on with this block, after the words of what was announced?"""
    if announced == "asked" and not block.marker and AFTER_ASKED.match(text):
        return True
    return bool(RESUMES.search(text))


def find_moved(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, floor: Floor, scene: Scene
) -> Iterator[Outcome]:
    """The outcomes of motions and amendments that block `n` tells; `floor` remembers what was moved."""
    if not MOVED.search(text) and not (floor.motion and ALONE.match(text)):
        return
    at = blocks[n][1].words.start
    if proposal := _proposal(item, blocks, n, text, scene):
        yield proposal
        return
    for start, end in sentences(text):
        sentence = text[start:end].rstrip()
        span = Span(start=at + start, end=at + start + len(sentence))
        if verdict := VERDICT.search(sentence) or (ALONE.match(sentence) if floor.motion else None):
            yield from _decided(item, blocks, n, sentence, span, verdict, floor, scene)
        elif STATES.search(sentence) and len(sentence) < 1200:
            if re.search(r"\bamendment\b", sentence, re.I):
                floor.amendment = span
            else:
                floor.motion, floor.inline = (
                    span,
                    bool(INLINE_MOTION.search(sentence)) and not PROCEDURE.search(sentence),
                )


def _decided(
    item: Item | None,
    blocks: list[tuple[int, Block]],
    n: int,
    sentence: str,
    span: Span,
    verdict: re.Match[str],
    floor: Floor,
    scene: Scene,
) -> Iterator[Outcome]:
    named = verdict.groupdict()
    word = " ".join((verdict.group("verdict") or "accepted").lower().split())
    what = (named.get("what") or named.get("what2") or "motion").lower()
    if re.search(r"\b(?:had|if|whether|should|would|when|once)\b", sentence[: verdict.start() + 10], re.I):
        return
    if "amendment" in what:
        yield _outcome(item, floor.amendment or span, span, "reject" if word in LOST else "approve", "motion-amendment")
        floor.amendment = None
        return
    if floor.amendment is not None and word not in LOST and AS_AMENDMENT.match(scene.text(floor.amendment)):
        # The motion was put against the amendment: that it carried is that the amendment fell.
        yield _outcome(item, floor.amendment, span, "reject", "motion-amendment")
        floor.amendment = None
    if word in LOST:
        yield _outcome(item, floor.motion or span, span, "reject", "motion-lost")
    elif floor.motion is None and re.match(r"recommend|propos", what):
        if word == "carried" and not _said_again(blocks, n, sentence, verdict, floor, scene):
            yield _outcome(item, span, span, "approve", "motion-carried")
    elif floor.motion is not None and not _said_again(blocks, n, sentence, verdict, floor, scene):
        yield _outcome(item, floor.motion, span, None, "motion-carried", INLINE_MOTION if floor.inline else None, scene)
    floor.motion = None


def _outcome(
    item: Item | None,
    words: Span,
    told: Span,
    action: Action | None,
    rule: str,
    cut: re.Pattern[str] | None = None,
    scene: Scene | None = None,
) -> Outcome:
    if cut is not None and scene is not None and (found := cut.search(scene.text(words))):
        words = Span(start=words.start + found.end(), end=words.end)
    whole = Span(start=words.start, end=told.end) if 0 <= told.end - words.start < 1500 else words
    return Outcome(
        item=item, status="recorded", text=words, span=whole, rule=rule, action=action, lead="" if action else "agree"
    )


def _said_again(
    blocks: list[tuple[int, Block]], n: int, sentence: str, verdict: re.Match[str], floor: Floor, scene: Scene
) -> bool:
    """Does a formal resolution, or the rest of the sentence, say what was carried?"""
    if re.search(r"\band\b.{0,40}\b(?:approved|agreed|resolved|adopted|endorsed|noted)\b", sentence[verdict.end() :]):
        return True
    if floor.motion is not None and PROCEDURE.search(scene.text(floor.motion)):
        return True
    for _, block in blocks[n + 1 : n + 8]:
        text = scene.text(block.words)
        if opener_in(text, block) or BODY_LED.search(text.rstrip(" :;-\n")):
            return True
        if floor.inline and RESUMES.search(text):
            return False
    return not floor.inline and any(opener_in(scene.text(b.words), b) for _, b in blocks[n + 8 :])


def _proposal(item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, scene: Scene) -> Outcome | None:
    """A proposal that was agreed, from the words that say what: "… proposed that X, seconded by Y. Agreed"."""
    found = PROPOSED.search(text)
    if (
        not found
        or re.search(r"\bamendment\b|^\W*(?:\w+\W+){0,4}minutes\b", found.group("what"), re.I)
        or opener_in(text, blocks[n][1])
    ):
        return None
    after = found.group("after")
    later = " ".join(t for _, b in blocks[n + 1 : n + 3] if len(t := scene.text(b.words)) < 160)
    if (
        REFUSED.search(after)
        or SETTLED.search(after)
        or any(opener_in(scene.text(b.words), b) for _, b in blocks[n + 1 : n + 4])
    ):
        return None
    if not ACCEPTED.search(after) and (REFUSED.search(later) or SETTLED.search(later) or not SECONDED.search(after)):
        return None
    start = blocks[n][1].words.start
    stop = re.search(r"[.;*]|$", text[found.end("what") :])
    words = Span(start=start + found.start("what"), end=start + found.end("what") + (stop.start() if stop else 0))
    return Outcome(
        item=item,
        status="recorded",
        text=words,
        span=Span(start=start + found.start(), end=words.end),
        rule="motion-proposal",
        lead="agree",
    )
