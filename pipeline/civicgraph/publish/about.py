"""What every record of a publication says, gathered once: settings, census, files, and the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from civicgraph.errors import UsageError
from civicgraph.publish.census import Census
from civicgraph.publish.files import API_START, BY_ITSELF, File
from civicgraph.publish.settings import Settings

PAGE = "index.html"
NAMED = 5
"""Councils that a sentence names; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    eu: str
    """Name in the EU's list of frequencies."""
    iso: str
    """As data.json has it."""
    uk: str
    """Name in the Dublin Core collection frequencies."""


FREQUENCIES = {
    "continuous": Frequency(eu="CONT", iso="R/PT1S", uk="continuous"),
    "daily": Frequency(eu="DAILY", iso="R/P1D", uk="daily"),
    "weekly": Frequency(eu="WEEKLY", iso="R/P1W", uk="weekly"),
    "monthly": Frequency(eu="MONTHLY", iso="R/P1M", uk="monthly"),
    "quarterly": Frequency(eu="QUARTERLY", iso="R/P3M", uk="quarterly"),
    "annual": Frequency(eu="ANNUAL", iso="R/P1Y", uk="annual"),
    "irregular": Frequency(eu="IRREG", iso="irregular", uk="irregular"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    name: str
    spdx: str
    ckan: str


LICENCES = {
    "nationalarchives.gov.uk/doc/open-government-licence/version/3": Licence(
        name="Open Government Licence v3.0", spdx="OGL-UK-3.0", ckan="uk-ogl"
    ),
    "creativecommons.org/licenses/by/4.0": Licence(
        name="Creative Commons Attribution 4.0", spdx="CC-BY-4.0", ckan="cc-by"
    ),
    "creativecommons.org/publicdomain/zero/1.0": Licence(
        name="Creative Commons Zero 1.0", spdx="CC0-1.0", ckan="cc-zero"
    ),
    "opendatacommons.org/licenses/odbl/1-0": Licence(
        name="Open Database License 1.0", spdx="ODbL-1.0", ckan="odc-odbl"
    ),
}
"""Licences that other lists have a name for, by their address without what varies at both ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    settings: Settings
    census: Census
    files: Sequence[File]
    formats: Sequence[str]
    on: str
    """ISO day of this publication: the command's, else that of the last meeting."""

    def text(self, key: str) -> str:
        return self.settings.text("dataset", key)

    @property
    def base(self) -> str:
        return self.settings.base

    @property
    def dataset(self) -> str:
        """IRI of the dataset, which is its identifier everywhere."""
        return f"{self.base}#dataset"

    @property
    def api(self) -> str:
        """Where the API of OParl begins, "" where it is not published."""
        return self.base + API_START if BY_ITSELF in self.formats else ""

    @property
    def frequency(self) -> Frequency:
        return FREQUENCIES[self.text("frequency")]

    @property
    def licence(self) -> Licence | None:
        plain = self.text("licence").partition("://")[2].removeprefix("www.").rstrip("/")
        return LICENCES.get(plain)

    @property
    def publisher(self) -> Mapping[str, str]:
        return {key: self.settings.text("publisher", key) for key in ("name", "url")}

    @property
    def contact(self) -> Mapping[str, str]:
        return {key: self.settings.text("contact", key) for key in ("name", "email")}

    @property
    def keywords(self) -> Sequence[str]:
        return self.settings.list("keywords")

    def url(self, file: File) -> str:
        return self.base + file.place

    @property
    def places(self) -> Sequence[str]:
        return [council.name for council in self.census.councils]

    @property
    def councils(self) -> str:
        """Whose papers these are, in a sentence: names, or how many they are."""
        if len(self.places) > NAMED:
            return f"{len(self.places):,} councils"
        return " and ".join(filter(None, (", ".join(self.places[:-1]), *self.places[-1:])))


def day_of(on: str, census: Census) -> str:
    """The day of a publication. Raises `UsageError` when neither command nor documents have one."""
    if on or census.last:
        return on or census.last
    raise UsageError("no document of the graph has a day; say when this is published: --on 2026-01-31")
