"""A line of a list taken apart: without its sentences, by directorate, into the entries of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.extract.people.beside import DIRECTORATE, ELECTED, OFFICER_POST, TITLES
from civicgraph.extract.people.context import ALSO, CIVIL, PLURAL_TITLE, WOMAN, ListContext
from civicgraph.extract.people.entries import Entry, read_entry
from civicgraph.extract.people.post_first import body_before, chunks_of, lines_of
from civicgraph.extract.people.presence import Told
from civicgraph.extract.people.shared import share_posts
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import Mention, Span
from civicgraph.values.names import is_given_name, parse_person
from civicgraph.values.people import split_people
from civicgraph.values.text import fold, squash

LED_BY_DIRECTORATE = re.compile(
    r"^(?P<directorate>[A-Z][A-Za-z&,' -]{2,60}?)(?::\s*|\s+(?=[A-Z]\.?\s?(?:[A-Z]\.?\s?)?[A-Z][a-z'-]+))(?=\S)"
)
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
# "Councillors present: …, Ann Lee (Clerk)": whatever the label, no member.
OF_CLERK = re.compile(r"[A-Za-z'-]{2,}\W{1,3}(?:[A-Za-z][a-z]+ )?(?:[Cc]lerk|RFO)\b")
# Where line feeds are lost, names and then a sentence: "Cllr A Lee Cllr B Shah The Town Clerk was in attendance".
OF_LIST = re.compile(rf"(?:\W*{ELECTED.pattern}[^.]{{2,60}}?){{2}}")
TELLS_NEXT = re.compile(r"(?<=[a-z)])\s(?=(?:The|There)\s[^.;]{2,80}\b(?:was|were)\b)")
CAME = re.compile(r"\((?:who\s+)?(?:joined|arrived|left)\b[^()]{0,60}\)\s{0,3},")  # of one in a list
DITTO = re.compile(r"(?:^|(?<=\s))[\"\u201c\u201d\u3003]\s{1,9}(?=[A-Z])")


def without_sentences(scene: Scene, line: Span, told: list[Told]) -> Iterator[tuple[int, int]]:
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
            if OF_LIST.match(words) and (behind := TELLS_NEXT.search(words)):
                yield span.start, span.start + behind.start()
        for begin, stop in counts:
            if scene.folded[at : span.start + begin].strip():
                yield at, span.start + begin
            at = span.start + stop if AND_MORE.match(words, stop) else span.end
    if scene.folded[at : line.end].strip():
        yield at, line.end


def directorate_lead(scene: Scene, start: int, end: int) -> Mention | None:
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


def entries_in(scene: Scene, start: int, end: int, context: ListContext) -> Iterator[tuple[Entry, Span, bool]]:
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
    chunks = same or lines_of(fold(scene.document.text[start:end])) or chunks_of(text) or split_people(text)
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


def _turns(entries: list[str]) -> bool:
    """Does a list that "Councillors" heads turn to others here: "…, Ryan, Teefy, Ms M Brown, Mr B Hall"?

    All that follow must have titles of their own, a man's among them: by old custom councillors are listed as
    "Councillors Burton, Mrs Gooch, Joy and Mrs Ring".
    """
    return all(CIVIL.match(entry) for entry in entries) and any(not WOMAN.match(entry) for entry in entries)
