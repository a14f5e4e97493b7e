"""A graph as a folder that a static host serves: files to take away, a catalogue that portals harvest, a page."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from pyoxigraph import Store

from civicgraph import export
from civicgraph.errors import UsageError
from civicgraph.export.whole import whole
from civicgraph.publish import census, ckan, dcat, files, notes, page, records, settings, void
from civicgraph.publish.about import PAGE, About, day_of
from civicgraph.publish.settings import FILE, init

__all__ = ["FILE", "About", "ckan", "init", "publish", "rehearsed"]


def publish(store: Store, config: Path, out: Path, on: str = "") -> About:
    """Writes the folder; `on` is the day of the publication, else that of the last meeting.

    The same graph, settings and day give the same bytes. Raises `UsageError` with what is missing in the settings, and
    where nothing can be written.
    """
    said = settings.read(config)
    formats = said.list("formats") or [one.name for one in export.FORMATS]
    for name in formats:
        export.known(name)
    counted = census.take(store)
    day = day_of(on, counted)
    try:
        found = tuple(files.write(store, out, formats, said.base))
        about = About(settings=said, census=counted, files=found, formats=tuple(formats), on=day)
        files.clear(out, found)
        _describe(about, out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error}); give another --out") from error
    return about


def rehearsed(store: Store, config: Path, on: str = "") -> About:
    """What `publish` would write: made in a folder of its own, which is gone again. Raises `UsageError`."""
    with tempfile.TemporaryDirectory() as place:
        return publish(store, config, Path(place), on)


def _describe(about: About, out: Path) -> None:
    catalogue, graph = dcat.catalogue(about), void.description(about).turtle()
    beside = {
        "catalog.ttl": catalogue.turtle(),
        "catalog.jsonld": catalogue.jsonld(),
        "data.json": _json(records.data_json(about)),
        "void.ttl": graph,
        ".well-known/void": graph,
        "ro-crate-metadata.json": _json(records.crate(about)),
        "CITATION.cff": notes.citation(about).encode(),
        "LICENCE.md": notes.licence(about).encode(),
        "PRIVACY.md": notes.privacy(about).encode(),
        files.SUMS: notes.sums(about).encode(),
        "README.md": notes.readme(about).encode(),
        ".nojekyll": b"",  # GitHub's pages leave out .well-known without it
        PAGE: page.page(about).encode(),
    }
    if about.settings.text("uk", "organisation"):
        beside["uk-metadata.json"] = _json(records.uk_metadata(about))
    for name, content in beside.items():
        with whole(out / name) as file:
            file.write(content)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
