"""How long pages take when 32 visitors ask at once, from a cold start and again, with wrk (`apt-get install wrk`).

python bench/serving.py --graph FOLDER [--pages 300] [--seconds 30] [--wait 0]

FOLDER is what `civicgraph build` wrote, or a store of `questions.py --graph`: then its search is made first, beside it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pyoxigraph import Store

import many
from civicgraph import search
from civicgraph.ids import BASE
from civicgraph.store import current
from civicgraph.web.addresses import path_of

KINDS = (
    "council",
    "body",
    "person",
    "post",
    "programme",
    "matter",
    "report",
    "meeting",
    "item",
    "decision",
    "referral",
)


def served(store: Path, out: Path) -> Path:
    """A folder as `build` writes one, around a store of the bench: its files, the papers' texts, and the search."""
    command = [sys.executable, "-m", "civicgraph", "build", *map(str, many.papers())]
    subprocess.run([*command, "--out", str(out)], check=True, capture_output=True)
    place = out / "store-bench"
    place.mkdir()
    for file in store.iterdir():
        if file.is_file() and file.name != "LOCK":
            os.link(file, place / file.name)
    for quad in Store.read_only(str(place)).query(
        "SELECT DISTINCT ?sha256 { ?document <https://w3id.org/civicgraph/ontology#textSha256> ?sha256 }"
    ):
        (out / "texts" / f"{quad['sha256'].value}.txt").touch()  # a year in a hash became another year
    search.write(Store.read_only(str(place)), out / "texts", place / search.FILE)
    (out / "current").write_text(f"{place.name}\n0\n", encoding="utf-8")
    return out


def addresses(graph: Path, pages: int) -> Iterator[str]:
    """The ways in, and as many pages of each kind, the same for everybody."""
    yield from ("/", "/open", "/quality", "/query", "/search?q=social+workers", "/search?q=fostering")
    chance = random.Random(1)
    with closing(sqlite3.connect(graph / current(graph) / search.FILE)) as db:
        for kind in KINDS:
            rows = db.execute("SELECT iri FROM entry WHERE kind = ? AND iri LIKE ?", (kind, f"{BASE}%")).fetchall()
            yield from (path_of(iri, BASE) for (iri,) in chance.sample(rows, min(len(rows), pages // len(KINDS))))


def asked(address: str, script: Path, seconds: int) -> str:
    command = ["wrk", "-t2", "-c32", f"-d{seconds}s", "--latency", "--timeout", "30s", "-s", str(script), address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = [" ".join(found) for found in re.findall(r"(50%|90%|99%) +(\S+)", said)]
    wrong = re.findall(r"Socket errors.*|Non-2xx.*", said)
    return ", ".join((*figures, *re.findall(r"\d+ requests", said), *(wrong or ["no error"])))


def used(process: int) -> str:
    """Seconds of the processor and memory, until now."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    memory = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return f"{seconds:.0f} s of the processor, {memory:.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description="how long pages take when 32 visitors ask at once")
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--wait", type=float, default=0.0, help="seconds between the start and the first visitor")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.graph.parent) as folder:  # on the disk of the store, for its links
        graph = given.graph if current(given.graph) else served(given.graph, Path(folder) / "graph")
        paths = list(addresses(graph, given.pages))
        script = Path(folder) / "pages.lua"
        listed = ",".join(f'"{path}"' for path in paths)
        script.write_text(
            f"paths = {{{listed}}}\nfunction init() math.randomseed(os.time()) end\n"
            "function request() return wrk.format('GET', paths[math.random(#paths)]) end\n"
        )
        command = [sys.executable, "-m", "civicgraph", "serve", "--graph", str(graph), "--port", "0"]
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            said = server.stderr.readline() if server.stderr else ""
            address = re.search(r"http://\S+(?=/ until)", said)
            if not address:
                raise SystemExit(said)
            time.sleep(given.wait)
            for name in ("cold", "again"):
                figures = asked(address[0], script, given.seconds)
                print(f"{name:6} {len(paths)} pages: {figures}; {used(server.pid)}", flush=True)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
