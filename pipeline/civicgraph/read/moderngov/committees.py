"""GetCommittees: the bodies of a council, with the ids that its other answers and pages call them by."""

from __future__ import annotations

from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.moderngov.fields import children, flag, identifier, said
from civicgraph.read.moderngov.tree import Element

COLUMNS = ("committeetitle", "committeecategory", "committeeexpired")


def read(root: Element) -> Reading:
    """A table, a row for each body.

    Those that ended stay, with the service's own word for it beside them: older minutes are theirs. Those that the
    council has deleted from its list are left out: it says that they are none.
    """
    rows: list[Piece] = []
    deleted = 0
    for committee, path in children(root, "/committees", "committee"):
        if flag(committee, "committeedeleted"):
            deleted += 1
        elif said(committee, "committeetitle"):
            cells = tuple(said(committee, name) for name in COLUMNS)
            rows.append(
                Piece(kind="row", cells=cells, place=path, identifier=identifier(CId=said(committee, "committeeid")))
            )
    head = [Piece(kind="row", cells=COLUMNS, role="head", place="/committees")] if rows else []
    notes = (f"{deleted} deleted committee{'s' if deleted > 1 else ''} left out",) if deleted else ()
    return compose([*head, *rows], notes=notes, kind="register")
