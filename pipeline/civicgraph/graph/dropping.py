"""Facts that a person dropped: taken out of their document's graph, with what cannot be without them.

A fact is found again by its table, the words it stands on and, where several stand on the same words, one of its cells.
What is taken out is handed on for the overlay graph (`graph/overlay.py`), so that nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from civicgraph.graph.page import Page
from civicgraph.graph.triples import iri, text
from civicgraph.model import Corrected, Correction
from civicgraph.values.text import plain
from civicgraph.vocab import CIV, DCTERMS, RDF

CLASSES: dict[str, str] = {
    "attendance": CIV.Attendance,
    "posts": CIV.PostHolding,
    "reports": CIV.Report,
    "routes": CIV.Route,
    "decisions": CIV.Decision,
    "targets": CIV.Decision,
    "referrals": CIV.Referral,
    "votes": CIV.Vote,
    "ballots": CIV.Ballot,
    "approvals": CIV.MinutesApproval,
    "citations": CIV.Citation,
}
# A route without its report, a ballot without its vote, a response without its referral says nothing.
NEEDED = frozenset({CIV.report, CIV.inVote, CIV.respondsTo})

Stated = dict[str, list[tuple[str, str]]]  # subject → (predicate, object as written)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a document's graph lost by one correction, or why it lost nothing."""

    outcome: Corrected
    lines: tuple[str, ...] = ()  # N-Triples without their full stops


def drop(page: Page) -> Iterator[Dropped]:
    """Takes the facts out of `page.sink` that people say the document does not state."""
    wanted = [one for one in page.register.drops if _is_meant(page, one)]
    if not wanted:
        return
    stated = _stated(page.sink.lines)  # as read: one drop does not hide a fact from another
    before: set[str] = set()
    for one in wanted:
        found = sorted(_fitting(page, stated, one))
        if len(found) != 1:
            why = _several(len(found), one) if found else _nothing(page, stated, one)
            yield Dropped(Corrected(correction=one, unfit=why))
            continue
        gone = found if one.table == "targets" else _falling(stated, found[0], before)
        lines = _target(page, stated, found[0], one) if one.table == "targets" else _lines(stated, gone)
        for line in lines:
            page.sink.lines.pop(line, None)
        before.update(gone if one.table != "targets" else ())
        yield Dropped(Corrected(correction=one, about=tuple(gone)), tuple(lines))


def _is_meant(page: Page, one: Correction) -> bool:
    council = page.register.entities[page.council]
    names = {plain(name).casefold() for name in (council.label, *council.names)}
    return one.document == page.findings.source.name and (not one.council or plain(one.council).casefold() in names)


def _stated(lines: Iterable[str]) -> Stated:
    found: Stated = defaultdict(list)
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        found[subject[1:-1]].append((predicate[1:-1], value))
    return found


# -- finding it --------------------------------------------------------------------------------------------------------


def _fitting(page: Page, stated: Stated, one: Correction) -> list[str]:
    on_words = _on_words(page, stated, one)
    if not one.value:
        return on_words
    return [fact for fact in on_words if _has(page, stated, fact, one)]


def _on_words(page: Page, stated: Stated, one: Correction) -> list[str]:
    kind, words = (RDF.type, iri(CLASSES[one.table])), plain(one.quote)
    return [
        fact
        for fact, spans in page.grounds.items()
        if any(plain(page.quote(span)) == words for span in spans) and kind in stated.get(fact, ())
    ]


def _several(many: int, one: Correction) -> str:
    having = f" and have “{one.value}”" if one.value else ""
    return f"{many} facts of {one.document} stand on these words{having}; write in value a cell that one of them has"


def _nothing(page: Page, stated: Stated, one: Correction) -> str:
    if _on_words(page, stated, one):
        return f"what {one.document} states on these words has no “{one.value}”"
    return f"{one.document} states nothing for the table {one.table} on these words"


def _has(page: Page, stated: Stated, fact: str, one: Correction) -> bool:
    only = CIV.target if one.table == "targets" else ""
    said = [value for predicate, value in stated[fact] if only in ("", predicate)]
    return any(_says(page, stated, value, one.value) for value in said)


def _says(page: Page, stated: Stated, written: str, cell: str) -> bool:
    """Whether a value is what a table shows as this cell: a name, a literal (of the item or meeting too), or the plain
    word of a concept."""
    literals = (text(cell), f"{text(cell)}^^")
    if not written.startswith("<"):
        return written == literals[0] or written.startswith(literals[1])
    named = written[1:-1]
    if any(value == literals[0] or value.startswith(literals[1]) for _, value in stated.get(named, ())):
        return True
    if named in page.register.entities:
        names = {*page.names.get(named, ()), page.register.entities[named].label}
        return plain(cell).casefold() in {plain(name).casefold() for name in names}
    word = named.rpartition("#")[2]
    return f"-{word}".endswith(f"-{'-'.join(cell.lower().split())}")


# -- what goes with it -------------------------------------------------------------------------------------------------


def _falling(stated: Stated, fact: str, before: set[str]) -> list[str]:
    """A fact, what needs it, and a resolution that has no clause left without it and those `before`; sorted."""
    gone = {fact}
    while more := {one for one in stated if one not in gone and _falls(stated[one], gone, before)}:
        gone |= more
    return sorted(gone)


def _falls(said: list[tuple[str, str]], gone: set[str], before: set[str]) -> bool:
    values = {iri(one) for one in gone}
    parts = {value for predicate, value in said if predicate == DCTERMS.hasPart}
    left = parts - values - {iri(one) for one in before}
    return any(p in NEEDED and v in values for p, v in said) or (bool(parts & values) and not left)


def _lines(stated: Stated, gone: Iterable[str]) -> list[str]:
    """All that speaks of them."""
    values = {iri(one) for one in gone}
    return sorted(
        f"<{subject}> <{predicate}> {value}"
        for subject, said in stated.items()
        for predicate, value in said
        if iri(subject) in values or value in values
    )


def _target(page: Page, stated: Stated, fact: str, one: Correction) -> list[str]:
    said = (v for p, v in stated[fact] if p == CIV.target and _says(page, stated, v, one.value))
    return [f"<{fact}> <{CIV.target}> {value}" for value in said]
