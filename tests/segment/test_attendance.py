import pytest

from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.segment.labels import label_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Apologies: Councillor J Clifton", "Apologies"),
        ("Apologies - R Healy", "Apologies"),
        ("Apologies ; John Doolan , Ian Moran", "Apologies"),
        ("Present     Rob Boyle                RB", "Present"),
        ("Present", "Present"),
        ("PRESENT Cllrs Lee, Shah and Webb", "PRESENT"),
        ("In Attendance Mr T Smith", "In Attendance"),
        ("PRESENT (Five Councillors):- Pam Bull", "PRESENT (Five Councillors)"),
        ("Present \u2026 Councillors: Mark Franks", "Present"),
        ("Members Present       :   Aldermen", "Members Present"),
        ("Representatives from Other Bodies in Attendance:", "Representatives from Other Bodies in Attendance"),
        ("Clerk to the Council: Mrs A Lee", "Clerk to the Council"),
        ("Members of the Public - None", "Members of the Public"),
        ("PRESENT IN A REMOTE LOCATION: Cllr A Lee", "PRESENT IN A REMOTE LOCATION"),
        ("Present The Mayor, Cllr. D. Hobbs (in the chair)", "Present"),
        ("Mayor: Councillor D Rolls", "Mayor"),
        ("Also Present D Pell Clerk to the Council", "Also Present"),
        ("Barset Council Members Present: Cllr A Lee", "Barset Council Members Present"),
        ("ACC Officers in attendance: Mr T Smith", "ACC Officers in attendance"),
        (
            "With Cllr Jan Hughes in the Chair there were present Cllrs:",
            "With Cllr Jan Hughes in the Chair there were present Cllrs",
        ),
    ],
)
def test_labels(line: str, label: str) -> None:
    found = label_of(line.replace("\u2013", "-"))
    assert found is not None
    assert line[: found[0]].strip(" :") == label


@pytest.mark.parametrize(
    "line",
    [
        "Councillor R T Becket",
        "Apologies for absence were received from Mr B Allen",
        "Present members agreed that the hall be let",
        "Attendance at meetings was low",
        "Chief Executive - J Dixey",
        "Cabinet Member for Finance",
        "Cabinet",
        "The Mayor (Councillor Bernard Lee) in the chair",
        "1. Apologies",
        "",
    ],
)
def test_no_labels(line: str) -> None:
    assert label_of(line) is None


def lists(text: str) -> list[tuple[str, str, str | None, list[str]]]:
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    return [
        (
            n.label.text if n.label else "",
            n.status,
            n.kind,
            [" ".join(document.quote(line).split()) for line in n.lines],
        )
        for part in segment(document)
        for n in part.names
    ]


HEAD = "Anytown Town Council\nMinutes of the meeting held on 4 May 2021\n\n"


def test_a_title_in_the_plural_goes_on_with_what_the_label_before_it_says() -> None:
    text = "Present: A Lee\n\nApologies: Alderman R Dale Councillors: B Hill, C Webb Clerk: D Moss\n\n1. Minutes\n"
    assert [(label, status) for label, status, _, _ in lists(HEAD + text)] == [
        ("Present", "present"), ("Apologies", "apologies"), ("Councillors", "apologies"), ("Clerk", "present"),
    ]  # fmt: skip


def test_the_label_of_councillors_of_two_kinds_in_mid_line() -> None:
    text = "PRESENT Members: Mr A Lee and Mrs B Hill County/District Councillors: Mr S Webb Clerk: D Moss\n\n1. Roads\n"
    assert [lines for _, _, _, lines in lists(HEAD + text)][1:] == [["Mr S Webb"], ["D Moss"]]


def test_a_list_for_each_label() -> None:
    text = "Present: Councillors A Lee (Chair), B Shah\nOfficers: Ms C Webb\nApologies: none\n\n1. Minutes\n\nAgreed.\n"
    assert lists(HEAD + text) == [
        ("Present", "present", None, ["Councillors A Lee (Chair), B Shah"]),
        ("Officers", "present", "officer", ["Ms C Webb"]),
        ("Apologies", "apologies", None, []),
    ]


