"""JSON-LD 1.1 under the published context (ontology/context.jsonld): one file, or one for each thing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store, Triple

from civicgraph.export.rdf import facts, packed
from civicgraph.export.whole import whole
from civicgraph.resources import folder
from civicgraph.vocab import CIV, DCTERMS, FOAF, ORG, PERSON, RDF, SDO, SKOS, XSD

Json = str | int | bool | list["Json"] | dict[str, "Json"]
ENTITIES = (
    *(PERSON.Person, CIV.Council, CIV.Body, CIV.Directorate, CIV.Organisation, ORG.Post, CIV.Programme, CIV.Meeting),
    *(CIV.MinuteItem, CIV.AgendaItem, CIV.Report, CIV.ReportWork, CIV.Decision, CIV.Referral, CIV.Vote, CIV.Matter),
)
"""What has a file of its own."""
RELATIONS = (
    *(CIV.Attendance, CIV.PostHolding, CIV.Route, CIV.Attachment, CIV.Referral, CIV.Ballot, CIV.Response, CIV.Citation),
    *(CIV.MinutesApproval, CIV.DeclarationOfInterest, CIV.MinuteItem, CIV.AgendaItem, CIV.Report, CIV.Decision),
)
"""What stands inside the thing that it is about, under `@reverse`."""
CALLED = (SKOS.prefLabel, FOAF.name, DCTERMS.title, CIV.text, DCTERMS.date, SKOS.notation, CIV.fileName, SDO.name)
"""What is said of a thing that only is referred to."""


@cache
def context() -> dict[str, Json]:
    text = (folder("ontology") / "context.jsonld").read_text(encoding="utf-8")
    said: dict[str, Json] = json.loads(text)["@context"]
    return said


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """The linked facts, a line a thing, by IRI. Raises `OSError`."""
    with packed(path) as file, facts(store) as triples:
        file.write(f'{{"@context": {_json(context())},\n"@graph": ['.encode())
        before = "\n"
        for subject, its in groupby(triples, key=lambda triple: triple.subject):
            file.write(f"{before}{_json(node(str(getattr(subject, 'value', subject)), its))}".encode())
            before = ",\n"
        file.write(b"\n]}\n")
    return (path,)


def write_entities(store: Store, path: Path) -> tuple[Path, ...]:
    """`path`/<the path of its IRI>.json for each thing, with what refers to it and the names of what it refers to.

    Raises `OSError`.
    """
    written: list[Path] = []
    kinds = NamedNode(RDF.type)
    things = {
        quad.subject.value
        for kind in ENTITIES
        for quad in store.quads_for_pattern(None, kinds, NamedNode(kind), DefaultGraph())
        if isinstance(quad.subject, NamedNode)
    }
    for iri in sorted(things):
        place = path / f"{unquote(urlsplit(iri).path).strip('/')}.json"
        with whole(place) as file:
            said = {"@context": context(), **entity(store, iri)}
            file.write((json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
        written.append(place)
    return tuple(written)


def entity(store: Store, iri: str) -> dict[str, Json]:
    """A thing as a tree: what is said of it, the names of what it refers to, and the statements that refer to it."""
    said = _expanded(store, iri)
    reverse: dict[str, list[Json]] = defaultdict(list)
    wanted = {NamedNode(kind) for kind in RELATIONS}
    incoming = store.quads_for_pattern(None, None, NamedNode(iri), DefaultGraph())
    for quad in sorted(incoming, key=lambda quad: (quad.predicate.value, str(quad.subject))):
        if isinstance(quad.subject, NamedNode):
            about = _outgoing(store, quad.subject.value)
            if any(triple.predicate.value == RDF.type and triple.object in wanted for triple in about):
                inside = _expanded(store, quad.subject.value, but=iri)
                reverse[_property(quad.predicate.value, None)[0]].append(inside)
    return {**said, "@reverse": {name: [*values] for name, values in sorted(reverse.items())}} if reverse else said


def _expanded(store: Store, iri: str, but: str = "") -> dict[str, Json]:
    """As `node`, and what it refers to with its name, except the thing `but`, inside which it stands."""
    said = node(iri, (one for one in _outgoing(store, iri) if getattr(one.object, "value", "") != but or not but))
    for values in said.values():
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict) and isinstance(there := value.get("id"), str):
                called = (one for one in _outgoing(store, there) if one.predicate.value in (*CALLED, RDF.type))
                value.update(node(there, called))
    return said


def _outgoing(store: Store, iri: str) -> list[Triple]:
    found = store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph())
    return sorted((quad.triple for quad in found), key=str)


def node(iri: str, triples: Iterable[Triple]) -> dict[str, Json]:
    """What the triples say of the thing, in the words of the context; nothing is lost."""
    types: list[Json] = []
    said: dict[str, list[Json]] = defaultdict(list)
    for triple in triples:
        if triple.predicate.value == RDF.type and isinstance(triple.object, NamedNode):
            types.append(_term(triple.object.value))
        elif isinstance(triple.object, NamedNode | Literal):
            name, plain = _property(triple.predicate.value, triple.object)
            said[name].append(triple.object.value if plain else _value(triple.object))
    kind = {"type": types[0] if len(types) == 1 else types} if types else {}
    return {"id": iri, **kind, **{name: one[0] if len(one) == 1 else one for name, one in sorted(said.items())}}


def _property(iri: str, value: NamedNode | Literal | None) -> tuple[str, bool]:
    """The name of a property, and whether the context tells the type of the value."""
    for name, coerced in _named().get(iri, ()):
        if value is None or not coerced or coerced == _type(value):
            return name, bool(coerced)
    return _term(iri), False


def _type(value: NamedNode | Literal) -> str:
    return "@id" if isinstance(value, NamedNode) else value.datatype.value


@cache
def _named() -> dict[str, list[tuple[str, str]]]:
    """The context's own names: IRI → (name, type of its values or "")."""
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, meant in context().items():
        iri, coerced = (meant.get("@id"), meant.get("@type", "")) if isinstance(meant, dict) else (meant, "")
        if not isinstance(iri, str) or not isinstance(coerced, str):
            continue
        if not name.startswith("@") and not iri.startswith("@") and name not in _spaces():
            names[_whole(iri)].append((name, coerced if coerced.startswith("@") else _whole(coerced)))
    return names


@cache
def _spaces() -> dict[str, str]:
    """Prefix → namespace."""
    return {name: iri for name, iri in context().items() if isinstance(iri, str) and iri.endswith(("#", "/"))}


def _whole(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return _spaces()[prefix] + local if colon and prefix in _spaces() else name


@cache
def _term(iri: str) -> str:
    """A property or class: by its own name, as a word of the vocabulary, with a prefix, or whole."""
    for name, coerced in _named().get(iri, ()):
        if not coerced:
            return name
    vocabulary = str(context()["@vocab"])
    local = iri.removeprefix(vocabulary)
    if local != iri and local not in context() and ":" not in local:
        return local
    for prefix, space in _spaces().items():
        if iri.startswith(space) and not prefix.startswith("@"):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _value(term: NamedNode | Literal) -> Json:
    if isinstance(term, NamedNode):
        return {"id": term.value}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    form = term.datatype.value
    if form == XSD.string:
        return term.value
    if form == XSD.boolean and term.value in ("true", "false"):
        return term.value == "true"
    if form == XSD.integer and term.value.removeprefix("-").isdecimal() and str(int(term.value)) == term.value:
        return int(term.value)
    return {"@value": term.value, "@type": _term(form)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
