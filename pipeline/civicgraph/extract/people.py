"""Who was there and who holds which post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.extract.bodies import HEADS as BODY_HEADS
from civicgraph.extract.posts import HEADS as POST_HEADS
from civicgraph.extract.posts import find_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attendance, AttendanceStatus, AttendeeKind, Mention, NameList, PostHolding, Span
from civicgraph.values.names import find_people, is_given_name, parse_person, split_people
from civicgraph.values.text import fold, squash

BRACKET = re.compile(r"\(([^()\n]{1,120}(?:\n[^()\n]{1,80})?)\)")
SUBSTITUTE = re.compile(
    r"\bsub(?:stitut(?:e|es|ing|ed))?\.?\b(?:\s*(?:member)?\s*(?:for|:|-)\s*(?P<name>[^)]{3,60}))?", re.I
)
SUBSTITUTE_PROSE = re.compile(
    r"(?:\bsubstitut(?:e|ed|ing)(?: member)? (?:for|on behalf of)|\bas (?:a )?substitute for|\bin (?:the )?place of|\bin the absence of)\s+",
    re.I,
)
DASH = re.compile(r"\s+[-]\s+|(?<=\w)\s*-\s+(?=[A-Z])|,\s+(?=[A-Z(])|:\s+")
ELECTED = re.compile(
    r"\b(?:Councillors?|Cllrs?\b\.?|Cmhlr|Alderman|Ald\b|Lord Mayor|Baillie|Bailie|Provost|Cathaoirleach)", re.I
)
CHAIR_LABEL = re.compile(r"\bin the chair\b", re.I)
IGNORED = re.compile(
    r"^(?:virtual(?:ly)?|remote(?:ly)?|via .{2,20}|zoom|teams|from .{3,30}|until .{3,30}|left .{3,40}|arrived .{3,40}|items? .{1,30}|minutes? .{1,40}|for .{3,60}|part|in part|ex[- ]officio|[A-Z][a-z]{2,3}|Lab(?:our)?|Con(?:servative)?|LD|Lib ?Dem|Ind(?:ependent)?|Green|SNP|DUP|UUP|SF|SDLP|ALL(?:IANCE)?|PC|UKIP|[MF]|\w{1,2}|online|voting|non-voting|item \d+.{0,20})$",
    re.I,
)
CHAIRING = re.compile(
    r"^(?:(?:Vice|Deputy|Acting|Temporary|Co|Joint)[- ]?)?(?:Chair(?:man|woman|person)?|Mayor|Leader|Convenor|Convener|Cathaoirleach|Leas-?Chathaoirleach|Provost)\b.{0,80}",
    re.I,
)
OFFICER_POST = re.compile(
    r"\b(?:Clerk|Officer|Director|Manager|Solicitor|Engineer|Accountant|Counsel|Administrator|Head of|Chief Executive|Planner|Surveyor|Analyst|Treasurer|Auditor|Lawyer|SEO|S\.E\.|A/S)\b"
)
OUTSIDE = re.compile(
    r"\b(?:Police|NHS|Trust|University|College|Superintendent|Inspector|Sergeant|Constable|PCSO|Garda|Ltd|Limited|Association|Chamber|Healthwatch|Member of (?:the )?public|Resident|Auditor|MP|MSP|MLA|TD)\b"
)
DIRECTORATE = re.compile(
    r"\b(?:Directorate|Department|Services?|Team|Division|Unit|Finance|Legal|Place|People|Resources)\b"
)
LED_BY_DIRECTORATE = re.compile(
    r"^(?P<directorate>[A-Z][A-Za-z&,' -]{2,60}?)(?::\s*|\s+(?=[A-Z]\.?\s?(?:[A-Z]\.?\s?)?[A-Z][a-z'-]+))(?=\S)"
)
APOLOGY = re.compile(r"\bapolog(?:y|ies)\b", re.I)
FROM = re.compile(r"\b(?:from|on behalf of|by|for)\b\s*:?\s*", re.I)
SENT = re.compile(
    r"^(?P<who>.{3,200}?)\s+(?:had\s+)?(?:sent|gave|given|submitted|tendered|offered|has sent|has given|conveyed)\s+(?:his |her |their )?apolog",
    re.I | re.S,
)
NO_APOLOGY = re.compile(
    r"\b(?:no apologies|there were none|none received|apologies for lateness|late arrival|for lateness|to receive apologies|apologies? (?:was|were) made|apologised for)\b",
    re.I,
)
STATES = re.compile(r"\b(?:also|present|attendance|attending|in|the|attended)\b", re.I)
LOWER_POST = re.compile(
    r",?\s+(?:who\s+(?:is|was)\s+(?:now\s+)?(?:the|a|an)?|is\s+the|was\s+appointed\s+(?:as\s+)?(?:the\s+)?)\s*(?P<post>(?:[A-Z]?[\w'-]+\s+){0,5}?(?:advis[eo]r|director|manager|chair(?:man|person)?|commissioner|clerk|leader|secretary|treasurer|officer))\b"
)
NAME_END = re.compile(
    r"(?P<name>(?:(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor|Prof|Rev|Reverend|Chief Inspector|Superintendent|Inspector|Sergeant)\.?\s+)?(?:[A-Z](?:\.\s?|\s)|[A-Z][a-z'\u00c0-\u024f-]+\s+){1,3}(?:(?:de|van|von|der|den|la|du|Mac|Mc|O')\s?)?[A-Z][\w'\u00c0-\u024f-]+)\s*(?:,|\(|-|:)?\s*(?:the\s+|who is\s+(?:the\s+)?)?$"
)
NAME_START = re.compile(
    r"\s*(?:[,:(-]\s*)?(?P<name>(?:(?:Councillor|Cllr\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor|Prof)\.?\s+)?(?:[A-Z](?:\.\s?|\s)|[A-Z][a-z'\u00c0-\u024f-]+\s+){0,3}(?:(?:de|van|von|der|den|la|du|Mac|Mc|O')\s?)?[A-Z][\w'\u00c0-\u024f-]+)"
)
NAME_COLUMN = re.compile(r"\bname\b|^(?:officer|contributor|author|member)s?\b", re.I)
POST_COLUMN = re.compile(r"^(?:job )?(?:title|post|position|role|designation|job title)\b", re.I)


def person_mention(scene_text: str, start: int, end: int, rule: str, *, listed: bool = False) -> Mention | None:
    """A person, where the words are a name."""
    words = scene_text[start:end]
    name = parse_person(words, listed=listed)
    if name is None or not name.surname:
        return None
    return Mention(
        kind="person",
        name=squash(words).strip(" .,;:"),
        span=Span(start=start, end=end),
        rule=rule,
        detail=name.honorific,
    )


# -- attendance --------------------------------------------------------------------------------------------------------


def find_attendance(scene: Scene) -> tuple[list[Attendance], list[PostHolding]]:
    """From the lists of names, and from sentences that give apologies; a person counts once for each status."""
    if scene.meeting is None:
        return [], []
    rows: list[Attendance] = []
    posts: list[PostHolding] = []
    for names in scene.part.names:
        for row, holding in _listed(scene, names):
            rows.append(row)
            posts += [holding] if holding else []
    for row in _apologies(scene):
        if not any(_same(row, other) for other in rows):
            rows.append(row)
    return _once(rows), posts


def _listed(scene: Scene, names: NameList) -> Iterator[tuple[Attendance, PostHolding | None]]:
    label = names.label.text if names.label else ""
    role_of_label = _role_of(label)
    directorate: Mention | None = None
    for line in names.lines:
        text = scene.text(line)
        if names.status == "apologies" and APOLOGY.search(text) and FROM.search(text):
            continue  # a sentence, read below
        offset = line.start
        if names.kind == "officer":
            lead = LED_BY_DIRECTORATE.match(text)
            first = (lead.group("directorate").split() or [""])[0] if lead else ""
            if lead and not is_given_name(first) and not parse_person(lead.group("directorate")):
                directorate = Mention(
                    kind="directorate", name=squash(lead.group("directorate")), rule="attendance-directorate",
                    span=Span(start=offset, end=offset + lead.end("directorate")),
                )  # fmt: skip
                offset, text = offset + lead.end(), text[lead.end() :]
        chunks = split_people(text)
        if names.kind == "officer" and len(chunks) == 1 and not parse_person(text, listed=False):
            if len(text) < 50 and DIRECTORATE.search(text) and not re.search(r"\d", text) and "(" not in text:
                directorate = Mention(
                    kind="directorate",
                    name=squash(text),
                    rule="attendance-directorate",
                    span=Span(start=offset, end=offset + len(text)),
                )
                continue
        for start, end in chunks:
            found = _entry(scene, offset + start, offset + end, names)
            if found is None:
                continue
            person, role, organisation, substitute, kind = found
            role = role or (role_of_label if len(chunks) == 1 and len(names.lines) == 1 else None)
            status: AttendanceStatus = names.status
            yield (
                Attendance(
                    meeting=scene.meeting or 0,
                    person=person,
                    kind=kind,
                    status=status,
                    span=Span(start=offset + start, end=offset + end),
                    rule="attendance-list",
                    role=role.name if role else "",
                    organisation=organisation or (directorate if kind == "officer" else None),
                    substitute_for=substitute,
                ),
                _holding(scene, person, role) if role else None,
            )


def _entry(
    scene: Scene, start: int, end: int, names: NameList
) -> tuple[Mention, Mention | None, Mention | None, Mention | None, AttendeeKind] | None:
    """(person, role, organisation, substitute for, kind) of one entry of a list."""
    text = scene.folded[start:end]
    role = organisation = substitute = None
    turned = re.match(
        r"^(?P<post>[^()\n]{3,120}?)\s*\((?P<who>(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Chief (?:Superintendent|Inspector)|Supt|Garda)\.? [^()]{3,40})\)",
        text,
    )
    if turned:  # "Meetings Administrator (Mr. M. Leahy)"
        person = person_mention(
            scene.folded, start + turned.start("who"), start + turned.end("who"), "attendance-list", listed=True
        )
        role = _post(scene, start, start + turned.end("post"))
    else:
        bare = re.split(r"\s*\(", text, maxsplit=1)[0]
        cut = DASH.search(bare)
        stop = start + (cut.start() if cut and parse_person(bare[: cut.start()], listed=True) else len(bare))
        person = person_mention(
            scene.folded,
            start,
            stop,
            "attendance-list",
            listed=names.kind is not None or names.status != "present" or bool(scene.part.names),
        )
        if person is not None and cut and stop - start == cut.start():
            rest = bare[cut.end() :].strip(" ,")
            if rest and not IGNORED.match(rest) and (POST_HEADS.search(rest) or CHAIRING.match(rest)):
                role = _post(scene, start + cut.end(), start + len(bare))
            elif rest and DIRECTORATE.search(rest):
                organisation = _affiliation(scene, start + cut.end(), start + len(bare))
    if person is None:
        return None
    for found in BRACKET.finditer(text) if not turned else ():
        inner = found.group(1).strip()
        a, b = start + found.start(1), start + found.end(1)
        if sub := SUBSTITUTE.search(inner):
            if sub.group("name"):
                at = a + len(found.group(1)) - len(found.group(1).lstrip()) + sub.start("name")
                substitute = person_mention(
                    scene.folded, at, a + len(found.group(1).rstrip()), "attendance-substitute", listed=True
                )
        elif IGNORED.match(inner):
            continue
        elif (
            CHAIRING.match(inner)
            or POST_HEADS.search(inner)
            or re.match(r"(?:Shadow |Deputy )?(?:Cabinet|Executive) Member", inner)
        ):
            role = role or _post(scene, a, b)
        elif DIRECTORATE.search(inner) or OUTSIDE.search(inner) or inner.isupper():
            organisation = _affiliation(scene, a, b)
    return person, role, organisation, substitute, _kind(person, role, organisation, names)


def _kind(person: Mention, role: Mention | None, organisation: Mention | None, names: NameList) -> AttendeeKind:
    """Councillor, officer, co-opted or other: the person's own title first, then the label, then the post."""
    if ELECTED.search(person.name) or ELECTED.search(person.detail):
        return "councillor"
    post = role.name if role else ""
    label = names.label.text.lower() if names.label else ""
    if organisation and OUTSIDE.search(organisation.name) or OUTSIDE.search(post):
        return "other"
    if names.kind and names.kind != "councillor":
        return names.kind
    if re.search(r"co-?opt", post, re.I):
        return "co-opted"
    if OFFICER_POST.search(post):
        return "officer"
    if names.kind == "councillor" or re.match(r"^(?:members? )?(?:present|attended|attendees)", label):
        return "councillor"
    if re.search(r"\b(?:in attendance|attending)\b", label):
        return "officer" if not organisation or DIRECTORATE.search(organisation.name) else "other"
    return "councillor" if names.status != "present" else "other"


