"""Earlier meetings whose minutes a meeting approved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Approval, Item, Span
from civicgraph.values.dates import find_dates

MINUTES = re.compile(r"\b(?:minutes|record)\b", re.I)
APPROVED = re.compile(
    r"\b(?:approved|agreed|signed|confirmed|adopted|accepted|correct(?:ly)? record|true (?:and \w+ )?(?:record"
    r"|reflection|account)|taken as (?:a )?read|accurate|confirm|approve|agree|accept|adopt|proposed as"
    r"|ratified)\b",
    re.I,
)
NOT_YET = re.compile(
    r"^(?:to (?:agree|approve|confirm|receive|consider|sign|note)|(?:\([a-z]\)\s*)?to\b"
    r"|that (?:the )?.{0,40}to be)",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:refus|declin|defer|postpon|withh[eo]ld)\w*\b|\bcannot\b|\bunable\s+to\b|\bno\s+longer\b"
    r"|\bnot\s+(?:\w+\s+){0,2}?(?:approv|agree|sign|confirm|adopt|accept|ratif|taken|true|correct|accurate|available)",
    re.I,
)
NOTED = re.compile(r"\bminutes\b.{0,120}\b(?:be|were|was) (?:noted|received)\b", re.I | re.S)


def find_approvals(scene: Scene) -> Iterator[Approval]:
    """One for each meeting's date: stated in the clause that approves, else in the title over it."""
    if scene.meeting is None or scene.part.kind not in ("minutes", "item", "decision-notice"):
        return
    held = scene.part.date.text if scene.part.date else ""
    seen: set[str] = set()
    for n, item in enumerate(scene.part.items or (None,)):
        for iso, span in _of_item(scene, item, held):
            if iso not in seen and iso != held:
                seen.add(iso)
                yield Approval(
                    meeting=scene.meeting, minutes_of=iso, span=span, rule="approval",
                    item=scene.first_item + n if item is not None else None,
                )  # fmt: skip


def _of_item(scene: Scene, item: Item | None, held: str) -> list[tuple[str, Span]]:
    title = scene.text(item.title.span) if item else ""
    about = bool(MINUTES.search(title)) or bool(re.search(r"previous meeting|last meeting", title, re.I))
    out: list[tuple[str, Span]] = []
    said, approved = [], False
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        if NOT_YET.match(text) or len(text) > 2500:
            if about and NOT_YET.match(text):
                said.append((text, block.words))
            continue
        minutes = MINUTES.search(text)
        cue = APPROVED.search(text)
        if cue and _is_refused(text, cue):
            cue = None
        if (
            minutes
            and cue
            and (about or re.search(r"\bminutes (?:of|from|for) ", text, re.I))
            and not NOTED.search(text)
        ):
            dates = [d for d in _dates(text, held) if abs(d[1] - minutes.start()) < 260]
            if dates:
                out += [
                    (
                        iso,
                        Span(
                            start=block.words.start + min(minutes.start(), start),
                            end=block.words.start + max(end, cue.end()),
                        ),
                    )
                    for iso, start, end in dates
                ]
            else:
                approved = True
                said.append((text, block.words))
        elif about:
            approved = approved or bool(cue)
            said.append((text, block.words))
    if not out and approved and about and item is not None:
        for text, span in [(title, item.title.span), *said[:4]]:
            dates = _dates(text, held)
            if dates:
                return [(iso, Span(start=span.start + a, end=span.start + b)) for iso, a, b in dates]
    return out


def _is_refused(text: str, cue: re.Match[str]) -> bool:
    """ "REFUSED to approve the minutes", "the minutes be not approved": in the sentence of the word that approves."""
    start, end = next(((a, b) for a, b in sentences(text) if a <= cue.start() < b), (0, len(text)))
    return bool(REFUSED.search(text[start:end]))


def _dates(text: str, held: str) -> list[tuple[str, int, int]]:
    """Dates of a text that lie before the meeting; without a year, the last such day before it."""
    year = int(held[:4]) if held else None
    out = []
    for date in find_dates(text, default_year=year):
        iso = date.iso
        if not date.year_given and held and iso > held:
            iso = f"{int(iso[:4]) - 1}{iso[4:]}"
        if not held or iso < held:
            out.append((iso, date.start, date.end))
    return out
