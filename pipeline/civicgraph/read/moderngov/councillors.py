"""GetCouncillorsByWard: who sits for which ward and party, with key posts and terms of office.

Only the fields named here are read. Addresses, telephone numbers, e-mail, surgeries and what councillors add to them
are personal: nothing of them goes into the text, and so nothing into the graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.read.compose import Piece, Reading, compose
from civicgraph.read.moderngov.fields import children, council_piece, identifier, said
from civicgraph.read.moderngov.tree import Element

SEAT = ("fullusername", "politicalpartytitle", "politicalgrouptitle", "districttitle", "representing", "keyposts")
TERM = ("startdate", "enddate")
PERSONAL = ("workaddress", "homeaddress", "surgerydetails", "additionalcontactinfo")
PICTURES = ("photosmallurl", "photobigurl")


def read(root: Element) -> Reading:
    """Two tables: the seats, a row for each councillor; the terms of office, a row for each."""
    seats: list[Piece] = []
    terms: list[Piece] = []
    for ward, councillor, path in _councillors(root):
        name, uid = said(councillor, "fullusername"), identifier(UID=said(councillor, "councillorid"))
        if not name:
            continue
        values = tuple(said(councillor, field) for field in SEAT)
        seats.append(Piece(kind="row", cells=(ward, *values), place=path, identifier=uid))
        terms += [
            Piece(kind="row", cells=(name, since, until), place=where, identifier=uid)
            for since, until, where in _terms(councillor, path)
        ]
    pieces = council_piece(root, PICTURES)
    if seats:
        pieces += [Piece(kind="row", cells=("wardtitle", *SEAT), role="head", place=f"/{root.tag}"), *seats]
    if terms:
        # A term says when somebody sat, and not for which ward and party: those are today's.
        pieces += [Piece(kind="row", cells=(SEAT[0], *TERM), role="head", place=f"/{root.tag}"), *terms]
    personal = any(len(one) or (one.text or "").strip() for name in PERSONAL for one in root.iter(name))
    notes = ("contact details of councillors are left out",) if personal else ()
    return compose(pieces, notes=notes, kind="register")


def _councillors(root: Element) -> Iterator[tuple[str, Element, str]]:
    """(ward, councillor, XPath); the wards stand in a list, and one ward alone may stand without it."""
    lists = [(one, f"/{root.tag}/wards") for one in root.findall("wards")] or [(root, f"/{root.tag}")]
    for listed, at in lists:
        for ward, path in children(listed, at, "ward"):
            for inner in ward.findall("councillors"):
                for councillor, where in children(inner, f"{path}/councillors", "councillor"):
                    yield said(ward, "wardtitle"), councillor, where


def _terms(councillor: Element, path: str) -> Iterator[tuple[str, str, str]]:
    """(first day, last day or "", XPath) of the terms that state a day."""
    for listed in councillor.findall("termsofoffice"):
        for term, where in children(listed, f"{path}/termsofoffice", "termofoffice"):
            since, until = said(term, "startdate"), said(term, "enddate")
            if since or until:
                yield since, until, where
