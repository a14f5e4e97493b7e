"""What one visitor can take is bounded, and the others do not notice."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from served import graph, server, site

EVERYTHING = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
CROSS = f"SELECT (COUNT(*) AS ?n) WHERE {{ {EVERYTHING} FILTER(?c != ?l && ?f != ?i) }}"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = (f'<https://example.org/{n}> <https://example.org/p> "{n:050}" .' for n in range(1000))
    return graph(tmp_path_factory.mktemp("graph"), *lines)


@pytest.fixture(scope="module")
def client(out: Path) -> Iterator[TestClient]:
    with site(out, query=2.0, rows=500, answer=200_000, workers=2, waiting=4, memory=600_000_000) as client:
        yield client


def ask(client: TestClient, query: str, **more: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query, **more})


def counts(client: TestClient) -> bool:
    return 'value":"' in ask(client, COUNT).text and ask(client, COUNT).status_code == 200


def test_a_cross_product_ends_with_its_time(client: TestClient) -> None:
    begun = time.monotonic()
    got = ask(client, CROSS)
    assert got.status_code == 504
    assert got.text == "The query was not answered within 2 seconds and was ended; ask for less.\n"
    assert time.monotonic() - begun < 5
    assert counts(client)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_no_row_more_than_there_may_be(client: TestClient, form: str) -> None:
    whole = ask(
        client, "SELECT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://example.org/')) } LIMIT 500", format=form
    )
    assert whole.status_code == 200
    assert whole.text.count("https://example.org/") == 500
    cut = ask(
        client, "SELECT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'https://example.org/')) } LIMIT 502", format=form
    )
    assert cut.status_code == 413
    assert cut.text == "The answer has more than 500 rows; ask for less, with LIMIT or more conditions.\n"


def test_rows_are_told_from_lines_of_text(client: TestClient) -> None:
    lines = "SELECT ?x { VALUES ?x { 1 2 } BIND('" + "a\\n" * 600 + "\\\"b' AS ?y) } "
    lines = lines.replace("SELECT ?x", "SELECT ?x ?y")
    for form in ("json", "xml", "csv", "tsv"):
        got = ask(client, lines, format=form)
        assert got.status_code == 200, form


def test_no_triple_more_than_there_may_be(client: TestClient) -> None:
    all_of = "CONSTRUCT { ?s a ?o } WHERE { ?s <https://example.org/p> ?o }"
    whole = ask(client, all_of + " LIMIT 500", format="nt")
    assert (whole.status_code, whole.text.count(" .\n")) == (200, 500), whole.text
    assert ask(client, all_of + " LIMIT 501", format="nt").status_code == 413


def test_a_long_answer_is_whole_or_none(client: TestClient) -> None:
    lot = "SELECT ?s (CONCAT('{0}', ?o) AS ?long) {{ ?s <https://example.org/p> ?o }} LIMIT 100"
    whole = ask(client, lot.format("x" * 1000), format="csv")
    assert len(whole.text.splitlines()) == 101
    none = ask(client, lot.format("x" * 2000), format="csv")
    assert none.status_code == 413
    assert none.text.startswith("The answer is longer than 200,000 bytes;")


def test_a_page_that_shows_the_beginning_says_so(out: Path) -> None:
    with site(out, rows=5000) as client:
        page = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers=HTML)
        assert "the first 1000 rows, and there are more" in page.text
        page = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 1000"}, headers=HTML)
        assert "1000 rows." in page.text


def test_memory_is_bounded(out: Path) -> None:
    with site(out, query=20, memory=300_000_000) as client:
        greedy = f"SELECT DISTINCT ?a ?d ?g (CONCAT(?c, ?f, ?i) AS ?long) {{ {EVERYTHING} }} ORDER BY ?long"
        got = ask(client, greedy)
        assert got.status_code == 503, got.text
        assert "memory" in got.text
        assert counts(client)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(?o<1)SERVICE#>\n<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> ASK { SERVICE SILENT:a{ ?s ?p ?o } }",
    ],
)
def test_nobody_else_is_asked(client: TestClient, query: str) -> None:
    got = ask(client, query)
    assert got.status_code == 403
    assert got.text.startswith("SERVICE asks another machine")
    assert ask(client, "LOAD <http://127.0.0.1:9/>").status_code == 400


def may_unshare() -> bool:
    """Whether a process may have a network of its own here; where it may not, there is no second fence."""
    try:
        return subprocess.run(["unshare", "--user", "--net", "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not may_unshare(), reason="this system gives no process a network of its own")
@pytest.mark.parametrize("fenced", [False, True])
def test_a_query_that_got_by_would_reach_nobody(fenced: bool) -> None:
    code = (
        "import sys; from pyoxigraph import Store; from civicgraph.web.sparql.worker import without_network\n"
        "if sys.argv[2] == 'True': without_network()\n"
        "try: list(Store().query('SELECT * { SERVICE <http://127.0.0.1:' + sys.argv[1] + '/> { ?s ?p ?o } }'))\n"
        "except OSError: sys.exit(7)\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        command = [sys.executable, "-c", code, str(listener.getsockname()[1]), str(fenced)]
        asking = subprocess.Popen(command, env={"PYTHONPATH": os.pathsep.join(sys.path)})
        if fenced:
            assert asking.wait(20) == 7
            listener.settimeout(0)
            with pytest.raises(BlockingIOError):
                listener.accept()
        else:
            listener.accept()[0].close()
            asking.wait(20)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 400_000 + "1" + ")" * 400_000 + ") }",
        "SELECT * { " + "{" * 400_000 + "}" * 400_000 + " }",
        "SELECT * { ?s ?p " + "-" * 900_000 + "1 }",
        "ASK { VALUES ?x { " + "1 " * 400_000 + "} }",
        "SELECT * { " + "?s ?p ?o . " * 80_000 + " }",
    ],
    ids=["brackets", "braces", "signs", "values", "patterns"],
)
def test_a_giant_query_ends(client: TestClient, query: str) -> None:
    begun = time.monotonic()
    direct = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=query, headers=direct).status_code in (200, 400, 503, 504)
    assert time.monotonic() - begun < 8
    assert counts(client)


def test_who_comes_when_all_are_busy_is_told(client: TestClient) -> None:
    with ThreadPoolExecutor(12) as many:
        done = list(many.map(lambda _: ask(client, CROSS), range(12)))
    assert {one.status_code for one in done} == {503, 504}
    assert all(one.headers["retry-after"] for one in done if one.status_code == 503)
    assert counts(client)


def workers(server_id: int) -> list[int]:
    children = Path(f"/proc/{server_id}/task/{server_id}/children").read_text().split()
    return [int(child) for child in children]


@pytest.fixture(scope="module")
def served(out: Path) -> Iterator[tuple[str, int]]:
    with server(out) as (address, process):
        yield address, process.pid


def test_nobody_notices_that_a_worker_was_killed(served: tuple[str, int]) -> None:
    address, server_id = served
    few = "{{ SELECT * {{ {} <https://example.org/p> {} }} LIMIT 300 }}"
    pairs = few.format("?a", "?b") + few.format("?c", "?d")
    query = {"query": f"SELECT (COUNT(*) AS ?n) {{ {pairs} }}"}
    assert '"90000"' in httpx.post(f"{address}/sparql", data=query).text
    for worker in workers(server_id):  # those that rest
        os.kill(worker, signal.SIGKILL)
    assert '"90000"' in httpx.post(f"{address}/sparql", data=query).text
    slow = {"query": f"SELECT (COUNT(*) AS ?n) {{ {pairs} FILTER(STRLEN(CONCAT(?b, ?d)) > 1) }}"}
    with ThreadPoolExecutor(1) as one:
        answer = one.submit(httpx.post, f"{address}/sparql", data=slow, timeout=30)
        while not any(state(worker) == "R" for worker in workers(server_id)):
            time.sleep(0.01)
        for worker in workers(server_id):  # the one that is at work
            os.kill(worker, signal.SIGKILL)
        assert not answer.done()
        assert '"90000"' in answer.result().text


def test_a_query_ends_when_nobody_waits_for_it(served: tuple[str, int]) -> None:
    address, server_id = served
    with pytest.raises(httpx.TimeoutException):
        httpx.get(f"{address}/sparql", params={"query": CROSS}, timeout=0.5)
    busy = set(workers(server_id))
    deadline = time.monotonic() + 5
    while set(workers(server_id)) & busy and time.monotonic() < deadline:
        if not any(state(worker) == "R" for worker in busy):
            break
        time.sleep(0.05)
    assert not any(state(worker) == "R" for worker in workers(server_id))


def state(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return ""
