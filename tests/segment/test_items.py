import pytest

from civicgraph.read import read_bytes
from civicgraph.segment import segment
from civicgraph.segment.titles import run_in_end


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Apologies for absence:  Cllr Ford.", "Apologies for absence"),
        ("Declarations of Interest. No declarations were made", "Declarations of Interest"),
        ("Apologies for Absence - Cllr Canning", "Apologies for Absence"),
        ("Apologies for absence were received from Cllrs Hunt and Pears.", "Apologies for absence"),
        ("Declarations \u2026 There were none.", "Declarations"),
        ("Matters Reported:     Footpaths - tree roots are breaking up the tarmac.", "Matters Reported"),
        ("Date of next meeting: None", "Date of next meeting"),
        ("Issues referred by Scrutiny: Youth Offer", "Issues referred by Scrutiny: Youth Offer"),
        ("St. Mary's Church Clock", "St. Mary's Church Clock"),
        ("The Chair thanked the Panel: all had helped.", "The Chair thanked the Panel: all had helped."),
        ("Matters Arising The Clerk had written to the landowner.", "Matters Arising"),
        ("Declaration of interests on items No declarations were made.", "Declaration of interests on items"),
        ("Motion - Councillor A Lee: Empty Homes", "Motion - Councillor A Lee: Empty Homes"),
        ("APOLOGIES All PC members present", "APOLOGIES"),
        ("BUDGET AND PRECEPT Members considered the draft.", "BUDGET AND PRECEPT"),
        ("SHARED AUDIT - PROGRESS REPORT To consider the report. Mr Lee spoke.", "SHARED AUDIT - PROGRESS REPORT"),
        (
            "To note Substitutes under Rule 4 - Substitutes at Meetings.",
            "To note Substitutes under Rule 4 - Substitutes at Meetings.",
        ),
        ("APOLOGIES FOR ABSENCEThere were none.", "APOLOGIES FOR ABSENCE"),
        ("APOLOGIES– Cllrs Hunt and Pears", "APOLOGIES"),
        ("Church clock:- Deferred", "Church clock"),
        ("Reports from District Councillors:- Cllr Hunt reported on bins", "Reports from District Councillors"),
        (
            "Minutes of the Annual Meeting of The Green Committee",
            "Minutes of the Annual Meeting of The Green Committee",
        ),
        ("NALC Training Day", "NALC Training Day"),
        ("To confirm the minutes of 4 May - PROPOSED; SECONDED; RESOLVED that", "To confirm the minutes of 4 May"),
        (
            "To consider the forms received for the two places on the council and fill them - One form had come.",
            "To consider the forms received for the two places on the council and fill them",
        ),
        ("MINUTES OF MEETING HELD ON 2 June 2014: These were agreed.", "MINUTES OF MEETING HELD ON 2 June 2014"),
        ("Apologies for absence:Cllr Hunt. Cllr Pears", "Apologies for absence"),
        ("To note the report of the Chair", "To note the report of the Chair"),
        ("17/0412/FUL - Land off Station Road", "17/0412/FUL - Land off Station Road"),
        ("Right to Inspect By law the accounts are open to all for a month.", "Right to Inspect"),
    ],
)
def test_titles_that_text_follows(words: str, title: str) -> None:
    assert words[: run_in_end(words)] == title


def test_a_title_in_text_that_lost_its_lines() -> None:
    words = "Date of the next meeting Thursday 5 July"
    assert words[: run_in_end(words, flat=True)] == "Date of the next meeting"
    assert words[: run_in_end(words)] == "Date of the next meeting"


def test_the_tier_of_a_councillor_is_no_title() -> None:
    words = "County Councillor. Ann Lee said that the road would be shut."
    assert words[: run_in_end(words)] == "County Councillor"
    words = "District Councillor Lee said that the road would be shut."
    assert run_in_end(words) == len(words)


def items(text: str, name: str = "minutes.txt") -> list[tuple[str, str]]:
    document = read_bytes(text.encode(), path=name, name=name)
    return [(item.number, item.title.text) for part in segment(document) for item in part.items]


