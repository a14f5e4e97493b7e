"""How houses set their minutes: columns, tables without borders, lists in cells, hyphens, letters set apart."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from civicgraph.extract import extract
from civicgraph.model import Document
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from made_tagged_pdf import Run, tagged_pdf

PROSE = (
    "Members considered a petition of residents who asked for a crossing at the junction of the two roads, where three"
    " people had been hurt since the school had moved to its new site. The ward member supported the petition and said"
    " that she had walked the route with parents and had found it alarming at the hours when lorries left the quarry."
)
OTHER = (
    "The officer reported that a survey had been commissioned and that the results were expected in the summer, after"
    " which a scheme could be designed, consulted upon and, if the funds allowed, built within the financial year, and"
    " that the cost of the temporary bridge had been met from the capital reserve."
)


def document(data: bytes) -> Document:
    return read_bytes(data, path="paper.pdf", name="paper.pdf")


def blocks(read: Document) -> list[str]:
    return [" ".join(read.quote(block.span).split()) for block in read.blocks]


def rows(read: Document) -> list[list[str]]:
    return [[read.quote(cell) for cell in block.cells] for block in read.blocks if block.kind == "row"]


class Sheet:
    """A page on which words are put at places, in points from the lower left."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1)

    def put(self, *draw: tuple[float, float, str], size: float = 11, font: str = "Helvetica") -> Sheet:
        self.canvas.setFont(font, size)
        for x, y, words in draw:
            self.canvas.drawString(x, y, words)
        return self

    def prose(self, words: str, x: float, y: float, width: float, size: float = 11) -> float:
        """Wrapped lines; the height of the line that would follow."""
        for line in simpleSplit(words, "Helvetica", size, width):
            self.put((x, y, line), size=size)
            y -= 1.25 * size
        return y

    def read(self) -> Document:
        self.canvas.save()
        return document(self.out.getvalue())


# -- columns of text -------------------------------------------------------------------------------------------------


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    sheet = Sheet().put((150, 800, "Minutes of the Annual Parish Meeting"))
    sheet.prose(PROSE, 60, 760, 220)
    sheet.prose(OTHER, 310, 757, 220)
    assert blocks(sheet.read()) == ["Minutes of the Annual Parish Meeting", PROSE, OTHER]


def test_a_letterhead_beside_the_title_stands_by_itself() -> None:
    address = ["Barset Town Council", "The Guildhall", "Fore Street", "Barset HM1 4AB", "Tel: 01999 555 0100"]
    sheet = Sheet().put(*((400, 800 - 11 * n, line) for n, line in enumerate(address)), size=9)
    sheet.put((60, 794, "Minutes"), size=16)
    y = sheet.prose("of the Meeting of the Town Council held on Tuesday 9 March 2021 at seven in the", 60, 772, 320)
    sheet.prose(PROSE, 60, y - 30, 470)
    read = blocks(sheet.read())
    assert read[:2] == ["Minutes", "of the Meeting of the Town Council held on Tuesday 9 March 2021 at seven in the"]
    assert read[2:] == [*address, PROSE]


def test_a_block_of_a_tagged_page_goes_on_at_the_top_of_the_next_column() -> None:
    sentence = [
        "Members considered the petition of",
        "Low Mill residents and",
        "Station Road ones, and the lead",
        "one.",
    ]
    places = [(60, 90), (60, 76), (310, 790), (310, 776)]
    runs = [Run(words=w, page=1, x=x, y=y, element=1) for w, (x, y) in zip(sentence, places, strict=True)]
    assert blocks(document(tagged_pdf(runs))) == [" ".join(sentence)]


# -- tables without borders ------------------------------------------------------------------------------------------


def test_cells_without_borders_go_on_over_lines() -> None:
    sheet = Sheet()
    lines = [
        ("Service", "Revised budget", "Variance"),
        ("", "for the year", "(under)"),
        ("Employee costs, and those of", "12,450", "(214)"),
        ("agency staff", "", ""),
        ("Director of Transport and", "918", "16"),
        ("Waste", "", ""),
    ]
    for n, cells in enumerate(lines):
        sheet.put(*((60 + 190 * k, 700 - 14 * n, words) for k, words in enumerate(cells) if words))
    assert rows(sheet.read()) == [
        ["Service", "Revised budget for the year", "Variance (under)"],
        ["Employee costs, and those of agency staff", "12,450", "(214)"],
        ["Director of Transport and Waste", "918", "16"],
    ]


def test_figures_level_with_the_last_line_of_their_label() -> None:
    sheet = Sheet().put((60, 700, "Staff"), (400, 700, "9.10"), (60, 672, "Mowing of the green and"))
    sheet.put((60, 658, "of the churchyard"), (400, 658, "12.50"), (60, 644, "Printing"), (400, 644, "3.00"))
    assert rows(sheet.read())[1:] == [["Mowing of the green and of the churchyard", "12.50"], ["Printing", "3.00"]]


