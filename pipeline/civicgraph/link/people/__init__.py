"""Which names are one person of a council.

Within a document a surname alone is the one person of that surname. Across documents people are compared by features
(`features.py`), and joined where these are enough and nobody else fits; what is left open stays two people, and is
listed with its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from civicgraph import ids
from civicgraph.link.clusters import cluster
from civicgraph.link.entities import Linked, Open, linked, names, said, surest, unique
from civicgraph.link.features import Judged, judge
from civicgraph.link.names import Names
from civicgraph.link.people.alike import alike
from civicgraph.link.people.features import FEATURES, VETOES, beginning_of_given_name, councillor_and_officer
from civicgraph.link.people.record import Person
from civicgraph.link.people.within import within_document
from civicgraph.link.rulings import Rulings, Side
from civicgraph.model import Entity, Judgement, Reason
from civicgraph.values.names import display

UNRULED = Rulings()


def link_people(council: str, group: list[Names], rulings: Rulings = UNRULED) -> Iterator[Linked | Open]:
    """The people whom the documents of a council name. Two of one name get IRIs that say what else is known of them."""
    people, unsure = across([one for document in group for one in within_document(document, rulings)], rulings)
    taken: set[str] = set()
    for person in sorted(people, key=lambda p: (display(p.best), sorted(p.affiliations), sorted(p.uses))):
        label = display(person.best)
        known = (label, *(f"{label} {more}" for more in (*sorted(person.affiliations), *sorted(person.roles))))
        # Last resort: the documents that name them, and how; a person that linking leaves open is of its document.
        known += tuple(f"{label} in {key.partition('/')[2]} as {name}" for key, name in sorted(person.uses))
        options = [ids.person(council, name) for name in known]
        iri = unique(options, lambda option: option not in taken)
        taken.add(iri)
        entity = Entity(
            iri=iri,
            kind="person",
            label=label,
            names=names(person.uses),
            council=council,
            joins=tuple(sorted(person.joins, key=surest)),
            identifiers=tuple(sorted(person.uids)),
        )
        yield linked(entity, person.uses)
    for judgement in unsure:
        yield Open("person", judgement)


def across(found: list[Person], rulings: Rulings = UNRULED) -> tuple[list[Person], list[Judgement]]:
    """The people of a council from those of its documents, and the pairs left open."""
    known = _by_id(_by_word(found, rulings))
    records = sorted(alike(known, _judge, _excluded), key=lambda record: record.person.order())
    clusters = cluster(
        records,
        keys=lambda record: record.person.keys,
        judge=lambda a, b: _judge(a.person, b.person),
        excluded=lambda a, b: _excluded(a.person, b.person),
    )
    torn = {id(record) for record in clusters.torn}
    people: list[Person] = []
    whole: dict[int, list[Person]] = {}
    for members in clusters.members:
        apart = len(members) == 1 and (members[0].loose or id(members[0]) in torn)
        made = [*members[0].parts] if apart else [Person.of(part for record in members for part in record.parts)]
        people += made
        whole.update((id(record), made) for record in members)
    for pair in clusters.joins:
        whole[id(pair.left)][0].joins.append(said(pair.left.person.uses, pair.right.person.uses, pair.judged))
    for record in records:
        if len(record.parts) > len(whole[id(record)]):  # who is printed alike in many documents has a reason too
            a, b = record.parts[:2]
            whole[id(record)][0].joins.append(said(a.uses, b.uses, _judge(a, b)))
    between = [
        (a, b, pair.judged) for pair in clusters.unsure for a in whole[id(pair.left)] for b in whole[id(pair.right)]
    ]
    doubts = [doubt for record in records if len(whole[id(record)]) > 1 for doubt in record.doubts]
    return people, [said(a.uses, b.uses, judged) for a, b, judged in (*between, *doubts)]


def _by_word(found: Iterable[Person], rulings: Rulings) -> Iterator[Person]:
    """Those whom a person says to be one are one, whatever they are called. Why is said when all kinds are settled."""
    groups: dict[int, list[Person]] = defaultdict(list)
    for one in found:
        number = rulings.group("person", one.uses)
        if number is None:
            yield one
        else:
            groups[number].append(one)
    for _, people in sorted(groups.items()):
        yield Person.of(sorted(people, key=lambda one: one.uses))


def _by_id(found: Iterable[Person]) -> Iterator[Person]:
    """Those whom the council's own site gives one id are one, whatever their names have become."""
    known: dict[tuple[str, tuple[Side, ...]], list[Person]] = defaultdict(list)
    for one in found:
        if one.uids:
            known[min(one.uids), tuple(sorted(one.sides))].append(one)
        else:
            yield one
    for (uid, _), people in sorted(known.items()):
        people.sort(key=lambda one: one.uses)
        made = Person.of(people)
        reasons = (Reason(feature="The same id on the council's own site", value=uid, score=1.0),)
        first = made.uses[0]
        others = (one.uses[0] for one in people[1:] if display(one.best) != display(people[0].best))
        made.joins += [Judgement(left=first, right=other, score=1.0, reasons=reasons) for other in others]
        yield made


def _judge(a: Person, b: Person) -> Judged:
    return judge(a, b, FEATURES, VETOES)


def _excluded(a: Person, b: Person) -> bool:
    """Whether no third name can make the two one: "Jo" and "John" are not one because "J" fits both."""
    if any(veto(a, b) for veto in VETOES) or councillor_and_officer(a, b):
        return True
    return bool(beginning_of_given_name(a, b)) and _judge(a, b).verdict != "same"
