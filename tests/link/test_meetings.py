"""One meeting under its minutes, its page and an answer of the web service; and what is left apart."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest

from answered import BY_DATE, COMMITTEES, FLAGS, PEOPLE, document, item, meeting
from civicgraph.extract import extract
from civicgraph.graph import derived_quads, document_triples
from civicgraph.link import link
from civicgraph.model import Findings, Register
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.vocab import CIV, DCTERMS, RDF

MINUTES = """{council}

Minutes of the Meeting of the {body} held at {time} on Wednesday, {day} January 2026

Present:

Members: Councillor {people}

Employees: G Hunt, Director of Finance

Apologies: Councillor C Diaz

31. **Apologies**

An apology was received from Councillor Diaz.

32. **Roads & Pavements: Resurfacing**

The Committee considered a report of the Director of Highways.

RESOLVED that:

1. the programme be approved; and

2. the costs be noted.

(Meeting closed at 3.45 pm)
"""
SAT = ("A Thorne (Chair)", "B O’Hara (Vice-Chair)", "E Wright")
PAGE = """Agenda and minutes

{body} - Wednesday, 21st January, 2026 2.00 pm

Venue: Committee Room 2, Town Hall

31. **Apologies**

Minutes:

An apology was received from Councillor Diaz.

32. **Roads & Pavements: Resurfacing**

Minutes:

RESOLVED that:

1. the programme be approved; and

2. the costs be noted.

Contact: committees@coventry.gov.uk
"""
BASE = "https://e.org/"
MET = f"{BASE}coventry-city-council/meeting/highways-committee/2026-01-21"
NOWHERE = (
    item("31.", "Apologies", aiid="1"),
    item("32.", "Roads & Pavements: Resurfacing", minutes="<p>RESOLVED that the costs be noted.</p>"),
)


def minutes(
    council: str = "Coventry City Council",
    body: str = "Highways Committee",
    time: str = "2.00 pm",
    people: tuple[str, ...] = SAT,
    day: str = "21",
) -> str:
    named = "\n\nCouncillor ".join(people)
    return MINUTES.format(council=council, body=body, time=time, people=named, day=day)


def graph(**documents: str) -> tuple[Register, dict[str, list[str]], list[str]]:
    """(register, lines by document, derived lines); a name is a file's, "_xml" its ending."""
    read = {
        name: read_bytes(text.encode(), path=name.replace("_", "."), name=name.replace("_", "."))
        for name, text in documents.items()
    }
    findings: dict[str, Findings] = {name: extract(one, segment(one)) for name, one in read.items()}
    register = link(findings.values(), base=BASE)
    lines = {
        name: [line for line, fact in document_triples(one, register, read[name].text) if fact]
        for name, one in findings.items()
    }
    return register, lines, list(derived_quads(register))


def meetings(lines: dict[str, list[str]]) -> dict[str, str]:
    """Document → IRI of its meeting."""
    return {
        name: line.split()[2].strip("<>") for name, of in lines.items() for line in of if f"<{CIV.describes}>" in line
    }


def things(lines: dict[str, list[str]], kind: str) -> Counter[str]:
    """IRI of each thing of a kind → number of documents that state it."""
    return Counter(line.split()[0] for of in lines.values() for line in of if line.endswith(f"<{RDF.type}> <{kind}>"))


@pytest.mark.parametrize(
    "body", ["Highways Committee", "Highways Committee, Coventry City Council", "HIGHWAYS COMMITTEE"]
)
def test_three_sources_of_one_meeting(body: str) -> None:
    _, lines, derived = graph(minutes_md=minutes(), page_md=PAGE.format(body=body), answer_xml=meeting())
    assert set(meetings(lines).values()) == {MET}
    assert len(meetings(lines)) == 3
    assert len(things(lines, CIV.Meeting)) == 1
    assert things(lines, CIV.MinuteItem) == {f"<{MET}/item/31>": 3, f"<{MET}/item/32>": 3}
    assert set(things(lines, CIV.Attendance).values()) == {1, 2, 3}
    assert {iri.rsplit("/", 1)[1].rstrip(">") for iri in things(lines, CIV.Attendance)} == {
        "alice-thorne", "ben-ohara", "carla-diaz", "ed-wright", "fay-green", "gail-hunt",
    }  # fmt: skip
    assert set(things(lines, CIV.Decision).values()) == {3}
    assert any(f"<{CIV.linkReason}>" in line and "of the same people sat at 14:00" in line for line in derived)
    assert f'<{MET}> <{DCTERMS.identifier}> "MId=727"' in lines["answer_xml"]


def test_the_order_of_documents_makes_no_difference() -> None:
    documents = {"minutes_md": minutes(), "answer_xml": meeting(), "committees_xml": COMMITTEES, "list_xml": BY_DATE}
    results = [graph(**dict(order))[2] for order in permutations(documents.items())]
    assert all(result == results[0] for result in results)


def test_the_lists_of_the_service_name_the_body() -> None:
    papers = {"answer_xml": meeting(people=()), "committees_xml": COMMITTEES, "list_xml": BY_DATE}
    _, lines, derived = graph(**papers, older_md=minutes(day="14"))
    assert meetings(lines)["answer_xml"] == MET
    assert f"<{MET}> <{CIV.ofBody}> <{BASE}coventry-city-council/body/highways-committee> ." in derived


def test_a_committee_id_in_the_answer_itself() -> None:
    answer = meeting(people=(), more="<minutepublished>True</minutepublished><committeeid>142</committeeid>")
    site = BY_DATE.replace("727", "999")
    _, lines, _ = graph(answer_xml=answer, committees_xml=COMMITTEES, list_xml=site, minutes_md=minutes(day="14"))
    assert meetings(lines)["answer_xml"] == MET


