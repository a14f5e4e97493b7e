"""`civicgraph serve`: pages over the graph and a SPARQL endpoint, read-only.

    serve(Settings(graph=Path("build")))         until Ctrl-C
    app(Settings(graph=Path("build")))           the ASGI application, for another server or a test

What a web server needs is imported by these two alone: a worker of the endpoint, which starts for every query that had
to be ended, comes through here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from civicgraph.web.settings import HOST, PORT, Limits, Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Limits", "Settings", "app", "serve"]


def app(settings: Settings) -> Starlette:
    """The site. Raises `UsageError` when there is no graph in the folder."""
    from civicgraph.web.site import site

    return site(settings)


def serve(
    settings: Settings,
    *,
    host: str = HOST,
    port: int = PORT,
    proxy: str = "",
    tell: Callable[[str], None] = print,
) -> None:
    """Until Ctrl-C. `proxy`: address of the proxy whose X-Forwarded headers count; `tell` is told where to look.

    Raises `UsageError` when there is no graph, or the address cannot be had.
    """
    from civicgraph.web.server import run

    run(settings, host=host, port=port, proxy=proxy, tell=tell)
