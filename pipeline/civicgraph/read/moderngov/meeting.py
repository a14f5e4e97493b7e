"""GetMeeting: when and where, who attended, and each item with what its minute and its decision say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from civicgraph.errors import DocumentError
from civicgraph.model import Dropped, PartKind
from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.html import pieces_of
from civicgraph.read.moderngov.fields import attribute, children, council_piece, flag, identifier, said
from civicgraph.read.moderngov.tree import Element

ATTENDEE = ("name", "roledescription", "attendance", "politicalparty", "ward", "representing")
BODY = ("committeetitle", "committeename", "meetingtitle")
# A meeting with one of these words in its status is planned at most, whatever else the answer holds.
NOT_HELD = re.compile(r"\b(?:cancel|postpon|abandon|not held|inquorate|withdrawn|deleted|rearranged|rescheduled)", re.I)
TOLD = re.compile(r"/(?:minutes|decision)nonemptyhtmlbody$")
LINKS = ("url",)
ESCAPED = re.compile(r"&lt;(?:/?[a-z][a-z0-9]{0,10}|!--)[\s&/]", re.I)


@dataclass(slots=True)
class _Left:
    """What is left out, for the notes, and what stands twice."""

    items: int = 0
    documents: int = 0
    drafts: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)  # what is in the way of reading a minute

    def notes(self) -> Iterator[str]:
        for number, one, many in (
            (self.items, "restricted item, without its words", "restricted items, without their words"),
            (self.documents, "restricted document left out", "restricted documents left out"),
            (self.drafts, "minute or decision that is not published left out",
             "minutes and decisions that are not published left out"),
        ):  # fmt: skip
            if number:
                yield f"{number} {one if number == 1 else many}"
        yield from self.broken


def read(root: Element) -> Reading:
    """The text of one meeting: minutes where they are published, else an agenda."""
    left = _Left()
    items = [piece for item, path in _items(root) for piece in _item(item, path, left)]
    status = said(root, "meetingstatus")
    not_held = (f"the service gives the meeting as “{status}”",) if NOT_HELD.search(status) else ()
    told = flag(root, "minutepublished") or any(TOLD.search(piece.place) for piece in items)
    kind: PartKind = "minutes" if told and not not_held else "agenda"
    pieces = [*_head(root, status), *_attendees(root), *items]
    return compose(pieces, dropped=left.dropped, notes=(*not_held, *left.notes()), kind=kind)


def _head(root: Element, status: str) -> Iterator[Piece]:
    mid = identifier(MId=said(root, "meetingid"))
    cid = identifier(CId=said(root, "committeeid"))
    yield from council_piece(root, LINKS)
    name = next((n for n in BODY if said(root, n)), "")
    if name:
        yield Piece(
            kind="heading", level=1, words=said(root, name), role="body", place=f"/meeting/{name}", identifier=cid
        )
    both = "&".join(filter(None, ("" if name else cid, mid)))
    yield Piece(words=said(root, "meetingdate"), role="date", place="/meeting/meetingdate", identifier=both)
    # The time that the meeting was called for names it in all its papers; when it really began is told beside it.
    starts = [n for n in ("meetingtime", "meetingactualstarttime") if said(root, n)]
    for n, name in enumerate(starts):
        yield Piece(words=said(root, name), role="label" if n else "start", place=f"/meeting/{name}")
    yield Piece(words=said(root, "meetingactualfinishtime"), role="end", place="/meeting/meetingactualfinishtime")
    yield Piece(words=said(root, "meetinglocation"), role="venue", place="/meeting/meetinglocation")
    yield Piece(words=status, role="label", place="/meeting/meetingstatus")


def _attendees(root: Element) -> Iterator[Piece]:
    """A row each, under the names of the attributes."""
    rows = [
        Piece(
            kind="row",
            cells=tuple(attribute(attendee, name) for name in ATTENDEE),
            place=path,
            identifier=identifier(UID=attribute(attendee, "memberid")),
        )
        for listed in root.findall("attendees")
        for attendee, path in children(listed, "/meeting/attendees", "attendee")
        if attribute(attendee, "name")
    ]
    if rows:
        yield Piece(kind="row", cells=ATTENDEE, role="head", place="/meeting/attendees")
        yield from rows


def _items(root: Element) -> Iterator[tuple[Element, str]]:
    for listed in root.findall("agendaitems"):
        yield from children(listed, "/meeting/agendaitems", "agendaitem")


def _item(item: Element, path: str, left: _Left) -> Iterator[Piece]:
    number = next((n for name in ("fulldisplaynumberformat", "minutesitemnumber", "agendaitemnumber")
                   if (n := _number(said(item, name)))), "")  # fmt: skip
    aiid = identifier(AIId=said(item, "agendaitemid"))
    if _is_shut(item):
        left.items += 1
        # Its number alone is listed: that there is such an item, and that it is private.
        yield Piece(kind="heading", level=2, words=number, role="private item", place=path, identifier=aiid)
        return
    title = said(item, "agendaitemtitle")
    yield Piece(
        kind="heading", level=2, marker=number if title else "", words=title or number, role="item", identifier=aiid,
        place=f"{path}/agendaitemtitle",
    )  # fmt: skip
    yield from _documents(item, path, left)
    yield from _blocks(item, path, "agendatext", left)
    decided = _published(item, path, "decisionnonemptyhtmlbody", "isdecisionpublished", left)
    minutes = _published(item, path, "minutesnonemptyhtmlbody", "isminutepublished", left)
    if _says(minutes, decided):
        left.dropped += [Dropped(words=piece.words, why="the minute says the same") for piece in decided if piece.words]
    else:
        yield from (replace(piece, role="decision") for piece in decided)
    yield from minutes


def _published(item: Element, path: str, name: str, allowed: str, left: _Left) -> list[Piece]:
    """The blocks of a minute or decision, none where the service says that it is not published."""
    pieces = list(_blocks(item, path, name, left))
    if pieces and flag(item, allowed) is False:
        left.drafts += 1
        return []
    return pieces


def _number(words: str) -> str:
    """ "14." as printed; "0" is how the service says that there is none."""
    return "" if re.fullmatch(r"[0.\s-]*", words) else words


def _is_shut(item: Element) -> bool:
    return flag(item, "isrestricted") is True or flag(item, "isdisplayallowed") is False


def _blocks(item: Element, path: str, name: str, left: _Left) -> Iterator[Piece]:
    for element in item.findall(name):
        try:
            pieces = pieces_of(_unescaped(element.text or ""), f"{path}/{name}")
        except DocumentError as error:
            left.broken.append(f"{error.path} {error.what}, and is not read")
            continue
        for piece in pieces:
            yield replace(piece, place=f"{path}/{name}")


def _unescaped(fragment: str) -> str:
    """HTML that the service escaped once more than its XML says, by up to two times."""
    for _ in range(2):
        if "<" in fragment or not ESCAPED.search(fragment):
            break
        fragment = html.unescape(fragment)
    return fragment


def _says(minutes: list[Piece], decided: list[Piece]) -> bool:
    """Does the minute have all the words of the decision, one after another?"""
    told, words = _joined(minutes), _joined(decided)
    return bool(words.strip()) and words in told


def _joined(pieces: list[Piece]) -> str:
    whole = " ".join(" ".join((piece.marker, piece.words, *piece.cells)) for piece in pieces)
    return f" {' '.join(re.findall(r'[a-z0-9]+', whole.lower()))} "


def _documents(item: Element, path: str, left: _Left) -> Iterator[Piece]:
    """The titles of the papers of an item; those that are not published are not named."""
    for listed in item.findall("linkeddocuments"):
        for linked, where in children(listed, f"{path}/linkeddocuments", "linkeddoc"):
            if flag(linked, "isrestricted"):
                left.documents += 1
            else:
                yield Piece(words=said(linked, "title"), role="label", place=f"{where}/title")
