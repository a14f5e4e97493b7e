"""Where the items are, and what number each has.

Minutes number items (27, 27., 14/17, Item 3, A.) and, with the same signs, clauses and paragraphs. What tells the items
is that theirs is one run through the whole part, on lines that look like headings; so each numbering is a hypothesis,
each line that could open an item has a weight, and the heaviest rising run wins.
"""

from __future__ import annotations

import re

from civicgraph.model import Block, Document, Item, Quoted, Span
from civicgraph.segment.furniture import (
    OUTCOME,
    OUTCOME_LABEL,
    is_label,
    is_private_heading,
    is_private_item,
    run_in_end,
    title_span,
)
from civicgraph.segment.headings import NARRATIVE, Candidate, colon_headings, headings, unnumbered
from civicgraph.segment.stated import stated_items
from civicgraph.values.text import fold

ITEM_BELOW = re.compile(r"^\((?:agenda )?items?\s+(?:no\.?\s*)?([A-Z]?\d{1,3}[a-z]?)[^)]{0,40}\)", re.I)
TRUNCATED = re.compile(r"view the full (?:minutes|agenda|decision) text", re.I)
CLAUSE_WORDS = re.compile(
    r"^(?:that|to (?!receive|consider|note|approve|confirm|agree|discuss|elect)|in particular|(?:and|or)\b)", re.I
)
LEAD_IN = re.compile(r"(?::\s*[-–]?|\b[Tt]hat|\bTHAT|\bto|[-–])$")


NEAR = 4  # blocks below a numbered title in which a line under it is no title of its own


