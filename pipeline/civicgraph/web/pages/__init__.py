"""The pages, one for each kind of thing of the graph."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from civicgraph.web.html import page


def routes() -> list[BaseRoute]:
    """A handler finds the graph in `request.state.graph` and the settings in `request.app.state.settings`."""
    return [Route("/", home)]


def home(request: Request) -> Response:
    return page(request, "home.html")
