"""The graph as RDF files. All of them stream: memory does not grow with the graph."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, RdfFormat, Store

from civicgraph.export.whole import whole
from civicgraph.vocab import NAMESPACES

PREFIXES = {prefix: str(namespace) for prefix, namespace in NAMESPACES.items()}
RUN = 250_000  # lines sorted in memory at a time: some 60 MB


def nquads(store: Store, path: Path) -> tuple[Path, ...]:
    """Every quad, a line each, sorted by its bytes: equal graphs give equal files. Raises `OSError`."""
    with whole(path) as file, tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        store.dump(str(dump), format=RdfFormat.N_QUADS)
        with dump.open("rb") as lines:
            file.writelines(merged(lines, Path(folder)))
    return (path,)


def turtle(store: Store, path: Path) -> tuple[Path, ...]:
    """The default graph. Raises `OSError`."""
    return _default(store, path, RdfFormat.TURTLE)


def jsonld(store: Store, path: Path) -> tuple[Path, ...]:
    """The default graph. Raises `OSError`."""
    return _default(store, path, RdfFormat.JSON_LD)


def _default(store: Store, path: Path, format: RdfFormat) -> tuple[Path, ...]:
    with whole(path) as file:
        store.dump(file, format=format, from_graph=DefaultGraph(), prefixes=PREFIXES)
    return (path,)


def merged(lines: IO[bytes], folder: Path, size: int = RUN) -> Iterator[bytes]:
    """The lines in the order of their bytes, by sorted runs of `size` lines in files of `folder`."""
    runs: list[Path] = []
    while run := sorted(islice(lines, size)):
        runs.append(folder / f"run{len(runs)}")
        with runs[-1].open("wb") as file:
            file.writelines(run)
    with ExitStack() as stack:
        yield from heapq.merge(*(stack.enter_context(run.open("rb")) for run in runs))
