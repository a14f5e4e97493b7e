"""What stands together on the page: wrapped paragraphs, lists with their printed markers, names a line each."""

from __future__ import annotations

import pytest

from civicgraph.errors import DocumentError
from civicgraph.model import Document
from civicgraph.read import read_bytes


def document(text: str, name: str = "minutes.txt") -> Document:
    return read_bytes(text.encode(), path=name, name=name)


def shown(text: str, name: str = "minutes.txt") -> list[tuple[str, str, str]]:
    read = document(text, name)
    return [(b.kind, b.marker, " ".join(read.quote(b.words).split())) for b in read.blocks]


WRAPPED = """\
The Committee considered a report of the Head of Streets, which set out
what had been done since the last meeting to mend the kerbs of the town,
and asked Members for their views on the order in which the rest should
be taken. Members were reminded that the budget for the year was spent.

Present:
Councillor A Thorne
Councillor B Crawley
The Committee considered a report of the Head of Parks, which set out a
plan for the trees of the park and the cost of their upkeep for a year.
Members asked what would become of the lime trees along the river walk,
and whether the new benches could be put in before the summer holidays.
"""


def test_a_wrapped_paragraph_is_one_block_and_names_are_a_line_each() -> None:
    kinds = [words for _, _, words in shown(WRAPPED)]
    assert kinds[0].startswith("The Committee considered a report of the Head of Streets")
    assert kinds[0].endswith("for the year was spent.")
    assert kinds[1:4] == ["Present:", "Councillor A Thorne", "Councillor B Crawley"]


def test_a_sentence_that_a_page_break_cuts_is_one_block() -> None:
    text = "4. To go on helping people who leave care to find\n\n---\n3\n\nwork at the end of their training.\n"
    assert shown(text)[0] == (
        "list",
        "4",
        "To go on helping people who leave care to find --- 3 work at the end of their training.",
    )


@pytest.mark.parametrize(
    ("line", "marker", "words"),
    [
        ("27. Kerbs", "27", "Kerbs"),
        ("14/17 Kerbs", "14/17", "Kerbs"),
        ("8.4 The Clerk reported", "8.4", "The Clerk reported"),
        ("(a)  To agree the minutes", "(a)", "To agree the minutes"),
        ("Item 3: Kerbs", "Item 3", "Kerbs"),
        ("-  School places", "-", "School places"),
        ("iv. that the report be noted", "iv.", "that the report be noted"),
        ("16.09.3 Minutes", "16.09.3", "Minutes"),
    ],
)
def test_printed_markers(line: str, marker: str, words: str) -> None:
    assert shown(line) == [("list", marker, words)]


@pytest.mark.parametrize(
    "line",
    ["12 March 2013", "2.00 pm on Tuesday", "S. Giles (Legal)", "2017 was a good year", "24/7 support was offered"],
)
def test_what_is_no_marker(line: str) -> None:
    assert shown(line)[0][1] == ""


def test_markdown_marks_are_taken_out_and_offsets_hold() -> None:
    read = document("#### 18. **Declarations**\n\nheld on 14<sup>th</sup> September, **2017**\n", "m.md")
    assert read.text == "18. Declarations\n\nheld on 14th September, 2017\n"
    assert [(b.kind, b.level, b.marker) for b in read.blocks] == [("heading", 4, "18"), ("paragraph", 0, "")]
    assert all(read.text[b.span.start : b.span.end].strip() for b in read.blocks)


def test_a_table_row_keeps_its_cells() -> None:
    read = document("<b>Name</b>\t<b>Title</b>\nAnn Thorne\tHead of Streets\n", "m.md")
    assert [[read.quote(c) for c in b.cells] for b in read.blocks] == [
        ["Name", "Title"],
        ["Ann Thorne", "Head of Streets"],
    ]


def test_the_text_of_a_plain_file_is_the_files_own() -> None:
    text = "Minutes\u00a0of  the Board\n\n**Not bold** here\n"
    assert document(text).text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 minutes", "is damaged: it begins as a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"a\x00\x01\x02\x03\x04\x05\x06\x07\x08b\x0e\x0f\x10", "is not text"),
        (b"a" * 300_000, "300,000 characters in one line"),
        (b"- \n---\n", "no words"),
    ],
)
def test_what_is_no_document_is_named(data: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says):
        read_bytes(data, path="x.md", name="x.md")


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_encodings(encoding: str, note: str) -> None:
    text = "Councillor O’Boyle – the Chair\n"
    read = read_bytes(text.encode(encoding), path="x.txt", name="x.txt")
    assert read.text == text
    assert (note in " ".join(read.notes)) if note else read.notes == ()


def test_line_ends_of_other_systems() -> None:
    assert (
        read_bytes(b"Minutes\r\nof the Board\rheld\n", path="x", name="x.txt").text == "Minutes\nof the Board\nheld\n"
    )


