"""Titles without numbers: headings where nothing is numbered, and titles whose number was lost on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from civicgraph.model import Block, Document, Span
from civicgraph.segment.furniture import GROUP, OUTCOME, OUTCOME_LABEL, TELLS, is_label
from civicgraph.segment.labels import STATE, label_of
from civicgraph.segment.titles import JOINS, NOTHING, ROLL, SAID, run_in_end
from civicgraph.values.bodies import HEAD
from civicgraph.values.dates import find_dates
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

# Under a title without a number: what the meeting is to do with it, or what a council's web page prints below.
PURPOSE = re.compile(
    r"^to (?:resolve|receive|note|consider|approve|agree|adopt|confirm|discuss|elect|appoint|report|invite|determine"
    r"|review|endorse|hear|sign)\b",
    re.I,
)
BELOW = re.compile(r"^(?:minutes|decision|decisions|additional documents|supporting documents)\s*:", re.I)
MINUTES = re.compile(r"minutes", re.I)
LABELLED = re.compile(r"(?P<label>minutes|decisions?)\s*:\s*$", re.I)
DOCUMENT = re.compile(r"\bpdf(?: icon)?\s+(?:pdf\s+)?[\d.,]{1,8}\s*[KM]B\b", re.I)
SUBMITTED = re.compile(r"^(?:questions?|notices? of motion|motions?) submitted by\b", re.I)
REPORT = re.compile(r"^(?:joint |update |verbal |oral )?(?:report|briefing note|presentation)s?\b", re.I)
OF_THE_HEADER = re.compile(
    r"^(?:date(?! (?:and time )?of (?:the )?next)|time|venue|place|location|contact|committee|meeting"
    r"|agenda|note|presented by|responsib\w+|lead (?:officer|member)|(?:relevant )?portfolio holder|report author"
    r"|wards?(?: affected)?)\b[^:]{0,20}:|[^:?]{3,60}\?\s*:?\s*(?:yes|no)$",
    re.I,
)
# "Abstentions: Councillor Wray (1)", between a vote and "DECISION:".
OF_A_VOTE = re.compile(
    r"(?:for|against|in favour|abst(?:ain(?:ed|ing)?|entions?)|(?:did )?not vot(?:e|ing)|ayes?|noes|nays"
    r"|(?:proposed|seconded|moved)(?: by)?|proposer|seconder|mover|votes?(?: \w+)?)\s*(?:\(\d{1,3}\)\s*)?(?::.*|\W*)$",
    re.I,
)
# "AT THE COUNCIL CHAMBER AT 7.00 PM": of the header too.
WHERE = re.compile(r"(?:held )?(?:at|in) [^.]{3,80}\bat \d{1,2}[.:]\d\d\b", re.I)
# "18/02/2020 - Parking charges ref: 271    Recommendations approved": of a page of decisions.
DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+-\s+(?P<title>\S.{2,300}?)(?P<ref>\s+ref:\s*\d.*)?$", re.S)
BODY_ENDS = re.compile(rf"^[^:]{{0,80}}{HEAD.pattern}\W*$", re.I)
WHO_ACTS = re.compile(
    r"The (?:[A-Z][\w'&-]*,? (?:(?:and|of|for) )?){0,8}"
    r"(?:(?:Sub-)?Committee|Board|Panel|Cabinet|Executive|Council|Forum):?"
)
FIRST_DATED = 6  # blocks at the head of such a page
# Items that every council takes and many do not number.
ITEM_BEHIND = re.compile(r"[(\[](?:agenda )?items?\s*(?:no\.?\s*)?(?P<number>[A-Z]?\d{1,3}[a-z]?)[)\]]\s*$", re.I)
STANDING = re.compile(
    r"(?:apologies(?: for absence)?(?: (?:and|&) [a-z ]{0,30}substitut(?:es?|ions?)(?: members?)?)?"
    r"|declarations? of (?:[a-z']{1,12} ){0,3}interests?(?: (?:and|in) [a-z ]{3,30}| \([a-z ]{3,40}\))?"
    r"|public (?:participation|session|forum|speaking|questions?"
    r"(?: time)?)|questions? from (?:the |members of the )?public|open forum|any other (?:urgent )?business"
    r"|police (?:report|matters|update)|date (?:and time )?of (?:the )?next meeting|other matters(?: raised)?"
    r"|exclusion of (?:the )?(?:press|public)(?: and (?:press|public))?)\s*:?",
    re.I,
)
TABLE_HEAD = re.compile(r"\|?\s*No\.?\s*\|?\s*Items?\s*(?:\|\s*)*", re.I)
ROLL_LABELS = frozenset(("present", "attendance", "attendees", "attending", "sederunt"))
SIGNED = 1.0  # weight of a title that what stands around it tells; less where only its own words do
HEADS = 3  # blocks
HEADER = 60  # blocks within which the roll is called
NARRATIVE = re.compile(r"\b(?:was|were|had|would|has been|have been|advised|asked|stated|explained|noted that)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A block that could open an item."""

    block: int
    family: str  # the numbering that it belongs to
    number: str  # as printed
    value: int  # rises through a run
    title: Span
    weight: float
    part: int = 0  # of a number with a letter: "41a/19"
    second: str = ""  # the other number that is printed with it: "C048/23  1.  APOLOGIES", "5. Allotments: 24/031"


