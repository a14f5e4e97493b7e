"""How long a big graph takes as GEXF, and how much memory, beside networkx and its own writer.

python bench/viewers.py [--councils 4] [--years 40] [--preset everything] [--graph FOLDER] [--formats gexf,graphml]

Each writer is a process of its own that opens the same store; its time is that from its start to its end, of the clock
and of the processor, and its memory the most that it ever had (resident).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

OURS = """
import sys
from pathlib import Path
from pyoxigraph import Store
from civicgraph.export import Options, export
_, place, out, preset, form = sys.argv
export(Store.read_only(place), form, Path(out), Options(preset=preset))
"""
THEIRS = """
import sys
import networkx
from pyoxigraph import Store
from civicgraph.export.graphs.projecting import projected
from civicgraph.export.graphs.python import networkx as graph_of
from civicgraph.export.options import Options
_, place, out, preset, form = sys.argv
with projected(Store.read_only(place), Options(preset=preset)) as projection:
    graph = graph_of(projection)
networkx.write_gexf(graph, out, version="1.2draft")
"""


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    processor: float
    peak: float  # MB
    size: float  # MB


def measured(code: str, place: Path, out: Path, preset: str, form: str) -> Run:
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, str(place), str(out), preset, form])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{form} of {preset} failed; see above")
    files = [out] if out.is_file() else [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    return Run(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3, size)


def edges(path: Path) -> int:
    with path.open("rb") as lines:
        return sum(line.startswith(b"<edge ") for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="how long a big graph takes for a viewer")
    parser.add_argument("--councils", type=int, default=4)
    parser.add_argument("--years", type=int, default=40)
    parser.add_argument("--preset", default="everything")
    parser.add_argument("--formats", default="gexf", help="ours, with commas between them; gexf comes first")
    parser.add_argument("--graph", type=Path, help="where the graph is kept for the next time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.graph or Path(folder) / "store"
        if not place.is_dir():
            # In a process of its own: what a process had before it became another counts as that one's memory.
            at = f"pathlib.Path({str(place)!r}), {given.councils}, {given.years}"
            load = f"import many, pathlib; many.load({at}).flush()"
            subprocess.run([sys.executable, "-c", load], cwd=Path(__file__).parent, check=True)
        print(f"{len(Store.read_only(str(place))):,} quads, preset {given.preset}", flush=True)
        out = Path(folder) / "out"
        for number, form in enumerate(given.formats.split(",")):
            ours = measured(OURS, place, out / form, given.preset, form)
            if not number:
                print(f"{edges(out / form):,} edges")
                print(f"{'':24} {'clock':>9} {'processor':>10} {'peak':>9} {'file':>9}")
            shown(f"civicgraph {form}", ours)
        shown("networkx and write_gexf", measured(THEIRS, place, out / "networkx.gexf", given.preset, "gexf"))


def shown(name: str, run: Run) -> None:
    print(f"{name:24} {run.seconds:7.1f} s {run.processor:8.1f} s {run.peak:6.0f} MB {run.size:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
