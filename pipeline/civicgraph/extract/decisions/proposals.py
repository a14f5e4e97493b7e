"""What a report recommends, from its front sheet: proposed, not decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.scene import Scene
from civicgraph.model import Span


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
