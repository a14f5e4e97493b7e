"""Writing N-Triples: one line a statement, escaped, without a library in the hot path."""

from __future__ import annotations

import re

from civicgraph.vocab import RDF, XSD

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ESCAPED = re.compile(r'[\\"\n\r\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f]')


def iri(value: str) -> str:
    return f"<{value}>"


def text(value: str) -> str:
    """A plain string literal.

    >>> text('headed "Keep"')
    '"headed \\\\"Keep\\\\""'
    """
    return '"' + ESCAPED.sub(lambda m: ESCAPES.get(m.group()) or f"\\u{ord(m.group()):04X}", value) + '"'


def typed(value: object, datatype: str) -> str:
    return f'"{value}"^^<{datatype}>'


def date(value: str) -> str:
    return typed(value, XSD.date)


def time(value: str) -> str:
    """ "14:00" → "14:00:00"^^xsd:time"""
    return typed(f"{value}:00", XSD.time)


def integer(value: int) -> str:
    return typed(value, XSD.integer)


def true() -> str:
    return typed("true", XSD.boolean)


class Sink:
    """Collects the statements of one document: facts, which the default graph holds too, and claims about them."""

    def __init__(self) -> None:
        self.lines: dict[str, bool] = {}

    def fact(self, subject: str, predicate: str, value: str) -> None:
        self.lines[f"<{subject}> <{predicate}> {value}"] = True

    def claim(self, subject: str, predicate: str, value: str) -> None:
        self.lines.setdefault(f"<{subject}> <{predicate}> {value}", False)

    def type(self, subject: str, *classes: str) -> None:
        for one in classes:
            self.fact(subject, RDF.type, iri(one))
