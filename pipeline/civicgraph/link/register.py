"""The register: every entity under all its names, and which entity a name means in which document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicgraph import ids
from civicgraph.link import bodies, people, things
from civicgraph.link.names import Names, key_of
from civicgraph.model import Entity, Findings, Mention, MentionKind, Reason
from civicgraph.values.bodies import body_kind
from civicgraph.values.gazetteer import act_of, council_of
from civicgraph.values.names import display


@dataclass(frozen=True, slots=True)
class Register:
    """What linking found out. IRIs of things that are no entities (meetings, documents) depend on all documents too."""

    base: str
    entities: dict[str, Entity]
    links: dict[tuple[str, MentionKind, str], str]  # (document key, kind, name) → IRI
    councils: dict[str, str]  # document key → IRI
    documents: dict[str, str]  # document key → IRI
    times: dict[tuple[str, str], tuple[str, ...]]  # (body IRI, date) → starts, where there are several
    continued: tuple[tuple[str, str], ...]  # (older body, newer body)

    def entity(self, findings: Findings, mention: Mention) -> Entity | None:
        """The entity that a name means in a document."""
        iri = self.links.get((key_of(findings), mention.kind, mention.name))
        return self.entities[iri] if iri else None

    def council(self, findings: Findings) -> str:
        return self.councils[key_of(findings)]

    def document(self, findings: Findings) -> str:
        return self.documents[key_of(findings)]

    def meeting(self, findings: Findings, index: int) -> str:
        """IRI of a meeting: one for its agenda, its record and its notice."""
        meeting = findings.meetings[index]
        body = self.entity(findings, meeting.body) if meeting.body else None
        slug = body.iri.rsplit("/", 1)[1] if body else ""
        document = self.document(findings).rsplit("/", 1)[1]
        several = self.times.get((body.iri if body else "", meeting.date), ())
        time = meeting.start if len(several) > 1 and meeting.start else ""
        if not body or not meeting.date:
            document = document if index == 0 else f"{document}-{index + 1}"
        return ids.meeting(self.council(findings), slug, meeting.date, time=time, document=document)


def build(documents: list[Names], base: str) -> Register:
    """The register of these documents; the same whatever their order."""
    documents = sorted(documents, key=lambda d: (d.council, d.file, d.path, d.key))
    links: dict[tuple[str, MentionKind, str], str] = {}
    entities: dict[str, Entity] = {}
    councils: dict[str, str] = {}
    groups: dict[str, list[Names]] = defaultdict(list)
    for one in documents:
        iri, entity = _council(one, base)
        councils[one.key] = iri
        entities[iri] = _joined(entities.get(iri), entity)
        groups[iri].append(one)
    continued: list[tuple[str, str]] = []
    for iri, group in sorted(groups.items()):
        for made in (_bodies(iri, group), _people(iri, group), _others(iri, group, base)):
            for entity, uses in made:
                entities[entity.iri] = _joined(entities.get(entity.iri), entity)
                links.update(dict.fromkeys(uses, entity.iri))
        continued += _continued(group, entities, links)
    return Register(
        base=base, entities=entities, links=links, councils=councils, documents=_document_iris(documents, base),
        times=_times(documents, links), continued=tuple(sorted(set(continued))),
    )  # fmt: skip


Made = Iterator[tuple[Entity, list[tuple[str, MentionKind, str]]]]


def _joined(a: Entity | None, b: Entity) -> Entity:
    """Two descriptions of one IRI as one."""
    if a is None:
        return b
    label = min(a.label, b.label, key=lambda t: (-len(t), t)) if a.label != b.label else a.label
    return replace(
        a, label=label, names=tuple(sorted({*a.names, *b.names})), acronym=a.acronym or b.acronym, detail=a.detail or b.detail,
        parent=a.parent or b.parent, same_as=tuple(sorted({*a.same_as, *b.same_as})),
        reasons=tuple(sorted({*a.reasons, *b.reasons}, key=lambda r: (r.feature, r.value))),
    )  # fmt: skip


def _council(one: Names, base: str) -> tuple[str, Entity]:
    """The council of a document; a document that names none has a place of its own, so that nothing merges by accident."""
    if not one.council:
        iri = ids.council(base, f"unknown council {one.file}")
        return iri, Entity(iri=iri, kind="council", label=f"Council not named in {one.file}", names=())
    known = council_of(one.council)
    name = known.name if known else one.council
    iri = ids.council(base, name)
    names = {name, one.council}
    return iri, Entity(iri=iri, kind="council", label=name, names=tuple(sorted(names)), same_as=known.same_as if known else ())


def _of_kind(group: list[Names], kind: str) -> list[tuple[str, str]]:
    return sorted({(d.key, n.name) for d in group for n in d.names if n.kind == kind})


# -- bodies ------------------------------------------------------------------------------------------------------------


def _bodies(council: str, group: list[Names]) -> Made:
    """Names joined within each document first, where "the Scrutiny Board (2)" can mean one board only; then across."""
    clusters: list[list[tuple[str, str]]] = []  # of (document key, name)
    for document in group:
        own: list[list[str]] = []
        for name in sorted({n.name for n in document.names if n.kind == "body"}, key=lambda n: (-len(bodies.body_key(n).own), n)):
            key = bodies.body_key(name, document.council)
            fitting = [c for c in own if any(bodies.same_body(bodies.body_key(n, document.council), key, one_document=True) for n in c)]
            if len(fitting) == 1:
                fitting[0].append(name)
            elif len(fitting) > 1 and (exact := [c for c in fitting if any(bodies.same_body(bodies.body_key(n, document.council), key, one_document=False) for n in c)]):
                exact[0].append(name)
            else:
                own.append([name])
        for names in own:
            full = [n for n in names if bodies.body_key(n, document.council).own] or names
            here = [(document.key, n) for n in names]
            fits = [c for c in clusters if any(_same(n, o, document.council) for n in full for _, o in c)]
            if fits:
                fits[0].extend(here)
                for other in fits[1:]:
                    if not _numbers_differ(fits[0], other):
                        fits[0].extend(other)
                        clusters.remove(other)
            else:
                clusters.append(here)
    labels = {id(c): _body_label([n for _, n in c]) for c in clusters}
    iris: dict[str, str] = {}
    for cluster in clusters:
        label = labels[id(cluster)]
        key = bodies.body_key(label)
        iri = ids.body(council, label)
        iris[label] = iri
        names = {n for _, n in cluster}
        short = bodies.short_name(label, key)
        parent = next((p for other in clusters if other is not cluster and key.parent for p in [labels[id(other)]] if _same(key.parent, p, "")), "")
        if not parent and key.parent and bodies.body_key(key.parent).own:
            parent = ""
        reasons = tuple(Reason(feature="name of the body", value=n) for n in sorted(names - {label}))
        yield (
            Entity(
                iri=iri, kind="body", label=label, names=tuple(sorted({*names, short} - {""})), council=council, notation=key.number,
                detail=body_kind(label), parent=ids.body(council, parent) if parent else "", reasons=reasons,
            ),
            [(k, "body", n) for k, n in cluster],
        )  # fmt: skip


def _same(a: str, b: str, council: str) -> bool:
    return bool(bodies.same_body(bodies.body_key(a, council), bodies.body_key(b, council), one_document=False))


def _numbers_differ(a: list[tuple[str, str]], b: list[tuple[str, str]]) -> bool:
    first, second = ({bodies.body_key(n).number for _, n in c} - {""} for c in (a, b))
    return bool(first and second and first != second)


def _body_label(names: list[str]) -> str:
    """The name that says most: not in capitals, with number, longest."""
    return min(names, key=lambda n: (n.isupper(), not bodies.body_key(n).number, -len(bodies.body_key(n).own), -len(n), n))


def _continued(
    group: list[Names], entities: dict[str, Entity], links: dict[tuple[str, MentionKind, str], str]
) -> list[tuple[str, str]]:
    """Bodies of one council, kind and number under other titles, in the order of the years that name them."""
    first: dict[str, str] = {}
    for document in group:
        dates = [date for _, date, _ in document.meetings if date]
        for name in document.names:
            iri = links.get((document.key, name.kind, name.name)) if name.kind == "body" else None
            if iri and dates:
                first[iri] = min(first.get(iri, "9999"), min(dates))
    out = []
    dated = sorted(first, key=lambda i: (first[i], i))
    for i, old in enumerate(dated):
        for new in dated[i + 1 :]:
            if first[old] < first[new] and bodies.continues(bodies.body_key(entities[old].label), bodies.body_key(entities[new].label)):
                out.append((old, new))
                break
    return out


# -- people ------------------------------------------------------------------------------------------------------------


def _people(council: str, group: list[Names]) -> Made:
    joined = people.across(
        [
            people.within_document(d.key, [(n.name, n.role, n.affiliation) for n in d.names if n.kind == "person"])
            for d in group
        ]
    )
    used: dict[str, int] = {}
    for person in sorted(joined, key=lambda p: (display(p.best), p.names)):
        label = display(person.best)
        iri = ids.person(council, label)
        if iri in used:
            # Two people of one name: what else is known of the second goes into its IRI.
            extra = sorted(person.affiliations) or sorted(person.roles) or ["other"]
            iri = ids.person(council, f"{label} {extra[0]}")
            if iri in used:
                iri = ids.person(council, f"{label} {extra[0]} {used[iri] + 1}")
        used[iri] = used.get(iri, 0) + 1
        uses: list[tuple[str, MentionKind, str]] = [(k, "person", n) for k, n in person.uses]
        reasons = tuple(Reason(feature="identity", value=r) for r in sorted({r for r in person.reasons if r}))
        yield Entity(iri=iri, kind="person", label=label, names=tuple(sorted(set(person.names))), council=council, reasons=reasons), uses


# -- the rest ----------------------------------------------------------------------------------------------------------


def _others(council: str, group: list[Names], base: str) -> Made:
    """Posts, directorates and programmes of the council; organisations of the world."""
    known = council_of(group[0].council)
    place = known.place if known else ""
    yield from _keyed(group, "post", lambda n: things.post_key(n), lambda label: ids.post(council, label), council)
    yield from _keyed(group, "directorate", lambda n: things.directorate_key(n), lambda label: ids.directorate(council, label), council)
    yield from _programmes(council, group, place)
    yield from _organisations(group, base)


def _keyed(group: list[Names], kind: MentionKind, key, iri, council: str) -> Made:  # type: ignore[no-untyped-def]
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document, name in _of_kind(group, kind):
        found[key(name)].append((document, name))
    for uses in (found[k] for k in sorted(found)):
        label = min({n for _, n in uses}, key=lambda n: (n.isupper(), -len(n), n))
        yield (
            Entity(iri=iri(label), kind=kind, label=label, names=tuple(sorted({n for _, n in uses})), council=council),
            [(d, kind, n) for d, n in uses],
        )


def _programmes(council: str, group: list[Names], place: str) -> Made:
    """By key, and by the acronym that any document of the council defines for exactly one of them."""
    stands: dict[str, set[str]] = defaultdict(set)
    for document in group:
        for name in document.names:
            if name.kind == "programme" and name.acronym:
                stands[things.programme_key(name.acronym)].add(things.programme_key(name.name, place))
    clusters: dict[str, list[tuple[str, str]]] = defaultdict(list)
    details: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in group:
        for name in document.names:
            if name.kind != "programme":
                continue
            key = things.programme_key(name.name, place)
            long = stands.get(key, set())
            key = next(iter(long)) if len(long) == 1 else key
            clusters[key].append((document.key, name.name))
            details[key].append((name.acronym, name.detail))
    for key in sorted(clusters):
        uses = clusters[key]
        names = {n for _, n in uses}
        acronym = min((a for a, _ in details[key] if a), default="")
        full = {n for n in names if n != acronym} or names
        label = min(full, key=lambda n: (bool(place) and n.startswith(f"{place} "), n.isupper() and len(full) > 1, -len(n.split()), len(n), n))
        yield (
            Entity(
                iri=ids.programme(council, label), kind="programme", label=label, names=tuple(sorted(names)), council=council,
                acronym=acronym, detail=min((d for _, d in details[key] if d), default=""),
            ),
            [(d, "programme", n) for d, n in uses],
        )  # fmt: skip


def _organisations(group: list[Names], base: str) -> Made:
    """Reference data gives the full name and the world's identifiers; an acronym only means what its document defines."""
    for document in group:
        stands = {n.acronym: n.name for n in document.names if n.kind in ("organisation", "council") and n.acronym}
        for name in document.names:
            if name.kind not in ("organisation", "council"):
                continue
            full = stands.get(name.name, name.name)
            council = things.named_council(full)
            listed = things.listed(full)
            if council is not None:
                label, iri, same, acronym = council.name, ids.council(base, council.name), council.same_as, ""
            elif listed is not None:
                label, acronym, url = listed
                iri, same = ids.organisation(base, label), (url,) if url else ()
            else:
                label, iri, same, acronym = full, ids.organisation(base, things.organisation_key(full)), (), ""
            yield (
                Entity(iri=iri, kind="organisation", label=label, names=tuple(sorted({full, name.name})), acronym=acronym or name.acronym, same_as=same),
                [(document.key, name.kind, name.name)],
            )


