"""An answer as text: a table for people, or the formats that programs read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Literal as OneOf
from typing import TextIO, get_args

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from civicgraph.errors import UsageError
from civicgraph.queries import Results
from civicgraph.vocab import NAMESPACES

Format = OneOf["table", "csv", "json", "ttl"]
FORMATS: tuple[Format, ...] = get_args(Format)

PREFIXES = {prefix: str(namespace) for prefix, namespace in NAMESPACES.items()}


def serialised(results: Results, wanted: Format) -> bytes:
    """The answer as csv, json (SPARQL results) or ttl. Raises `UsageError` where it has no such form."""
    if wanted == "ttl":
        if isinstance(results, QuerySolutions | QueryBoolean):
            raise UsageError("this question answers with rows, not triples; use --format table, csv or json")
        return bytes(serialize(results, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"")
    if not isinstance(results, QuerySolutions | QueryBoolean):
        raise UsageError("this question answers with triples, not rows; use --format ttl")
    if wanted == "json":
        return bytes(results.serialize(format=QueryResultsFormat.JSON) or b"") + b"\n"
    if isinstance(results, QueryBoolean):
        return b"true\n" if results else b"false\n"
    out = io.StringIO(newline="")
    write_csv(results, out)
    return out.getvalue().encode()


def write_csv(results: QuerySolutions, out: TextIO) -> None:
    """SPARQL's CSV. The store's own has an IRI with a comma in two cells, as the place of every quotation has one
    (`…#char=120,164`)."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns(results))
    writer.writerows([_plain(term) for term in solution] for solution in results)


def _plain(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    return "" if term is None else str(term) if isinstance(term, BlankNode | Triple) else term.value


def columns(results: QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in results.variables)


def rows(results: QuerySolutions) -> Iterator[tuple[str, ...]]:
    """Cells as a person reads them: values without their types, IRIs whole, "" where nothing is bound."""
    width = len(results.variables)
    for solution in results:
        yield tuple(_cell(solution[i]) for i in range(width))


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix in ("civ", "civc"):
            if term.value.startswith(PREFIXES[prefix]):
                return f"{prefix}:{term.value.removeprefix(PREFIXES[prefix])}"
        return term.value
    return " ".join(term.value.split()) if isinstance(term, Literal) else str(term)
