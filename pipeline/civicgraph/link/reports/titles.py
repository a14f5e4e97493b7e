"""A title as linking compares it: its words in any order, apart from what tells its issue, the numbers and stages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from civicgraph.values.dates import MONTHS
from civicgraph.values.text import fold, squash
from civicgraph.values.titles import title_key

_SMALL = frozenset("a an and at by for from in into its of on or out the to with".split())
_PAPER = frozenset({"report", "reports", "paper", "item", "verbal", "pdf"})  # says what kind of paper it is
# Words that tell one issue of a paper from the next as figures do, and those that tell one state of it from the next.
_COUNTS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten "
    f"i ii iii iv v vi vii viii ix x spring summer autumn winter {MONTHS.replace('|', ' ').lower()}".split()
)
_STAGES = frozenset("draft final interim annual quarterly monthly half midyear outturn".split())
# "24/00109 - Transfer of the Service", "Transfer of the Service (24/00109)"
_REFERENCE = re.compile(r"^\W*(?P<lead>\d{2}/\d{5})\s*[-:\u2013\u2014]\s*|\s*\((?P<tail>\d{2}/\d{5})\)\s*$")
_YEARS = re.compile(r"\b(?:20)?(?P<since>\d\d)\s?[/-]\s?(?:20)?(?P<until>\d\d)\b")
_QUARTER = re.compile(
    r"\b(?:q|qtr\.?\s?|quarter\s)(?P<number>[1-4])\b|\b(?P<word>first|second|third|fourth)\s+quarter\b", re.I
)
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_CUT = re.compile(r"(?:\.\.\.|\u2026)\W*$")
# What every meeting takes, whatever the day: a title of these words alone names no one paper.
_STANDING = tuple(
    frozenset(words.split())
    for words in (
        "work programme", "forward plan", "outstanding issues", "action log", "matters arising", "budget monitoring",
        "performance monitoring", "risk register", "apologies absence", "any other business", "declarations interest",
        "declarations interests", "cabinet member updates", "chairmans announcements",
        "public questions", "leader council",
    )
)  # fmt: skip
_LEAST = 3  # words that one title must have to be found in another


@dataclass(frozen=True, slots=True)
class Title:
    """The words that say what a paper is of, and what says which one of its kind."""

    text: str
    words: frozenset[str]
    counts: frozenset[str]  # "2017-18", "q2", "november"
    stages: frozenset[str]  # "draft"
    key: tuple[str, ...]  # all of these, sorted
    run: str  # and in the order of the title
    cut: bool = False  # the title breaks off
    reference: str = ""  # "24/00109"

    @property
    def plain(self) -> str:
        """As printed, without the number of the report."""
        return _REFERENCE.sub("", self.text) if self.reference else self.text

    @property
    def standing(self) -> bool:
        """Is it the title of many papers: "Work Programme", or one word without a year?"""
        return self.words in _STANDING or (len(self.words) < 2 and not self.counts)


@lru_cache(maxsize=65536)
def parse(text: str) -> Title:
    """What is compared of a title.

    >>> title = parse("24/00108 - Update on Budget Monitoring, Quarter 2 of 2017/2018")
    >>> sorted(title.words), sorted(title.counts), title.reference
    (['budget', 'monitoring', 'update'], ['2017-18', 'q2'], '24/00108')
    """
    title = squash(fold(text))
    printed = _REFERENCE.search(title)
    spelled = _QUARTER.sub(lambda q: f"q{q['number'] or _ORDER[(q['word'] or '').lower()]}", _REFERENCE.sub("", title))
    years = {
        f"20{y['since']}-{y['until']}"
        for y in _YEARS.finditer(spelled)
        if (int(y["since"]) + 1) % 100 == int(y["until"])
    }
    run = [word for word in title_key(_YEARS.sub(_without, spelled)).split() if word not in _SMALL]
    counts = {word for word in run if word in _COUNTS or any(letter.isdigit() for letter in word)}
    stages = _STAGES & set(run)
    words = [word for word in run if word not in counts and word not in stages]
    told = [word for word in words if word not in _PAPER] or words
    return Title(
        text=text,
        words=frozenset(told),
        counts=frozenset(counts | years),
        stages=stages,
        key=tuple(sorted({*told, *counts, *years, *stages})),
        run=" ".join(run),
        cut=_CUT.search(title) is not None,
        reference=(printed["lead"] or printed["tail"]) if printed else "",
    )


def _without(years: re.Match[str]) -> str:
    """Two years that follow each other are taken away; "18-25", an age, stays."""
    return " " if (int(years["since"]) + 1) % 100 == int(years["until"]) else years.group()


def same(a: Title, b: Title) -> bool:
    """The same words, in whatever order, of the same issue; a hyphen more or less makes no other title."""
    if not a.words or (a.counts, a.stages) != (b.counts, b.stages):
        return False
    return a.words == b.words or a.run.replace(" ", "") == b.run.replace(" ", "")


def contained(a: Title, b: Title) -> bool:
    """Does one title say all that the other does, and more? A title that breaks off begins the other."""
    short, long = sorted((a, b), key=lambda title: (len(title.key), title.text))
    if len(short.words | short.stages) < _LEAST:
        return False
    return short.words <= long.words or (short.cut and long.run.startswith(short.run))
