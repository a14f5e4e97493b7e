"""Titles as parts of patterns: the longest form wins, capitals count, and no other module writes the list out."""

from __future__ import annotations

import re

import pytest

from civicgraph.values.honorifics import AFTER_SHORT, CIVIL, MEMBER, MEMBER_S, MEMBERS, POLICE, SHORT, TITLE_S
from sample import ROOT


@pytest.mark.parametrize(
    ("part", "yes", "no"),
    [
        (
            MEMBER,
            ("Cllr", "COUNCILLOR", "Co. Councillor", "Honorary Alderman"),
            ("Councillors", "Council", "Mr"),
        ),
        (MEMBERS, ("Cllrs", "Councillors", "Cynghorwyr"), ("Cllr",)),
        (MEMBER_S, ("Cllr", "Cllrs"), ("Clerk",)),
        (CIVIL, ("Mrs", "MR", "Rt. Hon", "Professor"), ("Cllr", "Mrs Lee")),
        (POLICE, ("PCSO", "PC", "Chief Inspector", "Sgt"), ("Chief",)),
        (TITLE_S, ("Messrs", "Cllr"), ("Mayor",)),
    ],
)
def test_forms(part: str, yes: tuple[str, ...], no: tuple[str, ...]) -> None:
    pattern = re.compile(part)
    assert all(pattern.fullmatch(form) for form in yes)
    assert not any(pattern.fullmatch(form) for form in no)


def test_a_stop_behind_a_short_form() -> None:
    assert {"Cllr", "Mr", "Sgt", "Prof"} <= SHORT
    assert "Councillor" not in SHORT
    assert re.search(AFTER_SHORT + r"\.", "Cllr. Lee")
    assert not re.search(AFTER_SHORT + r"\.", "The Council. Then")


def test_written_out_nowhere_else() -> None:
    listed = re.compile(r"Mr\|Mrs|Cllrs?\??\|C|Councillors?\??\|C")
    files = [p for p in (ROOT / "pipeline").rglob("*") if p.suffix in (".py", ".toml")]
    assert [str(p) for p in files if listed.search(p.read_text(encoding="utf-8"))] == []
