"""Sections, schedules and paragraphs of an Act, as documents print them, to the paths of legislation.gov.uk."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

# The number of one, "100A(4)", and the words before it.
PROVISION_NUMBER = r"\d{1,4}[A-Za-z]{0,2}(?:\s?\([A-Za-z0-9]{1,4}\)){0,4}(?![\w(])"
PROVISION_WORDS = {
    "section": r"sections?|ss?\.|ss?(?=\d)",
    "schedule": r"schedules?|sch\.",
    "paragraph": r"paragraphs?|paras?\.?",
    "part": r"parts?",
}
_JOINED = r"(?:\s*(?:,|&|-|\band\b|\bor\b|\bto\b)\s*){1,2}"
_GROUP = re.compile(
    rf"(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in PROVISION_WORDS.items())})\s*"
    rf"(?P<numbers>{PROVISION_NUMBER}(?:{_JOINED}{PROVISION_NUMBER}){{0,9}})(?:\s*(?:,|\bof\b|\bto\b|\bin\b|\bthe\b)){{0,3}}\s*",
    re.I,
)
_ONE = re.compile(PROVISION_NUMBER)
_RANGE = re.compile(r"\s*(?:-|to)\s*", re.I)
_LONGEST = 30  # numbers of a range that are all meant; of a longer one the ends are


def provision_paths(provision: str) -> tuple[str, ...]:
    """Paths under an Act's identifier, as https://www.legislation.gov.uk/developer/uris has them; () of what has none.

    A part of a schedule is given as its schedule, since only some have one that can be written down without the Act
    at hand; a part of an Act is given as nothing. "100(A)" is a slip for "100A": subsections have figures.

    >>> provision_paths("Section 100(A)(4)"), provision_paths("paragraph 3 of Part 1 of Schedule 12a")
    (('section/100A/4',), ('schedule/12A/paragraph/3',))
    >>> provision_paths("Schedule 12A, paragraphs 1 to 3")
    ('schedule/12A/paragraph/1', 'schedule/12A/paragraph/2', 'schedule/12A/paragraph/3')
    """
    found: dict[str, list[str]] = defaultdict(list)
    at = 0
    while group := _GROUP.match(provision, at):
        kind = next(kind for kind in PROVISION_WORDS if group[kind])
        found[kind] += _numbers(group["numbers"])
        at = group.end()
    if at < len(provision):
        return ()  # words that are not understood: "Section 179 3(a)"
    schedules, paragraphs = found["schedule"], found["paragraph"]
    if len(schedules) == 1 and paragraphs:
        return tuple(f"schedule/{_path(schedules[0])}/paragraph/{_path(number)}" for number in paragraphs)
    if schedules:
        return tuple(f"schedule/{_path(number)}" for number in schedules)
    return tuple(f"section/{_path(number)}" for number in found["section"])


def provision_name(path: str) -> str:
    """A path as it is said.

    >>> provision_name("section/100A/4"), provision_name("schedule/12A/paragraph/1")
    ('section 100A(4)', 'schedule 12A, paragraph 1')
    """
    named = re.sub(r"(?<=\w)/(?=paragraph)", ", ", path)
    return re.sub(r"/(\w+)", r"(\1)", re.sub(r"(section|schedule|paragraph)/", r"\1 ", named))


def _numbers(text: str) -> Iterator[str]:
    """ "1 to 3" gives three; "100A to 100K" its ends."""
    found = list(_ONE.finditer(text))
    for n, number in enumerate(found):
        yield number.group()
        after = found[n + 1] if n + 1 < len(found) else None
        if after and _RANGE.fullmatch(text, number.end(), after.start()):
            ends = number.group(), after.group()
            if all(end.isdigit() for end in ends) and 0 < int(ends[1]) - int(ends[0]) <= _LONGEST:
                yield from map(str, range(int(ends[0]) + 1, int(ends[1])))


def _path(number: str) -> str:
    """ "100A(4)(b)" to "100A/4/b"."""
    number = re.sub(r"^(\d+)\s?\(([A-Z])\)", r"\1\2", number)
    head, *inner = re.findall(r"\w+", number)
    return "/".join((head.upper(), *inner))
