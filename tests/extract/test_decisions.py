import pytest

from record import found


def test_mover_and_seconder() -> None:
    text = "It was moved by Councillor Lane, seconded by Councillor Reed, and\n\nRESOLVED that the plan be adopted."
    (decision,) = found(text).findings.decisions
    assert decision.mover is not None and decision.mover.name.endswith("Lane")
    assert decision.seconder is not None and decision.seconder.name.endswith("Reed")
    assert (decision.status, decision.action) == ("resolved", "approve")


def test_seconder_in_brackets() -> None:
    text = "Proposed by Councillor A Reed (seconded by Councillor B Lane) it was:\n\nRESOLVED that the lease end."
    (decision,) = found(text).findings.decisions
    assert [m.name for m in (decision.mover, decision.seconder) if m] == ["Councillor A Reed", "Councillor B Lane"]


def test_recorded_and_resolved() -> None:
    record = found("Members requested a briefing.\n\nRESOLVED that the report be noted.")
    assert [d.status for d in record.findings.decisions] == ["recorded", "resolved"]


def test_recommended_to_another_body() -> None:
    record = found("RECOMMENDED that the budget be approved.")
    assert record.actions() == ["recommend"]


def test_ground_of_exclusion() -> None:
    text = (
        "RESOLVED that under Section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting."
    )
    (decision,) = found(text).findings.decisions
    assert decision.action == "exclude" and decision.ground is not None


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the minutes of the meeting held on 4 February 2014 be approved as a correct record.",
        "RESOLVED: None.",
    ],
)
def test_no_decisions(text: str) -> None:
    assert found(text).actions() == []


def test_every_decision_is_a_quotation() -> None:
    record = found("RESOLVED that (1) the report be noted; and (2) the policy be adopted.")
    for decision in record.findings.decisions:
        assert decision.span.covers(decision.text)
        assert record.document.quote(decision.text).strip()


def test_movers_of_another_item_or_outcome() -> None:
    record = found(
        "It was moved by Councillor Lane, seconded by Councillor Reed, and\n\nRESOLVED that the plan be "
        "adopted.\n\nThe Committee noted the report.",
        "RESOLVED that the fees be raised.",
    )
    assert [(d.action, d.mover is not None) for d in record.findings.decisions] == [
        ("approve", True),
        ("note", False),
        ("approve", False),
    ]


ALIKE = (
    "authority be delegated to the Director of Operations, in consultation with the Leader, to award the funding for {}"
)


def test_two_clauses_that_begin_alike_are_two() -> None:
    clauses = f"(a) {ALIKE.format('adult skills')};\n\n(b) {ALIKE.format('new homes')}."
    assert found(f"RESOLVED that\n\n{clauses}").actions() == ["delegate", "delegate"]


def test_a_clause_that_breaks_off_is_none() -> None:
    record = found(
        "RESOLVED that\n\n(a) the report be noted;\n\n(b) the sum ... view the full minutes text for item 2."
    )
    assert record.decided() == [("a", "note", "the report be noted;")]


def test_agreed_over_clauses_with_labels_is_formal() -> None:
    record = found(
        "The Committee agreed:-\n\n(1) to note the report; and\n\n(2) to instruct the Head of Roads to consult owners.",
        "The Committee agreed to write off the sum.",
    )
    assert [d.status for d in record.findings.decisions] == ["resolved", "resolved", "recorded"]


def test_agreed_in_prose_beside_resolved_is_recorded() -> None:
    record = found("RESOLVED that the report be noted.", "The Committee agreed to write off the sum.")
    assert [d.status for d in record.findings.decisions] == ["resolved", "recorded"]


def test_recommended_to_this_body_and_agreed_by_it() -> None:
    text = (
        "It was RECOMMENDED that the Committee:\n\n(i) approves the lease; and\n\n(ii) notes the fee.\n\n"
        "AGREED:\n\n(i) that the lease be approved; and\n\n(ii) that the fee be noted."
    )
    assert found(text).actions() == ["approve", "note"]


def test_counterfactual_tells_nothing() -> None:
    assert found("Were the offer to be withdrawn, the Clerk to the Trust could not go on.").actions() == []


def test_report_received_counts_where_nothing_more_was_done() -> None:
    assert found("The Committee received the quarterly report on appeals.").actions() == ["note"]
    text = "The Committee received the quarterly report on appeals.\n\nRESOLVED that the fees be approved."
    assert found(text).actions() == ["approve"]


