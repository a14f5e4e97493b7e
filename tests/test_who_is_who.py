"""The measure of identities against figures worked out by hand, and the gold of identity itself."""

from __future__ import annotations

import csv
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from civicgraph import evaluate
from civicgraph.errors import UsageError
from civicgraph.evaluate.identity import Identity, score
from civicgraph.evaluate.things import Named, Things, read_things
from civicgraph.export import tables as exported
from civicgraph.store import open_store
from civicgraph.values.text import fold, squash
from sample import DOCUMENTS, ROOT, civicgraph

GOLD = ROOT / "data" / "gold" / "identity"
HARDING, GRANTLY, PROUDIE = "barset/harding", "barset/grantly", "loamshire/proudie"


def named(thing: str, *names: str, document: str = "minutes.txt", kind: str = "person") -> list[Named]:
    return [Named(document=document, kind=kind, name=name, thing=thing) for name in names]


FIVE = (*named(HARDING, "E Harding", "Eleanor Harding", "Harding"), *named(GRANTLY, "C Grantly", "Grantly"))
TAKEN = [*named("x:1", "E Harding", "Eleanor Harding"), *named("x:2", "Harding", "C Grantly", "Grantly")]


def one(found: list[Named], *mentions: Named, open: frozenset[frozenset[str]] = frozenset()) -> Identity:
    (identity,) = score(Things(mentions=mentions, open=open), found)
    return identity


def test_pairs_and_b_cubed_as_worked_out_by_hand() -> None:
    # {1 2 3} {4 5} taken for {1 2} {3 4 5}: two pairs of four are right, of the four that there are.
    identity = one(TAKEN, *FIVE)
    assert (identity.pairs.gold, identity.pairs.found, identity.pairs.right) == (4, 4, 2)
    assert identity.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert identity.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_the_wrong_ones_are_named() -> None:
    identity = one(TAKEN, *FIVE)
    (joined,), (parted,) = identity.joined, identity.parted
    assert [(name.name, name.thing) for name in joined.names] == [("C Grantly", GRANTLY), ("Harding", HARDING)]
    assert [(name.name, name.thing) for name in parted.names] == [("E Harding", "x:1"), ("Harding", "x:2")]
    assert (joined.pairs, parted.pairs, joined.across) == (2, 2, False)


def test_what_gold_leaves_open_is_neither_right_nor_wrong() -> None:
    identity = one(TAKEN, *FIVE, open=frozenset({frozenset({f"person {HARDING}", f"person {GRANTLY}"})}))
    assert (identity.pairs.gold, identity.pairs.found, identity.pairs.right) == (4, 2, 2)
    assert (identity.precision, identity.joined) == (1, ())


def test_all_in_one_and_each_alone() -> None:
    together = one([*named("x:1", *(n.name for n in FIVE))], *FIVE)
    assert (together.pairs.recall, together.recall) == (1, 1)
    assert together.precision == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)
    apart = one([n for i, m in enumerate(FIVE) for n in named(f"x:{i}", m.name)], *FIVE)
    assert (apart.pairs.found, apart.precision) == (0, 1)
    assert apart.recall == pytest.approx(2 / 5)


def test_a_merge_across_councils_is_counted_and_comes_first() -> None:
    mentions = [*FIVE, *named(PROUDIE, "T Proudie", document="b.txt")]
    identity = one([*TAKEN, *named("x:1", "T Proudie", document="b.txt")], *mentions)
    assert identity.across == 1
    assert [wrong.across for wrong in identity.joined] == [True, False]


def test_an_outside_organisation_is_of_no_council() -> None:
    mentions = [n for d in ("a.txt", "b.txt") for n in named(f"health-{d}", "NHS", document=d, kind="organisation")]
    found = [n for d in ("a.txt", "b.txt") for n in named("x:1", "NHS", document=d, kind="organisation")]
    assert (one(found, *mentions).across, len(one(found, *mentions).joined)) == (0, 1)


def test_titles_count_only_where_they_tell_two_apart() -> None:
    mentions = [*named("barset/mr", "Mr J Bold"), *named("barset/ms", "Ms J Bold"), *named(GRANTLY, "C Grantly")]
    found = [
        *named("x:1", "Mr J Bold"),
        *named("x:2", "Ms J Bold"),
        *named("x:3", "Councillor C. Grantly"),
        *named("x:1", "J Bold"),
    ]
    identity = one(found, *mentions)
    assert (identity.mentions, identity.joined) == (3, ())  # "J Bold" may mean either


def test_names_that_were_not_found_are_counted_apart() -> None:
    identity = one(named("x:1", "E Harding"), *FIVE)
    assert (identity.mentions, identity.unseen, identity.pairs.gold) == (1, 4, 0)


@pytest.mark.parametrize(
    ("file", "written", "said"),
    [
        ("barset.csv", "kind,thing\n", "barset.csv, line 1: the columns kind, thing, document, name are wanted"),
        ("barset.csv", "kind,thing,document,name\nking,a,b,c\n", "barset.csv, line 2: .* kind one of person"),
        ("barset.csv", "kind,thing,document,name\nperson,a,b,\n", "barset.csv, line 2"),
        (
            "open.csv",
            "kind,one,other,why\nperson,barset/harding,barset/bold,so\n",
            "barset/bold: no person of that name",
        ),
        (
            "successions.csv",
            "kind,older,newer,why\nbody,barset/harding,barset/harding,so\n",
            "barset/harding: no body of that name",
        ),
    ],
)
def test_bad_gold_is_named_with_its_place(tmp_path: Path, file: str, written: str, said: str) -> None:
    (tmp_path / "a.csv").write_text("kind,thing,document,name\nperson,barset/harding,a.txt,E Harding\n")
    (tmp_path / file).write_text(written)
    with pytest.raises(UsageError, match=said):
        read_things(tmp_path)


def test_a_folder_without_identities_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold of identity here"):
        read_things(tmp_path)


def test_every_name_of_the_gold_stands_in_its_document() -> None:
    for mention in read_things(GOLD).mentions:
        place = DOCUMENTS / mention.document
        if place.exists():
            assert plain(mention.name) in plain(place.read_text(encoding="utf-8")), mention


def test_the_gold_is_sorted_and_says_nothing_twice() -> None:
    for place in GOLD.glob("*.csv"):
        with place.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        assert all(a < b for a, b in pairwise(rows)), place


def test_the_command_scores_who_is_who(samples: Path) -> None:
    said = civicgraph("evaluate", ROOT / "data" / "gold", "--graph", samples, "--show", "identity").stdout
    assert re.search(r"^who is who +P +R .* names unseen across$", said, re.M)
    assert re.search(r"^person +1\.000", said, re.M)


def test_programs_are_told_how_many_names_were_not_found() -> None:
    identity = one(named("x:1", "E Harding"), *FIVE)
    told = json.loads(evaluate.Evaluation(matched=(), absent=(), identity=(identity,)).json())
    assert (told["identity"]["person"]["mentions"], told["identity"]["person"]["unseen"]) == (1, 4)


def test_people_are_among_the_identities(samples: Path) -> None:
    store = open_store(samples)
    found = {(one.document, one.name, one.thing) for one in evaluate.named(store)}
    columns, *rows = exported.rows(store, ROOT / "queries" / "tables" / "people.rq")
    people = [dict(zip(columns, row, strict=True)) for row in rows]
    assert len(people) > 40
    assert [one for one in people if (one["document"], one["name"], one["iri"]) not in found] == []


def plain(text: str) -> str:
    return squash(fold(text)).casefold()
