"""A site over a graph of a few triples, in this process or as a server of its own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from civicgraph.store import replace_store
from civicgraph.web import Limits, Settings, app
from sample import start


def graph(out: Path, *lines: str) -> Path:
    """A graph folder with these N-Quads."""
    replace_store(out, lines)
    return out


@contextmanager
def site(out: Path, **limits: float) -> Iterator[TestClient]:
    settings = Settings(graph=out, limits=Limits(**limits))  # type: ignore[arg-type]
    with TestClient(app(settings), raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@contextmanager
def server(out: Path, *arguments: object) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Address and process of `civicgraph serve`."""
    process = start("serve", "--graph", out, "--port", 0, *arguments)
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+(?=/ until)", said)
        assert found, said
        yield found[0], process
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=20)
