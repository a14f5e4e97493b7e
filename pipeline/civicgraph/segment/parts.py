"""Where one agenda, record or report ends and the next begins: a pack is several documents in one file.

A part is known by its signature: minutes by who was present, reports by the questions of their front sheet.
"""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.model import Document, PartKind
from civicgraph.segment import fields
from civicgraph.segment.headings import TABLE_HEAD
from civicgraph.segment.labels import label_of
from civicgraph.segment.pages import OF_MATTER, further_meetings, further_pages
from civicgraph.segment.times import CLOSED
from civicgraph.values.bodies import HEAD, SINGLE_MEMBER, is_body_name
from civicgraph.values.dates import find_dates, find_times
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

ITEM_PAGE = re.compile(r"^(?:agendas, meetings and minutes\s*-\s*)?agenda item$", re.I)
TOP_OF_PAGE = re.compile(r"^(?:skip to (?:main )?content$|toggle menu$|agendas, meetings)", re.I)  # of a web site
NOTICE = re.compile(
    r"\b(?:decision (?:notice|record|details|taken by)|(?:notice|record) of (?:an? )?(?:(?:proposed|key|delegated"
    r"|executive|officer|urgent|mayoral|(?:individual )?(?:cabinet|executive|lead) member(?:'s)?"
    r"|portfolio holder(?:'s)?) ){0,2}decisions?)\b"
    # an item of the next meeting; what came in the post
    r"(?!\s+of\s+(?:the\s+)?(?:last\s+|previous\s+)?meeting\b|\s+(?:was|were|had\s+been)\b)",
    re.I,
)
# What a report has over its title: "REPORT OF THE HEAD OF LEISURE", "Report to Cabinet".
REPORT = re.compile(r"^(?:joint\s+)?report\s+(?:of|by|from|to)\s+(?:the\s+)?[A-Z]", re.I)
PRESENT = re.compile(r"^(?:members\s+)?(?:also\s+)?(?:present|in attendance|apologies|attendance)\b", re.I)
# What a meeting is still to do: "To receive apologies for absence".
TO_DO = re.compile(r"to (?:receive|consider|confirm|approve|note|agree)\b", re.I)
AT_IT = re.compile(r"(?:members )?present\b", re.I)
OPENS = re.compile(r"(?:RESOLVED|AGREED|DECISION)\b|minutes\s*:$", re.I)
RECORD = re.compile(
    r"^(?:RESOLVED|AGREED|DECIDED|DECISION)\b|\b(?:it was (?:resolved|agreed|moved|proposed)|(?:was|were) (?:agreed"
    r"|approved|noted|signed|received|adopted)|\bnoted\b|resolved that|requested that)",
    re.I,
)
MINUTES = re.compile(
    r"\b(?:minutes of|agenda(?:, decisions)? and (?:(?:draft )?minutes|decisions)|record of (?:the )?meeting"
    r"|proceedings)\b|^minutes$",
    re.I,
)
OUTCOME_ALONE = re.compile(r"RESOLVED(?:\s+UNANIMOUSLY)?\W*")
DONE = re.compile(r"\bminutes\b|\bagenda and decisions\b", re.I)
HEADED = re.compile(r"^(?:(?:draft|unconfirmed|unapproved|the|confidential) )?(?:minutes?|notes|record) of\b", re.I)
MINUTED = re.compile(r"^(?:minutes?|decisions?|resolved|cofnodion|penderfyniad(?:au)?)\b", re.I)
AGENDA = re.compile(
    r"^(?:public |meeting |council |draft )?a ?g ?e ?n ?d ?a\b|\b(?:meeting|council) agenda\b"
    r"|^(?:order of )?business(?: to be transacted)?$|\btime and date\b|\bnotice of meeting\b"
    r"|\bsummon(?:s|ed to attend)\b|\bto agree the minutes\b",
    re.I,
)
# What web pages that list bodies, people or meetings call themselves.
REGISTER = re.compile(
    r"^(?:(?:committees?|council|decision[- ]making) (?:structure|details|list|information|pages?)"
    r"|(?:browse|list of|calendar of|council|forthcoming|future|past|previous|upcoming) (?:committees?|meetings?)"
    r"(?: dates)?"
    r"|(?:your|list of|find (?:your|a)|all) (?:councillors?|members?|committees)|committees"
    r"|(?:councillor|member) (?:details|index)|councillors(?: by (?:ward|name|party))?|calendar"
    r"|outside bod(?:y|ies)(?: details| list)?|issue details|committee membership|membership(?: of [^.]{3,80})?"
    r"|attendance (?:statistics|summary))$",
    re.I,
)
# … or decisions and plans, each of which has a page of its own.
OTHER_PAGES = re.compile(
    r"^(?:browse|register of|list of|recent|search)"
    r" (?:(?:officer|delegated|key|executive|cabinet|committee) ){0,2}decisions\b"
    r"|^(?:browse )?forward plans?$|^what's new$|^document library$",
    re.I,
)
HEAD_OF_MINUTES = 25  # blocks below the first list of names in which the others stand
LISTED = 6  # entries that make a list of its own
MOST = 0.7  # of the blocks of a page that is a list and nothing else
ROLE_AFTER = re.compile(r"\s*(?:[-–,]\s*|\()[^()\n]{2,60}\)?\s*$")
WINDOW = 28  # blocks in which a front sheet shows three of its questions


