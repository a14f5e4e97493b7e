"""How long each named question takes over a graph of many councils, asked of one of them, and how long the rules take.

python bench/questions.py [--councils 100] [--years 10] [--times 5]
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shlex
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, Store

import many
from civicgraph.queries import Question, ask, question, questions, rules
from civicgraph.store import BATCH

MEDIAN, WORST = 0.2, 2.0  # seconds: goals
PATIENCE = 20.0  # seconds that a question may take
WANTED = {  # where an example of the header finds nothing here, or is not of one council
    "evidence": {"words": "eight recommendations"},
    "unanswered": {"on": "2018-12-31"},
    "attendance": {"person": "Walkerfield"},
}


@dataclass(frozen=True, slots=True)
class Timed:
    name: str
    median: float
    worst: float
    busy: float  # seconds of the processor, median: what a machine that does nothing else would take
    rows: int


def examples(one: Question) -> dict[str, str]:
    """The parameters of the example in the header."""
    _, _, _, *rest = shlex.split(one.example)
    return dict(value.split("=", 1) for value in rest[1::2])


def timed(place: Path, one: Question, council: str, times: int) -> Timed:
    """The question about one council, some times over in a process of its own; what takes too long is ended."""
    given = {key: [value] for key, value in (examples(one) | WANTED.get(one.name, {})).items()}
    if any(param.name == "council" for param in one.params):
        given["council"] = [council]
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_ask, args=(there, str(place), one.name, given, times))
    process.start()
    runs: list[float] = []
    busy: list[float] = []
    rows = 0
    while len(runs) < times and here.poll(PATIENCE):
        seconds, processor, rows = here.recv()
        runs.append(seconds)
        busy.append(processor)
    process.kill()
    process.join()
    runs += [PATIENCE] * (times - len(runs))
    busy += [PATIENCE] * (times - len(busy))
    return Timed(one.name, statistics.median(runs), max(runs), statistics.median(busy), rows)


def _ask(there: Connection, place: str, name: str, given: Mapping[str, Sequence[str]], times: int) -> None:
    store = Store.read_only(place)
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        rows = sum(1 for _ in ask(store, question(name), given))  # type: ignore[arg-type]
        there.send((time.perf_counter() - began, time.process_time() - busy, rows))


def derive(store: Store, rule: Question) -> tuple[float, int]:
    """Seconds that a rule takes, with what it writes, and the triples that it makes."""
    began = time.perf_counter()
    made = store.query(rule.text)
    if not isinstance(made, QueryTriples):
        raise TypeError(f"{rule.name}: a rule is a CONSTRUCT")
    graphs = (DefaultGraph(), NamedNode(f"https://w3id.org/civicgraph/id/rule/{rule.name}"))
    size = 0
    while triples := list(islice(made, BATCH)):
        store.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in triples for graph in graphs)
        size += len(triples)
    return time.perf_counter() - began, size


def main() -> None:
    parser = argparse.ArgumentParser(description="how long the questions take")
    parser.add_argument("--councils", type=int, default=100, help="with ten years of each, ten million quads")
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--times", type=int, default=5, help="how often each question is asked")
    parser.add_argument("--only", default="", help="one question")
    parser.add_argument("--graph", type=Path, help="a folder to keep the graph in, or where it is kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="civicgraph-bench-") as folder:
        place = given.graph or Path(folder) / "store"
        if not place.exists():
            _build(place, given.councils, given.years)
        asked = [one for one in questions() if given.only in ("", one.name)]
        _report(place, asked, f"{many.PLACES[1]} City Council", given.times)


def _build(place: Path, councils: int, years: int) -> None:
    began = time.perf_counter()
    store = many.load(place, councils, years)
    print(f"{len(store):,} quads of {councils} councils and {years} years, in {time.perf_counter() - began:.0f} s\n")
    print(f"{'rule':24}{'seconds':>9}{'triples':>10}")
    total = 0.0
    for rule in rules():
        seconds, triples = derive(store, rule)
        total += seconds
        print(f"{rule.name:24}{seconds:9.1f}{triples:10,}", flush=True)
    store.optimize()
    store.flush()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"\n{len(store):,} quads with what the rules derive in {total:.0f} s; {peak:.1f} GB of memory at most")


def _report(place: Path, asked: list[Question], council: str, times: int) -> None:
    print(f"\n{'question, of one council':24}{'median ms':>10}{'worst ms':>10}{'busy ms':>9}{'rows':>8}")
    within = alone = 0
    for one in asked:
        found = timed(place, one, council, times)
        over = found.median > MEDIAN or found.worst > WORST
        within += not over
        alone += found.busy <= MEDIAN
        mark = f"  over {MEDIAN * 1000:.0f} ms, or {WORST:.0f} s once" if over else ""
        seconds = f"{found.median * 1000:10.0f}{found.worst * 1000:10.0f}{found.busy * 1000:9.0f}"
        print(f"{one.name:24}{seconds}{found.rows:8,}{mark}", flush=True)
    print(f"\n{within} of {len(asked)} questions are as fast as wanted; {alone} where nothing else runs on the machine")


if __name__ == "__main__":
    main()
