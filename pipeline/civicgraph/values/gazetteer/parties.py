"""Political parties and their registrations with the Electoral Commission."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from civicgraph.values.gazetteer.rows import cell, folded, rows


class Party(NamedTuple):
    name: str
    iri: str  # registration with the Electoral Commission
    nations: tuple[str, ...]  # where candidates stand under it: "Green" is another party in Scotland


@cache
def _parties() -> dict[str, Party]:
    return {
        folded(name): Party(row["name"], row["uri"], cell(row["nations"]))
        for row in rows("parties.csv")
        if row["uri"]
        for name in (row["name"], *cell(row["aliases"]))
    }


def party_of(name: str, nation: str) -> Party | None:
    """The registered party that a name or short form beside a seat means: "Lab", "Liberal Democrat".

    None of "Independent", and where the council's nation is not known: an Irish council has a Labour Party too.
    """
    party = _parties().get(folded(name.strip(" ()")))
    return party if party is not None and nation in party.nations else None
