import pytest

from civicgraph.extract.names.bodies import decides_alone, find_bodies


def names(text: str) -> list[str]:
    return [mention.name for mention in find_bodies(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was referred to the Health and Adult Care Scrutiny Panel.", ["Health and Adult Care Scrutiny Panel"]),
        ("the Area Forum (North 2) and Audit Sub-Committee", ["Area Forum (North 2)", "Audit Sub-Committee"]),
        ("Scrutiny Board (4) met", ["Scrutiny Board (4)"]),
        ("the Isle of Wight Pension Board met", ["Isle of Wight Pension Board"]),
        ("the West of England Audit Committee", ["West of England Audit Committee"]),
        ("a report from the north of Barset Audit Committee", ["Barset Audit Committee"]),
        ("Partnerships and Roads Scrutiny Committee (Item 4)", ["Partnerships and Roads Scrutiny Committee"]),
        ("Task and Finish Group on Empty Homes and Repairs", ["Task and Finish Group on Empty Homes and Repairs"]),
        ("Ashford City Council's Licensing Committee", ["Ashford City Council's Licensing Committee"]),
        ("The Roads Committee's recommendation", ["Roads Committee"]),
        ("Leeds City Council's Licensing Committee", ["Licensing Committee"]),
        ("TO NOTE THE MINUTES OF THE ALLOTMENT COMMITTEE", ["ALLOTMENT COMMITTEE"]),
        ("considered by Cabinet on 4 May", ["Cabinet"]),
        ("the Marshdale Police and Crime Panel", ["Marshdale Police and Crime Panel"]),
        ("Scrutiny Panel - Children and Young People   Mrs V Hale", ["Scrutiny Panel - Children and Young People"]),
        ("Place Scrutiny Panel - Terms of Reference", ["Place Scrutiny Panel"]),
        ("the Executive, having considered", ["Executive"]),
        ("the Parks Board (Ann Lee and Bob Reed) met", ["Parks Board"]),
        ("the Roads Panel (Monday and Friday Evenings) met", ["Roads Panel"]),
        ("the Roads Panel (Lanes and Paths) met", ["Roads Panel (Lanes and Paths)"]),
        (
            "the Planning Committee (North), the Licensing Panel (B)",
            ["Planning Committee (North)", "Licensing Panel (B)"],
        ),
        (
            "the Audit Committee (Chair and Clerk), the Roads Panel (Rowan, the Panel)",
            ["Audit Committee", "Roads Panel"],
        ),
        ("the Health And Wellbeing Board", ["Health And Wellbeing Board"]),
        ("Cluster Meeting & Wye Area Committee", ["Wye Area Committee"]),
        ("the Panel's Complaints Sub-Committee had not met", ["Complaints Sub-Committee"]),
        ("Scrutiny Committee - Review of Scrutiny", ["Scrutiny Committee"]),
        ("is renamed the Parks Policy Development Group", ["Parks Policy Development Group"]),
        ("Housing and Kent Pension Fund and Standards Committee", ["Standards Committee"]),
    ],
)
def test_bodies(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Committee thanked the Panel and the Working Group.",
        "Has it been considered by any other Council Committee, Advisory Panel or other body?",
        "two Committee Rooms and the Board Room",
        "A War Memorial Information Board was shown under Open Forum.",
        "the Marshland Drainage Board and the Northland Integrated Care Board",
        "the House of Commons Transport Select Committee",
        "the Shadow Cabinet and the Cabinet Office wrote",
        "Cabinet Members asked questions of the Executive Director",
        "a new Solar Panel project, and Marsh Depot - Site Assembly and Purchase",
        "the Marshdale Carers Forum, the Local Medical Committee and the Archdiocesan Commission for Education",
        "under the Executive and Decision Making Procedure Rules",
        "school governing boards, steering groups and a committee",
    ],
)
def test_what_is_no_body_of_the_council(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RESOLVED to RECOMMEND to Council the budget", ["Council"]),
        ("be recommended to Full Council for approval", ["Full Council"]),
        ("the debate at County Council that morning", ["County Council"]),
        ("at the meeting of Council in July", ["Council"]),
        ("That Council approve the scheme", ["Council"]),
        ("Council is RECOMMENDED to:", ["Council"]),
        ("the Borough Council meeting on 3 May", ["Borough Council"]),
    ],
)
def test_the_full_council_where_it_decides(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Council will write to residents.",
        "a letter to Council tenants, Council Tax payers and the Council's officers",
        "paid to Council officers by Council staff",
        "the Council House, Council Chamber and council-owned land",
        "costs to the Council of £2m",
    ],
)
def test_the_council_as_an_authority_is_no_body(text: str) -> None:
    assert names(text) == []


def test_cabinet_members_with_their_portfolio() -> None:
    assert names("the Cabinet Member for Homes, Safety and Roads noted") == [
        "Cabinet Member for Homes, Safety and Roads"
    ]
    assert names("Cabinet Member (Children and Families)") == ["Cabinet Member (Children and Families)"]
    assert names("the Portfolio Member for Finance and Housing Services said") == [
        "Portfolio Member for Finance and Housing Services"
    ]
    assert names("the Cabinet Member thanked officers") == []
    assert names("Cabinet Member (Councillor Reed)") == []


@pytest.mark.parametrize(
    ("before", "after", "alone"),
    [
        ("Minutes of the meeting of ", "", True),
        ("RESOLVED that the ", " approves the bid", True),
        ("RESOLVED that the ", " be asked to write to the bus company", False),
        ("The matter was referred to the ", "", True),
        ("in consultation with the ", "", False),
        ("introduced by the ", "", False),
        ("Mr Hale served as ", "", False),
    ],
)
def test_a_single_member_is_a_body_only_when_deciding(before: str, after: str, alone: bool) -> None:
    name = "Cabinet Member for Housing"
    assert decides_alone(before + name + after, len(before), len(before + name)) is alone
