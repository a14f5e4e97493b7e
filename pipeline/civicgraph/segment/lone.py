"""Headings that nothing sets off but their place: short lines over text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from civicgraph.model import Document, Span
from civicgraph.segment.furniture import GROUP, OUTCOME_LABEL, is_label
from civicgraph.segment.headings import (
    HEADS,
    OF_A_VOTE,
    OF_THE_HEADER,
    STANDING,
    TABLE_HEAD,
    Candidate,
    below_the_roll,
    is_title,
    says,
)
from civicgraph.segment.labels import label_of
from civicgraph.segment.titles import NOTHING, SAID, run_in_end
from civicgraph.values.attending import sent_by
from civicgraph.values.bodies import is_body_name
from civicgraph.values.text import fold

# Titles that councils have over a list too, which says nothing: payments, letters, applications.
USUAL = re.compile(
    r"(?:correspondence(?: received)?|(?:accounts|payments|invoices|cheques)"
    r"(?: (?:for|to be) (?:payment|paid|approval|approved))?"
    r"(?:/\w+)?|finance|planning(?: applications)?)",
    re.I,
)
TAKEN = re.compile(r"(?:minutes\b|matters arising|(?:treasurer|clerk|secretary)'?s report)", re.I)
LONE = 4  # short lines over text are headings where there are so many


def lone_headings(document: Document, first: int, last: int) -> list[Candidate]:
    """Short lines over text where nothing sets a heading off but its place: "Furlong Road:" / "The Clerk …".

    A council has one way for all of its headings: with a colon, without, or with the text on the same line.
    """
    styles: dict[str, list[Candidate]] = {":": [], "": [], "run in": []}
    below_roll = below_the_roll(document, first, last)
    blocks = [i for i in range(first, last) if document.blocks[i].kind != "rule"]
    printed = Counter(document.quote(document.blocks[i].words) for i in blocks)  # "Minutes:" once is a title
    for i, follows in pairwise([*blocks, last]):
        block = document.blocks[i]
        text = fold(document.quote(block.words)).strip()
        label = is_label(text) and printed[document.quote(block.words)] > 1
        labels = label or label_of(text) and (text.endswith(":") or not STANDING.fullmatch(text))
        if block.kind != "paragraph" or labels or OUTCOME_LABEL.match(text):
            continue
        if OF_THE_HEADER.match(text) or OF_A_VOTE.match(text):
            continue
        end = run_in_end(text)
        title = text[:end].strip()
        if _stopped(text, end) and follows < last and document.blocks[follows].kind in ("paragraph", "list"):
            below = fold(document.quote(document.blocks[follows].words))
            if below[run_in_end(below) :][:1] != ".":  # "Planning." over the applications
                span = Span(start=block.words.start, end=block.words.start + end)
                styles["run in"].append(
                    Candidate(block=i, family="", number="", value=len(styles["run in"]), title=span, weight=1.0)
                )
            continue
        if sent_by(title) or i < first + HEADS and is_body_name(title):
            continue  # over the members of a joint body whom that council sends
        if not is_title(title) or (end == len(text) and not title.endswith(":") and GROUP.match(title)):
            continue
        if end < len(text) and text[end] != "." and label_of(f"{title}:"):
            continue
        if end < len(text):
            style = "run in"
        elif title.endswith(":") and follows == i + 1 and follows < last:
            style = ":"
        elif follows < last and USUAL.fullmatch(text):
            style = ""
        elif follows < last and says(below := fold(document.quote(document.blocks[follows].words)).strip()):
            if OF_THE_HEADER.match(below):
                continue  # the page's own head, over "Venue: This meeting will be held by …"
            style = ""
        else:
            continue
        if style != ":" and i < below_roll:
            continue
        span = Span(start=block.words.start, end=block.words.start + end)
        styles[style].append(Candidate(block=i, family="", number="", value=len(styles[style]), title=span, weight=1.0))
    over = fold(document.quote(document.blocks[below_roll - 1].span)).strip() if below_roll else ""
    least = LONE - 1 if TABLE_HEAD.fullmatch(over) else LONE
    found = next((run for run in styles.values() if len(run) >= least), [])
    titles = {document.quote(c.title) for c in found}
    return found if len(titles) == len(found) else []  # "Minutes:" again and again is a label


def bulleted(document: Document, first: int, last: int) -> list[Candidate]:
    """Titles that bullets stand for a number before: "- Apologies: Ann Lee" / "- Matters arising:" / "- Bus shelter …".

    Two of them at least are what every meeting takes; else it is a list of something.
    """
    out: list[Candidate] = []
    for i in range(first, last):
        block = document.blocks[i]
        text = fold(document.quote(block.words)).strip()
        title, colon, _ = text.partition(":")
        if block.kind != "list" or any(map(str.isalnum, block.marker)) or not colon or not is_title(title):
            continue
        if OF_THE_HEADER.match(text) or OF_A_VOTE.match(text) or OUTCOME_LABEL.match(title) or SAID.search(title):
            continue
        span = Span(start=block.words.start, end=block.words.start + len(title))
        out.append(Candidate(block=i, family="", number="", value=len(out), title=span, weight=1.0))
    titles = [fold(document.quote(c.title)) for c in out]
    usual = sum(1 for title in titles if any(way.match(title) for way in (STANDING, USUAL, TAKEN)))
    return out if len(out) >= LONE and usual > 1 and len(set(titles)) == len(titles) else []


def between(document: Document, run: list[Candidate]) -> list[Candidate]:
    """Titles without a number below a numbered one under which there was nothing, where they have a colon as those with
    one do: "3. Matters arising: None." / "Bank mandate: The Clerk reported …" / "Christmas tree: …".

    Below a title that something follows ("8. Reports:", "8. Report: The Clerk had …") they are the parts of its item.
    """
    out: list[Candidate] = []
    numbered = [c for c in run if c.number]
    if len(numbered) < LONE - 1 or 4 * sum(_has_colon(document, c.title.end) for c in numbered) < 3 * len(numbered):
        return out
    for item, following in pairwise(numbered):
        told = document.text[item.title.end : document.blocks[item.block].words.end].strip(" :")
        if not NOTHING.match(told) or len(told.split()) > 9:
            continue
        found = [c for i in range(item.block + 1, following.block) if (c := _like_it(document, i, item.value))]
        out += found if len(found) >= LONE - 1 else []
    return out


def _like_it(document: Document, i: int, value: int) -> Candidate | None:
    block = document.blocks[i]
    text = fold(document.quote(block.words)).strip()
    title = text[: run_in_end(text)].rstrip(" :")
    if block.kind != "paragraph" or not is_title(title) or label_of(f"{title}:") or OUTCOME_LABEL.match(title):
        return None
    span = Span(start=block.words.start, end=block.words.start + len(title))
    if not _has_colon(document, span.end) or OF_THE_HEADER.match(text) or is_label(f"{title}:"):
        return None
    return Candidate(block=i, family="", number="", value=value, title=span, weight=1.0)


def _has_colon(document: Document, at: int) -> bool:
    return document.text[at - 1 : at + 1].strip().endswith(":")


def _stopped(text: str, end: int) -> bool:
    """Is a line a title alone, with the stop that stands before the text on the lines of the others: "Planning."?"""
    return end == len(text) and text.endswith(".") and len(text.split()) < 4 and is_title(text[:-1]) and not says(text)
