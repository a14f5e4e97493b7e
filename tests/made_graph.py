"""A graph of our own making, for what no document of the samples has."""

from __future__ import annotations

from collections.abc import Iterator

from civicgraph.export.graphs.model import Edge, Node


class Made:
    """A graph with whatever characters, days and gaps."""

    title, description, directed = "Odd & ends", 'with "quotes" and <marks>', True
    node_attributes, edge_attributes = ("name", "council"), ("document", "quote", "role")

    def __init__(self, words: str = "=1+1 \x0c & <b> “é” \u2028\n next") -> None:
        self.words = words

    def nodes(self) -> Iterator[Node]:
        for name in ("a", "b"):
            said = {"name": self.words} if self.words.strip() else {}
            yield Node(iri=f"urn:{name}", label=self.words or name, kind="body", since="", attributes=said)

    def edges(self) -> Iterator[Edge]:
        spells = (("2015-05-20", "2017-05-18"), ("2019-05-15", ""))
        for number, (kind, days) in enumerate({"chairs": spells, "is of": spells[1:], "asks": ()}.items(), 1):
            said = {"quote": self.words} if self.words.strip() else {}
            yield Edge(
                number=number, source="urn:a", target="urn:b", kind=kind, weight=number, spells=days, attributes=said
            )
