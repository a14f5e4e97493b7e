"""The lists of who was there: which lines, under which label, saying what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from civicgraph.model import AttendanceStatus, AttendeeKind, Block, Document, NameList, Quoted, Span
from civicgraph.segment.furniture import GROUP, OUTCOME
from civicgraph.segment.grid import read_grid
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import parse_person
from civicgraph.values.people import split_people
from civicgraph.values.text import fold

STATE = frozenset(
    """present presents attendance attending attended attendees apologies apology absent absence absences absentees
    substitute substitutes substituting substitution substitutions deputies invitation invitees remotely virtually
    presiding sederunt""".split()
)
# "Apologies were received from Mr Lee" is a sentence, "substituting for Cllr Lee" a footnote.
VERBS = frozenset(("were", "was", "are", "received", "substituting", "attending", "attended"))
CHAIR = frozenset(("in", "chair"))  # "In the Chair:" says who was present too
MEMBERS = "member members councillor councillors cllr cllrs chair chairman chairperson aldermen"
OFFICERS = "officer officers employee employees official officials staff clerk executive directors"
CO_OPTED = "opted optees optee coopted representatives governors independent persons"
OTHERS = """guests guest visitors visitor observers observer public press partners speakers witnesses others media
    advisers advisors invited externals bodies agencies organisations residents parishioners"""
WHO: dict[str, AttendeeKind] = {
    **dict.fromkeys(MEMBERS.split(), "councillor"),
    **dict.fromkeys(OFFICERS.split(), "officer"),
    **dict.fromkeys(CO_OPTED.split(), "co-opted"),
    **dict.fromkeys(OTHERS.split(), "other"),
}
# With these words "representatives" are not the church's or the parents': "Representatives from Other Bodies".
OUTSIDE = frozenset(("bodies", "agencies", "organisations", "partners"))
FILLER = frozenset(
    """and the of by for from as other also in at with to were was are not on or voting non cabinet shadow deputy vice
    lead elected ward council county borough district city town parish community senior support supporting committee
    board panel scrutiny co church parent teacher external portfolio holder holders received no via zoom teams online
    virtual remote those additional lay political group leaders who only all following without non""".split()
)
# Where a label names several, the first of these: "Co-opted Members" are co-opted.
ORDER: tuple[AttendeeKind, ...] = ("co-opted", "officer", "other", "councillor")
# What Welsh minutes say for these words.
WELSH = {
    "presennol": "present", "bresennol": "present", "ymddiheuriad": "apology", "ymddiheuriadau": "apologies",
    "absennol": "absent", "absenoldeb": "absence", "cynghorydd": "councillor", "cynghorwyr": "councillors",
    "aelod": "member", "aelodau": "members", "cadeirydd": "chair", "swyddog": "officer", "swyddogion": "officers",
    "clerc": "clerk", "cyhoedd": "public", "yn": "in", "a": "and", "am": "for", "gan": "by", "hefyd": "also",
}  # fmt: skip
KNOWN = STATE | WHO.keys() | FILLER | WELSH.keys()
LONGEST = 90  # characters of a label
PART = re.compile(r"\s{0,60}+(?:(?P<word>[A-Za-z]+)['-]?|(?P<aside>\([^()\n]{0,60}\))|[/&,])")
END = re.compile(r"[ \t]*(?:[:;\u2026][-\s]*|\.{3,}\s*|-(?=\s)|\s-+\s|\n|$)|[ \t]{2,}(?=\S)")
TITLE = re.compile(rf"\s{{0,60}}+{TITLE_S}\b\.?", re.I)
# A line in the middle of a paragraph opens a list only when a sign says so: "Apologies: …".
SIGNED = re.compile(r"[ \t]{0,60}+(?:[:;\u2026]|-\s|\s-+\s)")
# And in the middle of a line only a colon does: "Chairman: Cllr Prior Councillors: Mrs Bolton, Dipple".
INLINE = re.compile(r"(?<=[ .])(?=(?P<label>[A-Z][A-Za-z]{1,15}(?: [A-Za-z]{2,15}){0,3}[ ]?):\s)")
COUNT = re.compile(
    r"^\W*(?:(?:approximately |about |c\.? ?)?\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|several)\b.{0,30}"
    r"\b(?:public|press|residents|parishioners|people|electors)\b",
    re.I,
)
NONE = re.compile(r"^(?:none|nil|n/?a|no apologies.{0,40}|there (?:were|was) no.{0,60}|-)\.?$", re.I)
# What stands beside a name in a row and is no label over what follows: "Ann Lee" / "Vice-Chair".
POST = re.compile(
    r"(?:(?:Vice|Deputy|Co)[- ])?(?:Chair(?:man|woman|person)?|Convenor|Convener|Leader|(?:Town )?Mayor|Provost)"
    r"(?: of (?:the )?[A-Z][\w ]{2,40})?"
    r"|(?:[A-Z][\w,&-]{1,20} (?:(?:and|of|for|&|to|the) )?){0,6}(?:Officer|Director|Manager|Clerk|Solicitor|Executive"
    r"|Engineer|Assistant|Treasurer|Auditor|Lawyer|Accountant|Planner)"
    r"|(?:Head|Director|Clerk|Chief|Leader|Secretary)(?: [A-Za-z,&-]{1,20}){1,8}"
)
INITIALS = re.compile(r"[A-Z](?:\.?[A-Za-z]?[A-Z]){1,3}\.?")
NAME_WORDS = frozenset("and of for the substitute to by in from van der de until with".split())
ROLL = 4  # names by which a line without a label is known as the roll
PROSE_ENDS = 4  # paragraphs of prose after which no list is looked for


@dataclass(slots=True, kw_only=True)
class _Open:
    """A list whose lines are still being read."""

    label: Quoted | None
    status: AttendanceStatus
    kind: AttendeeKind | None
    lines: list[Span] = field(default_factory=list)

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
    beyond = first  # one past a table that is read as a whole
    for at, block in enumerate(document.blocks[first:last], first):
        if block.kind == "rule" or at < beyond:
            continue
        if at in apart:
            open_ = above = None
            continue
        if block.kind == "row":
            rows = list(takewhile(lambda b: b.kind == "row", document.blocks[at:last]))
            if (told := read_grid(document, rows, _head_of)) is not None:
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
            found = label_of(fold(document.quote(block.words))) if at in headings else None
            if found and _status(found[1]) == "present" and found[0] == block.words.end - block.words.start:
                open_ = _opened(Quoted(text=document.quote(block.words), span=block.words), found[1], "present", None)
                lists.append(open_)  # "285/07 Present", an item of its own
            continue
        for span in _lines(document, block):
            line = fold(document.quote(span))
            labels, rest = _labels(line, span)
            if not labels:
                above = None
                if not lists and _is_roll(line):
                    lists.append(_Open(label=None, kind="councillor", status="present", lines=[span]))
                    continue
                if open_ is None or not line.strip():
                    continue
                if _is_prose(line) or OUTCOME.match(line.strip()):
                    open_, prose = None, prose + 1
                elif not NONE.match(line.strip()):
                    open_.lines.append(span)
                continue
            for quoted, words in labels:
                state = _status(words)
                if state is None and open_ is None:
                    above = quoted
                    continue
                if open_ and open_.label and not open_.lines and _status(_words(open_.label.text)) is None:
                    above = open_.label
                    lists.pop()
                before = open_
                open_ = _opened(_under(above, quoted), words, state, before)
                above = None
                lists.append(open_)
            if open_ and rest.start < rest.end and not NONE.match(fold(document.quote(rest)).strip()):
                open_.lines.append(rest)
        if prose >= PROSE_ENDS:
            break
    return tuple(names.close() for names in lists)


def _head_of(text: str) -> tuple[AttendanceStatus | None, AttendeeKind | None] | None:
    """(state, kind) that the head of a column says; None where it is no label and nothing but a label."""
    found = label_of(text)
    if found is None or found[0] < len(text.rstrip(" :")):
        return None
    return _status(found[1]), _kind(found[1], None)


def _is_roll(line: str) -> bool:
    """Right under the heading, without a label, titled names one after another: "Mr R Laird, Mr G Phillips, …"."""
    pieces = split_people(line) if line.count(",") >= ROLL - 1 and len(line) < 3000 else []
    titled = [a for a, b in pieces if (name := parse_person(line[a:b])) and name.honorific]
    return len(titled) >= ROLL and len(titled) >= 0.9 * len(pieces)


def label_of(line: str) -> tuple[int, set[str]] | None:
    """(length of the label, its words) where a line opens with one: "Apologies: Councillor J Clifford" → 9.

    A label ends at a colon, a dash, a wide space or the end of the line, or before a title: "Present Cllrs Lee, Shah".
    """
    words: list[tuple[str, int, int]] = []
    at = len(line) - len(line.lstrip())
    begin = at
    while (part := PART.match(line, at)) and part.end() - begin <= LONGEST and len(words) < 15:
        word = (part["word"] or "").lower()
        if "\n" in line[at : part.start("word") if word else part.end()] and END.match(line, at) and word:
            break
        if word and word not in KNOWN:
            break
        at = part.end()
        words += [(word, part.start("word"), at)] if word else []
    if not words:
        return None
    known = {WELSH.get(word, word) for word, _, _ in words}
    if not known & (STATE | WHO.keys()) and known != {"shadow", "cabinet"}:
        return None
    if END.match(line, at):
        return at, known
    return _before_title(line, words)


def _before_title(line: str, words: list[tuple[str, int, int]]) -> tuple[int, set[str]] | None:
    """The label of "Present Councillors A Lee and B Shah": what stands before the title, where it tells a state."""
    end = words[-1][2]
    while words and TITLE.fullmatch(line[words[-1][1] : words[-1][2]]):
        end = words.pop()[2]
    if not words:
        return None
    after = TITLE.match(line, words[-1][2])
    known = {WELSH.get(word, word) for word, _, _ in words}
    if after is None or not known & STATE or known & VERBS or after.end() > end + 12:
        return None
    if not re.match(r"\s*[A-Z]", line[after.end() :]) or not line[after.start() : after.end()].strip()[:1].isupper():
        return None
    return words[-1][2], known


def _lines(document: Document, block: Block) -> Iterator[Span]:
    """The lines of a block that can be a list of their own: cells of a row, and where a label stands inside."""
    if block.cells:
        yield from _cells(document, block.cells)
        return
    whole = block.words if block.marker and not block.marker[-1].isalnum() and len(block.marker) == 1 else block.span
    text = fold(document.quote(whole))
    starts = [0]
    opening = label_of(text)
    until = opening[0] if opening else 0
    for inner in INLINE.finditer(text, 1):
        found = label_of(inner["label"])
        complete = found is not None and found[0] >= len(inner["label"].rstrip())
        if complete and until <= inner.start() and len(text) < 1500:
            starts.append(inner.start())
            until = inner.end("label")
    for feed in re.finditer(r"\n+\s*", text):
        found = label_of(text[feed.end() :])
        if found and SIGNED.match(text, feed.end() + found[0]):
            starts.append(feed.end())
    starts = sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield Span(start=whole.start + start, end=whole.start + len(text[:end].rstrip()))


def _cells(document: Document, cells: tuple[Span, ...]) -> Iterator[Span]:
    """The cells of a row: a name with the post beside it ("Ann Lee" / "Chair"), without the initials that are given
    there ("Ann Lee" / "AL")."""
    entry: Span | None = None
    for cell in cells:
        text = document.quote(cell)
        name = document.quote(entry) if entry else ""
        if INITIALS.fullmatch(text) and name[:1] == text[0]:
            continue
        if entry and _is_post_of(name, text):
            entry = Span(start=entry.start, end=cell.end)
            continue
        if entry:
            yield entry
        entry = cell
    if entry:
        yield entry


def _is_post_of(name: str, text: str) -> bool:
    """Does a cell say what the person in the cell before it is?"""
    bare = text.strip(" ()")
    label = label_of(fold(name))
    person = name[label[0] :] if label else name
    return "\t" not in name and POST.fullmatch(bare) is not None and parse_person(person.strip(" :")) is not None


def _labels(line: str, span: Span) -> tuple[list[tuple[Quoted, set[str]]], Span]:
    """The labels that a line opens with ("Members Present: Aldermen - …" has two), and what follows them."""
    labels: list[tuple[Quoted, set[str]]] = []
    at = 0
    while len(labels) < 3 and (found := label_of(line[at:])):
        length, words = found
        start = at + len(line[at:]) - len(line[at:].lstrip())
        quoted = Quoted(
            text=line[start : at + length].strip(" :-\n\u2026"),
            span=Span(start=span.start + start, end=span.start + at + length),
        )
        labels.append((quoted, words))
        at += length
        at += len(line[at:]) - len(line[at:].lstrip(" :;-.\n\t\u2026"))
    return labels, Span(start=min(span.start + at, span.end), end=span.end)


def _opened(label: Quoted, words: set[str], state: AttendanceStatus | None, before: _Open | None) -> _Open:
    status: AttendanceStatus = state or "present"
    if state is None and before and (before.status != "present" and not words & WHO.keys()):
        status = before.status
    kind = _kind(words, before.kind if before and state is None else None)
    return _Open(label=label, status=status, kind=kind)


def _under(above: Quoted | None, label: Quoted) -> Quoted:
    if above is None:
        return label
    return Quoted(text=f"{above.text} {label.text}", span=Span(start=above.span.start, end=label.span.end))


def _words(text: str) -> set[str]:
    return {WELSH.get(word, word) for word in re.findall(r"[a-z]+", text.lower())}


def _status(words: set[str]) -> AttendanceStatus | None:
    if words & {"apologies", "apology"} and "without" not in words:
        return "apologies"
    if "without" in words or words & {"absent", "absence", "absences", "absentees"} or {"not", "present"} <= words:
        return "absent"
    return "present" if words & STATE or words >= CHAIR else None


def _kind(words: set[str], before: AttendeeKind | None) -> AttendeeKind | None:
    kinds = {WHO[w] for w in words & WHO.keys()}
    if words & OUTSIDE:
        return "other"
    for kind in ORDER:
        if kind in kinds:
            return kind
    return before if not words & STATE else None


def _is_prose(line: str) -> bool:
    """A sentence about the meeting, not a list of names."""
    if COUNT.match(line) or re.search(r"\bapolog", line, re.I):
        return False
    lower = [w for w in re.findall(r"[A-Za-z][\w'-]*", line) if w[0].islower() and w not in NAME_WORDS]
    return len(lower) > 6 and len(lower) > 0.35 * len(line.split())