def test_labels_on_one_line() -> None:
    text = (
        "Present: Chairman: Cllr Mrs Prince Councillors: Mrs Bolt, Dipper Clerk: Mrs Scrivens\n\n1. Welcome\n\nAll.\n"
    )
    assert [(label, kind, lines) for label, _, kind, lines in lists(HEAD + text)] == [
        ("Present", None, []),
        ("Chairman", "councillor", ["Cllr Mrs Prince"]),
        ("Councillors", "councillor", ["Mrs Bolt, Dipper"]),
        ("Clerk", "officer", ["Mrs Scrivens"]),
    ]


def test_a_label_under_a_label() -> None:
    text = "Members Present       :   Aldermen - F Agnes, P Brent\n\nCouncillors - J Archer\n\n1   WELCOME\n\nAll.\n"
    assert [(status, kind, lines) for _, status, kind, lines in lists(HEAD + text) if lines] == [
        ("present", "councillor", ["F Agnes, P Brent"]),
        ("present", "councillor", ["J Archer"]),
    ]


def test_a_label_on_two_lines() -> None:
    text = (
        "Parks Committee\n\n4 May 2021\n\nPRESENT            Mr A Lee\n\n"
        "OFFICERS IN        Mr B Shah\nATTENDANCE         Ms C Dale\n\n1. Apologies\n\nNone.\n"
    )
    (part,) = segment(read_bytes(text.encode(), path="m.txt", name="m.txt"))
    assert [(one.kind, len(one.lines)) for one in part.names] == [(None, 1), ("officer", 2)]


def test_the_roll_may_be_an_item() -> None:
    text = (
        "1. Sederunt and Apologies\n\nPresent:\n\nMr G Adamson, Mrs J Barclay\n\n2. Declarations of Interest\n\nNone.\n"
    )
    assert lists(HEAD + text) == [("Present", "present", None, ["Mr G Adamson, Mrs J Barclay"])]


def test_prose_ends_a_list() -> None:
    text = (
        "Present: Councillors A Lee and B Shah\n\n"
        "The Chair welcomed everyone to the meeting and explained what would happen in the event of a fire.\n\n"
        "1. Minutes\n\nAgreed.\n"
    )
    assert [lines for *_, lines in lists(HEAD + text)] == [["Councillors A Lee and B Shah"]]


def test_a_roll_without_a_label_stands_right_under_the_heading() -> None:
    text = (
        "Minutes of Meeting of the Audit Committee held in Wick on Monday, 3 October 2016 at 10.30am.\n\n"
        "Mr R Laird, Mrs G Phillips, Mr R Balfour, Dr J Davis (substitute), Ms M Paterson\n\n"
        "Officials in Attendance:\n\nMr D Yule, Director of Finance\n\n1. Apologies for Absence\n\nThere were none.\n\n"
        "2. Minutes\n\nThe minutes were held over.\n"
    )
    document = read_bytes(text.encode(), path="m.txt", name="m.txt")
    part = segment(document)[0]
    assert [names.kind for names in part.names] == ["councillor", "officer"]


def test_a_welsh_record() -> None:
    text = "Cofnodion y Cyngor, 4 Ionawr 2021\n\nPRESENNOL\n\nCynghorwyr Ann Lee, Bo Shah\n\n"
    text += "Ymddiheuriadau: Cyng. J Webb\n"
    lists = segment(read_bytes(text.encode(), path="c.txt", name="c.txt"))[0].names
    assert [(names.status, len(names.lines)) for names in lists] == [("present", 1), ("apologies", 1)]


@pytest.mark.parametrize(
    "decided", ["RESOLVED that the budget be approved.", "Agreed: that the fee be paid", "RESOLVED:"]
)
def test_what_was_decided_is_on_no_list(decided: str) -> None:
    text = f"# Minutes of the Cabinet held on 4 May 2021\n\nPresent: Councillor A Lee\n\n{decided}\n"
    document = read_bytes(text.encode(), path="minutes.md", name="minutes.md")
    (part,) = segment(document)
    assert [document.quote(line) for names in part.names for line in names.lines] == ["Councillor A Lee"]


HEADING = "Minutes of the Meeting of Anytown Council held on 4 May 2021\n\n"


