import re
from collections import Counter
from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.extract.decisions import openers
from civicgraph.extract.decisions.clauses import reading
from civicgraph.extract.decisions.motions.announced import announces
from civicgraph.model import Block
from civicgraph.read import read
from civicgraph.segment import segment
from record import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESOLVED that the report be noted.", [("", "note", "the report be noted.")]),
        # how a vote and who is to decide stand between the marker and the clause
        ("RESOLVED (12 votes in favour, 3 against) that the plan be noted.", [("", "note", "the plan be noted.")]),
        ("Resolved: (By 14 votes to none)\n\nTo agree the plan.", [("", "approve", "To agree the plan.")]),
        ("RECOMMENDED TO COUNCIL: that the budget be approved.", [("", "recommend", "the budget be approved.")]),
        (
            "Recommended to full Council: that the Council endorse the policy.",
            [("", "recommend", "the Council endorse the")],
        ),
        ("RESOLVED that, subject to funding, the Clerk be thanked.", [("", "note", "subject to funding, the")]),
        # no "that"; what a clerk writes before the marker
        (
            "Resolved accounts be passed and the auditor be thanked.",
            [("", "approve", "accounts be passed"), ("", "note", "the auditor be thanked.")],
        ),
        ("Resolved issues would be listed and be kept by the Clerk.", []),
        (
            "Arising therefrom Resolved:\n\n1. Clerk write to the farmer about the ditch\n\n2. Hedge be cut",
            [("1", "request", "Clerk write to the"), ("2", "approve", "Hedge be cut")],
        ),
        ("Arising from this, costs that were not resolved: two of them.", []),
        # a page that lost the space behind the marker
        ("The Clerk spoke. RESOLVEDthat the barn be sold.", [("", "approve", "the barn be sold.")]),
        ("The word RESOLVEDLY was struck out of the draft, and the barn be sold.", []),
        # titles over titles over clauses; after h an i is a letter
        (
            "Decision:\n\nPART A\n\nIn relation to Revenue\n\na. to set a budget;\n\nb. to note the rates;",
            [("a", "approve", "to set a budget;"), ("b", "note", "to note the rates;")],
        ),
        (
            "RESOLVED that:\n\n" + "\n\n".join(f"{label}. plan {label} be noted;" for label in "abcdefghij"),
            [(label, "note", f"plan {label} be noted;") for label in "abcdefghij"],
        ),
        ("PENDERFYNWYD / RESOLVED\n\n(1) That the report be received.", [("1", "note", "That the report be")]),
        # one who decides alone, a page of decisions, a form
        (
            "The Chief Executive, having read the report, resolved, under urgency powers, to approve:\n\na) the rules;"
            "\n\nb) that authority be given to the Clerk to print them.",
            [("a", "approve", "the rules;"), ("b", "delegate", "that authority be given")],
        ),
        (
            "The recommendations in the report were agreed as follows:\n\n(i) it be noted that costs rise;\n\n"
            "(ii) the fees be raised.",
            [("i", "note", "it be noted that"), ("ii", "approve", "the fees be raised.")],
        ),
        (
            "Decision:\n\nA report was submitted and Councillor Lane spoke to it.\n\nResolved that the plan be noted.",
            [("", "note", "the plan be noted.")],
        ),
        (
            "Following advice from the Board, the Cabinet resolved that:\n\nThe plan in Annex 1 be noted.",
            [("", "note", "The plan in Annex")],
        ),
        (
            "Decision of Cabinet Member for Roads\n\ni. Approved the plan.",
            [("i", "approve", "Approved the plan.")],
        ),
        ("Decision Made:\n\n12 March 2014\n\n1. That the order be made.", [("1", "approve", "That the order be")]),
        ("Decision:\n\nThat\n\n1. the report be noted.", [("1", "note", "the report be noted.")]),
        (
            "The Committee:-\n\ni. NOTED the progress; and\n\nii. AGREED the reply.",
            [("i", "note", "NOTED the progress; and"), ("ii", "approve", "AGREED the reply.")],
        ),
        # what comes after it and is no clause
        (
            "RESOLVED that the public be excluded.\n\nThe Members were reminded that the papers must be kept secret.",
            [("", "exclude", "the public be excluded.")],
        ),
        ("RESOLVED that the minutes be not approved.", [("", "reject", "the minutes be not")]),
        (
            "It was moved by Councillor Lane, seconded by Councillor Reed and\n\nRESOLVED (unanimously)\n\nThat the "
            "plan be noted.\n\nThe Chair declared the motion CARRIED.",
            [("", "note", "That the plan be")],
        ),
        ("RESOLVED - T H A T Councillor B Lane be appointed Chair.", [("", "appoint", "Councillor B Lane be")]),
        (
            "RESOLVED: That\n\n(1) the report be noted; and\n\n(2) the policy be adopted.",
            [("1", "note", "the report be noted;"), ("2", "approve", "the policy be adopted.")],
        ),
        (
            "It was RESOLVED to: 1. Note the outcome of the survey 2. Agree the priorities",
            [("1", "note", "Note the outcome of"), ("2", "approve", "Agree the priorities")],
        ),
        (
            "The Committee agreed:-\n\n(a) to approve the plan; and\n\n(b) to remit the report to the Policy "
            "Committee.",
            [("a", "approve", "to approve the plan;"), ("b", "refer", "to remit the report")],
        ),
        (
            "The Council:-\n\n1. Considered and noted the report, and\n\n2. Noted that the pack was available.",
            [("1", "note", "Considered and noted the"), ("2", "note", "Noted that the pack")],
        ),
        (
            "RESOLVED that the Council calls on the Cabinet Member for Roads to:\n\n(a) Write again to the "
            "company; and\n\n(b) Support a ban.",
            [("a", "request", "Write again to the"), ("b", "request", "Support a ban.")],
        ),
        (
            "RESOLVED:\n\n1. That the grounds be:\n\n- cost\n\n- noise\n\n2. That the list be published.",
            [("1", "approve", "That the grounds be:"), ("2", "approve", "That the list be")],
        ),
        (
            "Proposed by Councillor Ryan;\nSeconded by Councillor Lane;\nAnd Resolved:\n\n“That, the tender "
            "be accepted.”",
            [("", "approve", "That, the tender be")],
        ),
        (
            "RESOLVED: No objection. Clerk to reply.",
            [("", "approve", "No objection."), ("", "request", "Clerk to reply.")],
        ),
        # the verb within a lead-in; things under a whole passive; labels printed anew, or that read as initials
        (
            "The Committee resolved to recommend the Assembly:\n\n(i) To note the accounts;\n\n(ii) To adopt the plan.",
            [("i", "recommend", "To note the accounts;"), ("ii", "recommend", "To adopt the plan.")],
        ),
        (
            "RESOLVED that the following be noted:\n\n(1) Minutes of the meeting held on 2 May 2013; and\n\n"
            "(2) Delegated decision - Mill Lane.",
            [("1", "note", "Minutes of the meeting"), ("2", "note", "Delegated decision - Mill")],
        ),
        (
            "RESOLVED\n\nThat approval be given to\n\n(a) The revised budget of £2.5m; and\n\n(b) The net transfers.",
            [("a", "approve", "The revised budget of"), ("b", "approve", "The net transfers.")],
        ),
        (
            "RESOLVED to note:\n\n1. The savings which will be made in May; and\n\n1. The position on reserves.",
            [("1", "note", "The savings which will"), ("1", "note", "The position on reserves.")],
        ),
        (
            "RESOLVED: That the following policies be approved:\n\nA. Damp Policy\n\nB. Repairs Policy",
            [("a", "approve", "Damp Policy"), ("b", "approve", "Repairs Policy")],
        ),
        # what stands over "RESOLVED" under the label; a clause told again; who decides behind a colon
        (
            "Decision:\n\nThe Leader thanked the officers for their work.\n\nRESOLVED:\n\n1. That the plan be noted.",
            [("1", "note", "That the plan be")],
        ),
        ("It was AGREED that the Chair & Clerk will visit the mill.", [("", "request", "the Chair & Clerk")]),
        (
            "Decision:\n\nThe Leader:\n\nCONSIDERED the fares in Annex 1 and, APPROVED them for a year.",
            [("", "approve", "CONSIDERED the fares in")],
        ),
        (
            "Councillor Lane moved the recommendations, seconded by Councillor Reed. The motion was agreed.\n\n"
            "Resolved\n\nThat Members\n\n1. Note the plan",
            [("1", "note", "Note the plan")],
        ),
        # a page that lost its "RESOLVED", and the label of the reasons below it
        (
            "Consideration was given to a bid.\n\nThat the bid for up to £1.5 million be approved.",
            [("", "approve", "That the bid for")],
        ),
        ("The Leader spoke.\n\nThat Cabinet:\n\n1. Approve the model.", [("1", "approve", "Approve the model.")]),
        (
            "Members weighed the plan.\n\na) the new plan be adopted;\n\nb) the Clerk be thanked.\n\n"
            "1. The plan sits above others.\n\n2. It has been developed in full.",
            [("a", "approve", "the new plan be"), ("b", "note", "the Clerk be thanked.")],
        ),
        ("The officers recommended:\n\nThat the bid be approved.", []),
        # who is appointed stands below, a line each
        (
            "RESOLVED:\n\n(a) the following be appointed to the panels -\n\nRoads - Councillor Ann Lane\n\n"
            "Parks - Councillor Jane Reed\n\n(b) the Clerk be thanked.",
            [("a", "appoint", "the following be appointed"), ("b", "note", "the Clerk be thanked")],
        ),
        ("RESOLVED that the Council seeks to promote the pledge.", [("", "undertake", "the Council seeks to")]),
    ],
)
def test_resolutions(text: str, expected: list[tuple[str, str, str]]) -> None:
    got = found(text).decided()
    assert [(label, action) for label, action, _ in got] == [(a, b) for a, b, _ in expected]
    assert [words.split()[0].strip('“"') for _, _, words in got] == [w.split()[0] for _, _, w in expected]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("After discussion it was resolved to support this application.", "endorse"),
        ("It was agreed that a site meeting be requested.", "request"),
        ("The committee agreed that the protocol be published.", "approve"),
        ("Members requested a briefing on the bridge.", "request"),
        ("Ward updates were deferred to the next meeting.", "defer"),
        ("This was agreed by the panel.", "approve"),
        ("The Committee heard a presentation and thereafter noted its terms.", "note"),
        ("Proposed by Councillor Kerr, Seconded by Councillor Boyd and agreed that the grant be awarded.", "approve"),
        ("The clerk was asked to write to the police.", "request"),
        ("The Members congratulated the team on its win.", "note"),
        ("The proposed change was not agreed.", "reject"),
        ("Councillor Lane proposed that the fee be raised, seconded by Councillor Reed. Agreed.", "approve"),
        ("Councillor Flynn requested a workshop on the scheme.", "request"),
        ("The Head of Roads agreed to circulate the figures.", "request"),
    ],
)
def test_told(text: str, action: str) -> None:
    assert found(text).actions() == [action]


