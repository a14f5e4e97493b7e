"""A node from what the graph says of it: kind, a label short enough to be drawn, attributes."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from civicgraph.export.graphs.kinds import KINDS, OTHER
from civicgraph.export.graphs.model import Node
from civicgraph.export.graphs.places import Places
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

Said = dict[str, list[str]]
_LEAD = re.compile(r"^(?:RESOLVED|AGREED|RECOMMENDED)?\W*(?:that\b)?\W*", re.IGNORECASE)


class Describer:
    """Describes things of one store; remembers the words of what many things share, up to a bound."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._places = Places(store)
        self._word = lru_cache(maxsize=4096)(self._read_word)

    def node(self, iri: str) -> Node:
        """Never fails: what the graph says nothing of is a thing that is called by the end of its IRI."""
        said = self._said(iri)
        kind = next((kind for kind in KINDS if kind.iri in said[RDF.type]), OTHER)
        name = self._name(iri, said)
        found = {
            "name": name,
            "council": "; ".join(self._places.councils(iri)[:1]),
            "body": "; ".join(self._places.bodies(iri)[:1]) if kind.word in EVENTS else "",
            **{key: _joined(said[iri]) for key, iri in PLAIN.items()},
            **{key: self._words(said, properties, SKOS.notation) for key, properties in VALUES.items()},
            **{key: _joined(said[iri]) for key, iri in LINKS.items()},
        }
        return Node(
            iri=iri,
            label=_label(name, found, kind.word),
            kind=kind.word,
            since=min(said[DCTERMS.date], default=""),
            attributes={key: value for key, value in found.items() if value},
        )

    def _said(self, iri: str) -> Said:
        said: Said = defaultdict(list)
        for quad in self._store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            if isinstance(quad.object, NamedNode | Literal):
                said[quad.predicate.value].append(quad.object.value)
        return said

    def _name(self, iri: str, said: Said) -> str:
        if CIV.Meeting in said[RDF.type]:
            bodies = [self._word(body, SKOS.prefLabel) for body in sorted(said[CIV.ofBody])[:1]] or ["Meeting"]
            return ", ".join([*bodies, *sorted(said[DCTERMS.date])])
        for name in NAMES:
            if said[name]:
                return " ".join(min(said[name]).split())
        *_, kind, last = iri.rstrip("/").split("/")
        return f"{kind} {last}" if last.isdecimal() else last.replace("-", " ") or iri

    def _words(self, said: Said, properties: tuple[str, ...], called: str) -> str:
        return _joined([self._word(iri, called) for one in properties for iri in said[one]])

    def _read_word(self, iri: str, called: str) -> str:
        found = self._store.quads_for_pattern(NamedNode(iri), NamedNode(called), None, DefaultGraph())
        words = sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))
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


def _joined(values: list[str]) -> str:
    return "; ".join(" ".join(value.split()) for value in sorted(set(values)))
