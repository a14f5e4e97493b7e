"""Where the items are, and what number each has.

Minutes number items (27, 27., 14/17, Item 3, A.) and, with the same signs, clauses and paragraphs. What tells the items
is that theirs is one run through the whole part, on lines that look like headings; so each numbering is a hypothesis,
each line that could open an item has a weight, and the heaviest rising run wins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from civicgraph.model import Block, Document, Item, Quoted, Span
from civicgraph.segment.furniture import (
    GROUP,
    OUTCOME,
    OUTCOME_LABEL,
    TELLS,
    is_label,
    is_private_heading,
    is_private_item,
    title_span,
)
from civicgraph.segment.headings import (
    ITEM_BEHIND,
    NARRATIVE,
    PURPOSE,
    SIGNED,
    Candidate,
    dated,
    headings,
    is_title,
    like,
    lone_headings,
    says,
    unnumbered,
)
from civicgraph.segment.numbering import counts_of
from civicgraph.segment.stated import stated_items
from civicgraph.segment.titles import run_in_end
from civicgraph.values.dates import find_dates
from civicgraph.values.honorifics import TITLE_S
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

ITEM_BELOW = re.compile(r"^\((?:agenda )?items?\s+(?:no\.?\s*)?([A-Z]?\d{1,3}[a-z]?)[^)]{0,40}\)", re.I)
# The number of the minute where the agenda's is the first, and the agenda's where the minute's is.
_MINUTE = r"(?P<number>(?:[A-Z]{1,4}/?)?\d{1,4}/\d{2,4})"
MINUTE_NUMBER = re.compile(rf"{_MINUTE}(?:[.:]|\s)\s*(?=[A-Z])")
REFERENCE = re.compile(rf":\s*{_MINUTE}(?=[\s:.-]|$)")
AGENDA_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:[.)]\s*|\s{2,})(?=[A-Z])")
TRUNCATED = re.compile(r"view the full (?:minutes|agenda|decision) text", re.I)
CLAUSE_WORDS = re.compile(
    r"^(?:that|to (?!receive|consider|note|approve|confirm|agree|discuss|elect|resolve|review|set|answer|hear|appoint"
    r"|co-opt|adopt|sign|accept|arrange|fix|exclude|deal|transact)|in particular|(?:and|or)\b)",
    re.I,
)
AGENDA = re.compile(r"agenda\s?:?", re.I)
CITED = "minute #"  # of the minutes of others, in no order
SOMEBODY = re.compile(rf"{TITLE_S}\b")
CLAUSES = ("#", "letter", "roman")  # families that clauses are numbered in too
LEAD_IN = re.compile(r"(?::\s*[-–]?|\b[Tt]hat|\bTHAT|\bto|[-–])$")
# Labels that are titles where they have a number: "3. Minutes:".
NUMBERED_LABEL = re.compile(r"(?:minutes|present|apologies|(?:in )?attendance|actions?|notes?)\s*:", re.I)
PARAGRAPHS = re.compile(r"\d{1,4}\.#|\d{1,3}\.\d\.#|\d\.\d{1,2}\.#")  # and not "16.09.#", of September 2016


OFTEN = 2  # times that a line is printed and may still be a title
NEAR = 4  # blocks below a numbered title in which a line under it is no title of its own


def find_items(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The items between two blocks, in order of the text. Empty where the part has no headings of its own."""
    if stated := stated_items(document, first, last):
        return tuple(_items(document, stated, last))
    lettered = sum(bool(re.fullmatch(r"[A-Z]\.", block.marker)) for block in document.blocks[first:last])
    if (decided := dated(document, first, last)) and not (len(decided) == 1 and lettered > 1):
        return tuple(_items(document, decided, last))
    candidates = [c for i in range(first, last) for c in _candidates(document, i, last)]
    candidates = _without_clauses(document, candidates)
    runs = [
        _heaviest_run([c for c in candidates if c.family == family])
        for family in sorted({c.family for c in candidates})
    ]
    # "6a", "6b", "6c" alone are papers of one item.
    runs = [
        (run, total)
        for run, total in runs
        if total > 0.0 and (len(run) < 2 or run[0].value < run[-1].value or "/" in run[0].family)
    ]
    if any(
        run[0].family == "#.0" and len(run) > 1 for run, _ in runs
    ):  # "3.0 Minutes", and 3.1, 3.2 are its paragraphs
        runs = [(run, total) for run, total in runs if not PARAGRAPHS.fullmatch(run[0].family)]
    best, _ = max(runs, key=lambda run: (len(run[0]) > 1, run[1]), default=([], 0.0))
    signed = list(unnumbered(document, first, last))
    cited = [c for c in candidates if c.family == CITED and c.weight > 0]
    # Lists that lost their count on the way to the web: "1." before every item.
    ones = [c for c in candidates if c.family == "#" and c.weight > 0]
    ones = ones if len(ones) > 2 and {c.value for c in ones} == {1} else []
    if len(best) < 2 and (cited[1:] or ones):  # what several bodies put before this one: "Minute No 63", "Minute No 9"
        best = cited if cited[1:] else ones
    elif len(best) < 2:  # one number is no run: "2023/24 Budget Monitoring" among titles without numbers
        bare = max(headings(document, first, last), lone_headings(document, first, last), signed, key=len)
        best = bare if len(bare) > len(best) else best
    else:
        best = [*best, *_below_items(document, best, candidates)]
    best = sorted([*best, *like(document, best, first, last)], key=lambda c: c.block)
    taken = {i for c in best for i in range(c.block, c.block + NEAR)}
    opened = best[0].block if best else last
    for c in signed:
        if c.block not in taken and (c.weight >= SIGNED or c.block < opened):
            best.append(c)
            taken.add(c.block)
    # What stands above "AGENDA" names the meeting.
    numbered = min((c.block for c in best if c.number), default=first)
    above = [i for i in range(first, numbered) if AGENDA.fullmatch(document.quote(document.blocks[i].words).strip())]
    best = [c for c in best if c.number or c.block > max(above[:1], default=-1)]
    return tuple(_items(document, sorted(best, key=lambda c: c.block), last))


