"""The lines that could open a numbered item, each with a weight: how much it looks like a title with its number."""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.model import Block, Document, Span
from civicgraph.segment.furniture import GROUP, OUTCOME, OUTCOME_LABEL, TELLS, is_label
from civicgraph.segment.headings import HEADS, LABELLED, NARRATIVE, PURPOSE, Candidate, is_title, says
from civicgraph.segment.numbering import BRACKETED, counts_of
from civicgraph.segment.titles import run_in_end
from civicgraph.values.dates import find_dates
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.text import fold

ITEM_BELOW = re.compile(r"^\((?:agenda )?items?\s+(?:no\.?\s*)?([A-Z]?\d{1,3}[a-z]?)[^)]{0,40}\)", re.I)
# The number of the minute where the agenda's is the first, and the agenda's where the minute's is.
_MINUTE = r"(?P<number>(?:[A-Z]{1,4}/?)?\d{1,4}/\d{2,4})"
MINUTE_NUMBER = re.compile(rf"{_MINUTE}(?:[.:]|\s)\s*(?=[A-Z])")
REFERENCE = re.compile(rf":\s*{_MINUTE}(?=[\s:.-]|$)")
AGENDA_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:[.)]\s*|\s{2,})(?=[A-Z])")
# "CX 41 Forward Plan", "A5 Audit Committee", and "CX 41" or "23-24/CX/41" on a line of its own
CODED = re.compile(
    r"(?!ITEM|PAGE)(?:(?P<number>[A-Z]{2,4}\s\d{1,4}|[A-Z]\d{1,2})[.:]?\s+(?=[A-Z][^\n]{3,200}$)"
    r"|(?P<alone>[A-Z]{2,4}\s\d{1,4}|\d{2,4}(?:[/-]\d{2,4})?/[A-Z]{2,4}/\d{1,4})\s*$)"
)
SLASHED = re.compile(r"(?P<number>\d{1,2})/\s+(?=[A-Z])")  # "3/ Minutes of the last meeting"
AGENDA_ITEM = re.compile(r"(?:agenda )?item (?:no\.? )?\d{1,3}[a-z]?[.:]?", re.I)
CLAUSE_WORDS = re.compile(
    r"^(?:that|to (?!receive|consider|note|approve|confirm|agree|discuss|elect|resolve|review|set|answer|hear|appoint"
    r"|co-opt|adopt|sign|accept|arrange|fix|exclude|deal|transact)|in particular|(?:and|or)\b)",
    re.I,
)
SOMEBODY = re.compile(rf"{TITLE_S}\b")
AGAIN = 2  # blocks between a title with its number and the same number over the minute
CLAUSES = ("#", "letter", "roman")  # families that clauses are numbered in too
# "Minute 64 (Allotments) Councillor Lee said that paragraph 3 should read …": corrects what was minuted then.
OF_OLD_MINUTE = re.compile(r"min(?:ute)?s?\b[^(]{1,20}\([^()]{3,120}\)\s+[A-Z]", re.I)
LEAD_IN = re.compile(r"(?::\s*[-–]?|\b[Tt]hat|\bTHAT|\bto|[-–])$")
# Labels that are titles where they have a number: "3. Minutes:".
NUMBERED_LABEL = re.compile(r"(?:minutes|present|apologies|(?:in )?attendance|actions?|notes?)\s*:", re.I)
PARAGRAPHS = re.compile(r"\d{1,4}\.#|\d{1,3}\.\d\.#|\d\.\d{1,2}\.#")  # and not "16.09.#", of September 2016
CONTENTS = re.compile(r"\.{4,}\s{0,3}\d{1,3}\s+\d{1,3}\.\s")  # "Apologies ...... 2 2. Minutes ...... 3"
OFTEN = 2  # times that a line is printed and may still be a title


