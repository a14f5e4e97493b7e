"""Attendance tables: what the cells say, and nothing more."""

from __future__ import annotations

from civicgraph.extract import extract
from civicgraph.model import Findings
from civicgraph.read import read_bytes
from civicgraph.read.slashes import with_tabs
from civicgraph.segment import segment

HEAD = """Barset County Council

Minutes of the Meeting of the Highways Committee held at 2.00 pm on Monday, 4 June 2018

"""
TAIL = """

1. Kerbs

The Committee noted the report.

RESOLVED that the report be noted.
"""


def found(*rows: str) -> Findings:
    text = HEAD + "\n".join(rows) + TAIL
    document = read_bytes(text.encode(), path="t.txt", name="t.txt")
    return extract(document, segment(document))


def rows(*table: str) -> list[tuple[str, str | None, str, str]]:
    return [(a.person.name, a.kind, a.status, a.role) for a in found(*table).attendance]


def test_the_attendance_page_of_a_committee_system() -> None:
    assert rows(
        "Attendee\tRole\tAttendance",
        "Councillor Ann Thorne\tChair\tPresent",
        "Councillor Bill Crawley\tVice-Chairman\tApologies",
        "Councillor Cora Diaz\tCommittee Member\tExpected",
        "Councillor Dan Hale\tCommittee Member\tAbsent",
        "Mr Eric Moss\tCo-Optee\tPresent",
        "Fay Green\tDemocratic Services Officer\tIn attendance",
        "Gus Holt\tGuest\tPresent, virtually",
        "Hal Ives\t\tPresent",
    ) == [
        ("Councillor Ann Thorne", "councillor", "present", "Chair"),
        ("Councillor Bill Crawley", "councillor", "apologies", "Vice-Chairman"),
        ("Councillor Dan Hale", "councillor", "absent", ""),
        ("Mr Eric Moss", "co-opted", "present", ""),
        ("Fay Green", "officer", "present", "Democratic Services Officer"),
        ("Gus Holt", "other", "present", ""),
        ("Hal Ives", None, "present", ""),
    ]


def test_columns_of_ticks() -> None:
    table = ("Name\tPosition\tPresent\tApologies\tAbsent",)
    ticked = rows(
        *table,
        "Ann Thorne\tChair\t✓\t\t",
        "Bill Crawley\tMember\t\t✓\t",
        "Cora Diaz\tMember\t\t\t✓",
        "Dan Hale\tMember\t\t\t",
    )
    crossed = rows(
        *table,
        "Ann Thorne\tChair\tX\t\t",
        "Bill Crawley\tMember\t\tx\t",
        "Cora Diaz\tMember\t\t\tX",
        "Dan Hale\tMember\tX\tX\t",
    )
    assert ticked == crossed
    assert ticked == [
        ("Ann Thorne", "councillor", "present", "Chair"),
        ("Bill Crawley", "councillor", "apologies", ""),
        ("Cora Diaz", "councillor", "absent", ""),
    ]


def test_a_cross_beside_ticks_ticks_nothing() -> None:
    assert rows("Member\tPresent", "Ann Thorne\t✓", "Bill Crawley\t✗", "Cora Diaz\t") == [
        ("Ann Thorne", "councillor", "present", ""),
        ("Bill Crawley", "councillor", "absent", ""),
    ]


def test_party_ward_and_whom_somebody_stands_for() -> None:
    findings = found(
        "Councillor\tWard\tParty\tPresent or Apologies\tSubstitute for",
        "Ann Thorne\tRadford\tLabour\tPresent\t",
        "Bill Crawley\tWyken\tGreen\tPresent\tCllr Cora Diaz",
        "Cora Diaz\tEarlsdon\tGreen\tApologies\t",
        "Vacancy\tFoleshill\t\tAbsent\t",
    )
    assert [(a.person.name, a.kind, a.status) for a in findings.attendance] == [
        ("Ann Thorne", "councillor", "present"),
        ("Bill Crawley", "councillor", "present"),
        ("Cora Diaz", "councillor", "apologies"),
    ]
    substitute = findings.attendance[1].substitute_for
    assert substitute is not None
    assert substitute.name == "Cllr Cora Diaz"