HEAD = "Anytown Parish Council\nMinutes of the meeting held on 4 May 2021\n\nPresent: Cllrs A Lee and B Shah\n\n"


def test_run_in_titles_with_long_numbers() -> None:
    text = (
        "3345.Police Report:  None received.\n\n3346.Apologies:  Cllr Mawd.\n\n3347.   Finance:  The balance"
        " was noted.\n"
    )
    assert items(HEAD + text) == [("3345", "Police Report"), ("3346", "Apologies"), ("3347", "Finance")]


def test_minute_numbers_that_look_like_years() -> None:
    text = (
        "1953       Grass Cutting. It was agreed to ask for quotes.\n\n1954       Planning. No objections were made.\n"
    )
    assert items(HEAD + text) == [("1953", "Grass Cutting"), ("1954", "Planning")]


def test_references_with_a_prefix() -> None:
    text = "Cou/285/07-08 Apologies\n\nNone.\n\nCou/286/07-08 Minutes\n\nApproved.\n"
    assert items(HEAD + text) == [("Cou/285/07-08", "Apologies"), ("Cou/286/07-08", "Minutes")]


def test_minute_numbers_on_lines_of_their_own() -> None:
    text = "Minute 66\n\nDeclarations of Interest\n\nNone.\n\nMinute 67\n\nTown Clock\n\nIt was resolved to mend it.\n"
    assert items(HEAD + text) == [("66", "Declarations of Interest"), ("67", "Town Clock")]


def test_codes_and_digits_apart() -> None:
    text = "CX 41 Forward Plan\n\nNoted.\n\nCX 42 Town Clock\n\nIt was resolved to mend it.\n"
    assert items(HEAD + text) == [("CX 41", "Forward Plan"), ("CX 42", "Town Clock")]


def test_a_letter_and_a_number_before_the_title_and_a_road_in_the_text() -> None:
    text = "A1 Minutes\n\nAgreed.\n\nA2 Town Clock\n\nA14 Trunk Road works were noted.\n\nA3 Next meeting\n\nIn May.\n"
    assert items(HEAD + text) == [("A1", "Minutes"), ("A2", "Town Clock"), ("A3", "Next meeting")]


def test_headings_that_end_in_a_colon() -> None:
    text = "".join(f"{title}:\n\nThis was talked about for a while.\n\n" for title in
                   ("Matters Arising", "Election of Vice-Chair", "Furlong Road Development", "Date of Next"
                   " Meeting"))  # fmt: skip
    assert [title for _, title in items(HEAD + text)] == [
        "Matters Arising", "Election of Vice-Chair", "Furlong Road Development", "Date of Next Meeting",
    ]  # fmt: skip


def test_titles_whose_numbers_were_lost() -> None:
    text = (
        "Audit Committee - Tuesday, 4 May 2021 6.00 pm\n\nNo. Item\n\nDeclarations\n\nTo receive any declarations.\n\n"
        "Accounts pdf icon PDF 436 KB\n\nThe accounts are attached.\n\nAdditional documents:\n"
    )
    assert items(text) == [("", "Declarations"), ("", "Accounts")]
    put = "Accounts pdf icon PDF 436 KB\n\nRECOMMENDATION: to approve the accounts.\n\nAdditional documents:\n"
    assert items(text.partition("Accounts")[0] + put) == [("", "Declarations"), ("", "Accounts")]


def test_a_line_under_a_numbered_title_is_no_title() -> None:
    text = (
        "1.\n\nBus Review\n\nBriefing Note of the Head of"
        " Transport\n\nMinutes:\n\nNoted.\n\n2.\n\nRoads\n\nMinutes:\n\nNoted.\n"
    )
    assert items(HEAD + text) == [("1", "Bus Review"), ("2", "Roads")]


def test_numbered_paragraphs_are_no_items() -> None:
    text = (
        "Welcome\n\n1. The Convener welcomed those in the public gallery to the meeting and thanked them for"
        " coming.\n\n"
        "Matters Arising\n\n2. The Convener reported on a number of actions that had been taken since the last"
        " meeting.\n"
    )
    assert items(HEAD + text) == [("", "Welcome"), ("", "Matters Arising")]


