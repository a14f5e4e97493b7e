"""A list of names, entry by entry: who, under which label, with what post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.people.beside import ELECTED, OFFICER_POST, holding, is_post, post_at
from civicgraph.extract.people.context import ListContext, context_of, council_at
from civicgraph.extract.people.entries import Entry, with_post
from civicgraph.extract.people.kinds import BEARER
from civicgraph.extract.people.lines import directorate_lead, entries_in, without_sentences
from civicgraph.extract.people.places import places_before, without_places, without_wards
from civicgraph.extract.people.presence import Told
from civicgraph.extract.scene import Scene
from civicgraph.model import Attendance, AttendanceStatus, AttendeeKind, Mention, NameList, PostHolding, Span
from civicgraph.values.honorifics import MEMBER_S
from civicgraph.values.names import display, is_surname, parse_person
from civicgraph.values.text import squash

CAPITALS = re.compile(r"(?:Ma?c|[OD]')?[A-Z][A-Z'-]+$")
LEAST = 4  # surnames in capitals, which then all have
# Under a name, who sent the person: "Nominated by Health Board (Non-Executive Member)".
NOMINATED = re.compile(r"\W*(?:nominated|appointed)\sby\b(?!.*\b(?:Council|Elected)\b)", re.I)
LONE = re.compile(r"[\w'-]+")
ONE_TITLE = re.compile(rf"\W*{MEMBER_S}\W*")
CO_OPTED_BESIDE = re.compile(r"\s*\(co-?opted\b[^()]*\)\s*$", re.I)
# What a mark before a name says: "* denotes apologies sent".
EXCUSED = re.compile(
    r"(?:^|[\n(])[ ]*(?P<mark>[*+#\u2020])[ ]?(?:=|-|denotes|indicates)[ ]?(?:(?:those|members?)[ ])?"
    r"(?:(?:who|have|had)[ ]){0,3}(?:(?:sent|gave|given|tendered|sending)[ ])?apologies\b",
    re.I,
)
CHAIR_LABEL = re.compile(r"\bin the chair\b|\bpresiding\b", re.I)
STATES = re.compile(r"\b(?:also|present|attendance|attending|in|the|attended)\b", re.I)
LABEL_POST = re.compile(
    r"(?:(?:Shadow|Deputy|Lead) )*(?:Cabinet|Executive) Member|(?:(?:Parish|Town"
    r"|Community) )?Clerk(?: to the Council)?|(?:Committee|Legal|Governance) Officer"
    r"|Chair(?:man|person)?|(?:Deputy )?(?:Lord )?Mayor|(?:Leas-?Ch|C)athaoirleach",
    re.I,
)
POST_BESIDE = r"(?:,\s+|\s+\()(?:the\s+)?(?P<post>[A-Z][^,;()\n]{3,80})"
SAID = re.compile(r"\((?:apolog(?:y|ies)|absent|not present)\b[^()]{0,30}\)|-\s*(?:apologies|absent)\s*$", re.I)


def read_list(scene: Scene, names: NameList, told: list[Told]) -> list[tuple[Attendance, PostHolding | None]]:
    """The people of a list; where nearly all have more than a surname, a lone word that is none is a piece of a post or
    a place ("Tom Reed - Nether and Upper Wickdale")."""
    rows = list(_rows(scene, names, told))
    capitals = [row for row, _ in rows if CAPITALS.search(row.person.name)]
    if len(capitals) >= LEAST and 5 * len(capitals) >= 4 * len(rows):  # "Ann LEE" / "Registered Nurse" / "Bob SHAH"
        rows = [one for one in rows if one[0] in capitals or one[0].person.detail]
    lone = [row for row, _ in rows if LONE.fullmatch(row.person.name) and not row.person.detail]
    few = 3 * len(lone) < len(rows)
    return [one for one in rows if not (few and one[0] in lone and not is_surname(one[0].person.name))]


def _rows(scene: Scene, names: NameList, told: list[Told]) -> Iterator[tuple[Attendance, PostHolding | None]]:
    context = context_of(scene, names)
    mark = EXCUSED.search(scene.folded, scene.part.span.start, scene.part.span.end)
    excused = mark["mark"] if mark else ""
    role_of_label = _role_of(context.label)
    directorate: Mention | None = None
    lines = _without_places(scene, names)
    taken = False  # was the line at hand the post of the one above it?
    above: Mention | None = None  # a post on a line of its own, over its bearer: a column of posts beside one of names
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if sent := council_at(scene, line):
            context = replace(context, organisation=sent, names=names)
            continue
        if ONE_TITLE.fullmatch(scene.text(line)):
            context = replace(context, elected=True)  # "Councillor" over the names, ditto marks under it
            continue
        for start, end in without_sentences(scene, line, told):
            offset = start
            if names.kind == "officer":
                lead = directorate_lead(scene, offset, end)
                directorate, offset = (lead, lead.span.end) if lead else (directorate, offset)
                if lead and lead.span.end >= end:
                    continue
            entries = list(entries_in(scene, offset, end, context))
            over, above = above, None
            if not entries:  # a line that names nobody: those below it sit for others
                text = scene.folded[offset:end]
                co_opted = CO_OPTED_BESIDE.search(text)  # "Anyshire Care Board (co-opted)" / "Ann Lee"
                context = replace(
                    context, organisation=None, names=replace(names, kind="co-opted") if co_opted else names
                )
                text = text[: co_opted.start()] if co_opted else text
                if not taken and _says_post(text):
                    above = post_at(scene, offset, offset + len(text))
            taken = False
            for entry, span, alone in entries:
                beside = entry.role
                if alone and over:
                    entry = with_post(entry, over, context)
                elif alone and not entry.role and below and _says_post(scene.text(below)):
                    entry, taken = with_post(entry, post_at(scene, below.start, below.end), context), True
                if alone and below and NOMINATED.match(scene.text(below)) and not entry.person.detail:
                    entry = replace(entry, kind="other")
                # "CHAIRMAN" / "Councillor R Lee" / "BARSET BOROUGH COUNCIL:": those below have a label of their own
                sole = alone and line is lines[0] and (below is None or council_at(scene, below) is not None)
                role = entry.role or (role_of_label if sole else None)
                kind = _kind_elsewhere(scene, entry, context)
                row = Attendance(
                    meeting=scene.meeting or 0,
                    person=entry.person,
                    kind=kind,
                    status=_status(scene.text(span), names.status, excused),
                    span=span,
                    rule="attendance-list",
                    role=role.name if role else "",
                    organisation=entry.organisation or (directorate if kind == "officer" else None),
                    substitute_for=entry.substitute_for,
                )
                yield row, holding(scene, entry.person, role) if role else None
                if alone and over and beside:  # "Mayor" / "Ann Lee (Chair)" holds both
                    yield row, holding(scene, entry.person, beside)


def _without_places(scene: Scene, names: NameList) -> tuple[Span, ...]:
    """The entries of a list, a line each or several, without the places that people sit for."""
    known = {place for one in scene.part.names for place in places_before([scene.text(line) for line in one.lines])}
    texts = without_wards([scene.text(line) for line in names.lines])
    return tuple(
        Span(start=line.start + a, end=line.start + b)
        for line, entries in zip(names.lines, without_places(texts, known), strict=True)
        for a, b in entries
    )


def _says_post(line: str) -> bool:
    """Is a line under a name the post of its bearer: "Chief Finance Officer"?"""
    titled = all(word[0].isupper() for word in re.findall(r"[A-Za-z]{4,}", line))
    return (
        titled
        and len(line) < 80
        and ":" not in line
        and is_post(line.strip())
        and not parse_person(line.partition("(")[0])
    )


def _kind_elsewhere(scene: Scene, entry: Entry, context: ListContext) -> AttendeeKind:
    """An undivided list without titles calls nobody councillor: a post beside the name elsewhere says officer."""
    label = context.label.lower()
    plain = context.names.kind is None and context.names.status == "present" and not context.has_titles
    name = parse_person(entry.person.name, listed=True)
    if entry.kind != "councillor" or not plain or "member" in label or name is None or name.honorific or not name.given:
        return entry.kind
    beside = re.compile(re.escape(display(name)).replace(r"\ ", r"\s+") + POST_BESIDE)
    for found in beside.finditer(scene.folded, scene.part.span.start, scene.part.span.end):
        if OFFICER_POST.search(found["post"]) and not (ELECTED.search(found["post"]) or BEARER.match(found["post"])):
            return "officer"
    return entry.kind


def _role_of(label: str) -> Mention | None:
    """The post that a label in the singular gives to the one under it: "Shadow Cabinet Member Present"."""
    if CHAIR_LABEL.search(label):
        return Mention(kind="post", name="Chair", span=Span(start=0, end=0), rule="attendance-label")
    words = squash(STATES.sub(" ", label))
    if LABEL_POST.fullmatch(words):
        return Mention(kind="post", name=words, span=Span(start=0, end=0), rule="attendance-label")
    return None


def _status(entry: str, status: AttendanceStatus, excused: str) -> AttendanceStatus:
    """What an entry says of itself counts before its list: "Cllr M Zed (apologies)" among those present, or a mark
    (`excused`) that the part explains: "* denotes apologies"."""
    if excused and status == "present" and entry.strip(" ,;.")[:1] == excused:
        return "apologies"
    said = SAID.search(entry)
    if said is None or status != "present":
        return status
    return "apologies" if "apolog" in said.group().lower() else "absent"
