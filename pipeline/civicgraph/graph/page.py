"""One document on its way into the graph: its IRIs, its names, and the evidence under every statement."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from civicgraph import __version__, ids
from civicgraph.graph.describe import classes
from civicgraph.graph.triples import Sink, integer, iri, text, true, typed
from civicgraph.model import Entity, Findings, Mention, Register, Span
from civicgraph.values.gazetteer import nation_of
from civicgraph.vocab import CIV, DCTERMS, OA, PERSON, PROV, RDF, RDFS, SKOS, XSD, concept


class Page:
    """What the writers share. `sink` takes the statements; `meetings` and `items` are the IRIs by index."""

    def __init__(self, findings: Findings, register: Register, words: str) -> None:
        self.findings, self.register, self.words = findings, register, words
        self.sink = Sink()
        self.iri = register.documents[findings.key]
        self.council = register.councils[findings.key]
        beside = (mention.name for mention in findings.mentions if mention.kind == "organisation")
        self.nation = nation_of(register.entities[self.council].label, beside)
        self.meetings = [register.meetings[(findings.key, n)] for n in range(len(findings.meetings))]
        self.items = ids.items((self.meetings[i.meeting], i.number, i.title, i.planned) for i in findings.items)
        self.names: dict[str, dict[str, int]] = defaultdict(dict)  # entity → name → how good a label it is here
        self.grounds: dict[str, list[Span]] = defaultdict(list)  # statement → the words that it stands on
        self._taken: dict[str, str] = {}

    # -- evidence ------------------------------------------------------------------------------------------------------

    def evidence(self, subject: str, span: Span, rule: str) -> None:
        self.grounds[subject].append(span)
        self.sink.claim(subject, CIV.evidence, iri(self.quotation(span, rule)))

    def quotation(self, span: Span, rule: str) -> str:
        """IRI of the evidence node of these words; equal spans share one."""
        at = ids.evidence(self.iri, span.start, span.end)
        self.sink.claim(at, RDF.type, iri(CIV.Evidence))
        self.sink.claim(at, OA.hasSource, iri(self.iri))
        self.sink.claim(at, OA.start, integer(span.start))
        self.sink.claim(at, OA.end, integer(span.end))
        self.sink.claim(at, OA.exact, text(self.words[span.start : span.end]))
        self.sink.claim(at, CIV.rule, text(rule))
        places = self.findings.places
        if number := bisect_right(places, span.start, key=lambda place: place.start):
            self.sink.claim(at, CIV.fragment, text(places[number - 1].fragment))
        return at

    def quote(self, span: Span) -> str:
        """The words on one line, as a value."""
        return " ".join(self.words[span.start : span.end].split())

    # -- things --------------------------------------------------------------------------------------------------------

    def entity(self, mention: Mention | None) -> str | None:
        """IRI of what a name means, and the name kept for this document; None where linking knows none."""
        if mention is None:
            return None
        entity = self.register.entity(self.findings, mention)
        if entity is None:
            return None
        self.name(entity, mention.name)
        if mention.kind == "organisation":
            self.sink.claim(entity.iri, RDF.type, iri(CIV.Organisation))  # another council is one here
        return entity.iri

    def name(self, entity: Entity, name: str) -> None:
        stated = self.names[entity.iri]
        if not stated:
            for one in classes(entity, self.register):
                self.sink.claim(entity.iri, RDF.type, iri(one))
        stated[name] = stated.get(name, 0) + 1

    def own(self, made: str, subject: object) -> str:
        """An IRI for one statement only: a second statement that would share it gets the place in the order."""
        number = 1
        while self._taken.setdefault(made if number == 1 else f"{made}~{number}", repr(subject)) != repr(subject):
            number += 1
        return made if number == 1 else f"{made}~{number}"

    def item(self, index: int | None) -> str | None:
        return self.items[index] if index is not None else None

    def meeting(self, index: int | None) -> str | None:
        return self.meetings[index] if index is not None else None

    def date(self, meeting: int | None) -> str:
        return self.findings.meetings[meeting].date if meeting is not None else ""

    def link(self, subject: str, predicate: str, target: str | None) -> None:
        if target:
            self.sink.fact(subject, predicate, iri(target))

    def under(self, subject: str, item: int | None, meeting: int | None) -> str:
        """Places a statement under its item and meeting; gives what its own IRI is minted under."""
        self.link(subject, CIV.underItem, self.item(item))
        self.link(subject, CIV.inMeeting, self.meeting(meeting))
        return subject

    def place(self, item: int | None, meeting: int | None) -> str:
        return self.item(item) or self.meeting(meeting) or self.iri

    # -- the document itself -------------------------------------------------------------------------------------------

    def write_document(self) -> None:
        source, sink = self.findings.source, self.sink
        sink.type(self.iri, CIV.SourceDocument)
        sink.fact(self.iri, CIV.fileName, text(source.name))
        sink.fact(self.iri, DCTERMS.format, text(source.media_type))
        sink.fact(self.iri, CIV.sha256, text(source.sha256))
        sink.fact(self.iri, CIV.textSha256, text(self.findings.text_sha256))
        sink.fact(self.iri, CIV.characters, integer(self.findings.characters))
        sink.fact(self.iri, PROV.wasAttributedTo, iri(ids.software_agent(self.register.base, __version__)))
        self.link(self.iri, CIV.ofCouncil, self.council)
        for note in self.findings.notes:
            sink.claim(self.iri, CIV.note, text(note))
        for meeting in self.meetings:
            self.link(self.iri, CIV.describes, meeting)
        if self.findings.council:
            council = self.register.entities[self.council]
            self.name(council, self.findings.council.name)
            self.evidence(self.council, self.findings.council.span, self.findings.council.rule)

    def write_names(self) -> None:
        """The names of this document, each with its mentions; the best of them as its label here."""
        for mention in self.findings.mentions:
            named = self.entity(mention)
            if named:
                at = self.quotation(mention.span, mention.rule)
                self.sink.claim(at, CIV.mentions, iri(named))
                self.link_claim(at, CIV.underItem, self.item(self._item_at(mention.span)))
        for entity, stated in self.names.items():
            known = self.register.entities[entity]
            label = known.chosen or best_label(stated, known)
            self.sink.claim(entity, RDFS.label, text(label))
            for name in stated:
                if name != label or known.chosen:  # beside a chosen label all that is printed stays told
                    self.sink.claim(entity, SKOS.altLabel, text(name))

    def link_claim(self, subject: str, predicate: str, target: str | None) -> None:
        if target:
            self.sink.claim(subject, predicate, iri(target))

    def _item_at(self, span: Span) -> int | None:
        items = self.findings.items  # in the order of the text
        at = bisect_right(items, span.start, key=lambda item: item.whole.start) - 1
        return at if at >= 0 and span.start < items[at].whole.end else None

    def write_problems(self) -> None:
        for problem in self.findings.problems:
            at = ids.problem(self.iri, problem.span.start, problem.span.end)
            self.sink.claim(at, RDF.type, iri(CIV.Problem))
            self.sink.claim(at, CIV.cue, text(problem.cue))
            self.sink.claim(at, CIV.reason, text(problem.why))
            self.evidence(at, problem.span, "problem")

    def write_candidates(self) -> None:
        """Names of a model, by themselves: no entity, and no fact, stands on them."""
        for candidate in self.findings.candidates:
            mention = candidate.mention
            at = ids.candidate(self.iri, mention.span.start, mention.span.end)
            self.sink.claim(at, RDF.type, iri(CIV.Candidate))
            self.sink.claim(at, RDFS.label, text(mention.name))
            self.sink.claim(at, CIV.candidateFor, iri(PERSON.Person if mention.kind == "person" else CIV.Organisation))
            self.sink.claim(at, CIV.score, typed(f"{candidate.score:.2f}", XSD.decimal))
            self.evidence(at, mention.span, mention.rule)

    def flag(self, subject: str, predicate: str, value: bool) -> None:
        if value:
            self.sink.fact(subject, predicate, true())

    def concept(self, subject: str, predicate: str, scheme: str, value: str) -> None:
        if value:
            self.sink.fact(subject, predicate, iri(concept(scheme, value)))


def best_label(stated: dict[str, int], entity: Entity) -> str:
    """The form that says most: no acronym, not in capitals, with the board's number, longest, then most frequent."""

    def rank(name: str) -> tuple[bool, bool, bool, int, int, int, str]:
        words = [word for word in name.replace(".", ". ").split() if len(word) > 1]
        shouted = name.isupper() and len(name) > 5
        numbered = bool(entity.notation) and entity.notation in name
        return name != entity.acronym, not shouted, numbered, len(words), stated[name], len(name), name

    return max(stated, key=rank)
