"""Whether each quotation is what the document says at that place: every one is read again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Store

from civicgraph.validate.corrections import dropped, is_dropped
from civicgraph.validate.faults import Fault
from civicgraph.vocab import CIV, OA, RDF

_PARTS = {OA.start: "start", OA.end: "end", OA.exact: "quotation", OA.hasSource: "document"}


def evidence(store: Store, texts: Path) -> Iterator[Fault]:
    """Reads one document's text at a time. A statement's evidence is in the named graph of its document."""
    taken = dropped(store)
    for graph in store.named_graphs():
        if not isinstance(graph, NamedNode):
            continue
        # (evidence, part) → values: a part may be missing or there twice.
        parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(CIV.Evidence), graph):
            parts[str(quad.subject)]["type"].append("")
        for predicate, part in _PARTS.items():
            for quad in store.quads_for_pattern(None, NamedNode(predicate), None, graph):
                parts[str(quad.subject)][part].append(getattr(quad.object, "value", str(quad.object)))
        stated = store.quads_for_pattern(None, NamedNode(CIV.evidence), None, graph)
        pointed = {str(q.object) for q in stated if not is_dropped(q, taken)}  # their words stay with the document
        for missing in sorted(pointed - parts.keys()):
            yield Fault(check="evidence", where=missing, what=f"is given as evidence in {graph} and is not there")
        if parts:
            yield from _read_again(store, graph, parts, texts)


def _read_again(store: Store, graph: NamedNode, parts: dict[str, dict[str, list[str]]], texts: Path) -> Iterator[Fault]:
    sha256 = _text_sha256(store, graph)
    path = texts / f"{sha256}.txt"
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        yield Fault(check="evidence", where=str(graph), what=f"its text {path} cannot be read ({why}); build again")
        return
    if hashlib.sha256(data).hexdigest() != sha256:
        yield Fault(check="evidence", where=str(graph), what=f"its text {path} was changed; build again")
        return
    text = data.decode(errors="replace")
    for name, part in sorted(parts.items()):
        if any(len(part[p]) != 1 for p in _PARTS.values()):
            wrong = ", ".join(f"{len(part[p])} × {p}" for p in _PARTS.values() if len(part[p]) != 1)
            yield Fault(check="evidence", where=name, what=f"must have each part once, has {wrong}")
            continue
        exact = part["quotation"][0]
        try:
            start, end = int(part["start"][0]), int(part["end"][0])
        except ValueError:
            yield Fault(check="evidence", where=name, what=f"{part['start'][0]}–{part['end'][0]} are not offsets")
            continue
        if part["document"][0] != graph.value:
            yield Fault(check="evidence", where=name, what=f"stands in {graph} and quotes <{part['document'][0]}>")
        elif not 0 <= start < end <= len(text):
            yield Fault(check="evidence", where=name, what=f"characters {start}–{end} are not in a text of {len(text)}")
        elif text[start:end] != exact:
            yield Fault(
                check="evidence",
                where=name,
                what=f"quotes “{_cut(exact)}”, and the document says “{_cut(text[start:end])}” there",
            )


def _text_sha256(store: Store, graph: NamedNode) -> str:
    for quad in store.quads_for_pattern(graph, NamedNode(CIV.textSha256), None, None):
        if not isinstance(quad.graph_name, DefaultGraph):
            return getattr(quad.object, "value", "")
    return "unknown"


def _cut(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77]}…"
