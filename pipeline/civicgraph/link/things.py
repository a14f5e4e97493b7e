"""Directorates of a council, and outside organisations: one a key of its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from civicgraph import ids
from civicgraph.link.entities import Linked, linked, names, uses_of
from civicgraph.link.names import Names
from civicgraph.link.world import meant_organisation, setting
from civicgraph.model import Entity, MentionKind, Use
from civicgraph.values.text import fold, squash

STOP = re.compile(r"\b(?:the|of|for|and|to|on|in|a|an|with)\b|[^a-z0-9 ]")


def directorate_key(name: str) -> str:
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ")
    return squash(STOP.sub(" ", re.sub(r"\b(?:directorate|department)\b", " ", text))) or "directorate"


# -- linking -----------------------------------------------------------------------------------------------------------


def link_directorates(council: str, group: list[Names]) -> Iterator[Linked]:
    return _by_key(group, "directorate", directorate_key, lambda label: ids.directorate(council, label), council)


def _by_key(
    group: list[Names], kind: MentionKind, key: Callable[[str], str], iri: Callable[[str], str], council: str
) -> Iterator[Linked]:
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses_of(group, kind):
        found[key(use[1])].append(use)
    for _, uses in sorted(found.items()):
        label = min(names(uses), key=lambda n: (n.isupper(), -len(n), n))
        yield linked(Entity(iri=iri(label), kind=kind, label=label, names=names(uses), council=council), uses)


def link_organisations(base: str, group: list[Names]) -> Iterator[Linked]:
    """Reference data gives the full name and the world's identifiers; an acronym means what its document defines."""
    for document in group:
        at = setting(document)
        outside = [name for name in document.names if name.kind == "organisation"]
        stands_for = {name.acronym: name.name for name in outside if name.acronym}
        for name in outside:
            meant = meant_organisation(name.name, at, stands_for)
            entity = Entity(
                iri=ids.council(base, meant.key) if meant.council else ids.organisation(base, meant.key),
                kind="organisation",
                label=meant.label,
                names=tuple(sorted({stands_for.get(name.name, name.name), name.name})),
                acronym=name.acronym or meant.acronym,
                same_as=meant.same_as,
                identifiers=meant.identifiers,
                reasons=meant.reasons,
            )
            yield linked(entity, [(document.key, name.name)])
