"""Whether facts can be traced: from the default graph to a graph that states them and to evidence, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from civicgraph.validate.corrections import dropped, is_dropped
from civicgraph.validate.faults import Fault, stated_in
from civicgraph.vocab import CIV, DCTERMS, PROV, RDF, RDFS, SDO, SKOS

# What a document states, as against the people and bodies that it is about.
STATEMENTS = (
    CIV.Attendance, CIV.PostHolding, CIV.AgendaItem, CIV.MinuteItem, CIV.Report, CIV.Route, CIV.Attachment,
    CIV.Decision, CIV.Referral, CIV.Response, CIV.Vote, CIV.Ballot, CIV.MinutesApproval, CIV.Citation,
    CIV.DeclarationOfInterest, SDO.MonetaryAmount,
)  # fmt: skip

# What a graph says about its facts and words, which the default graph need not have: things of these classes …
ASIDE = frozenset({CIV.Evidence, CIV.Problem, CIV.Candidate, CIV.UnsureIdentity, CIV.Correction})
# … and these properties. A document may also call an organisation what is a council to others.
CLAIMS = frozenset({CIV.evidence, CIV.note, CIV.linkReason, CIV.mayCite, RDFS.label, SKOS.altLabel})
CLAIMED_CLASS = CIV.Organisation
# What a graph of derived facts says of itself.
OF_ITSELF = frozenset({DCTERMS.title, DCTERMS.description, PROV.wasAttributedTo})


def trace(store: Store, texts: Path) -> Iterator[Fault]:
    yield from _untraced(store)
    yield from _left_out(store)
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


def _left_out(store: Store) -> Iterator[Fault]:
    """What a graph states as a fact and the default graph lacks, so that no question finds it."""
    kind, taken = NamedNode(RDF.type), dropped(store)
    for graph in store.named_graphs():
        aside = {q.subject for name in ASIDE for q in store.quads_for_pattern(None, kind, NamedNode(name), graph)}
        for quad in store.quads_for_pattern(None, None, None, graph):
            if quad.subject in aside or quad.predicate.value in CLAIMS or _claimed_class(quad):
                continue
            if is_dropped(quad, taken) or (quad.subject == graph and quad.predicate.value in OF_ITSELF):
                continue
            if Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) not in store:
                what = f"states that {quad.triple}, and the default graph does not; build again"
                yield Fault(check="trace", where=str(graph), what=what)


def _claimed_class(quad: Quad) -> bool:
    return quad.predicate.value == RDF.type and quad.object == NamedNode(CLAIMED_CLASS)
