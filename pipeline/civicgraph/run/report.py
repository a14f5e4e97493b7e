"""What a build did: one value, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from civicgraph.model import Findings

# What is counted: the statements of `Findings`, under the names of its fields.
STATEMENTS = (
    "meetings", "items", "attendance", "posts", "mentions", "reports", "routes", "decisions", "referrals", "responses",
    "votes", "ballots", "approvals", "citations", "declarations", "amounts", "candidates",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document that is in the graph."""

    name: str
    path: str
    sha256: str
    status: Literal["read", "unchanged"]
    copies: tuple[str, ...] = ()  # paths of files with the very same bytes, which were not read again
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that is not in the graph, and why."""

    path: str
    what: str
    where: str = ""
    do: str = ""

    def __str__(self) -> str:
        place = f", {self.where}" if self.where else ""
        return f"{self.path}{place}: {self.what}" + (f"; {self.do}" if self.do else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A cue that was seen and not understood."""

    document: str
    place: str  # "line 12, column 3" of the document's text, from 1
    quote: str
    why: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Sentences that announce an outcome. Each is understood, or it is among the problems with its place."""

    seen: int = 0
    understood: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What came of corrections.csv: how many lines hold, and why the others fit nothing."""

    applied: int = 0
    unfit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    documents: tuple[Read, ...]
    failed: tuple[Failure, ...] = ()
    removed: tuple[str, ...] = ()  # paths that the graph before had and this one has not
    statements: dict[str, int]
    cues: Cues = Cues()
    problems: tuple[Unclear, ...] = ()
    corrections: Corrections = Corrections()
    quads: int = 0  # in the store, the ontology's own included
    kept: tuple[str, ...] = ()  # where no document could be read: what the graph before, left as it was, was built from

    @property
    def read(self) -> int:
        return sum(d.status == "read" for d in self.documents)

    @property
    def unchanged(self) -> int:
        return len(self.documents) - self.read

    def json(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def earlier_paths(place: Path) -> frozenset[str]:
    """The paths that the report of the build before names; none when there is no such report."""
    try:
        report = msgspec.json.decode(place.read_bytes(), type=BuildReport)
    except (FileNotFoundError, NotADirectoryError, msgspec.MsgspecError):
        return frozenset()
    return frozenset(report.kept).union(d.path for d in report.documents)


def count(findings: Findings, into: Counter[str]) -> None:
    for name in STATEMENTS:
        into[name] += len(getattr(findings, name))


def unclear(findings: Findings, text: str) -> Iterator[Unclear]:
    for problem in findings.problems:
        start = problem.span.start
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        yield Unclear(
            document=findings.source.name,
            place=f"line {line}, column {column}",
            quote=text[start : problem.span.end],
            why=problem.why,
            cue=problem.cue,
        )
