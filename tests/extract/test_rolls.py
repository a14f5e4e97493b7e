"""Who is on a roll, in the layouts of parish minutes."""

import pytest

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from record import found


def roll(present: str) -> list[tuple[str, str]]:
    """(name, kind) of those present at a parish council."""
    record = found("Nothing was reported.", body="Parish Council", present=present)
    return [(a.person.name, a.kind) for a in record.findings.attendance if a.status == "present"]


@pytest.mark.parametrize(
    ("present", "names"),
    [
        ("Cllr A Reed, Cllr B Lowe and the Clerk.", ["Cllr A Reed", "Cllr B Lowe"]),
        ("Cllr A Reed, Cllr B Lowe, 4 x members of the public.", ["Cllr A Reed", "Cllr B Lowe"]),
        ("13 members of the public, Cllr A Reed, Cllr B Lowe", ["Cllr A Reed", "Cllr B Lowe"]),
        ("Cllr A Reed, FBC Cllr P Hale, Bor Cllr Mrs Birch", ["Cllr A Reed", "Cllr P Hale", "Cllr Mrs Birch"]),
        ("Ms Jane Webb JW\n\nMr Bob Shah BS (Chair)", ["Ms Jane Webb", "Mr Bob Shah"]),
        ("Cllr A Reed, District Cllr B Lowe for Weir Ward", ["Cllr A Reed", "Cllr B Lowe"]),
        ("Cllr A Reed MBE, Cllr B Lowe BA DipEd", ["Cllr A Reed MBE", "Cllr B Lowe"]),
        ("Cllr A.Reed. Cllr B.Lowe, Cllr C.Last. D.Moss", ["Cllr A.Reed", "Cllr B.Lowe", "Cllr C.Last", "D.Moss"]),
        ("Town Mayor A. Reed\nCllr B Lowe", ["A. Reed", "Cllr B Lowe"]),
        ("Mrs A Reed Mr B Lowe Cllr C Last (ex officio)", ["Mrs A Reed", "Mr B Lowe", "Cllr C Last"]),
        ("Cllrs Mrs A Reed (Chair); Mrs B Lowe and Mr C Last", ["Mrs A Reed", "Mrs B Lowe", "Mr C Last"]),
    ],
)
def test_everybody_and_nobody_else(present: str, names: list[str]) -> None:
    assert roll(present) == [(name, "councillor") for name in names]


def test_ditto_marks_stand_for_the_title_above() -> None:
    names = (
        'Councillor Ann Reed        Councillor Bob Lowe\n"   Carl Shah              "   Dee Webb MBE\n\u201c   Ed Hale'
    )
    assert [name for name, _ in roll(names)] == [
        "Councillor Ann Reed", "Councillor Bob Lowe", "Carl Shah", "Dee Webb MBE", "Ed Hale",
    ]  # fmt: skip
    assert {kind for _, kind in roll(names)} == {"councillor"}


def test_the_post_beside_the_name_tells_an_officer() -> None:
    assert roll("Cllr A Reed, Mrs J Pell (clerk)") == [("Cllr A Reed", "councillor"), ("Mrs J Pell", "officer")]
    assert roll("Joan Pell (District Councillor)") == [("Joan Pell", "councillor")]


def test_apologies_of_a_councillor_who_shares_the_clerks_name() -> None:
    record = found(
        "# Apologies\nCllr Hale and Cllr Dean sent apologies.", body="Parish Council", present="Vicky Hale (Clerk)"
    )
    assert [a.person.name for a in record.findings.attendance if a.status == "apologies"] == ["Cllr Hale", "Cllr Dean"]


def test_wards_behind_a_dash_without_spaces() -> None:
    lines = ["Ann Lee-Mid Barset", "Bob Shah-Weir", "Cy Dow-North Osmere", "Di Fox-Weir", "Ed Gray-Mid Barset"]
    assert [name for name, _ in roll("Members:\n\n" + "\n\n".join(lines))] == [
        "Ann Lee", "Bob Shah", "Cy Dow", "Di Fox", "Ed Gray",
    ]  # fmt: skip
    assert roll("Ann Lee-Jones\n\nBob Shah-Reed\n\nCy Dow\n\nDi Fox\n\nEd Gray")[0][0] == "Ann Lee-Jones"


