"""Reference data in memory: words of names, councils, public bodies, Acts. Loaded once, on first use."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from civicgraph import resources
from civicgraph.values.text import plain

TitleKind = Literal["title", "doubtful", "office"]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources.folder("data/reference") / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def bare(text: str) -> str:
    """Case, accents, spaces, hyphens and apostrophes removed: "N\u00ed Fhlatharta" gives "nifhlatharta"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() and not unicodedata.combining(letter))


# -- words of names --------------------------------------------------------------------------------------------------


@cache
def given_names() -> frozenset[str]:
    """`bare` given names of people who live in Britain and Ireland."""
    return frozenset(bare(row["name"]) for row in _rows("given_names.csv"))


@cache
def _genders() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for row in _rows("given_names.csv"):
        found.setdefault(bare(row["name"]), set()).update(row["gender"].split("/"))
    return {name: min(genders) for name, genders in found.items() if len(genders) == 1}


def gender_of(given: str) -> str:
    """ "f" or "m" of a given name that the lists have for one gender only; "" of others ("Chris", "Kim")."""
    return _genders().get(bare(given), "")


@cache
def surnames() -> frozenset[str]:
    return frozenset(bare(row["name"]) for row in _rows("surnames.csv"))


class Honorific(NamedTuple):
    kind: str  # "title", "doubtful", "office", "postnominal"
    form: str
    alternatives: tuple[str, ...]
    plural: tuple[str, ...]  # forms that head a list
    who: str  # "elected", "civil", "police", …; "" of letters after a name


@cache
def honorifics() -> tuple[Honorific, ...]:
    return tuple(
        Honorific(row["kind"], row["form"], _cell(row["alternatives"]), _cell(row["plural"]), row["who"])
        for row in _rows("honorifics.csv")
    )


@cache
def titles() -> dict[str, tuple[str, TitleKind, bool]]:
    """What stands before a name, without full stops and in lower case → (form, kind, whether it heads a list).

    >>> titles()["cllrs"]
    ('Councillor', 'title', True)
    """
    found: dict[str, tuple[str, TitleKind, bool]] = {}
    kinds: dict[str, TitleKind] = {"title": "title", "doubtful": "doubtful", "office": "office"}
    for row in honorifics():
        kind = kinds.get(row.kind)
        if kind is None:
            continue
        for form in (row.form, *row.alternatives):
            found[form.lower().replace(".", "")] = (row.form, kind, False)
        for form in row.plural:
            found[form.lower()] = (row.form, kind, True)
    return found


@cache
def postnominals() -> frozenset[str]:
    """Letters after a name, as printed without full stops: "OBE", "BSc"."""
    return frozenset(row.form for row in honorifics() if row.kind == "postnominal")


@cache
def not_names() -> dict[str, tuple[str, bool]]:
    """Words that are no part of a name when they stand capitalised beside one → (kind, whether also a surname)."""
    return {row["word"]: (row["kind"], row["also_surname"] == "1") for row in _rows("not_names.csv")}


# -- councils --------------------------------------------------------------------------------------------------------


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
    ended: str  # ISO date of dissolution, ""
    successors: tuple[str, ...]  # codes
    wikidata: str  # "Q16991860"
    website: str
    opendatacommunities: str  # URI
    democracy: str  # where its meetings are published: "https://lbbd.moderngov.co.uk"

    @property
    def same_as(self) -> tuple[str, ...]:
        """The world's identifiers as IRIs: ONS statistical geography, Wikidata, Open Data Communities."""
        gss = f"http://statistics.data.gov.uk/id/statistical-geography/{self.gss}" if self.gss else ""
        wikidata = f"http://www.wikidata.org/entity/{self.wikidata}" if self.wikidata else ""
        return tuple(iri for iri in (gss, wikidata, self.opendatacommunities) if iri)


