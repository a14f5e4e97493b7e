"""Which items are of one matter, and which leads to the next.

What a paper states joins whatever its title. Titles and programmes join what no sign keeps apart: items are compared
that share a word which few titles have, each with the nearest before and after it, so that time grows with the items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from civicgraph import ids
from civicgraph.link.clusters import cluster
from civicgraph.link.entities import unique
from civicgraph.link.features import Judged, explanation
from civicgraph.link.matters.features import OF_ONE_THING, SEVERAL, STATED, excluded, judge
from civicgraph.link.matters.occasions import Occasion
from civicgraph.link.matters.subjects import subject
from civicgraph.model import Continuation, Matter, Reason
from civicgraph.values.titles import matter_key

NEXT = 6  # of those that share a word, how many in the order of days one is compared with
CITED = "The later cites the minute of the earlier"
SHARED = "The same report was before both"
SENT = "The later takes up what the earlier passed on, by its day"

Link = tuple[int, int]  # indexes of the earlier and the later


def link_matters(council: str, occasions: Sequence[Occasion]) -> tuple[Matter, ...]:
    """The matters of a council that it took more than once, in the order of their first days."""
    stated = _stated(occasions)
    alike = _alike(occasions)
    told = (pair for pair in stated if not _standing(occasions, pair))
    groups = _groups(len(occasions), [*told, *alike])
    members: dict[int, list[Occasion]] = defaultdict(list)
    for one, group in zip(occasions, groups, strict=True):
        members[group].append(one)
    chains: dict[int, list[Continuation]] = defaultdict(list)
    for a, b in sorted({*stated, *_nearest(alike)}):
        reasons = (*stated.get((a, b), ()), *(alike[a, b].reasons if (a, b) in alike else ()))
        of = groups[b if occasions[a].kind == "standing" else a]
        chains[of].append(_continuation(occasions[a], occasions[b], reasons))
    made: set[str] = set()
    return tuple(_matter(council, members[group], chains[group], made) for group in sorted(chains))


def _stated(occasions: Sequence[Occasion]) -> dict[Link, tuple[Reason, ...]]:
    """What one paper says of the other, or one report says of both."""
    found: dict[Link, list[Reason]] = defaultdict(list)
    whose: dict[str, int] = {}
    works: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(occasions):
        if one.kind == "item":
            whose.update((item, n) for item in one.items)
            for work in one.works:
                works[work].append(n)
    for n, one in enumerate(occasions):
        for cited in sorted(one.cites):
            # A decision by its number: the last time that it was before a body.
            before = [m for m in works.get(cited, ()) if occasions[m].date < one.date]
            for m in [whose[cited]] if cited in whose else before[-1:]:
                _add(found, occasions, (m, n), Reason(feature=CITED, value=occasions[m].named))
    for work, its in sorted(works.items()):
        for a, b in pairwise(its):
            _add(found, occasions, (a, b), Reason(feature=SHARED, value=work.rsplit("/", 1)[-1]))
    for pair in _sent(occasions):
        _add(found, occasions, pair, Reason(feature=SENT, value=occasions[pair[0]].place))
    return {pair: tuple(reasons) for pair, reasons in found.items()}


def _sent(occasions: Sequence[Occasion]) -> Iterator[Link]:
    """From the one thing that a body passed on to another on a day to where the other takes it up by that day: "the
    recommendation of the Audit Committee of 6 November". Titles without a word in common are of two things."""
    sent: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(occasions):
        for to in one.passed_to:
            sent[one.body, one.date, to].append(n)
    for n, one in enumerate(occasions):
        for body, day in sorted(one.sent_on):
            its = sent[body, day, one.body]
            words = subject(matter_key(one.subject.title.text)).words  # without the name of the body
            if len(its) == 1 and (not words or words & occasions[its[0]].subject.words):
                yield its[0], n


def _add(found: dict[Link, list[Reason]], occasions: Sequence[Occasion], pair: Link, reason: Reason) -> None:
    a, b = pair
    if occasions[a].date < occasions[b].date and not (occasions[a].kind == occasions[b].kind == "standing"):
        found[pair].append(reason)


