import pytest

from civicgraph.extract.decisions.actions import find_acts
from civicgraph.extract.decisions.verbless import is_task
from record import found


def acts(clause: str, lead: str = "") -> list[str]:
    return [act.action for act in find_acts(clause, lead=lead)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the report be noted", ["note"]),
        # what is needed is asked of nobody
        ("Urgent action is required to protect the river", ["approve"]),
        ("The Clerk is required to protect the river", ["request"]),
        # authority that is given, and who has it
        ("authority be given to the Head of Parks to let the contract", ["delegate"]),
        ("That the Clerk be given delegated authority to make minor changes", ["delegate"]),
        ("That approval be given to the scheme", ["approve"]),
        # what is given is told before it, and not by the reasons behind
        ("That approval be given to mend the pier in response to letters from the port", ["approve"]),
        ("That a written response be given to the port", ["request"]),
        # the body under its letters
        ("That the NPA record its thanks to the wardens", ["note"]),
        ("That the NPA report be noted", ["note"]),
        ("Clerk liase with the port", ["request"]),
        ("That the Clerk and responsible financial officer review the dues with the pilots", ["request"]),
        ("That the Clerk and responsible financial officer review be noted", ["note"]),
        ("That the NPA plan be adopted", ["approve"]),
        ("the fee be raised and that authority be granted to the Clerk to collect it", ["approve", "delegate"]),
        # tasks that are joined or begin with "That"
        ("That officers contact the owners to share the notices", ["request"]),
        ("That the Head of Roads arrange for a survey to be undertaken", ["request"]),
        ("the grant be approved and that officers report back in June", ["approve", "request"]),
        ("the precept be set, that the Clerk be instructed to collect it", ["approve", "request"]),
        ("the plan be received, the map be amended and the Clerk be thanked", ["note", "amend", "note"]),
        ("Cllr. Mrs. A.B. Reed be elected Mayor for the year", ["appoint"]),
        # what stands before the subject
        ("in the event that no objections are received, the Clerk be authorised to make the order", ["delegate"]),
        ("once the survey is approved, the matter be referred to the Licensing Committee", ["refer"]),
        (
            "Subject to the decision above, if the Board is so minded, recommend to Council that it be kept",
            ["recommend"],
        ),
        ("The motion was carried and the Council resolved to elect Councillor Reed as Chair", ["appoint"]),
        ("Subject to the vote above, if Members so wish, recommend to Council that the fee rise", ["recommend"]),
        ("If no objections are received, for the new fees to begin in May", ["approve"]),
        ("That the Executive Director of Roads prepares a reply to the petition", ["request"]),
        ("the talks should go on in May and that the Director be authorised to sign", ["approve", "delegate"]),
        ("the plan be approved and presented by the Chair to the Roads Panel", ["approve", "refer"]),
        ("the plan be approved for printing and referred to the Roads Panel", ["approve", "refer"]),
        ("the lease be agreed, with a report being brought to the Roads Panel in May", ["approve", "schedule"]),
        ("the fee not be raised, but that it be referred to the Roads Panel", ["reject", "refer"]),
        ("To agree that the report would be brought forward from May to 4 March", ["schedule"]),
        # things are removed or replaced, entries and conditions amended so
        ("To remove the bus gate in Mill Lane", ["approve"]),
        ("That the boiler be replaced", ["approve"]),
        ("That Item 4 be removed from the work programme", ["amend"]),
        # what is asked for within a noun is no act
        ("the Board's request that a meeting be held in the hall, be noted", ["note"]),
        ("the following business be taken In Confidence", ["exclude"]),
        ("Authorises the Strategic Directors to sign the leases", ["delegate"]),
        ("no further action be taken and that the plan be supported", ["note", "endorse"]),
        ("it be recommended to Council, through the Panel, that a change be made to the rules", ["recommend"]),
        ("That the works be carried out by the Director of Roads from the budget", ["request"]),
        ("That the works be carried out", ["undertake"]),
        ("Approved the new depot as drawn; and delegated final approval of it to the Clerk", ["approve", "delegate"]),
        ("That call-in is waived as the report will be referred to the Panel", ["approve"]),
        ("emphasis be placed on the need for a budget", ["approve"]),
        ("Members were also asked to note that the depot is shut", ["note"]),
        ("the draft plan, as tabled, was considered and commented on", ["note"]),
        # what is chosen, used, spoken of, handed on
        ("Councillor Reed be selected as Chair (Elect)", ["appoint"]),
        ("the site at Mill End be selected", ["approve"]),
        ("the Leader approves the award of the contract under delegated powers", ["approve"]),
        ("the Board gives the Head of Parks delegated authority to let the contract", ["delegate"]),
        (
            "Agreed to go to tender and delegate authority for the Director of Roads to award it",
            ["approve", "delegate"],
        ),
        ("the making of the order be deferred and passed to the Roads Advisory Group", ["defer", "refer"]),
        ("Cabinet will seek opportunities for earlier scrutiny", ["undertake"]),
        ("to refer to the work on paths in the annual report", ["approve"]),
        ("to refer to the planning officer the matter of the hedge", ["refer"]),
        ("the changes be submitted to the county council's Constitution Committee", ["refer"]),
        ("the rule be approved and that its success, or otherwise, be reviewed in a year", ["approve", "undertake"]),
        ("the members of the task and finish groups be thanked", ["note"]),
        ("only the urgent business on the agenda be discussed", ["approve"]),
        ("the lease be discussed at the next meeting", ["schedule"]),
        ("if the sum is too small, the matter is brought back to the Committee", ["schedule"]),
        # what hangs on a thing is no act
        ("to a period of consultation, after which a draft would be prepared and published", ["approve"]),
        ("the lease will not be signed until the survey is done", ["approve"]),
        ("For matters that are not reserved, delegated to the Clerk the power to decide", ["delegate"]),
        ("GAVE authority to the Clerk to make changes", ["delegate"]),
        ("The Committee REVIEWED and APPROVED the audit plan", ["approve"]),
        (
            "the plan be noted and a report on its size and shape be brought to a later meeting",
            ["note", "schedule"],
        ),
        ("to note that no interests were declared", ["note"]),
        # things that say the action
        ("To receive a further report from the Treasurer on reserves", ["request"]),
        ("That the thanks of Members be conveyed to the crew", ["note"]),
        ("That the thanks of the Council be accorded to the retiring Mayor", ["note"]),
        ("that a letter of thanks be sent to the crew", ["undertake"]),
        ("Agrees Member Champion posts for the year", ["approve"]),
        ("determine that the item be considered with the press and public excluded", ["exclude"]),
        ("That the petition be passed to the Roads Committee", ["refer"]),
        ("That the following appointments be made", ["appoint"]),
        ("Authorise the Head of Planning and Place to proceed with the order", ["delegate"]),
        ("Welcomes the Council's promise to support the scheme", ["note"]),
        ("Note the Members and substitute Members named", ["note"]),
        ("i nodi'r adroddiad", ["note"]),
        ("That the application be refused for the reasons given", ["reject"]),
        ("PERMISSION BE GRANTED", ["approve"]),
        ("notes the report and requests a review in a year", ["note", "request"]),
        ("Considered and noted the report", ["note"]),
        (
            "That the budget be approved and that authority be delegated to the Treasurer to sign",
            ["approve", "delegate"],
        ),
        ("the Panel notes progress to date and to support the actions taken", ["note", "endorse"]),
        ("Agree to ask the Minister for a reply", ["request"]),
        ("agrees to exclude the press and public", ["exclude"]),
        ("That Council be recommended to approve the programme", ["recommend"]),
        ("the Head of Roads be authorised to sign the lease", ["delegate"]),
        ("the purchase of a tractor be authorised", ["approve"]),
        ("Delegates authority to the Clerk to finalise the plan and approve minor changes", ["delegate"]),
        ("That the Council continues to work with young people", ["approve"]),
        ("the Board continue to monitor absence", ["undertake"]),
        ("a further conference should be held in the north", ["approve"]),
        ("a public meeting be held on 4 May", ["schedule"]),
        ("a working group be set up", ["establish"]),
        ("two displays would be set up in the hall", ["approve"]),
        ("To acknowledge the change in funding", ["note"]),
        ("the report be brought back to the next meeting", ["schedule"]),
        ("the figures be circulated to members", ["request"]),
        ("That the annual report be submitted to the Council", ["refer"]),
        ("That a further report be submitted to the Cabinet in July", ["request"]),
        ("the results of the survey be reported back to the Roads Committee", ["refer"]),
        ("the results of the survey be reported back to the Clerk", ["undertake"]),
        ("a recommendation be made to the Council that the fees be raised", ["recommend"]),
        ("standing orders be suspended", ["approve"]),
        ("Refusal, for the following reasons", ["reject"]),
        ("No objection", ["approve"]),
        ("Clerk to write to the landowner", ["request"]),
        ("the Chief Executive write to the water company", ["request"]),
        (
            "the Committee makes no comment. In particular, the Committee urges the Cabinet to act",
            ["approve", "request"],
        ),
    ],
)
def test_actions(clause: str, expected: list[str]) -> None:
    assert acts(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("does not accept recommendation 5", ["reject"]),
        ("the proposal be not approved", ["reject"]),
        ("agrees not to support the scheme", ["reject"]),
    ],
)
def test_refused(clause: str, expected: list[str]) -> None:
    assert acts(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "the settlement and the grants and grant reductions be noted",
        "Support Services be noted",
        "the Notes of the seminar be noted",
    ],
)
def test_nouns_are_no_verbs(clause: str) -> None:
    assert acts(clause) == ["note"]


