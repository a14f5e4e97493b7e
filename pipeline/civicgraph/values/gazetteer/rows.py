"""Reading the files of `data/reference`: rows by column name, cells of several values, words without their dress."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator

from civicgraph import resources
from civicgraph.values.text import plain


def rows(name: str) -> Iterator[dict[str, str]]:
    with (resources.folder("data/reference") / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def cell(text: str) -> tuple[str, ...]:
    """The values of one cell: "Lab|Labour" gives two."""
    return tuple(filter(None, text.split("|")))


def bare(text: str) -> str:
    """Case, accents, spaces, hyphens and apostrophes removed: "N\u00ed Fhlatharta" gives "nifhlatharta"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum() and not unicodedata.combining(letter))


def folded(name: str) -> str:
    """For comparing names of councils and titles of Acts: case, quotes, dashes and "&" do not count."""
    return plain(name).casefold().replace(" & ", " and ").replace("'", "").replace("-", " ")


def existed(began: str, ended: str, on: str) -> bool:
    """Whether a body of this period was there on a day; with no day, only one that has not ended.

    Dates are ISO 8601, a year or month alone too ("1999"): of the year or month in which a body ended nothing is sure.

    >>> existed("2018-01-08", "2021-09-20", "2019-05-01"), existed("", "2021", "2021-02-03"), existed("", "2021", "")
    (True, False, False)
    """
    if not on:
        return not ended
    return (not began or on[: len(began)] >= began) and (not ended or on[: len(ended)] < ended)
