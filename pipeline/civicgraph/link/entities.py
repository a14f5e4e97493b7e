"""What every kind of linking gives: an entity, with the names that mean it and the documents that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicgraph.link.names import Names
from civicgraph.model import Entity, MentionKind

Use = tuple[str, str]  # document key, name as printed there
Linked = tuple[Entity, list[tuple[str, MentionKind, str]]]


def uses_of(group: Iterable[Names], kind: MentionKind) -> Iterator[Use]:
    """Every name of a kind with its document, in a fixed order."""
    yield from sorted({(document.key, name.name) for document in group for name in document.names if name.kind == kind})


def linked(entity: Entity, uses: Iterable[Use], *kinds: MentionKind) -> Linked:
    return entity, [(document, kind, name) for document, name in uses for kind in kinds or (entity.kind,)]


def identifiers(group: Iterable[Names], uses: Iterable[Use], kind: MentionKind) -> tuple[str, ...]:
    """The council's own ids that the documents give beside these names, sorted."""
    used = set(uses)
    return tuple(
        sorted(
            {
                n.identifier
                for d in group
                for n in d.names
                if n.kind == kind and n.identifier and (d.key, n.name) in used
            }
        )
    )


def names(uses: Iterable[Use]) -> tuple[str, ...]:
    """The distinct names, sorted."""
    return tuple(sorted({name for _, name in uses}))
