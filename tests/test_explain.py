"""`explain`: the graph says what a thing is, and what nobody knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicgraph.errors import UsageError
from civicgraph.explain import explain, lines
from civicgraph.run import build
from civicgraph.store import open_store
from civicgraph.validate import left_open

MINUTES = """# Barset Borough Council

## Minutes of the meeting of the {body} held on {day}

Present:

Councillor {chair} (Chair)
Councillor P Quiverful

Officers:

{officer}

### 1. Clock

The {short} noted the report.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two meetings: one councillor under two names, and an officer whose initial fits without more."""
    folder = tmp_path_factory.mktemp("explain")
    texts = {
        "may.md": MINUTES.format(
            body="Highways Committee", day="7 May 2020", chair="E Harding", officer="J Newby", short="Committee"
        ),
        "june.md": MINUTES.format(
            body="Parks Committee", day="4 June 2024", chair="Ellen Harding", officer="Julia Newby", short="Committee"
        ),
    }
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    build([folder / "in"], folder / "out", jobs=1)
    return folder / "out"


def test_one_person_under_two_names(graph: Path) -> None:
    (one,) = explain(open_store(graph), "harding")
    assert (one.kind, one.label, one.council) == ("person", "Ellen Harding", "Barset Borough Council")
    assert [(seen.name, seen.documents) for seen in one.names] == [
        ("Councillor E Harding", (("may.md", "2020-05-07"),)),
        ("Councillor Ellen Harding", (("june.md", "2024-06-04"),)),
    ]
    assert len(one.reasons) == 1 and "initials that fit" in one.reasons[0]
    assert not one.open


def test_what_is_left_open_is_told_of_both(graph: Path) -> None:
    store = open_store(graph)
    first, second = explain(store, "Newby")
    assert (first.label, second.label) == ("J Newby", "Julia Newby")
    assert [label for _, label, _ in first.open] == ["Julia Newby"]
    assert [label for _, label, _ in second.open] == ["J Newby"]
    assert any("left open: it may be Julia Newby" in line for line in lines(first))
    assert [one.where for one in left_open(store)] == [f"<{first.iri}> and <{second.iri}>"]


def test_by_iri_and_by_whole_name_before_words(graph: Path) -> None:
    store = open_store(graph)
    (by_name,) = explain(store, "julia NEWBY")
    assert explain(store, by_name.iri) == (by_name,)
    (committee,) = explain(store, "Parks committee")
    assert committee.kind == "body"


def test_a_document_by_the_name_of_its_file(graph: Path) -> None:
    (one,) = explain(open_store(graph), "may.md")
    assert (one.kind, one.label, one.council) == ("document", "may.md", "Barset Borough Council")


def test_a_renamed_body_and_identifiers_of_the_world(samples: Path) -> None:
    store = open_store(samples)
    older, newer = explain(store, "Scrutiny Board 2")
    assert (older.follows, newer.followed_by) == ((), ())
    (after,), (before,) = older.followed_by, newer.follows
    assert after.startswith(f"{newer.label}, between 2013-03-12 and 2017-10-12: ")
    assert before.startswith(f"{older.label}, between 2013-03-12 and 2017-10-12: ")
    (council,) = explain(store, "Coventry City Council")
    assert "http://www.wikidata.org/entity/Q5179058" in council.same_as


@pytest.mark.parametrize("thing", ["Proudie", "https://example.org/nobody", "http://exa mple/", "http://"])
def test_what_the_graph_does_not_have(graph: Path, thing: str) -> None:
    with pytest.raises(UsageError, match="nothing in the graph has this name"):
        explain(open_store(graph), thing)


@pytest.mark.parametrize("thing", ["", " ", "?"])
def test_an_empty_name(graph: Path, thing: str) -> None:
    with pytest.raises(UsageError, match="empty name; give it a name"):
        explain(open_store(graph), thing)
