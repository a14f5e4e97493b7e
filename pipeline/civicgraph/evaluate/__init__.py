"""How right a graph is: its tables against what a person wrote down of the same documents.

Precision is the share of found rows that are right, recall the share of gold rows that were found, F1 their harmonic
mean; each gold row pairs with at most one found row. Who is who is measured by `identity`, where gold has a folder of
that name.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from civicgraph.evaluate.comparing import TABLES, agree
from civicgraph.evaluate.figures import Figures
from civicgraph.evaluate.gold import Gold, Row, read_gold
from civicgraph.evaluate.identity import Identity, score
from civicgraph.evaluate.things import FOLDER, Named, read_things
from civicgraph.export import tables as exported
from civicgraph.vocab import CIV

__all__ = ["TABLES", "Evaluation", "Figures", "Identity", "Matched", "evaluate", "match", "mean", "scores"]

Tables = Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]  # table → document → rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """One table of one document."""

    document: str
    table: str
    right: int
    missed: tuple[Row, ...]
    spurious: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    matched: tuple[Matched, ...]
    absent: tuple[str, ...]  # documents that have gold and are not in the graph; they count nowhere
    identity: tuple[Identity, ...] = ()  # none without gold of it

    def json(self) -> bytes:
        """Figures and rows, for programs."""
        figures = scores(self.matched)
        told = {
            "mean_f1": round(mean(figures), 4),
            "tables": {
                table: {
                    "precision": round(f.precision, 4),
                    "recall": round(f.recall, 4),
                    "f1": round(f.f1, 4),
                    "gold": f.gold,
                    "found": f.found,
                    "right": f.right,
                }
                for table, f in figures.items()
            },
            "identity": {one.kind: _told(one) for one in self.identity},
            "absent": self.absent,
            "rows": [
                {"document": m.document, "table": m.table, "right": m.right, "missed": m.missed, "spurious": m.spurious}
                for m in self.matched
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def evaluate(store: Store, folder: Path) -> Evaluation:
    """The graph against the gold of `folder`. Raises `UsageError`."""
    every = read_gold(folder)
    found = _tables(store)
    here = _documents(store)
    matched = [row for gold in every if gold.document in here for row in _match(gold, found)]
    absent = tuple(sorted(gold.document for gold in every if gold.document not in here))
    clusters = folder / FOLDER
    identity = score(read_things(clusters), named(store)) if clusters.is_dir() else ()
    return Evaluation(matched=tuple(matched), absent=absent, identity=identity)


def named(store: Store) -> Iterator[Named]:
    """Each name of the graph's documents with its IRI, as table `identities` has them."""
    columns, *rows = exported.rows(store, next(query for query in exported.queries() if query.stem == "identities"))
    for cells in rows:
        row = dict(zip(columns, cells, strict=True))
        yield Named(document=row["document"], kind=row["kind"], name=row["name"], thing=row["iri"])


def scores(matched: Iterable[Matched]) -> dict[str, Figures]:
    """The figures of each table over some documents; a table with nothing to find and nothing found has none."""
    counts = {table: [0, 0, 0] for table in TABLES}
    for one in matched:
        row = counts[one.table]
        row[0] += one.right + len(one.missed)
        row[1] += one.right + len(one.spurious)
        row[2] += one.right
    return {
        table: Figures(gold=gold, found=found, right=right)
        for table, (gold, found, right) in counts.items()
        if gold or found
    }


def mean(figures: Mapping[str, Figures]) -> float:
    """Macro-average of F1: every table counts alike."""
    return sum(f.f1 for f in figures.values()) / len(figures) if figures else 0.0


def match(
    table: str, gold: Sequence[Row], found: Sequence[Mapping[str, str]]
) -> tuple[int, list[Row], list[Mapping[str, str]]]:
    """How many gold rows were found, those that were not, and what was found beyond them.

    An optional row takes what agrees with it out of the count, and is neither found nor missed.
    """
    left = list(found)
    right, missed = 0, []
    for row in sorted(gold, key=lambda r: bool(r.get("optional"))):
        pair = next((one for one in left if agree(table, row, one)), None)
        if pair is not None:
            left.remove(pair)
        if not row.get("optional"):
            right += pair is not None
            missed += [row] if pair is None else []
    return right, missed, left


def _told(one: Identity) -> dict[str, object]:
    return {
        "mentions": one.mentions,
        "unseen": one.unseen,
        "pairwise": {"precision": one.pairs.precision, "recall": one.pairs.recall, "f1": one.pairs.f1},
        "b_cubed": {"precision": one.precision, "recall": one.recall, "f1": one.f1},
        "across_councils": one.across,
        "joined": [[dataclasses.asdict(name) for name in wrong.names] for wrong in one.joined],
        "parted": [[dataclasses.asdict(name) for name in wrong.names] for wrong in one.parted],
    }


def _match(gold: Gold, found: Tables) -> list[Matched]:
    out = []
    for table, rows in gold.tables.items():
        right, missed, spurious = match(table, rows, found[table].get(gold.document, ()))
        out.append(
            Matched(document=gold.document, table=table, right=right, missed=tuple(missed), spurious=tuple(spurious))
        )
    return out


def _documents(store: Store) -> frozenset[str]:
    """File names of the documents that the graph was built from."""
    named = store.quads_for_pattern(None, NamedNode(CIV.fileName), None)
    return frozenset(quad.object.value for quad in named if isinstance(quad.object, Literal))


def _tables(store: Store) -> Tables:
    out: dict[str, dict[str, list[dict[str, str]]]] = {table: {} for table in TABLES}
    for query in exported.queries():
        if query.stem not in out:
            continue
        columns, *rows = exported.rows(store, query)
        for cells in rows:
            row = dict(zip(columns, cells, strict=True))
            out[query.stem].setdefault(row["document"], []).append(row)
    return out
