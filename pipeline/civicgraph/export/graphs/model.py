"""A graph as viewers have it: nodes and edges with a kind and attributes. Both come one at a time, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

Spell = tuple[str, str]
"""First and last day, YYYY-MM-DD; "" where it is open, or nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    iri: str
    label: str  # short enough to be drawn
    kind: str  # "person", "body", … as in kinds.py
    since: str  # the day of a meeting, a decision …; "" for what has none
    attributes: Mapping[str, str]  # without empty values


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    number: int  # from 1, in the order of source, kind and target
    source: str
    target: str
    kind: str
    weight: int  # how many statements say so
    spells: tuple[Spell, ...]
    attributes: Mapping[str, str]

    @property
    def start(self) -> str:
        """First day of the first spell; "" where it is open."""
        return self.spells[0][0] if self.spells else ""

    @property
    def end(self) -> str:
        """Last day of the spell that ends last; "" where one is open."""
        ends = [end for _, end in self.spells]
        return max(ends) if ends and all(ends) else ""

    @property
    def intervals(self) -> str:
        """All spells where they are several: "2015-05-20/2017-05-18; 2019-05-15/"."""
        return "; ".join(f"{start}/{end}" for start, end in self.spells) if len(self.spells) > 1 else ""


class Graph(Protocol):
    """Each iteration starts from the beginning."""

    title: str
    description: str
    directed: bool
    node_attributes: tuple[str, ...]  # every name that a node's attributes may have
    edge_attributes: tuple[str, ...]

    def nodes(self) -> Iterator[Node]: ...

    def edges(self) -> Iterator[Edge]: ...
