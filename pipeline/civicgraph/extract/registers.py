"""Registers: lists of bodies, councillors or meetings, as committee systems give them. Nothing is decided in one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from civicgraph.extract.people.person import person_mention
from civicgraph.extract.people.tables import VACANT
from civicgraph.extract.rows import cell_of, identified, said_in
from civicgraph.extract.scene import Scene, identifier_of
from civicgraph.model import Block, Column, ListedMeeting, Mention, PostHolding, Problem, Span, Table
from civicgraph.values.bodies import body_kind
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.text import squash

SEAT = "Councillor"
# "Leader of the Council, Chair of Audit; Lead Member: Treasury": posts one after another. A comma parts two only
# before the words that begin a post, since a portfolio is itself a list: "Adults, Health and Housing".
NEXT_POST = re.compile(
    r"\s{0,9};\s{0,9}|,\s{1,9}(?=(?:Deputy |Vice[- ]|Shadow |Assistant |Lead )?"
    r"(?:Leader|Mayor|Chair(?:man|woman|person)?|Cabinet Member|Portfolio Holder|Executive Member|Lead Member"
    r"|Member Champion|Opposition|Spokes\w+|Group Leader)\b)"
)


def find_councillors(scene: Scene) -> Iterator[PostHolding]:
    """Seats with ward and party, key posts, and terms of office, each as the row states it.

    A term is not tied to ward and party: the list gives those of today beside the terms of all years.
    """
    alike = _printed_alike(scene)
    for table, block in _rows(scene):
        cell = _person_cell(scene, table, block)
        if cell is None or squash(scene.text(cell)) in alike:
            continue
        found = person_mention(scene.folded, cell.start, cell.end, "register-councillor", listed=True)
        if found is None:
            continue
        person = identified(found, block, "UID")
        ward, party = _mention(scene, table, block, "ward"), said_in(scene, table, block, "party")
        if ward or party:
            yield _holding(person, _seat(cell), block, "register-seat", ward=ward, party=party)
        for post in _posts(scene, table, block):
            yield _holding(person, post, block, "register-post")
        since, until = (_date(said_in(scene, table, block, column)) for column in ("since", "until"))
        if since or until:
            yield _holding(person, _seat(cell), block, "register-term", since=since, until=until)


def find_problems(scene: Scene) -> Iterator[Problem]:
    """Councillors whom the register prints alike: which of them a fact is of, their name cannot say."""
    alike = _printed_alike(scene)
    for table, block in _rows(scene):
        cell = _person_cell(scene, table, block)
        if cell is not None and squash(scene.text(cell)) in alike:
            yield Problem(cue="councillor", span=block.span, why="another councillor of the register has this name")


def find_bodies(scene: Scene) -> Iterator[Mention]:
    """The bodies of a register that is one of bodies, with their ids."""
    for table, block in _rows(scene):
        if table.column("date") is not None or table.column("person") is not None:
            continue
        body = _mention(scene, table, block, "body")
        if body:
            yield identified(body, block, "CId")


def find_meetings(scene: Scene) -> Iterator[ListedMeeting]:
    """The meetings of a register that is one of dates; only those that have an id of their own."""
    for table, block in _rows(scene):
        mid, on = identifier_of(block.identifier, "MId"), _date(said_in(scene, table, block, "date"))
        times = find_times(said_in(scene, table, block, "time") or said_in(scene, table, block, "date"))
        if mid and on:
            yield ListedMeeting(
                identifier=mid,
                committee=identifier_of(block.identifier, "CId"),
                body=said_in(scene, table, block, "body"),
                date=on,
                start=times[0].iso if times else "",
                span=block.span,
            )


def _rows(scene: Scene) -> Iterator[tuple[Table, Block]]:
    if scene.part.kind == "register":
        for table in scene.part.tables:
            for i in table.rows:
                yield table, scene.document.blocks[i]


def _person_cell(scene: Scene, table: Table, block: Block) -> Span | None:
    cell = cell_of(scene, table, block, "person")
    return None if cell is None or VACANT.match(scene.text(cell)) else cell


def _printed_alike(scene: Scene) -> frozenset[str]:
    """The names that stand beside more than one id."""
    ids: dict[str, set[str]] = defaultdict(set)
    for table, block in _rows(scene):
        if cell := _person_cell(scene, table, block):
            ids[squash(scene.text(cell))].add(block.identifier)
    return frozenset(name for name, found in ids.items() if len(found) > 1)


def _date(words: str) -> str:
    return next((date.iso for date in find_dates(words) if date.year_given), "")


def _mention(scene: Scene, table: Table, block: Block, column: Column) -> Mention | None:
    """The name in a cell of bodies or wards."""
    cell, said = cell_of(scene, table, block, column), said_in(scene, table, block, column)
    if cell is None or not any(char.isalpha() for char in said):
        return None
    if column == "ward":
        return Mention(kind="ward", name=said, span=cell, rule="register-ward")
    return Mention(kind="body", name=said, span=cell, rule="register-body", detail=body_kind(said))


def _seat(person: Span) -> Mention:
    """The post that a list of councillors is of; the row says it by being in that list."""
    return Mention(kind="post", name=SEAT, span=person, rule="register-seat")


def _posts(scene: Scene, table: Table, block: Block) -> Iterator[Mention]:
    cell = cell_of(scene, table, block, "posts")
    if cell is None:
        return
    text = scene.text(cell)
    start = 0
    for end, after in [*(found.span() for found in NEXT_POST.finditer(text)), (len(text), len(text))]:
        name = squash(text[start:end]).strip(" .,;")
        if any(char.isalpha() for char in name):
            yield Mention(
                kind="post", name=name, span=Span(start=cell.start + start, end=cell.start + end), rule="register-post"
            )
        start = after


def _holding(
    person: Mention, post: Mention, block: Block, rule: str, *, ward: Mention | None = None, party: str = "",
    since: str = "", until: str = "",
) -> PostHolding:  # fmt: skip
    return PostHolding(
        person=person, post=post, span=block.span, rule=rule, ward=ward, party=party, since=since, until=until
    )
