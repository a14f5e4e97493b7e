"""Making the register: the names of all documents joined into entities, council by council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from civicgraph import ids
from civicgraph.link.bodies import continued, link_bodies
from civicgraph.link.entities import Open
from civicgraph.link.meetings import Known, known_meetings
from civicgraph.link.names import Names
from civicgraph.link.people import link_people
from civicgraph.link.placing import place
from civicgraph.link.things import link_directorates, link_organisations, link_posts, link_programmes
from civicgraph.link.wards import link_wards
from civicgraph.link.world import Match, meant_council, setting
from civicgraph.model import Entity, Identified, MentionKind, Reason, Register, Unsure

Links = dict[tuple[str, MentionKind, str], str]

LINKERS = (
    link_bodies,
    link_people,
    link_posts,
    link_directorates,
    link_wards,
    link_programmes,
)  # each within one council


def build(documents: list[Names], base: str) -> Register:
    """The register of these documents; the same whatever their order."""
    documents, placed = place(sorted(documents, key=lambda d: (d.file, d.path, d.key)))
    documents = sorted(documents, key=lambda d: (d.council, d.file, d.path, d.key))
    links: Links = {}
    entities: dict[str, Entity] = {}
    councils: dict[str, str] = {}
    groups: dict[str, list[Names]] = defaultdict(list)
    for one in documents:
        council = _council(one, base)
        councils[one.key] = council.iri
        entities[council.iri] = _joined(entities.get(council.iri), council)
        groups[council.iri].append(one)
    left_open: list[Open] = []
    succession: set[tuple[str, str]] = set()
    meetings: dict[tuple[str, int], Known] = {}
    for iri, group in sorted(groups.items()):
        own: set[str] = set()
        within = chain.from_iterable(linker(iri, group) for linker in LINKERS)
        for found in chain(within, link_organisations(base, group)):
            if isinstance(found, Open):
                left_open.append(found)
                continue
            entity, uses = found
            entities[entity.iri] = _joined(entities.get(entity.iri), entity)
            if entity.council == iri:
                own.add(entity.iri)
            links.update(dict.fromkeys(uses, entity.iri))
        succession.update(continued(group, entities, links))
        meetings.update(known_meetings(group, links, [entities[made] for made in sorted(own)]))
    starts = _starts(meetings.values())
    return Register(
        base=base,
        entities=entities,
        links=links,
        councils=councils,
        documents=_document_iris(documents, base),
        starts=starts,
        continued=tuple(sorted(succession)),
        identified={at: _identified(known, councils[at[0]], starts) for at, known in meetings.items() if known.why},
        placed=placed,
        unsure=tuple(_unsure(left_open, links)),
    )


def _council(one: Names, base: str) -> Entity:
    """The council of a document. One that names none gets a place of its own, so that nothing merges by accident."""
    if not one.council:
        file = one.unnamed or one.file
        iri = ids.council(base, f"unknown council {file}")
        return Entity(iri=iri, kind="council", label=f"Council not named in {file}")
    known = meant_council(one.council, setting(one), own=True) or Match(label=one.council, key=one.council)
    return Entity(
        iri=ids.council(base, known.key),
        kind="council",
        label=known.label,
        names=tuple(sorted({known.label, one.council})),
        same_as=known.same_as,
        identifiers=known.identifiers,
        reasons=known.reasons,
    )


def _joined(a: Entity | None, b: Entity) -> Entity:
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
        joins=tuple(sorted({*a.joins, *b.joins}, key=lambda join: (-join.score, join.left, join.right))),
    )


def _unsure(left_open: Iterable[Open], links: Links) -> Iterator[Unsure]:
    """What was left open, between the entities that the names have now; one pair of entities once, by its surest."""
    told: set[tuple[str, str]] = set()
    for one in sorted(left_open, key=lambda o: (-o.judgement.score, o.judgement.left, o.judgement.right)):
        (da, a), (db, b) = one.judgement.left, one.judgement.right
        left, right = sorted((links[(da, one.kind, a)], links[(db, one.kind, b)]))
        if left != right and (left, right) not in told:
            told.add((left, right))
            yield Unsure(left=left, right=right, judgement=one.judgement)


def _document_iris(documents: list[Names], base: str) -> dict[str, str]:
    """By file name; where files share one, by as many of their folders as tell them apart, then by their content."""
    same: dict[str, list[Names]] = defaultdict(list)
    for one in documents:
        same[ids.document(base, one.file)].append(one)
    out: dict[str, str] = {}
    for iri, group in same.items():
        folders = [one.path.split("/")[:-1] for one in group]
        for depth in range(max(map(len, folders)) + 1):
            names = [
                " ".join([*folder[len(folder) - depth :], d.file]) for folder, d in zip(folders, group, strict=True)
            ]
            made = [ids.document(base, name) for name in names] if depth else [iri] * len(group)
            if len(set(made)) == len(group):
                break
        else:
            made = [f"{iri}-{one.key[:12]}" for one in group]
        out.update((one.key, name) for one, name in zip(group, made, strict=True))
    return out


def _starts(meetings: Iterable[Known]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The times at which a body met on a day on which it met more than once."""
    starts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for known in meetings:
        if known.met.start:
            starts[(known.body, known.met.date)].add(known.met.start)
    return {at: tuple(sorted(times)) for at, times in starts.items() if len(times) > 1}


def _identified(known: Known, council: str, starts: dict[tuple[str, str], tuple[str, ...]]) -> Identified:
    several = (known.body, known.met.date) in starts
    iri = ids.meeting(council, known.body.rsplit("/", 1)[1], known.met.date, time=known.met.start if several else "")
    return Identified(iri=iri, body=known.body, reason=Reason(feature="the meeting", value=known.why))
