"""A graph built of papers of our own making, and the follow-ups that the rules made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from civicgraph.answers import rows
from civicgraph.run import build
from civicgraph.store import open_store

FOLLOW_UPS = """
PREFIX civ: <https://w3id.org/civicgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?of ?by ?state ?reason ?doubt WHERE {
  ?link a civ:FollowUp ; civ:followKind/skos:notation "KIND" ; civ:followState/skos:notation ?state ;
    civ:followUpOf ?of ; civ:linkReason ?reason .
  OPTIONAL { ?link civ:followedBy ?by }
  OPTIONAL { ?link civ:doubt ?doubt }
} ORDER BY ?of ?by"""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """IRIs from the council on: "meeting/cabinet/2024-06-03/item/7"."""

    of: str
    by: str
    state: str
    reason: str
    doubt: str


def built(papers: dict[str, str], folder: Path) -> Store:
    """The graph of papers by file name."""
    source = folder / "papers"
    source.mkdir()
    for name, words in papers.items():
        (source / name).write_text(words, encoding="utf-8")
    build([source], out=folder / "graph", jobs=1)
    return open_store(folder / "graph")


def follow_ups(store: Store, kind: str) -> list[FollowUp]:
    results = store.query(FOLLOW_UPS.replace("KIND", kind))
    assert isinstance(results, QuerySolutions)
    return [FollowUp(_within(of), _within(by), *rest) for of, by, *rest in rows(results)]


def _within(iri: str) -> str:
    """What of the IRI comes after its council."""
    return iri.split("/id/", 1)[-1].partition("/")[2]
