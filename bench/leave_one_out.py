"""How right on a council that is not known: each annotated council by itself, with what is known of it taken away.

python bench/leave_one_out.py [--gold GOLD --documents FOLDER …]

For each council of the gold its rows are left out of data/reference, its documents alone are built and scored. What no
script can leave out are the rules: whether their author had read the council is for the author to say (`seen` in gold).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = frozenset(
    "council city county borough district metropolitan parish town community london royal of and the combined authority"
    " joint committee municipal regional cyngor".split()
)


@dataclass(frozen=True, slots=True)
class Council:
    name: str
    documents: tuple[Path, ...]
    gold: tuple[Path, ...]
    seen: bool


@dataclass(frozen=True, slots=True)
class Scored:
    mean: float  # F1 over the tables
    precision: float | None  # of decisions; None where none were annotated or found
    recall: float | None


def councils(gold: Path, folders: Iterable[Path]) -> list[Council]:
    """The councils of a folder of gold; a gold file without "council" is one by itself. Raises `SystemExit`."""
    files = {path.name: path for folder in folders for path in folder.rglob("*") if path.is_file()}
    grouped: dict[str, list[tuple[Path, Path, bool]]] = defaultdict(list)
    for place in sorted(gold.glob("*.json")):
        told = json.loads(place.read_text(encoding="utf-8"))
        if told["document"] not in files:
            raise SystemExit(f"{place}: its document {told['document']} is in none of the folders; give --documents")
        document = files[told["document"]]
        grouped[told.get("council", document.stem)].append((document, place, told.get("seen", True)))
    return [
        Council(name, tuple(d for d, _, _ in rows), tuple(g for _, g, _ in rows), any(s for _, _, s in rows))
        for name, rows in sorted(grouped.items())
    ]


def without(name: str, into: Path) -> int:
    """A copy of the checkout's program whose reference data has no row that names the place; rows left out."""
    for part in ("pipeline", "ontology", "queries", "data/reference"):
        shutil.copytree(ROOT / part, into / part, ignore=shutil.ignore_patterns("__pycache__"))
    place = {word for word in name.lower().replace(",", " ").split() if word not in KINDS and word.isalpha()}
    left_out = 0
    for table in sorted((into / "data/reference").glob("*.csv")):
        if table.stem in ("given_names", "surnames", "not_names", "honorifics"):  # words, not things
            continue
        head, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
        kept = [row for row in rows if not place or not place <= set(" ".join(row).lower().replace("|", " ").split())]
        left_out += len(rows) - len(kept)
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *kept])
    return left_out


def score(council: Council, program: Path) -> Scored:
    """What `civicgraph evaluate` says of one council's documents. Raises `SystemExit` with what went wrong."""
    with tempfile.TemporaryDirectory(prefix="civicgraph-one-") as folder:
        place = Path(folder)
        for name, paths in (("documents", council.documents), ("gold", council.gold)):
            (place / name).mkdir()
            for path in paths:
                shutil.copy(path, place / name / path.name)
        _run(program, "build", str(place / "documents"), "--out", str(place / "graph"))
        told = json.loads(_run(program, "evaluate", str(place / "gold"), "--graph", str(place / "graph"), "--json"))
    decided = told["tables"].get("decisions", {})
    return Scored(told["mean_f1"], decided.get("precision"), decided.get("recall"))


def _run(program: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(program / "pipeline")}
    done = subprocess.run(
        [sys.executable, "-m", "civicgraph", *arguments], capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(f"civicgraph {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description="scores of each council, with what is known of it left out")
    parser.add_argument("--gold", type=Path, default=ROOT / "data/gold")
    parser.add_argument(
        "--documents", type=Path, nargs="+", default=[ROOT / "data/documents", ROOT / "data/gold/documents"]
    )
    given = parser.parse_args()
    means: dict[bool, list[float]] = defaultdict(list)
    print(f"{'council':44}{'documents':>10}{'left out':>9}{'mean F1':>9}{'decisions P':>13}{'R':>7}")
    for council in councils(given.gold, given.documents):
        with tempfile.TemporaryDirectory(prefix="civicgraph-without-") as folder:
            left_out = without(council.name, Path(folder))
            scored = score(council, Path(folder))
        means[council.seen].append(scored.mean)
        rates = f"{scored.precision:13.3f}{scored.recall:7.3f}" if scored.recall is not None else ""
        name = f"{council.name[:40]}{' *' if council.seen else ''}"
        print(f"{name:44}{len(council.documents):10}{left_out:9}{scored.mean:9.3f}{rates}", flush=True)
    for seen, title in ((True, "* read while the rules were written"), (False, "read by nobody who wrote rules")):
        if one := means[seen]:
            print(f"{title}: {len(one)} councils, mean {statistics.mean(one):.3f}, least {min(one):.3f}")


if __name__ == "__main__":
    main()
