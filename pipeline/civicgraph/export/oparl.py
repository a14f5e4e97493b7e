"""The graph as OParl 1.1: what ontology/views/oparl.rq makes, as JSON-LD in the form of OParl's objects.

Which property has one value, a list, an address or an object inside is in ontology/alignments/vocabularies.toml. What
the view makes waits on disk, so that Python's memory does not grow with the graph.
"""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryTriples, Store, Triple

from civicgraph.errors import UsageError
from civicgraph.export.whole import whole
from civicgraph.resources import folder
from civicgraph.vocab import RDF, XSD

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
Term = NamedNode | BlankNode | Literal | Triple

BATCH = 50_000
"""Triples on their way to the disk at a time."""

TOP = ("System", "Body", "Organization", "Person", "Meeting", "Paper")
"""Types that stand for themselves; the others stand inside them."""


@dataclass(frozen=True, slots=True)
class Schema:
    space: str
    types: Mapping[str, Mapping[str, str]]  # type → property → form: "string", "list of url", "page of Paper", "File" …
    required: Mapping[str, tuple[str, ...]]


@cache
def schema() -> Schema:
    """What the alignments know of OParl 1.1."""
    path = folder("ontology") / "alignments" / "vocabularies.toml"
    said = tomllib.loads(path.read_text(encoding="utf-8"))["oparl"]
    return Schema(
        space=said["namespace"],
        types={name: {p: f for p, f in one.items() if p != "required"} for name, one in said["types"].items()},
        required={name: ("id", "type", *one["required"]) for name, one in said["types"].items()},
    )


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """One file of JSON-LD, sorted by type and IRI. Raises `UsageError`, `OSError`."""
    with whole(path) as file:
        file.write(f'{{"@context": {json.dumps(context())},\n"@graph": ['.encode())
        for number, one in enumerate(objects(store)):
            file.write((",\n" if number else "\n").encode() + json.dumps(one, ensure_ascii=False).encode())
        file.write(b"\n]}\n")
    return (path,)


@contextmanager
def viewed(store: Store) -> Iterator[Store]:
    """The triples of ontology/views/oparl.rq in a store of their own. Raises `UsageError`, `OSError`."""
    path = folder("ontology") / "views" / "oparl.rq"
    try:
        found = store.query(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        raise UsageError(f"{path}: not a SPARQL query: {error}") from error
    if not isinstance(found, QueryTriples):
        raise UsageError(f"{path}: a view needs a CONSTRUCT query")
    with tempfile.TemporaryDirectory() as place:
        view = Store(place)
        while batch := list(islice(found, BATCH)):
            view.bulk_extend(Quad(one.subject, one.predicate, one.object) for one in batch)
        yield view
        del view


def objects(store: Store) -> Iterator[dict[str, Json]]:
    """What stands for itself, in the order of `TOP`, each with what stands inside it. Raises `UsageError`."""
    with viewed(store) as view:
        for name in TOP:
            for iri in named(view, name):
                yield made(view, iri, name)


def named(view: Store, name: str) -> list[str]:
    """IRIs of all objects of a type, in order."""
    found = view.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(schema().space + name))
    return sorted(quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))


def context() -> dict[str, Json]:
    """Leads the names of OParl back to the IRIs of the view."""
    said: dict[str, Json] = {"@vocab": schema().space, "id": "@id", "type": "@type"}
    for forms in schema().types.values():
        for name, form in forms.items():
            plain = form.removeprefix("list of ")
            if plain == "url" or plain.startswith("page of "):
                said[name] = {"@type": "@id"}
            elif plain in ("date", "date-time"):
                said[name] = {"@type": XSD.date if plain == "date" else XSD.dateTime}
    return said


def made(view: Store, iri: str, name: str) -> dict[str, Json]:
    """One object of that type, with what stands inside it."""
    about: dict[str, list[Term]] = defaultdict(list)
    for quad in view.quads_for_pattern(NamedNode(iri), None, None):
        about[quad.predicate.value.removeprefix(schema().space)].append(quad.object)
    out: dict[str, Json] = {"id": iri, "type": schema().space + name}
    for said, form in schema().types[name].items():
        plain = form.removeprefix("list of ")
        terms = sorted(about.get(said, ()), key=str)
        values: list[Json]
        if plain in schema().types:
            inside = [made(view, t.value, plain) for t in terms if isinstance(t, NamedNode)]
            values = [*sorted(inside, key=_order)]
        else:
            values = [_value(term, plain) for term in terms]
        if plain != form and (values or said in schema().required[name]):
            out[said] = values
        elif plain == form and values:
            out[said] = values[0]
    return out


def _order(one: dict[str, Json]) -> int:
    order = one.get("order")
    return order if isinstance(order, int) else 0


def _value(term: Term, form: str) -> Json:
    text = term.value if isinstance(term, NamedNode | Literal) else str(term)
    if form == "boolean":
        return text in ("true", "1")
    if form == "integer":
        return int(text)
    return with_zone(text) if form == "date-time" else text


def with_zone(local: str) -> str:
    """2018-04-16T15:30:00 → 2018-04-16T15:30:00+01:00, as OParl wants it; Ireland keeps the same hours."""
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/London")).isoformat()
