"""A page's data: as Turtle, JSON-LD and CSV, and which of them a browser or a program asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from pyoxigraph import QueryTriples, RdfFormat, Store, Triple, serialize

from civicgraph.answers import PREFIXES
from civicgraph.queries import bound, of_pages
from civicgraph.web.addresses import SUFFIXES
from civicgraph.web.pages.asking import Answer

MOST = 5_000
"""Statements that point to a thing, in one answer; a header of it leads to the next ones."""

_FORMATS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rdf(store: Store, iri: str, suffix: str, page: int = 0) -> tuple[bytes, bool]:
    """What is said of a thing and what points to it, with the words that it stands on; and whether there is more."""
    own = _triples(store, "data", iri) if not page else []
    pointing = _triples(store, "data-from", iri, page)
    found: dict[Triple, None] = dict.fromkeys((*own, *pointing))
    data = serialize(found, format=_FORMATS[suffix], prefixes=PREFIXES if suffix == "ttl" else None)
    return bytes(data or b""), len(pointing) >= MOST


def table(answer: Answer) -> bytes:
    """The rows of a list. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for _, value in row.items()] for row in answer)
    return out.getvalue().encode()


def wanted_form(accept: str) -> str:
    """ "html", "ttl", "jsonld" or "csv": what an Accept header likes best of them; a page where it says nothing.

    >>> wanted_form("text/turtle;q=0.9, application/ld+json")
    'jsonld'
    """
    forms = {"text/html": "html", "application/xhtml+xml": "html", **{kind: name for name, kind in SUFFIXES.items()}}
    best, most = "html", 0.0
    for kind, weight in _weighted(accept):
        form = forms.get(kind) or ("html" if kind in ("*/*", "text/*") else "")
        if form and weight > most:
            best, most = form, weight
    return best


def _weighted(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.split(","):
        kind, *rest = (piece.strip() for piece in part.split(";"))
        weight = next((piece[2:] for piece in rest if piece.startswith("q=")), "1")
        try:
            yield kind.lower(), float(weight)
        except ValueError:
            yield kind.lower(), 0.0


def _triples(store: Store, name: str, iri: str, page: int = 0) -> list[Triple]:
    text = bound(of_pages()[name], {"this": [iri]}).replace(
        "LIMIT 5000 # of a page", f"LIMIT {MOST} OFFSET {page * MOST}"
    )
    made = store.query(text)
    if not isinstance(made, QueryTriples):
        raise TypeError(f"{name}.rq: data is a CONSTRUCT")
    return list(made)


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) and not _number(value) else value


def _number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True
