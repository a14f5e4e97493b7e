"""What is no Word document, and what is one and cannot be read: a sentence each, in bounded time and memory."""

from __future__ import annotations

import io
import random
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicgraph.errors import DocumentError
from civicgraph.read import FORMATS, docx, read_bytes
from civicgraph.read.docx import package
from civicgraph.read.raw import Raw
from civicgraph.read.signatures import OLE
from printed import printed
from word import NAMESPACES, WORDML, document, lists, lvl, p, r, style, table, word, zipped


def says(data: bytes, name: str = "minutes.docx") -> str:
    with pytest.raises(DocumentError) as told:
        read_bytes(data, path=name, name=name)
    return str(told.value)


def ole(*streams: str) -> bytes:
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>"}), "is an Excel workbook"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "is a PowerPoint presentation"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), r"is an OpenDocument text \(.odt\)"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "is an OpenDocument spreadsheet"),
        (zipped({"mimetype": "application/epub+zip"}), "is an electronic book"),
        (zipped({"Index/Document.iwa": "x"}), "is an Apple Pages"),
        (zipped({"minutes.pdf": "%PDF"}), "is a ZIP archive"),
        (zipped({}), "is a ZIP archive"),
        (ole("WordDocument"), r"is an old Word document \(.doc\)"),
        (ole("Workbook"), "is an old Excel workbook"),
        (ole("EncryptionInfo", "EncryptedPackage"), "locked with a password"),
        (ole("Workbook", "WordDocument"), "is an old Word, Excel or PowerPoint file"),
        (rb"{\rtf1\ansi Minutes}", "is a Rich Text file"),
        (b"PK\x03\x04 and no more", "is a damaged Word or ZIP file"),
        (word(p("Minutes"))[:-300], "is a damaged Word or ZIP file"),
    ],
)
def test_what_it_is_is_said(data: bytes, what: str) -> None:
    for name in ("minutes.docx", "minutes.txt", "minutes.md"):
        with pytest.raises(DocumentError, match=what):
            read_bytes(data, path=name, name=name)
    assert "; " in says(data)  # and what to do


def test_a_zip_with_a_password() -> None:
    data = bytearray(zipped({"minutes.txt": "Minutes"}))
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in says(bytes(data))


@pytest.mark.parametrize("main", ["document.main+xml", "template.main+xml"])
def test_documents_and_templates_under_any_name(main: str) -> None:
    raw = Raw(data=word(p("Minutes"), main=main), path="x.txt", name="x.txt")
    assert docx.is_docx(raw)
    assert read_bytes(raw.data, path="x.txt", name="x.txt").source.media_type == docx.MEDIA_TYPE


def test_a_document_with_macros_and_a_main_part_of_another_name() -> None:
    with zipfile.ZipFile(io.BytesIO(word(p("Minutes")))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files = {
        name.replace("word/document.xml", "text/main.xml"): content.replace(
            b"word/document.xml", b"text/main.xml"
        ).replace(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        )
        for name, content in files.items()
    }
    assert document(zipped(files)).text == "Minutes"


def changed(name: str, content: str | bytes | None, body: str = "") -> bytes:
    with zipfile.ZipFile(io.BytesIO(word(body or p("Minutes", num="1", level=0)))) as archive:
        files: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    files.pop(name, None)
    return zipped(files if content is None else files | {name: content})


def test_missing_parts() -> None:
    assert "no words in it" not in says(changed("word/document.xml", "<w:document"))
    assert document(changed("word/_rels/document.xml.rels", None)).text == "Minutes"
    assert document(changed("_rels/.rels", None)).text == "Minutes"
    assert document(changed("[Content_Types].xml", None)).text == "Minutes"
    gone = '<Relationship Id="a" Type="x/numbering" Target="../../../../etc/passwd"/>'
    gone += '<Relationship Id="b" Type="x/styles" Target="http://example.org/styles.xml" TargetMode="External"/>'
    assert document(word(p("Minutes"), relations=gone)).text == "Minutes"
    types = f'<Types><Override PartName="/word/other.xml" ContentType="{WORDML}document.main+xml"/></Types>'
    assert "without its text" in says(zipped({"[Content_Types].xml": types}))


def test_nothing_in_it() -> None:
    assert "no words" in says(word(""))
    assert "no words" in says(changed("word/document.xml", "<other/>"))


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (f"{LAUGHS}<w:document {NAMESPACES}><w:body>{p(r('&i;'))}</w:body></w:document>", "defines a document type"),
        (f'<!DOCTYPE w SYSTEM "file:///etc/passwd"><w:document {NAMESPACES}/>', "defines a document type"),
        (f"{LAUGHS}<w/>".encode("utf-16"), "defines a document type"),
        ("<w:document>", "is a damaged Word document"),
        (b"\xff\xfe\x00", "is a damaged Word document"),
        (
            f"<w:document {NAMESPACES}><w:body>{'<w:sdt>' * 230}{'</w:sdt>' * 230}</w:body></w:document>",
            "inside one another",
        ),
        (f"<w:document {NAMESPACES}><w:body>{'<w:tbl>' * 9000}", "is a damaged Word document"),
    ],
)
def test_xml_that_is_none_or_hostile(xml: str | bytes, what: str) -> None:
    began = time.process_time()
    assert what in says(changed("word/document.xml", xml))
    assert time.process_time() - began < 2


