"""`make bench`: words a second and peak memory of a whole build, beside plain spaCy on the same texts.

python bench/run.py [--documents 1000] [--rounds 1]
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import vary

HERE = Path(__file__).parent
CORES = 2


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    peak: float  # MB


def measured(command: list[str]) -> Run:
    """Runs the command on two cores. Raises `SystemExit` with what it said when it failed."""
    cores = sorted(os.sched_getaffinity(0))[:CORES]
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=said, preexec_fn=lambda: os.sched_setaffinity(0, cores), env=_environment()
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.1)
        seconds = time.perf_counter() - began
        if process.returncode not in (0, 1):
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said.read()[-2000:]}")
    # One process alone may peak between two looks.
    alone = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Run(seconds, max(peak, alone if not peak else 0) / 1e6)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(HERE.parent / "pipeline")}


def _resident(pid: int) -> int:
    """Bytes of the process and all below it."""
    total = 0
    left = [pid]
    while left:
        one = left.pop()
        try:
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * resource.getpagesize()
            for task in Path(f"/proc/{one}/task").iterdir():
                left += map(int, (task / "children").read_text().split())
        except OSError:  # it ended meanwhile
            continue
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description="words a second and peak memory")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    quarter = max(1, given.documents // 4)
    with tempfile.TemporaryDirectory(prefix="civicgraph-bench-") as place:
        folder = Path(place)
        words = vary.write(folder / "all", given.documents)
        few = vary.write(folder / "few", quarter)
        print(f"{given.documents} documents, {words:,} words, {CORES} cores, {given.rounds} round(s)")
        spacy = [sys.executable, str(HERE / "spacy_plain.py")]
        plain = _rounds(given.rounds, lambda n: [*spacy, str(folder / "all")])
        small = measured(_build(folder / "few", folder / "out-few"))
        whole = _rounds(given.rounds, lambda n: _build(folder / "all", folder / f"out-{n}"))
        rows = [
            ("plain spaCy", given.documents, words, plain),
            ("civicgraph build", quarter, few, small),
            ("civicgraph build", given.documents, words, whole),
        ]
        for model in _models():
            tenth = max(1, given.documents // 10)
            some = vary.write(folder / "tenth", tenth)
            rows.insert(1, (model, tenth, some, measured([*spacy, str(folder / "tenth"), model])))
        base = words / plain.seconds
        print(f"\n{'':24}{'documents':>10}{'seconds':>9}{'words/s':>10}{'against spaCy':>15}{'peak MB':>9}")
        for name, documents, count, run in rows:
            rate = count / run.seconds
            print(f"{name:24}{documents:10,}{run.seconds:9.1f}{rate:10,.0f}{rate / base:15.2f}{run.peak:9.0f}")
        memory, more = whole.peak / small.peak, given.documents / quarter
        print(f"\nmemory: {memory:.2f} times as much for {more:.0f} times the documents")


def _build(source: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "civicgraph", "build", str(source), "--out", str(out), "--jobs", str(CORES)]


def _rounds(count: int, command: Callable[[int], list[str]]) -> Run:
    runs = [measured(command(n)) for n in range(count)]
    return Run(statistics.median(r.seconds for r in runs), max(r.peak for r in runs))


def _models() -> list[str]:
    from spacy.util import get_installed_models

    return list(get_installed_models())


if __name__ == "__main__":
    main()
