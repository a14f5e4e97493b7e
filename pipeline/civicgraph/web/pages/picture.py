"""The neighbourhood of a thing: what it is joined to, attendances and post holdings folded into lines.

Where many things stand for one reason ("listed at" 312 meetings), the newest of those looked at are drawn, and the rest
are one box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from civicgraph.vocab import CIV, DCTERMS, ORG, RDF, SDO
from civicgraph.web.pages.naming import Facts, initials, kind_of, label_of, short_of

NODES = 60
EACH = 12
"""Things that are drawn for one reason."""

LOOKED = 100
"""Statements looked at for one reason; beyond, a count is "more than"."""

OUT = {
    CIV.ofBody: "of", CIV.inMeeting: "at", CIV.underItem: "under", CIV.byBody: "by", CIV.target: "asked of",
    CIV.consulted: "consults", CIV.mover: "moved by", CIV.seconder: "seconded by", CIV.fromBody: "from",
    CIV.toBody: "to", CIV.byDecision: "by decision", CIV.refersReport: "passes on", CIV.author: "by",
    CIV.ofMatter: "of matter", CIV.continuedBy: "continued by", ORG.unitOf: "of", ORG.postIn: "in",
    ORG.subOrganizationOf: "part of", CIV.ofCouncil: "of", CIV.cites: "cites", SDO.exampleOfWork: "is",
    CIV.treats: "treats", CIV.describes: "shows", ORG.hasPost: "has post",
}  # fmt: skip
IN = {
    CIV.ofBody: "met", CIV.inMeeting: "at it", CIV.underItem: "under it", CIV.byBody: "decided", CIV.target: "to do",
    CIV.mover: "moved", CIV.seconder: "seconded", CIV.fromBody: "sent", CIV.toBody: "received",
    CIV.byDecision: "by it", CIV.author: "wrote", CIV.ofMatter: "item", CIV.continuedBy: "continues",
    ORG.unitOf: "has", ORG.postIn: "has post", ORG.subOrganizationOf: "has part", CIV.cites: "cited by",
    SDO.exampleOfWork: "is in", CIV.describes: "shown in", CIV.consulted: "consulted on",
}  # fmt: skip
# A thing between two others: (its class, the way to this thing, the way to the other, what the line says).
FOLDED = (
    (CIV.person, CIV.inMeeting, CIV.Attendance, "listed at"),
    (CIV.inMeeting, CIV.person, CIV.Attendance, "lists"),
    (ORG.member, CIV.post, CIV.PostHolding, "held"),
    (CIV.post, ORG.member, CIV.PostHolding, "held by"),
    (CIV.report, CIV.atBody, CIV.Route, "goes to"),
    (CIV.followUpOf, CIV.followedBy, CIV.FollowUp, "followed by"),
    (CIV.followedBy, CIV.followUpOf, CIV.FollowUp, "follows"),
    (CIV.respondsTo, CIV.byDecision, CIV.Response, "answered by"),
)
HIDDEN = frozenset({
    "attendance", "post held", "route", "follow-up", "answer", "ballot", "gap", "citation", "resolution",
    "approval of minutes", "declaration of interest", "answer on a front sheet", "sum of money", "change of name",
    "not understood", "words", "candidate", "value", "thing", "",
})  # fmt: skip
"""Kinds that are no box of their own."""

LASTING = frozenset({"has", "has post", "has part"})
"""Reasons that join bodies and posts alone, which have no day, and are a box all of them: a council has hundreds."""

SHAPES = {
    "council": "hexagon", "body": "hexagon", "person": "ellipse", "post": "ellipse", "meeting": "rectangle",
    "item": "rectangle", "agenda item": "rectangle", "decision": "diamond", "referral": "diamond", "vote": "diamond",
}  # fmt: skip
"""Others are round-cornered boxes."""

SIGNS = {
    "hexagon": "M-8 0l4-7h8l4 7-4 7h-8z",
    "ellipse": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    "rectangle": "M-6-6h12v12h-12z",
    "diamond": "M0-8l8 8-8 8-8-8z",
    "round-rectangle": "M-3-6h6q3 0 3 3v6q0 3-3 3h-6q-3 0-3-3v-6q0-3 3-3z",
}
"""Each shape as a path of SVG around 0,0, for the drawing and the legends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    iri: str
    label: str
    title: str
    """Its name in full."""
    kind: str
    more: int = 0
    """Of a box that stands for many: how many."""

    @property
    def shape(self) -> str:
        return SHAPES.get(self.kind, "round-rectangle")

    @property
    def sign(self) -> str:
        return SIGNS[self.shape]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A neighbour in the drawing: `side` "left" or "right", `y` of its line in pixels."""

    node: Node
    label: str
    reason: bool
    """Whether its reason is another than that of the one above it."""
    side: str
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The thing in the middle, its neighbours in two columns; shown only where there are some."""

    centre: Node
    placed: tuple[Placed, ...]
    height: int
    kinds: tuple[tuple[str, str], ...]
    """Those that are in it, each with its sign."""


