"""The lists of who was there: which lines, under which label, saying what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from civicgraph.model import AttendanceStatus, AttendeeKind, Block, Document, NameList, Quoted, Span
from civicgraph.segment import labels
from civicgraph.segment.cells import entries_of
from civicgraph.segment.furniture import GROUP, OUTCOME
from civicgraph.segment.grid import read_grid
from civicgraph.segment.labels import joined, kind_in, label_of, status_in, words_of
from civicgraph.segment.roll import COLUMN, is_column, is_roll, names_people
from civicgraph.values.attending import sent_by
from civicgraph.values.honorifics import CIVIL
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

# A line in the middle of a paragraph opens a list only when a sign says so: "Apologies: …".
SIGNED = re.compile(r"[ \t]{0,60}+(?:[:;\u2026]|-\s|\s-+\s)")
# And in the middle of a line only a colon does: "Chairman: Cllr Prior Councillors: Mrs Bolton, Dipple".
INLINE = re.compile(r"(?<=[ .])(?=(?P<label>[A-Z][A-Za-z]{1,15}(?:[ /][A-Za-z]{2,15}){0,3}[ ]?):(?:\s|$))")
OF_POST = re.compile(r"[A-Z][a-z]+\s$")
# The second line of a label beside the names: "Members Present   Aldermen - A Lee" / "(Remotely):   Cllrs - B Shah".
MANNER = re.compile(r"(?:^|\n)\s*\((?:[Ii]n [Pp]erson|[Rr]emotely|[Oo]nline|[Vv]irtually|[Vv]ia \w+)\)\s*:\s+")
# Of a panel that is called for the day, in whose minutes nothing else says who sat.
MEMBERSHIP = re.compile(r"(?P<label>(?:(?:Sub-)?Committee |Panel )?(?i:membership|members sitting))\s*:\s+")
# What a mark beside a name says: "(* Present)", "* denotes those present".
LEGEND = re.compile(
    r"(?:^|\()\s*(?P<mark>[*+\u2713\u2714\u2020#])\s*(?:=|-|denotes|indicates)?\s*"
    r"(?:(?:those|members?) )?(?:present|in attendance|attended)\b\W{0,3}$",
    re.I | re.M,
)
COUNT = re.compile(
    r"^\W*(?:(?:approximately |about |c\.? ?)?\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|several)\b.{0,30}"
    r"\b(?:public|press|residents|parishioners|people|electors)\b",
    re.I,
)
BESIDES = re.compile(r"(?:venue|place|location|date|time|contact|tel|e-?mail)\s*:", re.I)  # of the head, and no name
CLERK = re.compile(  # under a roll that no label announces
    r"(?:(?:Parish|Town|Community|Council|Deputy|Assistant)\s)*Clerk"
    r"(?:\s(?:and|&)\s(?:RFO|Responsible Financ\w+ Officer))?"
    rf"\s?[:-]?\s(?:{CIVIL}\.?\s)?(?:[A-Z]\.?\s?|[A-Z][a-z'-]+\s){{1,3}}[A-Z][\w'-]+\.?\s*$"
)
NUMBERED = re.compile(r"\d{1,4}[.)]\s+(?=[A-Z])")  # an item, where no heading was seen: "1989. Apologies Cllr A Lee"
WHO = re.compile(r"[^,(;]*")
SLASHED = re.compile(r"^\d{1,2}/\s+")  # the number of an item: "1/ Members present"
NONE = re.compile(r"^(?:none|nil|dim|n/?a|no apologies.{0,40}|there (?:were|was) no.{0,60}|-)\.?$", re.I)
INTERESTS = re.compile(
    r"\s*(?:declarations? of (?:[a-z']+ )?interests?|datgan(?:iad(?:au)?)? (?:o )?(?:diddordeb|[bf]uddiant))\b", re.I
)  # over other lists of names
MEMBERS = frozenset(("members", "councillors"))  # the title of an item, whose text is the roll
# In the middle of a line too, what a list of names never says.
DECIDES = re.compile(
    r"\b(?:RESOLVED|RECOMMENDED)\b"
    r"|\b(?:be|is|was|were|been) (?:duly |unanimously )?(?:re-?)?(?:appointed|elected|nominated)\b"
)
NAME_WORDS = frozenset("and of for the substitute to by in from van der de until with".split())
LONG = 400  # characters; a longer line that speaks of apologies may tell more
PROSE_ENDS = 4  # paragraphs of prose after which no list is looked for


# What may stand beside names in small letters, and so many of them in a row that a sentence tells something.
ASIDE = re.compile(
    r"\([^()]{0,120}\)|\band later in the meeting\b"
    r"|(?:and )?(?:(?:\w+ )?(?:members?|representatives?) of (?:the )?(?:public|press)|(?:the )?press)",
    re.I,
)
# "Vice-Chairman: Cllr Lee was elected.": tells who was chosen, under a label that lists the holder elsewhere.
CHOSEN = re.compile(r"\b(?:was|were)\s+(?:duly\s+|unanimously\s+)?(?:re-?)?(?:elected|co-opted|appointed)\b", re.I)
ROLL = re.compile(r"present|attend|apolog|sederunt", re.I)
TELLING = re.compile(r"(?:(?<![\w'-])[a-z][\w'-]{0,24}[ ,]{1,3}){5}")


@dataclass(slots=True, kw_only=True)
class _Open:
    """A list whose lines are still being read."""

    label: Quoted | None
    status: AttendanceStatus
    kind: AttendeeKind | None
    lines: list[Span] = field(default_factory=list)
    none: bool = False  # "Apologies: none"
    block: int = -1  # in which its label stands

    @property
    def wants(self) -> bool:
        """Has nothing been said under the label yet?"""
        return not (self.lines or self.none)

    def goes_on(self, words: set[str]) -> bool:
        """Is a label on two lines: "APOLOGIES FOR  Cllr Lee" / "ABSENCE  Cllr Shah", "OFFICERS IN" / "ATTENDANCE"?"""
        begun = self.label is not None and self.label.text.casefold().endswith(" in")
        return (words == {"absence"} and self.status == "apologies") or (words == {"attendance"} and begun)

    def close(self) -> NameList:
        return NameList(label=self.label, kind=self.kind, status=self.status, lines=tuple(self.lines))


def find_names(
    document: Document,
    first: int,
    last: int,
    headings: frozenset[int] = frozenset(),
    apart: frozenset[int] = frozenset(),
) -> tuple[NameList, ...]:
    """The lists between two blocks; a list ends at the next label, at a heading (`headings`: blocks), at prose, or at
    what is read in another way (`apart`: blocks of tables, of a head that the format states).

    >>> # "Present: Councillors Akhtar (Chair), Shaw" / "Apologies - Mrs K Birch" → two lists
    """
    lists: list[_Open] = []
    open_: _Open | None = None
    above: Quoted | None = None  # "Shadow Cabinet" over "Member Present:": one label on two lines
    prose = 0
    before = ""  # the line above
    roll_to = min(headings, default=last)  # below the first item nobody is listed without a label
    mark: Quoted | None = None  # of those who came: "(* Present)"
    beyond = first  # one past a table that is read as a whole
    for at, block in enumerate(document.blocks[first:last], first):
        if block.kind == "rule" or at < beyond:
            continue
        if at in apart:
            open_ = above = None
            continue
        if legend := LEGEND.search(fold(document.quote(block.span))):
            at_mark = block.span.start + legend.start("mark")
            mark = Quoted(text=legend["mark"], span=Span(start=at_mark, end=at_mark + len(legend["mark"])))
        if block.kind == "row":
            rows = list(takewhile(lambda b: b.kind == "row", document.blocks[at:last]))
            if (told := read_grid(document, rows, _head_of, mark)) is not None:
                lists += [
                    _Open(label=one.label, status=status, kind=one.kind, lines=list(one.lines))
                    for one in told
                    if (status := one.status or (open_.status if open_ else None))
                ]
                open_, above, beyond = None, None, at + len(rows)
                continue
        if at in headings or (open_ and GROUP.match(fold(document.quote(block.span)))):
            if not headings and open_:
                break
            open_ = above = None
            title = SLASHED.sub("", fold(document.quote(block.words)))
            found = label_of(title) if at in headings else None
            if found is None or status_in(found[1]) != "present" and not found[1] <= MEMBERS:
                continue
            if found[0] >= len(title.rstrip(" :")):
                open_ = _opened(Quoted(text=document.quote(block.words), span=block.words), found[1], "present", None)
                lists.append(open_)  # "285/07 Present", an item of its own
                continue
            # "1. Attending: A Lee, B Shah"
        for span in _lines(document, block, numbered=at in headings):
            line = fold(document.quote(span))
            if CHOSEN.search(line) and not ROLL.search(line):
                continue
            if not lists and at < roll_to and (sits := MEMBERSHIP.match(line)) and names_people(line[sits.end() :]):
                label = Quoted(text=sits["label"], span=Span(start=span.start, end=span.start + sits.end("label")))
                rest = Span(start=span.start + sits.end(), end=span.end)
                open_ = _Open(label=label, kind="councillor", status="present", lines=[rest])
                lists.append(open_)
                continue
            opening, rest = _labels(line, span)
            over, before = before, line
            if not opening:
                head, above = above, None
                if open_ is None and (sent := sent_by(line)) and (sent["lead"] or sent["colon"]):
                    above = Quoted(text=line.strip(" :"), span=span)
                    continue
                if (
                    not lists
                    and at < roll_to
                    and (
                        bool(head)
                        and names_people(line)
                        or is_roll(line, "" if head else over)
                        or _opens_column(document, at, over)
                    )
                ):
                    open_ = _Open(label=head, kind="councillor", status="present", lines=[span])
                    lists.append(open_)
                    continue
                if open_ is None or not line.strip():
                    continue
                if BESIDES.match(line):
                    open_ = None
                    continue
                if (number := NUMBERED.match(line)) and not parse_person(WHO.match(line, number.end())[0]):  # type: ignore[index]
                    open_ = None  # "1990. Declarations …"
                    continue
                if open_.label is None and not (names_people(line) or is_roll(line, "") or CLERK.match(line)):
                    open_ = None
                elif _is_prose(line) or DECIDES.search(line) or OUTCOME.match(line.strip()) or INTERESTS.match(line):
                    if ends := _end_of_names(line):
                        open_.lines.append(Span(start=span.start, end=span.start + ends))
                    open_, prose = None, prose + 1
                elif NONE.match(line.strip()):
                    open_.none = True
                else:
                    open_.lines.append(span)
                continue
            for quoted, words in opening:
                state = status_in(words)
                if open_ and open_.goes_on(words):
                    continue
                if state is None and open_ is None:
                    above = quoted
                    continue
                if open_ and open_.label and not open_.lines and status_in(words_of(open_.label.text)) is None:
                    above = open_.label
                    lists.pop()
                beside = open_ is not None and open_.block == at
                open_ = _opened(_under(above, quoted), words, state, open_, beside=beside)
                open_.block = at
                above = None
                lists.append(open_)
            if above and not lists and at < roll_to and names_people(fold(document.quote(rest))):
                kind = kind_in(words_of(above.text), None) or "councillor"
                open_ = _Open(label=above, kind=kind, status="present")  # "Councillors: A Lee, B Shah"
                lists.append(open_)
                above = None
            if open_ and rest.start < rest.end:
                open_.none = bool(NONE.match(fold(document.quote(rest)).strip()))
                open_.lines += [] if open_.none else [rest]
        if prose >= PROSE_ENDS and (not headings or at >= roll_to):
            break  # above the first item a roll may stand under the agenda that it met for
    came = [one for one in lists if one.status == "present" and one.lines and one.kind in (None, "councillor")]
    if len(came) > 1 and came[0].label and MEMBERSHIP.match(f"{came[0].label.text}: "):
        lists.remove(came[0])  # who may come, over those who came
    return tuple(names.close() for names in lists)


def _opens_column(document: Document, at: int, over: str) -> bool:
    """Do blocks name one person each, down to a third or to a label over more of them?"""
    lines = [fold(document.quote(block.words)) for block in document.blocks[at : at + COLUMN]]
    heads = (n for n, line in enumerate(lines) if (head := _head_of(line)) and head[1] == "councillor")
    first = next(heads, None)
    return is_column(lines[:first], over, over=bool(first))


def _head_of(text: str) -> tuple[AttendanceStatus | None, AttendeeKind | None] | None:
    """(state, kind) that the head of a column says; None where it is no label and nothing but a label."""
    found = label_of(text)
    if found is None or found[0] < len(text.rstrip(" :")):
        return None
    return status_in(found[1]), kind_in(found[1], None)


def _lines(document: Document, block: Block, *, numbered: bool) -> Iterator[Span]:
    """The lines of a block that can be a list of their own: cells of a row, and where a label stands inside."""
    if block.cells:
        yield from entries_of(document, block.cells)
        return
    bullet = block.marker and not block.marker[-1].isalnum() and len(block.marker) == 1
    whole = block.words if numbered or bullet or _is_numbered_roll(document, block) else block.span
    text = joined(fold(document.quote(whole)))
    if (number := NUMBERED.match(text)) and (found := label_of(text[number.end() :])) and status_in(found[1]):
        whole = Span(start=whole.start + number.end(), end=whole.end)
        text = text[number.end() :]
    opening = label_of(text)
    until = opening[0] if opening else 0
    heads = [(aside.end() if (aside := MANNER.match(text)) else 0, until)]
    heads += [(found.end(), found.end()) for found in MANNER.finditer(text, 1)]
    for feed in re.finditer(r"\n+\s*", text):
        found = label_of(text[feed.end() :])
        alone = found and status_in(found[1]) and text[feed.end() + found[0] :].lstrip(" ")[:1] in ("", "\n")
        if found and (alone or SIGNED.match(text, feed.end() + found[0])):
            heads.append((feed.end(), feed.end() + found[0]))
    starts = [start for start, _ in heads]
    for inner in INLINE.finditer(text, 1):
        found = label_of(inner["label"] + ":")
        complete = found is not None and found[0] >= len(inner["label"].rstrip())
        if inner["label"].strip() == "Officer" and OF_POST.search(text, 0, inner.start()):
            continue  # "Policy Officer: Ann Lee": a post, and no list
        if found and inner.end("label") + 1 >= len(text) and status_in(found[1]) is None:
            continue  # "Anyshire Members:" over names; "Ann Lee / Also present:" turns to others
        apart = not any(start <= inner.start() < end for start, end in heads)
        if complete and apart and until <= inner.start() and len(text) < 1500:
            starts.append(inner.start())
            until = inner.end("label")
    starts = sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield Span(start=whole.start + start, end=whole.start + len(text[:end].rstrip()))


def _is_numbered_roll(document: Document, block: Block) -> bool:
    """Is a line that is no item's heading a roll with a number: "1.00 SEDERUNT Ann Lee (Chair), Bob Shah"?"""
    found = label_of(fold(document.quote(block.words))) if block.marker[:1].isdigit() else None
    return found is not None and status_in(found[1]) is not None


