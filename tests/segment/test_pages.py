"""Web pages of several meetings, printed one after another in one file."""

import pytest

from civicgraph.read import read_bytes
from civicgraph.segment import segment

RECORD = """Agenda and minutes

Harbour Board - Monday, 3 July 2023 6.00 pm

Venue: Town Hall

Contact: Jo Bell

No. Item

1.

Apologies

Minutes:

There were none.

2.

Quays

Minutes:

RESOLVED that the quay be mended.
"""
PAGE = """
Agenda and draft minutes

Harbour Board - Monday, 4 September 2023 6.30 pm

Venue: Town Hall

Contact: Jo Bell

No. Item

1.

Apologies

Minutes:

Apologies were received from Councillor Dale.
"""
LOST_HEADING = """
Harbour Board

Monday, 4 September 2023 6.30 pm

Town Hall

Councillor A. Reed (Chair); Councillors: B. Moss, Mrs C. Dale and D. Finch

RESOLVED that the minutes of the meeting held on 3 July 2023 be approved.
"""
DECISIONS = """
Decisions

Use the search below to find others.

Decisions published

04/09/2023 - Lamps on the Quay ref: 271    Recommendations Approved

Decision Maker: Harbour Board

Decision:

Approved the purchase.
"""


def meetings(text: str) -> list[tuple[str, str]]:
    parts = segment(read_bytes(text.encode(), path="page.txt", name="page.txt"))
    return [(part.body.text if part.body else "", part.date.text if part.date else "") for part in parts]


@pytest.mark.parametrize("below", [PAGE, LOST_HEADING, DECISIONS])
def test_the_page_of_another_meeting(below: str) -> None:
    assert meetings(RECORD + below) == [("Harbour Board", "2023-07-03"), ("Harbour Board", "2023-09-04")]


@pytest.mark.parametrize(
    "below",
    [
        "\nNext meeting\n\nHarbour Board - Monday, 4 September 2023 6.30 pm\n\nVenue: Town Hall\n",
        "\nDates of meetings:\n\nHarbour Board\n\nMonday, 4 September 2023 6.30 pm\n",
        "\nSupporting documents:\n\nAgenda and minutes\n",
    ],
)
def test_no_page_of_another_meeting(below: str) -> None:
    assert meetings(RECORD + below) == [("Harbour Board", "2023-07-03")]


def test_a_heading_printed_twice() -> None:
    assert meetings("Agenda and minutes\n\nYou are here: Council\n\n" + RECORD) == [("Harbour Board", "2023-07-03")]
