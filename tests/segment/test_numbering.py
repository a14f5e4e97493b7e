"""Items are found whatever councils put before them: the same minutes under every numbering and in every layout."""

import pytest

from civicgraph.read import read_bytes
from civicgraph.read.markers import split_marker
from civicgraph.segment import segment
from civicgraph.segment.numbering import counts_of

HEAD = (
    "Thornby Parish Council\n\nMinutes of the meeting of the Parish Council held on Wednesday 8 May 2024 at 7.30 pm\n\n"
    "Present: Cllr Ann Lee (Chair), Cllr Bob Shah, Cllr Jo Carr\n\n"
)
MINUTES = (
    ("Minutes of the Previous Meeting", "RESOLVED that the minutes be signed as a correct record."),
    ("Declarations of Interest", "Cllr Ann Lee declared an interest in item 4 as she lives in the lane."),
    ("Footway Repairs in Mill Lane", "The Clerk reported that three quotations had been received."),
    ("Allotment Rents", "Members discussed the rents at length and agreed that they stay the same."),
)
NUMBERINGS = {
    "33": lambda n: f"{33 + n}",
    "33.": lambda n: f"{33 + n}.",
    "33)": lambda n: f"{33 + n})",
    "*33": lambda n: f"*{33 + n}",
    "3a.": lambda n: f"{('3.', '3a.', '3b.', '4.')[n]}",
    "1..": lambda n: f"{1 + n}..",
    "1.0": lambda n: f"{1 + n}.0",
    "14365": lambda n: f"{14365 + n}",
    "14/17": lambda n: f"{14 + n}/17",
    "23/00075": lambda n: f"23/{75 + n:05d}",
    "2024/25-031": lambda n: f"2024/25-{31 + n:03d}",
    "018/2023": lambda n: f"{18 + n:03d}/2023",
    "212/14/15": lambda n: f"{212 + n}/14/15",
    "15/12/01": lambda n: f"15/12/0{1 + n}",
    "41a/19": lambda n: f"41{'abcd'[n]}/19",
    "24-101": lambda n: f"24-{101 + n}",
    "Cou/285/07-08": lambda n: f"Cou/{285 + n}/07-08",
    "GMX 96/19": lambda n: f"GMX {96 + n}/19",
    "C.123": lambda n: f"C.{123 + n}",
    "C048/23": lambda n: f"C{48 + n:03d}/23",
    "PL22.5": lambda n: f"PL22.{5 + n}",
    "21.44": lambda n: f"21.{44 + n}",
    "8.4": lambda n: f"8.{4 + n}",
    "2024.05.1": lambda n: f"2024.05.{1 + n}",
    "Item 5": lambda n: f"Item {5 + n}",
    "Agenda Item 3": lambda n: f"Agenda Item {3 + n}",
    "AGENDA ITEM 3:": lambda n: f"AGENDA ITEM {3 + n}:",
    "Minute no. 1": lambda n: f"Minute no. {1 + n}",
    "Minute 23/101": lambda n: f"Minute 23/{101 + n}",
}
LAYOUTS = {
    "on one line": "{number} {title}\n\n{text}\n\n",
    "tab": "{number}\t{title}\n{text}\n\n",
    "number alone": "{number}\n\n{title}\n\n{text}\n\n",
    "with a colon": "{number} {title}:\n{text}\n",
    "followed by its text": "{number} {title}: {text}\n",
    "before a dash": "{number} {title} \u2013 {text}\n\n",
    "capitals": "{number} {capitals}\n{text}\n\n",
    "capitals followed by text": "{number} {capitals} {text}\n\n",
    "table": "| {number} | {title} | |\n| | {text} | Clerk |\n",
    "one cell": "| {number} | {title} {text} | Clerk |\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_every_numbering_in_every_layout(numbering: str, layout: str) -> None:
    number = NUMBERINGS[numbering]
    if numbering == "15/12/01" and layout in ("number alone", "table", "one cell"):
        pytest.skip("alone, it is a day")
    lines = [
        LAYOUTS[layout].format(number=number(n), title=title, capitals=title.upper(), text=text)
        for n, (title, text) in enumerate(MINUTES)
    ]
    found = [(item.number, item.title.text.casefold()) for item in items_of(HEAD + "".join(lines))]
    printed = [number(n).split(" ")[-1].strip(" .:)*") for n in range(len(MINUTES))]
    printed = [f"GMX {one}" if numbering.startswith("GMX") else one for one in printed]
    assert found == [(n, title.casefold()) for n, (title, _) in zip(printed, MINUTES, strict=True)]


def items_of(text: str):
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    return [item for part in segment(document) for item in part.items]


def numbers(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title.text) for item in items_of(HEAD + text)]


