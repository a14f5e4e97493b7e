"""Answers of ModernGov's web service: told by their root, read by their fields, private things left out."""

from __future__ import annotations

import pytest

from answered import BY_DATE, COMMITTEES, CONTACT, FLAGS, ITEMS, WARDS, document, item, meeting, soap
from civicgraph.errors import DocumentError
from civicgraph.model import Document
from civicgraph.read import read_bytes


def read(answer: str | bytes, name: str = "answer.txt") -> Document:
    return read_bytes(answer.encode() if isinstance(answer, str) else answer, path=name, name=name)


def blocks(document: Document) -> list[tuple[str, str]]:
    """(role, words) of each block."""
    return [(b.role, document.quote(b.words)) for b in document.blocks]


@pytest.mark.parametrize(
    "answer",
    [
        meeting(),
        f'<?xml version="1.0" encoding="utf-8"?>\n{meeting()}',
        f'<?xml version="1.0" encoding="utf-16"?>{meeting()}',
        f"<!-- saved --><?note x?>{meeting()}",
        soap(meeting()),
        meeting().replace("<meeting>", '<meeting xmlns="http://moderngov.co.uk/namespaces">', 1),
    ],
    ids=["bare", "declared", "declared wrongly", "comment", "soap", "namespace"],
)
@pytest.mark.parametrize("name", ["answer.xml", "answer.txt", "page.html"])
def test_a_meeting_however_it_is_wrapped_and_called(answer: str, name: str) -> None:
    found = read(answer, name)
    assert (found.source.media_type, found.kind) == ("application/xml", "minutes")
    assert blocks(found)[:5] == [
        ("council", "democracy.coventry.gov.uk"),
        ("date", "21/01/2026"),
        ("start", "14:00"),
        ("end", "15:45"),
        ("venue", "Committee Room 2, Town Hall"),
    ]
    assert blocks(found) == blocks(read(meeting()))


def test_places_and_ids_are_those_of_the_service() -> None:
    found = read(soap(meeting()))
    where = {found.quote(b.words): (b.place, b.identifier) for b in found.blocks}
    assert where["21/01/2026"] == ("/meeting/meetingdate", "MId=727")
    assert where["Roads & Pavements: Resurfacing"] == (
        "/meeting/agendaitems/agendaitem[2]/agendaitemtitle",
        "AIId=4761",
    )
    rows = [b for b in found.blocks if b.kind == "row"]
    assert (rows[0].role, found.quote(rows[0].words).split("\t")[:3]) == (
        "head",
        ["name", "roledescription", "attendance"],
    )
    assert [found.quote(c) for c in rows[2].cells] == [
        "Councillor Ben O'Hara", "Vice-Chair", "Present", "Conservative", "Wyken", "",
    ]  # fmt: skip
    assert (rows[2].place, rows[2].identifier) == ("/meeting/attendees/attendee[2]", "UID=13")


def test_the_html_of_a_minute_becomes_blocks() -> None:
    found = read(meeting())
    assert [(b.kind, b.marker, found.quote(b.words)) for b in found.blocks][-5:] == [
        ("paragraph", "", "Resurfacing report"),
        ("paragraph", "", "The Committee considered a report of the Director of Highways."),
        ("paragraph", "", "RESOLVED that:"),
        ("list", "1", "the programme be approved; and"),
        ("list", "2", "the costs be noted."),
    ]


def test_what_is_escaped_once_more_than_it_should_be() -> None:
    twice = item("1.", "Minutes", minutes="&lt;p&gt;Agreed &amp;amp; signed.&lt;/p&gt;")
    assert "Agreed & signed." in read(meeting(twice)).text


def test_a_decision_that_the_minute_repeats_stands_once() -> None:
    clause = "<p>RESOLVED that the kerbs be mended.</p>"
    found = read(meeting(item("1.", "Kerbs", decision=clause, minutes=f"<p>Members spoke.</p>{clause}")))
    assert found.text.count("kerbs be mended") == 1
    assert [d.why for d in found.dropped] == ["the minute says the same"]
    alone = read(meeting(item("1.", "Kerbs", decision=clause)))
    assert ("decision", "RESOLVED that the kerbs be mended.") in blocks(alone)


@pytest.mark.parametrize(
    "flags",
    [
        "<isrestricted>True</isrestricted>",
        "<isdisplayallowed>False</isdisplayallowed>",
        "<isrestricted> true\r\n</isrestricted><isdisplayallowed>True</isdisplayallowed>",
    ],
)
def test_restricted_items_keep_their_number_alone(flags: str) -> None:
    shut = item("33.", "Sale of the Old Baths", decision="<p>Sold.</p>", minutes="<p>To Bidder Ltd.</p>", more=flags)
    found = read(meeting(*ITEMS, shut))
    assert blocks(found)[-1] == ("private item", "33.")
    assert not any(words in repr(found) for words in ("Baths", "Sold", "Bidder"))
    assert "1 restricted item, without its words" in found.notes


def test_restricted_documents_are_not_named() -> None:
    found = read(meeting())
    assert "Tender" not in repr(found)
    assert "1 restricted document left out" in found.notes


