"""Rolls told by place: what stands beside, over and among the names of a list."""

from civicgraph.extract import extract
from civicgraph.extract.people.name_end import name_end
from civicgraph.extract.people.person import person_mention
from civicgraph.model import Findings
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.values.people import split_people

HEAD = "WEIR COUNTY COUNCIL\n\nMinutes of the Planning Committee held on 4 May 2022\n\n"
ITEM = "\n\n1. MINUTES\n\nAgreed.\n"


def found(text: str, name: str = "m.txt") -> Findings:
    document = read_bytes((HEAD + text + ITEM).encode(), path=name, name=name)
    return extract(document, segment(document))


def rows(text: str, name: str = "m.txt") -> list[tuple[str, str | None, str]]:
    return [(row.person.name, row.kind, row.status) for row in found(text, name).attendance]


def posts(text: str) -> list[tuple[str, str]]:
    return [(held.person.name, held.post.name) for held in found(text).posts]


def test_labels_in_irish() -> None:
    text = "CATHAOIRLEACH:  Councillor A. Lee\n\nI LÁTHAIR:   Councillors B. Shah and C. Dow\n\n"
    text += "I LÁTHAIR FREISIN:   Mr. Don Hale, Senior Engineer\n\nLEITHSCÉALTA:   Councillor E. Webb"
    assert rows(text) == [
        ("Councillor A. Lee", "councillor", "present"),
        ("B. Shah", "councillor", "present"),
        ("C. Dow", "councillor", "present"),
        ("Mr. Don Hale", "officer", "present"),
        ("Councillor E. Webb", "councillor", "apologies"),
    ]
    assert ("Councillor A. Lee", "CATHAOIRLEACH") in posts(text)


def test_members_without_a_title_among_councillors() -> None:
    among = "Present: Mr K Lee, Cllr W Ames, Ms A Dow, Cllr P Shah and Miss L Webb"
    assert {kind for _, kind, _ in rows(among)} == {"councillor"}
    behind = "Present: Cllr W Ames, Cllr P Shah, Mr K Lee and Miss L Webb"
    assert [kind for _, kind, _ in rows(behind)] == ["councillor", "councillor", "other", "other"]


def test_posts_before_names_in_turn() -> None:
    text = "Present: Councillor A Lee\n\nOfficers:\nPlanning Manager: Bob Shah\nCommittee Manager: Ann Dow-Hale\n"
    assert posts(text) == [("Bob Shah", "Planning Manager"), ("Ann Dow-Hale", "Committee Manager")]


def test_a_double_name_over_two_lines() -> None:
    text = "Cllrs. Lee (Chair), Shah, Orgen- \r\r\r\rPryse, Ash and Mr Tom Reed"
    pieces = [text[a:b] for a, b in split_people(text)]
    person = person_mention(pieces[2], 0, name_end(pieces[2], listed=True), "", listed=True)
    assert len(pieces) == 5 and person is not None and person.name == "Orgen-Pryse"


def test_a_column_of_posts_before_the_names() -> None:
    text = "Present:\n\n| Mayor | Dr Ann Lee (Chair) |\n| Weir City Council | Cllr Bob Shah |\n"
    text += "| Care Board (co-opted) | Eve Dow |\n"
    assert [kind for _, kind, _ in rows(text)] == ["councillor", "councillor", "co-opted"]
    assert posts(text) == [("Dr Ann Lee", "Mayor"), ("Dr Ann Lee", "Chair")]


def test_a_mark_of_those_who_sent_apologies() -> None:
    text = "Membership attendance\n\nAnn Lee (Chairman)\nBob Shah\n*Eve Dow\n\n* denotes apologies sent.\n"
    assert [(name, status) for name, _, status in rows(text)] == [
        ("Ann Lee", "present"),
        ("Bob Shah", "present"),
        ("Eve Dow", "apologies"),
    ]


def test_an_item_that_no_heading_shows_ends_a_list() -> None:
    text = "In attendance: Mrs T Lee (Clerk)\n\n**189. Apologies** Cllrs. N Shah (holiday) & P Dow (work).\n\n"
    text += "**190. Declarations** Cllr Webb 196(b), neighbour."
    assert [(name, status) for name, _, status in rows(text, "m.md")] == [
        ("Mrs T Lee", "present"),
        ("N Shah", "apologies"),
        ("P Dow", "apologies"),
    ]


def test_officers_of_a_burgh_over_its_bailies() -> None:
    text = "Lord Provost Ian LEE\n\nBAILIES\n\nWillie SHAH\n\nKevin DOW\n\nCOUNCILLORS\n\nJohn WEBB\n\nAnn HALE\n"
    assert len(rows(text)) == 5 and {kind for _, kind, _ in rows(text)} == {"councillor"}
    assert posts(text) == [("Ian LEE", "Lord Provost")]


def test_a_sentence_behind_names_on_one_line() -> None:
    text = "PRESENT: Cllr A Lee Cllr B Shah APOLOGIES: Cllr C Dow Cllr D Webb The Town Clerk was in attendance."
    assert [name for name, _, status in rows(text) if status == "apologies"] == ["Cllr C Dow", "Cllr D Webb"]
