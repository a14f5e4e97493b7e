"""What pages are made of: answers to the queries of `queries/pages`, a page of rows at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import msgspec
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from civicgraph.queries import Question, bound, of_pages

_PAGE = re.compile(r"LIMIT (\d+) # of a page")


class _Term(msgspec.Struct):
    value: str


class _Head(msgspec.Struct):
    vars: list[str]


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Term]]


class _Found(msgspec.Struct):
    head: _Head
    results: _Results


_json = msgspec.json.Decoder(_Found)


class Row:
    """One row of an answer: a cell by its column, "" where nothing is bound.

    AttributeError where there is no such column.
    """

    __slots__ = ("_cells",)

    def __init__(self, cells: dict[str, str]) -> None:
        self._cells = cells

    def __getattr__(self, column: str) -> str:
        try:
            return self._cells[column]
        except KeyError:
            raise AttributeError(f"the answer has no column '{column}'; it has {', '.join(self._cells)}") from None

    def items(self) -> Iterable[tuple[str, str]]:
        return self._cells.items()

    def but(self, **cells: str) -> Row:
        return Row({**self._cells, **cells})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query gave. `page` counts from 0; `more` when there are rows after this page."""

    name: str
    title: str
    text: str
    """The query as it was asked, with its values in place."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    page: int = 0
    more: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def first(self) -> Row:
        """The first row, or one of empty cells."""
        return self.rows[0] if self.rows else Row(dict.fromkeys(self.columns, ""))

    def once(self, key: str) -> Answer:
        """One row for each value of a column; cells that differ are joined by "; "."""
        return replace(self, rows=tuple(_joined(self.rows, key)))

    def where(self, **cells: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if all(getattr(row, name) == cell for name, cell in cells.items()))


def ask(store: Store, name: str, *, page: int = 0, whole: bool = False, **given: str | Sequence[str]) -> Answer:
    """The answer to `queries/pages/<name>.rq`; a value that is "" is not given, several mean any of them.

    `whole`: all rows, however many.
    """
    asked = of_pages()[name]
    text, limit = _paged(name, page, whole, given)
    results = store.query(text)
    if not isinstance(results, QuerySolutions):
        raise TypeError(f"{asked.path}: a page needs a SELECT query")
    # As JSON: the store writes that many times faster than it makes its terms for Python, one by one.
    found = _json.decode(results.serialize(format=QueryResultsFormat.JSON) or b"")
    columns = tuple(found.head.vars)
    nothing = _Term(value="")
    rows = tuple(Row({column: one.get(column, nothing).value for column in columns}) for one in found.results.bindings)
    return _answer(asked, text, columns, rows, page, limit)


def known(name: str, rows: Iterable[Sequence[str]], *, page: int = 0, **given: str) -> Answer:
    """The answer to a query that was asked before."""
    asked = of_pages()[name]
    text, limit = _paged(name, page, False, given)
    columns = _columns(asked.text)
    made = tuple(Row(dict(zip(columns, row, strict=True))) for row in rows)
    return _answer(asked, text, columns, made, page, limit)


def _paged(name: str, page: int, whole: bool, given: Mapping[str, str | Sequence[str]]) -> tuple[str, int]:
    """The query with its values in place and the page that is wanted; and how many a page has, 0 where it has all."""
    asked, limit = _limited(name, page, whole)
    values = {key: [value] if isinstance(value, str) else value for key, value in given.items() if value}
    return bound(asked, values), limit


@lru_cache(maxsize=1000)
def _limited(name: str, page: int, whole: bool) -> tuple[Question, int]:
    asked = of_pages()[name]
    limit = _PAGE.search(asked.text)
    if not limit or whole:
        return replace(asked, text=plain(_PAGE.sub("", asked.text))), 0
    text = _PAGE.sub(f"LIMIT {limit[1]} OFFSET {page * int(limit[1])}", asked.text)
    return replace(asked, text=plain(text)), int(limit[1])


def _answer(
    asked: Question, text: str, columns: tuple[str, ...], rows: tuple[Row, ...], page: int, limit: int
) -> Answer:
    key = _counted(asked.text)
    had = len({getattr(row, key) for row in rows}) if key in columns else len(rows)
    return Answer(
        name=asked.name,
        title=asked.title,
        text=text,
        columns=columns,
        rows=rows,
        page=page,
        more=bool(limit) and had >= limit,
    )


def of_rows(name: str, columns: tuple[str, ...], rows: Iterable[Sequence[str]]) -> Answer:
    """A list that no query gives."""
    made = tuple(Row(dict(zip(columns, row, strict=True))) for row in rows)
    return Answer(name=name, title=name, text="", columns=columns, rows=made)


@cache
def _columns(text: str) -> tuple[str, ...]:
    selected = text[text.index("SELECT") : text.index("WHERE")]
    return tuple(re.findall(r"\?(\w+)", re.sub(r"\(.*? AS (\?\w+)\)", r"\1", selected)))


@cache
def _counted(text: str) -> str:
    """What a limit counts: the first variable of the subselect that it ends; "" where it ends the query."""
    head = _PAGE.split(text)[0]
    selects = re.findall(r"SELECT (?:DISTINCT )?\?(\w+)", head)
    return selects[-1] if len(selects) > 1 else ""


def plain(text: str) -> str:
    """Without the lines that only our program reads."""
    kept = (line for line in text.splitlines() if not line.startswith(("# title:", "# param:")))
    return "\n".join(kept).strip()


def _joined(rows: Iterable[Row], key: str) -> Iterator[Row]:
    kept: dict[str, Row] = {}
    for row in rows:
        name = getattr(row, key)
        if name not in kept:
            kept[name] = row
            continue
        before = kept[name]
        kept[name] = before.but(
            **{
                column: f"{seen}; {cell}" if (seen := getattr(before, column)) else cell
                for column, cell in row.items()
                if cell and cell not in getattr(before, column).split("; ")
            }
        )
    yield from kept.values()