def _post(scene: Scene, start: int, end: int) -> Mention:
    text = scene.folded[start:end]
    start += len(text) - len(text.lstrip(" -:,"))
    end -= len(text) - len(text.rstrip(" .,;:-"))
    return Mention(
        kind="post",
        name=squash(scene.folded[start:end]),
        span=Span(start=start, end=max(start, end)),
        rule="attendance-role",
    )


def _affiliation(scene: Scene, start: int, end: int) -> Mention:
    name = squash(scene.folded[start:end]).strip(" .,;:")
    kind = "directorate" if DIRECTORATE.search(name) and not OUTSIDE.search(name) else "organisation"
    return Mention(kind=kind, name=name, span=Span(start=start, end=end), rule="attendance-affiliation")  # type: ignore[arg-type]


def _role_of(label: str) -> Mention | None:
    """The post that a label in the singular gives to the one under it: "Shadow Cabinet Member Present"."""
    if CHAIR_LABEL.search(label):
        return Mention(kind="post", name="Chair", span=Span(start=0, end=0), rule="attendance-label")
    words = squash(STATES.sub(" ", label))
    if re.fullmatch(
        r"(?:(?:Shadow|Deputy|Lead) )*(?:Cabinet|Executive) Member|Clerk(?: to the Council)?|Chair(?:man|person)?|(?:Lord )?Mayor",
        words,
    ):
        return Mention(kind="post", name=words, span=Span(start=0, end=0), rule="attendance-label")
    return None


