"""The addresses of the endpoint, and of the page to ask from."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from civicgraph.web.sparql.asking import ask, question
from civicgraph.web.sparql.endpoint import endpoint

ALL = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]  # the endpoint itself says what it does not take


def routes() -> list[BaseRoute]:
    return [
        Route("/sparql", endpoint, methods=ALL),
        Route("/sparql/", endpoint, methods=ALL),
        Route("/query", ask),
        Route("/query/{name}", question),
    ]
