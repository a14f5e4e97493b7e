"""The words that a statement came from, for an edge: its document and quotation."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Store

from civicgraph.vocab import CIV, OA

_EVIDENCE, _START, _EXACT, _FILE = (NamedNode(iri) for iri in (CIV.evidence, OA.start, OA.exact, CIV.fileName))


class Evidence:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._file = lru_cache(maxsize=4096)(self._read_file)
        self.of = lru_cache(maxsize=4096)(self._read)  # many edges may stand on one statement

    def _read(self, statement: str) -> tuple[str, str]:
        """File name and quotation of its first place in the first document by name; "" and "" where it has none."""
        places: list[tuple[str, int, NamedNode, NamedNode]] = []
        found = [*self._store.quads_for_pattern(NamedNode(statement), _EVIDENCE, None, None)]
        for quad in found:
            graph, words = quad.graph_name, quad.object
            if isinstance(graph, NamedNode) and isinstance(words, NamedNode):
                start = int(self._literal(words, _START, graph) or 0) if len(found) > 1 else 0
                places.append((self._file(graph), start, words, graph))
        if not places:
            return "", ""
        file, _, words, graph = min(places, key=lambda place: (place[0], place[1], place[2].value))
        return file, self._literal(words, _EXACT, graph)

    def _literal(self, subject: NamedNode, predicate: NamedNode, graph: NamedNode) -> str:
        for quad in self._store.quads_for_pattern(subject, predicate, None, graph):
            if isinstance(quad.object, Literal):
                return quad.object.value
        return ""

    def _read_file(self, graph: NamedNode) -> str:
        return self._literal(graph, _FILE, graph)
