"""What a cell says of how somebody attended, and nothing more."""

from __future__ import annotations

import pytest

from civicgraph.values.attending import plain_status_of, status_of


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Present", "present"), ("In attendance", "present"), ("Attended", "present"),
        ("Present, as expected", "present"),
        ("Present as substitute", "present"), ("Present (virtual)", "present"), ("Virtual", "present"),
        ("Attended remotely", "present"), ("via Teams", "present"), ("Yes", "present"), ("\u2713", "present"),
        ("Substitute", "present"), ("Apologies", "apologies"), ("Apols.", "apologies"),
        ("Absent with apologies", "apologies"), ("Apologies, substituted by Cllr Lee", "apologies"),
        ("Absent", "absent"), ("Not present", "absent"), ("Did not attend", "absent"), ("Leave of absence", "absent"),
        ("No", "absent"), ("Absent, no apologies", "absent"), ("Absent without apologies", "absent"),
        ("Apologies not received", "absent"), ("No apology received", "absent"),
        ("Expected", None), ("Expected to be present", None), ("", None), ("A", None), ("3 of 4", None), ("100%", None),
        ("Substituted", None), ("Sent a substitute", None), ("TBC", None), ("-", None), ("N/A", None),
        ("Invited", None), ("Unknown", None), ("Vacant", None), ("x" * 500, None),
    ],
)  # fmt: skip
def test_words_of_an_attendance_column(words: str, status: str | None) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Present", "present"), ("Yes", "present"), ("Apologies received.", "apologies"), ("No apologies", "absent"),
        ("Head of Attendance", None), ("Virtual School Head", None), ("Absence Manager", None), ("", None),
    ],
)  # fmt: skip
def test_words_of_a_cell_without_a_heading(words: str, status: str | None) -> None:
    assert plain_status_of(words) == status
