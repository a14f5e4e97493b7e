"""Those who sent apologies, or were absent, wherever the document names them; and the posts beside their names."""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.people.beside import ELECTED_POST, OFFICER_POST, OUTSIDE
from civicgraph.extract.people.context import CIVIL, ListContext
from civicgraph.extract.people.entries import Entry, read_entry
from civicgraph.extract.people.excused import HEADED, MEMBER_FIRST, find_excused
from civicgraph.extract.people.kinds import POLICE
from civicgraph.extract.people.person import is_person
from civicgraph.extract.scene import Scene
from civicgraph.model import Attendance, AttendeeKind, NameList, PostHolding, Span
from civicgraph.values.people import split_people

AGAIN = re.compile(r"(?:also\s+)?(?:from|on behalf of)\s+", re.I)
TOLD = re.compile(r"\b(?!ferch\b|della\b)[a-z]{4,}\b")  # in no name: "absent for the AGM, however attended …"
SERVICE = re.compile(r"\b(?:NHS|Healthwatch)\b")  # "Ms B Lee, NHS Anyshire", and no second name
LISTED = NameList(label=None, kind=None, status="apologies", lines=())
CONTEXT = ListContext(names=LISTED, label="Apologies", listed=True, has_titles=False)


def find_apologies(scene: Scene) -> tuple[list[Attendance], list[PostHolding]]:
    """Those who sent apologies, wherever a sentence says so; and the posts beside their names."""
    rows: list[Attendance] = []
    posts: list[PostHolding] = []
    named = False  # have members their title in the sentence, or in one before it?
    for names in find_excused(scene):
        start, end = names.start, names.end
        pieces = split_people(scene.folded[start:end])
        context = replace(CONTEXT, elected=bool(HEADED.match(scene.folded, start, end)))
        titled = sum(bool(MEMBER_FIRST.match(scene.folded, start + a, start + b)) for a, b in pieces)
        named = named or titled > 0 or context.elected
        for a, b in pieces:
            again = AGAIN.match(scene.folded, start + a, start + b)  # "… and from Councillors Dent and Evans"
            a = again.end() - start if again else a
            words = scene.folded[start + a : start + b]
            if not names.sure and not is_person(words.split("(")[0].split(",")[0]):
                continue
            entry = read_entry(scene, start + a, start + b, context)
            if (
                entry is None
                or BODY_HEADS.search(entry.person.name)
                or SERVICE.search(entry.person.name)
                or not entry.person.name[:1].isupper()
                or TOLD.search(entry.person.name)
            ):
                continue
            kind = _kind(entry, titled=titled * 2 > len(pieces), beside=named and not context.elected)
            kind = names.guests if names.guests and not entry.person.detail.endswith("Councillor") else kind
            rows.append(
                Attendance(
                    meeting=scene.meeting or 0, person=entry.person, kind=kind, status=names.status, span=names.span,
                    rule="apologies-sentence", role=entry.role.name if entry.role else "",
                    organisation=entry.organisation,
                )
            )  # fmt: skip
            if entry.substitute_for:  # "Councillor Dent (substitute: Councillor Line)"
                rows.append(
                    Attendance(
                        meeting=scene.meeting or 0, person=entry.substitute_for, kind=kind, status="present",
                        span=names.span, rule="apologies-substitute", substitute_for=entry.person,
                    )
                )  # fmt: skip
            if entry.role:
                span = Span(start=entry.person.span.start, end=max(entry.person.span.end, entry.role.span.end))
                posts.append(
                    PostHolding(
                        person=entry.person, post=entry.role, span=span, rule="apologies-role", meeting=scene.meeting
                    )
                )
    return rows, posts


def _kind(entry: Entry, *, titled: bool, beside: bool) -> AttendeeKind:
    """Who sends apologies is a member, unless a rank or a post says who else came to report ("PCSO L Webb sent her
    apologies"); where most have their title as members, who has another one is none."""
    post = entry.role.name if entry.role else ""
    if POLICE.match(entry.person.detail) or (post and (entry.kind == "other" or OUTSIDE.search(post))):
        return "other"
    if entry.kind == "officer" or OFFICER_POST.search(post):
        return "officer"
    elected = ELECTED_POST.search(post) is not None
    if entry.organisation and OUTSIDE.search(entry.organisation.name) and not (elected or entry.person.detail):
        return "other"  # "Ann Hill (NHS Barset)" on a board of councils and others
    if beside and entry.organisation and not (elected or entry.person.detail):
        return "other"  # "Councillor Lee (LB Barset), Ann Hill (LB Weir)": who of a council has no title is an officer
    if titled and CIVIL.match(entry.person.detail) and entry.kind in ("other", "councillor"):
        return "co-opted"
    return "councillor" if entry.kind == "other" else entry.kind
