from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from civicgraph.extract import extract
from civicgraph.model import Report
from civicgraph.read import read
from civicgraph.segment import segment
from record import found


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("The Committee considered a report of the Director of Housing on empty homes.", "Director of Housing"),
        ("Report of the Head of Roads\n\nThe report was noted.", "Head of Roads"),
        ("The Committee received a presentation from Ms Bell.", None),
        ("The Committee considered a briefing note of the Town Clerk.", "Town Clerk"),
        ("RESOLVED that the report be noted.", None),
        ("This report set out the forecast for the year.", None),
        ("This report looked at a change in the fares.", None),
        ("To receive a report on the Youth Strategy.\n\nMembers spoke.", None),
        ("The Committee received Report No. AB2308, which set out progress.", None),
        ("Cabinet considered the head of planning's report on the plan.", "head of planning"),
        (
            "The Committee considered a report of the strategic director for place on roads.",
            "strategic director for place",
        ),
        (
            "Decision:\n\nRESOLVED that Members noted the report.\n\nMinutes:\n\nThe Portfolio Holder for Health and "
            "Wellbeing submitted a report, a copy of which had been sent out.",
            "Portfolio Holder for Health and Wellbeing",
        ),
        (
            "Cabinet, at its meeting in May, considered a report on fees.\n\nThe report of the head of finance, which "
            "Cabinet considered, is attached.",
            "head of finance",
        ),
        ("The Cabinet Member introduced the report. The report of the Treasurer set out the costs.", "Treasurer"),
        ("To consider the head of finance's report.\n\nMembers spoke.", "head of finance"),
        ("The Chief Finance Officer's report was considered.", "Chief Finance Officer"),
        ("Cabinet considered the report of the Portfolio Holder.", "Portfolio Holder"),
        ("Members considered Report ENV/14/3 of the Director of Roads.", "Director of Roads"),
        ("The Committee considered a report, previously circulated, of the Head of Service.", "Head of Service"),
        ("Report Author: Head of Legal\n\nMembers spoke.", "Head of Legal"),
        ("The Service Director provided a report on fees.", None),
        ("Further to Minute 12, the Director of Education submitted a report on places.", "Director of Education"),
        (
            "Further to Minute No. 18, 22nd June 2013, the Head of Legal submitted a report on places.",
            "Head of Legal",
        ),
        ("The Head of Legal introduced her report.", "Head of Legal"),
        ("The purpose of this report was to recommend grants.", None),
        ("The Cabinet considered the attached report by the Head of Legal on fees.", "Head of Legal"),
        ("The Committee considered a report of Healthwatch Ayton which drew upon visits.", "Healthwatch Ayton"),
        ("Mr Lane proposed the motion that “Council is asked to endorse the report.”", None),
    ],
)
def test_reports(text: str, author: str | None) -> None:
    (report,) = found(text).findings.reports
    assert (report.author.name if report.author else None) == author


@pytest.mark.parametrize(
    "text",
    [
        "A resident spoke about the bridge.",
        "The petition was received by the Mayor.",
        "Reports of loose slates on the quay had come in.",
        "RESOLVED that a report from the Director of Roads be added to the programme.",
        "# Petitions\nTo receive petitions from Members of the Council.",
        "# Mayor's Announcements\nThe Mayor gave a report of her engagements.",
        "Members recalled a report of the Director that they saw last year at the conference in the north.",
    ],
)
def test_no_reports(text: str) -> None:
    assert found(text).findings.reports == ()


@pytest.mark.parametrize(
    "title", ["Presentation on School Streets", "Annual Report of the Health Board", "Chairman's Report - Anna Reed"]
)
def test_titles(title: str) -> None:
    (report,) = found(f"# {title}\nMembers spoke.").findings.reports
    assert report.title == title


def test_whose_report_a_title_in_capitals_is() -> None:
    (report,) = found("# CHIEF EXECUTIVES REPORT\nMembers spoke.").findings.reports
    assert report.author is not None
    assert report.author.name == "CHIEF EXECUTIVE"


def test_routes() -> None:
    record = found(
        "The Committee considered a report of the Director of Housing. Cabinet would be asked to approve "
        "the proposals in the report on 8 April 2014.\n\nThe Committee agreed to remit the report to the "
        "Audit Committee."
    )
    named = [(r.body.name, r.date, r.status) for r in record.findings.routes]
    assert ("Audit Committee", "", "recommended") in named
    assert ("Planning Committee", "2014-03-04", "considered") in named