def _candidates(document: Document, i: int, last: int) -> list[Candidate]:
    block = document.blocks[i]
    counts = counts_of(block.marker) if block.kind in ("list", "heading") else ()
    if not counts:
        return _numbered_below(document, i, last)
    title, alone = block.words, block.words.start >= block.words.end
    if alone:
        if i + 1 >= last or document.blocks[i + 1].kind == "rule" or (i and _is_bare(document.blocks[i - 1])):
            return []  # a column of numbers, as scanning tears it from its titles
        below = document.blocks[i + 1]
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
    weight = _weight(document, i, block, text, alone)
    return [
        Candidate(
            block=i, family=count.family, number=count.number, value=count.value, part=count.part, title=title,
            weight=weight, second=second,
        )
        for count in counts
    ]  # fmt: skip


def _title_above(document: Document, i: int, below: str) -> tuple[int, Span] | None:
    """The title over a number that stands alone with text under it: "APOLOGIES" / "PL146/14" / "There were none.".

    What the meeting was to do may stand between: "2 Apologies" / "To receive any apologies." / "25".
    """
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
    weight += 1.0 if len(text) <= 100 and not text.endswith((".", ";")) else 0.0
    weight -= 0.5 if block.level > 0 and block.kind == "list" else 0.0
    weight -= 4.0 if len(text) > 260 and not block.bold else 0.0
    weight -= 1.5 if text.endswith((".", ";")) and len(text) > 60 and not (block.bold or text.isupper()) else 0.0
    weight -= 2.5 if text[0].islower() else 0.0
    weight -= 2.5 if CLAUSE_WORDS.match(text) else 0.0
    weight -= 1.5 if NARRATIVE.search(text) and block.kind != "heading" and len(text) > 40 else 0.0
    weight -= 3.0 if OUTCOME.match(text) else 0.0
    return weight