def _holding(scene: Scene, person: Mention, role: Mention) -> PostHolding:
    span = Span(
        start=min(person.span.start, role.span.start or person.span.start), end=max(person.span.end, role.span.end)
    )
    post = role if role.span.end else Mention(kind="post", name=role.name, span=person.span, rule=role.rule)
    return PostHolding(person=person, post=post, span=span, rule=role.rule, meeting=scene.meeting)


def _apologies(scene: Scene) -> Iterator[Attendance]:
    """Sentences that give apologies, wherever they stand: in the block of names or under an item of their own."""
    for _, block in scene.blocks():
        text = scene.text(block.span)
        if len(text) > 3000 or not APOLOGY.search(text):
            continue
        for start, end in sentences(text):
            sentence = text[start:end]
            if not APOLOGY.search(sentence) or NO_APOLOGY.search(sentence):
                continue
            sent = SENT.match(sentence)
            link = None
            if not sent:
                cue = APOLOGY.search(sentence)
                link = FROM.search(sentence, cue.end()) if cue else None
                while link and re.match(
                    r"(?:absence|his|her|their|the meeting|inability|not|being)\b", sentence[link.end() :], re.I
                ):
                    link = FROM.search(sentence, link.end())
            if not sent and not link:
                continue
            a = 0 if sent else (link.end() if link else 0)
            b = sent.end("who") if sent else len(sentence)
            stop = SUBSTITUTE_PROSE.search(sentence, a) or re.search(
                r"\b(?:and (?:that )?[A-Z][\w .]{2,40} (?:was|were|substitut|attend)|with .{3,60} substituting|who |due to|because|as (?:he|she|they)|;)",
                sentence[a:],
            )
            if stop:
                b = min(b, stop.start() + (0 if stop.re is SUBSTITUTE_PROSE else a))
            for x, y in split_people(sentence[a:b]):
                person = person_mention(
                    scene.folded,
                    block.span.start + start + a + x,
                    block.span.start + start + a + y,
                    "apologies-sentence",
                    listed=True,
                )
                if person is None or BODY_HEADS.search(person.name):
                    continue
                head = scene.folded[block.span.start + start + a : block.span.start + start + a + 14]
                elected = (
                    ELECTED.search(person.name)
                    or ELECTED.match(head.lstrip())
                    and not re.match(r"(?:Mr|Mrs|Ms|Dr|Miss)\b", person.name)
                )
                officer = (
                    POST_HEADS.search(scene.folded[person.span.end : person.span.end + 60].split(",")[0])
                    if not elected
                    else None
                )
                kind: AttendeeKind = "councillor" if elected or not officer else "officer"
                yield Attendance(
                    meeting=scene.meeting or 0, person=person, kind=kind, status="apologies",
                    span=Span(start=block.span.start + start, end=block.span.start + end), rule="apologies-sentence",
                )  # fmt: skip


