import pytest

from civicgraph.model import Part
from civicgraph.read import read_bytes
from civicgraph.segment import segment


def part(text: str) -> Part:
    return segment(read_bytes(text.encode(), path="minutes.txt", name="minutes.txt"))[0]


REST = "\n\nPresent: Councillors A Lee and B Shah\n\n1. Apologies\n\nNone.\n\n2. Minutes\n\nAgreed.\n"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Minutes of the Meeting of the Education Panel held on 4 May 2021", "Education Panel"),
        ("MINUTE of MEETING of the EDUCATION COMMITTEE held remotely on 4 May 2021", "EDUCATION COMMITTEE"),
        ("MINUTES OF THE PROCEEDINGS OF THE MEETING OF THE COUNCIL HELD AT THE MILL ON 4 MAY 2021", "COUNCIL"),
        ("Minutes for an Extra-ordinary meeting of the Council on Tuesday 4 May 2021", "Council"),
        ("Minutes of a meeting of the above Council held on 4 May 2021", "Council"),
        ("Osmere District Council\n\nPLANNING COMMITTEE\n\nMinutes of the meeting held in the Council Chamber on"
        " 4 May 2021",
         "PLANNING COMMITTEE"),
        ("CALDER METROPOLITAN BOROUGH COUNCIL\nCABINET\nMINUTES\n4 May 2021", "CABINET"),
        ("Boughton Parish Council Meeting, 4 May 2021 - All Saints Church", "Boughton Parish Council"),
        ("EXTRA ORDINARY PARISH COUNCIL MEETING\n4 May 2021", "PARISH COUNCIL"),
        ("Barford Community Council - Draft Minutes of Latest Meeting\n\n4 May 2021", "Barford Community Council"),
        ("MINUTE SUBJECT TO APPROVAL AT NEXT COUNCIL MEETING\n\nBARFORD COMMUNITY COUNCIL\n\n4 May 2021",
         "BARFORD COMMUNITY COUNCIL"),
        ("Roads Panel (hybrid)\n\n4 May 2021", "Roads Panel"),
        ("MONTHLY COUNCIL MEETING\n4 May 2021", "COUNCIL"),
        ("Annual Council - Tuesday, 4 May 2021 6.30 pm", "Annual Council"),
        ("and Town Council Monthly Meeting Tuesday 4 May 2021", "Town Council"),
        ("At a MEETING of the OSMERE JOINT BOARD held remotely on 4 May 2021.", "OSMERE JOINT BOARD"),
        ("Extraordinary, Full Council - Tuesday, 4 May 2021 6.30 pm", "Full Council"),
        ("Call-In Meeting, Roads Scrutiny Panel - Tuesday, 4 May 2021 6.30 pm", "Roads Scrutiny Panel"),
        ("MEETING OF POLICE AND CRIME PANEL\n\nThursday 4 May 2021", "POLICE AND CRIME PANEL"),
        ("Little Barford Community Council held their meeting via Zoom at 8.20pm on 4 May 2021.",
         "Little Barford Community Council"),
        ("Posted on 9 May 2021 by the Clerk\n\nThe Parks Panel met at the Mill on 4 May 2021.", "Parks Panel"),
        ("Agenda and minutes\n\nPlace Scrutiny Committee - Tuesday, 4th May, 2021 6.30 pm\n\nVenue: Council Chamber",
         "Place Scrutiny Committee"),
        ("To: All Members of the Harbour Board\n\nYou are summoned to attend a meeting of the Audit Committee to"
        " be held on 4 May 2021",
         "Audit Committee"),
        ("Minutes of a Meeting of: Parks Committee\n\nDate and Time: Tuesday 4 May 2021 at 7 pm", "Parks Committee"),
        ("MINUTES OF THE COUNCIL\n\nAT THE MEETING OF THE COUNCIL OF OSMERE HELD ON 4 MAY 2021", "COUNCIL"),
        ("Osmere District Council Logo\nOsmere District Council\n\nCabinet\n4 May 2021", "Cabinet"),
        ("Minutes of the Parish Council virtual Meeting held on 4 May 2021", "Parish Council"),
        ("Community Council Minutes of Tuesday 4th May 2021 in the Reading Room at 7.30pm", "Community Council"),
        ("4 MAY 2021\nMinutes of a meeting of the HARBOUR COMMITTEE held in the Mill at 9.30 am", "HARBOUR COMMITTEE"),
        ("Record of proceedings kept for the council\n\nMinutes of the Meeting of the Roads Panel held on 4 May 2021",
         "Roads Panel"),
        ("Issue - decisions\n\nMill Lane: Parking\n\n04/05/2021 - Roads Panel", "Roads Panel"),
        ("Agenda item\n\nMill Lane\n\nMeeting of Budget Council, Council, Tuesday 4 May 2021 (Item 7)", "Council"),
        ("Agenda item\n\nMill Lane\n\nMeeting of Housing, Health and Care Committee, Tuesday 4 May 2021 (Item 7)",
         "Housing, Health and Care Committee"),
        ("A meeting of the Moor National Park Authority will be held in the Committee Room on 4 May 2021",
         "Moor National Park Authority"),
        ("An ExtraOrdinary Meeting of Wold, Weir and Beck Parish Council was held on 4 May 2021 in the Mill",
         "Wold, Weir and Beck Parish Council"),
        ("MINUTES\n\nOF\n\nPROCEEDINGS\n\nAT\n\nMEETING\n\nOF\n\nHARBOUR DISTRICT COMMITTEE HELD IN THE\n\n"
         "COUNCIL CHAMBER, MILL QUAY, ON\n\nTUESDAY, 4TH MAY, 2021",
         "HARBOUR DISTRICT COMMITTEE"),
        ("WPC(21)M06 Minutes of Full Council from 4th May 2021", "Council"),
        ("Weir with Wold Parish Council Extra Ordinary meeting.\n\nHeld at the Mill on 4 May 2021",
         "Weir with Wold Parish Council"),
        ("Coventry City Council AGENDA ITEM 2 PARKS COMMITTEE\n\n4 May 2021", "PARKS COMMITTEE"),
        ("Harbour Board (no longer active)\n\n4 May 2021", "Harbour Board"),
        ("Harbour Board (hybrid)\n\n4 May 2021", "Harbour Board"),
        ("Osmere Town Council\n\nMeeting of Full Council (remote by Zoom)\n\n4 May 2021", "Full Council"),
        ("MONTHLY COUNCIL MEETING\n4 MAY 2021", "COUNCIL"),
        ("and Town Council Monthly Meeting Tuesday 4th May 2021", "Town Council"),
        (
            "MINUTES SUBJECT TO APPROVAL AT NEXT COMMUNITY COUNCIL MEETING\n\nWOLD COMMUNITY COUNCIL\n\n4 May 2021",
            "WOLD COMMUNITY COUNCIL",
        ),
        ("Draft minutes subject to approval at the meeting on 6 July 2021\n\nParks Committee\n\nHELD ON: 4th May 2021",
         "Parks Committee"),
        ("This is a meeting of the Parks Committee of Coventry City Council held on the 4th May 2021. The last meeting"
         " was on 6 April 2021. The next meeting is scheduled for 6 July 2021.",
         "Parks Committee"),
        ("Minutes of the Parks Committee of Osmere District Council held on 4 May 2021", "Parks Committee"),
        ("WOLD COMMUNITY COUNCIL\n\n4 MAY 2021\n\nHeld in the Board Room, Mill Workshops at 7 p.m.",
         "WOLD COMMUNITY COUNCIL"),
        ("Minutes of the AGM of the above Council held on 4 May 2021 at 6.30pm in the Mill", "Council"),
        ("Minutes of May 4th Wold Parish Council\n\nHELD AT THE MILL ON TUESDAY MAY 4th 2021", "Wold Parish Council"),
        ("WOLD PARISH COUNCIL - Extraordinary Meeting Tuesday 4th May 2021, 7pm Wold Village Hall",
         "WOLD PARISH COUNCIL"),
        ("Parks Committee\n\nThat, as set out at the Council meeting on 4 May 2021, the lease end", "Parks Committee"),
        ("Wold Parish Council Meeting Room\n\nParks Committee\n\n4 May 2021", "Parks Committee"),
        ("Minutes of May Day Committee held on 4 May 2021", "May Day Committee"),
        ("LONDON BOROUGH OF BARSET\nMILL AND QUAY WARDS\nAREA CONSULTATION MEETING\n\nHeld on 4 May 2021 at the Mill",
         "AREA CONSULTATION MEETING"),
        ("LONDON BOROUGH OF BARSET\nAREA PARKING REVIEW\nPARKS COMMITTEE\n\n4 May 2021", "PARKS COMMITTEE"),
    ],
)  # fmt: skip
def test_bodies(head: str, body: str) -> None:
    found = part(head + REST)
    assert found.body is not None
    assert found.body.text == body
    assert found.date is not None
    assert found.date.text == "2021-05-04"


