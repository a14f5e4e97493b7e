"""Attendance and the posts beside names, in the ways that councils print them."""

import pytest

from civicgraph.extract import extract
from civicgraph.model import Findings
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from record import found

HEAD = "Anytown Town Council\nMinutes of the Audit Committee held on 4 May 2021 at 7.00 pm\n\n"


def findings(text: str) -> Findings:
    document = read_bytes((HEAD + text).encode(), path="minutes.txt", name="minutes.txt")
    return extract(document, segment(document))


def attendance(text: str) -> list[tuple[str, str, str]]:
    return [
        (row.person.name, row.kind, row.status) for row in findings(text + "\n\n1. Minutes\n\nAgreed.\n").attendance
    ]


def posts(text: str) -> set[tuple[str, str]]:
    return {(row.person.name, row.post.name) for row in findings(text).posts}


def test_titles_tell_councillors_and_posts_tell_officers() -> None:
    assert attendance("Present: Cllr A Lee (Chair), Cllr B Shah, Mrs C Webb (Clerk)") == [
        ("Cllr A Lee", "councillor", "present"),
        ("Cllr B Shah", "councillor", "present"),
        ("Mrs C Webb", "officer", "present"),
    ]


def test_a_list_that_turns_from_councillors_to_others() -> None:
    text = "Members Present:\n\nCllrs. Leddy (Chair), Butler, Foley, Ms. M Brown, Dr. C Cahill, Mr. B Harpur"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor"] * 3 + ["co-opted"] * 3


def test_by_custom_only_women_have_their_title_in_a_list_of_councillors() -> None:
    text = "Present: Councillors Mrs Black, D Burton, Garton, Mrs Gooch and Mrs Ring"
    assert {kind for _, kind, _ in attendance(text)} == {"councillor"}


def test_columns_of_names_with_initials() -> None:
    text = (
        "Present     Rob Boyle        RB        Kay Combe      KC\n            Ian Kell (SBC)   IK       "
        " Dick Nolan     DN"
    )
    assert [name for name, *_ in attendance(text)] == ["Rob Boyle", "Kay Combe", "Ian Kell", "Dick Nolan"]


def test_posts_before_names() -> None:
    text = "Officers Present:\n\nChief Executive - J Dixey\n\nICT Change Officer - A Cole\n\nClerk: Mrs J Birch\n"
    assert [kind for _, kind, _ in attendance(text)] == ["officer"] * 3
    assert posts(text) >= {("J Dixey", "Chief Executive"), ("A Cole", "ICT Change Officer"), ("Mrs J Birch", "Clerk")}


def test_who_stands_before_the_clerk_is_no_clerk() -> None:
    """The post belongs to the name beside it: "B" is an initial, and no word of the clerk's title."""
    rows = attendance("Councillors Present: Cllr C Shaw, A Lee (Chair), B Clerk")
    assert ("A Lee", "councillor", "present") in rows


def test_a_clerk_beside_councillors_is_none_of_them() -> None:
    """An action column after the sentence: "Cllrs. G. Evans and O. Williams, Clerk" are three who act."""
    text = "Present: Cllr G Evans\n\n1. Letters\n\nIt was agreed to reply.\n\nCllrs. G. Evans and O. Williams, Clerk\n"
    assert not {post for _, post in posts(text)} & {"Clerk"}


def test_posts_with_the_names_in_brackets() -> None:
    text = (
        "OFFICIALS IN ATTENDANCE:\n\nDirector, Support Services (Mr. S. Coughlin), Meetings Administrator"
        " (Mr. M. Leahy)\n"
    )
    assert [name for name, *_ in attendance(text)] == ["Mr. S. Coughlin", "Mr. M. Leahy"]
    assert ("Mr. S. Coughlin", "Director, Support Services") in posts(text)


