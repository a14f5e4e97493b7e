"""Apologies: the sentence that gives them, the list that it opens, and the bare names under the item "Apologies"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from civicgraph.extract.names.bodies import HEADS as BODY_HEADS
from civicgraph.extract.people.beside import ELECTED_POST, OFFICER_POST, OUTSIDE
from civicgraph.extract.people.context import CIVIL, ListContext
from civicgraph.extract.people.entries import Entry, read_entry
from civicgraph.extract.people.person import is_person
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Attendance, AttendanceStatus, AttendeeKind, NameList, PostHolding, Span
from civicgraph.values import honorifics
from civicgraph.values.names import parse_person
from civicgraph.values.people import split_people

APOLOGY = re.compile(
    r"\bapolog(?:y|ies|ises(?=\s+(?:for absence\s+)?(?:was|were|had)\b)"
    r"|ised(?=\s*(?:\.|$)|\s+for\s+(?:non-attendance|(?:his|her|their)\s+(?:absence|inability|non))))\b",
    re.I,
)
FROM = re.compile(r"\b(?:from|on behalf of|by|for|(?<=apologies )of)\b\s*:?\s*", re.I)
# After "for" or "by", what no person is: "apologies for absence", "for the meeting".
NOT_FROM = re.compile(
    r"(?:absence\w{0,4}|his|her|their|the meeting|inability|not|being|non-attendance|lateness)\b", re.I
)
SENT = re.compile(
    r"^(?:[^;]{0,199}\s-\s)?(?P<who>\S.{2,199}?)\s++"
    r"(?:(?:had\s+|having\s+)?(?:sent|gave|given|presented|submitted|tendered|offered|has sent"
    r"|has given|conveyed)\s+(?:his |her |their )?apolog|(?:(?:had|also)\s+)?apologised\b)",
    re.I | re.S,
)
NO_APOLOGY = re.compile(
    r"\b(?:no apologies|there were none|none received|apologies for lateness|late arrival|for lateness"
    r"|to receive (?:any )?apologies"
    r"|apologies? (?:was|were) made|apologised for(?! (?:non-att|(?:his|her|their) (?:absence|inability|non))))\b",
    re.I,
)
# Who is late comes: "apologies from Councillor Ames for lateness".
LATE = re.compile(r"\bfor\s+(?:lateness|late\s+arrival|(?:being|arriving|(?:his|her|their))\s+late)\b", re.I)
STOP = re.compile(
    r"\b(?:substitut(?:e|ed|ing)(?: member)? (?:for|on behalf of)|as (?:a )?substitute for|in (?:the )?place of"
    r"|in the absence of)\s+"
    r"|\b(?:and (?:that )?[A-Z](?:(?! who\b)[\w .]){2,40} (?:(?:was|were)(?! (?:duly )?(?:noted|received|accepted"
    r"|recorded|given|approved|sent|submitted|tendered))|substitut|attend|declared)|with .{3,80}(?:substitut|attend"
    r"|deputi)|(?<!\()who |\(who (?!(?:was |is |ha[sd] been )?(?:replaced|substituted) by )|due to"
    r"|because|but (?:it|that|he|she|they)\b"
    r"|for (?:[a-z]+ ){0,3}reasons?\b|for (?:absence|non-attendance)\b"
    r"|as (?:he|she|they)|for whom\b|and (?:an )?apolog(?:y|ies) for (?:late|partial)"
    r"|and (?:the|their|his|her) (?:reasons?|apolog\w+)\b"
    r"|(?:was|were) (?:noted|received|accepted|recorded|given|approved)\b)|;",
)
WITHOUT = re.compile(r"\bwithout apolog", re.I)
ABOUT = re.compile(r"\bapolog|\babsen[ctn]|\bymddiheur", re.I)
# Who came instead stands between: "… Councillor Ames, for whom Councillor Dent substituted, and from Mr Cole".
# "… Councillor Ames due to work, Councillor Dent due to illness and Councillor Evans …"
RESUMES = re.compile(
    r"(?:[,;]\s{0,3}|\s)and\s+(?:also\s+)?(?:from|on behalf of)\s+(?=[A-Z])"
    rf"|[,;]\s{{1,3}}from\s+(?=(?-i:{honorifics.MEMBER_S})\b)"
    rf"|(?:[,;]\s{{1,3}}(?:and\s+)?|\sand\s+(?:also\s+)?)(?=(?-i:{honorifics.MEMBER_S})\b"
    r"(?![^,;]{2,60}\b(?:attend|substitut|deputi|was|were|who)))",
    re.I,
)
AGAIN = re.compile(r"(?:also\s+)?(?:from|on behalf of)\s+", re.I)
LABEL = re.compile(r"^(?:minutes|decisions?|additional documents|supporting documents|resolved|noted)\s*:?\s*$", re.I)
MEMBER_FIRST = re.compile(rf"(?:\w+ )?{honorifics.MEMBER}\b")
HEADED = re.compile(rf"{honorifics.MEMBERS}\b")
SURNAME = re.compile(r"(?:[A-Z]\.?\s?){0,3}[A-Z][a-z][\w'-]{1,24}")
POLICE = re.compile(rf"{honorifics.POLICE}\b")
TOLD = re.compile(r"\b(?!ferch\b|della\b)[a-z]{4,}\b")  # in no name: "absent for the AGM, however attended …"
# Under the heading: "… were received from: Councillors Ames and Bright".
RECEIVED = re.compile(
    r"(?:(?:was|were|had been|have been)\s+)?(?:received|given|sent|submitted|accepted|noted|tendered|recorded)\s+"
    r"(?:from|by|for|on behalf of)\s*:?\s*",
    re.I,
)
# "Apologies - Ref 24/104: Councillors …": the minute's number behind its title.
REFERENCE = re.compile(r"[\s(-]{0,4}(?:min(?:ute)?s?\.?\s)?(?:ref\.?|no\.?)?\s?\d{1,4}/\d{1,5}\)?\s?[:.-]?\s", re.I)
BEHIND = re.compile(r"(?<=[a-z)])\.\s+(?=(?:The|It|There|These|All|Apologies)\s)")
FOR_WHOM = re.compile(rf"\bfor {honorifics.MEMBER_S}\b")  # "Cllr Ash for Cllr Birch": who came
# "… and the NHS representatives Ann Lee and Bob Shah", "from invited attendees Ann Lee": members of nothing here.
GUESTS = re.compile(
    r"(?:^|[,;]\s+|\band\s+)(?:(?:the|invited|of|for|[A-Z][\w&'-]*)\s+){0,8}"
    r"(?P<who>representatives?|attendees?|guests?|advis[eo]rs?|officers?):?\s+(?=[A-Z][\w.'-]*\s[A-Z])"
)
SERVICE = re.compile(r"\b(?:NHS|Healthwatch)\b")  # "Ms B Lee, NHS Anyshire", and no second name
# "Cllr Mrs A Lee due to illness, Cllr B Hill owing to work": a reason for each.
REASON = re.compile(r"\s(?:due to|because of|owing to)\b[^,;.()]{0,60}")
LISTED = NameList(label=None, kind=None, status="apologies", lines=())
CONTEXT = ListContext(names=LISTED, label="Apologies", listed=True, has_titles=False)


def find_apologies(scene: Scene) -> tuple[list[Attendance], list[PostHolding]]:
    """Those who sent apologies, wherever a sentence says so; and the posts beside their names."""
    rows: list[Attendance] = []
    posts: list[PostHolding] = []
    named = False  # have members their title in the sentence, or in one before it?
    told: list[tuple[int, int, Span, bool, AttendanceStatus]] = [(*one, "apologies") for one in _told(scene)]
    for start, end, whole, sure, status, guests in _without_guests(scene, (*told, *_bare(scene))):
        pieces = split_people(scene.folded[start:end])
        context = replace(CONTEXT, elected=bool(HEADED.match(scene.folded, start, end)))
        titled = sum(bool(MEMBER_FIRST.match(scene.folded, start + a, start + b)) for a, b in pieces)
        named = named or titled > 0 or context.elected
        for a, b in pieces:
            again = AGAIN.match(scene.folded, start + a, start + b)  # "… and from Councillors Dent and Evans"
            a = again.end() - start if again else a
            words = scene.folded[start + a : start + b]
            if not sure and not is_person(words.split("(")[0].split(",")[0]):
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
            kind = guests if guests and not entry.person.detail.endswith("Councillor") else kind
            rows.append(
                Attendance(
                    meeting=scene.meeting or 0, person=entry.person, kind=kind, status=status, span=whole,
                    rule="apologies-sentence", role=entry.role.name if entry.role else "",
                    organisation=entry.organisation,
                )
            )  # fmt: skip
            if entry.substitute_for:  # "Councillor Dent (substitute: Councillor Line)"
                rows.append(
                    Attendance(
                        meeting=scene.meeting or 0, person=entry.substitute_for, kind=kind, status="present",
                        span=whole, rule="apologies-substitute", substitute_for=entry.person,
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


def _without_guests(
    scene: Scene, told: Iterable[tuple[int, int, Span, bool, AttendanceStatus]]
) -> Iterator[tuple[int, int, Span, bool, AttendanceStatus, AttendeeKind | None]]:
    """The names of members, and apart from them those of others whom the same sentence calls so, with their kind."""
    for start, end, whole, sure, status in told:
        guests = GUESTS.search(scene.folded[start:end])
        yield start, start + guests.start() if guests else end, whole, sure, status, None
        if guests:
            kind: AttendeeKind = "officer" if guests["who"].startswith("officer") else "other"
            yield start + guests.end(), end, whole, sure, status, kind


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


def _told(scene: Scene) -> Iterator[tuple[int, int, Span, bool]]:
    """(start and end of the names, the sentence, True) of each sentence that gives apologies."""
    blocks = scene.blocks()
    for n, (_, block) in enumerate(blocks):
        text = scene.text(block.words)
        if len(text) > 3000 or not APOLOGY.search(text):
            continue
        for start, end in sentences(text):
            sentence = text[start:end]
            if sentence.startswith("("):
                sentence = sentence.rstrip(" .").removesuffix(")")  # "(Apologies were received from Councillor Ames)."
            names = _names_in(sentence) if APOLOGY.search(sentence) else None
            if LATE.search(sentence) and not re.search(r"\babsen", sentence, re.I):
                continue
            if names is None or (no := NO_APOLOGY.search(sentence)) and not 0 < names[0] < no.start():
                continue
            at = block.words.start + start
            for more in RESUMES.finditer(sentence, names[1]):
                cut = STOP.search(sentence, more.end())
                until = at + (cut.start() if cut else len(sentence))
                yield at + more.end(), until, Span(start=at, end=block.words.start + end), True
            if sentence[names[0] : names[1]].strip(" :"):
                yield at + names[0], at + names[1], Span(start=at, end=block.words.start + end), True
            elif sentence.rstrip().endswith((":", "from", "of")):
                for _, below in blocks[n + 1 : n + 14]:  # "Apologies were received from:" over a list
                    words = scene.text(below.words)
                    if not is_person(re.split(r"[,;(]| for whom| who ", words, maxsplit=1)[0]):
                        break
                    cut = STOP.search(words)
                    ends = below.words.start + (cut.start() if cut else len(words))
                    yield below.words.start, ends, below.span, True


def _names_in(sentence: str) -> tuple[int, int] | None:
    """Where the names stand in a sentence that gives apologies."""
    if sent := SENT.match(sentence):
        return sent.span("who")
    cue = APOLOGY.search(sentence)
    link = FROM.search(sentence, cue.end()) if cue else None
    while link and NOT_FROM.match(sentence, link.end()):
        link = FROM.search(sentence, link.end())
    if link is None:
        return None
    stop = STOP.search(sentence, link.end())
    return link.end(), stop.start() if stop else len(sentence)


def _bare(scene: Scene) -> Iterator[tuple[int, int, Span, bool, AttendanceStatus]]:
    """Names and nothing else under the item: "3. Apologies: Cllr Mawdley", "Minutes: Cllr A King."; "Absent without
    apologies: Cllr Dale" says which they are."""
    for item in scene.part.items:
        if not ABOUT.search(item.title.text):
            continue
        status: AttendanceStatus = "absent" if WITHOUT.search(item.title.text) else "apologies"
        for _, block in scene.blocks(item)[:6]:
            start = (
                max(block.words.start, item.title.span.end)
                if block.span.start < item.title.span.end
                else block.words.start
            )
            reference = REFERENCE.match(scene.folded, start, block.words.end)
            start = reference.end() if reference else start
            received = RECEIVED.match(scene.folded, start, block.words.end)
            start = received.end() if received else start
            text = scene.folded[start : block.words.end]
            text = BEHIND.split(text, maxsplit=1)[0]  # "Cllr Lee. The Clerk reported that …"
            words = text.strip(" .:-\n")
            if not words or LABEL.match(words) or APOLOGY.search(words) or len(words) > 400:
                continue
            start += len(text) - len(text.lstrip(" .:-\n"))
            if (reasons := list(REASON.finditer(words))) and MEMBER_FIRST.match(words):
                edges = [0, *(edge for reason in reasons for edge in reason.span()), len(words)]
                names = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if words[a:b].strip(" ,;.")]
                if all(is_person(words[a:b].strip(" ,;.\n").removeprefix("and ")) for a, b in names):
                    for a, b in names:
                        yield start + a, start + b, Span(start=start, end=start + len(words)), False, status
                continue
            chunks = split_people(words)
            headed = bool(HEADED.match(words))  # bare surnames: "Councillors V Lee, Goggin and Yallop"
            known = all(
                is_person(words[a:b].split("(")[0].split(",")[0])
                or headed
                and (SURNAME.fullmatch(words[a:b]) or parse_person(words[a:b].split(",")[0], listed=True))
                for a, b in chunks
            )
            if known and not FOR_WHOM.search(words):
                yield start, start + len(words), Span(start=start, end=start + len(words)), headed, status
