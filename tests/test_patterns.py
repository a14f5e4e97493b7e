"""No pattern of any module runs away: an innocent one once took ten minutes over a heading in capitals."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import civicgraph

LIMIT = 1.0  # seconds of the processor over 2,000 characters; a bad pattern takes minutes
HOSTILE = {
    "capitals": "AYTON COUNCIL " * 143,
    "letters": "A" * 2000,
    "words": "a " * 1000,
    "names": "Councillor A Smith, " * 100,
    "surnames": "Smith, Jones, Brown and Green " * 70,
    "posts": "Director of Finance and " * 85,
    "bodies": "the Housing, Planning and Roads Committee (2) and " * 40,
    "minutes": "minutes of the meeting of the " * 67,
    "acts": "Act and Regulations of the " * 75,
    "clauses": "that the report be noted and that " * 60,
    "votes": "by 6 votes to 3 with 1 abstention, " * 58,
    "acronyms": "(AB) " * 400,
    "money": "£1 " * 660,
    "dates": "12th March 2013, " * 118,
    "spaces": " " * 2000,
    "lines": "\n" * 2000,
    "brackets": "(" * 1000 + ")" * 1000,
    "colons": "A:" * 1000,
    "stops": ". " * 1000,
    "digits": "1" * 2000,
}


def modules() -> list[str]:
    found = pkgutil.walk_packages(civicgraph.__path__, "civicgraph.")
    return [one.name for one in found if not one.name.endswith("__main__")]


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from patterns(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from patterns(one)
    elif hasattr(value, "pattern") and isinstance(value.pattern, re.Pattern):
        yield value.pattern


def cached(module: object) -> Iterator[object]:
    """What functions without arguments that cache make: pattern tables read from patterns/*.toml."""
    for value in vars(module).values():
        if callable(value) and hasattr(value, "cache_info") and not value.__wrapped__.__code__.co_argcount:
            yield value()


@pytest.mark.parametrize("name", modules())
def test_no_pattern_runs_away(name: str) -> None:
    module = importlib.import_module(name)
    every = [*vars(module).items(), *((f"cached {n}", made) for n, made in enumerate(cached(module)))]
    for key, value in every:
        for pattern in patterns(value):
            for kind, text in HOSTILE.items():
                start = time.process_time()
                for _ in pattern.finditer(text.encode() if isinstance(pattern.pattern, bytes) else text):
                    pass
                took = time.process_time() - start
                assert took < LIMIT, f"{key} took {took:.2f} s over {kind}: {pattern.pattern[:80]}"


def test_there_are_patterns_to_test() -> None:
    found = [p for name in modules() for v in vars(importlib.import_module(name)).values() for p in patterns(v)]
    assert len(found) > 200
