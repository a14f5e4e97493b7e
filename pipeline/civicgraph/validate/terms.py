"""Whether the graph uses a term that nobody defined: a slip of the pen makes a fact that no question finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Store

from civicgraph.validate.faults import Fault
from civicgraph.vocab import NAMESPACES, RDF


def terms(store: Store, texts: Path) -> Iterator[Fault]:
    """A fault for each property and class that is in none of the closed namespaces of `vocab`."""
    known = {str(space) + name for space in NAMESPACES.values() for name in space}
    kind = NamedNode(RDF.type)
    used: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for quad in store.quads_for_pattern(None, None, None, None):
        terms = [("property", quad.predicate.value)]
        if quad.predicate == kind:
            terms.append(("class", quad.object.value if isinstance(quad.object, NamedNode) else str(quad.object)))
        elif isinstance(quad.object, NamedNode) and quad.object.value.startswith(str(NAMESPACES["civc"])):
            terms.append(("concept", quad.object.value))
        for node in (quad.subject, quad.object):
            if isinstance(node, BlankNode):
                yield Fault(check="terms", where=str(quad.graph_name), what=f"has a blank node in: {quad.triple}")
        for term in terms:
            if term[1] not in known:
                used[term] += 1
                subject = str(quad.subject)
                example[term] = min(example.get(term, subject), subject)
    for (what, iri), times in used.items():
        yield Fault(
            check="terms",
            where=f"<{iri}>",
            what=f"this {what} is not defined; it is used {times} times, as on {example[what, iri]}",
        )
