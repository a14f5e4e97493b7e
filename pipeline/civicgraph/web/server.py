"""The HTTP server around the site."""

from __future__ import annotations

import uvicorn

from civicgraph.web.app import app
from civicgraph.web.settings import HOST, PORT, Settings


def serve(settings: Settings, *, host: str = HOST, port: int = PORT, proxy: str = "") -> None:
    """Until Ctrl-C. Raises `UsageError` when there is no graph, or the port is taken."""
    uvicorn.run(
        app(settings),
        host=host,
        port=port,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or None,
        server_header=False,
        log_level="warning",
        h11_max_incomplete_event_size=settings.limits.head,
    )
