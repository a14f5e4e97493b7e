import pytest

from civicgraph.extract.decisions.due import find_due
from civicgraph.extract.decisions.targets import find_ground, find_targets
from civicgraph.model import Action
from record import found


@pytest.mark.parametrize(
    ("text", "action", "expected"),
    [
        ("the Head of Roads be requested to report", "request", ["Head of Roads"]),
        (
            "requests that the Director of Housing, in consultation with the Leader, report",
            "request",
            ["Director of Housing"],
        ),
        (
            "To ask the Service Director, Roads and Parks to write to the port",
            "request",
            ["Service Director, Roads and Parks"],
        ),
        (
            "the Service Director, Councillor Lane and the Clerk be asked to report",
            "request",
            ["Service Director", "Councillor Lane", "Clerk"],
        ),
        ("Council therefore calls on the Cabinet to mend the pier", "request", ["Cabinet"]),
        ("Council be recommended to adopt the plan", "recommend", ["Council"]),
        ("to recommend to Council the sum due in relation to the Head of Roads", "recommend", ["Council"]),
        ("Cabinet be recommended to adopt the plan", "recommend", ["Cabinet"]),
        ("the report be referred to the Audit Committee", "refer", ["Audit Committee"]),
        ("the Panel's views be passed to the Cabinet Member for Housing", "refer", ["Cabinet Member for Housing"]),
        ("That Council approves the strategy", "recommend", ["Council"]),
        ("That Council be RECOMMENDED to:", "recommend", ["Council"]),
        ("authority be delegated to the Town Clerk to sign", "delegate", ["Town Clerk"]),
        ("the Solicitor to the Council be authorised to sign", "delegate", ["Solicitor to the Council"]),
        ("requested to see the case and make comments to the Cabinet Member", "request", ["Cabinet Member"]),
        ("request the Minister for Roads to act", "request", ["Minister for Roads"]),
        ("the Chief Executive write to the company", "request", ["Chief Executive"]),
        ("the views of the Environment Agency be sought", "request", ["Environment Agency"]),
        ("Councillor B Lane be appointed", "appoint", ["Councillor B Lane"]),
        ("the report of the Head of Roads be noted", "note", []),
        ("Cllr Lane requested that he be removed from the Roads Panel", "request", []),
        ("gives the Monitoring Officer delegated authority to amend it", "delegate", ["Monitoring Officer"]),
        ("delegate authority for the Director of Roads to award it", "delegate", ["Director of Roads"]),
        ("be submitted to the county council's Constitution Committee", "refer", ["Constitution Committee"]),
        ("the report be put on the agenda of the next meeting, prior to it being presented to Cabinet", "schedule", []),
        # with those to be consulted between a name and its verb, and one holder after another
        (
            "the Head of Parks in consultation with the Head of Law be delegated authority to sign",
            "delegate",
            ["Head of Parks"],
        ),
        (
            "the Executive Member for Roads have delegated authority to agree terms",
            "delegate",
            ["Executive Member for Roads"],
        ),
        (
            "authority be delegated to the Head of Parks to let it and to authorise the Head of Law to seal it",
            "delegate",
            ["Head of Parks", "Head of Law"],
        ),
        # the meeting of all members, and what is asked of it
        ("it be recommended to the Council that the lease be renewed", "recommend", ["Council"]),
        ("RECOMMENDED TO COUNCIL", "recommend", ["Council"]),
        ("the report be referred to the Council Tax Team", "refer", []),
        ("Council at their meeting on 3 March be invited to set the rate", "request", ["Council"]),
        ("the Leader be requested to reply", "request", ["Leader"]),
        ("Cllr Ash and Cllr Cole sign the letter", "request", ["Cllr Ash", "Cllr Cole"]),
        ("receive a further report from the Head of Roads", "request", ["Head of Roads"]),
        # those whom the words pass it on to, wherever they stand
        ("the policy be adopted by Full Council", "recommend", ["Full Council"]),
        ("the estimates be referred to the Joint Committee with a recommendation", "refer", ["Joint Committee"]),
        ("concerns be passed to the County Council's Roads team", "refer", []),
        ("recommend to Council to delegate the details to the Head of Roads", "recommend", ["Council"]),
        # posts behind a dash or a possessive, and those who have no capital
        ("the Executive Director - Place be authorised to sign", "delegate", ["Executive Director - Place"]),
        ("authority be delegated to the Authority's Section 151 Officer to sign", "delegate", ["Section 151 Officer"]),
        ("the Chief Executive was authorised to sign", "delegate", ["Chief Executive"]),
        ("officers be instructed to bring a report", "request", ["officers"]),
        ("the clerk offered to write to the owner", "request", ["clerk"]),
        # who is put in whose place
        ("Jane Pell replaces Tom Reed on the Roads Panel", "appoint", ["Jane Pell"]),
        ("Mr Tom Reed be replaced by Jane Pell on the Roads Panel", "appoint", ["Jane Pell"]),
        ("the Clerk be appointed as Proper Officer", "appoint", ["Clerk"]),
        ("A J Reed be elected Chairman", "appoint", ["A J Reed"]),
    ],
)
def test_targets(text: str, action: Action, expected: list[str]) -> None:
    assert [t.name for t in find_targets(text, 0, action)[0]] == expected


