"""On which day a body passed on what another takes up: "the recommendation of the Audit Committee of 6 November"."""

from __future__ import annotations

from civicgraph.extract.names.bare import is_same, named_bodies
from civicgraph.extract.papers.cited import TO_DAY
from civicgraph.extract.scene import Scene
from civicgraph.model import Item, Mention
from civicgraph.values.dates import find_dates

REACH = 60  # characters between the two


def sent_on(scene: Scene, item: Item, sender: Mention) -> str:
    """ISO 8601; "" where the item names no day of that body, or several. A day without a year is the last such day."""
    held = scene.part.date.text if scene.part.date else ""
    days: set[str] = set()
    for _, block in scene.blocks(item):
        text = scene.text(block.words)
        found = find_dates(text, default_year=int(held[:4]) if held else None)
        for body in named_bodies(text, block.words.start) if found else ():
            end = body.span.end - block.words.start
            day = next((d for d in found if 0 < d.start - end <= REACH), None)
            if day is not None and is_same(body, sender) and TO_DAY.fullmatch(text, end, day.start):
                ahead = not day.year_given and day.iso > held
                days.add(f"{int(day.iso[:4]) - 1}{day.iso[4:]}" if ahead else day.iso)
    return days.pop() if len(days) == 1 else ""
