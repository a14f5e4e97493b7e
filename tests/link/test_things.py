"""Keys of organisations, and what their acronyms mean."""

from __future__ import annotations

from civicgraph.link.names import Name, Names
from civicgraph.link.things import link_organisations

COUNCIL = "Coventry City Council"  # one that reference data knows, for its place name


def document(*found: Name) -> Names:
    return Names(key="a", path="a", file="a", council=COUNCIL, names=found, meetings=())


def test_reference_data_names_an_organisation_in_full() -> None:
    (entity, _), *_ = link_organisations(
        "https://e.org/", [document(Name("organisation", "Solihull Metropolitan Council"))]
    )
    assert entity.label == "Solihull Metropolitan Borough Council"
    assert any("E08000029" in iri for iri in entity.same_as)
