"""Matters, and how each item of one leads to the next."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph import ids
from civicgraph.graph.triples import iri, text
from civicgraph.model import Continuation, Matter, Register
from civicgraph.vocab import CIV, DCTERMS, PROV, RDF, SKOS, concept


def describe_matters(register: Register) -> Iterator[str]:
    """Statements without their full stops."""
    for matter in register.matters:
        at = f"<{matter.iri}>"
        yield f"{at} <{RDF.type}> {iri(CIV.Matter)}"
        yield f"{at} <{DCTERMS.title}> {text(matter.title)}"
        yield f"{at} <{CIV.ofCouncil}> {iri(matter.council)}"
        for other in matter.titles:
            if other != matter.title:
                yield f"{at} <{SKOS.altLabel}> {text(other)}"
        for item in matter.items:
            yield f"<{item}> <{CIV.ofMatter}> {at}"
        for link in matter.continued:
            yield from _continued(matter, link)


def _continued(matter: Matter, link: Continuation) -> Iterator[str]:
    at = f"<{ids.continuation(link.earlier, link.later)}>"
    yield f"{at} <{RDF.type}> {iri(CIV.FollowUp)}"
    yield f"{at} <{CIV.followKind}> {iri(concept('follow', 'continuation'))}"
    yield f"{at} <{CIV.followState}> {iri(concept('follow-state', 'found' if link.stated else 'possible'))}"
    yield f"{at} <{CIV.followUpOf}> {iri(link.earlier)}"
    yield f"{at} <{CIV.followedBy}> {iri(link.later)}"
    yield f"{at} <{CIV.ofMatter}> {iri(matter.iri)}"
    yield f"{at} <{CIV.ofCouncil}> {iri(matter.council)}"
    yield f"{at} <{CIV.linkReason}> {text(_reason(link))}"
    if link.doubt:
        yield f"{at} <{CIV.doubt}> {text(link.doubt)}"
    for fact in (link.earlier, link.later):
        yield f"{at} <{PROV.wasDerivedFrom}> {iri(fact)}"


def _reason(link: Continuation) -> str:
    found = "; ".join(f"{reason.feature} ({reason.value})" for reason in link.reasons)
    return f"{link.named[0]} and {link.named[1]}: {found}"
