"""Names and kinds of things, as a reader of pages wants them: short, and never an IRI where the graph has words."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from civicgraph.search import Labels
from civicgraph.vocab import CIV, DCTERMS, FOAF, ORG, PERSON, RDF, RDFS, SDO, SKOS

KINDS: dict[str, str] = {
    CIV.Council: "council",
    CIV.Body: "body",
    PERSON.Person: "person",
    ORG.Post: "post",
    CIV.Directorate: "directorate",
    CIV.Organisation: "organisation",
    CIV.Programme: "programme",
    CIV.ReportWork: "report",
    CIV.Report: "report",
    CIV.Matter: "matter",
    CIV.Meeting: "meeting",
    CIV.AgendaItem: "agenda item",
    CIV.MinuteItem: "item",
    CIV.Referral: "referral",
    CIV.Decision: "decision",
    CIV.Vote: "vote",
    CIV.SourceDocument: "document",
    SDO.Legislation: "Act",
    SDO.AdministrativeArea: "ward",
    CIV.Attendance: "attendance",
    CIV.PostHolding: "post held",
    CIV.Route: "route",
    CIV.Attachment: "attachment",
    CIV.FollowUp: "follow-up",
    CIV.Response: "answer",
    CIV.Ballot: "ballot",
    CIV.Gap: "gap",
    CIV.Citation: "citation",
    CIV.Resolution: "resolution",
    CIV.MinutesApproval: "approval of minutes",
    CIV.DeclarationOfInterest: "declaration of interest",
    CIV.SheetAnswer: "answer on a front sheet",
    SDO.MonetaryAmount: "sum of money",
    ORG.ChangeEvent: "change of name",
    CIV.Problem: "not understood",
    CIV.Evidence: "words",
    CIV.Candidate: "candidate",
    SKOS.Concept: "value",
}
"""The first that a thing has is what it is called."""

NAMES = (
    SKOS.prefLabel,
    FOAF.name,
    DCTERMS.title,
    CIV.text,
    CIV.refersWhat,
    CIV.entry,
    CIV.fileName,
    CIV.citedText,
    RDFS.label,
)
LOOK = 30
"""Statements that lead to a thing, above which they are asked for by their predicates one by one."""

_MINOR = frozenset({"and", "of", "the", "for", "on", "in", "to", "with", "a"})
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


LABELS = frozenset({RDF.type, *NAMES, DCTERMS.date, CIV.inMeeting, CIV.ofBody, CIV.person, ORG.member})
"""What names and kinds are made of, which `queries/search/labels.rq` has of all that a page is likely to name."""


class Facts:
    """What the linked facts say of things, each looked up once: make one for a page."""

    def __init__(self, store: Store, labels: Labels) -> None:
        self.store = store
        self._labels = labels
        self._told: dict[str, dict[str, list[str]]] = {}
        self._known: dict[str, dict[str, list[str]]] = {}
        self._leading: dict[str, dict[str, list[str]] | None] = {}

    def objects(self, iri: str, predicate: str) -> list[str]:
        """In order; nothing of what is no IRI."""
        known = self._known.get(iri)
        if known is None and predicate in LABELS:
            if iri not in self._told:
                self._told[iri] = self._labels.of(iri)
            known = self._told[iri] or None
        if known is None:
            known = self._known[iri] = self._said(iri)
        return known.get(predicate, [])

    def along(self, iri: str, *path: str) -> list[str]:
        """What is at the end of a way: `along(decision, CIV.byBody, SKOS.prefLabel)`; nothing twice."""
        reached = [iri]
        for predicate in path:
            reached = list(dict.fromkeys(value for one in reached for value in self.objects(one, predicate)))
        return reached

    def subjects(self, predicate: str, iri: str, most: int) -> list[str]:
        """The first things of which this is said, as the store has them."""
        if iri not in self._leading:
            self._leading[iri] = self._led(iri)
        leading = self._leading[iri]
        if leading is not None:
            return leading.get(predicate, [])[:most]
        found = self.store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), DefaultGraph())
        return [subject.value for quad in islice(found, most) if isinstance(subject := quad.subject, NamedNode)]

    def led_to(self, iri: str, *predicates: str) -> bool:
        """Whether anything in any graph leads to the thing by one of these."""
        return any(
            next(self.store.quads_for_pattern(None, NamedNode(one), NamedNode(iri), None), None) for one in predicates
        )

    def _led(self, iri: str) -> dict[str, list[str]] | None:
        """What leads to the thing, by predicate; None where there is more of it than one look takes in."""
        found = list(islice(self.store.quads_for_pattern(None, None, NamedNode(iri), DefaultGraph()), LOOK))
        if len(found) == LOOK:
            return None
        led: dict[str, list[str]] = {}
        for quad in found:
            if isinstance(quad.subject, NamedNode):
                led.setdefault(quad.predicate.value, []).append(quad.subject.value)
        return led

    def _said(self, iri: str) -> dict[str, list[str]]:
        try:
            node = NamedNode(iri)
        except ValueError:
            return {}
        said: dict[str, list[str]] = {}
        for quad in self.store.quads_for_pattern(node, None, None, DefaultGraph()):
            said.setdefault(quad.predicate.value, []).append(_value(quad.object))
        for values in said.values():
            values.sort()
        return said


def kind_of(facts: Facts, iri: str) -> str:
    """ "person", "meeting" …; "" of what the graph does not know."""
    types = set(facts.objects(iri, RDF.type))
    return next((kind for one, kind in KINDS.items() if one in types), "thing" if types else "")


def label_of(facts: Facts, iri: str) -> str:
    """Its name, a meeting's body and day, whose attendance or ballot it is, else what its IRI ends with."""
    found = next((name for predicate in NAMES for name in facts.objects(iri, predicate)), "")
    if not found:
        bodies, days = facts.objects(iri, CIV.ofBody), facts.objects(iri, DCTERMS.date)
        if bodies:
            found = ", ".join(filter(None, (label_of(facts, bodies[0]), said(days[0]) if days else "")))
    if not found:
        found = next((label_of(facts, whose) for p in (CIV.person, ORG.member) for whose in facts.objects(iri, p)), "")
    return found or words_of(iri)


