"""What `civicgraph check` looks at: the shapes, the laws between things, the terms, where each fact is stated, what
people said of it, and the words it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph.validate.corrections import corrections
from civicgraph.validate.evidence import evidence
from civicgraph.validate.faults import Fault
from civicgraph.validate.laws import doubts, laws
from civicgraph.validate.open import left_open
from civicgraph.validate.shapes import shapes
from civicgraph.validate.terms import terms
from civicgraph.validate.trace import trace

__all__ = ["CHECKS", "Check", "Fault", "check", "doubts", "left_open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str
    about: str
    run: Callable[[Store, Path], Iterator[Fault]]
    """The store and the folder of document texts, `<sha256>.txt`."""


CHECKS: tuple[Check, ...] = (
    Check(
        name="terms", about="every class and property is one that the ontology or a listed vocabulary has", run=terms
    ),
    Check(name="shapes", about="every thing has what its SHACL shape asks for", run=shapes),
    Check(name="laws", about="no record of a meeting contradicts another", run=laws),
    Check(
        name="trace", about="every fact is stated by a graph of its own, and every statement has evidence", run=trace
    ),
    Check(name="corrections", about="every correction fits the documents that were read", run=corrections),
    Check(name="evidence", about="every quotation is still what the document says at that place", run=evidence),
)


def check(
    store: Store, texts: Path, *, checks: Sequence[Check] = CHECKS, progress: Callable[[str], None] = lambda name: None
) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the checks; nothing when the graph is sound."""
    faults: list[Fault] = []
    for one in checks:
        progress(one.about)
        faults += sorted(set(one.run(store, texts)))
    return tuple(faults)
