"""Lists of forms as data: head words of names (`patterns/names.toml`) and words of a kind (`patterns/words.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PATTERNS = files("civicgraph.extract") / "patterns"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of `patterns/names.toml`."""

    id: str
    kind: str
    detail: str
    heads: tuple[str, ...]
    weak: bool
    named: bool
    yes: tuple[str, str]  # a sentence, the name in it
    no: str


@cache
def rules(kind: str) -> tuple[Rule, ...]:
    """The rows of one kind: "body", "organisation", "programme"."""
    table = tomllib.loads((PATTERNS / "names.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            id=row["id"],
            kind=row["kind"],
            detail=row.get("detail", ""),
            heads=tuple(row["heads"]),
            weak=row.get("weak", False),
            named=row.get("named", False),
            yes=(row["yes"][0], row["yes"][1]),
            no=row["no"],
        )
        for row in table["rule"]
        if row["kind"] == kind
    )


def heads_of(*kinds: str) -> str:
    """Alternation of the head words of these kinds, longest first, for a regular expression."""
    words = sorted({head for kind in kinds for rule in rules(kind) for head in rule.heads}, key=lambda w: (-len(w), w))
    return "|".join(_as_pattern(word) for word in words)


@cache
def rule_of(kind: str, head: str) -> Rule | None:
    """The row that a head word as printed belongs to."""
    found = (rule for rule in rules(kind) for form in rule.heads if re.fullmatch(_as_pattern(form), head, re.I))
    return next(found, None)


def _as_pattern(form: str) -> str:
    plural = form.endswith("?")
    words = re.escape(form.removesuffix("?")).replace(r"\ and\ ", r"\s+(?:and|&)\s+").replace(r"\ ", r"\s+")
    return words + ("?" if plural else "")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of `patterns/words.toml`: "stops", "kinds_of_programme"."""
    return frozenset(_lists()[name])


def any_of(name: str) -> str:
    """Alternation of the words of a list, longest first, for a regular expression."""
    return "|".join(_as_pattern(word) for word in sorted(word_list(name), key=lambda w: (-len(w), w)))


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = tomllib.loads((PATTERNS / "words.toml").read_text(encoding="utf-8"))
    return lists
