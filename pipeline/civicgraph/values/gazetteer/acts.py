"""Acts of Parliament by short title, with their identifiers at legislation.gov.uk."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from civicgraph.values.gazetteer.rows import folded, rows
from civicgraph.values.text import edits, plain


class Act(NamedTuple):
    title: str
    uri: str  # legislation.gov.uk id URI
    exact: bool = True  # False: the text has another title, "Equalities Act 2010"


@cache
def acts() -> dict[str, tuple[str, str]]:
    """Short title, folded and in lower case → (title, legislation.gov.uk id URI); public general Acts from 1963."""
    listed = [*rows("acts.csv"), *rows("acts_supplement.csv")]
    return {_act_folded(row["title"]): (row["title"], row["uri"]) for row in reversed(listed)}


def _act_folded(title: str) -> str:
    return re.sub(r"[,.()\[\]]", "", folded(title).removeprefix("the ")).replace(" and ", " ")


@cache
def _acts_of_year() -> dict[str, tuple[str, ...]]:
    years: dict[str, list[str]] = {}
    for title in acts():
        years.setdefault(title[-4:], []).append(title)
    return {year: tuple(titles) for year, titles in years.items()}


def act_of(text: str) -> Act | None:
    """The Act whose short title the text is, its year included; near titles of that year too, marked not `exact`.

    "Equalities Act 2010" and "Localsim Act 2011" give the Equality Act 2010 and the Localism Act 2011, `exact=False`.
    None where no Act, or more than one, is near.
    """
    asked = _act_folded(re.sub(r"\bact,? (?:of )?(?=\d{4}$)", "Act ", plain(text), flags=re.I))
    if asked in acts():
        return Act(*acts()[asked])
    fits = [title for title in _acts_of_year().get(asked[-4:], ()) if near(asked, title)]
    return Act(*acts()[fits[0]], exact=False) if len(fits) == 1 else None


@cache
def _acts_by_title() -> dict[str, tuple[Act, ...]]:
    titles: dict[str, list[Act]] = {}
    for title, found in acts().items():
        titles.setdefault(title[:-5], []).append(Act(*found))
    return {title: tuple(found) for title, found in titles.items()}


def act_without_year(text: str) -> tuple[Act, ...]:
    """The Acts of that title in whatever year: one for "the Care Act", nine for "Local Government Act"."""
    return _acts_by_title().get(_act_folded(text), ())


LONG = 20  # letters of a title in which two slips leave no doubt what is meant


def near(asked: str, title: str) -> bool:
    """Whether folded titles differ by the form of a word or a slip of the pen, and by no number ("No 2")."""
    if _stems(asked) == _stems(title):
        return True
    slips = 2 if len(asked) > LONG else 1
    same = asked[0] == title[0] and re.findall(r"\d+", asked) == re.findall(r"\d+", title)
    return same and len(asked.split()) == len(title.split()) and edits(asked, title, slips) <= slips


def _stems(title: str) -> tuple[str, ...]:
    """Words without their endings: "equalities" and "equality" both give "equal"."""
    return tuple(re.sub(r"(?:ities|ity|ies|y|es|s|al|ion|ions)$", "", word) for word in title.split() if word != "of")
