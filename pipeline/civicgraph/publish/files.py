"""The files to take away: every format that `export` has, with the size and sum that a reader checks."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph import export
from civicgraph.errors import UsageError
from civicgraph.export import oparl_api
from civicgraph.queries import questions

DATA = "data"
API = "oparl"
API_START = f"{API}/system.json"
SUMS = "SHA256SUMS"
BY_ITSELF = "oparl-api"
"""The format that is no file to take away: it is read where it is."""

NAMES = {
    "cytoscape": "graph.cyjs", "gexf": "graph.gexf", "graphml": "graph.graphml", "jsonld": "graph.jsonld",
    "nquads": "graph.nq", "oparl": "oparl.json", "popolo": "popolo.json", "sqlite": "tables.sqlite",
    "trig": "graph.trig", "turtle": "graph.ttl", "yed": "graph-yed.graphml",
}  # fmt: skip
"""What the file of a format is called; a format that is not here is called as it is."""

PACKED = ("nquads", "trig")
"""Formats that repeat every name on every line: a tenth of the size when packed."""

MEDIA = {
    ".csv": ("text/csv", "CSV"), ".cyjs": ("application/json", "JSON"), ".gexf": ("application/gexf+xml", "XML"),
    ".graphml": ("application/graphml+xml", "XML"), ".json": ("application/json", "JSON"),
    ".jsonld": ("application/ld+json", "JSON_LD"), ".nq": ("application/n-quads", "RDF_N_QUADS"),
    ".sqlite": ("application/vnd.sqlite3", ""), ".trig": ("application/trig", "RDF_TRIG"),
    ".ttl": ("text/turtle", "RDF_TURTLE"), ".zip": ("application/zip", "ZIP"),
}  # fmt: skip
"""By ending: media type, and its name in the EU's list of file types, "" where that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    place: str
    """Below the folder, with slashes: data/tables/decisions.csv."""
    title: str
    about: str
    """A sentence, "" where the title says it all."""
    media: str
    kind: str
    packed: bool
    bytes: int
    sha256: str

    @property
    def key(self) -> str:
        """For identifiers within the catalogue: data-tables-decisions.csv."""
        return self.place.replace("/", "-")

    @property
    def ending(self) -> str:
        """What portals call a format: CSV, TTL."""
        return Path(self.place.removesuffix(".gz")).suffix.removeprefix(".").upper()


def write(store: Store, out: Path, formats: Sequence[str], address: str) -> Iterator[File]:
    """Writes each format below `out`/data, and the API that is read at `address`. Raises `UsageError`, `OSError`.

    All is made beside and then moved, so that nothing that was there is taken for ours.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".part") as making:
        part = Path(making)
        for name in formats:
            if name == BY_ITSELF:
                _api(store, out, part / API, address)
                continue
            one = export.known(name)
            place = part / DATA / NAMES.get(name, name)
            written = export.export(store, name, place)
            for path in _settled(place, written, packed=name in PACKED):
                to = out / path.relative_to(part)
                to.parent.mkdir(parents=True, exist_ok=True)
                path.replace(to)
                yield described(out, to, *_named(to, one))


def _api(store: Store, out: Path, part: Path, address: str) -> None:
    if (out / API).exists() and not (out / API_START).is_file():
        raise UsageError(f"{out / API}: is there, and publish did not write it; give another --out, or move it")
    for _ in oparl_api.written(store, part, f"{address}{API}/"):
        pass
    shutil.rmtree(out / API, ignore_errors=True)
    part.rename(out / API)


def clear(out: Path, files: Sequence[File]) -> None:
    """Takes away what the publication before wrote below `out`/data and this one did not. Raises `OSError`."""
    try:
        before = (out / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    now = {file.place for file in files}
    for place in (line.partition("  ")[2] for line in before):
        if place.startswith(f"{DATA}/") and ".." not in place.split("/") and place not in now:
            (out / place).unlink(missing_ok=True)


def _settled(place: Path, written: Sequence[Path], *, packed: bool) -> list[Path]:
    """What is left of a format: its files, packed or not; a folder of tables as it is; any other folder as one ZIP."""
    if not place.is_dir():
        return [_gzip(path) if packed else path for path in written]
    files = sorted(path for path in place.rglob("*") if path.is_file())
    kinds = {path.suffix if path.parent == place else "below" for path in files}
    if ".csv" in kinds <= {".csv", ".json"}:  # JSON beside tables says what they hold
        return files
    archive = place.with_name(f"{place.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packing:
        for path in files:
            # Its own day would tell when it was written; 1980 is the first that a ZIP can have.
            entry = zipfile.ZipInfo(str(path.relative_to(place)), (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, packing.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
    shutil.rmtree(place)
    return [archive]


def _gzip(path: Path) -> Path:
    to = path.with_name(f"{path.name}.gz")
    with path.open("rb") as source, to.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as target:
        shutil.copyfileobj(source, target)
    path.unlink()
    return to


def _named(path: Path, one: export.Format) -> tuple[str, str]:
    """Title and description of a file: a table's are those of its query, any other's that of its format."""
    for table in questions(tables=True):
        if path.suffix == ".csv" and table.path.stem == path.stem:
            return table.title, table.description
    alone = path.stem == one.name or path.name.removesuffix(".gz") == NAMES.get(one.name)
    return (one.about if alone else f"{one.about} ({path.name})", "")


def described(out: Path, path: Path, title: str, about: str) -> File:
    """A file that is written, with its size and sum."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    media, kind = MEDIA.get(plain.suffix, ("application/octet-stream", ""))
    return File(
        place=path.relative_to(out).as_posix(),
        title=title,
        about=about,
        media=media,
        kind=kind,
        packed=plain != path,
        bytes=path.stat().st_size,
        sha256=digest,
    )