def test_posts_with_names_without_titles_in_brackets() -> None:
    text = (
        "In attendance: Head of Planning (C Dove), Solicitor (H Rana), Service Manager (Homelessness), Clerk (Ann Lee)"
    )
    assert [name for name, *_ in attendance(text)] == ["C Dove", "H Rana", "Ann Lee"]
    assert ("C Dove", "Head of Planning") in posts(text)


def test_who_sits_under_a_label_of_co_opted_members_is_one() -> None:
    text = "PRESENT: Cllr B Shah\n\nCO-OPTED MEMBERS: Rev Alan Crow (Church of England) and Ms Y Bell (parent governor)"
    assert [(name, kind) for name, kind, _ in attendance(text)][1:] == [
        ("Rev Alan Crow", "co-opted"),
        ("Ms Y Bell", "co-opted"),
    ]


def test_a_post_elsewhere_is_no_officer_s() -> None:
    text = "Present: Cllr B Shah\n\nIn Attendance: Mr P Dean (Chief Executive, Weir Traders' Association), for item 3"
    assert attendance(text)[1:] == [("Mr P Dean", "other", "present")]


def test_apologies_go_on_behind_a_substitution() -> None:
    text = (
        "1. Apologies\n\nApologies were received from Cllr A Lee, for whom Cllr B Shah substituted, and from Mr C Dow."
    )
    assert {(name, status) for name, _, status in attendance(text)} == {
        ("Cllr A Lee", "apologies"),
        ("Cllr B Shah", "present"),
        ("Mr C Dow", "apologies"),
    }


def test_the_convener_who_presides_has_one_post() -> None:
    text = "SEDERUNT\n\nCouncillor Ann Lee, Convener\nProvost Bob Shah\n\nCouncillor Lee presiding."
    assert {post for person, post in posts(text) if "Lee" in person} == {"Convener"}
    assert ("Bob Shah", "councillor", "present") in attendance(text)


def test_for_what_part_of_the_meeting_is_no_post() -> None:
    text = "Present: Cllr B Shah\n\nAlso present: Councillor K Rump (ward member, minute 97)"
    assert ("Councillor K Rump", "ward member") in posts(text)


def test_an_organisation_before_its_people() -> None:
    text = (
        "In Attendance:\n\nAnytown Schoolgates Group - Mr. Aidan Hogan, Ms. Anne Cronin\n\nAnne Scott"
        " representing NALC\n"
    )
    rows = findings(text + "\n1. Minutes\n\nAgreed.\n").attendance
    assert [(row.person.name, row.organisation.name if row.organisation else "") for row in rows] == [
        ("Mr. Aidan Hogan", "Anytown Schoolgates Group"),
        ("Ms. Anne Cronin", "Anytown Schoolgates Group"),
        ("Anne Scott", "NALC"),
    ]


def test_members_of_other_councils_and_co_opted_members() -> None:
    text = (
        "Present:\nCllr M Alexander, East Anyshire District Council\nMs A France, Co-opted Member\nMr E Lyle"
        " (Church representative)\n"
    )
    assert [kind for _, kind, _ in attendance(text)] == ["councillor", "co-opted", "co-opted"]


def test_a_cabinet_member_is_elected() -> None:
    assert attendance("ALSO PRESENT: Sue Chandler, Cabinet Member for Children's Services.") == [
        ("Sue Chandler", "councillor", "present")
    ]


def test_an_office_before_the_name() -> None:
    text = "Present: Provost Ailsa Drummond, Councillors Hamish Rennie (Convener) and Isla Petrie"
    assert attendance(text)[0] == ("Ailsa Drummond", "councillor", "present")
    assert ("Ailsa Drummond", "Provost") in posts(text)


def test_posts_that_no_list_of_posts_has() -> None:
    text = "IN ATTENDANCE: Roxanne Hill (Designated Nurse for Looked after Children), Mr T Lee (Legal Services)\n"
    assert posts(text) == {("Roxanne Hill", "Designated Nurse for Looked after Children")}


