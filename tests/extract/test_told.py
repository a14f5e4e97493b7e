"""Each rule of told.toml with the sentences beside it."""

import pytest

from civicgraph.extract.decisions.told.rules import Rule, rules
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


def test_an_action_line_in_capitals() -> None:
    (decision,) = found("The paint was seen. CLLR HALE / CLERK TO ARRANGE THE ORDER").findings.decisions
    assert decision.action == "request"
    assert [target.name for target in decision.targets] == ["CLLR HALE", "Clerk"]
    assert found("The paint was seen. CLERK TO THE COUNCIL").findings.decisions == ()


def test_who_was_proposed_to_remain_is_elected_once() -> None:
    text = "It was proposed and seconded that Cllr A Hale should remain as Chairman."
    assert found(text).actions() == ["appoint"]
    assert found(f"{text} With no other nominations Cllr Hale was duly elected.").actions() == ["appoint"]
    assert found(f"{text} Cllr Lowe was duly elected Vice-Chairman.").actions() == ["appoint", "appoint"]


def test_a_second_task_within_a_sentence() -> None:
    text = "It was agreed that Cllr Lowe should choose the paint and that the Clerk would order it before June."
    assert found(text).actions() == ["request", "request"]
    assert found("Cllr Lowe has posted one, Cllr Reed & the Clerk to post the other.").actions() == ["request"]
    assert found("Cllr Reed will post it on the Website & Clerk to post it in the shop.").actions() == ["request"] * 2


def test_replies_to_applications_under_roman_numbers() -> None:
    text = (
        "The following applications were discussed;\n\ni. 21/01282/F Porch, The Elms, Wrenmoor. No objections raised. "
        "ii. 21/01343/F Barn, Low Farm, Wrenmoor. (Cllr Reed left the room) No objections raised."
    )
    assert found(f"# Planning applications\n{text}").actions() == ["approve", "approve"]
    assert found(f"# Planning applications\n{text.replace('No objections', 'Objections were not')}").actions() == []


def test_what_the_planning_authority_decided() -> None:
    above = "# Planning\n21/00470/FUL Barn, Low Farm.\n\n"
    assert found(f"{above}Decision: granted by the District Council.").actions() == []
    assert found(f"{above}Decision: approved by all members.").actions() == ["approve"]


def test_a_numbered_paragraph_of_several_sentences() -> None:
    text = "The invoices were checked and accepted for payment. Paint for the pavilion £71.20 Plumber £18.15"
    text = f"{text} Hire of a skip £95.00 Mowing of both greens £240.00 Ink and paper £12.75 Hall £30.00"
    record = found(f"# {text}", "Two plots are free.")
    assert record.actions() == ["approve"]
    assert found(f"# {text.replace('were checked and accepted', 'are due')}", "Two plots are free.").actions() == []


def test_a_title_that_tells_what_was_done() -> None:
    record = found("# The new plan for the green and its costs were adopted:\nThey can be amended later.")
    assert record.actions() == ["approve"]
    assert found("# The new plan for the green and its costs:\nThey can be amended later.").actions() == []


@pytest.mark.parametrize(
    ("text", "action", "targets"),
    [
        ("It was hard to see what had been spent, and the Chief Executive undertook to revise the log.", "request", 1),
        ("R1/24 – The Finance Officer (Roads) to supply a breakdown of spending on rural crime.", "request", 1),
        ("It was agreed to defer this item until the next meeting.", "defer", 0),
        ("The Chair thanked her and undertook to raise it with the bank.", "undertake", 0),
        ("Cllr Reed had been to the wood. He agreed to report back in May.", "request", 1),
        (
            "The survey cost £13.\n\nCllr Reed Travel to meeting £12 (Ch. 3)\n\n– all approved.",
            "approve",
            0,
        ),
    ],
)
def test_what_is_told(text: str, action: str, targets: int) -> None:
    (decision,) = found(text, body="Parish Council", present="Cllr A Reed (Chair), Cllr B Lowe").findings.decisions
    assert (decision.action, len(decision.targets)) == (action, targets)


def test_what_is_told_in_capitals_is_resolved() -> None:
    assert [d.status for d in found("The Committee NOTED the report.").findings.decisions] == ["resolved"]


def test_a_name_over_a_broken_line_is_no_entry() -> None:
    text = "A villager asked who\n\nthe hall representative is. AR\n\nis the one for now."
    assert found(text, body="Parish Council", present="Cllr Ann Reed (AR), Cllr Bill Lowe (BL)").actions() == []


def test_the_letters_of_a_list() -> None:
    record = found(
        "a) Parking changes - Barset survey. Noted.\n\nb) Letter from Mrs Lee re bins. Passed to Barset Council."
    )
    assert [(label, action) for label, action, _ in record.decided()] == [("a", "note"), ("b", "refer")]
    run_on = found("i. Letter from the school about the gate. Noted. ii. Road closure at Mill Lane in May. Noted.")
    assert [label for label, _, _ in run_on.decided()] == ["i", "ii"]


def test_what_was_asked_and_answered() -> None:
    assert found("The Chair asked whether it was needed and it was decided that it was not.").actions() == []
    assert found("It was agreed that a list would be sent to the Committee.").actions() == ["request"]
