"""Pieces of layout, as the readers of PDF, HTML, Word and XML find them → one text and the blocks that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from civicgraph.model import Block, BlockKind, Dropped, PartKind, Role, Span
from civicgraph.read.markers import like_years, marker_at, plain_marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block before it has a place in the text. Its words are on one line, single spaces between them.

    >>> Piece(kind="list", marker="(a)", words="To agree the minutes", level=1)
    >>> Piece(kind="row", cells=("Councillor A Lee", "Chair", "Present"))
    """

    kind: BlockKind = "paragraph"
    words: str = ""  # without the marker; of a row nothing
    marker: str = ""  # as printed, or as the format counts it: "1.", "(a)", "•"
    cells: tuple[str, ...] = ()  # of a row; "" for an empty cell
    level: int = 0  # heading: 1 is the highest, 0 unknown; list: depth from 0
    bold: bool = False
    page: int = 0
    role: Role = ""
    place: str = ""
    identifier: str = ""
    struck: tuple[tuple[int, int], ...] = ()  # half-open offsets into `words`; of a row into its cells, a tab between


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader makes of the bytes of a file: all of a `Document` but where it came from."""

    text: str
    blocks: tuple[Block, ...]
    struck: tuple[Span, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    kind: PartKind | None = None


def compose(
    pieces: Iterable[Piece],
    *,
    dropped: Iterable[Dropped] = (),
    notes: Iterable[str] = (),
    kind: PartKind | None = None,
) -> Reading:
    """The pieces one under another: a blank line between blocks, a line feed between the rows of a table, a tab between
    its cells. A number that stands alone is kept, as its title may be the next piece; a bullet alone and pieces without
    words are left out."""
    text: list[str] = []
    blocks: list[Block] = []
    struck: list[Span] = []
    at = 0
    pieces = list(pieces)
    counting = like_years(piece.words for piece in pieces if not piece.marker)
    for piece in pieces:
        if counting and not piece.marker and (found := marker_at(piece.words, counting=counting)):
            piece = _numbered(piece, *found)
        counts = piece.words.strip() or any(char.isalnum() for char in piece.marker)
        if not (counts or any(cell.strip() for cell in piece.cells) or piece.kind == "rule"):
            continue
        row = piece.kind == "row"
        if blocks:
            gap = "\n" if row and blocks[-1].kind == "row" else "\n\n"
            text.append(gap)
            at += len(gap)
        lead = f"{piece.marker} " if piece.marker and piece.words else piece.marker
        words = "\t".join(piece.cells) if row else ("---" if piece.kind == "rule" else piece.words)
        text.append(lead + words)
        start = at + len(lead)
        at = start + len(words)
        blocks.append(
            Block(
                kind=piece.kind,
                span=Span(start=start - len(lead), end=at),
                words=Span(start=start, end=at),
                marker=plain_marker(piece.marker),
                level=piece.level,
                bold=piece.bold,
                page=piece.page,
                cells=tuple(_cells(piece.cells, start)) if row else (),
                role=piece.role,
                place=piece.place,
                identifier=piece.identifier,
            )
        )
        struck += [Span(start=start + a, end=start + b) for a, b in piece.struck]
    return Reading(
        text="".join(text),
        blocks=tuple(blocks),
        struck=tuple(struck),
        dropped=tuple(dropped),
        notes=tuple(notes),
        kind=kind,
    )


def _numbered(piece: Piece, marker: str, at: int) -> Piece:
    """The piece with the number that its words begin with as its marker."""
    return replace(
        piece,
        kind="list" if piece.kind == "paragraph" else piece.kind,
        marker=marker,
        words=piece.words[at:],
        struck=tuple((max(a - at, 0), b - at) for a, b in piece.struck if b > at),
    )


def _cells(cells: tuple[str, ...], start: int) -> Iterable[Span]:
    for cell in cells:
        yield Span(start=start, end=start + len(cell))
        start += len(cell) + 1
