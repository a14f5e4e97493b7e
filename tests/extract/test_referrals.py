import pytest

from civicgraph.extract import extract
from civicgraph.read import read_bytes
from civicgraph.segment import segment
from record import Record, found


def page(text: str) -> Record:
    """The findings of a whole page."""
    document = read_bytes(text.encode(), path="page.txt", name="page.txt")
    return Record(document, extract(document, segment(document)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RESOLVED that the matter be referred to the Audit Committee.",
            ("refer", "Planning Committee", "Audit Committee"),
        ),
        ("RESOLVED that Cabinet be recommended to adopt the plan.", ("recommend", "Planning Committee", "Cabinet")),
    ],
)
def test_decided(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text).referrals() == [expected]


def test_recommendations_of_minutes_that_the_lead_in_approves() -> None:
    text = (
        "# Minutes of the Roads Panel\nThe Committee considered the Minutes of the Roads Panel held on 3 June 2013.\n\n"
        "Resolved:-\n\nThat the recommendations of the Roads Panel, as set out below, be approved:\n\n"
        "1. An amendment to Part 3.\n\n2. Authority be delegated to the Clerk to publish it."
    )
    assert found(text).referrals() == [("take-up", "Roads Panel", "Planning Committee")]


def test_call_in() -> None:
    text = (
        "# Call-in: Sale of Mill Lane\nThe decision taken by the Cabinet on 4 February had been called "
        "in.\n\nRESOLVED that the decision be referred back to the Cabinet."
    )
    assert found(text, body="Scrutiny Committee").referrals() == [
        ("refer", "Scrutiny Committee", "Cabinet"),
        ("call-in", "Cabinet", "Scrutiny Committee"),
    ]


def test_the_way_to_the_meeting() -> None:
    text = (
        "# Review of Decision 14/7\nThe decision was taken by the Executive and considered by the "
        "Scrutiny Committee via the call-in procedure. Scrutiny Committee had referred the matter to "
        "Full Council."
    )
    assert found(text, body="Council").referrals() == [
        ("call-in", "Executive", "Scrutiny Committee"),
        ("refer", "Scrutiny Committee", "Full Council"),
    ]


def test_only_the_last_step_of_the_way_is_answered_by_who_decides() -> None:
    text = (
        "# Review of Decision 14/7\nThe decision was taken by the Executive and considered by the "
        "Scrutiny Committee via the call-in procedure. Scrutiny Committee had referred the matter to "
        "Full Council.\n\nRESOLVED that the decision be noted."
    )
    findings = found(text, body="Council").findings
    assert [findings.referrals[one.referral].kind for one in findings.responses] == ["refer"]


@pytest.mark.parametrize(
    "text",
    [
        "Members referred to the report of the Audit Committee.",
        "# Consideration of any call-ins\nThe Committee may call in any decision made by Cabinet.",
        "No referral had been made to the Audit Committee.",
    ],
)
def test_none(text: str) -> None:
    assert found(text).referrals() == []


def test_taken_up() -> None:
    record = found(
        "# Allotments: Recommendations from the Audit Committee\nThe Committee considered "
        "them.\n\nRESOLVED that the recommendations be accepted."
    )
    assert record.referrals() == [("take-up", "Audit Committee", "Planning Committee")]
    assert [r.answer for r in record.findings.responses] == ["accepted"]


def test_to_a_parish_the_county_is_another_authority() -> None:
    text = "RESOLVED that the speed limit be referred to the County Council."
    assert found(text, body="Parish Council").referrals() == []
    assert found(text, body="Cabinet").referrals() == [("refer", "Cabinet", "County Council")]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the petition not be referred to the Audit Committee.",
        "RESOLVED (by 2 votes to 5) not to refer the fees to the Audit Committee.",
        "RESOLVED that Cabinet not be recommended to adopt the plan.",
    ],
)
def test_not_referred(text: str) -> None:
    record = found(text)
    assert (record.actions(), record.referrals(), record.targets()) == (["reject"], [], [])