def neighbourhood(facts: Facts, iri: str, most: int = NODES**2) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The thing first; at most `NODES`, and no more reasons than give so many edges."""
    nodes = {iri: _node(facts, iri)}
    edges: dict[Edge, None] = {}
    for label, inward, others in _reasons(facts, iri):
        known = sorted(others, reverse=True)
        if label not in LASTING:
            known = [one for one in known if kind_of(facts, one) not in HIDDEN]
            known.sort(key=lambda one: day_of(facts, one), reverse=True)
        drawn = EACH if len(known) > EACH + 3 else len(known)
        for other in known[:drawn]:
            if other not in nodes and len(nodes) < NODES - 1:
                nodes[other] = _node(facts, other)
            if other in nodes:
                edges[Edge(source=other if inward else iri, target=iri if inward else other, label=label)] = None
        rest = len(known) - drawn
        if rest > 0 and len(nodes) < NODES:
            box = f"{iri}#more-{label.replace(' ', '-')}"
            said = f"{rest}{'+' if len(others) >= LOOKED else ''} more"
            nodes[box] = Node(iri=iri, label=said, title=f"{said}: {label}", kind="more", more=rest)
            edges[Edge(source=box if inward else iri, target=iri if inward else box, label=label)] = None
        if len(edges) >= most:
            break
    return tuple(nodes.values()), tuple(edges)


def drawing(facts: Facts, iri: str, most: int = 24) -> Drawing | None:
    """For the page itself: the first neighbours in two columns, as one reads."""
    nodes, edges = neighbourhood(facts, iri, most)
    by = {_key(node, iri): node for node in nodes}
    lines = [
        (by[edge.target if edge.source == iri else edge.source], edge.label)
        for edge in edges
        if (edge.target if edge.source == iri else edge.source) in by
    ][:most]
    if not lines:
        return None
    half = (len(lines) + 1) // 2
    columns = [list(_column(rows, side)) for rows, side in ((lines[:half], "left"), (lines[half:], "right"))]
    kinds = {node.kind: node.sign for node in (nodes[0], *(node for node, _ in lines)) if node.kind != "more"}
    return Drawing(
        centre=replace(nodes[0], label=initials(nodes[0].title)) if nodes[0].kind == "body" else nodes[0],
        placed=tuple(one for column in columns for one in column),
        height=max(one.y for column in columns for one in column) + 20,
        kinds=tuple(kinds.items()),
    )


def _column(rows: list[tuple[Node, str]], side: str) -> Iterator[Placed]:
    """Each reason once, over the things that it joins."""
    y, before = 0, ""
    for node, label in rows:
        y += 46 if label != before else 26
        yield Placed(node=node, label=label, reason=label != before, side=side, y=y)
        before = label


def as_elements(facts: Facts, iri: str, link: Callable[[str], str]) -> dict[str, list[dict[str, object]]]:
    """For the picture in the browser: nodes and edges with what is needed to draw them; `link` gives their pages."""
    nodes, edges = neighbourhood(facts, iri)
    return {
        "nodes": [
            {
                "id": _key(node, iri), "iri": node.iri, "page": link(node.iri), "label": node.label,
                "title": node.title, "kind": node.kind, "shape": node.shape, "sign": node.sign,
            }
            for node in nodes
        ],
        "edges": [{"source": edge.source, "target": edge.target, "label": edge.label} for edge in edges],
    }  # fmt: skip


def _key(node: Node, iri: str) -> str:
    return f"{iri}#more-{node.title.partition(': ')[2].replace(' ', '-')}" if node.kind == "more" else node.iri


def _reasons(facts: Facts, iri: str) -> Iterator[tuple[str, bool, list[str]]]:
    """(what the line says, whether it leads to this thing, the things at its other end)."""
    for near, far, kind, label in FOLDED:
        between = facts.subjects(near, iri, LOOKED)
        folded = [one for one in between if kind in facts.objects(one, RDF.type)]
        others = [other for one in folded for other in facts.objects(one, far) if other != iri]
        if others:
            yield label, False, list(dict.fromkeys(others))
    for predicate, label in OUT.items():
        others = facts.objects(iri, predicate)
        if others:
            yield label, False, others
    for predicate, label in IN.items():
        others = facts.subjects(predicate, iri, LOOKED)
        if others:
            yield label, True, others


def _node(facts: Facts, iri: str) -> Node:
    return Node(iri=iri, label=short_of(facts, iri), title=label_of(facts, iri), kind=kind_of(facts, iri))


def day_of(facts: Facts, iri: str) -> str:
    """Its own, or that of its meeting; "" where it has none."""
    days = facts.objects(iri, DCTERMS.date) or [
        day for meeting in facts.objects(iri, CIV.inMeeting) for day in facts.objects(meeting, DCTERMS.date)
    ]
    return days[0] if days else ""