def _labels(line: str, span: Span) -> tuple[list[tuple[Quoted, set[str]]], Span]:
    """The labels that a line opens with ("Members Present: Aldermen - …" has two), and what follows them."""
    labels: list[tuple[Quoted, set[str]]] = []
    at, line = 0, joined(line)
    while len(labels) < 3 and (found := label_of(line[at:])):
        length, words = found
        start = at + len(line[at:]) - len(line[at:].lstrip())
        quoted = Quoted(
            text=line[start : at + length].strip(" :-/\n\u2026"),
            span=Span(start=span.start + start, end=span.start + at + length),
        )
        labels.append((quoted, words))
        at += length
        at += len(line[at:]) - len(line[at:].lstrip(" :;-.\n\t\u2026"))
    return labels, Span(start=min(span.start + at, span.end), end=span.end)


def _opened(
    label: Quoted, words: set[str], state: AttendanceStatus | None, before: _Open | None, *, beside: bool = False
) -> _Open:
    """The list under a label that stands in one paragraph with the label before it (`beside`), or below."""
    status: AttendanceStatus = state or "present"
    if (
        state is None
        and before
        and (not words & labels.WHO.keys() or (before.wants or beside) and kind_in(words, None) == "councillor")
    ):
        # "Apologies:" / "Councillors: A Lee, B Shah", "Apologies: Alderman R Dale Councillors: A Lee, B Shah"
        status = before.status
    kind = kind_in(words, before.kind if before and state is None else None)
    return _Open(label=label, status=status, kind=kind)


def _under(above: Quoted | None, label: Quoted) -> Quoted:
    if above is None:
        return label
    return Quoted(text=f"{above.text} {label.text}", span=Span(start=above.span.start, end=label.span.end))


def _end_of_names(line: str) -> int | None:
    """Where a list ends that a sentence follows on its line: "A Lee, B Shah, the Clerk. Cllr Dale came late"."""
    for stop in re.finditer(r"(?<=[a-z)])\.(?=\s+[A-Z])", line):
        names = line[: stop.start()]
        if names.count(",") > 1 and not _is_prose(names) and names_people(names.partition(",")[0]):
            return stop.start()
    return None


def _is_prose(line: str) -> bool:
    """A sentence about the meeting, not a list of names."""
    if COUNT.match(line) or len(line) < LONG and re.search(r"\bapolog", line, re.I):
        return False
    if TELLING.search(ASIDE.sub("", line)):
        return True
    lower = [w for w in re.findall(r"[A-Za-z][\w'-]*", line) if w[0].islower() and w not in NAME_WORDS]
    return len(lower) > 6 and len(lower) > 0.35 * len(line.split())
