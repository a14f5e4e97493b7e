"""Answers to requests: a page, its data, or where to find them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from civicgraph.search import CLOSES, FILE, OPENS
from civicgraph.web.addresses import SUFFIXES, outside, path_of, twin_of
from civicgraph.web.graphs import Graph
from civicgraph.web.html import href, page
from civicgraph.web.pages.asking import Answer
from civicgraph.web.pages.behind import Query, head_of, headed, joined
from civicgraph.web.pages.kinds import made
from civicgraph.web.pages.naming import Facts, cut, said, words_of
from civicgraph.web.pages.page import Wanted
from civicgraph.web.pages.picture import drawing
from civicgraph.web.pages.timeline import ticks
from civicgraph.web.pages.twins import rdf, table, wanted_form
from civicgraph.web.settings import Settings


def base_of(request: Request) -> str:
    settings: Settings = request.app.state.settings
    return settings.base


def graph_of(request: Request) -> Graph:
    graph: Graph = request.state.graph
    return graph


def facts_of(request: Request) -> Facts:
    """For one page."""
    graph = graph_of(request)
    return Facts(graph.store, graph.labels)


def shown(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """A template with what all of our templates use."""
    base = base_of(request)
    return page(
        request,
        template,
        status,
        here=request.url.path,
        link=cache(lambda iri: href(request, found) if (found := path_of(iri, base)) else ""),
        twin=lambda iri, suffix: href(request, twin_of(iri, base, suffix)),
        outside=outside,
        said=said,
        cut=cut,
        words_of=words_of,
        marked=marked,
        but=but(request),
        ticks=ticks,
        **values,
    )


def thing(request: Request, iri: str, form: str) -> Response:
    """The page of a thing, or its data where `form` is a suffix."""
    graph = graph_of(request)
    number = request.query_params.get("page", "")
    wanted = Wanted(
        facts=facts_of(request),
        texts=graph.out / "texts",
        search=graph.place / FILE,
        part=request.query_params.get("part", ""),
        page=min(int(number), 10_000) if number.isdecimal() and len(number) < 6 else 0,
        whole=form == "csv",
        choices=tuple(request.query_params.multi_items()),
    )
    if form in ("ttl", "jsonld"):
        return _data(request, iri, form, wanted)
    found = made(wanted, iri)
    if found is None:
        return missing(request)
    made_page, template = found
    lists = made_page.answers()
    if form == "csv":
        return _table((*lists, head_of(wanted, iri)), wanted.part, iri)
    asked: tuple[Answer | Query, ...] = (*lists, headed(wanted, iri), *wanted.asked, joined(iri))
    behind = {one.text: one for one in asked}
    return shown(
        request,
        template,
        page=made_page,
        about=made_page.about,
        picture=drawing(wanted.facts, iri),
        behind=tuple(behind.values()),
    )


def missing(request: Request) -> Response:
    return shown(request, "missing.html", 404)


def see(request: Request, iri: str, form: str) -> Response:
    """What is at `/id/` is not a document; this says which documents tell of it."""
    base = base_of(request)
    path = path_of(iri, base) if form == "html" else twin_of(iri, base, form)
    return RedirectResponse(href(request, path), status_code=303)


def form_of(request: Request, suffix: str) -> str:
    return suffix or wanted_form(request.headers.get("accept", ""))


def marked(snippet: str) -> Markup:
    """The words that were looked for, marked; all else escaped."""
    safe = str(escape(" ".join(snippet.split())))
    return Markup(safe.replace(OPENS, "<mark>").replace(CLOSES, "</mark>"))


def but(request: Request) -> Callable[..., str]:
    """The address of this page with other values: `but(page=2)`, `but(kind="")`."""

    def address(**values: object) -> str:
        pairs = dict(request.query_params.items()) | {name: str(value) for name, value in values.items()}
        kept = {name: value for name, value in pairs.items() if value}
        return f"?{urlencode(kept, quote_via=quote)}" if kept else request.url.path

    return address


def _data(request: Request, iri: str, form: str, wanted: Wanted) -> Response:
    data, more = rdf(wanted.facts.store, iri, form, wanted.page)
    if not data.strip() or (form == "jsonld" and data.strip() == b"[]"):
        return missing(request)
    headers = {}
    if more:
        headers["Link"] = f'<{but(request)(page=wanted.page + 1)}>; rel="next"'
    return Response(data, media_type=SUFFIXES[form], headers=headers)


def _table(answers: tuple[Answer, ...], part: str, iri: str) -> Response:
    name = part or answers[0].name
    found = next((one for one in answers if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in answers)
        return Response(f"There is no list '{name}' here; there are {known}.\n", 404, media_type="text/plain")
    file = f"{words_of(iri).replace(' ', '-')}-{name}.csv".encode("ascii", "ignore").decode()
    headers = {"Content-Disposition": f'inline; filename="{file}"'}
    return Response(table(found), media_type="text/csv; charset=utf-8", headers=headers)