def test_no_answer_of_an_earlier_meeting() -> None:
    record = found(
        "# Allotments: Recommendations from the Audit Committee\nThe recommendations were not accepted by the "
        "Committee at its last meeting."
    )
    assert record.findings.responses == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RECOMMENDED to Council that the fees be raised.", ("recommend", "Council")),
        ("RESOLVED TO RECOMMEND TO COUNCIL that the fees be raised.", ("recommend", "COUNCIL")),
        (
            "RESOLVED that Council be RECOMMENDED to:\n\n1. adopt the plan; and\n\n2. revoke the old one.",
            ("recommend", "Council"),
        ),
        ("RESOLVED to recommend the budget in Appendix 2 to February Council.", ("recommend", "Council")),
        ("RESOLVED that the draft plan be endorsed for adoption by Full Council.", ("recommend", "Full Council")),
        (
            "RESOLVED that the petition be referred, in the first instance, to the Roads Committee.",
            ("refer", "Roads Committee"),
        ),
        (
            "That the motion be referred directly to the Roads Committee for consideration.",
            ("refer", "Roads Committee"),
        ),
        ("RESOLVED that the Committee's comments be reported to the Cabinet.", ("report-up", "Cabinet")),
        ("RESOLVED: That the annual report be submitted to the Council.", ("refer", "Council")),
        ("RESOLVED that the annual report be presented to Annual Council.", ("report-up", "Council")),
        (
            "RESOLVED that the results be reported back to the Roads Committee for referral to Full Council.",
            ("report-up", "Roads Committee"),
        ),
        ("RECOMMENDED:\n\n(a) That council adopt the policy; and", ("recommend", "council")),
        ("RESOLVED that Cabinet be asked to reconsider the decision.", ("recommend", "Cabinet")),
        ("RESOLVED to recommend that the Council contribute £500 to the fair.", ("recommend", "Council")),
        ("RECOMMENDED that the policy be adopted as at Annex A by Full Council.", ("recommend", "Full Council")),
        ("RESOLVED that the changes be supported for submission to the Cabinet.", ("recommend", "Cabinet")),
        ("RESOLVED that the estimates be referred to the Joint Committee.", ("refer", "Joint Committee")),
        ("RESOLVED to remit the scheme of delegations to the Roads Committee.", ("refer", "Roads Committee")),
        ("It was agreed that this be passed to the Roads Committee.", ("refer", "Roads Committee")),
        ("RESOLVED that the comments be referred to Mayor and Cabinet.", ("refer", "Mayor and Cabinet")),
        (
            "It was agreed that these be discussed at an Open Spaces Committee meeting.",
            ("refer", "Open Spaces Committee"),
        ),
        (
            "RESOLVED that the plan be agreed and presented by the Cabinet Member, Roads and Parks to the Roads Panel.",
            ("report-up", "Roads Panel"),
        ),
        ("RESOLVED that the petition be brought before Full Council.", ("refer", "Full Council")),
        ("RESOLVED that the matter be taken to the Roads Committee.", ("refer", "Roads Committee")),
        ("That the Cabinet be advised that the Committee supported the plan.", ("report-up", "Cabinet")),
        ("RESOLVED that Council be asked to approve the strategy.", ("recommend", "Council")),
        (
            "RESOLVED that the Committee approved the referral of changes to the Constitution to the Roads Committee.",
            ("refer", "Roads Committee"),
        ),
        ("The petition was referred to the Roads Committee.", ("refer", "Roads Committee")),
        ("RESOLVED that the motion stand referred to the Roads Committee.", ("refer", "Roads Committee")),
        ("The petition was passed to the Roads Committee for a response.", ("refer", "Roads Committee")),
        (
            "In accordance with Procedure Rule 12, the motion was referred to the Cabinet.",
            ("refer", "Cabinet"),
        ),
        ("It was RESOLVED that the matter be placed before the Council.", ("refer", "Council")),
        ("RESOLVED: That it be a recommendation to Council that the precept be raised.", ("recommend", "Council")),
        ("RECOMMENDATIONS TO FULL COUNCIL\n\n1. That the Code be adopted.", ("recommend", "FULL COUNCIL")),
        ("RESOLVED that Cabinet take account of the Committee's comments.", ("recommend", "Cabinet")),
        ("RESOLVED: That Cabinet be requested to consider a wider scheme.", ("recommend", "Cabinet")),
        ("RESOLVED to ask the Roads Panel to look at verges.", ("recommend", "Roads Panel")),
        ("The Committee agreed to send its comments to the Cabinet.", ("refer", "Cabinet")),
        ("The Committee agreed to note the report prior to submission to Council.", ("recommend", "Council")),
        ("It was agreed that the item be added to the agenda of the Audit Committee.", ("refer", "Audit Committee")),
        (
            "RESOLVED that, subject to clause 2, if the Committee is so minded, the plan be referred to Council Forum.",
            ("refer", "Council Forum"),
        ),
    ],
)
def test_passed_on(text: str, expected: tuple[str, str]) -> None:
    assert [(kind, to) for kind, _, to in found(text).referrals()] == [expected]


