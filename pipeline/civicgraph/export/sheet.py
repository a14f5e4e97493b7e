"""How CSV is written: as it is, or as a spreadsheet opens it without harm.

Excel takes UTF-8 for another encoding unless a byte order mark stands in front, and a cell that begins with = + - @ for
a formula to run: for it such a cell gets an apostrophe in front. Then a cell is no longer the words of a document.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from civicgraph.export.text import text

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters that some spreadsheet runs, or skips on the way to one that it runs."""


@dataclass(frozen=True, slots=True)
class Dialect:
    encoding: str
    line_end: str
    guarded: bool

    @contextmanager
    def rows(self, path: Path) -> Iterator[Callable[[Sequence[str]], object]]:
        """Writes a row; the file is there when the block ends well. Raises `OSError`."""
        with text(path, self.encoding) as file:
            out = csv.writer(file, lineterminator=self.line_end)
            yield (lambda row: out.writerow(map(guarded, row))) if self.guarded else out.writerow


PLAIN = Dialect("utf-8", "\n", guarded=False)
EXCEL = Dialect("utf-8-sig", "\r\n", guarded=True)


def guarded(cell: str) -> str:
    """'-1 day → ''-1 day: text for every spreadsheet. Numbers stay as they are."""
    return f"'{cell}" if cell.startswith(FORMULA) and not _number(cell) else cell


def _number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdecimal() and cell[0] in "+-"
