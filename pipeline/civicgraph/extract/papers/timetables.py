"""The tables of a work programme: which columns have the days and the titles, and what each row plans.

A cell that has several titles one under the other reads like one that is long. So a table counts where its rows are of
one title each: the title comes before the day, or a day has several rows, or the row says who decides; else only cells
whose titles have bullets or numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from civicgraph.extract.names.bare import named_bodies
from civicgraph.extract.papers.planned import PARTED, Under, only_day, whose, words
from civicgraph.extract.scene import Scene
from civicgraph.model import Block, Span
from civicgraph.values.text import squash

COLUMNS = ("date", "title", "body")
CELL = 60  # characters of a column's heading


@dataclass(frozen=True, slots=True)
class Columns:
    at: dict[str, int]  # where the cells of the days, the titles and the bodies stand
    width: int


@dataclass(frozen=True, slots=True)
class _Row:
    block: Block
    cells: dict[str, Span]  # those with words
    full: int  # how many of all have words


def columns_of(scene: Scene, row: Block) -> Columns | None:
    """The columns of a row of headings, a title at least; None of any other row."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        heading = squash(scene.text(cell)).rstrip(" :?*")
        if len(heading) > CELL or words()["done"].fits(heading):
            return None
        name = next((name for name in COLUMNS if name not in found and words()[name].fits(heading)), "")
        if name:
            found[name] = at
    full = sum(1 for cell in row.cells if scene.text(cell).strip())
    return Columns(found, len(row.cells)) if "title" in found and full > 1 else None


def planned_rows(
    scene: Scene, columns: Columns, blocks: Sequence[Block], under: Under, held: str
) -> Iterator[tuple[Under, Span]]:
    """What the rows below the headings plan, each with its cell."""
    rows = [_row(scene, columns, block) for block in blocks if columns_of(scene, block) is None]  # printed on each page
    if any(row.block.page and len(row.block.cells) != columns.width for row in rows):
        return  # a page without lines between its cells: a row is a line of one
    alone = _of_one_title(columns, rows)
    for n, row in enumerate(rows):
        if row.full == 1 and (day := _over(scene, row, under, held)) is not None:
            under = replace(under, day=day, since=row.block.span.start)
            continue
        if "date" in row.cells:
            day = only_day(scene, row.cells["date"], under, held) or ""
            under = replace(under, day=day, since=row.block.span.start)
        title = row.cells.get("title")
        if title is None or _goes_on(columns, row) or (n + 1 < len(rows) and _goes_on(columns, rows[n + 1])):
            continue  # a line of a cell that the table lost, of which the title is no whole one
        body = under.body
        if said := row.cells.get("body"):
            body = whose(scene, named_bodies(scene.text(said), said.start))
        if under.day and body is not None and (alone or PARTED.search(scene.text(title))):
            yield replace(under, body=body), title


def _row(scene: Scene, columns: Columns, block: Block) -> _Row:
    """Its cells by their columns; where the one of the day goes on from the row above, formats leave it away."""
    shift = 1 if columns.at.get("date") == 0 and len(block.cells) == columns.width - 1 else 0
    cells = {
        name: block.cells[at - shift]
        for name, at in columns.at.items()
        if 0 <= at - shift < len(block.cells) and scene.text(block.cells[at - shift]).strip()
    }
    return _Row(block, cells, sum(1 for cell in block.cells if scene.text(cell).strip()))


def _over(scene: Scene, row: _Row, under: Under, held: str) -> str | None:
    """The day of a row that has nothing else."""
    cell = next(cell for cell in row.block.cells if scene.text(cell).strip())
    return only_day(scene, cell, under, held)


def _goes_on(columns: Columns, row: _Row) -> bool:
    """May the row be a further line of the one above: on a page, with the title alone?"""
    return row.full == 1 and "title" in row.cells and (columns.width > 2 or row.block.page > 0)


def _of_one_title(columns: Columns, rows: Sequence[_Row]) -> bool:
    if "body" in columns.at or columns.at["title"] < columns.at.get("date", columns.width):
        return True
    return any("title" in row.cells and "date" not in row.cells for row in rows[1:])