def test_sums_far_under_their_columns_are_a_row() -> None:
    sheet = Sheet().put(
        (60, 700, "For"), (250, 700, "Against"), (60, 680, "Councillor Lee"), (250, 680, "Councillor Moss")
    )
    sheet.put(*((60, 660 - 20 * n, f"Councillor {name}") for n, name in enumerate(("Shah", "Park", "Hall"))))
    sheet.put((60, 600, "(4)"), (250, 600, "(1)"))
    assert rows(sheet.read())[-1] == ["(4)", "(1)"]


def test_justified_text_in_a_narrow_column_is_no_table() -> None:
    sheet = Sheet()
    words = OTHER.split()
    lines = [words[n : n + 5] for n in range(0, len(words) - 5, 5)]
    for n, line in enumerate(lines):
        wide = [sheet.canvas.stringWidth(word, "Helvetica", 11) for word in line]
        x, gap = 60.0, (260 - sum(wide)) / (len(line) - 1)
        for word, width in zip(line, wide, strict=True):
            sheet.put((x, 700 - 14 * n, word))
            x += width + gap
    assert blocks(sheet.read()) == [" ".join(word for line in lines for word in line)]


def test_a_figure_alone_in_its_line_is_not_lost() -> None:
    read = Sheet().put((60, 700, "Paid to the contractor"), (60, 640, "598.79"), (60, 600, "24/00096")).read()
    assert "598.79" in read.text and "24/00096" in read.text


def test_a_number_over_its_title_numbers_it() -> None:
    read = Sheet().put((60, 700, "48."), (60, 660, "Minutes"), (60, 620, "The minutes were confirmed.")).read()
    assert [(block.marker, read.quote(block.words)) for block in read.blocks][:2] == [("48", ""), ("", "Minutes")]


# -- tables with borders ---------------------------------------------------------------------------------------------


def ruled(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], *, last: bool = True) -> None:
    for x in xs:
        sheet.canvas.line(x, ys[0], x, ys[-1])
    for y in ys if last else ys[:-1]:
        sheet.canvas.line(xs[0], y, xs[-1], y)


def test_a_row_that_goes_on_over_the_page_has_no_line_under_it() -> None:
    sheet = Sheet()
    ruled(sheet, (60, 100, 400, 480), (700, 670, 560), last=False)
    sheet.put((64, 690, "No."), (104, 690, "Minute"), (404, 690, "Action"))
    sheet.put((64, 655, "5."), (104, 655, "Petition"), (404, 655, "Clerk"))
    sheet.prose(OTHER, 104, 641, 280)
    read = sheet.read()
    assert [(b.marker, read.quote(b.words)) for b in read.blocks[-3:]] == [
        ("5", "Petition"),
        ("", OTHER),
        ("", "Clerk"),
    ]


def test_a_number_in_the_middle_of_its_cell_is_that_of_the_text_beside_it() -> None:
    sheet = Sheet()
    ruled(sheet, (60, 100, 480), (700, 600, 500))
    for n, words in enumerate((PROSE, OTHER)):
        sheet.put((64, 650 - 100 * n, f"{n + 1}."))
        sheet.prose(words, 104, 690 - 100 * n, 360)
    assert [block.marker for block in sheet.read().blocks] == ["1", "2"]


def test_names_in_one_cell_are_entries() -> None:
    sheet = Sheet()
    ruled(sheet, (60, 150, 300, 400), (700, 650, 615))
    sheet.put(*((154, 688 - 13 * n, f"Councillor {name}") for n, name in enumerate(("Ann Lee", "Bob Shah", "Cy Moss"))))
    sheet.put((64, 688, "Present:"), (304, 688, "(Chair)"), (304, 675, "(Vice-Chair)"), (304, 662, "(from 7 pm)"))
    sheet.put((64, 638, "Apologies:"), (154, 638, "Di Park"))
    assert rows(sheet.read()) == [
        ["Present:", "Councillor Ann Lee", "(Chair)"],
        ["", "Councillor Bob Shah", "(Vice-Chair)"],
        ["", "Councillor Cy Moss", "(from 7 pm)"],
        ["Apologies:", "Di Park", ""],
    ]


def test_empty_cells_that_the_tags_leave_out_keep_their_column() -> None:
    cells = [(1, 60, "Member"), (1, 200, "Present"), (1, 300, "Apologies")]
    cells += [(2, 60, "Cllr Lee"), (2, 200, "x"), (3, 60, "Cllr Shah"), (3, 300, "x")]
    number, runs = {1: 0, 2: 0, 3: 0}, []
    for n, (row, x, words) in enumerate(cells):
        number[row] += 1
        runs.append(Run(words=words, page=1, x=x, y=700 - 20 * row, element=n + 1, cell=(row, number[row])))
    assert rows(document(tagged_pdf(runs))) == [
        ["Member", "Present", "Apologies"],
        ["Cllr Lee", "x", ""],
        ["Cllr Shah", "", "x"],
    ]


# -- words -----------------------------------------------------------------------------------------------------------


