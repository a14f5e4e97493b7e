"""Making the register: the names of all documents joined into entities, council by council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from civicgraph import ids
from civicgraph.link.bodies import link_bodies
from civicgraph.link.bodies.succession import successions
from civicgraph.link.council import Council, item_iris
from civicgraph.link.entities import Linked, Open, joined, unique
from civicgraph.link.matters import lines_of, link_matters, occasions_of
from civicgraph.link.meetings import Known, known_meetings
from civicgraph.link.minutes import references
from civicgraph.link.names import Names
from civicgraph.link.people import link_people
from civicgraph.link.placing import place
from civicgraph.link.plans import taken_of
from civicgraph.link.posts import link_posts, seats
from civicgraph.link.programmes import link_programmes
from civicgraph.link.reports import link_reports, papers_of
from civicgraph.link.rulings import Rulings, Side, apart, rule
from civicgraph.link.settling import settle, tell
from civicgraph.link.things import link_directorates, link_organisations
from civicgraph.link.wards import link_wards
from civicgraph.link.world import Match, meant_council, setting
from civicgraph.model import (
    Correction,
    Entity,
    Identified,
    MentionKind,
    Reason,
    Register,
    Succession,
    Unsure,
)
from civicgraph.values.gazetteer import organisation_key

Links = dict[tuple[str, MentionKind, str], str]

LINKERS = (link_bodies, link_directorates, link_wards, link_programmes)  # each within one council


@dataclass(slots=True)
class _Made:
    """What was linked so far."""

    entities: dict[str, Entity] = field(default_factory=dict)
    links: Links = field(default_factory=dict)
    open: list[Open] = field(default_factory=list)
    continued: list[Succession] = field(default_factory=list)

    def take(self, found: Iterable[Linked | Open]) -> None:
        for one in found:
            if isinstance(one, Open):
                self.open.append(one)
            else:
                entity, uses = one
                self.links.update(dict.fromkeys(uses, self.add(entity)))

    def add(self, entity: Entity) -> str:
        """Takes an entity and gives its IRI, with a number where another thing has that: names are cut at 80 letters.

        Only councils and organisations come more than once, with every document or council that names them.
        """
        iri = unique([entity.iri], lambda one: one not in self.entities or _same(self.entities[one], entity))
        self.entities[iri] = joined(self.entities.get(iri), replace(entity, iri=iri))
        return iri


def _same(a: Entity, b: Entity) -> bool:
    """Whether two entities of one IRI are one thing."""
    if not {a.kind, b.kind} <= {"council", "organisation"}:
        return False
    named = "organisation" in (a.kind, b.kind) and organisation_key(a.label) == organisation_key(b.label)
    return a.label == b.label or named


def build(documents: list[Names], base: str, corrections: Sequence[Correction] = ()) -> Register:
    """The register of these documents, in which the corrections outrank all else; the same whatever their order."""
    documents, placed = place(sorted(documents, key=lambda d: (d.file, d.path, d.key)))
    documents = sorted(documents, key=lambda d: (d.council, d.file, d.path, d.key))
    made = _Made()
    councils: dict[str, str] = {}
    groups: dict[str, list[Names]] = defaultdict(list)
    for one in documents:
        council = made.add(_council(one, base))
        councils[one.key] = council
        groups[council].append(one)
    rulings = rule(corrections, documents, councils, made.entities, base)
    for iri, group in sorted(groups.items()):
        _link_names(made, iri, group, rulings, base)
    settle(made.entities, made.links, rulings, councils.values())
    meetings = _meetings(made, groups)
    names = _document_iris(documents, base)
    met = _meeting_iris(documents, meetings, councils, names)
    items = item_iris(documents, met)
    whole = [
        Council(iri, group, made.entities, made.links, meetings, met, items) for iri, group in sorted(groups.items())
    ]
    works = [link_reports(council.iri, papers_of(council)) for council in whole]
    cited = [dict(references(council, one.works)) for council, one in zip(whole, works, strict=True)]
    matters = (
        link_matters(council.iri, occasions_of(council, one.of, its, made.continued))
        for council, one, its in zip(whole, works, cited, strict=True)
    )
    taken = {at: found for council in whole for at, found in taken_of(council, lines_of(made.continued))}
    of = {at: work for one in works for at, work in one.of.items()}
    return Register(
        base=base,
        corrected=tell(made.entities, made.links, rulings),
        entities=made.entities,
        links=made.links,
        councils=councils,
        documents=names,
        meetings=met,
        successions=tuple(sorted(made.continued, key=lambda one: (one.older, one.newer))),
        identified={at: _identified(met[at], known) for at, known in meetings.items() if known.why},
        placed=placed,
        unsure=(*_unsure(made, rulings), *(pair for one in works for pair in one.unsure)),
        drops=tuple(sorted(one for one in corrections if one.act == "drop")),
        works=tuple(work for one in works for work in one.works),
        reports={(document, n): iri for (document, kind, n), iri in of.items() if kind == "report"},
        items={(document, n): iri for (document, kind, n), iri in of.items() if kind == "item"},
        references={at: reference for one in cited for at, reference in one.items()},
        taken=taken,
        matters=tuple(chain.from_iterable(matters)),
    )


def _link_names(made: _Made, council: str, group: list[Names], rulings: Rulings, base: str) -> None:
    """The names of one council's documents; posts after bodies, since "the Chair" is the chair of one."""
    made.take(link_people(council, group, rulings))
    for linker in LINKERS:
        made.take(linker(council, group))
    bodies = {
        (one.key, name.name): made.entities[made.links[one.key, "body", name.name]]
        for one in group
        for name in one.names
        if (one.key, "body", name.name) in made.links
    }
    made.take(link_posts(council, group, bodies))
    made.take(link_organisations(base, council, group))


