"""The graph that is served: opened once, and opened anew when a build has ended.

A request takes the graph as it is when it comes and keeps it to its end; the next one sees the new graph, whole.
"""

from __future__ import annotations

import os
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph import store
from civicgraph.errors import UsageError
from civicgraph.search import FILE, Labels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Graph:
    """What a request is answered from."""

    store: Store
    build: str
    """Id of the build: equal ids, equal graphs."""
    place: Path
    """The store's own folder, OUT/store-<build>; it stays while this object lives."""
    labels: Labels
    out: Path
    """The folder that 'build' wrote: texts/ and what else stands beside the store."""


class Graphs:
    """Gives the graph that counts. Raises `UsageError` at once when there is none."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._lock = threading.Lock()
        self._seen = _state(out)
        self._graph = _open(out)

    def now(self) -> Graph:
        """The graph that `current` names. Takes a look at that file, and some milliseconds when it is a new one."""
        if _state(self._out) != self._seen:
            with self._lock:
                state = _state(self._out)
                if state != self._seen:
                    self._renew()
                    self._seen = state
        return self._graph

    def _renew(self) -> None:
        try:
            self._graph = _open(self._out)
        except UsageError:
            return  # gone or damaged: what was served until now is whole


def _state(out: Path) -> tuple[int, int]:
    """Another after every build."""
    try:
        found = (out / store.POINTER).stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns


def _open(out: Path) -> Graph:
    held = store.hold(out)
    try:
        opened = store.opened(held.place)
    except UsageError:
        os.close(held.descriptor)
        raise
    graph = Graph(
        store=opened,
        build=held.place.name.removeprefix("store-"),
        place=held.place,
        labels=Labels(held.place / FILE),
        out=out,
    )
    weakref.finalize(graph, os.close, held.descriptor)
    return graph
