"""What is written for a document: facts with evidence, IRIs that stay, statements that do not run into one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.graph import derived_quads, document_triples
from civicgraph.graph.triples import text
from civicgraph.link import link
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.vocab import CIV, DCTERMS, OA

MINUTES = """# Barset County Council

# Minutes of the Meeting of Highways Scrutiny Board (3) held at 2.00 pm on Monday, 4 June 2018

Present:

Members: Councillor A Thorne (Chair)

Councillor B Crawley

#### 7. **Kerbs**

The Board considered a report of the Director of Highways.

RESOLVED that the Board:

1. Notes the report and requests a review of kerbs by September 2018.
2. Refers the report to the Planning Committee.
"""


@pytest.fixture(scope="module")
def lines() -> dict[str, bool]:
    return written(MINUTES)


def written(text: str) -> dict[str, bool]:
    document = read_bytes(text.encode(), path="kerbs.md", name="kerbs.md")
    findings = extract(document, segment(document))
    return dict(document_triples(findings, link([findings], base="https://e.org/"), document.text))


def having(lines: dict[str, bool], predicate: str) -> list[str]:
    return [line for line in lines if f" <{predicate}> " in line]


def test_two_verbs_under_one_number_are_two_decisions(lines: dict[str, bool]) -> None:
    decisions = {line.split(" ", 1)[0].rsplit("/", 1)[1].rstrip(">") for line in having(lines, CIV.decisionAction)}
    assert decisions == {"resolved-1-note", "resolved-1-request", "resolved-2-refer"}


def test_iris_are_made_of_council_body_date_and_number(lines: dict[str, bool]) -> None:
    item = "<https://e.org/barset-county-council/meeting/highways-scrutiny-board-3/2018-06-04/item/7>"
    assert any(line.startswith(item) for line in lines)


def test_every_statement_has_evidence_that_reads_the_same(lines: dict[str, bool]) -> None:
    document = read_bytes(MINUTES.encode(), path="kerbs.md", name="kerbs.md")
    exact = {line.split(" ", 1)[0]: line.split(" ", 2)[2] for line in having(lines, OA.exact)}
    assert len(exact) > 10
    for node, quoted in exact.items():
        start, end = map(int, node.rstrip(">").rsplit("=", 1)[1].split(","))
        assert quoted == text(document.text[start:end])


def test_evidence_is_no_fact_of_the_default_graph(lines: dict[str, bool]) -> None:
    assert not any(fact for line, fact in lines.items() if f"<{OA.exact}>" in line or f"<{CIV.evidence}>" in line)
    assert all(lines[line] for line in having(lines, CIV.decisionAction))


def test_a_referral_says_from_whom_to_whom(lines: dict[str, bool]) -> None:
    assert [line.rsplit("/", 1)[1].rstrip(">") for line in having(lines, CIV.fromBody)] == ["highways-scrutiny-board-3"]
    assert [line.rsplit("/", 1)[1].rstrip(">") for line in having(lines, CIV.toBody)] == ["planning-committee"]


def test_a_referral_of_an_unnamed_body_says_to_whom() -> None:
    page = "No. Item\n\n1.\n\nApologies\n\nMinutes: None.\n\n2.\n\nKerbs\n\nMinutes: The plan was considered.\n\n"
    found = written(page + "RESOLVED that it be referred to the Planning Committee.\n")
    assert (len(having(found, CIV.toBody)), having(found, CIV.fromBody)) == (1, [])


@pytest.mark.parametrize(
    ("words", "literal"),
    [
        ('a "b"', r'"a \"b\""'),
        ("a\nb", r'"a\nb"'),
        ("back\\slash", r'"back\\slash"'),
        ("form\x0cfeed", r'"form\u000Cfeed"'),
    ],
)
def test_literals_are_escaped(words: str, literal: str) -> None:
    assert text(words) == literal


def test_agenda_and_minutes_of_one_meeting_are_one_meeting(tmp_path: Path) -> None:
    agenda = (
        MINUTES.split("Present:")[0].replace("Minutes of the Meeting", "Agenda of the Meeting")
        + "1. Apologies\n\n2. Kerbs\n"
    )
    documents = [
        read_bytes(words.encode(), path=name, name=name) for name, words in (("a.md", agenda), ("m.md", MINUTES))
    ]
    findings = [extract(d, segment(d)) for d in documents]
    register = link(findings, base="https://e.org/")
    meetings = {
        line.split(" ", 1)[0]
        for d, f in zip(documents, findings, strict=True)
        for line, _ in document_triples(f, register, d.text)
        if line.endswith(f"<{CIV.Meeting}>")
    }
    assert len(meetings) == 1
    assert any("prefLabel" in line for line in derived_quads(register))


def test_the_numbers_of_the_council_s_system_are_identifiers() -> None:
    page = (
        "<!DOCTYPE html><div id=modgov><h2 class=mgSubTitleTxt>Roads Panel - Monday, 4th June, 2018 2.00 pm</h2>"
        "<a href='mgMeetingAttendance.aspx?ID=727'>Attendance</a><table class=mgItemTable><tr>"
        "<td class=mgItemNumberCell><p><a name=AI4761></a>7.</p></td><td><p class=mgAiTitleTxt>Kerbs</p>"
        "<p class=mgSubItemTitleTxt>Minutes:</p>"
        "<p>The Panel noted the report.</p></td></tr></table></div>"
    )
    document = read_bytes(page.encode(), path="p.html", name="p.html")
    findings = extract(document, segment(document))
    written = dict(document_triples(findings, link([findings], base="https://e.org/"), document.text))
    told = {line.split(" ", 1)[0].rsplit("/", 1)[1]: line for line in having(written, DCTERMS.identifier)}
    assert '"MId=727"' in told["2018-06-04>"] and '"AIId=4761"' in told["7>"]
