"""Registers of the web service: seats, posts and terms; bodies; which meeting is whose. Nothing is decided in one."""

from __future__ import annotations

import pytest

from answered import BY_DATE, COMMITTEES, WARDS, councillor, wards
from civicgraph.extract import extract
from civicgraph.model import Findings
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def found(answer: str) -> Findings:
    document = read_bytes(answer.encode(), path="a.xml", name="a.xml")
    return extract(document, segment(document))


def test_seats_posts_and_terms() -> None:
    findings = found(WARDS)
    assert findings.council is not None
    assert findings.council.name == "Coventry City Council"
    assert [
        (p.person.name, p.person.identifier, p.post.name, p.ward.name if p.ward else "", p.party, p.since, p.until)
        for p in findings.posts
    ] == [
        ("Councillor Alice Thorne", "UID=12", "Councillor", "Radford", "Labour", "", ""),
        ("Councillor Alice Thorne", "UID=12", "Leader of the Council", "", "", "", ""),
        ("Councillor Alice Thorne", "UID=12", "Chair of Audit, Risk and Standards", "", "", "", ""),
        ("Cllr Ben O'Hara", "UID=13", "Councillor", "Wyken", "Conservative Party", "", ""),
        ("Councillor Alice Thorne", "UID=12", "Councillor", "", "", "2019-05-04", "2023-05-04"),
        ("Councillor Alice Thorne", "UID=12", "Councillor", "", "", "2023-05-04", ""),
    ]


@pytest.mark.parametrize(
    ("said", "posts"),
    [
        ("Cabinet Member for Adults, Health and Housing", ["Cabinet Member for Adults, Health and Housing"]),
        ("Deputy Leader, Portfolio Holder: Growth, Skills", ["Deputy Leader", "Portfolio Holder: Growth, Skills"]),
        ("Chair of Planning; Vice-Chair of Audit", ["Chair of Planning", "Vice-Chair of Audit"]),
        ("", []),
    ],
)
def test_key_posts_as_they_are_printed(said: str, posts: list[str]) -> None:
    findings = found(wards(Radford=councillor("12", "Councillor Alice Thorne", "Labour", said)))
    assert [p.post.name for p in findings.posts if p.rule == "register-post"] == posts


def test_two_councillors_printed_alike_are_left_open() -> None:
    """Which of them a fact is of, their name cannot say."""
    two = councillor("1", "Councillor John Smith", "Labour") + councillor("2", "Councillor John Smith", "Green")
    findings = found(wards(Radford=two + councillor("3", "Councillor Ann Lee", "Green")))
    assert [p.person.name for p in findings.posts] == ["Councillor Ann Lee"]
    assert len(findings.problems) == 2


def test_a_register_states_no_meeting_and_no_decision() -> None:
    for answer in (WARDS, COMMITTEES, BY_DATE):
        findings = found(answer)
        assert not (findings.meetings or findings.attendance or findings.decisions or findings.items)


def test_bodies_with_their_ids() -> None:
    assert [(m.kind, m.name, m.identifier) for m in found(COMMITTEES).mentions] == [
        ("body", "Highways Committee", "CId=142"),
        ("body", "Health & Care Board", "CId=143"),
    ]


def test_listed_meetings_carry_ids_and_nothing_else() -> None:
    (line,) = found(BY_DATE).listed
    assert (line.identifier, line.committee, line.date, line.start) == ("MId=727", "CId=142", "2026-01-21", "")
