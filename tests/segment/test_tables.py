"""Tables whose headings are understood, and those of which nothing is claimed."""

from __future__ import annotations

import pytest

from civicgraph.model import Table
from civicgraph.read import read_bytes
from civicgraph.segment.tables import find_tables, lists_attendance


def tables(*rows: str) -> tuple[Table, ...]:
    document = read_bytes("\n".join(rows).encode(), path="t.txt", name="t.txt")
    return find_tables(document, 0, len(document.blocks))


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Attendee\tRole\tAttendance", "person role status"),
        ("Name\tPosition\tPresent\tApologies\tAbsent", "person role present apologies absent"),
        ("Councillor\tWard\tParty\tPresent/Apologies", "person ward party status"),
        ("Members' Names\tAttendance (Present/Apologies/Absent)", "person status"),
        ("Name of Member\tIn Attendance\tSubstitute for", "person present substitute-for"),
        ("Name\tOrganisation represented\tAttended", "person representing present"),
        ("name\troledescription\tattendance\tpoliticalparty\tward\trepresenting",
         "person role status party ward representing"),
        ("wardtitle\tfullusername\tpoliticalpartytitle\tkeyposts", "ward person party posts"),
        ("fullusername\tstartdate\tenddate", "person since until"),
    ],
)  # fmt: skip
def test_headings_as_clerks_write_them(head: str, columns: str) -> None:
    (table,) = tables(head, "\t".join("x" for _ in head.split("\t")))
    assert " ".join(column for column, _ in table.columns) == columns


@pytest.mark.parametrize(
    "head",
    [
        "Quarter\tBudget\tSpent",
        "Application\tSite\tDecision",
        "Name\tAmount\tInvoice\tDetails",
        "Councillor A Lee\tPresent",
        "For\tAgainst\tAbstained",
        "Name",
    ],
)
def test_other_tables_are_left_alone(head: str) -> None:
    assert not any(lists_attendance(table) for table in tables(head, "A\tB\tC", "D\tE\tF"))


def test_a_short_line_divides_a_table_and_a_second_head_begins_another() -> None:
    one = tables("Name\tPresent", "A Lee\tyes", "", "Officers", "", "B Shah\tyes")
    assert [len(table.rows) for table in one] == [2]
    two = tables("Name\tPresent", "A Lee\tyes", "Name\tRole\tAttendance", "B Shah\tClerk\tPresent")
    assert [len(table.rows) for table in two] == [1, 1]
