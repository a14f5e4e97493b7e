"""Kept whole: the sample documents as web pages give the same paragraphs and the same facts; and whatever bytes come, a
document or a sentence."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicgraph.errors import DocumentError
from civicgraph.extract import extract
from civicgraph.model import Document, Findings
from civicgraph.read import read, read_bytes
from civicgraph.segment import segment
from made_html import html_of
from sample import DOCUMENTS

SAMPLES = sorted(DOCUMENTS.iterdir())


def as_page(document: Document) -> Document:
    return read_bytes(html_of(document), path="page.html", name="page.html")


def words(document: Document) -> list[str]:
    return [" ".join(document.quote(b.words).split()) for b in document.blocks if b.kind != "rule"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_paragraph_comes_back_as_one_block(path: Path) -> None:
    document = read(path)
    there, back = words(document), set(words(as_page(document)))
    kept = [one for one in there if one in back or not one]
    assert len(kept) >= 0.99 * len(there), [one for one in there if one and one not in back]


def facts(findings: Findings) -> dict[str, list[tuple[object, ...]]]:
    """Meetings, attendance, items and decisions without where they stand."""
    return {
        "meetings": [(m.body.name if m.body else "", m.date, m.start, m.end) for m in findings.meetings],
        "attendance": [(a.person.name, a.kind, a.status, a.role) for a in findings.attendance],
        "items": [(i.number, i.title, i.private, i.planned) for i in findings.items],
        "decisions": [(d.item, d.label, d.status, d.action, [t.name for t in d.targets]) for d in findings.decisions],
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_page_states_the_same_facts(path: Path) -> None:
    document = read(path)
    page = as_page(document)
    assert facts(extract(page, segment(page))) == facts(extract(document, segment(document)))


# -- whatever comes --------------------------------------------------------------------------------------------------

PAGE = html_of(read(SAMPLES[1]))
BITS = (
    b"<table>", b"</table>", b"<td>", b"<ol start=99999999999>", b"<li value=-3>", b"</div>", b"<b>", b"<p style='",
    b'"', b"<!--", b"-->", b"<![if x]>", b"&#0;", b"&#xD800;", b"\x00", b"\xff", b"<script>", b"<pre>", b"<ul><ol><li>",
    b"<tr>", b"<?xml ?>", b"]]>", b"<svg>", b"</body>",
)  # fmt: skip


def survives(data: bytes) -> None:
    try:
        document = read_bytes(data, path="p.html", name="p.html")
    except DocumentError as error:
        assert str(error).startswith("p.html")
        return
    for block in document.blocks:
        assert document.text[block.span.start : block.span.end].strip()
        assert all(block.span.start <= cell.start <= cell.end <= block.span.end for cell in block.cells)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(
        st.one_of(st.sampled_from(BITS), st.binary(max_size=12), st.text(max_size=12).map(str.encode)), max_size=40
    )
)
def test_any_tags_in_any_order(bits: list[bytes]) -> None:
    survives(b"<html>" + b"Minutes ".join(bits))


@pytest.mark.parametrize("seed", range(12))
def test_a_page_with_holes(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(PAGE)
    for _ in range(40):
        at = chance.randrange(len(data))
        if chance.random() < 0.5:
            del data[at : at + chance.randrange(1, 60)]
        else:
            data[at:at] = chance.choice(BITS)
    survives(bytes(data))


BOMBS = {
    "deep blocks": b"<div>" * 100_000 + b"x",
    "deep lists": b"<ul><li>" * 900 + b"x",
    "deep tables": b"<table><tr><td>" * 600 + b"x",
    "deep menus": b"<div class=menu>" * 1_900 + b"<p>x</p>" * 10_000,
    "deep formatting": b"<p>one" + b"<font><b>" * 30_000 + b"<p>two",
    "attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">x",
    "few attributes": b"<p " + b" ".join(b"a%d=1" % n for n in range(5_000)) + b">x",
    "unclosed": b"<p>x" * 15_000,
    "entities": b"<p>" + b"&amp;&nbsp;&#8217;&nosuch;" * 20_000,
    "quotes": b"<p a=\"" * 40_000,
    "brackets": b"<" * 500_000,
    "tags": b"<b></b>" * 400_000,
    "one word": b"<p>" + b"a" * 1_000_000,
    "breaks": b"<p>" + b"a<br>" * 15_000,
    "cells": b"<table><tr>" + b"<td>x" * 15_000,
    "classes": b"<style>" + b".a{font-weight:bold}" * 20_000 + b"</style><p class='" + b"a " * 20_000 + b"'>x",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_time_is_bounded(name: str) -> None:
    start = time.process_time()
    survives(b"<!DOCTYPE html><html><body><p>Minutes of the Council</p>" + BOMBS[name])
    assert time.process_time() - start < 8


def test_what_nests_by_mistake_is_read_all_the_same() -> None:
    page = b"<!DOCTYPE html><body>" + b"".join(b"<p><font><b>Minute %d" % n for n in range(3_000))
    assert len(read_bytes(page, path="p", name="p").blocks) == 3_000
