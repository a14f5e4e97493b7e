"""Where the items are, and what number each has.

Minutes number items (27, 27., 14/17, Item 3, A.) and, with the same signs, clauses and paragraphs. What tells the items
is that theirs is one run through the whole part, on lines that look like headings; so each numbering is a hypothesis,
each line that could open an item has a weight, and the heaviest rising run wins.
"""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.model import Document, Item, Quoted
from civicgraph.segment.candidates import CLAUSE_WORDS, ITEM_BELOW, PARAGRAPHS, candidates_at, without_clauses
from civicgraph.segment.furniture import (
    GROUP,
    OUTCOME,
    TELLS,
    is_private_heading,
    is_private_item,
    title_span,
)
from civicgraph.segment.headings import (
    ITEM_BEHIND,
    LABELLED,
    SIGNED,
    Candidate,
    dated,
    headings,
    is_title,
    like,
    unnumbered,
)
from civicgraph.segment.lone import between, bulleted, lone_headings
from civicgraph.segment.numbering import DATED
from civicgraph.segment.stated import stated_items
from civicgraph.values.names import parse_person
from civicgraph.values.text import fold

TRUNCATED = re.compile(r"view the full (?:minutes|agenda|decision) text", re.I)
AGENDA = re.compile(r"agenda\s?:?", re.I)
CITED = "minute #"  # of the minutes of others, in no order
NEAR = 4  # blocks below a numbered title in which a line under it is no title of its own


def find_items(document: Document, first: int, last: int) -> tuple[Item, ...]:
    """The items between two blocks, in order of the text. Empty where the part has no headings of its own."""
    if stated := stated_items(document, first, last):
        return tuple(_items(document, stated, last))
    lettered = sum(bool(re.fullmatch(r"[A-Z]\.", block.marker)) for block in document.blocks[first:last])
    if (decided := dated(document, first, last)) and not (len(decided) == 1 and lettered > 1):
        return tuple(_items(document, decided, last))
    candidates = [c for i in range(first, last) for c in candidates_at(document, i, last)]
    candidates = without_clauses(document, candidates)
    families = [[c for c in candidates if c.family == family] for family in sorted({c.family for c in candidates})]
    runs = [_counted_on(*_heaviest_run(family), family) for family in families]
    # "6a", "6b", "6c" alone are papers of one item.
    runs = [
        (run, total)
        for run, total in runs
        if total > 0.0 and (len(run) < 2 or run[0].value < run[-1].value or "/" in run[0].family)
    ]
    runs = [(run, total) for run, total in runs if not run[0].family.startswith(DATED) or _counts_from_one(run)]
    if any(
        run[0].family == "#.0" and len(run) > 1 for run, _ in runs
    ):  # "3.0 Minutes", and 3.1, 3.2 are its paragraphs
        runs = [(run, total) for run, total in runs if not PARAGRAPHS.fullmatch(run[0].family)]
    best, _ = max(runs, key=lambda run: (len(run[0]) > 1, run[1]), default=([], 0.0))
    signed = list(unnumbered(document, first, last))
    cited = [c for c in candidates if c.family == CITED and c.weight > 0]
    # Lists that lost their count on the way to the web: "1." before every item.
    ones = [c for c in candidates if c.family == "#" and c.weight > 0]
    top = min((document.blocks[c.block].level for c in ones), default=0)
    ones = [c for c in ones if document.blocks[c.block].level == top]
    lost_all = len(ones) > 2 and 5 * sum(c.value == 1 for c in ones) >= 4 * len(ones)
    ones = [c for c in candidates if c.family == "#" and c.weight > -1 and document.blocks[c.block].level == top]
    ones = ones if lost_all else []
    if len(best) < (3 if ones else 2) and (
        cited[1:] or ones
    ):  # what several bodies put before this one: "Minute No 63", "Minute No 9"
        best = cited if cited[1:] else ones
    elif len(best) < 2:
        best = [c for c in best if not _is_year(c.number)]  # "2019/20 Audit Plan", a page of one item
        # one number is no run: "2023/24 Budget Monitoring" among titles without numbers
        lone = lone_headings(document, first, last)
        bare = max(headings(document, first, last), lone, signed, bulleted(document, first, last), key=len)
        labelled = any(LABELLED.match(fold(document.quote(block.words))) for block in document.blocks[first:last])
        if bare is signed and lone and not labelled:  # a web page that lost the labels below its titles
            blocks = {c.block for c in signed}
            more = (c for c in lone if c.block not in blocks and not GROUP.match(fold(document.quote(c.title)).strip()))
            bare = sorted([*signed, *more], key=lambda c: c.block)
        # "74." over the only title that has a number, "22" before it
        told = {c.title.start: c for c in best} | {c.block: c for c in best if c.family == "#"}
        named = [told.get(c.title.start) or told.get(c.block) or c for c in bare]
        # one heading with a number, over lines that only their place makes titles: a form, and what is decided by it
        form = len(best) == 1 and document.blocks[best[0].block].kind == "heading"
        form = form and 2 * sum(_is_shown(document, c) for c in bare) < len(bare)
        bare = [] if form else named
        best = bare if len(bare) > len(best) else [c for c in best if c.family != "letter" or c.value == 1]
    else:
        # "3. Matters arising", then "1." before each: a list that lost its count halfway.
        lost = [c for c in candidates if c.family == "#" and c.value == 1 and c.block > best[-1].block and c.weight > 0]
        best = [*best, *_again(document, best, candidates)]
        best.sort(key=lambda c: c.block)
        best = [*best, *_below_items(document, best, candidates), *(lost if lost[1:] else [])]
    best = sorted([*best, *like(document, best, first, last), *between(document, best)], key=lambda c: c.block)
    shown = {c.block for c in best if c.number or document.blocks[c.block].kind == "heading"}
    taken = {i for c in best for i in range(c.block, c.block + (NEAR if c.block in shown else 1))}
    opened = best[0].block if best else last
    titles = {" ".join(document.quote(c.title).strip("- ").split()).lower() for c in best}
    for c in signed:
        if " ".join(document.quote(c.title).split()).lower() in titles:
            continue  # a form repeats the title beside "Title of decision"
        if c.block not in taken and (c.weight >= SIGNED or c.block < opened):
            best.append(c)
            taken.add(c.block)
    # What stands above "AGENDA" names the meeting.
    numbered = min((c.block for c in best if c.number), default=first)
    over = range(first, numbered)
    agenda = next((i for i in over if AGENDA.fullmatch(document.quote(document.blocks[i].words).strip())), -1)
    best = list({c.block: c for c in best if c.number or c.block > agenda}.values())
    return tuple(_items(document, sorted(best, key=lambda c: c.block), last))


