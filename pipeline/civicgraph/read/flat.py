"""Minutes whose line feeds were lost on the way to a web page: one long line, in which the numbers still run.

The text is not touched; only where lines begin is found again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from civicgraph.values.dates import MONTHS

LONG = 800  # characters of a line that no clerk typed as one
LARGE = 100  # numbers that count on from here are no house numbers, prices or days
LEAST = 4  # numbers in a row that make a run of items
# The last lost its space too: "… a correct record.162. APOLOGIES FOR ABSENCE".
NUMBER = re.compile(
    rf"(?:^|(?<=\s))(?:(?P<word>Item\s)?(?P<item>\d{{1,4}})(?P<stop>\.|/\d{{2,4}})?(?:(?<=\.)(?P<sub>\d{{1,2}})\.?)?"
    rf"\s(?=[A-Z\"'\u2018\u201c])(?!(?:{MONTHS})\b))"
    r"|(?<=[a-z\d.:;)A-Z])(?<!\d\.)(?<!\d)(?P<glued>\d{1,3})\.\s?(?=[A-Z]{3})"
)
# "17/185 APOLOGIES FOR ABSENCE", "C140/2015 WELCOME", "10458/04/19 DECLARATIONS": two of them with one part alike.
REFERENCE = re.compile(
    r"(?:^|(?<=\s))(?P<series>[A-Z]{0,4})(?P<groups>\d{1,5}(?:/\d{1,4}){1,2})\.?\s+(?=[A-Z][A-Z'\u2019,&/-]+\s+\(?[A-Z]|[A-Z]{5,}\b)"
)
# The labels of a roll, in capitals between the names: "PRESENT Mrs A Lee Mr B Shah APOLOGIES Mr C Webb".
ROLL = re.compile(
    r"(?:^|(?<=[\sa-z\d]))(?<!AND\s)(?<!&\s)(?:(?:MEMBERS|COUNCILLORS|OFFICERS|OTHERS|ALSO|NOT)\s){0,2}"
    r"(?:PRESENT|IN ATTENDANCE|APOLOGIES(?:\sFOR\sABSENCE)?|ABSENT|SEDERUNT)(?=\s?:|\s[A-Z][a-z.])"
)
OPENING = re.compile(
    r"(?<=[\sa-z\d])(?=(?:PRESENT|IN ATTENDANCE|APOLOGIES)\b"
    r"|(?:Councillors )?(?:Present|In attendance|Also [Pp]resent|Apologies)[ ]?:"
    r"|(?:At a meeting of|Apologies (?:for absence )?(?:had|have|has|were|was))\b"
    r"|The (?:meeting|Chair(?:man)?) (?:closed|ended|finished|concluded|welcomed|opened)\b"
    r"|There being no (?:further|other)\b|(?:UNANIMOUSLY )?RESOLVED\b(?=\s?[-:\u2013]|\s[Tt](?:hat|o)\b))"
)
# The entries of a list, and the label over the next one: "Clerk • Ann Lee. In Attendance • Bo Shah. • Cy Webb."
ENTRY = re.compile(
    r"(?<=[^\s\u2022\u25cf])\s+(?=[\u2022\u25cf]\s+\S)"
    r"|(?<=[.;)])\s+(?=(?:[A-Z][a-z]+)(?:\s[A-Za-z]+){0,3}:?\s+[\u2022\u25cf]\s)"
)
# What a web page prints between the paragraphs of an item, where all of them came to stand on one line.
LABEL = re.compile(r"(?<=\S)\s(?=(?:(?:Minutes|Decisions?|Additional documents|Supporting documents):(?:\s|$)))")


def line_starts(raw: str) -> list[int]:
    """Offsets where the lost lines of a long line began, 0 first; only 0 where it is a paragraph after all.

    >>> # "… PRESENT: Ann Lee … 1. Apologies None … 2. Minutes …" → the offsets of PRESENT, 1 and 2
    """
    referred, rolled = _referred(raw), _rolled(raw) | _listed(raw)
    if len(raw) < LONG and not (referred or rolled):
        return [0]
    numbers = list(NUMBER.finditer(raw))
    firsts = {_item(found): n for n, found in reversed(list(enumerate(numbers)))}
    run: list[int] = max((_run_from(numbers, n) for n in firsts.values()), key=len, default=[])
    if len(run) < (LEAST - 1 if all(numbers[n]["word"] or _in_capitals(numbers[n]) for n in run) else LEAST):
        run = []
    if not (run or referred):
        return [0, *sorted(rolled - {0})]
    items = {numbers[n].start(): _item(numbers[n]) for n in run}
    starts = set(items) | referred | rolled
    at = 0
    for found in numbers:
        at = items.get(found.start(), at)
        if found["sub"] and int(found["item"]) == at:
            starts.add(found.start())
    titled = {found.end() for form in (NUMBER, REFERENCE) for found in form.finditer(raw) if found.start() in starts}
    starts |= {found.start() for found in OPENING.finditer(raw)} - titled  # "17/185 APOLOGIES FOR ABSENCE"
    return [0, *sorted(starts - {0})]


def _rolled(raw: str) -> set[int]:
    """Where the labels of a roll stand, where one line has two of them or more, and is no row of a table."""
    found = set() if "\t" in raw else {label.start() for label in ROLL.finditer(raw)}
    return found if len(found) > 1 else set()


def _listed(raw: str) -> set[int]:
    """Where the entries of lists begin, where a line has two bullets or more within it, and is no row of a table."""
    starts = set() if "\t" in raw else {entry.end() for entry in ENTRY.finditer(raw)}
    return starts if sum(raw[at] in "\u2022\u25cf" for at in starts) > 1 else set()


def _referred(raw: str) -> set[int]:
    """Where titles in capitals begin whose references count on, within the year or with the year behind."""
    found = list(REFERENCE.finditer(raw))
    out: set[int] = set()
    for before, one in pairwise(found):
        old, new = (match["groups"].split("/") for match in (before, one))
        steps = [int(b) - int(a) for a, b in zip(old, new, strict=False)]
        if before["series"] == one["series"] and len(old) == len(new) and sorted(steps) == [0] * (len(old) - 1) + [1]:
            out |= {before.start(), one.start()}
    return out


def _item(found: re.Match[str]) -> int:
    return int(found["item"] or found["glued"])


def _in_capitals(found: re.Match[str]) -> bool:
    return found.string[found.end() : found.end() + 8].isupper()


def _run_from(numbers: list[re.Match[str]], first: int) -> list[int]:
    """Indexes of the numbers that count on from one of them. A run of small numbers that does not begin at 1 has
    stops, or titles in capitals: "58 DECLARATIONS OF INTEREST"."""
    at, run = _item(numbers[first]), []
    marked = 1 < at < LARGE
    for n in range(first, len(numbers)):
        found = numbers[n]
        if (
            found["sub"] is None
            and _item(found) == at
            and (not marked or found["word"] or found["stop"] or found["glued"] or _in_capitals(found))
        ):
            run.append(n)
            at += 1
    return run


def split(raw: str, *, labelled: bool = False) -> list[tuple[int, str]]:
    """(offset, words) of each line that a long line was made of; `labelled`: it was made of labels and text."""
    if labelled and (found := list(LABEL.finditer(raw))):
        edges = [0, *(cut for label in found for cut in (label.end(), raw.index(":", label.end()) + 1)), len(raw)]
        pieces = ((a + len(raw[a:b]) - len(raw[a:b].lstrip()), raw[a:b].strip()) for a, b in pairwise(edges))
        return [(at, words) for at, words in pieces if words]
    starts = line_starts(raw)
    return [(a, raw[a:b].rstrip()) for a, b in pairwise([*starts, len(raw)])]
