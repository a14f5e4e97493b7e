"""Sentences that a page break cut in two paragraphs, as programs do that convert to Word, in one piece again."""

from __future__ import annotations

from dataclasses import replace

from civicgraph.read.compose import Piece

STOP = (".", ":", ";", "!", "?")
SHORT = 25  # characters of a line that may be whole without a full stop: a name, a title


def rejoined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, and no rule in the middle of a sentence.

    >>> # "The Board noted what", rule, "was done." → "The Board noted what was done."
    """
    out: list[Piece] = []
    for piece in pieces:
        at = len(out)
        while at and out[at - 1].kind == "rule":
            at -= 1
        if 0 < at < len(out) and _goes_on(out[at - 1], piece):
            before = out[at - 1]
            shift = len(before.words) + 1
            struck = (*before.struck, *((a + shift, b + shift) for a, b in piece.struck))
            out[at - 1 :] = [replace(before, words=f"{before.words} {piece.words}", struck=struck)]
        else:
            out.append(piece)
    return out


def _goes_on(before: Piece, piece: Piece) -> bool:
    if before.kind not in ("paragraph", "list") or piece.kind != "paragraph" or piece.marker or piece.role:
        return False
    return (
        before.bold == piece.bold
        and len(before.words) > SHORT
        and not before.words.endswith(STOP)
        and piece.words[:1].islower()
    )
