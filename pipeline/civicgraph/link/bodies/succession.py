"""Which body continues which: another title for the same number, the same id, or nearly the same title and people.

A renamed board is two bodies and an event between them, with the last day on which documents name the older and the
first on which they name the newer. Two bodies that met in one month, or by turns, are never one after the other;
where two bodies could continue one, none is said to, and both pairs stay open, as does one whose newer name was told
before the older body had last met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from civicgraph.link.bodies.record import Person
from civicgraph.link.bodies.title import BodyKey, body_key, contradict
from civicgraph.link.entities import Open
from civicgraph.link.features import Feature, Judged, judge
from civicgraph.link.meetings import Known
from civicgraph.link.names import Names
from civicgraph.model import Entity, Judgement, MentionKind, Succession

Named = tuple[str, str, str]  # day, document, name as printed
HALF_A_YEAR = 184  # days: a council's longest pause
PEOPLE = 3


@dataclass(slots=True)
class Life:
    """When documents name a body, when it met and who was there."""

    iri: str
    key: BodyKey
    ids: tuple[str, ...]
    named: list[Named] = field(default_factory=list)  # sorted
    met: list[str] = field(default_factory=list)  # days, sorted
    there: set[Person] = field(default_factory=set)

    @property
    def first(self) -> Named:
        return self.named[0]

    def last_by(self, day: str) -> Named:
        """The last naming until that day: later documents may tell what it was once called."""
        return max(one for one in self.named if one[0] <= day)


def successions(
    group: list[Names],
    links: Mapping[tuple[str, MentionKind, str], str],
    entities: Mapping[str, Entity],
    meetings: Iterable[Known],
) -> Iterator[Succession | Open]:
    """Which bodies of a council continue which, and the pairs of which that cannot be said."""
    lives = _lives(group, links, entities, meetings)
    found = {pair: judged for pair in _pairs(lives) if (judged := judge(*_both(lives, pair), FEATURES, VETOES)).score}
    same = {pair for pair, judged in found.items() if judged.verdict == "same"}
    newer: dict[int, list[int]] = defaultdict(list)
    older: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(same):
        # One that was renamed twice is continued by the one between.
        if not any((a, c) in same and (c, b) in same for c in range(a + 1, b)):
            newer[a].append(b)
            older[b].append(a)
    for a, b in sorted(found):
        first = lives[b].first[0]
        last = lives[a].last_by(first)
        told = _told(last, lives[b].first, found[a, b])
        ahead = bool(lives[a].met) and lives[a].met[-1] > first
        if b in newer[a] and len(newer[a]) == len(older[b]) == 1 and not ahead:
            yield Succession(older=lives[a].iri, newer=lives[b].iri, last=last[0], first=first, judgement=told)
        elif b in newer[a] or found[a, b].verdict == "unsure":
            yield Open("body", told)


def _lives(
    group: list[Names],
    links: Mapping[tuple[str, MentionKind, str], str],
    entities: Mapping[str, Entity],
    meetings: Iterable[Known],
) -> list[Life]:
    """Those that a dated document names, the first named first."""
    lives: dict[str, Life] = {}
    for document in group:
        day = max((met.date for met in document.meetings if met.date), default="")
        for name in document.names:
            iri = links.get((document.key, name.kind, name.name)) if name.kind == "body" else None
            if iri and day:
                entity = entities[iri]
                life = lives.setdefault(iri, Life(iri, body_key(entity.label, document.council), entity.identifiers))
                life.named.append((day, document.key, name.name))
    for known in meetings:
        if known.body in lives:
            lives[known.body].met.append(known.met.date)
            lives[known.body].there |= known.met.there
    for life in lives.values():
        life.named.sort()
        life.met.sort()
    return sorted(lives.values(), key=lambda life: (life.first, life.iri))


def _pairs(lives: list[Life]) -> list[tuple[int, int]]:
    """(older, newer) of those that share a kind and a number, an id, or a kind and a word."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, life in enumerate(lives):
        keys: list[tuple[str, ...]] = [(one,) for one in life.ids]
        keys += [(life.key.head, "", word) for word in sorted(life.key.own)]
        keys += [(life.key.head, life.key.number)] if life.key.number else []
        for key in keys:
            blocks[key].append(at)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def _both(lives: list[Life], pair: tuple[int, int]) -> tuple[Life, Life]:
    return lives[pair[0]], lives[pair[1]]


def _told(older: Named, newer: Named, judged: Judged) -> Judgement:
    return Judgement(left=older[1:], right=newer[1:], score=judged.score / 100, reasons=judged.reasons)


# -- what speaks for it ------------------------------------------------------------------------------------------------


def same_number(older: Life, newer: Life) -> str:
    """The same kind and number, under another title."""
    a, b = older.key, newer.key
    same = a.number and (a.number, a.kind, a.generic) == (b.number, b.kind, b.generic)
    return a.number if same and a.own and b.own else ""


def same_id(older: Life, newer: Life) -> str:
    """The same id on the council's own site."""
    return min({*older.ids} & {*newer.ids}, default="")


def near_title(older: Life, newer: Life) -> str:
    """Half of the words of the titles, or more."""
    a, b = older.key, newer.key
    both = a.own & b.own
    near = a.generic == b.generic and not (a.number or b.number) and 2 * len(both) >= len(a.own | b.own)
    return ", ".join(word for word in a.words if word in both) if near else ""


def same_people(older: Life, newer: Life) -> str:
    """People of the one attend the other."""
    both = len(older.there & newer.there)
    return f"{both} people" if both >= PEOPLE else ""


def one_ends(older: Life, newer: Life) -> str:
    """The one stops meeting when the other begins."""
    if not older.met or not newer.met or newer.met[0] <= older.met[-1]:
        return ""
    days = (date.fromisoformat(newer.met[0]) - date.fromisoformat(older.met[-1])).days
    return f"{older.met[-1]} / {newer.met[0]}" if days <= HALF_A_YEAR else ""


def named_together(older: Life, newer: Life) -> str:
    """One document names both."""
    both = {document for _, document, _ in older.named} & {document for _, document, _ in newer.named}
    return min(both).rpartition("/")[2] if both else ""


# -- vetoes ------------------------------------------------------------------------------------------------------------


def not_after(older: Life, newer: Life) -> str:
    """They are first named on one day."""
    return older.first[0] if older.first[0] >= newer.first[0] else ""


def both_met(older: Life, newer: Life) -> str:
    """Both met in one month."""
    return min({day[:7] for day in older.met} & {day[:7] for day in newer.met}, default="")


def met_later(older: Life, newer: Life) -> str:
    """The older met after the newer first had."""
    by_turns = older.met and newer.met and older.met[-1] > newer.met[0]
    return f"{newer.met[0]} / {older.met[-1]}" if by_turns else ""


def two_bodies(older: Life, newer: Life) -> str:
    """Bodies of different kinds or numbers."""
    if older.key.kind == "task-and-finish":
        return "task groups"
    what = contradict(older.key, newer.key)
    return what if what in ("numbers", "years", "kinds") else ""


FEATURES: tuple[Feature[Life], ...] = (
    Feature(80, same_number),
    Feature(80, same_id),
    Feature(40, near_title),
    Feature(20, same_people),
    Feature(20, one_ends),
    Feature(-30, named_together),
)
VETOES = (not_after, both_met, met_later, two_bodies)