def test_a_list_of_bodies_of_nobody_knows_which_council() -> None:
    """Two councils in the build, or one that has other bodies: the list stays by itself."""
    for others in (
        {"a_md": minutes(), "b_md": minutes(council="Leeds City Council")},
        {"a_md": minutes(body="Arts Panel")},
    ):
        register, _, _ = graph(answer_xml=meeting(people=()), committees_xml=COMMITTEES, **others)
        lists = next(iri for key, iri in register.councils.items() if key.endswith("committees.xml"))
        assert "unknown-council" in lists


def test_one_committee_in_common_may_be_chance_and_two_are_not() -> None:
    """A site that numbers its committees from 1 has a Planning Committee that is CId=1 as its neighbour has."""
    paper = meeting(*NOWHERE, people=(), more="<committeeid>{}</committeeid><committeetitle>{}</committeetitle>")
    named = paper.replace("</agendaitem>", f"{document('Kerbs')}</agendaitem>", 1)
    both = (("142", "Highways Committee"), ("143", "Health &amp;amp; Care Board"))
    for count, placed in ((1, False), (2, True)):
        papers = {
            f"d{n}_xml": named.format(cid, title).replace("727", f"80{n}")
            for n, (cid, title) in enumerate(both[:count])
        }
        papers["other_md"] = minutes(council="Leeds City Council", body="Arts Panel")
        register, _, _ = graph(committees_xml=COMMITTEES, **papers)
        lists = next(iri for key, iri in register.councils.items() if key.endswith("committees.xml"))
        assert lists.endswith("/coventry-city-council") == placed, lists


def test_the_council_comes_from_documents_that_share_ids_or_people() -> None:
    _, lines, _ = graph(answer_xml=meeting(*NOWHERE), minutes_md=minutes())
    assert set(meetings(lines).values()) == {MET}


@pytest.mark.parametrize(
    "other",
    [
        minutes(time="6.00 pm"),  # another hour
        minutes(day="28"),  # another day
        minutes(people=("A Thorne (Chair)", "F Other", "G Other", "H Other")),  # other people
        minutes(people=("A Thorne (Chair)",)),  # too few to be sure
    ],
)
def test_what_is_another_meeting_or_may_be(other: str) -> None:
    _, lines, _ = graph(answer_xml=meeting(), minutes_md=other)
    assert len(set(meetings(lines).values())) == 2


def test_two_candidates_left_no_link() -> None:
    """A joint meeting of two committees, each with minutes of its own."""
    _, lines, _ = graph(answer_xml=meeting(), a_md=minutes(), b_md=minutes(body="Finance Committee"))
    assert meetings(lines)["answer_xml"].endswith("/meeting/answer-xml")


def test_two_councils_with_the_same_people_leave_an_answer_without_a_council() -> None:
    _, lines, _ = graph(answer_xml=meeting(*NOWHERE), a_md=minutes(), b_md=minutes(council="Leeds City Council"))
    assert "unknown-council" in meetings(lines)["answer_xml"]


def test_an_id_of_another_day_is_another_sites() -> None:
    named = meeting(more="<minutepublished>True</minutepublished><committeetitle>Highways Committee</committeetitle>")
    _, lines, _ = graph(answer_xml=meeting(*NOWHERE, date="28/01/2026", people=()), named_xml=named)
    assert "unknown-council" in meetings(lines)["answer_xml"]


def test_one_meeting_whose_papers_differ_by_minutes() -> None:
    """The page gives the hour it was called for, another paper the minute it began: one id, one meeting."""
    title = "<minutepublished>True</minutepublished><committeetitle>Highways Committee</committeetitle>"
    _, lines, _ = graph(a_xml=meeting(time="14:00", more=title), b_xml=meeting(time="14:04", more=title))
    assert set(meetings(lines).values()) == {MET}


def test_one_id_is_one_person_whatever_the_name() -> None:
    later = (("12", "Councillor Alice Marsh", "Chair", "Present", "Labour", "Radford", ""), *PEOPLE[1:])
    register, _, _ = graph(a_xml=meeting(), b_xml=meeting(mid="728", date="18/02/2026", people=later))
    assert [e.names for e in register.entities.values() if "UID=12" in e.identifiers] == [
        ("Councillor Alice Marsh", "Councillor Alice Thorne")
    ]


def test_two_ids_are_two_people_under_one_name() -> None:
    other = (("99", "Councillor Alice Thorne", "Chair", "Present", "Green", "Wyken", ""), *PEOPLE[1:])
    register, _, _ = graph(a_xml=meeting(), b_xml=meeting(mid="728", date="18/02/2026", people=other))
    assert sorted(e.identifiers for e in register.entities.values() if "Alice Thorne" in e.label) == [
        ("UID=12",), ("UID=99",),
    ]  # fmt: skip


def test_an_item_whose_words_are_private_keeps_its_number() -> None:
    shut = item("33.", "Sale of the Old Baths", more="<isrestricted>True</isrestricted>")
    _, lines, _ = graph(answer_xml=meeting(*NOWHERE, shut, item("34.", "Kerbs", more=FLAGS + document("Kerbs"))))
    at = next(line.split()[0] for line in lines["answer_xml"] if line.endswith('"33"'))
    said = [line for line in lines["answer_xml"] if line.startswith(at)]
    assert any(f"<{CIV.private}>" in line for line in said)
    assert not any(f"<{DCTERMS.title}>" in line for line in said)
