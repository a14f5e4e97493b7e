"""The text of a document with its facts: pieces of it, and quotations one inside another."""

from __future__ import annotations

import pytest

from civicgraph.web.pages.reading import PIECE, Fact, Words, piece, stretches


def words(start: int, end: int, kind: str = "decision") -> Words:
    fact = Fact(iri=f"urn:{start}", kind=kind, label="")
    return Words(start=start, end=end, quote="", rules=(), fragment="", facts=(fact,), around=(), kind=kind)


@pytest.mark.parametrize("text", ["", "a", "line\n" * 20_000, "x" * 100_000, ("y" * 30_000 + "\n") * 5])
def test_pieces_follow_each_other_and_hold_what_they_are_asked_for(text: str) -> None:
    at = 0
    while at < len(text):
        start, end = piece(text, at)
        assert start == at < end <= start + 2 * PIECE
        for inside in (start, (start + end) // 2, end - 1):
            assert piece(text, inside) == (start, end)
        at = end
    assert piece(text, len(text) + 5) == piece(text, max(0, len(text) - 1))


def test_quotations_inside_others_keep_every_character() -> None:
    text = "RESOLVED that the Director of Finance report back."
    found = [words(0, 50), words(18, 37, "post"), words(30, 37, "organisation")]
    parts = list(stretches(text, 0, len(text), found))
    assert "".join(part.text for part in parts) == text
    assert [part.words.start if part.words else None for part in parts] == [0, 18, 30, 0]
    assert [part.opens for part in parts] == [("char=0,50",), ("char=18,37",), ("char=30,37",), ()]
    assert all(part.within == "decision" for part in parts)


def test_a_quotation_that_begins_before_the_piece_is_in_it() -> None:
    parts = list(stretches("abcdefgh", 4, 8, [words(2, 6)]))
    assert [(part.text, part.words is not None) for part in parts] == [("ef", True), ("gh", False)]
