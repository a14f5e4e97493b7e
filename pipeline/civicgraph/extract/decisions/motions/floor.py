"""What has been moved in an item and waits for its vote."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicgraph.model import Block, Span


@dataclass(slots=True)
class Floor:
    """What has been moved in an item and not yet been decided."""

    motion: Span | None = None  # the sentence that moved it, for its words
    amendments: list[Span] = field(default_factory=list)
    inline: bool = False  # the motion's words stand in that sentence
    words: list[Block] = field(default_factory=list)  # the motion's words, where they follow in blocks of their own
    altered: bool = False  # by an amendment that was carried or accepted
    told: bool = False  # a proposal's outcome is told: "The motion was put to the vote and agreed" is of it

    @property
    def amendment(self) -> Span | None:
        """The one moved last, which is the one that is put."""
        return self.amendments[-1] if self.amendments else None
