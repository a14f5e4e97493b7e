"""The catalogue for portals: DCAT 3, in the profile DCAT-AP 3."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from civicgraph.publish.about import About
from civicgraph.publish.described import Described, day, number, words
from civicgraph.publish.files import File
from civicgraph.vocab import CIV, DCAT, DCTERMS, FOAF, SKOS, SPDX, VCARD, XSD

EU = "http://publications.europa.eu/resource/authority/"
MEDIA = "https://www.iana.org/assignments/media-types/"
OPARL = "https://schema.oparl.org/1.1/"


def catalogue(about: About) -> Described:
    """One catalogue with one dataset, a distribution for each file, and the API as a service."""
    out, base, text = Described(), about.base, about.text
    english, licence = f"{EU}language/ENG", text("licence")
    publisher = about.publisher["url"]
    title, description = words(text("title")), words(text("description"))
    common = (
        (DCTERMS.publisher, publisher),
        (DCTERMS.license, licence),
        (DCTERMS.language, english),
        (DCTERMS.modified, day(about.on)),
    )
    out.say(
        f"{base}#catalog", DCAT.Catalog,
        (DCTERMS.title, words(f"{text('title')}: catalogue")), (DCTERMS.description, description), *common,
        (FOAF.homepage, base), (DCAT.dataset, about.dataset), (DCAT.service, f"{base}#oparl" if about.api else None),
    )  # fmt: skip
    out.say(
        about.dataset, DCAT.Dataset,
        (DCTERMS.title, title), (DCTERMS.description, description), (DCTERMS.identifier, Literal(about.dataset)),
        *common, (DCTERMS.creator, publisher), (DCAT.contactPoint, f"{base}#contact"), (DCAT.landingPage, base),
        (DCTERMS.accessRights, f"{EU}access-right/PUBLIC"), (DCAT.theme, f"{EU}data-theme/GOVE"),
        (DCTERMS.accrualPeriodicity, f"{EU}frequency/{about.frequency.eu}"),
        (DCTERMS.conformsTo, str(CIV).rstrip("#")), (DCAT.version, Literal(about.on)),
        *((DCAT.keyword, words(word)) for word in about.keywords),
        *((DCTERMS.spatial, area) for area, _ in _areas(about)),
        (DCTERMS.temporal, f"{base}#period" if about.census.first else None),
        *((DCAT.distribution, f"{base}#{file.key}") for file in about.files),
    )  # fmt: skip
    for file in about.files:
        _distribution(out, about, file)
    if about.api:
        out.say(
            f"{base}#oparl", DCAT.DataService,
            (DCTERMS.title, words(f"{text('title')}: OParl 1.1")), (DCAT.endpointURL, about.api),
            (DCAT.servesDataset, about.dataset), (DCTERMS.conformsTo, OPARL), (DCTERMS.license, licence),
            (DCTERMS.accessRights, f"{EU}access-right/PUBLIC"), (DCTERMS.publisher, publisher),
            (DCAT.contactPoint, f"{base}#contact"),
        )  # fmt: skip
    out.say(publisher, FOAF.Agent, (FOAF.name, words(about.publisher["name"])), (FOAF.homepage, publisher))
    out.say(
        f"{base}#contact", VCARD.Kind,
        (VCARD.fn, Literal(about.contact["name"])), (VCARD.hasEmail, f"mailto:{about.contact['email']}"),
    )  # fmt: skip
    out.say(licence, DCTERMS.LicenseDocument)
    out.say(f"{EU}access-right/PUBLIC", DCTERMS.RightsStatement)
    for area, name in _areas(about):
        out.say(area, DCTERMS.Location, (SKOS.prefLabel, words(name)))
    if about.census.first:
        out.say(
            f"{base}#period", DCTERMS.PeriodOfTime,
            (DCAT.startDate, day(about.census.first)), (DCAT.endDate, day(about.census.last)),
        )  # fmt: skip
    return out


def _areas(about: About) -> list[tuple[str, str]]:
    """IRI and name of what each council is the council of; one that no list has is named in the catalogue."""
    return [
        (council.area or f"{about.base}#area-{council.iri.rpartition('/')[2]}", council.name)
        for council in about.census.councils
    ]


def _distribution(out: Described, about: About, file: File) -> None:
    iri, address = f"{about.base}#{file.key}", about.url(file)
    media = f"{MEDIA}{file.media}"
    packing = f"{MEDIA}application/gzip" if file.packed else None
    out.say(
        iri, DCAT.Distribution,
        (DCTERMS.title, words(file.title)), (DCTERMS.description, words(file.about) if file.about else None),
        (DCAT.accessURL, address), (DCAT.downloadURL, address),
        (DCAT.mediaType, media), (DCTERMS.format, f"{EU}file-type/{file.kind}" if file.kind else None),
        (DCAT.compressFormat, packing), (DCAT.byteSize, number(file.bytes)), (SPDX.checksum, f"{iri}-sum"),
        (DCTERMS.license, about.text("licence")), (DCTERMS.modified, day(about.on)),
    )  # fmt: skip
    out.say(
        f"{iri}-sum", SPDX.Checksum,
        (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
        (SPDX.checksumValue, Literal(file.sha256, datatype=NamedNode(XSD.hexBinary))),
    )  # fmt: skip
    out.say(media, DCTERMS.MediaType)
    if packing:
        out.say(packing, DCTERMS.MediaType)