def headings(document: Document, first: int, last: int) -> list[Candidate]:
    """Headings without numbers, where nothing is numbered."""
    out: list[Candidate] = []
    for i in range(below_the_roll(document, first, last), last):
        block = document.blocks[i]
        text = fold(document.quote(block.words)).strip()
        shown = block.kind == "heading" or (
            block.kind == "paragraph" and (block.bold or (text.isupper() and len(text) > 8))
        )
        follows = document.blocks[i + 1] if i + 1 < last else None
        shown = shown or (follows is not None and _over_paragraphs(document, block, text, follows))
        if not shown or len(text) > 160 or is_label(text) or GROUP.match(text) or text.endswith((":", ",")):
            continue
        if (label := label_of(text)) and not label[1] & STATE and label[0] >= len(text):
            continue  # "COUNCILLORS" over names
        if OUTCOME_LABEL.match(text) or block.kind != "heading" and NARRATIVE.search(text):
            continue
        if follows is None or follows.kind == "heading":
            continue
        dates = [date for date in find_dates(text) if date.year_given]
        if dates and (i == first or not text[: dates[0].start].strip()):
            continue  # "Minutes of the Cabinet held on 3 March 2024": the paper's own title, or its day
        if WHERE.match(text):
            continue
        out.append(Candidate(block=i, family="", number="", value=len(out), title=block.words, weight=1.0))
    return out


def dated(document: Document, first: int, last: int) -> list[Candidate]:
    """The headings of a page of decisions, each a day and a title, the first of them right at its head."""
    out: list[Candidate] = []
    for i in range(first, last):
        block = document.blocks[i]
        found = DATED.match(document.quote(block.span)) if block.kind != "row" else None
        # "15/03/2021 - Standards Committee" is the meeting, "… - Appointment to Working Groups ref: 12" a decision
        if found and (found["ref"] or not BODY_ENDS.search(found["title"])):
            start, end = found.span("title")
            title = Span(start=block.span.start + start, end=block.span.start + end)
            out.append(Candidate(block=i, family="", number="", value=len(out), title=title, weight=SIGNED))
        elif not out and i >= first + FIRST_DATED:
            break
    return out


def _over_paragraphs(document: Document, block: Block, text: str, follows: Block) -> bool:
    """Is it a title over numbered paragraphs: "Matters Arising" / "4. The Convener reported on …"?"""
    if block.kind != "paragraph" or not follows.marker[:1].isdigit() or len(text.split()) > 9 or not text[:1].isupper():
        return False
    below = fold(document.quote(follows.words))
    return (
        len(below) > 50
        and below.rstrip().endswith((".", ":"))
        and not (TELLS.search(text) or text.endswith((".", ";")))
    )


def below_the_roll(document: Document, first: int, last: int) -> int:
    """The first block below the label that opens the list of those present, or below the row of headings that a web
    page prints over its items ("No. Item"): what stands over it is the header."""
    for i in range(min(last, first + HEADER) - 1, first, -1):
        text = fold(document.quote(document.blocks[i].span))
        found = label_of(text)
        if found and found[1] & ROLL_LABELS or TABLE_HEAD.fullmatch(text.strip()):
            return i + 1
    return first


