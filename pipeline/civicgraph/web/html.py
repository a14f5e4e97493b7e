"""Pages from templates: everything that is filled in is escaped, every address is one of this site's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from civicgraph.web.settings import Settings

HERE = Path(__file__).parent


@cache
def templates() -> Environment:
    """All of them, read and compiled: the first visitors need not wait for that."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in found.list_templates():
        found.get_template(name)
    return found


def href(request: Request, path: str) -> str:
    """The address of a path of this site ("/query"), behind a proxy too; the Host header has no say in it."""
    root: str = request.scope.get("root_path", "")
    return root + path


def address(request: Request, path: str) -> str:
    """The whole address of a path of this site, for what is read elsewhere."""
    settings: Settings = request.app.state.settings
    root = settings.public.rstrip("/") or f"{request.url.scheme}://{request.url.netloc}"
    return root + path


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template of `templates/`, filled in. It has `href(path)`, `graph` and what is given here."""
    text = templates().get_template(template)
    filled = text.render(href=lambda path: href(request, path), graph=request.state.graph, **values)
    return HTMLResponse(filled, status_code=status)
