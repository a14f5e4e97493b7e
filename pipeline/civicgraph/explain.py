"""What a thing is, its names and where they stand, why they are one thing's, what was left open: `civicgraph explain`.

All of it is read from the graph, so that whoever has the graph alone can ask the same (the predicates are named below).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from civicgraph.errors import UsageError
from civicgraph.values.text import plain
from civicgraph.vocab import CIV, DCTERMS, FOAF, ORG, PERSON, RDF, RDFS, SDO, SKOS, concept, short

MOST = 20  # things that a name is listed for
NAMES = (FOAF.name, SKOS.prefLabel, SKOS.altLabel, DCTERMS.title, CIV.fileName)
KINDS = {
    CIV.Council: "council",
    CIV.Body: "body",
    PERSON.Person: "person",
    ORG.Post: "post",
    CIV.Directorate: "directorate",
    CIV.Programme: "programme",
    CIV.Organisation: "organisation",
    CIV.ReportWork: "report",
    CIV.SourceDocument: "document",
    SDO.Legislation: "Act",
    SDO.AdministrativeArea: "ward",
}
WITHIN = (CIV.ofCouncil, ORG.unitOf, ORG.postIn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One name, and the documents that print it, the earliest first: (file name, the days of its meetings or "")."""

    name: str
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One thing of the graph. `open` are things that it may be one with, each with the reasons."""

    iri: str
    label: str
    kind: str
    council: str  # label, "" of what belongs to none
    names: tuple[Seen, ...]
    same_as: tuple[str, ...]  # IRIs of the world
    follows: tuple[str, ...]  # the bodies that it continues: label, the days of the change, the reasons
    followed_by: tuple[str, ...]
    reasons: tuple[str, ...]
    corrections: tuple[str, ...]  # what people say of it, each with who, when and why
    open: tuple[tuple[str, str, tuple[str, ...]], ...]  # (IRI, label, reasons)


def explain(store: Store, thing: str) -> tuple[Explained, ...]:
    """The thing of this IRI, or those of this name; case, titles and punctuation do not matter, and a word may do.

    A document is called by the name of its file. Raises `UsageError` where the graph has none, or more than `MOST`,
    and where nothing is asked.
    """
    if not _words(thing):
        raise UsageError("explain was given an empty name; give it a name, a word of one, or an IRI")
    if thing.startswith(("http://", "https://")):
        found = [thing] if _known(store, thing) else []
    else:
        found = _named(store, thing)
    if not found:
        raise UsageError(
            f"{thing}: nothing in the graph has this name; 'civicgraph query tables/identities' lists all names"
        )
    if len(found) > MOST:
        raise UsageError(f"{thing}: {len(found)} things have this in their names; give more of the name, or an IRI")
    return tuple(_explained(store, iri) for iri in found)


def lines(one: Explained) -> Iterator[str]:
    """The explanation, line by line."""
    yield f"{one.label}: {one.kind}" + (f" of {one.council}" if one.council else "")
    yield f"  {one.iri}"
    yield from _section("names", (f"{seen.name}  ({_where(seen.documents)})" for seen in one.names))
    yield from _section("in the world", one.same_as)
    yield from _section("continues", one.follows)
    yield from _section("continued by", one.followed_by)
    yield from _section("why", one.reasons)
    yield from _section("by people's word", one.corrections)
    for iri, label, reasons in one.open:
        yield f"left open: it may be {label}"
        yield f"  {iri}"
        yield from (f"  {reason}" for reason in reasons)


def _section(title: str, rows: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if not number:
            yield title
        yield f"  {row}"


def _where(documents: tuple[tuple[str, str], ...]) -> str:
    shown = [f"{name}, {day}" if day else name for name, day in documents[:3]]
    return "; ".join(shown) + (f"; and {len(documents) - 3} more" if len(documents) > 3 else "")


# -- finding ---------------------------------------------------------------------------------------------------------


def _known(store: Store, iri: str) -> bool:
    try:
        return any(store.quads_for_pattern(_node(iri), None, None, None))
    except ValueError:  # with a space in it, say, it is no IRI
        return False


def _named(store: Store, thing: str) -> list[str]:
    """Whole names first; else names that have all the words, and files only where nothing else has them."""
    wanted = _words(thing)
    whole: set[str] = set()
    part: set[str] = set()
    files: set[str] = set()
    kinds = {_node(kind) for kind in KINDS}
    for quad in (q for name in NAMES for q in store.quads_for_pattern(None, _node(name), None, DefaultGraph())):
        words = _words(_text(quad.object))
        if not wanted <= words or not isinstance(quad.subject, NamedNode):
            continue
        types = {q.object for q in store.quads_for_pattern(quad.subject, _node(RDF.type), None, DefaultGraph())}
        if types & kinds:
            some = files if quad.predicate.value == CIV.fileName else part
            (whole if words == wanted else some).add(quad.subject.value)
    return sorted(whole or part or files)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", plain(text).casefold().replace("'", "")))


# -- explaining ------------------------------------------------------------------------------------------------------


def _explained(store: Store, iri: str) -> Explained:
    types = {_text(q.object) for q in store.quads_for_pattern(_node(iri), _node(RDF.type), None, DefaultGraph())}
    return Explained(
        iri=iri,
        label=_label(store, iri),
        kind=next((kind for one, kind in KINDS.items() if one in types), ", ".join(map(short, sorted(types)))),
        council=next((_label(store, other) for within in WITHIN for other in _objects(store, iri, within)), ""),
        names=tuple(_seen(store, iri)),
        same_as=tuple(_objects(store, iri, SKOS.exactMatch)),
        follows=tuple(_changes(store, ORG.resultingOrganization, iri, ORG.originalOrganization)),
        followed_by=tuple(_changes(store, ORG.originalOrganization, iri, ORG.resultingOrganization)),
        reasons=tuple(_objects(store, iri, CIV.linkReason, everywhere=True)),
        corrections=tuple(_said(store, iri)),
        open=tuple(_open(store, iri)),
    )


def _seen(store: Store, iri: str) -> Iterator[Seen]:
    """The names as the documents print them, from their own graphs."""
    where: dict[str, set[tuple[str, str]]] = defaultdict(set)
    # Beside a label that a person chose, all that is printed is another name.
    renamed = any(_acts(store, iri, concept("correction", "rename")))
    predicates = (SKOS.altLabel, DCTERMS.title) if renamed else (RDFS.label, SKOS.altLabel, DCTERMS.title)
    # A report as a work is named by what stands for it: reports, and items under which none is told.
    stands = [node for name in (SDO.exampleOfWork, SDO.about) for node in _subjects(store, name, iri)]
    for node, name in product((iri, *stands), predicates):
        for quad in store.quads_for_pattern(_node(node), _node(name), None, None):
            if isinstance(quad.graph_name, NamedNode) and (document := _document(store, quad.graph_name.value)):
                where[_text(quad.object)].add(document)
    for name in sorted(where):
        yield Seen(name=name, documents=tuple(sorted(where[name], key=lambda d: (d[1] or "~", d[0]))))


def _changes(store: Store, mine: str, iri: str, its: str) -> Iterator[str]:
    """The other body of each change of name, the days between which it lies, and why it is one."""
    for event in _subjects(store, mine, iri):
        (until,) = _objects(store, event, CIV.olderLastNamed) or [""]
        (since,) = _objects(store, event, CIV.newerFirstNamed) or [""]
        why = "; ".join(_objects(store, event, CIV.linkReason, everywhere=True))
        for other in _objects(store, event, its):
            yield f"{_label(store, other)}, between {until} and {since}: {why}"


def _acts(store: Store, iri: str, act: str = "") -> Iterator[str]:
    """IRIs of the corrections of a thing or fact."""
    for correction in _subjects(store, CIV.corrects, iri, everywhere=True):
        if act in ("", *_objects(store, correction, CIV.correctionAct, everywhere=True)):
            yield correction


def _said(store: Store, iri: str) -> Iterator[str]:
    """The corrections of a thing or fact: "drop from votes in a.md: “Lost” (A Clerk, 2026-01-31: misread)"."""
    for correction in _acts(store, iri):
        what, who, on, why = (
            " ".join(_objects(store, correction, predicate, everywhere=True))
            for predicate in (DCTERMS.description, DCTERMS.creator, DCTERMS.created, CIV.correctionReason)
        )
        yield f"{what} ({who}, {on}{f': {why}' if why else ''})"


def _document(store: Store, graph: str) -> tuple[str, str] | None:
    """(file name, days of its meetings) of a document's graph; None for the graph of a rule."""
    name = next(iter(_objects(store, graph, CIV.fileName)), "")
    met = {day for meeting in _objects(store, graph, CIV.describes) for day in _objects(store, meeting, DCTERMS.date)}
    days = sorted(met)
    return (name, " to ".join(dict.fromkeys((*days[:1], *days[-1:])))) if name else None


def _open(store: Store, iri: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for unsure in _subjects(store, CIV.mayBe, iri, everywhere=True):
        reasons = tuple(_objects(store, unsure, CIV.linkReason, everywhere=True))
        for other in _objects(store, unsure, CIV.mayBe, everywhere=True):
            if other != iri:
                yield other, _label(store, other), reasons


def _label(store: Store, iri: str) -> str:
    found = (
        text for name in (FOAF.name, SKOS.prefLabel, DCTERMS.title, CIV.fileName) for text in _objects(store, iri, name)
    )
    return next(found, iri)


def _objects(store: Store, subject: str, predicate: str, *, everywhere: bool = False) -> list[str]:
    where = None if everywhere else DefaultGraph()
    return sorted({_text(q.object) for q in store.quads_for_pattern(_node(subject), _node(predicate), None, where)})


def _subjects(store: Store, predicate: str, target: str, *, everywhere: bool = False) -> list[str]:
    where = None if everywhere else DefaultGraph()
    return sorted({_text(q.subject) for q in store.quads_for_pattern(None, _node(predicate), _node(target), where)})


def _node(iri: str) -> NamedNode:
    return NamedNode(str(iri))


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