def test_letters_set_apart_are_one_word() -> None:
    sheet = Sheet()
    x = 200.0
    for letter in "PLANNING BOARD":
        x += 3.0 if letter == " " else 0.0
        sheet.put((x, 700, letter))
        x += sheet.canvas.stringWidth(letter, "Helvetica", 11) + 3.2
    sheet.put((60, 660, "Present: Cllrs M A Lee, P J Moss and T B Shah."))
    assert blocks(sheet.read()) == ["PLANNING BOARD", "Present: Cllrs M A Lee, P J Moss and T B Shah."]


def test_a_hyphen_at_the_end_of_a_line_goes_where_the_document_has_the_word_without_it() -> None:
    lines = [
        "The county highways team had been asked about the drains, and the high-",
        "ways office had not replied to it before the year-end, since at year-",
        "end the staff were few; a part-time clerk and a co-opted member, Ms Hale-",
        "Moss, would ask the contractor again.",
    ]
    read = Sheet().put(*((60, 700 - 14 * n, line) for n, line in enumerate(lines))).read()
    assert read.text == (
        "The county highways team had been asked about the drains, and the highways office had not replied to it before"
        " the year-end, since at year-end the staff were few; a part-time clerk and a co-opted member, Ms Hale-Moss,"
        " would ask the contractor again."
    )


def test_an_address_goes_on_over_lines() -> None:
    lines = [
        "The recording can be seen for six months after the meeting has been held, at",
        "https://democracy.barset.example/mgListen.aspx?",
        "MeetingId=4471&ItemId=20931 and in the library. See also https://barset.example/",
        "The clerk will help.",
    ]
    read = Sheet().put(*((60, 700 - 14 * n, line) for n, line in enumerate(lines))).read()
    assert "https://democracy.barset.example/mgListen.aspx?MeetingId=4471&ItemId=20931 and" in read.text
    assert "https://barset.example/ The" in " ".join(read.text.split())


def test_numbers_of_lines_are_no_part_of_the_text() -> None:
    sheet = Sheet().put((100, 780, "Draft minutes"), (90, 780, "1"), (300, 20, "4"))
    y = sheet.prose(f"{PROSE} {OTHER}", 100, 740, 400)
    count = round((740 - y) / 13.75)
    sheet.put(*((90 if n < 10 else 84, 740 - 13.75 * (n - 2), f"{n}") for n in range(2, count + 2)))
    read = sheet.read()
    assert blocks(read) == ["Draft minutes", f"{PROSE} {OTHER}"]
    assert read.dropped[0].words == " ".join(f"{n}" for n in range(1, count + 2))
    assert read.dropped[0].why == "line numbers"


def test_a_list_that_is_numbered_keeps_its_numbers() -> None:
    sheet = Sheet().put((60, 780, "Members present"))
    sheet.put(*((60, 750 - 14 * n, f"{n}") for n in range(1, 13)), *((80, 750 - 14 * n, "A Lee") for n in range(1, 13)))
    assert [block.marker for block in sheet.read().blocks][1:] == [f"{n}" for n in range(1, 13)]


def test_a_label_in_bold_begins_a_paragraph() -> None:
    sheet = Sheet().put((60, 700, "It was agreed to ask the county about the drains and the hedges along the lane to"))
    sheet.put((60, 686, "the mill, and to report to the next meeting of the Board in the Memorial Hall at noon."))
    sheet.put((60, 672, "Action:"), font="Helvetica-Bold").put((105, 672, "Clerk"))
    assert blocks(sheet.read())[-1] == "Action: Clerk"


def test_the_mark_of_a_footnote_leaves_its_word_on_its_line() -> None:
    sheet = Sheet()
    text = sheet.canvas.beginText(60, 600)
    for size, rise, words in ((6, 4, "1"), (11, 0, "Councillor Bevan joined the meeting by video")):
        text.setFont("Helvetica", size)
        text.setRise(rise)
        text.textOut(words)
    sheet.canvas.drawText(text)
    assert sheet.read().text == "1 Councillor Bevan joined the meeting by video"


def test_the_post_beside_a_name_is_that_of_the_person() -> None:
    sheet = Sheet().put((60, 800, "Barset Council"), (60, 780, "Minutes of the Audit Board held on 3 May 2021"))
    names = [
        ("Present:", "Councillor Ann Lee", "Chair"),
        ("", "Councillor Bob Shah", "Vice-Chair"),
        ("", "Councillor Cy Moss", ""),
        ("In attendance:", "Owen Hall", "Head of Finance"),
        ("", "Beth Reed", "Director of Place and"),
    ]
    for n, cells in enumerate(names):
        sheet.put(*((60 + 110 * k + 60 * (k == 2), 740 - 14 * n, words) for k, words in enumerate(cells) if words))
    sheet.put((60, 670, "Regeneration"), (60, 640, "1. Kerbs"), (60, 620, "RESOLVED that the report be noted."))
    read = sheet.read()
    found = extract(read, segment(read)).attendance
    assert [(one.person.name, one.role) for one in found] == [
        ("Councillor Ann Lee", "Chair"),
        ("Councillor Bob Shah", "Vice-Chair"),
        ("Councillor Cy Moss", ""),
        ("Owen Hall", "Head of Finance"),
        ("Beth Reed", "Director of Place and Regeneration"),
    ]
