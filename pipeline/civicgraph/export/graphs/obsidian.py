"""A folder for Obsidian: a note for each thing, properties in YAML on top, and a [[link]] for each edge that leaves it.

What leads to a thing Obsidian shows itself, as backlinks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from civicgraph.export.graphs.describing import shortened
from civicgraph.export.graphs.model import Edge, Graph, Node
from civicgraph.export.text import text

NAME = 90  # characters of a file name, without its number and ending
_NOT_IN_NAMES = re.compile(r'[:/\\#^\[\]|*?"<>\x00-\x1f]+')


def write(graph: Graph, path: Path) -> tuple[Path, ...]:
    """`path`/<kind>/<name>.md. Notes of another export that are there stay. Raises `OSError`."""
    names = _names(graph.nodes())
    leaving = groupby(graph.edges(), key=lambda edge: edge.source)  # both by IRI
    source, edges = next(leaving, ("", iter(())))
    written: list[Path] = []
    for node in graph.nodes():
        place = path / node.kind / f"{names[node.iri]}.md"
        with text(place) as file:
            file.writelines(_head(node))
            if source == node.iri:
                file.writelines(_link(edge, names[edge.target]) for edge in edges)
                source, edges = next(leaving, ("", iter(())))
        written.append(place)
    return tuple(written)


def _names(nodes: Iterator[Node]) -> dict[str, str]:
    """File names by IRI: what the thing is called, told apart by day or number, whatever the capitals."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        plain = file_name(node.attributes.get("name", node.label))
        name, number = plain, 1
        if name.lower() in taken and node.since and not plain.endswith(node.since):
            name = plain = f"{plain}, {node.since}"
        while name.lower() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.lower())
        names[node.iri] = name
    return names


def file_name(words: str) -> str:
    """Without what Obsidian, Windows or a link cannot have."""
    return shortened(" ".join(_NOT_IN_NAMES.sub(" ", words).split()), NAME).strip(" .") or "thing"


def _head(node: Node) -> Iterator[str]:
    yield "---\n"
    said = {"iri": node.iri, "kind": node.kind, "since": node.since, **node.attributes}
    if others := said.pop("other_names", ""):
        yield f"aliases: {json.dumps(others.split('; '), ensure_ascii=False)}\n"  # YAML reads JSON
    for name, value in said.items():
        if value:
            yield f"{name}: {value if name in ('since', 'date') else json.dumps(value, ensure_ascii=False)}\n"
    yield f"tags: [{node.kind.replace(' ', '-')}]\n---\n"


def _link(edge: Edge, target: str) -> str:
    day = edge.start if edge.start == edge.end else f"{edge.start} – {edge.end}".strip(" –")
    about = ", ".join(
        [part for part in (day, edge.attributes.get("role", ""), edge.attributes.get("status", "")) if part]
    )
    times = f" × {edge.weight}" if edge.weight > 1 else ""
    quote = " ".join(edge.attributes.get("quote", "").split())
    file = edge.attributes.get("document", "")
    words = f"\n  > {quote} — {file}" if quote else ""
    return f"\n- {edge.kind} [[{target}]]{times}{f' ({about})' if about else ''}{words}\n"
