"""Each rule of told.toml with the sentences beside it; and no pattern that runs away."""

import re
import time
from importlib import import_module

import pytest

from civicgraph.extract.told import Rule, rules

LONG = {
    "capitals": "A" * 2000,
    "letters": "a " * 1000,
    "bodies": "The Council And " * 130,
    "names": "Councillor A Smith, " * 100,
    "surnames": "Smith, " * 290,
    "clauses": "that the report be noted and " * 70,
    "movers": "proposed by A and seconded by B " * 65,
    "counts": "12 votes for " * 150,
}
MODULES = (
    "actions authors ballots clauses deciding decisions initials motions narrative openers problems proposals referrals"
    " reports resolutions routes sheets subjects targets told verbs votes"
)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    assert [s for s in rule.yes if not rule.pattern.search(s)] == []
    assert [s for s in rule.no if rule.pattern.search(s)] == []


@pytest.mark.parametrize("name", MODULES.split())
def test_no_pattern_runs_away(name: str) -> None:
    module = import_module(f"civicgraph.extract.{name}")
    patterns = [p for value in vars(module).values() for p in (value if isinstance(value, tuple) else (value,))]
    if name == "told":
        patterns += [rule.pattern for rule in rules()]
    for pattern in patterns:
        if isinstance(pattern, re.Pattern):
            for kind, text in LONG.items():
                start = time.perf_counter()
                for _ in pattern.finditer(text):
                    pass
                assert time.perf_counter() - start < 0.2, (pattern.pattern[:60], kind)
