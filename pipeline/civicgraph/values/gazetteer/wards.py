"""Electoral wards by council, with the code that the Office for National Statistics gives each."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from civicgraph.values.gazetteer.councils import GEOGRAPHY
from civicgraph.values.gazetteer.rows import rows


class Ward(NamedTuple):
    """A ward gets a new code when its boundary changes, though it keeps its name."""

    gss: str  # "E05001218"
    name: str
    year: int  # of the first list that has the code; the oldest list is of 2016

    @property
    def iri(self) -> str:
        return f"{GEOGRAPHY}{self.gss}"


@cache
def wards() -> dict[str, tuple[Ward, ...]]:
    """Code of a council ("COV") → its wards of all lists, oldest first."""
    found: dict[str, list[Ward]] = defaultdict(list)
    for row in rows("wards.csv"):
        found[row["council"]].append(Ward(row["gss"], row["name"], int(row["year"])))
    return {council: tuple(sorted(its, key=lambda ward: (ward.year, ward.gss))) for council, its in found.items()}


@cache
def ward_lists() -> tuple[int, ...]:
    """The years of the lists, in order: what changed between two of them is of an unknown day."""
    return tuple(sorted({ward.year for its in wards().values() for ward in its}))
