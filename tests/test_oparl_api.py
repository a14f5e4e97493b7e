"""The folder that is an API of OParl 1.1: objects and pages are as its schema wants them, addresses lead to files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from civicgraph.export import export, oparl_api
from civicgraph.store import open_store
from standards_of import faults

SPACE = "https://schema.oparl.org/1.1/"
SITE = "https://data.example.org/oparl/"
Folder = dict[str, dict[str, Any]]


def folder(path: Path) -> Folder:
    return {
        str(file.relative_to(path)): json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(path.rglob("*.json"))
    }


@pytest.fixture(scope="module")
def api(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    out = tmp_path_factory.mktemp("api")
    written = set(oparl_api.written(open_store(samples), out, SITE))
    read = folder(out)
    assert {str(file.relative_to(out)) for file in written} == read.keys()
    return read


def objects(api: Folder) -> Iterator[dict[str, Any]]:
    for one in api.values():
        yield from walk(one)


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def test_every_object_is_as_oparl_wants_it(api: Folder) -> None:
    found = list(objects(api))
    assert len({one["id"] for one in found}) > 150
    assert [fault for one in found for fault in faults("oparl.json", one["type"].removeprefix(SPACE), one)] == []


def test_a_wrong_object_is_found() -> None:
    item = {"id": "https://x.org/1", "type": SPACE + "AgendaItem", "order": 1}
    assert faults("oparl.json", "AgendaItem", item) == []
    for wrong in ({"order": "1"}, {"public": "yes"}, {"type": SPACE + "Paper"}):
        assert faults("oparl.json", "AgendaItem", item | wrong)
    assert faults("oparl.json", "AgendaItem", {"id": item["id"], "type": item["type"]})


def test_an_object_is_at_its_address(api: Folder) -> None:
    for place, one in api.items():
        if "data" not in one:
            assert one["id"] == SITE + place
    assert api["system.json"]["body"] == SITE + "oparl/body.json"


def test_every_address_leads_to_a_file(api: Folder) -> None:
    seen = {
        text
        for one in api.values()
        for inner in (one, *walk(one))
        for key, value in inner.items()
        if key not in ("equivalent", "accessUrl")
        for text in (value if isinstance(value, list) else value.values() if key == "links" else [value])
        if isinstance(text, str) and text.startswith(SITE)
    }
    assert len(seen) > 150
    assert {text for text in seen if text.removeprefix(SITE) not in api} == {
        # memberships in something that is no body here, and what only another graph could hold
        text
        for text in seen
        if text.removeprefix(SITE) not in api and "/post/" in text
    }


def test_a_client_finds_all_from_the_system(api: Folder) -> None:
    """As a client walks: system, its councils, their lists, page after page."""
    counted = 0
    for council in pages(api, api["system.json"]["body"]):
        for name in ("organization", "person", "meeting", "paper"):
            for one in pages(api, council[name]):
                assert one == api[one["id"].removeprefix(SITE)]
                counted += 1
    tops = [one for one in api.values() if one.get("type", "").removeprefix(SPACE) in oparl_api.LISTS]
    assert counted == len(tops) > 50


def pages(api: Folder, url: str) -> Iterator[dict[str, Any]]:
    while url:
        page = api[url.removeprefix(SITE)]
        assert page["links"]["self"] == url
        yield from page["data"]
        url = page["links"].get("next", "")


def test_long_lists_have_pages(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oparl_api, "PAGE", 20)
    assert export(open_store(samples), "oparl-api", tmp_path)[0] == tmp_path / "system.json"
    read = folder(tmp_path)
    place = "coventry-city-council/oparl/person"
    first, last = read[f"{place}.json"], read[f"{place}/3.json"]
    assert (first["pagination"]["totalElements"], first["pagination"]["totalPages"]) == (44, 3)
    assert [len(read[p]["data"]) for p in (f"{place}.json", f"{place}/2.json", f"{place}/3.json")] == [20, 20, 4]
    assert last["links"]["prev"].endswith(f"{place}/2") and "next" not in last["links"]
    assert first["links"]["next"].endswith(f"{place}/2") and "prev" not in first["links"]
    assert first["data"][0]["id"].startswith("https://w3id.org/civicgraph/id/"), "without an address, IRIs"
