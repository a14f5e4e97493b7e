"""The blocks of an item that tell what happened in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from civicgraph.extract.decisions.labels import labelled
from civicgraph.extract.decisions.openers import body_led
from civicgraph.extract.decisions.verbs import forms
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Span

IN_MINUTES = re.compile(r"^minutes\s*:$", re.I)
DECISION_LABEL = re.compile(
    r"^(?:summary\s+of\s+)?(?:the\s+)?decisions?(?:\s+(?:made|taken))?\s*[:\u2013-]$"
    r"|^(?:decisions?\s+(?:made|taken)|summary\s+of\s+(?:the\s+)?decisions?"
    r"|decision\s+of\s+(?:the\s+)?(?:executive|cabinet|portfolio|lead|leader|mayor)\b[^.:]{0,80}|that\s*:?\s*-?)$",
    re.I,
)

BREAKS_OFF = re.compile(r"\bbe\s{0,3}$")
PARTICIPLE = re.compile(rf"[\"'(*]{{0,3}}(?:{forms('participle')})\b", re.I)
DAY_BEFORE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s{1,4}-\s{1,4}$")
# The second: "9. The invoices were checked and passed. Paint …", of which no title is so long.
SENTENCE = re.compile(
    r"[A-Z](?:\S+\s+){2,}(?:was|were)\s+(?:accepted|adopted|agreed|approved)\s?:$|(?!To\s)[A-Z](?:\S+\s+){6,}\S+\.$|(?=.{160})(?!To\s)[A-Z](?:[^\s.]+\s+){3,}[^\s.]+\.\s+[A-Z]",
    re.S,
)
# Between a title and what is told on its line: a sentence of its own.
BEHIND = re.compile(r"\s*(?:[:.\u2026]|[-\u2013]\s|(?<=\w)\s)\s*(?=[A-Z](?:\S*\s+){4})")

# "The swing is broken. Decision: to mend it. Action: Clerk to ring the maker.": labels that stand in the paragraph.
LABEL_WITHIN = re.compile(
    r"(?<=[.!?;)])\s+(?=(?:Decision|DECISION|Resolution|Outcome|Actions?|ACTIONS?)\s?(?::|\s-|\s\u2013)\s*\S)"
)
# "RESOLVED to merge them. RESOLVED that the terms come to the next meeting.": a second resolution in a paragraph.
MARKER = r"(?:RESOLVED|Resolved|AGREED|DECIDED|RECOMMENDED)\b"
AGAIN = re.compile(
    rf"(?<=[.;)])\s+(?=(?:PENDERFYNWYD\s*/\s*)?(?:(?i:it\s+was)\s+(?i:(?:further|also|then|unanimously)\s+)*)?{MARKER}(?!\s+by\b))"
)


def _parted(scene: Scene, block: Block) -> Iterator[Block]:
    """A paragraph in pieces, a new one where a label stands in it as it might over a paragraph of its own."""
    text = scene.text(block.words)
    cuts = []
    if block.kind in ("paragraph", "list"):
        again = (cut.end() for cut in AGAIN.finditer(text) if re.search(MARKER, text[: cut.start()]))
        cuts = sorted({*(cut.end() for cut in LABEL_WITHIN.finditer(text)), *again})
    for start, end in pairwise([0, *cuts, len(text)]):
        at = block.words.start
        words = Span(start=at + start, end=at + start + len(text[start:end].rstrip()))
        yield replace(block, words=words, marker="" if start else block.marker) if cuts else block


def _behind(scene: Scene, block: Block, title: Span) -> Block:
    """What a paragraph tells behind its run-in title: "4. To receive reports – It was noted that …"."""
    rest = BEHIND.match(scene.folded, title.end, block.words.end)
    return replace(block, words=Span(start=rest.end(), end=block.words.end)) if rest else block


def blocks_of(scene: Scene, item: Item | None) -> list[tuple[int, Block]]:
    """The blocks of an item that tell what happened: on a web page those after "Minutes:" or "Decision:"."""
    blocks = scene.blocks(item)
    if item is not None:
        title = item.title.span
        run_on = [(i, b) for i, b in blocks[:2] if b.words.covers(title) and b.words.end > title.end + 30]
        run_on = [] if is_dated(scene, item) else run_on  # behind the title is how it was decided
        run_on = [(i, _behind(scene, b, title)) for i, b in run_on]
        if blocks and body_led(scene.text(blocks[0][1].words), alone=True):
            run_on = (
                run_on or blocks[:1]
            )  # "As Cabinet Member for Roads, I agree to:", which a form's segments take for a title
        if len(blocks) == 1 and blocks[0][1].kind != "heading":
            run_on = run_on or blocks  # "6.4 Clerk to order the salt": the line is all there is
        elif blocks and blocks[0][1].kind == "list" and SENTENCE.match(scene.text(blocks[0][1].words)):
            run_on = run_on or blocks[:1]  # "3. Members objected to the path.": a paragraph that counts as an item
        blocks = run_on + [(i, b) for i, b in blocks if b.span.start > title.end or not b.span.covers(title)]
    listed = [span for names in scene.part.names for span in names.lines]
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.span).strip()
        if IN_MINUTES.match(text) or DECISION_LABEL.match(text):
            blocks = blocks[n + (1 if IN_MINUTES.match(text) else 0) :]
            break
    else:
        blocks = [(i, b) for i, b in blocks if b.kind != "row" and not any(span.overlaps(b.span) for span in listed)]
    blocks = [(i, piece) for i, block in _whole(scene, blocks) for piece in _parted(scene, block)]
    return labelled(blocks, [scene.text(block.words) for _, block in blocks])


def _whole(scene: Scene, blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """The blocks, one that breaks off before its verb with the one that has it: "That the plan be" / "REFUSED"."""
    out: list[tuple[int, Block]] = []
    for i, block in blocks:
        if out and BREAKS_OFF.search(scene.text(out[-1][1].words)) and PARTICIPLE.match(scene.text(block.words)):
            before = out[-1][1]
            words, span = (
                Span(start=a.start, end=b.end) for a, b in ((before.words, block.words), (before.span, block.span))
            )
            out[-1] = (out[-1][0], replace(before, words=words, span=span))
        else:
            out.append((i, block))
    return out


def is_dated(scene: Scene, item: Item) -> bool:
    """Is an item one of a page of decisions: "18/02/2020 - Parking charges"?"""
    start = item.title.span.start
    return bool(DAY_BEFORE.search(scene.document.text, max(0, start - 20), start))
