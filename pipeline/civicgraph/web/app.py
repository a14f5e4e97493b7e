"""The site as one ASGI application: its routes, and what stands before all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from civicgraph.web import pages, sparql
from civicgraph.web.graphs import Graphs
from civicgraph.web.headers import Said
from civicgraph.web.html import HERE
from civicgraph.web.settings import Settings
from civicgraph.web.sparql.pool import Pool


def app(settings: Settings) -> Starlette:
    """Raises `UsageError` when there is no graph in the folder."""
    graphs, pool = Graphs(settings.graph), Pool(settings.limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        pool.close()

    made = Starlette(
        routes=[*pages.routes(), *sparql.routes(), Mount("/static", StaticFiles(directory=HERE / "static"))],
        lifespan=lifespan,
        middleware=[
            Middleware(WithGraph, graphs=graphs, root=settings.root),
            Middleware(Said),
            Middleware(GZipMiddleware, compresslevel=6),
            Middleware(RequestBodyLimitMiddleware, max_body_size=settings.limits.body),
        ],
    )
    made.state.settings = settings
    made.state.pool = pool
    return made


class WithGraph:
    """Gives each request the graph that counts when it comes, and the place of the site behind its proxy."""

    def __init__(self, app: ASGIApp, graphs: Graphs, root: str) -> None:
        self.app, self.graphs, self.root = app, graphs, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope.setdefault("state", {})["graph"] = self.graphs.now()
            scope["root_path"] = self.root
        await self.app(scope, receive, send)
