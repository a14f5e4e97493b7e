"""Letters alone in a list of people: an authority's ("ACC"), a person's initials ("JW"), a party's, an honour's."""

from __future__ import annotations

import re

from civicgraph.model import Mention
from civicgraph.values.gazetteer import party_of, postnominals
from civicgraph.values.names import is_given_name, is_surname

LETTERS = re.compile(r"[A-Z]{3,6}")  # an authority's, or an organisation's
BY_LETTERS = re.compile(r"[A-Z]{1,4}C\b")  # "Cllr Ann Bell ACC County Councillor"
CODED = re.compile(r"\s*[A-Z]{2,4},\s+(?=[A-Z]|in the chair)")  # "J Frank (JF, Clerk)"
CODE = re.compile(r"(?P<first>[A-Z])[A-Za-z]{0,2}(?P<last>[A-Z])")  # initials by which the rest calls the person


def is_code(inner: str, name: str) -> bool:
    """Is it the initials of the person: "(FRE)" of Frank Reid, "(PB)" of Pam Bullas?"""
    if not re.fullmatch(r"[A-Z]{2,4}", inner):
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", name.upper()) if word not in ("MR", "MRS", "MS", "CLLR", "DR")]
    return bool(words) and inner[0] == words[0][0] and inner[1] in (words[-1][0], words[1 if len(words) > 1 else 0][0])


def ends_in_code(words: list[str]) -> bool:
    """Is the last of a name's words the initials of the two before it: "Ms Jane Webb JW"?"""
    if len(words) < 3 or (code := CODE.fullmatch(words[-1])) is None:
        return False
    first, last = words[-3:-1]
    return (code["first"], code["last"]) == (first[0], last[0]) and first not in ("Mr", "Dr")


def is_party_or_honour(words: str) -> bool:
    """Are capitals beside a name a party's or an honour's, and no organisation's: "LAB", "OBE"?"""
    return words in postnominals() or any(
        party_of(words, nation) for nation in ("England", "Scotland", "Wales", "Northern Ireland")
    )


def is_acronym(person: Mention, text: str, *, elected: bool) -> bool:
    """Is a lone word in capitals, among others that are not, nobody's surname: "BWCA - Treasurer Ann Lee"?"""
    lone = LETTERS.fullmatch(person.name) and not (person.detail or elected or text.isupper())
    return bool(lone) and not (is_surname(person.name) or is_given_name(person.name))
