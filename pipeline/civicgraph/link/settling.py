"""What people say of names, done to the entities of every kind.

People are compared with their rulings in view (`link/people/`); for the other kinds this is where one entity becomes
two, or two become one. A chosen label and added names come last of all: nothing is derived from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from civicgraph import ids
from civicgraph.link.entities import joined, unique
from civicgraph.link.rulings import Rulings, Side, Thing, apart, judgement
from civicgraph.model import Corrected, Correction, Entity

Links = dict[Thing, str]


def settle(entities: dict[str, Entity], links: Links, rulings: Rulings, councils: Iterable[str]) -> None:
    """Changes both by what people say is one thing or two; of `councils` no two become one."""
    _split(entities, links, rulings)
    _join(entities, links, rulings, frozenset(councils))


def tell(entities: dict[str, Entity], links: Links, rulings: Rulings) -> tuple[Corrected, ...]:
    """Gives entities the labels, names and reasons of corrections, and tells of each what came of it, sorted."""
    outcomes = [*rulings.unfit]
    named: dict[str, list[Correction]] = defaultdict(list)
    for one, (left, right) in rulings.meant.items():
        about = tuple(sorted({links[thing] for thing in left | right if thing in links}))
        if not about:
            outcomes.append(Corrected(correction=one, unfit="linking makes nothing of the name"))
        elif one.act == "same" and len(about) > 1:
            outcomes.append(Corrected(correction=one, unfit="two councils are not one"))
        elif one.act in ("rename", "add-name") and len(about) > 1:
            why = f"the name means {len(about)} things there; say in which document"
            outcomes.append(Corrected(correction=one, unfit=why))
        elif one.act in ("rename", "add-name"):
            named[about[0]].append(one)
        else:
            outcomes.append(Corrected(correction=one, about=about))
            if one.act == "same":
                entity = entities[about[0]]
                entities[about[0]] = joined(entity, replace(entity, joins=(judgement(one, left, right),)))
    for iri, corrections in named.items():
        outcomes += _name(entities, iri, corrections)
    return tuple(sorted(outcomes, key=lambda one: one.correction))


def _name(entities: dict[str, Entity], iri: str, corrections: Sequence[Correction]) -> list[Corrected]:
    entity = entities[iri]
    labels = {one.value for one in corrections if one.act == "rename"}
    names = {one.value for one in corrections if one.act == "add-name"}
    chosen = labels.pop() if len(labels) == 1 else ""
    known = {*entity.names, *names, *([chosen] if chosen else ())}
    entities[iri] = replace(entity, label=chosen or entity.label, chosen=chosen, names=tuple(sorted(known)))
    done = (one for one in corrections if chosen or one.act != "rename")
    undone = (one for one in corrections if not chosen and one.act == "rename")
    contrary = [Corrected(correction=one, unfit="others give it another label") for one in undone]
    before = entity.label if chosen else ""
    told = [Corrected(correction=one, about=(iri,), before=before if one.act == "rename" else "") for one in done]
    return [*told, *contrary]


# -- two become one ----------------------------------------------------------------------------------------------------


def _join(entities: dict[str, Entity], links: Links, rulings: Rulings, councils: frozenset[str]) -> None:
    """Joins the entities of each group, but never two councils whose documents are read."""
    groups: dict[int, set[str]] = defaultdict(set)
    for thing, number in rulings.groups.items():
        if thing in links:
            groups[number].add(links[thing])
    moved: dict[str, str] = {}
    for number in sorted(groups):
        iris = {moved.get(iri, iri) for iri in groups[number]}
        if len(iris & councils) > 1:
            continue
        first, *rest = sorted(iris, key=lambda iri: _rank(entities[iri], councils))
        for iri in rest:
            moved |= {old: first for old, new in moved.items() if new == iri} | {iri: first}
        one = entities[first]
        whole = reduce(joined, (entities[iri] for iri in rest), one)
        entities[first] = replace(whole, kind=one.kind, label=one.label, detail=one.detail or whole.detail)
        for iri in rest:
            del entities[iri]
    if moved:
        links.update({thing: moved[iri] for thing, iri in links.items() if iri in moved})
        for iri, entity in [*entities.items()]:
            if entity.parent in moved:
                above = moved[entity.parent]
                entities[iri] = replace(entity, parent=above if above != iri else "")


def _rank(entity: Entity, councils: frozenset[str]) -> tuple[bool, bool, int, str]:
    """Whose IRI and label two keep: a council's, one that the world knows, the one that says most."""
    return entity.iri not in councils, not entity.same_as, -len(entity.label), entity.iri


# -- one becomes two ---------------------------------------------------------------------------------------------------


def _split(entities: dict[str, Entity], links: Links, rulings: Rulings) -> None:
    if not rulings.marks:
        return
    ruled = {links[thing] for thing in rulings.marks if thing in links}
    things: dict[str, list[Thing]] = defaultdict(list)
    for thing, iri in links.items():
        if iri in ruled:
            things[iri].append(thing)
    for iri in sorted(things):
        parts = _parts(things[iri], rulings)
        for part in parts[1:]:
            made = _entity(entities, entities[iri], part)
            entities[made.iri] = made
            links.update(dict.fromkeys(part, made.iri))
        if len(parts) > 1:
            entities[iri] = _rest(entities[iri], parts)


def _parts(things: list[Thing], rulings: Rulings) -> list[list[Thing]]:
    """The names of an entity, those together that nobody says are different; the most first.

    A name of which nothing is said goes where the same name is, else where most are.
    """
    parts: list[tuple[list[Thing], set[Side]]] = []
    for thing in sorted(things, key=lambda t: (t not in rulings.marks, t)):
        sides, group = rulings.marks.get(thing, frozenset()), rulings.groups.get(thing, -1)
        fits = [part for part in parts if not apart(part[1], sides)]
        if not fits:
            parts.append(([thing], set(sides)))
            continue

        def near(part: tuple[list[Thing], set[Side]], one: Thing = thing, group: int = group) -> tuple[bool, bool, int]:
            together = any(rulings.groups.get(other) == group for other in part[0])
            return together, any(other[2] == one[2] for other in part[0]), len(part[0])

        best = max(fits, key=near)
        best[0].append(thing)
        best[1].update(sides)
    return sorted((part for part, _ in parts), key=lambda part: (-len(part), part))


def _entity(entities: dict[str, Entity], whole: Entity, part: list[Thing]) -> Entity:
    """What was taken out: its names, and nothing that the documents say of the whole."""
    names = sorted({name for _, _, name in part})
    label = min(names, key=lambda name: (name.isupper(), -len(name), name))
    file = min(part)[0].partition("/")[2]
    options = [ids.beside(whole.iri, name) for name in (label, f"{label} in {file}")]
    iri = unique(options, lambda option: option not in entities)
    return Entity(iri=iri, kind=whole.kind, label=label, names=tuple(names), council=whole.council, detail=whole.detail)


def _rest(whole: Entity, parts: list[list[Thing]]) -> Entity:
    """What stays: without the names that only the others have."""
    here = {name for _, _, name in parts[0]}
    gone = {name for part in parts[1:] for _, _, name in part} - here
    label = whole.label if whole.label not in gone else min(here, key=lambda name: (name.isupper(), -len(name), name))
    return replace(whole, label=label, names=tuple(name for name in whole.names if name not in gone))
