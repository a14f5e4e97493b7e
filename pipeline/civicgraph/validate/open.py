"""What linking left open: no fault, but a question that a person could answer."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from civicgraph.validate.faults import Fault
from civicgraph.vocab import CIV


def left_open(store: Store) -> tuple[Fault, ...]:
    """Each pair of things that may be one, with what speaks for it; sorted."""
    found: set[Fault] = set()
    for quad in store.quads_for_pattern(None, NamedNode(CIV.mayBe), None, None):
        pair = store.quads_for_pattern(quad.subject, NamedNode(CIV.mayBe), None, None)
        reasons = store.quads_for_pattern(quad.subject, NamedNode(CIV.linkReason), None, None)
        why = sorted(q.object.value for q in reasons if isinstance(q.object, Literal))
        where = " and ".join(sorted(str(q.object) for q in pair))
        found.add(Fault(check="left open", where=where, what=f"may be one: {' / '.join(why)}"))
    return tuple(sorted(found))
