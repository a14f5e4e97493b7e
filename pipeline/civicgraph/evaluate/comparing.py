"""When a row that was found agrees with one that a person wrote: the columns of each table, and how each is compared.

A gold cell may give several readings, "Chair|Chairman", and of a text only the first words, "To note the report…".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

# A kind that ends in "?" agrees with everything where gold leaves the cell empty.
TABLES: dict[str, dict[str, str]] = {
    "meetings": {"body": "name", "date": "exact", "start": "time?", "end": "time?"},
    "approvals": {"minutes_of": "exact"},
    "attendance": {"person": "person", "kind": "exact", "status": "exact"},
    "posts": {"person": "person", "post": "name"},
    "bodies": {"label": "name"},
    "items": {"number": "number", "title": "title"},
    "reports": {"title": "title", "author": "name?"},
    "routes": {"report": "title", "body": "name", "date": "exact?"},
    "decisions": {"item": "number", "label": "number?", "status": "exact", "action": "exact", "text": "text"},
    "targets": {"item": "number", "action": "exact", "target": "name"},
    "referrals": {"what": "title", "from": "name", "to": "name"},
    "votes": {"item": "number", "outcome": "exact", "for": "exact?", "against": "exact?", "abstain": "exact?"},
    "ballots": {"item": "number", "division": "number?", "person": "person", "vote": "exact"},
    "programmes": {"label": "name", "acronym": "acronym?"},
    "organisations": {"label": "name"},
    "citations": {"kind": "exact", "target": "name"},
}

HONORIFICS = re.compile(
    r"\b(councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof(essor)?|sir|dame|lord|lady|baroness|rev(erend)?|"
    r"alderman|ald|the lord mayor|the mayor|obe|mbe|cbe|jp|dl|kc|qc)\b\.?",
    re.I,
)
# Words that tell no two names apart.
COMMON = frozenset("the a an of and for to on in at with by council city s".split())
NEAR_START = 25  # words within which the first words of a text must stand
SAME_NAME, SAME_TITLE, SAME_TEXT = 0.8, 0.75, 0.7  # token F1


def agree(table: str, gold: Mapping[str, object], found: Mapping[str, str]) -> bool:
    """Does a row that was found agree with a gold row in every scored column of its table?"""
    return all(_cell(kind, str(gold.get(c) or ""), found.get(c, "")) for c, kind in TABLES[table].items())


def _cell(kind: str, gold: str, found: str) -> bool:
    if kind.endswith("?") and not gold:
        return True
    same = COMPARED[kind.rstrip("?")]
    return any(same(reading, found) for reading in gold.split("|"))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"[*_#`]|</?[a-z]+>", " ", text)
    return re.sub(r"\s+", " ", text).strip().casefold()


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", _plain(text).replace("&", " and ").replace("'", ""))


def overlap(one: str, other: str) -> float:
    """Token F1 of two strings, 0 to 1: order does not count, nor do common words where others remain."""
    first, second = ([w for w in words if w not in COMMON] or words for words in (_words(one), _words(other)))
    if not first or not second:
        return float(first == second)
    left, common = list(second), 0
    for word in first:
        if word in left:
            left.remove(word)
            common += 1
    return 2 * common / (len(first) + len(second))


def _person_key(name: str) -> tuple[str, str]:
    """Surname and initials: "Cllr. J O'Boyle" → ("oboyle", "j")."""
    parts = [p for p in re.split(r"[\s.,]+", HONORIFICS.sub(" ", _plain(name))) if p]
    if not parts:
        return "", ""
    return parts[-1].replace("-", "").replace("'", ""), "".join(p[0] for p in parts[:-1])


def _same_person(gold: str, found: str) -> bool:
    (surname, initials), (other, others) = _person_key(gold), _person_key(found)
    return bool(surname) and surname == other and (not initials or not others or initials[0] == others[0])


def _same_number(gold: str, found: str) -> bool:
    one, other = (re.sub(r"[^a-z0-9]+", "", _plain(t)).lstrip("0") for t in (gold, found))
    return one == other


def _same_text(gold: str, found: str) -> bool:
    if not gold.endswith("…"):
        return overlap(gold, found) >= SAME_TEXT
    head, words = _words(gold), _words(found)
    return any(words[i : i + len(head)] == head for i in range(min(len(words), NEAR_START)))


COMPARED: dict[str, Callable[[str, str], bool]] = {
    "exact": lambda gold, found: _plain(gold) == _plain(found),
    "time": lambda gold, found: gold[:5] == found[:5],
    "acronym": lambda gold, found: _plain(gold).replace(".", "") == _plain(found).replace(".", ""),
    "name": lambda gold, found: overlap(gold, found) >= SAME_NAME,
    "title": lambda gold, found: overlap(gold, found) >= SAME_TITLE,
    "person": _same_person,
    "number": _same_number,
    "text": _same_text,
}