def bomb(member: str, size: int, said: int | None = None) -> bytes:
    """A Word document with a member of so many spaces, which says of itself that it has `said`."""
    with zipfile.ZipFile(io.BytesIO(word(p("Minutes")))) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist() if name != member}
    data = zipped(files | {member: b" " * size})
    if said is not None:
        crc = zlib.crc32(b" " * size).to_bytes(4, "little")
        old, new = size.to_bytes(4, "little"), said.to_bytes(4, "little")
        at = data.find(crc)
        while at >= 0:
            data = data[: at + 8] + data[at + 8 : at + 12].replace(old, new) + data[at + 12 :]
            at = data.find(crc, at + 4)
    return data


def test_members_that_unpack_to_more_than_any_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 3_000_000)
    assert "more than 3 MB of text" in says(bomb("word/document.xml", 4_000_000))
    assert "is a damaged Word document" in says(bomb("word/document.xml", 4_000_000, said=1_000))
    assert document(bomb("word/media/map.png", 4_000_000)).text == "Minutes"


def test_a_zip_of_too_many_members() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n in range(20_100):
            archive.writestr(zipfile.ZipInfo(f"{n}"), b"")
    assert "more than 20,000 members" in says(out.getvalue())


def test_deep_nesting_is_read_or_refused_never_a_crash() -> None:
    nested = p("deep")
    for _ in range(40):
        nested = table((nested,))
    assert document(word(nested)).text == "deep"
    runs = r("deep")
    for _ in range(150):
        runs = f"<w:ins>{runs}</w:ins>"
    assert document(word(f"<w:p>{runs}</w:p>")).text == "deep"


def test_styles_that_are_based_on_one_another() -> None:
    circle = style("A", "A", based="B") + style("B", "B", based="A")
    assert document(word(p("Minutes", style="A"), styles=circle)).text == "Minutes"
    chain = "".join(style(f"S{n}", "S", based=f"S{n + 1}") for n in range(3000))
    began = time.process_time()
    assert document(word("".join(p("Minutes", style=f"S{n}") for n in range(300)), styles=chain)).blocks
    assert time.process_time() - began < 2


def test_a_number_cannot_grow_without_bounds() -> None:
    long = lists({"0": lvl(0, "lowerRoman", "%1" * 5000, start=32_000)}, {"1": "0"})
    read = document(word(p("a", num="1", level=0) * 200, numbering=long))
    assert len(read.text) < 400_000


def test_five_hundred_pages_in_a_second() -> None:
    body = (p("The Committee considered a report and noted it. " * 8) + p("RESOLVED", num="1", level=0)) * 4_000
    began = time.process_time()
    read = document(word(body, numbering=lists({"0": lvl(0, "decimal", "%1.")}, {"1": "0"})))
    assert time.process_time() - began < 5  # on a busy machine
    assert printed(read, read.blocks[-1]) == "4000."


PARTS = word(
    p("Minutes", style="H")
    + p("Apologies", num="1", level=0)
    + table(("Present:", p("A Lee") + p("B Shah")), ("1.", "x")),
    numbering=lists({"0": lvl(0, "decimal", "%1.")}, {"1": "0"}),
    styles=style("H", "heading 1"),
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.randoms(use_true_random=False))
def test_bytes_that_were_changed_on_the_way(chance: random.Random) -> None:
    data = bytearray(PARTS)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    _read_or_refused(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))


WORDS = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:sdtContent",
    "w:del",
    "w:pPr",
    "w:numPr",
    "w:fldChar",
]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.randoms(use_true_random=False))
def test_elements_where_word_never_puts_them(chance: random.Random) -> None:
    def some(depth: int) -> str:
        name = chance.choice(WORDS)
        inside = "".join(some(depth - 1) for _ in range(chance.randint(0, 3))) if depth else "words 1."
        value = chance.choice(("", ' w:val="-1"', ' w:val="1"', ' w:val="x"', ' w:fldCharType="begin"', ' w:ilvl="99"'))
        return f"<{name}{value}>{inside}</{name}>"

    odd = some(4)
    _read_or_refused(word(odd + p("Minutes"), numbering=odd, styles=odd, header1=odd))


def _read_or_refused(data: bytes) -> None:
    try:
        read = read_bytes(data, path="x.docx", name="x.docx")
    except DocumentError as error:
        assert str(error)
    else:
        assert all(read.text[b.span.start : b.span.end].strip() for b in read.blocks)


def test_the_reader_is_in_the_list_of_formats() -> None:
    assert docx.MEDIA_TYPE in {form.media_type for form in FORMATS}
