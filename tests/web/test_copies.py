"""An answer is made once a build, and kept within bounds."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

from starlette.types import Message, Receive, Scope, Send

from civicgraph.web.copies import Copies


class Pages:
    """Answers each path with its name, 1,000 times, and counts."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.status, self.headers, self.pieces = 200, [(b"content-type", b"text/plain")], 1

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.made.append(scope["path"])
        await asyncio.sleep(0.01)
        await send({"type": "http.response.start", "status": self.status, "headers": list(self.headers)})
        for piece in range(self.pieces):
            body = scope["path"].encode() * 1000
            await send({"type": "http.response.body", "body": body, "more_body": piece + 1 < self.pieces})


async def ask(copies: Copies, path: str, build: str = "1", method: str = "GET") -> bytes:
    got: list[Message] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"].append((b"x-added", b"1"))
        got.append(message)

    async def receive() -> Message:
        raise AssertionError

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "scheme": "http",
        "headers": [(b"host", b"x")],
        "state": {"graph": SimpleNamespace(build=build)},
    }
    await copies(scope, receive, send)
    assert [name for name, _ in got[0]["headers"]].count(b"x-added") == 1
    return b"".join(message.get("body", b"") for message in got)


def test_it_is_made_once_a_build() -> None:
    pages = Pages()
    copies = Copies(pages, most=100_000)
    for build, path in (("1", "/a"), ("1", "/a"), ("1", "/b"), ("2", "/a"), ("2", "/a")):
        assert asyncio.run(ask(copies, path, build)) == path.encode() * 1000
    assert pages.made == ["/a", "/b", "/a"]


def test_who_asks_at_the_same_time_waits_for_the_first() -> None:
    pages = Pages()
    copies = Copies(pages, most=100_000)

    async def many() -> list[bytes]:
        return await asyncio.gather(*(ask(copies, "/a") for _ in range(20)))

    assert set(asyncio.run(many())) == {b"/a" * 1000}
    assert pages.made == ["/a"]


def test_it_never_keeps_more_than_it_may() -> None:
    pages = Pages()
    copies = Copies(pages, most=20_000)
    for number in range(100):
        asyncio.run(ask(copies, f"/{number:03}"))
        assert copies._size <= 20_000
    assert len(pages.made) == 100
    asyncio.run(ask(copies, "/099"))
    asyncio.run(ask(copies, "/000"))
    assert pages.made[100:] == ["/000"]
    assert copies._size == sum(len(body["body"]) + len("/000") for _, body in copies._kept.values())


def test_what_is_wrong_long_or_fleeting_is_not_kept() -> None:
    for change in ({"status": 404}, {"headers": [(b"cache-control", b"no-store")]}, {"pieces": 2}):
        pages = Pages()
        vars(pages).update(change)
        copies = Copies(pages, most=100_000)
        for _ in range(2):
            asyncio.run(ask(copies, "/a"))
        assert pages.made == ["/a", "/a"], change
    pages = Pages()
    copies = Copies(pages, most=100_000)
    for method in ("POST", "HEAD", "POST"):
        asyncio.run(ask(copies, "/a", method=method))
    assert len(pages.made) == 3