def test_markdown_is_told_by_its_escaped_numbers_whatever_the_name() -> None:
    text = "1\\. Apologies\n\nNone.\n\n2\\. Minutes\n\nSigned.\n\n3\\. Trees\n\nFelled.\n"
    assert [marker for _, marker, _ in shown(text, "m.txt") if marker] == ["1", "2", "3"]


def test_cells_of_many_lines_under_the_headings_of_minutes() -> None:
    table = (
        "Parks Panel\n\nItem | Title | Minutes |\n7 | APOLOGIES |\n"
        "Apologies were received from Councillor Lee.\nAll others came. |\n"
        "8 | PARKS | PARKS\nThe Panel noted the report. |\nThe Chair closed the meeting.\n"
    )
    assert [(marker, words) for _, marker, words in shown(table)[1:]] == [
        ("7", ""), ("", "APOLOGIES"), ("", "Apologies were received from Councillor Lee."), ("", "All others came."),
        ("8", ""), ("", "PARKS"), ("", "The Panel noted the report."), ("", "The Chair closed the meeting."),
    ]  # fmt: skip


def test_headings_of_minutes_that_no_stroke_closes() -> None:
    table = (
        "Parks Panel\n\nItem | Title | Minutes\n\n7 | Apologies |\nThere were none. |\n\n8 | Election of a Chair | |\n"
    )
    assert [(marker, words) for _, marker, words in shown(table)[1:]] == [
        ("7", ""), ("", "Apologies"), ("", "There were none."), ("8", ""), ("", "Election of a Chair"),
    ]  # fmt: skip


def test_a_numbered_table_right_above_the_headings_of_another() -> None:
    above = "Parks Panel\n\n| 1 | Gates | |\n| | They were mended. | |\n| 2 | Paths | |\n"
    below = "Item | Title | Minutes |\n3 | HEDGES | They were cut. |\n"
    assert [kind for kind, _, _ in shown(above + below)] == [kind for kind, _, _ in shown(f"{above}\n{below}")]
    assert "row" not in {kind for kind, _, _ in shown(above + below)}


def test_columns_and_labels_are_a_line_each() -> None:
    said = "The Council met at the County Hall, and these were present, who had all been sent a summons by the"
    columns = "Ann Lee Marchmont         Bob Shah Illingham         Cy Webb Quarrington-Smythe"
    votes = "For: Councillors Lee, Shah, Webb, Ames, Moss, Dale, Hill, Boyd, Reed and Slater"
    text = "\n".join([f"{said}\nClerk in good time for it."] * 5 + [columns, columns, "", votes, "Against: Cllr Cole"])
    words = [words for _, _, words in shown(text)][5:]
    assert [line.split()[0] for line in words] == ["Ann", "Ann", "For:", "Against:"]


def test_blanks_that_all_lines_begin_with_say_nothing() -> None:
    assert shown("".join(f"    {line}" for line in WRAPPED.splitlines(True))) == shown(WRAPPED)


def test_titles_in_capitals_go_on_in_capitals() -> None:
    text = "4. TO CONFIRM THE MINUTES OF THE MEETING OF\nTHE BOROUGH COUNCIL\n\nAgreed.\n"
    assert shown(text)[0][2] == "TO CONFIRM THE MINUTES OF THE MEETING OF THE BOROUGH COUNCIL"
    assert [words for _, _, words in shown("4. MINUTES\nRESOLVED\n5. TOWN CLOCK\nCLLR LEE\n")] == [
        "MINUTES", "RESOLVED", "TOWN CLOCK", "CLLR LEE",
    ]  # fmt: skip


def test_a_title_ends_where_its_line_has_room_for_more() -> None:
    text = (
        "7. The kerbs of the streets around the market place and station\nThe Clerk reported that they had been laid.\n"
    )
    assert [words for _, _, words in shown(WRAPPED * 7 + "\n" + text)][-2:] == [
        "The kerbs of the streets around the market place and station",
        "The Clerk reported that they had been laid.",
    ]


def test_an_outcome_in_capitals_is_a_line_of_its_own() -> None:
    text = (
        WRAPPED * 2 + "\n8. Exclusion of the Public while an Item about Staff is Discussed\nRESOLVED that they leave.\n"
    )
    assert [words for _, _, words in shown(text)][-2:] == [
        "Exclusion of the Public while an Item about Staff is Discussed",
        "RESOLVED that they leave.",
    ]


def test_a_number_within_a_name_opens_no_clause() -> None:
    text = WRAPPED * 2 + "\n9. The findings on kerbs of the Streets, Parks and Open Spaces\n(2) Task and Finish Group\n"
    assert shown(text)[-1][2].endswith("Open Spaces (2) Task and Finish Group")
