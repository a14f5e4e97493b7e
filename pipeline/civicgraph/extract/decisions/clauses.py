"""Where a part says what was decided: its blocks in order, each a resolution's, a motion's, talk, or narrative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.elsewhere import is_other_body, is_other_day, is_other_year
from civicgraph.extract.decisions.grounds import extend_ground, is_ground
from civicgraph.extract.decisions.labels import FIRST, inner_label, is_bullet, kind_of, label_of, labelled
from civicgraph.extract.decisions.motions import Floor, announces, find_moved, resumes
from civicgraph.extract.decisions.moved import names_movers, quoted_until
from civicgraph.extract.decisions.narrative import find_told
from civicgraph.extract.decisions.opened import CLAUSE_START, REASONS, Resolution
from civicgraph.extract.decisions.openers import LEAD_END, body_led, opener_in, word_of
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.proposals import is_put
from civicgraph.extract.decisions.reported import is_reported
from civicgraph.extract.decisions.resolutions import (
    NARROW,
    add_clause,
    close_resolution,
    continues,
    is_subheading,
    is_subject,
    open_resolution,
)
from civicgraph.extract.decisions.seconded import LINE
from civicgraph.extract.decisions.subjects import ALONE, TOGETHER, subject
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Block, DecisionStatus, Item, Span
from civicgraph.values.honorifics import TITLE_S

IN_MINUTES = re.compile(r"^minutes\s*:$", re.I)
ACTS = re.compile(subject(TOGETHER))
VOTED_ON = re.compile(r"^\W*(?!that\b)(?:the )?(?:\w+ ){0,2}(?:amendment|motion)\b", re.I)
SETTLES = re.compile(
    r"^\W*(?:(?:this|it|which|the (?:application|proposal|motion|recommendation)s?) (?:was|were) |all )?"
    r"(?:put to the vote and )?(?:unanimously )?(?:agreed|approved"
    r"|carried|accepted|in favour)\b.{0,40}$",
    re.I,
)
DECISION_LABEL = re.compile(
    r"^(?:summary\s+of\s+(?:the\s+)?)?decisions?(?:\s+(?:made|taken))?\s*:$"
    r"|^(?:decisions?\s+(?:made|taken)|summary\s+of\s+(?:the\s+)?decisions?"
    r"|decision\s+of\s+(?:the\s+)?(?:executive|cabinet|portfolio|lead|leader|mayor)\b[^.:]{0,80}|that\s*:?\s*-?)$",
    re.I,
)


# "The Committee agreed:-" over clauses with labels is as formal as "RESOLVED:".
AGREES = frozenset(("agree", "decide", "approve", "determine"))
THAT = re.compile(r"\W*(?:\w\W+)?that\b", re.I)
SUBJUNCTIVE = re.compile(
    r"(?i:that|the)\s.{3,600}?(?<!would)(?<!will)(?<!should)(?<!could)(?<!may)(?<!must)(?<!can)(?<!shall)(?<!to)\sbe\s+[a-z]",
    re.S,
)
# Over words that are put to a body, or offered beside its decision.
PUT = re.compile(
    r"\b(?:recommend(?:ation|ed)?s?|proposals?|motions?|amendments?|asked|petitions?|questions?|suggest\w*|conditions?)\b"
    r"[^.]{0,200}[:-]\s*$|^(?:\w+\s){0,2}(?:motion|amendment|recommendation)s?\s(?:on|of|by|to|from)\b[^.]{3,80}$"
    r"|^\W*(?:recommend(?:ation|ed)s?\W*$|(?:reasons?|alternatives?|(?:other )?options)\b)",
    re.I,
)
DAY_BEFORE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s{1,4}-\s{1,4}$")
ON_A_DAY = re.compile(r"^\W*(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s./-]+\w+[\s./-]+\d{2,4}\W*$")
# What happened before it: "A report was submitted and Councillor Lee spoke to it", "Consideration was given to …".
LED_UP = re.compile(
    rf"^(?:The|An?|{TITLE_S}|Consideration|Further)\b[^.;]{{0,200}}?"
    r"\b(?:(?:was|were|had been)\s+(?:submitted|received|presented|circulated|considered|introduced|tabled|given)"
    r"|(?:considered|received|presented|introduced)\s+(?:the|an?)\b"
    r"|(?:moved|proposed|seconded)\b)"
)
DECIDED = re.compile(
    r"\b(?:taken|made)\s+(?:the|a)\s+decision\s+(?:to|that)\b|\b(?:has|have)\s+(?:decided|agreed|resolved|approved)\b"
)
# Over a list of what might have been decided.
OPTIONS = re.compile(
    r"\b(?:considered|options?|steps|points|comments|issues|representations?|questions)\s*:\s*-?\s*$", re.I
)
# Under "Decision:" too: "No Member declared an interest.", "The Leader made none.", "Councillor Reed had sent …".
TOLD_THERE = re.compile(
    rf"^(?:No|Nobody|None|Nothing|There)\b[^.;:]{{0,120}}\.?\s*$|^(?:The|{TITLE_S})\b[^.;:]{{2,120}}?\b(?:made|had|has|gave"
    r"|declared|sent|announced|reported|advised|informed|explained)\b"
)
# What the paper before a body wanted: "Cabinet was asked to consider the minutes".
ASKED_TO = re.compile(
    r"\b(?:was|were|had been) (?:asked|invited|requested) to (?:consider|note|approve|agree|receive|endorse)\b"
)
# Between a title and what is told on its line: a sentence of its own.
BEHIND = re.compile(r"\s*(?:[:.\u2026]|[-\u2013]\s)\s*(?=[A-Z](?:\S*\s+){4})")


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
            if opened is not None and opened.wants and text[:1] in "Tt":
                continue
            yield from close_resolution(scene, item, opened)
            opened, talk, moved = Resolution(start=start, lead="", status="resolved", form=True), None, ""
            # A web page tells the votes that it prints under "Decision:" again under "Minutes:".
            again = any(IN_MINUTES.match(scene.text(b.words).strip()) for _, b in blocks[n:])
            continue
        again = again and not IN_MINUTES.match(text.strip())
        last, above = above, None
        if block.marker or not matter:
            matter, settled = block.marker, False
        within = opened is not None and not opened.wants and bool(block.marker) and continues(opened, block, text)
        if not within and (opener := opener_in(text, block)) and not _is_told_of_others(scene, text, opener):
            yield from close_resolution(scene, item, opened)
            before = text[: opener.start()]
            if len(before.split()) > 3:
                yield from find_told(scene, item, before, start)
            talk, moved = None, ""
            if word_of(opener) == "recommended" and is_put(
                scene, text[opener.end() :], [b for _, b in blocks[n + 1 :]]
            ):
                opened, moved = None, "asked"
                continue
            opened = open_resolution(text, block, opener)
            if n and floor.motion is not None and floor.motion.end > blocks[n - 1][1].span.start:
                floor.motion = None  # "moved by Councillor Lee, seconded by Councillor Reed and" / "RESOLVED that …"
            # "RESOLVED: no objection. Clerk to reply."
            yield from find_told(scene, item, text[opener.end() :], start + opener.end(), discussion=True)
            continue
        if opened is not None and is_ground(opened, block, text):
            extend_ground(scene, opened, block)
            continue
        if opened is not None and is_subheading(opened, block, text, _label_after(scene, blocks, n, over=2)):
            continue
        if opened is not None and opened.form and opened.wants:
            if REASONS.match(text):
                continue  # "Decision maker: Cabinet"
            if talk is not None and _is_point(block, talk):
                continue
            talk = None
            if _is_story(block, text):
                talk = _kind(block) if OPTIONS.search(text) else None
                on_floor = [] if again else list(find_moved(item, blocks, n, text, floor, scene))
                yield from on_floor or find_told(scene, item, text, start)
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
        if moved and (n < quoted or not (quoted or resumes(text, block, moved))):
            if moved == "motion" and floor.amendment is None:
                floor.words.append(block)
            continue
        if LINE.match(text) and text.endswith(":"):
            opened = Resolution(start=start, lead="agree", status="recorded")  # "…, seconded by X and agreed:"
            continue
        following = scene.text(blocks[n + 1][1].words) if n + 1 < len(blocks) else ""
        moved = announces(text) or ("motion" if names_movers(text, following) else "")
        on_floor = list(find_moved(item, blocks, n, text, floor, scene))
        if (
            [one.rule for one in on_floor] == ["motion-carried"]
            and _label_after(scene, blocks, n) in FIRST
            and THAT.match(following)
        ):
            # "The proposals were put to the vote and carried." / "(1) that …": a page that lost its "Resolved".
            opened = Resolution(start=start, lead="", status="resolved")
            continue
        yield from on_floor
        if moved:
            talk, quoted = None, quoted_until(scene, blocks, n + 1) or 0
            continue
        unmarked = _is_unmarked(scene, item, block, text, [b for _, b in blocks[:n]])
        if talk is not None and _is_point(block, talk) and not (unmarked and label_of(block) in FIRST):
            told = list(find_told(scene, item, text, start, discussion=True, above=last))
            yield from told
            settled = settled or bool(told)
            above = None if settled else block.words
            continue
        talk = None
        if led := body_led(text, alone=_decides_alone(scene)):
            lead, by = led
            formal = by == "resolve" or by in AGREES and _label_after(scene, blocks, n) not in ("", "-")
            status: DecisionStatus = "resolved" if formal else "recorded"
            opened = Resolution(start=start, lead=lead, status=status, led_by={"": block.words})
            continue
        if unmarked:
            opened = Resolution(start=start, lead="", status="resolved")
            add_clause(opened, block, text)
            continue
        if LEAD_END.search(text) and len(text) < 600:
            talk = _kind(block)
        # What a motion's outcome says is not told again by the sentence that says it.
        told = [
            outcome
            for outcome in find_told(scene, item, text, start, above=last)
            if not ((on_floor or floor.told) and SETTLES.match(scene.text(outcome.span)))
            and not any(one.span.overlaps(outcome.span) for one in on_floor)
        ]
        yield from told
        settled = settled or bool(told) or bool(on_floor)
        above = None if settled or block.kind == "heading" else block.words
    yield from close_resolution(scene, item, opened)


def _is_dated(scene: Scene, item: Item) -> bool:
    """Is an item one of a page of decisions: "18/02/2020 - Parking charges"?"""
    start = item.title.span.start
    return bool(DAY_BEFORE.search(scene.document.text, max(0, start - 20), start))


def _is_unmarked(scene: Scene, item: Item | None, block: Block, text: str, above: list[Block]) -> bool:
    """Is it a clause whose "RESOLVED" was lost on the way: "That the press and public be excluded …", "That Cabinet:"?
    What is recommended to a body, or asked of it, is printed the same way under a line that says so."""
    stands = text.startswith("That ") or label_of(block) in FIRST and CLAUSE_START.match(text)
    if scene.part.kind not in ("minutes", "item") or not stands:
        return False
    if any(PUT.search(scene.text(block.words)) for block in above):
        return False
    dated = item is not None and _is_dated(scene, item)
    return is_subject(text) or bool(find_acts(text, default=None)) and (dated or bool(SUBJUNCTIVE.match(text)))


def _label_after(scene: Scene, blocks: list[tuple[int, Block]], n: int, over: int = 1) -> str:
    """The label of the block after one, or of the first that has one of the `over` after it; "" where none has."""
    labels = (label_of(block) or inner_label(scene.text(block.words))[0] for _, block in blocks[n + 1 : n + 1 + over])
    return next(filter(None, labels), "")


def _is_story(block: Block, text: str) -> bool:
    """Under "Decision:", does a paragraph only tell what led to it ("The Lead Member considered a report …") or when it
    was taken?"""
    if block.marker and "." not in label_of(block) or CLAUSE_START.match(text) or DECIDED.search(text):
        return False
    if ON_A_DAY.match(text) or OPTIONS.search(text) or LED_UP.match(text):
        return True
    if TOLD_THERE.match(text) or ASKED_TO.search(text):
        return True
    return len(text.split()) > 6 and not find_acts(text, default=None)


def _decides_alone(scene: Scene) -> bool:
    """May one member have decided alone here? Not in the minutes of those who sit together."""
    return scene.body is None or re.match(ALONE, scene.body.name) is not None


def _is_told_of_others(scene: Scene, text: str, opener: re.Match[str]) -> bool:
    """ "The Cabinet, at its meeting on 1 March, (RESOLVED …)" in the minutes of another body, or of a later day."""
    before = text[: opener.start()]
    if not before.strip():
        return False
    if is_other_year(scene, text[opener.end("caps") :] if opener.group("caps") else ""):
        return True
    start, _ = sentences(before)[-1]
    said = before[start:]
    if is_reported(said):
        return True
    acts = ACTS.match(said)
    return acts is not None and (is_other_body(scene, acts.group()) or is_other_day(scene, said, ""))


def _kind(block: Block) -> str:
    """ "" for a paragraph, "-" for a bullet, else the kind of its marker."""
    if not block.marker:
        return ""
    return "-" if is_bullet(block) else kind_of(label_of(block))


def _is_point(block: Block, lead: str) -> bool:
    """Is this block a point in the list that a block with a marker of kind `lead` introduced?"""
    return bool(block.marker) and (is_bullet(block) or _kind(block) != lead)


def _behind(scene: Scene, block: Block, title: Span) -> Block:
    """What a paragraph tells behind its run-in title: "4. To receive reports – It was noted that …"."""
    rest = BEHIND.match(scene.folded, title.end, block.words.end)
    return replace(block, words=Span(start=rest.end(), end=block.words.end)) if rest else block


def _record(scene: Scene, item: Item | None) -> list[tuple[int, Block]]:
    """The blocks of an item that tell what happened: on a web page those after "Minutes:" or "Decision:"."""
    blocks = scene.blocks(item)
    if item is not None:
        title = item.title.span
        run_on = [(i, b) for i, b in blocks[:2] if b.words.covers(title) and b.words.end > title.end + 30]
        run_on = [] if _is_dated(scene, item) else run_on  # behind the title is how it was decided
        run_on = [(i, _behind(scene, b, title)) for i, b in run_on]
        if len(blocks) == 1 and blocks[0][1].kind != "heading":
            run_on = run_on or blocks  # "6.4 Clerk to order the salt": the line is all there is
        blocks = run_on + [(i, b) for i, b in blocks if b.span.start > title.end or not b.span.covers(title)]
    listed = [span for names in scene.part.names for span in names.lines]
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.span).strip()
        if IN_MINUTES.match(text) or DECISION_LABEL.match(text):
            blocks = blocks[n + (1 if IN_MINUTES.match(text) else 0) :]
            break
    else:
        blocks = [(i, b) for i, b in blocks if b.kind != "row" and not any(span.overlaps(b.span) for span in listed)]
    return labelled(blocks, [scene.text(block.words) for _, block in blocks])
