"""Words of names: given names, surnames, titles and letters, words that are no name."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from civicgraph.values.gazetteer.rows import bare, cell, rows

TitleKind = Literal["title", "doubtful", "office"]


@cache
def given_names() -> frozenset[str]:
    """`bare` given names of people who live in Britain and Ireland."""
    return frozenset(bare(row["name"]) for row in rows("given_names.csv"))


@cache
def _genders() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for row in rows("given_names.csv"):
        found.setdefault(bare(row["name"]), set()).update(row["gender"].split("/"))
    return {name: min(genders) for name, genders in found.items() if len(genders) == 1}


def gender_of(given: str) -> str:
    """ "f" or "m" of a given name that the lists have for one gender only; "" of others ("Chris", "Kim")."""
    return _genders().get(bare(given), "")


@cache
def surnames() -> frozenset[str]:
    return frozenset(bare(row["name"]) for row in rows("surnames.csv"))


class Honorific(NamedTuple):
    kind: str  # "title", "doubtful", "office", "postnominal"
    form: str
    alternatives: tuple[str, ...]
    plural: tuple[str, ...]  # forms that head a list
    who: str  # "elected", "civil", "police", …; "" of letters after a name


@cache
def honorifics() -> tuple[Honorific, ...]:
    return tuple(
        Honorific(row["kind"], row["form"], cell(row["alternatives"]), cell(row["plural"]), row["who"])
        for row in rows("honorifics.csv")
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
    return {row["word"]: (row["kind"], row["also_surname"] == "1") for row in rows("not_names.csv")}