def find_items(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The items between two blocks, in order of the text. Empty where the part has no headings of its own."""
    if stated := stated_items(document, first, last):
        return tuple(_items(document, stated, last))
    candidates = [c for i in range(first, last) for c in _candidates(document, i, last)]
    candidates = _without_clauses(document, candidates)
    best: list[Candidate] = []
    weight = 0.0
    for family in sorted({c.family for c in candidates}):
        run, total = _heaviest_run([c for c in candidates if c.family == family])
        if total > weight:
            best, weight = run, total
    if not best:
        best = max(list(headings(document, first, last)), colon_headings(document, first, last), key=len)
    taken = {i for c in best for i in range(c.block, c.block + NEAR)}
    best += [c for c in unnumbered(document, first, last) if c.block not in taken]
    return tuple(_items(document, sorted(best, key=lambda c: c.block), last))


def _candidates(document: Document, i: int, last: int) -> list[Candidate]:
    block = document.blocks[i]
    numbering = _numbering(block.marker) if block.kind in ("list", "heading") else None
    if numbering is None:
        return _numbered_below(document, i, last)
    family, number, value = numbering
    title, alone = block.words, block.words.start >= block.words.end
    if alone:
        if i + 1 >= last or document.blocks[i + 1].kind == "rule" or (i and _is_bare(document.blocks[i - 1])):
            return []  # a column of numbers, as scanning tears it from its titles
        title = document.blocks[i + 1].words
    text = fold(document.quote(title)).strip()
    if not text or is_label(text):
        return []
    if not alone and block.kind != "heading":
        flat = _is_inside_a_line(document.text, block.span.start)
        title = Span(start=title.start, end=title.start + run_in_end(document.quote(title), flat=flat))
        text = fold(document.quote(title)).strip()
    weight = _weight(document, i, block, text, alone)
    return [Candidate(block=i, family=family, number=number, value=value, title=title, weight=weight)]


def _is_inside_a_line(text: str, at: int) -> bool:
    """Do words stand before the block in its line? Only where the line feeds were lost."""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip())


def _is_bare(block: Block) -> bool:
    """Is the block a number and nothing else?"""
    return bool(block.marker) and block.words.start >= block.words.end


def _numbered_below(document: Document, i: int, last: int) -> list[Candidate]:
    """A heading without a number over "(Item 4)"."""
    block = document.blocks[i]
    if block.kind not in ("paragraph", "heading") or i + 1 >= last or block.span.end - block.span.start > 250:
        return []
    below = ITEM_BELOW.match(fold(document.quote(document.blocks[i + 1].span)))
    if not below or not below.group(1).isdigit():
        return []
    number = below.group(1)
    return [Candidate(block=i, family="below", number=number, value=(int(number),), title=block.words, weight=3.0)]


def _numbering(marker: str) -> tuple[str, str, tuple[int, ...]] | None:
    """(family, number as printed, what must rise) of a printed marker; None for clause letters and bullets.

    >>> _numbering("27."), _numbering("Item 3:"), _numbering("(a)")
    (('number', '27', (27,)), ('item', '3', (3,)), None)
    """
    if found := re.fullmatch(r"([A-Z])[.)]", marker):
        return "letter", found.group(1), (ord(found.group(1)) - 64,)
    marker = marker if marker.startswith("(") else marker.rstrip(" .):-–")  # the signs after it are no part of it
    if found := re.fullmatch(r"(\d{1,4})", marker):
        return "number", marker, (int(marker),)
    if found := re.fullmatch(r"(?:item|minute)\s+(?:no\.?\s*)?(\d{1,4})(?:[/.]\d{1,4})?", marker, re.I):
        return "item", re.sub(r"^\D+", "", marker), (int(found.group(1)),)
    if found := re.fullmatch(r"((?:[A-Z][A-Za-z]{0,5}/)?[A-Z]{0,5})(\d{1,4})[/:](\d{1,5})(?:[/-](\d{1,4}))?", marker):
        # 14/17 counts its first number, 23/045 its second, F01:04/24 its first: whichever runs is the hypothesis.
        return f"ref{found.group(1)}", marker, (int(found.group(2)), int(found.group(3)))
    if found := re.fullmatch(r"([A-Z]{1,4})[.-]?(\d{1,5})(?:\.(\d{1,3}))?", marker):
        return f"code{found.group(1)}", marker, (int(found.group(2)),)
    if found := re.fullmatch(r"(\d{1,4})\.(\d{1,3})", marker):
        return "dotted", marker, (int(found.group(1)), int(found.group(2)))
    if found := re.fullmatch(r"(\d{2})\.(\d{2})\.(\d{1,3})", marker):
        return "year", marker, (int(found.group(3)),)
    return None


def _weight(document: Document, i: int, block: Block, text: str, alone: bool) -> float:
    letters = [c for c in text if c.isalpha()]
    below = document.blocks[i + 1 + alone] if i + 1 + alone < len(document.blocks) else None
    weight = 0.0
    weight += 3.0 if block.kind == "heading" else 0.0
    weight += 2.0 if block.bold else 0.0
    weight += 2.0 if alone else 0.0
    weight += 1.5 if len(letters) > 4 and text.isupper() else 0.0
    weight += 3.0 if below and ITEM_BELOW.match(document.quote(below.span)) else 0.0
    weight += 1.0 if len(text) <= 100 and not text.endswith((".", ";")) else 0.0
    weight -= 0.5 if block.level > 0 and block.kind == "list" else 0.0
    weight -= 4.0 if len(text) > 260 and not block.bold else 0.0
    weight -= 1.5 if text.endswith((".", ";")) and len(text) > 60 and not block.bold else 0.0
    weight -= 2.5 if text[0].islower() else 0.0
    weight -= 2.5 if CLAUSE_WORDS.match(text) else 0.0
    weight -= 1.5 if NARRATIVE.search(text) and block.kind != "heading" and len(text) > 40 else 0.0
    weight -= 3.0 if OUTCOME.match(text) else 0.0
    return weight


def _without_clauses(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take weight from a run 1, 2, 3 that stands right under a line that leads into it ("RESOLVED that:")."""
    by_block = {c.block: c for c in candidates}
    out, expected = [], 0
    for i, block in enumerate(document.blocks):
        candidate = by_block.get(i)
        if candidate is None:
            if block.kind in ("paragraph", "heading"):
                text = fold(document.quote(block.span)).strip()
                leads = bool(LEAD_IN.search(text)) and not is_label(text) or bool(OUTCOME_LABEL.match(text))
                expected = 1 if leads or OUTCOME.match(text) else (expected if text[:1].islower() else 0)
            continue
        clause = candidate.family in ("number", "letter") and expected and candidate.value[0] == expected
        if clause and block.kind != "heading":
            expected += 1
            out.append(_lighter(candidate, 4.0))
        else:
            if candidate.value[0] != expected:
                expected = 0
            out.append(candidate)
    return out


def _lighter(candidate: Candidate, by: float) -> Candidate:
    return Candidate(
        block=candidate.block, family=candidate.family, number=candidate.number, value=candidate.value,
        title=candidate.title, weight=candidate.weight - by,
    )  # fmt: skip


def _heaviest_run(candidates: list[Candidate]) -> tuple[list[Candidate], float]:
    """Heaviest sub-sequence whose numbers rise; a step of one is worth most, a hole costs."""
    if not candidates:
        return [], 0.0
    width = len(candidates[0].value)
    runs = []
    for position in range(width):
        best: list[tuple[float, int]] = []  # (weight of the heaviest run that ends here, the one before)
        for i, candidate in enumerate(candidates):
            top, before = candidate.weight, -1
            for j in range(max(0, i - 150), i):
                step = candidate.value[position] - candidates[j].value[position]
                if step < 1 or (
                    width > 1 and candidates[j].family == "dotted" and candidate.value[0] < candidates[j].value[0]
                ):
                    continue
                link = 2.0 if step == 1 else max(-1.0 - 0.5 * step, -6.0)
                if best[j][0] + candidate.weight + link > top:
                    top, before = best[j][0] + candidate.weight + link, j
            best.append((top, before))
        end = max(range(len(best)), key=lambda i: best[i][0])
        run, at = [], end
        while at >= 0:
            run.append(candidates[at])
            at = best[at][1]
        runs.append((run[::-1], best[end][0]))
    run, weight = max(runs, key=lambda r: r[1])
    # Paragraph numbers (2.1, 2.2 …) are a last resort: they number what is said, not what is taken.
    return run, weight - (4.0 + len(run) if run[0].family == "dotted" else 0.0)


def _items(document: Document, run: list[Candidate], last: int) -> list[Item]:
    out, private = [], False
    edges = [c.block for c in run[1:]] + [last] if run else []
    at = run[0].block if run else last
    for candidate, edge in zip(run, edges, strict=True):
        for i in range(at, candidate.block):
            private = private or is_private_heading(document.quote(document.blocks[i].span))
        at = candidate.block
        told = [fold(document.quote(document.blocks[i].span)) for i in range(candidate.block + 1, edge)]
        agenda = next((found.group(1) for text in told[:2] if (found := ITEM_BELOW.match(text))), "")
        span = title_span(document.text, candidate.title)
        block = document.blocks[candidate.block]
        shut = block.role == "private item"  # its number stands where its title is not published
        title = "" if shut and not block.marker else " ".join(document.quote(span).split())
        out.append(
            Item(
                number=candidate.number,
                title=Quoted(text=title, span=span),
                first=candidate.block,
                last=edge,
                private=shut or private or any(is_private_item(title, text) for text in told or [""]),
                truncated=any(TRUNCATED.search(text) for text in told),
                agenda_number=agenda,
                identifier=block.identifier,
            )
        )
    return out
