"""Where a document names those who sent apologies: the sentence that gives them, the list that it opens, and the bare
names under the item "Apologies"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from civicgraph.extract.people.person import is_person
from civicgraph.extract.scene import Scene, sentences
from civicgraph.model import AttendanceStatus, AttendeeKind, Span
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
    r"|(?:was|were) (?:noted|received|accepted|recorded|given|approved)\b"
    r"|(?:These|They|All|Both|Which) (?:was|were|have|had)\b)|;",
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
LABEL = re.compile(r"^(?:minutes|decisions?|additional documents|supporting documents|resolved|noted)\s*:?\s*$", re.I)
MEMBER_FIRST = re.compile(rf"(?:\w+ )?{honorifics.MEMBER}\b")
HEADED = re.compile(rf"{honorifics.MEMBERS}\b")
SURNAME = re.compile(r"(?:[A-Z]\.?\s?){0,3}[A-Z][a-z][\w'-]{1,24}")
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
# "Cllr Mrs A Lee due to illness, Cllr B Hill owing to work": a reason for each.
REASON = re.compile(r"\s(?:due to|because of|owing to)\b[^,;.()]{0,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Excused:
    """Where names stand of people who were not there, and what is said of all of them."""

    start: int
    end: int
    span: Span  # the sentence, or the line
    sure: bool = True  # do the words around say that they are names, known or not?
    status: AttendanceStatus = "apologies"
    guests: AttendeeKind | None = None  # what they are whom the words call no members


def find_excused(scene: Scene) -> Iterator[Excused]:
    """In sentences first, then under items about who is there; guests apart from members."""
    return _without_guests(scene, (*_told(scene), *_bare(scene)))


def _told(scene: Scene) -> Iterator[Excused]:
    """The names in each sentence that gives apologies."""
    blocks = scene.blocks()
    titles = {item.first: item.title.span for item in scene.part.items}
    for n, (i, block) in enumerate(blocks):
        text = scene.text(block.words)
        if len(text) > 3000 or not APOLOGY.search(text):
            continue
        title = titles.get(i)
        # "1. To receive apologies and note substitutions" over what was received
        behind = title.end - block.words.start if title and NO_APOLOGY.search(scene.text(title)) else 0
        behind = behind if text[behind:].strip(" .:") else 0
        for start, end in ((behind + a, behind + b) for a, b in sentences(text[behind:])):
            sentence = text[start:end]
            if sentence.startswith("("):
                sentence = sentence.rstrip(" .").removesuffix(")")  # "(Apologies were received from Councillor Ames)."
            names = _names_in(sentence) if APOLOGY.search(sentence) else None
            if LATE.search(sentence) and not re.search(r"\babsen", sentence, re.I):
                continue
            if names is None or (no := NO_APOLOGY.search(sentence)) and not 0 < names[0] < no.start():
                continue
            at = block.words.start + start
            whole = Span(start=at, end=block.words.start + end)
            for more in RESUMES.finditer(sentence, names[1]):
                cut = STOP.search(sentence, more.end())
                until = at + (cut.start() if cut else len(sentence))
                yield Excused(start=at + more.end(), end=until, span=whole)
            if sentence[names[0] : names[1]].strip(" :"):
                yield Excused(start=at + names[0], end=at + names[1], span=whole)
            elif sentence.rstrip().endswith((":", "from", "of")):
                for _, below in blocks[n + 1 : n + 14]:  # "Apologies were received from:" over a list
                    words = scene.text(below.words)
                    if not is_person(re.split(r"[,;(]| for whom| who ", words, maxsplit=1)[0]):
                        break
                    cut = STOP.search(words)
                    ends = below.words.start + (cut.start() if cut else len(words))
                    yield Excused(start=below.words.start, end=ends, span=below.span)


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


def _bare(scene: Scene) -> Iterator[Excused]:
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
            whole = Span(start=start, end=start + len(words))
            if (reasons := list(REASON.finditer(words))) and MEMBER_FIRST.match(words):
                edges = [0, *(edge for reason in reasons for edge in reason.span()), len(words)]
                names = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if words[a:b].strip(" ,;.")]
                if all(is_person(words[a:b].strip(" ,;.\n").removeprefix("and ")) for a, b in names):
                    for a, b in names:
                        yield Excused(start=start + a, end=start + b, span=whole, sure=False, status=status)
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
                yield Excused(start=start, end=whole.end, span=whole, sure=headed, status=status)


def _without_guests(scene: Scene, told: Iterable[Excused]) -> Iterator[Excused]:
    """The names of members, and apart from them those of others whom the same sentence calls so, with their kind."""
    for names in told:
        guests = GUESTS.search(scene.folded[names.start : names.end])
        if guests is None:
            yield names
            continue
        kind: AttendeeKind = "officer" if guests["who"].startswith("officer") else "other"
        yield replace(names, end=names.start + guests.start())
        yield replace(names, start=names.start + guests.end(), guests=kind)
