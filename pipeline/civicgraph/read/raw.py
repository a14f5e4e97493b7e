"""A file as it came: its bytes, and its characters where it is text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from civicgraph.errors import DocumentError
from civicgraph.read.decode import decode, is_empty
from civicgraph.read.signatures import Known, what_is

MAX_TEXT = 20_000_000  # bytes of text: a thousand-page pack is 3 MB
MAX_LINE = 200_000  # characters


@dataclass(frozen=True)
class Raw:
    """`path` is what errors call the file, `name` its last part."""

    data: bytes
    path: str
    name: str

    @cached_property
    def known(self) -> Known | None:
        """What the bytes are where their signature says it; None for text."""
        return what_is(self.data)

    @cached_property
    def decoded(self) -> tuple[str, tuple[str, ...]]:
        """(characters with "\\n" line ends, notes on what had to be assumed). Raises `DocumentError` for binaries."""
        return self.decode("")

    def decode(self, declared: str) -> tuple[str, tuple[str, ...]]:
        """The same for bytes that say of themselves how they are encoded; "" where they do not say."""
        if self.known:
            raise DocumentError(self.path, f"is {self.known.what}", do=self.known.do)
        if len(self.data) > MAX_TEXT and not is_empty(self.data):
            size, most = (f"{count / 1e6:.0f} MB" for count in (len(self.data), MAX_TEXT))
            raise DocumentError(
                self.path,
                f"has {size}, more than the {most} that are read of text, pages and XML",
                do="check what kind of file it is, or split it",
            )
        return decode(self.data, self.path, declared)

    @property
    def text(self) -> str:
        return self.decoded[0]

    @property
    def notes(self) -> tuple[str, ...]:
        return self.decoded[1]

    def lines(self) -> list[str]:
        """The lines of a plain or Markdown text. Raises `DocumentError` where one is too long to be of a document."""
        lines = self.text.split("\n")
        for number, line in enumerate(lines, 1):
            if len(line) > MAX_LINE:
                raise DocumentError(
                    self.path,
                    f"has {len(line):,} characters in one line, more than the {MAX_LINE:,} that a document has",
                    where=f"line {number}",
                    do="check that it is a document and not data",
                )
        return lines
