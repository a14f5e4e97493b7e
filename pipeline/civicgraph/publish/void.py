"""The graph for those who query graphs: VoID, with counts of each class, each property, and links to each site."""

from __future__ import annotations

from pyoxigraph import Literal

from civicgraph.publish.about import About
from civicgraph.publish.described import Described, day, number, words
from civicgraph.publish.files import MEDIA
from civicgraph.vocab import DCTERMS, FOAF, NAMESPACES, VOID, XSD

RDF_MEDIA = frozenset(media for media, kind in MEDIA.values() if kind.startswith("RDF_") or kind == "JSON_LD")


def description(about: About) -> Described:
    """Integers as VoID wants them: xsd:integer."""
    out, base, census, text = Described(), about.base, about.census, about.text
    used = sorted(
        {str(space) for space in NAMESPACES.values() for term, _ in census.properties if term.startswith(str(space))}
    )

    def count(value: int) -> Literal:
        return number(value, XSD.integer)

    out.say(f"{base}void.ttl", VOID.DatasetDescription, (DCTERMS.title, words(f"{text('title')}: VoID")),
            (FOAF.topic, about.dataset))  # fmt: skip
    out.say(
        about.dataset, VOID.Dataset,
        (DCTERMS.title, words(text("title"))), (DCTERMS.description, words(text("description"))),
        (DCTERMS.license, text("licence")), (DCTERMS.publisher, about.publisher["url"]),
        (DCTERMS.modified, day(about.on)), (FOAF.homepage, base), (VOID.uriSpace, Literal(census.base)),
        (VOID.triples, count(census.facts)), (VOID.entities, count(census.entities)),
        (VOID.classes, count(len(census.classes))), (VOID.properties, count(len(census.properties))),
        (VOID.documents, count(census.documents)),
        *((VOID.vocabulary, space) for space in used),
        *((VOID.dataDump, about.url(file)) for file in about.files if file.media in RDF_MEDIA),
        *((VOID.classPartition, f"{base}#class-{n}") for n, _ in enumerate(census.classes, 1)),
        *((VOID.propertyPartition, f"{base}#property-{n}") for n, _ in enumerate(census.properties, 1)),
    )  # fmt: skip
    for n, (term, things) in enumerate(census.classes, 1):
        out.say(f"{base}#class-{n}", VOID.Dataset, (getattr(VOID, "class"), term), (VOID.entities, count(things)))
    for n, (term, facts) in enumerate(census.properties, 1):
        out.say(f"{base}#property-{n}", VOID.Dataset, (VOID.property, term), (VOID.triples, count(facts)))
    for n, link in enumerate(census.links, 1):
        site = out.say(
            f"{base}#site-{n}", VOID.Dataset, (FOAF.homepage, link.site), (VOID.uriSpace, Literal(link.site))
        )
        out.say(
            f"{base}#links-{n}", VOID.Linkset,
            (VOID.linkPredicate, link.term), (VOID.subjectsTarget, about.dataset), (VOID.objectsTarget, site),
            (VOID.triples, count(link.facts)),
        )  # fmt: skip
    return out