def _is_year(number: str) -> bool:
    """ "2019/20": a financial year, and no minute 20 of 2019."""
    found = re.fullmatch(r"20(\d\d)[/-](?:20)?(\d\d)", number)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


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


def _counts_from_one(run: list[Candidate]) -> bool:
    return len(run) > 2 and [candidate.value for candidate in run] == list(range(1, len(run) + 1))


def _counted_on(run: list[Candidate], weight: float, family: list[Candidate]) -> tuple[list[Candidate], float]:
    """The run with the paragraphs that count on within it and from it, though they look like no titles: "4. There was a
    discussion". A list of its own begins again before it comes to the next number.
    """
    out: list[Candidate] = []
    chosen = {candidate.block for candidate in run}
    for before, candidate in zip([None, *family], family, strict=False):
        following = next((one.value for one in run if one.block > candidate.block), None)
        if candidate.block in chosen:
            out += [candidate] if candidate in run else []
        elif out and before == out[-1] and candidate.value == before.value + 1 and candidate.value != following:
            out.append(candidate)
    return out, weight


def _again(document: Document, run: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Titles to which a slip gave the number of the item before: "7. Money", "7. Playground", "8. Highways".

    It stands alone with that number in its item; a list there has a 1 and a 2 too.
    """
    out = []
    chosen = {c.block for c in run}
    for item, following in pairwise(run):
        within = [
            c for c in candidates if item.block < c.block < following.block and c.family == item.family
            and c.block not in chosen
        ]  # fmt: skip
        if len(within) != 1 or within[0].number != item.number or within[0].weight < 1.0:
            continue
        title, above = (fold(document.quote(c.title)).strip() for c in (within[0], item))
        ways = [
            (document.blocks[c.block].kind, document.blocks[c.block].bold, t.isupper())
            for c, t in ((item, above), (within[0], title))
        ]
        continued = title[:9].lower() == above[:9].lower()  # "7. Money (continued)", on the next page
        if ways[0] == ways[1] and is_title(title.capitalize() if title.isupper() else title) and not continued:
            out.append(within[0])
    return out


def _below_items(document: Document, run: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """Numbered headings within the items of a run: "4.1 Playground" in item 4, over what was said of it.

    A numbered paragraph has no heading of its own, and a list of such lines nothing under each.
    """
    out = []
    edges = [c.block for c in run[1:]] + [len(document.blocks)]
    for item, edge in zip(run, edges, strict=True):
        family = f"{item.number.removesuffix('.0')}.#"
        within = [c for c in candidates if item.block < c.block < edge and c.family == family]
        titled = [c for c in within if _is_titled(document, c)]
        run_in = len(titled) == len(within) > 1 and any(_runs_on(document, c) for c in within)
        headed = [c for c in within if _is_headed(document, c, within, edge)]
        # "5.4 North Area Panel (8 May)" / "The Panel had …" among paragraphs without a title is the first line of one
        shown = within if run_in or len(headed) == len(within) else [c for c in headed if _is_shown(document, c)]
        out += shown
    return out


def _is_shown(document: Document, candidate: Candidate) -> bool:
    """Does its look set a title off, and not only that its line ends?"""
    block = document.blocks[candidate.block]
    return block.kind == "heading" or block.bold or document.quote(candidate.title).isupper()


def _runs_on(document: Document, candidate: Candidate) -> bool:
    """Does text follow on the line of a title: "8.2 Risk Assessment No issues to report."?"""
    return candidate.title.end < document.blocks[candidate.block].words.end


def _is_titled(document: Document, candidate: Candidate) -> bool:
    text = fold(document.quote(candidate.title)).strip()
    return len(text.split()) < 7 and is_title(text)


def _is_headed(document: Document, candidate: Candidate, siblings: list[Candidate], edge: int) -> bool:
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
    if not whole and text.isupper():
        return True  # "3.1 BUDGET The Clerk reported …"
    over = below < edge and below not in {c.block for c in siblings}
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