def test_a_past_referral_is_no_route() -> None:
    record = found(
        "The Committee considered a report of the Director of Housing.\n\nThe Panel had referred the "
        "report to the Audit Committee."
    )
    assert [r.body.name for r in record.findings.routes] == ["Planning Committee"]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("a report of the Chief Executive and Section 151 Officer on fees.", "Chief Executive and Section 151 Officer"),
        ("a report of the Corporate Director (Adult Services) on fees.", "Corporate Director (Adult Services)"),
        ("a report of the Operational Director - Finance, which set out fees.", "Operational Director - Finance"),
        (
            "a joint report of the Director of Roads and the Head of Legal Services.",
            "Director of Roads and the Head of Legal Services",
        ),
        ("a report of the Director of Roads, Jane Smith, on fees.", "Director of Roads"),
        ("Report No. R-5-14 (90kb pdf) dated 1 March 2014 by the Director of Roads.", "Director of Roads"),
    ],
)
def test_whole_authors(text: str, author: str) -> None:
    (report,) = found(f"The Committee considered {text}").findings.reports
    assert report.author is not None and report.author.name == author


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The report had been presented to the Audit Committee on 20 February 2014.",
            ("Audit Committee", "2014-02-20"),
        ),
        (
            "The Roads Panel considered the report at its meeting held on 25 February 2014.",
            ("Roads Panel", "2014-02-25"),
        ),
        (
            "The report was due to be presented to the Audit Committee on 20 April 2014.",
            ("Audit Committee", "2014-04-20"),
        ),
        ("The Council will reconsider the decision on 20 April 2014.", ("Council", "2014-04-20")),
        (
            "RESOLVED that the report be endorsed and submitted to the Cabinet on 20 April 2014.",
            ("Cabinet", "2014-04-20"),
        ),
        (
            "RESOLVED that the report be deferred to the meeting of the Planning Committee on 20 April 2014.",
            ("Planning Committee", "2014-04-20"),
        ),
        (
            "To continue consideration of the report to the meeting on 20 April 2014.",
            ("Planning Committee", "2014-04-20"),
        ),
        (
            "Councillor Hale, Cabinet Member for Roads, sought views on the report prior to its presentation to Cabinet"
            " on 20 April 2014.",
            ("Cabinet", "2014-04-20"),
        ),
        (
            "The Audit Committee had on 20 February 2014 considered the attached report by the Head of Legal.",
            ("Audit Committee", "2014-02-20"),
        ),
    ],
)
def test_ways_of_a_report(text: str, expected: tuple[str, str]) -> None:
    record = found(f"The Committee considered a report of the Director of Housing. {text}")
    assert expected in [(r.body.name, r.date) for r in record.findings.routes]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the meeting of the Roads Panel held on 25 February 2014 were received.",
        "The strategy had been approved by the Cabinet on 3 March 2011.",
    ],
)
def test_no_way_of_a_report(text: str) -> None:
    record = found(f"The Committee considered a report of the Director of Housing. {text}")
    assert [r.body.name for r in record.findings.routes] == ["Planning Committee"]


def test_the_paper_that_a_web_page_offers_beside_a_title() -> None:
    text = "# Bus Fares pdf icon PDF 99 KB\n\nRESOLVED that the fares be raised."
    assert [one.title for one in found(text).findings.reports] == ["Bus Fares"]
    assert found("# Minutes of 4 May pdf icon PDF 99 KB\n\nRESOLVED that they be signed.").findings.reports == ()


SHEET = """Marshdale Borough Council

Cabinet

4 March 2014

Ward(s) affected: {wards}

Title: Empty homes

Is this a key decision?

Yes

Has it been or will it be considered by Scrutiny?

No

Recommendations:

1. Note the report
"""


