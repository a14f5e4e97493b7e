"""What is known of the documents of one council once its bodies and meetings are; reports and references need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from civicgraph import ids
from civicgraph.link.meetings import Known
from civicgraph.link.names import Names
from civicgraph.model import Entity, MentionKind

At = tuple[str, int]  # document, and an index among its meetings or items


@dataclass(frozen=True, slots=True)
class Council:
    """The documents of a council, and what their names, meetings and items are; the maps may hold others' too."""

    iri: str
    group: list[Names]
    entities: Mapping[str, Entity]
    links: Mapping[tuple[str, MentionKind, str], str]
    known: Mapping[At, Known]  # the meetings whose body and day are known
    meetings: Mapping[At, str]  # IRIs of all of them
    items: Mapping[At, str]  # IRIs

    def body(self, document: str, name: str) -> str:
        """IRI of the body that a document calls by this name; "" where none is known."""
        return self.links.get((document, "body", name), "") if name else ""


def item_iris(documents: list[Names], meetings: Mapping[At, str]) -> dict[At, str]:
    return {
        (one.key, n): iri
        for one in documents
        for n, iri in enumerate(
            ids.items((meetings[(one.key, i.meeting)], i.number, i.title, i.planned) for i in one.items)
        )
    }
