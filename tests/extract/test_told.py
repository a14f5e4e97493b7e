"""Each rule of told.toml with the sentences beside it."""

import pytest

from civicgraph.extract.decisions.told import Rule, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    assert [s for s in rule.yes if not rule.pattern.search(s)] == []
    assert [s for s in rule.no if rule.pattern.search(s)] == []