def test_a_post_without_a_comma() -> None:
    text = "In Attendance:\n\nMrs P Alders Assistant Clerk and Management Officer\n"
    assert ("Mrs P Alders", "Assistant Clerk and Management Officer") in posts(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Apologies were received from Councillors D Lee and R Shah.", ["D Lee", "R Shah"]),
        ("Apologies were intimated on behalf of Mr B Allen and Mrs C Wills.", ["Mr B Allen", "Mrs C Wills"]),
        ("Cllrs Mrs Penn and Mrs Patrick presented their apologies.", ["Mrs Penn", "Mrs Patrick"]),
        ("Apologies were received from:\n\n- Councillor Jo Collier, Cabinet Member for Housing.\n\n- Ann"
        " Sutcliff, Director of Place\n",
         ["Councillor Jo Collier", "Ann Sutcliff"]),
        ("Cllr Mr M Holmes (work commitment) and District Councillor S Ashe", ["Cllr Mr M Holmes", "Councillor S"
        " Ashe"]),
        ("Apologies were received from Councillors Hale, Mrs Hale and Cross.", ["Hale", "Mrs Hale", "Cross"]),
        ("Apologies for absence were received from Councillors Ames and Dent and apologies for lateness from"
         " Councillor Line.", ["Ames", "Dent"]),
        ("(Apologies for absence were received from Councillor Ann O\u2019 Brien).", ["Councillor Ann O' Brien"]),
        ("Apologies were received from Cllr Ann Reed together with Jo New.", ["Cllr Ann Reed", "Jo New"]),
        ("No apologies were received.", []),
        ("Councillor Lee made apologies for lateness.", []),
        ("To receive apologies for absence from members.", []),
    ],
)  # fmt: skip
def test_apologies(text: str, people: list[str]) -> None:
    rows = findings(f"1. Apologies for Absence\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert [row.person.name for row in rows] == people
    assert {row.status for row in rows} <= {"apologies"}


def test_apologies_beside_the_title() -> None:
    rows = findings("1. Apologies for Absence: Cllr Mawdley.\n\n2. Minutes: Agreed.\n").attendance
    assert [(row.person.name, row.status) for row in rows] == [("Cllr Mawdley", "apologies")]


def test_substitutes_in_brackets_of_apologies() -> None:
    text = (
        "Apologies were received from Councillors Dent (substitute: Councillor Lyne) and F Evans (substitute:"
        " Councillor Cox)."
    )
    rows = findings(f"1. Apologies\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert [(row.person.name, row.status) for row in rows] == [
        ("Dent", "apologies"), ("Councillor Lyne", "present"), ("F Evans", "apologies"), ("Councillor Cox", "present"),
    ]  # fmt: skip


def test_those_away_who_were_replaced_in_brackets() -> None:
    text = (
        "Apologies for absence were received from Councillor Ann Dent (who was replaced by Councillor Bo Lyne), "
        "Councillor Cy Evans and Councillor Di Moor (replaced by Councillor Ed Cox.)"
    )
    rows = findings(f"1. Apologies\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert [(row.person.name, row.status, row.substitute_for and row.substitute_for.name) for row in rows] == [
        ("Councillor Ann Dent", "apologies", None), ("Councillor Bo Lyne", "present", "Councillor Ann Dent"),
        ("Councillor Cy Evans", "apologies", None), ("Councillor Di Moor", "apologies", None),
        ("Councillor Ed Cox", "present", "Councillor Di Moor"),
    ]  # fmt: skip


def test_who_is_of_another_organisation_is_no_councillor() -> None:
    text = "Apologies were received from Ann Dent (NHS Barset), Bo Lyne (Wren Trust) and Cy Evans (Chair)."
    rows = findings(f"1. Apologies\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert [(row.person.name, row.kind) for row in rows] == [
        ("Ann Dent", "other"), ("Bo Lyne", "other"), ("Cy Evans", "councillor"),
    ]  # fmt: skip


def test_the_last_of_those_away_who_was_substituted() -> None:
    text = "Apologies were received from Councillor Ames and Gwen Wren who was substituted by Councillor Hill."
    rows = findings(f"1. Apologies\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert [(row.person.name, row.status) for row in rows] == [
        ("Councillor Ames", "apologies"), ("Gwen Wren", "apologies"), ("Councillor Hill", "present"),
    ]  # fmt: skip


def test_a_substitute_in_a_list() -> None:
    rows = findings("Present:\nCllr A Lee (Chair)\nCouncillor R Brown (substitute for Councillor D Kerr)\n").attendance
    assert [(row.person.name, row.substitute_for.name if row.substitute_for else "") for row in rows] == [
        ("Cllr A Lee", ""), ("Councillor R Brown", "Councillor D Kerr"),
    ]  # fmt: skip


def test_a_footnote_to_the_list() -> None:
    text = "PRESENT:\nCouncillors   B Ashton      L Quill\n       D Fenn*\n\n* substituting for Councillor E Birch\n"
    assert [name for name, *_ in attendance(text)] == ["B Ashton", "L Quill", "D Fenn"]


def test_a_count_is_nobody() -> None:
    text = "Present: Cllr A Lee\nIn attendance: Lynda Wills - Parish Clerk. Three members of the public.\n"
    assert [name for name, *_ in attendance(text)] == ["Cllr A Lee", "Lynda Wills"]
    assert ("Lynda Wills", "Parish Clerk") in posts(text)


@pytest.mark.parametrize(
    ("sentence", "holding"),
    [
        ("Cllr McCarthy was therefore elected as Vice-Chair.", ("Cllr McCarthy", "Vice-Chair")),
        ("Mr Spencer served as Chair of the Finance Group.", ("Mr Spencer", "Chair of the Finance Group")),
        ("Councillor Hunt was unanimously re-elected as Chairman.", ("Councillor Hunt", "Chairman")),
        ("It was resolved that Mrs F Jolly be appointed internal auditor.", ("Mrs F Jolly", "internal auditor")),
        ("RESOLVED - That Mr O Pert be appointed Returning Officer.", ("Mr O Pert", "Returning Officer")),
        ("Cllr Frith was appointed as the Council's tree warden.", ("Cllr Frith", "tree warden")),
        ("RESOLVED to appoint Councillor Bea Grocer as the Chair for the year.", ("Councillor Bea Grocer", "Chair")),
        ("RESOLVED that Councillor Dent be Deputy Mayor for the year.", ("Councillor Dent", "Deputy Mayor")),
        ("Vice-Chairman Councillor C Dunn thanked the staff.", ("Councillor C Dunn", "Vice-Chairman")),
        ("RESOLVED that Cllr Oak be elected Mayor for the Municipal Year 2023/24.", ("Cllr Oak", "Mayor")),
        ("That Ann Hale, Independent Member be elected as Vice-Chair.", ("Ann Hale", "Vice-Chair")),
        ("The Clerk and Monitoring Officer, Ann Hale, in the Chair", ("Ann Hale", "Monitoring Officer")),
        ("Contact: James Kinsey, Governance Manager Tel: 020 7000", ("James Kinsey", "Governance Manager")),
    ],
)
def test_posts_told(sentence: str, holding: tuple[str, str]) -> None:
    assert holding in posts(f"1. Announcements\n\n{sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was proposed that Cllr Lee be elected as Vice-Chair.",
        "Cllr Lee was appointed to report on the roads.",
        "Members asked if Cllr Lee would be appointed Chairman.",
        "He should see all letters received by the Clerk, Cllr Ryder agreed.",
        "Moved by Mrs Wren and seconded by Mr Marsh -\n\nThat Cllr Dent be elected Chairman.\n\nThe motion was lost.",
    ],
)
def test_no_posts(sentence: str) -> None:
    assert not {post for person, post in posts(f"1. Announcements\n\n{sentence}\n") if person.startswith("Cllr")}


