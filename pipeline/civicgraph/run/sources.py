"""Which files a build reads: those named, and all in the folders named."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from civicgraph.errors import UsageError

# What a build writes into its own folder: never a source, even when the folder is inside one.
OWN = frozenset({"cache", "texts", "current", "report.json", "build.lock"})
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Found:
    """A file to read. The order of these is the order of everything that follows from them."""

    name: str
    path: str  # as the caller gave it, "/" between folders


def collect(sources: Sequence[Path], out: Path) -> tuple[Found, ...]:
    """All files to read, each once, sorted by name, then path.

    A folder gives every file below it, except hidden ones and what `out` holds of an earlier build. Raises `UsageError`
    for a path that is not there and for a folder with nothing to read.
    """
    found: dict[str, Found] = {}
    for source in sources:
        if source.is_dir():
            paths = list(_below(source, out.resolve()))
            if not paths:
                raise UsageError(f"{source}: the folder has no documents; name a folder that has some, or the files")
        elif source.exists():
            paths = [source]
        else:
            raise UsageError(f"{source}: no such file or folder; check the name")
        for path in paths:
            one = Found(name=path.name, path=path.as_posix())
            place = os.path.abspath(path)  # noqa: PTH100  a link stays itself
            # A file reached by two ways has the shorter name, whatever the order the ways were given in.
            found[place] = min(found.get(place, one), one, key=lambda f: (len(f.path), f.path))
    return tuple(sorted(found.values()))


def _below(folder: Path, out: Path) -> Iterable[Path]:
    closed: list[Path] = []  # a folder that cannot be listed: passed on, so that it fails by name
    for root, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        here = Path(root)
        if here.resolve() == out:
            folders[:] = [f for f in folders if f not in OWN and not f.startswith("store")]
            files = [f for f in files if f not in OWN and not f.startswith("store")]
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (here / f for f in sorted(files) if not f.startswith("."))
    yield from closed


def sha256_of(path: Path) -> str:
    """Of the bytes of the file. Raises `OSError`; a pipe or device, which might never end, is one of those too."""
    if not path.is_file():
        path.stat()  # says what is the matter, where something is
        if path.is_dir():
            next(path.iterdir(), None)
        raise OSError(None, "not a file", str(path))
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
