"""Public bodies, health bodies and police forces of the lists, with their periods; names and acronyms to look for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from civicgraph.values.gazetteer.councils import WIKIDATA, councils
from civicgraph.values.gazetteer.rows import bare, cell, existed, folded, rows

Register = Literal["government", "nhs", "police"]


class Organisation(NamedTuple):
    """One name of a public body; the body has a row for each."""

    name: str
    main: str  # the first name of the body
    acronym: str  # "" where none; several bodies share one (EA, IFA): never link on an acronym alone
    kind: Register
    iri: str  # GOV.UK page, NHS ODS or police.uk URI
    nation: str  # the one that it serves where that is Northern Ireland, Scotland or Wales; "" of all others
    began: str  # ISO date, or year, "" unknown
    ended: str
    wikidata: str

    @property
    def same_as(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.iri, f"{WIKIDATA}{self.wikidata}" if self.wikidata else "")))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Public bodies; a row for each name, so that the other names of a body follow it with the same `iri`."""
    kinds: dict[str, Register] = {"government": "government", "nhs": "nhs"}
    return tuple(
        Organisation(
            name=name,
            main=row["name"],
            acronym=row["acronym"],
            kind=kinds.get(row["kind"], "police"),
            iri=row["iri"],
            nation=row["nation"],
            began=row["began"],
            ended=row["ended"],
            wikidata=row["wikidata"],
        )
        for row in rows("organisations.csv")
        for name in dict.fromkeys((row["name"], *cell(row["aliases"]), row["name"].removesuffix(" (Northern Ireland)")))
    )


_NATION_WORD = re.compile(r"\b(?:northern ireland|n\.?i\.?|scot(?:land|tish)|wales|welsh|cymru)\b", re.I)


def organisation_of(name: str, *, on: str = "", nation: str = "") -> Organisation | None:
    """The listed body of that name that was there `on` the day, None where there is none or more than one.

    A body of Northern Ireland, Scotland or Wales is meant by a name that does not say so only where the council that
    prints it is of that `nation`: "Department of Education". Names that are everyday words too ("Planning Service")
    name none, nor does anything in papers of a council outside the United Kingdom.
    """
    if nation == "Ireland" or is_everyday(name):
        return None
    named = _by_key().get(organisation_key(name), ()) or _by_loose_key().get(_loose(name), ())
    fits = {
        one.iri: one
        for one in reversed(named)
        if existed(one.began, one.ended, on) and (not one.nation or one.nation == nation or _NATION_WORD.search(name))
    }
    return next(iter(fits.values())) if len(fits) == 1 else None


def organisation_key(name: str) -> str:
    """ "The Department for Levelling-Up's" and "department for levelling up" are one name."""
    text = folded(name.replace("'s", "").replace("\u2019s", "")).removeprefix("the ")
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", text).split())


@cache
def _by_key() -> dict[str, tuple[Organisation, ...]]:
    return _grouped(organisation_key)


@cache
def _by_loose_key() -> dict[str, tuple[Organisation, ...]]:
    return {key: named for key, named in _grouped(_loose).items() if key}


def _grouped(key: Callable[[str], str]) -> dict[str, tuple[Organisation, ...]]:
    named: dict[str, list[Organisation]] = defaultdict(list)
    for one in organisations():
        named[key(one.name)].append(one)
    return {key: tuple(found) for key, found in named.items()}


# Trusts and boards are often named without "NHS" and "Foundation". Only where another word says that care of the sick
# is meant: "Sheffield Children's Trust" may be the city's own.
_CARE = re.compile(r"\b(?:hospitals?|health|healthcare|ambulance|infirmary|care board|partnership)\b")
_NHS_WORDS = re.compile(r"\b(?:nhs|foundation)\b")


def _loose(name: str) -> str:
    """ "Moor Partnership Trust" and "Moor Partnership NHS Foundation Trust" are one; "" of what is no health body."""
    key = organisation_key(name)
    if not key.endswith((" trust", " integrated care board")) or not _CARE.search(key):
        return ""
    return " ".join(_NHS_WORDS.sub(" ", key).split())


@cache
def _everyday() -> frozenset[str]:
    return frozenset(bare(row["name"]) for row in rows("everyday_names.csv"))


def is_everyday(name: str) -> bool:
    """Whether a name of a public body is one of everyday words too: "Planning Service"."""
    return bare(name) in _everyday()


@cache
def known_names() -> tuple[str, ...]:
    """Names by which a text may be searched for organisations: councils, public bodies, and others of national reach.

    Acronyms only where they mean one thing all over Britain and Ireland ("HMRC"). Left out: names that are everyday
    words too ("Planning Service"), inverted ones ("Health, Department of") and single lower-case words.
    """
    names = {council.name for council in councils()} | {one.name for one in organisations()}
    names |= {f"{council.place} Council" for council in councils()}
    names = {name for name in names if len(name) > 5 and (" " in name or not name[1:].islower() or name.istitle())}
    for row in rows("known_organisations.csv"):
        names |= {row["name"], *cell(row["alone"]), *cell(row["aliases"])}
    inverted = re.compile(r",? The$|, .*\b(?:of|for|HM)$")
    return tuple(sorted(n for n in names if not is_everyday(n) and not n[0].isdigit() and not inverted.search(n)))


@cache
def known_acronyms() -> dict[str, str]:
    """Acronym that means one thing all over Britain and Ireland → name in full: "HMRC" → "HM Revenue and Customs".

    One of two bodies ("HSE", in Ireland and in Britain) is looked for, and means neither by itself.
    """
    meant: dict[str, set[str]] = defaultdict(set)
    for row in rows("known_organisations.csv"):
        for short in cell(row["alone"]):
            meant[short].add(row["name"])
    return {short: min(names) for short, names in meant.items() if len(names) == 1}


@cache
def glossary_acronyms() -> frozenset[str]:
    """Acronyms of what every council has, its bodies, posts and papers: "HOSC", "LADO", "MTFS". No organisation's."""
    forms = (form for row in rows("localgov_glossary.csv") for form in cell(row["alt_labels"]))
    return frozenset(form for form in forms if form.isupper() and form.isalpha())
