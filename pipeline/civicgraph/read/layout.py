"""Lines → blocks: what stands together on the page.

A line that was broken because the next word did not fit goes on in the next line; a line that ends early ends for a
reason, so lists of names keep a block a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from civicgraph.model import Block, BlockKind, Span
from civicgraph.read import flat, glued, pipes, slashes
from civicgraph.read.markers import BULLET, like_years, marker_at
from civicgraph.values.honorifics import TITLE

RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$")
PAGE_NUMBER = re.compile(r"^\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*$", re.I)
BLANK_PAGE = re.compile(r"^\s*this page is intentionally (?:left )?blank\s*$", re.I)
FENCE = re.compile(r"^-{3}\s*$")
DATUM = re.compile(r"^(?:[a-z][\w-]{0,30}:(?:\s.*)?|\s+-\s.*|\s*)$")
NAMES = re.compile(rf"[a-z,;.)]\s+(?:{TITLE}|by)$")  # "…, seconded by Cllr", of a line that is broken before the name
COLUMNS = re.compile(r"(?:\S+ ){0,4}\S+(?: {3,}(?:\S+ ){0,4}\S+){1,5}\s*")  # names side by side; no justified text
STOP = (".", ":", ";", "!", "?")
# "(2) Task and Finish Group", of a name that is broken before its number; and not "(2) That", "(2) To".
NUMBERED_NAME = re.compile(r"\(\d\) (?:[A-Z][\w-]+ (?:and |& |of )?){0,4}(?:Committee|Panel|Board|Group)\b")
OUTCOME = re.compile(r"(?:IT WAS )?(?:UNANIMOUSLY )?(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|NOTED|DECISION)\b")
OF = re.compile(r"\b(?:OF|THE|AND|FOR|TO|IN|ON|AT|BY|WITH)$")  # the last word of a line that goes on
SHOUTED = 40  # characters of a line in capitals that is no whole title, if the next is in capitals too
BROKEN = 20  # lines that go on in small letters, of a text that was broken by a program
LABELLED = re.compile(r"[A-Z][\w ]{1,24}:\s")  # "For: Cllrs A and B" above "Against: Cllr C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    start: int  # offset of the line in the text
    raw: str
    level: int = 0  # heading level
    bold: bool = False
    page: int = 0


@dataclass(slots=True, kw_only=True)
class _Open:
    """A block that may still go on in the next line."""

    kind: BlockKind
    start: int
    words: int
    end: int
    marker: str
    level: int
    bold: bool
    page: int
    cells: tuple[Span, ...]
    edge: int  # right edge of its last line, in characters
    last: str  # its last line
    opening: str  # its first words

    def close(self) -> Block:
        return Block(
            kind=self.kind,
            span=Span(start=self.start, end=self.end),
            words=Span(start=min(self.words, self.end), end=self.end),
            marker=self.marker,
            level=self.level,
            bold=self.bold,
            page=self.page,
            cells=self.cells,
        )


def blocks_of(text: str, lines: list[Line]) -> tuple[Block, ...]:
    """The blocks of a text, in order; `text` is the lines joined by a line feed."""
    lines = lines[_front_matter(lines) :]
    typed = slashes.with_tabs([line.raw for line in lines])
    lines = [line if raw == line.raw else replace(line, raw=raw) for line, raw in zip(lines, typed, strict=True)]
    cells = pipes.laid_out(typed)
    labelled = sum(1 for line in lines if flat.LABEL.search(line.raw)) > 1
    lines = [
        line if len(raw) == len(line.raw) else replace(line, start=line.start + start + at, raw=raw)
        for n, line in enumerate(lines)
        for start, cell in cells.get(n, [(0, line.raw)])
        for at, raw in flat.split(cell, labelled=labelled)
    ]
    lines = _undented(_cut(lines))
    width = _wrap_width(lines)
    least = _least(lines, width)
    spaced = _double_spaced(lines)
    counting = like_years(line.raw for line in lines)
    blocks: list[Block] = []
    open_: _Open | None = None
    rule: Block | None = None  # a line across the page, kept unless the text goes on beyond it
    gap, after_rule = 0, True
    for line in lines:
        if not line.raw.strip():
            gap += 1
        elif RULE.match(line.raw):
            at = Span(
                start=line.start + len(line.raw) - len(line.raw.lstrip()), end=line.start + len(line.raw.rstrip())
            )
            rule = Block(kind="rule", span=at, words=at, page=line.page)
            gap, after_rule = gap + 1, True
        elif BLANK_PAGE.match(line.raw) or (after_rule and PAGE_NUMBER.match(line.raw) and "." not in line.raw):
            after_rule = False  # furniture: a page number under a page's rule; the text around it goes on
        else:
            new = _block(line, counting)
            if open_ and _goes_on(open_, line, new, gap, width, least, spaced):
                open_.end, open_.edge, open_.last = new.end, len(line.raw.rstrip()), line.raw.strip()
                open_.bold = open_.bold and line.bold
            else:
                blocks += [open_.close()] if open_ else []
                blocks += [rule] if rule else []
                open_ = new
            rule, gap, after_rule = None, 0, False
    blocks += [open_.close()] if open_ else []
    return tuple(blocks)


def _cut(lines: list[Line]) -> list[Line]:
    """The lines, with a line of its own for each numbered one that came to stand on another's."""
    out: list[Line] = []
    cuts = glued.cuts([line.raw for line in lines])
    for n, line in enumerate(lines):
        edges = [0, *cuts.get(n, ()), len(line.raw)]
        out += [replace(line, start=line.start + a, raw=line.raw[a:b].rstrip()) for a, b in pairwise(edges)]
    return out


