"""Gold of identity: what each name of each document means, as a person wrote it down.

    kind,thing,document,name
    person,barset/harding-e,minutes.pdf,Councillor E Harding

One CSV file a council. Rows with one thing mean one thing of the world. `open.csv` has the pairs of things of which the
texts do not say whether they are one, `successions.csv` what came after what under another name (two things; no figure
counts it).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from civicgraph.errors import UsageError

FOLDER = "identity"
KINDS = ("person", "body", "post", "programme", "organisation", "report")
MENTIONS = ("kind", "thing", "document", "name")
OPEN, SUCCESSIONS = ("kind", "one", "other", "why"), ("kind", "older", "newer", "why")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Named:
    """A name as a document prints it, and what it means: a thing of gold, "kent/baker-n", or the IRI of an entity."""

    document: str
    kind: str
    name: str
    thing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Gold: the things that names mean, and the pairs of things that may be one (`open`)."""

    mentions: tuple[Named, ...]
    open: frozenset[frozenset[str]] = frozenset()  # of "kind thing"


def read_things(folder: Path) -> Things:
    """`<council>.csv`, `open.csv` and `successions.csv` of a folder. Raises `UsageError`: which file, which line."""
    named: list[Named] = []
    for place in sorted(folder.glob("*.csv")):
        if place.stem not in ("open", "successions"):
            for kind, thing, document, name in _rows(place, MENTIONS):
                named.append(Named(kind=kind, thing=thing, document=document, name=name))
    if not named:
        raise UsageError(f"{folder}: no gold of identity here; give CSV files with the columns {', '.join(MENTIONS)}")
    known = {(one.kind, one.thing) for one in named}
    told: dict[str, set[frozenset[str]]] = {"open": set(), "successions": set()}
    for stem, columns in (("open", OPEN), ("successions", SUCCESSIONS)):
        place = folder / f"{stem}.csv"
        for kind, *pair, _ in _rows(place, columns) if place.exists() else ():
            for thing in pair:
                if (kind, thing) not in known:
                    raise UsageError(f"{place}: {thing}: no {kind} of that name has a row; write it as the rows do")
            told[stem].add(frozenset(f"{kind} {thing}" for thing in pair))
    return Things(mentions=tuple(named), open=frozenset(told["open"]))


def _rows(place: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    try:
        with place.open(encoding="utf-8", newline="") as file:
            read = csv.reader(file, strict=True)
            if tuple(next(read, ())) != columns:
                raise UsageError(f"{place}, line 1: the columns {', '.join(columns)} are wanted, in this order")
            for row in read:
                if len(row) != len(columns) or not all(row) or row[0] not in KINDS:
                    wanted = f"{', '.join(columns)} are wanted, kind one of {', '.join(KINDS)}"
                    raise UsageError(f"{place}, line {read.line_num}: {wanted}")
                yield tuple(row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{place}: cannot be read ({error})") from error
