"""The words that a meeting is read from."""

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment

FAR = "Members spoke of the quay at length. " * 20


def words(text: str) -> tuple[str, str]:
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    (meeting,) = extract(document, segment(document)).meetings
    return (meeting.body.name if meeting.body else "", document.quote(meeting.span))


def test_the_heading() -> None:
    assert words("Roads Panel\n\n4 May 2021\n\nPresent: Councillors A Lee and B Shah\n\nRESOLVED to wait.\n") == (
        "Roads Panel",
        "Roads Panel\n\n4 May 2021",
    )


def test_a_body_that_is_named_far_below_is_no_part_of_the_heading() -> None:
    text = f"Minutes of a meeting on 4 May 2021\n\nPresent: Cllrs Lee and Shah\n\n{FAR}\n\nThe Parish Council agreed.\n"
    assert words(text) == ("Parish Council", "4 May 2021")
