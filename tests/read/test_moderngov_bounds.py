"""Whatever XML comes: bounded time and memory, a sentence for what cannot be read, and nothing fetched."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answered import COMMITTEES, WARDS, meeting, soap
from civicgraph.errors import DocumentError
from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.read.html import pieces_of
from civicgraph.segment import segment

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))


def refused(data: bytes) -> str:
    began = time.process_time()
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, path="x.xml", name="x.xml")
    assert time.process_time() - began < 5
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE meeting [{LAUGHS}]>",
        '<!DOCTYPE meeting [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE meeting SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE meeting [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
        f"<!-- {'x' * 30_000} --><!DOCTYPE meeting [{LAUGHS}]>",
    ],
)
def test_entities_and_document_types(doctype: str) -> None:
    answer = meeting().replace("Town Hall", "&l9;&x;") if "x SYSTEM" in doctype else meeting()
    said = refused(f'<?xml version="1.0"?>{doctype}{answer}'.encode())
    assert "document type" in said or "broken XML" in said


def test_an_entity_that_nobody_declares() -> None:
    assert "broken XML" in refused(meeting().replace("Town Hall", "&nbsp;").encode())


def test_deep_wide_and_long() -> None:
    deep = "<meeting>" + "<a>" * 100_000 + "</a>" * 100_000 + "</meeting>"
    assert "more in one place" in refused(deep.encode())
    assert "more elements" in refused(("<meeting>" + "<a/>" * 1_000_000 + "</meeting>").encode())
    assert "more elements" in refused(("<meeting " + " ".join(f'a{n}=""' for n in range(700_000)) + "/>").encode())
    assert refused(b"<meeting><meetingdate>" + b"x" * 12_000_000 + b"</meetingdate></meeting>")
    assert "more than the 20 MB" in refused(b"<meeting>" + b" " * 21_000_000 + b"</meeting>")


def test_a_minute_that_nests_without_end() -> None:
    from answered import item

    began = time.process_time()
    document = read_bytes(
        meeting(item("1.", "Deep", minutes="<div>" * 50_000 + "The kerbs." + "<ul><li>" * 50_000)).encode(),
        path="x",
        name="x",
    )
    assert "Deep" in document.text
    assert any("nests its elements" in note and "minutesnonemptyhtmlbody" in note for note in document.notes)
    assert time.process_time() - began < 5


def test_many_rows_are_read_in_time() -> None:
    people = tuple(
        (str(n), f"Councillor A{'bcdefghij'[n % 9]} Thorne", "", "Present", "", "", "") for n in range(5_000)
    )
    began = time.process_time()
    document = read_bytes(meeting(people=people).encode(), path="x", name="x")
    segment(document)
    assert sum(block.kind == "row" for block in document.blocks) == 5_001
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8", "utf-16"), ("utf-8", "iso-8859-1"), ("utf-8-sig", "utf-8"), ("cp1252", "utf-8"),
        ("cp1252", "windows-1252"), ("iso-8859-14", "iso-8859-14"), ("utf-16", "utf-16"), ("utf-16-le", "utf-8"),
        ("utf-8", "no-such-encoding"), ("cp1252", "punycode"), ("utf-8", "utf-7"),
    ],
)  # fmt: skip
def test_encodings_by_what_the_bytes_are(encoding: str, declared: str) -> None:
    answer = f'<?xml version="1.0" encoding="{declared}"?>' + meeting().replace(
        "Town Hall", "Neuadd Dŵr" if "14" in encoding else "Café"
    )
    document = read_bytes(answer.encode(encoding), path="x.xml", name="x.xml")
    assert ("Neuadd Dŵr" if "14" in encoding else "Café") in document.text


def test_signs_that_xml_cannot_hold() -> None:
    document = read_bytes(meeting().replace("Town Hall", "Town&#x0B;Hall&#31;").encode(), path="x", name="x")
    assert "Town Hall" in document.text
    assert "signs that XML cannot hold are read as spaces" in document.notes


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.data())
def test_mutated_answers_are_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([meeting(), soap(meeting()), WARDS, COMMITTEES])).encode()
    chance = random.Random(data.draw(st.integers(0, 10_000)))
    mutated = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(mutated))
        kind = chance.randint(0, 3)
        if kind == 0:
            mutated[at] = chance.randrange(256)
        elif kind == 1:
            del mutated[at : at + chance.randint(1, 80)]
        elif kind == 2:
            mutated[at:at] = mutated[chance.randrange(len(mutated)) :][:60]
        else:
            mutated[at:at] = chance.choice([b"<", b"&", b"\x00", b"]]>", b"<![CDATA[", b"\xff\xfe", b"<meeting>"])
    try:
        document = read_bytes(bytes(mutated), path="x.xml", name="x.xml")
    except DocumentError:
        return
    assert all(0 <= b.span.start <= b.words.start <= b.words.end <= len(document.text) for b in document.blocks)
    extract(document, segment(document))


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_words_in_a_minute(words: str) -> None:
    for piece in pieces_of(words, "x"):
        assert "\n" not in piece.words
        assert piece.words == " ".join(piece.words.split())