def legislation(base: str, title: str) -> tuple[str, str]:
    """(IRI, title) of the Act that a citation names, as reference data has it."""
    act = act_of(title)
    return (ids.legislation(base, act.title, act.uri), act.title) if act else (ids.legislation(base, title), title)


# -- IRIs that depend on all documents ---------------------------------------------------------------------------------


def _document_iris(documents: list[Names], base: str) -> dict[str, str]:
    """By file name; where two files have one name, by as many of their folders as tell them apart."""
    out: dict[str, str] = {}
    same: dict[str, list[Names]] = defaultdict(list)
    for one in documents:
        same[ids.document(base, one.file)].append(one)
    for iri, group in same.items():
        if len(group) == 1:
            out[group[0].key] = iri
            continue
        folders = [re.split(r"[/\\]", d.path)[:-1] for d in group]
        for depth in range(1, max(map(len, folders)) + 2):
            names = [" ".join([*f[-depth:], d.file]) for f, d in zip(folders, group, strict=True)]
            if len({ids.slug(n, 200) for n in names}) == len(group) or depth > max(map(len, folders)):
                break
        for one, name in zip(group, names, strict=True):
            out[one.key] = ids.document(base, name)
    return out


def _times(documents: list[Names], links: dict[tuple[str, MentionKind, str], str]) -> dict[tuple[str, str], tuple[str, ...]]:
    starts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in documents:
        for body, date, start in one.meetings:
            iri = links.get((one.key, "body", body))
            if iri and date and start:
                starts[(iri, date)].add(start)
    return {k: tuple(sorted(v)) for k, v in starts.items() if len(v) > 1}