def _same(a: Attendance, b: Attendance) -> bool:
    first, second = parse_person(a.person.name, listed=True), parse_person(b.person.name, listed=True)
    if first is None or second is None:
        return squash(a.person.name) == squash(b.person.name)
    return first.surname.lower() == second.surname.lower() and (
        not first.initials or not second.initials or first.initials[0] == second.initials[0]
    )


def _once(rows: list[Attendance]) -> list[Attendance]:
    out: list[Attendance] = []
    for row in rows:
        if not any(_same(row, other) and row.status == other.status for other in out):
            out.append(row)
    return out


# -- posts in prose and tables -----------------------------------------------------------------------------------------


def find_holdings(scene: Scene) -> list[PostHolding]:
    """Person and post side by side: "Bev Messinger, Director of …", "Listing Officer: N MacDonald", rows of a table."""
    out: list[PostHolding] = []
    listed = [span for names in scene.part.names for span in names.lines]
    columns: tuple[int, int] | None = None
    for _, block in scene.blocks():
        if block.kind == "row":
            columns, found = _row(scene, block.cells, columns)
            out += [found] if found else []
            continue
        if block.span.end - block.span.start > 90:
            columns = None  # a short line between rows divides a table, it does not end it
        if any(span.overlaps(block.span) for span in listed):
            continue
        out += _beside(scene, block.span)
    return out


