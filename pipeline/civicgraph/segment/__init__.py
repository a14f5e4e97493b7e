"""Stage 2: `Document` → its `Part`s: agendas, records, reports and notices, with header, lists of names and items."""

from __future__ import annotations

import re

from civicgraph.model import Document, Field, Item, Part, PartKind, Quoted, Span
from civicgraph.segment.attendance import find_names, label_of
from civicgraph.segment.fields import beside, find_fields, is_shown
from civicgraph.segment.fields import label_of as label_on_sheet
from civicgraph.segment.furniture import title_span
from civicgraph.segment.header import find_header
from civicgraph.segment.items import find_items
from civicgraph.segment.parts import ITEM_PAGE, find_parts
from civicgraph.values.text import fold, squash

HEAD_BLOCKS = 25  # a header is over by then
ROLL = re.compile(r"\b(?:apolog|absen|attend|sederunt|present\b|roll\b|substitut|welcome|introductions)", re.I)


def segment(document: Document) -> tuple[Part, ...]:
    """The parts of a document, in order; they cover all of its blocks."""
    return tuple(_part(document, kind, first, last) for kind, first, last in find_parts(document))


def _part(document: Document, kind: PartKind, first: int, last: int) -> Part:
    if kind == "report":
        items: tuple[Item, ...] = ()
    elif kind == "item":
        items = _item_page(document, first, last)
    else:
        items = find_items(document, first, last)
    fields = find_fields(document, first, last) if kind in ("report", "decision-notice") else ()
    if kind == "decision-notice":
        items = tuple(item for item in items if not _is_question(item.title.text))
        if not any(item.number for item in items):
            items = _of_form(document, fields, last) or items
    head = (
        _sheet(document, first, last) if kind == "report" else _head(document, first, items[0].first if items else last)
    )
    if kind == "decision-notice" and fields:
        head = _head(document, first, last)  # a form names who decides anywhere in it
    header = find_header(document, first, head, last)
    names_to, headings = _names_to(document, first, last, items)
    return Part(
        kind=kind,
        first=first,
        last=last,
        span=Span(start=document.blocks[first].span.start, end=document.blocks[last - 1].span.end),
        council=header.council,
        body=header.body,
        date=header.date,
        start=header.start,
        end=header.end if kind in ("minutes", "item") else None,
        venue=header.venue,
        items=items,
        names=find_names(document, first, names_to, headings) if kind in ("minutes", "item") else (),
        fields=fields,
    )


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
    }
    return roll[-1].last, frozenset(headings)


def _head(document: Document, first: int, last: int) -> int:
    """One past the last block of the header: up to the first list of names."""
    for i in range(first, min(last, first + HEAD_BLOCKS)):
        line = fold(document.quote(document.blocks[i].span))
        found = label_of(line) if len(line) < 400 else None
        if found and {"present", "attendance", "apologies"} & found[1] and i > first:
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


def _item_page(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """A page of one item: its title is the first line that is not the site's own."""
    for i in range(first, min(last, first + 6)):
        text = squash(fold(document.quote(document.blocks[i].words)))
        if document.blocks[i].kind == "rule" or ITEM_PAGE.match(text) or re.match(r"^agendas, meetings", text, re.I):
            continue
        if re.match(r"^(?:minutes|decision|to )\b", text, re.I) and not text.endswith(":") or text.endswith(":"):
            return ()
        span = title_span(document.text, document.blocks[i].words)
        title = Quoted(text=squash(document.quote(span)), span=span)
        number = document.blocks[i].marker.rstrip(".):") if document.blocks[i].marker[:1].isdigit() else ""
        return (Item(number=number, title=title, first=i, last=last),)
    return ()
