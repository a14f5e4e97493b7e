"""Markdown as conversion tools write it from PDF: the marks are taken out of the text, what they say is kept.

Not CommonMark on purpose: converters leave emphasis unclosed ("1. Endorsed the Strategy…**"), put an item heading into
the list of the clause before it, and a printed number must survive as it was printed, which list parsing renumbers.
"""

from __future__ import annotations

import html
import re

from civicgraph.read.compose import Reading
from civicgraph.read.layout import Line, blocks_of
from civicgraph.read.raw import Raw
from civicgraph.read.run_in import cut_at

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
SIGNS = re.compile(r"^(?:\s*\d{1,4}\\[.)]|#{1,6}\s+\S|\s*[-*]\s+\*\*|\*\*[^*\n]{1,200}\*\*\s*$)", re.M)
IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
LINK = re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,1000}\)")
BREAKING = re.compile(r"<(?:br|/p|/li|/td|/ul|/ol|li|p|ul|ol)\b[^<>]{0,200}>", re.I)
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
STRONG = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
EMPHASIS = re.compile(r"(?<![*\\\w])\*(?=[^*\s])([^*\n]{1,2000}?)(?<=\S)\*(?![*\w])")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
BOLD = re.compile(r"\*\*.*?\*\*|<[^<>]{1,200}>")
OPENING = re.compile(r"\s*(?:\*\*|__)[^*\n]{2,200}?(?:\*\*|__)(?:\s*\*\*[^*\n]{2,200}?\*\*)?")  # words in bold
SPACES = re.compile(r" {2,}")
LINE_OF_CELL = "   "  # a row is one line of the text; the gap of a column tells where a line of its cell began
BESIDE = re.compile(r"\s[\u2013-]\s\S|\([^()]{2,80}\)")  # what an entry says of itself
OMITTED = re.compile(r"^\(?image omitted\)?$", re.I)


def is_markdown(raw: Raw) -> bool:
    return raw.name.lower().endswith((".md", ".markdown")) or len(SIGNS.findall(raw.text)) >= 3


def read(raw: Raw) -> Reading:
    """Text without marks. Raises `DocumentError` for what is no text."""
    out, words, at = [], [], 0
    for line in raw.lines():
        heading = HEADING.match(line)
        body = line[heading.end() :] if heading else line
        clean = inline(body)
        bold = bool(clean.strip()) and _is_bold(body)
        words.append(clean)
        level = len(heading.group(1)) if heading else 0
        opening = None if bold or heading else OPENING.match(body)
        if opening and (cut := cut_at(clean, len(inline(opening.group())))):
            title, rest = cut
            out.append(Line(start=at, raw=clean[:title], bold=True))
            out.append(Line(start=at + rest, raw=clean[rest:]))
        else:
            out.append(Line(start=at, raw=clean, level=level, bold=bold))
        at += len(clean) + 1
    text = "\n".join(words)
    return Reading(text=text, blocks=blocks_of(text, out), notes=raw.notes)


def inline(line: str) -> str:
    """One line's words.

    >>> inline("held on 14<sup>th</sup> September, **2017**")
    'held on 14th September, 2017'
    """
    line = LINK.sub(r"\1", IMAGE.sub("", line))
    if "<" in line:
        cells = line.split("|") if line.lstrip().startswith("|") else [line]
        line = TAG.sub("", "|".join(BREAKING.sub("\n" if _lists(cell) else " ", cell) for cell in cells))
    line = EMPHASIS.sub(r"\1", STRONG.sub("", line))
    line = html.unescape(ESCAPE.sub(r"\1", line))
    if OMITTED.match(line.strip()):
        return ""
    indent = len(line) - len(line.lstrip(" "))
    return line[:indent] + SPACES.sub(" ", line[indent:]).rstrip().replace("\n", LINE_OF_CELL)


def _lists(cell: str) -> bool:
    """Are the lines of a cell entries, and not the lines of a narrow column: "Ann Lee - Chair<br>Bob Shah (Clerk)"?"""
    lines = [line.strip() for line in BREAKING.split(cell)]
    return all(line[:1].isupper() for line in lines) and 2 * sum(bool(BESIDE.search(line)) for line in lines) >= len(
        lines
    )


def _is_bold(body: str) -> bool:
    """Is the whole line bold? The number before the bold words may stand outside."""
    body = re.sub(r"^\s*(?:[-*+]\s+)?(?:\d{1,4}[.)]?\s+)?", "", body).strip()
    if body.count("**") % 2 == 0 and any(map(str.isalpha, BOLD.sub("", body))) and "**" in body:
        return False  # "**Footpaths** One is blocked. **Clerk to write.**"
    return body.startswith(("**", "<b>", "<strong>")) and body.rstrip(" :").endswith(("**", "</b>", "</strong>"))
