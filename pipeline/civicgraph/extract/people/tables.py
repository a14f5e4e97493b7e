"""Attendance tables: "Attendee | Role | Attendance", columns of ticks, and the attendees of a committee system.

The table says who and how; what it leaves open ("Expected", an empty cell) stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.people.beside import (
    CHAIRING,
    CO_OPTED,
    ELECTED,
    ELECTED_POST,
    OFFICER_POST,
    OUTSIDE,
    affiliation_at,
    holding,
    is_authority,
    is_post,
    post_at,
)
from civicgraph.extract.people.person import person_mention
from civicgraph.extract.rows import cell_of, identified, said_in
from civicgraph.extract.scene import Scene
from civicgraph.model import (
    Attendance,
    AttendanceStatus,
    AttendeeKind,
    Block,
    Mention,
    PostHolding,
    Table,
)
from civicgraph.values.attending import CROSS, DOUBTFUL, TICK, status_of
from civicgraph.values.names import parse_person
from civicgraph.values.text import squash

RULE = "attendance-table"
TICKED: tuple[AttendanceStatus, ...] = ("present", "apologies", "absent")  # columns and what their ticks say
# Roles that say what kind of attendee it is and no more.
PLAIN_ROLE = re.compile(
    r"(?:(?:committee|board|panel|council|voting|non-voting|full|ordinary|cabinet|sub-?committee) )?members?"
    r"(?: of .{3,60})?|councillors?|attendees?|in attendance|officers?|(?:member of )?staff|guests?|observers?"
    r"|invitees?|visitors?|other|members? of the public|press|expected|co-?opt(?:ed|ee)(?: member)?s?",
    re.I,
)
MEMBER = re.compile(r"\bmembers?\b|\bcouncillors?\b|\bsubstitute\b|\breserve\b", re.I)
STAFF = re.compile(r"\bofficers?\b|\bstaff\b|\bsecretary\b|\bdemocratic services\b", re.I)
GUEST = re.compile(
    r"\b(?:guest|observer|invitee|visitor|public|press|witness|speaker|in attendance|representative)s?\b", re.I
)
VACANT = re.compile(r"\W*(?:vacan(?:t|cy)|to be (?:appointed|confirmed)|tbc|none)\b", re.I)


def read_table(scene: Scene, table: Table) -> Iterator[tuple[Attendance, PostHolding | None]]:
    """The rows that say how somebody attended, with the post that they give."""
    blocks = [scene.document.blocks[i] for i in table.rows]
    at = table.column("person") or 0
    titled = any(ELECTED.match(scene.text(b.cells[at])) for b in blocks if at < len(b.cells))
    ticks = _marks(scene, table, blocks)
    for block in blocks:
        if at >= len(block.cells) or VACANT.match(scene.text(block.cells[at])):
            continue
        cell = block.cells[at]
        status = _status(scene, table, block, ticks)
        person = person_mention(scene.folded, cell.start, _name_end(scene, cell.start, cell.end), RULE, listed=True)
        if status is None or person is None:
            continue
        person = identified(person, block, "UID")
        role = _role(scene, table, block)
        kind = _kind(scene, table, block, person, titled=titled)
        row = Attendance(
            meeting=scene.meeting or 0,
            person=person,
            kind=kind,
            status=status,
            span=block.span,
            rule=RULE,
            role=role.name if role else "",
            organisation=_organisation(scene, table, block, kind),
            substitute_for=_substituted(scene, table, block),
        )
        yield row, holding(scene, person, role) if role and (is_post(role.name) or CHAIRING.match(role.name)) else None


def _name_end(scene: Scene, start: int, end: int) -> int:
    """The cell up to a bracket or a comma with a post behind it: "Councillor A Lee (Chair)", "Ann Lee, Clerk"."""
    text = scene.folded[start:end]
    cut = min((p for p in (text.find("("), text.find(" - "), text.find(";")) if p > 0), default=len(text))
    comma = text.find(", ")
    if 0 < comma < cut and parse_person(text[:comma], listed=True) and is_post(text[comma + 2 :]):
        cut = comma
    return start + len(text[:cut].rstrip())


# -- how ---------------------------------------------------------------------------------------------------------------


def _marks(scene: Scene, table: Table, blocks: list[Block]) -> frozenset[str]:
    """The marks that tick in this table: a cross does only where no mark of its own does."""
    used = {said_in(scene, table, b, column).lower() for b in blocks for column in TICKED}
    return TICK if used & (TICK | {"no", "n"}) else TICK | DOUBTFUL | (CROSS - {"n", "no"})


def _status(scene: Scene, table: Table, block: Block, ticks: frozenset[str]) -> AttendanceStatus | None:
    if told := said_in(scene, table, block, "status"):
        return status_of(told)
    found: set[AttendanceStatus] = set()
    for column in TICKED:
        said = said_in(scene, table, block, column)
        if said.lower() in ticks:
            found.add(column)
        elif said.lower() in CROSS and column == "present":
            found |= {"absent"} if not said_in(scene, table, block, "apologies") else set()
        elif said and (status := status_of(said)):
            found.add(status)
    return found.pop() if len(found) == 1 else None


# -- who ---------------------------------------------------------------------------------------------------------------


def _role(scene: Scene, table: Table, block: Block) -> Mention | None:
    """The part in the meeting, as printed, where it says more than what kind of attendee it is."""
    cell = cell_of(scene, table, block, "role")
    if cell is None or len(said := squash(scene.text(cell))) > 100:
        return None
    return None if PLAIN_ROLE.fullmatch(said) else post_at(scene, cell.start, cell.end)


def _kind(scene: Scene, table: Table, block: Block, person: Mention, *, titled: bool) -> AttendeeKind | None:
    """By the role first where it names the kind, then by title, party and ward, then by the post; None where no
    column says."""
    role = said_in(scene, table, block, "role")
    if CO_OPTED.search(role):
        return "co-opted"
    if ELECTED.search(person.detail) or said_in(scene, table, block, "party"):
        return "councillor"
    if OUTSIDE.search(role):
        return "other"
    if OFFICER_POST.search(role) or STAFF.search(role):
        return "officer"
    if GUEST.search(role):
        return "other"
    member = ELECTED_POST.search(role) or CHAIRING.match(role) or MEMBER.search(role)
    if said_in(scene, table, block, "ward") or (member and not titled):
        return "councillor"
    heads = squash(scene.text(scene.document.blocks[table.head].cells[table.column("person") or 0]))
    if re.match(r"officer", heads, re.I):
        return "officer"
    return "councillor" if not titled and not role and MEMBER.search(heads) else None


def _organisation(scene: Scene, table: Table, block: Block, kind: AttendeeKind | None) -> Mention | None:
    """Whom the person attended for; of a councillor, who is there for a ward, only another authority."""
    cell = cell_of(scene, table, block, "representing")
    if cell is None:
        return None
    said = squash(scene.text(cell))
    if len(said) > 120 or said == said_in(scene, table, block, "ward") or said == said_in(scene, table, block, "party"):
        return None
    if kind == "councillor" and not is_authority(said):
        return None
    return affiliation_at(scene, cell.start, cell.end)


def _substituted(scene: Scene, table: Table, block: Block) -> Mention | None:
    cell = cell_of(scene, table, block, "substitute-for")
    if cell is None:
        return None
    return person_mention(scene.folded, cell.start, cell.end, "attendance-substitute", listed=True)
