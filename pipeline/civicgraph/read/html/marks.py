"""What is known of an element beyond its name: by the system that made the page, or by its place on it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from civicgraph.model import BlockKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the first words under an element are."""

    kind: BlockKind | None = None
    level: int = 0
    role: Role = ""
    marker: str = ""
    identifier: str = ""
    place: str = ""
    out: str = ""  # why its words are none of the document's; "" where they are
    silent: bool = False  # left out, and not listed as dropped: its words stand elsewhere
    bare: bool = False  # the list's bullet before it says nothing
    opens: bool = False  # hidden until the reader asks for it: most of the page, folded up
    laid_out: bool = False  # a table whose cells hold blocks


Marks = dict[etree._Element, Mark]
