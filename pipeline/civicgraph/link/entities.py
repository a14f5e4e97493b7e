"""What every kind of linking gives: an entity, with the names that mean it and the documents that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from civicgraph.link.features import Judged
from civicgraph.link.names import Names
from civicgraph.model import Entity, Judgement, MentionKind, Reason, Use

Linked = tuple[Entity, list[tuple[str, MentionKind, str]]]


@dataclass(frozen=True, slots=True)
class Open:
    """Two names of a kind that may be one thing's, each linked to an entity of its own."""

    kind: MentionKind
    judgement: Judgement


def unique(options: Sequence[str], free: Callable[[str], bool]) -> str:
    """The first of the IRIs that is free; else the last with a number: `…/programme/skills-and-transport~2`."""
    numbered = (f"{options[-1]}~{number}" for number in count(2))
    return next((iri for iri in options if free(iri)), "") or next(iri for iri in numbered if free(iri))


def joined(a: Entity | None, b: Entity) -> Entity:
    """Two descriptions of one IRI as one; which came first makes no difference."""
    if a is None:
        return b
    return replace(
        a,
        kind=min(a.kind, b.kind),
        label=min(a.label, b.label, key=lambda label: (-len(label), label)),
        names=tuple(sorted({*a.names, *b.names})),
        acronym=max(a.acronym, b.acronym),
        detail=max(a.detail, b.detail),
        parent=max(a.parent, b.parent),
        same_as=tuple(sorted({*a.same_as, *b.same_as})),
        identifiers=tuple(sorted({*a.identifiers, *b.identifiers})),
        reasons=tuple(sorted({*a.reasons, *b.reasons}, key=lambda reason: (reason.feature, reason.value))),
        joins=tuple(sorted({*a.joins, *b.joins}, key=surest)),
    )


def surest(join: Judgement) -> tuple[float, Use, Use, list[str]]:
    """The order of joins."""
    return -join.score, join.left, join.right, [reason.value for reason in join.reasons]


def said(a: Iterable[Use], b: Iterable[Use], judged: Judged) -> Judgement:
    """What was made of two records, told of the first of their names."""
    left, right = sorted((min(a), min(b)))
    return Judgement(left=left, right=right, score=judged.score / 100, reasons=judged.reasons)


def uses_of(group: Iterable[Names], kind: MentionKind) -> Iterator[Use]:
    """Every name of a kind with its document, in a fixed order."""
    yield from sorted({(document.key, name.name) for document in group for name in document.names if name.kind == kind})


def linked(entity: Entity, uses: Iterable[Use], *kinds: MentionKind) -> Linked:
    return entity, [(document, kind, name) for document, name in uses for kind in kinds or (entity.kind,)]


def names(uses: Iterable[Use]) -> tuple[str, ...]:
    """The distinct names, sorted."""
    return tuple(sorted({name for _, name in uses}))


def distinct(joins: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The surest first, one for two names however many documents print both."""
    told: dict[tuple[str, ...], Judgement] = {}
    for join in sorted(joins, key=surest):
        told.setdefault(tuple(sorted((join.left[1], join.right[1]))), join)
    return tuple(told.values())


def spelt(uses: Iterable[Use], why: str, told: Iterable[Judgement] = ()) -> Iterator[Judgement]:
    """Why the names of one thing that say the same are one: each beside the first, but those of which it is told."""
    ordered = sorted(uses)
    known = {use[1] for join in told for use in (join.left, join.right)} | {ordered[0][1]}
    for use in ordered:
        if use[1] not in known:
            known.add(use[1])
            reason = Reason(feature=why, value=f"{ordered[0][1]} / {use[1]}", score=1.0)
            yield Judgement(left=ordered[0], right=use, score=1.0, reasons=(reason,))
