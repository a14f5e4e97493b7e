"""What the tables and their columns mean: the headers of `queries/tables/*.rq`, and `queries/tables/columns.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal as OneOf
from typing import get_args

from civicgraph.errors import UsageError
from civicgraph.queries import Question, questions
from civicgraph.resources import folder
from civicgraph.vocab import NAMESPACES

Type = OneOf["string", "integer", "boolean", "date", "time", "anyURI"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    about: str = ""
    type: Type = "string"
    property: str = ""  # IRI, "" where the column gives no statement
    of: str = ""  # template of the IRI that it is said of; "" where that is the row's thing
    value: str = ""  # IRI, or template of one; "" where the cell is a literal
    why: str = ""  # where there is no property: what keeps it from one


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    name: str
    title: str
    about: str
    subject: str  # the column that has the IRI of what a row is about
    kind: str  # IRI of its class, "" where rows are of several
    columns: tuple[Column, ...]
    every: tuple[Column, ...]  # what each row states besides


def described(name: str, header: tuple[str, ...]) -> Table:
    """The table of that name, whose columns are these. Raises `UsageError` for a column that nothing is said of."""
    asked = _questions()[f"tables/{name}"]
    common, own = _said().get("columns", {}), _said().get(name, {})
    columns: list[Column] = []
    for column in header:
        words = own.get(column) or common.get(column)
        if not isinstance(words, dict):
            raise UsageError(f"{_path()}: the column '{column}' of the table {name} is not there; add it to [{name}]")
        columns.append(_column(column, words))
    return Table(
        name=name,
        title=asked.title,
        about=asked.description,
        subject=str(own.get("subject", "iri")),
        kind=_iri(str(own.get("class", ""))),
        columns=tuple(columns),
        every=tuple(_column(name, words) for name, words in _said()["every"].items() if isinstance(words, dict)),
    )


def _column(name: str, words: Mapping[str, str]) -> Column:
    for kind in get_args(Type):
        if words.get("type", "string") == kind:
            if ("property" in words) == ("why" in words):
                raise UsageError(f"{_path()}: {name} needs a property, or says why it has none")
            return Column(
                name=name,
                about=words.get("about", ""),
                type=kind,
                property=_iri(words.get("property", "")),
                of=words.get("of", ""),
                value=_iri(words.get("value", "")),
                why=words.get("why", ""),
            )
    raise UsageError(f"{_path()}: {name} has the type '{words['type']}'; write {', '.join(get_args(Type))}")


def _iri(name: str) -> str:
    """civ:Meeting → https://…#Meeting, and civc:{action} likewise; {+iri} is whole."""
    prefix, colon, local = name.partition(":")
    return f"{NAMESPACES[prefix]}{local}" if colon and not name.startswith("{") else name


@cache
def _questions() -> dict[str, Question]:
    return {one.name: one for one in questions(tables=True)}


@cache
def _said() -> Mapping[str, Mapping[str, Mapping[str, str] | str]]:
    said: Mapping[str, Mapping[str, Mapping[str, str] | str]] = tomllib.loads(_path().read_text(encoding="utf-8"))
    return said


def _path() -> Path:
    return folder("queries") / "tables" / "columns.toml"
