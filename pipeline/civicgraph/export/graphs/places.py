"""Whose a thing is: the councils and bodies that it leads to, over its item and meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from civicgraph.export.graphs.things import KEPT, Things
from civicgraph.vocab import CIV, ORG, RDF, SKOS

COUNCIL = (CIV.ofCouncil, ORG.unitOf, ORG.postIn)
BODY = (CIV.ofBody, CIV.byBody, CIV.atBody, CIV.fromBody, CIV.toBody)
OVER = (CIV.inMeeting, CIV.underItem, CIV.inVote, CIV.report, CIV.post, CIV.followUpOf)
"""What leads on to a thing that may say more."""
STEPS = 3
"""From a ballot over its vote and item to the meeting."""


class Places:
    def __init__(self, things: Things) -> None:
        self._things = things
        self._found = lru_cache(maxsize=KEPT)(self._find)

    def councils(self, iri: str) -> tuple[str, ...]:
        """Names of the councils whose the thing is, each council's own name before its others."""
        councils, bodies = self._found(iri, STEPS)
        of_bodies = (council for body in sorted(bodies) for council in sorted(self._found(body, 1)[0]))
        return self._names(dict.fromkeys([*sorted(councils), *of_bodies]))

    def bodies(self, iri: str) -> tuple[str, ...]:
        """Names of the bodies that the thing is of, each body's own name before its others."""
        return self._names(sorted(self._found(iri, STEPS)[1]))

    def _find(self, iri: str, steps: int) -> tuple[frozenset[str], frozenset[str]]:
        said = self._things.said(iri)
        kinds = said.get(RDF.type, ())
        councils = {there for one in COUNCIL for there in said.get(one, ())}
        bodies = {there for one in BODY for there in said.get(one, ())}
        if CIV.Council in kinds:
            councils.add(iri)
        if CIV.Body in kinds:
            bodies.add(iri)
        if ORG.Post in kinds:
            bodies.update(self._things.pointing(ORG.hasPost, iri))
        if steps:
            for one in (there for over in OVER for there in said.get(over, ())):
                more_councils, more_bodies = self._found(one, steps - 1)
                councils |= more_councils
                bodies |= more_bodies
        return frozenset(councils), frozenset(bodies)

    def _names(self, iris: Iterable[str]) -> tuple[str, ...]:
        called = (SKOS.prefLabel, SKOS.altLabel)
        return tuple(name for iri in iris for one in called for name in self._things.values(iri, one))


def same(asked: str, name: str) -> bool:
    """Whether `asked` is the name or a part of it, whatever the capitals, marks and brackets."""
    return _plain(asked) in _plain(name)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
