from record import found


def test_a_cue_that_nothing_was_found_under_is_listed() -> None:
    record = found("The item was called in last year and nothing came of it.")
    assert [problem.cue for problem in record.findings.problems] == ["referred to"]


def test_what_was_understood_is_no_problem() -> None:
    assert found("RESOLVED that the report be noted.").findings.problems == ()
