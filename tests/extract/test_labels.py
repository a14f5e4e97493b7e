"""What is printed before a clause, and what hangs on it: sub-clauses, lists of reasons, sub-headings."""

from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.extract.decisions.labels import joined, kind_of, next_of
from civicgraph.read import read
from civicgraph.segment import segment
from record import found


@pytest.mark.parametrize(
    ("label", "before", "kind"),
    [("2", "", "number"), ("1.2", "", "number"), ("c", "", "letter"), ("i", "", "roman"), ("i", "h", "letter")],
)
def test_kind(label: str, before: str, kind: str) -> None:
    assert kind_of(label, before) == kind


@pytest.mark.parametrize(
    ("label", "first", "after"),
    [("2", "1", "3"), ("4.1", "4.1", "4.2"), ("iv", "i", "v"), ("b", "a", "c"), ("z", "a", "")],
)
def test_next(label: str, first: str, after: str) -> None:
    assert next_of(label, first) == after


def test_joined() -> None:
    levels, whole = joined([("number", "2")], "b")
    assert whole == "2b"
    assert joined(levels, "3") == ([("number", "3")], "3")
    assert joined([("number", "4")], "4.1") == ([("number", "4.1")], "4.1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # labels without signs, and on a line of their own
        (
            "It was resolved to:\n\nA  Note the members appointed\n\nB  Confirm the terms of reference.",
            [("a", "note"), ("b", "approve")],
        ),
        (
            "RESOLVED that:\n\nA Subject to the views of the Panel, the plan be adopted.\n\nB The map be amended.",
            [("a", "approve"), ("b", "amend")],
        ),
        (
            "RESOLVED:\n\nThat Cabinet:\n\nA:  Welcomes the Council's bid;\n\nB:  Instructs officers to report back.",
            [("a", "note"), ("b", "request")],
        ),
        (
            "Resolved that -\n\n(1)\n\nthe report be noted;\n\n(2)\n\nthe lease be renewed.",
            [("1", "note"), ("2", "approve")],
        ),
        (
            "RESOLVED: That\n\n1 (a) the fee be agreed; and\n\n(b) the letter be noted;\n\n2 the bench be moved.",
            [("1a", "approve"), ("1b", "note"), ("2", "approve")],
        ),
        (
            "RESOLVED that: (1)(a) the plan be approved; (b) the map be amended; (2) the Clerk be asked to print both.",
            [("1a", "approve"), ("1b", "amend"), ("2", "request")],
        ),
        (
            "RESOLVED:\n\nThe Committee agrees the following:\n\n1.1  Approve the lease.\n\n1.2  Note the receipt.",
            [("1.1", "approve"), ("1.2", "note")],
        ),
        # reasons and conditions are no clauses
        (
            "RESOLVED - That permission be REFUSED for the following reasons:\n\n1. It is too high.\n\n2. It floods.",
            [("", "reject")],
        ),
        (
            "RESOLVED:\n\n1. That permission be GRANTED subject to these conditions:\n\n(a) Work shall begin.\n\n"
            "(b) The access shall be kept.\n\n2. That the fee be noted.",
            [("1", "approve"), ("2", "note")],
        ),
        (
            "RESOLVED that the public be excluded on the grounds that:\n\ni) it is exempt; and\n\nii) it is private.",
            [("", "exclude")],
        ),
        (
            "Decision:\n\nThat officers go on with the Order except where:\n\na) a Member objects; or\n\nb) ten do.",
            [("", "approve")],
        ),
        # sub-headings within a resolution
        (
            "RESOLVED to agree the following:\n\nRevenue Budget\n\n1. The budget of £12m be set.\n\nCouncil Tax\n\n"
            "2. The charge of £181 be noted.",
            [("1", "approve"), ("2", "note")],
        ),
    ],
)
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(label, action) for label, action, _ in found(text).decided()] == expected


def test_what_a_page_of_decisions_numbers_was_decided(tmp_path: Path) -> None:
    text = (
        "Issue - decisions\n\nTraffic orders\n\n20/01/2023 - Traffic orders\n\ni) The Director of Roads, having "
        "seen what the objectors wrote, approves the orders;\n\nii) the Clerk be authorised to seal them.\n"
    )
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path)
    assert [(d.label, d.action) for d in extract(document, segment(document)).decisions] == [
        ("i", "approve"),
        ("ii", "delegate"),
    ]
    head = text[: text.index("i) ")]
    path.write_text(f"{head}a) Tax Base (Minute 120)\n\nb) Council Tax (Minute 121)\n", encoding="utf-8")
    document = read(path)
    assert extract(document, segment(document)).decisions == ()


def test_paragraphs_that_begin_with_an_article_have_no_label() -> None:
    assert found("RESOLVED that:\n\nA new bench be bought.").decided() == [("", "approve", "A new bench be")]
