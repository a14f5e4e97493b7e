"""Tables of who was there that have no row of headings to say what each column is: a column under a label of its own,
or rows each of which says of one person whether he came. What headings explain is read in `tables`.

A table with a column of names whose other columns are not understood tells nothing: the names in it may be of people
who stayed away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from civicgraph.model import AttendanceStatus, AttendeeKind, Block, Document, Quoted, Span
from civicgraph.values.attending import plain_status_of
from civicgraph.values.honorifics import MEMBER
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold, squash

ELECTED = re.compile(rf"{MEMBER}\b", re.I)
OFFICER = re.compile(
    r"\b(?:officer|head of|(?:assistant |deputy )?director|solicitor|manager|clerk|chief executive|engineer|accountant"
    r"|lawyer|planner|surveyor|(?:team )?leader|adviser|advisor)\b(?! of the (?:council|opposition))",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """People under one label of a table; `label` is the head of their column, or the cell that tells their state."""

    label: Quoted
    status: AttendanceStatus | None  # None: the head says who they are, not whether they came
    kind: AttendeeKind | None
    lines: tuple[Span, ...]


# Whether a cell is a label of a list and no more; (status, kind) of it.
Labels = Callable[[str], tuple[AttendanceStatus | None, AttendeeKind | None] | None]


def read_grid(
    document: Document, rows: list[Block], labels: Labels, mark: Quoted | None = None
) -> tuple[Told, ...] | None:
    """The lists of a table of who was there, row after row of it; None of any other table.

    >>> # "Members | Apologies" over "Cllr Lee | Cllr Shah" → two lists
    >>> # "Cllr Lee | Present", "Cllr Shah | Apologies" → two lists
    >>> # "(* Present)" over "* | Cllr Lee", " | Cllr Shah" → one list, of those whom the mark (`mark`) tells
    """
    table = [[(squash(fold(document.quote(cell))), cell) for cell in row.cells] for row in rows]
    if len(table) < 2:
        return None
    head = [text for text, _ in table[0]]
    if sum(bool(text) for text in head) > 1 and all(labels(text) for text in head if text):
        return tuple(_of_columns(table, labels))
    if mark and (told := _of_marks(table, mark)):
        return told
    stated = [_says(row) for row in table]
    if sum(stated) >= 2 and 3 * sum(stated) >= 2 * len(stated):
        return tuple(_of_rows(table))
    return None


def _of_marks(table: list[list[tuple[str, Span]]], mark: Quoted) -> tuple[Told, ...]:
    """Those whose row has the mark of the present; () unless every row names one person and some lack the mark."""
    rows = [[cell for cell in row if cell[0] and cell[0] != mark.text] for row in table]
    marked = [any(text == mark.text for text, _ in row) for row in table]
    if not all(rows) or not all(parse_person(row[0][0].partition("(")[0]) for row in rows) or not any(marked):
        return ()
    lines = [Span(start=row[0][1].start, end=row[-1][1].end) for row, told in zip(rows, marked, strict=True) if told]
    return (Told(label=mark, status="present", kind=None, lines=tuple(lines)),)


def _says(row: list[tuple[str, Span]]) -> bool:
    """Is a row a person and then whether he came? "Present | Cllr Lee, Cllr Shah" has a label and a list."""
    states = [n for n, (text, _) in enumerate(row) if _state(text)]
    who = _person(row)
    return len(states) == 1 and who is not None and row.index(who) < states[0]


def _state(text: str) -> AttendanceStatus | None:
    """How somebody attended, as the cell beside a name says it; "Present:" is a label."""
    return None if text.endswith(":") else plain_status_of(text)


def _of_columns(table: list[list[tuple[str, Span]]], labels: Labels) -> list[Told]:
    out = []
    for n, (text, span) in enumerate(table[0]):
        if not (found := labels(text)):
            continue
        label, status, kind = Quoted(text=text.rstrip(" :"), span=span), *found
        lines: list[Span] = []
        for text, span in (row[n] for row in table[1:] if n < len(row) and row[n][0]):
            if below := labels(text):  # "Members of the Public", half way down a column
                out.append(Told(label=label, status=status, kind=kind, lines=tuple(lines)))
                label, lines = Quoted(text=text.rstrip(" :"), span=span), []
                status, kind = below[0] or status, below[1]
            else:
                lines.append(span)
        out.append(Told(label=label, status=status, kind=kind, lines=tuple(lines)))
    return out


def _of_rows(table: list[list[tuple[str, Span]]]) -> list[Told]:
    """One list for each state that rows say."""
    lists: dict[tuple[AttendanceStatus, AttendeeKind | None], tuple[Quoted, list[Span]]] = {}
    titled = any(ELECTED.match(text) for row in table for text, _ in row)
    for row in table:
        who = _person(row)
        said = [(cell, state) for cell in row if cell is not who and (state := _state(cell[0]))]
        if who is None or len(said) != 1:
            continue
        cell, state = said[0]
        key = (state, _kind(row, who[0], titled))
        lists.setdefault(key, (Quoted(text=cell[0], span=cell[1]), []))[1].append(who[1])
    return [Told(label=label, status=key[0], kind=key[1], lines=tuple(who)) for key, (label, who) in lists.items()]


def _kind(row: list[tuple[str, Span]], name: str, titled: bool) -> AttendeeKind | None:
    """Who somebody is by his post in the row; where councillors have their title, one without is none of them."""
    if any(OFFICER.search(text) for text, _ in row if text != name):
        return "officer"
    return "other" if titled and not ELECTED.match(name) else None


def _person(row: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The one cell of a row that names somebody."""
    people = [cell for cell in row if cell[0] and parse_person(cell[0])]
    return people[0] if len(people) == 1 else None
