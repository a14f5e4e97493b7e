"""What people say of names, found again in the documents: which are one thing, and which are not.

A ruling outranks every score and every veto. `same` makes one group of all the names that it means, and names that
share one are one group; `different` puts a mark on each of its two sides, which whoever is joined takes on, so that
the two never meet. Two rulings that cannot both hold are both left out, and said to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from civicgraph import ids
from civicgraph.link.names import Names
from civicgraph.model import Corrected, Correction, Entity, Judgement, MentionKind, Reason, Use
from civicgraph.values.gazetteer import council_of
from civicgraph.values.names import display, parse_person
from civicgraph.values.text import plain

Thing = tuple[str, MentionKind, str]  # (document, kind, name), as in Register.links


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the two that a person says are different."""

    ruling: Correction
    right: bool


@dataclass(frozen=True, slots=True)
class Rulings:
    """`meant` has the names of each correction that fits, those of its other name second."""

    meant: dict[Correction, tuple[frozenset[Thing], frozenset[Thing]]] = field(default_factory=dict)
    groups: dict[Thing, int] = field(default_factory=dict)
    marks: dict[Thing, frozenset[Side]] = field(default_factory=dict)
    unfit: tuple[Corrected, ...] = ()

    def group(self, kind: MentionKind, uses: Iterable[Use]) -> int | None:
        """The number of the group that a person made of these names and others; None where nobody did."""
        found = (self.groups.get((document, kind, name)) for document, name in uses) if self.groups else ()
        return next((one for one in found if one is not None), None)

    def sides(self, kind: MentionKind, uses: Iterable[Use]) -> frozenset[Side]:
        """What `apart` compares."""
        if not self.marks:
            return frozenset()
        return frozenset().union(*(self.marks.get((document, kind, name), ()) for document, name in uses))


def apart(a: Iterable[Side], b: Iterable[Side]) -> str:
    """Who says that the two are different, "" where nobody does."""
    others = set(b)
    found = sorted(side for side in a if replace(side, right=not side.right) in others) if others else []
    return said(found[0].ruling) if found else ""


def said(correction: Correction) -> str:
    """ "J Smith on 2026-01-31: he is the other one's son" """
    signed = f"{correction.by} on {correction.on}"
    return f"{signed}: {correction.why}" if correction.why else signed


def judgement(correction: Correction, left: Iterable[Thing], right: Iterable[Thing]) -> Judgement:
    """The join of the two names of a `same`."""
    (one, _, a), (other, _, b) = min(left), min(right)
    reason = Reason(feature="By the word of", value=said(correction), score=1.0)
    return Judgement(left=(one, a), right=(other, b), score=1.0, reasons=(reason,))


def rule(
    corrections: Iterable[Correction],
    documents: list[Names],
    councils: dict[str, str],
    entities: dict[str, Entity],
    base: str,
) -> Rulings:
    """What the corrections of names mean in these documents, whose councils have these IRIs and entities."""
    named = [one for one in corrections if one.act != "drop"]
    if not named:
        return Rulings()
    index = _Index(documents, councils, entities, base)
    meant: dict[Correction, tuple[frozenset[Thing], frozenset[Thing]]] = {}
    unfit: list[Corrected] = []
    for one in named:
        things, why = index.both(one)
        if why:
            unfit.append(Corrected(correction=one, unfit=why))
        else:
            meant[one] = things
    contrary = _contrary(meant)
    unfit += [Corrected(correction=one, unfit="others say the contrary") for one in contrary]
    meant = {one: things for one, things in meant.items() if one not in contrary}
    groups = _groups(things for one, things in meant.items() if one.act == "same")
    return Rulings(meant=meant, groups=groups, marks=_marks(meant, groups), unfit=tuple(unfit))


