"""What every answer says of itself: what a browser may load, how long a copy is good, for whom it is."""

from __future__ import annotations

import zlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from civicgraph import __version__

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, and no script or style that stands in the page."""

WIDGETS = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "img-src 'self' data:; font-src 'self'",
    "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:",
)
"""For a page with the query editor or a picture of the graph, which set styles and draw; say it in the answer's
`Content-Security-Policy`."""

ALWAYS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cache-Control", "no-cache"),  # keep it, and ask whether it still holds
)


class Said:
    """Adds the headers that an answer does not have, and an ETag; answers 304 when the asker has the same.

    The ETag is of the build, the program, the address and what the asker accepts: equal, and the answer is equal.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        tag = etag(scope, asked) if scope["method"] in ("GET", "HEAD") else ""

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in ALWAYS:
                    headers.setdefault(name, value)
                headers.add_vary_header("Accept")
                if tag and message["status"] == 200 and headers["Cache-Control"] != "no-store":
                    headers.setdefault("ETag", tag)
            await send(message)

        if tag and tag in asked.get("if-none-match", ""):
            await say({"type": "http.response.start", "status": 304, "headers": [(b"etag", tag.encode())]})
            await say({"type": "http.response.body"})
        else:
            await self.app(scope, receive, say)


def etag(scope: Scope, asked: Headers) -> str:
    """Weak, since the same answer goes out packed and plain."""
    words = "\n".join((scope["path"], scope["query_string"].decode("latin-1"), asked.get("accept", "")))
    return f'W/"{scope["state"]["graph"].build}-{__version__}-{zlib.crc32(words.encode()):08x}"'
