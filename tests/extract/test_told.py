"""Each rule of told.toml with the sentences beside it."""

import pytest

from civicgraph.extract.decisions.told import Rule, rules
from record import found


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    assert [s for s in rule.yes if not rule.pattern.search(s)] == []
    assert [s for s in rule.no if rule.pattern.search(s)] == []


@pytest.mark.parametrize(
    "text",
    [
        "If the letter was noted and the grant was approved, work would start.",
        "Resolved complaints need not be reported to us.",
        "The Chairman announced that the report would be deferred by the County Council.",
    ],
)
def test_what_decides_nothing(text: str) -> None:
    assert found(text).findings.decisions == ()


def test_what_the_meeting_did_not_take() -> None:
    above = "The officer presented the report.\n\nRECOMMENDATION:\n\nThat Council adopt the code of conduct.\n\n"
    lost = found(above + "The recommendation was put to the vote and lost.", body="Planning Committee")
    assert [decision.action for decision in lost.findings.decisions] == ["reject"]
    taken = found(above + "Councillor Lee thanked the officer.", body="Planning Committee")
    assert [decision.action for decision in taken.findings.decisions] == ["recommend"]
    both = found(
        "Cllr Lee proposed and Cllr Reed seconded the removal of the bench, and the meeting agreed to refuse it."
    )
    assert [decision.action for decision in both.findings.decisions] == ["reject"]
    over = found("Carried forward from the last meeting\n\nThat the lease of the park be ended.")
    assert not any("Carried forward" in over.document.quote(decision.text) for decision in over.findings.decisions)