def _without_clauses(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take weight from a run 1, 2, 3 that stands right under a line that leads into it ("RESOLVED that:")."""
    by_block: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_block.setdefault(candidate.block, []).append(candidate)
    out: list[Candidate] = []
    expected = 0
    for i, block in enumerate(document.blocks):
        here = by_block.get(i, [])
        if not here:
            if block.kind in ("paragraph", "heading"):
                text = fold(document.quote(block.span)).strip()
                leads = bool(LEAD_IN.search(text)) and not is_label(text) or bool(OUTCOME_LABEL.match(text))
                expected = 1 if leads or OUTCOME.match(text) else (expected if text[:1].islower() else 0)
            continue
        counted = any(c.family in CLAUSES and c.value == expected for c in here)
        if expected and counted and block.kind != "heading":
            expected += 1
            out += [replace(c, weight=c.weight - 4.0) for c in here]
        else:
            expected = expected if counted else 0
            out += here
    return out


def _heaviest_run(candidates: list[Candidate]) -> tuple[list[Candidate], float]:
    """Heaviest sub-sequence whose numbers rise; a step of one is worth most, a hole costs."""
    best: list[tuple[float, int]] = []  # (weight of the heaviest run that ends here, the one before)
    for i, candidate in enumerate(candidates):
        top, before = candidate.weight, -1
        for j in range(max(0, i - 150), i):
            step = candidate.value - candidates[j].value
            if step == 0 and candidate.part == candidates[j].part + 1:
                step = 1  # "41a/19", "41b/19"
            if step < 1:
                continue
            link = 2.0 if step == 1 else max(0.5 - 0.5 * step, -6.0)
            if best[j][0] + candidate.weight + link > top:
                top, before = best[j][0] + candidate.weight + link, j
        best.append((top, before))
    end = max(range(len(best)), key=lambda i: best[i][0])
    run, at = [], end
    while at >= 0:
        run.append(candidates[at])
        at = best[at][1]
    # Paragraph numbers (2.1, 2.2 …) are a last resort: they number what is said, not what is taken.
    return run[::-1], best[end][0] - (4.0 + len(run) if PARAGRAPHS.fullmatch(run[0].family) else 0.0)


def _below_items(document: Document, run: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Numbered headings within the items of a run: "4.1 Playground" in item 4, over what was said of it.

    A numbered paragraph has no heading of its own, and a list of such lines nothing under each.
    """
    out = []
    edges = [c.block for c in run[1:]] + [len(document.blocks)]
    for item, edge in zip(run, edges, strict=True):
        family = f"{item.number.removesuffix('.0')}.#"
        within = [c for c in candidates if item.block < c.block < edge and c.family == family]
        out += [c for c in within if _is_headed(document, c, within)]
    return out


def _is_headed(document: Document, candidate: Candidate, siblings: list[Candidate]) -> bool:
    block = document.blocks[candidate.block]
    text = fold(document.quote(candidate.title)).strip()
    below = candidate.block + (2 if block.words.start >= block.words.end else 1)
    if len(text.split()) > 12 or TELLS.search(text) or CLAUSE_WORDS.match(text) or OUTCOME.match(text):
        return False
    if parse_person(text.partition(";")[0].partition(",")[0]):
        return False  # "1.1  Ann Lee, Clerk; Bob Shah"
    if not text[:1].isupper() or (text.endswith((".", ";", ",")) and not text.isupper()):
        return False
    whole = candidate.title.end >= block.words.end  # nothing follows on its line
    over = below < len(document.blocks) and below not in {c.block for c in siblings}
    return block.kind == "heading" or (whole and over and candidate.value > 0)


def _items(document: Document, run: list[Candidate], last: int) -> list[Item]:
    out, private = [], False
    edges = [c.block for c in run[1:]] + [last] if run else []
    twice = 2 * sum(1 for c in run if c.second) >= len(run)
    at = run[0].block if run else last
    for candidate, edge in zip(run, edges, strict=True):
        for i in range(at, candidate.block):
            private = private or is_private_heading(document.quote(document.blocks[i].span))
        at = candidate.block
        told = [fold(document.quote(document.blocks[i].span)) for i in range(candidate.block + 1, edge)]
        number, second = _numbers_of(candidate, twice=twice)
        behind = ITEM_BEHIND.search(fold(document.quote(candidate.title)))
        number = number or (behind["number"] if behind else "")  # "Apologies (Agenda Item 2)"
        agenda = second or next((found.group(1) for text in told[:2] if (found := ITEM_BELOW.match(text))), "")
        span = title_span(document.text, candidate.title)
        block = document.blocks[candidate.block]
        shut = block.role == "private item"  # its number stands where its title is not published
        title = "" if shut and not block.marker else " ".join(document.quote(span).split())
        out.append(
            Item(
                number=number,
                title=Quoted(text=title, span=span),
                first=candidate.block,
                last=edge,
                private=shut or private or any(is_private_item(title, text) for text in told or [""]),
                truncated=any(TRUNCATED.search(text) for text in told),
                agenda_number=agenda or (behind["number"] if behind else ""),
                identifier=block.identifier,
            )
        )
    return out


def _numbers_of(candidate: Candidate, *, twice: bool) -> tuple[str, str]:
    """(number of the item, of the agenda where that is another): minutes are cited by "24/031", and so it is theirs.

    One line with two numbers among many with one is "9. Planning: 24/0311", whose second number is its subject's.
    """
    if not (twice and candidate.second):
        return candidate.number, ""
    if "/" in candidate.second and "/" not in candidate.number:
        return candidate.second, candidate.number
    return candidate.number, candidate.second
