"""Answers of ModernGov's web service, saved as XML: a meeting, the councillors, the committees, lists of meetings.

What an answer is, its root element tells; bare XML and SOAP are read alike. What the service says in a field of its
own is taken from there: the pieces made here carry a role, so that no later stage guesses it again from the words.
"""

from __future__ import annotations

from collections.abc import Callable

from civicgraph.errors import DocumentError
from civicgraph.read.compose import Reading
from civicgraph.read.moderngov import committees, councillors, meeting, meetings
from civicgraph.read.moderngov.tree import Element, answer, root_name
from civicgraph.read.raw import Raw

# Root element → what reads it.
ANSWERS: dict[str, Callable[[Element], Reading]] = {
    "meeting": meeting.read,
    "councillorsbyward": councillors.read,
    "councillorsbypostcode": councillors.read,
    "committees": committees.read,
    "getmeetings": meetings.read,
    "getmeetingsbydate": meetings.read,
    "events": meetings.read,
}
OPERATIONS = "GetMeeting, GetCouncillorsByWard, GetCommittees, GetMeetings, GetAllMeetingsByDate or GetCalendarEvents"


def is_moderngov(raw: Raw) -> bool:
    """Any XML that is no web page: what is no answer of the service is refused by `read`, with its name."""
    name = root_name(raw.data)
    if name is None or name.lower() == "html":
        return False
    return raw.data[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<?xml") or (
        name in ANSWERS or name == "Envelope"
    )


def read(raw: Raw) -> Reading:
    """Text and blocks of an answer. Raises `DocumentError` for broken XML, and for XML that is something else."""
    root, notes = answer(raw)
    reader = ANSWERS.get(root.tag)
    if reader is None:
        raise DocumentError(
            raw.path,
            f"is XML whose root element is <{root.tag[:60]}>; of XML, the answers of a ModernGov web service are read",
            do=f"save the answer of {OPERATIONS}",
        )
    reading = reader(root)
    return Reading(
        text=reading.text,
        blocks=reading.blocks,
        dropped=reading.dropped,
        notes=(*notes, *reading.notes),
        kind=reading.kind,
    )