def test_minutes_of_others_put_before_the_council() -> None:
    text = (
        "Marshdale Council\n\nA - Audit Committee 3 May 2023\n\nMinute No 63 - Constitution\n\n"
        "RECOMMENDED that voting be open.\n\n"
        "B - Cabinet 20 April 2023\n\nMinute No 9 - Pier Repairs\n\nRECOMMENDED that Council approves the loan.\n"
    )
    assert items(text) == [("63", "Constitution"), ("9", "Pier Repairs")]


def test_a_page_of_decisions() -> None:
    text = (
        "Decisions\n\nDecisions published\n\n18/02/2020 - Parking charges ref: 271    Recommendations Approved\n\n"
        "Decision Maker: Cabinet\n\nMade at meeting: 18/02/2020 - Cabinet\n\nEffective from: 26/02/2020\n\n"
        "(1) That the charges be approved.\n\nLead officer: Ann Lee\n\n"
        "17/02/2020 - Lease of the mill ref: 270    For Determination\n\nDecision Maker: Cabinet\n"
    )
    assert items(text) == [("", "Parking charges"), ("", "Lease of the mill")]
    parts = segment(read_bytes(text.encode(), path="minutes.txt", name="minutes.txt"))
    met = [(part.body.text, part.date.text) for part in parts if part.body and part.date]
    assert met == [("Cabinet", "2020-02-18"), ("Cabinet", "2020-02-17")]  # each day is a meeting


def test_a_day_and_a_body_head_no_item() -> None:
    text = "Issue - decisions\n\nCode of Conduct\n\n15/03/2021 - Standards Committee\n\nRESOLVED that it be noted.\n"
    assert items(text) == [("", "Code of Conduct")]


def test_titles_under_the_row_of_headings_of_a_web_page() -> None:
    text = (
        "Agenda and minutes\n\nVenue: Town Hall\n\nLink: Recording\n\nNo. Item\n\n"
        "Apologies and Substitutes (Agenda Item 1)\n\nApologies were received from Councillor Webb.\n\n"
        "Urgent Matters\n\nThere were no urgent items\n\n"
        "Grants\n\nThe Clerk reported that none had been asked for.\n\n"
        "Work Plan\n\nMembers considered the plan for the year and noted it.\n"
    )
    document = read_bytes(text.encode(), path="minutes.txt", name="minutes.txt")
    items = [item for part in segment(document) for item in part.items]
    assert [(item.number, item.title.text) for item in items] == [
        ("1", "Apologies and Substitutes"), ("", "Urgent Matters"), ("", "Grants"), ("", "Work Plan"),
    ]  # fmt: skip


PAGE = """Agenda and minutes

Cabinet - Tuesday, 14th September, 2021 7.00 pm

No. Item

Welcome and Apologies

Minutes

To approve the minutes of 8 June 2021.

Supporting documents:

Minutes:

The minutes were approved.

Declarations of Interest pdf icon PDF 72 KB

Taxi Fares

This report is about taxi fares. The trade wants them raised.

Supporting documents:

Minutes:

RESOLVED that the fares be raised.
"""


def test_titles_of_a_web_page_whose_numbers_were_lost() -> None:
    (part,) = segment(read_bytes(PAGE.encode(), path="p.txt", name="p.txt"))
    titles = [item.title.text for item in part.items]
    assert titles == ["Welcome and Apologies", "Minutes", "Declarations of Interest", "Taxi Fares"]
    (coded,) = segment(read_bytes(CODED.encode(), path="p.txt", name="p.txt"))
    assert [item.number for item in coded.items] == ["CAB 32", "CAB 33", "CAB 34"]
    (years,) = segment(read_bytes(CODED.replace("CAB ", "21-22/CAB/").encode(), path="p.txt", name="p.txt"))
    assert [item.number for item in years.items] == ["21-22/CAB/32", "21-22/CAB/33", "21-22/CAB/34"]


