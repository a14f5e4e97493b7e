"""Whose a thing is: the councils and bodies that it leads to, over its item and meeting."""

from __future__ import annotations

import re
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from civicgraph.vocab import CIV, ORG, RDF, SKOS

COUNCIL = (CIV.ofCouncil, ORG.unitOf, ORG.postIn)
BODY = (CIV.ofBody, CIV.byBody, CIV.atBody, CIV.fromBody, CIV.toBody)
OVER = (CIV.inMeeting, CIV.underItem, CIV.inVote, CIV.report, CIV.post, CIV.followUpOf)
"""What leads on to a thing that may say more."""
STEPS = 3
"""From a ballot over its vote and item to the meeting."""


class Places:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._found = lru_cache(maxsize=65536)(self._find)
        self._names = lru_cache(maxsize=4096)(self._read_names)

    def councils(self, iri: str) -> tuple[str, ...]:
        """Names of the councils whose the thing is, each council's own name before its others."""
        councils, bodies = self._found(iri, STEPS)
        of_bodies = (council for body in sorted(bodies) for council in self._found(body, 1)[0])
        found = dict.fromkeys([*sorted(councils), *of_bodies])
        return tuple(name for council in found for name in self._names(council))

    def bodies(self, iri: str) -> tuple[str, ...]:
        """Names of the bodies that the thing is of, each body's own name before its others."""
        return tuple(name for body in sorted(self._found(iri, STEPS)[1]) for name in self._names(body))

    def _find(self, iri: str, steps: int) -> tuple[frozenset[str], frozenset[str]]:
        councils: set[str] = set()
        bodies: set[str] = set()
        over: set[str] = set()
        for quad in self._store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            if not isinstance(quad.object, NamedNode):
                continue
            predicate, there = quad.predicate.value, quad.object.value
            kind = there if predicate == RDF.type else ""
            if predicate in COUNCIL or kind == CIV.Council:
                councils.add(iri if kind else there)
            elif predicate in BODY or kind == CIV.Body:
                bodies.add(iri if kind else there)
            elif kind == ORG.Post:
                bodies |= self._having(iri)
            elif predicate in OVER:
                over.add(there)
        if steps:
            for one in over:
                more_councils, more_bodies = self._found(one, steps - 1)
                councils |= more_councils
                bodies |= more_bodies
        return frozenset(councils), frozenset(bodies)

    def _having(self, post: str) -> set[str]:
        found = self._store.quads_for_pattern(None, NamedNode(ORG.hasPost), NamedNode(post), DefaultGraph())
        return {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}

    def _read_names(self, iri: str) -> tuple[str, ...]:
        names: list[str] = []
        for called in (SKOS.prefLabel, SKOS.altLabel):
            found = self._store.quads_for_pattern(NamedNode(iri), NamedNode(called), None, DefaultGraph())
            names += sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))
        return tuple(names)


def same(asked: str, name: str) -> bool:
    """Whether `asked` is the name or a part of it, whatever the capitals, marks and brackets."""
    return _plain(asked) in _plain(name)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
