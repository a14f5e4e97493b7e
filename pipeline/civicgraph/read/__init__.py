"""Stage 1: bytes → `Document`. Text that never changes again, and its layout as spans into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from civicgraph.errors import DocumentError
from civicgraph.model import Block, Document, Source
from civicgraph.read import markdown, plain
from civicgraph.read.decode import decode

MAX_BYTES = 20_000_000  # a thousand-page pack is 3 MB of text
MAX_LINE = 200_000  # characters


class Format(NamedTuple):
    """A kind of file, how it is told, and what makes text and blocks of it."""

    media_type: str
    claims: Callable[[str, str], bool]  # (file name, decoded text)
    lines: Callable[[str], tuple[str, tuple[Block, ...]]]


# In order: the first that claims a file reads it.
FORMATS: tuple[Format, ...] = (
    Format("text/markdown", markdown.is_markdown, markdown.lines),
    Format("text/plain", lambda name, text: True, plain.lines),
)


def read(path: Path, name: str | None = None) -> Document:
    """One file as a document.

    `name` is what the document is called in tables and reports; the file's own name without it.
    Raises `DocumentError` when the file cannot be read as text: it says what it is and what to do.
    """
    shown = str(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(
                shown, f"has {size / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB that are read", do="split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            shown, f"cannot be read ({error.strerror or error})", do="check that it is there"
        ) from error
    return read_bytes(data, path=shown, name=name or path.name)


def read_bytes(data: bytes, *, path: str, name: str) -> Document:
    """The same for bytes in hand; `path` is only shown."""
    text, notes = decode(data, path)
    longest = max(map(len, text.split("\n")))
    if longest > MAX_LINE:
        number = next(i for i, line in enumerate(text.split("\n"), 1) if len(line) > MAX_LINE)
        raise DocumentError(
            path,
            f"has {longest:,} characters in one line, more than the {MAX_LINE:,} that a document has",
            where=f"line {number}",
            do="check that it is a document and not data",
        )
    form = next(f for f in FORMATS if f.claims(name, text))
    source = Source(
        path=path.replace("\\", "/"),
        name=name,
        media_type=form.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    clean, blocks = form.lines(text)
    if not any(char.isalnum() for char in clean):
        raise DocumentError(path, "has no words in it", do="fetch it again, or leave it out")
    return Document(source=source, text=clean, blocks=blocks, notes=notes)