def test_what_the_service_says_is_not_published_is_not() -> None:
    draft = item("1.", "Kerbs", minutes="<p>A draft.</p>", more=FLAGS + "<isminutepublished>False</isminutepublished>")
    assert "draft" not in read(meeting(draft)).text
    assert "1 minute or decision that is not published left out" in read(meeting(draft)).notes


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("<minutepublished>True</minutepublished>", "minutes"),
        ("<minutepublished>False</minutepublished>", "agenda"),
        ("<meetingstatus>Cancelled</meetingstatus><minutepublished>True</minutepublished>", "agenda"),
    ],
)
def test_a_plan_is_no_record(more: str, kind: str) -> None:
    assert read(meeting(item("1.", "Apologies"), more=more)).kind == kind


def test_councillors_without_what_is_personal() -> None:
    found = read(WARDS)
    assert found.kind == "register"
    rows = [found.quote(b.words).split("\t") for b in found.blocks if b.kind == "row"]
    assert rows[1] == [
        "Radford", "Councillor Alice Thorne", "Labour", "", "", "",
        "Leader of the Council; Chair of Audit, Risk and Standards",
    ]  # fmt: skip
    assert rows[3] == ["Wyken", "Cllr Ben O'Hara", "Conservative Party", "", "", "", ""]
    assert rows[-2:] == [
        ["Councillor Alice Thorne", "04/05/2019", "04/05/2023"],
        ["Councillor Alice Thorne", "04/05/2023", ""],
    ]
    assert found.notes == ("contact details of councillors are left out",)
    assert not any(words in repr(found) for words in CONTACT)


def test_committees_that_ended_stay_and_those_deleted_go() -> None:
    found = read(COMMITTEES)
    assert [(found.quote(b.words), b.identifier) for b in found.blocks][1:] == [
        ("Highways Committee\tRegulatory\tFalse", "CId=142"),
        ("Health & Care Board\t\tTrue", "CId=143"),
    ]
    assert found.notes == ("1 deleted committee left out",)


def test_lists_of_meetings() -> None:
    by_committee = (
        "<getmeetings><committee><committeeid>142</committeeid><committeemeetings><meeting><meetingid>1</meetingid>"
        "<meetingdate>21/01/2026</meetingdate><meetingtime>14:00</meetingtime></meeting></committeemeetings>"
        "</committee>"
        "</getmeetings>"
    )
    events = (
        "<events><event><meetingid>1</meetingid><meetingtitle>Budget</meetingtitle>"
        "<meetingdate>21/01/2026 14:00</meetingdate><committeeid>142</committeeid>"
        "<committeetitle>Highways Committee</committeetitle></event></events>"
    )
    for answer, identifier in (
        (BY_DATE, "CId=142&MId=727"),
        (by_committee, "CId=142&MId=1"),
        (events, "CId=142&MId=1"),
    ):
        found = read(answer)
        assert found.kind == "register"
        assert [b.identifier for b in found.blocks] == ["", identifier]


def test_links_to_two_sites_name_no_council() -> None:
    abroad = item("2.", "B", more=FLAGS + document("Paper", site="http://democracy.leeds.gov.uk"))
    assert "council" not in [role for role, _ in blocks(read(meeting(*ITEMS, abroad)))]
    elsewhere = (
        FLAGS + "<linkeddocuments><linkeddoc><url>http://www.parliament.uk/x.pdf</url></linkeddoc></linkeddocuments>"
    )
    assert blocks(read(meeting(*ITEMS, item("2.", "B", more=elsewhere))))[0] == ("council", "democracy.coventry.gov.uk")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("<?xml version='1.0'?><rss><channel/></rss>", "root element is <rss>"),
        (soap("<attachment><title>x</title></attachment>"), "root element is <attachment>"),
        (soap("<attachment><title>x</title></attachment>"), "GetCouncillorsByWard"),
        ("<?xml version='1.0'?>", "breaks off|broken XML"),
        (meeting()[:900], "breaks off before its end"),
        (f"<?xml version='1.0'?>{meeting()[:1500]}", "breaks off before its end"),
        ("<meeting><meetingid>1</meetingdate></meeting>", "broken XML"),
        ("<meeting></meeting>", "has no words"),
        (
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>'
            "<faultstring>No such meeting</faultstring></s:Fault></s:Body></s:Envelope>",
            "error message of the web service .No such meeting.",
        ),
        ('<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>', "without an answer"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_sentence(answer: str, says: str) -> None:
    with pytest.raises(DocumentError, match=says):
        read(answer)


def test_a_page_is_no_answer() -> None:
    from civicgraph.read.moderngov import is_moderngov
    from civicgraph.read.raw import Raw

    for data in (
        b"<!DOCTYPE html><html><body>x</body></html>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html/>',
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
        b"<p>Minutes of the meeting</p>",
        b"Minutes of <b>the</b> meeting",
        b"**Minutes**",
        b"",
    ):
        assert not is_moderngov(Raw(data=data, path="x.xml", name="x.xml")), data
