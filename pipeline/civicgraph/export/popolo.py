"""The graph as Popolo JSON: people, organisations, posts, memberships, events, motions, votes, each with its sources.

A source is the words of a document: the address of their place in it, and the words themselves. Of a motion that a
paper proposes, or that minutes record in passing, no result is said: only what was resolved has passed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from civicgraph.export.oparl import Json, with_zone
from civicgraph.export.whole import whole
from civicgraph.vocab import CIV, DCTERMS, FOAF, OA, ORG, PERSON, RDF, SKOS, concept

Thing = dict[str, Json]

OPTIONS = {"for": "yes", "against": "no"}
RESULTS = {"carried": "pass", "lost": "fail"}
COUNTS = ((CIV.votesFor, "yes"), (CIV.votesAgainst, "no"), (CIV.abstentions, "abstain"))


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """One file, an array for each kind of thing, sorted by IRI; one thing at a time. Raises `OSError`."""
    graph = _Graph(store)
    with whole(path) as file:
        for number, (kind, classes, make) in enumerate(KINDS):
            file.write(("{" if number == 0 else ",\n").encode() + f"{json.dumps(kind)}: [".encode())
            for place, iri in enumerate(graph.of(*classes)):
                one = {key: value for key, value in make(graph, iri).items() if value not in (None, "", [])}
                file.write((",\n" if place else "\n").encode() + json.dumps(one, ensure_ascii=False).encode())
            file.write(b"\n]")
        file.write(b"}\n")
    return (path,)


@dataclass(frozen=True, slots=True)
class _Graph:
    store: Store

    def of(self, *classes: str) -> list[str]:
        """IRIs of the things of these classes, in order."""
        kinds = [(NamedNode(RDF.type), NamedNode(one)) for one in classes]
        found = (q.subject for p, o in kinds for q in self.store.quads_for_pattern(None, p, o, DefaultGraph()))
        return sorted({term.value for term in found if isinstance(term, NamedNode)})

    def all(self, iri: str, says: str) -> list[str]:
        """Values in the linked facts, in order."""
        quads = self.store.quads_for_pattern(NamedNode(iri), NamedNode(says), None, DefaultGraph())
        return sorted(q.object.value for q in quads if isinstance(q.object, NamedNode | Literal))

    def one(self, iri: str | None, *path: str) -> str | None:
        """The first value at the end of a path, by the first value at each step."""
        for says in path:
            found = self.all(iri, says) if iri else []
            iri = found[0] if found else None
        return iri

    def back(self, iri: str, says: str) -> list[str]:
        """What says that of the thing, in order."""
        quads = self.store.quads_for_pattern(None, NamedNode(says), NamedNode(iri), DefaultGraph())
        return sorted(q.subject.value for q in quads if isinstance(q.subject, NamedNode))

    def said(self, words: str, says: str) -> str:
        """The value that the graph of a document has of a piece of evidence."""
        for quad in self.store.quads_for_pattern(NamedNode(words), NamedNode(says), None, None):
            if isinstance(quad.object, NamedNode | Literal):
                return quad.object.value
        return ""

    def sources(self, iri: str) -> list[Json]:
        """The words behind a statement; of a thing that is only named, where each document first names it."""
        about = self.store.quads_for_pattern(NamedNode(iri), NamedNode(CIV.evidence), None, None)
        places = {q.object.value for q in about if isinstance(q.object, NamedNode)}
        if not places:
            named = self.store.quads_for_pattern(None, NamedNode(CIV.mentions), NamedNode(iri), None)
            first: dict[str, tuple[int, str]] = {}
            for quad in named:
                if isinstance(quad.subject, NamedNode):
                    words, document = quad.subject.value, str(quad.graph_name)
                    at = int(self.said(words, OA.start) or 0)
                    first[document] = min(first.get(document, (at, words)), (at, words))
            places = {words for _, words in first.values()}
        return [self.source(words) for words in sorted(places)]

    def source(self, words: str) -> Json:
        file = self.one(self.said(words, OA.hasSource), CIV.fileName) or ""
        return {"url": words, "note": f"{file}: “{self.said(words, OA.exact)}”"}

    def moment(self, meeting: str | None, at: str) -> str | None:
        """The day of a meeting, with the hour where it is known: 2018-04-16T15:30:00+01:00."""
        day = self.one(meeting, DCTERMS.date)
        hours = self.all(meeting, at) if meeting else []
        hour = (hours[0] if at == CIV.startTime else hours[-1]) if hours else None
        return with_zone(f"{day}T{hour}") if day and hour else day


def _person(graph: _Graph, iri: str) -> Thing:
    return {
        "id": iri,
        "name": graph.one(iri, FOAF.name),
        "other_names": _names(graph, iri),
        "sources": graph.sources(iri),
    }


def _names(graph: _Graph, iri: str) -> list[Json]:
    return [{"name": name} for name in graph.all(iri, SKOS.altLabel)]


def _organisation(graph: _Graph, iri: str) -> Thing:
    kinds = set(graph.all(iri, RDF.type))
    plain = next((word for kind, word in PLAIN if kind in kinds), None)
    return {
        "id": iri,
        "name": graph.one(iri, SKOS.prefLabel),
        "other_names": _names(graph, iri),
        "classification": graph.one(iri, ORG.classification, SKOS.notation) or plain,
        "parent_id": graph.one(iri, ORG.subOrganizationOf) or graph.one(iri, ORG.unitOf),
        "identifiers": [{"identifier": one} for one in graph.all(iri, DCTERMS.identifier)],
        "links": [{"url": one} for one in graph.all(iri, SKOS.exactMatch)],
        "sources": graph.sources(iri),
    }


PLAIN = ((CIV.Council, "council"), (CIV.Directorate, "directorate"), (CIV.Body, "body"))
"""What an organisation is whose kind no document says."""


def _post(graph: _Graph, iri: str) -> Thing:
    label = graph.one(iri, SKOS.prefLabel)
    return {
        "id": iri,
        "label": label,
        "role": label,
        "organization_id": graph.one(iri, ORG.postIn),
        "sources": graph.sources(iri),
    }


def _membership(graph: _Graph, iri: str) -> Thing:
    post, ward, party = graph.one(iri, CIV.post), graph.one(iri, CIV.ward), graph.one(iri, CIV.party)
    role = graph.one(post, SKOS.prefLabel)
    former = graph.one(iri, CIV.former) in ("true", "1")
    ends = graph.all(iri, CIV.endDate)
    return {
        "id": iri,
        "label": f"former {role}" if former and role else role,
        "role": role,
        "person_id": graph.one(iri, ORG.member),
        "organization_id": graph.one(iri, ORG.organization) or graph.one(post, ORG.postIn),
        "post_id": post,
        "on_behalf_of": {"id": graph.one(iri, CIV.registeredParty), "name": party} if party else None,
        "area": {"name": graph.one(ward, SKOS.prefLabel), "identifier": ward} if ward else None,
        "start_date": graph.one(iri, CIV.startDate),
        "end_date": ends[-1] if ends else None,
        "sources": graph.sources(iri),
    }


def _event(graph: _Graph, iri: str) -> Thing:
    body = graph.one(iri, CIV.ofBody)
    present = concept("attendance", "present")
    there = [one for one in graph.back(iri, CIV.inMeeting) if present in graph.all(one, CIV.attendanceStatus)]
    people = sorted({person for one in there for person in graph.all(one, CIV.person)})
    return {
        "id": iri,
        "name": graph.one(body, SKOS.prefLabel),
        "classification": "meeting",
        "start_date": graph.moment(iri, CIV.startTime),
        "end_date": graph.moment(iri, CIV.endTime) if graph.all(iri, CIV.endTime) else None,
        "location": graph.one(iri, CIV.venue),
        "organization_id": body or graph.one(iri, CIV.ofCouncil),
        "attendees": [{"id": one, "name": graph.one(one, FOAF.name)} for one in people],
        "identifiers": [{"identifier": one} for one in graph.all(iri, DCTERMS.identifier)],
        "sources": graph.sources(iri),
    }


def _motion(graph: _Graph, iri: str) -> Thing:
    status = graph.one(iri, CIV.decisionStatus, SKOS.notation)
    meeting = graph.one(iri, CIV.inMeeting)
    return {
        "id": iri,
        "organization_id": graph.one(iri, CIV.byBody) or graph.one(meeting, CIV.ofBody),
        "creator_id": graph.one(iri, CIV.mover),
        "text": graph.one(iri, CIV.text),
        "classification": graph.one(iri, CIV.decisionAction, SKOS.notation),
        "date": graph.moment(meeting, CIV.startTime) or graph.one(iri, DCTERMS.date),
        "result": "pass" if status == "resolved" else None,
        "status": status,
        "sources": graph.sources(iri),
    }


def _vote(graph: _Graph, iri: str) -> Thing:
    meeting = graph.one(iri, CIV.inMeeting)
    outcome, words = graph.one(iri, CIV.outcome, SKOS.notation), graph.one(iri, CIV.motion)
    counts = [(option, graph.one(iri, says)) for says, option in COUNTS]
    return {
        "id": iri,
        "identifier": graph.one(iri, CIV.division),
        "organization_id": graph.one(meeting, CIV.ofBody),
        "motion": {"text": words} if words else None,
        "start_date": graph.moment(meeting, CIV.startTime),
        "result": RESULTS.get(outcome or "", outcome),
        "counts": [{"option": option, "value": int(number)} for option, number in counts if number is not None],
        "votes": [_ballot(graph, one) for one in graph.back(iri, CIV.inVote)],
        "sources": graph.sources(iri),
    }


def _ballot(graph: _Graph, iri: str) -> Json:
    choice = graph.one(iri, CIV.choice, SKOS.notation) or ""
    return {"id": iri, "voter_id": graph.one(iri, CIV.person), "option": OPTIONS.get(choice, choice)}


KINDS: tuple[tuple[str, tuple[str, ...], Callable[[_Graph, str], Thing]], ...] = (
    ("persons", (PERSON.Person,), _person),
    ("organizations", (CIV.Council, CIV.Body, CIV.Directorate, CIV.Organisation), _organisation),
    ("posts", (ORG.Post,), _post),
    ("memberships", (CIV.PostHolding,), _membership),
    ("events", (CIV.Meeting,), _event),
    ("motions", (CIV.Decision,), _motion),
    ("vote_events", (CIV.Vote,), _vote),
)
"""Name of the array, classes, and how one thing is written."""
