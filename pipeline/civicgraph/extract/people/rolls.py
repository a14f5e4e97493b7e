"""A list of names, entry by entry: who, under which label, with what post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.people.beside import DIRECTORATE, ELECTED, OFFICER_POST, TITLES, is_post, post_at
from civicgraph.extract.people.entries import (
    ALSO,
    BEARER,
    CIVIL,
    CLERGY,
    Entry,
    ListContext,
    body_before,
    chunks_of,
    read_entry,
    with_post,
)
from civicgraph.extract.people.places import places_before, without_places, without_wards
from civicgraph.extract.people.presence import Told
from civicgraph.extract.people.shared import share_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attendance, AttendanceStatus, AttendeeKind, Mention, NameList, PostHolding, Span
from civicgraph.values.attending import sent_by
from civicgraph.values.honorifics import MEMBER_S, MEMBERS
from civicgraph.values.names import display, is_given_name, is_surname, parse_person
from civicgraph.values.people import split_people
from civicgraph.values.text import squash

CAPITALS = re.compile(r"(?:Ma?c|[OD]')?[A-Z][A-Z'-]+$")
LEAST = 4  # surnames in capitals, which then all have
# Under a name, who sent the person: "Nominated by Health Board (Non-Executive Member)".
NOMINATED = re.compile(r"\W*(?:nominated|appointed)\sby\b(?!.*\b(?:Council|Elected)\b)", re.I)
UNPAID = re.compile(r"\bcommunity council$", re.I)
LONE = re.compile(r"[\w'-]+")
PLURAL_TITLE = re.compile(rf"(?:[\w.]{{2,15}}\s+)?{MEMBERS}\b", re.I)
ONE_TITLE = re.compile(rf"\W*{MEMBER_S}\W*")
CHAIR_LABEL = re.compile(r"\bin the chair\b|\bpresiding\b", re.I)
STATES = re.compile(r"\b(?:also|present|attendance|attending|in|the|attended)\b", re.I)
LABEL_POST = re.compile(
    r"(?:(?:Shadow|Deputy|Lead) )*(?:Cabinet|Executive) Member|(?:(?:Parish|Town"
    r"|Community) )?Clerk(?: to the Council)?|Chair(?:man|person)?|(?:Deputy )?(?:Lord )?Mayor",
    re.I,
)
LED_BY_DIRECTORATE = re.compile(
    r"^(?P<directorate>[A-Z][A-Za-z&,' -]{2,60}?)(?::\s*|\s+(?=[A-Z]\.?\s?(?:[A-Z]\.?\s?)?[A-Z][a-z'-]+))(?=\S)"
)
POST_BESIDE = r"(?:,\s+|\s+\()(?:the\s+)?(?P<post>[A-Z][^,;()\n]{3,80})"
SAID = re.compile(r"\((?:apolog(?:y|ies)|absent|not present)\b[^()]{0,30}\)|-\s*(?:apologies|absent)\s*$", re.I)
# What a list of names never says.
SENTENCE = re.compile(
    r"\bapolog(?:y|ies)\b.{0,60}\b(?:from|on behalf of|by|for)\b|\b(?:was|were|welcomed|opened|declared|advised"
    r"|noted|informed|had|has|have|is|are)\b",
    re.I | re.S,
)
PUBLIC = re.compile(r"\bmembers? of (?:the )?public\b", re.I)
# "Three members of the public", before, after and between the names.
COUNT = re.compile(
    r"(?:\A|[,;]|\s(?:and|&))\W{0,9}(?:about |approximately )?(?:\d{1,3}|no|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|several)\s+(?:other )?members? of (?:the )?public",
    re.I,
)
AND_MORE = re.compile(r"(?:[,;]|\s+and\b|\s*&)\s+(?=(?:the )?[A-Z])")
# A footnote to the list: "* substituting for Councillor E Birch".
INSTEAD = re.compile(r"\W{0,9}(?:substitut|deputi[sz])", re.I)
TITLED = re.compile(rf"{ELECTED.pattern}[ \n]+(?=[A-Z])", re.I)
# Whose title is not of the body that met: "District Councillor Ames", "Cllr G Smith (ex officio)".
OF_ANOTHER = re.compile(
    rf"\b(?:County|District|Borough|Ward)\s+{MEMBER_S}\b|{MEMBER_S}\b(?=[^(),;\n]{{3,40}}\(ex[ -]officio\))", re.I
)
IN_CHAIR = re.compile(r"\((?:Acting )?(?:Chair(?:man|woman|person)?|Convener|Convenor)\)", re.I)  # of the body itself
BRACKETS = re.compile(r"\([^()]{0,120}\)")
# "Councillors present: …, Ann Lee (Clerk)": whatever the label, no member.
OF_CLERK = re.compile(r"[A-Za-z'-]{2,}\W{1,3}(?:[A-Za-z][a-z]+ )?(?:[Cc]lerk|RFO)\b")
TITLED_ALL = re.compile(rf"\W*{MEMBERS}\b\.?\s+{CIVIL.pattern[1:]}")  # "Cllrs Mr W Ames Mrs S Bell", and all below them
CAME = re.compile(r"\((?:who\s+)?(?:joined|arrived|left)\b[^()]{0,60}\)\s{0,3},")  # of one in a list
DITTO = re.compile(r"(?:^|(?<=\s))[\"\u201c\u201d\u3003]\s{1,9}(?=[A-Z])")
WOMAN = re.compile(r"(?:Mrs|Ms|Miss)\b")
BARE = re.compile(r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w'-]+")


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
    label = names.label.text if names.label else ""
    role_of_label = _role_of(label)
    whole = " | ".join(scene.text(line) for line in names.lines)
    present = [one for one in scene.part.names if one.status == "present"]
    context = ListContext(
        names=names,
        label=label,
        listed=True,
        # "Mr J Ames (District Councillor)", "District Councillor Ames": of another council
        has_titles=bool(TITLED.search(BRACKETS.sub("", OF_ANOTHER.sub("", whole)))),
        elected=bool(PLURAL_TITLE.search(label) or TITLED_ALL.match(whole)),
        by_custom=_by_custom([scene.text(line) for line in names.lines]),
        unpaid=bool(scene.body and UNPAID.search(scene.body.name)),
        sole=present[:1] == [names] and (len(present) == 1 or not ALSO.search(label) or bool(IN_CHAIR.search(whole))),
    )
    context = replace(context, organisation=_council(scene, names.label.span) if names.label else None)
    directorate: Mention | None = None
    lines = _without_places(scene, names)
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if sent := _council(scene, line):
            context = replace(context, organisation=sent)
            continue
        if ONE_TITLE.fullmatch(scene.text(line)):
            context = replace(context, elected=True)  # "Councillor" over the names, ditto marks under it
            continue
        for start, end in _without_sentences(scene, line, told):
            offset = start
            if names.kind == "officer":
                lead = _directorate_lead(scene, offset, end)
                directorate, offset = (lead, lead.span.end) if lead else (directorate, offset)
                if lead and lead.span.end >= end:
                    continue
            entries = list(_entries(scene, offset, end, context))
            if not entries:  # a line that names nobody: those below it sit for others
                context = replace(context, organisation=None)
            for entry, span, alone in entries:
                if alone and not entry.role and below and _says_post(scene.text(below)):
                    entry = with_post(entry, post_at(scene, below.start, below.end), context)
                if alone and below and NOMINATED.match(scene.text(below)) and not entry.person.detail:
                    entry = replace(entry, kind="other")
                # "CHAIRMAN" / "Councillor R Lee" / "BARSET BOROUGH COUNCIL:": those below have a label of their own
                sole = alone and line is lines[0] and (below is None or _council(scene, below) is not None)
                role = entry.role or (role_of_label if sole else None)
                kind = _kind_elsewhere(scene, entry, context)
                row = Attendance(
                    meeting=scene.meeting or 0,
                    person=entry.person,
                    kind=kind,
                    status=_status(scene.text(span), names.status),
                    span=span,
                    rule="attendance-list",
                    role=role.name if role else "",
                    organisation=entry.organisation or (directorate if kind == "officer" else None),
                    substitute_for=entry.substitute_for,
                )
                yield row, holding(scene, entry.person, role) if role else None


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
    return titled and len(line) < 80 and is_post(line.strip()) and not parse_person(line)


def _council(scene: Scene, line: Span) -> Mention | None:
    """The council that the members below a line sit for."""
    found = sent_by(scene.text(line))
    if found is None:
        return None
    span = Span(start=line.start + found.start("body"), end=line.start + found.end("body"))
    return Mention(kind="organisation", name=squash(found["body"]), span=span, rule="attendance-affiliation")


def _entries(scene: Scene, start: int, end: int, context: ListContext) -> Iterator[tuple[Entry, Span, bool]]:
    """(entry, its span, whether it is alone on the line)."""
    text = scene.folded[start:end]
    if INSTEAD.match(text):
        return
    if (body := body_before(text)) and context.names.kind != "councillor":
        inside = Span(start=start, end=start + body.end("body"))
        kind = "directorate" if DIRECTORATE.search(body["body"]) else "organisation"
        mention = Mention(kind=kind, name=squash(body["body"]).strip("+ "), span=inside, rule="attendance-affiliation")  # type: ignore[arg-type]
        other = replace(context.names, kind="other") if context.names.kind is None else context.names
        context = replace(context, organisation=mention, names=other)
        start, text = start + body.end(), text[body.end() :]
    if same := _dittos(text):
        context = replace(context, elected=context.elected or context.has_titles)
    chunks = same or chunks_of(text) or split_people(text)
    elected, civil = context.elected, False
    found: list[tuple[Entry, Span]] = []
    closes = False  # "Councillors A Lee and B Shah, C Dale": who follows the last of them is none
    for n, (a, b) in enumerate(chunks):
        if closes and ALSO.search(context.label) and not context.elected:
            elected = False
        closes = elected and n > 0 and text[chunks[n - 1][1] : a].strip(" ,\n") in ("and", "&")
        if plural := PLURAL_TITLE.match(text[a:b]):
            elected = True
            civil = bool(CIVIL.match(text[a + plural.end() : b].lstrip(" .:")))  # "Cllrs Mrs A Ames, Mr B Bird"
        elif not context.elected and (
            OFFICER_POST.search(text[a:b]) or (not civil and _turns([text[c:d] for c, d in chunks if c >= a]))
        ):
            elected = False
        beside = replace(context, elected=elected)
        if OF_CLERK.search(text[a:b]) and not ELECTED.search(text[a:b]):
            beside = replace(context, elected=False, names=replace(context.names, kind=None))
        entry = read_entry(scene, start + a, start + b, beside)
        if entry is not None:
            found.append((entry, Span(start=start + a, end=start + b)))
    for entry, span in share_posts(scene, found, context):
        # "Welcome and Introduction": where a part of the line is no name, a bare word is none either.
        if len(found) == len(chunks) or len(chunks) > 2 or entry.person.detail or len(entry.person.name.split()) > 1:
            yield entry, span, len(chunks) == 1


def _dittos(text: str) -> list[tuple[int, int]]:
    """The names of a line under others, where marks stand for the title above: '"  Ann Lee   "  Bob Shah'."""
    marks = list(DITTO.finditer(text))
    if not marks or text[: marks[0].start()].strip():
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [(a.end(), a.end() + len(text[a.end() : b].rstrip())) for a, b in zip(marks, ends, strict=True)]


def _by_custom(lines: list[str]) -> bool:
    """Are men listed without a title and women with theirs: "C.M. Ray, Mrs M.J. Ray, D.G. Lee"?"""
    pieces = [line[a:b] for line in lines for a, b in split_people(line)]
    civil = [piece for piece in pieces if CIVIL.match(piece) and not CLERGY.match(piece)]
    bare = [piece for piece in pieces if BARE.match(piece)]
    return bool(civil) and all(WOMAN.match(piece) for piece in civil) and len(bare) >= len(civil)


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
    if lead and not OFFICER_POST.search(lead["directorate"]) and not re.match(TITLES, text):
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
    if not (SENTENCE.search(text) or PUBLIC.search(text)) and not any(line.overlaps(one.span) for one in told):
        yield line.start, line.end
        return
    at = line.start
    for start, end in sentences(text):
        span = Span(start=line.start + start, end=line.start + end)
        words = scene.text(span)
        counts = [(found.start(), found.end()) for found in COUNT.finditer(words)]
        if any(span.overlaps(one.span) for one in told) and not CAME.search(words) or SENTENCE.search(words):
            counts = [(0, len(words))]
        for begin, stop in counts:
            if scene.folded[at : span.start + begin].strip():
                yield at, span.start + begin
            at = span.start + stop if AND_MORE.match(words, stop) else span.end
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


def holding(scene: Scene, person: Mention, role: Mention) -> PostHolding:
    span = Span(
        start=min(person.span.start, role.span.start or person.span.start), end=max(person.span.end, role.span.end)
    )
    post = role if role.span.end else Mention(kind="post", name=role.name, span=person.span, rule=role.rule)
    return PostHolding(person=person, post=post, span=span, rule=role.rule, meeting=scene.meeting)


def _status(entry: str, status: AttendanceStatus) -> AttendanceStatus:
    """What an entry says of itself counts before its list: "Cllr M Zed (apologies)" among those present."""
    said = SAID.search(entry)
    if said is None or status != "present":
        return status
    return "apologies" if "apolog" in said.group().lower() else "absent"
