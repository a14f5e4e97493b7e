"""What a verdict makes of what is on the floor: an amendment lost, a motion carried that no resolution says again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.motions.announced import RESUMES
from civicgraph.extract.decisions.motions.floor import Floor
from civicgraph.extract.decisions.motions.words import OPENS, clauses_of, put_just_above
from civicgraph.extract.decisions.openers import BODY_LED, opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.scene import Scene
from civicgraph.extract.votes.ballots import find_sides
from civicgraph.extract.votes.verdicts import RECALLED
from civicgraph.model import Action, Block, Item, Span

THING = (
    r"(?P<what>(?:(?:substantive|original|amended|first|second|third|further)\s+)?(?:motion|amendment|proposition"
    r"|recommendations?|proposals?|veto))\b(?:\s+\((?:as amended|[^()]{1,40})\))?"
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
DIVIDED = re.compile(r"\bfor the motion\b", re.I)
BY = re.compile(
    r"\bby\s+\d|\bon behalf of\b|\bby\s+(?:the\s+)?[A-Z]|\d\s+(?:votes?\s+)?(?:for|in favour)|\bput\b|\bvot"
)
AS_AMENDMENT = re.compile(r"(?:As an amendment|Amendment(?:\s+\d)?\s+by)\b", re.I)
# "4 voted for the motion and 3 for the amendment", "the motion received 4 votes and the amendment 3": one was put
# against the other.
AGAINST = re.compile(
    r"\bfor the (?P<one>motion|amendment)\b[^;:]{0,120}?\bfor the (?!(?P=one))(?:motion|amendment)\b"
    r"|\b(?P<two>motion|amendment)\s+(?:having\s+)?receiv(?:ed|ing)\s+\w+(?:\s+votes?)?\b[^;:]{0,40}?"
    r"\bthe\s+(?!(?P=two))(?:motion|amendment)\b",
    re.I,
)
LOST = frozenset(("lost", "defeated", "rejected", "fell"))
PROCEDURE = re.compile(r"\b(?:be (?:now )?put(?: to the vote)?|question be put|closure|next business)\b", re.I)
INLINE_MOTION = re.compile(
    r"\bseconded(?:\s+by\s[^.;:]{3,60}?)?,?\s+that,?\s+(?=\S)(?!the motion\b)"
    r"|\b(?:moved|proposed)\b[^.]{0,120}\bthat\s+(?=\S)",
    re.I,
)
ALONE = re.compile(
    r"^\W*(?:(?:this|it|which) was\s+)?(?P<verdict>not carried|carried|agreed|approved|lost|defeated"
    r"|all in favour|unanimous)\b(?:\s+(?:by all|unanimously|nem\.? con\.?|on a show of hands))?\W*"
    r"(?:\((?=[^()]{0,80}\b(?:for|favour|against|votes?|abst\w+)\b)[^()]{1,80}\)\W*)?$",
    re.I,
)
# "(The Council voted, 20 for and 36 against,) and it was declared lost."
ITS = re.compile(
    r"(?:\bvot\w+\b[^.;]{0,160}?\b(?:it|which|this)\s+was|\bput\s+to\s+(?:the|a)\s+vote\s+and(?:\s+was)?)\s+(?:(?:therefore|accordingly|duly)\s+)?(?:declared\s+)?"
    r"(?P<verdict>not carried|carried|lost|defeated)\b",
    re.I,
)
# "… was carried and it was resolved to sell", and not "… carried and agreed accordingly"
AND_MORE = re.compile(
    r"\band\b.{0,40}\b(?:approved|agreed|resolved|adopted|endorsed|noted)\b(?!\s+(?:accordingly|unanimously)\W*$)"
)
OF_MINUTES = re.compile(r"(?:proposed|moved)\s+that\s+(?:the\s+)?minutes\b", re.I)


def decided(
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
    put = "amendment" if floor.amendments and verdict.re is ITS else "motion"  # what was moved last
    what = (named.get("what") or named.get("what2") or put).lower()
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


def cast(item: Item | None, casting: re.Match[str], span: Span, floor: Floor) -> Iterator[Outcome]:
    """The Chair's casting vote decides what is on the floor."""
    lost = casting.group("side").lower() == "against"
    on_floor = floor.amendment or floor.motion
    if on_floor is not None and lost:
        yield _outcome(item, on_floor, span, "reject", "motion-amendment" if floor.amendment else "motion-lost")
        if floor.amendments:
            floor.amendments.pop()
        else:
            floor.motion = None


def divided(
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
    if AND_MORE.search(sentence[verdict.end() :]):
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
