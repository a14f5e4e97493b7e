"""Stage 2: `Document` → its `Part`s: agendas, records, reports and notices, with header, lists of names and items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicgraph.model import Document, Field, Item, NameList, Part, PartKind, Quoted, Span
from civicgraph.segment.acting import acting_body
from civicgraph.segment.attendance import find_names
from civicgraph.segment.fields import beside, find_fields, is_shown, section_of
from civicgraph.segment.fields import label_of as label_on_sheet
from civicgraph.segment.furniture import is_label, title_span
from civicgraph.segment.header import Header, find_header
from civicgraph.segment.headings import DATED
from civicgraph.segment.items import find_items
from civicgraph.segment.labels import label_of
from civicgraph.segment.parts import ITEM_PAGE, NOTICE, TOP_OF_PAGE, find_parts
from civicgraph.segment.stated import HEAD as STATED
from civicgraph.segment.stated import stated_identifier
from civicgraph.segment.tables import find_tables, lists_attendance
from civicgraph.values.dates import find_dates
from civicgraph.values.text import fold, squash

# "Meeting of Cabinet, Tuesday, 5th March, 2024 2.00 pm (Item 5.)": an item's page, of its meeting.
DETAILS = re.compile(r"^(?:decision details|issue - decisions?)$", re.I)
ISSUE = re.compile(r"^issue - meetings?$", re.I)
OF_ITEM = re.compile(r"\(Item\s{1,3}([A-Z]?\d{1,4}(?:[/.]\d{1,4})?[a-z]?)\.?\)", re.I)
WITHIN = re.compile(r"(?:(?:others?|also|those) )?(?:present|in attendance)(?: for this item)?\s*:\s+\S", re.I)
ATTENDANCE = re.compile(r"(?:attendance|attendance details|details of attendance)\s?:?", re.I)
HEAD_BLOCKS = 25  # a header is over by then
DECIDED_BY = 7  # blocks from a day and a title in which a list of decisions says who decided, and at which meeting
BESIDE = re.compile(
    r"\W*(?:(?:alternative|other)\s+options|reasons?\s+for)\b", re.I
)  # over what is listed beside a decision
WHO_CAME = re.compile(r"\.\s+(?:Those |Also )?(?:[Pp]resent|[Ii]n attendance)(?: were)?\s*:")
ROLLED = frozenset(("present", "attendance", "attendees", "apologies", "sederunt"))  # of a label below the header
ROLL = re.compile(
    r"\b(?:apolog|absen|attend|sederunt|present(?:nol)?\b|roll\b|substitut|welcome|introductions|bresennol|mynychu"
    r"|ymddiheur|^(?:members|councillors)\W*$)",
    re.I,
)


def segment(document: Document) -> tuple[Part, ...]:
    """The parts of a document, in order; they cover all of its blocks."""
    return tuple(_part(document, kind, first, last) for kind, first, last in find_parts(document))


def _part(document: Document, kind: PartKind, first: int, last: int) -> Part:
    if kind in ("report", "register"):
        items: tuple[Item, ...] = ()
    elif kind == "item":
        items = _item_page(document, first, last)
    else:
        items = find_items(document, first, last)
    items = _of_page(document, first, items)
    asked = [i for i in items if section_of(document, document.blocks[i.first]) is not None]
    form = kind == "decision-notice" and len(asked) > 1  # its sections are numbered, and are no items
    fields = find_fields(document, first, last, numbered=form) if kind in ("report", "decision-notice") else ()
    if kind == "decision-notice":
        beside = next((n for n in range(first, last) if BESIDE.match(document.quote(document.blocks[n].span))), last)
        if all(item.first > beside for item in items):
            items = ()  # "2 The seat could be kept. This would cost more.", of the options that were not taken
        items = tuple(i for i in items if not (form or _is_question(i.title.text) or NOTICE.search(i.title.text)))
        if not any(item.number for item in items):
            items = _of_form(document, fields, last) or _titled(document, first, last) or items
    elif kind == "minutes" and not items:
        items = _titled(document, first, last) or _of_issue(document, first, last)
    names_to, headings = _names_to(document, first, last, items)
    recorded = kind in ("minutes", "item")
    tables = find_tables(document, first, names_to if items else last) if recorded or kind == "register" else ()
    tables = tuple(table for table in tables if not recorded or lists_attendance(table))
    head = min([_header_end(document, kind, first, last, items, bool(fields)), *(table.head for table in tables)])
    header = find_header(document, first, head, last)
    if recorded or kind == "decision-notice" or kind == "agenda" and header.body is None:
        header = replace(header, body=_body(document, header, first, last, items))
    if kind == "register":
        header = Header(council=header.council)  # the first of its meetings is not the register's
    apart = {i for table in tables for i in (table.head, *table.rows)}
    apart |= {i for i in range(first, names_to) if document.blocks[i].role in STATED}
    return Part(
        kind=kind,
        first=first,
        last=last,
        span=Span(start=document.blocks[first].span.start, end=document.blocks[last - 1].span.end),
        council=header.council,
        body=header.body,
        date=header.date,
        start=header.start,
        end=header.end if recorded else None,
        venue=header.venue,
        items=items,
        names=(
            *find_names(document, first, names_to, headings, frozenset(apart)),
            *_names_within(document, items, names_to),
            *_names_behind(document, items, last),
        )
        if recorded
        else (),
        fields=fields,
        tables=tables,
        identifier=stated_identifier(document, first, last),
    )


def _body(document: Document, header: Header, first: int, last: int, items: tuple[Item, ...]) -> Quoted | None:
    """The body of the header, unless that is the title of what was decided; else the one that the record lets act."""
    body = header.body
    if body is not None and not any(item.title.text == body.text for item in items if not item.number):
        return body
    return acting_body(document, first, last)


def _header_end(
    document: Document, kind: PartKind, first: int, last: int, items: tuple[Item, ...], is_form: bool
) -> int:
    """One past the last block that may say who met, when and where.

    The page of one decision or item has its title first, and says of which meeting it is below, or at its end.
    """
    if kind == "report":
        return _sheet(document, first, last)
    if kind in ("decision-notice", "item") and _is_headed(document, first, last):
        return last
    if kind == "decision-notice" and is_form:
        return _head(document, first, last)  # a form names who decides anywhere in it
    if items and not is_form:
        called = squash(fold(document.quote(document.blocks[first].words)))
        page = DETAILS.match(called) or ISSUE.match(called)
        if page and page.group().lower() == "decision details":
            return last  # its last lines say at which meeting
        if page or DATED.match(document.quote(document.blocks[items[0].first].span)):
            return _head(document, first, min(items[0].first + (3 if page else DECIDED_BY), last))
    if kind == "item" and items:
        below = fold(document.quote(document.blocks[min(items[0].first + 1, last - 1)].span))
        if OF_ITEM.search(below) and find_dates(below):
            return min(items[0].first + 2, last)  # "Meeting of Cabinet, Monday 4 May 2015 (Item 7)", under its title
    return _head(document, first, items[0].first if items else last)


def _names_within(document: Document, items: tuple[Item, ...], beyond: int) -> Iterator[NameList]:
    """The lists that stand right under the title of one item: "Others present: Mr A Lee (Applicant), …"."""
    for item in items:
        for i in range(max(item.first + 1, beyond), min(item.first + 4, item.last)):
            text = fold(document.quote(document.blocks[i].span))
            if WITHIN.match(text) and label_of(text):
                yield from (names for names in find_names(document, i, i + 1) if names.lines)


def _names_behind(document: Document, items: tuple[Item, ...], last: int) -> tuple[NameList, ...]:
    """The lists that a web page prints below all items: "Attendance Details" / "Present:" / …"""
    for i in range(items[-1].first + 1, last) if items else ():
        if ATTENDANCE.fullmatch(squash(fold(document.quote(document.blocks[i].words)))):
            return find_names(document, i + 1, last)
    return ()


def _names_to(document: Document, first: int, last: int, items: tuple[Item, ...]) -> tuple[int, frozenset[int]]:
    """One past the last block that may list who was there, and the item headings before it.

    That is the first item, or, where councils make the roll an item of its own ("1. Sederunt"), the end of such items.
    """
    if not items:
        return min(last, first + 120), frozenset()
    roll: list[Item] = []
    for item in items[:4]:
        if not ROLL.search(item.title.text):
            break
        roll.append(item)
    if not roll:
        return items[0].first, frozenset()
    headings = {
        i
        for item in roll
        for i in range(item.first, item.last)
        if document.blocks[i].span.start <= item.title.span.start
        # "1. Welcome: The Chair opened the meeting. Those present were: …" is a heading and the list in one
        and not WHO_CAME.search(document.text, item.title.span.end, document.blocks[i].span.end)
    }
    return roll[-1].last, frozenset(headings)


def _head(document: Document, first: int, last: int) -> int:
    """One past the last block of the header: up to the first list of names."""
    for i in range(first, min(last, first + HEAD_BLOCKS)):
        line = fold(document.quote(document.blocks[i].span))
        found = label_of(line) if len(line) < 400 else None
        if found and ROLLED & found[1] and i > first:
            return i
    return min(last, first + HEAD_BLOCKS)


def _sheet(document: Document, first: int, last: int) -> int:
    """One past the lines over a report's front sheet."""
    for i in range(first, min(last, first + HEAD_BLOCKS)):
        block = document.blocks[i]
        row = beside(document, block) if block.kind == "row" else None
        if label_on_sheet(document.quote(row[0] if row else block.span), shown=is_shown(block) or row is not None):
            return i
    return first