CODED = "Cabinet - Tuesday, 14th September, 2021 7.00 pm\n\n" + "\n\n".join(
    f"CAB {n}\n\n{title}\n\nMinutes:\n\nThis was noted."
    for n, title in ((32, "Apologies"), (33, "Roads"), (34, "Parks"))
)


def test_paragraphs_that_count_on_from_the_titles_are_items() -> None:
    text = (
        "1. Apologies\n\nNone.\n\n2. Matters arising:\n\na) The gate was mended.\n\nb) The bin was full.\n\n"
        "3. There was a discussion about the path, which was thought to be too narrow for a pram.\n\n"
        "4. It was agreed that the hedge be cut.\n"
    )
    assert [number for number, _ in items(HEAD + text)] == ["1", "2", "3", "4"]
    again = "1. Apologies\n\nNone.\n\n2. Grants\n\nThe Council was told that:\n\n1. the hall had applied;\n\n2. the"
    assert [n for n, _ in items(HEAD + again + " school had applied;\n\n3. nobody else had.\n")] == ["1", "2"]


def test_a_title_in_capitals_under_an_item_with_its_text_behind() -> None:
    text = "1. APOLOGIES None.\n\n2. POLICIES\n\n2.1 RISK REGISTER This was adopted.\n\n3. PRECEPT It was set.\n"
    assert items(HEAD + text)[2] == ("2.1", "RISK REGISTER")


def test_the_month_before_the_number() -> None:
    text = "2021-06_1. APOLOGIES\n\nNone.\n\n2021-06_2. FINANCE\n\nThe balance was noted.\n"
    assert items(HEAD + text) == [("2021-06_1", "APOLOGIES"), ("2021-06_2", "FINANCE")]


def test_one_paragraph_among_titles_is_an_item() -> None:
    text = (
        "1. Apologies\n\nNone.\n\n2. The bin at the mill had been full for weeks, and the Clerk had told them twice"
        " without any reply from the county, which was thought to be too slow, for by then the smell was a nuisance to"
        " all who live there and to those who walk by on their way to school or to the shop in the lane beyond.\n\n"
        "3. Finance\n\nThe balance was read.\n"
    )
    assert [number for number, _ in items(HEAD + text)] == ["1", "2", "3"]


def test_a_list_that_lost_its_count_but_for_one() -> None:
    names = ("Welcome", "Apologies", "Police report", "Grants", "Finance", "Next meeting")
    text = "".join(f"  1. {name}\n\nNothing was said of it by those who came.\n\n" for name in names)
    text = text.replace("1. Finance", "2. Finance")
    assert [title for _, title in items(HEAD + text)] == list(names)


def test_a_number_that_is_printed_again_over_the_minute() -> None:
    text = (
        "1 Election of Chair\n\n1\n\nThe Clerk, Ann Lee, in the Chair.\n\nCllr Shah was elected.\n\n"
        "2 Interests\n\nTo note any interests.\n\n2\n\nThe following interests were declared in item 9:\n\n"
        "3 Minutes\n\n3\n\nThe minutes were signed.\n"
    )
    assert items(HEAD + text) == [("1", "Election of Chair"), ("2", "Interests"), ("3", "Minutes")]


def test_what_corrects_an_old_minute_is_no_item() -> None:
    text = (
        "Apologies for Absence\n\nNone.\n\nMinutes\n\nTo approve the minutes.\n\n"
        "RESOLVED that they be signed, subject to:\n\n"
        "Minute C64 (Review of Allowances) Councillor Lee said that paragraph 3 should read 'seven'.\n\n"
        "Minute C65 (Harbour Dues) Councillor Shah said that paragraph 4 should read 'eight'.\n"
    )
    assert not [number for number, _ in items(HEAD + text) if number]


