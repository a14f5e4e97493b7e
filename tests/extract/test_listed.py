"""Which entry of a list a clause is about."""

from __future__ import annotations

import pytest

from civicgraph.extract.decisions.listed import find_entry


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("that Item 2 headed \u201cTram Stop Shelters\u201d be deleted from the list", "Tram Stop Shelters"),
        ('Item 1 headed "Tram Stop Shelters be deleted as this was built last year.', "Tram Stop Shelters"),
        ("the entry entitled 'Pigeons on the Viaduct' be now scheduled for March", "Pigeons on the Viaduct"),
        ("that the report on \u201cTaxi\nLicences\u201d be added to the Work Programme", "Taxi Licences"),
    ],
)
def test_an_entry_by_its_title(clause: str, title: str) -> None:
    found = find_entry(clause, 100)
    assert found is not None
    assert found.text == title
    assert " ".join(clause[found.span.start - 100 : found.span.end - 100].split()) == title


@pytest.mark.parametrize(
    "clause",
    [
        "that the report on tram stop shelters be noted",
        "that the leaflet headed \u201cTram Stop Shelters\u201d be printed",
        "that Item 2 be deleted",
    ],
)
def test_no_entry(clause: str) -> None:
    assert find_entry(clause, 0) is None
