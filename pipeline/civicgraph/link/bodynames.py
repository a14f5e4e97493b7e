"""When two names are names of one body of a council.

"Education and Children's Services Scrutiny Board (2)", "Education and Children's Scrutiny Board (2)" and, in the same
document, "Scrutiny Board (2)" are one; "Scrutiny Board (3)" never is. A board of the same number under another title
is another body that continues it (`succession`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from civicgraph.values.bodies import body_kind, body_number
from civicgraph.values.text import fold

STOP = frozenset("the of for and on with responsibility a an to meeting".split())
# Words that say what kind of body it is and tell none from another.
GENERIC = frozenset(
    "scrutiny board committee panel sub subcommittee overview select cabinet member executive council group working "
    "task finish forum commission joint standing policy performance review holder portfolio strategic".split()
)
FULL_COUNCIL = re.compile(
    r"(?:(?:the|full|county|city|borough|district|town|parish|community|whole|annual|meeting of)\s+){0,4}council"
)
GROUP = re.compile(r"task\s*(?:and|&)\s*finish\s+group|working (?:group|party)|task group|review group", re.I)


@dataclass(frozen=True, slots=True)
class BodyKey:
    """What of a body's name counts: words in order without joining ones, its number, its kind."""

    words: tuple[str, ...]
    number: str
    kind: str
    topic: tuple[str, ...]  # of a task group: what it is on
    parent: str  # of a task group: the name in front of it

    @property
    def own(self) -> frozenset[str]:
        return frozenset(w for w in self.words if w not in GENERIC)


@cache
def body_key(name: str, council: str = "") -> BodyKey:
    """The key of a name; the council's own name in front of it does not count, alone it is the full council."""
    plain = fold(name)
    text = plain.casefold().replace("'s", "").replace("'", "")
    if council:
        text = text.replace(fold(council).casefold().replace("'s", "").replace("'", ""), " ").strip() or "council"
    kind = body_kind(name)
    group = GROUP.search(plain) if kind == "task-and-finish" else None
    parent = plain[: group.start()].strip(" -:") if group else ""
    topic = _words(text.partition(plain[group.start() : group.end()].casefold())[2]) if group else ()
    if FULL_COUNCIL.fullmatch(" ".join(text.split())):
        text = "council"
    bare = re.sub(r"\((?:[a-z ]{0,30})?\d{1,2}\)|\b(?:no\.?\s*)?\d{1,2}\b", " ", text)
    return BodyKey(_words(bare), body_number(parent if group else name), kind, topic, parent)


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"[a-z0-9]+", text) if w not in STOP)


def same_body(a: BodyKey, b: BodyKey, *, one_document: bool) -> str:
    """Why two names are one body, "" where they are not or may not be."""
    if a.kind == "task-and-finish" or b.kind == "task-and-finish":
        theme = _theme(a)
        if a.kind == b.kind and theme and theme == _theme(b) and (one_document or (a.topic and b.topic)):
            return "task groups on the same topic"
        return ""
    if a.number and b.number and a.number != b.number:
        return ""
    if a.words == b.words and (a.number == b.number or one_document):
        return "the same words" if a.number == b.number else "the same words, one without its number"
    if frozenset(a.words) == frozenset(b.words) and a.number == b.number:
        return "the same words in another order"
    if a.number and a.number == b.number and _related(a, b):
        if not a.own or not b.own:
            return f"both number {a.number}, one without its title" if one_document else ""
        if a.own <= b.own or b.own <= a.own:
            return f"both number {a.number}, one title within the other"
    if one_document and a.own and b.own and not (a.number and b.number) and _related(a, b):
        short, long = sorted((a.own, b.own), key=len)
        if short < long and len(short) >= 2 and a.kind == b.kind:
            return "one title within the other"
    return ""


def _theme(key: BodyKey) -> frozenset[str]:
    """What a task group is on, behind its name or before it: "Working Party on the Clock", "Clock Working Party"."""
    return frozenset(key.topic) or key.own - {"party"}


def _related(a: BodyKey, b: BodyKey) -> bool:
    """Both boards, both committees: the head word agrees."""
    heads = ("board", "committee", "panel", "cabinet", "group", "forum", "commission", "council", "district")
    first = {h for h in heads if h in a.words}
    second = {h for h in heads if h in b.words}
    return bool(first & second)


def short_name(key: BodyKey) -> str:
    """ "Scrutiny Board 2" for "Education and Children's Services Scrutiny Board (2)"; "" for one without a number."""
    head = [w.capitalize() for w in key.words if w in GENERIC]
    return " ".join([*head, key.number]) if key.number and head and key.kind != "task-and-finish" else ""


def continues(old: BodyKey, new: BodyKey) -> bool:
    """May `new` be `old` under another title: same kind, same number, same head word?"""
    same_slot = bool(old.number) and old.number == new.number and old.kind == new.kind and _related(old, new)
    return same_slot and old.own != new.own
