"""Names that are capitalised phrases, found from the word that tells what they are: Board, Director, Strategy, Trust.

Minutes write names of things with capitals and end them with a head word (`patterns/names.toml`). From the head the
phrase grows to the left over capitalised words. A comma belongs to the name only inside an enumeration that "and"
closes before the head: "Jobs, Skills and Growth Scrutiny Board".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from civicgraph.extract.names.heads import word_list
from civicgraph.values.dates import MONTHS
from civicgraph.values.gazetteer import not_names
from civicgraph.values.honorifics import titled
from civicgraph.values.names import is_given_name, is_surname

WORD = re.compile(
    r"St\.(?=\s[A-Z])|[A-Za-z\u00c0-\u024f0-9][\w\u00c0-\u024f]*+(?:['./&-][\w\u00c0-\u024f]++)*+'?|[&+]|[^\w\s]"
)
CAPITAL = re.compile(r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f'./&-]*+$|\d{1,2}-\d{1,2}$|\d[A-Z]+$")
DAYS = f"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|{MONTHS}"
TITLES = titled("elected", "civil") | {"Provost"}
STOPS = word_list("stops") | TITLES | frozenset(DAYS.split("|"))
STOPS_SMALL = frozenset(word.lower() for word in STOPS)
# What begins the name of a place before "of": "West of England", "Isle of Wight", "Vale of Glamorgan".
# And names that go on to the right: "Museum of Marshland Life Trust", "Friends of Weir Park Association".
PLACES = frozenset("Isle Isles Vale Forest North South East West University Museum Friends Hospital Diocese".split())
INNER = word_list("inner")
BEHIND = word_list("behind")
OPENERS = word_list("openers")
BEFORE = STOPS | INNER
ARTICLES = frozenset(("the", "a", "called", "named"))
JOINS = frozenset(("and", "And", "&", "+"))  # "Health And Wellbeing Board", as titles are set
JOINS_OF_CAPITALS = JOINS | {"AND"}


# What a bracket inside a name may hold: "City Deal (RCD) Joint Committee"; before "Ltd" a place too: "Wren (Dale) Ltd".
BRACKETED = re.compile(r"\w{1,3}|[A-Z]{1,8}|Ireland|Scotland|Wales|England|Europe|Holdings")
COMPANY = frozenset("Ltd Limited plc PLC LLP CIC".split())


# -- phrases ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    gap: str  # what stands between it and the token before

    @property
    def capital(self) -> bool:
        return bool(CAPITAL.match(self.text))


@dataclass(frozen=True, slots=True)
class Phrase:
    start: int
    end: int
    head: int  # offset where the head word starts
    titled: int  # offset after a titled person in front: "Mr Glover CGM Ltd"; else `start`
    named: int  # offset after given name and surname in front too: "Anna Reed Eden District Council"


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a folded text with their offsets; a blank line between two words keeps names apart.

    Bodies, posts, organisations and programmes are looked for in one text after the other: the last are kept.
    """
    out, last = [], 0
    for found in WORD.finditer(text):
        out.append(Token(found.group(), found.start(), found.end(), text[last : found.start()]))
        last = found.end()
    return tuple(out)


def find_phrases(
    text: str, heads: re.Pattern[str], *, right: re.Pattern[str] | None = None, barriers: re.Pattern[str] | None = None
) -> Iterator[Phrase]:
    """Capitalised phrases around each match of `heads`; those of one name may overlap, the longest is the whole.

    `right` is matched right after the head and belongs to the name ("(2)", "2024-25"); `barriers` are words at which
    a walk to the left stops when a comma or "and" follows ("Cabinet and Scrutiny Board" is two names).
    """
    found = list(heads.finditer(text))
    if not found:
        return
    words = tokens(text)
    index = {w.start: i for i, w in enumerate(words)}
    for head in found:
        at = index.get(head.start())
        if at is None:
            continue
        first = _left(words, at, barriers)
        end = head.end()
        if right:
            after = right.match(text, end)
            end = after.end() if after and after.end() > end else end
        titled = first + 1 if _ends_titled(words, first) and first < at else first
        if titled == first + 1 < at and is_given_name(words[first].text):
            titled += 1  # "Dr Toby Wilde Director of Law": after a title and a given name comes the surname
        named = first + 2 if at - first > 1 and is_person(words[first].text, words[first + 1].text) else titled
        yield Phrase(words[first].start, end, head.start(), words[titled].start, words[named].start)


