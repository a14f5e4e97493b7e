"""Where a part says what was decided: its blocks in order, each a resolution's, a motion's, talk, or narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.elsewhere import is_other_body, is_other_day
from civicgraph.extract.decisions.motions import Floor, announces, find_moved, resumes
from civicgraph.extract.decisions.moved import names_movers, quoted_until
from civicgraph.extract.decisions.narrative import find_told
from civicgraph.extract.decisions.openers import LEAD_END, body_led, opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.resolutions import (
    NARROW,
    REASONS,
    Resolution,
    add_clause,
    close_resolution,
    continues,
    is_bullet,
    marker_kind,
    open_resolution,
)
from civicgraph.extract.decisions.subjects import TOGETHER, subject
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, Item, Span

IN_MINUTES = re.compile(r"^minutes\s*:$", re.I)
ACTS = re.compile(subject(TOGETHER))
VOTED_ON = re.compile(r"^\W*(?!that\b)(?:the )?(?:\w+ ){0,2}(?:amendment|motion)\b", re.I)
SETTLES = re.compile(
    r"^\W*(?:(?:this|it|which|the (?:application|proposal|motion|recommendation)s?) (?:was|were) |all )?"
    r"(?:unanimously )?(?:agreed|approved"
    r"|carried|accepted|in favour)\b.{0,40}$",
    re.I,
)
DECISION_LABEL = re.compile(r"^decisions?\s*:$", re.I)


def find_outcomes(scene: Scene, item: Item | None) -> list[Outcome]:
    """The outcomes of an item (of the whole part without one), in the order of the text."""
    return sorted(_outcomes(scene, item), key=lambda outcome: outcome.text.start)


def _outcomes(scene: Scene, item: Item | None) -> Iterator[Outcome]:
    blocks = _record(scene, item)
    floor = Floor()
    opened: Resolution | None = None
    talk: str | None = None  # kind of marker of the block that leads into points of discussion; None: no such list
    moved = ""  # what is being read, as `announces` calls it
    again = False
    quoted = 0  # one past the block that closes the quotation marks of a motion
    above: Span | None = None  # the paragraph before, where no outcome was told of its matter
    matter = ""  # marker of the point that is being told of
    settled = False  # has an outcome been told of it?
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.words)
        start = block.words.start
        if DECISION_LABEL.match(text):
            yield from close_resolution(scene, item, opened)
            opened, talk, moved = Resolution(start=start, lead="", status="resolved"), None, ""
            # A web page tells the votes that it prints under "Decision:" again under "Minutes:".
            again = any(IN_MINUTES.match(scene.text(b.words).strip()) for _, b in blocks[n:])
            continue
        again = again and not IN_MINUTES.match(text.strip())
        last, above = above, None
        if block.marker or not matter:
            matter, settled = block.marker, False
        if (opener := opener_in(text, block)) and not _is_told_of_others(scene, text[: opener.start()]):
            yield from close_resolution(scene, item, opened)
            before = text[: opener.start()]
            if len(before.split()) > 3:
                yield from find_told(scene, item, before, start)
            opened, talk, moved = open_resolution(text, block, opener), None, ""
            # "RESOLVED: no objection. Clerk to reply."
            yield from find_told(scene, item, text[opener.end() :], start + opener.end(), discussion=True)
            continue
        # A decision list of what became of each motion: these are no clauses.
        votes = list(find_moved(item, blocks, n, text, floor, scene)) if opened and VOTED_ON.match(text) else []
        if opened is not None and votes:
            yield from () if again else votes
            opened.wants = False
            continue
        if opened is not None and continues(opened, block, text):
            add_clause(opened, block, text)
            if not again:
                yield from (o for o in find_moved(item, blocks, n, text, floor, scene) if o.rule == "motion-amendment")
            continue
        if opened is not None and NARROW.match(text):
            continue
        yield from close_resolution(scene, item, opened)
        if opened is not None and REASONS.match(text) and not opened.wants:
            opened, talk = None, ""
            continue
        opened = None
        if moved and (n < quoted or not resumes(text, block, moved)):
            if moved == "motion" and floor.amendment is None:
                floor.words.append(block)
            continue
        following = scene.text(blocks[n + 1][1].words) if n + 1 < len(blocks) else ""
        moved = announces(text) or ("motion" if names_movers(text, following) else "")
        on_floor = list(find_moved(item, blocks, n, text, floor, scene))
        yield from on_floor
        if moved:
            talk, quoted = None, quoted_until(scene, blocks, n + 1) or 0
            continue
        if talk is not None and _is_point(block, talk):
            told = list(find_told(scene, item, text, start, discussion=True, above=last))
            yield from told
            settled = settled or bool(told)
            above = None if settled else block.words
            continue
        talk = None
        if lead := body_led(text):
            opened = Resolution(start=start, lead=lead, status="recorded", led_by={"": block.words})
            continue
        if LEAD_END.search(text) and len(text) < 600:
            talk = _kind(block)
        # What a motion's outcome says is not told again by the sentence that says it.
        told = [
            outcome
            for outcome in find_told(scene, item, text, start, above=last)
            if not (on_floor and SETTLES.match(scene.text(outcome.span)))
            and not any(one.span.overlaps(outcome.span) for one in on_floor)
        ]
        yield from told
        settled = settled or bool(told) or bool(on_floor)
        above = None if settled or block.kind == "heading" else block.words
    yield from close_resolution(scene, item, opened)


def _is_told_of_others(scene: Scene, before: str) -> bool:
    """ "The Cabinet, at its meeting on 1 March, (RESOLVED …)" in the minutes of another body, or of a later day."""
    if not before.strip():
        return False
    start, _ = sentences(before)[-1]
    said = before[start:]
    acts = ACTS.match(said)
    return acts is not None and (is_other_body(scene, acts.group()) or is_other_day(scene, said, ""))


def _kind(block: Block) -> str:
    """ "" for a paragraph, "-" for a bullet, else the kind of its marker."""
    if not block.marker:
        return ""
    return "-" if is_bullet(block) else marker_kind(block.marker.strip("().:"), "")


def _is_point(block: Block, lead: str) -> bool:
    """Is this block a point in the list that a block with a marker of kind `lead` introduced?"""
    return bool(block.marker) and (is_bullet(block) or _kind(block) != lead)


def _record(scene: Scene, item: Item | None) -> list[tuple[int, Block]]:
    """The blocks of an item that tell what happened: on a web page those after "Minutes:" or "Decision:"."""
    blocks = scene.blocks(item)
    if item is not None:
        title = item.title.span
        run_on = [(i, b) for i, b in blocks[:2] if b.words.covers(title) and b.words.end > title.end + 30]
        blocks = run_on + [(i, b) for i, b in blocks if b.span.start > title.end or not b.span.covers(title)]
    listed = [span for names in scene.part.names for span in names.lines]
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.span).strip()
        if IN_MINUTES.match(text) or DECISION_LABEL.match(text):
            return blocks[n + (1 if IN_MINUTES.match(text) else 0) :]
    return [(i, b) for i, b in blocks if b.kind != "row" and not any(span.overlaps(b.span) for span in listed)]