def test_decision_and_minutes_in_other_words() -> None:
    text = (
        "**Decision:**\n\nDeferred to the meeting of Cabinet on 1 April 2014.\n\n"
        "**Minutes:**\n\nRESOLVED: That the report be deferred to the meeting of Cabinet on 1 April 2014."
    )
    assert found(text).actions() == ["defer"]
    text = (
        "**Decision:**\n\nCllr Lane was nominated as Chair and Cllr Reed as Vice-Chair for 2014/15.\n\n"
        "**Minutes:**\n\nRESOLVED:\n\nThat Cllr Lane be nominated as Chair and Cllr Reed as Vice-Chair for the year."
    )
    assert found(text).actions() == ["appoint"]
    text = (
        "**Decision:**\n\nThe lease was renewed for five years.\n\n**Minutes:**\n\nRESOLVED:\n\n"
        "(1) That Cllr Lane be appointed to the panel.\n\n(2) That Cllr Reed be appointed to the panel."
    )
    assert found(text).actions() == ["approve", "appoint", "appoint"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a label behind "That"
        (
            "Resolved to RECOMMEND: (to Council)\n\nThat (1) the plan be adopted;\n\n(2) notice be given.",
            [("1", "recommend"), ("2", "recommend")],
        ),
        # the reason for a clause before the next
        (
            "RESOLVED:\n\n(i) That the plan be adopted.\n\nReason: the law.\n\n(ii) That the cost be noted.",
            [("i", "approve"), ("ii", "note")],
        ),
        # two clauses in one paragraph
        (
            "RESOLVED that the Board:\n\n1. Notes the duty.\n\n2. Notes the cost. 3. Gives approval to the loan.",
            [("1", "note"), ("2", "note"), ("3", "approve")],
        ),
        # mover, seconder and assent over the words, and over a motion's clauses
        ("It was moved by Cllr Lane, seconded by Cllr Reed and agreed -\n\nThat the figures be noted.", [("", "note")]),
        (
            "It was moved by Cllr Lane and seconded by Cllr Reed -\n\n(1) Agree to the new road; and\n\n"
            "(2) Agree to appoint Cllr Hale to the panel.\n\nThe motion was put to the vote and declared carried.",
            [("1", "approve"), ("2", "appoint")],
        ),
        # under "Decision:" a title, the report's own words, a second word that opens
        ("Decision:\n\nParking Strategy\n\nThe Head of Roads to report back in May.", [("", "request")]),
        (
            "Decision:\n\nIt is recommended that the Planning Committee:\n\n1. Notes the duty.\n\n2. Approves it.",
            [("1", "note"), ("2", "approve")],
        ),
        (
            "Decision:\n\n(Report of the Head of Roads)\n\nThis report sought a policy for when land is asked for.\n\n"
            "The decision:\n\nThat the Board approves and recommends to Council:-\n\n(1) the sale of land.",
            [("1", "recommend")],
        ),
        (
            "Resolved:\n\n(6 Members (Councillors Lane and Reed) voted in favour)\n\n(1) That the lease end.",
            [("1", "approve")],
        ),
        (
            "RESOLVED that the following rules be approved:\n\n1. The Chair should not be a member of the Cabinet.",
            [("1", "approve")],
        ),
        ("RESOLVED that the minutes of 4 May 2013 be received and confirmed as a correct record.", []),
        (
            "Decisions:\n\nCabinet considered a report.\n\nCouncillor Lane proposed, seconded by Councillor Reed:-\n\n"
            '"That the recommendation be approved."\n\nResolved unanimously:\n\n(1) That the lease end.',
            [("1", "approve")],
        ),
        (
            "RESOLVED\n\nThat for the reasons set out in the report\n\n(1) the plan be approved;\n\n(2) it be noted.",
            [("1", "approve"), ("2", "note")],
        ),
        ("Report of the Leader of the Council to inform Cabinet of the result.", []),
        ("Councillor Hale to replace Councillor Lane on the Roads Panel.", [("", "appoint")]),
        ("Decision: The motion was seconded and it was RESOLVED that the fees be amended.", [("", "amend")]),
        # the members of a body under the marker; a marker without capitals over labelled clauses
        (
            "RESOLVED - That Members of the Sub-Committee\n\n1. Note the works; and\n\n2. Approve the sale.",
            [("1", "note"), ("2", "approve")],
        ),
        (
            "Agreed that -\n\n1. the board approves the plan.\n\n2. the Clerk write to the owner.",
            [("1", "approve"), ("2", "request")],
        ),
        ("Agreed that all was well.", []),
        # what is amended is quoted with the number that it has elsewhere
        (
            "RESOLVED:\n\nThat the licence be varied:\n\nA. That Condition 18 be amended as follows:\n\n"
            "18. All tables shall be indoors by 9 pm.\n\nB. That the plan be approved.",
            [("a", "amend"), ("b", "approve")],
        ),
    ],
)
def test_ways_to_print_a_resolution(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.label, d.action) for d in found(text).findings.decisions] == expected


def test_what_the_chair_will_do_at_every_meeting_is_no_task() -> None:
    assert found("The Chair will ask Members to confirm that they have read the notes.").actions() == []
    assert found("Councillor Lane also requested that Executive note that the map is wrong.").actions() == []


@pytest.mark.parametrize(
    "opener", ["RECOMMEND TO FULL COUNCIL", "RECOMMENDS TO FULL COUNCIL", "RECOMMENDED TO FULL COUNCIL"]
)
@pytest.mark.parametrize("clause", ["That an estimate of £40,000 is agreed.", "That the budget be approved."])
def test_a_line_in_capitals_recommends_what_follows(opener: str, clause: str) -> None:
    record = found(f"{opener}\n\n{clause}", body="Cabinet")
    assert (record.actions(), record.targets()) == (["recommend"], ["Full Council"])


@pytest.mark.parametrize(
    ("clause", "action"),
    [
        ("That Councillor Lee, currently Vice-Chair, would become interim Chair.", "appoint"),
        ("That Ann Boyd act as Clerk until June.", "appoint"),
        ("Agree the formation of a working group of three members.", "establish"),
        ("Agree the formation of a pond.", "approve"),
        ("That the meeting would become quorate again.", "approve"),
    ],
)
def test_who_takes_an_office_and_what_is_founded(clause: str, action: str) -> None:
    assert found(f"RESOLVED:\n\n{clause}").actions() == [action]
