"""The queries behind what a page looks up thing by thing: what stands first on it, what its picture joins, what the
search has. Each gives what the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from civicgraph.queries import of_search
from civicgraph.vocab import NAMESPACES, RDF, short
from civicgraph.web.pages.asking import Answer, of_rows, plain
from civicgraph.web.pages.page import Wanted, Ways
from civicgraph.web.pages.picture import FOLDED, IN, OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    title: str
    text: str


def headed(wanted: Wanted, iri: str) -> Query:
    """What was looked up of the thing itself."""
    text = _headed(tuple(wanted.looked.items())).replace("$this", str(NamedNode(iri)))
    return Query(title="What stands first on this page", text=text)


def head_of(wanted: Wanted, iri: str) -> Answer:
    """The same as a list, a row for each."""
    found = dict.fromkeys(
        (name, value) for name, ways in wanted.looked.items() for way in ways for value in wanted.facts.along(iri, *way)
    )
    return of_rows("head", ("what", "value"), found)


@cache
def _headed(looked: tuple[tuple[str, Ways], ...]) -> str:
    parts = (f'{{ $this {_alternatives(ways)} ?value . BIND ("{name}" AS ?what) }}' for name, ways in looked)
    return _prefixed("SELECT DISTINCT ?what ?value\nWHERE {\n  " + "\n  UNION ".join(parts) + "\n}")


def joined(iri: str) -> Query:
    """The neighbours of a thing and why; the picture leaves away kinds that are no box of their own."""
    return Query(title="What it is joined to", text=_joined().replace("$this", str(NamedNode(iri))))


@cache
def _joined() -> str:
    folded = (f'({short(near)} {short(kind)} {short(far)} "{label}")' for near, far, kind, label in FOLDED)
    return _prefixed(f"""SELECT DISTINCT ?why ?other
WHERE {{
  {{ VALUES (?near ?kind ?far ?why) {{{_lines(folded)} }}
    ?between ?near $this ; {short(RDF.type)} ?kind ; ?far ?other . FILTER (?other != $this) }}
  UNION {{ VALUES (?property ?why) {{{_lines(_labelled(OUT))} }}
    $this ?property ?other }}
  UNION {{ VALUES (?property ?why) {{{_lines(_labelled(IN))} }}
    ?other ?property $this }}
}}""")


def searched(*names: str) -> Iterator[Query]:
    """What the search is made of at each build: these queries of `queries/search`."""
    for name in names:
        yield Query(title=of_search()[name].title, text=plain(of_search()[name].text))


def _alternatives(ways: Ways) -> str:
    return "|".join("/".join(map(short, way)) for way in ways)


def _labelled(labels: Mapping[str, str]) -> Iterator[str]:
    yield from (f'({short(predicate)} "{label}")' for predicate, label in labels.items())


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"\n      {row}" for row in rows)


def _prefixed(text: str) -> str:
    """With the prefixes that it uses."""
    used = (f"PREFIX {prefix}: <{space}>" for prefix, space in NAMESPACES.items() if f"{prefix}:" in text)
    return "\n".join((*used, "", text))
