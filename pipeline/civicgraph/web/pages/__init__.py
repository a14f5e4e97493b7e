"""The pages, one for each kind of thing of the graph, and what leads to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from civicgraph.web.addresses import iri_of, path_of, split_suffix
from civicgraph.web.headers import WIDGETS
from civicgraph.web.html import href
from civicgraph.web.pages import files, start
from civicgraph.web.pages.behind import joined
from civicgraph.web.pages.naming import kind_of, label_of
from civicgraph.web.pages.picture import as_elements, drawing
from civicgraph.web.pages.shown import base_of, facts_of, form_of, missing, see, shown, thing


def routes(at_a_time: int) -> list[BaseRoute]:
    """A handler finds the graph in `request.state.graph` and the settings in `request.app.state.settings`.

    It runs in a thread, so many `at_a_time`; files and copies wait for none of them.
    """
    turns = CapacityLimiter(at_a_time)

    def made(handler: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await to_thread.run_sync(handler, request, limiter=turns)

        return answer

    handlers = {
        "/": start.start,
        "/search": start.search,
        "/search.csv": start.search,
        "/open": start.unanswered,
        "/open.csv": start.unanswered,
        "/quality": start.quality,
        "/quality.csv": start.quality,
        "/downloads": files.downloads,
        "/downloads/{file:path}": files.table,
        "/file/{path:path}": files.original,
        "/explore": explore,
        "/picture.json": pictured,
        "/id/{path:path}": identified,
        "/page": by_iri,
        "/page/{path:path}": by_path,
    }
    return [Route(path, made(handler)) for path, handler in handlers.items()]


def identified(request: Request) -> Response:
    """An IRI of the graph, looked up: 303 to its page or, by suffix and Accept, to its data."""
    path, suffix = split_suffix(request.path_params["path"])
    return see(request, iri_of(path, base_of(request)), form_of(request, suffix))


def by_path(request: Request) -> Response:
    path, suffix = split_suffix(request.path_params["path"])
    return thing(request, iri_of(path, base_of(request)), form_of(request, suffix))


def by_iri(request: Request) -> Response:
    """Of things whose IRIs are not ours: an Act, a party."""
    return thing(request, request.query_params.get("iri", ""), form_of(request, request.query_params.get("as", "")))


def explore(request: Request) -> Response:
    """The picture that grows with each click; without a script, the neighbours as a drawing and a list."""
    iri = request.query_params.get("iri", "")
    facts = facts_of(request)
    if not iri:
        return RedirectResponse(href(request, "/search"), status_code=303)
    if not kind_of(facts, iri):
        return missing(request)
    title, picture = label_of(facts, iri), drawing(facts, iri)
    answer = shown(request, "explore.html", iri=iri, title=title, picture=picture, behind=joined(iri))
    answer.headers["Content-Security-Policy"] = WIDGETS
    return answer


def pictured(request: Request) -> Response:
    iri = request.query_params.get("iri", "")
    facts = facts_of(request)
    if not kind_of(facts, iri):
        return JSONResponse({"nodes": [], "edges": []}, 404)
    return JSONResponse(as_elements(facts, iri, lambda one: href(request, path_of(one, base_of(request)))))
