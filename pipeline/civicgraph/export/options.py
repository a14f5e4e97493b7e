"""What a user may ask of a format."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """As the command has them; what was not asked has its default."""

    preset: str = ""
    """A projection of queries/projections/, by name; "" is people-and-bodies."""
    council: str = ""
    body: str = ""
    since: str = ""  # YYYY-MM-DD
    until: str = ""
    floor: int = 0
    """How often at least two things must be met together; 0 is what the projection says."""
    excel: bool = False

    def asked(self) -> tuple[str, ...]:
        """Names of the options that differ from their defaults."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) != one.default)


GRAPH = ("preset", "council", "body", "since", "until", "floor")
SHEET = ("excel",)
FLAGS = {"since": "from", "until": "to"}
"""What the command calls an option that Python cannot call so."""