def test_consulted_is_no_target() -> None:
    _, consulted = find_targets("authority be delegated to the Clerk in consultation with the Chair", 0, "delegate")
    assert [m.name for m in consulted] == ["Chair"]


def test_target_of_the_lead_in() -> None:
    text = "RESOLVED to request the Head of Roads to:\n\n(a) Mend the bridge; and\n\n(b) Paint the kerb."
    assert found(text).targets() == ["Head of Roads", "Head of Roads"]


def test_what_leads_in_says_to_whom_whomever_the_clause_names() -> None:
    text = (
        "RESOLVED to recommend that Council:\n\n1. approves the plan for submission to the Secretary of State; and\n\n"
        "2. delegates changes to the Head of Roads."
    )
    assert found(text).targets() == ["Council", "Council"]


def test_target_of_the_opener() -> None:
    text = "RECOMMENDED to Council:\n\n1. that the statement be approved;\n\n2. that the statement be published."
    assert found(text).targets() == ["Council", "Council"]


def test_initials_of_those_present() -> None:
    record = found("JS would contact the school about the fence.", present="John Slater (JS)\n\nAnna Reed (AR)")
    assert (record.actions(), record.targets()) == (["request"], ["John Slater"])


def test_initials_of_nobody_present() -> None:
    assert found("BT would contact the school about the fence.").actions() == []


def test_due_and_ground() -> None:
    due, ground = find_due("a report in six months", 0), find_ground("excluded under Section 100A of the Act. Next", 0)
    assert due is not None and due.text == "in six months"
    assert ground is not None and ground.text == "under Section 100A of the Act"


def test_outside_organisations_are_asked_and_the_replaced_are_not_appointed() -> None:
    asked = found("RESOLVED that the Clerk ask Pellmere Rowing Trust to mend the gate.")
    assert "Pellmere Rowing Trust" in asked.targets()
    appointed = found("RESOLVED that Councillor Ames be appointed to the Board in place of former Councillor Gill.")
    assert appointed.targets() == ["Councillor Ames"]


def test_people_appointed_without_a_title() -> None:
    assert found("It was resolved to co-opt Joan Pell and Giles Horn.").targets() == ["Joan Pell", "Giles Horn"]
    assert found("RESOLVED that a trustee of the Joan Pell Trust be appointed.").targets() == []


def test_whom_the_clerk_writes_to_is_asked_nothing() -> None:
    assert found("The Council asked the Clerk to write to Councillor Ames.").targets() == ["Clerk"]
    assert found("RESOLVED that officers be asked for comments to the Head of Roads.").targets() == ["officers"]
    assert found("RESOLVED to request comments to the Head of Roads.").targets() == ["Head of Roads"]


def test_those_to_whom_authority_was_given() -> None:
    assert found("Authority was given to Cllrs Ames and Gill to buy the paint.").targets() == ["Ames", "Gill"]


def test_an_office_and_its_holder_are_one() -> None:
    assert found("Constable Denny will look into the matter.").targets() == ["Constable Denny"]
