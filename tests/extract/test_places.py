"""Places before names: what of a line is a place, and what a name."""

import pytest

from civicgraph.extract import extract
from civicgraph.extract.people.places import places_before, without_places
from civicgraph.read import read_bytes
from civicgraph.segment import segment

HEAD = "Minutes of the Transport Committee held on 4 May 2021\n\n"


def entries(text: str, known: set[str] | None = None) -> list[str]:
    lines = text.split("\n")
    found = without_places(lines, known or set())
    return [line[a:b] for line, spans in zip(lines, found, strict=True) for a, b in spans]


def roll(text: str) -> list[tuple[str, str]]:
    document = read_bytes((HEAD + text + "\n\n1. Minutes\n\nAgreed.\n").encode(), path="m.txt", name="m.txt")
    return [(row.person.name, row.kind) for row in extract(document, segment(document)).attendance]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Barset Councillor Ann Lee Wrenmoor Councillor Bob Moor Weir Councillor C Dow",
         ["Councillor Ann Lee", "Councillor Bob Moor", "Councillor C Dow"]),
        ("Barset Cllr A. Lee (Chair) Nether Tolling Cllr B Moor Weir City Mayor Cy Dow",
         ["Cllr A. Lee (Chair)", "Cllr B Moor", "City Mayor Cy Dow"]),
        ("Barset Councillor Ann Lee Wrenmoor Councillor Weir Councillor Cy Dow Wold Councillor Di Fox MBE",
         ["Councillor Ann Lee", "Councillor Cy Dow", "Councillor Di Fox MBE"]),
        ("Barset Councillor Ann Lee\nWeir Hill Councillor Bob Moor", ["Councillor Ann Lee", "Councillor Bob Moor"]),
        ("Barset: Councillors A Lee and B Moor; Weir: Councillor C Dow",
         ["Councillors A Lee and B Moor", "Councillor C Dow"]),
        ("North Ward - Cllrs A Lee, B Moor", ["Cllrs A Lee, B Moor"]),
        ("BWCA - Treasurer Ann Lee BWCA - Solicitor Bob Moor", ["Treasurer Ann Lee", "Solicitor Bob Moor"]),
    ],
)  # fmt: skip
def test_places_leave_the_names(line: str, names: list[str]) -> None:
    assert entries(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Ann Lee Barset Councillor Bob Moor Wrenmoor Councillor Cy Dow Weir",  # behind the names
        "District Councillor Ann Lee County Councillor Bob Moor Town Councillor Cy Dow",
        "Ann Lee Councillor Bob Moor Councillor Cy Dow Councillor Di Fox",
        "Chair Councillor Ann Lee Vice-Chair Councillor Bob Moor Leader Councillor Cy Dow",
        "Barset Councillor Lee, Councillor Moor and Councillor Dow",
        "Barset Ann Lee Wrenmoor Bob Moor",  # of nobody known
        "Chair: Councillor A Lee",
    ],
)
def test_what_is_no_place_before_a_name(line: str) -> None:
    assert entries(line) == [line]


def test_officers_beside_the_places_of_members() -> None:
    known = places_before(["Barset Councillor Ann Lee", "Nether Tolling Councillor Bob Moor"])
    assert known == {"Barset", "Nether Tolling"}
    assert entries("Barset Jane Hill Nether Tolling Mark Cole BWCA Sue Reed", known) == [
        "Jane Hill", "Mark Cole", "Sue Reed",
    ]  # fmt: skip
    assert entries("PC Jane Hill", known) == ["PC Jane Hill"]


def test_a_column_of_places() -> None:
    members = "Present:\n\nBarset\tCouncillor Ann Lee\nWrenmoor\tCouncillor Bob Moor (Chair)\n\n"
    assert roll(members + "Officers:\n\nBarset\tJane Hill\nWrenmoor\tMark Cole") == [
        ("Councillor Ann Lee", "councillor"), ("Councillor Bob Moor", "councillor"),
        ("Jane Hill", "officer"), ("Mark Cole", "officer"),
    ]  # fmt: skip


def test_wards_over_names_are_nobody() -> None:
    assert [name for name, _ in roll("Present: North Ward: Cllrs A Lee, B Moor; South Ward: Cllr C Dow")] == [
        "A Lee", "B Moor", "Cllr C Dow",
    ]  # fmt: skip


def test_letters_of_the_authority_are_nobody() -> None:
    assert roll("Present: Cllr A Lee\n\nOfficers:\n\nBWCA - Treasurer, with others") == [("Cllr A Lee", "councillor")]
    assert roll("Councillors present: KHAN, SHAH") == [("KHAN", "councillor"), ("SHAH", "councillor")]
