"""The sample documents, dressed as Word documents, come back whole and say the same."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.model import Document, Findings, Span
from civicgraph.read import read, read_bytes
from civicgraph.read.compose import Piece
from civicgraph.segment import segment
from civicgraph.values.text import squash
from made_docx import FOOT, HEAD, docx_of, pieces_of
from sample import DOCUMENTS

SAMPLES = sorted(DOCUMENTS.iterdir())
TABLES = (
    "meetings", "items", "attendance", "posts", "reports", "routes", "decisions", "referrals", "votes", "ballots",
    "approvals", "citations", "declarations",
)  # fmt: skip


def as_word(path: Path) -> tuple[Document, tuple[Piece, ...], Document]:
    document = read(path)
    pieces = pieces_of(document)
    return document, pieces, read_bytes(docx_of(pieces), path=f"{path.stem}.docx", name=f"{path.stem}.docx")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_paragraph_comes_back_as_one_block(path: Path) -> None:
    _, pieces, word = as_word(path)
    asked = Counter((p.kind, p.marker, p.words, _filled(p.cells), p.bold) for p in pieces if p.kind != "rule")
    found = Counter(
        (
            block.kind,
            squash(word.text[block.span.start : block.words.start]),
            "" if block.kind == "row" else word.quote(block.words),
            _filled(tuple(word.quote(cell) for cell in block.cells)),
            block.bold,
        )
        for block in word.blocks
        if block.kind != "rule"
    )
    assert sum((asked & found).values()) >= 0.99 * sum(asked.values())
    assert {(d.words, d.why) for d in word.dropped} >= {(HEAD, "running head"), (FOOT, "running foot")}
    assert HEAD not in word.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_facts_are_the_same(path: Path) -> None:
    document, _, word = as_word(path)
    asked, found = (extract(one, segment(one)) for one in (document, word))
    for table in TABLES:
        assert _rows(word, found, table) == _rows(document, asked, table), table


def _filled(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells up to the last that says something: a table of Word has as many in each row."""
    last = max((n for n, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:last]


def _rows(document: Document, findings: Findings, table: str) -> list[object]:
    return [_said(document, row) for row in getattr(findings, table)]


def _said(document: Document, value: object) -> object:
    """A statement without where it stands: the words of a clause for its span."""
    if dataclasses.is_dataclass(value) and not isinstance(value, Span | type):
        fields = [f.name for f in dataclasses.fields(value) if f.name not in ("span", "whole", "resolution")]
        return {name: _said(document, getattr(value, name)) for name in fields}
    if isinstance(value, Span):
        return squash(document.quote(value))
    if isinstance(value, tuple):
        return [_said(document, one) for one in value]
    return squash(value) if isinstance(value, str) else value
