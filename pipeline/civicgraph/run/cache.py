"""What was read stays read: `OUT/cache/<key>.msgpack` holds the findings, `OUT/texts/<sha256>.txt` the text."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from functools import cache
from pathlib import Path

import msgspec

from civicgraph import __version__, resources
from civicgraph.model import Findings

_DECODER = msgspec.msgpack.Decoder(Findings)
_ENCODER = msgspec.msgpack.Encoder()
_READ_BY = (".py", ".toml", ".csv", ".json")  # what decides how a document is read


CANDIDATES = "+candidates"  # ends the fingerprint of what is read with the model of names as well


@cache
def fingerprint(candidates: bool = False) -> str:
    """Of the code and reference data that read documents: when it changes, everything is read again."""
    digest = hashlib.sha256(__version__.encode())
    for top in (Path(__file__).parent.parent, resources.folder("data/reference")):
        for path in sorted(p for p in top.rglob("*") if p.suffix in _READ_BY and "__pycache__" not in p.parts):
            digest.update(path.relative_to(top).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest() + (CANDIDATES if candidates else "")


def key(sha256: str, name: str, code: str) -> str:
    """The same bytes under another name are another document: the name is what every table calls it by."""
    return hashlib.sha256("\0".join((sha256, name, code)).encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """The two folders below `out`. Every file is written whole or not at all."""

    def __init__(self, out: Path) -> None:
        self.findings = out / "cache"
        self.texts = out / "texts"

    def prepare(self) -> None:
        """Makes the folders, and clears away what a killed build left half written. Raises `OSError`."""
        for folder in (self.findings, self.texts):
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob("*.part*"):
                left.unlink(missing_ok=True)

    def has(self, key: str) -> bool:
        return (self.findings / f"{key}.msgpack").is_file()

    def put(self, key: str, findings: Findings, text: str) -> None:
        """The text first: findings whose text is not there are of no use. Raises `OSError`."""
        place = self.texts / f"{findings.text_sha256}.txt"
        if not place.exists():
            _write(place, text.encode())
        _write(self.findings / f"{key}.msgpack", _ENCODER.encode(findings))

    def get(self, key: str) -> Findings | None:
        """None when it is not there, damaged, or its text is gone: then the document has to be read again."""
        try:
            findings = _DECODER.decode((self.findings / f"{key}.msgpack").read_bytes())
        except (FileNotFoundError, msgspec.MsgspecError):
            return None
        return findings if (self.texts / f"{findings.text_sha256}.txt").is_file() else None

    def text(self, text_sha256: str) -> str:
        """Raises `OSError`."""
        return (self.texts / f"{text_sha256}.txt").read_bytes().decode()

    def prune(self, keys: Collection[str], texts: Collection[str]) -> None:
        """Drops what the graph just built does not stand on."""
        for folder, suffix, keep in ((self.findings, ".msgpack", keys), (self.texts, ".txt", texts)):
            for path in sorted(folder.glob(f"*{suffix}")):
                if path.name.removesuffix(suffix) not in keep:
                    path.unlink(missing_ok=True)


def _write(place: Path, data: bytes) -> None:
    part = place.with_name(f"{place.name}.part{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(place)
    except OSError:
        part.unlink(missing_ok=True)
        raise
