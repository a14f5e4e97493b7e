"""Recorded votes set as tables: a row for each side, a column for each side, or a row for each member."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

from civicgraph.extract.scene import Scene
from civicgraph.extract.votes.ballots import NOBODY, Named, Sides, people_in
from civicgraph.extract.votes.sides import read_label
from civicgraph.extract.votes.tallies import Choice
from civicgraph.model import Ballot, Block, Span

MARK = re.compile(r"^\W*(?:x|y|yes|1|\u2713|\u2714|\u2715|\u2716|\u00d7|\u2022)?\W*$", re.I)
COUNT = re.compile(r"^\W*(\d{1,3})\W*$")
RULE = re.compile(r"^[\s|:-]*$")


@dataclass(slots=True)
class Grid:
    """A vote as its table fills up."""

    counts: dict[Choice, int] = field(default_factory=dict)
    names: dict[Choice, Named] = field(default_factory=dict)

    def add(self, side: Choice, people: Named, count: int | None = None) -> None:
        self.names.setdefault(side, []).extend(people)
        if count is not None:
            self.counts[side] = count


def find_table(scene: Scene, blocks: list[Block], n: int) -> Sides | None:
    """The recorded vote in the rows from block `n` on; None where they are no vote.

    >>> # | For | A Ames, B Bird | 2 |        | For 2 | Against 1 |          | Councillor | For | Against |
    >>> # | Against | C Cole | 1 |            | A Ames, B Bird | C Cole |    | A Ames     | X   |         |
    """
    rows = [_trimmed(scene, block) for block in takewhile(lambda block: block.kind == "row", blocks[n:])]
    for read in (_by_row, _by_column, _by_member):
        grid, used = read(scene, rows)
        named = sum(len(people) for people in grid.names.values())
        if used and (len(grid.names) > 1 or named > 2) and (named or len(grid.counts) > 1):
            counts = {side: grid.counts.get(side, len(people)) for side, people in grid.names.items()}
            return Sides(
                counts=counts,
                ballots=tuple(
                    Ballot(vote=0, person=person, choice=side, span=where, rule="ballot-table")
                    for side, people in grid.names.items()
                    for person, where in people
                ),
                span=Span(start=rows[0].span.start, end=rows[used - 1].span.end),
                end=n + used,
            )
    return None


def _trimmed(scene: Scene, row: Block) -> Block:
    """A row without the empty cells that bars at both of its edges make."""
    edges = [scene.text(cell).strip() for cell in (row.cells[:1] + row.cells[-1:])]
    return replace(row, cells=row.cells[1:-1]) if len(row.cells) > 3 and not any(edges) else row


def _by_row(scene: Scene, rows: list[Block]) -> tuple[Grid, int]:
    grid, used = Grid(), 0
    for at, row in enumerate(rows):
        side, count = _side(scene, row.cells[0]) if row.cells else (None, None)
        if side is None or (len(row.cells) > 1 and _side(scene, row.cells[1])[0] is not None):
            continue
        if side in grid.names:
            break
        people: Named = []
        for cell in row.cells[1:]:
            text = scene.text(cell)
            if number := COUNT.match(text):
                count = int(number.group(1))
            elif not NOBODY.match(text):
                people += people_in(scene, cell.start, text)
        grid.add(side, people, count)
        used = at + 1
    return grid, used


def _by_column(scene: Scene, rows: list[Block]) -> tuple[Grid, int]:
    """Names under the headings of the sides, or marks in the row of each member."""
    grid = Grid()
    sides = [_side(scene, cell) for cell in rows[0].cells] if rows else []
    if sum(side is not None for side, _ in sides) < 2:
        return grid, 0
    used = 0
    for side, count in sides:
        if side is not None:
            grid.add(side, [], count)
    for at, row in enumerate(rows[1:], 1):
        if RULE.match(scene.text(row.span)):
            continue
        member = people_in(scene, row.cells[0].start, scene.text(row.cells[0])) if sides[0][0] is None else []
        for (side, _), cell in zip(sides, row.cells, strict=False):
            text = scene.text(cell)
            if side is None or not text.strip():
                continue
            if number := COUNT.match(text) if not member else None:
                grid.add(side, [], int(number.group(1)))
            elif member and MARK.match(text):
                grid.add(side, member)
            elif not NOBODY.match(text):
                grid.add(side, people_in(scene, cell.start, text))
        used = at + 1
    return grid, used


def _by_member(scene: Scene, rows: list[Block]) -> tuple[Grid, int]:
    grid, used = Grid(), 0
    for at, row in enumerate(rows):
        if len(row.cells) < 2:
            continue
        side, _ = _side(scene, row.cells[-1])
        people = people_in(scene, row.cells[0].start, scene.text(row.cells[0]))
        if side is not None and len(people) == 1:
            grid.add(side, people)
            used = at + 1
    return grid, used


def _side(scene: Scene, cell: Span) -> tuple[Choice | None, int | None]:
    """The side that a cell names and its count, where the cell says nothing else."""
    text = scene.text(cell)
    label = read_label(text) if len(text) < 60 else None
    if label is None or text[label.start : label.end].strip(" ().:|"):
        return None, None
    return label.side, label.count