@pytest.mark.parametrize(
    ("marker", "counts"),
    [
        ("14/17", [("#/17", 14), ("14/#", 17)]),
        ("8.4", [("8.#", 4)]),
        ("8.0", [("#.0", 8), ("8.#", 0)]),
        ("8.19", [("#.19", 8), ("8.#", 19)]),
        ("15/12/01", [("day #/12/01", 15), ("15/12/#", 1)]),
        ("20/064/PM", [("#/064/PM", 20), ("20/#/PM", 64)]),
        ("202/PC/20", [("#/PC/20", 202), ("202/PC/#", 20)]),
        ("Item 3:", [("item #", 3)]),
        ("IV.", [("roman", 4)]),
        ("(a)", []),
        ("\u2022", []),
    ],
)
def test_what_a_number_can_count(marker: str, counts: list[tuple[str, int]]) -> None:
    assert [(count.family, count.value) for count in counts_of(marker)] == counts


def test_lists_that_lost_their_count_on_the_web() -> None:
    text = "1. Election of Chair\n\nNone.\n\n1. Open Forum\n\nNone.\n\n1. Declarations of Interest\n\nNone.\n"
    assert numbers(text) == [("1", "Election of Chair"), ("1", "Open Forum"), ("1", "Declarations of Interest")]


def test_a_minute_number_and_the_number_on_the_agenda() -> None:
    first = "C048/23    1.    APOLOGIES\n\nNone.\n\nC049/23    2.    ALLOTMENTS\n\nIt was agreed to mend the gate.\n"
    last = "1. Apologies: 001/24 None.\n\n2. Allotments: 002/24 \u2013 It was agreed to mend the gate.\n"
    assert [(i.number, i.agenda_number, i.title.text) for i in items_of(HEAD + first)] == [
        ("C048/23", "1", "APOLOGIES"), ("C049/23", "2", "ALLOTMENTS"),
    ]  # fmt: skip
    assert [(i.number, i.agenda_number) for i in items_of(HEAD + last)] == [("001/24", "1"), ("002/24", "2")]


def test_the_number_of_a_planning_application_is_not_the_minutes() -> None:
    text = "7. Finance: The balance was noted.\n\n8. Planning: 23/0412 No objections.\n\n9. Roads: None.\n"
    assert [number for number, _ in numbers(text)] == ["7", "8", "9"]


def test_numbered_headings_below_an_item_and_numbered_paragraphs() -> None:
    text = (
        "1. Mayor's Business\n\n1.1 Prayers\n\nThe chaplain said a prayer.\n\n1.2 Engagements\n\nA list was noted.\n\n"
        "2. Roads\n\n2.1 The surveyor reported that two lanes were closed.\n\n2.2 RESOLVED: That the Council:\n\n"
        "(a) notes the report; and\n\n(b) asks for another.\n\n3. Finance\n\n3.1 There was nothing to report.\n"
    )
    assert [number for number, _ in numbers(text)] == ["1", "1.1", "1.2", "2", "3"]


def test_one_number_among_titles_without_is_part_of_its_title() -> None:
    text = (
        "Minutes pdf icon PDF 97 KB\n\nThe minutes were agreed.\n\n2023/24 Budget Monitoring pdf icon PDF 2 MB\n\n"
        "The report was noted.\n\nTree Works pdf icon PDF 1 MB\n\nThe works were approved.\n"
    )
    assert numbers(text) == [("", "Minutes"), ("", "2023/24 Budget Monitoring"), ("", "Tree Works")]


def test_items_of_a_web_page_that_came_on_one_line() -> None:
    text = (
        "Apologies To receive any apologies. Minutes: Apologies were received from Councillor Ray. |\n|\n"
        "Fleet Review Report advising of the cost of vans. Minutes: The Panel noted the report. |\n"
    )
    assert numbers(text) == [("", "Apologies"), ("", "Fleet Review")]


