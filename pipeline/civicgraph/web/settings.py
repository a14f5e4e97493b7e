"""What whoever runs the server may set."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from civicgraph.errors import UsageError
from civicgraph.ids import BASE

HOST = "127.0.0.1"
PORT = 8080


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one visitor may take. Times in seconds, sizes in bytes."""

    body: int = 1_000_000  # of a request
    head: int = 64_000  # of a request: its address and headers
    patience: float = 15.0  # for a request to arrive whole, and for each 64 kB of an answer to be taken
    connections: int = 2000  # open at a time
    copies: int = 64_000_000  # of answers that are kept to be given again
    ready: int = 1500  # pages that 'serve' makes before they are asked for
    query: float = 20.0  # for SPARQL of a visitor's own, or a named question, to be answered
    memory: int = 2_000_000_000  # address space of one worker, which answers one query at a time
    rows: int = 200_000  # or triples, of an answer
    answer: int = 50_000_000  # of an answer
    pages: int = 4  # made at a time: Python works on one while the store works on others; more only take more memory
    workers: int = 2  # queries answered at a time
    waiting: int = 32  # queries that wait for a worker; one more is refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    graph: Path
    """The folder that 'build' wrote."""
    base: str = BASE
    """What the graph's identifiers start with, as given to 'build'."""
    public: str = ""
    """Address under which visitors see the site, when a proxy stands before it: https://minutes.example.org/graph"""
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        for option, address in (("--public", self.public), ("--base", self.base)):
            parts = urlsplit(address)
            if address and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
                raise UsageError(f"{option} {address}: write a whole address, like https://minutes.example.org/graph")

        if not self.base.endswith(("/", "#")):  # as build does
            object.__setattr__(self, "base", f"{self.base}/")

    @property
    def root(self) -> str:
        """What every path of the site starts with, "" or "/graph"."""
        return urlsplit(self.public).path.rstrip("/")
