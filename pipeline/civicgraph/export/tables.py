"""Tables: each query of `queries/tables/` is one CSV file, its columns those of its SELECT."""

from __future__ import annotations

import csv
import io
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


def _write(store: Store, query: Path, place: Path) -> Path:
    try:
        results = store.query(query.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise UsageError(f"{query}: not a SPARQL query: {error}") from error
    if not isinstance(results, QuerySolutions):
        raise UsageError(f"{query}: a table needs a SELECT query")
    with whole(place) as file, io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True) as text:
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(variable.value for variable in results.variables)
        width = len(results.variables)
        for solution in results:
            rows.writerow([_cell(solution[i]) for i in range(width)])
    return place


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