def _meetings(made: _Made, groups: dict[str, list[Names]]) -> dict[tuple[str, int], Known]:
    """The meetings whose body and day are known; on the way, the posts of bodies and the bodies that follow others."""
    own: dict[str, list[Entity]] = defaultdict(list)
    for _, entity in sorted(made.entities.items()):
        own[entity.council].append(entity)
    meetings: dict[tuple[str, int], Known] = {}
    for iri, group in sorted(groups.items()):
        for post, body in seats(own[iri]):
            made.entities[post] = replace(made.entities[post], parent=body)
        known = dict(known_meetings(group, made.links, own[iri]))
        for told in successions(group, made.links, made.entities, known.values()):
            if isinstance(told, Open):
                made.open.append(told)
            else:
                made.continued.append(told)
        meetings.update(known)
    return meetings


def _council(one: Names, base: str) -> Entity:
    """The council of a document. One that names none gets a place of its own, so that nothing merges by accident."""
    if not one.council:
        file = one.unnamed or one.file
        name = f"unknown council {file}"
        if ids.slug(name) != ids.slug(name, len(name)):  # the end of a long name tells more
            name = f"unknown council {file[-60:]}"
        iri = ids.council(base, name)
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


def _unsure(made: _Made, rulings: Rulings) -> Iterator[Unsure]:
    """What was left open, between the entities that the names have now; one pair of entities once, by its surest.

    Two of which the one continues the other are two.
    """
    sides: dict[str, set[Side]] = defaultdict(set)
    for thing, marks in rulings.marks.items():
        sides[made.links.get(thing, "")] |= marks
    told = {(min(one.older, one.newer), max(one.older, one.newer)) for one in made.continued}
    for one in sorted(made.open, key=lambda o: (-o.judgement.score, o.judgement.left, o.judgement.right)):
        (da, a), (db, b) = one.judgement.left, one.judgement.right
        left, right = sorted((made.links[(da, one.kind, a)], made.links[(db, one.kind, b)]))
        ruled = bool(sides) and apart(sides.get(left, ()), sides.get(right, ()))
        if left != right and not ruled and (left, right) not in told:
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
