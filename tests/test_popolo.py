"""Popolo JSON is as Popolo's schemas want it, refers to what it has, and shows the words of every statement."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from civicgraph.export import export
from civicgraph.read import read
from civicgraph.store import open_store
from sample import DOCUMENTS, ROOT, civicgraph
from standards_of import faults

COUNCIL = ROOT / "data" / "gold" / "documents" / "skelbeck-full-council.txt"
SCHEMAS = {
    "persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership",
    "events": "event", "motions": "motion", "vote_events": "vote_event",
}  # fmt: skip


@pytest.fixture(scope="module")
def said(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    return written(samples, tmp_path_factory.mktemp("popolo") / "popolo.json")


def written(graph: Path, place: Path) -> dict[str, list[dict[str, Any]]]:
    assert export(open_store(graph), "popolo", place) == (place,)
    found: dict[str, list[dict[str, Any]]] = json.loads(place.read_text(encoding="utf-8"))
    return found


def test_every_thing_is_as_popolo_wants_it(said: dict[str, list[dict[str, Any]]]) -> None:
    assert list(said) == list(SCHEMAS)
    assert [
        fault for kind, name in SCHEMAS.items() for one in said[kind] for fault in faults("popolo.json", name, one)
    ] == []
    assert min(len(said[kind]) for kind in list(SCHEMAS)[:-1]) > 4


def test_a_wrong_thing_is_found() -> None:
    assert faults("popolo.json", "event", {"start_date": "2018-04-16T15:30:00+01:00"}) == []
    assert faults("popolo.json", "event", {"start_date": "16/04/2018"})
    assert faults("popolo.json", "membership", {"post_id": 7})
    assert faults("popolo.json", "person", {"sources": [{"note": "no address"}]})
    assert faults("popolo.json", "vote_event", {"counts": [{"option": "yes", "value": "12"}]})


def test_what_is_referred_to_is_there(said: dict[str, list[dict[str, Any]]]) -> None:
    ids = {kind: {one["id"] for one in things} for kind, things in said.items()}
    for kind, key, to in (
        ("memberships", "person_id", "persons"), ("memberships", "post_id", "posts"),
        ("memberships", "organization_id", "organizations"), ("posts", "organization_id", "organizations"),
        ("organizations", "parent_id", "organizations"), ("events", "organization_id", "organizations"),
        ("motions", "organization_id", "organizations"), ("motions", "creator_id", "persons"),
    ):  # fmt: skip
        assert {one[key] for one in said[kind] if key in one} - ids[to] == set(), f"{kind}.{key}"


def test_a_source_is_the_words_of_a_document(said: dict[str, list[dict[str, Any]]]) -> None:
    texts = {path.name: read(path).text for path in DOCUMENTS.iterdir()}
    seen = 0
    for kind in ("memberships", "events", "motions"):
        for one in said[kind]:
            assert one["sources"], one["id"]
            for source in one["sources"]:
                file, _, quote = source["note"].partition(": “")
                start, end = map(int, source["url"].partition("#char=")[2].split(","))
                assert texts[file][start:end] == quote.removesuffix("”")
                seen += 1
    assert seen > 70


def test_what_is_proposed_or_told_has_not_passed(said: dict[str, list[dict[str, Any]]]) -> None:
    results = {(one["status"], one.get("result")) for one in said["motions"]}
    assert results == {("resolved", "pass"), ("recorded", None), ("proposed", None)}


def test_votes_and_ballots(tmp_path: Path) -> None:
    done = civicgraph("build", COUNCIL, "--out", tmp_path / "graph")
    assert done.returncode == 0, done.stderr
    said = written(tmp_path / "graph", tmp_path / "popolo.json")
    votes = said["vote_events"]
    assert votes and [fault for one in votes for fault in faults("popolo.json", "vote_event", one)] == []
    people = {one["id"] for one in said["persons"]}
    cast = [ballot for one in votes for ballot in one.get("votes", ())]
    assert cast and {one["voter_id"] for one in cast} <= people
    assert {one["option"] for one in cast} <= {"yes", "no", "abstain"}
    for one in votes:
        counts = {count["option"]: count["value"] for count in one.get("counts", ())}
        if one["result"] == "pass" and {"yes", "no"} <= counts.keys():
            assert counts["yes"] > counts["no"]
