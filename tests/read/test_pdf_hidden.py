"""What is in a PDF and not on its pages, or not where it seems to be: layers, covers, forms, crops, fields."""

from __future__ import annotations

import pytest

from civicgraph.errors import DocumentError
from civicgraph.model import Document
from civicgraph.read import read_bytes
from made_tagged_pdf import stream, written_pdf


def document(data: bytes) -> Document:
    return read_bytes(data, path="paper.pdf", name="paper.pdf")


def words(at: int, text: str) -> bytes:
    return b"BT /F1 11 Tf 1 0 0 1 60 %d Tm (%s) Tj ET\n" % (at, text.encode())


SEEN = words(700, "RESOLVED that the report be noted.")
SECRET = words(600, "Mr A Lee of Mill Lane")
LAYER = {6: b"<</Type/OCG/Name(Notes)>>"}
OFF = b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[6 0 R]>>>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"


@pytest.mark.parametrize(
    "data",
    [
        written_pdf(SEEN + SECRET + b"0 g 50 590 300 24 re f"),
        written_pdf(SEEN + b"1 1 1 rg " + SECRET),
        written_pdf(SEEN + b"q 3 Tr " + SECRET + b" Q"),
        written_pdf(SEEN + b"/G gs " + SECRET, resources=b"/ExtGState<</G<</ca 0/CA 0>>>>"),
        written_pdf(
            SEEN + b"/OC /L BDC " + SECRET + b" EMC", resources=b"/Properties<</L 6 0 R>>", objects=LAYER, catalog=OFF
        ),
        written_pdf(
            SEEN + b"/X Do",
            resources=b"/XObject<</X 7 0 R>>",
            objects={**LAYER, 7: stream(SECRET, b"/OC 6 0 R" + FORM)},
            catalog=OFF,
        ),
    ],
    ids=["under a black box", "white on white", "invisible", "transparent", "layer", "form on a layer"],
)
def test_what_cannot_be_seen_is_not_said(data: bytes) -> None:
    read = document(data)
    assert read.text == "RESOLVED that the report be noted."
    assert [note.split(" ", 1)[1] for note in read.notes] == ["words are in the file that cannot be seen on page 1"]
    assert "Lee" not in repr(read)


def test_what_can_be_seen_is_said_however_it_is_drawn() -> None:
    ground = b"0 g 50 590 300 24 re f 1 1 1 rg " + SECRET + b"0 g .9 g 50 490 300 24 re f 0 g "
    read = document(written_pdf(SEEN + ground + words(500, "On a grey ground")))
    assert read.text.split("\n\n")[1:] == ["Mr A Lee of Mill Lane", "On a grey ground"]
    assert read.notes == ()


def test_lines_of_a_table_count_within_a_form_too() -> None:
    drawn = b"".join(b"60 %d m 400 %d l S " % (y, y) for y in (700, 660, 620))
    drawn += b"".join(b"%d 620 m %d 700 l S " % (x, x) for x in (60, 200, 400))
    for n, cells in enumerate((("Motion", "For"), ("To build the wall", "12"))):
        drawn += b"".join(
            b"BT /F1 11 Tf 1 0 0 1 %d %d Tm (%s) Tj ET " % (64 + 140 * k, 685 - 40 * n, cell.encode())
            for k, cell in enumerate(cells)
        )
    drawn += b"BT /F1 11 Tf 1 0 0 1 64 632 Tm (Along the river) Tj ET"
    form = stream(drawn, b"/Matrix[1 0 0 1 20 30]" + FORM)
    read = document(written_pdf(b"/X Do", resources=b"/XObject<</X 7 0 R>>", objects={7: form}))
    assert [[read.quote(cell) for cell in block.cells] for block in read.blocks] == [
        ["Motion", "For"],
        ["To build the wall Along the river", "12"],
    ]


@pytest.mark.parametrize(
    ("box", "page"),
    [("-50 -50 645 892", b"/CropBox[40 40 560 800]"), ("595 842 0 0", b""), ("0 0 595 842", b"/UserUnit 2")],
)
def test_words_keep_their_place_on_any_page(box: str, page: bytes) -> None:
    right = b"BT /F1 11 Tf 1 0 0 1 500 400 Tm (Clerk) Tj ET"
    assert document(written_pdf(SEEN + right, box=box, page=page)).text.split("\n\n")[-1] == "Clerk"


def test_coordinates_beyond_all_paper_do_no_harm() -> None:
    far = b"BT /F1 1e20 Tf 1 0 0 1 60 60 Tm (large) Tj ET 0 0 m 1e30 1e30 l S "
    far += b"BT /F1 9 Tf 1 0 0 1 1e30 -1e30 Tm (far) Tj ET"
    for box in ("0 0 595 842", "0 0 1e9 1e9", "0 0 0 0", "-1e38 -1e38 1e38 1e38"):
        assert document(written_pdf(SEEN + far, box=box)).text == "RESOLVED that the report be noted."


def test_type_without_letters_is_named() -> None:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[7 0 R]>>"
    under = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Foo"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Foo/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
        b"/Descent -200/CapHeight 700/StemV 80>>>>"
    )
    with pytest.raises(DocumentError, match="page 1 is set in type that does not say which letters it shows"):
        document(written_pdf(SEEN, objects={5: font, 7: under}))


def test_notes_and_fields_on_the_page_and_files_beside_it_are_named() -> None:
    marks = {
        7: b"<</Type/Annot/Subtype/FreeText/Rect[60 400 300 420]/Contents(Signed in my presence)/DA(/F1 11 Tf)>>",
        8: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(chair)/V(A Lee)/Rect[60 350 300 370]/DA(/F1 11 Tf 0 g)/P 3 0 R>>",
        9: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(clerk)/V()/Rect[60 320 300 340]/DA(/F1 11 Tf 0 g)/P 3 0 R>>",
    }
    data = written_pdf(SEEN, objects={**marks, **ATTACHED}, page=b"/Annots[7 0 R 8 0 R 9 0 R]", catalog=FILES)
    assert document(data).notes == (
        "2 notes or filled fields stand on page 1, not read",
        "1 file is attached, not read",
    )


ATTACHED = {10: b"<</Type/Filespec/F(a.pdf)/UF(a.pdf)/EF<</F 11 0 R>>>>", 11: stream(b"abcd", b"/Type/EmbeddedFile")}
FILES = b"/Names<</EmbeddedFiles<</Names[(a.pdf) 10 0 R]>>>>"


def test_a_page_that_only_says_which_program_to_open_is_no_paper() -> None:
    wrapper = words(700, "For the best experience, open this PDF portfolio in Adobe Reader X or later.")
    with pytest.raises(DocumentError, match="is a portfolio: its papers are 1 attached file"):
        document(written_pdf(wrapper, objects=ATTACHED, catalog=b"/Collection<</View/T>>" + FILES))
    wait = words(700, "Please wait... your PDF viewer may not be able to display this type of document.")
    form = {7: stream(b"<xdp></xdp>")}
    with pytest.raises(DocumentError, match="is a form whose pages only"):
        document(written_pdf(wait, objects=form, catalog=b"/AcroForm<</XFA 7 0 R/Fields[]>>"))