@pytest.mark.parametrize(
    ("title", "text", "sender"),
    [
        ("Matters Referred to Cabinet by the Youth Scrutiny Panel", "The reviews were noted.", "Youth Scrutiny Panel"),
        ("Referral by a Committee - Reference from the Roads Committee", "These were noted.", "Roads Committee"),
        ("REPORT OF THE CABINET - BRIDGES", "Members spoke.", "CABINET"),
        ("Audit Committee - Annual Report", "Members spoke.", "Audit Committee"),
        ("Responses of the Cabinet to Reports of the Roads Panel", "Members spoke.", "Cabinet"),
        ("Audit Committee Recommendations", "Members spoke.", "Audit Committee"),
        ("Savings", "Regarding the recommendation from the Audit Committee on fees, members spoke.", "Audit Committee"),
        (
            "Savings",
            "To consider the recommendations of the Audit Committee from its meeting on 3 March 2014.",
            "Audit Committee",
        ),
        (
            "Savings",
            "The clerk submitted a report to give consideration to the recommendations of the Pay Panel.",
            "Pay Panel",
        ),
        (
            "Savings",
            "RESOLVED to endorse the recommendation of the Audit Committee that the policy be adopted.",
            "Audit Committee",
        ),
        (
            "Audit Committee",
            "The minutes of the meeting of the Audit Committee held on 3 February 2014 were submitted.\n\n"
            "RESOLVED that the recommendation at minute no. 35 be approved.",
            "Audit Committee",
        ),
        ("Savings", "The Audit Committee agreed to recommend that the Council raise the fee.", "Audit Committee"),
        ("Savings", "The Audit Committee have recommended that the fees be raised.", "Audit Committee"),
        ("Savings", "The matter had been referred by the Audit Committee.", "Audit Committee"),
        (
            "Savings",
            "The plan had been considered by the Audit Committee on 4 February 2014, which recommended one change.",
            "Audit Committee",
        ),
        (
            "Savings",
            "Upon the recommendation of the Audit Committee, it was moved by Councillor Hale, seconded by Councillor "
            "Ames and\n\nRESOLVED that the fees be raised.",
            "Audit Committee",
        ),
        (
            "Savings",
            "The report had been considered by the Audit Committee on 4 May 2013 and was recommended for approval.",
            "Audit Committee",
        ),
        (
            "Savings",
            "The Audit Committee had, at its meeting on 4 May 2013, recommended that the fee be raised.",
            "Audit Committee",
        ),
        ("Savings", "Councillor Ames presented the recommendations of the Audit Committee on fees.", "Audit Committee"),
        ("Savings", "(Recommendation of Audit Committee, 4 February 2014)", "Audit Committee"),
        ("Savings", "The Chair of the Audit Committee introduced the Committee's report.", "Audit Committee"),
        ("Savings", "The Council considered the comments of the Audit Committee on fees.", "Audit Committee"),
        ("Savings", "The Council considered the motion referred to it by the Audit Committee.", "Audit Committee"),
        ("Savings", "Following its referral from the Audit Committee, members spoke of the fee.", "Audit Committee"),
        ("Savings", "The motion had been referred to the Council from the Audit Committee.", "Audit Committee"),
        (
            "Savings",
            "At the Audit Committee meeting on 3 February 2014 the motion was referred to Council for debate.",
            "Audit Committee",
        ),
        ("Libraries - a major review by the Roads Scrutiny Panel", "Members spoke.", "Roads Scrutiny Panel"),
        ("Savings", "Referred direct by the Audit Committee", "Audit Committee"),
        ("Savings", "From the Audit Committee, 7 May 2024", "Audit Committee"),
        ("B - Audit Committee 20 December, Minute No 98", "RESOLVED that the fees be raised.", "Audit Committee"),
        ("(b) Audit Committee - 20 December 2022 (Minute 98)", "RESOLVED that fees be raised.", "Audit Committee"),
        ("Savings", "To consider the motion referred by the Audit Committee.", "Audit Committee"),
        ("Savings", "The Council received a resolution of the Audit Committee on the fees.", "Audit Committee"),
        ("Savings", "RESOLVED that the decision of the Audit Committee dated 3 May 2021 be noted.", "Audit Committee"),
        (
            "Savings",
            "Cllr Hale moved that the Audit Committee's recommendation to spend £5 be approved.",
            "Audit Committee",
        ),
        (
            "Minutes of Committees",
            "The minutes of the Roads Panel held on 3 May were submitted.\n\nRESOLVED that they be received.\n\n"
            "The minutes of the Audit Committee held on 4 May were submitted.\n\n"
            "RESOLVED that the recommendations at minute 5 be adopted.",
            "Audit Committee",
        ),
        ("Savings", "The Council considered Minute 24 of the Audit Committee.", "Audit Committee"),
        ("Savings", "To approve the changes recommended by the Audit Committee.", "Audit Committee"),
        ("Savings", "To ratify the Audit Committee recommendations on fees.", "Audit Committee"),
        ("Savings", "RESOLVED that, as recommended by the Audit Committee, the fees be raised.", "Audit Committee"),
        (
            "Savings",
            "To receive the minutes of the Audit Committee and consider the recommendation at item 9.",
            "Audit Committee",
        ),
        (
            "Audit Committee",
            "On the recommendation of the Committee it was RESOLVED that the fees be raised.",
            "Audit Committee",
        ),
        ("Audit Committee", "The Committee had recommended that the fees be raised.", "Audit Committee"),
        (
            "Audit Committee",
            "The Chair of the Committee, Councillor Hale, said that it had recommended to the Council a new fee.",
            "Audit Committee",
        ),
        (
            "Roads Panel - 29th November 2013",
            'There was one recommendation, at minute 203: "That the road be shut".\n\nRESOLVED that it be approved.',
            "Roads Panel",
        ),
        (
            "Floods",
            "Members spoke of the Parks and Roads Scrutiny Panel.\n\nRESOLVED that recommendations 1 to 5 and 7 of the"
            " Scrutiny Panel be accepted.",
            "Parks and Roads Scrutiny Panel",
        ),
        ("Savings", "The Roads Panel had requested that the scheme be referred to the Council.", "Roads Panel"),
        (
            "Savings",
            "The Audit Committee considered the plan at its meeting on 3 February 2014 and were minded to recommend "
            "Council "
            "to approve it.",
            "Audit Committee",
        ),
    ],
)
def test_came_from(title: str, text: str, sender: str) -> None:
    assert [s for _, s, _ in found(f"# {title}\n{text}", body="Council").referrals()] == [sender]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("CALL-IN OF CABINET DECISION - MILL LANE", "The Committee considered the notice."),
        ("Call-in of Executive Decision: Mill Lane", "The Committee considered the notice."),
        (
            "Mill Lane (Call-in)",
            "The matter had been considered by the Cabinet at its meeting held on 3 February 2014.",
        ),
        ("Mill Lane", "To review the decision of the Cabinet. It had been called in."),
    ],
)
def test_called_in(title: str, text: str) -> None:
    record = found(f"# {title}\n{text}", body="Roads Scrutiny Committee")
    assert [kind for kind, _, _ in record.referrals()] == ["call-in"]
    assert [to for _, _, to in record.referrals()] == ["Roads Scrutiny Committee"]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that a further report be submitted to the Cabinet in July.",
        "RESOLVED to support the approach to be presented to the Cabinet.",
        "RESOLVED that no items be referred to Full Council.",
        "RESOLVED that a further report be brought to the Cabinet in July.",
        "RESOLVED to approve the works unless a member requests that the matter be dealt with by Cabinet.",
        "# Responses to Reports of the Roads Committee\nThe responses were noted.",
        "Members heard that the Roads Committee reported to the Cabinet.",
        "# CRIME PANEL REPORT\nThe Leader moved the report and it was agreed to set up a Crime Panel.",
        "RESOLVED that the petition be brought to the Council's attention.",
        "RESOLVED that the proposal for the minutes to be submitted to the Cabinet be noted.",
        "Councillor Hale requested that the petition be referred to Full Council.",
        "RESOLVED to recommend the appointment of Councillor Hale to the Roads Committee.",
        "RESOLVED that the report, as submitted to the Audit Committee, be noted.",
        "RESOLVED to recommend that the Audit Committee be abolished.",
        "The Committee had recommended that the fees be raised. It had recommended no more.",
        "The Audit Committee had been consulted and it recommended that a reserve be kept.",
        "# Report back from the Roads Committee Meeting\nNo one was able to attend.",
        "# Roads Committee - 29th November 2013\nNoted.",
        "RESOLVED that it be noted that the scheme would be approved by the Cabinet.",
        "RESOLVED that it be noted that the report will be considered by the Cabinet on 8 April 2014.",
        "# To receive the minutes of the Audit Committee\nRESOLVED that the minutes be noted.",
        "The report told of progress on the recommendations of the Audit Committee.",
        "“That the Motion be referred to the Council for debate.”",
        "RESOLVED that applications which would otherwise be referred to the Roads Committee be decided by the Clerk.",
        "RESOLVED that the terms be amended so that disputes are referred to the Roads Committee.",
        "RESOLVED that authority be delegated to the Director to submit the plan to the Roads Committee.",
        "The matter would stand referred to the Roads Committee if no agreement was reached.",
        "RESOLVED that the Chief Executive be asked to consider the options.",
        "RESOLVED that the budget be considered in May before it is submitted to the Cabinet.",
        "The reason for urgency was that the matter had to be referred to Council on 3 April 2014.",
        "The plan had been considered by the Design Review Panel, which had recommended a lower roof.",
        "The application had been called in by the ward member. The decision of the Cabinet to sell is another matter.",
        "The Cabinet is asked to agree the plan.",
        "The Chair of the Audit Committee presented the report of the Director of Roads.",
        "Councillor Hale presented the recommendations of the report.",
        "The Committee considered the matter referred to it by the Head of Planning.",
        "RESOLVED that it be noted that the petition was referred to the Roads Committee.",
        "Moved by Councillor Hale,\n\nThat the matter be referred to the Cabinet.\n\nThe motion was lost.",
    ],
)
def test_not_passed_on(text: str) -> None:
    assert found(text).referrals() == []