def test_what_an_entry_says_of_itself_counts_before_its_list() -> None:
    text = "Present: Cllr A Lee (Chair), Cllr M Zed (apologies), Cllr B Ford (absent)\n"
    text += "Non-attendance without apology: Cllr Q Hill\n"
    found = {name: status for name, _, status, *_ in attendance(text)}
    assert found == {
        "Cllr A Lee": "present",
        "Cllr M Zed": "apologies",
        "Cllr B Ford": "absent",
        "Cllr Q Hill": "absent",
    }


def test_the_mayor_in_the_chair_and_the_councillors_after_the_bracket() -> None:
    text = "PRESENT:  The Mayor (Councillor Bernard Lee) in the Chair; Councillors Abbey, Bright, Carne and Hobday.\n"
    assert [name for name, *_ in attendance(text)] == ["Councillor Bernard Lee", "Abbey", "Bright", "Carne", "Hobday"]


def test_a_police_officer_who_sends_apologies_is_no_member() -> None:
    text = "# Apologies\nPCSO L. Webb sent her apologies as she was unable to join the meeting."
    rows = [row for row in found(text).findings.attendance if row.status == "apologies"]
    assert [(row.person.name, row.kind) for row in rows] == [("L. Webb", "other")]


def test_members_under_the_council_that_sends_them() -> None:
    text = (
        "5 May 2021\n\nRepresenting Skelshire County Council:\nCouncillors Lee, Marsh OBE and Shah\n\n"
        "Representing Otherham Borough Council:\nCouncillor T Oak\n\nApologies were received from Councillor Dent."
    )
    rows = findings(text + "\n\n1. Minutes\n\nAgreed.\n")
    assert [(r.person.name, r.organisation and r.organisation.name) for r in rows.attendance] == [
        ("Lee", "Skelshire County Council"),
        ("Marsh OBE", "Skelshire County Council"),
        ("Shah", "Skelshire County Council"),
        ("Councillor T Oak", "Otherham Borough Council"),
        ("Councillor Dent", None),
    ]
    assert not rows.decisions


