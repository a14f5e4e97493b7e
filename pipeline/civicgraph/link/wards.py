"""Wards of a council: one a name, and one a code of the Office for National Statistics where one alone can be meant.

A ward gets a new code when its boundary changes and often keeps its name, so that only the day tells which one a name
means. A list of councillors has no day; there the names of all its wards together may fit one review and no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from civicgraph import ids
from civicgraph.link.entities import Linked, linked, names
from civicgraph.link.names import Names
from civicgraph.link.world import setting
from civicgraph.model import Entity, Reason, Use
from civicgraph.values.gazetteer import Council, Ward, council_of, ward_lists, wards
from civicgraph.values.text import fold, squash

REVIEWED = 0.7  # of a council's wards: so many get a new code at once only when all of them are drawn anew
ENOUGH = 0.5  # of the wards of a review: so many must a document name to be known by them


def ward_key(name: str) -> str:
    """ "Alexandra Ward" and "Alexandra" are one ward, "St. Mary's & Park" and "St Marys and Park" too."""
    text = fold(name).casefold().replace("'s", "s").replace("'", "").replace("&", " and ")
    key = squash(re.sub(r"[^a-z0-9 ]", " ", text))
    return key.removesuffix(" ward").removesuffix(" division") or key


def link_wards(council: str, group: list[Names]) -> Iterator[Linked]:
    found: dict[tuple[str, Ward | None], list[Use]] = defaultdict(list)
    why: dict[tuple[str, Ward | None], set[Reason]] = defaultdict(set)
    for document in group:
        printed = [name.name for name in document.names if name.kind == "ward"]
        at, known = setting(document), council_of(document.council)
        meant = _by_review(known, printed) if known and not at.on else {}
        for name in printed:
            key = ward_key(name)
            match = _on_day(known, key, at.on) if known and at.on else meant.get(key)
            ward, reason = match or (None, None)
            found[key, ward].append((document.key, name))
            if reason is not None:
                why[key, ward].add(reason)
    for (key, ward), uses in sorted(found.items(), key=lambda one: (one[0][0], one[0][1] or ())):
        label = min(names(uses), key=lambda n: (n.isupper(), -len(n), n))
        minted = ids.ward(council, f"{ward.name} {ward.gss}" if ward else label)
        entity = Entity(iri=minted, kind="ward", label=label, names=names(uses), council=council)
        if ward is not None:
            reasons = tuple(sorted(why[key, ward], key=lambda reason: (reason.feature, reason.value)))
            entity = replace(entity, same_as=(ward.iri,), reasons=reasons)
        yield linked(entity, uses)


def _on_day(council: Council, key: str, on: str) -> tuple[Ward, Reason] | None:
    """The ward of that name on a day, where the lists before and after it leave no doubt.

    The first list that has a code is not older than the ward, and what changed between two lists did so on a day that
    they do not tell, nor do they say which wards went: so a code holds from the year after its first list to that of
    the last one before any ward of the council is new.
    """
    if not council.existed(on):
        return None
    its, year, lists = wards().get(council.code, ()), int(on[:4]), ward_lists()
    fits: list[Ward] = []
    for ward in (one for one in its if ward_key(one.name) == key):
        change = min((one.year for one in its if one.year > ward.year), default=lists[-1] + 1)
        if ward.year < year <= max(listed for listed in lists if listed < change):
            fits.append(ward)
    if len(fits) != 1:
        return None
    value = f"{fits[0].name} ({fits[0].gss}) is the only ward of that name of {council.name} on {on}"
    return fits[0], Reason(feature="in the lists of wards", value=value)


def _by_review(council: Council, printed: list[str]) -> dict[str, tuple[Ward, Reason]]:
    """The wards that a document without a day names, where all of them are of one review of the council's wards."""
    keys = {ward_key(name) for name in printed}
    reviews = {
        year: {ward_key(w.name): w for w in its} for year, its in _reviews(wards().get(council.code, ())).items()
    }
    fits = [year for year, its in reviews.items() if keys <= its.keys()]
    if len(fits) != 1 or len(reviews[fits[0]]) * ENOUGH > len(keys):
        return {}
    (year,) = fits
    value = f"all {len(keys)} wards that the document names are of {council.name} in the list of {year}"
    value += f", and not in that of {' or '.join(str(y) for y in reviews if y != year)}" if len(reviews) > 1 else ""
    reason = Reason(feature="in the lists of wards", value=value)
    changed = {ward_key(w.name) for w in wards()[council.code] if w.year not in reviews}
    return {key: (reviews[year][key], reason) for key in keys - changed}


def _reviews(its: tuple[Ward, ...]) -> dict[int, tuple[Ward, ...]]:
    """Year of a list → the wards that are new in it, where they are most of what a council has."""
    years: dict[int, list[Ward]] = defaultdict(list)
    for ward in its:
        years[ward.year].append(ward)
    most = max(map(len, years.values()), default=0)
    return {year: tuple(new) for year, new in years.items() if len(new) >= REVIEWED * most}
