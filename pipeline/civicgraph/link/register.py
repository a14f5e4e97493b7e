"""Making the register: the names of all documents joined into entities, council by council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from civicgraph import ids
from civicgraph.link.bodies import continued, link_bodies
from civicgraph.link.council import Council, item_iris
from civicgraph.link.meetings import Known, known_meetings
from civicgraph.link.minutes import references
from civicgraph.link.names import Names
from civicgraph.link.people import link_people
from civicgraph.link.placing import place
from civicgraph.link.reports import link_reports, papers_of
from civicgraph.link.things import link_directorates, link_organisations, link_posts, link_programmes, link_wards
from civicgraph.model import Entity, Identified, MentionKind, Reason, Register
from civicgraph.values.gazetteer import council_of

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
    succession: set[tuple[str, str]] = set()
    meetings: dict[tuple[str, int], Known] = {}
    for iri, group in sorted(groups.items()):
        within = chain.from_iterable(linker(iri, group) for linker in LINKERS)
        for entity, uses in chain(within, link_organisations(base, group)):
            entities[entity.iri] = _joined(entities.get(entity.iri), entity)
            links.update(dict.fromkeys(uses, entity.iri))
        succession.update(continued(group, entities, links))
        meetings.update(known_meetings(group, links, [e for e in entities.values() if e.council == iri]))
    names = _document_iris(documents, base)
    met = _meeting_iris(documents, meetings, councils, names)
    items = item_iris(documents, met)
    whole = [Council(iri, group, entities, links, meetings, met, items) for iri, group in sorted(groups.items())]
    works = [link_reports(council.iri, papers_of(council)) for council in whole]
    of = {at: work for one in works for at, work in one.of.items()}
    return Register(
        base=base,
        entities=entities,
        links=links,
        councils=councils,
        documents=names,
        meetings=met,
        continued=tuple(sorted(succession)),
        identified={at: _identified(met[at], known) for at, known in meetings.items() if known.why},
        placed=placed,
        works=tuple(work for one in works for work in one.works),
        open_works=tuple(pair for one in works for pair in one.open),
        reports={(document, n): iri for (document, kind, n), iri in of.items() if kind == "report"},
        items={(document, n): iri for (document, kind, n), iri in of.items() if kind == "item"},
        references=dict(
            chain.from_iterable(references(council, one.works) for council, one in zip(whole, works, strict=True))
        ),
    )


def _council(one: Names, base: str) -> Entity:
    """The council of a document. One that names none gets a place of its own, so that nothing merges by accident."""
    if not one.council:
        iri = ids.council(base, f"unknown council {one.file}")
        return Entity(iri=iri, kind="council", label=f"Council not named in {one.file}")
    known = council_of(one.council)
    name = known.name if known else one.council
    names = tuple(sorted({name, one.council}))
    same = known.same_as if known else ()
    return Entity(iri=ids.council(base, name), kind="council", label=name, names=names, same_as=same)


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
    )


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


def _meeting_iris(
    documents: list[Names], meetings: dict[tuple[str, int], Known], councils: dict[str, str], names: dict[str, str]
) -> dict[tuple[str, int], str]:
    """One IRI for a meeting's agenda, record and notice; the document's own where body or day is not known."""
    starts = _starts(meetings.values())
    made: dict[tuple[str, int], str] = {}
    for one in documents:
        for met in one.meetings:
            at, council = (one.key, met.index), councils[one.key]
            if known := meetings.get(at):
                time = known.met.start if (known.body, known.met.date) in starts else ""
                made[at] = ids.meeting(council, known.body.rsplit("/", 1)[1], known.met.date, time=time)
            else:
                here = names[one.key].rsplit("/", 1)[1]
                made[at] = ids.meeting(council, "", "", document=f"{here}-{met.index + 1}" if met.index else here)
    return made


def _identified(iri: str, known: Known) -> Identified:
    return Identified(iri=iri, body=known.body, reason=Reason(feature="the meeting", value=known.why))
