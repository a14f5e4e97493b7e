"""The lists of who was there: which lines, under which label, saying what."""

from __future__ import annotations

import re

from civicgraph.model import AttendanceStatus, AttendeeKind, Document, NameList, Quoted, Span
from civicgraph.segment.furniture import GROUP
from civicgraph.values.text import fold

STATE = {
    "present", "attendance", "attending", "attended", "attendees", "apologies", "apology", "absent", "absence", "absences", "absentees",
    "substitute", "substitutes", "substituting", "deputies", "invitation", "invitees", "remotely", "virtually",
}  # fmt: skip
WHO: dict[str, AttendeeKind] = {
    "member": "councillor", "members": "councillor", "councillor": "councillor", "councillors": "councillor", "cllr": "councillor",
    "cllrs": "councillor", "chair": "councillor", "chairman": "councillor", "chairperson": "councillor", "aldermen": "councillor",
    "officer": "officer", "officers": "officer", "employee": "officer", "employees": "officer", "official": "officer",
    "officials": "officer", "staff": "officer", "clerk": "officer", "executive": "officer", "directors": "officer",
    "opted": "co-opted", "optees": "co-opted", "coopted": "co-opted", "representatives": "co-opted", "governors": "co-opted",
    "independent": "co-opted", "persons": "co-opted",
    "guests": "other", "guest": "other", "visitors": "other", "observers": "other", "observer": "other", "public": "other",
    "press": "other", "partners": "other", "speakers": "other", "witnesses": "other", "others": "other", "media": "other",
    "advisers": "other", "advisors": "other", "invited": "other", "externals": "other",
}  # fmt: skip
FILLER = set(
    "and the of by for from as other also in at with to were was not on or voting non cabinet shadow deputy vice lead elected ward council "
    "county borough district city town parish senior support supporting committee board panel scrutiny co church parent teacher external "
    "portfolio holder holders received no via zoom teams online virtual remote those additional lay political group leaders".split()
)
LABEL_END = re.compile(r"\s*(?::|\s[-–]\s|$)")
WORD = re.compile(r"[a-z]+")
COUNT = re.compile(
    r"^\W*(?:(?:approximately |about |c\.? ?)?\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|several)\b.{0,30}\b(?:public|press|residents|parishioners|people|electors)\b",
    re.I,
)
NONE = re.compile(r"^(?:none|nil|n/?a|no apologies.{0,40}|there were no.{0,60}|-)\.?$", re.I)


def find_names(document: Document, first: int, last: int) -> tuple[NameList, ...]:
    """The lists between two blocks; a list ends at the next label, at a group heading, or at prose."""
    lists: list[NameList] = []
    label: Quoted | None = None
    lines: list[Span] = []
    status: AttendanceStatus = "present"
    kind: AttendeeKind | None = None
    started = False
    above: Quoted | None = None  # "Shadow Cabinet" over "Member Present:": one label on two lines

    def close() -> None:
        if started and (lines or label):
            lists.append(NameList(label=label, kind=kind, status=status, lines=tuple(lines)))

    for block in document.blocks[first:last]:
        if block.kind == "rule":
            continue
        text = fold(document.quote(block.span))
        if GROUP.match(text) and started:
            break
        for span in block.cells or (block.span,):
            line = fold(document.quote(span))
            words = label_of(line)
            if words is None:
                above = None
                if not started or not line.strip():
                    continue
                if _is_prose(line):
                    close()
                    return tuple(lists)
                if not NONE.match(line.strip()):
                    lines.append(span)
                continue
            length, vocabulary = words
            state = _status(vocabulary)
            here = Quoted(text=line[:length].strip(" :-\n"), span=Span(start=span.start, end=span.start + length))
            if state is None and not started:
                above = here
                continue
            close()
            if label is not None and not lines and started and _status(set(label.text.lower().split())) is None:
                above = label
            label = (
                here
                if above is None
                else Quoted(text=f"{above.text} {here.text}", span=Span(start=above.span.start, end=here.span.end))
            )
            above = None
            status = state or (status if status != "present" and not (vocabulary & WHO.keys()) else "present")
            kind = _kind(vocabulary, kind if state is None or not started else None)
            started, lines = True, []
            rest = Span(
                start=span.start + length + len(line[length:]) - len(line[length:].lstrip(" :-\n")), end=span.end
            )
            if rest.start < rest.end and not NONE.match(line[rest.start - span.start :].strip()):
                lines.append(rest)
    close()
    return tuple(lists)


def label_of(line: str) -> tuple[int, set[str]] | None:
    """(length of the label, its words) where a line opens with one: "Apologies: Councillor J Clifford" → 9."""
    text = line.lstrip()
    offset = len(line) - len(text)
    head = text.split("\n", 1)[0] if ":" not in text[:90] else text
    colon = head.find(":")
    candidate = head[:colon] if 0 < colon <= 90 else head
    if len(candidate) > 90:
        return None
    bare = re.sub(r"\([^)]{0,60}\)", " ", candidate).lower()
    words = WORD.findall(bare)
    if not words or len(words) > 14 or re.search(r"\d", bare):
        return None
    known = {w for w in words if w in STATE or w in WHO or w in FILLER}
    if len(known) < len(set(words)) or not (known & (STATE | WHO.keys())) and bare.strip() != "shadow cabinet":
        return None
    if colon < 0 and not (known & (STATE | WHO.keys()) or bare.strip() == "shadow cabinet"):
        return None
    if candidate.strip().endswith("."):
        return None
    return offset + len(candidate), known


def _status(words: set[str]) -> AttendanceStatus | None:
    if words & {"apologies", "apology"}:
        return "apologies"
    if words & {"absent", "absence", "absences", "absentees"} or {"not", "present"} <= words:
        return "absent"
    return "present" if words & STATE else None


def _kind(words: set[str], before: AttendeeKind | None) -> AttendeeKind | None:
    kinds = [WHO[w] for w in sorted(words & WHO.keys())]
    for kind in ("co-opted", "officer", "other", "councillor"):
        if kind in kinds:
            return kind  # type: ignore[return-value]
    return before if not (words & STATE) else None


def _is_prose(line: str) -> bool:
    """A sentence about the meeting, not a list of names."""
    if COUNT.match(line):
        return False
    if re.search(r"\bapolog", line, re.I):
        return False
    lower = [
        w
        for w in re.findall(r"[A-Za-z][\w'-]*", line)
        if w[0].islower()
        and w
        not in ("and", "of", "for", "the", "substitute", "to", "by", "in", "from", "van", "der", "de", "until", "with")
    ]
    return len(lower) > 6 and len(lower) > 0.35 * len(line.split())
