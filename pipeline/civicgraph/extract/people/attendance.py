"""Who was there, who sent apologies, who was absent: from the lists of names and from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from civicgraph.extract.people.apologies import find_apologies
from civicgraph.extract.people.beside import CHAIRING, ELECTED, ELECTED_POST, OFFICER_POST, holding
from civicgraph.extract.people.presence import Told, told_in
from civicgraph.extract.people.rolls import read_list
from civicgraph.extract.people.tables import RULE as TABLE
from civicgraph.extract.people.tables import read_table
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attendance, AttendeeKind, Mention, PostHolding
from civicgraph.values.names import PersonName, compatible, parse_person
from civicgraph.values.text import squash

ROLL = re.compile(
    r"\b(?:apolog|absen|attend|sederunt|present\b|roll\b|substitut|welcome|membership"
    r"|(?:visiting|non)[ -]?members?\b)",
    re.I,
)
CHAIRS = re.compile(r"(?:the )?(?:Chair|Convener|Convenor|Cathaoirleach)", re.I)
HEAD_BLOCKS = 40  # of a part without items: where its lists of names are over
MANY = 5  # of a roll
LISTING = frozenset(("present-also", "present-members-who"))  # "Present were …", which opens a list too


def find_attendance(scene: Scene) -> tuple[list[Attendance], list[PostHolding]]:
    """Each person once for each status, and the posts that the lists give beside the names."""
    if scene.meeting is None:
        return [], []
    rows: list[Attendance] = []
    posts: list[PostHolding] = []
    told = list(_told(scene))
    tables = (read_table(scene, table) for table in scene.part.tables)
    for entries in (*tables, *(read_list(scene, names, told) for names in scene.part.names)):
        before = list(rows)
        for row, held in entries:
            # Two entries of one list are two people, unless they are printed alike.
            alike = [
                *(r for r in before if not _apart(row, r)),
                *(r for r in rows[len(before) :] if _printed_alike(row, r)),
            ]
            if not any(row.status == other.status and _same(row.person, other.person) for other in alike):
                rows.append(row)
            posts += [held] if held else []
    found, beside = find_apologies(scene)
    posts += beside
    kin = _without_councillors(rows)
    for row in (*found, *(_told_row(scene, one, [*rows, *found]) for one in told)):
        if kin and row.kind == "councillor" and not (row.role or ELECTED.search(row.person.detail)):
            row = replace(row, kind="other")
        # "Apologies: Cllr Ames" is not the "Vicky Ames, Clerk" who is listed
        others = [r for r in rows if r.kind != "officer"] if ELECTED.search(row.person.detail) else rows
        # "Apologies from Councillors Hale, Mrs Hale and Moss": of one sentence too they are two
        if not any((_printed_alike(row, o) if row.span == o.span else _same(row.person, o.person)) for o in others):
            rows.append(row)
    posts += [holding(scene, one.person, one.role) for one in told if one.role and not _is_known_to_chair(one, posts)]
    return rows, posts


def _without_councillors(rows: list[Attendance]) -> bool:
    """Are those who came with no other title no councillors, as in a schools forum? Nor are then those who did not."""
    plain = [row for row in rows if row.kind != "officer" and not ELECTED.search(row.person.detail)]
    return (
        len(plain) >= MANY
        and all(row.kind in ("other", "co-opted") for row in plain)
        and 3 * len(plain) > 2 * len(rows) - 2 * sum(row.kind == "officer" for row in rows)
    )


# -- sentences ---------------------------------------------------------------------------------------------------------


def _told(scene: Scene) -> Iterator[Told]:
    """What sentences tell before the first item, and in the items that are about who is there."""
    items = scene.part.items
    first = items[0].first if items else min(scene.part.last, scene.part.first + HEAD_BLOCKS)
    ranges = [(scene.part.first, first)]
    ranges += [(item.first, item.last) for item in items if ROLL.search(item.title.text)]
    labels = [names.label.span for names in scene.part.names if names.label]
    # "Present were: Mrs Lee" opens a list, and the line is read as one
    lists = {label.start for label in labels if scene.folded[label.end : label.end + 2].lstrip().startswith(":")}
    for a, b in ranges:
        for block in scene.document.blocks[a:b]:
            if block.kind in ("rule", "row"):
                continue
            for start, end in sentences(scene.text(block.words)):
                found = told_in(scene, block.words.start + start, block.words.start + end)
                listed = block.words.start + start in lists
                yield from (one for one in found if not (listed and one.rule in LISTING))


def _is_known_to_chair(told: Told, posts: list[PostHolding]) -> bool:
    """Is one who "presided" listed under the name that this council has for the office: "Councillor Ames, Convener"?"""
    unnamed = told.role is not None and told.role.span == told.person.span
    return unnamed and any(CHAIRS.match(held.post.name) and _same(held.person, told.person) for held in posts)


def _told_row(scene: Scene, told: Told, rows: list[Attendance]) -> Attendance:
    post = told.role.name if told.role else ""
    instead = told.substitute_for
    elected = told.elected or bool(
        ELECTED.search(told.person.detail) or CHAIRING.match(post) or ELECTED_POST.search(post)
    )
    substituted = instead is not None and (
        bool(ELECTED.search(instead.detail))
        or any(row.kind == "councillor" and _same(row.person, instead) for row in rows)
    )
    serves = OFFICER_POST.search(post) and not ELECTED.search(told.person.detail)
    kind: AttendeeKind = "officer" if serves else "councillor" if elected or substituted else "other"
    return Attendance(
        meeting=scene.meeting or 0,
        person=told.person,
        kind=kind,
        status=told.status,
        span=told.span,
        rule=told.rule,
        role=told.role.name if told.role else "",
        substitute_for=told.substitute_for,
    )


# -- one person once ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _taken_apart(name: str) -> PersonName | None:
    return parse_person(name, listed=True)


def _same(a: Mention, b: Mention) -> bool:
    first, second = _taken_apart(a.name), _taken_apart(b.name)
    if first is None or second is None:
        return squash(a.name) == squash(b.name)
    return compatible(first, second)


def _printed_alike(a: Attendance, b: Attendance) -> bool:
    first, second = _taken_apart(a.person.name), _taken_apart(b.person.name)
    if first is None or second is None:
        return squash(a.person.name) == squash(b.person.name)
    # "J. Moss, Mrs J. Moss": husband and wife
    return replace(first, suffixes=()) == replace(second, suffixes=())


def _apart(a: Attendance, b: Attendance) -> bool:
    """Two people of one surname: the lists of members and of officers each name theirs."""
    return a.rule == b.rule and a.rule in ("attendance-list", TABLE) and {a.kind, b.kind} == {"councillor", "officer"}
