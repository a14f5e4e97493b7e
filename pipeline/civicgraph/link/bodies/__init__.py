"""Which names are one body of a council.

Within a document "Scrutiny Board (2)" is the one board of that number. Across documents bodies are compared by features
(`features.py`) and joined where these are enough and nothing else fits; what is left open stays two, and is listed with
its reasons. A board of the same number under another title is another body, that continues it (`succession.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from civicgraph import ids
from civicgraph.link.bodies.features import FEATURES, VETOES, WITHIN, same_words
from civicgraph.link.bodies.record import Body, bodies_of
from civicgraph.link.bodies.title import LONG, BodyKey, body_key, short_name
from civicgraph.link.clusters import Clusters, cluster
from civicgraph.link.entities import Linked, Open, distinct, linked, names, said, spelt
from civicgraph.link.features import Feature, explanation, judge
from civicgraph.link.names import Names
from civicgraph.model import Entity, Judgement
from civicgraph.values.bodies import body_kind


def link_bodies(council: str, group: list[Names]) -> Iterator[Linked | Open]:
    """The bodies that the documents of a council name; two of one name get IRIs that say where they stand."""
    files = {document.key: document.file for document in group}
    within = [_joined(list(bodies_of(document)), WITHIN) for document in group]
    bodies, unsure = across([body for bodies, _ in within for body in bodies])
    bodies.sort(key=lambda body: (_label(names(body.uses)), sorted(body.uses)))
    labels = {_label(names(body.uses)) for body in bodies}
    taken: set[str] = set()
    for body in bodies:
        stated = names(body.uses)
        label = _label(stated)
        key = body_key(label)
        # Of two with one name, or one beginning, the second is by what it is on, or of its document.
        options = [ids.body(council, name) for name in (label, " ".join(key.topic) or label)]
        options.append(ids.body(council, f"{files[min(body.uses)[0]]} {label}"))
        options += [f"{options[-1]}~{number}" for number in range(2, len(bodies) + 2)]
        iri = next(option for option in options if option not in taken)
        taken.add(iri)
        above = min((other for other in labels if key.parent and _above(key.parent, other)), default="")
        entity = Entity(
            iri=iri,
            kind="body",
            label=label,
            names=tuple(sorted({*stated, short_name(key)} - {""})),
            council=council,
            notation=key.number,
            detail=body_kind(label),
            parent=ids.body(council, above) if above and above != label else "",
            identifiers=tuple(sorted(body.ids)),
            joins=distinct(body.joins),
        )
        yield linked(entity, body.uses)
    for judgement in (*(one for _, open_ in within for one in open_), *unsure):
        yield Open("body", judgement)


def across(found: list[Body]) -> tuple[list[Body], list[Judgement]]:
    """The bodies of a council from those of its documents, and the pairs left open."""
    titled = {(t.head, t.generic, t.number) for body in found for t in body.titles if t.number and t.own}
    for body in found:
        body.loose = body.short and any((t.head, t.generic, t.number) in titled for t in body.titles)
    same: dict[tuple[object, ...], list[Body]] = defaultdict(list)
    for body in found:
        same[body.says()].append(body)
    return _joined([_collapsed(bodies) for bodies in same.values()], FEATURES)


def _collapsed(bodies: Sequence[Body]) -> Body:
    """Bodies of several documents that say the same, compared with others once."""
    made = Body.of(sorted(bodies, key=Body.order))
    made.joins += [*spelt(made.uses, explanation(same_words), made.joins)]
    return made


def _joined(found: list[Body], features: Sequence[Feature[Body]]) -> tuple[list[Body], list[Judgement]]:
    found.sort(key=Body.order)
    keys = _keys_within if features is WITHIN else _keys
    clusters: Clusters[Body] = cluster(
        found, keys=keys, judge=lambda a, b: judge(a, b, features, VETOES), excluded=_excluded
    )
    made: list[Body] = []
    of: dict[int, Body] = {}
    for members in clusters.members:
        made.append(Body.of(members))
        of.update((id(member), made[-1]) for member in members)
    for pair in clusters.joins:
        of[id(pair.left)].joins.append(said(pair.left.uses, pair.right.uses, pair.judged))
    return made, [said(pair.left.uses, pair.right.uses, pair.judged) for pair in clusters.unsure]


def _excluded(a: Body, b: Body) -> bool:
    return any(veto(a, b) for veto in VETOES)


def _keys(body: Body) -> Iterator[Hashable]:
    """What two that may be one share: all words, one word or half of it, a kind and number, an acronym, an id."""
    for title in body.titles:
        yield frozenset(title.words)
        own = [word for word in title.words if word in title.own]
        for word in (*own, *title.topic):
            yield title.head, word
            if len(word) >= LONG:  # a slip in the one end leaves the other
                yield title.head, word[:4]
                yield title.head, word[-4:]
        yield "letters", own[0] if len(own) == 1 else "".join(word[0] for word in own)
        if title.number:
            yield title.head, title.number
    yield from sorted(body.letters | body.defined | body.ids)


def _keys_within(body: Body) -> Iterator[Hashable]:
    """Within a document a kind is enough: its only panel is "the Panel"."""
    yield from _keys(body)
    yield from (("kind", title.head) for title in body.titles)


def _above(parent: str, name: str) -> bool:
    a, b = body_key(parent), body_key(name)
    return bool(judge(_only(parent, a), _only(name, b), FEATURES, VETOES).verdict == "same")


def _only(name: str, key: BodyKey) -> Body:
    return Body(uses=[("", name)], titles={key: name})


def _label(stated: tuple[str, ...]) -> str:
    """The name that says most: not in capitals, with its number, longest."""

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        key = body_key(name)
        return name.isupper(), not key.number, -len(key.own), -len(name), name

    return min(stated, key=rank)
