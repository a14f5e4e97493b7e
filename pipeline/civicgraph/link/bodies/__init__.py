"""Which names are one body of a council.

Within a document "Scrutiny Board (2)" is the one board of that number. Across documents bodies are compared by features
(`features.py`) and joined where these are enough and nothing else fits; what is left open stays two, and is listed with
its reasons. A board of the same number under another title is another body, that continues it (`succession.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from civicgraph import ids
from civicgraph.link.bodies.features import FEATURES, VETOES, WITHIN, same_words
from civicgraph.link.bodies.record import Body, bodies_of
from civicgraph.link.bodies.title import LONG, BodyKey, body_key, short_name
from civicgraph.link.clusters import Clusters, cluster
from civicgraph.link.entities import Linked, Open, distinct, linked, names, said, spelt, unique
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
    above = _by_keys({_label(names(body.uses)) for body in bodies})
    taken: set[str] = set()
    for body in bodies:
        stated = names(body.uses)
        label = _label(stated)
        key = body_key(label)
        # Of two with one name, or one beginning, the second is by what it is on, or of its document.
        first = [ids.body(council, name) for name in (label, " ".join(key.topic) or label)]
        last = ids.body(council, f"{files[min(body.uses)[0]]} {label}")
        iri = unique([*first, last], lambda option: option not in taken)
        taken.add(iri)
        parent = _parent(key.parent, above) if key.parent else ""
        entity = Entity(
            iri=iri,
            kind="body",
            label=label,
            names=tuple(sorted({*stated, short_name(key)} - {""})),
            council=council,
            notation=key.number,
            detail=body_kind(label),
            parent=ids.body(council, parent) if parent and parent != label else "",
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
    """What two that may be one share: a title, or a part of one that tells it from many, an acronym, an id.

    "Sub-Committee" tells nothing: of two documents it may be any.
    """
    for title in body.titles:
        if not title.role:
            yield from _of_group(title) if title.kind == "task-and-finish" else _of_title(title)
    yield from sorted(body.letters | body.defined | body.ids)


def _of_group(title: BodyKey) -> Iterator[Hashable]:
    """A task group is the one on its topic."""
    if title.theme:
        yield title.head, title.theme


def _of_title(title: BodyKey) -> Iterator[Hashable]:
    """All words, one word, a long word but for one letter, first letters, a kind and number."""
    yield frozenset(title.words)
    own = [word for word in title.words if word in title.own]
    for word in own:
        yield title.head, word
        if len(word) >= LONG and word.isalpha():  # what is left of it where a slip may be
            yield from ((title.head, "slip", word[:at] + word[at + 1 :]) for at in range(1, len(word)))
            yield title.head, "slip", word
    if own:
        yield "letters", own[0] if len(own) == 1 else "".join(word[0] for word in own)
    if title.number:
        yield title.head, title.number


def _keys_within(body: Body) -> Iterator[Hashable]:
    """Within a document a kind is enough: its only panel is "the Panel"."""
    yield from _keys(body)
    yield from (("kind", title.head) for title in body.titles)


def _by_keys(labels: Iterable[str]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for label in labels:
        for key in _keys(_only(label)):
            found[key].append(label)
    return found


def _parent(name: str, labels: dict[Hashable, list[str]]) -> str:
    """Of the labels by their keys the one that this name in front of a task group means; "" where none is."""
    one = _only(name)
    near = {label for key in _keys(one) for label in labels.get(key, ())}
    return min((label for label in near if judge(one, _only(label), WITHIN, VETOES).verdict == "same"), default="")


def _only(name: str) -> Body:
    return Body(uses=[("", name)], titles={body_key(name): name})


def _label(stated: tuple[str, ...]) -> str:
    """The name that says most: not in capitals, with its number, longest."""

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        key = body_key(name)
        return name.isupper(), not key.number, -len(key.own), -len(name), name

    return min(stated, key=rank)