def short_of(facts: Facts, iri: str, most: int = 34) -> str:
    """What fits into a picture: "SB2, 12 Oct 2017" of a meeting, of other things the first words of their name."""
    bodies, days = facts.objects(iri, CIV.ofBody), facts.objects(iri, DCTERMS.date)
    if bodies and days:
        return f"{initials(label_of(facts, bodies[0]))}, {said(days[0])}"
    return cut(label_of(facts, iri), most)


def initials(name: str) -> str:
    """The capitals of a body's title, and its number; a title of one or two words whole.

    >>> initials("Education and Children's Services Scrutiny Board (2)")
    'ECSSB2'
    """
    words = re.findall(r"[A-Za-z\u00c0-\u024f][\w'\u2019]*|\d+", name)
    if len(words) < 3:
        return name
    return "".join(w if w.isdigit() else w[0].upper() for w in words if w.lower() not in _MINOR)


def said(day: str) -> str:
    """ "12 Oct 2017" of 2017-10-12; as it is where that is no day."""
    try:
        one = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"


def cut(text: str, most: int) -> str:
    """At a word, with a mark that something was left away."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most + 1].rpartition(' ')[0] or text[:most]}\u2026"


def words_of(iri: str) -> str:
    """The end of an IRI as words: "unnamed-body" is "unnamed body", "inMeeting" is "in meeting"."""
    end = re.sub(r"(?<=[a-z])[A-Z]", lambda capital: f" {capital[0].lower()}", re.split(r"[/#]", iri.rstrip("/#"))[-1])
    return end.replace("-", " ").replace("_", " ") or iri


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
