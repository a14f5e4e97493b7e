"""Writing an answer that may not grow without end."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QueryResultsFormat, Triple

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class TooLong(Exception):
    """The answer has more rows, or bytes, than it may."""


class Capped(io.FileIO):
    """A file that counts what is written, and raises `TooLong` in place of going over `most` rows or `size` bytes.

    Rows are counted by the signs between them. Of JSON, words that look like such a sign count too: an answer with
    some 100,000 of them would be refused a little early, and none is ever let through too long.
    """

    def __init__(self, place: Path, form: QueryResultsFormat | None, most: int, size: int) -> None:
        super().__init__(place, "wb")
        self._form, self._most, self._size = form, most, size
        self._rows, self._length, self._tail, self._quoted = 0, 0, b"", False

    def write(self, data: ReadableBuffer, /) -> int:
        chunk = bytes(data)
        self._length += len(chunk)
        self._rows += self._ends(chunk)
        if self._length > self._size:
            raise TooLong(
                f"The answer is longer than {self._size:,} bytes; ask for less, with LIMIT or more conditions."
            )
        if self._rows > self._most:
            raise TooLong(too_many(self._most, "rows"))
        return super().write(chunk)

    @property
    def length(self) -> int:
        return self._length

    def _ends(self, chunk: bytes) -> int:
        """Rows that end in the chunk, or ends of lines: the one with the names of the columns does not count."""
        if self._form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
            head = int(self._length == len(chunk))
            if self._form == QueryResultsFormat.TSV:
                return chunk.count(b"\n") - head
            parts = chunk.split(b'"')
            ends = sum(part.count(b"\n") for part in parts[self._quoted :: 2])
            self._quoted ^= len(parts) % 2 == 0
            return ends - head
        if self._form is None:
            return 0  # triples are counted one by one
        sign = b"</result>" if self._form == QueryResultsFormat.XML else b"},{"
        together = self._tail + chunk
        self._tail = together[-(len(sign) - 1) :]
        return together.count(sign)


def counted(triples: Iterable[Triple], most: int) -> Iterator[Triple]:
    """The triples. Raises `TooLong` in place of one too many."""
    for number, triple in enumerate(triples):
        if number == most:
            raise TooLong(too_many(most, "triples"))
        yield triple


def too_many(most: int, what: str) -> str:
    return f"The answer has more than {most:,} {what}; ask for less, with LIMIT or more conditions."
