"""Outside organisations told by how people deal with them: a trustee of it, a letter from it, "X, a local charity".

Their own words often tell nothing ("Inspiring Futures", "Fenwright"), so the words around must
(`patterns/dealings.toml`), and the name must hold a word that is no everyday one: "Environmental Health" is an office
of the council.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from civicgraph.extract.names.everyday import is_everyday
from civicgraph.extract.names.heads import PATTERNS, any_of, word_list
from civicgraph.extract.names.phrases import BEFORE, BEHIND, CAPITAL, OPENERS, STOPS, Token, is_person, tokens
from civicgraph.model import Mention, Span
from civicgraph.values.gazetteer import glossary_acronyms
from civicgraph.values.honorifics import TITLE
from civicgraph.values.names import is_given_name, is_surname
from civicgraph.values.text import squash

_WORD = r"[A-Z0-9][\w'&!/-]*+"
RUN = rf"(?<![\w'-])(?:{_WORD}[ ]+(?:(?:of|for|in|the|and|&)[ ]+){{0,2}}+(?=[A-Z0-9])){{0,7}}+{_WORD}"
SMALL = frozenset("of for the".split())
WITHIN = frozenset("in on upon".split())  # only right before a capital: "Mind in Marshdale"
LISTED = re.compile(r"\s*,\s+(?:and\s+)?(?:the\s+)?|\s+(?:and|&)\s+(?:the\s+)?")
PLACED = re.compile(r"\s(?:in|on|upon)\s")
LONGEST = 8  # words
ACRONYM = re.compile(r"[A-Z][A-Z&]{2,3}|[B-DF-HJ-NP-TV-XZ]{3,7}")  # not "TOTAL"
# What a name of an outside organisation does not hold: the council's own bodies, posts, places, plans, parties.
NOT_OUTSIDE = re.compile(rf"\b(?:{any_of('not_outside')})\b")
INITIAL = re.compile(r"[A-Z]\.?")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `patterns/dealings.toml`."""

    id: str
    words: tuple[str, ...]  # the pattern finds nothing without one of them; none: it may find something anywhere
    pattern: re.Pattern[str]
    strict: bool
    single: bool
    yes: tuple[str, str]  # a sentence, the name in it
    no: str


@cache
def rules() -> tuple[Rule, ...]:
    table = tomllib.loads((PATTERNS / "dealings.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            id=row["id"],
            words=tuple(row.get("words", ())),
            pattern=re.compile(
                row["pattern"].replace("{RUN}", RUN).replace("{CALLED}", any_of("called")).replace("{TITLE}", TITLE)
            ),
            strict=row.get("strict", False),
            single=row.get("single", False),
            yes=(row["yes"][0], row["yes"][1]),
            no=row["no"],
        )
        for row in table["rule"]
    )


def find_dealings(text: str, offset: int = 0) -> Iterator[Mention]:
    """Organisations that the words around them tell, in a folded text; `offset` is added to the spans."""
    for rule in rules():
        if rule.words and not any(word in text for word in rule.words):
            continue
        for found in rule.pattern.finditer(text):
            if "person" in rule.pattern.groupindex and found["person"] and not is_given_name(found["person"]):
                continue
            if "name" in rule.pattern.groupindex:
                spans = [found.span("name")]
            else:
                spans = list(_listed(text, found.end()))
            for start, end in spans:
                start += _lead(text[start:end])
                name = squash(text[start:end])
                if not is_outside(name, strict=rule.strict, single=rule.single):
                    break
                yield Mention(
                    kind="organisation",
                    name=name,
                    span=Span(start=offset + start, end=offset + end),
                    rule=rule.id,
                )


def is_outside(name: str, *, strict: bool = False, single: bool = False) -> bool:
    """May this capitalised phrase be the name of an outside organisation?

    >>> is_outside("Marshdale Mind Matters"), is_outside("Environmental Health"), is_outside("Ann Moore")
    (True, False, False)
    """
    words = name.split()
    if ACRONYM.fullmatch(name):
        return (
            not is_everyday(name.lower())
            and name not in glossary_acronyms()
            and name not in word_list("not_organisations")
        )
    if len(words) < 2 and not single or words[0] in BEFORE or NOT_OUTSIDE.search(name):
        return False
    if is_everyday(name) or any(INITIAL.fullmatch(word) for word in words):
        return False
    telling = words[-1] in word_list("words_of_organisations")
    if len(words) == 1:
        return not strict and not is_surname(name) and not is_given_name(name)
    if not telling and len(words) < 4 and (is_given_name(words[0]) or is_surname(words[-1])):
        return False  # "Ann Moore"
    return telling or not strict


def _lead(name: str) -> int:
    """Length of the words in front that begin a sentence: 4 in "The Wren Project"."""
    words = tokens(name)
    first = next((word for word in words if word.text not in BEFORE), None)
    return first.start if first else 0


def _listed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the capitalised phrases in "Wren Project, Dales Rescue and the Moor Trust".

    "and" parts two names where what follows names something by itself: not in "Northmoor Housing and Support".
    """
    while True:
        end = run_end(text, start)
        if end <= start:
            return
        more = LISTED.match(text, end)
        following = run_end(text, more.end()) if more else end
        if more and "," not in more.group() and following > more.end():
            following = more.end() + len(PLACED.split(text[more.end() : following], maxsplit=1)[0])
            if " & " in more.group() or "the" not in more.group() and is_everyday(text[more.end() : following]):
                end, more = following, LISTED.match(text, following)
        yield start, end
        if more is None:
            return
        start = more.end()


def run_end(text: str, start: int) -> int:
    """End of the capitalised phrase that starts here, `start` where none does; small words only between capitals."""
    words = tokens(text[start : start + 120])
    end = 0
    for i, word in enumerate(words[: LONGEST * 2]):
        if (i and "\n" in word.gap) or (i == 0 and word.gap):
            break
        if i and word.text in OPENERS and word.text not in BEHIND and i + 1 < len(words) and _part(words[i + 1]):
            continue  # "Keep Our Rivers"
        if i and i + 1 < len(words) and is_person(word.text, words[i + 1].text):
            break  # "Healthwatch Weir  Anna Reed": the next of a list
        if _part(word):
            if word.text.endswith("'s") and not (i + 1 < len(words) and _part(words[i + 1])):
                return start + word.end - 2
            end = word.end
        elif i == 0 or not _goes_on(words, i):
            break
    return start + end


def _part(word: Token) -> bool:
    capital = CAPITAL.match(word.text) or re.fullmatch(r"\d\w+", word.text)
    return bool(capital) and word.text not in STOPS and word.text not in BEHIND


def _goes_on(words: tuple[Token, ...], i: int) -> bool:
    """Does a capital follow these small words: "Museum of the Moors"?"""
    if words[i].text in WITHIN:
        return i + 1 < len(words) and _part(words[i + 1])
    following = next((word for word in words[i + 1 : i + 3] if word.text not in SMALL), None)
    return words[i].text in SMALL and following is not None and _part(following)
