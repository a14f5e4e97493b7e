"""The overlay: a graph of its own for what people said of the others, `{base}rule/corrections`.

Each correction is a thing there: who made it, when, why, what it says, and what it is about or why it fits nothing.
What was dropped stands there as it was read. Without corrections there is no such graph, and all else is as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count

from civicgraph import ids
from civicgraph.graph.dropping import Dropped
from civicgraph.graph.triples import date, iri, text
from civicgraph.model import Corrected, Correction, Register
from civicgraph.vocab import CIV, DCTERMS, RDF, concept


def outcomes(register: Register, dropped: Sequence[Dropped]) -> tuple[Corrected, ...]:
    """What came of every correction, sorted; `dropped` is what the documents' graphs lost."""
    return tuple(sorted((*register.corrected, *_drops(register, dropped)), key=lambda one: one.correction))


def _drops(register: Register, dropped: Sequence[Dropped]) -> Iterator[Corrected]:
    """One for each drop: two files of one name may each have the fact."""
    met: dict[Correction, list[Corrected]] = defaultdict(list)
    for found in dropped:
        met[found.outcome.correction].append(found.outcome)
    for one in register.drops:
        its = met[one]
        about = tuple(sorted({fact for outcome in its for fact in outcome.about}))
        why = min((outcome.unfit for outcome in its), default=f"there is no document {one.document}")
        yield Corrected(correction=one, about=about, unfit="" if about else why)


def overlay_quads(register: Register, dropped: Sequence[Dropped], found: Iterable[Corrected]) -> Iterator[str]:
    """N-Quads of the overlay graph, sorted; `found` is what `outcomes` says."""
    graph = iri(ids.rule_graph(register.base, "corrections"))
    lines = {line for one in dropped for line in one.lines}
    taken: set[str] = set()
    for one in found:
        made = _iri(register.base, one.correction)
        options = chain((made,), (f"{made}~{number}" for number in count(2)))
        at = next(option for option in options if option not in taken)
        taken.add(at)
        lines.update(_lines(at, one))
    yield from sorted(f"{line} {graph} ." for line in lines)


def _lines(at: str, one: Corrected) -> Iterator[str]:
    said = one.correction
    yield f"<{at}> <{RDF.type}> {iri(CIV.Correction)}"
    yield f"<{at}> <{CIV.correctionAct}> {iri(concept('correction', said.act))}"
    yield f"<{at}> <{DCTERMS.creator}> {text(said.by)}"
    yield f"<{at}> <{DCTERMS.created}> {date(said.on)}"
    yield f"<{at}> <{DCTERMS.description}> {text(sentence(one))}"
    if said.why:
        yield f"<{at}> <{CIV.correctionReason}> {text(said.why)}"
    if one.unfit:
        yield f"<{at}> <{CIV.notApplied}> {text(one.unfit)}"
    for about in one.about:
        yield f"<{at}> <{CIV.corrects}> {iri(about)}"


def _iri(base: str, one: Correction) -> str:
    what = (one.kind or one.table, one.council, one.document, one.name, one.quote, one.other_document, one.other_name)
    return ids.correction(base, one.act, *what, one.value)


def sentence(one: Corrected) -> str:
    """What a correction says and, of a label, what it was before.

    >>> said = Correction(act="drop", table="votes", document="a.md", quote="Lost", by="J Smith", on="2026-01-31")
    >>> sentence(Corrected(correction=said))
    'drop from votes in a.md: “Lost”'
    """
    said = one.correction
    if said.act == "drop":
        cell = f" ({said.value})" if said.value else ""
        return f"drop from {said.table} in {said.document}: “{said.quote}”{cell}"
    name = _named(said.name, said.document, said.council)
    if said.other_name:
        return f"{said.act} {said.kind}: {name} and {_named(said.other_name, said.other_document, said.council)}"
    before = f", before “{one.before}”" if one.before else ""
    return f"{said.act} {said.kind}: {name} has the {LABEL[said.act]} “{said.value}”{before}"


LABEL = {"rename": "label", "add-name": "further name"}


def _named(name: str, document: str, council: str) -> str:
    where = f" in {document}" if document else f" of {council}" if council else ""
    return f"“{name}”{where}"


def unfit(found: Iterable[Corrected]) -> tuple[str, ...]:
    """A line for each correction that fits nothing: who said what, and why it was not applied."""
    return tuple(
        f"{sentence(one)}: not applied ({one.correction.by}, {one.correction.on}): {one.unfit}"
        for one in found
        if one.unfit
    )
