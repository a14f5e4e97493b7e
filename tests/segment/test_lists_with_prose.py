"""A list of names that a sentence follows on its line, and a title that names the paper of an earlier meeting."""

from civicgraph.model import Part
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def part_of(text: str) -> Part:
    return segment(read_bytes(text.encode(), path="minutes.txt", name="minutes.txt"))[0]


def test_names_before_a_sentence_are_a_list() -> None:
    part = part_of(
        "MINUTES OF THORNEY PARISH COUNCIL MEETING HELD ON MONDAY 13 MAY 2019 AT 7.30 PM\n\nPRESENT\n"
        "John Hale (Chair), Penny Marsh, Dave Finn and Paul Gibb. Leigh James of the district council attended"
        " for part of the meeting and spoke about bins.\n\n57/19 ROADS\nNothing.\n\n58/19 BINS\nNothing.\n"
    )
    (names,) = part.names
    assert len(names.lines) == 1
    assert names.lines[0].end - names.lines[0].start == len("John Hale (Chair), Penny Marsh, Dave Finn and Paul Gibb")


def test_the_decision_notice_of_an_earlier_meeting_is_an_item() -> None:
    part = part_of(
        "Cabinet\nWednesday, 4th December, 2019 10.00 am\n\nItems\nNo. Item\n\n1.\n\n"
        "Decision notice of the meeting held on 20 November 2019\n\nMinutes:\n\nDecision - That the notes be"
        " approved.\n\n2.\n\nBus Fares\n\nMinutes:\n\nNone.\n"
    )
    assert part.kind == "minutes"
    assert part.date is not None and part.date.text == "2019-12-04"
    assert [item.number for item in part.items] == ["1", "2"]