@pytest.mark.parametrize(
    "text",
    [
        "No decision had been made by the Committee.",
        "Cabinet would be asked to approve the scheme in May.",
        "The Committee was asked to note the report.",
        "The Committee had agreed the policy in 2010.",
        "It was noted that work had begun.",
        "A Member noted the absence of figures.",
        "The Director confirmed that the grant had been agreed.",
        "Members asked for clarification of the figures.",
        "Members asked whether the cost had risen.",
        "If the Committee agreed the scheme, work would begin.",
        "Mr Spring was appointed as Deputy Lieutenant in 2001.",
        "The minutes of the last meeting were AGREED as a correct record.",
        "THESE MINUTES WILL BE AGREED AT THE NEXT MEETING",
        "Councillor Lane would like to see more trees.",
        "At its meeting in March 2013, the Committee approved the plan.",
    ],
)
def test_not_told(text: str) -> None:
    assert found(text).actions() == []


@pytest.mark.parametrize(
    "lead",
    [
        "It was noted:",
        "Further to comments and questions from Members it was noted:",
        "In response to comments and questions it was said:",
        "The following points were made:",
        "During the ensuing discussion -",
    ],
)
def test_points_of_discussion(lead: str) -> None:
    text = (
        f"{lead}\n\n- Members supported the move from red to amber.\n\n- The Committee agreed it was good "
        f"news.\n\nRESOLVED that the report be noted."
    )
    assert found(text).actions() == ["note"]