def test_lead_decides_where_no_verb_does() -> None:
    assert acts("a 2% increase in fees", lead="endorse") == ["endorse"]
    assert find_acts("a 2% increase in fees", default=None) == []


@pytest.mark.parametrize("clause", ["Parish Clerk to contact the school", "Highways to inspect the bridge"])
def test_tasks(clause: str) -> None:
    assert is_task(clause)


@pytest.mark.parametrize("clause", ["the Green Bag should continue", "the Committee to note the report"])
def test_no_tasks(clause: str) -> None:
    assert not is_task(clause)


def test_own_words() -> None:
    clause = "and that the report be noted; and that officers be thanked"
    (act,) = find_acts(clause)
    assert clause[act.start :].startswith("that the report")


@pytest.mark.parametrize(
    ("clause", "action"),
    [
        ("Cllr Mann elected as Vice-Chair.", "appoint"),
        ("Report noted.", "note"),
        ("Application refused", "reject"),
        ("Item deferred to the next meeting", "defer"),
        ("The quote of £300 for the fence accepted", "approve"),
        ("That the Council widens its plans for the old mill", "approve"),
    ],
)
def test_telegrams(clause: str, action: str) -> None:
    assert [act.action for act in find_acts(clause)] == [action]


@pytest.mark.parametrize(
    "clause",
    [
        "the petition not be referred to Cabinet",
        "they be not referred to the Audit Committee",
        "the Town Clerk not be authorised to sign the lease",
        "Cabinet not be recommended to approve the plan",
        "the rents be not deferred and that the Panel not be established",
        "the update be not noted",
        "Do not appoint Councillor Bell.",
        "Does not support the proposed layout",
        "Not to recommend the strategy to Council",
        "No longer recommends the closure",
        "the Committee cannot support the scheme",
        "the Board is unable to support the scheme",
        "neither design be approved",
        "no payments be made to the contractor",
        "consent be withheld",
        "the bypass not proceed",
        "the question be not put",
        "Members resolved (by 3 votes to 6) not to refer the charges",
        "Members resolved, by 3 votes to 6, not to refer the charges",
        "declined to support the bid",
        "Tender not approved",
    ],
)
def test_what_is_not_to_be_done_is_rejected(clause: str) -> None:
    assert acts(clause) == ["reject"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("agreed not to object to the extension", ["approve"]),
        ("raise no objection", ["approve"]),
        ("no objections be raised", ["approve"]),
        ("not to raise an objection", ["approve"]),
        ("The Sub-Committee, having heard the police, decided to refuse the licence", ["reject"]),
        ("The parish council decided to lodge an objection to the mast", ["reject"]),
        ("The CC agreed to support the licence", ["endorse"]),
        ("no further action be taken", ["note"]),
        ("take no further action", ["note"]),
        ("approve the plan and not refer it to the Board", ["approve", "reject"]),
    ],
)
def test_no_objection_and_no_action(clause: str, expected: list[str]) -> None:
    assert acts(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "the repairs which had not been finished be funded",
        "approve the budget, which does not include the hall",
        "costs not exceeding £500 be approved",
        "the plan be not only welcomed but approved",
        "no waiting restrictions be approved in Mill Lane",
        "That the Council opens its courses to those not in work",
    ],
)
def test_denied_beside_another_word(clause: str) -> None:
    assert "reject" not in acts(clause)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "the outturn be noted and that a virement of £2.5 million from reserves to adult care be approved",
            ["note", "approve"],
        ),
        (
            "a Bridge Panel be set up and that Councillors Ames, Bird and Cole be appointed to it",
            ["establish", "appoint"],
        ),
        (
            "the report be noted and that the Clerk, in consultation with the Chair, be authorised to reply",
            ["note", "delegate"],
        ),
        ("The Board agreed, with 5 in favour and 2 against, to refer the plan to the Cabinet", ["refer"]),
        ("the motion, which had been proposed by Councillor Ames, be referred to the Board", ["refer"]),
        (
            "to adopt the first scheme; the second was not accepted, and Cllr Bird is to find a builder",
            ["approve", "reject", "request"],
        ),
        ("the Clerk be asked to write to the owner and that the school be invited to reply", ["request", "request"]),
        ("the matter be continued to a future meeting", ["defer"]),
        ("the scheme be continued until March 2027", ["approve"]),
        ("write off the arrears in the appendix", ["approve"]),
        ("the meeting move 'in committee' under Schedule 6", ["exclude"]),
        ("the minutes be received and the change to the fees be adopted", ["note", "approve"]),
        # what led up to it has commas of its own
        ("That having read the letters, the policy and the guidance, the panel refuses the licence", ["reject"]),
        ("That having read the letters the panel sent, the licence be granted", ["approve"]),
        ("that no action be taken against the driver", ["note"]),
        ("to add the following conditions to the licence", ["amend"]),
        ("to add the licence to the agenda of the next meeting", ["schedule"]),
    ],
)
def test_several_subjects_and_asides(clause: str, expected: list[str]) -> None:
    assert acts(clause) == expected