def test_titles_over_a_story_that_breaks_off_before_its_resolution() -> None:
    text = "".join(
        f"Election of {office}\n\nThe Clerk sought nominations for {office}. Councillor Lee nominated Councillor Shah."
        " There were no other nominations and, on being put to the vote,\n\n"
        f"That Barset Councillor Shah be elected as {office} for the year.\n\n"
        for office in ("Chair", "Vice-Chair", "Convener", "Treasurer")
    )
    assert [title for _, title in items("Agenda and minutes\n\nNo. Item\n\n" + text)] == [
        "Election of Chair", "Election of Vice-Chair", "Election of Convener", "Election of Treasurer",
    ]  # fmt: skip


def test_numbers_in_brackets_before_titles_in_capitals() -> None:
    text = (
        "MINUTES of the Parks Committee held on 4 May 2021 at 9.30 am when there were present:\nCouncillors\nS Ash\n"
        "(26)\nAPOLOGIES FOR ABSENCE\nApologies were received from Councillor Dow.\n"
        "(27) MINUTES\nThe Minutes were approved.\nRESOLVED\n(1) That the gate be mended.\n(2) That it be painted.\n"
        "(28)\nURGENT BUSINESS\nThere was none.\n"
    )
    assert items(text) == [("26", "APOLOGIES FOR ABSENCE"), ("27", "MINUTES"), ("28", "URGENT BUSINESS")]


def test_one_letter_and_a_year_before_the_number() -> None:
    text = "Council\n4 May 2008\n\nC 08/042 Election of Mayor\nRESOLVED: That Councillor Ash be elected.\n"
    text += "C 08/043 Thanks\nRESOLVED: That they be recorded.\nC 08/044 Minutes\nRESOLVED: That they be approved.\n"
    assert [number for number, _ in items(text)] == ["C 08/042", "C 08/043", "C 08/044"]


def test_standing_items_of_a_web_page_over_nothing() -> None:
    text = (
        "Agenda and minutes\n\nVenue: Town Hall\n\nNo. Item\n\n\nApologies for Absence\n\n\n\n\nElection of Chair\n\n\n"
        "Councillor Ash was elected Chair.\n\n\nDeclarations of Interest in Agenda Items\n\nPlease see note (a).\n\n\n"
        "Minutes of the meetings held on 3 and 4 May 2021. pdf icon PDF 90 KB\n\nThey were agreed.\n\n\n"
        "Hedges\n\n\nThe Board noted that they were cut.\n\n\nGates\n\n\nThe Board noted that they were mended.\n\n\n"
        "Paths\n\n\nThe Board noted that they were swept.\n"
    )
    assert [title for _, title in items(text)] == [
        "Apologies for Absence", "Election of Chair", "Declarations of Interest in Agenda Items",
        "Minutes of the meetings held on 3 and 4 May 2021", "Hedges", "Gates", "Paths",
    ]  # fmt: skip


def test_numbers_that_look_like_days_and_count_from_one() -> None:
    text = (
        "Present: Ann Lee\n\n01/12/20 Apologies David Cooper Julie Thomson\n\n02/12/20 Minutes of the Last\n\n"
        "They were agreed.\n\n03/12/20 Roads\n\nThe roads were wet.\n"
    )
    assert items(text) == [
        ("01/12/20", "Apologies"), ("02/12/20", "Minutes of the Last"), ("03/12/20", "Roads"),
    ]  # fmt: skip
    days = text.replace("02/12/20", "05/12/20").replace("03/12/20", "11/12/20")
    assert [number for number, _ in items(days) if number][1:] == []


def test_a_list_of_contents_and_a_page_number_open_no_items() -> None:
    text = (
        "Present: Ann Lee\n\n1. Apologies ...... 2 2. Minutes ...... 2 3. Roads ...... 3\n\n1\n\n1. Apologies\n\n"
        "None.\n\n2. Minutes\n\nAgreed.\n\n3. Roads\n\nWet.\n"
    )
    assert items(text) == [("1", "Apologies"), ("2", "Minutes"), ("3", "Roads")]