def candidates_at(document: Document, i: int, last: int) -> list[Candidate]:
    """The ways in which a block could open an item, one for each way to read its number; none for other blocks."""
    block = document.blocks[i]
    if block.kind == "paragraph" and (coded := CODED.match(document.quote(block.words))):
        block = replace(block, kind="list", marker=coded["number"] or coded["alone"], words=_behind(block, coded))
    counts = counts_of(block.marker) if block.kind in ("list", "heading") else ()
    if not block.marker and (slashed := SLASHED.match(document.quote(block.words))):
        return [_slashed(document, i, block, slashed)]
    if not counts:
        return _numbered_below(document, i, last)
    title, alone = block.words, block.words.start >= block.words.end
    if alone:
        if i + 1 >= last or document.blocks[i + 1].kind == "rule" or (i and _is_bare(document.blocks[i - 1])):
            return []  # a column of numbers, as scanning tears it from its titles
        if _is_printed_again(document, i, block.marker.strip(" .)")):
            return []
        below = document.blocks[i + 1]
        if below.marker.strip(" .)") == block.marker.strip(" .)"):
            return []  # the number of a page over "1. Apologies"
        told = fold(document.quote(below.words)).strip()
        # "Minute 6 - Annual Report", "22/3256 - 6 High Street" is a title
        whole = below.marker[:1].isalpha() or "/" in below.marker and told.startswith("- ")
        title = below.span if whole else below.words
        paragraph = all(PARAGRAPHS.fullmatch(count.family) for count in counts)
        if not paragraph and (above := _title_above(document, i, told)):
            return [
                Candidate(
                    block=above[0], family=count.family, number=count.number, value=count.value, part=count.part,
                    title=above[1], weight=3.0,
                )
                for count in counts
            ]  # fmt: skip
    text = fold(document.quote(title)).strip()
    if alone and text in {fold(document.quote(b.words)).strip() for b in document.blocks[: min(i, HEADS)]}:
        return []  # "20/22" over the words that every page has at its head
    if CONTENTS.search(text):
        return []
    shown = block.kind == "heading" or block.bold or text.isupper() or is_title(text)
    if any(count.family == BRACKETED for count in counts) and not shown:
        return []
    if OF_OLD_MINUTE.match(f"{block.marker} {text}"):
        return []
    if not text or (is_label(text) and (alone or not NUMBERED_LABEL.fullmatch(text))):
        return []
    second = ""
    if not alone:
        second, title = _title_of(document, block)
        text = fold(document.quote(title)).strip()
        if not text:
            return []
    elif text.endswith("."):  # the cell beside the number holds all: "Matters Arising There were none."
        title = Span(start=title.start, end=title.start + run_in_end(document.quote(title)))
        text = fold(document.quote(title)).strip()
    weight = 3.0 if not alone and _comes_again(document, i) else _weight(document, i, block, text, alone)
    return [
        Candidate(
            block=i, family=count.family, number=count.number, value=count.value, part=count.part, title=title,
            weight=weight, second=second,
        )
        for count in counts
    ]  # fmt: skip


def _is_printed_again(document: Document, i: int, number: str) -> bool:
    """Is a lone number that of the title just above: "4 Declarations of Interest" / "To note any." / "4" / the text?"""
    above = document.blocks[max(0, i - AGAIN) : i]
    return any(one.marker.strip(" .)") == number and is_title(fold(document.quote(one.words)).strip()) for one in above)


def _comes_again(document: Document, i: int) -> bool:
    """Is a title with its number followed by the number alone?"""
    number = document.blocks[i].marker.strip(" .)")
    below = document.blocks[i + 1 : i + 1 + AGAIN]
    alone = any(one.marker.strip(" .)") == number and one.words.start >= one.words.end for one in below)
    return alone and is_title(fold(document.quote(document.blocks[i].words)).strip())


def _title_above(document: Document, i: int, below: str) -> tuple[int, Span] | None:
    """The title over a number that stands alone with text under it: "APOLOGIES" / "PL146/14" / "There were none.".

    What the meeting was to do may stand between: "2 Apologies" / "To receive any apologies." / "25".
    """
    over = document.blocks[i - 1]
    if i and AGENDA_ITEM.fullmatch(over.marker) and over.words.start < over.words.end:
        return i - 1, over.words  # "AGENDA ITEM 4 - Notices" / "CL/16" / …
    beside = run_in_end(below)
    if beside < len(below) and not (OUTCOME.match(below) or SOMEBODY.match(below) or TELLS.search(below, 0, beside)):
        return None  # "Matters Arising There were none." has its title beside the number
    if not (OUTCOME.match(below) or TELLS.search(below) and (says(below) or len(below.split()) > 9)):
        return None
    number = document.blocks[i].span.start
    if document.text[max(0, number - 9) : number].rstrip(" ").endswith("|"):
        return None  # the first cell of a row
    at = i - 1
    while at > 0 and PURPOSE.match(fold(document.quote(document.blocks[at].words))):
        at -= 1
    end = document.blocks[max(at, 0)].words.end
    while at > 0 and document.text.count(")", start := document.blocks[at].words.start, end) > document.text.count(
        "(", start, end
    ):
        at -= 1  # "DECLARATIONS OF LOBBYING (UNDER THE CODE FOR" / "MEMBERS, SECTION 5)"
    if at > 0 and _is_bare(document.blocks[at - 1]):
        return None  # "3.0" / "APOLOGIES" / "3.1" / "There were none.": the title has its number
    title = Span(start=document.blocks[max(at, 0)].words.start, end=end)
    if document.text.count(document.quote(title)) > OFTEN:
        return None  # what every page prints over its number
    text = " ".join(fold(document.quote(title)).split())
    whole = is_title(text.capitalize() if text.isupper() else text) or at < i - 1 and text.isupper()
    if at <= 0 or not whole or is_label(text) or GROUP.match(text) or find_dates(text):
        return None
    return at, title