def _standing(occasions: Sequence[Occasion], pair: Link) -> bool:
    """Matters arising tell of many: they stand in the chain of each, and make no one matter of them."""
    return any(occasions[n].kind == "standing" for n in pair)


def _alike(occasions: Sequence[Occasion]) -> dict[Link, Judged]:
    """The pairs of one cluster that are alike, by the order of their days."""
    known = [n for n, one in enumerate(occasions) if one.kind != "standing"]
    looked = {(a, b): judge(occasions[a], occasions[b]) for a, b in sorted({*_candidates(occasions, known)})}
    same = {pair: found for pair, found in looked.items() if found.verdict == "same"}
    keys: dict[int, list[Link]] = defaultdict(list)
    for pair in same:
        for n in pair:
            keys[n].append(pair)
    joined = cluster(
        sorted(keys),
        keys=lambda n: keys[n],
        judge=lambda a, b: same[a, b],
        excluded=lambda a, b: excluded(occasions[a], occasions[b]),
    )
    group = {n: at for at, members in enumerate(joined.members) for n in members}
    return {(a, b): found for (a, b), found in same.items() if group[a] == group[b]}


def _candidates(occasions: Sequence[Occasion], known: Iterable[int]) -> Iterator[Link]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for n in known:
        one = occasions[n]
        shared: set[Hashable] = {*one.subject.telling, *one.told, one.subject.words}
        if len(one.subject.words) >= SEVERAL:
            shared |= {("of", year) for year in one.subject.title.counts if year.startswith("20")}
        for key in shared:
            blocks[key].append(n)
    for block in blocks.values():
        for at, n in enumerate(block):
            yield from ((n, m) for m in block[at + 1 : at + 1 + NEXT])


def _nearest(judged: Mapping[Link, Judged]) -> set[Link]:
    """From each to the next that is like it, and to each from the last before it."""
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    for a, b in sorted(judged):
        after.setdefault(a, b)
        before[b] = a
    return {(a, b) for a, b in judged if after[a] == b or before[b] == a}


def _groups(many: int, pairs: Iterable[Link]) -> list[int]:
    """For each the first of those that it is joined to."""
    first = list(range(many))

    def root(n: int) -> int:
        while first[n] != n:
            first[n] = first[first[n]]
            n = first[n]
        return n

    for a, b in pairs:
        one, other = sorted((root(a), root(b)))
        first[other] = one
    return [root(n) for n in range(many)]


def _matter(council: str, members: list[Occasion], chain: list[Continuation], made: set[str]) -> Matter:
    """Named by its first item."""
    proper = [one for one in members if one.kind == "item"] or members
    first = proper[0]
    title = first.subject.title.plain
    base = ids.matter(council, first.body.rsplit("/", 1)[-1], first.date, title)
    iri = unique([base], lambda one: one not in made)
    made.add(iri)
    return Matter(
        iri=iri,
        title=title,
        council=council,
        titles=tuple(sorted({one.subject.title.plain for one in proper})),
        items=tuple(sorted({item for one in members if one.kind == "item" for item in one.items})),
        continued=tuple(chain),
    )


_STATED, _OF_ONE_THING = (frozenset(map(explanation, features)) for features in (STATED, OF_ONE_THING))


def _continuation(a: Occasion, b: Occasion, reasons: tuple[Reason, ...]) -> Continuation:
    seen = {reason.feature for reason in reasons}
    stated = bool(seen & {CITED, SHARED, SENT} or (seen & _STATED and seen & _OF_ONE_THING))
    return Continuation(
        earlier=a.iri,
        later=b.iri,
        stated=stated,
        named=(a.named, b.named),
        reasons=reasons,
        doubt="" if stated else _doubt(a, b),
    )


def _doubt(a: Occasion, b: Occasion) -> str:
    both = " ".join(word for word in a.subject.core if word in b.subject.words)
    if a.subject.words == b.subject.words:
        return "no paper says that they are one matter: their titles are all that they have in common"
    return f"no paper says that the one follows the other: of their titles they have \u2018{both}\u2019 in common"