def test_a_committee_of_an_authority_recommends_to_it() -> None:
    text = (
        "Barset Fire and Rescue Authority\n\nPolicy Committee\n\nBudget 2018/19 and Medium Term Plan\n\n"
        "Members heard of the tax base.\n\nRESOLVED that:\n\n1. the Fire Authority be recommended to:\n\n"
        "i) raise the precept; and\n\nii) adopt the plan.\n"
    )
    (referral,) = page(text).findings.referrals
    assert (referral.what.text, referral.sender.name, referral.recipient.name) == (
        "Budget 2018/19 and Medium Term Plan", "Policy Committee", "Fire Authority",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Committee heard that the Tree Panel asked for the oak to be referred to the Committee for its view.\n",
            [("refer", "Tree Panel", "Committee")],
        ),
        (
            "The Panel considered the plan.\n\nRESOLVED that it be referred to Full Council.\n",
            [("refer", "Panel", "Full Council")],
        ),
        # It may be either, and it is not said.
        (
            "The Panel considered the plan of the Tree Panel.\n\nRESOLVED that it be referred to Full Council.\n",
            [("refer", "", "Full Council")],
        ),
        (
            "The plan was considered.\n\nRESOLVED that it be referred to Full Council.\n",
            [("refer", "", "Full Council")],
        ),
        (
            "RESOLVED that the recommendations of the Tree Panel be approved.\n",
            [("take-up", "Tree Panel", "")],
        ),
        ("The Cabinet had considered recommendations from the Tree Panel.\n", []),
    ],
)
def test_a_page_that_names_its_body_by_its_kind_alone(text: str, expected: list[tuple[str, str, str]]) -> None:
    whole = f"No. Item\n\n1.\n\nApologies\n\nMinutes: None.\n\n2.\n\nTrees\n\nMinutes: {text}"
    assert page(whole).referrals() == expected