class _Index:
    """The names of all documents, by what a correction may call them."""

    def __init__(
        self, documents: list[Names], councils: dict[str, str], entities: dict[str, Entity], base: str
    ) -> None:
        self.base, self.councils = base, councils
        self.called = {
            iri: {_folded(name) for name in (entities[iri].label, *entities[iri].names)} for iri in councils.values()
        }
        self.files: dict[str, str] = {one.key: one.file for one in documents}
        self.things: dict[tuple[MentionKind, str], set[Thing]] = defaultdict(set)
        for one in documents:
            for name in one.names:
                forms = {_folded(name.name)}
                if name.kind == "person":
                    parsed = parse_person(name.name, listed=True)
                    forms = {*forms, _folded(display(parsed))} if parsed else set()  # what names nobody is not linked
                for form in forms:
                    self.things[(name.kind, form)].add((one.key, name.kind, name.name))

    def both(self, one: Correction) -> tuple[tuple[frozenset[Thing], frozenset[Thing]], str]:
        """The names that a correction means by each of its two, and why it fits none, "" where it does."""
        scope = self._scope(one)
        left = self._meant(one, one.name, one.document, scope)
        right = self._meant(one, one.other_name, one.other_document, scope)
        if one.act == "different" and (left < right or right < left):  # of one document, and of all others
            left, right = (left, right - left) if left < right else (left - right, right)
        pairs = [(left, one.name, one.document)]
        pairs += [(right, one.other_name, one.other_document)] if one.other_name else []
        for things, name, document in pairs:
            if document and document not in self.files.values():
                return (left, right), f"there is no document {document}"
            if not things:
                return (left, right), f"the {one.kind} “{name}” is not named in {_where(one, document)}"
        whose = {self.councils[document] for document, _, _ in left | right}
        if len(whose) > 1 and one.kind != "organisation":
            return (left, right), "the names are of two councils, and nobody is of both"
        if one.act == "different" and left & right:
            return (left, right), f"both names mean “{min(left & right)[2]}”; say in which documents they differ"
        return (left, right), ""

    def _scope(self, one: Correction) -> set[str] | None:
        """IRIs of the councils whose documents are meant; None for all."""
        if one.council:
            known = council_of(one.council)
            asked = ids.council(self.base, known.name if known else one.council)
            return {iri for iri, names in self.called.items() if iri == asked or _folded(one.council) in names}
        named = {one.document, one.other_document} - {""}
        if one.kind == "organisation":
            return None
        return {self.councils[key] for key, file in self.files.items() if file in named}

    def _meant(self, one: Correction, name: str, document: str, scope: set[str] | None) -> frozenset[Thing]:
        if not name or not one.kind:
            return frozenset()
        return frozenset(
            thing
            for thing in self.things.get((one.kind, _folded(name)), ())
            if (not document or self.files[thing[0]] == document)
            and (scope is None or self.councils[thing[0]] in scope)
        )


def _where(one: Correction, document: str) -> str:
    if document and one.council:
        return f"{document} of {one.council}"
    whose = one.council or f"the council of {one.document or one.other_document}"
    return document or (f"the documents of {whose}" if one.council or one.kind != "organisation" else "any document")


def _folded(name: str) -> str:
    return plain(name).casefold()


def _groups(sames: Iterable[tuple[frozenset[Thing], frozenset[Thing]]]) -> dict[Thing, int]:
    """Numbers of the groups that are one by these, the smallest of a group first."""
    group_of: dict[Thing, set[Thing]] = {}
    for left, right in sames:
        whole: set[Thing] = set()
        for thing in left | right:
            whole |= group_of.get(thing, {thing})
        group_of.update(dict.fromkeys(whole, whole))
    numbers = {first: n for n, first in enumerate(sorted({min(whole) for whole in group_of.values()}))}
    return {thing: numbers[min(whole)] for thing, whole in group_of.items()}


def _marks(
    meant: dict[Correction, tuple[frozenset[Thing], frozenset[Thing]]], groups: dict[Thing, int]
) -> dict[Thing, frozenset[Side]]:
    """The sides of every name; those of one name of a group are those of all of it."""
    found: dict[Thing, set[Side]] = defaultdict(set)
    for one, things in meant.items():
        if one.act == "different":
            for right, names in enumerate(things):
                for thing in names:
                    found[thing].add(Side(one, bool(right)))
    whole: dict[int, set[Side]] = defaultdict(set)
    for thing, number in groups.items():
        whole[number] |= found.get(thing, set())
    for thing, number in groups.items():
        if whole[number]:
            found[thing] = whole[number]
    return {thing: frozenset(sides) for thing, sides in found.items()}


def _contrary(meant: dict[Correction, tuple[frozenset[Thing], frozenset[Thing]]]) -> set[Correction]:
    """A `different` whose two sides others make one, and those others."""
    sames = {one: things for one, things in meant.items() if one.act == "same"}
    groups = _groups(sames.values())
    found: set[Correction] = set()
    for one, (left, right) in meant.items():
        if one.act != "different":
            continue
        both = {groups[t] for t in left if t in groups} & {groups[t] for t in right if t in groups}
        if both:
            found.add(one)
            found |= {same for same, (a, _) in sames.items() if groups[min(a)] in both}
    return found