def test_who_sits_for_a_church_beside_councillors_is_co_opted() -> None:
    text = "Present: Councillor A Lee (Chair), Ann Hale (Church of England), Ravi Pell (Hindu Society of Osmere)"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor", "co-opted", "co-opted"]


def test_posts_on_the_line_below_the_name() -> None:
    text = "Present:\n\nMembers\n\nLynn SHORE\n\nChief Finance Officer\n\nDon PELL\n\nService User Representative"
    assert attendance(text) == [("Lynn SHORE", "officer", "present"), ("Don PELL", "co-opted", "present")]
    assert ("Lynn SHORE", "Chief Finance Officer") in posts(text)
    told = "Present:\n\nCllr A Lee\n\nThe Town Clerk and the Deputy Clerk were there."
    assert not posts(told)


def test_surnames_that_are_titles_or_places() -> None:
    assert attendance("Present: Cllrs Anne Bishop (Chairman), Ivan Reed, Mike Dean") == [
        (name, "councillor", "present") for name in ("Anne Bishop", "Ivan Reed", "Mike Dean")
    ]
    assert attendance("Present: Mayor Ann Gale, Councillor Adrian Garden")[1][0] == "Councillor Adrian Garden"
    assert attendance("Officers:\nRosa Alderman   Member Services Officer")[0][1] == "officer"


