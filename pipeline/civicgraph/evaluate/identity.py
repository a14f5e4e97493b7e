"""How right the identities are: what each name was taken for, against what a person says that it means.

A mention is a name in a document that both have; what was never found is no fault of linking and is counted apart.

Pairwise: of all pairs of mentions in one entity, the share that gold has in one thing, and the reverse (Menestrina,
Whang and Garcia-Molina, Evaluating entity resolution results, VLDB 2010). B³: the same share seen from each mention,
its own entity against its own thing, averaged over mentions, so that a large entity does not outweigh the many small
(Bagga and Baldwin, Algorithms for scoring coreference chains, LREC 1998).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from civicgraph.evaluate.comparing import HONORIFICS
from civicgraph.evaluate.figures import Figures, harmonic
from civicgraph.evaluate.things import KINDS, Named, Things
from civicgraph.values.text import fold

Place = tuple[str, str, tuple[str, ...]]  # document, kind, words of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """An entity that several things were joined in, or a thing that is in several: a name of each, most used first."""

    pairs: int  # of mentions that are wrong by it
    names: tuple[Named, ...]  # with the things where they were joined, with the IRIs where they were parted
    across: bool = False  # the things are of different councils


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identities of one kind. Things that gold leaves open count neither as right nor as wrong."""

    kind: str
    mentions: int
    unseen: int  # names of gold in these documents that no row has
    pairs: Figures
    precision: float  # B³
    recall: float
    joined: tuple[Wrong, ...]  # false merges, those across councils first
    parted: tuple[Wrong, ...]

    @property
    def f1(self) -> float:
        """Of B³."""
        return harmonic(self.precision, self.recall)

    @property
    def across(self) -> int:
        """Entities that join things of different councils."""
        return sum(wrong.across for wrong in self.joined)


def score(things: Things, found: Iterable[Named]) -> tuple[Identity, ...]:
    """One for each kind of which a name was found; rows of other documents and names that gold lacks count nowhere."""
    rows = sorted(set(found))
    here = {row.document for row in rows}
    means = _index(one for one in things.mentions if one.document in here)
    by_kind: dict[str, list[tuple[Named, str]]] = defaultdict(list)
    for row in rows:
        if thing := _meant(row, means):
            by_kind[row.kind].append((row, thing))
    return tuple(_score(kind, by_kind[kind], things, here) for kind in KINDS if by_kind[kind])


def _score(kind: str, meant: list[tuple[Named, str]], things: Things, here: set[str]) -> Identity:
    entities: dict[str, Counter[str]] = defaultdict(Counter)  # IRI → thing → mentions
    homes: dict[str, Counter[str]] = defaultdict(Counter)  # thing → IRI → mentions
    example: dict[tuple[str, str], Named] = {}
    for row, thing in meant:
        entities[row.thing][thing] += 1
        homes[thing][row.thing] += 1
        example.setdefault((row.thing, thing), row)
    joined, parted, found, precision = [], [], 0, 0.0
    for iri, counts in entities.items():
        apart = [pair for pair in combinations(counts, 2) if frozenset(f"{kind} {t}" for t in pair) not in things.open]
        wrong = sum(counts[a] * counts[b] for a, b in apart)
        found += wrong
        for thing, count in counts.items():
            others = sum(counts[a if b == thing else b] for a, b in apart if thing in (a, b))
            precision += count * count / (count + others)
        if apart:
            names = [_as(example[iri, t], t) for t, _ in counts.most_common() if any(t in pair for pair in apart)]
            across = any(_council(a) and _council(b) and _council(a) != _council(b) for a, b in apart)
            joined.append(Wrong(pairs=wrong, names=tuple(names), across=across))
    recall = 0.0
    for thing, counts in homes.items():
        recall += sum(count * count for count in counts.values()) / counts.total()
        if len(counts) > 1:
            missed = sum(counts[a] * counts[b] for a, b in combinations(counts, 2))
            parted.append(Wrong(pairs=missed, names=tuple(example[iri, thing] for iri, _ in counts.most_common())))
    right = sum(_pairs(count) for counts in entities.values() for count in counts.values())
    seen = {(row.document, thing, _words(row.name, titles=False)) for row, thing in meant}
    wanted = {
        (one.document, one.thing, _words(one.name, titles=False))
        for one in things.mentions
        if one.kind == kind and one.document in here
    }
    return Identity(
        kind=kind,
        mentions=len(meant),
        unseen=len(wanted - seen),
        pairs=Figures(gold=sum(_pairs(c.total()) for c in homes.values()), found=found + right, right=right),
        precision=precision / len(meant),
        recall=recall / len(meant),
        joined=tuple(sorted(joined, key=lambda w: (not w.across, -w.pairs, w.names))),
        parted=tuple(sorted(parted, key=lambda w: (-w.pairs, w.names))),
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _as(row: Named, thing: str) -> Named:
    return Named(document=row.document, kind=row.kind, name=row.name, thing=thing)


def _council(thing: str) -> str:
    """ "kent" of "kent/baker-n"; "" of an outside organisation."""
    return thing.partition("/")[0] if "/" in thing else ""


# -- which thing of gold a row means -----------------------------------------------------------------------------------


def _index(mentions: Iterable[Named]) -> Mapping[Place, set[str]]:
    means: dict[Place, set[str]] = defaultdict(set)
    for one in mentions:
        for titles in (True, False):
            means[one.document, one.kind, _words(one.name, titles=titles)].add(one.thing)
    return means


def _meant(row: Named, means: Mapping[Place, set[str]]) -> str:
    """By its words; else without the titles, where that leaves one thing: "Mr Meade" is not "Ms Meade"."""
    for titles in (True, False):
        things = means.get((row.document, row.kind, _words(row.name, titles=titles)), set())
        if len(things) == 1:
            return next(iter(things))
    return ""


def _words(name: str, *, titles: bool) -> tuple[str, ...]:
    text = fold(name).casefold().replace("'", "").replace("&", " and ")
    return tuple(re.findall(r"[^\W_]+", text if titles else HONORIFICS.sub(" ", text)))
