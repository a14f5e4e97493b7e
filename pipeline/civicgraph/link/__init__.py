"""Stage 4: the names of all documents → entities: which mentions are one person, one body, one programme, and why.

Finding and identifying are two stages. Everything here stays within one council (outside organisations and Acts
apart), and accepts a match only when one candidate is left; what the names leave open stays two entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from civicgraph.ids import BASE
from civicgraph.link.names import names_of
from civicgraph.link.register import build
from civicgraph.model import Correction, Findings, Register

__all__ = ["link"]


def link(findings: Iterable[Findings], *, base: str = BASE, corrections: Sequence[Correction] = ()) -> Register:
    """One pass over the findings of all documents; keeps the distinct names of each, not what is said of them."""
    return build([names_of(one) for one in findings], base, corrections)
