"""GetMeetings, GetAllMeetingsByDate, GetCalendarEvents: dates on which bodies meet or met, with their ids.

A line of such a list is no record of a meeting; it tells which committee the id of a meeting belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.moderngov.fields import children, identifier, said
from civicgraph.read.moderngov.tree import Element

COLUMNS = ("meetingdate", "meetingtime", "committeetitle", "meetingstatus")


def read(root: Element) -> Reading:
    """A table, a row for each meeting."""
    rows = [
        Piece(
            kind="row",
            cells=(
                said(meeting, "meetingdate"),
                said(meeting, "meetingtime"),
                said(meeting, "committeetitle") or said(committee, "committeetitle"),
                said(meeting, "meetingstatus"),
            ),
            place=path,
            identifier=identifier(
                CId=said(meeting, "committeeid") or said(committee, "committeeid"), MId=said(meeting, "meetingid")
            ),
        )
        for committee, meeting, path in _meetings(root)
        if said(meeting, "meetingdate")
    ]
    head = [Piece(kind="row", cells=COLUMNS, role="head", place=f"/{root.tag}")] if rows else []
    return compose([*head, *rows], kind="register")


def _meetings(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """(what the meeting is listed under, the meeting, XPath)."""
    top = f"/{root.tag}"
    for event, path in children(root, top, "event"):
        yield root, event, path
    for committee, at in children(root, top, "committee"):
        for listed in committee.findall("committeemeetings"):
            for meeting, path in children(listed, f"{at}/committeemeetings", "meeting"):
                yield committee, meeting, path
    for listed in root.findall("meetings"):
        for meeting, path in children(listed, f"{top}/meetings", "meeting"):
            yield root, meeting, path
