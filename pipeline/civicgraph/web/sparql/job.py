"""What goes between the server and a worker, as lines of JSON."""

from __future__ import annotations

import msgspec

UNION = "urn:x-arq:UnionGraph"
FACTS = "urn:x-arq:DefaultGraph"
"""As a default graph, under the names that Jena gave them: what any graph states, each statement once, which is what a
query is asked of where it names none; and the linked facts alone, which the store has as its default graph."""


class Job(msgspec.Struct, kw_only=True, frozen=True, omit_defaults=True):
    """One query, with everything that a worker has to know."""

    store: str  # folder of the store
    spool: str  # file for an answer that is too long for a line
    rows: str  # name of the form that rows, or yes or no, are to have; "" when the client takes none
    triples: str  # the same of triples
    most: int  # rows or triples
    size: int  # bytes of the answer
    text: str = ""
    here: str = ""  # address that relative IRIs of the text are relative to
    default_graphs: tuple[str, ...] | None = None  # None: the union
    named_graphs: tuple[str, ...] | None = None  # None: all
    question: str = ""  # in place of text: a named question and its parameters
    given: dict[str, list[str]] = {}


class Done(msgspec.Struct, kw_only=True, frozen=True, omit_defaults=True):
    """What came of it."""

    kind: str  # "rows", "triples", or what was wrong: a status that HTTP has
    said: str = ""  # what was wrong, in a sentence
    body: str = ""
    length: int = 0  # of what is in the spool; 0 when the body is here


class Shown(msgspec.Struct, kw_only=True, frozen=True):
    """The beginning of an answer, for a page."""

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]  # (kind, text): "iri", "text" or "" for each cell
    more: bool  # whether there are further rows
    truth: bool | None = None  # the answer, where it is yes or no
