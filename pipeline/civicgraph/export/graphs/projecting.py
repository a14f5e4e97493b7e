"""A projection of the graph: the rows of one query of `queries/projections/` folded into edges, and what they join.

A projection is a SELECT with ?source, ?kind and ?target, a row for each statement that says so, and perhaps ?by (the
statement), ?date (a day on which it is so) or ?start and ?end (where the days are stated); every further column is an
attribute. Two more lines may stand in its header: `# edges: undirected`, and `# floor: 2` where what was met less often
is left out. The rows wait in a file, sorted there: memory does not grow with them.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store

from civicgraph.errors import UsageError
from civicgraph.export.graphs.describing import ATTRIBUTES, Describer
from civicgraph.export.graphs.evidence import Evidence
from civicgraph.export.graphs.limits import Row, nothing, wanted
from civicgraph.export.graphs.model import Edge, Graph, Node, Spell
from civicgraph.export.options import Options
from civicgraph.queries import Question, projections, run

DEFAULT = "people-and-bodies"
OWN = ("source", "kind", "target", "by", "date", "start", "end")
"""Columns that have a place of their own in an edge."""
_HEADER = re.compile(r"^# (edges|floor): (\w+)$", re.MULTILINE)

_SCHEMA = """
CREATE TABLE row (source, kind, target, date, start, "end", statement, attributes);
CREATE TABLE edge (source, kind, target, weight, spells, statement, attributes);
"""


class Projection:
    """What one question gives; open while its file is there."""

    def __init__(self, store: Store, rows: sqlite3.Connection, asked: Question, columns: tuple[str, ...]) -> None:
        self.title = asked.title
        self.description = asked.description
        self.directed = ("edges", "undirected") not in _HEADER.findall(asked.text)
        self.node_attributes = ATTRIBUTES
        self.edge_attributes = ("document", "quote", "statement", *columns)
        self._rows = rows
        self._things = Describer(store)
        self._evidence = Evidence(store)

    def nodes(self) -> Iterator[Node]:
        """The ends of the edges, by IRI."""
        ends = self._rows.execute("SELECT source FROM edge UNION SELECT target FROM edge ORDER BY 1")
        return (self._things.node(iri) for (iri,) in ends)

    def edges(self) -> Iterator[Edge]:
        rows = self._rows.execute("SELECT rowid, * FROM edge ORDER BY rowid")
        for number, source, kind, target, weight, spells, statement, attributes in rows:
            document, quote = self._evidence.of(statement) if statement else ("", "")
            said = {"document": document, "quote": quote, "statement": statement, **json.loads(attributes)}
            yield Edge(
                number=number,
                source=source,
                target=target,
                kind=kind,
                weight=weight,
                spells=tuple((first, last) for first, last in json.loads(spells)),
                attributes={name: value for name, value in said.items() if value},
            )


@contextmanager
def projected(store: Store, options: Options) -> Iterator[Graph]:
    """The graph of a projection, there until the block ends. Raises `UsageError`."""
    asked = _preset(options.preset or DEFAULT)
    results = run(store, asked.text, where=str(asked.path))
    if not isinstance(results, QuerySolutions):
        raise UsageError(f"{asked.path}: a projection needs a SELECT query")
    columns = tuple(variable.value for variable in results.variables)
    if missing := {"source", "kind", "target"} - set(columns):
        raise UsageError(f"{asked.path}: a projection needs the column ?{min(missing)}")
    others = tuple(name for name in columns if name not in OWN)
    floor = options.floor or int(dict(_HEADER.findall(asked.text)).get("floor", "1"))
    is_wanted = wanted(store, options)
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "rows")) as rows:
        rows.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_SCHEMA}")
        place = {name: columns.index(name) for name in columns}
        found = filter(is_wanted, (_row(one, place, others) for one in results))
        rows.executemany("INSERT INTO row VALUES (?,?,?,?,?,?,?,?)", found)
        ordered = rows.execute("SELECT * FROM row ORDER BY 1, 2, 3, 4, 5, 6, 7, 8")
        rows.executemany("INSERT INTO edge VALUES (?,?,?,?,?,?,?)", _folded(ordered, floor))
        rows.execute("DROP TABLE row")
        if rows.execute("SELECT 1 FROM edge LIMIT 1").fetchone() is None and (why := nothing(asked.name, options)):
            raise why
        yield Projection(store, rows, asked, others)


def _preset(name: str) -> Question:
    known = {one.name: one for one in projections()}
    if name not in known:
        raise UsageError(f"there is no preset '{name}'; the presets are {', '.join(known)}")
    return known[name]


def _row(found: QuerySolution, place: dict[str, int], others: tuple[str, ...]) -> Row:
    source, kind, target, date, start, end, by = (
        _text(found, place, name) for name in ("source", "kind", "target", "date", "start", "end", "by")
    )
    said = {name: value for name in others if (value := _text(found, place, name))}
    return Row(source, kind, target, date, start, end, by, json.dumps(said, ensure_ascii=False))


def _text(found: QuerySolution, place: dict[str, int], name: str) -> str:
    term = found[place[name]] if name in place else None
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _folded(rows: Iterable[tuple[str, ...]], floor: int) -> Iterator[tuple[str, str, str, int, str, str, str]]:
    for (source, kind, target), rows_of_one in groupby(rows, key=lambda row: row[:3]):
        statements: dict[str, None] = {}
        stated: set[Spell] = set()
        days: set[str] = set()
        attributes: dict[str, set[str]] = {}
        unnamed = 0
        for _, _, _, date, start, end, by, said in rows_of_one:
            if by:
                statements.setdefault(by)
            else:
                unnamed += 1
            if start or end:
                stated.add((start, end))
            elif date:
                days.add(date)
            for name, value in json.loads(said).items():
                attributes.setdefault(name, set()).add(value)
        weight = len(statements) + unnamed
        if weight < floor:
            continue
        # Days on which something is so are one spell from the first to the last, where no other is stated.
        spells = sorted(stated) or ([(min(days), max(days))] if days else [])
        joined = {name: "; ".join(sorted(values)) for name, values in attributes.items()}
        yield (
            source,
            kind,
            target,
            weight,
            json.dumps(spells),
            next(iter(statements), ""),
            json.dumps(joined, ensure_ascii=False),
        )
