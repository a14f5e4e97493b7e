from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.model import Findings
from civicgraph.read import read
from civicgraph.segment import segment

HEAD = """Marshdale Borough Council
Minutes of the meeting of Planning Committee held on 3 May 2022

Present: Councillors A Reed, B Tucker and C Hale

1. Declarations of Interest

{}

2. Any other business

There was none.
"""


def findings(tmp_path: Path, text: str) -> Findings:
    path = tmp_path / "minutes.txt"
    path.write_text(HEAD.format(text), encoding="utf-8")
    document = read(path)
    return extract(document, segment(document))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Councillor Reed declared a personal interest in item 4 as a friend of Councillor Hale.", ["Councillor Reed"]),
        ("A prejudicial interest was declared by Councillor Tucker.", ["Councillor Tucker"]),
        ("There were no declarations of interest.", []),
        ("No interests were declared by Councillor Tucker or any other Member.", []),
    ],
)
def test_declarations(tmp_path: Path, text: str, people: list[str]) -> None:
    assert [declared.person.name for declared in findings(tmp_path, text).declarations] == people


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The forecast overspend of £1.2 million was noted.", ("1200000", "GBP", "overspend")),
        ("A grant of €5,000 was offered.", ("5000", "EUR", "grant")),
        ("Work would cost £850K.", ("850000", "GBP", "cost")),
        ("The figure of £12.50 was queried.", ("12.50", "GBP", "")),
    ],
)
def test_amounts_with_their_role(tmp_path: Path, text: str, amount: tuple[str, str, str]) -> None:
    found = findings(tmp_path, text).amounts
    assert [(one.value, one.currency, one.role) for one in found] == [amount]