def unnumbered(document: Document, first: int, last: int) -> Iterator[Candidate]:
    """Titles whose number was lost or never printed, known by what is under them: "To receive …", "Minutes:"; by the
    paper beside them; or because every council takes such an item."""
    roll = below_the_roll(document, first, last)
    # Where a web page lost its layout, nothing may be printed below a title: "Declarations of interest".
    tabled = bool(roll and TABLE_HEAD.fullmatch(fold(document.quote(document.blocks[roll - 1].span)).strip()))
    blocks = [i for i in range(first, last) if document.blocks[i].kind != "rule"]
    printed = Counter(document.quote(document.blocks[i].words) for i in blocks)
    for i, follows in pairwise([*blocks, last]):
        block = document.blocks[i]
        paper = DOCUMENT.search(fold(document.quote(block.span)))
        words = block.span if paper and not block.marker.startswith("(") else block.words  # "2023/24 Budget pdf icon"
        text = fold(document.quote(words)).strip()
        below = fold(document.quote(document.blocks[follows].words)).strip() if follows < last else ""
        own = MINUTES.fullmatch(text) and PURPOSE.match(below)  # "Minutes" over "To approve the minutes of …"
        if (block.kind != "paragraph" and not paper) or is_label(text) or GROUP.match(text) and not own:
            continue
        if paper and block.marker and not any(map(str.isalnum, block.marker)):
            continue  # "• Agenda frontsheet PDF 261 KB": one of a list of files
        if text.endswith(":") and printed[document.quote(words)] > 1:
            continue  # "Decision number:" beside "Decision:", in every item
        if text.endswith("-") or any(label.match(text) for label in (OUTCOME_LABEL, OF_THE_HEADER, OF_A_VOTE)):
            continue  # "The Committee resolved:-", "Is it a key decision?: No"
        if follows < last and document.blocks[follows].marker[:1].isdigit():
            below = ""  # an item of its own
        end = paper.start() if paper else run_in_end(text)
        if BELOW.match(below) and text.endswith(":"):
            end = len(text.rstrip(" :"))  # "Welcome:" over "Minutes:"
        title = ITEM_BEHIND.sub("", text[:end]).strip()
        run_in = not paper and end < len(text.rstrip(" :"))
        if run_in and GROUP.match(title):
            continue  # "Minutes: There were none." over "Minutes: …": a label, and its item has no title
        span = Span(start=words.start, end=words.start + end)
        if below[:7].lower() == "minutes" and BELOW.match(below) and _is_decided(document, i, first):
            continue  # what a web page prints under "Decision:", over "Minutes:"
        opens = _opens_table(document, i, roll) and end == len(text) and is_title(title)
        about = BELOW.match(below) and text.endswith(".") and not PURPOSE.match(text)
        if about and (over := _title_over(document, i, roll)) is not None:
            yield over
            continue
        if _is_signed(title, below, paper=bool(paper)) or opens and (DOCUMENT.search(below) or is_title(below)):
            yield Candidate(block=i, family="", number="", value=0, title=span, weight=SIGNED)
        elif i >= roll and STANDING.fullmatch(title) and (not ROLL.search(title) if run_in else tabled or says(below)):
            yield Candidate(block=i, family="", number="", value=0, title=span, weight=0.5 if run_in else SIGNED)


def _opens_table(document: Document, i: int, roll: int) -> bool:
    """Does a block stand right under the row "No. Item"?"""
    return i == roll > 0 and bool(TABLE_HEAD.fullmatch(fold(document.quote(document.blocks[i - 1].span)).strip()))


def _title_over(document: Document, i: int, first: int) -> Candidate | None:
    """The title above a paragraph that says what the item is about: "Taxi Fares" / "This report …." / "Minutes:"."""
    block = document.blocks[i - 1]
    text = fold(document.quote(block.words)).strip()
    if i <= first or block.kind != "paragraph" or not is_title(text) or TELLS.search(text):
        return None
    if is_label(f"{text.rstrip(':')}:") or any(line.search(text) for line in (GROUP, OF_THE_HEADER, DOCUMENT, REPORT)):
        return None
    return Candidate(block=i - 1, family="", number="", value=0, title=block.words, weight=SIGNED)


def _is_decided(document: Document, i: int, first: int) -> bool:
    """Does a block stand under "Decision:", with no "Minutes:" between?"""
    labels = (
        LABELLED.match(fold(document.quote(document.blocks[j].words))) for j in range(i - 1, max(first, i - 40), -1)
    )
    return next((label["label"][0] in "dD" for label in labels if label), False)


