"""Which things a shape may find wrong: a quick look at each, so that pySHACL has to look at few.

A thing that passes here conforms; one that does not is handed to pySHACL, whose word counts. A constraint that is not
known here passes nothing, and so costs time only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import RDF, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.collection import Collection as RdfList
from rdflib.namespace import SH
from rdflib.term import Node

Term = NamedNode | BlankNode | Literal | Triple
Types = Callable[[Term], Collection[str]]
"""The classes of a value, those above them included."""
Values = Mapping[str, Sequence[Term]]
"""What a thing says, by property, each value once."""
Test = Callable[[Values, Types], bool]
ValueTest = Callable[[Term, Types], bool]

# What says nothing about whether a thing conforms.
_ASIDE = frozenset({RDF.type, SH.targetClass, SH.message, SH.name, SH.description, SH.severity, SH.path, SH.order})


def sieve(shapes: Graph) -> dict[str, tuple[Test, ...]]:
    """Class → the tests of its shapes; a thing that passes all conforms."""
    found: dict[str, tuple[Test, ...]] = {}
    for shape, target in shapes.subject_objects(SH.targetClass):
        found[str(target)] = (*found.get(str(target), ()), _shape(shapes, shape))
    return found


def _shape(shapes: Graph, shape: Node) -> Test:
    if (shape, SH.path, None) in shapes:
        return _property(shapes, shape)
    tests: list[Test] = []
    for predicate, value in shapes.predicate_objects(shape):
        if predicate == SH.property:
            tests.append(_property(shapes, value))
        elif predicate == SH["or"]:
            tests.append(_any([_shape(shapes, member) for member in RdfList(shapes, value)]))
        elif predicate not in _ASIDE:
            return lambda values, types: False
    return lambda values, types: all(test(values, types) for test in tests)


def _any(tests: Sequence[Test]) -> Test:
    return lambda values, types: any(test(values, types) for test in tests)


def _property(shapes: Graph, shape: Node) -> Test:
    path = str(shapes.value(shape, SH.path))
    least, most = 0, 1 << 30
    tests: list[ValueTest] = []
    for predicate, value in shapes.predicate_objects(shape):
        if predicate == SH.minCount:
            least = int(str(value))
        elif predicate == SH.maxCount:
            most = int(str(value))
        elif predicate not in _ASIDE:
            tests.append(_value(shapes, shape, predicate, value))

    def passes(values: Values, types: Types) -> bool:
        here = values.get(path, ())
        return least <= len(here) <= most and all(test(v, types) for v in here for test in tests)

    return passes


def _value(shapes: Graph, shape: Node, predicate: Node, value: Node) -> ValueTest:
    """One constraint on each value."""
    text = str(value)
    if predicate == SH["class"]:
        return lambda term, types: text in types(term)
    if predicate == SH.datatype:
        return lambda term, types: isinstance(term, Literal) and term.datatype.value == text and _well_formed(term)
    if predicate == SH.nodeKind and value in (SH.IRI, SH.Literal):
        kind = NamedNode if value == SH.IRI else Literal
        return lambda term, types: isinstance(term, kind)
    if predicate == SH.pattern and (shape, SH.flags, None) not in shapes:
        pattern = re.compile(text)
        return lambda term, types: isinstance(term, NamedNode | Literal) and bool(pattern.search(term.value))
    if predicate == SH.minLength:
        length = int(text)
        return lambda term, types: isinstance(term, NamedNode | Literal) and len(term.value) >= length
    if predicate == SH.minInclusive and isinstance(value, RdflibLiteral):
        bound = value
        return lambda term, types: isinstance(term, Literal) and _at_least(term, bound)
    if predicate == SH["in"]:
        allowed = {str(member) for member in RdfList(shapes, value) if isinstance(member, URIRef)}
        return lambda term, types: isinstance(term, NamedNode) and term.value in allowed
    if predicate == SH["or"]:
        members = [_all(shapes, member) for member in RdfList(shapes, value)]
        return lambda term, types: any(member(term, types) for member in members)
    return lambda term, types: False


def _all(shapes: Graph, shape: Node) -> ValueTest:
    """A shape that stands in an sh:or of values: [ sh:class civ:Body ]."""
    tests: Iterable[ValueTest] = [
        _value(shapes, shape, predicate, value)
        for predicate, value in shapes.predicate_objects(shape)
        if predicate not in _ASIDE - {SH.path}
    ]
    return lambda term, types: all(test(term, types) for test in tests)


def _well_formed(term: Literal) -> bool:
    return term.language is not None or _rdflib(term.value, term.datatype.value).ill_typed is not True


def _at_least(term: Literal, bound: RdflibLiteral) -> bool:
    value, least = _rdflib(term.value, term.datatype.value).toPython(), bound.toPython()
    return type(value) is type(least) and bool(value >= least)


@lru_cache(maxsize=50_000)
def _rdflib(value: str, datatype: str) -> RdflibLiteral:
    return RdflibLiteral(value, datatype=URIRef(datatype))
