"""Answers that were given once, kept in memory to be given again until the next build."""

from __future__ import annotations

import asyncio
import gzip
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from civicgraph.web.pages.twins import wanted_form

ASKED = ("/sparql", "/query")
"""Where an answer depends on more than which of our forms is wanted: it may have the address of the site in it."""

LARGEST = 1_000_000  # bytes of an answer worth keeping

Key = tuple[str, str, bytes, str, str, str, bool]


class Copies:
    """Keeps whole answers to GET as they go out, packed: at most `most` bytes, the longest unused go first.

    Of several who ask for one thing at a time, the first has it made and the others wait for it.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most
        self._kept: OrderedDict[Key, tuple[Message, Message]] = OrderedDict()
        self._size = 0
        self._build = ""
        self._making: dict[Key, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        build: str = scope["state"]["graph"].build
        if build != self._build:
            self._kept.clear()
            self._size, self._build = 0, build
        asked = Headers(scope=scope)
        packed = "gzip" in asked.get("accept-encoding", "")
        form, host, scheme = asked.get("accept", ""), asked.get("host", ""), scope["scheme"]
        if not scope["path"].startswith(ASKED):
            form, host, scheme = wanted_form(form), "", ""  # each browser accepts in words of its own
        key = (build, scope["path"], scope["query_string"], form, host, scheme, packed)
        if key not in self._kept and key in self._making:
            await self._making[key].wait()
        if kept := next((one for one in (key, (*key[:-1], True)) if one in self._kept), None):
            self._kept.move_to_end(kept)
            start, body = self._kept[kept] if packed else unpacked(*self._kept[kept])
            await send({**start, "headers": list(start["headers"])})  # what stands before this adds more
            await send(body)
        elif key in self._making:
            await self.app(scope, receive, send)
        else:
            await self._made(key, scope, receive, send)

    async def _made(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        made = self._making[key] = asyncio.Event()
        started: list[Message] = []

        def known() -> None:
            """Before it is sent: whoever takes it slowly holds up nobody else."""
            if not made.is_set():
                made.set()
                del self._making[key]

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append({**message, "headers": list(message["headers"])})
            else:
                if started and not message.get("more_body"):
                    self._keep(key, started[0], message)
                started.clear()  # an answer in pieces is a long one
                known()
            await send(message)

        try:
            await self.app(scope, receive, keep)
        finally:
            known()

    def _keep(self, key: Key, start: Message, body: Message) -> None:
        said = Headers(raw=start["headers"])
        fleeting = "etag" in said or said.get("cache-control") == "no-store"
        size = len(body.get("body", b""))
        if start["status"] != 200 or fleeting or size > LARGEST or key[0] != self._build or key in self._kept:
            return
        self._kept[key] = (start, body)
        self._size += size + len(key[1]) + len(key[2])
        while self._size > self.most:
            old, (_, gone) = self._kept.popitem(last=False)
            self._size -= len(gone.get("body", b"")) + len(old[1]) + len(old[2])


def unpacked(start: Message, body: Message) -> tuple[Message, Message]:
    """For who takes nothing packed."""
    if Headers(raw=start["headers"]).get("content-encoding") != "gzip":
        return start, body
    plain = gzip.decompress(body["body"])
    headers = MutableHeaders(raw=list(start["headers"]))
    del headers["content-encoding"]
    headers["content-length"] = str(len(plain))
    return {**start, "headers": headers.raw}, {**body, "body": plain}
