"""The terms that civicgraph writes, as closed namespaces: a term that does not exist fails at once.

>>> CIV.Meeting
'https://w3id.org/civicgraph/ontology#Meeting'
>>> CIV.Meting
Traceback (most recent call last):
AttributeError: 'civ:Meting' is not a term of ontology/civicgraph.ttl; write another, or add it there
>>> concept("attendance", "co-opted")
Traceback (most recent call last):
ValueError: the scheme 'attendance' has no concept 'co-opted'; it has absent, apologies, present

The names of `civ:` and `civc:` are read from the line starts of ontology/*.ttl, so that a new term touches that file
alone, and no RDF library is loaded for it. Those of the other namespaces are listed here: only what we use, each
checked against the vocabulary itself (tests/test_ontology.py where rdflib ships it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from civicgraph.resources import folder

SCHEMES = (
    "action", "status", "attendance", "attendee", "body", "report", "route", "referral", "referral-kind", "outcome",
    "choice", "programme", "citation", "amount", "answer", "part", "glossary", "correction", "follow", "follow-state",
    "gap", "sheet",
)  # fmt: skip
"""Slugs of the concept schemes of ontology/concepts.ttl."""


class Namespace:
    """Names of one vocabulary; `NS.name` is the IRI as a `str`, an unknown name an AttributeError."""

    def __init__(self, prefix: str, base: str, names: Callable[[], frozenset[str]], source: str) -> None:
        self._prefix, self._base, self._names, self._source = prefix, base, names, source

    def __getattr__(self, name: str) -> str:
        if name.startswith("__") or name not in self._names():
            raise AttributeError(
                f"'{self._prefix}:{name}' is not a term of {self._source}; write another, or add it there"
            )
        iri = self._base + name
        self.__dict__[name] = iri  # the next look-up does not come here
        return iri

    def __iter__(self) -> Iterator[str]:
        """Names in order."""
        return iter(sorted(self._names()))

    def __str__(self) -> str:
        return self._base


@cache
def _line_starts(file: str, prefix: str) -> frozenset[str]:
    text = (folder("ontology") / file).read_text(encoding="utf-8")
    return frozenset(re.findall(rf"^{prefix}:([A-Za-z][\w-]*)[ ]a[ ]", text, flags=re.MULTILINE))


def _own(prefix: str, base: str, file: str) -> Namespace:
    return Namespace(prefix, base, lambda: _line_starts(file, prefix), f"ontology/{file}")


def _listed(prefix: str, base: str, *names: str) -> Namespace:
    known = frozenset(names)
    return Namespace(prefix, base, lambda: known, "pipeline/civicgraph/vocab.py")


CIV = _own("civ", "https://w3id.org/civicgraph/ontology#", "civicgraph.ttl")
CIVC = _own("civc", "https://w3id.org/civicgraph/concept#", "concepts.ttl")  # concept() is the way in

DCAT = _listed(
    "dcat", "http://www.w3.org/ns/dcat#",
    "Catalog", "DataService", "Dataset", "Distribution", "accessService", "accessURL", "byteSize", "compressFormat",
    "contactPoint", "dataset", "distribution", "downloadURL", "endDate", "endpointURL", "keyword", "landingPage",
    "mediaType", "packageFormat", "servesDataset", "service", "startDate", "theme", "version",
)  # fmt: skip
DCTERMS = _listed(
    "dcterms", "http://purl.org/dc/terms/",
    "LicenseDocument", "Location", "MediaType", "PeriodOfTime", "RightsStatement", "accessRights",
    "accrualPeriodicity", "conformsTo", "created", "creator", "date", "description", "format", "hasPart", "identifier",
    "isPartOf", "language", "license", "modified", "publisher", "references", "source", "spatial", "temporal", "title",
)  # fmt: skip
ELI = _listed("eli", "http://data.europa.eu/eli/ontology#", "LegalResource")
ELI_DL = _listed(
    "eli-dl", "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "Activity", "Decision", "ForeseenActivity", "Vote",
)  # fmt: skip
FOAF = _listed("foaf", "http://xmlns.com/foaf/0.1/", "Agent", "Document", "homepage", "name", "topic")
M8G = _listed("m8g", "http://data.europa.eu/m8g/", "PublicOrganisation")
OA = _listed(
    "oa", "http://www.w3.org/ns/oa#",
    "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "end", "exact", "hasSource", "prefix", "start",
    "suffix",
)  # fmt: skip
ORG = _listed(
    "org", "http://www.w3.org/ns/org#",
    "ChangeEvent", "FormalOrganization", "Membership", "Organization", "OrganizationalUnit", "Post", "classification",
    "hasPost", "member", "organization", "originalOrganization", "postIn", "resultingOrganization", "subOrganizationOf",
    "unitOf",
)  # fmt: skip
OWL = _listed(
    "owl", "http://www.w3.org/2002/07/owl#",
    "Class", "DatatypeProperty", "ObjectProperty", "Ontology", "disjointWith", "sameAs", "versionInfo",
)  # fmt: skip
PERSON = _listed("person", "http://www.w3.org/ns/person#", "Person")
PROV = _listed(
    "prov", "http://www.w3.org/ns/prov#",
    "Activity", "Agent", "Association", "Entity", "SoftwareAgent", "used", "wasAttributedTo", "wasDerivedFrom",
    "wasGeneratedBy",
)  # fmt: skip
RDF = _listed("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Property", "type")
RDFS = _listed(
    "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
    "comment", "domain", "isDefinedBy", "label", "range", "seeAlso", "subClassOf", "subPropertyOf",
)  # fmt: skip
SD = _listed(
    "sd", "http://www.w3.org/ns/sparql-service-description#",
    "Dataset", "Graph", "SPARQL11Query", "Service", "UnionDefaultGraph", "defaultDataset", "defaultGraph",
    "endpoint", "feature", "resultFormat", "supportedLanguage",
)  # fmt: skip
SDO = _listed(
    "schema", "https://schema.org/",
    "AdministrativeArea", "CreativeWork", "Event", "FundingScheme", "Legislation", "MonetaryAmount", "Project",
    "Report", "about", "currency", "domainIncludes", "exampleOfWork", "name", "rangeIncludes", "softwareVersion",
    "value",
)  # fmt: skip
SKOS = _listed(
    "skos", "http://www.w3.org/2004/02/skos/core#",
    "Concept", "ConceptScheme", "altLabel", "broader", "closeMatch", "definition", "exactMatch", "hasTopConcept",
    "inScheme", "notation", "prefLabel", "topConceptOf",
)  # fmt: skip
SPDX = _listed(
    "spdx",
    "http://spdx.org/rdf/terms#",
    "Checksum",
    "algorithm",
    "checksum",
    "checksumAlgorithm_sha256",
    "checksumValue",
)
VCARD = _listed("vcard", "http://www.w3.org/2006/vcard/ns#", "Kind", "fn", "hasEmail")
VOID = _listed(
    "void", "http://rdfs.org/ns/void#",
    "Dataset", "DatasetDescription", "Linkset", "class", "classPartition", "classes", "dataDump", "documents",
    "entities", "linkPredicate", "objectsTarget", "properties", "property", "propertyPartition", "subjectsTarget",
    "triples", "uriSpace", "vocabulary",
)  # fmt: skip
XSD = _listed(
    "xsd", "http://www.w3.org/2001/XMLSchema#",
    "boolean", "date", "dateTime", "decimal", "duration", "gMonthDay", "hexBinary", "integer", "nonNegativeInteger",
    "string", "time",
)  # fmt: skip

NAMESPACES = {
    "civ": CIV, "civc": CIVC, "dcterms": DCTERMS, "eli": ELI, "eli-dl": ELI_DL, "foaf": FOAF, "m8g": M8G, "oa": OA,
    "org": ORG, "owl": OWL, "person": PERSON, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "schema": SDO, "skos": SKOS,
    "xsd": XSD,
}  # fmt: skip
"""By prefix, as every Turtle file and query of ours writes them."""

CATALOGUE = {
    "dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "rdf": RDF, "skos": SKOS, "spdx": SPDX, "vcard": VCARD,
    "void": VOID, "xsd": XSD,
}  # fmt: skip
"""By prefix, those that describe a graph for portals and stand in none."""


def short(iri: str) -> str:
    """civ:Meeting for a term of a vocabulary; other IRIs whole."""
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(str(namespace)):
            return f"{prefix}:{iri.removeprefix(str(namespace))}"
    return iri


@cache
def concepts(scheme: str) -> frozenset[str]:
    """Values of one scheme: "present", "apologies", "absent". ValueError when there is no such scheme.

    The IRI of an action is the verb itself (civc:approve); of any other value scheme-value (civc:part-agenda), because
    the same word means different things: a referral received, a report received.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"there is no scheme '{scheme}'; there is {', '.join(SCHEMES)}")
    rest = {name: _scheme(name) for name in CIVC if not name.startswith("scheme-")}
    start = 0 if scheme == "action" else len(scheme) + 1
    return frozenset(name[start:] for name, its in rest.items() if its == scheme)


def _scheme(name: str) -> str:
    """The longest slug that the name starts with: "referral-kind-refer" is a referral-kind, not a referral."""
    return max((slug for slug in SCHEMES if name.startswith(slug + "-")), key=len, default="action")


def known(scheme: str, value: str) -> bool:
    """Whether the scheme has the value: a verb may be too rare to be a concept."""
    return _slug(value) in concepts(scheme)


@cache
def concept(scheme: str, value: str) -> str:
    """IRI of a value, "briefing note" as well as "briefing-note". ValueError when the scheme does not have it."""
    slug = _slug(value)
    if slug not in concepts(scheme):
        raise ValueError(
            f"the scheme '{scheme}' has no concept '{value}'; it has {', '.join(sorted(concepts(scheme)))}"
        )
    return f"{CIVC}{slug}" if scheme == "action" else f"{CIVC}{scheme}-{slug}"


def _slug(value: str) -> str:
    return "-".join(value.lower().split())
