"""One paragraph of Word → the pieces that it prints: a heading, an entry of a list, lines that stand for themselves.

A line that was broken by hand inside a paragraph is an entry of its own (a name, a line of an address), unless the
sentence goes on in the next; a tab is a space, unless names stand side by side in columns.
"""

from __future__ import annotations

import re

from civicgraph.model import BlockKind
from civicgraph.read.compose import Piece
from civicgraph.read.docx.marked import Marked
from civicgraph.read.docx.runs import BREAK, PAGE_BREAK, TAB
from civicgraph.read.markers import marker_at, split_marker
from civicgraph.values.names import parse_person

# Words after which a line cannot be over: "MINUTES OF THE MEETING OF THE / PLANNING COMMITTEE".
OPEN_END = re.compile(r"(?:[-–&,]|\b(?:of|the|and|for|in|on|at|to|by|with|a|an|from|held))$", re.I)
PERSON_ENDS = re.compile(r",$")
PAGE = re.compile(r"^(?:pages?\s+)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?$", re.I)
LONG_HEADING = 160  # characters; many councils number paragraphs of text by giving them the style of a heading
LONGEST_HEADING = 300
LEAST_SENTENCE, LONGEST_ASIDE = 20, 40  # characters
PAGE_NUMBER = "page number in a table of contents"


def pieces_of(
    text: Marked, *, marker: str = "", depth: int = 0, heading: int = 0, place: str = "", leader: bool = False
) -> tuple[list[Piece], list[tuple[str, str]]]:
    """The pieces of a paragraph, and (words, why) of what is left out of them; a page that ends before or after it is
    a rule.

    `marker` is the number that Word counts, `depth` its level, `heading` the rank of its style (0 for none); `leader`:
    dots lead to a page number at the right.
    """
    rule = [Piece(kind="rule", place=place)]
    pieces: list[Piece] = list(rule) if text.text.lstrip(" \t\n").startswith(PAGE_BREAK) else []
    after = rule if text and text.text.rstrip(" \t\n").endswith(PAGE_BREAK) else []
    gone: list[tuple[str, str]] = []
    for line in _lines(text, whole=bool(heading and marker)):
        parts = [part.squashed() for part in line.split(TAB) if part]
        if leader and len(parts) > 1 and PAGE.match(parts[-1].text):
            gone.append((parts.pop().text, PAGE_NUMBER))
        aside = parts.pop() if _has_aside(parts) else None
        if not marker and not heading and _are_columns(parts):
            cells, row = tuple(part.text for part in parts), Marked.joined(parts, TAB)
            pieces.append(Piece(kind="row", cells=cells, bold=row.bold, struck=row.struck, place=place))
            pieces += _aside(aside, place)
            continue
        counted = any(char.isalnum() for char in marker)
        typed, words = ("", Marked.joined(parts, " ")) if counted else _typed(parts)
        printed = typed or marker  # a number typed after a bullet counts for more than the bullet
        kind: BlockKind = "list" if printed else "paragraph"
        if heading and not _is_text(words.text):
            kind = "heading"
        pieces.append(
            Piece(
                kind=kind, words=words.text, marker=printed, level=heading if kind == "heading" else depth,
                bold=(words or text).bold, struck=words.struck, place=place,
            )
        )  # fmt: skip
        pieces += _aside(aside, place)
        marker = ""
    return pieces + after, gone


def _lines(text: Marked, *, whole: bool) -> list[Marked]:
    """The lines of a paragraph, those that belong together in one; all of them where it is a numbered title."""
    lines: list[list[Marked]] = []
    for line in [part for page in text.split(PAGE_BREAK) for part in page.split(BREAK)]:
        if not line:
            continue
        if lines and (whole or _goes_on(lines[-1][-1].text.strip(), line.text.strip())):
            lines[-1].append(line)
        else:
            lines.append([line])
    return [Marked.joined(parts, " ") for parts in lines]


def _goes_on(before: str, after: str) -> bool:
    """Does a sentence that a line leaves open go on in the next?"""
    if before.endswith((".", ":", ";")):
        return False
    if PERSON_ENDS.search(before):
        return after[:1].islower()
    return after[:1].islower() and not marker_at(after) or bool(OPEN_END.search(before))


def _are_columns(parts: list[Marked]) -> bool:
    """Do names stand side by side, or a name and what its bearer is: "Ann Lee → Head of Streets"?"""
    if len(parts) < 2 or any(len(part.text) > 60 or part.text.endswith((":", ".")) for part in parts[:-1]):
        return False
    return parse_person(parts[0].text) is not None and parts[1].text[:1].isupper()


def _has_aside(parts: list[Marked]) -> bool:
    """Does a word or two stand at the right of a sentence that is over: "… to write to the County. → Clerk"?"""
    if len(parts) < 2 or not parts[-2].text.endswith((".", ";")) or len(parts[-2].text) < LEAST_SENTENCE:
        return False
    last = parts[-1].text
    return len(last) <= LONGEST_ASIDE and not last.endswith((".", ";", ":")) and last[:1].isupper()


def _aside(aside: Marked | None, place: str) -> list[Piece]:
    return [Piece(words=aside.text, bold=aside.bold, struck=aside.struck, place=place)] if aside else []


def _typed(parts: list[Marked]) -> tuple[str, Marked]:
    """(the number that was typed before a line, as it stands there; the words after it)."""
    words = Marked.joined(parts, " ")
    first = parts[0].text
    if len(parts) > 1 and (found := marker_at(first)) and found[1] >= len(first):
        return first, Marked.joined(parts[1:], " ")
    marker, rest = split_marker(words.text)
    if not marker:
        return "", words
    at = len(words.text) - len(rest)
    return words.text[:at].strip(), words[at:]


def _is_text(words: str) -> bool:
    """Is a paragraph in the style of a heading text all the same?"""
    return len(words) > LONGEST_HEADING or (len(words) > LONG_HEADING and words.endswith((".", ";", ":")))
