"""An item's blocks as they are read, and what has been seen so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph.extract.decisions.labels import inner_label, is_bullet, kind_of, label_of
from civicgraph.extract.decisions.motions.floor import Floor
from civicgraph.extract.decisions.motions.moved import find_moved
from civicgraph.extract.decisions.openers import opener_in
from civicgraph.extract.decisions.outcomes import Outcome
from civicgraph.extract.decisions.record import DECISION_LABEL, IN_MINUTES
from civicgraph.extract.decisions.resolutions.closing import close_resolution
from civicgraph.extract.decisions.resolutions.resolution import Resolution
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Item, Span

THAT = re.compile(r"\W*(?:\w\W+)?that\b", re.I)  # over what follows "RESOLVED" or a vote


@dataclass(slots=True)
class Reading:
    """An item's blocks as they are read, each a label, a marker, a part of the resolution under it, a motion's words,
    a lead-in, or telling."""

    scene: Scene
    item: Item | None
    blocks: list[tuple[int, Block]]
    floor: Floor = field(default_factory=Floor)
    opened: Resolution | None = None
    talk: str | None = None  # kind of marker of the block that leads into points of discussion; None: no such list
    moved: str = ""  # what is being read, as `announces` calls it
    again: bool = False
    quoted: int = 0  # one past the block that closes the quotation marks of a motion
    last: Span | None = None  # the paragraph before, where no outcome was told of its matter
    above: Span | None = None  # the same, for the block after this one
    matter: str = ""  # marker of the point that is being told of
    settled: bool = False  # has an outcome been told of it?
    openers: list[re.Match[str] | None] = field(init=False)  # "RESOLVED" in each block
    opens_below: list[bool] = field(init=False)  # is one under the block, before the next "Decision:"?

    def __post_init__(self) -> None:
        texts = [self.scene.text(block.words) for _, block in self.blocks]
        self.openers = [opener_in(text, block) for text, (_, block) in zip(texts, self.blocks, strict=True)]
        self.opens_below = [False] * len(texts)
        for n in range(len(texts) - 1, 0, -1):
            if not DECISION_LABEL.match(texts[n]) and not IN_MINUTES.match(texts[n].strip()):
                self.opens_below[n - 1] = self.openers[n] is not None or self.opens_below[n]

    def close(self) -> Iterator[Outcome]:
        opened, self.opened = self.opened, None
        return close_resolution(self.scene, self.item, opened)

    def on_floor(self, n: int, text: str) -> list[Outcome]:
        return list(find_moved(self.item, self.blocks, n, text, self.floor, self.scene))

    def label_after(self, n: int, over: int = 1) -> str:
        """The label of the block after one, or of the first that has one of the `over` after it; "" for none."""
        below = self.blocks[n + 1 : n + 1 + over]
        labels = (label_of(block) or inner_label(self.scene.text(block.words))[0] for _, block in below)
        return next(filter(None, labels), "")


def kind_of_point(block: Block) -> str:
    """ "" for a paragraph, "-" for a bullet, else the kind of its marker."""
    if not block.marker:
        return ""
    return "-" if is_bullet(block) else kind_of(label_of(block))


def is_point(block: Block, lead: str) -> bool:
    """Is this block a point in the list that a block with a marker of kind `lead` introduced?"""
    return bool(block.marker) and (is_bullet(block) or kind_of_point(block) != lead)
