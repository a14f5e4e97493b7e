"""A node from what the graph says of it: kind, a label short enough to be drawn, attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Store

from civicgraph.export.graphs.kinds import KINDS, OTHER
from civicgraph.export.graphs.model import Node
from civicgraph.export.graphs.places import Places
from civicgraph.export.graphs.things import Said, Things
from civicgraph.vocab import CIV, DCTERMS, FOAF, ORG, RDF, SDO, SKOS

LABEL = 48  # characters that a viewer can draw
NAMES = (SKOS.prefLabel, FOAF.name, DCTERMS.title, CIV.refersWhat, CIV.motion, CIV.text, SDO.name)
"""What a thing is called, the first that it has."""
PLAIN = {
    "date": DCTERMS.date,
    "number": CIV.number,
    "acronym": CIV.acronym,
    "other_names": SKOS.altLabel,
    "identifier": DCTERMS.identifier,
    "venue": CIV.venue,
    "clause": CIV.label,
    "due": CIV.dueText,
}
VALUES = {
    "type": (ORG.classification, CIV.programmeKind, CIV.reportType, CIV.referralKind),
    "action": (CIV.decisionAction, CIV.answer),
    "status": (CIV.decisionStatus, CIV.referralStatus, CIV.outcome),
}
"""Attributes whose values are concepts; the plain word of each stands in the file."""
EVENTS = ("meeting", "item", "agenda item", "report", "decision", "referral", "vote")
"""Kinds that are of one body."""
NAMED = ("body", "meeting", "post", "council", "directorate", "organisation", "programme")
"""Kinds whose names are told apart by their ends."""
LINKS = {"same_as": SKOS.exactMatch}
ATTRIBUTES = ("name", "council", "body", *PLAIN, *VALUES, *LINKS)

_LEAD = re.compile(r"^(?:(?:RESOLVED|AGREED|RECOMMENDED)\b[\s:,–-]*)?(?:that\b[\s:,–-]*)?", re.IGNORECASE)


class Describer:
    """Describes things of one store."""

    def __init__(self, store: Store) -> None:
        self._things = Things(store)
        self._places = Places(self._things)

    def node(self, iri: str) -> Node:
        """Never fails: what the graph says nothing of is a thing that is called by the end of its IRI."""
        said = self._things.said(iri)
        kind = next((kind for kind in KINDS if kind.iri in said.get(RDF.type, ())), OTHER)
        name = self._name(iri, said)
        found = {
            "name": name,
            "council": "; ".join(self._places.councils(iri)[:1]),
            "body": "; ".join(self._places.bodies(iri)[:1]) if kind.word in EVENTS else "",
            **{key: _joined(said.get(one, ())) for key, one in PLAIN.items()},
            **{key: self._words(said, properties) for key, properties in VALUES.items()},
            **{key: _joined(said.get(one, ())) for key, one in LINKS.items()},
        }
        return Node(
            iri=iri,
            label=_label(name, found, kind.word),
            kind=kind.word,
            since=min(said.get(DCTERMS.date, ()), default=""),
            attributes={key: value for key, value in found.items() if value},
        )

    def _name(self, iri: str, said: Said) -> str:
        if CIV.Meeting in said.get(RDF.type, ()):
            bodies = [self._called(body, SKOS.prefLabel) for body in sorted(said.get(CIV.ofBody, ()))[:1]]
            return ", ".join([*(bodies or ["Meeting"]), *sorted(said.get(DCTERMS.date, ()))])
        for name in NAMES:
            if name in said:
                return " ".join(min(said[name]).split())
        rest, _, last = iri.rstrip("/").rpartition("/")
        return f"{rest.rpartition('/')[2]} {last}" if last.isdecimal() else last.replace("-", " ") or iri

    def _words(self, said: Said, properties: tuple[str, ...]) -> str:
        return _joined([self._called(iri, SKOS.notation) for one in properties for iri in said.get(one, ())])

    def _called(self, iri: str, property: str) -> str:
        words = self._things.values(iri, property)
        return words[0] if words else iri.rpartition("/")[2]


def _label(name: str, found: dict[str, str], kind: str) -> str:
    if kind in NAMED:
        return middle(name)
    if kind == "decision":
        plain = _LEAD.sub("", name, count=1)
        said = found["action"][:4].lower() in plain[:LABEL].lower()
        return shortened(plain[:1].upper() + plain[1:] if said else f"{found['action']}: {plain}")
    if kind == "vote" and not name.startswith("vote"):
        return shortened(f"vote: {name}")
    return shortened(f"{found['number']} {name}".strip() if kind in ("item", "agenda item") else name)


def shortened(words: str, length: int = LABEL) -> str:
    """Cut at a word where there is one, with … for what is left out."""
    if len(words) <= length:
        return words
    cut = words[: length - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[length // 2 :] else cut).rstrip(" ,;:.-") + "…"


def middle(name: str, length: int = LABEL) -> str:
    """As `shortened`, and with its end: Education and Children's… Scrutiny Board (2)."""
    if len(name) <= length:
        return name
    end = name[-length // 2 :]
    end = end[end.find(" ") + 1 :] if " " in end[:-4] else end
    return f"{shortened(name, length - len(end) - 1)} {end}"


def _joined(values: Iterable[str]) -> str:
    return "; ".join(" ".join(value.split()) for value in sorted(set(values)))
