"""Tables of Word documents as councils make them: data in rows, and text that a table only arranges."""

from __future__ import annotations

from printed import printed
from word import document, lines, lists, lvl, p, r, table, tc, tr, word

BOLD = "<w:b/>"


def bold(words: str) -> str:
    return p(r(words, BOLD))


def shown(body: str, **parts: str) -> list[tuple[str, str, str]]:
    """(kind or role, marker, words) of each block."""
    read = document(word(body, **parts))
    return [(b.role or b.kind, printed(read, b), read.quote(b.words).replace("\t", " | ")) for b in read.blocks]


def test_data_are_rows() -> None:
    rows = table(("Name", "Title", "Ward"), ("Ann Lee", "Head of Streets", ""), ("Tom Brown", "", "Foleshill"))
    assert lines(word(rows)) == ["Name | Title | Ward", "Ann Lee | Head of Streets | ", "Tom Brown |  | Foleshill"]
    read = document(word(rows))
    assert [[read.quote(cell) for cell in b.cells] for b in read.blocks][1] == ["Ann Lee", "Head of Streets", ""]


def test_merged_cells_say_their_words_once() -> None:
    wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = "<w:tbl>" + tr(tc("Budget", wide), tc("Year")) + tr(tc("Roads", first), tc("£5"), tc("2015"))
    rows += (
        tr(tc("Roads", below), tc("£6"), tc("2016")) + tr(tc("Total of all", '<w:gridSpan w:val="3"/>')) + "</w:tbl>"
    )
    assert lines(word(rows)) == ["Budget |  | Year", "Roads | £5 | 2015", " | £6 | 2016", "Total of all"]
    read = document(word(rows))
    assert [b.kind for b in read.blocks] == ["row", "row", "row", "paragraph"]


def test_struck_words_in_a_cell() -> None:
    struck = p("of ", r("Roads", "<w:strike/>"))
    read = document(word(table(("Ann Lee", struck, "x"), ("a", "b", "c"))))
    assert [read.quote(span) for span in read.struck] == ["Roads"]


def test_one_column_is_a_frame() -> None:
    inner = table(("Name", "Post"), ("Ann Lee", "Clerk"))
    assert shown(table((bold("Anytown Council"),), (p("Minutes") + inner + p("End"),))) == [
        ("paragraph", "", "Anytown Council"), ("paragraph", "", "Minutes"), ("row", "", "Name | Post"),
        ("row", "", "Ann Lee | Clerk"), ("paragraph", "", "End"),
    ]  # fmt: skip


AGENDA = table(
    (bold("No."), bold("Item"), bold("Action")),
    ("1.", bold("Apologies") + p("Apologies were received from Councillor Lee."), ""),
    ("2.", bold("Trees") + p("The report was noted.") + p("RESOLVED that the limes be kept."), "RB"),
    ("", p("The Chair thanked the officers."), ""),
)


def test_an_agenda_in_a_table_is_read_as_one_without() -> None:
    assert shown(AGENDA) == [
        ("row", "", "No. | Item | Action"), ("list", "1.", "Apologies"),
        ("paragraph", "", "Apologies were received from Councillor Lee."), ("list", "2.", "Trees"),
        ("paragraph", "", "The report was noted."), ("paragraph", "", "RESOLVED that the limes be kept."),
        ("paragraph", "", "RB"), ("paragraph", "", "The Chair thanked the officers."),
    ]  # fmt: skip
    assert [b.bold for b in document(word(AGENDA)).blocks][1] is True


def test_an_agenda_whose_numbers_word_counts() -> None:
    def number() -> str:
        return p("", num="1", level=0)

    rows = table((number(), bold("Apologies")), (number(), bold("Trees") + p("Noted.")))
    numbering = lists({"0": lvl(0, "decimal", "%1.")}, {"1": "0"})
    assert shown(rows, numbering=numbering) == [
        ("list", "1.", "Apologies"), ("list", "2.", "Trees"), ("paragraph", "", "Noted."),
    ]  # fmt: skip


