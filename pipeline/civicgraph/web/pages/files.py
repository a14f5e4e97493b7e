"""Files: what there is to download, and the papers themselves where they are still where they were read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from civicgraph.web.addresses import iri_of
from civicgraph.web.pages.asking import ask
from civicgraph.web.pages.shown import base_of, graph_of, missing, shown
from civicgraph.web.settings import Settings

PLACE = "downloads"
"""Folder beside the store where 'civicgraph publish' and 'civicgraph export' put what visitors may take away."""

_KINDS = {".csv": "text/csv", ".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nq": "application/n-quads"}
_FORMATS = {
    ".csv": "CSV", ".cyjs": "Cytoscape", ".gexf": "GEXF", ".graphml": "GraphML", ".json": "JSON", ".jsonld": "JSON-LD",
    ".nq": "N-Quads", ".nt": "N-Triples", ".sqlite": "SQLite", ".trig": "TriG", ".ttl": "Turtle", ".zip": "ZIP",
}  # fmt: skip
SUMS = "SHA256SUMS"
MOST = 1_000
_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    name: str
    """Below the folder, with slashes."""
    format: str
    size: int  # bytes
    day: str
    sha256: str


def downloads(request: Request) -> Response:
    settings: Settings = request.app.state.settings
    place = graph_of(request).out / PLACE
    files = tuple(_download(place, path) for path in _files(place))
    # Where the folder is on the server's disk is nobody's business on the web.
    folder = "GRAPH" if settings.public else settings.graph
    answer = shown(request, "downloads.html", files=files, folder=folder, place=PLACE)
    answer.headers["Cache-Control"] = "no-store"  # files come and go between two builds
    return answer


def table(request: Request) -> Response:
    place = graph_of(request).out / PLACE
    path = place / request.path_params["file"]
    if not _offered(place, path):
        return missing(request)
    kind = _KINDS.get(path.suffix, "application/octet-stream")
    return FileResponse(path, media_type=kind, filename=path.name)


def original(request: Request) -> Response:
    """The PDF that a document was read from, so that a quotation can be seen on its page.

    Only a file that the build read, that is still there, and whose bytes are still those that were read.
    """
    graph = graph_of(request)
    row = ask(graph.store, "document", this=iri_of(request.path_params["path"], base_of(request))).first
    if row.format != "application/pdf":
        return missing(request)
    for path in _read_from(graph.out, row.sha256):
        if path.is_file() and _hash(path, path.stat().st_mtime_ns, path.stat().st_size) == row.sha256:
            return FileResponse(path, media_type="application/pdf", headers={"Content-Security-Policy": _PDF})
    return shown(request, "gone.html", 404, file=row.file)


def _read_from(out: Path, sha256: str) -> list[Path]:
    try:
        report = json.loads((out / "report.json").read_bytes())
    except (OSError, ValueError):
        return []
    return [
        Path(path)
        for document in report.get("documents", ())
        if document.get("sha256") == sha256
        for path in (document["path"], *document.get("copies", ()))
    ]


def _files(place: Path) -> list[Path]:
    """Those that 'publish' says are to take away; where it has not been, all that are there."""
    try:
        sums = (place / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError:
        found = islice((path for path in place.rglob("*") if _offered(place, path)), MOST)
        return sorted(found, key=lambda path: (len(path.relative_to(place).parts), path))
    named = (place / line.partition("  ")[2] for line in sums)
    return [path for path in named if _offered(place, path)]


def _offered(place: Path, path: Path) -> bool:
    """A file below the place, by no link, and not hidden."""
    inside = place.resolve()
    whole = path.resolve()
    return (
        whole.is_relative_to(inside)
        and whole == inside / path.relative_to(place)
        and not any(part.startswith(".") for part in whole.relative_to(inside).parts)
        and whole.is_file()
    )


def _download(place: Path, path: Path) -> Download:
    seen = path.stat()
    packed = path.suffix == ".gz"
    ending = Path(path.stem).suffix if packed else path.suffix
    return Download(
        name=path.relative_to(place).as_posix(),
        format=_FORMATS.get(ending, ending.removeprefix(".").upper()) + (", packed (gzip)" if packed else ""),
        size=seen.st_size,
        day=datetime.fromtimestamp(seen.st_mtime, UTC).date().isoformat(),
        sha256=_hash(path, seen.st_mtime_ns, seen.st_size),
    )


@lru_cache(maxsize=10_000)
def _hash(path: Path, changed: int, size: int) -> str:
    """`changed` and `size` are those of the file: another file under its name is hashed anew."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
