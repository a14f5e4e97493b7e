"""Everyday words of council papers: a phrase of nothing else says what a thing is and not which."""

from __future__ import annotations

import re
from functools import cache

from civicgraph.extract.names.heads import word_list
from civicgraph.values.gazetteer import not_names

LISTS = ("kinds_of_organisation", "words_of_organisations", "words_of_services")
WORD = re.compile(r"[^\W_][\w-]*+(?:'\w++)?")


@cache
def _words() -> frozenset[str]:
    lists = (word.lower() for name in LISTS for form in word_list(name) for word in form.split())
    return frozenset(lists) | frozenset(not_names())


def is_everyday(phrase: str) -> bool:
    """Does the phrase hold no word that could tell one thing from another of its kind?

    >>> is_everyday("Social Work Academy"), is_everyday("Marshdale Academy")
    (True, False)
    """
    return all(word.isdigit() or word.removesuffix("'s") in _words() for word in WORD.findall(phrase.lower()))


def is_training(phrase: str) -> bool:
    """Is this academy one where staff are trained, "Social Work Academy", and no school?"""
    words = phrase.split()[:-1]
    return bool(words) and is_everyday(" ".join(words)) and not word_list("kinds_of_school") & set(words)
