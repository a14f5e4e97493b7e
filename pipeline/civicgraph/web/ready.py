"""Pages that are made before anybody asks for them, one at a time: the ways in, councils, bodies, and then people.

Theirs take longest, and most visitors come by them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

from starlette.types import ASGIApp, Message, Scope

from civicgraph import search
from civicgraph.web.addresses import path_of
from civicgraph.web.graphs import Graph, Graphs

WAYS_IN = ("/", "/open", "/quality")
LOOK = 2.0
"""Seconds after which it is seen that a build has ended."""

QUIET, PAUSE = 1.0, 0.1
"""Seconds without a visitor that it waits for, and after which it looks again."""


class Visitors:
    """When the last of them asked; those that ask by `look_at` are none."""

    latest = -QUIET

    def seen(self, scope: Scope) -> None:
        if not scope["state"].get("ready"):
            self.latest = time.monotonic()

    @property
    def away(self) -> bool:
        return time.monotonic() - self.latest >= QUIET


async def make_ready(app: ASGIApp, graphs: Graphs, visitors: Visitors, base: str, most: int) -> None:
    """At most so many pages, anew after each build, until it is cancelled, and only while no visitor asks anything."""
    build = ""
    while True:
        graph = graphs.now()
        if graph.build != build:
            build = graph.build
            for path in addresses(graph, base, most):
                while not visitors.away:
                    await asyncio.sleep(PAUSE)
                await look_at(app, path)
                if graphs.now().build != build:
                    break
        del graph  # so that a later build may remove it
        await asyncio.sleep(LOOK)


def addresses(graph: Graph, base: str, most: int) -> Iterator[str]:
    yield from WAYS_IN
    file = graph.place / search.FILE
    if file.is_file():
        yield from filter(None, (path_of(iri, base) for iri in search.first(file, most)))


async def look_at(app: ASGIApp, path: str) -> None:
    """As a browser does."""
    path, _, query = path.partition("?")
    scope: Scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path, "root_path": "",
        "query_string": query.encode(), "headers": [(b"accept", b"text/html"), (b"accept-encoding", b"gzip")],
        "state": {"ready": True},
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: Message) -> None:
        pass

    await app(scope, receive, send)