def test_a_recommendation_of_another_body_s_dated_meeting() -> None:
    text = (
        "The Council met and heard.\n\nB - Cabinet 20 December 2019\n\nMinute No 98 - Swimming Pool\n\n"
        "RECOMMENDED that Full Council:-\n\n(a) Supports the plan; and\n\n(b) Notes the cost.\n"
    )
    assert found(text, body="Council").referrals() == [("recommend", "Cabinet", "Full Council")]


def test_an_agenda_is_of_the_body_whose_members_send_apologies() -> None:
    text = (
        "Agenda\n\nVenue: Town Hall\n\nNo. Item\n\n1.\n\nApologies for Absence\n\n"
        "To receive any apologies from Members of the Executive Cabinet.\n\n2.\n\nRates\n\n"
        "To consider the recommendations of the Rates Panel.\n"
    )
    assert page(text).referrals() == [("take-up", "Rates Panel", "Executive Cabinet")]


def test_what_two_clauses_recommend_to_one_body_is_one_referral() -> None:
    text = "RESOLVED to recommend to Council that\n\n(1) the fees be raised; and\n\n(2) the plan be adopted."
    assert len(found(text).referrals()) == 1


def test_a_page_of_one_matter_with_its_report_over_it() -> None:
    text = (
        "Issue - meetings\n\nPlay Areas\n\nMeeting: 03/09/2019 - Roads Panel (Item 21)\n\n"
        "Report of the Director of Place.\n\nMinutes:\n\n"
        "It was agreed that the petition be referred to Council for debate.\n"
    )
    findings = page(text).findings
    assert [(item.number, item.title) for item in findings.items] == [("21", "Play Areas")]
    assert [(r.what.text, r.sender.name, r.recipient.name) for r in findings.referrals] == [
        ("Play Areas", "Roads Panel", "Council")
    ]