def test_what_every_page_has_at_its_head_is_no_title() -> None:
    head = "DRAFT MINUTE OF OSMERE COMMUNITY COUNCIL"
    text = (
        f"{head}\n\n4 May 2021\n\n20/19 INTERESTS\n\nThere were none.\n\n20/20\n\n{head}\n\n20/20 ROADS\n\nThey are.\n"
    )
    assert items(text) == [("20/19", "INTERESTS"), ("20/20", "ROADS")]


def test_titles_without_a_number_between_numbered_ones() -> None:
    text = (
        "1. Apologies:Borough Councillor A Lee\n\n2. Minutes:Cllr Ford proposed approval.\n\n"
        "3. Matters Arising:None\n\n"
        "Notes of the Mill Committee of 24 May:\n\nThe notes were agreed.\n\n"
        "Weir Sunday:Cllr Ford said that it rained.\n\nBank Mandate:The Clerk had changed it.\n\n"
        "4. Planning:\n\nMill Lane: The Clerk has replied.\n\nQuay Road: The Clerk has replied.\n\n"
        "Weir Street: The Clerk has replied.\n"
    )
    assert items(text) == [
        ("1", "Apologies"), ("2", "Minutes"), ("3", "Matters Arising"),
        ("", "Notes of the Mill Committee of 24 May"),
        ("", "Weir Sunday"), ("", "Bank Mandate"), ("4", "Planning"),
    ]  # fmt: skip


def test_paragraphs_that_all_have_a_title() -> None:
    text = (
        "1. Apologies\n\nThere were none.\n\n2. Reports\n\n2.1 Chair's Report Having been away, the Chair"
        " reported nothing.\n\n2.2 Clerk's Report \u2022 The lease is ready. \u2022 The pump is mended.\n\n"
        "3. Next agenda 1. Swings for the green. 2. Flood plan.\n\n3.1 Letters\n\n"
        "4. Phase 1. The Clerk read it out.\n"
    )
    assert items(text) == [
        ("1", "Apologies"), ("2", "Reports"), ("2.1", "Chair's Report"), ("2.2", "Clerk's Report"),
        ("3", "Next agenda"), ("4", "Phase 1"),
    ]  # fmt: skip
    assert ("2.1", "Chair's Report") not in items(text.replace("2.2 Clerk's Report", "2.2 It was told that the Clerk"))


def test_a_financial_year_is_no_number_of_the_one_item_of_a_page() -> None:
    text = (
        "Issue - meetings\n\n2019/20 Audit Progress Report\n\nMeeting: 24/07/2019 - Audit Committee (Item 30)\n\n"
        "30 2019/20 Audit Progress Report pdf icon PDF 133 KB\n\nMinutes:\n\nMr Lee spoke.\n\nRESOLVED: That it be "
        "noted.\n"
    )
    assert items(text) == [("30", "2019/20 Audit Progress Report")]
    assert items(HEAD + "14/17 Roads\n\nThe road was wet.\n")[0][0] == "14/17"


def test_options_that_were_not_taken_are_no_items_of_a_notice() -> None:
    text = (
        "Decision details\n\nForum Review\n\nDecision Maker: Director of Schools\n\nDecision:\n\n"
        "a) the forum be smaller;\n\n"
        "Alternative options considered:\n\n1 The forum could be kept. This was not wanted.\n\n"
        "2 A seat could be kept. This is not recommended.\n\nDate of decision: 06/08/2025\n"
    )
    assert [number for number, _ in items(text)] == [""]


def test_that_alone_is_no_title() -> None:
    text = (
        "Election of Chair\n\nMinutes:\n\nThe decision:\n\nThat Councillor Tim Grove be elected as Chair.\n\n(Cllr "
        "Grove in the Chair)\n\nApologies for Absence\n\nMinutes:\n\nThere were none.\n"
    )
    assert [title for _, title in items(text)] == ["Election of Chair", "Apologies for Absence"]


