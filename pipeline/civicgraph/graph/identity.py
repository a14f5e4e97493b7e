"""What follows from all documents together: names over the years, why two are one, what was left open."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph import __version__, ids
from civicgraph.graph.describe import describe
from civicgraph.graph.matters import describe_matters
from civicgraph.graph.triples import iri, text, typed
from civicgraph.graph.works import describe_works
from civicgraph.model import Judgement, Reason, Register, Succession, Unsure, Use
from civicgraph.vocab import CIV, ORG, PROV, RDF, XSD


def derived_quads(register: Register) -> Iterator[str]:
    """What is known over all documents, in the default graph, and in a named graph a rule what was inferred, sorted."""
    lines: set[str] = set()
    identity = ids.rule_graph(register.base, "identity")
    for entity in register.entities.values():
        for line in describe(entity, register):
            lines |= {f"{line} .", f"{line} <{identity}> ."}
        for reason in entity.reasons:
            lines.add(_reason(entity.iri, reason, identity))
        for join in entity.joins:
            lines.add(_says(entity.iri, _joined(join), identity))
    for line in describe_works(register):
        lines |= {f"{line} .", f"{line} <{identity}> ."}
    for work in register.works:
        lines |= {_says(work.iri, _joined(join), identity) for join in work.joins}
    for unsure in register.unsure:
        lines |= {f"{line} <{identity}> ." for line in _left_open(unsure)}
    for (document, _), known in register.identified.items():
        told = f"<{known.iri}> <{CIV.ofBody}> {iri(known.body)}"
        lines |= {f"{told} .", f"{told} <{identity}> ."}
        lines.add(_reason(register.documents[document], known.reason, identity))
    for document, reason in register.placed.items():
        lines.add(_reason(register.documents[document], reason, identity))
    rule = ids.rule_graph(register.base, "body-succession")
    for succession in register.successions:
        for line in _continued(succession, register):
            lines |= {f"{line} .", f"{line} <{rule}> ."}
        lines.add(_says(ids.succession(succession.older, succession.newer), _joined(succession.judgement), rule))
    rule = ids.rule_graph(register.base, "matters")
    for line in describe_matters(register):
        lines |= {f"{line} .", f"{line} <{rule}> ."}
    agent = f"<{ids.software_agent(register.base, __version__)}> <{RDF.type}> {iri(PROV.SoftwareAgent)}"
    lines |= {f"{agent} .", f"{agent} <{identity}> ."}
    yield from sorted(lines)


def _continued(one: Succession, register: Register) -> Iterator[str]:
    yield f"<{one.older}> <{CIV.continuedBy}> {iri(one.newer)}"
    at = f"<{ids.succession(one.older, one.newer)}>"
    yield f"{at} <{RDF.type}> {iri(ORG.ChangeEvent)}"
    yield f"{at} <{ORG.originalOrganization}> {iri(one.older)}"
    yield f"{at} <{ORG.resultingOrganization}> {iri(one.newer)}"
    yield f"{at} <{CIV.olderLastNamed}> {typed(one.last, XSD.date)}"
    yield f"{at} <{CIV.newerFirstNamed}> {typed(one.first, XSD.date)}"
    for document in sorted({one.judgement.left[0], one.judgement.right[0]}):
        yield f"{at} <{PROV.used}> {iri(register.documents[document])}"


def _left_open(unsure: Unsure) -> Iterator[str]:
    at = f"<{ids.unsure(unsure.left, unsure.right)}>"
    yield f"{at} <{RDF.type}> {iri(CIV.UnsureIdentity)}"
    yield f"{at} <{CIV.mayBe}> {iri(unsure.left)}"
    yield f"{at} <{CIV.mayBe}> {iri(unsure.right)}"
    yield f"{at} <{CIV.similarity}> {typed(f'{unsure.judgement.score:.2f}', XSD.decimal)}"
    yield f"{at} <{CIV.linkReason}> {text(_joined(unsure.judgement))}"


def _joined(judgement: Judgement) -> str:
    """The two names with their documents, and what was found: a line that a person can check."""
    found = "; ".join(_weighed(reason) for reason in judgement.reasons)
    return f"{_named(judgement.left)} and {_named(judgement.right)}: {found} = {judgement.score:.2f}"


def _named(use: Use) -> str:
    document, name = use
    return f"\u201c{name}\u201d in {document.partition('/')[2]}"


def _weighed(reason: Reason) -> str:
    seen = f" ({reason.value})" if reason.value else ""
    return f"{reason.feature}{seen} {reason.score:+.2f}"


def _reason(subject: str, reason: Reason, graph: str) -> str:
    return _says(subject, f"{reason.feature}: {reason.value}", graph)


def _says(subject: str, words: str, graph: str) -> str:
    return f"<{subject}> <{CIV.linkReason}> {text(words)} <{graph}> ."
