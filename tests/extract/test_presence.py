"""Each rule of `patterns/presence.toml` on its own examples: its `yes` sentence is read, its `no` sentence is not."""

import tomllib
from importlib.resources import files

import pytest

from civicgraph.extract.people.presence import Told, rules, told_in
from civicgraph.extract.scene import Scene
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.values.text import fold

ROWS = tomllib.loads(files("civicgraph.extract").joinpath("patterns/presence.toml").read_text("utf-8"))["rule"]


def told(sentence: str) -> list[Told]:
    document = read_bytes(sentence.encode(), path="minutes.txt", name="minutes.txt")
    scene = Scene(
        document=document, folded=fold(document.text), part=segment(document)[0], meeting=0, first_item=0, body=None
    )
    return list(told_in(scene, 0, len(sentence)))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_each_rule_reads_its_example(row: dict[str, str]) -> None:
    found = told(row["yes"])
    assert found
    assert {one.rule for one in found} == {row["id"]}
    assert {one.status for one in found} == {row["status"]}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_each_rule_leaves_its_counterexample(row: dict[str, str]) -> None:
    assert told(row["no"]) == []


@pytest.mark.parametrize(
    ("sentence", "people", "instead"),
    [
        ("Councillor Amin substituted for Councillor Ali.", ["Councillor Amin"], "Councillor Ali"),
        ("The Committee noted that Councillor H Kaye had been appointed as substitute for Councillor P Stalk.",
         ["Councillor H Kaye"], "Councillor P Stalk"),
        ("Sara Hamill, Lesley Game and Dan Bright were in attendance virtually.",
         ["Sara Hamill", "Lesley Game", "Dan Bright"], None),
        ("Councillors Finlay, Goodman and McGrane joined the meeting.", ["Finlay", "Goodman", "McGrane"], None),
        ("It was noted that apologies had been received from Mayor Rice and that Cllr Cheyne was attending as a"
         " substitute for Mayor Rice.", ["Cllr Cheyne"], "Rice"),
        ("It was noted that in accordance with Rule 9, notice had been given that Cllr Webb had been appointed to the"
         " Committee in place of Cllr Lyne for this meeting only.", ["Cllr Webb"], "Cllr Lyne"),
        ("(Councillor Hart arrived at the meeting at 10.55 am).", ["Councillor Hart"], None),
        ("County Councillor Anne Dell was in attendance with 14 members of the public.",
         ["Councillor Anne Dell"], None),
    ],
)  # fmt: skip
def test_who_and_for_whom(sentence: str, people: list[str], instead: str | None) -> None:
    found = told(sentence)
    assert [one.person.name for one in found] == people
    assert {one.substitute_for.name if one.substitute_for else None for one in found} == {instead}


def test_who_came_for_whom_one_after_the_other() -> None:
    found = told(
        "Mr Webb attended in place of Mr Lyne and Mrs Shah and Mr Dent attended in place of Dr Cole and Mr Hay for this"
        " meeting only."
    )
    assert [(one.person.name, one.substitute_for and one.substitute_for.name) for one in found] == [
        ("Mr Webb", "Mr Lyne"), ("Mrs Shah", None), ("Mr Dent", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Amin would substitute for Councillor Ali.",
        "Councillor Lee was unable to be present.",
        "Members wishing to attend as a substitute must give notice.",
        "No members of the public were present.",
        "The officers were in attendance.",
        "A quorum was not present.",
        "Councillor Lee asked whether the Police would be in attendance.",
    ],
)
def test_nothing_told(sentence: str) -> None:
    assert told(sentence) == []


def test_the_office_in_which_somebody_presided() -> None:
    assert [
        (one.person.name, one.role and one.role.name) for one in told("Councillor Rennick, Convener, presiding.")
    ] == [("Councillor Rennick", "Convener")]
    assert [one.role and one.role.name for one in told("Mr B Lobb in the Chair")] == ["Chair"]


def test_rules_are_in_the_order_of_the_file() -> None:
    assert [rule.id for rule in rules()] == [row["id"] for row in ROWS]


def test_posts_beside_the_names_and_the_public() -> None:
    found = told(
        "The Town Clerk, Mrs. L.M. Phipps, the Town Clerk's Assistant, Mrs. M.C. Vince and a member of the public were"
        " also present."
    )
    assert [(one.person.name, one.role.name if one.role else "") for one in found] == [
        ("Mrs. L.M. Phipps", "Town Clerk"),
        ("Mrs. M.C. Vince", "Town Clerk's Assistant"),
    ]


def test_who_came_instead_in_brackets() -> None:
    (one,) = told("Apologies were received from Councillor Dale (with Councillor Nina Hill attending as substitute).")
    assert (one.person.name, one.status) == ("Councillor Nina Hill", "present")