def find_parts(document: Document) -> list[tuple[PartKind, int, int]]:
    """(kind, first block, one past the last block), in order, covering the document."""
    if document.kind is not None:
        return [(document.kind, 0, len(document.blocks))]
    starts: dict[int, PartKind] = {}
    for at, label in _reports(document):
        above = [fold(document.quote(b.span)) for b in document.blocks[at:label]]
        starts[at] = "decision-notice" if any(NOTICE.search(line) for line in above) else "report"
    reports = sorted(starts)
    for at in _minutes(document):
        if not any(r <= at < r + WINDOW for r in reports):
            starts.setdefault(at, "minutes")
    lines = [fold(document.quote(block.span)).strip() for block in document.blocks]
    for at in further_meetings(lines):
        starts.setdefault(at, "minutes")
    for at, end in pairwise([*further_pages(lines), len(lines)]):
        starts.setdefault(at, _kind_of(document, at, end))
    if 0 not in starts:
        nearest = min(starts, default=len(document.blocks))
        if nearest > 4 or not starts:
            starts[0] = _kind_of(document, 0, nearest)
        else:
            starts[0] = starts.pop(nearest)
    return [(starts[a], a, b) for a, b in pairwise([*sorted(starts), len(document.blocks)])]


def _kind_of(document: Document, first: int, last: int) -> PartKind:
    if _is_register(document, first, last):
        return "register"
    if any(b.role == "item" and b.marker for b in document.blocks[first:last]) and _is_unminuted(document, first, last):
        return "agenda"
    head = [
        fold(document.quote(b.span)).strip() for b in document.blocks[first : min(last, first + 20)] if not b.marker
    ]
    if any(ITEM_PAGE.match(line) for line in head[:3]):
        return "item"
    items = next((n for n, line in enumerate(head[:8]) if TABLE_HEAD.fullmatch(line)), 8)
    if any(NOTICE.search(line) for line in head[:items]):
        return "decision-notice"
    said = [fold(document.quote(b.span)).strip() for b in document.blocks[first:last]]
    told = sum(1 for line in said if RECORD.search(line))
    # One such word may be quoted; "RESOLVED" on a line of its own opens what was resolved, and no agenda has it.
    recorded = told > 1 or any(OUTCOME_ALONE.fullmatch(line) for line in said)
    # Below its own name an agenda asks for "the minutes of the last meeting" to be taken; it says of nobody "Present".
    called = next((n for n, line in enumerate(head) if AGENDA.search(line) and not DONE.search(line)), None)
    at_it = any(AT_IT.match(line) for line in head)
    above = head if recorded or at_it else head[:called]
    minutes = any(MINUTES.search(line) or OF_MATTER.match(line) for line in above)
    top = next((n for n, b in enumerate(document.blocks[first : first + 6]) if b.marker), 6)  # of an agenda's items
    if not minutes and any(REPORT.match(line) for line in head[:top]) and not _has_resolved(document, first, last):
        return "report"
    if not minutes and not recorded and any(AGENDA.search(line) for line in head):
        return "agenda"
    if minutes or told:
        return "minutes"
    if not at_it and sum(1 for b in document.blocks[first:last] if TO_DO.match(document.quote(b.words))) > 2:
        return "agenda"
    questions = {f[0] for line in head if (f := fields.label_of(line, shown=True))} & fields.FRONT
    return "report" if len(questions) >= 2 else ("agenda" if any(AGENDA.search(line) for line in head) else "minutes")


def _has_resolved(document: Document, first: int, last: int) -> bool:
    """Does it say who was there, or begin a line with what was resolved, as minutes do, or label them?"""
    lines = [fold(document.quote(b.words)).strip() for b in document.blocks[first:last]]
    return any(PRESENT.match(line) or OPENS.match(line) for line in lines)


def _is_unminuted(document: Document, first: int, last: int) -> bool:
    """Items, and labels under them, none of which is over minutes or a decision: the meeting is still to come."""
    labels = [fold(document.quote(b.span)) for b in document.blocks[first:last] if b.role == "label"]
    told = any(RECORD.search(fold(document.quote(b.span))) for b in document.blocks[first:last])
    return not told and not any(MINUTED.match(label) for label in labels)


