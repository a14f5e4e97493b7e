"""Keys under which names of programmes, posts, directorates and organisations are one."""

from __future__ import annotations

import re
from functools import cache

from civicgraph.values.gazetteer import Council, council_of, organisations
from civicgraph.values.text import fold, squash
from civicgraph.values.titles import title_key

STOP = re.compile(r"\b(?:the|of|for|and|to|on|in|a|an|with)\b|[^a-z0-9 ]")
KIND_WORD = re.compile(r"(?:\s+(?:programmes?|programs?|projects?|schemes?|initiatives?|models?))+$")
YEARS = re.compile(r"\s+(?:19|20)\d{2}(?:\s+\d{2,4})?$")


def programme_key(name: str, place: str = "") -> str:
    """ "MST Programme", "the Coventry MST programme" and "MST" are one: the place and the kind word do not count."""
    key = title_key(name).replace("-", " ")
    if place and key.startswith(f"{place.lower()} ") and len(key.split()) > 1:
        short = key.removeprefix(f"{place.lower()} ")
        key = short if not short.split()[0] in ("programme", "plan", "strategy", "and") else key
    bare = KIND_WORD.sub("", key)
    return squash(bare or key)


def post_key(name: str) -> str:
    """ "Interim Director for Children's Services" and "… of Children's Services" are one post."""
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ").replace("-", " ")
    text = re.sub(r"\bchair(?:man|woman|person)\b", "chair", text)
    return squash(STOP.sub(" ", text))


def directorate_key(name: str) -> str:
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ")
    return squash(STOP.sub(" ", re.sub(r"\b(?:directorate|department)\b", " ", text))) or "directorate"


def organisation_key(name: str) -> str:
    text = fold(name).casefold().replace("'s", "").replace("'", "").replace("&", " and ").removeprefix("the ")
    return squash(re.sub(r"[^a-z0-9 ]", " ", text))


@cache
def _listed() -> dict[str, tuple[str, str, str]]:
    """key → (name, acronym, IRI) of the reference lists; the first name of a body is its main one."""
    out: dict[str, tuple[str, str, str]] = {}
    main: dict[str, str] = {}
    for one in organisations():
        name = main.setdefault(one.iri, one.name) if one.iri else one.name
        out.setdefault(organisation_key(one.name), (name, one.acronym, one.iri))
    return out


def listed(name: str) -> tuple[str, str, str] | None:
    return _listed().get(organisation_key(name))


def named_council(name: str) -> Council | None:
    return council_of(name)
