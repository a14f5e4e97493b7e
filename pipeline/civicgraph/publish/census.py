"""What a catalogue says of a graph and the graph itself knows: counts, days, councils, links to other sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from civicgraph import ids
from civicgraph.errors import UsageError
from civicgraph.resources import folder
from civicgraph.vocab import CIV, CIVC, NAMESPACES

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    iri: str
    name: str
    area: str
    """IRI of its area at the Office for National Statistics, "" where no list has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkset:
    term: str
    site: str
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    base: str
    """What the IRIs of the graph start with."""
    documents: int
    meetings: int
    quads: int
    facts: int
    """Linked facts, without the ontology."""
    first: str
    """ISO day of the first meeting, "" where no paper has one."""
    last: str
    councils: tuple[Council, ...]
    classes: tuple[tuple[str, int], ...]
    """IRI of a class and how many things are of it, in order of IRIs; without the ontology."""
    properties: tuple[tuple[str, int], ...]
    links: tuple[Linkset, ...]

    @property
    def entities(self) -> int:
        return sum(count for _, count in self.classes)


def take(store: Store) -> Census:
    """Counts the graph. Raises `UsageError` when no document is in it."""
    (coverage,) = _rows(store, "coverage")
    if coverage["documents"] == "0":
        raise UsageError("the graph has no document, so there is nothing to publish; run 'civicgraph build' first")
    (days,) = _rows(store, "days")
    base = coverage["any"].rpartition("/document/")[0] + "/"
    properties = _counted(store, "properties")
    return Census(
        base=base,
        documents=int(coverage["documents"]),
        meetings=int(coverage["meetings"]),
        quads=len(store),
        facts=sum(count for _, count in properties),
        first=days["first"],
        last=days["last"],
        councils=tuple(
            Council(iri=row["council"], name=row["name"], area=row["area"])
            for row in _rows(store, "councils")
            if not row["council"].startswith(ids.council(base, ""))
        ),
        classes=_counted(store, "classes"),
        properties=properties,
        links=tuple(_links(store, base)),
    )


def _counted(store: Store, name: str) -> tuple[tuple[str, int], ...]:
    counts = Counter({row["term"]: int(row["facts"]) for row in _rows(store, name)})
    counts.subtract({row["term"]: int(row["facts"]) for row in _rows(store, f"ontology-{name}")})
    return tuple(sorted((term, count) for term, count in counts.items() if count > 0))


def _links(store: Store, base: str) -> Iterator[Linkset]:
    """Links that leave the graph, but for those to terms of a vocabulary."""
    spaces = {str(CIV), str(CIVC), *map(str, NAMESPACES.values())}
    own = {_site(base), *map(_site, spaces)}
    for row in sorted(_rows(store, "links"), key=lambda row: (row["term"], row["site"])):
        if row["site"] not in own:
            yield Linkset(term=row["term"], site=row["site"], facts=int(row["facts"]))


def _site(iri: str) -> str:
    return "/".join(iri.split("/")[:3]) + "/"


def _rows(store: Store, name: str) -> Iterator[Row]:
    """Answers of queries/census/<name>.rq; what is not bound is ""."""
    path = folder("queries") / "census" / f"{name}.rq"
    found = store.query(path.read_text(encoding="utf-8"), default_graph=DefaultGraph())
    if not isinstance(found, QuerySolutions):
        raise UsageError(f"{path}: a census needs a SELECT query")
    names = [variable.value for variable in found.variables]
    for row in found:
        values = (row[one] for one in names)
        yield {
            one: value.value if isinstance(value, NamedNode | Literal) else ""
            for one, value in zip(names, values, strict=True)
        }
