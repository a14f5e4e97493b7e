"""Answers that were given once, kept in memory to be given again until the next build."""

from __future__ import annotations

from collections import OrderedDict

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1_000_000  # bytes of an answer worth keeping

Key = tuple[str, str, bytes, str, str, str, bool]


class Copies:
    """Keeps whole answers to GET as they go out, packed: at most `most` bytes, the longest unused go first."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most
        self._kept: OrderedDict[Key, tuple[Message, Message]] = OrderedDict()
        self._size = 0
        self._build = ""

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
        accept, host = asked.get("accept", ""), asked.get("host", "")
        key = (build, scope["path"], scope["query_string"], accept, host, scope["scheme"], packed)
        if copy := self._kept.get(key):
            self._kept.move_to_end(key)
            start, body = copy
            await send({**start, "headers": list(start["headers"])})  # what stands before this adds more
            await send(body)
            return
        started: list[Message] = []

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append({**message, "headers": list(message["headers"])})
            elif len(started) == 1 and not message.get("more_body"):
                self._keep(key, started[0], message)
            else:
                started.clear()  # an answer in pieces is a long one
            await send(message)

        await self.app(scope, receive, keep)

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