def test_the_meeting_under_the_title_of_an_item_s_page() -> None:
    found = part(
        "Agenda item\n\nMill Lane\n\nMeeting of Roads Panel, Tuesday, 4 May 2021 6.30 pm (Item 7)\n\nMinutes:\n"
    )
    assert found.body is not None
    assert found.body.text == "Roads Panel"


def test_the_last_line_of_a_decision_s_page() -> None:
    found = part(
        "Decision details\n\nMill Lane: Parking\n\nIs Key decision?: No\n\nDecision:\n\nThat the road be closed.\n\n"
        "Date of decision: 04/05/2021\n\nDecided at meeting: 04/05/2021 - Roads Panel\n"
    )
    assert found.body is not None
    assert found.body.text == "Roads Panel"
    assert [item.title.text for item in found.items] == ["Mill Lane: Parking"]


def test_the_meeting_that_decided_before_those_who_may() -> None:
    found = part(
        "Decision details\n\nMill Lane: Parking\n\nDecision Maker: Cabinet, Council\n\nDecision:\n\n"
        "That the road be closed.\n\nDate of decision: 04/05/2021\n\nDecided at meeting: 04/05/2021 - Cabinet\n"
    )
    assert found.body is not None
    assert found.body.text == "Cabinet"


def test_a_name_that_double_spacing_breaks() -> None:
    head = (
        "Minutes of the Meeting of Anytown City Council's Travel and Transport\n\nPolicy Committee held on 4 May 2021"
    )
    found = part(head + REST)
    assert found.body is not None
    assert " ".join(found.body.text.split()) == "Travel and Transport Policy Committee"


