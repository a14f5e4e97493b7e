"""Persons put forward, and matters with their movers behind them, as the minutes of parishes tell them."""

import pytest

from record import found


def decided(text: str) -> list[tuple[str, list[str], str]]:
    """(action, targets, first three words) of each decision of a parish council."""
    record = found(text, body="Parish Council", present="Cllr A Reed (Chair), Cllr B Lowe, Cllr C Dean, Joan Pell")
    return [
        (d.action, [t.name for t in d.targets], " ".join(record.document.quote(d.text).split()[:3]))
        for d in record.findings.decisions
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Cllr Reed nominated Cllr Lowe as Chairman, seconded by Cllr Dean, all agreed.", ["Cllr Lowe"]),
        ("Cllr Reed proposed that Cllr Lowe continue as vice chairman, seconded Cllr Dean.", ["Cllr Lowe"]),
        ("Cllr Lowe was proposed as Chair by Cllr Reed and this was seconded by Cllr Dean.", ["Cllr Lowe"]),
        ("Joan Pell - Chairman (proposed by Cllr Reed, Seconded by Cllr Dean)", ["Joan Pell"]),
        ("Joan Pell - Proposed by Cllr Reed, and seconded by Cllr Dean", ["Joan Pell"]),
    ],
)
def test_a_person_put_forward(text: str, who: list[str]) -> None:
    assert [(action, names) for action, names, _ in decided(text)] == [("appoint", who)]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Reed proposed Cllr Lowe, seconded by Cllr Dean. Cllr Dean proposed Cllr Reed, seconded by Cllr Lowe.",
        "Cllr Reed nominated Cllr Lowe as Chairman, seconded by Cllr Dean. Cllr Lowe declined.",
        "Cllr Reed nominated Cllr Lowe as Chairman.",
    ],
)
def test_nobody_elected_yet(text: str) -> None:
    assert decided(text) == []


def test_an_election_told_in_words_of_its_own_is_told_once() -> None:
    text = "Cllr Reed proposed Cllr Lowe as Chairman, seconded by Cllr Dean. Cllr Lowe was duly elected Chairman."
    assert [action for action, _, _ in decided(text)] == ["appoint"]
    assert [action for action, _, _ in decided(text.replace(" Cllr Lowe was", "\n\nCllr Lowe was"))] == ["appoint"]


def test_a_matter_with_its_movers_behind_it() -> None:
    text = "Transfer of £600 to the reserve account. Proposed by Cllr Reed and seconded by Cllr Lowe."
    assert decided(text) == [("approve", [], "Transfer of £600")]
    told = "The quotation for the gate was accepted. Proposed: Cllr Reed. Seconded: Cllr Lowe."
    assert [action for action, _, _ in decided(told)] == ["approve"]


def test_mover_and_seconder_before_the_matter_and_assent_behind_it() -> None:
    text = "Proposal: Cllr Reed proposed and Cllr Lowe seconded payment of the hall rent and the meeting agreed."
    assert decided(text) == [("approve", [], "payment of the")]
    assert decided("Cllr Reed proposed and Cllr Lowe seconded payment of the rent. This was lost.")[0][0] == "reject"


def test_a_proposal_among_bullets() -> None:
    text = "Cheques issued:-\n\n- Proposed, seconded and passed the Council give £100 to the school.\n\n- None other."
    assert decided(text) == [("approve", [], "the Council give")]


def test_of_the_last_meeting() -> None:
    assert decided("At the previous meeting, the Clerk was asked to write to the owner.") == []


def test_what_is_no_matter_before_mover_and_seconder() -> None:
    for text in (
        "The Motion was\nproposed by Cllr Ames, seconded by Cllr Bird.",
        "One cheque. Proposed Cllr Ames, seconded Cllr Bird",
    ):
        assert found(text).actions() == []


def test_an_election_for_a_while() -> None:
    text = "Cllr Reed proposed Cllr Lowe and Cllr Dean seconded. He would serve until a Chairman could be appointed."
    assert [(action, names) for action, names, _ in decided(text)] == [("appoint", ["Cllr Lowe"])]


def test_moved_and_seconded_in_capitals() -> None:
    text = "Cllr Reed PROPOSED that the plants be bought; SECONDED by Cllr Lowe. All were in favour."
    assert [action for action, _, _ in decided(text)] == ["approve"]
    minutes = "Cllr Reed PROPOSED that the Minutes be confirmed; SECONDED by Cllr Lowe. The Motion was carried."
    assert decided(minutes) == []


def test_a_correction_of_the_minutes_is_no_matter() -> None:
    tail = "The path should read the lane. Proposed by Cllr Reed, seconded by Cllr Lowe."
    assert decided(f"# Minutes of the last meeting\n{tail}") == []
    assert len(decided(f"# Highways\n{tail}")) == 1


def test_who_is_named_under_the_title_of_an_election() -> None:
    title = "# Election of Vice-Chairman for the year:"
    (decision,) = found(f"{title}\nCllr Hale. Proposed by Cllr Lowe,seconded by Cllr Reed.").findings.decisions
    assert (decision.action, [target.name for target in decision.targets]) == ("appoint", ["Cllr Hale"])
    assert found("# Matters\nCllr Hale. Proposed by Cllr Lowe,seconded by Cllr Reed.").actions() == []


def test_the_appointment_of_somebody() -> None:
    record = found("The re-appointment of Mr Ewan Dale was proposed by Cllr Hale, seconded by Cllr Lowe.")
    (decision,) = record.findings.decisions
    assert record.document.quote(decision.text).startswith("The re-appointment of Mr Ewan Dale")


def test_mover_and_seconder_have_a_line_each() -> None:
    moved = "Proposed by Councillor Lane\n\nSeconded by Alderman Boyd and agreed that\n\n"
    assert decided(moved + "the small grants be approved.") == [("approve", [], "the small grants")]
    listed = decided(moved + "(a) a letter be sent to the Minister;\n\n(b) the grants be approved.")
    assert [action for action, _, _ in listed] == ["undertake", "approve"]
    assert decided("Seconded by Alderman Boyd and agreed to differ.") == []