def _is_register(document: Document, first: int, last: int) -> bool:
    """Does it list bodies, people or meetings, and record nothing?

    >>> # "Committee structure" / "Cabinet" / "Audit Committee" …; "15 Jun 2026 7:30 pm" / "21 Apr 2026 7:30 pm" …
    """
    blocks = [b for b in document.blocks[first:last] if b.kind != "rule"]
    texts = [fold(document.quote(b.words)).strip() for b in blocks]
    if any(b.kind == "heading" and OTHER_PAGES.match(text) for b, text in zip(blocks[:3], texts[:3], strict=True)):
        return True
    if any(b.role == "item" and b.marker for b in blocks) or any(RECORD.search(text) for text in texts):
        return False
    if any(b.kind == "heading" and REGISTER.match(text) for b, text in zip(blocks[:3], texts[:3], strict=True)):
        return True
    listed = sum(1 for b, text in zip(blocks, texts, strict=True) if b.kind in ("list", "row") and _is_entry(text))
    headed = sum(1 for b in blocks if b.kind == "heading")
    return listed >= LISTED and listed + headed >= MOST * len(blocks) and listed > headed


def _is_entry(text: str) -> bool:
    """A body's name, a titled person's, or a date with its time, and nothing else."""
    dates = find_dates(text)
    if dates and len(text) < 60:
        return len(text) - sum(d.end - d.start for d in dates) < 30
    name = ROLE_AFTER.sub("", text)
    return is_body_name(name) or bool((person := parse_person(name)) and person.honorific)


def _minutes(document: Document) -> list[int]:
    """First blocks of records: a list of those present with a body and a date over it."""
    out: list[int] = []
    seen = label_at = -1
    for i, block in enumerate(document.blocks):
        if block.kind == "rule":
            continue
        line = fold(document.quote(block.span)).strip()
        label = label_of(line) if len(line) < 400 else None
        if label is None or not ({"present", "attendance", "apologies"} & label[1]):
            continue
        at = _header_above(document, i)
        above = [fold(document.quote(b.span)) for b in document.blocks[at:i]]
        if i < seen and not (at > label_at and any(HEADED.match(line) and find_dates(line) for line in above)):
            continue  # who was there goes on: "Also present:", "Apologies:"
        if any(find_dates(line) for line in above) and any(
            HEAD.search(line) or SINGLE_MEMBER.search(line) for line in above
        ):
            out.append(at)
            seen, label_at = i + HEAD_OF_MINUTES, i
    return out


def _header_above(document: Document, at: int) -> int:
    """Walk up over the short lines of a header: to a rule, the page's top, a heading of the first levels, a number,
    prose, or the end of the meeting before."""
    first = at
    for i in range(at - 1, max(-1, at - 14), -1):
        block = document.blocks[i]
        text = fold(document.quote(block.span)).strip()
        if block.kind in ("rule", "row") or (block.marker and block.marker not in "-*•"):
            break
        if CLOSED.search(text) and find_times(text):
            break  # "(The meeting closed at 2.30 p.m.)", of the minutes before
        if (
            len(text) > 260
            or (text.endswith(".") and len(text) > 120)
            or re.match(r"^(?:fax|tel|minicom|e-?mail)\b", text, re.I)
            or block.page != document.blocks[at].page
        ):
            break
        first = i
        if block.kind == "heading" and block.level <= 2:
            break
    return first


def _reports(document: Document) -> list[tuple[int, int]]:
    """(first block, block of the first question) of reports: four questions of a front sheet within a page."""
    labels: list[tuple[int, str]] = []
    for i, block in enumerate(document.blocks):
        if block.kind == "rule" or (block.marker and block.marker not in "-*•"):
            continue
        if block.kind == "row":
            row = fields.beside(document, block)
            text = document.quote(row[0]) if row else ""
            found = fields.label_of(text, shown=True)
            found = found if found and found[1] >= len(text) else None
        else:
            found = fields.label_of(document.quote(block.span)[:200], shown=fields.is_shown(block))
        if found and found[0] in fields.FRONT and (found[0] != "author"):
            labels.append((i, found[0]))
    out: list[tuple[int, int]] = []
    for n, (i, _) in enumerate(labels):
        near = {name for j, name in labels[n : n + 12] if j < i + WINDOW}
        if (
            len(near) >= 4
            and ("title" in near or "summary" in near)
            and (not out or i > out[-1][0] + WINDOW)
            and not _same_sheet(labels, out, n)
        ):
            out.append((_header_above(document, i), i))
    return out


def _same_sheet(labels: list[tuple[int, str]], out: list[tuple[int, int]], n: int) -> bool:
    """A question that the current sheet has not asked yet does not begin another sheet."""
    if not out:
        return False
    asked = [name for i, name in labels[:n] if i >= out[-1][0]]
    return labels[n][1] not in asked
