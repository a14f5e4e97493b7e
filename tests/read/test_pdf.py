"""PDF pages, generated with known text: what is one paragraph, what is furniture, what cannot be read."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from civicgraph.errors import DocumentError
from civicgraph.extract import extract
from civicgraph.model import Document
from civicgraph.read import pdf, read, read_bytes
from civicgraph.segment import segment
from made_pdf import pdf_of, printed_words
from made_tagged_pdf import Run, tagged_pdf
from same_facts import facts_of
from sample import ROOT

SAMPLES = sorted((ROOT / "data/documents").glob("*.[mt][dx]*"))
PRINTERS = ({}, {"justified": True, "font": "Times-Roman"}, {"gap": 2, "size": 12})


def document(data: bytes) -> Document:
    return read_bytes(data, path="paper.pdf", name="paper.pdf")


def blocks(read: Document) -> list[str]:
    return [" ".join(read.quote(block.span).split()) for block in read.blocks]


def page(draw: list[tuple[float, float, str]], size: tuple[float, float] = A4, **canvas: object) -> bytes:
    """One page with words at places, in points from the lower left."""
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=size, invariant=1, **canvas)
    for x, y, words in draw:
        sheet.drawString(x, y, words)
    sheet.save()
    return out.getvalue()


# -- paragraphs ------------------------------------------------------------------------------------------------------


def test_paragraphs_come_back_whole() -> None:
    printed = whole = 0
    for path in SAMPLES:
        original = read(path)
        for printer in PRINTERS:
            back = Counter(blocks(document(pdf_of(original, **printer))))  # type: ignore[arg-type]
            wanted = Counter(words for words in printed_words(original) if words)
            printed += wanted.total()
            whole += (wanted & back).total()
    assert printed > 1500
    assert whole >= 0.99 * printed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("printer", PRINTERS[:2], ids=["ragged", "justified"])
def test_the_same_facts_as_from_text(path: Path, printer: dict[str, object]) -> None:
    original = read(path)
    assert facts_of(document(pdf_of(original, **printer))) == facts_of(original)  # type: ignore[arg-type]


def test_a_paragraph_goes_on_over_the_page_and_keeps_the_page_it_began_on() -> None:
    long = " ".join(f"word{n}" for n in range(1200))
    original = read_bytes(f"Minutes\n\n{long} end\n\nAfter it.\n".encode(), path="a.txt", name="a.txt")
    back = document(pdf_of(original))
    assert blocks(back) == ["Minutes", f"{long} end", "After it."]
    assert [block.page for block in back.blocks] == [1, 1, 3]


def test_facts_say_on_which_page_they_stand() -> None:
    text = "Barset Council\nMinutes of the Audit Board held on 3 May 2021\n\n" + "It was long. " * 700
    original = read_bytes(f"{text}\n\n9. Kerbs\n\nRESOLVED that the report be noted.\n".encode(), path="a", name="a")
    back = document(pdf_of(original))
    found = extract(back, segment(back))
    assert [place.fragment for place in found.places] == ["page=1", "page=2"]
    assert found.places[1].start <= found.decisions[0].span.start


# -- layout ----------------------------------------------------------------------------------------------------------


def test_two_columns_of_names_stay_apart() -> None:
    names = [("Ann Lee", "Bob Shah"), ("Cy Moss", "Di Park"), ("Ed Hall", "Flo Reed")]
    rows = [(60 + 200 * k, 700 - 16 * n, name) for n, pair in enumerate(names) for k, name in enumerate(pair)]
    back = document(page([(60, 730, "Members present:"), *rows]))
    assert [[back.quote(cell) for cell in block.cells] for block in back.blocks[1:]] == [list(pair) for pair in names]


def test_what_stands_at_the_margin_does_not_cut_the_sentence_beside_it() -> None:
    lines = [
        "The clerk had asked the county about the drains at the green and would ask",
        "again before the next meeting, since no answer had come to the first letter.",
        "The hedge at the school was to be cut before the end of the month by the men",
        "who had cut it in the spring, and the cost was to be met from the reserve.",
        "A letter of thanks was to go to the school for the flowers at the memorial.",
    ]
    draw = [(60, 700 - 14 * n, line) for n, line in enumerate(lines)]
    draw += [(520, 700, "AL"), (520, 672, "BS"), (520, 644, "AL")]
    assert blocks(document(page(draw))) == [" ".join(lines[:2]), "AL", " ".join(lines[2:4]), "BS", lines[4], "AL"]


def test_a_ruled_table_gives_its_cells() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    table = [["Motion", "For", "Against"], ["Budget", "12", "3"], ["Kerbs", "9", "6"]]
    for row, cells in enumerate(table):
        for column, words in enumerate(cells):
            sheet.rect(60 + 150 * column, 700 - 20 * row, 150, 20)
            sheet.drawString(65 + 150 * column, 706 - 20 * row, words)
    sheet.save()
    back = document(out.getvalue())
    assert [[back.quote(cell) for cell in block.cells] for block in back.blocks] == table


def test_words_that_are_struck_through_are_there_and_do_not_count() -> None:
    head = [
        (60, 780, "Barset Council"),
        (60, 760, "Minutes of the Audit Board held on 3 May 2021"),
        (60, 720, "1. Kerbs"),
    ]
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    for x, y, words in head:
        sheet.drawString(x, y, words)
    sheet.drawString(60, 690, "RESOLVED that the report be noted.")
    sheet.drawString(60, 660, "RESOLVED that the report be rejected.")
    sheet.line(58, 664, 280, 664)
    sheet.drawString(60, 630, "RESOLVED that the kerbs be approved.")
    sheet.line(58, 628, 280, 628)  # under it
    sheet.save()
    back = document(out.getvalue())
    assert [back.quote(span) for span in back.struck] == ["RESOLVED that the report be rejected."]
    assert back.notes == ("one passage is struck through, and counts for nothing",)
    found = extract(back, segment(back))
    assert [decision.action for decision in found.decisions] == ["note", "approve"]


def test_the_strike_out_mark_of_an_editor_counts_too() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    sheet.drawString(60, 700, "To be rejected.")
    sheet.drawString(60, 670, "To be noted.")
    sheet.highlightAnnotation("", [60, 697, 160, 710], QuadPoints=[60, 710, 160, 710, 60, 697, 160, 697])
    sheet.save()
    back = document(out.getvalue().replace(b"/Subtype /Highlight", b"/Subtype /StrikeOut"))
    assert [back.quote(span) for span in back.struck] == ["To be rejected."]


def test_shadows_raised_letters_and_hyphens() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    for aside in (0, 0.6):
        sheet.drawString(60 + aside, 780 - aside, "AGENDA")
    text = sheet.beginText(60, 750)
    text.textOut("Held on 14")
    text.setFont("Helvetica", 7)
    text.setRise(4)
    text.textOut("th")
    text.setFont("Helvetica", 12)
    text.setRise(0)
    text.textOut(" May by Councillor Pardy-")
    sheet.drawText(text)
    sheet.drawString(60, 736, "McLaughlin of the north ward")
    sheet.save()
    assert blocks(document(out.getvalue()))[0] == "AGENDA"
    assert "14th May by Councillor Pardy-McLaughlin" in " ".join(blocks(document(out.getvalue())))


def test_a_page_on_its_side_is_read_as_it_is_looked_at() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    sheet.setPageRotation(90)
    sheet.translate(60, 60)
    sheet.rotate(90)
    sheet.drawString(0, -40, "Minutes of the Board")
    sheet.drawString(0, -60, "Held in the hall")
    sheet.rotate(-45)
    sheet.drawString(200, 0, "DRAFT")
    sheet.save()
    back = document(out.getvalue())
    assert blocks(back) == ["Minutes of the Board", "Held in the hall"]
    assert [(left.words, left.why) for left in back.dropped] == [("DRAFT", "text that does not stand upright")]
    assert blocks(document(page([(60, 500, "Wide minutes")], landscape(A4)))) == ["Wide minutes"]


# -- tags ------------------------------------------------------------------------------------------------------------


def test_tags_go_before_what_is_seen() -> None:
    back = document(
        tagged_pdf(
            [
                Run(words="Barset Town", page=1, x=60, y=820, tag=""),
                Run(words="MINUTES", page=1, x=60, y=780, tag="H1", element=1),
                Run(words="27.", page=1, x=60, y=750, element=2, cell=(1, 1)),
                Run(words="Apologies for Absence", page=1, x=100, y=750, element=3, cell=(1, 2)),
                Run(words="The Board heard that it ended here.", page=1, x=60, y=60, element=4),
                Run(words="And that it went on there.", page=2, x=60, y=780, element=4),
                Run(words="A new paragraph.", page=2, x=60, y=766, element=5),
                Run(words="2", page=2, x=300, y=20, tag=""),
            ]
        )
    )
    assert [(block.kind, block.marker, block.page, back.quote(block.words)) for block in back.blocks] == [
        ("heading", "", 1, "MINUTES"),
        ("list", "27", 1, "Apologies for Absence"),
        ("paragraph", "", 1, "The Board heard that it ended here. And that it went on there."),
        ("paragraph", "", 2, "A new paragraph."),
    ]
    assert {(left.words, left.why) for left in back.dropped} == {("Barset Town", "running head"), ("2", "page number")}


# -- furniture -------------------------------------------------------------------------------------------------------


def test_running_heads_and_page_numbers_are_left_out_and_can_be_shown() -> None:
    long = " ".join(f"word{n}" for n in range(3000))
    original = read_bytes(long.encode(), path="a.txt", name="a.txt")
    back = document(pdf_of(original))
    assert "Record of proceedings" not in back.text
    pages = max(left.page for left in back.dropped)
    assert pages > 3
    assert [left.words for left in back.dropped if left.why == "page number"] == [str(n + 1) for n in range(pages)]
    assert sum(left.why == "running head" for left in back.dropped) == pages


def test_the_council_in_a_running_head_is_kept_once() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    for number in range(3):
        sheet.drawString(60, 810, "Barset Town Council")
        sheet.drawString(60, 700, f"Text of the page {'abc'[number]}.")
        sheet.showPage()
    sheet.save()
    assert blocks(document(out.getvalue())) == ["Barset Town Council", *(f"Text of the page {x}." for x in "abc")]


def two_pages(second: list[str], top: float = 810) -> list[str]:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    for n, words in enumerate(["BARSET TOWN COUNCIL", "Minutes of 3 May 2011", "It was agreed to"]):
        sheet.drawString(60, 780 - 40 * n, words)
    sheet.showPage()
    for n, words in enumerate(second):
        sheet.drawString(60, top - 40 * n, words)
    sheet.save()
    return blocks(document(out.getvalue()))


def test_the_running_head_of_a_second_page_says_the_title_again() -> None:
    first = ["BARSET TOWN COUNCIL", "Minutes of 3 May 2011"]
    assert two_pages(["Barset Town Council", "mend the clock."]) == [*first, "It was agreed to mend the clock."]
    second = ["BARSET TOWN COUNCIL", "Minutes of 7 June 2011", "Nothing was agreed."]
    assert two_pages(second, top=762) == [*first, "It was agreed to", *second]
    assert two_pages(["BARSET TOWN COUNCIL"])[-1] == "BARSET TOWN COUNCIL"  # signed by it


# -- what cannot be read ---------------------------------------------------------------------------------------------


def picture(sheet: Canvas) -> None:
    from PIL import Image

    sheet.drawImage(ImageReader(Image.new("L", (60, 80), 128)), 0, 0, 595, 842)
    sheet.showPage()


def test_scanned_pages_are_named() -> None:
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    picture(sheet)
    sheet.drawString(60, 700, "Minutes of the Audit Board, with a page in between that is a picture")
    sheet.showPage()
    picture(sheet)
    sheet.showPage()  # blank, and no scan
    sheet.save()
    assert document(out.getvalue()).notes == ("pages 1 and 3 are a picture without text, and not read",)
    out = io.BytesIO()
    sheet = Canvas(out, pagesize=A4, invariant=1)
    picture(sheet)
    sheet.save()
    with pytest.raises(DocumentError, match="is scanned: page 1 is a picture without text"):
        document(out.getvalue())


def test_what_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    good = page([(60, 700, "Minutes of the Audit Board")])
    locked = page([(60, 700, "Minutes")], encrypt=pdfencrypt.StandardEncryption("secret", strength=128))
    with pytest.raises(DocumentError, match="is encrypted and asks for a password"):
        document(locked)
    opened = page([(60, 700, "Minutes")], encrypt=pdfencrypt.StandardEncryption("", "owner", canPrint=0))
    assert blocks(document(opened)) == ["Minutes"]
    with pytest.raises(DocumentError, match="is damaged"):
        document(good[:200])
    with pytest.raises(DocumentError, match="has no text"):
        document(page([(60, 700, " ")]))
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(DocumentError, match="has 2 pages, more than the 1 that are read"):
        document(tagged_pdf([Run(words="a", page=n, x=60, y=60, element=n) for n in (1, 2)]))


def test_bytes_before_the_signature_do_no_harm() -> None:
    assert blocks(document(b"\r\n\r\n" + page([(60, 700, "Minutes")]))) == ["Minutes"]


MADE = page([(60, 700 - 14 * n, f"{n}. The Board noted the report of the clerk.") for n in range(20)])


@given(st.data())
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_broken_files_are_read_or_named(data: st.DataObject) -> None:
    broken = bytearray(MADE if data.draw(st.booleans()) else TAGGED)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
        if not broken:
            return
    try:
        read = read_bytes(bytes(broken), path="broken.pdf", name="broken.pdf")
    except DocumentError as error:
        assert error.what
    else:
        assert all(
            0 <= b.span.start <= b.words.start <= b.words.end <= b.span.end <= len(read.text) for b in read.blocks
        )


TAGGED = tagged_pdf(
    [
        Run(words=f"{n}. The Board noted it.", page=1 + n // 20, x=60, y=780 - 14 * (n % 20), element=n, tag="P")
        for n in range(40)
    ]
)