def _title_of(document: Document, block: Block) -> tuple[str, Span]:
    """(second number, title) of a numbered line, the title without the text that follows on the line.

    >>> # "C048/23  1.  APOLOGIES FOR ABSENCE" → ("1", "APOLOGIES FOR ABSENCE")
    >>> # "5. Allotments: 24/031 Two plots are free." → ("24/031", "Allotments")
    """
    words, title = fold(document.quote(block.words)), block.words
    number = ""
    if "/" in block.marker:
        if second := AGENDA_NUMBER.match(words):
            number, title = second["number"], Span(start=title.start + second.end(), end=title.end)
    elif second := MINUTE_NUMBER.match(words):
        number, title = second["number"], Span(start=title.start + second.end(), end=title.end)
    elif second := REFERENCE.search(words, 3, 120):
        number, title = second["number"], Span(start=title.start, end=title.start + second.start())
    if block.kind == "heading":
        return number, title
    flat = _is_inside_a_line(document.text, block.span.start)
    return number, Span(start=title.start, end=title.start + run_in_end(document.quote(title), flat=flat))


def _is_inside_a_line(text: str, at: int) -> bool:
    """Do words stand before the block in its line? Only where the line feeds were lost."""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _is_bare(block: Block) -> bool:
    """Is the block a number and nothing else?"""
    return bool(block.marker) and block.words.start >= block.words.end


def _slashed(document: Document, i: int, block: Block, match: re.Match[str]) -> Candidate:
    behind = _behind(block, match)
    words = fold(document.quote(behind))
    return Candidate(
        block=i,
        family="#/",
        number=match["number"],
        value=int(match["number"]),
        title=Span(start=behind.start, end=behind.start + run_in_end(words)),
        weight=_weight(document, i, block, words, alone=False),
    )


def _behind(block: Block, number: re.Match[str]) -> Span:
    return Span(start=block.words.start + number.end(), end=block.words.end)


def _numbered_below(document: Document, i: int, last: int) -> list[Candidate]:
    """A heading without a number over "(Item 4)"."""
    block = document.blocks[i]
    if block.kind not in ("paragraph", "heading") or i + 1 >= last or block.span.end - block.span.start > 250:
        return []
    below = ITEM_BELOW.match(fold(document.quote(document.blocks[i + 1].span)))
    if not below or not below.group(1).isdigit():
        return []
    number = below.group(1)
    return [Candidate(block=i, family="below", number=number, value=int(number), title=block.words, weight=3.0)]


def _weight(document: Document, i: int, block: Block, text: str, alone: bool) -> float:
    letters = [c for c in text if c.isalpha()]
    below = document.blocks[i + 1 + alone] if i + 1 + alone < len(document.blocks) else None
    weight = 0.0
    weight += 3.0 if block.kind == "heading" else 0.0
    weight += 2.0 if block.bold else 0.0
    weight += 2.0 if alone else 0.0
    weight += 1.5 if len(letters) > 4 and text.isupper() else 0.0
    weight += 3.0 if below and ITEM_BELOW.match(document.quote(below.span)) else 0.0
    weight += 2.0 if alone and _is_over_minutes(document, i + 2) else 0.0
    weight += 1.0 if len(text) <= 100 and not text.endswith((".", ";")) else 0.0
    weight -= 0.5 if block.level > 0 and block.kind == "list" else 0.0
    weight -= 4.0 if len(text) > 260 and not block.bold else 0.0
    weight -= 1.5 if text.endswith((".", ";")) and len(text) > 60 and not (block.bold or text.isupper()) else 0.0
    weight -= 2.5 if text[0].islower() else 0.0
    weight -= 2.5 if CLAUSE_WORDS.match(text) else 0.0
    weight -= 1.5 if NARRATIVE.search(text) and block.kind != "heading" and len(text) > 40 else 0.0
    weight -= 3.0 if OUTCOME.match(text) else 0.0
    return weight


def _is_over_minutes(document: Document, first: int) -> bool:
    """Does a web page print "Minutes:" or "Decision:" within the blocks below?"""
    return any(LABELLED.match(fold(document.quote(block.words))) for block in document.blocks[first : first + 3])


def without_clauses(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take weight from a run 1, 2, 3 that stands right under a line that leads into it ("RESOLVED that:")."""
    by_block: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_block.setdefault(candidate.block, []).append(candidate)
    out: list[Candidate] = []
    expected, lists = 0, False
    for i, block in enumerate(document.blocks):
        here = by_block.get(i, [])
        if not here:
            if block.kind in ("paragraph", "heading") and not lists:
                text = fold(document.quote(block.span)).strip()
                leads = bool(LEAD_IN.search(text)) and not is_label(text) or bool(OUTCOME_LABEL.match(text))
                above = fold(document.quote(document.blocks[i - 1].words)).rstrip() if i else "."
                goes_on = text[:1].islower() or not above.endswith((".", ";", ":"))  # a line of a clause
                expected = 1 if leads or OUTCOME.match(text) else (expected if goes_on else 0)
            continue
        counted = any(c.family in CLAUSES and c.value == expected for c in here)
        if expected and counted and block.kind != "heading":
            expected += 1
            # "1. Hours:" / "Sunday to Monday …" / "2. …": a clause with a list of its own, below which the run goes on
            lists = document.quote(block.words).rstrip().endswith(":")
            out += [replace(c, weight=c.weight - 4.0) for c in here]
        else:
            expected, lists = expected if counted else 0, False
            out += here
    return out
