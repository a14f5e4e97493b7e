"""Stage 1: bytes → `Document`. Text that never changes again, and its layout as spans into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from civicgraph.errors import DocumentError
from civicgraph.model import Document, Source
from civicgraph.read import docx, html, markdown, moderngov, pdf, plain
from civicgraph.read.compose import Reading
from civicgraph.read.raw import Raw

MAX_BYTES = 200_000_000  # the largest packs of reports, with their maps and plans


class Format(NamedTuple):
    """A kind of file, how it is told from its content, and what makes text and blocks of it."""

    media_type: str
    claims: Callable[[Raw], bool]
    read: Callable[[Raw], Reading]


# In order: the first that claims a file reads it.
FORMATS: tuple[Format, ...] = (
    Format("application/pdf", pdf.is_pdf, pdf.read),
    Format(docx.MEDIA_TYPE, docx.is_docx, docx.read),
    Format("application/xml", moderngov.is_moderngov, moderngov.read),
    Format("text/html", html.is_html, html.read),
    Format("text/markdown", markdown.is_markdown, markdown.read),
    Format("text/plain", lambda raw: True, plain.read),
)


def read(path: Path, name: str | None = None) -> Document:
    """One file as a document.

    `name` is what the document is called in tables and reports; the file's own name without it.
    Raises `DocumentError` when the file cannot be read: it says what it is and what to do.
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
            shown, f"cannot be read ({error.strerror or error})", do="check that it is a file, and that you may read it"
        ) from error
    return read_bytes(data, path=shown, name=name or path.name)


def read_bytes(data: bytes, *, path: str, name: str) -> Document:
    """The same for bytes in hand; `path` is only shown."""
    raw = Raw(data=data, path=path, name=name)
    form = next(f for f in FORMATS if f.claims(raw))
    reading = form.read(raw)
    if not any(char.isalnum() for char in reading.text):
        raise DocumentError(path, "has no words in it", do="fetch it again, or leave it out")
    return Document(
        source=Source(
            path=path.replace("\\", "/"),
            name=name,
            media_type=form.media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
        ),
        text=reading.text,
        blocks=reading.blocks,
        notes=reading.notes + _of_struck(len(reading.struck)),
        struck=reading.struck,
        dropped=reading.dropped,
        kind=reading.kind,
    )


def _of_struck(passages: int) -> tuple[str, ...]:
    if not passages:
        return ()
    return (
        f"{passages} passages are struck through, and count for nothing"
        if passages > 1
        else "one passage is struck through, and counts for nothing",
    )
