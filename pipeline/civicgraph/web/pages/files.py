"""Files: what there is to download, and the papers themselves where they are still where they were read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from civicgraph.web.addresses import iri_of
from civicgraph.web.pages.asking import ask
from civicgraph.web.pages.shown import base_of, graph_of, missing, shown

PLACE = "downloads"
"""Folder beside the store where a publisher puts what 'civicgraph export' wrote."""

_KINDS = {".csv": "text/csv", ".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nq": "application/n-quads"}
_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    name: str
    size: int  # bytes
    day: str
    sha256: str


def downloads(request: Request) -> Response:
    graph = graph_of(request)
    place = graph.out / PLACE
    found = sorted(path for path in place.iterdir() if _offered(path)) if place.is_dir() else []
    return shown(request, "downloads.html", files=tuple(map(_download, found)), place=PLACE)


def table(request: Request) -> Response:
    path = graph_of(request).out / PLACE / request.path_params["file"]
    if not _offered(path):
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


def _offered(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")


def _download(path: Path) -> Download:
    seen = path.stat()
    return Download(
        name=path.name,
        size=seen.st_size,
        day=datetime.fromtimestamp(seen.st_mtime, UTC).date().isoformat(),
        sha256=_hash(path, seen.st_mtime_ns, seen.st_size),
    )


@lru_cache(maxsize=10_000)
def _hash(path: Path, changed: int, size: int) -> str:
    """`changed` and `size` are those of the file: another file under its name is hashed anew."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
