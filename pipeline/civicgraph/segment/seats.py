"""Tables at the head of minutes that name members and whom they sit for, and no state: "Members | Authority".

Joint bodies and police and crime panels list those present so. But a list of the membership looks the same, so such a
table says who came only where lists beside it say who else did or did not come, and none of its people is among those
who sent apologies.
"""

from __future__ import annotations

from collections.abc import Iterable

from civicgraph.model import Document, NameList, Quoted, Span, Table
from civicgraph.segment.labels import label_of, status_in
from civicgraph.values.names import PersonName, compatible, parse_person
from civicgraph.values.people import split_people
from civicgraph.values.text import fold, squash

LEAST = 3  # rows
WHENCE = ("representing", "ward", "party")


def find_seats(document: Document, first: int, tables: Iterable[Table]) -> tuple[Table, ...]:
    """Those of the tables that name members and whom they sit for, under no label that says whether they came."""
    return tuple(table for table in tables if _seats(document, first, table))


def _seats(document: Document, first: int, table: Table) -> bool:
    told = {column for column, _ in table.columns}
    at = table.column("person")
    if at is None or not told & set(WHENCE) or told - {"person", "role", *WHENCE} or len(table.rows) < LEAST:
        return False
    if not all(
        at < len(document.blocks[i].cells) and _person(document, document.blocks[i].cells[at]) for i in table.rows
    ):
        return False
    above = [fold(document.quote(b.span)) for b in document.blocks[first : table.head] if b.kind != "rule"][-1:]
    label = label_of(above[0]) if above else None
    return label is None or status_in(label[1]) is None


def seated(document: Document, table: Table, beside: tuple[NameList, ...]) -> NameList | None:
    """The people of such a table as a list of those present; None where nothing beside it bears that out."""
    at = table.column("person") or 0
    people = [_person(document, document.blocks[i].cells[at]) for i in table.rows]
    others = [one for one in beside if one.label is not None]
    away = [
        person
        for one in others
        if one.status != "present"
        for line in one.lines
        for text in (fold(document.quote(line)),)
        for a, b in split_people(text)
        if (person := parse_person(text[a:b].partition("(")[0], listed=True))
    ]
    members = any(one.status == "present" and one.kind == "councillor" for one in others)
    if not others or members or any(compatible(a, b) for a in away for b in people if b):
        return None
    head = document.blocks[table.head].cells[at]
    rows = [document.blocks[i] for i in table.rows]
    return NameList(
        label=Quoted(text=squash(document.quote(head)), span=head),
        kind=None,
        status="present",
        lines=tuple(Span(start=row.cells[at].start, end=row.cells[-1].end) for row in rows),
    )


def _person(document: Document, cell: Span) -> PersonName | None:
    name = squash(fold(document.quote(cell))).partition("(")[0].strip()
    return parse_person(name, listed=True)