@pytest.mark.parametrize(
    ("clause", "actions"),
    [
        ("no site visit take place on the basis that maps would be shown", ["reject"]),
        ("the Panel agreed for the Clerk and the Scrutiny Officer to write a report", ["request"]),
        ("the Panel agreed for a year to keep the fees", ["approve"]),
        ("to agree that the Leader has authority to approve small changes", ["delegate"]),
        ("the proposals (in paragraph 12 of the report) be submitted to government", ["refer"]),
        ("a further report be submitted to the Panel in May", ["request"]),
        ("the plan, attached as Appendix 1 to the report, be submitted to the UK Government", ["refer"]),
        (
            "(i) the timetable be noted and (ii) accordingly, authority be delegated to the Director",
            ["note", "delegate"],
        ),
        ("a new paragraph be added to the policy", ["amend"]),
        ("the Committee noted the plan but requested that it be mended", ["note", "request"]),
        ("the Committee decided not to call-in any decisions", ["reject"]),
        ("the results of the survey of all the parks in the town and its villages are noted and considered", ["note"]),
        ("approves a change so that clauses that reference delegated authority include the Mayor", ["approve"]),
    ],
)
def test_by_what_is_said_beside_it(clause: str, actions: list[str]) -> None:
    assert [act.action for act in find_acts(clause)] == actions


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The Panel agreed the appointment of Councillor David Reed as Chairman.", "appoint"),
        ("RESOLVED: That the appointment of Mr A Lee as Clerk be approved.", "appoint"),
        ("RESOLVED to approve the appointment of Ann Lee as Director of Roads.", "appoint"),
        ("RESOLVED: That the appointment of consultants as advisers be approved.", "approve"),
        ("The Board approved the appointment process.", "approve"),
    ],
)
def test_an_appointment_of_somebody_that_is_agreed(text: str, action: str) -> None:
    assert found(text).actions() == [action]
