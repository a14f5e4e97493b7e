"""The same publication as each reader wants its record: one function a standard, each gives a document of JSON."""

from __future__ import annotations

from civicgraph import __version__
from civicgraph.publish.about import About
from civicgraph.publish.described import Json
from civicgraph.publish.files import File

Record = dict[str, Json]

CRATE = "https://w3id.org/ro/crate/1.2"
POD = "https://project-open-data.cio.gov/v1.1/schema"


def schema_org(about: About) -> Record:
    """schema.org/Dataset, for the head of the page: how search engines find data."""
    census, publisher = about.census, about.publisher
    said: Record = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": about.dataset,
        "name": about.text("title"),
        "description": about.text("description"),
        "identifier": about.dataset,
        "url": about.base,
        "license": about.text("licence"),
        "isAccessibleForFree": "https://schema.org/True",
        "inLanguage": "en",
        "dateModified": about.on,
        "version": about.on,
        "creator": {"@type": "Organization", **publisher},
        "publisher": {"@type": "Organization", **publisher},
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": about.text("title"),
            "url": f"{about.base}catalog.ttl",
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "contentUrl": about.url(file),
                "encodingFormat": file.media,
                "contentSize": str(file.bytes),
                "sha256": file.sha256,
            }
            for file in about.files
        ],
    }
    if about.keywords:
        said["keywords"] = [*about.keywords]
    if census.first:
        said["temporalCoverage"] = f"{census.first}/{census.last}"
    if about.places:
        said["spatialCoverage"] = [{"@type": "Place", "name": name} for name in about.places]
    return said


def data_json(about: About) -> Record:
    """data.json of Project Open Data 1.1, which data.gov.uk harvests too."""
    contact, census = about.contact, about.census
    dataset: Record = {
        "@type": "dcat:Dataset",
        "identifier": about.dataset,
        "title": about.text("title"),
        "description": about.text("description"),
        "keyword": [*about.keywords],
        "modified": about.on,
        "accrualPeriodicity": about.frequency.iso,
        "accessLevel": "public",
        "license": about.text("licence"),
        "landingPage": about.base,
        "language": ["en"],
        "publisher": {"@type": "org:Organization", "name": about.publisher["name"]},
        "contactPoint": {"@type": "vcard:Contact", "fn": contact["name"], "hasEmail": f"mailto:{contact['email']}"},
        "distribution": [
            {
                "@type": "dcat:Distribution",
                "title": file.title,
                "downloadURL": about.url(file),
                "mediaType": file.media,
                "format": file.ending,
            }
            for file in about.files
        ],
    }
    if about.places:
        dataset["spatial"] = "; ".join(about.places)
    if census.first:
        dataset["temporal"] = f"{census.first}/{census.last}"
    return {
        "@context": f"{POD}/catalog.jsonld",
        "@id": f"{about.base}data.json",
        "@type": "dcat:Catalog",
        "conformsTo": POD,
        "describedBy": f"{POD}/catalog.json",
        "dataset": [dataset],
    }


def uk_metadata(about: About) -> Json:
    """The UK cross-government metadata exchange model: the dataset, then its files. Values are of its own lists."""
    settings, contact = about.settings, about.contact
    organisation = settings.text("uk", "organisation")
    licence = about.text("licence")
    dataset: Record = {
        "@type": "Dataset",
        "type": "dcat:Dataset",
        "identifier": about.dataset,
        "title": about.text("title"),
        "description": about.text("description"),
        "publisher": organisation,
        "creator": [organisation],
        "contactPoint": {"contactName": contact["name"], "email": contact["email"].lower()},
        "licence": licence,
        "accessRights": "OPEN",
        "securityClassification": settings.text("uk", "security_classification"),
        "modified": about.on,
        "version": about.on,
        "updateFrequency": f"freq:{about.frequency.uk}",
        "keyword": [*about.keywords],
        "distribution": [about.url(file) for file in about.files],
    }
    files: list[Json] = [_uk_file(about, file, licence) for file in about.files]
    return [dataset, *files]


def _uk_file(about: About, file: File, licence: str) -> Record:
    return {
        "@type": "Distribution",
        "type": "dcat:Distribution",
        "identifier": f"{about.base}#{file.key}",
        "title": file.title,
        "downloadURL": about.url(file),
        "mediaType": file.media,
        "byteSize": str(file.bytes),
        "licence": licence,
        "accessRights": "OPEN",
        "modified": about.on,
    }


def crate(about: About) -> Record:
    """RO-Crate: the folder as one thing that can be cited and checked, with what made it."""
    publisher, licence = about.publisher, about.text("licence")
    software = f"https://w3id.org/civicgraph/id/software/civicgraph-{__version__}"
    root: Record = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": about.dataset,
        "name": about.text("title"),
        "description": about.text("description"),
        "datePublished": about.on,
        "version": about.on,
        "license": {"@id": licence},
        "publisher": {"@id": publisher["url"]},
        "author": {"@id": publisher["url"]},
        "contactPoint": {"@id": f"mailto:{about.contact['email']}"},
        "hasPart": [{"@id": file.place} for file in about.files],
        "mentions": {"@id": "#build"},
    }
    if about.census.first:
        root["temporalCoverage"] = f"{about.census.first}/{about.census.last}"
    files: list[Json] = [
        {
            "@id": file.place,
            "@type": "File",
            "name": file.title,
            "encodingFormat": file.media,
            "contentSize": str(file.bytes),
            "sha256": file.sha256,
        }
        for file in about.files
    ]
    return {
        "@context": f"{CRATE}/context",
        "@graph": [
            {
                "@id": "ro-crate-metadata.json",
                "@type": "CreativeWork",
                "conformsTo": {"@id": CRATE},
                "about": {"@id": "./"},
            },
            root,
            *files,
            {"@id": licence, "@type": "CreativeWork", "name": about.licence.name if about.licence else licence},
            {"@id": publisher["url"], "@type": "Organization", "name": publisher["name"], "url": publisher["url"]},
            {
                "@id": f"mailto:{about.contact['email']}",
                "@type": "ContactPoint",
                "name": about.contact["name"],
                "email": about.contact["email"],
            },
            {"@id": software, "@type": "SoftwareApplication", "name": "civicgraph", "version": __version__},
            {
                "@id": "#build",
                "@type": "CreateAction",
                "name": f"read from {about.census.documents:,} documents",
                "instrument": {"@id": software},
                "result": {"@id": "./"},
            },
        ],
    }