@cache
def councils() -> tuple[Council, ...]:
    return tuple(
        Council(
            code=row["code"],
            name=row["name"],
            place=row["place"],
            aliases=_cell(row["aliases"]),
            gss=row["gss"],
            kind=row["kind"],
            nation=row["nation"],
            ended=row["ended"],
            successors=_cell(row["successors"]),
            wikidata=row["wikidata"],
            website=row["website"],
            opendatacommunities=row["opendatacommunities"],
            democracy=row["democracy"],
        )
        for row in _rows("councils.csv")
    )


def _cell(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


# Without one of these words a name is a place: "Kent", "City of Coventry", "Coventry district".
_SAYS_COUNCIL = re.compile(
    r"\b(?:councils?|corporation|authority|borough of|comhairle|cyngor|m?bc|dc|cc|ca|ua|ccc|rbc)\b", re.I
)
# Other ways to write the same council; what kind of council it is never changes ("Lichfield City Council" is a parish).
_REWORDED = (
    (re.compile(r"^the "), ""),
    (re.compile(r"^(?:the )?council of the city of (.+)$"), r"\1 city council"),
    (re.compile(r"^(?:council of )?(?:the )?city (?:and county )?of (.+?)(?: metropolitan)?(?: district)? council$"),
     r"\1 city council"),
    (re.compile(r"^metropolitan borough of (.+?)(?: council)?$"), r"\1 metropolitan borough council"),
    (re.compile(r"^((?:london|royal) borough of .+) council$"), r"\1"),
    (re.compile(r"^(.+) (london|royal) borough(?: council)?$"), r"\2 borough of \1"),
    (re.compile(r"^(.+) metropolitan district council$"), r"\1 metropolitan borough council"),
    (re.compile(r"^(.+) (?:metropolitan|city) district council$"), r"\1 city council"),
    (re.compile(r"^county council of (.+)$"), r"\1 county council"),
    (re.compile(r"^borough (?:council )?of (.+?)(?: council)?$"), r"\1 borough council"),
)  # fmt: skip


@cache
def _council_names() -> dict[str, Council | None]:
    names: dict[str, Council | None] = {}
    for council in councils():
        for name in {_folded(council.name), *(_folded(alias) for alias in council.aliases)}:
            names[name] = None if name in names else council  # two councils of one name: neither
    return names


def _folded(name: str) -> str:
    return plain(name).casefold().replace(" & ", " and ").replace("'", "").replace("-", " ")


def council_of(name: str, *, bare: bool = False) -> Council | None:
    """The council of that name or alias, None where there is none or more than one.

    "Solihull Metropolitan Council", "City of Wolverhampton Council". A place alone ("Kent") is a council only when
    the caller knows that one is meant, and says so with `bare`.
    """
    asked = _folded(name)
    forms = [asked, *(form for pattern, to in _REWORDED if (form := pattern.sub(to, asked)) != asked)]
    if forms[1:] and asked.startswith("the "):
        forms += [form for pattern, to in _REWORDED if (form := pattern.sub(to, asked[4:])) != asked[4:]]
    for form in forms:
        council = _council_names().get(form)
        if council is not None and (bare or _SAYS_COUNCIL.search(form) or form == _folded(council.name)):
            return council
    return None


# -- organisations ---------------------------------------------------------------------------------------------------


class Organisation(NamedTuple):
    name: str
    acronym: str  # "" where none; several bodies share one (EA, IFA): never link on an acronym alone
    kind: Literal["government", "nhs", "police"]
    iri: str  # GOV.UK page, NHS ODS or police.uk URI


@cache
def organisations() -> tuple[Organisation, ...]:
    """Public bodies; a row for each name, so that the other names of a body follow it with the same `iri`."""
    kinds: dict[str, Literal["government", "nhs", "police"]] = {"government": "government", "nhs": "nhs"}
    found: list[Organisation] = []
    for row in _rows("organisations.csv"):
        for name in dict.fromkeys((row["name"], *_cell(row["aliases"]))):
            found.append(Organisation(name, row["acronym"], kinds.get(row["kind"], "police"), row["iri"]))
    return tuple(found)


@cache
def known_names() -> tuple[str, ...]:
    """Names by which a text may be searched for organisations: councils, public bodies, and others of national reach.

    Acronyms only where they mean one thing all over Britain and Ireland ("HMRC"). Left out: names that are everyday
    words too ("Planning Service"), inverted ones ("Health, Department of") and single lower-case words.
    """
    everyday = {bare(row["name"]) for row in _rows("everyday_names.csv")}
    names = {council.name for council in councils()} | {one.name for one in organisations()}
    names = {name for name in names if len(name) > 5 and (" " in name or not name[1:].islower() or name.istitle())}
    for row in _rows("known_organisations.csv"):
        names |= {row["name"], *_cell(row["alone"]), *_cell(row["aliases"])}
    inverted = re.compile(r",? The$|, .*\b(?:of|for|HM)$")
    return tuple(sorted(n for n in names if bare(n) not in everyday and not n[0].isdigit() and not inverted.search(n)))


@cache
def known_acronyms() -> dict[str, str]:
    """Acronym that means one thing all over Britain and Ireland → name in full: "HMRC" → "HM Revenue and Customs"."""
    return {short: row["name"] for row in _rows("known_organisations.csv") for short in _cell(row["alone"])}


@cache
def glossary_acronyms() -> frozenset[str]:
    """Acronyms of what every council has, its bodies, posts and papers: "HOSC", "LADO", "MTFS". No organisation's."""
    forms = (form for row in _rows("localgov_glossary.csv") for form in _cell(row["alt_labels"]))
    return frozenset(form for form in forms if form.isupper() and form.isalpha())


# -- Acts ------------------------------------------------------------------------------------------------------------


class Act(NamedTuple):
    title: str
    uri: str  # legislation.gov.uk id URI
    exact: bool = True  # False: the text has another title, "Equalities Act 2010"


@cache
def acts() -> dict[str, tuple[str, str]]:
    """Short title, folded and in lower case → (title, legislation.gov.uk id URI); public general Acts from 1963."""
    rows = [*_rows("acts.csv"), *_rows("acts_supplement.csv")]
    return {_act_folded(row["title"]): (row["title"], row["uri"]) for row in reversed(rows)}


def _act_folded(title: str) -> str:
    return re.sub(r"[,.()\[\]]", "", _folded(title).removeprefix("the ")).replace(" and ", " ")


@cache
def _acts_of_year() -> dict[str, tuple[str, ...]]:
    years: dict[str, list[str]] = {}
    for title in acts():
        years.setdefault(title[-4:], []).append(title)
    return {year: tuple(titles) for year, titles in years.items()}


def act_of(text: str) -> Act | None:
    """The Act whose short title the text is, its year included; near titles of that year too, marked not `exact`.

    "Equalities Act 2010" gives the Equality Act 2010, `exact=False`. None where no Act, or more than one, is near.
    """
    asked = _act_folded(re.sub(r"\bact,? (?:of )?(?=\d{4}$)", "Act ", plain(text), flags=re.I))
    if asked in acts():
        return Act(*acts()[asked])
    near = [title for title in _acts_of_year().get(asked[-4:], ()) if _stems(title) == _stems(asked)]
    if len(near) != 1:
        return None
    return Act(*acts()[near[0]], exact=False)


@cache
def _acts_by_title() -> dict[str, tuple[Act, ...]]:
    titles: dict[str, list[Act]] = {}
    for folded, found in acts().items():
        titles.setdefault(folded[:-5], []).append(Act(*found))
    return {title: tuple(found) for title, found in titles.items()}


def act_without_year(text: str) -> tuple[Act, ...]:
    """The Acts of that title in whatever year: one for "the Care Act", nine for "Local Government Act"."""
    return _acts_by_title().get(_act_folded(text), ())


def _stems(title: str) -> tuple[str, ...]:
    """Words without their endings: "equalities" and "equality" both give "equal"."""
    return tuple(re.sub(r"(?:ities|ity|ies|y|es|s|al|ion|ions)$", "", word) for word in title.split() if word != "of")
