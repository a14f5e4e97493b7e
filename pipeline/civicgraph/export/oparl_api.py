"""The graph as a static API of OParl 1.1: a folder in which every object and every page of a list is a file.

A client begins at system.json and follows addresses from there. Without an address of the host, objects keep their
IRIs, and the host of those may lead to the files; with one, they have the addresses at which the files are. What OParl
asks of a server that computes is left away: lists cannot be cut by day of change.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from civicgraph.export.oparl import TOP, Json, made, named, schema, viewed
from civicgraph.export.whole import whole
from civicgraph.ids import BASE

PAGE = 100
"""Objects on a page of a list, as OParl recommends."""

ELSEWHERE = ("accessUrl", "equivalent", "oparlVersion")
"""Properties whose address is not that of an object here."""

LISTS = ("Organization", "Person", "Meeting", "Paper")
"""What a council has a list of; the property is the type in lower case."""


def write(store: Store, path: Path) -> tuple[Path, ...]:
    """The folder, objects under their IRIs; gives its files, that to begin at first. Raises `UsageError`, `OSError`."""
    return tuple(dict.fromkeys((path / "system.json", *written(store, path, ""))))


def written(store: Store, path: Path, address: str) -> Iterator[Path]:
    """Writes the folder to be read at `address` ("" keeps IRIs), one file at a time; gives each as it is written.

    A document of two meetings stands in both, and its file is written twice. Raises `UsageError`, `OSError`.
    """
    with viewed(store) as view:
        systems, councils = named(view, "System"), named(view, "Body")
        base = councils[0].rpartition("/")[0] + "/" if councils else BASE
        site = _Site(path, address, base, systems[0] if systems else "")
        for name in TOP:
            for iri in named(view, name):
                for one in _with_inner(made(view, iri, name)):
                    yield site.save(str(one["id"]), site.led(one))
        for system in systems:
            yield from site.pages(view, f"{system}/body", "Body", councils)
        for name in LISTS:
            things = named(view, name)
            for council in councils:
                below = things[
                    bisect_left(things, f"{council}/") : bisect_left(things, f"{council}0")
                ]  # "0" follows "/"
                yield from site.pages(view, f"{council}/oparl/{name.lower()}", name, below)


def _with_inner(one: dict[str, Json]) -> Iterator[dict[str, Json]]:
    """The object, and each that stands inside it: those have addresses of their own too."""
    yield one
    for value in one.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _with_inner(inner)


@dataclass(frozen=True, slots=True)
class _Site:
    path: Path
    address: str
    base: str
    """What the IRIs of councils start with."""
    system: str

    def place(self, iri: str) -> str:
        """The file of an object or a page, below the folder: town/meeting/board/2024-03-07.json."""
        if iri == self.system:
            return "system.json"
        inside = iri.removeprefix(BASE if iri.startswith(f"{self.system}/") else self.base)
        return f"{inside.partition('://')[2] or inside}.json"

    def url(self, iri: str) -> str:
        return f"{self.address}{self.place(iri)}" if self.address else iri

    def save(self, iri: str, value: Json) -> Path:
        to = self.path / self.place(iri)
        with whole(to) as file:
            file.write((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())
        return to

    def led(self, value: Json, form: str = "") -> Json:
        """The value with the addresses that the files have."""
        if isinstance(value, dict):
            forms = schema().types.get(str(value.get("type")).removeprefix(schema().space), {})
            said = {key: "url" if key == "id" else forms.get(key, "") for key in value if key not in ELSEWHERE}
            return {key: self.led(one, said.get(key, "")) for key, one in value.items()}
        if isinstance(value, list):
            return [self.led(one, form) for one in value]
        leads = form.endswith("url") or form.startswith("page of ")
        return self.url(value) if leads and isinstance(value, str) else value

    def pages(self, view: Store, iri: str, name: str, things: Sequence[str]) -> Iterator[Path]:
        """A list of objects as files of `PAGE` each; an empty list has one page."""
        last = max(1, -(-len(things) // PAGE))
        pages = [iri, *(f"{iri}/{number}" for number in range(2, last + 1))]
        for number, page in enumerate(pages, start=1):
            some = things[(number - 1) * PAGE : number * PAGE]
            links = {"first": pages[0], "self": page, "last": pages[-1]}
            if number > 1:
                links["prev"] = pages[number - 2]
            if number < last:
                links["next"] = pages[number]
            whole_page: dict[str, Json] = {
                "data": [self.led(made(view, one, name)) for one in some],
                "pagination": {
                    "totalElements": len(things),
                    "elementsPerPage": PAGE,
                    "currentPage": number,
                    "totalPages": last,
                },
                "links": {key: self.url(one) for key, one in sorted(links.items())},
            }
            yield self.save(page, whole_page)
