"""Posts, directorates and programmes of a council, and outside organisations: one a key of its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from civicgraph import ids
from civicgraph.link.entities import Linked, linked, names, uses_of
from civicgraph.link.names import Names
from civicgraph.link.world import meant_organisation, setting
from civicgraph.model import Entity, MentionKind, Use
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import fold, squash
from civicgraph.values.titles import title_key

STOP = re.compile(r"\b(?:the|of|for|and|to|on|in|a|an|with)\b|[^a-z0-9 ]")
KIND_WORD = re.compile(r"(?:\s+(?:programmes?|programs?|projects?|schemes?|initiatives?|models?))+$")
YEARS = re.compile(r"\s+(?:19|20)\d{2}(?:\s+\d{2,4})?$")


def programme_key(name: str, place: str = "") -> str:
    """ "MST Programme", "the Coventry MST programme" and "MST" are one: the place and the kind word do not count."""
    key = title_key(name).replace("-", " ")
    if place and key.startswith(f"{place.lower()} ") and len(key.split()) > 1:
        short = key.removeprefix(f"{place.lower()} ")
        key = short if short.split()[0] not in ("programme", "plan", "strategy", "and") else key
    bare = KIND_WORD.sub("", key)
    return squash(bare or key)


def post_key(name: str) -> str:
    """ "Interim Director for Children's Services" and "… of Children's Services" are one post."""
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ").replace("-", " ")
    text = re.sub(r"\bchair(?:man|woman|person)\b", "chair", text)
    return squash(STOP.sub(" ", text))


def directorate_key(name: str) -> str:
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ")
    return squash(STOP.sub(" ", re.sub(r"\b(?:directorate|department)\b", " ", text))) or "directorate"


# -- linking -----------------------------------------------------------------------------------------------------------


def link_posts(council: str, group: list[Names]) -> Iterator[Linked]:
    return _by_key(group, "post", post_key, lambda label: ids.post(council, label), council)


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


def link_programmes(council: str, group: list[Names]) -> Iterator[Linked]:
    """By key, and by the acronym that the council's documents define for exactly one of them."""
    known = council_of(group[0].council)
    place = known.place if known else ""
    stated = [(document.key, name) for document in group for name in document.names if name.kind == "programme"]
    stands_for: dict[str, set[str]] = defaultdict(set)
    for _, name in stated:
        if name.acronym:
            stands_for[programme_key(name.acronym)].add(programme_key(name.name, place))
    found: dict[str, list[Use]] = defaultdict(list)
    acronyms: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    for document, name in stated:
        key = programme_key(name.name, place)
        long = stands_for.get(key, {key})
        key = min(long) if len(long) == 1 else key
        found[key].append((document, name.name))
        acronyms[key].add(name.acronym)
        kinds[key].add(name.detail)
    for key, uses in sorted(found.items()):
        acronym = min(acronyms[key] - {""}, default="")
        full = [name for name in names(uses) if name != acronym] or [acronym]
        label = min(full, key=lambda n: (bool(place) and n.startswith(f"{place} "), -len(n.split()), len(n), n))
        entity = Entity(
            iri=ids.programme(council, label),
            kind="programme",
            label=label,
            names=names(uses),
            council=council,
            acronym=acronym,
            detail=min(kinds[key] - {""}, default=""),
        )
        yield linked(entity, uses)


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
