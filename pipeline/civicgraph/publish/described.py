"""A small graph that describes something, as Turtle and as JSON-LD: the same triples, always in the same order."""

from __future__ import annotations

import io
import json
from collections import defaultdict

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from civicgraph.vocab import CATALOGUE, RDF, XSD

Value = NamedNode | Literal
Json = str | list["Json"] | dict[str, "Json"]
PREFIXES = {prefix: str(space) for prefix, space in CATALOGUE.items()}
LANGUAGE = "en"


def words(text: str) -> Literal:
    return Literal(text, language=LANGUAGE)


def day(iso: str) -> Literal:
    return Literal(iso, datatype=NamedNode(XSD.date))


def number(value: int, kind: str = XSD.nonNegativeInteger) -> Literal:
    return Literal(str(value), datatype=NamedNode(kind))


class Described:
    """Triples without blank nodes, in the order in which they are said."""

    def __init__(self) -> None:
        self.triples: dict[Triple, None] = {}

    def say(self, subject: str, kind: str, *facts: tuple[str, str | Value | None]) -> str:
        """A thing of that class and what is said of it; a value that is a text is an IRI, None says nothing."""
        self.triples[Triple(NamedNode(subject), NamedNode(RDF.type), NamedNode(kind))] = None
        for predicate, value in facts:
            if value is not None:
                term = NamedNode(value) if isinstance(value, str) else value
                self.triples[Triple(NamedNode(subject), NamedNode(predicate), term)] = None
        return subject

    def turtle(self) -> bytes:
        out = io.BytesIO()
        serialize(self.triples, out, format=RdfFormat.TURTLE, prefixes=PREFIXES)
        return out.getvalue()

    def jsonld(self) -> bytes:
        """Compact, one object a thing, under a context of its own."""
        things: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
        for triple in self.triples:
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                is_kind = triple.predicate.value == RDF.type
                key = "@type" if is_kind else _short(triple.predicate.value)
                value = _short(triple.object.value) if is_kind else _json(triple.object)
                things[triple.subject.value][key].append(value)
        graph: list[Json] = [
            {"@id": iri, **{key: values[0] if len(values) == 1 else values for key, values in said.items()}}
            for iri, said in things.items()
        ]
        context: dict[str, Json] = dict(PREFIXES.items())
        document: Json = {"@context": context, "@graph": graph}
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _short(iri: str) -> str:
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _json(term: Value) -> Json:
    if isinstance(term, NamedNode):
        return {"@id": term.value}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}
