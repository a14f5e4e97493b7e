"""Which names are one programme of a council: the same words, or the acronym that is defined for only one.

A document's own definition comes before those of others; an acronym that is left with two programmes stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicgraph import ids
from civicgraph.link.entities import Linked, Open, distinct, linked, names, spelt
from civicgraph.link.names import Names
from civicgraph.model import Entity, Judgement, Reason, Use
from civicgraph.values.gazetteer import council_of
from civicgraph.values.text import singular
from civicgraph.values.titles import title_key

KIND_WORD = re.compile(r"(?:\s+(?:programmes?|programs?|projects?|schemes?|initiatives?|models?))+$")
YEARS = re.compile(r"\b((?:19|20)\d\d) (\d\d)(?!\d)")  # 2024-39, of the years 2024 to 2039
YEAR = re.compile(r"(?:19|20)\d\d")
DATED = "The document gives it these years only"
DEFINED = "The council's documents define the acronym as the other name"
SAME = "The same words, but for the place and the kind of thing"


@dataclass(slots=True)
class _Programme:
    uses: set[Use] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    joins: dict[str, Judgement] = field(default_factory=dict)  # by the name that was joined


def programme_key(name: str, place: str = "") -> str:
    """ "MST Programme", "the Coventry MST programme" and "MST" are one: place, kind word and order do not count.

    Years do: the Local Plan 2016-24 is not that of 2024-32.
    """
    words = YEARS.sub(lambda years: f"{years[1]} {years[1][:2]}{years[2]}", title_key(name).replace("-", " ")).split()
    key = " ".join(word for word in words if not YEAR.fullmatch(word))
    if place and key.startswith(f"{place.lower()} ") and len(key.split()) > 1:
        short = key.removeprefix(f"{place.lower()} ")
        key = short if short.split()[0] not in ("programme", "plan", "strategy", "and") else key
    bare = KIND_WORD.sub("", key) or key
    return " ".join(sorted([*map(singular, bare.split()), *(word for word in words if YEAR.fullmatch(word))]))


def link_programmes(council: str, group: list[Names]) -> Iterator[Linked | Open]:
    """The programmes that the documents of a council name; an acronym of two stays open with both."""
    known = council_of(group[0].council)
    place = known.place if known else ""
    stated = [(document.key, name) for document in group for name in document.names if name.kind == "programme"]
    defined: dict[tuple[str, str], dict[str, Use]] = defaultdict(dict)  # document or "", acronym → what it stands for
    for document, name in sorted(stated, key=lambda s: (s[0], s[1].name)):
        if name.acronym:
            long, acronym = programme_key(name.name, place), programme_key(name.acronym)
            for scope in (document, ""):
                defined[scope, acronym].setdefault(long, (document, name.name))
    dated: dict[tuple[str, str], dict[str, Use]] = defaultdict(dict)  # document, key without years → with them, where
    for document, name in stated:
        key = programme_key(name.name, place)
        bare = " ".join(word for word in key.split() if not YEAR.fullmatch(word))
        if bare and bare != key:
            dated[document, bare].setdefault(key, (document, name.name))
    found: dict[str, _Programme] = defaultdict(_Programme)
    for document, name in stated:
        short = programme_key(name.name, place)
        # A document means what it defines itself, whatever others do.
        means = defined.get((document, short)) or defined.get(("", short), {})
        if len(years := dated.get((document, short), {})) == 1:
            means, why = years, DATED
        else:
            why = DEFINED
        key = next(iter(means)) if len(means) == 1 else short
        one, use = found[key], (document, name.name)
        one.uses.add(use)
        one.acronyms.add(name.acronym)
        one.kinds.add(name.detail)
        if len(means) == 1 and key != short:
            one.joins.setdefault(name.name, _means(use, means[key], why, 1.0))
        for long, where in means.items() if len(means) > 1 else ():
            if long != short:
                yield Open("programme", _means(use, where, why, 1 / len(means)))
    for _, one in sorted(found.items()):
        short = min(one.acronyms - {""}, default="")
        full = [name for name in names(one.uses) if name != short] or [short]
        label = min(full, key=lambda n: (bool(place) and n.startswith(f"{place} "), -len(n.split()), len(n), n))
        entity = Entity(
            iri=ids.programme(council, label),
            kind="programme",
            label=label,
            names=names(one.uses),
            council=council,
            acronym=short,
            detail=min(one.kinds - {""}, default=""),
            joins=distinct((*one.joins.values(), *spelt(one.uses, SAME, one.joins.values()))),
        )
        yield linked(entity, sorted(one.uses))


def _means(a: Use, b: Use, why: str, score: float) -> Judgement:
    left, right = sorted((a, b))
    reason = Reason(feature=why, value=f"{a[1]}: {b[1]}", score=score)
    return Judgement(left=left, right=right, score=score, reasons=(reason,))