@pytest.mark.parametrize(
    "roll",
    [
        "Cllrs B Austen, D Bright, N Champ-Wood (Deputy Mayor) and T Wyatt",
        "Councillor Mrs Joyce (Chairman), and\n\nCouncillors Mrs Black, Englefield, B Mortimer and Yates",
        "Councillors\nMrs S A Arnott (Chairman)\nM J M Barker\nMiss B Palmer",
        "Councillors: Mrs. E. Ballard (EB), J. Baskett (JB) and A. Cox (AC).",
        "Cllr Ann Austen (AA - Chair)\nCllr Ben Bright (BB)",
        "Councillors G Austen J Bright\nN Champ R Wyatt",
    ],
)
def test_a_roll_without_a_label(roll: str) -> None:
    found = lists(HEADING + roll + "\n\n1. Minutes\n\nAgreed.\n")
    assert {(status, kind) for _, status, kind, _ in found} == {("present", "councillor")}
    assert sum(len(lines) for *_, lines in found) == len(roll.replace("Councillors\n", "").split("\n")) - roll.count(
        "\n\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "To:\n\nCouncillors A Lee, B Shah and C Webb",
        "Councillors Lee and Shah thanked the clerk for the new seats in the park.",
        "Councillor A Lee",
        "Councillors A Lee, B Shah, C Webb, D Moss and E Dale voted FOR the motion (5);",
        "Six Councillors voted in favour.\n\nCouncillors A Lee, B Shah, C Webb, D Moss, E Dale and F Ames",
    ],
)
def test_no_roll(text: str) -> None:
    assert lists(HEADING + text + "\n\n1. Minutes\n\nAgreed.\n") == []


def test_labels_in_welsh() -> None:
    text = (
        "207 Yn bresennol:\n\nCyng. Ann Lee (Cadeirydd)\n\nYn mynychu:\n\nGwen Hill (Clerc)\n\n"
        "208 Ymddiheuriadau:\n\nCyng. Bryn Dale\n\nYn absennol heb ymddiheuriadau:\n\nCyng. Carys Webb\n\n"
        "209 Datgan diddordeb:\n\nDim\n\n210 Cofnodion:\n\nPenderfynwyd eu derbyn.\n"
    )
    found = [(status, names) for _, status, _, names in lists(HEAD + text) if names]
    assert ("present", ["Cyng. Ann Lee (Cadeirydd)"]) in found
    assert ("present", ["Gwen Hill (Clerc)"]) in found
    assert ("absent", ["Cyng. Carys Webb"]) in found


def test_who_was_there_below_all_items() -> None:
    text = "GP 13/023 Pay\n\nIt was noted.\n\nClosed at 2014 hours\n\nAttendance Details\n\nPresent:\n\nCllr A Lee\n"
    assert [(status, names) for _, status, _, names in lists(HEAD + text)] == [("present", ["Cllr A Lee"])]


def test_letters_that_stand_apart() -> None:
    text = (
        "S e d e r u n t :\n\nProvost Ann Lee; and\n\nCOUNCILLORS\n\nBOB SHAH\n\nROAD SAFETY PLAN\n\nThis was noted.\n"
    )
    assert [(label, lines) for label, _, _, lines in lists(HEAD + text)] == [
        ("Sederunt", ["Provost Ann Lee; and"]), ("COUNCILLORS", ["BOB SHAH"]),
    ]  # fmt: skip


def test_a_sentence_about_the_meeting_opens_the_roll() -> None:
    told = "At a meeting of the Board held at No. 1 The Mill on 4 May 2021 the following Members were P r e s e n t: "
    assert lists(f"Anytown Town Council\n\n{told}Councillor A Lee, Cllr B Shah\n\n1. Roads\n\nNoted.\n")[0][3] == [
        "Councillor A Lee, Cllr B Shah"
    ]
    assert label_of("There were no members of the public present: Item 1 was taken") is None


def test_members_and_those_beside_them_as_items() -> None:
    text = "1 MEMBERS\n\nMr A Lee, Ms B Shah\n\n2 IN ATTENDANCE\n\nMrs C Dale, Clerk\n\n3 ROADS\n\nThey are wet.\n"
    assert [(label, lines) for label, _, _, lines in lists(HEAD + text)] == [
        ("MEMBERS", ["Mr A Lee, Ms B Shah"]), ("IN ATTENDANCE", ["Mrs C Dale, Clerk"]),
    ]  # fmt: skip
    other = "1 MEMBERSHIP\n\nMr A Lee, Ms B Shah\n\n2 ROADS\n\nThey are wet.\n\n3 LAMPS\n\nNoted.\n"
    assert lists(HEAD + other) == []


