"""What of a body's name counts, and what two names are to each other.

"Children's Services Scrutiny Board (2)" and "Childrens Services Scrutiny Board 2" say the same; "Scrutiny Board (2)"
says less, and "Scrutiny Board (3)" something else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from civicgraph.values.bodies import body_kind, body_number
from civicgraph.values.names import spelt_alike
from civicgraph.values.text import fold, singular

STOP = frozenset("the of for and on with responsibility a an to meeting".split())
# Words that say what kind of body it is and tell none from another.
GENERIC = frozenset(
    "scrutiny board committee panel sub overview select cabinet member executive council group working "
    "task finish forum commission joint standing review holder portfolio".split()
)
# What a body is in the end, the first that its name has: a "Cabinet Committee" is a committee.
HEADS = tuple(
    "member holder group party force committee panel board forum commission assembly district authority partnership "
    "cabinet executive council".split()
)
# With one of these it is another body: a sub-committee of the committee, the board before the board.
APART = frozenset("sub joint shadow interim advisory appeal steering".split())
# As clerks type them.
WRITTEN = (
    (re.compile(r"\bo\s?&\s?s\b"), "overview scrutiny"),
    (re.compile(r"\bt\s?&\s?fg?\b"), "task finish group"),
    (re.compile(r"\bsub-?(?=committee|group|panel)"), "sub "),
    (re.compile(r"\bc(?:omm?)?(?:ittee|ttee|tee|tte|mte)\b"), "committee"),
    (re.compile(r"\bco-(?=o)"), "co"),
    (re.compile(r"\s{0,3}&\s{0,3}"), " and "),
)
FULL_COUNCIL = re.compile(
    r"(?:(?:the|full|county|city|borough|district|town|parish|community|whole|annual|meeting of)\s+){0,4}council"
)
GROUP = re.compile(r"task\s*(?:and|&)?\s*finish\s+group|working (?:group|party)|task group|review group", re.I)
PLACE = re.compile(
    r"(?:royal borough of )?(?P<place>[a-z' -]{3,60}?) (?:city|county|borough|district|parish|town|community|"
    r"metropolitan|combined|unitary|council)\b"
)
LETTER = re.compile(r"(?:committee|panel|board|group|bench)\s+\(?([A-H])\)?$", re.I)
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
LONG = 8  # letters of a word in which one may be a slip
LETTERS = 3  # of an acronym that is read without being defined

Relation = Literal[
    "", "words", "order", "topic", "spelling", "number within", "unnumbered", "number", "initials", "few initials",
    "begins", "ends", "kind words", "within",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyKey:
    """What of a body's name counts: words in order without joining ones and plurals, its number, its kind."""

    words: tuple[str, ...]
    number: str  # "2" of "Scrutiny Board (2)", "b" of "Licensing Panel B"
    years: frozenset[str]
    kind: str
    topic: tuple[str, ...]  # of a task group: what it is on
    parent: str  # of a task group: the name in front of it

    @property
    def own(self) -> frozenset[str]:
        return frozenset(w for w in self.words if w not in GENERIC)

    @property
    def head(self) -> str:
        if self.kind == "task-and-finish":
            return "group"
        return next((head for head in HEADS if head in self.words), "")

    @property
    def role(self) -> bool:
        """Whether it says no more than what kind of body it is: "Sub-Committee", "Cabinet Member"."""
        if self.own or self.topic or self.number or self.years:
            return False
        return self.words not in (("council",), ("cabinet",), ("executive",)) and set(self.words) <= {self.head, *ROLE}

    @property
    def short(self) -> bool:
        """Whether it leaves the title out: "Scrutiny Board (2)"."""
        return bool(self.number) and not self.own and not self.topic

    @property
    def theme(self) -> frozenset[str]:
        """What a task group is on, behind its name or before it: "Working Party on Bins", "Bins Working Party"."""
        return frozenset(self.topic) or self.own - {"party"}

    @property
    def generic(self) -> frozenset[str]:
        return frozenset(self.words) & GENERIC


ROLE = frozenset("sub cabinet joint working task finish select portfolio".split())


@cache
def body_key(name: str, council: str = "") -> BodyKey:
    """The key of a name; the council's own name in front of it does not count, alone it is the full council."""
    plain = fold(name)
    text = _folded(plain)
    if council:
        text = _without_council(text, _folded(fold(council)))
    kind = body_kind(name)
    group = GROUP.search(plain) if kind == "task-and-finish" else None
    parent = plain[: group.start()].strip(" -:") if group else ""
    inside = GROUP.search(text) if group else None
    topic = _words(text[inside.end() :]) if inside else ()
    if FULL_COUNCIL.fullmatch(" ".join(text.split())):
        text = "council"
    letter = LETTER.search(plain.rstrip())
    bare = re.sub(r"\((?:[a-z ]{0,30})?\d{1,2}\)|\b(?:no\.?\s*)?\d{1,2}\b", " ", text)
    if letter:
        bare = re.sub(r"\(?[a-h]\)?\s*$", " ", bare)
    number = body_number(parent if group else name) or (letter.group(1).lower() if letter else "")
    return BodyKey(_words(bare), number, frozenset(YEAR.findall(plain)), kind, topic, parent)


def _folded(plain: str) -> str:
    text = plain.casefold().replace("'s", "").replace("'", "")
    for pattern, words in WRITTEN:
        text = pattern.sub(words, text)
    return text