def test_where_no_comma_parts_the_names_it_stands_before_a_post() -> None:
    record = found("It was noted.", body="Community Council", present="Mr A Dow, Chairman Ms B Fox Ms C Gray Mr D Hill")
    assert [(a.person.name, a.role) for a in record.findings.attendance] == [
        ("Mr A Dow", "Chairman"), ("Ms B Fox", ""), ("Ms C Gray", ""), ("Mr D Hill", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("present", "names"),
    [
        ("Cllr A Reed, Cllr B Lowe and later in the meeting Cllr C Last (7.25 pm)", ["A Reed", "B Lowe", "C Last"]),
        ("Councillors Birch, Cole, Place, Rose and Shaw (substitute for Dale)", "Birch Cole Place Rose Shaw".split()),
        ("Councillors: Ann Reed (Chair), Bob Lowe (Tree Warden) Gigi Dow (Pond Warden)",
         ["Ann Reed", "Bob Lowe", "Gigi Dow"]),
    ],
)  # fmt: skip
def test_each_of_them(present: str, names: list[str]) -> None:
    assert [name.removeprefix("Cllr ") for name, _ in roll(present)] == names


def test_a_post_in_the_plural_is_held_by_all_before_it() -> None:
    present = (
        "Councillor A Reed (Chair)\n\nOfficers present: Mr B Dow (Chief Executive), Mr C Fox and Ms D Gray (Heads of "
        "Service), Ms E Hill and Mr F Kay (Directors of Place and of People)"
    )
    record = found("It was noted.", present=present)
    assert [(h.person.name, h.post.name) for h in record.findings.posts if h.person.name != "Councillor A Reed"] == [
        ("Mr B Dow", "Chief Executive"), ("Mr C Fox", "Head of Service"), ("Ms D Gray", "Head of Service"),
    ]  # fmt: skip


def test_a_post_in_the_plural_is_not_of_those_who_are_called_otherwise() -> None:
    record = found("It was noted.", present="Councillors Ames, Bird, Mr B Dow and Ms C Fox (Parent Representatives)")
    assert [h.person.name for h in record.findings.posts if "Representative" in h.post.name] == ["Mr B Dow", "Ms C Fox"]


def test_who_is_late_comes() -> None:
    record = found("# Apologies\nApologies were received from Cllr Hale for lateness.", present="Cllr Dean")
    assert [a.status for a in record.findings.attendance] == ["present"]


def test_posts_before_the_names_of_those_who_help() -> None:
    assert roll("Councillors: S.Finch, R.Thomas\nTown Secretary Anna Padley\nTranslator Linda Kirk") == [
        ("S.Finch", "councillor"), ("R.Thomas", "councillor"), ("Anna Padley", "officer"), ("Linda Kirk", "officer"),
    ]  # fmt: skip


def test_a_word_before_the_bracket_with_who_came() -> None:
    officers = "Cllr A Reed\n\nOfficers: Head of Marketing and Communications (Mrs C Bell) Attendance Clerk"
    assert ("Mrs C Bell", "officer") in roll(officers)
    assert "Communications" not in dict(roll(officers))


def test_a_clerk_under_a_roll_without_a_label() -> None:
    text = (
        "Minutes of a Meeting of the Council held on 28 March 2007\n\nCouncillors D Ash (Chairman), P Hale and K Dow\n"
        "Parish Clerk and RFO A M Moss\n\n1. Welcome\n\nThe Chairman welcomed all.\n\n2. Interests\n\nNone.\n"
    )
    document = read_bytes(text.encode(), path="t.txt", name="t.txt")
    assert ("A M Moss", "officer") in [(a.person.name, a.kind) for a in extract(document, segment(document)).attendance]


def test_a_name_in_brackets_within_brackets() -> None:
    assert [name for name, _ in roll("Cllr A Reed, Mr B Lowe and Ms C Last (The Mill (Barset) Ltd)")] == [
        "Cllr A Reed", "Mr B Lowe", "Ms C Last",
    ]  # fmt: skip


def test_who_carries_the_mace_is_an_officer() -> None:
    assert ("Mr C Hale", "officer") in roll(
        "Cllr A Reed\n\nOfficers present: Mr B Moss (Clerk), Mr C Hale (Mayor's Sergeant)"
    )


def test_a_reason_for_each_who_stays_away() -> None:
    text = (
        "Minutes of a Meeting of the Council held on 28 March 2007\n\nPresent: Cllr A Reed\n\n1. APOLOGIES\n"
        "Cllr Mrs B Lowe due to illness, Cllr C Last due to another meeting\n\n2. INTERESTS\nNone\n\n3. ROADS\nWet.\n"
    )
    document = read_bytes(text.encode(), path="t.txt", name="t.txt")
    found = extract(document, segment(document)).attendance
    assert [a.person.name for a in found if a.status == "apologies"] == ["Cllr Mrs B Lowe", "Cllr C Last"]


@pytest.mark.parametrize(
    "roll_",
    [
        "Chairman B Ames Vice Chairman S Bird Cllr M Cole Cllr J Dow\n\nCounty Cllr E Eyre Clerk L Fox",
        "Acting Chairman B Ames Cllr S Bird Cllr M Cole\n\nCllr J Dow Clerk L Fox 5 members of public\n\nCllr E Eyre",
    ],
)
def test_a_roll_without_a_label_whose_officers_have_their_posts_first(roll_: str) -> None:
    text = f"Barset Parish Council\nMinutes of a meeting held on 4 May 2021\n\n{roll_}\n\n1. ROADS\n\nThey are wet.\n"
    document = read_bytes(text.encode(), path="m.txt", name="m.txt")
    rows = extract(document, segment(document)).attendance
    assert sorted((row.person.name.split()[-1], row.kind) for row in rows) == [
        ("Ames", "councillor"), ("Bird", "councillor"), ("Cole", "councillor"), ("Dow", "councillor"),
        ("Eyre", "councillor"), ("Fox", "officer"),
    ]  # fmt: skip
    assert not [row for row in rows if "Chair" in row.person.name]


def test_the_clerk_behind_the_public() -> None:
    assert roll("Mrs A Reed, Mr B Lowe, two members of the public and the Clerk, Mrs D Key.")[-1] == (
        "Mrs D Key",
        "officer",
    )


JOINT = (
    "Ann LEE\n\nNominated by Health Board (Non-Executive Member)\n\nBob SHAH\n\nNominated by Barset Council\n\n"
    "Cy McDOW\n\nChief Officer\n\nDi FOX\n\nRegistered Nurse\n\nNon-members in attendance at request of the Chief:-\n\n"
    "Ed GRAY\n\nHead of Care\n\nFlo HAY\n"
)


def test_a_joint_board_whose_lines_say_who_sent_each() -> None:
    text = f"At a MEETING of the JOINT BOARD held on 4 May 2021.\n\nPresent:-\n\n{JOINT}\n1. ROADS\n\nThey are wet.\n"
    document = read_bytes(text.encode(), path="m.txt", name="m.txt")
    assert [(row.person.name, row.kind) for row in extract(document, segment(document)).attendance] == [
        ("Ann LEE", "other"), ("Bob SHAH", "councillor"), ("Cy McDOW", "officer"), ("Di FOX", "councillor"),
        ("Ed GRAY", "officer"), ("Flo HAY", "officer"),
    ]  # fmt: skip


def test_capitals_tell_names_only_where_most_have_them() -> None:
    assert [name for name, _ in roll("Ann LEE\n\nBob Shah\n\nCy Dow")] == ["Ann LEE", "Bob Shah", "Cy Dow"]
