"""`publish --to ckan` against a stub that speaks the action API: made, changed, refused, not there."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from civicgraph.errors import UsageError
from civicgraph.publish import About, ckan
from published import BASE, config
from sample import civicgraph

THE_KEY = "let-me-in"


@dataclass
class Portal:
    """What the stub holds and was told."""

    packages: dict[str, dict[str, Any]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    url: str = ""


@contextmanager
def running(portal: Portal) -> Iterator[Portal]:
    class Stub(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
            action = self.path.rpartition("/")[2]
            portal.calls.append(action)
            status, answer = answered(portal, action, sent, self.headers.get("X-CKAN-API-Key", ""))
            body = json.dumps({"success": status == 200, "result" if status == 200 else "error": answer}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    portal.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answered(portal: Portal, action: str, sent: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
    """As CKAN 2.11 answers."""
    name = sent.get("name", sent.get("id", ""))
    if action == "package_show":
        if name in portal.packages:
            return 200, deepcopy(portal.packages[name])
        return 404, {"__type": "Not Found Error", "message": "Not found"}
    if key != THE_KEY:
        return 403, {"__type": "Authorization Error", "message": "Access denied"}
    if sent.get("owner_org") != "barset":
        return 409, {"__type": "Validation Error", "owner_org": ["Organization does not exist"]}
    for number, one in enumerate(sent["resources"]):
        one.setdefault("id", f"r{len(portal.calls)}-{number}")
    portal.packages[name] = {"id": "p1", "groups": [], **sent}
    return 200, deepcopy(portal.packages[name])


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    monkeypatch.setenv(ckan.KEY, THE_KEY)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running(Portal()) as one:
        yield one


def test_a_new_dataset_is_made(about: About, portal: Portal) -> None:
    assert ckan.push(about, portal.url) == f"made barset-minutes on {portal.url}: {len(about.files)} resources"
    made = portal.packages["barset-minutes"]
    assert (made["license_id"], made["owner_org"], made["url"]) == ("uk-ogl", "barset", BASE)
    assert {one["key"]: one["value"] for one in made["extras"]}["identifier"] == about.dataset
    sent = {one["name"]: (one["url"], one["size"], one["hash"]) for one in made["resources"]}
    assert sent == {f.place: (about.url(f), f.bytes, f"sha256:{f.sha256}") for f in about.files}


def test_a_second_time_it_is_changed_and_what_others_added_stays(about: About, portal: Portal) -> None:
    ckan.push(about, portal.url)
    had = portal.packages["barset-minutes"]
    before = {one["name"]: one["id"] for one in had["resources"]}
    had["title"], had["groups"] = "an older title", [{"name": "democracy"}]
    had["resources"] += [
        {"id": "hand", "name": "a guide", "url": "https://www.barset.example/guide.pdf"},
        {"id": "gone", "name": "data/old.csv", "url": BASE + "data/old.csv"},
    ]
    had["extras"].append({"key": "theme", "value": "democracy"})
    assert ckan.push(about, portal.url).startswith("changed barset-minutes")
    now = portal.packages["barset-minutes"]
    assert portal.calls == ["package_show", "package_create", "package_show", "package_update"]
    assert (now["id"], now["title"], now["groups"]) == ("p1", about.text("title"), [{"name": "democracy"}])
    assert {one["name"]: one["id"] for one in now["resources"]} == {**before, "a guide": "hand"}
    assert [one["value"] for one in now["extras"] if one["key"] in ("theme", "identifier")] == [
        about.dataset,
        "democracy",
    ]
    assert len({one["key"] for one in now["extras"]}) == len(now["extras"])


def test_what_the_portal_refuses_is_said(
    about: About, portal: Portal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(ckan.KEY, "wrong")
    with pytest.raises(UsageError, match="does not let this key change barset-minutes in barset"):
        ckan.push(about, portal.url)
    monkeypatch.delenv(ckan.KEY)
    with pytest.raises(UsageError, match=ckan.KEY):
        ckan.push(about, portal.url)
    assert portal.packages == {}


def test_what_the_portal_does_not_take_is_said(about: About, portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    package = ckan.package
    monkeypatch.setattr(ckan, "package", lambda about: {**package(about), "owner_org": "elsewhere"})
    with pytest.raises(UsageError, match="does not take barset-minutes: owner_org: Organization does not exist"):
        ckan.push(about, portal.url)


def test_where_no_portal_is(about: About, portal: Portal) -> None:
    url = portal.url
    with running(Portal()) as other:
        gone = other.url
    with pytest.raises(UsageError, match="no CKAN portal answers there"):
        ckan.push(about, gone)
    assert url != gone


def test_a_dry_run_prints_and_neither_sends_nor_writes(samples: Path, portal: Portal, tmp_path: Path) -> None:
    place = config(tmp_path, more='[files]\nformats = ["popolo"]')
    done = civicgraph(
        "publish", "--graph", samples, "--config", place, "--out", tmp_path / "site", "--to", "ckan", "--url",
        portal.url, "--dry-run",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert (said["name"], [one["name"] for one in said["resources"]]) == ("barset-minutes", ["data/popolo.json"])
    assert portal.calls == [] and not (tmp_path / "site").exists()
    assert f"would write {tmp_path / 'site'}: 1 files" in done.stderr and portal.url in done.stderr
    for wrong in (("--to", "ckan"), ("--url", portal.url), ("--dry-run",)):
        done = civicgraph("publish", "--graph", samples, "--config", place, "--out", tmp_path / "site", *wrong)
        assert (done.returncode, done.stderr.count("--to ckan --url")) == (2, 1)


def test_without_a_key_nothing_is_written(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ckan.KEY, raising=False)
    place = config(tmp_path, more='[files]\nformats = ["popolo"]')
    done = civicgraph(
        "publish", "--graph", samples, "--config", place, "--out", tmp_path / "site", "--to", "ckan", "--url",
        "https://data.barset.example",
    )  # fmt: skip
    assert done.returncode == 2 and ckan.KEY in done.stderr
    assert not (tmp_path / "site").exists()


def test_without_an_organisation_it_is_asked_for(samples: Path, portal: Portal, tmp_path: Path) -> None:
    place = config(tmp_path, more='[files]\nformats = ["popolo"]')
    place.write_text(place.read_text(encoding="utf-8").replace('[ckan]\norganisation = "barset"', ""), encoding="utf-8")
    done = civicgraph(
        "publish",
        "--graph",
        samples,
        "--config",
        place,
        "--out",
        tmp_path / "site",
        "--to",
        "ckan",
        "--url",
        portal.url,
    )
    assert done.returncode == 2
    assert 'write organisation = "exampleshire-county-council" in [ckan]' in done.stderr
