"""Appointments that are a line each under a title that says so."""

import pytest

from record import found

ROLL = "Cllr A Hale (Chairman), Cllr B Lowe, Cllr C Reed"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hall Trust: Cllr Hale", ["Cllr Hale"]),
        ("(3) Almshouses - Cllrs Lowe & Reed.", ["Lowe", "Reed"]),
        ("Budget - Cllrs Hale, Reed and the Clerk", ["Hale", "Reed", "Clerk"]),
        ("Path wardens: A Hale, B Lowe", ["A Hale", "B Lowe"]),
    ],
)
def test_who_is_named_to_what(line: str, names: list[str]) -> None:
    (decision,) = found(f"# Election of representatives\n{line}", present=ROLL).findings.decisions
    assert (decision.action, decision.status) == ("appoint", "recorded")
    assert [target.name for target in decision.targets] == names


@pytest.mark.parametrize(
    "line",
    [
        "Footpaths - vacant",
        "Allotments - Cllr Lowe reported that all are let.",
        "Cllr Hale - Footpaths",
        "Hall: Monthly Meetings",
        "Budget - Clerk",
    ],
)
def test_what_names_nobody_to_anything(line: str) -> None:
    assert "appoint" not in found(f"# Election of representatives\n{line}", present=ROLL).actions()


def test_a_title_without_a_verb() -> None:
    record = found("# Committees and representatives\nHall Trust: Cllr Hale", present=ROLL)
    assert record.actions() == ["appoint"]


def test_reports_of_representatives() -> None:
    assert found("# Appointments Committee\nIn the chair: Cllr Hale", present=ROLL).actions() == []
    assert found("# Reports from representatives\nHall Trust: Cllr Hale", present=ROLL).actions() == []


@pytest.mark.parametrize(
    "title", ["Appointments to other positions", "Representatives of committees and working groups"]
)
def test_a_title_that_names_places(title: str) -> None:
    (decision,) = found(f"# {title}\nHall Trust: Cllr Hale (Chair)", present=ROLL).findings.decisions
    assert [target.name for target in decision.targets] == ["Cllr Hale"]
