"""Joining records that are one thing, where no two of a cluster exclude each other.

Blocking, judging, deciding and applying are apart: `keys` says which records are compared at all, `judge` what two of
them are to each other, and here it is decided who is joined. A record that fits two which exclude each other joins
neither, and both pairs stay open. Records come in an order of their own (never that of the documents), and the surest
pairs are joined first, so equal input gives equal clusters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from civicgraph.link.features import Judged

T = TypeVar("T")

# Hundredths by which one candidate must be surer than another that it excludes: a ward or a post, not a committee.
MARGIN = 45


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    left: T
    right: T
    judged: Judged


@dataclass(frozen=True, slots=True)
class Clusters(Generic[T]):
    """`joins` made the clusters; `unsure` are the pairs left open, each between two clusters.

    `torn` are the records of whose candidates two exclude each other, and neither is much the surer.
    """

    members: tuple[tuple[T, ...], ...]
    joins: tuple[Pair[T], ...]
    unsure: tuple[Pair[T], ...]
    torn: tuple[T, ...]


def cluster(
    records: Sequence[T],
    *,
    keys: Callable[[T], Iterable[Hashable]],
    judge: Callable[[T, T], Judged],
    excluded: Callable[[T, T], bool],
    margin: int = MARGIN,
) -> Clusters[T]:
    """Clusters of these records, which are sorted by what they say.

    Time grows with the pairs that share a key, so a key should be shared by few records.
    """
    judged = _judged(records, keys, judge)
    partners: dict[int, dict[int, int]] = defaultdict(dict)
    for (a, b), verdict in judged.items():
        partners[a][b] = partners[b][a] = verdict.score
    foes = _Foes(records, excluded)
    sure = {a: _sure(found, foes, margin) for a, found in partners.items()}
    ordered = sorted(judged, key=lambda pair: (-judged[pair].score, pair))
    groups = {a: [a] for a in range(len(records))}
    joins: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    for a, b in ordered:
        if judged[a, b].verdict != "same" or not (b in sure[a] and a in sure[b]):
            left.append((a, b))
        elif groups[a] is groups[b]:
            continue
        elif foes.among(groups[a], groups[b]):
            left.append((a, b))
        else:
            joins.append((a, b))
            both = sorted(groups[a] + groups[b])
            groups.update(dict.fromkeys(both, both))
    members = {min(group): tuple(records[a] for a in group) for group in groups.values()}
    return Clusters(
        members=tuple(members[first] for first in sorted(members)),
        joins=tuple(Pair(records[a], records[b], judged[a, b]) for a, b in joins),
        unsure=tuple(_unsure(records, left, judged, groups, foes)),
        torn=tuple(records[a] for a in sorted(sure) if not sure[a]),
    )


class _Foes(Generic[T]):
    """Who excludes whom; each two are looked at once."""

    def __init__(self, records: Sequence[T], excluded: Callable[[T, T], bool]) -> None:
        self._records, self._excluded = records, excluded
        self._known: dict[tuple[int, int], bool] = {}

    def are(self, a: int, b: int) -> bool:
        pair = (a, b) if a < b else (b, a)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self._excluded(self._records[pair[0]], self._records[pair[1]])
        return found

    def among(self, group: Iterable[int], other: Sequence[int]) -> bool:
        return any(self.are(a, b) for a in group for b in other)


def _judged(
    records: Sequence[T], keys: Callable[[T], Iterable[Hashable]], judge: Callable[[T, T], Judged]
) -> dict[tuple[int, int], Judged]:
    """What may be one of the pairs that share a key."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for key in dict.fromkeys(keys(record)):
            blocks[key].append(number)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    found = {pair: judge(records[pair[0]], records[pair[1]]) for pair in sorted(pairs)}
    return {pair: one for pair, one in found.items() if one.verdict != "different"}


def _sure(found: dict[int, int], foes: _Foes[T], margin: int) -> set[int]:
    """Of those that a record fits, those that it can join: none where two that exclude each other are as likely."""
    rivals = [(a, b) for a, b in combinations(found, 2) if foes.are(a, b)]
    beaten = {a if found[a] < found[b] else b for a, b in rivals if abs(found[a] - found[b]) >= margin}
    torn = any(a not in beaten and b not in beaten for a, b in rivals)
    return set() if torn else {*found} - beaten


def _unsure(
    records: Sequence[T],
    left: Iterable[tuple[int, int]],
    judged: dict[tuple[int, int], Judged],
    groups: dict[int, list[int]],
    foes: _Foes[T],
) -> Iterable[Pair[T]]:
    """One pair for every two clusters that may be one: the surest."""
    told: set[tuple[int, int]] = set()
    for a, b in left:
        one, other = groups[a], groups[b]
        between = (min(one[0], other[0]), max(one[0], other[0]))
        if one is other or between in told or foes.among(one, other):
            continue
        told.add(between)
        yield Pair(records[a], records[b], judged[a, b])
