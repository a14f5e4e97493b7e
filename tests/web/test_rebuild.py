"""A build that ends while the site is being read: each request sees one graph, and sees it whole."""

from __future__ import annotations

import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2 as httpx
import pytest

from civicgraph.errors import UsageError
from civicgraph.store import hold, replace_store
from civicgraph.web import Settings, app
from civicgraph.web.graphs import Graphs
from sample import civicgraph
from served import server, site

SIZE = 3000
EACH = "SELECT (COUNT(*) AS ?n) (MIN(?o) AS ?least) (MAX(?o) AS ?most) { ?s <https://example.org/p> ?o }"


def build(out: Path, version: int) -> None:
    replace_store(out, (f'<https://example.org/{n}> <https://example.org/p> "{version}" .' for n in range(SIZE)))


def test_no_request_sees_half_a_graph(tmp_path: Path) -> None:
    build(tmp_path, 0)
    seen: list[tuple[str, str, str]] = []
    wrong: list[str] = []
    over = threading.Event()

    def ask(address: str) -> None:
        with httpx.Client(timeout=30) as client:
            while not over.is_set():
                got = client.post(f"{address}/sparql", data={"query": EACH})
                page = client.get(f"{address}/query")
                if got.status_code != 200 or page.status_code != 200:
                    wrong.append(got.text)
                    return
                (row,) = got.json()["results"]["bindings"]
                seen.append((row["n"]["value"], row["least"]["value"], row["most"]["value"]))

    with server(tmp_path) as (address, _):
        readers = [threading.Thread(target=ask, args=(address,)) for _ in range(3)]
        for reader in readers:
            reader.start()
        for version in (1, 2, 1, 3):
            build(tmp_path, version)
        over.wait(0.5)
        over.set()
        for reader in readers:
            reader.join(30)
        after = httpx.post(f"{address}/sparql", data={"query": EACH}).json()["results"]["bindings"][0]
    assert wrong == []
    assert after["least"]["value"] == after["most"]["value"] == "3"
    assert {count for count, _, _ in seen} == {str(SIZE)}
    assert all(least == most for _, least, most in seen)
    assert len({least for _, least, _ in seen}) > 1


def test_what_is_read_stays_until_it_is_read(tmp_path: Path) -> None:
    build(tmp_path, 1)
    graphs = Graphs(tmp_path)
    old = graphs.now()
    build(tmp_path, 2)
    build(tmp_path, 3)
    new = graphs.now()
    assert old.place.is_dir()
    assert len(list(old.store.query("SELECT ?s { ?s ?p '1' }"))) == SIZE  # type: ignore[arg-type]
    assert sorted(path.name for path in tmp_path.glob("store-*")) == sorted((old.place.name, new.place.name))
    gone = old.place
    del old
    build(tmp_path, 4)
    assert not gone.exists()


def test_the_graph_before_the_last_counts_again(tmp_path: Path) -> None:
    build(tmp_path, 1)
    held = hold(tmp_path)
    build(tmp_path, 2)
    build(tmp_path, 1)
    assert hold(tmp_path).place == held.place
    assert len(list(Graphs(tmp_path).now().store.query("SELECT ?s { ?s ?p '1' }"))) == SIZE  # type: ignore[arg-type]


def test_a_graph_that_is_gone_is_still_served(tmp_path: Path) -> None:
    build(tmp_path, 1)
    with site(tmp_path) as client:
        (tmp_path / "current").unlink()
        assert client.get("/").status_code == 200
        build(tmp_path, 2)
        assert client.post("/sparql", data={"query": "ASK { ?s ?p '2' }"}).json()["boolean"] is True


def test_without_a_graph_it_does_not_begin(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no graph here"):
        app(Settings(graph=tmp_path))
    done = civicgraph("serve", "--graph", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    build(tmp_path, 1)
    with server(tmp_path) as (address, _):
        done = civicgraph("serve", "--graph", tmp_path, "--port", address.rpartition(":")[2])
    assert done.returncode == 2
    assert "cannot be listened on" in done.stderr


def test_ctrl_c_ends_it_without_a_word(tmp_path: Path) -> None:
    build(tmp_path, 1)
    long = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    with server(tmp_path) as (address, process), ThreadPoolExecutor(1) as one:
        assert httpx.post(f"{address}/sparql", data={"query": EACH}, timeout=30).status_code == 200
        asked = one.submit(httpx.post, f"{address}/sparql", data={"query": long}, timeout=30)
        over = threading.Event()
        over.wait(0.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert (asked.result().status_code, asked.result().text) == (503, "This server is being stopped.\n")
    assert (process.returncode, said) == (0, "")


@pytest.mark.parametrize("option", ["--public", "--base"])
def test_an_address_that_is_none_is_one_sentence(tmp_path: Path, option: str) -> None:
    done = civicgraph("serve", "--graph", tmp_path, option, "minutes.example.org")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"{option} minutes.example.org: write a whole address" in done.stderr
