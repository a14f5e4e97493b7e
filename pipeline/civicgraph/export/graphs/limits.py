"""What of a projection a user wants: of which council, body and days; and what to say where that is nothing."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Store

from civicgraph.errors import UsageError
from civicgraph.export.graphs.places import Places, same
from civicgraph.export.graphs.things import Things
from civicgraph.export.options import FLAGS, Options
from civicgraph.vocab import CIV, RDF, SKOS

NEAR = 5
"""Names that are offered where one is not known."""
LIMITS = ("council", "body", "since", "until", "floor")
"""Options that leave edges out."""


class Row(NamedTuple):
    """One statement that is an edge; "" for what it does not say."""

    source: str
    kind: str
    target: str
    date: str
    start: str
    end: str
    statement: str
    attributes: str


def wanted(store: Store, options: Options) -> Callable[[Row], bool]:
    """Whether a row is of the council, body and days that were asked for. What has no date is of no day.

    Raises `UsageError` for a day that is none, days turned round, and a name that nothing in the graph has.
    """
    for day in (options.since, options.until):
        if day and not _is_day(day):
            raise UsageError(f"'{day}' is no day; write one like 2018-04-16")
    if options.since > options.until > "":
        raise UsageError(f"--from {options.since} is after --to {options.until}; turn them round")
    things = Things(store)
    for asked, kind, what in ((options.council, CIV.Council, "council"), (options.body, CIV.Body, "body")):
        names = _names(store, things, kind) if asked else []
        if asked and not any(same(asked, name) for name in names):
            near = ", ".join(difflib.get_close_matches(asked, names, NEAR, 0)) or "none"
            raise UsageError(f"no {what} in the graph is called '{asked}'; the names nearest to it are {near}")
    places = Places(things)

    def is_wanted(row: Row) -> bool:
        first, last = row.start or row.date, row.end or row.date or ("9999" if row.start else "")
        if options.since and last < options.since or options.until and not "" < first <= options.until:
            return False
        of = row.statement or row.source
        if options.council and not any(same(options.council, name) for name in places.councils(of)):
            return False
        return not options.body or any(same(options.body, name) for name in places.bodies(of))

    return is_wanted


def nothing(preset: str, options: Options) -> UsageError | None:
    """What to say where no edge is left; None where nothing but the preset was asked for: the graph has none."""
    asked = [f"--{FLAGS.get(name, name)} {getattr(options, name)}" for name in options.asked() if name in LIMITS]
    if not asked:
        return None
    return UsageError(f"nothing of {preset} is left with {' '.join(asked)}; ask for less, or for another --preset")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _names(store: Store, things: Things, kind: str) -> list[str]:
    found = store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(kind), DefaultGraph())
    iris = [quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)]
    return sorted({name for iri in iris for one in (SKOS.prefLabel, SKOS.altLabel) for name in things.values(iri, one)})
