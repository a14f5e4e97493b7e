"""Councils by name, of today and dissolved, with the identifiers that the world has for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from civicgraph.values.gazetteer.rows import cell, existed, folded, rows

GEOGRAPHY = "http://statistics.data.gov.uk/id/statistical-geography/"  # of ONS codes: councils and wards
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Council:
    """A council or combined authority of the United Kingdom, of today or dissolved since 2015."""

    code: str  # mySociety's local-authority-code: "COV"
    name: str  # "Coventry City Council"
    place: str  # "Coventry"
    aliases: tuple[str, ...]  # lower case: "coventry council", "city of coventry", "coventry"
    gss: str  # "E08000026"
    kind: str  # "Metropolitan district"
    nation: str
    began: str  # ISO date, where it is known that it followed others; ""
    ended: str  # ISO date of dissolution, ""
    successors: tuple[str, ...]  # codes
    wikidata: str  # "Q16991860"
    website: str
    opendatacommunities: str  # URI
    democracy: str  # where its meetings are published: "https://lbbd.moderngov.co.uk"
    org_id: str  # "GB-LAE-COV" as org-id.guide writes it: a string, which has no IRI of its own
    govuk: str  # slug of its page of GOV.UK: "coventry"

    @property
    def same_as(self) -> tuple[str, ...]:
        """The world's identifiers as IRIs: ONS statistical geography, Wikidata, Open Data Communities, GOV.UK."""
        gss = f"{GEOGRAPHY}{self.gss}" if self.gss else ""
        wikidata = f"{WIKIDATA}{self.wikidata}" if self.wikidata else ""
        govuk = f"https://www.gov.uk/find-local-council/{self.govuk}" if self.govuk else ""
        return tuple(iri for iri in (gss, wikidata, self.opendatacommunities, govuk) if iri)

    def existed(self, on: str) -> bool:
        """Whether it was there on a day (ISO), or is there today where the day is not known."""
        return existed(self.began, self.ended, on)


@cache
def councils() -> tuple[Council, ...]:
    return tuple(
        Council(
            code=row["code"],
            name=row["name"],
            place=row["place"],
            aliases=cell(row["aliases"]),
            gss=row["gss"],
            kind=row["kind"],
            nation=row["nation"],
            began=row["began"],
            ended=row["ended"],
            successors=cell(row["successors"]),
            wikidata=row["wikidata"],
            website=row["website"],
            opendatacommunities=row["opendatacommunities"],
            democracy=row["democracy"],
            org_id=row["org_id"],
            govuk=row["govuk"],
        )
        for row in rows("councils.csv")
    )


# Without one of these words a name is a place: "Kent", "City of Coventry", "Coventry district".
_SAYS_COUNCIL = re.compile(
    r"\b(?:councils?|corporation|authority|borough of|lb|comhairle|cyngor|m?bc|dc|cc|ca|ua|ccc|rbc)\b", re.I
)
# Other ways to write the same council; what kind of council it is never changes ("Lichfield City Council" is a parish).
_REWORDED = (
    (re.compile(r"^the "), ""),
    (re.compile(r"^(?:the )?council of the city of (.+)$"), r"\1 city council"),
    (re.compile(r"^(?:council of )?(?:the )?city (?:and county )?of (.+?)(?: metropolitan)?(?: district)? council$"),
     r"\1 city council"),
    (re.compile(r"^lb (?:of )?(.+?)(?: council)?$"), r"london borough of \1"),
    (re.compile(r"^metropolitan borough of (.+?)(?: council)?$"), r"\1 metropolitan borough council"),
    (re.compile(r"^((?:london|royal) borough of .+) council$"), r"\1"),
    (re.compile(r"^(.+) (london|royal) borough(?: council)?$"), r"\2 borough of \1"),
    (re.compile(r"^(.+) metropolitan district council$"), r"\1 metropolitan borough council"),
    (re.compile(r"^(.+) (?:metropolitan|city) district council$"), r"\1 city council"),
    (re.compile(r"^county council of (.+)$"), r"\1 county council"),
    (re.compile(r"^borough (?:council )?of (.+?)(?: council)?$"), r"\1 borough council"),
)  # fmt: skip


@cache
def _council_names() -> dict[str, tuple[Council, ...]]:
    names: dict[str, tuple[Council, ...]] = {}
    for council in councils():
        for name in sorted({folded(council.name), *(folded(alias) for alias in council.aliases)}):
            names[name] = (*names.get(name, ()), council)
    return names


@cache
def councils_of_letters() -> dict[str, tuple[Council, ...]]:
    """Initials of at least three words of a name → the councils of that name: "SIC" → Shetland Islands Council."""
    letters: dict[str, tuple[Council, ...]] = {}
    for council in councils():
        short = "".join(re.findall(r"(?<![A-Za-z'])[A-Z]", council.name))
        if len(short) > 2:
            letters[short] = (*letters.get(short, ()), council)
    return letters


@cache
def _elsewhere() -> dict[str, str]:
    return {folded(row["name"]): row["country"] for row in rows("councils_elsewhere.csv")}


def nation_of(council: str, named: Iterable[str] = ()) -> str:
    """Where a council is: "England", "Wales", "Scotland", "Northern Ireland", "Ireland"; "" where that is not known.

    Of a parish, which no list has, or of papers that name no council of their own, it is the nation of the councils
    that they name beside, where all of those are of one.
    """
    if own := _listed_nation(council):
        return own
    others = {_listed_nation(name) for name in named} - {""}
    return others.pop() if len(others) == 1 else ""


def _listed_nation(council: str) -> str:
    known = council_of(council)
    return known.nation if known else _elsewhere().get(folded(council), "")


def council_of(name: str, *, bare: bool = False, on: str = "") -> Council | None:
    """The council of that name or alias, None where there is none or more than one.

    Two councils share a name where one followed the other: "Dorset" is the one that was there `on` the day (ISO).
    "Solihull Metropolitan Council", "City of Wolverhampton Council". A place alone ("Kent") is a council only when
    the caller knows that one is meant, and says so with `bare`.
    """
    for form in _forms(name):
        council = _one(_council_names().get(form, ()), on)
        if council is not None and (bare or _SAYS_COUNCIL.search(form) or form == folded(council.name)):
            return council
    return None


@lru_cache(maxsize=1 << 14)  # the same names come up in paper after paper
def _forms(name: str) -> tuple[str, ...]:
    """The name, folded, and other ways to write it, those of most weight first."""
    asked = folded(name)
    forms = [asked, *(form for pattern, to in _REWORDED if (form := pattern.sub(to, asked)) != asked)]
    if forms[1:] and asked.startswith("the "):
        forms += [form for pattern, to in _REWORDED if (form := pattern.sub(to, asked[4:])) != asked[4:]]
    return tuple(forms)


def _one(named: tuple[Council, ...], on: str) -> Council | None:
    fits = [council for council in named if council.existed(on)] if on and len(named) > 1 else named
    return fits[0] if len(fits) == 1 else None