def sheet(wards: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.md"
        path.write_text(SHEET.format(wards=wards), encoding="utf-8")
        document = read(path)
    (report,) = extract(document, segment(document)).reports
    return report


def test_what_a_front_sheet_answers() -> None:
    report = sheet("Northgate and Quay")
    assert [(a.question, a.text) for a in report.answers] == [
        ("key-decision", "Yes"),
        ("wards", "Northgate and Quay"),
        ("scrutiny", "No"),
    ]


@pytest.mark.parametrize(
    "wards", ["All", "all wards", "Borough-wide", "All wards in the borough", "All Electoral Divisions"]
)
def test_a_report_that_affects_every_ward(wards: str) -> None:
    assert sheet(wards).all_wards


@pytest.mark.parametrize("wards", ["All Saints", "All but Quay", "Northgate", "None", "Overall"])
def test_a_report_that_does_not(wards: str) -> None:
    assert not sheet(wards).all_wards


@pytest.mark.parametrize(
    "title",
    [
        "Minute of 4 May",
        "Minute",
        "Roads Committee - 3 May 2022",
        "Special Harbour Board of 3 May 2022",
        "Audit Committee",
        "Extraordinary Meeting 3 May 2022",
        "Application for a Premises Licence - The Anchor, 3 Quay Street",
        "List of Applications",
        "Hearing Procedure",
        "Welcome and Fire Drill",
    ],
)
def test_a_paper_that_is_no_report(title: str) -> None:
    assert found(f"# {title} pdf icon PDF 99 KB\n\nMembers spoke.").findings.reports == ()


@pytest.mark.parametrize(
    "title",
    [
        "Recommendations from the Roads Panel",
        "Roads Committee Annual Plan 2022",
        "Application No. 12/34 - Mill Lane",
        "Licensing Policy",
    ],
)
def test_a_paper_that_is_a_report(title: str) -> None:
    assert [one.title for one in found(f"# {title} pdf icon PDF 99 KB\n\nMembers spoke.").findings.reports] == [title]


def test_words_of_the_public_are_no_presentation() -> None:
    assert found("# Presentations by the Public\nThere were none.").findings.reports == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Board received Report No. FIN/12, which set out the balances.",
        "This report looked at the fares of ferries.",
        "The report stated that fares would rise.",
        "This report was considered after the time limit had passed.",
        "The report, by the Head of Ferries, gave the fares.",
        "Paper D was taken as read.",
        "The Head of Ferries referred to his report dated 3 May.",
        "It was agreed to note the reports.",
    ],
)
def test_a_report_told_otherwise(text: str) -> None:
    assert len(found(text).findings.reports) == 1


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("HARBOUR MASTER'S REPORT", "HARBOUR MASTER"),
        ("Treasurers Report", "Treasurer"),
        ("HARBOURS REPORT", None),
        ("Progress Reports", None),
        ("Clerk's Report and Matters Outstanding", "Clerk"),
    ],
)
def test_whose_report_a_title_names(title: str, author: str | None) -> None:
    (report,) = found(f"# {title}\nMembers spoke.").findings.reports
    assert (report.author.name if report.author else None) == author


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("The Committee considered the head of housing's report on empty homes.", "head of housing"),
        ("Members considered the town's annual report on tourism.", None),
    ],
)
def test_whose_report_a_sentence_names(text: str, author: str | None) -> None:
    (report,) = found(text).findings.reports
    assert (report.author.name if report.author else None) == author


def test_whose_report_is_told_below_what_was_decided() -> None:
    text = (
        "# Quays\n\nDecision:\n\nRESOLVED that Members noted the report on quays.\n\nMinutes:\n\n"
        "The Director of Harbours submitted a report on quays."
    )
    (report,) = found(text).findings.reports
    assert report.author and report.author.name == "Director of Harbours"


def test_whose_report_a_note_says_it_was() -> None:
    text = (
        "# Quays\n\nMembers discussed the quays.\n\n(Reference: Report by the Head of Harbours dated 3 May - submitted)"
    )
    (report,) = found(text).findings.reports
    assert report.author and report.author.name == "Head of Harbours"


def test_the_line_under_a_title_says_that_a_report_is_taken() -> None:
    assert len(found("# Quays\n\nTo receive a report on the quays.\n\nMembers spoke.").findings.reports) == 1
    assert found("# Quays\n\nTo receive questions about the quays.\n\nMembers spoke.").findings.reports == ()


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("Housing Needs Assessment 2022-25", "The Clerk presented the Housing Needs Assessment (HNA).", 1),
        ("Housing Needs Assessment", "Members talked of housing needs.", 0),
        ("REPORTS OF OFFICERS", "Consideration was given to the following reports.", 0),
        ("Possible Exclusion of the Press and Public", "It was noted that the report was exempt.", 0),
    ],
)
def test_what_a_title_names_and_somebody_presented(title: str, text: str, count: int) -> None:
    assert len(found(f"# {title}\n\n{text}").findings.reports) == count