def test_titles_in_capitals_without_a_number_among_those_with_one() -> None:
    text = (
        "12. APOLOGIES\n\nThere were none.\n\nMAYOR'S ANNOUNCEMENTS\n\nThe Mayor had opened a fete.\n\n"
        "13. ALLOTMENTS\n\nIt was agreed to mend the gate.\n"
    )
    assert [title for _, title in numbers(text)] == ["APOLOGIES", "MAYOR'S ANNOUNCEMENTS", "ALLOTMENTS"]


def test_two_meetings_one_under_the_other() -> None:
    first = HEAD + "1. Apologies\nNone.\n\n2. Roads\nIt was agreed to write.\n\nThe meeting closed at 7.55 pm.\n\n"
    document = read_bytes((first + HEAD.replace("7.30", "8.00") + "1. Finance\nThe balance was noted.\n").encode(),
                          path="m.txt", name="m.txt")  # fmt: skip
    assert [(part.start.text, len(part.items)) for part in segment(document) if part.start] == [
        ("19:30", 2),
        ("20:00", 1),
    ]


def test_a_form_whose_questions_are_numbered_has_one_item() -> None:
    text = (
        "Harnford County Council\n\nPROPOSED RECORD OF DECISION\n\n1. Title of Decision\n\nStreet Lighting Contract\n\n"
        "2. Decision\n\nI propose to renew the contract.\n\n3. Reason for decision\n\nIt ends in March.\n\n"
        "4. Financial Implications\n\nIt costs £2m.\n"
    )
    assert [(item.number, item.title.text) for item in items_of(text)] == [("", "Street Lighting Contract")]


def test_paragraphs_under_items_that_end_in_nought() -> None:
    text = HEAD + "".join(
        f"{n}.0\n\n{title}\n\n" + "".join(f"{n}.{m}\n\nPoint {m} was made.\n\n" for m in range(1, 4))
        for n, (title, _) in enumerate(MINUTES, 1)
    )
    found = [(item.number, item.title.text) for item in items_of(text)]
    assert found == [(f"{n}.0", title) for n, (title, _) in enumerate(MINUTES, 1)]


def test_numbers_that_lost_their_space() -> None:
    lines = "".join(f"{4 + n}{title}\n{text}\n" for n, (title, text) in enumerate(MINUTES))
    assert [item.number for item in items_of(HEAD + lines)] == [str(4 + n) for n in range(len(MINUTES))]


def test_a_number_alone_under_its_title() -> None:
    text = HEAD + (
        "APOLOGIES\n\nPL14/23\n\nThere were none from the members of the panel.\n\n"
        "SITE VISITS\n\nPL15/23\n\nThe Chairman advised that a visit had been made to the mill.\n\n"
        "TREE ORDERS\n\nPL16/23\n\nCouncillor Dent declared an interest and left the room for the item.\n\n"
    )
    found = [(item.number, item.title.text) for item in items_of(text)]
    assert found == [("PL14/23", "APOLOGIES"), ("PL15/23", "SITE VISITS"), ("PL16/23", "TREE ORDERS")]


def test_numbers_with_a_colon_and_a_dash_and_years_before_a_dash() -> None:
    text = HEAD + "M/14/2006:-\nROADS\nCouncillor Lee spoke of roads.\nM/15/2006:-\nBINS\nIt was agreed to buy one.\n"
    assert [(item.number, item.title.text) for item in items_of(text)] == [
        ("M/14/2006", "ROADS"),
        ("M/15/2006", "BINS"),
    ]
    text = HEAD + "2022-31 Roads\n\nNone.\n\n2022-32 Bins\n\nNone.\n"
    assert [item.number for item in items_of(text)] == ["2022-31", "2022-32"]


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("9 Members voting FOR the amendment:", ""),
        ("3 Councillors against", ""),
        ("12 Members of the public were there", ""),
        ("9 Members' Allowances", "9"),
        ("1. Hours of opening:", "1."),
        ("24 hours a day", ""),
    ],
)
def test_counts_of_people_are_no_numbers(line: str, marker: str) -> None:
    assert split_marker(line)[0] == marker
