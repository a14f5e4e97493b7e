"""The graph as RDF files: sorted, so that equal graphs give equal bytes, and streamed: memory does not grow with them.

A name that ends in .gz is compressed.
"""

from __future__ import annotations

import gzip
import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from civicgraph.export.whole import whole
from civicgraph.vocab import NAMESPACES

PREFIXES = {prefix: str(namespace) for prefix, namespace in NAMESPACES.items()}
RUN = 250_000  # lines sorted in memory at a time: some 60 MB
BATCH = 5_000  # lines parsed at a time


def nquads(store: Store, path: Path) -> tuple[Path, ...]:
    """Every quad, a line each, sorted by its bytes. Raises `OSError`."""

    def dump(place: str) -> None:
        store.dump(place, format=RdfFormat.N_QUADS)

    with packed(path) as file, _sorted(dump) as lines:
        file.writelines(lines)
    return (path,)


def turtle(store: Store, path: Path) -> tuple[Path, ...]:
    """The default graph, by subject. Raises `OSError`."""
    with packed(path) as file, facts(store) as triples:
        serialize(triples, file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return (path,)


def trig(store: Store, path: Path) -> tuple[Path, ...]:
    """The default graph, then each named graph by its IRI. Raises `OSError`."""
    with packed(path) as file:
        serialize(_by_graph(store), file, format=RdfFormat.TRIG, prefixes=PREFIXES)
    return (path,)


def _by_graph(store: Store) -> Iterator[Quad]:
    named = sorted((graph for graph in store.named_graphs() if isinstance(graph, NamedNode)), key=str)
    graphs: list[NamedNode | DefaultGraph] = [DefaultGraph(), *named]
    for graph in graphs:
        with facts(store, graph) as triples:
            for triple in triples:
                yield Quad(triple.subject, triple.predicate, triple.object, graph)


@contextmanager
def facts(store: Store, graph: NamedNode | DefaultGraph | None = None) -> Iterator[Iterator[Triple]]:
    """The triples of a graph, else of the default graph, sorted: those of a subject come together."""

    def dump(place: str) -> None:
        store.dump(place, format=RdfFormat.N_TRIPLES, from_graph=graph or DefaultGraph())

    with _sorted(dump) as lines:
        yield _parsed(lines)


@contextmanager
def packed(path: Path) -> Iterator[IO[bytes]]:
    """The file, compressed where its name says so, without the time and name of gzip. Raises `OSError`."""
    with whole(path) as file:
        if path.suffix != ".gz":
            yield file
            return
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as small:
            yield small  # type: ignore[misc]  # writes bytes as any file does


@contextmanager
def _sorted(dump: Callable[[str], None]) -> Iterator[Iterator[bytes]]:
    """The lines that `dump` writes to a file, by their bytes."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "dump"
        dump(str(place))
        with place.open("rb") as lines:
            yield merged(lines, Path(folder))


def _parsed(lines: Iterable[bytes]) -> Iterator[Triple]:
    rest = iter(lines)
    while batch := b"".join(islice(rest, BATCH)):
        for quad in parse(batch, format=RdfFormat.N_TRIPLES):
            yield quad.triple


def merged(lines: IO[bytes], folder: Path, size: int = RUN) -> Iterator[bytes]:
    """The lines in the order of their bytes, by sorted runs of `size` lines in files of `folder`."""
    runs: list[Path] = []
    while run := sorted(islice(lines, size)):
        runs.append(folder / f"run{len(runs)}")
        with runs[-1].open("wb") as file:
            file.writelines(run)
    with ExitStack() as stack:
        yield from heapq.merge(*(stack.enter_context(run.open("rb")) for run in runs))
