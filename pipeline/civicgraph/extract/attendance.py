"""Who was there, who sent apologies, who was absent: from the lists of names and from sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.apologies import find_apologies
from civicgraph.extract.entries import (
    CIVIL,
    DIRECTORATE,
    ELECTED,
    OFFICER_POST,
    Entry,
    ListContext,
    body_before,
    chunks_of,
    read_entry,
)
from civicgraph.extract.presence import Told, told_in
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attendance, AttendeeKind, Mention, NameList, PostHolding, Span
from civicgraph.values.names import compatible, display, is_given_name, parse_person
from civicgraph.values.people import split_people
from civicgraph.values.text import squash

# What a list of names never says.
SENTENCE = re.compile(
    r"\bapolog(?:y|ies)\b.{0,60}\b(?:from|on behalf of|by|for)\b|\b(?:was|were|welcomed|opened|declared|advised|noted|informed|had|has|have|is|are)\b",
    re.I | re.S,
)
ROLL = re.compile(r"\b(?:apolog|absen|attend|sederunt|present\b|roll\b|substitut|welcome)", re.I)
PLURAL_TITLE = re.compile(r"(?:(?:county|district|borough|city|town|parish)\s+)?(?:Councillors|Cllrs|Aldermen)\b", re.I)
CHAIR_LABEL = re.compile(r"\bin the chair\b|\bpresiding\b", re.I)
STATES = re.compile(r"\b(?:also|present|attendance|attending|in|the|attended)\b", re.I)
LABEL_POST = re.compile(
    r"(?:(?:Shadow|Deputy|Lead) )*(?:Cabinet|Executive) Member|(?:(?:Parish|Town|Community) )?Clerk(?: to the Council)?|Chair(?:man|person)?|(?:Lord )?Mayor",
    re.I,
)
LED_BY_DIRECTORATE = re.compile(
    r"^(?P<directorate>[A-Z][A-Za-z&,' -]{2,60}?)(?::\s*|\s+(?=[A-Z]\.?\s?(?:[A-Z]\.?\s?)?[A-Z][a-z'-]+))(?=\S)"
)
POST_BESIDE = r"(?:,\s+|\s+\()(?:the\s+)?(?P<post>[A-Z][^,;()\n]{3,80})"
WOMAN = re.compile(r"(?:Mrs|Ms|Miss)\b")
HEAD_BLOCKS = 40  # of a part without items: where its lists of names are over


def find_attendance(scene: Scene) -> tuple[list[Attendance], list[PostHolding]]:
    """Each person once for each status, and the posts that the lists give beside the names."""
    if scene.meeting is None:
        return [], []
    rows: list[Attendance] = []
    posts: list[PostHolding] = []
    told = list(_told(scene))
    for names in scene.part.names:
        for row, holding in _listed(scene, names, told):
            rows.append(row)
            posts += [holding] if holding else []
    found, held = find_apologies(scene)
    posts += held
    for row in (*found, *(_told_row(scene, one, rows) for one in told)):
        if not any(_same(row.person, other.person) for other in rows):
            rows.append(row)
    posts += [_holding(scene, one.person, one.role) for one in told if one.role]
    return _once(rows), posts


# -- lists -------------------------------------------------------------------------------------------------------------


def _listed(scene: Scene, names: NameList, told: list[Told]) -> Iterator[tuple[Attendance, PostHolding | None]]:
    label = names.label.text if names.label else ""
    role_of_label = _role_of(label)
    whole = " ".join(scene.text(line) for line in names.lines)
    context = ListContext(
        names=names,
        label=label,
        listed=True,
        has_titles=bool(ELECTED.search(whole)),
        elected=bool(PLURAL_TITLE.search(label)),
    )
    directorate: Mention | None = None
    for line in names.lines:
        for start, end in _without_sentences(scene, line, told):
            offset = start
            if names.kind == "officer":
                lead = _directorate_lead(scene, offset, end)
                directorate, offset = (lead, lead.span.end) if lead else (directorate, offset)
                if lead and lead.span.end >= end:
                    continue
            for entry, span, alone in _entries(scene, offset, end, context):
                role = entry.role or (role_of_label if alone and len(names.lines) == 1 else None)
                kind = _kind_elsewhere(scene, entry, context)
                yield (
                    Attendance(
                        meeting=scene.meeting or 0, person=entry.person, kind=kind, status=names.status, span=span,
                        rule="attendance-list", role=role.name if role else "",
                        organisation=entry.organisation or (directorate if kind == "officer" else None),
                        substitute_for=entry.substitute_for,
                    ),
                    _holding(scene, entry.person, role) if role else None,
                )  # fmt: skip


def _entries(scene: Scene, start: int, end: int, context: ListContext) -> Iterator[tuple[Entry, Span, bool]]:
    """(entry, its span, whether it is alone on the line)."""
    text = scene.folded[start:end]
    if (body := body_before(text)) and context.names.kind != "councillor":
        inside = Span(start=start, end=start + body.end("body"))
        kind = "directorate" if DIRECTORATE.search(body["body"]) else "organisation"
        mention = Mention(kind=kind, name=squash(body["body"]).strip("+ "), span=inside, rule="attendance-affiliation")  # type: ignore[arg-type]
        other = replace(context.names, kind="other") if context.names.kind is None else context.names
        context = replace(context, organisation=mention, names=other)
        start, text = start + body.end(), text[body.end() :]
    chunks = chunks_of(text) or split_people(text)
    elected = context.elected
    found: list[tuple[Entry, Span]] = []
    for a, b in chunks:
        if PLURAL_TITLE.match(text[a:b]):
            elected = True
        elif _turns([text[c:d] for c, d in chunks if c >= a]) or (
            OFFICER_POST.search(text[a:b]) and not context.elected
        ):
            elected = False
        entry = read_entry(scene, start + a, start + b, replace(context, elected=elected))
        if entry is not None:
            found.append((entry, Span(start=start + a, end=start + b)))
    for entry, span in found:
        # "Welcome and Introduction": where a part of the line is no name, a bare word is none either.
        if len(found) == len(chunks) or entry.person.detail or len(entry.person.name.split()) > 1:
            yield entry, span, len(chunks) == 1


def _turns(entries: list[str]) -> bool:
    """Does a list that "Councillors" heads turn to others here: "…, Ryan, Teefy, Ms M Brown, Mr B Hall"?

    All that follow must have titles of their own, a man's among them: by old custom councillors are listed as
    "Councillors Burton, Mrs Gooch, Joy and Mrs Ring".
    """
    return all(CIVIL.match(entry) for entry in entries) and any(not WOMAN.match(entry) for entry in entries)


def _directorate_lead(scene: Scene, start: int, end: int) -> Mention | None:
    """The directorate that a line of officers begins with ("Place: R Hall, T Lee") or that is the whole line."""
    text = scene.folded[start:end]
    lead = LED_BY_DIRECTORATE.match(text)
    stop = 0
    if lead and not OFFICER_POST.search(lead["directorate"]):
        first = (lead["directorate"].split() or [""])[0]
        stop = 0 if is_given_name(first) or parse_person(lead["directorate"]) else lead.end()
    if not stop and len(text) < 50 and DIRECTORATE.search(text) and not re.search(r"[\d(]", text):
        stop = len(text) if len(split_people(text)) == 1 and not parse_person(text) else 0
    if not stop:
        return None
    return Mention(
        kind="directorate", name=squash(text[:stop]).strip(" :"), span=Span(start=start, end=start + stop),
        rule="attendance-directorate",
    )  # fmt: skip


def _without_sentences(scene: Scene, line: Span, told: list[Told]) -> Iterator[tuple[int, int]]:
    """The pieces of a line that are names and no sentence: what sentences tell is read elsewhere."""
    text = scene.text(line)
    if not SENTENCE.search(text) and not any(line.overlaps(one.span) for one in told):
        yield line.start, line.end
        return
    at = line.start
    for start, end in sentences(text):
        span = Span(start=line.start + start, end=line.start + end)
        if any(span.overlaps(one.span) for one in told) or SENTENCE.search(scene.text(span)):
            if scene.folded[at : span.start].strip():
                yield at, span.start
            at = span.end
    if scene.folded[at : line.end].strip():
        yield at, line.end


def _kind_elsewhere(scene: Scene, entry: Entry, context: ListContext) -> AttendeeKind:
    """An undivided list without titles calls nobody councillor: a post beside the name elsewhere says officer."""
    label = context.label.lower()
    plain = context.names.kind is None and context.names.status == "present" and not context.has_titles
    name = parse_person(entry.person.name, listed=True)
    if entry.kind != "councillor" or not plain or "member" in label or name is None or name.honorific or not name.given:
        return entry.kind
    beside = re.compile(re.escape(display(name)).replace(r"\ ", r"\s+") + POST_BESIDE)
    for found in beside.finditer(scene.folded, scene.part.span.start, scene.part.span.end):
        if OFFICER_POST.search(found["post"]) and not ELECTED.search(found["post"]):
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


def _holding(scene: Scene, person: Mention, role: Mention) -> PostHolding:
    span = Span(
        start=min(person.span.start, role.span.start or person.span.start), end=max(person.span.end, role.span.end)
    )
    post = role if role.span.end else Mention(kind="post", name=role.name, span=person.span, rule=role.rule)
    return PostHolding(person=person, post=post, span=span, rule=role.rule, meeting=scene.meeting)


# -- sentences ---------------------------------------------------------------------------------------------------------


def _told(scene: Scene) -> Iterator[Told]:
    """What sentences tell before the first item, and in the items that are about who is there."""
    items = scene.part.items
    first = items[0].first if items else min(scene.part.last, scene.part.first + HEAD_BLOCKS)
    ranges = [(scene.part.first, first)]
    ranges += [(item.first, item.last) for item in items if ROLL.search(item.title.text)]
    for a, b in ranges:
        for block in scene.document.blocks[a:b]:
            if block.kind in ("rule", "row"):
                continue
            for start, end in sentences(scene.text(block.words)):
                yield from told_in(scene, block.words.start + start, block.words.start + end)


def _told_row(scene: Scene, told: Told, rows: list[Attendance]) -> Attendance:
    titled = any(ELECTED.search(row.person.detail) for row in rows)
    elected = told.elected or bool(ELECTED.search(told.person.detail)) or bool(told.role and not titled)
    substituted = told.substitute_for is not None and bool(ELECTED.search(told.substitute_for.detail))
    return Attendance(
        meeting=scene.meeting or 0, person=told.person, kind="councillor" if elected or substituted or told.role else "other",
        status=told.status, span=told.span, rule=told.rule, role=told.role.name if told.role else "", substitute_for=told.substitute_for,
    )  # fmt: skip


# -- one person once ---------------------------------------------------------------------------------------------------


def _same(a: Mention, b: Mention) -> bool:
    first, second = parse_person(a.name, listed=True), parse_person(b.name, listed=True)
    if first is None or second is None:
        return squash(a.name) == squash(b.name)
    return compatible(first, second)


def _once(rows: list[Attendance]) -> list[Attendance]:
    out: list[Attendance] = []
    for row in rows:
        if not any(
            row.status == other.status and _same(row.person, other.person) and not _apart(row, other) for other in out
        ):
            out.append(row)
    return out


def _apart(a: Attendance, b: Attendance) -> bool:
    """Two people of one surname: the lists of members and of officers each name theirs."""
    return a.rule == b.rule == "attendance-list" and {a.kind, b.kind} == {"councillor", "officer"}
