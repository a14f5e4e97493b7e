"""Whether every fact of the default graph can be traced: to a graph that states it, and to evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Store

from civicgraph.validate.faults import Fault, stated_in
from civicgraph.vocab import CIV, RDF, SDO

# What a document states, as against the people and bodies that it is about.
STATEMENTS = (
    CIV.Attendance, CIV.PostHolding, CIV.AgendaItem, CIV.MinuteItem, CIV.Report, CIV.Route, CIV.Decision, CIV.Referral,
    CIV.Response, CIV.Vote, CIV.Ballot, CIV.MinutesApproval, CIV.Citation, CIV.DeclarationOfInterest,
    SDO.MonetaryAmount,
)  # fmt: skip


def trace(store: Store, texts: Path) -> Iterator[Fault]:
    yield from _untraced(store)
    kind, evidence = NamedNode(RDF.type), NamedNode(CIV.evidence)
    for name in STATEMENTS:
        for quad in store.quads_for_pattern(None, kind, NamedNode(name), DefaultGraph()):
            shown = quad.subject
            if isinstance(shown, NamedNode) and not any(store.quads_for_pattern(shown, evidence, None, None)):
                yield Fault(check="trace", where=stated_in(store, shown.value), what="has no evidence in any document")


def _untraced(store: Store) -> Iterator[Fault]:
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        everywhere = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(q.graph_name, DefaultGraph) for q in everywhere):
            yield Fault(check="trace", where=str(quad.subject), what=f"no graph states that {quad.triple}")
