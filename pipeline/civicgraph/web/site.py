"""The site as one ASGI application: its routes, and what stands before all of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from civicgraph.web import pages
from civicgraph.web.copies import Copies
from civicgraph.web.graphs import Graphs
from civicgraph.web.headers import Said
from civicgraph.web.html import HERE, templates
from civicgraph.web.ready import Visitors, make_ready
from civicgraph.web.settings import Settings
from civicgraph.web.sparql import routes as sparql
from civicgraph.web.sparql.endpoint import refusal
from civicgraph.web.sparql.pool import Pool
from civicgraph.web.sparql.refused import Refused


def site(settings: Settings, *, ready: int = 0) -> Starlette:
    """`ready`: pages that are made before they are asked for.

    Raises `UsageError` when there is no graph in the folder.
    """
    graphs, pool = Graphs(settings.graph), Pool(settings.limits)
    visitors = Visitors()
    templates()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        making = asyncio.create_task(make_ready(made, graphs, visitors, settings.base, ready)) if ready else None
        yield
        if making:
            making.cancel()
        await pool.close()

    made = Starlette(
        routes=[
            *pages.routes(settings.limits.pages),
            *sparql.routes(),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        lifespan=lifespan,
        exception_handlers={HTTPException: wrong, 500: fault},
        middleware=[
            Middleware(WithGraph, graphs=graphs, visitors=visitors, root=settings.root),
            Middleware(Said),
            Middleware(Copies, most=settings.limits.copies),
            Middleware(GZipMiddleware, compresslevel=6),
        ],
    )
    made.state.settings = settings
    made.state.pool = pool
    return made


def wrong(request: Request, error: Exception) -> Response:
    """No such page, or not in this way."""
    if not isinstance(error, HTTPException):
        raise error
    sentence = {
        404: "There is nothing at this address.",
        405: f"This address cannot be asked by {request.method}.",
    }.get(error.status_code, error.detail)
    return refusal(request, Refused(error.status_code, sentence, error.headers))


def fault(_: Request, __: Exception) -> Response:
    return PlainTextResponse("A fault in civicgraph itself; please report it with the address.\n", status_code=500)


class WithGraph:
    """Gives each request the graph that counts when it comes, and the place of the site behind its proxy."""

    def __init__(self, app: ASGIApp, graphs: Graphs, visitors: Visitors, root: str) -> None:
        self.app, self.graphs, self.visitors, self.root = app, graphs, visitors, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope.setdefault("state", {})["graph"] = self.graphs.now()
            scope["root_path"] = self.root
            self.visitors.seen(scope)
        await self.app(scope, receive, send)
