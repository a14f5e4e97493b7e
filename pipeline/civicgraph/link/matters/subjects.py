"""What the title of an item says that the item is about, apart from what is done with it there.

Three kinds of words are told apart. What is done with a thing ("Update on", "Creation of", "Report back from") is left
away. Words that half the titles of any council have ("Service", "Children", "Plan") stay, but two titles are of one
matter only if they share others too.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

from civicgraph.link.reports.titles import Title, parse
from civicgraph.values.honorifics import CIVIL, MEMBER_S
from civicgraph.values.text import fold, singular, squash
from civicgraph.values.titles import title_key

with resources.files(__package__).joinpath("words.toml").open("rb") as _file:
    _WORDS = {name: frozenset(words.split()) for name, words in tomllib.load(_file).items()}

_HEADS = (
    r"(?:group|committee|board|panel|commission|forum|inquiry|cabinet|working party|task force)\b(?:\s*\(?\d{1,2}\)?)?"
)
# "Recommendations from the … Board (2) on", "Task and Finish Group on": whose paper it is.
_FROM = re.compile(
    rf"^(?:.{{0,60}}?\b(?:from|of|by)\s.{{0,120}}?\b{_HEADS}\s*(?:regarding|concerning|about|re|[:\u2013\u2014]|-(?=\s))\s+"
    rf"|.{{0,160}}?\b{_HEADS}\s+(?:on|into)\s+)",
    re.I,
)
# Who brings it: "Motion submitted by Councillor B Thorne".
_WHO = re.compile(
    rf"(?:\b(?:submitted|proposed|moved|raised|tabled|put|presented|received|given)\s+)?(?:\b(?:by|from|of)\s+)?"
    rf"\b(?i:{MEMBER_S}|{CIVIL})\.?\s+(?:[A-Z]\.?\s*){{0,3}}[A-Z][\w'-]+(?:\s+(?!and\b)[A-Z][\w'-]+)?(?:'s\b)?"
)
# What a meeting does, in more words: "Minutes of the Board of 4 May for noting", "Exclusion of Press and Public".
_MEETS = re.compile(
    r"\bminutes\b|\bapolog(?:y|ies)\b|\bdeclarations?\b.*\binterests?\b|\bdispensations?\b|\bprayers?\b|\bwelcome\b"
    r"|\b(?:business|announcements?|remarks) (?:of|by|from) the\b"
    r"|\bsince (?:the|our) (?:last|previous) (?:meeting|report)\b|\bco-?opt|\bwhich\b.{0,80}\bdecides\b"
    r"|\bas a matter of urgency\b"
    r"|\bexclu(?:de|ding|sion)\b.{0,20}\b(?:press|public)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a title is about. Words are lower-case and singular."""

    title: Title
    core: tuple[str, ...]  # its words in their order, without what is done with the thing
    words: frozenset[str]  # the same in no order
    telling: frozenset[str]  # those that few titles have
    couples: frozenset[tuple[str, str]]  # two of them next to each other, one of them telling
    places: frozenset[str]  # "oak road"
    standing: bool  # the title of what every meeting takes
    serial: bool  # one of a series: "Annual Report", "Quarterly Monitoring"
    full: bool  # says enough to be known by its words alone: two of them, one telling, or a year of its own


@lru_cache(maxsize=65536)
def subject(text: str, own: tuple[str, ...] = ()) -> Subject:
    """What the title of an item is about. `own` are the names of the body that met, whose every item would have them.

    >>> subject("Recommendations from the Parks Board (2) Working Group on the Felling of Street Trees").core
    ('felling', 'street', 'tree')
    """
    title = parse(text)
    plain = squash(fold(title.plain))
    about = _WHO.sub(" ", _FROM.sub("", plain))
    for name in sorted(own, key=lambda n: (-len(n), n)):
        if (at := about.casefold().find(squash(fold(name)).casefold())) >= 0:
            about = f"{about[:at]} {about[at + len(name) :]}"
    said = _letters(about)
    printed = [singular(word) for word in said]
    core = tuple(w for w in printed if w not in _WORDS["small"] and w not in _WORDS["done"] and w not in title.counts)
    telling = frozenset(w for w in core if w not in _WORDS["common"] and len(w) > 1)
    coupled = [(a, b) for a, b in pairwise(printed) if a in core and b in core]
    dated = any(count.startswith("20") for count in title.counts)
    body = core and core[-1] in _WORDS["bodies"] and not _WORDS["done"] & {*printed}
    meets = body or _MEETS.search(plain) or all(w in _WORDS["standing"] or w in _WORDS["small"] for w in said)
    return Subject(
        title=title,
        core=core,
        words=frozenset(core),
        telling=telling,
        couples=frozenset((a, b) for a, b in coupled if a in telling or b in telling),
        places=frozenset(f"{a} {b}" for a, b in coupled if a in telling and b in _WORDS["places"]),
        standing=bool(title.standing or meets),
        serial=bool(_WORDS["series"] & {*said, *title.stages}),
        full=len(core) > 1 and bool(telling or dated),
    )


def _letters(title: str) -> list[str]:
    return [word for word in title_key(title).split() if not any(letter.isdigit() for letter in word)]
