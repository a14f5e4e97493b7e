"""Text files that are written line by line, and words in XML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

from civicgraph.export.whole import whole

# What XML 1.0 has no character for, such as the form feeds of minutes, and what it would take for its own.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("[^\u0020!#-%'-;=?-\ud7ff]")


@contextmanager
def text(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The file, whole or not at all; line ends as they are given. Raises `OSError`."""
    with whole(path) as file:
        out = io.TextIOWrapper(file, encoding=encoding, newline="")
        try:
            yield out
        finally:
            out.detach()  # writes what is left; `file` is closed by its owner


def xml(words: str) -> str:
    """For an attribute or an element."""
    if not _SPECIAL.search(words):
        return words
    return escape(_NO_XML.sub(" ", words), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
