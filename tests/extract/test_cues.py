"""Every sentence that announces an outcome ends as a statement, or in the list of the not understood."""

from __future__ import annotations

import pytest

from civicgraph.extract.cues import Cue, cue_of, cues
from record import found


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_examples(cue: Cue) -> None:
    assert [s for s in cue.yes if not cue.pattern.search(s)] == []
    assert [s for s in cue.no if cue.pattern.search(s)] == []


def test_a_cue_that_nothing_was_found_under_is_listed_with_its_words() -> None:
    record = found("A report was heard.\n\nThe item was called in last year and nothing came of it.")
    assert [problem.cue for problem in record.findings.problems] == ["referred to"]
    assert record.document.quote(record.findings.problems[0].span).startswith("The item was called in")
    assert (record.findings.cues, record.findings.understood) == (1, 0)


def test_what_was_understood_is_no_problem() -> None:
    findings = found("RESOLVED that the report be noted.").findings
    assert findings.problems == ()
    assert (findings.cues, findings.understood) == (1, 1)


def test_a_label_is_understood_by_what_stands_under_it() -> None:
    told = "Cabinet considered the report and the Clerk explained the figures in it at some length.\n\n"
    findings = found(f"**Decision:**\n\n{told}RESOLVED:\n\nThat the lease end.").findings
    assert findings.problems == ()
    assert [problem.cue for problem in found(f"Decision:\n\n{told}").findings.problems] == ["agreed"]


def test_two_sentences_of_a_paragraph_are_counted_apart() -> None:
    findings = found(
        "RESOLVED that the report be noted. The motion of the opposition as to the gritting rota was declared lost."
    ).findings
    assert findings.cues == 2


def test_the_narrative_of_a_report_announces_nothing() -> None:
    sentence = "The Planning Committee refused the application."
    assert cue_of(sentence, "minutes") is not None
    assert cue_of(sentence, "report") is None
    marked = cue_of("RESOLVED that the fee be paid.", "agenda")
    assert marked is not None and marked.id == "resolved"


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_the_words_of_a_cue_lose_none_of_its_examples(cue: Cue) -> None:
    assert [s for s in cue.yes if not any(word in s.lower() for word in cue.words)] == []
    assert [word for word in cue.words if word != word.lower()] == []
