"""What the linked facts say of a thing, read once for all who ask soon after one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

KEPT = 2_048
"""Things remembered: of a node that is described, its meeting and body were mostly read just before."""

Said = Mapping[str, Sequence[str]]
"""Values by the IRI of their property, IRIs and words alike."""


class Things:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._read = lru_cache(maxsize=KEPT)(self._of_store)

    def said(self, iri: str) -> Said:
        """Of a thing that nobody speaks of, nothing."""
        return self._read(iri)

    def values(self, iri: str, property: str) -> list[str]:
        """Sorted."""
        return sorted(self.said(iri).get(property, ()))

    def pointing(self, property: str, iri: str) -> list[str]:
        """The things whose property it is, sorted."""
        found = self._store.quads_for_pattern(None, NamedNode(property), NamedNode(iri), DefaultGraph())
        return sorted(quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))

    def _of_store(self, iri: str) -> Said:
        said: dict[str, list[str]] = {}
        for quad in self._store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            there = quad.object
            if isinstance(there, NamedNode | Literal):
                said.setdefault(quad.predicate.value, []).append(there.value)
        return said
