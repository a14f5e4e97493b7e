"""An answer is made once a build, and kept within bounds."""

from __future__ import annotations

import asyncio
import gzip
from types import SimpleNamespace

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Message, Receive, Scope, Send

from civicgraph.web.copies import Copies, unpacked


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


async def ask(copies: Copies, path: str, build: str = "1", method: str = "GET", **said: str) -> bytes:
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
        "headers": [
            (b"host", b"x"),
            *((name.replace("_", "-").encode(), value.encode()) for name, value in said.items()),
        ],
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


BROWSERS = ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html,application/xml;q=0.9,image/avif,*/*;q=0.8", "*/*")


def test_browsers_that_accept_in_other_words_share_a_copy_of_a_page() -> None:
    for path, made in (("/page/a", 2), ("/sparql", 4), ("/query/overdue", 4)):
        pages = Pages()
        copies = Copies(pages, most=100_000)
        for accept in (*BROWSERS, "text/turtle", *BROWSERS):
            asyncio.run(ask(copies, path, accept=accept))
        assert len(pages.made) == made, path


def test_who_takes_nothing_packed_has_the_packed_copy_unpacked() -> None:
    pages = Pages()
    copies = Copies(GZipMiddleware(pages), most=100_000)
    packed = asyncio.run(ask(copies, "/a", accept_encoding="gzip"))
    assert len(packed) < 100
    assert gzip.decompress(packed) == asyncio.run(ask(copies, "/a")) == b"/a" * 1000
    assert asyncio.run(ask(copies, "/a", accept_encoding="gzip")) == packed
    assert pages.made == ["/a"]
    start, body = unpacked(*next(iter(copies._kept.values())))
    assert dict(start["headers"])[b"content-length"] == b"2000"
    assert b"content-encoding" not in dict(start["headers"])
    assert unpacked(start, body) == (start, body)
