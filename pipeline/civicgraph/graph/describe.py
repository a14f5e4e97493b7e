"""An entity over all documents: its kind, its names, its place among others, its identifiers in the world."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.graph.triples import iri, text
from civicgraph.model import Entity, Register
from civicgraph.vocab import CIV, DCTERMS, FOAF, ORG, PERSON, RDF, SDO, SKOS, concept, known

CLASSES: dict[str, tuple[str, ...]] = {
    "council": (CIV.Council,),
    "body": (CIV.Body,),
    "person": (PERSON.Person,),
    "post": (ORG.Post,),
    "directorate": (CIV.Directorate,),
    "programme": (CIV.Programme,),
    "organisation": (CIV.Organisation,),
    "legislation": (SDO.Legislation,),
    "ward": (SDO.AdministrativeArea,),
}


def describe(entity: Entity, register: Register) -> Iterator[str]:
    """Statements without their full stops."""
    at = f"<{entity.iri}>"
    for one in classes(entity, register):
        yield f"{at} <{RDF.type}> {iri(one)}"
    name = FOAF.name if entity.kind == "person" else SKOS.prefLabel
    yield f"{at} <{name}> {text(entity.label)}"
    for other in entity.names:
        if other != entity.label:
            yield f"{at} <{SKOS.altLabel}> {text(other)}"
    if entity.acronym:
        yield f"{at} <{CIV.acronym}> {text(entity.acronym)}"
        yield f"{at} <{SKOS.altLabel}> {text(entity.acronym)}"
    if entity.notation:
        yield f"{at} <{SKOS.notation}> {text(entity.notation)}"
    for other in entity.identifiers:
        yield f"{at} <{DCTERMS.identifier}> {text(other)}"
    for other in entity.same_as:
        yield f"{at} <{SKOS.exactMatch}> {iri(other)}"
    if entity.council and entity.kind in ("body", "directorate"):
        yield f"{at} <{ORG.unitOf}> {iri(entity.council)}"
    elif entity.council and entity.kind == "post":
        yield f"{at} <{ORG.postIn}> {iri(entity.council)}"
    elif entity.council:
        yield f"{at} <{CIV.ofCouncil}> {iri(entity.council)}"
    if entity.parent and entity.kind == "body":
        yield f"{at} <{ORG.subOrganizationOf}> {iri(entity.parent)}"
    if entity.parent and entity.kind == "post":
        yield f"<{entity.parent}> <{ORG.hasPost}> {at}"
    if entity.kind == "body":
        kind = entity.detail if known("body", entity.detail) else "other"
        yield f"{at} <{ORG.classification}> {iri(concept('body', kind))}"
    if entity.kind == "programme" and known("programme", entity.detail):
        yield f"{at} <{CIV.programmeKind}> {iri(concept('programme', entity.detail))}"


def classes(entity: Entity, register: Register) -> tuple[str, ...]:
    """A council that other councils' documents name is an outside organisation to them, and a council."""
    if entity.kind == "organisation" and entity.iri.count("/") == register.base.count("/"):
        return (CIV.Council, CIV.Organisation)
    if entity.kind == "programme" and entity.detail == "fund":
        return (CIV.Programme, SDO.FundingScheme)
    return CLASSES[entity.kind]
