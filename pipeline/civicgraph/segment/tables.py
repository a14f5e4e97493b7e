"""Tables whose row of headings says what each column is: who attended and how, who sits for which ward, which bodies
there are. A table whose headings are not understood is left to the stages that read rows one by one."""

from __future__ import annotations

import re

from civicgraph.model import Block, Column, Document, Table
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold, squash

# How clerks and committee systems head a column; the first that fits takes it, and each is taken once. The web service
# of ModernGov has the names of its fields here, which are written in one word.
_WORDS: tuple[tuple[Column, str], ...] = (
    ("substitute-for", r"substitut(?:e|ing|ed) for(?: .{2,30})?|(?:as )?(?:a )?substitute for|deputising for"
     r"|in place of"),
    ("apologies", r"apolog(?:y|ies)(?: (?:for absence|given|received|sent|tendered|noted))?(?: \(.{1,20}\))?"),
    ("absent", r"absent(?: without apolog(?:y|ies))?|not present|did not attend|non-?attend(?:ance|ed)"),
    ("present", r"present(?: \(.{1,20}\))?|attended|in attendance|was present|attending"),
    ("status", r"attendance(?: (?:status|record|type))?(?: \(.{1,60}\))?|present ?(?:/|or|,|-) ?(?:apolog(?:y|ies)"
     r"|absent)(?: ?(?:/|or|,|-) ?(?:absent|apolog(?:y|ies)))?|status|attended\? ?\(?y(?:es)?/no?\)?"),
    ("person", r"(?:full ?(?:user)?)?names?(?: (?:of|and title of) .{3,40})?|attendees?|(?:committee |board |panel "
     r"|council )?members?(?:'s?)? ?(?:names?)?|members? of .{3,50}|councillors?(?:'s?)?(?: names?)?|cllrs?(?: names?)?"
     r"|officers?(?: names?)?|persons?|people|membership|representatives?(?: names?)?"),
    ("role", r"(?:role|position|capacity|designation|office|job title|post)(?:s|held| held| title"
     r"|description)?(?: ?/ ?(?:title|role|position|organisation))?|title|role ?description"),
    ("party", r"(?:political ?)?part(?:y|ies)(?:title| name)?|political group|party group"),
    ("ward", r"ward(?:s|title| name)?(?: ?/ ?(?:electoral )?division)?|(?:electoral )?division"
     r"|ward (?:represented|or division)"),
    ("representing", r"representing(?: .{3,30})?|(?:(?:constituent|nominating|appointing|local|district) )?(?:authority"
     r"|council|authorities)|nominated by|appointed by|organisation(?: represented)?|body represented|on behalf of"
     r"|directorate|service(?: area)?|department|company|employer"),
    ("posts", r"key ?posts?|responsibilities|positions? of responsibility"),
    ("since", r"start ?date|(?:elected|appointed|term (?:of office )?(?:starts?|began|from)|from)|date elected"),
    ("until", r"end ?date|term (?:of office )?(?:ends?|expires|to)|retires|until"),
    ("ended", r"committee ?expired|expired|ended|dissolved"),
    ("body", r"committee(?: ?title| ?name)?|body|meeting of|name of (?:committee|body)"),
    ("date", r"(?:meeting ?)?date(?: of meeting)?"),
    ("time", r"(?:meeting ?)?time|starts? at"),
)  # fmt: skip
HEADINGS = tuple((column, re.compile(rf"(?:the )?(?:{words})\s*[:?*]?", re.I)) for column, words in _WORDS)
LONGEST = 60  # characters of a heading
TICKS: tuple[Column, ...] = ("present", "apologies", "absent")


def find_tables(document: Document, first: int, last: int) -> tuple[Table, ...]:
    """The tables between two blocks, in order; rows under one heading that other blocks part are still of it."""
    tables: list[Table] = []
    columns: tuple[tuple[Column, int], ...] = ()
    rows: list[int] = []
    head, width = first, 0

    def close() -> None:
        if columns and rows:
            tables.append(Table(columns=columns, head=head, rows=tuple(rows)))

    for i in range(first, last):
        block = document.blocks[i]
        if block.kind != "row":
            if block.kind == "heading" or block.span.end - block.span.start > LONGEST:
                close()
                columns, rows = (), []
            continue  # a short line between rows divides a table and does not end it: "Officers"
        found = columns_of(document, block)
        if found and (not columns or sum(1 for cell in block.cells if document.quote(cell).strip()) == len(found)):
            if found != columns:
                close()
                rows = []
            columns, head, width = found, i, len(block.cells)
        elif columns and len(block.cells) <= width:
            rows.append(i)
        else:
            close()
            columns, rows = (), []
    close()
    return tuple(tables)


def columns_of(document: Document, block: Block) -> tuple[tuple[Column, int], ...]:
    """What the headings of a row say, () where it is no row of headings.

    >>> # "Attendee | Role | Attendance" → (("person", 0), ("role", 1), ("status", 2))
    """
    found: dict[Column, int] = {}
    other = 0
    for at, cell in enumerate(block.cells):
        words = squash(fold(document.quote(cell)))
        if not words:
            continue
        column = _column(words, found)
        if column is None:
            if parse_person(words):
                return ()  # "Councillor A Lee | Committee Member | Present"
            other += 1
        else:
            found[column] = at
    known = len(found) > other and len(found) > 1 and bool({"person", "body", "date"} & found.keys())
    return tuple(sorted(found.items(), key=lambda pair: pair[1])) if known else ()


def _column(words: str, taken: dict[Column, int]) -> Column | None:
    if len(words) > LONGEST:
        return None
    return next((name for name, form in HEADINGS if name not in taken and form.fullmatch(words)), None)


def lists_attendance(table: Table) -> bool:
    """Does the table say of people how they attended?"""
    told = {column for column, _ in table.columns}
    return "person" in told and bool(told & {"status", *TICKS})
