"""How CSV is written: as it is, or as a spreadsheet opens it without harm.

Excel takes UTF-8 for another encoding unless a byte order mark stands in front, a cell that begins with = + - @ for a
formula to run, clause (1) for minus one, minute 4/17 for a day in April and item 8.10 for 8.1: such a cell gets an
apostrophe in front. Then it is no longer the words of a document.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from civicgraph.export.text import text

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters that some spreadsheet runs, or skips on the way to one that it runs."""
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_READ_AS_ELSE = re.compile(
    rf"""(?!\d{{4}}-\d\d-\d\d$)                              # our days are meant as days
    (?: \(\d[\d.,]*\)                                       # (1) → -1
      | \d{{1,4}}[/-]\d{{1,4}}(?:[/-]\d{{1,4}})?              # 4/17 → a day
      | (?:\d{{1,2}}[ -])?{_MONTH}[ ,-]{{1,2}}\d{{1,4}}        # March 2018 → a day
      | \d{{1,2}}[ -]{_MONTH}                                 # 3 May → a day of this year
      | 0\d+ | \d+\.\d*0                                     # 007 → 7, 8.10 → 8.1
      | \d+e\d+ | \d{{16,}}                                   # 12E3 → 12000
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a spreadsheet shows as another number, or a day."""


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
    """-1 day → '-1 day, and (1) → '(1): text for every spreadsheet. Numbers and days of ours stay as they are."""
    return f"'{cell}" if cell.startswith(FORMULA) and not _number(cell) or _READ_AS_ELSE.match(cell) else cell


def _number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdecimal() and cell[0] in "+-"