def test_a_name_that_the_margin_breaks() -> None:
    rows = [
        "Councillor Daniel Lee, Councillor Scott Marsh, Councillor David",
        "Amos, Councillor Don Arnold, Councillor Liz Ames, Councillor",
        "Mary Ames, Councillor Jonathan Bartle, Councillor Matthew Benn,",
        "Councillor Scarlett O'Hare, Councillor Linda Bray, Councillor Tim",
        "Briggs, Councillor Marcia Cole, Councillor Rezina Chow, Councillor",
        "Malcolm Clarke, Councillor Joe Rourke, Councillor Kevin Craigie,",
        "Councillor Edward Davies, Councillor Jon Evans, Councillor James",
        "Dickens, Councillor Ibrahim Dogan, Councillor Stephen Donnell,",
        "Councillor Jacqui Dyers, Councillor Peter Elliot",
    ]
    head = " " * 28 + "COUNCIL MINUTES\n\n" + " " * 28 + "Wednesday 5 May 2021 at 7.00 pm\n\n"
    text = head + "Present:            " + ("\n" + " " * 20).join(rows) + "\n"
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    names = [row.person.name for row in extract(document, segment(document)).attendance]
    assert names[2] == "Councillor David Amos" and "Councillor Tim Briggs" in names and len(names) == 23


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who chaired for a time; the clerk's post before the name
        (
            "Present: Councillor A Lee, in the Chair until the election\nThe Clerk to the Council, Mrs B Webb",
            [("Councillor A Lee", "councillor"), ("Mrs B Webb", "officer")],
        ),
        # husband and wife
        ("Councillors: J. Moss, Mrs J. Moss", [("J. Moss", "councillor"), ("Mrs J. Moss", "councillor")]),
        # a council by its letters, and who is only counted
        (
            "Also present: Cllr Ann Webb ACC County Councillor, ACC Cllr B Lee, plus 1 member of the public",
            [("Cllr Ann Webb", "councillor"), ("Cllr B Lee", "councillor")],
        ),
        # only the women have a title; members who are office bearers
        (
            "Present: Cllr A.B. Hale - Mayor\nC.D. Ray          Mrs E.F. Ray\nG.H. Lane         K.L. Moss",
            [(name, "councillor") for name in ("Cllr A.B. Hale", "C.D. Ray", "Mrs E.F. Ray", "G.H. Lane", "K.L. Moss")],
        ),
        (
            "Members present: Ann Hale (Chair), Bob Lane (Treasurer)",
            [("Ann Hale", "councillor"), ("Bob Lane", "councillor")],
        ),
    ],
)
def test_town_and_community_councils_list_those_present(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, kind) for name, kind, _ in attendance(text)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Apologies were received from Councillor A Lee due to a holiday, Councillor B Shah due to work and "
            "Councillor C Dale due to illness.",
            {"Councillor A Lee", "Councillor B Shah", "Councillor C Dale"},
        ),
        ("Apologies from Councillors Ayres and Brown were noted and accepted.", {"Ayres", "Brown"}),
        ("Cllr A Lee apologised for non-attendance.", {"Cllr A Lee"}),
        ("Apologies for lateness were given.", set()),
    ],
)
def test_apologies_that_give_reasons(text: str, names: set[str]) -> None:
    rows = findings(f"Present: Cllr D Marsh\n\n1. Apologies\n\n{text}\n\n2. Minutes\n\nAgreed.\n").attendance
    assert {row.person.name for row in rows if row.status == "apologies"} == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Present: Cllr A Lee\nApologies:            Councillors: S Ames, F Bird",
            [
                ("Cllr A Lee", "councillor", "present"),
                ("S Ames", "councillor", "apologies"),
                ("F Bird", "councillor", "apologies"),
            ],
        ),
        (
            "PRESENT: Councillor R Lee\n\nAPOLOGIES FOR   Councillor Flint - Barset\nABSENCE  Councillors Roe, Shaw",
            [("Councillor R Lee", "councillor", "present")]
            + [(name, "councillor", "apologies") for name in ("Councillor Flint", "Roe", "Shaw")],
        ),
        (
            "Present: Cllr A Lee\n\nApologies: None\n\nCouncillors: J Dent",
            [("Cllr A Lee", "councillor", "present"), ("J Dent", "councillor", "present")],
        ),
        (
            "Councillors present: Chairman N. Reed (NR), Cllr G. Ames and Kerry Dale Clerk.",
            [
                ("N. Reed", "councillor", "present"),
                ("Cllr G. Ames", "councillor", "present"),
                ("Kerry Dale", "officer", "present"),
            ],
        ),
        (
            "| Present: | Chairman | Cllr O Lee |\n|---|---|---|\n| | Councillors: | D Cox, B Hart, Cllr Bain |\n"
            "| In attendance: | | Mrs Kate Lock - Clerk to Council |\n| Apologies: | | Cllr Cole |",
            [(name, "councillor", "present") for name in ("Cllr O Lee", "D Cox", "B Hart", "Cllr Bain")]
            + [("Mrs Kate Lock", "officer", "present"), ("Cllr Cole", "councillor", "apologies")],
        ),
    ],
)
def test_labels_over_labels_and_clerks_among_councillors(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert attendance(text) == expected


def test_who_sent_apologies_stands_behind_the_title() -> None:
    rows = findings(
        "Present: Cllr D Marsh\n\n1. Apologies for absence: Elsie Ames\n\n2. Roads: None.\n\n3. Bins: None.\n"
    )
    assert [i.title for i in rows.items] == ["Apologies for absence", "Roads", "Bins"]
    assert ("Elsie Ames", "apologies") in {(row.person.name, row.status) for row in rows.attendance}


def test_absent_without_apologies_as_the_title_of_an_item() -> None:
    rows = found("# Absent without apologies: Cllr B Ford").findings.attendance
    assert [(row.person.name, row.status) for row in rows if row.person.name.endswith("Ford")] == [
        ("Cllr B Ford", "absent")
    ]


def test_a_roll_of_those_attending_that_names_their_chair_is_of_members() -> None:
    text = "Attending: Mr A Lee (Chair), Mrs B Shah\nCouncillors: Cllr C Webb\n"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor"] * 3
    assert [kind for _, kind, _ in attendance("Sederunt: Ann Lee, Bob Shah (Treasurer)")] == ["councillor"] * 2
    assert [kind for _, kind, _ in attendance("Present: Cllr A Lee\nIn attendance: Mr B Shah")] == [
        "councillor",
        "officer",
    ]


def test_a_councillor_of_two_other_councils() -> None:
    text = "Present: Mr A Lee\nIn attendance: Mrs B Shah, Barset County Councillor and Weir District Councillor"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor", "councillor"]
    text = "Present: Mr A Lee\nIn attendance: Mrs B Shah, Senior Councillor Support Officer"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor", "officer"]


def test_who_was_absent_for_something_is_no_name() -> None:
    text = "Present: Mr A Lee\n\n1. APOLOGIES Bob Shah was absent for AGM, however attended the following meeting.\n"
    assert not [name for name, _, status in attendance(text) if "AGM" in name]


def test_the_chair_behind_a_comma_is_no_name() -> None:
    assert [name for name, *_ in attendance("Present: Lord Provost Ann Lee, in the Chair 2")] == ["Ann Lee"]


def apologies(told: str) -> list[tuple[str, str, str]]:
    rows = findings(f"Present: Mr X Moss\n\n1. Apologies\n\n{told}\n\n2. Minutes\n\nAgreed.\n").attendance
    return sorted((row.person.name, row.kind, row.status) for row in rows if row.person.name != "Mr X Moss")


def test_each_of_several_has_a_substitute() -> None:
    told = "Apologies were received from Cllr Ash, for whom Cllr Birch was substituting, from Cllr Cole, for whom"
    assert apologies(f"{told} Cllr Dent was substituting and from Cllr Elm, for whom Cllr Firth was substituting.") == [
        ("Cllr Ash", "councillor", "apologies"), ("Cllr Birch", "councillor", "present"),
        ("Cllr Cole", "councillor", "apologies"), ("Cllr Dent", "councillor", "present"),
        ("Cllr Elm", "councillor", "apologies"), ("Cllr Firth", "councillor", "present"),
    ]  # fmt: skip


def test_who_sends_apologies_beside_members() -> None:
    told = "Apologies were received from Councillors Ash and Birch and the NHS representatives Ann Lee and Bob Shah."
    assert apologies(told) == [
        ("Ann Lee", "other", "apologies"), ("Ash", "councillor", "apologies"),
        ("Birch", "councillor", "apologies"), ("Bob Shah", "other", "apologies"),
    ]  # fmt: skip
    told = "Apologies were received from Councillor Ash. Apologies were also received from Ann Lee (BWCA)."
    assert apologies(told) == [("Ann Lee", "other", "apologies"), ("Councillor Ash", "councillor", "apologies")]
    told = "Apologies were received from Ann Lee (Chief Executive, Barset NHS Trust) and Bob Shah (Chief Executive)."
    assert [kind for _, kind, _ in apologies(told)] == ["other", "officer"]
    assert [kind for _, kind, _ in apologies("Apologies were received from Ann Lee and Bob Shah.")] == [
        "councillor"
    ] * 2


def test_what_is_told_behind_the_apologies_is_no_post() -> None:
    told = (
        "Apologies were received from Cllr A Lee (Weir Council), Bob Shah (Chief Executive, Mill Park) but it was noted"
    )
    assert apologies(f"{told} that Cy Dow was here on his behalf.") == [
        ("Bob Shah", "officer", "apologies"), ("Cllr A Lee", "councillor", "apologies"),
    ]  # fmt: skip


def test_a_post_is_no_name_of_another() -> None:
    text = (
        "Present: Cllr A Lee\n\nClerk to Council, Mrs S Moss and Assistant Clerk to Council, Mrs R Reed were present\n"
    )
    assert not [post for _, post in posts(text + "\n1. Minutes\n\nAgreed.\n") if "Mrs" in post]


def test_letters_of_another_body_among_members() -> None:
    rows = findings("Present: Mr A Lee (OBE), Mr B Shah (LAB)\n\n1. Minutes\n\nAgreed.\n").attendance
    assert [row.organisation for row in rows] == [None, None]
    text = "Present: Cllr A Lee, Cllr B Shah, Ann Hale (BWCA), Ed Gray (Lab)"
    assert [kind for _, kind, _ in attendance(text)] == ["councillor", "councillor", "other", "councillor"]


def test_others_at_a_community_council_are_not_its_staff() -> None:
    head, rest = "Minutes of Barset {} Council held on 4 May 2021\n\n", "\n\n1. Minutes\n\nAgreed.\n"
    text = "Present: Ann Lee, Bob Shah\n\nIn attendance: Ed Gray (Weir Estate), Mrs C Webb (Clerk)"
    for name, kinds in (("Community", ["other", "officer"]), ("District", ["officer", "officer"])):
        document = read_bytes((head.format(name) + text + rest).encode(), path="m.txt", name="m.txt")
        assert [row.kind for row in extract(document, segment(document)).attendance][2:] == kinds


def test_a_name_ends_before_and() -> None:
    assert attendance("Present: Cllr A Lee\nMembers of the public: Ann Moss, and Chair of Weir Forum")[1:] == [
        ("Ann Moss", "other", "present")
    ]
    assert not posts(
        "Present: Cllr A Lee\nMembers of the public: Ann Moss, and Chair of Weir Forum\n\n1. Roads\n\nNoted.\n"
    )


def test_those_who_were_also_there_behind_a_full_stop() -> None:
    text = "Present: Councillors: Mrs Ann Lee and Mrs Rose Hadley Shah. Also Cllr. B Moor and Cllr. C Dow."
    assert [name for name, *_ in attendance(text)] == [
        "Mrs Ann Lee",
        "Mrs Rose Hadley Shah",
        "Cllr. B Moor",
        "Cllr. C Dow",
    ]
