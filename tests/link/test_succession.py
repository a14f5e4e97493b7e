"""Which body continues which: made-up boards that were renamed, and some that only look so."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from pyoxigraph import Store

from civicgraph.ids import BASE
from civicgraph.link.names import Met, Name, Names
from civicgraph.link.register import build
from civicgraph.model import Register
from civicgraph.validate.shapes import shapes
from civicgraph.vocab import CIV

SAT = frozenset({("harding", "E"), ("grantly", "T"), ("arabin", "F")})
SCHOOLS = "Schools Scrutiny Board (2)"
CHILDREN = "Children and Families Scrutiny Board (2)"
YOUNG = "Young Lives Scrutiny Board (2)"


def met(body: str, day: str, *also: str, there: frozenset[tuple[str, str]] = SAT, identifier: str = "") -> Names:
    """Minutes of a meeting of this body, which name other bodies too."""
    bodies = (Name("body", body, identifier=identifier), *(Name("body", one) for one in also))
    key = f"{day}-{body}.md"
    return Names(key, key, key, "Barset County Council", bodies, (Met(0, body, day, "18:00", there=there),))


def register(*documents: Names) -> Register:
    return build(list(documents), BASE)


def told(*documents: Names) -> list[tuple[str, str, str, str]]:
    made = register(*documents)
    labels = {iri: entity.label for iri, entity in made.entities.items()}
    return [(labels[one.older], one.last, labels[one.newer], one.first) for one in made.successions]


def left_open(*documents: Names) -> set[frozenset[str]]:
    made = register(*documents)
    return {frozenset((made.entities[one.left].label, made.entities[one.right].label)) for one in made.unsure}


def test_a_board_of_the_same_number_continues_one_of_another_title() -> None:
    documents = (met(SCHOOLS, "2013-01-01"), met(SCHOOLS, "2014-03-01"), met(CHILDREN, "2017-01-01"))
    assert told(*documents) == [(SCHOOLS, "2014-03-01", CHILDREN, "2017-01-01")]
    (one,) = register(*documents).successions
    assert one.judgement.reasons[0].feature == "The same kind and number, under another title"
    assert one.judgement.left[0].startswith("2014-03-01")


def test_another_number_or_kind_continues_nothing() -> None:
    assert told(met(SCHOOLS, "2013-01-01"), met("Children Scrutiny Board (3)", "2017-01-01")) == []
    assert told(met(SCHOOLS, "2013-01-01"), met("Children Scrutiny Panel (2)", "2017-01-01")) == []


def test_two_that_met_in_one_month_are_not_one_after_the_other() -> None:
    assert told(met(SCHOOLS, "2013-01-01"), met(SCHOOLS, "2017-01-20"), met(CHILDREN, "2017-01-01")) == []


def test_two_that_met_by_turns_are_not_one_after_the_other() -> None:
    days = ("2013-01-01", "2016-01-01", "2018-03-01", "2019-02-01", "2020-03-01")
    by_turns = [met((SCHOOLS, CHILDREN)[n % 2], day) for n, day in enumerate(days)]
    assert told(*by_turns) == told(*by_turns[:3]) == []
    assert left_open(*by_turns) == set()


def test_the_last_day_of_the_older_is_no_later_than_the_first_of_the_newer() -> None:
    later = met(CHILDREN, "2018-06-01", SCHOOLS)  # tells what it was called
    documents = (met(SCHOOLS, "2013-01-01"), met(SCHOOLS, "2016-03-01"), met(CHILDREN, "2017-01-01"), later)
    assert told(*documents) == []  # one document names both: open
    elsewhere = met("Roads Committee", "2018-06-01", SCHOOLS)
    assert told(*documents[:3], elsewhere) == [(SCHOOLS, "2016-03-01", CHILDREN, "2017-01-01")]


def test_a_name_that_was_told_ahead_is_open() -> None:
    ahead = met("Roads Committee", "2017-02-01", CHILDREN)
    documents = (met(SCHOOLS, "2016-03-01"), ahead, met(SCHOOLS, "2017-04-01"), met(CHILDREN, "2017-06-01"))
    assert told(*documents) == []
    assert frozenset((SCHOOLS, CHILDREN)) in left_open(*documents)


def test_one_renamed_twice_is_a_chain() -> None:
    documents = (met(SCHOOLS, "2011-01-01"), met(CHILDREN, "2013-01-01"), met(YOUNG, "2017-01-01"))
    wanted = [(CHILDREN, "2013-01-01", YOUNG, "2017-01-01"), (SCHOOLS, "2011-01-01", CHILDREN, "2013-01-01")]
    for order in itertools.permutations(documents):
        assert told(*order) == wanted


def test_two_that_could_continue_one_are_both_open() -> None:
    documents = (met(SCHOOLS, "2011-01-01"), met(CHILDREN, "2017-01-01"), met(YOUNG, "2017-01-15"))
    assert told(*documents) == []
    assert left_open(*documents) == {frozenset((SCHOOLS, CHILDREN)), frozenset((SCHOOLS, YOUNG))}


def test_the_same_id_of_the_council_s_site() -> None:
    documents = (
        met("Roads Committee", "2013-01-01", identifier="CId=7"),
        met("Streets Committee", "2014-01-01", identifier="CId=7"),
    )
    assert told(*documents) == [("Roads Committee", "2013-01-01", "Streets Committee", "2014-01-01")]


def test_a_near_title_where_the_one_stops_when_the_other_begins() -> None:
    old, new = "Roads and Rivers Committee", "Roads and Streams Committee"
    assert told(met(old, "2013-01-01"), met(old, "2013-04-01"), met(new, "2013-06-01")) == []
    old, new = "Roads, Rivers and Bridges Committee", "Roads, Rivers and Harbours Committee"
    documents = (met(old, "2013-01-01"), met(old, "2013-04-01"), met(new, "2013-06-01"))
    assert told(*documents) == [(old, "2013-04-01", new, "2013-06-01")]
    assert told(*documents[:2], met(new, "2013-06-01", old)) == []
    assert told(*documents[:2], met(new, "2016-06-01")) == []


def test_a_task_group_continues_none() -> None:
    group = "Scrutiny Board (2) Task and Finish Group on"
    assert told(met(f"{group} Kerbs", "2013-01-01"), met(f"{group} Trees", "2017-01-01")) == []


@pytest.mark.parametrize(("last", "faults"), [("2016-03-01", 0), ("2018-03-01", 1)])
def test_a_succession_backwards_in_time_is_a_fault(last: str, faults: int, tmp_path: Path) -> None:
    store, event, xsd = Store(), "https://e.org/succession", "http://www.w3.org/2001/XMLSchema#"
    store.update(
        f"INSERT DATA {{ <{event}> a <http://www.w3.org/ns/org#ChangeEvent> ; "
        f'<{CIV}olderLastNamed> "{last}"^^<{xsd}date> ; <{CIV}newerFirstNamed> "2017-01-01"^^<{xsd}date> }}'
    )
    for quick in (True, False):
        found = [str(fault) for fault in shapes(store, tmp_path, quick=quick)]
        assert sum("must be last named before" in fault for fault in found) == faults