def test_times_and_presenters_beside_items() -> None:
    rows = table(("1", "Apologies", "Chair", "2.00"), ("2", "Audit plan\nTo note the plan", "Ann Lee", "2.10"))
    assert shown(rows) == [
        ("list", "1", "Apologies"), ("paragraph", "", "Chair"), ("paragraph", "", "2.00"), ("list", "2", "Audit plan"),
        ("paragraph", "", "To note the plan"), ("paragraph", "", "Ann Lee"), ("paragraph", "", "2.10"),
    ]  # fmt: skip


def test_text_with_a_column_of_actions_at_its_right() -> None:
    rows = table(
        ("Minute", "Action"),
        (bold("1. Apologies") + p("None were received."), ""),
        (bold("2. Audit plan") + p("The Committee noted the plan and asked for a report in June."), p("Ann Lee")),
    )
    assert shown(rows) == [
        ("row", "", "Minute | Action"), ("list", "1.", "Apologies"), ("paragraph", "", "None were received."),
        ("list", "2.", "Audit plan"),
        ("paragraph", "", "The Committee noted the plan and asked for a report in June."), ("paragraph", "", "Ann Lee"),
    ]  # fmt: skip


def test_titles_at_the_left_of_their_text() -> None:
    rows = table(("1. Apologies", "None."), ("2. Trees", p("The report was noted.") + p("RESOLVED to keep the limes.")))
    assert [(marker, words) for _, marker, words in shown(rows)] == [
        ("1.", "Apologies"), ("", "None."), ("2.", "Trees"), ("", "The report was noted."),
        ("", "RESOLVED to keep the limes."),
    ]  # fmt: skip


def test_numbered_data_stay_rows() -> None:
    rows = table(("No.", "Payee", "Amount"), ("1", "Kerbs Ltd", "£500"), ("2", "Trees Ltd", "£70"))
    assert [kind for kind, _, _ in shown(rows)] == ["row", "row", "row"]
    amounts = table(("250", "Oak Street"), ("90", "Elm Street"))
    assert [kind for kind, _, _ in shown(amounts)] == ["row", "row"]


def test_a_label_stands_over_its_value() -> None:
    rows = table(
        ("Present:", p("Councillor A Lee (Chair)") + p("Councillor B Shah")),
        ("Apologies:", "Councillor C Khan"),
        ("", "D Roy"),
    )
    assert shown(rows) == [
        ("label", "", "Present:"), ("paragraph", "", "Councillor A Lee (Chair)"),
        ("paragraph", "", "Councillor B Shah"), ("label", "", "Apologies:"), ("paragraph", "", "Councillor C Khan"),
        ("paragraph", "", "D Roy"),
    ]  # fmt: skip


def test_lists_side_by_side_each_under_its_head() -> None:
    rows = table(
        (bold("Members"), bold("Officers"), bold("Apologies")),
        (p("Councillor A Lee") + p("Councillor B Shah"), p("Ann Roe") + p("Tom Brown"), "Councillor C Khan"),
    )
    assert [words for _, _, words in shown(rows)] == [
        "Members", "Councillor A Lee", "Councillor B Shah", "Officers", "Ann Roe", "Tom Brown", "Apologies",
        "Councillor C Khan",
    ]  # fmt: skip


def test_a_table_of_tasks_keeps_its_rows() -> None:
    long = (
        "To ask the Head of Streets when the kerbs of the High Street will be mended, and to tell the ward members so. "
    )
    rows = table(
        ("Date", "Action", "Who"), ("12 May", p(long) + p("Chased in June."), "AL"), ("9 June", "Write back", "TB")
    )
    assert [kind for kind, _, _ in shown(rows)] == ["row", "row", "row"]


def test_a_table_without_words_and_one_too_wide() -> None:
    huge = '<w:gridSpan w:val="99999"/>'
    rows = "<w:tbl>" + tr(tc("a", huge), tc("b")) + tr(tc("c"), tc("d")) + "</w:tbl>"
    assert len(document(word(rows + table(("", ""), ("", "")) + "<w:tbl/>")).text) < 500
