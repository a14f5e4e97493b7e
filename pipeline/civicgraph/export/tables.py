"""Tables: each query of `queries/tables/` is one CSV file, its columns those of its SELECT."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple

from civicgraph.errors import UsageError
from civicgraph.export import csvw, datapackage
from civicgraph.export.columns import Table, described
from civicgraph.export.options import Options
from civicgraph.export.sheet import EXCEL, PLAIN, Dialect
from civicgraph.export.text import text
from civicgraph.resources import folder


def write(store: Store, path: Path, options: Options) -> tuple[Path, ...]:
    """`path`/<table>.csv for every table: UTF-8, a header row; and what the columns mean, as csv-metadata.json (CSVW)
    and datapackage.json. Raises `UsageError`, `OSError`.
    """
    dialect = EXCEL if options.excel else PLAIN
    tables = tuple(_write(store, query, path / f"{query.stem}.csv", dialect) for query in queries())
    of_web, of_package = path / "csv-metadata.json", path / "datapackage.json"
    with text(of_web) as file:
        file.write(csvw.metadata(table for table, _ in tables))
    with text(of_package) as file:
        file.write(datapackage.descriptor(tables, dialect.encoding))
    return (*(place for _, place in tables), of_web, of_package)


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


def _write(store: Store, query: Path, place: Path, dialect: Dialect) -> tuple[Table, Path]:
    table = rows(store, query)
    first = next(table)  # what is wrong with the query is said before a file is begun
    about = described(query.stem, first)
    with dialect.rows(place) as out:
        out(first)
        for row in table:
            out(row)
    return about, place


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