def test_no_body_from_those_it_is_sent_to() -> None:
    found = part("4 May 2021\nTo: All Members of the County Council\nChief Executive" + REST)
    assert found.body is None


def test_the_date_of_the_meeting_and_not_of_another() -> None:
    head = "Scrutiny - Thursday, 25th July, 2024 5.00 pm\n\nThe Scrutiny Committee of 14th March 2024 is minuted below"
    found = part(head + REST)
    assert found.date is not None
    assert found.date.text == "2024-07-25"


@pytest.mark.parametrize(
    ("end", "time"),
    [
        ("The meeting finished at 20:35", "20:35"),
        ("Meeting closed 8.20pm", "20:20"),
        ("THE CHAIR CLOSED THE MEETING AT 20.15PM", "20:15"),
        ("There being no further business the meeting ended at 9.05 p.m.", "21:05"),
        ("16. Duration of Meeting\n\n6.30 p.m. to 7.05 p.m.", "19:05"),
        ("The next meeting will be held at 7.30pm", None),
    ],
)
def test_ends(end: str, time: str | None) -> None:
    found = part("Minutes of the Audit Committee held on 4 May 2021" + REST + "\n" + end + "\n")
    assert (found.end.text if found.end else None) == time


def test_a_start_told_below_the_header() -> None:
    text = (
        "Audit Committee\n4 May 2021\n\nPresent: Cllr A Lee\n\nMeeting commenced at 7.00pm\n\n1. Minutes\n\nAgreed.\n"
    )
    start = part(text).start
    assert start is not None
    assert start.text == "19:00"


