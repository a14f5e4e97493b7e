"""Forms and tables: a label beside its value, a list under the head of its column, a person and whether he came."""

from __future__ import annotations

import pytest

from civicgraph.extract import extract
from civicgraph.model import Part
from civicgraph.segment import segment
from word import document, p, r, table, word

HEAD = p(r("Minutes of the Planning Committee held on Tuesday 12 May 2015 at 2.00 pm", "<w:b/>"))
ITEMS = p("1. Apologies") + p("None.") + p("2. Trees") + p("The report was noted.")


def part(body: str) -> Part:
    return segment(document(word(body)))[0]


def names(*rows: tuple[str, ...], over: str = "") -> list[tuple[str, str | None, list[str]]]:
    """(status, kind, lines) of the lists of minutes with a table of who was there."""
    read = document(word(HEAD + over + table(*rows) + ITEMS))
    return [(n.status, n.kind, [read.quote(line) for line in n.lines]) for n in segment(read)[0].names if n.lines]


def came(*rows: tuple[str, ...]) -> set[tuple[str, str | None, str]]:
    """(status, kind, person) as the minutes with this table state them."""
    read = document(word(HEAD + table(*rows) + ITEMS))
    return {(a.status, a.kind, a.person.name) for a in extract(read, segment(read)).attendance}


def test_lists_under_the_heads_of_their_columns() -> None:
    rows = (("Members present", "Apologies"), ("Councillor A Lee", "Councillor C Khan"), ("Councillor B Shah", ""))
    assert names(*rows) == [
        ("present", "councillor", ["Councillor A Lee", "Councillor B Shah"]),
        ("apologies", None, ["Councillor C Khan"]),
    ]  # fmt: skip


def test_heads_that_say_who_stand_under_a_label_that_says_they_came() -> None:
    rows = (("Councillors", "Officers"), ("Councillor A Lee", "Ann Roe"), ("Councillor B Shah", "Tom Brown"))
    assert names(*rows, over=p("Present:")) == [
        ("present", "councillor", ["Councillor A Lee", "Councillor B Shah"]),
        ("present", "officer", ["Ann Roe", "Tom Brown"]),
    ]  # fmt: skip
    assert names(*rows) == []  # nothing says that they did


@pytest.mark.parametrize(
    "rows",
    [
        (("Name", "Position", "Attendance"), ("Councillor A Lee", "Chair", "Present"),
         ("Councillor B Shah", "", "Apologies"), ("Ann Roe", "Head of Planning", "Present")),
        (("Name", "Position", "Present", "Apologies"), ("Councillor A Lee", "Chair", "✓", ""),
         ("Councillor B Shah", "", "", "✓"), ("Ann Roe", "Head of Planning", "Yes", "-")),
        (("Councillor A Lee", "Chair", "Present"), ("Councillor B Shah", "Member", "Apologies"),
         ("Ann Roe", "Head of Planning", "Present")),
    ],
)  # fmt: skip
def test_a_row_says_whether_its_person_came(rows: tuple[tuple[str, ...], ...]) -> None:
    assert came(*rows) == {
        ("present", "councillor", "Councillor A Lee"), ("apologies", "councillor", "Councillor B Shah"),
        ("present", "officer", "Ann Roe"),
    }  # fmt: skip


def test_signs_that_nobody_explains_say_nothing() -> None:
    rows = (("Name", "Attendance"), ("Councillor A Lee", "A"), ("Councillor B Shah", "L"), ("Councillor C Khan", "3/4"))
    assert came(*rows) == set()
    both = (("Name", "Present", "Apologies"), ("Councillor A Lee", "x", "x"), ("Councillor B Shah", "", ""))
    assert came(*both) == set()


def test_a_label_beside_names_is_read_as_before() -> None:
    assert names(("Present:", "Councillor A Lee", "Councillor B Shah"), ("Apologies:", "Councillor C Khan", "")) == [
        ("present", None, ["Councillor A Lee", "Councillor B Shah"]), ("apologies", None, ["Councillor C Khan"]),
    ]  # fmt: skip


DECISION = p("That the Cabinet Member:") + p("(1) approved the repair of the kerbs; and") + p("(2) noted the cost.")


@pytest.mark.parametrize(
    "rows",
    [
        (("Decision maker", "Cabinet Member for Transport"), ("Date of decision", "12 May 2015"),
         ("Title", "Kerbs in the town"), ("Wards affected", "All"), ("Key decision", "No"), ("Decision", DECISION),
         ("Date of publication", "20 May 2015")),
        (("Decision taken by:", "Cabinet Member for Transport"), ("Published:", "20 May 2015"),
         ("Date:", "12 May 2015"), ("Subject:", "Kerbs in the town")),
        (("Decision maker", "Cabinet Member for Transport"), ("Published", "20 May 2015"),
         ("Date of decision", "12 May 2015"), ("Subject", "Kerbs in the town")),
    ],
)  # fmt: skip
def test_a_notice_of_a_decision(rows: tuple[tuple[str, ...], ...]) -> None:
    found = part(p(r("Record of Executive Decision", "<w:b/>")) + table(*rows))
    assert found.kind == "decision-notice"
    assert found.body and found.body.text == "Cabinet Member for Transport"
    assert found.date and found.date.text == "2015-05-12"
    assert [item.title.text for item in found.items] == ["Kerbs in the town"]


def test_a_numbered_form() -> None:
    rows = (("1.", "Decision maker", "Cabinet Member for Transport"), ("2.", "Date of decision", "12 May 2015"),
            ("3.", "Subject", "Kerbs in the town"), ("4.", "Key decision", "No"))  # fmt: skip
    found = part(p(r("Record of Executive Decision", "<w:b/>")) + table(*rows))
    assert (found.body and found.body.text, found.date and found.date.text) == (
        "Cabinet Member for Transport", "2015-05-12"
    )  # fmt: skip
    assert [item.title.text for item in found.items] == ["Kerbs in the town"]


def test_a_value_ends_at_the_next_label_known_or_not() -> None:
    rows = (("Report title", "Kerbs"), ("Wards affected", "All"), ("Summary", "Short."), ("Key decision", "No"),
            ("Risks", p("Some people may fall.") + p("Others not.")), ("Report of", "Head of Streets"))  # fmt: skip
    fields = {f.label.text: f.value.text for f in part(p("Cabinet") + table(*rows) + p("1. Background")).fields}
    assert fields == {
        "title": "Kerbs",
        "wards": "All",
        "summary": "Short.",
        "key-decision": "No",
        "by": "Head of Streets",
    }


def test_a_header_in_a_table() -> None:
    rows = (
        ("Meeting", "Planning Committee"),
        ("Date", "12 May 2015"),
        ("Time", "2.00 pm"),
        ("Venue", "Committee Room 1"),
    )
    for form in (rows, tuple((f"{label}:", value) for label, value in rows)):
        found = part(p("Minutes") + table(*form) + p("Present: Councillor A Lee") + ITEMS)
        said = [q.text if q else "" for q in (found.body, found.date, found.start, found.venue)]
        assert said == ["Planning Committee", "2015-05-12", "14:00", "Committee Room 1"]


def test_a_number_with_its_full_stop_is_an_items() -> None:
    found = part(HEAD + p("27.\tKerbs") + p("Noted.") + p("28.\tTrees") + p("Noted."))
    assert [(item.number, item.title.text) for item in found.items] == [("27", "Kerbs"), ("28", "Trees")]
