"""The HTTP server around the site, and its patience with slow clients."""

from __future__ import annotations

import asyncio
import resource
import socket
from collections.abc import Callable
from contextlib import suppress

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from civicgraph.errors import UsageError
from civicgraph.web.settings import Limits, Settings
from civicgraph.web.site import site
from civicgraph.web.sparql.pool import Pool


def run(settings: Settings, *, host: str, port: int, proxy: str, tell: Callable[[str], None]) -> None:
    """`civicgraph.web.serve`."""
    more_files()
    made = site(settings, ready=settings.limits.ready)
    config = uvicorn.Config(
        made,
        http=patient(settings.limits),
        ws="none",
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or None,
        server_header=False,
        access_log=False,
        log_level="error",
        limit_concurrency=settings.limits.connections,
        h11_max_incomplete_event_size=settings.limits.head,
        timeout_graceful_shutdown=3,
    )
    with listening(host, port) as place:
        name = f"[{host}]" if ":" in host else host
        tell(f"serving {settings.graph} at http://{name}:{place.getsockname()[1]}/ until Ctrl-C")
        with suppress(KeyboardInterrupt):
            Server(config, made.state.pool).run(sockets=[place])


class Server(uvicorn.Server):
    """Does not wait for long queries when it is to end."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._pool.stop()
        await super().shutdown(sockets)


def listening(host: str, port: int) -> socket.socket:
    """A socket that is known to be TCP's: to others asyncio lets a small packet wait for the answer to the one before,
    and 40 ms go by between an answer's head and its body."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        place = socket.socket(family, kind, socket.IPPROTO_TCP)
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(address)
        place.listen(2048)  # so that it can be told where to look before the site is ready
    except OSError as error:
        raise UsageError(
            f"{host}, port {port}: cannot be listened on ({error.strerror}); give another --port, or --host"
        ) from error
    return place


def more_files() -> None:
    """As many open files as the system allows: a connection is one, and so is each part of the store."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536) if most > 0 else 65_536, most))


def patient(limits: Limits) -> type[H11Protocol]:
    """A connection that ends when a request does not come in time, or an answer is not taken in time."""

    class Patient(H11Protocol):
        _coming: asyncio.TimerHandle | None = None
        _going: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def _watch(self) -> None:
            """One request has this long to come, however many pieces it comes in."""
            if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
                self._coming = ended(self._coming)
            elif self._coming is None:
                self._coming = self.loop.call_later(limits.patience, self.transport.abort)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._going = self._going or self.loop.call_later(limits.patience, self.transport.abort)

        def resume_writing(self) -> None:
            super().resume_writing()
            self._going = ended(self._going)

        def connection_lost(self, exc: Exception | None) -> None:
            super().connection_lost(exc)
            self._coming, self._going = ended(self._coming), ended(self._going)

    return Patient


def ended(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
    """None, in the place of a timer that is not to ring any more."""
    if timer is not None:
        timer.cancel()
    return None
