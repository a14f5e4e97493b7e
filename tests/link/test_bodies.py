"""Which names are one body: made-up councils, the faults that fuzzy matching makes."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from civicgraph.link.bodies import link_bodies
from civicgraph.link.bodies.features import FEATURES, VETOES
from civicgraph.link.bodies.record import Body
from civicgraph.link.bodies.title import body_key, short_name
from civicgraph.link.entities import Open
from civicgraph.link.features import Judged, judge
from civicgraph.link.names import Met, Name, Names

COUNCIL = "Barset County Council"
Person = tuple[str, str]


def names(
    key: str, *bodies: str, date: str = "2020-01-01", there: tuple[Person, ...] = (), council: str = COUNCIL
) -> Names:
    """A document of that day, of a meeting of the first of these bodies."""
    found = tuple(Name("body", body) for body in sorted(bodies))
    met = Met(0, bodies[0], date, "18:00", there=frozenset(there))
    return Names(key=key, path=key, file=key, council=council, names=found, meetings=(met,))


def clusters(*documents: Names) -> list[set[str]]:
    return [{name for _, name in one} for one in uses(*documents)]


def uses(*documents: Names) -> list[set[tuple[str, str]]]:
    found = link_bodies("https://e.org/barset", list(documents))
    return [{(document, name) for document, _, name in one[1]} for one in found if not isinstance(one, Open)]


def left_open(*documents: Names) -> set[frozenset[str]]:
    found = link_bodies("https://e.org/barset", list(documents))
    return {frozenset((one.judgement.left[1], one.judgement.right[1])) for one in found if isinstance(one, Open)}


def compared(a: str, b: str) -> Judged:
    """Two names of two documents."""
    first, second = (Body(uses=[(name, name)], titles={body_key(name): name}) for name in (a, b))
    both = judge(first, second, FEATURES, VETOES)
    assert judge(second, first, FEATURES, VETOES).verdict == both.verdict
    return both


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cabinet Member (Highways)", "Cabinet Member for Highways"),
        ("HEALTH SCRUTINY COMMITTEE", "Health Scrutiny Committee"),
        ("Health and Housing Panel", "Health & Housing Panel"),
        ("Council", "Full Council"),
        ("Children's Services Board", "Childrens Services Board"),
        ("Pensions Committee", "Pension Committee"),
        ("Overview & Scrutiny Cttee", "Overview and Scrutiny Committee"),
        ("O&S Committee", "Scrutiny and Overview Committee"),
        ("Licensing Sub-Committee", "Licensing Subcommittee"),
        ("Governance Committee", "Governace Committee"),
        ("HARE Committee", "Highways, Air, Rivers and Environment Committee"),
        ("Task and Finish Group on Potholes", "Highways Scrutiny Board (3) Task & Finish Group on Potholes"),
        ("Working Party on the Town Clock", "Town Clock Working Party"),
    ],
)
def test_one_body_under_two_names(a: str, b: str) -> None:
    assert compared(a, b).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Scrutiny Board 2", "Scrutiny Board 3"),
        ("Highways Scrutiny Board (2)", "Highways Scrutiny Board (3)"),
        ("Licensing Panel A", "Licensing Panel B"),
        ("Budget Panel 2017", "Budget Panel 2018"),
        ("Cabinet", "Cabinet Member for Highways"),
        ("Cabinet", "Cabinet Committee"),
        ("Cabinet Member for Highways", "Cabinet Member for Housing"),
        ("Planning Committee", "Planning Sub-Committee"),
        ("Planning Committee", "Joint Planning Committee"),
        ("Planning Committee", "Planning Board"),
        ("Planning Committee", "Planning Policy Committee"),
        ("Health Scrutiny Committee", "Scrutiny Committee"),
        ("East Area Committee", "West Area Committee"),
        ("Precinct12 Committee", "Precinct13 Committee"),
        ("Task and Finish Group on Potholes", "Task and Finish Group on Parking"),
        ("Town Clock Working Party", "Town Hall Working Party"),
        ("Education Scrutiny Board (2)", "Education Scrutiny Board (2) Task and Finish Group on Truancy"),
    ],
)
def test_two_bodies(a: str, b: str) -> None:
    assert compared(a, b).verdict == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Health Committee", "Health Scrutiny Committee"),
        ("Children's Services Scrutiny Board (2)", "Children's Scrutiny Board (2)"),
        ("RED Committee", "Roads, Environment and Drainage Committee"),
        ("Roads and Rivers Committee", "Roads, Rivers and Bridges Committee"),
    ],
)
def test_what_two_names_leave_open_says_why(a: str, b: str) -> None:
    both = compared(a, b)
    assert both.verdict == "unsure"
    assert both.reasons[0].value in (f"{a} / {b}", f"{b} / {a}")


# -- within a document -------------------------------------------------------------------------------------------------


def test_a_short_name_is_the_board_of_that_number() -> None:
    document = names("a", "Education Scrutiny Board (2)", "Scrutiny Board (2)", "Roads Scrutiny Board (3)")
    assert {"Education Scrutiny Board (2)", "Scrutiny Board (2)"} in clusters(document)


def test_the_panel_is_the_only_panel_of_a_document() -> None:
    one = names("a", "Fostering Panel", "Panel", "Roads Committee")
    two = names("b", "Fostering Panel", "Adoption Panel", "Panel")
    assert {"Fostering Panel", "Panel"} in clusters(one)
    assert {"Panel"} in clusters(two)
    assert left_open(two) == {frozenset(("Panel", "Fostering Panel")), frozenset(("Panel", "Adoption Panel"))}


def test_committees_are_not_the_committee() -> None:
    assert {"Committees"} in clusters(names("a", "Roads Committee", "Committees"))


def test_a_panel_of_one_document_is_not_that_of_another() -> None:
    assert len(clusters(names("a", "Panel"), names("b", "Panel"))) == 2


def test_a_panel_is_no_numbered_one_of_another_document() -> None:
    assert len(clusters(names("a", "Panel (2)"), names("b", "Panel"))) == 2


def test_two_that_their_documents_call_the_panel_are_two() -> None:
    a, b = names("a", "Roads Panel", "Panel"), names("b", "Roads and Rivers Panel", "Panel")
    assert sorted(map(len, uses(a, b))) == [2, 2]


def test_two_candidates_left_no_link() -> None:
    document = names("a", "Health Overview Board", "Health Scrutiny Board", "Health Board of Review")
    assert len(clusters(document)) == 3


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Rivers and Bridges Committee", "Rivers, Bridges and Locks Committee"),
        ("Market Square Forum", "Market Square Stallholders Forum"),
        ("Home Care Board", "Home Care Complaints Board"),
        ("Foster Care Panel", "Private Foster Care Panel"),
        ("South Barset Partnership Joint Committee", "South Barset Waste Partnership Joint Committee"),
        ("Area Planning Committee", "Area Planning Committee-North"),
    ],
)
def test_a_title_with_more_words_is_open_within_a_document_too(short: str, long: str) -> None:
    document = names("a", short, long)
    assert {short} in clusters(document)
    assert left_open(document) == {frozenset((short, long))}


def test_a_name_that_breaks_off_at_a_hyphen_is_the_whole_one_of_its_document() -> None:
    cut, whole = "Municipal District of Upper", "MUNICIPAL DISTRICT OF UPPER-MARSH"
    assert clusters(names("a", cut, whole)) == [{cut, whole}]
    assert clusters(names("a", cut, "Municipal District of Uppermarsh")) != [{cut, "Municipal District of Uppermarsh"}]


def test_an_acronym_is_the_body_that_defines_it() -> None:
    found = (Name("body", "Adoption Support Panel", acronym="ASP"), Name("body", "ASP"))
    defining = Names("a", "a", "a", COUNCIL, found, ())
    assert clusters(defining) == [{"Adoption Support Panel", "ASP"}]
    assert uses(defining, names("b", "ASP")) == [{("a", "Adoption Support Panel"), ("a", "ASP"), ("b", "ASP")}]


def test_an_acronym_of_two_bodies_is_neither_where_nobody_defines_it() -> None:
    a = Names("a", "a", "a", COUNCIL, (Name("body", "Adoption Support Panel", acronym="ASP"), Name("body", "ASP")), ())
    b = Names("b", "b", "b", COUNCIL, (Name("body", "Allotment Sites Panel", acronym="ASP"), Name("body", "ASP")), ())
    assert {("c", "ASP")} in uses(a, b, names("c", "ASP"))
    assert len(uses(a, b, names("c", "ASP"))) == 3


def test_the_council_s_own_name_in_front_does_not_count() -> None:
    whole = "Vale of Barset Combined Authority"
    document = names(
        "a",
        "Audit Committee",
        f"{whole} Audit Committee",
        "Combined Authority's Audit Committee",
        f"{whole} Committee",
        "Combined Authority Committee",
        council=whole,
    )
    assert sorted(map(len, clusters(document))) == [2, 3]


# -- across documents --------------------------------------------------------------------------------------------------

OLD = names("old", "Schools Scrutiny Board (2)", date="2013-06-01")
NEW = names("new", "Children's Services Scrutiny Board (2)", date="2017-06-01")


def test_a_short_name_elsewhere_is_the_only_board_of_that_number() -> None:
    near, far = (names(day, "Scrutiny Board (2)", date=day) for day in ("2014-06-01", "2024-06-01"))
    assert clusters(OLD, near) == [{"Schools Scrutiny Board (2)", "Scrutiny Board (2)"}]
    assert left_open(OLD, far) == {frozenset(("Schools Scrutiny Board (2)", "Scrutiny Board (2)"))}


def test_a_short_name_is_the_board_of_its_year_where_the_board_was_renamed() -> None:
    short = names("short", "Scrutiny Board (2)", date="2018-04-01")
    assert {("new", "Children's Services Scrutiny Board (2)"), ("short", "Scrutiny Board (2)")} in uses(OLD, NEW, short)
    between = names("between", "Scrutiny Board (2)", date="2015-06-01")
    assert {("between", "Scrutiny Board (2)")} in uses(OLD, NEW, between)
    assert len(left_open(OLD, NEW, between)) == 2


def test_more_words_with_the_same_number_are_the_board_of_that_year() -> None:
    short, long = "Schools Scrutiny Board (2)", "Special Schools Scrutiny Board (2)"
    late = names("late", long, date="2017-06-01")
    assert len(clusters(late, names("near", short, date="2018-03-01"))) == 1
    assert len(clusters(names("both", short, long))) == 1
    assert left_open(OLD, late) == {frozenset((short, long))}
    assert len(clusters(OLD, late)) == 2


def test_boards_that_never_have_a_title_are_one_over_the_years() -> None:
    assert len(clusters(*(names(day, "Scrutiny Board (2)", date=day) for day in ("2010-06-01", "2024-06-01")))) == 1


def test_a_title_in_another_needs_the_same_meeting() -> None:
    sat = (("harding", "E"), ("grantly", "T"), ("arabin", "F"))
    short, long = "Roads and Rivers Committee", "Barset Roads, Old Rivers and Bridges Committee"
    apart = names("a", short, there=sat), names("b", long, date="2020-02-01", there=sat)
    together = names("a", short, there=sat), names("b", long, there=sat)
    assert left_open(*apart) == {frozenset((short, long))}
    assert len(clusters(*together)) == 1


def test_an_acronym_is_the_title_that_has_all_its_letters() -> None:
    full, less, short = (
        "Rivers, Air, Trees and Environment Committee",
        "Rivers, Air and Trees Committee",
        "RATE Committee",
    )
    assert {("a", full), ("b", short)} in uses(names("a", full), names("b", short), names("c", less))


def test_two_ids_of_the_council_s_site_are_two_bodies() -> None:
    a, b = (
        Names(key, key, key, COUNCIL, (Name("body", "Planning Committee", identifier=key),), ())
        for key in ("CId=1", "CId=2")
    )
    found = [one[0] for one in link_bodies("https://e.org/barset", [a, b]) if not isinstance(one, Open)]
    assert len({entity.iri for entity in found}) == 2
    assert sorted(entity.identifiers for entity in found) == [("CId=1",), ("CId=2",)]


def test_two_titles_that_are_common_are_no_slip_of_each_other() -> None:
    a = [names(f"a{n}", "Westmarsh Committee") for n in range(3)]
    b = [names(f"b{n}", "Westmarch Committee") for n in range(3)]
    assert len(clusters(a[0], *b)) == 1
    assert left_open(*a, *b) == {frozenset(("Westmarsh Committee", "Westmarch Committee"))}


def test_a_body_says_why_its_names_are_one() -> None:
    document = names("a", "Education Scrutiny Board (2)", "Scrutiny Board (2)")
    ((entity, _),) = (one for one in link_bodies("https://e.org/barset", [document]) if not isinstance(one, Open))
    ((reason,),) = (join.reasons for join in entity.joins)
    assert reason.feature == "The same kind and number, one without its title"


def test_a_numbered_board_is_found_by_its_short_name() -> None:
    assert short_name(body_key("Education and Children's Services Scrutiny Board (2)")) == "Scrutiny Board 2"
    assert short_name(body_key("Planning Committee")) == ""


def test_the_parent_of_a_group_is_the_body_in_front_of_it() -> None:
    document = names("a", "Roads Scrutiny Board (4)", "Roads Scrutiny Board (4) Task and Finish Group on Kerbs")
    found = [one[0] for one in link_bodies("https://e.org/barset", [document]) if not isinstance(one, Open)]
    group = next(entity for entity in found if entity.detail == "task-and-finish")
    assert group.parent == "https://e.org/barset/body/roads-scrutiny-board-4"


def test_two_groups_of_a_board_with_a_long_name_have_two_iris() -> None:
    board = "Environment, Regeneration, Housing and Children's Services Scrutiny Board (4) Task and Finish Group on"
    document = names("a", f"{board} Kerbs", f"{board} Trees")
    found = [one[0].iri for one in link_bodies("https://e.org/barset", [document]) if not isinstance(one, Open)]
    assert len(set(found)) == 2


def test_the_order_of_documents_makes_no_difference() -> None:
    documents = [
        OLD,
        NEW,
        names("a", "Scrutiny Board (2)", date="2018-04-01"),
        names("b", "Roads and Rivers Committee", "Committee"),
        names("c", "Roads, Rivers and Bridges Committee"),
    ]
    wanted = sorted(map(sorted, uses(*documents)))
    for order in itertools.permutations(documents):
        assert sorted(map(sorted, uses(*order))) == wanted


def test_many_documents_take_little_more_than_few() -> None:
    words = "Roads Rivers Bridges Schools Homes Parks Markets Libraries Museums Waste".split()
    titles = [f"{a} and {b} Committee" for a, b in itertools.combinations(words, 2)]
    shuffled = random.Random(5)
    documents = [names(f"{n}", *shuffled.sample(titles, 3)) for n in range(2000)]
    began = time.process_time()
    assert len(clusters(*documents)) == len(titles)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", ["Sub-Committee", "Subject{} Working Group", "Subject{} Committee"])
def test_many_bodies_of_nearly_one_name_take_little_time(name: str) -> None:
    documents = [names(f"{n}", name.format(n)) for n in range(800)]
    began = time.process_time()
    assert len(clusters(*documents)) == 800
    assert time.process_time() - began < 3