def test_recommendations_in_another_bodys_minutes() -> None:
    text = (
        "# Reports of Committees\n(i) Audit Committee\n\nMeeting held on 3 February 2014\n\nAC 12 Fraud Policy\n\n"
        "That Council be RECOMMENDED to adopt the policy."
    )
    (referral,) = found(text, body="Council").findings.referrals
    assert (referral.sender.name, referral.what.text) == ("Audit Committee", "AC 12 Fraud Policy")


def test_what_passes_under_a_title_that_gathers_matters() -> None:
    text = (
        "# Minutes and Recommendations of Committees\n(a) Parks Committee, 10 February 2014\n\nThe minutes were "
        "received. "
        "On the recommendation of the Committee it was RESOLVED that new benches be bought.\n\n"
        "(b) Roads Committee, 17 February 2014\n\nThe Committee had commended to the Council a Parking Strategy "
        "for Mill "
        "Lane. It was RESOLVED that the Parking Strategy be referred back to the Roads Committee."
    )
    record = found(text, body="Council")
    assert sorted((r.what.text, r.sender.name, r.recipient.name) for r in record.findings.referrals) == [
        ("Parking Strategy", "Council", "Roads Committee"),
        ("Parking Strategy for Mill Lane", "Roads Committee", "Council"),
        ("Parks Committee, 10 February 2014", "Parks Committee", "Council"),
    ]


def test_each_title_with_a_number_of_another_bodys_minutes_is_a_matter() -> None:
    motion = "The Leader MOVED, seconded by Councillor B Shah:\n\nTHAT the recommendation of the {} as set out in "
    motion += "Minute {} be ADOPTED."
    carried = "Upon a vote being taken, the MOTION was CARRIED."
    lines = [
        "# Cabinet",
        "The Leader presented the report of the Cabinet of 5 January 2017.",
        "(1) Shared Building Control (Minute 116)",
        motion.format("Cabinet", 116),
        carried,
        "(2) Joint Plan (Minute 119)",
        motion.format("Cabinet", 119),
        carried,
    ]
    record = found("\n\n".join(lines), body="Council")
    assert sorted((r.what.text, r.sender.name) for r in record.findings.referrals) == [
        ("Joint Plan", "Cabinet"),
        ("Shared Building Control", "Cabinet"),
    ]
    lines = [
        "# Standards Committee - Report",
        "Minute 18 - Code of Conduct",
        motion.format("committee", 18),
        carried,
    ]
    (one,) = found("\n\n".join(lines), body="Council").findings.referrals
    assert (one.what.text, one.sender.name) == ("Code of Conduct", "Standards Committee")


