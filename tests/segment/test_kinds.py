"""What kind of paper a part is, where its words speak for two."""

import pytest

from civicgraph.read import read_bytes
from civicgraph.segment import segment


@pytest.mark.parametrize(("outcome", "kind"), [("RESOLVED", "minutes"), ("To resolve", "agenda")])
def test_the_page_of_an_agenda_that_says_what_was_resolved_is_a_record(outcome: str, kind: str) -> None:
    text = (
        "Meeting Details\n\nFull Council\n\n4 May 2021\n\nAgenda\n\n1 Election of a Chair\n\nTo elect a Chair.\n\n"
        f"{outcome}\n\nThat Councillor Lee be elected as Chair.\n"
    )
    (part,) = segment(read_bytes(text.encode(), path="m.txt", name="m.txt"))
    assert part.kind == kind