def test_what_is_agreed_among_points_of_discussion_counts() -> None:
    text = (
        "The following was said:\n\n- the Clerk spoke of the cost\n\n- agreed to invite the Leader to the next meeting"
    )
    assert found(text).actions() == ["request"]


def test_what_is_asked_for_in_discussion_counts() -> None:
    text = (
        "The following points were made:\n\n- The Chair requested that a copy be sent to the "
        "school.\n\n- Costs had risen."
    )
    assert found(text).actions() == ["request"]


MOTION = """Mr Lane proposed, and Mr Reed seconded the motion that

“Council is asked to:

1. Note the report

2. Adopt the plan.”
"""


def test_clauses_of_a_motion_as_moved_are_no_decisions() -> None:
    assert found(MOTION + "\nFollowing the debate the motion was withdrawn.").actions() == []


def test_motion_as_finally_resolved() -> None:
    text = (
        MOTION + "\nFollowing the debate, the Chairman put the motion to the vote.\n\nMotion carried.\n\nRESOLVED "
        "that Council notes the report."
    )
    assert found(text).actions() == ["note"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Holt proposed and Mr Lewis seconded the following amendment:\n\nDelete the second "
            "line.\n\nFollowing the debate the amendment was put to the vote and LOST.",
            ["reject"],
        ),
        (
            "Councillor Shaw moved an amendment, seconded by Councillor Bell.\n\nOn being put to the vote "
            "the amendment was carried.",
            ["approve"],
        ),
        (
            "It was moved by Councillor Reed and seconded by Councillor Lane that the application be "
            "refused. Upon a vote being taken the motion was LOST.",
            ["reject"],
        ),
        (
            "The Chairman proposed and the Vice-Chairman seconded that the meeting go on until "
            "five.\n\nMotion carried.",
            ["approve"],
        ),
        ("The vote on the recommendation was then taken, and carried by 22 votes to one.", ["approve"]),
        # the words of a motion may speak of an amendment; what was voted on is not named again
        (
            "It was moved by Councillor Reed and seconded by Councillor Lane, that the order be changed to take the "
            "amendment of Councillor Hill first.\n\nUpon being put to the vote, the motion was declared lost.",
            ["reject"],
        ),
        (
            'Moved by Councillor Reed,\n\nSeconded by Councillor Lane,\n\n"That the rents be waived."\n\nThe Council '
            "proceeded to vote, with twenty Members for and thirty-six against, and it was declared lost.",
            ["reject"],
        ),
        (
            "Proposed by Cllr Reed and seconded by Cllr Lane\n\nCARRIED: 6 for, 2 against\n\nTHAT THE LEASE END",
            ["approve"],
        ),
        (
            "The letters were noted and the report was adopted on the proposal of Cllr Reed, seconded by Cllr Lane, "
            "subject to these points:",
            ["note", "approve"],
        ),
        ("The Chair said that the letters were noted and the fee was agreed in May.", []),
        (
            "Councillor Reed, seconded by Councillor Lane, moved a motion to suspend the following rules:\n\n"
            "- Rule 2.9\n\n- Rule 1.9\n\nThe motion was put to the vote and declared to be lost.",
            ["reject"],
        ),
        ("Mr Brady proposed and Ms Mead seconded that the motion be put to the vote.\n\nAgreed.", []),
    ],
)
def test_motions(text: str, expected: list[str]) -> None:
    assert found(text, body="Council").actions() == expected


def test_printed_twice() -> None:
    text = (
        "Decision:\n\nRESOLVED that the policy be adopted.\n\nMinutes:\n\nThe Committee debated "
        "it.\n\nRESOLVED that the policy be adopted."
    )
    assert found(text).actions() == ["approve"]