def _front_matter(lines: list[Line]) -> int:
    """How many lines are a website's data about the page and no words of the document: `---`, `title: …`, `---`.

    The date there is the day of publishing, which no header of minutes gives.
    """
    if not lines or not FENCE.match(lines[0].raw):
        return 0
    for n, line in enumerate(lines[1:40], 1):
        if FENCE.match(line.raw):
            return n + 1 if n > 1 else 0
        if not DATUM.match(line.raw):
            return 0
    return 0


def _block(line: Line, counting: frozenset[str]) -> _Open:
    raw = line.raw
    body = raw.strip()
    start = line.start + len(raw) - len(raw.lstrip())
    end = line.start + len(raw.rstrip())
    at = start - line.start
    kind: BlockKind = "heading" if line.level else "paragraph"
    level, marker = line.level, ""
    cells: tuple[Span, ...] = ()
    bullet = BULLET.match(raw)
    if bullet and not line.level:
        kind, marker, at, level = "list", bullet.group(1), bullet.end(), (len(raw) - len(raw.lstrip())) // 2
    if printed := marker_at(raw, at, counting=counting):
        marker, at = printed
        if kind == "paragraph":
            kind, level = "list", (len(raw) - len(raw.lstrip())) // 2
    elif "\t" in body or (body.startswith("|") and body.endswith("|") and body.count("|") > 2):
        cells = tuple(_cells(raw, line.start, "\t" if "\t" in body else "|"))
        kind = "row"
    return _Open(
        kind=kind, start=start, words=min(line.start + at, end), end=end, marker=marker, level=level, bold=line.bold,
        page=line.page, cells=cells, edge=len(raw.rstrip()), last=body,
        opening=body[:20],
    )  # fmt: skip


def _cells(raw: str, start: int, mark: str) -> list[Span]:
    out, at = [], 0
    for cell in raw.split(mark):
        words = cell.strip()
        left = start + at + len(cell) - len(cell.lstrip())
        out.append(Span(start=left, end=left + len(words)))
        at += len(cell) + 1
    return out if mark == "\t" else out[1:-1]  # a row begins and ends with a stroke


