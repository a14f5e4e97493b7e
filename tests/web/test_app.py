"""What every answer of the site says of itself, and that a new build is seen whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from civicgraph.store import replace_store
from civicgraph.web import Settings, app

LINE = '<https://example.org/{0}> <https://example.org/p> "{0}" .'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    replace_store(tmp_path, [LINE.format("one")])
    return tmp_path


def test_every_answer_keeps_the_browser_at_home(out: Path) -> None:
    got = TestClient(app(Settings(graph=out))).get("/")
    policy = got.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["referrer-policy"] == "no-referrer"


def test_a_copy_holds_until_the_next_build(out: Path) -> None:
    site = TestClient(app(Settings(graph=out)))
    tag = site.get("/").headers["etag"]
    again = site.get("/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert site.get("/", headers={"If-None-Match": tag, "Accept": "text/turtle"}).status_code == 200
    replace_store(out, [LINE.format("two")])
    assert site.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_base_means_the_same_as_to_build(out: Path) -> None:
    assert Settings(graph=out, base="https://example.org/id").base == "https://example.org/id/"
    assert Settings(graph=out, base="https://example.org/id#").base == "https://example.org/id#"
