"""The graph for other programs: one row of `FORMATS` a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph.errors import UsageError
from civicgraph.export import oparl, oparl_api, popolo, rdf, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    name: str
    about: str
    write: Callable[[Store, Path], tuple[Path, ...]]
    """Writes below or to the path, whole or not at all; gives the files written."""


FORMATS: tuple[Format, ...] = (
    Format(name="tables", about="a folder of CSV files, one a table", write=tables.write),
    Format(name="nquads", about="all graphs with their evidence, sorted N-Quads", write=rdf.nquads),
    Format(name="turtle", about="the linked facts as Turtle", write=rdf.turtle),
    Format(name="jsonld", about="the linked facts as JSON-LD", write=rdf.jsonld),
    Format(name="oparl", about="bodies, people, meetings and papers as OParl 1.1 has them", write=oparl.write),
    Format(name="oparl-api", about="the same as a folder that is an API of OParl 1.1", write=oparl_api.write),
    Format(
        name="popolo", about="people, bodies, posts, meetings, motions and votes as Popolo JSON", write=popolo.write
    ),
)


def known(name: str) -> Format:
    """The format of that name. Raises `UsageError`, which lists them."""
    for one in FORMATS:
        if one.name == name:
            return one
    names = ", ".join(one.name for one in FORMATS)
    raise UsageError(f"there is no format '{name}'; the formats are {names}")


def export(store: Store, name: str, path: Path) -> tuple[Path, ...]:
    """Writes the graph in that format; gives the files written. Raises `UsageError`."""
    one = known(name)
    try:
        return one.write(store, path)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"{path}: cannot be written ({why}); give another --out") from error
