"""The cells of a row as lines of a list of names: a name with the post beside it, or people one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.model import Document, Span
from civicgraph.segment.labels import label_of
from civicgraph.values.gazetteer import council_of
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

# What stands beside a name in a row and is no label over what follows: "Ann Lee" / "Vice-Chair".
POST = re.compile(
    r"(?:(?:Vice|Deputy|Co)[- ])?(?:Chair(?:man|woman|person)?|Convenor|Convener|Leader|(?:Town )?Mayor|Provost)"
    r"(?: of (?:the )?[A-Z][\w ]{2,40})?"
    r"|(?:[A-Z][\w,&-]{1,20} (?:(?:and|of|for|&|to|the) )?){0,6}(?:Officer|Director|Manager|Clerk|Solicitor|Executive"
    r"|Engineer|Assistant|Treasurer|Auditor|Lawyer|Accountant|Planner)"
    r"|(?:Head|Director|Clerk|Chief|Leader|Secretary)(?: [A-Za-z,&-]{1,20}){1,8}"
)
INITIALS = re.compile(r"[A-Z](?:\.?[A-Za-z]?[A-Z]){1,3}\.?")
LETTERS = re.compile(r"[A-Z&]{2,6}")  # of the council that somebody comes from: "Ann Lee" / "Leader" / "ABC"
# Between the lines of a cell; text made of a table may have a wide gap there.
LINES = re.compile(r"\s*\n\s*|[ ]{3,}")
NAMED = re.compile(r"(?P<name>[^\s(),;:]+\s[^(),;:]{2,60}?)\s*(?:\(|,|;|\s-\s|$)")  # the name that a line opens with
GOES_ON = re.compile(rf"(?:[,&(/-]|\b(?:and|of|for|the|to|{TITLE_S})\.?)$")  # before more of one entry


def entries_of(document: Document, cells: tuple[Span, ...]) -> Iterator[Span]:
    """The cells of a row: a name with the post beside it ("Ann Lee" / "Chair"), without the initials that are given
    there ("Ann Lee" / "AL")."""
    entry: Span | None = None
    for cell in cells:
        text = document.quote(cell)
        name = document.quote(entry) if entry else ""
        if INITIALS.fullmatch(text) and name[:1] == text[0] or " " in name and LETTERS.fullmatch(text):
            continue
        if entry and _is_post_of(name, text):
            entry = Span(start=entry.start, end=cell.end)
            continue
        if entry:
            yield from _lines_of(document, entry)
        entry = cell
    if entry:
        yield from _lines_of(document, entry)


def _is_post_of(name: str, text: str) -> bool:
    """Does a cell say what the person in the cell before it is, or whose?"""
    bare = text.strip(" ()")
    label = label_of(fold(name))
    person = name[label[0] :] if label else name
    said = POST.fullmatch(bare) or council_of(bare)
    return "\t" not in name and said is not None and parse_person(person.strip(" :")) is not None


def _lines_of(document: Document, cell: Span) -> Iterator[Span]:
    """The lines of a cell that open with a person each, with what follows them; a cell in which one line runs on to the
    next ("Ann Lee, Bob" / "Shah") is one."""
    text = fold(document.quote(cell))
    gaps = [(0, 0), *(gap.span() for gap in LINES.finditer(text))]
    known = [_opens(text, after, listed=False) for _, after in gaps]
    listed = len(gaps) > 2 and 2 * sum(known) >= len(gaps)  # where half are people, a name nobody knows is one
    at = 0
    for before, after in gaps[1:]:
        if _opens(text, after, listed=listed) and not GOES_ON.search(text, at, before):
            yield Span(start=cell.start + at, end=cell.start + before)
            at = after
    yield Span(start=cell.start + at, end=cell.end)


def _opens(text: str, at: int, *, listed: bool) -> bool:
    named = NAMED.match(text, at)
    return named is not None and parse_person(named["name"], listed=listed) is not None
