"""Motions, amendments and proposals: what was moved, and what became of it.

The clauses of a motion as moved decide nothing. An amendment has one outcome, lost or carried; a motion carried is an
outcome only where no resolution under a marker follows that says it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph.extract.decisions.moved import OPENS, clauses_of, put_just_above
from civicgraph.extract.decisions.openers import BODY_LED, opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.seconded import LINE, find_line, find_nominations, find_proposal
from civicgraph.extract.scene import Scene, sentences
from civicgraph.extract.votes.ballots import find_sides
from civicgraph.extract.votes.verdicts import CASTING, MOVED_WORDS, RECALLED
from civicgraph.model import Action, Block, Item, Span
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
# "The motion was put to the vote and declared carried as follows:": its clauses are resolved, though no word says so.
CARRIED_AS = re.compile(
    r"\b(?:motion|recommendations?|proposals?|applications?)\b[^.;:]{0,160}?\b(?:put\s+to\s+the\s+vote|declared|voted)\b[^.;:]{0,60}?"
    r"\b(?<!not\s)(?:carried|granted|agreed|approved)(?:\s+as\s+follows|\s+that)?\s*[:-]+\s*$",
    re.I,
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
MOVED = re.compile(r"\b(?:moved|proposed|proposals?|seconded|amendment|motion|recommendations?)\b", re.I)
STATES = re.compile(
    r"\b(?:[Mm]oved|[Pp]roposed|MOVED|PROPOSED)\b(?=.{0,200}\b(?:[Ss]econded|SECONDED)\b)|\b[Ss]econded\b"
    r"(?=.{0,80}\b(?:moved"
    r"|proposed)\b)|\b[Aa]s an amendment\b|\bmoved an amendment\b|\bproposed an amendment\b"
    r"|^\W*(?:Motion|Amendment)(?:\s+\d)?\s+by\s.{0,160}\bseconded\b"
    r"|\bfollowing amendment\b|\b[Mm]oved\s+by\b|\b(?:moved|proposed)\s+(?:the following|a)\s+motion\b",
    re.S,
)
THING = (
    r"(?P<what>(?:(?:substantive|original|amended|first|second|third|further)\s+)?(?:motion|amendment|proposition"
    r"|recommendations?|proposals?))\b(?:\s+\((?:as amended|[^()]{1,40})\))?"
)
VERDICT = re.compile(
    rf"\b{THING}(?:(?:(?!\bfor\s+the\s+motion\b)[^.;:]){{0,180}}?\b(?:was|were|is|being|therefore|accordingly)\b(?!\s+to\b)[^.;:]{{0,60}}?|\s+"
    r"|[^.;:]{0,100}?\s(?=(?-i:NOT\s+CARRIED|CARRIED|LOST|AGREED|DEFEATED|REJECTED)\b))"
    r"(?:declared\s+)?(?P<verdict>not\s+(?:carried|agreed|approved|accepted)|carried|passed|lost|defeated|rejected"
    r"|fell|approved"
    r"|agreed|accepted|(?:declared|became)\s+(?:to\s+be\s+)?(?:the\s+)?(?:finding|decision|resolution)\s+of\s+the\s+\w+)\b"
    r"(?!\s+(?:to|into|forward|over|out)\b)"
    r"|\b(?:agreed\s+to|accepted)\s+(?:the|this|that)\s+(?:following\s+)?(?P<what2>amendment)\b",
    re.I,
)
PARTS = re.compile(
    r";\s+|,?\s+and\s+(?=(?:the\s+)?(?:\w+\s+)?(?:motion|amendment)\b[^.;]{0,120}\b(?:NOT )?(?:CARRIED|LOST|AGREED"
    r"|carried|lost)\b)"
)
DIVIDED = re.compile(r"\bfor the motion\b", re.I)
BY = re.compile(
    r"\bby\s+\d|\bon behalf of\b|\bby\s+(?:the\s+)?[A-Z]|\d\s+(?:votes?\s+)?(?:for|in favour)|\bput\b|\bvot"
)
AS_AMENDMENT = re.compile(r"(?:As an amendment|Amendment(?:\s+\d)?\s+by)\b", re.I)
# "4 voted for the motion and 3 for the amendment": one was put against the other.
AGAINST = re.compile(
    r"\bfor the (?P<one>motion|amendment)\b[^;:]{0,120}?\bfor the (?!(?P=one))(?:motion|amendment)\b", re.I
)
LOST = frozenset(("lost", "defeated", "rejected", "fell"))
PROCEDURE = re.compile(r"\b(?:be (?:now )?put(?: to the vote)?|question be put|closure|next business)\b", re.I)
INLINE_MOTION = re.compile(
    r"\bseconded,?\s+that,?\s+(?=\S)(?!the motion\b)|\b(?:moved|proposed)\b[^.]{0,120}\bthat\s+(?=\S)", re.I
)
ALONE = re.compile(
    r"^\W*(?:(?:this|it|which) was\s+)?(?P<verdict>not carried|carried|agreed|approved|lost|defeated"
    r"|all in favour|unanimous)\b(?:\s+(?:by all|unanimously|nem\.? con\.?|on a show of hands))?\W*"
    r"(?:\((?=[^()]{0,80}\b(?:for|favour|against|votes?|abst\w+)\b)[^()]{1,80}\)\W*)?$",
    re.I,
)
# "(The Council voted, 20 for and 36 against,) and it was declared lost."
ITS = re.compile(
    r"\bvot\w+\b[^.;]{0,160}?\b(?:it|which|this)\s+was\s+(?:(?:therefore|accordingly|duly)\s+)?(?:declared\s+)?"
    r"(?P<verdict>not carried|carried|lost|defeated)\b",
    re.I,
)
AMENDMENT = re.compile(r"\bamendment\b", re.I)
MOVES_THAT = re.compile(r"\bthat\b", re.I)  # behind it are the words of the motion, which may speak of amendments


@dataclass(slots=True)
class Floor:
    """What has been moved in an item and not yet been decided."""

    motion: Span | None = None  # the sentence that moved it, for its words
    amendments: list[Span] = field(default_factory=list)
    inline: bool = False  # the motion's words stand in that sentence
    words: list[Block] = field(default_factory=list)  # the motion's words, where they follow in blocks of their own
    altered: bool = False  # by an amendment that was carried or accepted
    told: bool = False  # a proposal's outcome is told: "The motion was put to the vote and agreed" is of it

    @property
    def amendment(self) -> Span | None:
        """The one moved last, which is the one that is put."""
        return self.amendments[-1] if self.amendments else None


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


def find_moved(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, text: str, floor: Floor, scene: Scene
) -> Iterator[Outcome]:
    """The outcomes of motions and amendments that block `n` tells; `floor` remembers what was moved."""
    if not MOVED.search(text) and not (floor.motion and (ALONE.match(text) or ITS.search(text))):
        return
    at = blocks[n][1].words.start
    yield from _divided(item, blocks, n, floor, scene)
    if LINE.match(text):
        yield from find_line(item, blocks, n, scene)
        return
    if nominations := list(find_nominations(item, blocks, n, text, scene)):
        yield from nominations
        return
    if proposal := find_proposal(item, blocks, n, text, scene):
        yield proposal
        floor.told = True
        return
    for start, end in _parts(text):
        sentence = text[start:end].rstrip()
        span = Span(start=at + start, end=at + start + len(sentence))
        if MOVED_WORDS.match(sentence):
            continue
        if (casting := CASTING.search(sentence)) and (floor.amendment or floor.motion):
            yield from _cast(item, casting, span, floor)
        elif verdict := VERDICT.search(sentence) or (
            ALONE.match(sentence) or ITS.search(sentence) if floor.motion else None
        ):
            yield from _decided(item, blocks, n, sentence, span, verdict, floor, scene)
        elif STATES.search(sentence) and len(sentence) < 1200 and not LINE.match(text):
            if AMENDMENT.search(MOVES_THAT.split(sentence, maxsplit=1)[0]):
                floor.amendments.append(span)
            else:
                floor.motion, floor.words, floor.altered, floor.told = span, [], False, False
                floor.inline = bool(INLINE_MOTION.search(sentence)) and not PROCEDURE.search(sentence)


OF_MINUTES = re.compile(r"(?:proposed|moved)\s+that\s+(?:the\s+)?minutes\b", re.I)


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
    if RECALLED.search(sentence[: verdict.start()]):
        return
    if word.startswith("not ") and word != "not carried" and not re.search(r"motion|amendment|proposition", what):
        return
    if "amendment" in what:
        moved = floor.amendment or put_just_above(floor.words, blocks, n) or span
        yield _outcome(item, moved, span, "reject" if _is_lost(word) else "approve", "motion-amendment")
        floor.amendments, floor.altered = floor.amendments[:-1], floor.altered or not _is_lost(word)
        return
    rival = None if _is_lost(word) else floor.amendment
    if rival and (AS_AMENDMENT.match(scene.text(rival)) or AGAINST.search(scene.text(blocks[n][1].words))):
        # The motion was put against the amendment: that it carried is that the amendment fell.
        yield _outcome(item, rival, rival, "reject", "motion-amendment")
        floor.amendments.pop()
    if OF_MINUTES.search(scene.text(floor.motion or blocks[n][1].words)):
        pass  # "… PROPOSED that the minutes be confirmed; SECONDED by Cllr Bird. The motion was carried."
    elif _is_lost(word):
        printed = floor.words and OPENS.match(scene.text(floor.words[0].words))
        words = Span(start=floor.words[0].words.start, end=floor.words[-1].words.end) if printed else floor.motion
        yield _outcome(item, words or span, span, "reject", "motion-lost")
    elif floor.motion is None and re.match(r"recommend|propos", what):
        if word == "carried" and not _said_again(blocks, n, sentence, verdict, floor, scene):
            yield _outcome(item, span, span, "approve", "motion-carried")
    elif floor.motion is not None and not _said_again(blocks, n, sentence, verdict, floor, scene):
        clauses = list(clauses_of(scene, item, floor.words)) if floor.words and not floor.altered else []
        yield from clauses or _carried(item, floor, span, scene)
    elif (
        floor.motion is None
        and not floor.told
        and what.endswith(("motion", "proposal"))
        and BY.search(sentence)
        and not _said_again(blocks, n, sentence, verdict, floor, scene)
    ):
        yield _outcome(item, span, span, "approve", "motion-carried")
    floor.motion, floor.told = None, False


def _carried(item: Item | None, floor: Floor, span: Span, scene: Scene) -> Iterator[Outcome]:
    if floor.motion is not None:
        yield _outcome(item, floor.motion, span, None, "motion-carried", INLINE_MOTION if floor.inline else None, scene)


def _cast(item: Item | None, casting: re.Match[str], span: Span, floor: Floor) -> Iterator[Outcome]:
    """The Chair's casting vote decides what is on the floor."""
    lost = casting.group("side").lower() == "against"
    on_floor = floor.amendment or floor.motion
    if on_floor is not None and lost:
        yield _outcome(item, on_floor, span, "reject", "motion-amendment" if floor.amendment else "motion-lost")
        if floor.amendments:
            floor.amendments.pop()
        else:
            floor.motion = None


def _divided(
    item: Item | None, blocks: list[tuple[int, Block]], n: int, floor: Floor, scene: Scene
) -> Iterator[Outcome]:
    """A division between the motion and an amendment, the sides named: "For the motion (9) … For the amendment (1)"."""
    text = scene.text(blocks[n][1].words)
    if not floor.amendments or not DIVIDED.search(text):
        return
    sides = find_sides(scene, [block for _, block in blocks], n)
    if sides is None or not sides.against_amendment or "against" not in sides.counts:
        return
    lost = sides.counts["for"] >= sides.counts["against"]
    yield _outcome(item, floor.amendments.pop(0), sides.span, "reject" if lost else "approve", "motion-amendment")
    floor.altered = floor.altered or not lost


def _is_lost(word: str) -> bool:
    return word in LOST or word.startswith("not ")


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, and their parts that each tell of a vote: "the amendment was LOST and the motion CARRIED"."""
    for start, end in sentences(text):
        cuts = [m.end() for m in PARTS.finditer(text, start, end)]
        yield from zip([start, *cuts], [*cuts, end], strict=True)


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