def test_told_and_then_resolved() -> None:
    text = "Mrs Ann Lee was elected Chair.\n\nRESOLVED that Mrs Ann Lee be elected Chair for the year."
    assert [(d.status, d.action) for d in found(text).findings.decisions] == [("resolved", "appoint")]


@pytest.mark.parametrize(
    "text",
    [
        'The resolution "RESOLVED that the barn be sold" was rescinded.',
        "The draft resolution read: RESOLVED that the barn be sold.",
        "Officers' recommendation: RESOLVED that the barn be sold.",
        "It was altered, subject to the deletion of the words 'RESOLVED that the barn be sold'.",
        "The options were (a) RESOLVED to approve the plan; or (b) to refuse it.",
        "(a) RESOLVED to approve the plan; or (b) to refuse it.",
        "RESOLVED that, had it been necessary, the barn be sold.",
        "RECOMMENDATION TO CABINET\n\nThat the strategy be approved.",
        "Amendment by the Reform Group\n\nThat the fees be replaced with the following.",
        "Permission was asked for subject to the following conditions:-\n\n1. The fence shall not be raised.",
        "RESOLVED that\n\n(a) no declarations of interest were made in any item on the agenda; and\n\n"
        "(b) no additional items of business were taken as urgent.",
    ],
)
def test_a_resolution_within_something_else(text: str) -> None:
    assert found(text).actions() == []