def test_officers_in_a_table_of_their_own_and_organisations() -> None:
    findings = found(
        "Members\tAttendance", "Councillor Ann Thorne\tPresent", "", "Officers\tJob title\tAttendance",
        "Fay Green\tHead of Highways\tPresent", "", "Name\tRepresenting\tAttendance",
        "Gus Holt\tBarset NHS Trust\tPresent",
    )  # fmt: skip
    assert [(a.person.name, a.kind, a.organisation.name if a.organisation else "") for a in findings.attendance] == [
        ("Councillor Ann Thorne", "councillor", ""),
        ("Fay Green", "officer", ""),
        ("Gus Holt", None, "Barset NHS Trust"),
    ]
    assert [(p.person.name, p.post.name) for p in findings.posts] == [("Fay Green", "Head of Highways")]


def test_every_row_is_its_own_evidence_and_the_head_stays_the_head() -> None:
    findings = found("Attendee\tRole\tAttendance", "Councillor Ann Thorne\tChair\tPresent")
    (meeting,) = findings.meetings
    assert (meeting.body.name if meeting.body else "", meeting.date, meeting.start) == (
        "Highways Committee", "2018-06-04", "14:00",
    )  # fmt: skip
    assert len(findings.attendance) == 1
    assert findings.attendance[0].rule == "attendance-table"


def test_a_table_of_something_else_in_the_minutes_gives_no_attendance() -> None:
    text = HEAD + "Present: Councillor A Lee" + TAIL + "\nMember\tMeetings attended\tStatus\nA Lee\t4\tPresent\n"
    document = read_bytes(text.encode(), path="t.txt", name="t.txt")
    assert [a.person.name for a in extract(document, segment(document)).attendance] == ["Councillor A Lee"]


def test_a_table_whose_cells_a_slash_parts() -> None:
    assert rows(
        "Attendees",
        "",
        "Members",
        "Councillor Ann Thorne (Chair) / Leader of Anyshire Council / AC",
        "Mayor Bill Crawley / Mayor of Barset Council / BC",
        "Cora Diaz / Chair of the Barset LEP / LEP",
        "Apologies for absence",
        "Dan Hale / Member of the Barset LEP / LEP",
        "Officers",
        "Fay Green / Chief Executive of Anyshire Council / AC",
    ) == [
        ("Councillor Ann Thorne", "councillor", "present", "Chair"),
        ("Bill Crawley", "councillor", "present", "Mayor"),
        ("Cora Diaz", "councillor", "present", "Chair of the Barset LEP"),
        ("Dan Hale", "councillor", "apologies", ""),
        ("Fay Green", "officer", "present", "Chief Executive of Anyshire Council"),
    ]


def test_columns_with_a_label_half_way_down() -> None:
    assert rows(
        "Present / In Attendance",
        "",
        "/ Cllr A Thorne / Mrs F Green",
        "/ Cllr B Crawley / Members of the Public",
        "/ Cllr C Diaz (in the Chair) / Mr G Holt",
    ) == [
        ("Cllr A Thorne", "councillor", "present", ""),
        ("Cllr B Crawley", "councillor", "present", ""),
        ("Cllr C Diaz", "councillor", "present", "Chair"),
        ("Mrs F Green", "officer", "present", ""),
        ("Mr G Holt", "other", "present", ""),
    ]


def test_a_slash_in_the_text_parts_no_table() -> None:
    lines = ["Presennol / Present / Yma", "Cyng / Cllr A Lee", "Maes / Field / Parc", "Told / said.", "A / B / C"]
    assert with_tabs(lines) == lines
