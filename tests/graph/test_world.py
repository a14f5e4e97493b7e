"""What the graph says of Acts and parties: the identifier, the provision, the correction, and why."""

from __future__ import annotations

import pytest

from civicgraph.extract import extract
from civicgraph.graph import document_triples
from civicgraph.link import link
from civicgraph.model import Findings, Mention, PostHolding, Source, Span
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.vocab import CIV

ACTS = "http://www.legislation.gov.uk/id/"


def written(council: str, words: str) -> dict[str, bool]:
    head = "# Minutes of the Meeting of Cabinet held on Monday, 4 June 2018\n\n#### 7. **Kerbs**"
    text = f"# {council}\n\n{head}\n\n{words}\n"
    document = read_bytes(text.encode(), path="kerbs.md", name="kerbs.md")
    findings = extract(document, segment(document))
    return dict(document_triples(findings, link([findings], base="https://e.org/"), document.text))


def objects(lines: dict[str, bool], predicate: str) -> list[str]:
    return sorted(line.split(f" <{predicate}> ", 1)[1].strip('<>"') for line in lines if f" <{predicate}> " in line)


def test_a_provision_is_under_its_act() -> None:
    lines = written(
        "Leeds City Council", "The public were excluded under Section 100A(4) of the Local Government Act 1972."
    )
    assert objects(lines, CIV.cites) == [f"{ACTS}ukpga/1972/70"]
    assert objects(lines, CIV.citesProvision) == [f"{ACTS}ukpga/1972/70/section/100A/4"]
    assert objects(lines, CIV.linkReason) == ["in the list of Acts: “Local Government Act 1972” is its short title"]


def test_a_correction_is_shown() -> None:
    lines = written("Leeds City Council", "The duty under section 149 of the Equalities Act 2010 was considered.")
    assert objects(lines, CIV.citedText) == ["Equalities Act 2010"]
    assert objects(lines, CIV.citesProvision) == [f"{ACTS}ukpga/2010/15/section/149"]
    (why,) = objects(lines, CIV.linkReason)
    assert why.startswith("corrected: “Equalities Act 2010” is printed") and "“Equality Act 2010” alone" in why


def test_a_title_without_its_year_says_so() -> None:
    (why,) = objects(written("Leeds City Council", "The duties of the Care Act were considered."), CIV.linkReason)
    assert "“Care Act” has no year" in why and "“Care Act 2014” alone" in why


@pytest.mark.parametrize("council", ["Galway City Council", "Cork County Council"])
def test_another_country_has_acts_of_its_own(council: str) -> None:
    lines = written(council, "The officer spoke of section 5 of the Data Protection Act 2018.")
    assert objects(lines, CIV.cites) == ["https://e.org/legislation/data-protection-act-2018"]
    assert objects(lines, CIV.citesProvision) == objects(lines, CIV.linkReason) == []


def seat(council: str, party: str) -> dict[str, bool]:
    def mention(kind: str, name: str) -> Mention:
        return Mention(kind=kind, name=name, span=Span(start=0, end=4), rule="test")  # type: ignore[arg-type]

    findings = Findings(
        source=Source(path="a.xml", name="a.xml", media_type="text/xml", sha256="a", size=4),
        text_sha256="a",
        characters=4,
        council=mention("council", council),
        posts=(
            PostHolding(
                person=mention("person", "Councillor Ann Moss"), post=mention("post", "Councillor"),
                span=Span(start=0, end=4), rule="test", ward=mention("ward", "Bush Fair"), party=party,
            ),
        ),
    )  # fmt: skip
    return dict(document_triples(findings, link([findings], base="https://e.org/"), "text"))


def test_a_party_is_linked_to_its_registration() -> None:
    lines = seat("Leeds City Council", "Lab")
    assert objects(lines, CIV.party) == ["Lab"]
    assert objects(lines, CIV.registeredParty) == [
        "http://search.electoralcommission.org.uk/English/Registrations/PP53"
    ]
    assert any(
        "“Lab” is a name of Labour Party, which stands in England" in why for why in objects(lines, CIV.linkReason)
    )


@pytest.mark.parametrize(
    ("council", "party"),
    [
        ("Galway City Council", "Labour"),
        ("Fife Council", "Green"),
        ("Leeds City Council", "Ind"),
        ("Moss Parish", "Lab"),
    ],
)
def test_a_party_that_may_be_another_is_left_as_printed(council: str, party: str) -> None:
    lines = seat(council, party)
    assert objects(lines, CIV.party) == [party]
    assert objects(lines, CIV.registeredParty) == []