def test_the_day_on_which_a_page_was_posted_is_no_meeting_s() -> None:
    found = part("Posted on 9 May 2021 by the Clerk\n\nMinutes of the Council held on 4 May 2021" + REST)
    assert found.date and found.date.text == "2021-05-04"


def test_what_is_kept_for_a_council_is_no_body() -> None:
    found = part("Record of proceedings kept for the council\n\n4 May 2021" + REST)
    assert found.body is None


def test_the_title_of_a_paper_is_no_item() -> None:
    found = part("# Minutes of the Cabinet held on 4 May 2021\n\nThe Cabinet noted it.\n")
    assert (found.body and found.body.text, found.date and found.date.text) == ("Cabinet", "2021-05-04")
    assert not found.items


@pytest.mark.parametrize(
    "line",
    [
        "The Minutes of the Council held on 11 February 2021 (previously circulated).",
        "To approve the minutes of the meeting held on 11 February 2021.",
        "The clerk noted that the election was brought forward to 11 February 2021.",
        "This meeting is remote under the Meetings Regulations, which remain in force until 11 February 2021.",
    ],
)
def test_no_day_from_what_is_told_of_another(line: str) -> None:
    assert part(f"Agenda and minutes\n\nVenue: The Mill\n\n{line}" + REST).date is None


def test_no_hour_from_who_came_late_nor_from_the_next_meeting() -> None:
    head = (
        "Minutes of the Town Council Meeting 4 May 2021\n\nCllr A Lee joined the meeting at approximately 7.45pm."
        "\n\nDates of next meetings were agreed as 9 June 2021 at 8.00 pm."
    )
    found = part(head + REST)
    assert (found.date and found.date.text, found.start) == ("2021-05-04", None)


@pytest.mark.parametrize(
    ("form", "body"),
    [
        (
            "NOTICE OF DECISION BY AN INDIVIDUAL CABINET MEMBER\n\n2. Decision taken by: Councillor Ann Lee, Cabinet"
            " Member for Roads and Parks\n\n3. Date of decision: 4 May 2021",
            "Cabinet Member for Roads and Parks",
        ),
        (
            "RECORD OF DECISION TAKEN BY A PORTFOLIO HOLDER\n\nDecision maker: Councillor B Shah - Executive Member for"
            " Buses\n\nDate of decision: 4 May 2021",
            "Executive Member for Buses",
        ),
        (
            "Executive Decision Notice\n\nDecision Maker: Portfolio Holder for Housing (Councillor C Dow)\n\nDate of"
            " decision: 4 May 2021",
            "Portfolio Holder for Housing",
        ),
        (
            "Decision details\n\nDate of decision: 04/05/2021\n\nDecided at meeting: 04/05/2021 - Cabinet",
            "Cabinet",
        ),
    ],
)
def test_who_decides_alone_is_named_by_the_portfolio(form: str, body: str) -> None:
    found = part(f"Osmere City Council\n\n{form}\n\nDecision\n\nThat the rent policy be approved.\n")
    assert found.body is not None
    assert found.body.text == body


