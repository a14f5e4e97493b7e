"""Kinds of nodes: their classes, the word for them, their colour and shape."""

from __future__ import annotations

from dataclasses import dataclass

from civicgraph.vocab import CIV, ORG, PERSON, SDO


@dataclass(frozen=True, slots=True)
class Kind:
    iri: str
    word: str
    colour: tuple[int, int, int]
    shape: str  # as GEXF names it


# A thing of two classes is of the kind that comes first. The colours are those of Okabe and Ito, and lighter ones.
KINDS: tuple[Kind, ...] = (
    Kind(PERSON.Person, "person", (0, 114, 178), "disc"),
    Kind(CIV.Council, "council", (0, 0, 0), "hexagon"),
    Kind(CIV.Body, "body", (230, 159, 0), "square"),
    Kind(CIV.Directorate, "directorate", (250, 205, 120), "square"),
    Kind(CIV.Organisation, "organisation", (153, 153, 153), "square"),
    Kind(ORG.Post, "post", (86, 180, 233), "triangle"),
    Kind(CIV.Meeting, "meeting", (240, 228, 66), "disc"),
    Kind(CIV.MinuteItem, "item", (170, 220, 200), "disc"),
    Kind(CIV.AgendaItem, "agenda item", (200, 235, 220), "disc"),
    Kind(CIV.Report, "report", (204, 121, 167), "diamond"),
    Kind(CIV.ReportWork, "paper", (225, 175, 205), "diamond"),
    Kind(CIV.Decision, "decision", (0, 158, 115), "diamond"),
    Kind(CIV.Referral, "referral", (213, 94, 0), "diamond"),
    Kind(CIV.Response, "response", (235, 160, 110), "diamond"),
    Kind(CIV.Vote, "vote", (120, 94, 240), "star"),
    Kind(CIV.Matter, "matter", (100, 143, 255), "pentagon"),
    Kind(CIV.Programme, "programme", (148, 103, 189), "pentagon"),
    Kind(SDO.AdministrativeArea, "ward", (188, 189, 34), "pentagon"),
    Kind(SDO.Legislation, "Act", (140, 86, 75), "square"),
)
OTHER = Kind("", "thing", (210, 210, 210), "disc")
BY_WORD = {kind.word: kind for kind in (*KINDS, OTHER)}


def hexadecimal(colour: tuple[int, int, int]) -> str:
    """#0072b2"""
    return "#{:02x}{:02x}{:02x}".format(*colour)
