"""What a report recommends, from its front sheet: proposed, not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.scene import Scene
from civicgraph.model import Span

# "Proposed record of decision", "Decision to be taken by": what the form says is not decided yet.
AHEAD = re.compile(
    r"\b(?:proposed|intended|draft|forthcoming)\b[^.\n]{0,40}\bdecisions?\b|\bdecisions?\s+(?:(?:that is|is)\s+)?to be"
    r" (?:taken|made)\b|\bnotice of (?:an )?intention\b",
    re.I,
)
TITLES = 4  # blocks in which a form says what it is


def is_ahead(scene: Scene) -> bool:
    """Does a notice say of itself that its decision is still to be taken?"""
    return any(AHEAD.search(scene.text(block.span)[:200]) for _, block in scene.blocks()[:TITLES])


def find_proposed(scene: Scene) -> Iterator[Outcome]:
    """The recommendations of a report, one outcome each."""
    blocks = {b.span: b for _, b in scene.blocks()}
    for field in scene.part.fields:
        if field.label.text != "recommendations":
            continue
        lead = ""
        last = ""
        for span in field.parts:
            block = blocks.get(span)
            words = block.words if block else span
            text = scene.text(words)
            label = block.marker.strip("().:").lower() if block and any(c.isalnum() for c in block.marker) else ""
            inner = re.match(r"^\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,4})[).]\s+", text)
            if inner and not label:
                label = inner.group("label").lower()
                words = Span(start=words.start + inner.end(), end=words.end)
                text = text[inner.end() :]
            if re.search(r"[:]\s*-?\s*$", text) or (
                not label
                and not (block and block.marker)
                and re.match(
                    r"^(?:that\s+)?(?:the\s+)?.{3,90}\b(?:is|are) (?:recommended|asked|requested|invited) to\s*$",
                    text,
                    re.I,
                )
            ):
                lead = ""
                continue
            asked = re.match(
                r"^(?:that\s+)?(?:the\s+)?.{3,120}?\b(?:is|are) (?:recommended|asked|requested|invited"
                r"|recommended that it)\s*(?:to|that)?:?\s+(?=\S)",
                text,
                re.I,
            )
            if asked:
                words = Span(start=words.start + asked.end(), end=words.end)
            elif not label and not (block and block.marker) and last:
                continue
            start = words.start if last else field.label.span.start
            last = label or "-"
            yield Outcome(
                item=None,
                status="proposed",
                label=label,
                text=words,
                span=Span(start=start, end=words.end),
                lead=lead,
                rule="report-recommendation",
            )
