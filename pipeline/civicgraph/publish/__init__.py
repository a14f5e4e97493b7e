"""A graph as a folder that a static host serves: files to take away, a catalogue that portals harvest, a page."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
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
    _not_ours(out)
    try:
        found = tuple(files.write(store, out, formats, said.base))
        about = About(settings=said, census=counted, files=found, formats=tuple(formats), on=day)
        files.clear(out, found)
        _describe(about, out)
        (out / ".nojekyll").touch()  # GitHub's pages leave out .well-known without it
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror or error}); give another --out") from error
    return about


def rehearsed(store: Store, config: Path, on: str = "") -> About:
    """What `publish` would write: made in a folder of its own, which is gone again. Raises `UsageError`."""
    with tempfile.TemporaryDirectory() as place:
        return publish(store, config, Path(place), on)


def _describe(about: About, out: Path) -> None:
    for name, content in BESIDE.items():
        if said := content(about):
            with whole(out / name) as file:
                file.write(said)


def _not_ours(out: Path) -> None:
    """Raises `UsageError` where a file would be replaced that no publication wrote."""
    if not (out / files.SUMS).exists():
        for name in BESIDE:
            if (out / name).exists():
                raise UsageError(
                    f"{out / name}: is there, and publish did not write it; give another --out, or move it"
                )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


BESIDE: dict[str, Callable[[About], bytes]] = {
    "catalog.ttl": lambda about: dcat.catalogue(about).turtle(),
    "catalog.jsonld": lambda about: dcat.catalogue(about).jsonld(),
    "data.json": lambda about: _json(records.data_json(about)),
    "void.ttl": lambda about: void.description(about).turtle(),
    ".well-known/void": lambda about: void.description(about).turtle(),
    "ro-crate-metadata.json": lambda about: _json(records.crate(about)),
    "uk-metadata.json": lambda about: (
        _json(records.uk_metadata(about)) if about.settings.text("uk", "organisation") else b""
    ),
    "CITATION.cff": lambda about: notes.citation(about).encode(),
    "LICENCE.md": lambda about: notes.licence(about).encode(),
    "PRIVACY.md": lambda about: notes.privacy(about).encode(),
    files.SUMS: lambda about: notes.sums(about).encode(),
    "README.md": lambda about: notes.readme(about).encode(),
    PAGE: lambda about: page.page(about).encode(),
}
"""What stands beside the files to take away; nothing is written where there is nothing to say."""
