"""The bodies of a council: names joined within each document first, where "Scrutiny Board (2)" can mean one board only,
then across documents; and which body continues which."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph import ids
from civicgraph.link.bodynames import body_key, continues, same_body, short_name
from civicgraph.link.entities import Linked, identifiers, linked, names
from civicgraph.link.names import Names
from civicgraph.model import Entity, MentionKind, Reason, Use
from civicgraph.values.bodies import body_kind


def link_bodies(council: str, group: list[Names]) -> Iterator[Linked]:
    """The bodies that the documents of a council name."""
    clusters: list[list[Use]] = []
    for document in group:
        for own in _within(document):
            _join(clusters, [(document.key, name) for name in own], document.council)
    labels = [_label(names(cluster)) for cluster in clusters]
    for cluster, label in zip(clusters, labels, strict=True):
        key = body_key(label)
        stated = names(cluster)
        above = next((other for other in labels if other != label and key.parent and _same(key.parent, other)), "")
        entity = Entity(
            iri=ids.body(council, label),
            kind="body",
            label=label,
            names=tuple(sorted({*stated, short_name(key)} - {""})),
            council=council,
            notation=key.number,
            detail=body_kind(label),
            parent=ids.body(council, above) if above else "",
            identifiers=identifiers(group, cluster, "body"),
            reasons=tuple(Reason(feature="other name of the body", value=name) for name in stated if name != label),
        )
        yield linked(entity, cluster)


def _within(document: Names) -> list[list[str]]:
    """The names of one document, those of one body together; a name that could mean two bodies joins neither."""
    found: list[list[str]] = []
    bodies = [name for name in document.names if name.kind == "body"]
    acronym_of = {name.name: name.acronym for name in bodies if name.acronym}
    stated = {name.name for name in bodies}
    for name in sorted(stated - set(acronym_of.values()), key=lambda n: (-len(body_key(n).own), n)):
        key = body_key(name, document.council)
        fits = [c for c in found if any(same_body(body_key(n, document.council), key, one_document=True) for n in c)]
        sure = [c for c in fits if any(_same(n, name, document.council) for n in c)]
        if len(fits) == 1 or len(sure) == 1:
            (fits if len(fits) == 1 else sure)[0].append(name)
        else:
            found.append([name])
    for names_of_one in found:
        names_of_one += sorted({acronym_of[name] for name in names_of_one if name in acronym_of} & stated)
    return found


def _join(clusters: list[list[Use]], here: list[Use], council: str) -> None:
    """Adds a document's body to the one that it is, and joins bodies that it shows to be one."""
    fits = [
        c for c in clusters if any(_same(a, b, council) for a in _titled(here, council) for b in _titled(c, council))
    ]
    if not fits:
        clusters.append(here)
        return
    fits[0].extend(here)
    for other in fits[1:]:
        numbers = {body_key(name).number for name in (*names(fits[0]), *names(other))} - {""}
        if len(numbers) < 2:
            fits[0].extend(other)
            clusters.remove(other)


def _titled(cluster: list[Use], council: str) -> list[str]:
    """The names that say which body it is wherever they stand; "Scrutiny Board (2)" does so in its document only."""
    keys = [(name, body_key(name, council)) for name in names(cluster)]
    return [name for name, key in keys if key.own or key.topic or not key.number]


def _same(a: str, b: str, council: str = "") -> bool:
    return bool(same_body(body_key(a, council), body_key(b, council), one_document=False))


def _label(stated: tuple[str, ...]) -> str:
    """The name that says most: not in capitals, with its number, longest."""

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        key = body_key(name)
        return name.isupper(), not key.number, -len(key.own), -len(name), name

    return min(stated, key=rank)


def continued(
    group: list[Names], entities: dict[str, Entity], links: dict[tuple[str, MentionKind, str], str]
) -> Iterator[tuple[str, str]]:
    """(older, newer) bodies of one kind and number under other titles, by the years in which documents name them."""
    first: dict[str, str] = {}
    for document in group:
        dates = [met.date for met in document.meetings if met.date]
        for name in document.names:
            iri = links.get((document.key, "body", name.name)) if name.kind == "body" else None
            if iri and dates:
                first[iri] = min(first.get(iri, min(dates)), min(dates))
    dated = sorted(first, key=lambda iri: (first[iri], iri))
    for i, old in enumerate(dated):
        later = (new for new in dated[i + 1 :] if first[old] < first[new])
        new = next((n for n in later if continues(body_key(entities[old].label), body_key(entities[n].label))), None)
        if new:
            yield old, new