def _left(words: tuple[Token, ...], at: int, barriers: re.Pattern[str] | None) -> int:
    """Index of the first word of the phrase whose head is `at`."""
    capitals = words[at].text.isupper() and len(words[at].text) > 3  # the head of a heading in capitals
    joins = JOINS_OF_CAPITALS if capitals else JOINS
    first, i = at, at - 1
    joined = False  # has "and" been passed between here and the head?
    while i >= 0:
        word, after = words[i], words[i + 1]
        if "\n\n" in after.gap or (after.gap == "" and word.text not in ",()" and after.text not in ",()"):
            break
        if word.text in joins or (word.text == "," and (joined or after.text in joins)):
            if i == 0 or not _part(words, i - 1, capitals) or (barriers and barriers.fullmatch(words[i - 1].text)):
                break
            if ends_person(words, i - 1) or (word.text == "," and i > 1 and _names_person(words, i - 2, i)):
                break  # "Cllr A Tucker and Co-Opted Member", "Jane Hall, Skills and Growth Board"
            joined = joined or word.text != ","
        elif (
            word.text == ")"
            and i > 1
            and words[i - 2].text == "("
            and (BRACKETED.fullmatch(words[i - 1].text) or (i == at - 1 and words[at].text in COMPANY))
        ):
            i -= 2  # "Scrutiny Board (2) Task and Finish Group", "City Deal (RCD) Joint Committee"
        elif i == at - 1 and i and len(word.text) == 1 and word.text.isupper() and _part(words, i - 1, capitals):
            first = i  # "Triple P model"
        elif word.text in OPENERS and i and words[i - 1].text in ARTICLES:
            first = i
            break
        elif not _part(words, i, capitals):
            break
        elif word.text not in INNER:
            first = i
        elif i > 0 and words[i - 1].text in INNER:
            break
        i -= 1
    of_place = first > 1 and words[first - 1].text == "of" and words[first - 2].text in PLACES
    return first - 2 if of_place else first


def _part(words: tuple[Token, ...], i: int, capitals: bool) -> bool:
    """May this word be part of the name to its right?"""
    word = words[i].text
    if capitals:
        return word.isupper() and len(word) > 1 and word.lower() not in STOPS_SMALL
    return words[i].capital and len(word) > 1 and word not in STOPS


def ends_person(words: tuple[Token, ...], i: int) -> bool:
    """Is this word the surname of a person: "Cllr Tucker", "A Tucker", "Jane Tucker"?"""
    return _ends_titled(words, i) or (i > 0 and words[i].capital and is_person(words[i - 1].text, words[i].text))


def _ends_titled(words: tuple[Token, ...], i: int) -> bool:
    if i < 1 or not words[i].capital or words[i].text.endswith("'s"):
        return False
    before = words[i - 1].text
    return before in TITLES or (len(before) == 1 and before.isalpha() and before.isupper())


def is_person(given: str, surname: str) -> bool:
    """Given name and surname: neither is an everyday word ("Grace Road", "Heath Park")."""
    everyday = given.lower() in not_names() or surname.lower() in not_names()
    return given[:1].isupper() and not everyday and is_given_name(given) and is_surname(surname)


# -- what follows a head ---------------------------------------------------------------------------------------------


def enumeration(text: str, start: int, heads: re.Pattern[str]) -> int:
    """End of "Children, Learning and Young People" from `start`: capitalised words, commas only up to a closing "and".

    Stops before a part that has a head of its own ("Director of Finance, City Solicitor and the Director of Law").
    """
    words = tokens(text[start : start + 200])
    end = 0
    i, commas = 0, 0
    while i < len(words):
        word = words[i]
        if "\n\n" in word.gap:
            break
        if word.capital and word.text not in STOPS and word.text not in BEHIND:
            if commas and not _closed(words, i, heads):
                break
            if not commas and _names_person(words, i, _next_small(words, i)):
                break  # "Committee Services Officer Anna Hall"
            end, commas = word.end, 0
            i += 1
        elif word.text in JOINS and _goes_on(words, i):
            stop = _next_small(words, i + 1)
            following = " ".join(w.text for w in words[i + 1 : stop])
            if heads.search(following) or _names_person(words, i + 1, stop):
                break  # another post, or another person: "… & Corporate Assurance and Ben Watts"
            i += 1
        elif word.text == "," and _goes_on(words, i):
            commas += 1
            i += 1
        elif word.text in ("of", "for", "after", "After") and end and i + 2 < len(words) and _goes_on(words, i):
            i += 1
        else:
            break
    return start + end


def _goes_on(words: tuple[Token, ...], i: int) -> bool:
    return (
        i + 1 < len(words)
        and words[i + 1].capital
        and words[i + 1].text not in STOPS
        and words[i + 1].text not in BEHIND
    )


def _next_small(words: tuple[Token, ...], start: int) -> int:
    """Index of the first word from `start` that has no capital, at most seven on."""
    last = min(start + 7, len(words))
    return next((j for j in range(start, last) if not words[j].capital), last)


def _names_person(words: tuple[Token, ...], i: int, stop: int) -> bool:
    given = words[i].text
    if not is_given_name(given) or given.lower() in not_names():
        return False
    return stop - i == 2 or (stop - i > 2 and words[i + 1].text.lower() not in not_names())


def _closed(words: tuple[Token, ...], at: int, heads: re.Pattern[str]) -> bool:
    """Does "and X" close the enumeration that goes on at `at`, with no head word in it?"""
    for i in range(at, min(at + 14, len(words))):
        if words[i].text in JOINS:
            stop = _next_small(words, i + 1)
            return (
                i + 1 < len(words)
                and words[i + 1].capital
                and not heads.search(" ".join(w.text for w in words[at:stop]))
            )
        if not (words[i].capital or words[i].text == ","):
            return False
    return False
