"""The page of one matter, which went from meeting to meeting."""

from civicgraph.read import read_bytes
from civicgraph.segment import segment

PAGE = """Issue - meetings

Parking in Mill Lane

Meeting: 19/05/2021 - Council (Item 8)

8. Parking in Mill Lane

Minutes:

RESOLVED that the scheme be approved.

Meeting: 04/05/2021 - Roads Panel (Item 4)

4. Parking in Mill Lane

Minutes:

RESOLVED that the Council be recommended to approve the scheme.
"""


def test_each_meeting_is_a_part() -> None:
    parts = segment(read_bytes(PAGE.encode(), path="page.txt", name="page.txt"))
    assert [(p.body.text, p.date.text) for p in parts if p.body and p.date] == [
        ("Council", "2021-05-19"),
        ("Roads Panel", "2021-05-04"),
    ]
