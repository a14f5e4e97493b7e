"""Directorates of a council, and outside organisations: one a key of its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import reduce

from civicgraph import ids
from civicgraph.link.entities import Linked, Open, joined, linked, names, uses_of
from civicgraph.link.names import Names
from civicgraph.link.world import Match, meant_organisation, setting
from civicgraph.model import Entity, Judgement, MentionKind, Reason, Use
from civicgraph.values.text import fold, squash

STOP = re.compile(r"\b(?:the|of|for|and|to|on|in|a|an|with)\b|[^a-z0-9 ]")

TWO = "The document defines the acronym as more than one name"


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


def link_organisations(base: str, council: str, group: list[Names]) -> Iterator[Linked | Open]:
    """What a council's documents name outside it; reference data gives the full name and the world's identifiers.

    What no list has is the council's own affair: each has a "St Mary's Primary School". An acronym means what its
    document defines, and stays open with both where that is two things.
    """
    found: dict[str, list[tuple[Entity, Use]]] = defaultdict(list)
    for document in group:
        at = setting(document)
        outside = [name for name in document.names if name.kind == "organisation"]
        defined: dict[str, dict[str, str]] = defaultdict(dict)  # acronym → what is meant → a name of it
        for name in outside:
            if name.acronym:
                defined[name.acronym].setdefault(_iri(base, council, meant_organisation(name.name, at, {})), name.name)
        # An acronym of two stands for itself.
        stands_for = {
            short: next(iter(means.values())) if len(means) == 1 else short for short, means in defined.items()
        }
        for name in outside:
            meant = meant_organisation(name.name, at, stands_for)
            entity = Entity(
                iri=_iri(base, council, meant),
                kind="organisation",
                label=meant.label,
                names=tuple(sorted({stands_for.get(name.name, name.name), name.name})),
                acronym=name.acronym or meant.acronym,
                same_as=meant.same_as,
                identifiers=meant.identifiers,
                reasons=meant.reasons,
            )
            found[f"{entity.iri} {meant.key}"].append((entity, (document.key, name.name)))
            if len(means := defined.get(name.name, {})) > 1:
                yield from _open((document.key, name.name), means.values())
    for _, made in sorted(found.items()):
        yield linked(reduce(joined, (entity for entity, _ in made)), [use for _, use in made])


def _iri(base: str, council: str, meant: Match) -> str:
    if meant.council:
        return ids.council(base, meant.key)
    return ids.organisation(base if meant.listed else council, meant.key)


def _open(acronym: Use, means: Collection[str]) -> Iterator[Open]:
    score = 1 / len(means)
    for name in means:
        left, right = sorted((acronym, (acronym[0], name)))
        reason = Reason(feature=TWO, value=f"{acronym[1]}: {name}", score=score)
        yield Open("organisation", Judgement(left=left, right=right, score=score, reasons=(reason,)))
