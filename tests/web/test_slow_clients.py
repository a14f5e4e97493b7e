"""Clients that send slowly, or take slowly, cost nobody else anything, and end."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import httpx2 as httpx
import pytest
import uvicorn

from civicgraph.web import Limits, Settings, app
from civicgraph.web.server import listening, patient
from served import graph

PATIENCE = 1.0
HEAD = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    lines = (f'<https://example.org/{n}> <https://example.org/p> "{"x" * 1000}" .' for n in range(3000))
    out = graph(tmp_path_factory.mktemp("graph"), *lines)
    limits = Limits(patience=PATIENCE, head=20_000)
    config = uvicorn.Config(
        app(Settings(graph=out, limits=limits)),
        http=patient(limits),
        log_level="critical",
        h11_max_incomplete_event_size=limits.head,
    )
    server = uvicorn.Server(config)
    with listening("127.0.0.1", 0) as listener:
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield listener.getsockname()
        server.should_exit = True
        thread.join(10)


@contextmanager
def slow(place: tuple[str, int], count: int, begin: bytes) -> Iterator[list[socket.socket]]:
    sockets = [socket.create_connection(place) for _ in range(count)]
    try:
        for one in sockets:
            one.sendall(begin)
        yield sockets
    finally:
        for one in sockets:
            one.close()


def ended(one: socket.socket) -> bool:
    one.settimeout(PATIENCE * 4)
    try:
        return one.recv(1000) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize(
    "begin",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
        HEAD + b"Content-Length: 90\r\n\r\nASK",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_two_hundred_that_never_end_their_request(place: tuple[str, int], begin: bytes) -> None:
    with slow(place, 200, begin) as sockets:
        begun = time.monotonic()
        for _ in range(5):
            assert httpx.get(f"http://127.0.0.1:{place[1]}/", timeout=30).status_code == 200
            for one in sockets[:50]:
                if begin:
                    one.sendall(b"x")  # one letter at a time is no progress
        assert all(ended(one) for one in sockets)
        assert time.monotonic() - begun < 20


def test_an_answer_that_nobody_takes_is_dropped(place: tuple[str, int]) -> None:
    query = "SELECT * { ?s <https://example.org/p> ?o }"
    text = HEAD + f"Content-Length: {len(query)}\r\n\r\n{query}".encode()
    sockets = []
    for _ in range(20):
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(place)
        one.sendall(text)
        sockets.append(one)
    assert httpx.get(f"http://127.0.0.1:{place[1]}/", timeout=30).status_code == 200
    time.sleep(PATIENCE * 3)
    whole = httpx.post(f"http://127.0.0.1:{place[1]}/sparql", data={"query": query}, timeout=30)
    assert (whole.status_code, len(whole.json()["results"]["bindings"])) == (200, 3000)
    for one in sockets:
        one.settimeout(5)
        taken = b""
        try:
            while chunk := one.recv(1_000_000):
                taken += chunk
        except ConnectionResetError:
            pass
        head, _, body = taken.partition(b"\r\n\r\n")
        promised = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]) if head else 1
        assert len(body) < promised, "the answer is not whole, and whoever counts sees it"
        one.close()


def test_a_head_without_end_is_refused(place: tuple[str, int]) -> None:
    with slow(place, 1, b"GET /?" + b"x" * 200_000) as (one,):
        one.settimeout(5)
        assert one.recv(1000).startswith(b"HTTP/1.1 400")


def test_pieces_that_come_in_time_are_put_together(place: tuple[str, int]) -> None:
    async def ask() -> bytes:
        reader, writer = await asyncio.open_connection(*place)
        for piece in (HEAD[:20], HEAD[20:], b"Content-Length: 6\r\n\r\n", b"ASK", b" {}"):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(PATIENCE / 20)
        got = await reader.readuntil(b"true}")
        writer.close()
        return got

    assert asyncio.run(ask()).startswith(b"HTTP/1.1 200")


def test_nothing_waits_between_head_and_body() -> None:
    """asyncio sends at once on sockets that it knows to be TCP's; else a body came 40 ms after its head."""
    with listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()) as client:
        accepted, _ = listener.accept()
        with accepted:
            assert (listener.proto, accepted.proto, client.proto) == (socket.IPPROTO_TCP, socket.IPPROTO_TCP, 6)
