"""What a publisher has to say and no graph knows: `civicgraph.toml`. What is missing is asked for, never invented."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from civicgraph.errors import UsageError

FILE = "civicgraph.toml"

Value = str | list[str]


@dataclass(frozen=True, slots=True)
class Field:
    section: str
    key: str
    example: str
    """As TOML writes it."""
    about: str
    fits: str = r".*\S.*"
    """What a text, or each of a list, must be."""
    needed: bool = True


WORDS = ("continuous", "daily", "weekly", "monthly", "quarterly", "annual", "irregular")
ADDRESS = r"https?://[^\s<>\"{}|\\^`]+"
FIELDS = (
    Field("site", "base", '"https://data.example.org/council-minutes/"', "Where the folder will be on the web. Ends "
          "with a slash; every address in the catalogue starts with it, so choose one that can stay.",
          r"https?://[^\s<>\"{}|\\^`?#]+/"),
    Field("dataset", "name", '"exampleshire-minutes"', "Short name for addresses and portals: a-z, 0-9, hyphens. It "
          "never changes.", r"[a-z0-9][a-z0-9_-]{1,99}"),
    Field("dataset", "title", '"Council minutes and decisions, 2013 to 2024"', "data.gov.uk wants at most 65 "
          "characters, without the publisher's name."),
    Field("dataset", "description", '"Who decided what, when, and what became of it, read from the published minutes."',
          "The first sentence is what a search shows: at most 140 characters."),
    Field("dataset", "licence", '"http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"',
          "The address of the licence, exactly as portals have it. The documents are the council's: it has to agree.",
          ADDRESS),
    Field("dataset", "frequency", '"monthly"', f"How often you mean to publish anew: {', '.join(WORDS)}.",
          "|".join(WORDS)),
    Field("dataset", "keywords", '["council minutes", "local government", "decisions"]', "Words to find it by.",
          needed=False),
    Field("publisher", "name", '"Exampleshire County Council"', "Who publishes this, and answers for it."),
    Field("publisher", "url", '"https://www.exampleshire.gov.uk/"', "The publisher's own site.", ADDRESS),
    Field("contact", "name", '"Democratic Services"', "Whom to ask, best a team and no person."),
    Field("contact", "email", '"democratic.services@exampleshire.gov.uk"', "Where to write to, also to have personal "
          "data taken away.", r"[\w.+-]+@[\w-]+(\.[\w-]+)+"),
    Field("uk", "organisation", '"exampleshire-county-council"', "Your name in the list of organisations of the UK "
          "cross-government metadata model. Without [uk] its record is not written.", r"[a-z0-9-]+", needed=False),
    Field("uk", "security_classification", '"OFFICIAL"', "OFFICIAL or NOT_APPLICABLE.", "OFFICIAL|NOT_APPLICABLE",
          needed=False),
    Field("ckan", "organisation", '"exampleshire-county-council"', "The organisation on your CKAN portal; for "
          "'publish --to ckan' only.", r"[a-z0-9_-]+", needed=False),
    Field("files", "formats", '["tables", "nquads", "turtle", "popolo"]', "Which formats of 'civicgraph export' to "
          "publish. Without this line: all.", needed=False),
)  # fmt: skip
LISTS = ("keywords", "formats")


@dataclass(frozen=True, slots=True)
class Settings:
    place: Path
    values: Mapping[tuple[str, str], Value]

    def text(self, section: str, key: str) -> str:
        """A value that is one text, "" where an optional one is not given."""
        value = self.values.get((section, key), "")
        return value if isinstance(value, str) else ""

    def list(self, key: str) -> Sequence[str]:
        return next((v for (_, name), v in self.values.items() if name == key and not isinstance(v, str)), ())

    @property
    def base(self) -> str:
        return self.text("site", "base")

    def need(self, section: str, key: str) -> str:
        """A value that only this command needs. Raises `UsageError` with the line to write."""
        if not self.text(section, key):
            raise UsageError(_asked(self.place, [one for one in FIELDS if (one.section, one.key) == (section, key)]))
        return self.text(section, key)


def read(place: Path) -> Settings:
    """The settings. Raises `UsageError` with what is missing or wrong, and the line to write."""
    try:
        said = tomllib.loads(place.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            f"{place}: no such file; run 'civicgraph publish --init --config {place}' and fill it in"
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{place}: cannot be read as TOML ({error}); mend that line") from error
    values = dict(_values(place, said))
    uk = [one for one in FIELDS if one.section == "uk"]
    whole_uk = any((one.section, one.key) in values for one in uk)
    wanted = [one for one in FIELDS if one.needed or (whole_uk and one in uk)]
    if missing := [one for one in wanted if (one.section, one.key) not in values]:
        raise UsageError(_asked(place, missing))
    return Settings(place, values)


def _values(place: Path, said: Mapping[str, object]) -> Iterator[tuple[tuple[str, str], Value]]:
    known = {(one.section, one.key): one for one in FIELDS}
    for section, inside in said.items():
        keys = [key for name, key in known if name == section]
        if not keys or not isinstance(inside, dict):
            sections = ", ".join(f"[{name}]" for name in dict.fromkeys(one.section for one in FIELDS))
            raise UsageError(f"{place}: there is no section [{section}]; there is {sections}")
        for key, value in inside.items():
            if key not in keys:
                raise UsageError(f"{place}: there is no '{key}' in [{section}]; there is {', '.join(keys)}")
            one = known[section, key]
            texts = value if key in LISTS and isinstance(value, list) else [value]
            if not all(isinstance(text, str) and re.fullmatch(one.fits, text, re.DOTALL) for text in texts) or (
                key in LISTS and not isinstance(value, list)
            ):
                raise UsageError(
                    f"{place}: '{key}' in [{section}] is {value!r}; write something like {key} = {one.example}"
                )
            yield (section, key), value


def _asked(place: Path, missing: Sequence[Field]) -> str:
    lines = "; ".join(f"{one.key} = {one.example} in [{one.section}]" for one in missing)
    return f"{place}: {'a value is' if len(missing) == 1 else f'{len(missing)} values are'} missing; write {lines}"


def init(place: Path) -> None:
    """Writes the file with every value explained and none given. Raises `UsageError` where there is one already."""
    parts = ["# What 'civicgraph publish' says of your graph and cannot know. Take the # away and write your own.\n"]
    for section in dict.fromkeys(one.section for one in FIELDS):
        parts.append(f"[{section}]")
        for one in FIELDS:
            if one.section == section:
                about = one.about if one.needed else f"{one.about} (May be left out.)"
                parts += textwrap.wrap(about, 100, initial_indent="# ", subsequent_indent="# ")
                parts.append(f"# {one.key} = {one.example}\n")
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write("\n".join(parts).rstrip() + "\n")
    except FileExistsError as error:
        raise UsageError(f"{place}: is there already; edit it, or name another with --config") from error
    except OSError as error:
        raise UsageError(f"{place}: cannot be written ({error.strerror}); name another with --config") from error