def _is_signed(title: str, below: str, *, paper: bool) -> bool:
    """Does what stands under a line say that it is a title, or the paper beside it?"""
    if not 3 < len(title) < (240 if paper else 140) or OF_THE_HEADER.match(title) or not (title[0].isupper() or paper):
        return False
    if SUBMITTED.match(title) and below:
        return True
    labelled = bool(BELOW.match(below))
    if not (paper or labelled or PURPOSE.match(below)) or REPORT.match(title):
        return False
    if label_of(title) and not (labelled and STANDING.fullmatch(title)):
        return False
    title = title.removesuffix(".") if paper else title
    if title.endswith((".", ";", ":", ",", "-")) or JOINS.search(title) or len(title.split()) > (30 if paper else 16):
        return False
    if OUTCOME_LABEL.match(title) or re.match(r"resolved\b|recommendations?\W*$", title, re.I):
        return False
    if WHO_ACTS.fullmatch(title):
        return False  # "The Roads Committee RESOLVED:"
    if not paper and parse_person(title):
        return False  # "Councillor Harvey", who presents it, between the title and "To consider"
    return (paper or not PURPOSE.match(title)) and not TELLS.search(title)


def like(document: Document, run: list[Candidate], first: int, last: int) -> Iterator[Candidate]:
    """Titles without a number that look as those with one do: lines in capitals among items in capitals."""
    titles = [document.quote(c.title) for c in run]
    if len(titles) < 2 or not all(title.isupper() for title in titles):
        return
    blocks, starts = {c.block for c in run}, {c.title.start for c in run}
    header = min(blocks)
    heads = {document.quote(block.words).strip() for block in document.blocks[first : first + HEADS]}
    named = " ".join(_lettered(document.quote(block.words)) for block in document.blocks[first:header])
    printed = Counter(_lettered(document.quote(block.words)) for block in document.blocks[first:last])
    for i in range(max(first, below_the_roll(document, first, last)), last - 1):
        block = document.blocks[i]
        text = fold(document.quote(block.words)).strip()
        if block.kind != "paragraph" or not text.isupper() or i in blocks or block.words.start in starts:
            continue
        letters = _lettered(text)
        if document.quote(block.words).strip() in heads or i > header and letters in named or printed[letters] > 1:
            continue  # what every page has at its head: the body that meets, the day, the page
        below = fold(document.quote(document.blocks[i + 1].words)).strip()
        if _heads_list(document, run, i):
            continue
        if (
            len(text) > 5
            and is_title(text)
            and not (GROUP.match(text) or is_label(text) or label_of(text) or OUTCOME_LABEL.match(text))
            and says(below)
        ):
            yield Candidate(block=i, family="", number="", value=0, title=block.words, weight=SIGNED)


def _lettered(words: str) -> str:
    """Words without what has a figure in it: of "ROADS PANEL - 14/11/23   3D" the name.

    A page prints its own number, and its day in one form or another.
    """
    return " ".join(word.upper() for word in fold(words).split() if word.isalpha() or word.strip(".,;:()'&").isalpha())


def _heads_list(document: Document, run: list[Candidate], i: int) -> bool:
    """Is a line in capitals over a list, further in than the titles of all items: a heading within one of them?"""
    right = max(_indent(document, document.blocks[c.block]) for c in run)
    return document.blocks[i + 1].marker[:1].isdigit() and _indent(document, document.blocks[i]) > right


def _indent(document: Document, block: Block) -> int:
    """Blanks before a block on its line."""
    return block.span.start - document.text.rfind("\n", 0, block.span.start) - 1


def says(words: str) -> bool:
    """Does a paragraph say something, and is no further title, name or address?"""
    if OUTCOME.match(words) or NOTHING.match(words) or find_dates(words[:40]):
        return True
    goes_on = words[-1:].isalpha() or words.endswith(",")
    if TELLS.search(words) and len(words.split()) > 4 and goes_on and not find_dates(words):
        return True  # a sentence without its stop, and not "A meeting was held on Monday 5 May at 7 pm"
    return words.endswith((".", ";", ":")) and len(words.split()) > 2 and bool(SAID.search(words) or len(words) > 80)


def is_title(words: str) -> bool:
    """Could a line be the title of an item: short, no sentence, nobody's name, no date?"""
    if not 3 < len(words) < 100 or not words[0].isupper() or words.endswith((".", ";", ",")) or len(words.split()) > 12:
        return False
    if SAID.search(words) or OUTCOME.match(words) or JOINS.search(words.rstrip(": ")) or words.startswith("That "):
        return False
    if "\u00a3" in words or "Cllr" in words:
        return False
    return not parse_person(words.rstrip(":")) and not find_dates(words[:20])
