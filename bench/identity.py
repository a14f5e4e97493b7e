"""Who is who against gold: all documents at once, in other orders, and with half of them added later.

python bench/identity.py [--documents FOLDER …] [--gold FOLDER] [--quiet]

`data/documents` is always read; the other documents of the gold are not ours to give out and come from --documents.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable
from pathlib import Path

from civicgraph import terminal
from civicgraph.evaluate import named
from civicgraph.evaluate.identity import Identity, score
from civicgraph.evaluate.things import KINDS, Named, Things, read_things
from civicgraph.link import link
from civicgraph.model import Findings, Register
from civicgraph.run import build
from civicgraph.run.cache import Cache
from civicgraph.store import open_store

ROOT = Path(__file__).resolve().parent.parent
SEEDS = range(5)


def main() -> None:
    parser = argparse.ArgumentParser(description="who is who, against gold clusters")
    parser.add_argument("--documents", type=Path, nargs="*", default=[])
    parser.add_argument("--gold", type=Path, default=ROOT / "data/gold/identity")
    parser.add_argument("--quiet", action="store_true", help="without the names that are wrong")
    given = parser.parse_args()
    things = read_things(given.gold)
    wanted = {one.document for one in things.mentions}
    folders = [ROOT / "data/documents", *given.documents]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.name in wanted)
    missing = sorted(wanted - {path.name for path in files})
    print(f"{len(files)} of the {len(wanted)} documents of gold")
    if missing:
        print(f"not here: {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="civicgraph-identity-") as place:
        out, later = Path(place) / "at-once", Path(place) / "later"
        build(files, out)
        every = findings(out)
        register = link(every)
        tables = frozenset(named(open_store(out)))
        found = names(every, register)
        kinds = {row.kind for row in found}
        scored = score(things, [*found, *(row for row in tables if row.kind not in kinds)])
        if not given.quiet:
            for one in scored:
                terminal.wrong(one)
        terminal.identities(scored)
        for seed in SEEDS:
            order = list(every)
            random.Random(seed).shuffle(order)
            print(f"in another order, seed {seed}: {compared(found, names(order, link(order)), things)}")
        build(random.Random(0).sample(files, len(files) // 2), later)
        build(files, later)
        print(f"half of them added later: {compared(tables, frozenset(named(open_store(later))), things)}")


def findings(out: Path) -> list[Findings]:
    cache = Cache(out)
    kept = (cache.get(path.stem) for path in sorted(cache.findings.glob("*.msgpack")))
    return [one for one in kept if one is not None]


def names(every: Iterable[Findings], register: Register) -> frozenset[Named]:
    file = {one.key: one.source.name for one in every}
    return frozenset(
        Named(document=file[key], kind=kind, name=name, thing=iri)
        for (key, kind, name), iri in register.links.items()
        if kind in KINDS
    )


def compared(one: frozenset[Named], other: frozenset[Named], things: Things) -> str:
    """That two runs say the same of who is who, else what the second scores."""
    if one == other:
        return "the same"
    return f"{len(one ^ other)} names differ; " + ", ".join(figure(identity) for identity in score(things, other))


def figure(one: Identity) -> str:
    return f"{one.kind} F1 {one.pairs.f1:.3f}, B³ {one.f1:.3f}"


if __name__ == "__main__":
    main()