def _is_question(title: str) -> bool:
    """Is a numbered line a question of a form: "1. Decision maker"?"""
    found = label_on_sheet(title, shown=True)
    return found is not None and found[1] >= len(title)


def _of_form(document: Document, fields: tuple[Field, ...], last: int) -> tuple[Item, ...]:
    """The one item of a notice of one decision: what its form gives as the title."""
    titles = [field for field in fields if field.label.text == "title" and field.parts]
    if len(titles) != 1:
        return ()
    span = titles[0].parts[0]
    title = Quoted(text=squash(document.quote(span)), span=span)
    first = next(i for i, block in enumerate(document.blocks) if block.span.end >= span.end)
    return (Item(number="", title=title, first=first, last=last),)


def _titled(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The one item of a page of one decision: the line under "Decision details", over the first of its labels."""
    shown = [i for i in range(first, min(last, first + 4)) if document.blocks[i].kind != "rule"]
    head = squash(fold(document.quote(document.blocks[shown[0]].words))) if len(shown) > 2 else ""
    if not DETAILS.match(head) or _is_headed(document, first, last):
        return ()
    span, below = document.blocks[shown[1]].words, fold(document.quote(document.blocks[shown[2]].words))
    title = squash(document.quote(span))
    labelled = ":" in below[1:] or (head.lower().startswith("issue") and bool(find_dates(below)))
    if title.endswith(":") or not labelled or label_on_sheet(title, shown=True):
        return ()
    return (Item(number="", title=Quoted(text=title, span=span), first=shown[1], last=last),)


def _of_page(document: Document, first: int, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The one item of a page without a number, which stands beside the meeting over or under its title: "Meeting:
    4 July 2023 - Education Committee (Item 2)"."""
    if len(items) != 1 or items[0].number:
        return items
    last = items[0].first
    if ISSUE.match(squash(fold(document.quote(document.blocks[first].words)))):
        last = min(items[0].first + 2, items[0].last)  # or right below its title
    above = (fold(document.quote(block.span)) for block in document.blocks[first:last])
    number = next((found.group(1) for text in above if (found := OF_ITEM.search(text)) and find_dates(text)), "")
    title = items[0].title
    if number and title.text.startswith(f"{number} "):  # "30 2019/20 Audit Plan"
        at = title.span.start + len(number) + 1
        title = Quoted(text=title.text[len(number) + 1 :], span=Span(start=at, end=title.span.end))
    return (replace(items[0], number=number, title=title),)


def _of_issue(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The item of one meeting on the page of a matter that several took: the page's title, and the number beside the
    meeting ("Meeting: 03/09/2014 - Health Panel (Item 21)"), where it is not printed over what was said there."""
    head, above = (squash(fold(document.quote(block.words))) for block in (*document.blocks, *document.blocks)[:2])
    if not ISSUE.match(head) or not above or above.endswith(":") or find_dates(above):
        return ()
    for i in range(first, min(last - 1, first + 5)):
        text = fold(document.quote(document.blocks[i].span))
        if (found := OF_ITEM.search(text)) and find_dates(text):
            span = document.blocks[1].words
            title = Quoted(text=squash(document.quote(span)), span=span)
            return (Item(number=found.group(1), title=title, first=i + 1, last=last),)
    return ()


def _is_headed(document: Document, first: int, last: int) -> bool:
    return any(block.role == "item" for block in document.blocks[first:last])


def _item_page(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """A page of one item: its title is the first line that is not the site's own, unless the format says which."""
    if said := find_items(document, first, last) if _is_headed(document, first, last) else ():
        number = next(
            (
                found.group(1)
                for b in document.blocks[first:last]
                if b.role == "body" and (found := OF_ITEM.search(document.quote(b.words)))
            ),
            "",
        )
        return (replace(said[0], number=said[0].number or number, last=last),)
    for i in range(first, min(last, first + 6)):
        text = squash(fold(document.quote(document.blocks[i].words)))
        if document.blocks[i].kind == "rule" or ITEM_PAGE.match(text) or TOP_OF_PAGE.match(text):
            continue
        if re.match(r"^to\b", text, re.I) or is_label(text) or text.endswith(":"):
            return ()
        span = title_span(document.text, document.blocks[i].words)
        title = Quoted(text=squash(document.quote(span)), span=span)
        number = document.blocks[i].marker.rstrip(".):") if document.blocks[i].marker[:1].isdigit() else ""
        return (Item(number=number, title=title, first=i, last=last),)
    return ()