def test_titles_over_lists_among_titles_over_text() -> None:
    text = (
        "Wold Parish Council\n\nMINUTES of the meeting of the Parish Council held on 4 May 2021\n\n"
        "Those Attending: Cllr A Hale, Cllr B Lowe\n\nBus shelter\n\nThe Clerk has written to the bus company.\n\n"
        "Allotments\n\nTwo plots are vacant.\n\nFootpaths\n\nCllr Hale reported a broken stile.\n\n"
        "Town clock\n\nThe clock was stopped.\n\nCorrespondence\n\nMill School: its newsletter.\n\n"
        "Mill School\n\nIts newsletter.\n\nAccounts for payment\n\nClerk 310.00\n"
    )
    assert [title for _, title in items(text)] == [
        "Bus shelter", "Allotments", "Footpaths", "Town clock", "Correspondence", "Accounts for payment",
    ]  # fmt: skip


def test_references_that_lost_the_space_before_their_title() -> None:
    text = (
        "QR46/19PRESENT\n\nCouncillors Lee and Shah.\n\nQR47/19APOLOGIES\n\nThere were none.\n\n"
        "QR48/19MILL LANE\n\nThe road was wet.\n\nQR49/19QUAY\n\nThe quay was dry.\n"
    )
    assert items(HEAD + text) == [
        ("QR46/19", "PRESENT"), ("QR47/19", "APOLOGIES"), ("QR48/19", "MILL LANE"), ("QR49/19", "QUAY"),
    ]  # fmt: skip
    assert items(HEAD + "24/7Support is there.\n\nIt was well used.\n") == []


def test_a_paragraph_with_a_list_below_its_title_is_one_of_those_with_a_title() -> None:
    text = (
        "1. Apologies\n\nThere were none.\n\n2. Reports\n\n2.1 Chair's Report Having told the parish meeting, the Chair"
        " had nothing to add.\n\n2.2 Clerk's Report\n\n\u2022 The contract is signed.\n\n\u2022 The box is ours.\n\n"
        "3. Next agenda\n\nDogs to be an item.\n"
    )
    assert ("2.1", "Chair's Report") in items(text) and ("2.2", "Clerk's Report") in items(text)


def test_a_number_that_was_given_twice() -> None:
    text = "1. Money\n\nNoted.\n\n2. Clock\n\nIt stopped.\n\n2. Playground\n\nIt was agreed.\n\n3. Paths\n\nNone.\n"
    assert items(HEAD + text) == [("1", "Money"), ("2", "Clock"), ("2", "Playground"), ("3", "Paths")]
    listed = text.replace("2. Playground", "1. Swings\n\n2. Slides")
    assert items(HEAD + listed) == [("1", "Money"), ("2", "Clock"), ("3", "Paths")]


def test_minutes_in_bullets() -> None:
    text = "- Apologies: Cllr Webb\n- Minutes: Agreed.\n- Planning:\n- Mill Lane - refused\n- Roads: CL said no.\n"
    assert items(HEAD + text) == [("", "Apologies"), ("", "Minutes"), ("", "Planning"), ("", "Roads")]
    assert not items(HEAD + "- Swings: £40\n- Slides: £50\n- Paths: £60\n- Benches: £70\n")


def test_who_voted_is_no_title() -> None:
    text = (
        "Taxi Fares\n\nMinutes:\n\nThe fares were put to the vote.\n\nAbstentions: Councillor Shah (1)\n\nDecision:\n\n"
        "That the fares be approved.\n"
    )
    assert items(HEAD + text) == [("", "Taxi Fares")]


def test_a_heading_in_capitals_over_a_list_within_an_item() -> None:
    text = (
        "1.   MEMBERSHIP\n\n     It was noted.\n\n2.   LICENCE OF A CLUB\n\n     It was considered.\n\n     SUBMISSIONS"
        " MADE\n\n     1.  Mr Lee said that it would close at ten.\n\n     2.  Mr Shah said that it was too loud.\n\n"
        "3.   NEXT MEETING\n\n     It was noted.\n"
    )
    assert items(HEAD + text) == [("1", "MEMBERSHIP"), ("2", "LICENCE OF A CLUB"), ("3", "NEXT MEETING")]


