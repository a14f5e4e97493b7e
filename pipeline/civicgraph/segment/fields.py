"""Front sheets of reports: "Ward(s) affected:" / "All", "Title:" / …, and what stands under "Recommendations:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicgraph.model import Block, Document, Field, Quoted, Span
from civicgraph.values.text import fold, squash

# What a report's first page asks (each council words it in its own way): the name used here, how it is printed.
LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^(?:{pattern})\s*(?:[:?]\s*|$)", re.I))
    for name, pattern in (
        ("cabinet-member", r"name of (?:the )?(?:cabinet|executive) member|(?:cabinet|executive"
        r"|lead) member(?:/s|\(s\)|s)?|portfolio(?: holder)?(?: holder)?"),
        ("director", r"(?:executive |corporate |strategic )?director (?:approving submission of the report"
        r"|responsible)|(?:lead|responsible) (?:chief officer|director|officer)|chief officer"),
        ("wards", r"wards?(?:\(s\)|/s|s)?(?: (?:specifically )?(?:affected|directly affected|involved"
        r"|in which))?(?: by (?:the )?(?:decision|report))?|electoral divisions? affected|divisions?(?: affected)?"),
        ("title", r"(?:report )?title(?: of (?:the )?(?:report|decision))?|subject(?: matter)?(?: ?/ ?title(?: of"
        r" (?:the )?(?:report|decision))?)?|report subject|re"),
        ("key-decision", r"is (?:this|the report) a key decision|key decision(?: ref(?:erence)?)?|decision type"),
        ("summary", r"executive summary|summary(?: of (?:the )?report)?|purpose(?: of (?:the )?report)?|synopsis"),
        ("recommendations", r"(?:officer )?recommendations?(?:\(s\))?(?: to [a-z ]{3,40})?|decisions? required"
        r"|proposed (?:decision|resolution)|it is recommended(?: that)?|resolution required"),
        ("appendices", r"list of appendices(?: included)?|appendices(?: attached)?|annexes"),
        ("background", r"(?:other useful )?background (?:papers|documents|information)(?: used.{0,60})?"),
        ("scrutiny", r"has it(?:,)? been(?:,)? or will it be(?:,)? considered by scrutiny"
        r"|(?:overview and )?scrutiny (?:consideration|comments|input)|pre-?decision scrutiny"),
        ("other-bodies", r"has it(?:,)? been(?:,)? or will it be(?:,)? considered by any other .{3,90}"
        r"|previously considered by|past (?:pathway|route)(?: of (?:the )?(?:paper|report))?|considered by"),
        ("council", r"will (?:this|the) report go to council|future (?:pathway|route)(?: of (?:the )?(?:paper"
        r"|report))?"),
        ("by", r"(?:report )?(?:by|of|from)|report author and title"),
        ("author", r"(?:report )?author(?:\(s\)|s|/s)?(?: name and job title| and contact(?: details)?)?"
        r"|name and job title|contact officer(?:\(s\)|s|/s)?|(?:report|lead|originating) officer(?:\(s\))?"
        r"|presented by"),
        ("contact", r"tel(?:ephone)?(?: no\.?| number)?(?: and e-?mail(?: contact)?)?|e-?mail(?: address)?"
        r"|contact(?: details)?|enquiries"),
        ("directorate", r"directorate|service(?: area)?|department"),
        ("to", r"(?:report )?to|(?:report|meeting)? ?(?:considered by|submitted to)|decision[- ]maker|committee"
        r"|meeting|name of (?:committee|meeting|body)"),
        ("date", r"date(?: of (?:the )?(?:meeting|decision|committee))?|meeting date|decision date"),
    )
)  # fmt: skip
LONGEST = 90  # characters of a label in a table
SECTION = 80  # characters of a heading
SECTIONED = re.compile(r"\d{1,2}\.\d{1,2}\b")  # "2.1": a paragraph of a report
TEXTS = ("recommendations", "summary")  # answers in paragraphs, in which a colon is nothing new
# A question that is none of these ends the answer before it too: "Classification: Unrestricted".
OTHER_LABEL = re.compile(r"[A-Z][\w'’()/&-]{1,20}(?: [\w'’()/&-]{1,20}){0,3} ?:\s{1,9}\S")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]?")
FRONT = {
    "cabinet-member",
    "director",
    "wards",
    "title",
    "key-decision",
    "summary",
    "recommendations",
    "scrutiny",
    "other-bodies",
    "council",
    "by",
    "to",
    "appendices",
}


def label_of(line: str, *, shown: bool) -> tuple[str, int] | None:
    """(name, length of the label with its colon) of a line; one without a colon must be set off (`shown`)."""
    folded = fold(line)
    for name, pattern in LABELS:
        found = pattern.match(folded)
        if found and (found.group().rstrip().endswith((":", "?")) or (shown and found.end() == len(folded))):
            return name, found.end()
    return None


def is_shown(block: Block) -> bool:
    """Is a line set off as a label by its looks, so that it needs no colon?"""
    return block.bold or block.kind == "heading" or block.role == "label"


def beside(document: Document, block: Block) -> tuple[Span, tuple[Span, ...]] | None:
    """(label, values) of a row of a form, without its number: "3. | Decision maker | Cabinet Member for Roads"; None of
    any other row.
    """
    cells = [cell for cell in block.cells if cell.start < cell.end]
    if not cells or cells[0] != block.cells[0]:
        return None
    if NUMBER.fullmatch(document.quote(cells[0])):
        cells = cells[1:]
    if len(cells) < 2 or cells[0].end - cells[0].start > LONGEST:
        return None
    return cells[0], tuple(cells[1:])


def labelled(document: Document, first: int, last: int) -> Iterator[tuple[str, Span]]:
    """(label in small letters without its colon, value) as a form has them: in a row, or the value below its label.

    >>> # "Decision maker | Cabinet Member for Roads" → ("decision maker", the span of "Cabinet Member for Roads")
    """
    blocks = [block for block in document.blocks[first:last] if block.kind != "rule"]
    for n, block in enumerate(blocks):
        label, value = None, None
        if block.kind == "row" and (row := beside(document, block)):
            label, value = row[0], row[1][0]
        elif _is_label(document, block) and n + 1 < len(blocks) and blocks[n + 1].kind != "row":
            label, value = block.words, blocks[n + 1].words
        if label and value:
            yield squash(fold(document.quote(label))).rstrip(" :?").lower(), value


def _is_over(document: Document, label: str, lines: list[Span], block: Block) -> bool:
    """Does the report itself begin here? What is recommended may be numbered, and has no headings of its own."""
    if label != "recommendations":
        return block.marker[:1].isdigit() or len(lines) >= 8
    text = document.quote(block.words).strip()
    heading = is_shown(block) and len(text) <= SECTION and not text.endswith((":", ";", "."))
    paragraph = SECTIONED.match(block.marker) and not any(SECTIONED.match(document.quote(line)) for line in lines)
    return bool(lines) and bool(heading or paragraph)


def _section(document: Document, block: Block) -> tuple[str, int] | None:
    """The label that is the heading of a numbered section, "2. Recommendations", or stands alone on its line."""
    if block.kind == "row" or block.marker and not block.marker.strip("().").isdigit():
        return None
    words = document.quote(block.words)
    found = label_of(words, shown=True)
    if found is None or found[0] != "recommendations" or found[1] < len(words.rstrip()):
        return None
    return found[0], block.span.end - block.span.start


def _is_next_section(document: Document, number: str, block: Block) -> bool:
    """Is a block the heading of the section after number `number`: "3. Background"?"""
    text = document.quote(block.words).strip()
    follows = number.isdigit() and block.marker.strip("().") == str(int(number) + 1)
    return follows and len(text) <= SECTION and not text.endswith((":", ";", "."))


def _is_label(document: Document, block: Block) -> bool:
    """A line that only asks: "DECISION TO BE TAKEN BY:"."""
    text = document.quote(block.words)
    return block.role == "label" or (not block.marker and len(text) <= LONGEST and text.endswith(":"))


# Sections of a form that say nothing of who decides what: the answers to those before them end here.
SECTIONS = re.compile(
    r"(?:decision|decision(?: to be)? (?:taken|made)|reasons?(?:\(s\))?(?: for (?:the )?(?:decision"
    r"|urgency|recommendation).{0,40})?"
    r"|.{0,30}\bimplications?|(?:any )?alternatives?(?: options)?(?: considered)?.{0,40}|options(?: considered)?.{0,40}"
    r"|(?:any )?(?:conflicts? of )?interests?(?: declared)?.{0,60}"
    r"|(?:details of )?(?:any )?consultation.{0,60}|background.{0,30}"
    r"|.{0,60}\bconsultation|implementation.{0,40}|call-?in.{0,40}|(?:contact|responsible) officer"
    r"|equalit.{0,40}|risk.{0,40})",
    re.I,
)


def section_of(document: Document, block: Block) -> str | None:
    """What a numbered heading of a form asks: "1. Title of decision" is its "title"; "" for a section that is no
    question of its first page, None for any other line."""
    words = squash(fold(document.quote(block.words))).rstrip(" :")
    if not block.marker[:1].isdigit() or not words or len(words) > SECTION:
        return None
    asked = label_of(words, shown=True)
    if asked and asked[1] >= len(words):
        return asked[0]
    return "" if SECTIONS.fullmatch(words) else None


def find_fields(document: Document, first: int, last: int, *, numbered: bool = False) -> tuple[Field, ...]:
    """The labelled values between two blocks, in order; a value goes on to the next label. `numbered`: questions may be
    numbered headings."""
    fields: list[Field] = []
    label: tuple[str, Span] | None = None
    lines: list[Span] = []
    number = ""  # of the section whose heading the label is

    def close() -> None:
        if label is not None and label[0]:
            span = (
                Span(start=lines[0].start, end=lines[-1].end) if lines else Span(start=label[1].end, end=label[1].end)
            )
            fields.append(
                Field(
                    label=Quoted(text=label[0], span=label[1]),
                    value=Quoted(text=squash(document.quote(span)), span=span),
                    parts=tuple(lines),
                )
            )

    for block in document.blocks[first:last]:
        if block.kind == "rule":
            continue
        if block.kind == "row":
            close()
            label, lines = None, []
            row = beside(document, block)
            asked = label_of(document.quote(row[0]), shown=True) if row else None
            if row and asked and asked[1] >= row[0].end - row[0].start:
                label, lines = (asked[0], row[0]), list(row[1])
                close()
                label, lines = None, []
            continue
        text = document.quote(block.span)
        found = label_of(text, shown=is_shown(block)) if not block.marker or block.marker in "-*•" else None
        if found is None and numbered and (question := section_of(document, block)) is not None:
            close()
            label, lines = (question, block.span), []
            continue
        if section := _section(document, block):
            found = section
        if found:
            close()
            name, length = found
            label = (name, Span(start=block.span.start, end=block.span.start + length))
            rest = text[length:]
            number = block.marker.strip("().") if section else ""
            lines = [Span(start=block.span.end - len(rest.lstrip()), end=block.span.end)] if rest.strip() else []
        elif block.role == "label" or (label and label[0] not in TEXTS and OTHER_LABEL.match(text)):
            close()
            label, lines = None, []
        elif label is not None:
            if _is_over(document, label[0], lines, block) or _is_next_section(document, number, block):
                close()
                label, lines = None, []
            else:
                lines.append(block.span)
    close()
    return tuple(fields)
