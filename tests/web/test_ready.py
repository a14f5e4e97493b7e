"""Pages that are made before anybody asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from civicgraph.web import Settings, pages
from civicgraph.web import site as sites
from civicgraph.web.graphs import Graphs
from civicgraph.web.ready import Visitors, addresses, make_ready
from sample import civicgraph, write

COUNCIL = "/page/coventry-city-council"
PACKED = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "gzip"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the pages of things that were made."""
    found: list[str] = []

    def page(request: Request) -> Response:
        found.append(request.url.path)
        return PlainTextResponse("made")

    monkeypatch.setattr(pages, "by_path", page)
    return found


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_councils_and_bodies_come_first(samples: Path) -> None:
    known = list(addresses(Graphs(samples).now(), Settings(graph=samples).base, 60))
    assert known[:4] == ["/", "/open", "/quality", COUNCIL]
    assert len(known) == 63
    places = [[n for n, path in enumerate(known) if f"/{kind}/" in path] for kind in ("body", "person")]
    assert max(places[0]) < min(places[1])


def test_they_are_made_once_and_anew_after_a_build(tmp_path: Path, made: list[str]) -> None:
    out = tmp_path / "out"
    assert civicgraph("build", write(tmp_path / "in", 1), "--out", out).returncode == 0
    with TestClient(sites.site(Settings(graph=out), ready=1)) as client:
        until(lambda: made == [COUNCIL])
        assert client.get(COUNCIL, headers=PACKED).text == "made"
        assert made == [COUNCIL]
        assert civicgraph("build", write(tmp_path / "in", 2), "--out", out).returncode == 0
        until(lambda: made == [COUNCIL, COUNCIL])


def test_nothing_is_made_while_anybody_asks(samples: Path) -> None:
    visitors = Visitors()
    asked: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        visitors.seen(scope)
        asked.append(scope["path"])

    async def watched() -> tuple[int, int]:
        base = Settings(graph=samples).base
        visitors.seen({"state": {}})
        making = asyncio.create_task(make_ready(app, Graphs(samples), visitors, base, 3))
        await asyncio.sleep(0.5)
        before = len(asked)
        await asyncio.sleep(1)
        making.cancel()
        return before, len(asked)

    assert asyncio.run(watched()) == (0, 6)


def test_a_site_for_another_server_makes_none(samples: Path, made: list[str]) -> None:
    with TestClient(sites.site(Settings(graph=samples))):
        time.sleep(0.3)
    assert made == []