def test_when_and_as_which_item_a_matter_came_is_no_part_of_its_title() -> None:
    text = "24. Clock (4.31pm)\n\nNoted.\n\n25. Paths [Item 5]\n\nNoted.\n"
    assert items(HEAD + text) == [("24", "Clock"), ("25", "Paths")]


def test_a_title_under_the_row_of_a_web_page_makes_no_notice() -> None:
    text = (
        "Cabinet - Monday, 2 October 2023 6.00 pm\n\nNo. Item\n\nRecord of Decisions pdf icon PDF 179 KB\n\nThe"
        " decisions of the last meeting are attached.\n\nIt was agreed that they be approved.\n\nKerbs pdf icon"
        " PDF 64 KB\n\nTo consider the report.\n\nIt was agreed that they be mended.\n"
    )
    assert items(text) == [("", "Record of Decisions"), ("", "Kerbs")]


def test_numbers_that_look_like_years_and_count_on() -> None:
    text = "**1989. Apologies** Cllr Lee.\n\n**1990. Minutes** 7th May 2019.\n\n**1991. Roads** Clerk to write.\n"
    assert items(HEAD + text, "minutes.md") == [("1989", "Apologies"), ("1990", "Minutes"), ("1991", "Roads")]


def test_years_are_no_numbers() -> None:
    text = "1. Grants\n\nThe sums were paid in\n2019. The Clerk\n\n2020. The Clerk had\n\n2. Roads\n\nNoted.\n"
    assert items(HEAD + text) == [("1", "Grants"), ("2", "Roads")]


def test_paragraphs_of_which_some_have_a_title() -> None:
    text = (
        "5    Area Panels\n\n5.1  The Board received reports of what the panels had done.\n\n5.2  North Panel (8 May"
        " 2015)\n     The Panel had asked for a new clock.\n\n5.3  Resolved - That the reports be noted.\n\n"
        "6    Clocks\n\n6.1  The report was received.\n"
    )
    assert items(HEAD + text) == [("5", "Area Panels"), ("6", "Clocks")]


def test_the_body_the_day_and_the_page_are_no_title() -> None:
    text = (
        "     ROADS PANEL - 14/11/23      1D\n\n24.  MINUTES\n\n     They were approved.\n\n25.  ALLOTMENTS\n\n"
        "     The report was considered.\n\n     ROADS PANEL - 14.11.23      2D\n\n     Councillor Lee asked for the"
        " accounts.\n\n26.  CLOCKS\n\n     It was noted.\n"
    )
    assert items(HEAD + text) == [("24", "MINUTES"), ("25", "ALLOTMENTS"), ("26", "CLOCKS")]


def test_a_label_of_every_item_is_no_title() -> None:
    text = (
        "611   Apologies\n\nThere were none.\n\n612   Budget\n\nIt was set out.\n\nDecision number:\n\nDecision:\n\n"
        "The Cabinet noted it.\n\n613   Plots\n\nIt was set out.\n\nDecision number:\n\nDecision:\n\nAgreed.\n"
    )
    assert items(HEAD + text) == [("611", "Apologies"), ("612", "Budget"), ("613", "Plots")]


def test_a_form_under_one_heading_with_a_number() -> None:
    rows = (
        "Decision taken by:", "Cllr Ann Lee,", "Cabinet Member for Roads", "Date decision taken", "4 March 2024",
        "Title of decision", "Bus Routes", "Decision:", "As Cabinet Member for Roads, I agree to:",
        "Reasons:", "The Act places a duty on the Council.", "Signed", "Ann Lee date 4/3/24",
        "Call-in", "The decision may be called in until 9 March.",
    )  # fmt: skip
    text = "## 23/00147 - Bus Routes\n\n" + "\n\n".join(rows) + "\n"
    assert items(text, "notice.md") == [("23/00147", "Bus Routes")]


def test_a_label_over_a_label_is_no_title() -> None:
    text = "Taxi Fares\n\nMinutes:\n\nAgreed.\n\nMinutes: There were none.\n\nMinutes: There was no other matter.\n"
    assert items(HEAD + text) == [("", "Taxi Fares")]
