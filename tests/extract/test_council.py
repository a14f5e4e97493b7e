"""Whose document it is, when no list has the council."""

from __future__ import annotations

import pytest

from civicgraph.extract.council import find_council
from civicgraph.extract.names.mentions import find_mentions
from civicgraph.read import read_bytes


def council(text: str) -> str | None:
    document = read_bytes(text.encode(), path="m.txt", name="m.txt")
    found = find_council(document, document.text, ())
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MILBY PARISH COUNCIL\n\nMinutes of the meeting held on 4 May 2021", "Milby Parish Council"),
        ("Minutes of the MEETING of COMBY TOWN COUNCIL held on 4 May 2021", "Comby Town Council"),
        ("Proceedings of the Upper Slate Community Council, 4 May 2021", "Upper Slate Community Council"),
        ("ITY NTY Barset Town Council\n\nMinutes", "Barset Town Council"),
        ("BARSET FIRE AUTHORITY\n\nPRESENT: Councillor R Lee - Exeter City Council", "Barset Fire Authority"),
        ("Combined Fire Authority\n\nRepresenting Exeter City Council: Councillor Lee", "Exeter City Council"),
        ("Minutes of the Panel. A letter to Exeter City Council was read.", None),
        ("Minutes of the Panel. Councillor K Moss (Exeter City Council) Ashby Town Council met.", "Ashby Town Council"),
        ("Minutes of the Panel held on 4 May 2021 in the Town Hall.", None),
        ("Minutes of the Panel. A plan of Barset Water and Exeter City Council was put.", "Exeter City Council"),
    ],
)
def test_the_head_of_the_document_names_the_council(text: str, name: str | None) -> None:
    assert council(text) == name


def test_what_ran_into_the_own_council_makes_no_outside_organisation() -> None:
    document = read_bytes(b"ITY NTY Barset Town Council\n\nWest Barset Town Council wrote.", path="m.txt", name="m.txt")
    found = find_mentions(document, document.text, "Barset Town Council")
    assert [m.name for m in found if m.kind == "organisation"] == ["West Barset Town Council"]