def test_a_roll_with_a_number_among_paragraphs() -> None:
    assert lists(
        HEAD
        + "1.00 SEDERUNT Ann Lee (AL) (Chair), Bob Shah\n\nThe meeting was held by video link as the hall was shut."
    )[0][3] == ["Ann Lee (AL) (Chair), Bob Shah"]


def test_what_was_resolved_is_no_part_of_the_roll() -> None:
    text = "Present: Cllr A Lee\n\nApologies: Cllr B Shah\n\nChair RESOLVED That Cllr A Lee be appointed as Chair\n"
    assert [lines for _, _, _, lines in lists(HEAD + text)] == [["Cllr A Lee"], ["Cllr B Shah"]]


def test_the_mayor_in_brackets_behind_the_label() -> None:
    found = lists(HEAD + "PRESENT The Mayor (Councillor Lee) Councillors: Shah, Webb\n\n1. Roads\n\nNoted.\n")
    assert [lines for _, _, _, lines in found] == [["The Mayor (Councillor Lee)"], ["Shah, Webb"]]


def test_cells_parted_by_a_slash_behind_a_label() -> None:
    assert lists(
        HEAD + "Members present / Ann Lee(AL), Bob Shah(BS)\nApologies / Cy Dow(CD)\n\n1. Roads\n\nNoted.\n"
    ) == [
        ("Members present", "present", "councillor", ["Ann Lee(AL), Bob Shah(BS)"]),
        ("Apologies", "apologies", None, ["Cy Dow(CD)"]),
    ]
    assert label_of("Members / Officers") is not None


def test_names_with_their_initials_are_a_roll() -> None:
    names = "Ann Lee (AL)\nBob Shah (BS)\nCllr Cy Dow (CCD)\nDi Fox (DF) / Also present:\nEd Gray (EG) Royal Mail\n"
    assert [(label, lines) for label, _, _, lines in lists(f"{HEAD}{names}\n1. Roads\n\nNoted.\n")][1][
        0
    ] == "Also present"
    theirs = "Present:\n\nCllr A Lee\n\nAssembly Members :\n\nB Shah\n\n1. Roads\n\nNoted.\n"
    assert [label for label, *_ in lists(HEAD + theirs)] == ["Present"]
    other = "Ann Lee (Weir)\nBob Shah (Wold)\nCy Dow (Beck)\n\n1. Roads\n\nNoted.\n"
    assert lists(HEAD + other) == []


def test_members_and_those_by_office_in_one_paragraph() -> None:
    text = "Present: CC members: Ann Lee, Bob Shah Ex officio: Cllr C Dow Residents: Di Fox\n\n1. Roads\n\nNoted.\n"
    assert [(label, lines) for label, _, _, lines in lists(HEAD + text)][1:] == [
        ("CC members", ["Ann Lee, Bob Shah"]), ("Ex officio", ["Cllr C Dow"]), ("Residents", ["Di Fox"]),
    ]  # fmt: skip


def test_a_long_paragraph_that_speaks_of_apologies_is_no_list() -> None:
    told = "The Chair was away and so another member of the council chaired it and welcomed all to the hall. " * 5
    text = f"Present: Ann Lee\n\nWelcome and apologies. {told}Proposed; AR, seconded; DM.\n"
    assert [lines for _, _, _, lines in lists(HEAD + text)] == [["Ann Lee"]]


def test_who_takes_the_minute_sends_no_apologies() -> None:
    text = "Present: Ann Lee, Bob Shah\n\nApologies: Cara Dale\n\nMinute taker: Ann Lee\n\n1. Minutes\n\nAgreed.\n"
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    lists = segment(document)[0].names
    assert [(names.status, [document.quote(line) for line in names.lines]) for names in lists][-2:] == [
        ("apologies", ["Cara Dale"]), ("present", ["Ann Lee"]),
    ]  # fmt: skip
