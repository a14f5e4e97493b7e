"""Tables: each query of `queries/tables/` is one CSV file, its columns those of its SELECT."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple

from civicgraph.errors import UsageError
from civicgraph.export.whole import whole
from civicgraph.resources import folder


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """`path`/<table>.csv for every table: UTF-8, a header row. Raises `UsageError`, `OSError`."""
    return tuple(_write(store, query, path / f"{query.stem}.csv") for query in queries())


def queries() -> tuple[Path, ...]:
    place = folder("queries") / "tables"
    found = tuple(sorted(place.glob("*.rq")))
    if not found:
        raise UsageError(f"{place}: there are no table queries here; install civicgraph again")
    return found


def rows(store: Store, query: Path) -> Iterator[tuple[str, ...]]:
    """The names of a table's columns, then its rows. Raises `UsageError`."""
    try:
        results = store.query(query.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise UsageError(f"{query}: not a SPARQL query: {error}") from error
    if not isinstance(results, QuerySolutions):
        raise UsageError(f"{query}: a table needs a SELECT query")
    yield tuple(variable.value for variable in results.variables)
    width = len(results.variables)
    for solution in results:
        yield tuple(_cell(solution[i]) for i in range(width))


def _write(store: Store, query: Path, place: Path) -> Path:
    table = rows(store, query)
    first = next(table)  # what is wrong with the query is said before a file is begun
    with whole(place) as file, io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True) as text:
        out = csv.writer(text, lineterminator="\n")
        out.writerow(first)
        out.writerows(table)
    return place


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
