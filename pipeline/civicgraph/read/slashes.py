"""Tables of people whose cells a slash parts, as some converters of Word write them: "Cllr A Lee / Leader / ABC"."""

from __future__ import annotations

import re
from collections.abc import Iterator

SLASH = re.compile(r"(?:^|(?<=\s))/(?=\s)")
OPENED = 3  # rows in a run that begin with an empty cell
ALIKE = 4  # rows in a run with the same two slashes or more
LABEL = 6  # words of a label between rows


def with_tabs(raws: list[str]) -> list[str]:
    """The lines, each as long as it was, with a tab for every slash that parts the cells of a table.

    >>> with_tabs(["Present / Apologies", "/ Ann Lee / Bob Shah", "/ Col Dale / Di Eve", "/ Ed Fox / Gil Hay"])[:2]
    ['Present \\t Apologies', '  Ann Lee \\t Bob Shah']
    """
    out = list(raws)
    for run, cells in _runs(raws):
        for n in run:
            raw = raws[n]
            if raw.lstrip().startswith("/ "):
                raw = raw.replace("/", " ", 1)
            out[n] = SLASH.sub("\t", raw) if cells else raw
    return out


def _runs(raws: list[str]) -> Iterator[tuple[list[int], int]]:
    """(lines of a table, how many slashes each has)."""
    run: list[int] = []
    slashes = opened = 0
    for n, raw in enumerate([*raws, "The end."]):
        found = len(SLASH.findall(raw))
        opens = raw.lstrip().startswith("/ ")
        if found and (not run or (found, opens) == (slashes, opened)):
            run.append(n)
            slashes, opened = found, opens
            continue
        if not found and raw.strip() and len(raw.split()) <= LABEL and not raw.rstrip().endswith("."):
            continue  # "Apologies for absence", over others of the table
        if not found and not raw.strip() and len(run) < 2:
            continue
        if slashes > 1 and len(run) >= (OPENED if opened else ALIKE):
            head = next((i for i in range(run[0] - 1, -1, -1) if raws[i].strip()), -1) if opened else -1
            over = [head] if head >= 0 and len(SLASH.findall(raws[head])) == slashes - 1 else []
            yield [*over, *run], slashes
        run = [n] if found else []
        slashes, opened = found, opens
