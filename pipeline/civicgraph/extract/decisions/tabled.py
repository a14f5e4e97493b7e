"""Decisions that stand in a table: a row each, by the column whose heading says that it has the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.verbs import noun_action, verb_of
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Span

OURS = r"(?:parish|town|community|p\.?c\.?|t\.?c\.?|council|committee|panel|members?)(?:\s+council)?(?:'s|s')?"
# "Decision", "Penderfyniad / Decision", "PC comment", "Committee's decision", and no "LPA decision"
HEAD = re.compile(
    rf"(?:\S+\s*/\s*)?(?:(?:(?:the\s+)?{OURS}\s+)?(?:decisions?|resolutions?)"
    rf"|(?:the\s+)?{OURS}\s+(?:comments?|observations?|responses?))\s*:?",
    re.I,
)
NUMBER = re.compile(r"(?:decision|minute|resolution)?\s*(?:number|no\.?|ref(?:erence)?\.?|#)\s*:?", re.I)
# What somebody else decided of these, or what the table only puts.
THEIRS = re.compile(
    r"\b(?:decisions?|applications?|notices?)\b[^.:]{0,60}\b(?:by|from|received|notified|determined|made)\b|\bdetermined\b|\bdecision\s+notices?\b",
    re.I,
)
# A text that says of the whole table what was decided.
OF_THE_TABLE = re.compile(r"\b(?:in|as\s+per|on)\s+the\s+(?:\w+\s+)?table\b|\btable\s+(?:above|below)\b", re.I)
SUM = re.compile(r"^£[\d,.]+k?\s+", re.I)  # "£500 granted"
SHORT = 9  # words: "Object, since it is too near the road"
STANCE = frozenset(("approve", "reject", "endorse", "defer", "note", "refer", "appoint"))


def find_tabled(scene: Scene, item: Item | None) -> Iterator[Outcome]:
    """A row of a table for each: "Refused (no accounts)", "£500 granted", "No objection"; a row that has the decision's
    own number beside its words has that for a label."""
    blocks = scene.blocks(item)
    if scene.part.kind not in ("minutes", "item", "decision-notice") or not any(b.kind == "row" for _, b in blocks):
        return
    if any(OF_THE_TABLE.search(scene.text(b.words)) for _, b in blocks if b.kind != "row"):
        return
    above, columns, width = "", (-1, -1), 0
    for _, block in blocks:
        if block.kind != "row":
            above, columns = scene.text(block.span), (-1, -1)
        elif found := _columns(scene, block):
            columns, width = (-1, -1) if THEIRS.search(above) else found, len(block.cells)
        elif columns[0] >= 0 and len(block.cells) == width:
            yield from _decided(scene, item, block, *columns)


def _columns(scene: Scene, row: Block) -> tuple[int, int] | None:
    """The places of the decision and of its number (-1: none) in a row of headings; None where it is no such row."""
    cells = [scene.text(cell).strip(" *\n") for cell in row.cells]
    told = [n for n, cell in enumerate(cells) if HEAD.fullmatch(cell)]
    if len(told) != 1 or len(cells) < 2:
        return None
    return told[0], next((n for n, cell in enumerate(cells) if n < told[0] and NUMBER.fullmatch(cell)), -1)


def _decided(scene: Scene, item: Item | None, row: Block, at: int, number: int) -> Iterator[Outcome]:
    cell = row.cells[at]
    text = scene.text(cell)
    start, end = len(text) - len(text.lstrip(" *\n")), len(text.rstrip(" *\n"))
    words = Span(start=cell.start + start, end=cell.start + end)
    said = SUM.sub("", text[start:end])
    if len(said.split()) > SHORT:  # "The Cabinet agreed the policy."
        label = scene.text(row.cells[number]).strip() if number >= 0 else ""
        if find_acts(said, default=None):
            yield Outcome(
                item=item, status="resolved", label=label, text=words, span=row.span, rule="decision-in-table"
            )
        return
    verb = verb_of(re.split(r"[^A-Za-z-]", said, maxsplit=1)[0])
    action = noun_action(said) or (verb.action if verb else None)
    if action in STANCE:
        told = verb.lemma if verb else action
        yield Outcome(
            item=item, status="recorded", text=words, span=row.span, rule="decision-in-table", action=action, told=told
        )