def _without_council(text: str, council: str) -> str:
    """Without "Barset County Council", and without "County Council" in front of a committee."""
    kind = " ".join(council.split()[-2:])
    bare = text.replace(council, " ").strip()
    bare = bare.removeprefix(f"{kind} ").strip() if len(council.split()) > 2 else bare
    # The "Barset Combined Authority Committee" is not any committee.
    return f"council {bare}".strip() if bare != text and len(bare.split()) < 2 else bare


def without_place(name: str, council: str) -> str:
    """ "Licensing Board" for the "Barset Licensing Board" of Barset County Council.

    The "Barset and Allington Forum" is of both places, and a "Barset Joint Committee" is not any joint committee.
    """
    text, place = _folded(fold(name)), PLACE.match(_folded(fold(council)))
    if not place:
        return name
    bare = text.removeprefix(f"{place['place']} ").removesuffix(f" of {place['place']}")
    return name if bare == text or bare.startswith("and ") or {*_words(bare)} <= GENERIC else bare


def _words(text: str) -> tuple[str, ...]:
    return tuple(singular(w) for w in re.findall(r"[a-z0-9]+", text) if w not in STOP)


# -- two names ---------------------------------------------------------------------------------------------------------


@cache
def contradict(a: BodyKey, b: BodyKey) -> str:
    """What in two names says that they are two bodies, "" where nothing does."""
    if a.number != b.number and ((a.number and b.number) or (a.number + b.number).isalpha()):
        return "numbers"
    if a.years and b.years and a.years != b.years:
        return "years"
    group = "task-and-finish"
    if (a.kind == group) != (b.kind == group) or ("member" in a.words) != ("member" in b.words):
        return "kinds"
    if a.kind == group:
        return "" if not a.theme or not b.theme or a.theme <= b.theme or b.theme <= a.theme else "topics"
    if (a.head and b.head and a.head != b.head) or (set(a.words) ^ set(b.words)) & APART:
        return "kinds"
    mine, theirs = a.own - b.own, b.own - a.own
    return "titles" if mine and theirs and not _typed(a, b) and not _abbreviated(a, b) else ""


@cache
def relation(a: BodyKey, b: BodyKey) -> Relation:
    """How far two names agree that do not contradict, by the strongest sign."""
    if a.kind == "task-and-finish":
        return "topic" if a.theme and a.theme == b.theme else ""
    if a.words == b.words and a.number == b.number:
        return "words"
    if Counter(a.words) == Counter(b.words):
        return "order" if a.number == b.number else "unnumbered"
    if a.number == b.number and _typed(a, b):
        return "spelling"
    if a.number == b.number and a.generic == b.generic and (letters := _initials(a, b)):
        return "initials" if letters > LETTERS else "few initials"
    if a.number and a.number == b.number and a.head == b.head:
        if not a.own or not b.own:
            return "number" if a.generic <= b.generic or b.generic <= a.generic else ""
        return "number within" if a.own <= b.own or b.own <= a.own else ""
    if not a.own or not b.own or a.head != b.head or a.number != b.number:
        return ""
    if a.own == b.own:
        return "kind words"
    return _contained(a, b)


def _contained(a: BodyKey, b: BodyKey) -> Relation:
    """ "Education Board" in "Education and Skills Board", which begins with it, and in "Adult Education Board"."""
    short, long = sorted((a, b), key=lambda key: len(key.own))
    if not short.own < long.own or a.generic != b.generic or max(2 * len(short.own), len(short.words)) < 4:
        return ""
    mine, theirs = ([w for w in key.words if w in key.own] for key in (short, long))
    if len(mine) < 2:
        return "within"
    if theirs[: len(mine)] == mine:
        return "begins"
    return "ends" if theirs[-len(mine) :] == mine else "within"


def _typed(a: BodyKey, b: BodyKey) -> bool:
    """One letter of one long word apart: "Governance" and "Governace"; a digit is no slip."""
    mine, theirs = set(a.words) - set(b.words), set(b.words) - set(a.words)
    if len(mine) != 1 or len(theirs) != 1 or len(a.words) != len(b.words):
        return False
    one, other = mine.pop(), theirs.pop()
    long = min(len(one), len(other)) >= LONG and one.isalpha() and other.isalpha()
    return long and one[0] == other[0] and spelt_alike(one, other)


def _initials(a: BodyKey, b: BodyKey) -> int:
    """How many first letters one has of the other's words: "CYPE Board" of "Children, Young People, Education …"."""
    return max((len(word) for word, letters in _letters(a, b) if word == letters), default=0)


def _abbreviated(a: BodyKey, b: BodyKey) -> bool:
    """Whether one may be short for the other, or for more than it: "CYPE Board", "Children, Young People Board"."""
    return any(word.startswith(letters) for word, letters in _letters(a, b))


def _letters(a: BodyKey, b: BodyKey) -> Iterator[tuple[str, str]]:
    """The only word of the one, the first letters of the other's."""
    for short, long in ((a, b), (b, a)):
        own = [word for word in long.words if word in long.own]
        if len(short.own) == 1 and len(own) >= LETTERS:
            yield min(short.own), "".join(word[0] for word in own)


def short_name(key: BodyKey) -> str:
    """ "Scrutiny Board 2" for "Education and Children's Services Scrutiny Board (2)"; "" for one without a number."""
    head = [w.capitalize() for w in key.words if w in GENERIC]
    return " ".join([*head, key.number]) if key.number and head and key.kind != "task-and-finish" else ""