def test_presented_by_one_to_a_body_and_recommended_in_brackets() -> None:
    to_panel = found("RESOLVED that the plan be approved and presented by the Chair to the Roads Scrutiny Panel.")
    assert to_panel.referrals() == [("report-up", "Planning Committee", "Roads Scrutiny Panel")]
    to_council = found("Resolved to RECOMMEND:  (to Council)\n\nThat (1) the plan be adopted; and\n\n(2) it be sold.")
    assert to_council.referrals() == [("recommend", "Planning Committee", "Council")]
    assert found("RESOLVED to recommend to Council Forum that the plan be adopted.").targets() == ["Council Forum"]


def test_an_agenda_of_the_council_with_what_its_committees_recommend() -> None:
    text = (
        "# Recommendations from Committees\nPay Committee 2 February 2014\n\nMinute 5 Catering Contract (page 172)\n\n"
        "The Pay Committee RESOLVED:\n\na) to note the sum; and\n\nb) to recommend to Council the payment of £500.\n\n"
        "Audit Committee 14 February 2014\n\nMinute 10 Treasury Report 2013/14 (page 174)\n\nRESOLVED\n\n"
        "The Committee recommends that Council approves the Treasury Report."
    )
    record = found(text, body="Council")
    assert [(r.what.text, r.sender.name) for r in record.findings.referrals] == [
        ("Catering Contract", "Pay Committee"),
        ("Treasury Report 2013/14", "Audit Committee"),
    ]
    assert [item.title for item in record.findings.items] == ["Apologies", "Recommendations from Committees"]


@pytest.mark.parametrize(
    ("clause", "what"),
    [
        (
            "(i) authorise the Clerk to amend it; and\n\n(ii) adopt the revised Licensing Policy with effect from May.",
            0,
        ),
        ("subject to the Panel's comments, the Licensing Policy be recommended to Council for approval.", 1),
    ],
)
def test_what_a_page_without_titles_passes_on(clause: str, what: int) -> None:
    lead = ("RESOLVED: to recommend to Council to:\n\n", "It was RESOLVED that ")[what]
    (referral,) = page(f"The manager told of the policy.\n\n{lead}{clause}\n").findings.referrals
    assert referral.what.text == "Licensing Policy"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Issues Referred by the Scrutiny Committee", "There were no issues to report."),
        ("Recommendations from the Scrutiny Committee", "None received."),
        ("Matters referred to Cabinet", "No matters had been referred to Cabinet by the Scrutiny Committee."),
        ("Call-in of decisions of the Council", "No decisions of the Council had been called in."),
        ("To consider any references from the Scrutiny Committee", "Members spoke."),
        ("References", "To consider any matters referred by the Scrutiny Committee."),
    ],
)
def test_a_standing_item_under_which_there_was_nothing(title: str, text: str) -> None:
    record = found(f"# {title}\n{text}", body="Cabinet")
    assert (record.referrals(), record.findings.reports) == ([], ())


def test_each_set_of_minutes_whose_recommendations_are_approved() -> None:
    text = (
        "The minutes of the Roads Panel held on 3 February 2014 were submitted.\n\nRESOLVED that the recommendations "
        "at minute 5 be approved.\n\nThe minutes of the Parks Panel held on 4 February 2014 were submitted.\n\n"
        "RESOLVED that the recommendations at minute 7 be approved."
    )
    record = found(f"# Minutes of Panels\n{text}", body="Cabinet")
    assert [sender for _, sender, _ in record.referrals()] == ["Roads Panel", "Parks Panel"]


def test_a_motion_that_goes_on_whatever_was_thought_of_it() -> None:
    told = found("# Motion - Swimming\nThe motion would therefore proceed to Council on 18 July without support.")
    assert told.referrals() == [("refer", "Planning Committee", "Council")]