def _row(
    scene: Scene, cells: tuple[Span, ...], columns: tuple[int, int] | None
) -> tuple[tuple[int, int] | None, PostHolding | None]:
    texts = [squash(scene.text(c)) for c in cells]
    name = next((i for i, t in enumerate(texts) if NAME_COLUMN.search(t) and len(t) < 60), None)
    post = next((i for i, t in enumerate(texts) if POST_COLUMN.match(t)), None)
    if name is not None and post is not None and name != post:
        return (name, post), None
    if columns is None or max(columns) >= len(cells):
        return columns, None
    who, what = cells[columns[0]], cells[columns[1]]
    lead = re.match(r"^[A-Z][A-Za-z ]{2,30}:\s*", scene.text(who))
    person = person_mention(scene.folded, who.start + (lead.end() if lead else 0), who.end, "post-table", listed=True)
    if (
        person is None
        or not texts[columns[1]]
        or parse_person(texts[columns[1]])
        or not POST_HEADS.search(texts[columns[1]] + " ")
    ):
        return columns, None
    post_mention = Mention(kind="post", name=texts[columns[1]], span=what, rule="post-table")
    span = Span(start=who.start, end=max(who.end, what.end))
    return columns, PostHolding(person=person, post=post_mention, span=span, rule="post-table", meeting=scene.meeting)


def _beside(scene: Scene, span: Span) -> Iterator[PostHolding]:
    text = scene.text(span)
    for post in find_posts(text, span.start):
        a, b = post.span.start - span.start, post.span.end - span.start
        before = NAME_END.search(text[max(0, a - 70) : a])
        person = None
        if before:
            base = span.start + max(0, a - 70)
            person = person_mention(
                scene.folded,
                base + before.start("name"),
                base + before.end("name"),
                "post-beside",
                listed=_opens(text, max(0, a - 70) + before.start("name")),
            )
        if (
            person is None
            and (after := NAME_START.match(text, b))
            and _introduces(text[b : after.start("name")], after.group("name"))
        ):
            person = person_mention(
                scene.folded, span.start + after.start("name"), span.start + after.end("name"), "post-beside"
            )
        if person is None or POST_HEADS.search(person.name) or BODY_HEADS.search(person.name):
            continue
        if any(w in ("Cabinet", "Member", "Council", "City", "Service", "Services") for w in person.name.split()):
            continue
        whole = Span(start=min(person.span.start, post.span.start), end=max(person.span.end, post.span.end))
        former = bool(
            re.search(
                r"\b(?:former|formerly|previous|his time|her time|then)\b[^.]{0,40}$", text[max(0, a - 45) : a], re.I
            )
        )
        yield PostHolding(
            person=person, post=post, span=whole, rule="post-beside", meeting=scene.meeting, former=former
        )
    for found in find_people(text):
        if stated := LOWER_POST.match(text, found.end):
            person = person_mention(scene.folded, span.start + found.start, span.start + found.end, "post-stated")
            if person:
                at = Span(start=span.start + stated.start("post"), end=span.start + stated.end("post"))
                post = Mention(kind="post", name=squash(stated.group("post")), span=at, rule="post-stated")
                yield PostHolding(
                    person=person,
                    post=post,
                    span=Span(start=person.span.start, end=at.end),
                    rule="post-stated",
                    meeting=scene.meeting,
                )


def _opens(text: str, at: int) -> bool:
    """Does a name stand where a person is introduced: at the start of a line or after "and"?"""
    return bool(re.search(r"(?:^|\n|:\s*|\band\s+|;\s*)$", text[max(0, at - 6) : at]))


def _introduces(between: str, name: str) -> bool:
    """May the name after a post be its holder's? A bare comma or space needs a title, an initial or a known given name."""
    first = fold(name).split()[0]
    titled = bool(re.match(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof)", first))
    if "\n" in between and ":" not in between:
        return False
    return (
        titled
        or ":" in between
        or bool(re.match(r"[A-Z]\.?$", first))
        or (len(name.split()) > 1 and is_given_name(first) and "," not in between)
    )