def test_a_body_has_no_verb() -> None:
    text = (
        "Issue - decisions\n\nRegion Board\n\n15/02/2024 - Osmere Region Board\n\nIf the Leader cannot attend a"
        " meeting of the Board the Leader will name another member of the Cabinet."
    )
    found = part(text)
    assert found.body is None or "will" not in found.body.text


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("RESOLVED that the minutes of the meeting of the Cabinet held on 3 May 2021 be approved.", "Cabinet"),
        ("The Parks Committee RESOLVED to note it.", "Parks Committee"),
        ("Cabinet is asked to approve the minutes.", "Cabinet"),
        ("RESOLVED: That Cabinet notes the recommendation of the Roads Panel.", "Cabinet"),
        ("That Cabinet notes the recommendation of the Roads Panel.", None),
        ("The minutes of the Parks Committee held on 3 May 2021 were received.", None),
        ("The Committee RESOLVED to note it.", None),
    ],
)
def test_the_body_of_a_page_that_lost_its_heading(told: str, body: str | None) -> None:
    found = part(f"Agenda and minutes\n\nVenue: Town Hall\n\n1.\n\nMinutes\n\nMinutes:\n\n{told}\n").body
    assert (found and found.text) == body


def test_the_day_in_the_sentence_that_heads_the_minutes() -> None:
    head = (
        "Cabinet Item 17th October 2012 Public\n\nMINUTES OF THE CABINET MEETING HELD ON WEDNESDAY 12TH SEPTEMBER 2012"
    )
    date = part(head + REST).date
    assert date and date.text == "2012-09-12"


def test_a_body_that_only_its_decision_names() -> None:
    page = "Issue - decisions\n\nHousing Policy\n\n14/02/2020 - Housing Policy\n\nDecision\n\n"
    read = part(page + "The Joint Housing Committee:\n\n1. noted the report;\n\n2. adopted the policy.\n")
    assert read.body is not None
    assert read.body.text == "Joint Housing Committee"
    assert part(page + "The Committee:\n\n1. noted the report;\n\n2. adopted the policy.\n").body is None


def test_a_range_of_hours_behind_its_label() -> None:
    read = part("Barset Council\n\nPlanning Panel\n\nDate: Tuesday 15 February 2011\n\nTime: 10.30 - 19.55\n\n1. A\n")
    assert read.start and read.end and (read.start.text, read.end.text) == ("10:30", "19:55")


def test_the_letter_before_an_agenda_has_a_day_of_its_own() -> None:
    head = (
        "Date: 14 October 2025\n\nTO: Councillors A Lee and B Shah\n\nMEETING OF OSMERE DISTRICT COUNCIL\n\n"
        "A meeting of Osmere District Council will be held in the Mill on Wednesday 22 October 2025 at 5.00 p.m.\n\n"
        "AGENDA\n\n1. Apologies\n\n2. Minutes of 3 September 2025\n"
    )
    found = part(head).date
    assert found is not None and found.text == "2025-10-22"


@pytest.mark.parametrize("other", ["The next ordinary meeting", "The Annual Parish Meeting"])
def test_a_sentence_in_the_head_that_calls_another_meeting(other: str) -> None:
    head = (
        "Minutes of the meeting of Wold Parish Council held in the Mill on 4 May 2021\n\n"
        f"{other} will be held on 1 June 2021.\n\nPresent: Councillors A Lee and B Shah\n\n1. Apologies\n"
    )
    found = part(head).date
    assert found is not None and found.text == "2021-05-04"


def test_what_hangs_on_the_name_of_a_body() -> None:
    held = " held on Wednesday 16 October 2019 at 7.30 pm\n\nPresent: Cllr A Lee\n\n1. Apologies\n\nNone.\n"
    for head, name in (
        ("DRAFT NETHER TOLLING PARISH COUNCIL\n\nMinutes of the meeting", "NETHER TOLLING PARISH COUNCIL"),
        ("Minutes of a scheduled meeting of the Parish Council", "Parish Council"),
        ("NETHER TOLLING PARISH COUNCIL                    MINUTES\n\nMeeting", "NETHER TOLLING PARISH COUNCIL"),
        ("Minutes of the meeting of postponed from 9 October, Cabinet", "Cabinet"),
    ):
        body = part(head + held).body
        assert body is not None and body.text == name


