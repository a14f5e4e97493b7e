"""A paper typed with broken lines states what it states with whole ones."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from civicgraph.read import read_bytes
from same_facts import facts_of

LONG = 150  # characters of a line that nobody broke
PAPERS = [
    path
    for path in sorted((Path(__file__).parents[2] / "data/gold/documents").glob("*.txt"))
    if max(map(len, path.read_text(encoding="utf-8").split("\n"))) > LONG
]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [72, 100])
def test_broken_lines_state_the_same(path: Path, width: int) -> None:
    whole = path.read_text(encoding="utf-8")
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in whole.split("\n"))
    broken = "\n".join(piece for pieces in lines for piece in pieces)
    assert broken != whole
    expected, got = (facts_of(read_bytes(text.encode(), path="m.txt", name="m.txt")) for text in (whole, broken))
    for kind in ("council", "items", "decisions", "votes", "referrals", "reports"):
        assert got[kind] == expected[kind], kind