def _goes_on(open_: _Open, line: Line, new: _Open, gap: int, width: int, least: float, spaced: bool) -> bool:
    """Does this line continue the open block?"""
    if open_.kind == "row" or new.start == new.end or not open_.last:
        return False
    if open_.marker and open_.words >= open_.end:
        return False  # a number alone on its line: its title is a block of its own
    body = line.raw.strip()
    needed = open_.edge + 1 + len(body.split(" ", 1)[0])  # characters that its line would have had with the next word
    if NUMBERED_NAME.match(body) and not gap and width and needed > least and not open_.marker.startswith("("):
        return not open_.last.endswith((*STOP, ","))
    if new.kind != "paragraph":
        return False
    cut = not open_.last.endswith(STOP) and (body[0].islower() or body[0] in ",;)&")
    cut = cut or not gap and len(open_.last) > 30 and bool(NAMES.search(open_.last))
    if open_.kind == "heading" or (open_.bold and not line.bold and not cut):
        return False
    if not gap and open_.last.isupper() and body.isupper() and open_.opening.startswith("MINUTES OF"):
        return True  # the heading sentence of printed minutes: "MINUTES OF PROCEEDINGS … HELD AT … ON …"
    if open_.last.endswith(STOP) and body.endswith(":") and body[0].isupper():
        return False  # "Allotments:" below a sentence that ends where the line does
    if COLUMNS.fullmatch(body) and COLUMNS.fullmatch(open_.last):
        return False
    if LABELLED.match(body) and LABELLED.match(open_.opening):
        return False
    if OUTCOME.match(body) and open_.last.rsplit(" ", 1)[-1][0].isupper():
        return False  # "38 Exclusion of the Press and Public" / "RESOLVED - That …", and not "it was" / "RESOLVED that"
    if open_.last.isupper() and body.isupper() and not gap and (len(open_.last) > SHOUTED or OF.search(open_.last)):
        return bool(open_.marker or OF.search(open_.last))  # "4. TO CONFIRM THE MINUTES OF" / "THE MEETING OF 3 MAY"
    if open_.last.isupper() and open_.marker and not body.isupper():
        return False  # "12. ALLOTMENT RENTS" / "Members discussed …": a title in capitals goes on in capitals
    if cut and gap <= 5 and (gap > 0 or not width or NAMES.search(open_.last)):
        # A page break in the middle of a sentence.
        return len(open_.last) > 25 or gap == 0
    if not width or (gap and not (spaced and gap == 1)):
        return False
    # A numbered line that may have ended for want of more to say: a title above its text.
    title = open_.marker and open_.end - open_.start == len(open_.last) and not OF.search(open_.last.upper())
    full = needed > (least if title and body[0].isupper() else 0.86 * width)
    return full and not (open_.last.endswith(":") or (spaced and open_.last.endswith(".") and open_.edge < 0.8 * width))


def _wrap_width(lines: list[Line]) -> int:
    """Characters to which the text was wrapped; 0 where it was not."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if len(line.raw.strip()) > 30)
    if len(lengths) < 8:
        return 0
    width = lengths[int(0.9 * len(lengths))]
    return width if width <= 160 and lengths[-1] <= 1.6 * width else 0


def _least(lines: list[Line], width: int) -> float:
    """Characters that a line and the next word need at least where the line was broken for want of room.

    Where one program broke all lines, that is told by those whose next word is in small letters, and a line that would
    have had room for its next word ended for another reason: a title above its text.
    """
    needed = sorted(
        len(a.raw.rstrip()) + 1 + len(b.raw.split()[0])
        for a, b in pairwise(lines)
        if a.raw.strip() and b.raw.strip()[:1].islower()
    )
    least = needed[len(needed) // 10] if len(needed) >= BROKEN else 0
    longest = max((len(line.raw.rstrip()) for line in lines), default=0)
    return least - 1 if least >= width - 1 and longest < 1.2 * width else 0.86 * width


def _undented(lines: list[Line]) -> list[Line]:
    """The lines without the blanks that all of them begin with, which say nothing."""
    dents = sorted(len(line.raw) - len(line.raw.lstrip(" ")) for line in lines if line.raw.strip())
    dent = dents[len(dents) // 50] if dents else 0  # some head of a page may stand further left
    out = []
    for line in lines:
        cut = min(dent, len(line.raw) - len(line.raw.lstrip(" ")))
        out.append(replace(line, start=line.start + cut, raw=line.raw[cut:]) if cut else line)
    return out


def _double_spaced(lines: list[Line]) -> bool:
    """Is every line of a wrapped text followed by a blank one, as some converters do? Then many lines go on in small
    letters; where each is a paragraph, hardly one does."""
    words = [bool(line.raw.strip()) for line in lines]
    pairs = sum(1 for a, b in pairwise(words) if a and b)
    going_on = sum(1 for line in lines if line.raw.strip()[:1].islower())
    return sum(words) > 20 and pairs < 0.1 * sum(words) and going_on > 0.2 * sum(words)