def test_words_that_run_together_at_the_head() -> None:
    read = part("DRAFTMINUTES OF A MEETING OF THE TOLLING COMMUNITY COUNCIL HELD ON\nMONDAY 28 SEPTEMBER2015" + REST)
    assert read.body and read.date and (read.body.text, read.date.text) == ("TOLLING COMMUNITY COUNCIL", "2015-09-28")


def test_a_notice_that_came_in_the_post_makes_no_notice() -> None:
    text = "Tolling Parish Council\n\nMinutes of 4 May 2021\n\nThe following decision notice was received.\n\n1. A\n"
    assert part(text).kind == "minutes"


def test_a_line_that_is_a_day_with_its_hour() -> None:
    head = (
        "HARBOUR BOARD\n\nTuesday 4 May 2021 at 7 pm, Mill Hall\n\nWe met, as the meeting of 2 March 2021 was short.\n"
    )
    found = part(head + REST)
    assert found.date and found.date.text == "2021-05-04"


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("Mrs Bell thanked the Parish Council for the bench.", "Parish Council"),
        ("Mrs Bell thanked the town council for the bench.", "town council"),
        ("The clerk went to a town council and to community councils.", None),
        ("Barford Parish Council has mended its bench.", None),
        ("The Committee resolved to thank the Parish Council for the bench.", None),
        ("The Town Council wrote to the parish about the bench.", None),
        ("The Parish Council will not pay. It was agreed to ask the Parish Council again.", None),
    ],
)
def test_minutes_of_a_parish_that_name_no_body(told: str, body: str | None) -> None:
    found = part(f"Minutes of the meeting held on 4 May 2021{REST}\n3. Benches\n\n{told}\n").body
    assert (found.text if found else None) == body


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Minutes of the Annual Parish Meeting held on 4 May 2021", "Annual Parish Meeting"),
        ("Minutes of a meeting held on 4 May 2021\n\nThe next Annual Parish Meeting is on 3 June 2021", None),
        ("Link: View Council Meeting\n\n4 May 2021", None),
    ],
)
def test_the_meeting_of_a_parish_s_electors(head: str, body: str | None) -> None:
    found = part(head + REST).body
    assert (found.text if found else None) == body


def test_the_page_of_one_decision_lists_nobody() -> None:
    page = (
        "Issue - decisions\n\nBenches\n\nCouncillor Lee thanked the Parish Council.\n\nRESOLVED to note the benches.\n"
    )
    assert part(page).body is None


def test_the_day_of_the_previous_meeting_is_not_of_this() -> None:
    text = "Notes\n\nThe minute of the previous meeting held on 5th April 2014 was adopted.\n\n3.1 Roads\n"
    assert part(text).date is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Barset Council Minutes subject to approval at next Council meeting Chairman Ann Lee"
         " Minute of Meeting of Barset Parish Council held on 4 May 2021", "Barset Parish Council"),
        ("Minute subject to approval at the next Parish Council Meeting BARSET PARISH COUNCIL MINUTES A meeting of the"
         " above Parish Council was held on 4 May 2021", "BARSET PARISH COUNCIL"),
        ("BARSET PARISH COUNCIL MINUTES A meeting of the above Council was held in the Hall on 4 May 2021",
         "BARSET PARISH COUNCIL"),
    ],
)  # fmt: skip
def test_what_a_draft_says_of_itself_hides_nothing(head: str, body: str) -> None:
    found = part(head + REST)
    assert (found.body and found.body.text, found.date and found.date.text) == (body, "2021-05-04")


def test_the_day_on_which_a_draft_is_to_be_approved_is_no_meeting_s() -> None:
    assert part("Barset Council\n\nDraft, subject to approval at the meeting on 6 July 2021" + REST).date is None
