"""What must hold between things: the laws of ontology/laws.ttl, SHACL with SPARQL.

SHACL asks such a query of one thing after another. Here it is asked once, of all: each names the class of its `$this`
itself, so the answer is the same (tests/test_laws.py asks pySHACL).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from pyoxigraph import QuerySolutions, Store
from rdflib import RDF, Graph
from rdflib.namespace import SH
from rdflib.term import Node

from civicgraph.errors import UsageError
from civicgraph.resources import folder
from civicgraph.validate.faults import Fault, stated_in

_PLACE = re.compile(r"\{[?$](\w+)\}")


def laws(store: Store, texts: Path) -> Iterator[Fault]:
    """A fault for each violation."""
    return _broken(store, SH.Violation, "laws")


def doubts(store: Store) -> tuple[Fault, ...]:
    """What a person should look at, and what true minutes may say too: the warnings; sorted."""
    return tuple(sorted(set(_broken(store, SH.Warning, "to look at"))))


def _broken(store: Store, severity: Node, check: str) -> Iterator[Fault]:
    for found, message, query in _laws():
        if found != severity:
            continue
        answer = store.query(query)
        if not isinstance(answer, QuerySolutions):
            raise UsageError(f"{_path()}: a law needs a SELECT query")
        names = [variable.value for variable in answer.variables]
        for row in answer:
            told = {name: getattr(row[name], "value", "") for name in names}
            what = _PLACE.sub(partial(_filled, told), message)
            yield Fault(check=check, where=stated_in(store, told["this"]), what=what)


def _filled(told: Mapping[str, str], place: re.Match[str]) -> str:
    return told.get(place[1], place[0])


@cache
def _laws() -> tuple[tuple[Node, str, str], ...]:
    """Severity, message and query of each law, in the order of their messages."""
    graph = Graph().parse(_path(), format="turtle")
    found: list[tuple[Node, str, str]] = []
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        severity = graph.value(shape, SH.severity) or SH.Violation
        for law in graph.objects(shape, SH.sparql):
            declared = graph.objects(graph.value(law, SH.prefixes), SH.declare)
            prefixes = [f"PREFIX {graph.value(d, SH.prefix)}: <{graph.value(d, SH.namespace)}>" for d in declared]
            query = "\n".join([*sorted(prefixes), str(graph.value(law, SH.select))])
            found.append((severity, str(graph.value(law, SH.message)), query))
    return tuple(sorted(found, key=lambda law: law[1]))


def _path() -> Path:
    return folder("ontology") / "laws.ttl"