NOTICE = """NOTICE OF DECISIONS AGREED AT THE MEETING OF THE HARBOUR BOARD HELD ON 4 MARCH 2014

1. Apologies

RESOLVED /-

That the apologies be noted.

2. Thanks

1. That the MHB record its thanks to the pilots.

2. That the letter of the port on its new crane be noted.

3. Dues

{text}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That the fees for boats be raised.", ["note", "note", "note", "approve"]),
        ("That was the view of two boat owners, and more would be heard.", ["note", "note", "note"]),
        ("Recommendations:\n\nThat the fees for boats be raised.", ["note", "note", "note"]),
    ],
)
def test_a_notice_that_prints_the_marker_over_some_items_only(tmp_path: Path, text: str, expected: list[str]) -> None:
    path = tmp_path / "notice.md"
    path.write_text(NOTICE.format(text=text), encoding="utf-8")
    document = read(path)
    assert [d.action for d in extract(document, segment(document)).decisions] == expected


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        (
            "Standards Committee",
            "RESOLVED: That the draft be noted.\n\nRECOMMENDATION:\n\nThat the Council adopt the code as drafted.",
            ["note", "recommend"],
        ),
        # what the report asked of the very body, of a council that recommends to nobody, and what is resolved below
        ("Cabinet", "RECOMMENDATION:\n\nThat the Cabinet adopt the code as drafted.", []),
        ("Council", "RECOMMENDATION:\n\nThat the Council adopt the code as drafted.", []),
        (
            "Standards Committee",
            "RECOMMENDATION:\n\nThat the Council adopt the code as drafted.\n\nRESOLVED: That it be deferred.",
            ["defer"],
        ),
        ("Standards Committee", "RECOMMENDATION:\n\nThat the code be noted.", []),
    ],
)
def test_recommended_to_a_higher_body(body: str, text: str, expected: list[str]) -> None:
    record = found(text, body=body)
    assert record.actions() == expected
    assert record.targets() == ["Council"] * expected.count("recommend")
    assert record.referrals() == [("recommend", body, "Council")] * expected.count("recommend")


def test_a_resolution_moved_and_lost() -> None:
    text = (
        "It was moved by Councillor Reed and seconded by Councillor Lane that it be RESOLVED that the barn be sold. "
        "The motion was lost."
    )
    assert [(d.status, d.action) for d in found(text).findings.decisions] == [("recorded", "reject")]


@pytest.mark.parametrize(
    "text",
    [
        "On the officers' recommendation, RESOLVED that the barn be sold.",
        "The Committee passed the following resolution: RESOLVED that the barn be sold.",
        "The Committee, having heard the officers, RESOLVED that the barn be sold.",
        "RESOLVED by 8 votes to 2 that the barn be sold.",
    ],
)
def test_a_resolution_all_the_same(text: str) -> None:
    record = found(text)
    assert [(d.status, d.action) for d in record.findings.decisions] == [("resolved", "approve")]
    assert record.document.quote(record.findings.decisions[0].text).startswith("the barn")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Cabinet", "The Overview and Scrutiny Committee resolved on 8 January 2014 to refer the fees to the Board."),
        ("Cabinet", "The Overview and Scrutiny Committee agreed that the fees be raised."),
        ("Cabinet", "The Committee noted the report."),
        ("Planning Committee", "The Cabinet, at its meeting on 1 March, RESOLVED that the barn be sold."),
        ("Planning Committee", "The Cabinet resolved to sell the barn."),
        ("Planning Committee", "It was agreed by the Allotment Society that the hedge be cut."),
        ("Planning Committee", "The proposals were not accepted by the Committee at its last meeting."),
        ("Planning Committee", "The Committee agreed at its last meeting to sell the barn."),
        ("Planning Committee", "The Committee resolved on 8 January 2014 to sell the barn."),
        ("Council", "The Planning Committee agreed that the fees be raised."),
    ],
)
def test_decided_elsewhere(body: str, text: str) -> None:
    assert found(text, body=body).actions() == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Cabinet", "Members noted the report."),
        ("Council", "The Council noted the report."),
        ("Health and Wellbeing Board", "The Panel noted the report."),
        ("Planning Committee", "It was agreed by all members that the report be noted."),
        ("Planning Committee", "The Committee agreed that the report deferred at the last meeting be noted."),
    ],
)
def test_decided_here(body: str, text: str) -> None:
    assert found(text, body=body).actions() == ["note"]


@pytest.mark.parametrize(
    "text",
    [
        "Decision: Withdrawn",
        "The item was withdrawn.",
        "This application was withdrawn by the applicant before the meeting.",
        "Members agreed to disagree.",
    ],
)
def test_withdrawn_and_disagreed(text: str) -> None:
    assert found(text).actions() == []


def test_a_long_story_under_decision_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Counter[str]()

    def opener_in(text: str, block: Block) -> re.Match[str] | None:
        looked[text] += 1
        return openers.opener_in(text, block)

    monkeypatch.setattr(reading, "opener_in", opener_in)
    told = "\n\n".join(f"The panel heard of lane {number} and of its verges." for number in range(20))
    record = found(f"Decision:\n\n{told}\n\nRESOLVED: That the report be noted.")
    assert record.actions() == ["note"]
    assert set(looked.values()) == {1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The swing is broken. Decision: to order a chain. Action: Clerk to ring the maker.",
            [("", "approve", "order a chain."), ("", "request", "Clerk to ring the")],
        ),
        (
            "The ditch is full. Decision - ask the farmer to clear it. ACTION - Clerk to write.",
            [("", "request", "ask the farmer to"), ("", "request", "Clerk to write.")],
        ),
        (
            "RESOLVED that the offer be accepted.\n\nACTION: Clerk to tell the owner.",
            [("", "approve", "the offer be accepted."), ("", "request", "Clerk to tell the")],
        ),
        ("RESOLVED that the offer be accepted.\n\nAction: see below", [("", "approve", "the offer be accepted.")]),
        ("It was a hard decision: to sell the field or to keep it.", []),
        # a report that is received and approved leads into what is approved
        (
            "RESOLVED that the report be received and approved as follows:\n\n(a) Roof: that the tiles are replaced.",
            [("a", "approve", "Roof: that the tiles")],
        ),
    ],
)
def test_labels_within_a_paragraph(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text).decided() == expected


def test_a_web_page_prints_its_label_with_a_dash() -> None:
    text = (
        "Decision \u2013\n\nThat having considered the application; the letter of the police, the policy and "
        "the guidance, the panel refuses the application for the following reasons:\n\n"
        "1. Noise at night:\n\nSunday to Monday\n\n2. The shop has been closed before."
    )
    assert found(text).decided() == [("", "reject", "That having considered the")]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("It was RESOLVED to adopt the minutes and they were signed.", []),
        ("The Committee resolved:-\n\nto approve the minute.", []),
        ("RESOLVED to approve the minutes of the Parks Sub-Committee.", ["approve"]),
    ],
)
def test_its_own_minutes_are_no_decision(text: str, actions: list[str]) -> None:
    assert found(text).actions() == actions


def test_a_verb_alone_behind_the_marker_leads_into_what_is_below() -> None:
    text = "RESOLVED to note\n\n(1) Councillor Lane had joined the Board; and\n\n(2) Ann Hale had gone."
    assert found(text).decided() == [("1", "note", "Councillor Lane had joined"), ("2", "note", "Ann Hale had gone.")]
    assert found("RESOLVED to adjourn.\n\nThe Chair thanked those present.").actions() == ["defer"]


def test_a_clause_that_breaks_off_before_its_verb() -> None:
    text = "RESOLVED: That the application be\n\nREFUSED for the following reason:\n\n(1) It lies in the Green Belt."
    assert found(text).decided() == [("", "reject", "the application be REFUSED")]
    assert found("RESOLVED: That the fees be raised.\n\nRefused entry, he left.").actions() == ["approve"]


def test_numerals_that_a_page_ran_on_in_one_paragraph() -> None:
    text = "Cabinet approved the following:\n\n(i) To note the plan. (ii) To adopt the fees. (iii) To refuse the lease."
    assert [(label, action) for label, action, _ in found(text, body="Cabinet").decided()] == [
        ("i", "note"),
        ("ii", "approve"),
        ("iii", "reject"),
    ]


def test_the_number_of_a_decision_is_no_clause() -> None:
    text = "DECISION MADE: (CAB 12/13 0417)\n\nCabinet agreed to:\n\n(i) Note the report;\n\n(ii) Approve the plan."
    assert found(text, body="Cabinet").actions() == ["note", "approve"]


def test_a_line_of_the_agenda_below_a_resolution_is_none_of_its_clauses() -> None:
    text = "RESOLVED: That Mrs Pell be elected Chair.\n\nTo receive apologies for absence."
    assert found(text).actions() == ["appoint"]
    labelled = "RESOLVED:\n\n1. To note the report.\n\n2. To receive a further report from the Director in May."
    assert found(labelled).actions() == ["note", "request"]


def test_a_clause_below_bullets_that_were_noted_is_not_noted() -> None:
    text = (
        "Resolved: That the Authority noted:\n\n• the place of the Mayor,\n\n• the work of the Deputy Mayor.\n\n"
        "That the fees be raised."
    )
    assert found(text).actions() == ["note", "note", "approve"]


def test_what_was_borne_in_mind_is_no_decision() -> None:
    text = (
        "Decision:\n\nDecision\n\nThe Sub-Committee has determined that having regard to the aims of the Act:\n\n"
        "• Public safety;\n\n• Children;\n\nthe application to vary the licence has been refused under Policy 4."
    )
    assert found(text).decided() == [("", "reject", "the application to vary")]


def test_a_clause_subject_to_changes_that_it_lists() -> None:
    text = (
        "RESOLVED:\n\n(1) That the report be noted;\n\n(2) That, subject to the following changes, the plan be "
        "presented to Council:\n\n(i) That a section be added on flooding;\n\n(3) That the fees be raised."
    )
    assert [(label, action) for label, action, _ in found(text).decided()] == [
        ("1", "note"),
        ("2", "refer"),
        ("2i", "amend"),
        ("3", "approve"),
    ]
    assert found("RESOLVED that a report be added to the work programme.").actions() == ["schedule"]


def test_a_motion_declared_carried_as_follows_opens_its_clauses() -> None:
    text = (
        "A motion to grant permission was moved, seconded, put to the vote and declared granted as follows:\n\n"
        "1. That permission was granted subject to conditions;\n\n2. That the Clerk write to the owner."
    )
    record = found(text)
    assert record.actions() == ["approve", "request"]
    assert [outcome for outcome, *_ in record.votes()] == ["carried"]
    lost = text.replace("declared granted as follows", "not carried")
    assert "approve" not in found(lost).actions()


def test_what_others_agreed_on_another_day_is_told_here_and_not_decided() -> None:
    text = "On 11 November 2013, the Finance Committee agreed the following:\n\n1. The depot be sold."
    assert found(text).actions() == []
    assert found("On a vote, the Planning Committee agreed the following:\n\n1. The depot be sold.").actions() != []


def test_the_following_decisions_are_made() -> None:
    text = (
        "The Leader of the Council made the following decisions:-\n\nTo authorise the sale.\n\n"
        "That Cllr Jill Lane will continue as Deputy Leader of the Council."
    )
    assert found(text, body="Leader").actions() == ["approve", "appoint"]
    assert found("The Planning Inspector made the following decisions:\n\nThe barn was allowed.").actions() == []


def test_the_status_that_a_form_gives_a_decision_decides_nothing() -> None:
    assert found("Decision status: Recommendations Approved").actions() == []


def test_recommendations_that_are_approved_under_a_number() -> None:
    assert found("1. That the recommendations (1 to 6) of the Task Group are approved.").actions() == ["approve"]
    assert found("1. That the costs are high.").actions() == []


def test_an_amendment_of_a_thing_announces_no_motion() -> None:
    assert announces("To approve the proposed amendment of the bays, within:") == ""
    assert announces("Councillor Lee proposed the following amendment:") == "motion"


def test_lines_of_a_clause_that_a_page_sets_apart() -> None:
    text = (
        "The Committee agreed that:\n\n(1) subject to consent, the Mill\n\nWarehouse be demolished and "
        "homes\n\nbe built "
        "there;\n\n(2) officers submit a bid."
    )
    assert found(text).decided() == [
        ("1", "approve", "subject to consent, the"),
        ("2", "request", "officers submit a bid."),
    ]
    ended = "RESOLVED:\n\n(1) That the plan be noted.\n\nThe Chair Spoke\n\n(2) That the fees be raised."
    assert [action for _, action, _ in found(ended).decided()] == ["note", "approve"]
    assert all("Spoke" not in found(ended).document.quote(d.text) for d in found(ended).findings.decisions)


def test_a_recommendation_printed_as_the_decision_is_without_its_label() -> None:
    text = "Decision:\n\nThe Board considered a report.\n\nRecommendation: That the record is noted."
    assert found(text).decided() == [("", "note", "That the record is")]


def test_clauses_behind_a_body_that_resolved_to_in_one_paragraph() -> None:
    text = "The plan was discussed. Council resolved to: 1. Note the report. 2. Adopt the plan."
    assert [(label, action) for label, action, _ in found(text, body="Council").decided()] == [
        ("1", "note"),
        ("2", "approve"),
    ]
    assert found("The Chair had resolved to: 1. stay.", body="Council").actions() == []


def test_sub_headings_with_a_year_and_what_is_added() -> None:
    text = (
        "RESOLVED that:\n\nCouncil, having read the report, approve the following:\n\n2025-35 Capital Programme\n\n"
        "(a) The programme of £4m.\n\n2025-26 Revenue Budget\n\n(b) The total Council Tax of £9m to be raised "
        "by precepts.\n\n"
        "In addition:\n\n(c) To delegate authority to the Clerk to sign.\n\n(d) To note the rates."
    )
    assert [(label, action) for label, action, _ in found(text, body="Council").decided()] == [
        ("a", "approve"),
        ("b", "approve"),
        ("c", "delegate"),
        ("d", "note"),
    ]
    other = "RESOLVED:\n\n(a) That the plan be noted.\n\nMembers asked for:\n\n(b) a list of the sites."
    assert [label for label, *_ in found(other).decided()] != ["a", "b"]


def test_requests_and_exclusions_without_a_marker() -> None:
    text = (
        "Decision:\n\nThe Executive considered an update.\n\nOfficers were requested to progress the following "
        "actions:\n\n"
        "• To ascertain the cost;\n\n• To investigate the delay;\n\n• To find out the price."
    )
    record = found(text, body="Executive")
    assert record.actions() == ["request"] * 3 and record.targets() == ["Officers"] * 3
    act = "In pursuance of Section 100A(4) of the Local Government Act 1972, the press and public be excluded."
    assert found(act).actions() == ["exclude"]
    assert found("It was asked why the press and public were excluded.").actions() == []


def test_a_clause_ends_with_its_cell() -> None:
    text = "RESOLVED: That the application be approved. | discretion to exclude the press and public from the meeting."
    assert found(text).actions() == ["approve"]


def test_measures_are_no_clauses_and_the_motion_as_amended_is() -> None:
    text = (
        "RESOLVED: the Panel agreed to lift the suspension and replace it with the following measures set out "
        "in Annex 2:\n\n"
        "1. Door staff to be provided on Fridays."
    )
    assert [label for label, *_ in found(text, body="Licensing Panel").decided()] == [""]
    text = (
        'It was moved by Cllr Lane and seconded by Cllr Reed:\n\n"The Authority will take a hard line."\n\n'
        'The wording was amended as follows:\n\n"The Authority will take a soft line."\n\n'
        "The amended motion was moved, seconded, voted upon and carried.\n\nThat the Authority will take a soft line."
    )
    assert found(text).decided() == [("", "approve", "That the Authority will")]


def test_what_a_body_has_is_not_the_body() -> None:
    assert found("RESOLVED: The Authority's response will not be delegated.").actions() != ["delegate"]
    assert found("The Committee's report noted the rise.").actions() == []


def test_a_declaration_under_resolved_decides_nothing() -> None:
    text = "Resolved -\n\nCouncillor Lane gave a declaration of interest as a tenant.\n\nThat the list be noted."
    assert found(text).actions() == ["note"]


def test_what_a_post_decided_under_its_form() -> None:
    text = (
        "Decision Maker: Corporate Director of Roads\n\nDecision:\n\nThe Corporate Director - Roads approved that the "
        "Authority should support the Order.\n\nLead officer: Ann Lee"
    )
    assert found(text).decided() == [("", "approve", "The Corporate Director -")]
    assert found(text.replace("The Corporate Director - Roads", "The Minister of Roads")).actions() != ["note"]
    award = "Decision:\n\nFollowing a tender, the decision has been taken to award the contract to Bell Ltd."
    assert found(award).actions() == ["approve"]


def test_a_line_over_the_next_minutes_is_of_the_next_item() -> None:
    text = "RESOLVED that the fees be raised.\n\nTo note the visits\n\nMinutes:\n\nRESOLVED that it be noted."
    assert not any(words.startswith("To note") for *_, words in found(text).decided())
    assert found("RESOLVED:\n\nTo note the list.\n\nTo approve the fees.").actions() == ["note", "approve"]


def test_numbers_alone_over_lines_set_apart() -> None:
    text = (
        "ORDERED that Executive:\n\n1.\n\nApproves the change so\n\nthat it includes the\n\nHead of Roads.\n\n2.\n\n"
        "Appoints the Head of Roads as its\n\nshareholder."
    )
    assert [(label, action) for label, action, _ in found(text, body="Executive").decided()] == [
        ("1", "approve"),
        ("2", "appoint"),
    ]
    assert found(text, body="Executive").targets() == ["Head of Roads"]


def test_what_is_told_or_wanted_under_decision_is_none() -> None:
    text = (
        "Decision:\n\n1. The minutes of the last meeting were agreed.\n\n2. The Chair, Cllr Smale highlighted "
        "the issues.\n\n"
        "The Panel will receive the reply of the owners.\n\nDecision:\n\nThat the reply be noted."
    )
    assert found(text).actions() == ["note"]
    assert found("Decision:\n\nCllr Adam Lee declared an other interest as a tenant.").actions() == []
    assert found("Decision:\n\nThe Committee received deputations from the following people.").actions() == []
    assert found("Decision:\n\nThe Panel will write to the owners.").actions() == ["undertake"]


def test_a_sum_and_its_parts_are_one_clause() -> None:
    text = (
        "It was AGREED to:\n\nFund the full amount of £84,000 comprised of:\n\n• £80,000 for the park to be "
        "paid in parts."
        "\n\n• Including 5% to be held by the Council."
    )
    assert found(text).decided() == [("", "approve", "Fund the full amount")]


def test_a_marker_set_wide_and_a_note_that_resolves() -> None:
    text = (
        "R E S O L V E D - that:\n\nD. Officers are instructed to begin discussions.\n\nNote: in addition to "
        "the above the "
        "Committee resolved to recommend to Council that the budget be approved."
    )
    assert [(d.label, d.action, d.status) for d in found(text).findings.decisions] == [
        ("d", "request", "resolved"),
        ("", "recommend", "resolved"),
    ]
    assert found("R E S O L V E D - that the fees be raised.\n\nNote: Cllr Lee left.").actions() == ["approve"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who seconded it, and what was agreed
        (
            "Proposed by Councillor Lane\n\nSeconded by Councillor Reed and agreed that the pier be mended.",
            [("", "approve", "the pier be mended.")],
        ),
        (
            "Proposed by Councillor Lane\n\nSeconded by Councillor Reed and agreed that\n\n(a) the pier be shut;\n\n"
            "(b) the owner be asked to mend it.",
            [("a", "approve", "the pier be shut;"), ("b", "request", "the owner be asked")],
        ),
        ("Seconded by Councillor Reed and agreed.\n\nThe Clerk left the room.", []),
        # the body alone, at the end of a story
        (
            "The Director spoke. Thereafter the Committee:-\n\ni. considered and NOTED the talk; and\n\n"
            "ii. AGREED that the Chair write to the port.",
            [("i", "note", "considered and NOTED the"), ("ii", "request", "AGREED that the Chair")],
        ),
        ("A letter came on behalf of the Council:\n\n1. Why is the pier shut?", []),
        (
            "The Panel:\n\n• heard from the Director;\n\n• asked why it took long; and\n\n• noted the report.",
            [("", "note", "noted the report.")],
        ),
        (
            "The Committee NOTED the following Transparency Statement:-\n\nItem 6 - Mr R Lane",
            [("", "note", "The Committee NOTED the")],
        ),
        (
            "After a full debate the Sub-Committee:\n\na) AGREED the lease; and\n\n"
            "b) REMITTED the fees to the Port Panel.",
            [("a", "approve", "AGREED the lease; and"), ("b", "refer", "REMITTED the fees to")],
        ),
        # what stands between the marker and the clause, or is told before it
        (
            "RESOLVED: (on a motion by Councillor Lane, seconded by Councillor Reed and carried nem con) to note it.",
            [("", "note", "to note it.")],
        ),
        (
            "RESOLVED: accordingly (11 votes to 4)\n\nCouncil notes that the pier shut. Council asks the Cabinet to:"
            "\n\n1. Mend the pier; and\n\n2. Ask the port for a grant.",
            [
                ("", "note", "Council notes that the"),
                ("1", "request", "Mend the pier; and"),
                ("2", "request", "Ask the port for"),
            ],
        ),
        # a body that is to act, below a condition; one that says a thing
        (
            "RESOLVED: That, subject to the change above, Cabinet\n\n2.1 Agree the plan.",
            [("2.1", "approve", "Agree the plan.")],
        ),
        (
            "RESOLVED that the Inspectorate be advised that the Council\n\n(a) objects to the pier; and\n\n"
            "(b) requests that it be moved.",
            [("a", "reject", "objects to the pier;"), ("b", "request", "requests that it be")],
        ),
        (
            "AGREED to appoint Ms Ann Lane to the Panel. It was further AGREED that the vacancy be held over.",
            [("", "appoint", "appoint Ms Ann Lane"), ("", "defer", "the vacancy be held")],
        ),
        # minutes approved but for one item
        (
            "RESOLVED that the minutes be approved, subject to item 3.6 (Pier Fees) being referred back to the Panel.",
            [("", "refer", "item 3.6 (Pier Fees)")],
        ),
        ("The Council considered the papers and decided as set out below.", []),
        # how, or under what, it was decided stands before "to" or "that"
        (
            "It was resolved, on a majority vote (Cllrs Lane and Reed voting against), to:\n\nA. Note the audit.\n\n"
            "B. Refuse the bid.",
            [("a", "note", "Note the audit."), ("b", "reject", "Refuse the bid.")],
        ),
        ("It was resolved by affirmation to approve the plan.", [("", "approve", "approve the plan.")]),
        ("RESOLVED under the Barns Act that the barn be sold.", [("", "approve", "the barn be sold.")]),
        ("RESOLVED on a motion put to the meeting that the barn be sold.", [("", "approve", "the barn be sold.")]),
        # a second resolution in the paragraph of the first, and one without a word behind "unanimously:"
        (
            "RESOLVED: that the plan be approved. RESOLVED: that the terms be brought to the next meeting.",
            [("", "approve", "the plan be approved."), ("", "schedule", "the terms be brought")],
        ),
        ("RESOLVED UNANIMOUSLY:\n\n(i) to accept the tender;", [("i", "approve", "to accept the tender;")]),
        # numbered conditions, and the clause behind them
        (
            "RESOLVED:\n\n1. That the barn be APPROVED subject to a legal agreement to pay for the lane and to the"
            " following conditions:\n\n1. Time limit.\n\n2. Submit plans before use.\n\n"
            "2. That the Head of Roads be asked to report.",
            [("1", "approve", "That the barn be"), ("2", "request", "That the Head of")],
        ),
        # what is recommended in clauses below
        (
            "RESOLVED:\n\n1. That the following recommendations be submitted to Cabinet:-\n\n"
            "a) That a van be bought.\n\nb) That the lane be closed.\n\n"
            "2. That the reply be reported to this Committee by May.",
            [
                ("1a", "recommend", "That a van be"),
                ("1b", "recommend", "That the lane be"),
                ("2", "request", "That the reply be"),
            ],
        ),
        (
            "The following priorities were agreed (unanimously):\n\ni. Speed in Mill Lane.\n\nii. Noise at night.",
            [("i", "approve", "Speed in Mill Lane."), ("ii", "approve", "Noise at night.")],
        ),
        ("The following points were made:\n\ni. Speed was agreed to be high.", []),
        # told how things are, and told what to do
        (
            "RESOLVED that the Roads Board be advised that this Committee supports the plan.",
            [("", "refer", "the Roads Board be")],
        ),
        (
            "RESOLVED that the Roads Board be advised that the lane should be closed.",
            [("", "recommend", "the Roads Board be")],
        ),
    ],
)
def test_other_ways_to_lead_in(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text).decided() == expected


def test_a_verb_in_capitals_is_formal() -> None:
    for text, status in (
        ("The Committee NOTED the report.", "resolved"),
        ("The Committee noted the report.", "recorded"),
    ):
        assert [d.status for d in found(text).findings.decisions] == [status]
